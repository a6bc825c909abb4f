"""A document of blocks as a Word file, on our own template.

Owns which style and which construction a block becomes. Must not know any look: the template has it, from the
typographic sheet. python-docx opens and keeps the package; the XML is written by style id (`wordxml`), since
looking styles up costs half the time of a long document.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from typing import Final, assert_never

import docx
from docx.document import Document as WordDocument
from docx.image.image import Image
from docx.oxml.ns import qn
from docx.section import _Footer, _Header
from docx.shared import Mm
from lxml.etree import _Element as Element

from brandplatform import resources
from brandplatform.document.words import count_words
from brandplatform.publish.blocks import (
    Block,
    Bullets,
    Card,
    Cover,
    Document,
    Heading,
    Labelled,
    Paragraph,
    PromisePage,
    Statement,
    Table,
    TableCell,
)
from brandplatform.publish.typography import A4, INK, broken_by_sense, promise_rank
from brandplatform.publish.wordfile import finished
from brandplatform.publish.wordstyles import DEEPEST, FIGURES, PROMISE_STYLES, list_style, twips
from brandplatform.publish.wordtemplate import TEMPLATE
from brandplatform.publish.wordxml import (
    Link,
    anchored,
    field,
    made,
    paragraph,
    picture,
    plain,
    rich,
    row,
    solid,
    tab,
    table,
    with_children,
)

_SIGNATURES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How the images begin that a logo may be: PNG, JPEG."""

_LOGO: Final = (40.0, 20.0)
"""Millimetres: the largest logo."""

_FOOT: Final = 28
"""Millimetres between the foot of the cover and the edge of the page."""

_TOGETHER: Final = 8
"""Items of a list that stay on one page."""


def to_word(document: Document, assets: Mapping[str, bytes]) -> bytes:
    """Return a document as a Word file; `assets` holds its logo by name."""
    word = docx.Document(str(resources.path(*TEMPLATE)))
    _Writer(word, document, assets).write()
    return finished(word, document)


