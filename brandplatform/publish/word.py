"""A document of blocks as a Word file, on our own template.

Owns the sections of the file and what stands round its pages. Must not know any look: the template has it,
from the typographic sheet. python-docx opens and keeps the package; the XML is written by style id
(`wordxml`), since looking styles up costs half the time of a long document.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Final

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.section import Section, _Footer, _Header
from docx.shared import Mm
from lxml.etree import _Element as Element

from brandplatform import resources
from brandplatform.publish.blocks import Cover, Document, PromisePage
from brandplatform.publish.chapters import Part, parts_of
from brandplatform.publish.typography import A4, INK
from brandplatform.publish.wordblocks import Pen
from brandplatform.publish.wordfile import finished
from brandplatform.publish.wordstyles import twips
from brandplatform.publish.wordtemplate import TEMPLATE
from brandplatform.publish.wordxml import anchored, field, made, paragraph, picture, plain, solid, tab

_FOOT: Final = 28
"""Millimetres between the foot of the cover and the edge of the page."""


def to_word(document: Document, assets: Mapping[str, bytes], pages: tuple[int, ...] = ()) -> bytes:
    """Return a document as a Word file; `assets` holds its logo by name.

    `pages` are the page numbers that the table of contents tells (`pages.Pages`), and the last one of all.
    """
    word = docx.Document(str(resources.path(*TEMPLATE)))
    _Writer(word, document, assets, pages).write()
    return finished(word, document)


class _Writer:
    """Writes the parts of a document into the sections of a Word file."""

    def __init__(
        self, word: WordDocument, document: Document, assets: Mapping[str, bytes], pages: tuple[int, ...]
    ) -> None:
        self._word, self._document = word, document
        self._body = word.element.body
        self._pen = Pen(word, document, assets, pages)
        self._last = pages[-1] if pages else 1
        self._accent = document.accent or INK

    def write(self) -> None:
        """Write part after part; a cover and a chapter on its side have a section of their own."""
        parts = list(parts_of(self._document))
        for before, part in zip((None, *parts), parts, strict=False):
            fresh = before is None
            if before is not None and _section_of(before) != _section_of(part):
                self._end_section(before)
                fresh = True
            content = [element for block in part.blocks for element in self._pen.of(block)]
            alone = before is not None and before.is_page
            if not fresh and (part.opens or alone):
                content[0][0].append(made("w:pageBreakBefore"))
            for element in content:
                self._body.insert(len(self._body) - 1, element)  # the last one is the section's
        if parts:
            self._turn(self._body[-1], parts[-1])
        self._furnish(parts)

    def _end_section(self, part: Part) -> None:
        """End a section with the last paragraph, none after it being empty; after a table, its caption."""
        *_, last, end = self._body
        if last.tag == qn("w:tbl"):
            caption = last.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}")
            last = paragraph("caption", *plain(caption.get(qn("w:val"), "") if caption is not None else ""))
            end.addprevious(last)
        mine = deepcopy(end)
        self._turn(mine, part)
        last[0].append(mine)

    def _turn(self, section: Element, part: Part) -> None:
        """Lay a section on its side for a part that is."""
        (size,) = section.iter(qn("w:pgSz"))
        width, height = (A4.height, A4.width) if part.wide else (A4.width, A4.height)
        size.set(qn("w:w"), str(twips(width)))
        size.set(qn("w:h"), str(twips(height)))
        if part.wide:
            size.set(qn("w:orient"), "landscape")

    # What stands round the pages

    def _furnish(self, parts: list[Part]) -> None:
        sections = list(self._word.sections)
        if parts and isinstance(cover := parts[0].blocks[0], Cover):
            self._furnish_cover(sections.pop(0), cover)
        turns = [part.wide for part in parts if not isinstance(part.blocks[0], Cover)]
        first: dict[bool, Section] = {}
        for section, wide in zip(sections, _runs(turns), strict=False):
            if wide in first:
                _share(first[wide], section)
            else:
                first[wide] = section
                styles = ("BP Wide Header", "BP Wide Footer") if wide else ("header", "footer")
                self._furnish_section(section, *styles)
        upright = next((part for part in parts if not isinstance(part.blocks[0], Cover)), None)
        if upright is not None and isinstance(upright.blocks[0], PromisePage):
            section = sections[0]
            section.different_first_page_header_footer = True
            _fill(section.first_page_header, paragraph("header"))
            _fill(section.first_page_footer, paragraph("footer", *plain(self._document.state)))

    def _furnish_cover(self, section: Section, cover: Cover) -> None:
        section.footer_distance = Mm(_FOOT)
        bar = picture(section.header.part, solid(self._accent), "", (4, 243))
        _fill(section.header, paragraph("header", anchored(bar, 25, A4.top)))
        _fill(section.footer, *(paragraph("BP Cover Foot", *plain(line)) for line in cover.foot))

    def _furnish_section(self, section: Section, header: str, footer: str) -> None:
        document = self._document
        state = f"{document.state} · {document.day}"
        pages = (*field("PAGE", "1"), *plain(" / "), *field("NUMPAGES", str(self._last)))
        _fill(section.header, paragraph(header, *plain(document.brand), tab(), *plain(document.kind)))
        _fill(section.footer, paragraph(footer, *plain(state), tab(), *pages))


def _section_of(part: Part) -> str:
    """Return what decides whether two parts share a section."""
    return "cover" if isinstance(part.blocks[0], Cover) else "wide" if part.wide else "upright"


def _runs(turns: Iterable[bool]) -> list[bool]:
    """Return each run of equal values once."""
    made_runs: list[bool] = []
    for turn in turns:
        if not made_runs or made_runs[-1] != turn:
            made_runs.append(turn)
    return made_runs


def _share(of: Section, section: Section) -> None:
    """Give a section the header and footer of another one that looks as it does."""
    kinds = (qn("w:headerReference"), qn("w:footerReference"))
    default = [one for one in of._sectPr if one.tag in kinds and one.get(qn("w:type")) == "default"]
    for at, reference in enumerate(default):
        section._sectPr.insert(at, deepcopy(reference))


def _fill(furniture: _Header | _Footer, *content: Element) -> None:
    """Put paragraphs into a header or footer of its own, instead of the empty one it comes with."""
    furniture.is_linked_to_previous = False
    element = furniture._element
    for old in list(element):
        element.remove(old)
    element.extend(content)
