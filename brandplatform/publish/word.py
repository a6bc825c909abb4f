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
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.section import Section, _Footer, _Header
from docx.shared import Mm
from lxml.etree import _Element as Element

from brandplatform import resources
from brandplatform.publish.blocks import Cover, Document, PromisePage
from brandplatform.publish.chapters import Part, parts_of
from brandplatform.publish.typography import A4, INK, Page
from brandplatform.publish.wordanchors import Anchors
from brandplatform.publish.wordblocks import Ground, Pen
from brandplatform.publish.wordfile import colour, finished
from brandplatform.publish.wordlook import Look
from brandplatform.publish.wordsections import end_section, lay, on_new_page, turn
from brandplatform.publish.wordstyles import styles
from brandplatform.publish.wordtemplate import TEMPLATE
from brandplatform.publish.wordxml import anchored, field, framed_for, paragraph, picture, plain, solid, tab

_FOOT: Final = 28
"""Millimetres between the foot of the cover and the edge of the page."""


def to_word(
    document: Document,
    assets: Mapping[str, bytes],
    pages: tuple[int, ...] = (),
    platform: str = "",
    page: Page = A4,
) -> bytes:
    """Return a document as a Word file; `assets` holds its logo by name.

    `pages` are the page numbers that the table of contents tells (`pages.Pages`), and the last one of all;
    `platform` is the id of the platform, by which the file is known when it comes back.
    """
    word = docx.Document(str(resources.path(*TEMPLATE)))
    if page is not A4:
        _turn_into(word, page)
    colour(word, document)
    anchors = Anchors(document, platform)
    pen = Pen(word, document, assets, pages, anchors, Ground(page))
    _Writer(word, document, pen, pages, page).write()
    anchors.attach(word, {})
    return finished(word, document)


def _turn_into(word: WordDocument, page: Page) -> None:
    """Give the template another page, and its styles written for that page."""
    lay(word.element.body[-1], page)
    element = word.styles.element
    for old in list(element):
        element.remove(old)
    element.extend(parse_xml(styles(Look(page))))


class _Writer:
    """Writes the parts of a document into the sections of a Word file."""

    def __init__(
        self, word: WordDocument, document: Document, pen: Pen, pages: tuple[int, ...], page: Page
    ) -> None:
        self._word, self._document, self._pen, self._page = word, document, pen, page
        self._body = word.element.body
        self._last = pages[-1] if pages else 1
        self._accent = document.accent or INK

    def write(self) -> None:
        """Write part after part; a cover and a chapter on its side have a section of their own."""
        parts = list(parts_of(self._document))
        for before, part in zip((None, *parts), parts, strict=False):
            fresh = before is None
            if before is not None and _section_of(before) != _section_of(part):
                mine = deepcopy(self._body[-1])
                if before.wide:
                    turn(mine)
                end_section(self._body[-2], mine)
                fresh = True
            content = [element for block in part.blocks for element in self._pen.of(block)]
            alone = before is not None and before.is_page
            if not fresh and (part.opens or alone):
                on_new_page(content[0])
            for element in content:
                if self._page is not A4:
                    framed_for(element, Look(self._page))
                self._body[-1].addprevious(element)  # the last one is the section's
        if parts and parts[-1].wide:
            turn(self._body[-1])
        self._furnish(parts)

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
        page = self._page
        bar = picture(section.header.part, solid(self._accent), "", (4, page.height - page.top - page.bottom))
        _fill(section.header, paragraph("header", anchored(bar, page.left - page.outdent, page.top)))
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
    for one in turns:
        if not made_runs or made_runs[-1] != one:
            made_runs.append(one)
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