class _Writer:
    """Writes blocks into the body of a Word document."""

    def __init__(self, word: WordDocument, document: Document, assets: Mapping[str, bytes]) -> None:
        self._word, self._document, self._assets = word, document, assets
        self._body = word.element.body
        self._link = Link(word.part)
        self._accent = document.accent or INK

    def write(self) -> None:
        """Write the cover in a section of its own, then the rest; a promise has its page to itself."""
        blocks = self._document.blocks
        cover = blocks[0] if blocks and isinstance(blocks[0], Cover) else None
        rest = blocks[1:] if cover else blocks
        if cover:
            self._append(self._cover(cover))
            if rest:
                self._end_section()
        fresh, alone = True, False
        for block in rest:
            content = list(self._of(block))
            if not fresh and (alone or (isinstance(block, Heading) and block.opens_page)):
                content[0][0].append(made("w:pageBreakBefore"))
            self._append(content)
            fresh, alone = False, isinstance(block, PromisePage)
        self._furnish(cover, rest)

    def _append(self, content: Iterable[Element]) -> None:
        for element in content:
            self._body.insert(len(self._body) - 1, element)  # the last one is the section's

    def _end_section(self) -> None:
        """End a section with the last paragraph, instead of an empty one after it."""
        *_, last, end = self._body
        last[0].append(deepcopy(end))

    # Blocks

    def _of(self, block: Block) -> Iterable[Element]:
        match block:
            case Cover():
                return self._cover(block)
            case PromisePage():
                return self._promise(block)
            case Heading():
                style = "BP Annex" if block.annex else f"heading {block.level}"
                return (paragraph(style, *plain(block.text)),)
            case Statement():
                return (paragraph("BP Statement", *plain(self._by_sense(block.text))),)
            case Labelled():
                return self._labelled(block, "BP Labelled")
            case Paragraph():
                return (paragraph("Normal", *rich(block.spans, self._link)),)
            case Bullets():
                return self._bullets(block)
            case Table():
                return (self._table(block),)
            case Card():
                return self._card(block)
            case _:
                assert_never(block)

    def _cover(self, cover: Cover) -> Iterable[Element]:
        logo = self._logo(cover)
        name = paragraph("Title", *logo, *plain(cover.brand or cover.kind))
        return (name, paragraph("Subtitle", *plain(cover.kind))) if cover.brand else (name,)

    def _logo(self, cover: Cover) -> Iterable[Element]:
        """Return the logo at the head of the page, within its largest size; none where it cannot be read."""
        data = self._assets.get(cover.logo, b"")
        width, height = _pixels(data)
        if not width or not height:
            return ()
        scale = min(_LOGO[0] / width, _LOGO[1] / height)
        size = (width * scale, height * scale)
        return (anchored(picture(self._word.part, data, cover.logo_alt, size), A4.left, A4.top),)

    def _promise(self, page: PromisePage) -> Iterable[Element]:
        yield paragraph("BP Promise Label", *plain(page.label if page.text else page.internal_label))
        text = page.text or page.internal
        yield paragraph(PROMISE_STYLES[promise_rank(count_words(text))], *plain(self._by_sense(text)))
        for line in page.signature:  # a frame goes with the paragraph after it: that one is on this page
            yield paragraph("BP Signature", *plain(line))
        yield paragraph("BP Rule", picture(self._word.part, solid(self._accent), "", (24, 0.53)))
        if page.text and page.internal:
            yield paragraph("BP Internal Label", *plain(page.internal_label))
            yield paragraph("BP Internal", *plain(page.internal))

    def _by_sense(self, text: str) -> str:
        return broken_by_sense(text, self._document.language)

    def _labelled(self, block: Labelled, style: str) -> Iterable[Element]:
        yield paragraph("BP Label", *plain(block.label))
        yield paragraph(style, *rich(block.spans, self._link))

    def _bullets(self, block: Bullets) -> Iterable[Element]:
        kind = "List Number" if block.ordered else "List Bullet"
        number = self._figures() if block.ordered else 0
        for at, (depth, spans) in enumerate(block.items, 1):
            item = paragraph(list_style(kind, depth), *rich(spans, self._link))
            if at < min(len(block.items), _TOGETHER):
                item[0].append(made("w:keepNext"))
            if number:
                level = made("w:ilvl", val=min(depth, DEEPEST - 1))
                item[0].append(with_children("w:numPr", level, made("w:numId", val=number)))
            yield item

    def _figures(self) -> int:
        """Return the number of a list that counts from 1."""
        known = self._word.part.numbering_part.element
        number = len(known.findall(qn("w:num"))) + 1
        restart = with_children("w:lvlOverride", made("w:startOverride", val=1))
        restart.set(qn("w:ilvl"), "0")
        added = with_children("w:num", made("w:abstractNumId", val=FIGURES), restart)
        added.set(qn("w:numId"), str(number))
        known.append(added)
        return number

    def _table(self, block: Table) -> Element:
        whole = sum(block.shares)
        widths = tuple(twips(A4.full * share / whole) for share in block.shares)
        head = [[paragraph("BP Cell Head", *plain(text))] for text in block.head]
        rows = [row(zip(widths, head, strict=True), head=True)]
        for cells in block.rows:
            styles = ("BP Cell First", *["BP Cell"] * (len(cells) - 1))
            made_cells = [self._cell(cell, style) for cell, style in zip(cells, styles, strict=True)]
            rows.append(row(zip(widths, made_cells, strict=True)))
        return table(block.caption, widths, rows)

    def _cell(self, cell: TableCell, style: str) -> list[Element]:
        more = (paragraph("BP Cell Note", *rich(one.spans, self._link)) for one in cell.more)
        return [paragraph(style, *rich(cell.spans, self._link)), *more]

    def _card(self, card: Card) -> Iterable[Element]:
        """Write a card, which stays on one page: each of its paragraphs keeps with the next but the last."""
        for style, cell in (
            ("BP Card Name", card.name),
            ("BP Card Role", card.role),
            ("BP Card Quote", card.quote),
        ):
            if cell.spans or style == "BP Card Name":
                yield paragraph(style, *rich(cell.spans, self._link))
        for at, line in enumerate(card.lines, 1):
            yield from self._labelled(line, "BP Labelled" if at == len(card.lines) else "BP Card Line")

    # What stands round the pages

    def _furnish(self, cover: Cover | None, rest: tuple[Block, ...]) -> None:
        document = self._document
        if cover:
            first = self._word.sections[0]
            first.footer_distance = Mm(_FOOT)
            bar = picture(first.header.part, solid(self._accent), "", (4, 243))
            _fill(first.header, paragraph("header", anchored(bar, 25, A4.top)))
            _fill(first.footer, *(paragraph("BP Cover Foot", *plain(line)) for line in cover.foot))
        if not rest:
            return
        last = self._word.sections[-1]
        state = f"{document.state} · {document.day}"
        pages = (*field("PAGE", "1"), *plain(" / "), *field("NUMPAGES", "1"))
        _fill(last.header, paragraph("header", *plain(document.brand), tab(), *plain(document.kind)))
        _fill(last.footer, paragraph("footer", *plain(state), tab(), *pages))
        if isinstance(rest[0], PromisePage):
            last.different_first_page_header_footer = True
            _fill(last.first_page_header, paragraph("header"))
            _fill(last.first_page_footer, paragraph("footer", *plain(document.state)))


def _pixels(data: bytes) -> tuple[int, int]:
    """Return the width and height of a PNG or a JPEG; nothing for what is none."""
    if not data.startswith(_SIGNATURES):
        return 0, 0
    try:
        image = Image.from_blob(data)
    except Exception:  # python-docx itself raises no less: a JPEG cut short is a bare Exception
        return 0, 0
    return image.px_width, image.px_height


def _fill(furniture: _Header | _Footer, *content: Element) -> None:
    """Put paragraphs into a header or footer of its own, instead of the empty one it comes with."""
    furniture.is_linked_to_previous = False
    element = furniture._element
    for old in list(element):
        element.remove(old)
    element.extend(content)
