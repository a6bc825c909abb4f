"""What each block becomes in a Word file: which style, which construction.

Owns the paragraphs and tables of a document. Must not know any look (the template has it), nor the sections
and what stands round the pages (`word` does), nor how a field is marked (`wordanchors`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, assert_never

from docx.document import Document as WordDocument
from docx.image.image import Image
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from brandplatform.document.words import count_words
from brandplatform.publish.blocks import (
    SIGNS,
    Block,
    Bullets,
    Card,
    Contents,
    Cover,
    Document,
    Heading,
    Labelled,
    Page,
    Paragraph,
    PromisePage,
    SignOff,
    Statement,
    Summary,
    Table,
    TableCell,
)
from brandplatform.publish.chapters import is_listed
from brandplatform.publish.typography import A4, INK, broken_by_sense, promise_rank
from brandplatform.publish.typography import Page as Paper
from brandplatform.publish.wordanchors import Anchors
from brandplatform.publish.wordlook import twips
from brandplatform.publish.wordnumbering import DEEPEST, FIGURES
from brandplatform.publish.wordpages import Gathering, mark_name
from brandplatform.publish.wordpagestyles import PROMISE_STYLES
from brandplatform.publish.wordstyles import list_style
from brandplatform.publish.wordxml import (
    Link,
    anchored,
    made,
    paragraph,
    picture,
    plain,
    rich,
    row,
    solid,
    table,
    with_children,
)

_SIGNATURES: Final = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
"""How the images begin that a logo may be: PNG, JPEG."""

_LOGO: Final = (40.0, 20.0)
"""Millimetres: the largest logo."""

_TOGETHER: Final = 8
"""Items of a list that stay on one page."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a document is written on: our own template, unless said otherwise."""

    page: Paper = A4
    figures: int = FIGURES
    """The numbering definition of numbered lists."""
    numbered: bool = True
    """Whether chapters carry our numbers."""


class Pen:
    """Writes the blocks of one document for one Word package; `pages` are those the contents tell."""

    def __init__(
        self,
        word: WordDocument,
        document: Document,
        assets: Mapping[str, bytes],
        pages: tuple[int, ...],
        anchors: Anchors,
        ground: Ground | None = None,
    ) -> None:
        self._word, self._document, self._assets = word, document, assets
        self._anchors, self._ground = anchors, ground or Ground()
        self._link = Link(word.part)
        page, numbered = self._ground.page, self._ground.numbered
        self._gathering = Gathering(document, page, self._link, pages, numbered=numbered)
        self._accent = document.accent or INK
        self._marked = 0
        self._under = ""
        """What the last heading says: it names the fields under it that have no label."""

    def of(self, block: Block) -> Iterable[Element]:
        """Return what a block becomes."""
        match block:
            case Cover() | PromisePage() | Contents() | Summary() | SignOff():
                return self._page(block)
            case Heading():
                return (self._heading(block),)
            case Statement():
                content = plain(self._by_sense(block.text))
                return (self._anchors.paragraph("BP Statement", content, block.source, self._under),)
            case Labelled():
                return self._labelled(block, "BP Labelled")
            case Paragraph():
                content = rich(block.spans, self._link)
                return (self._anchors.paragraph("Normal", content, block.source, self._under),)
            case Bullets():
                return self._bullets(block)
            case Table():
                return self._table(block)
            case Card():
                return self._card(block)
            case _:
                assert_never(block)

    def _page(self, page: Page) -> Iterable[Element]:
        match page:
            case Cover():
                return self._cover(page)
            case PromisePage():
                return self._promise(page)
            case Contents():
                return self._gathering.contents(page)
            case Summary():
                return self._gathering.summary(page, self._mark(plain(page.title)))
            case SignOff():
                return self._gathering.sign_off(page)
            case _:
                assert_never(page)

    def _heading(self, heading: Heading) -> Element:
        style = "BP Annex" if heading.annex else f"heading {heading.level}"
        self._under = heading.text
        content = plain(heading.text)
        if is_listed(heading):
            content = self._mark(content)
        return paragraph(style, *content)

    def _mark(self, content: list[Element]) -> list[Element]:
        """Return content that the table of contents leads to."""
        self._marked += 1
        return self._anchors.marked(content, mark_name(self._marked))

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
        shown = picture(self._word.part, data, cover.logo_alt, (width * scale, height * scale))
        return (anchored(shown, self._ground.page.left, self._ground.page.top),)

    def _promise(self, page: PromisePage) -> Iterable[Element]:
        label = page.label if page.text else page.internal_label
        yield paragraph("BP Promise Label", *plain(label))
        text, source = (page.text, page.source) if page.text else (page.internal, page.internal_source)
        style = PROMISE_STYLES[promise_rank(count_words(text))]
        yield self._anchors.paragraph(style, plain(self._by_sense(text)), source, label)
        for line in page.signature:  # a frame goes with the paragraph after it: that one is on this page
            yield paragraph("BP Signature", *plain(line))
        yield paragraph("BP Rule", picture(self._word.part, solid(self._accent), "", (24, 0.53)))
        if page.text and page.internal:
            yield paragraph("BP Internal Label", *plain(page.internal_label))
            content = plain(page.internal)
            yield self._anchors.paragraph("BP Internal", content, page.internal_source, page.internal_label)

    def _by_sense(self, text: str) -> str:
        return broken_by_sense(text, self._document.language)

    def _labelled(self, block: Labelled, style: str) -> Iterable[Element]:
        yield paragraph("BP Label", *plain(block.label))
        yield self._anchors.paragraph(style, rich(block.spans, self._link), block.source, block.label)

    def _bullets(self, block: Bullets) -> Iterable[Element]:
        kind = "List Number" if block.ordered else "List Bullet"
        number = self._figures() if block.ordered else 0
        for at, (depth, spans) in enumerate(block.items, 1):
            content = rich(spans, self._link)
            item = self._anchors.paragraph(list_style(kind, depth), content, block.source, self._under)
            if at < min(len(block.items), _TOGETHER):
                item[0].append(made("w:keepNext"))
            if number:
                level = made("w:ilvl", val=min(depth, DEEPEST - 1))
                item[0].append(with_children("w:numPr", level, made("w:numId", val=number)))
            yield item

    def _figures(self) -> int:
        """Return the number of a list that counts from 1."""
        known = self._word.part.numbering_part.element
        number = max((int(one.get(qn("w:numId"), "0")) for one in known.iter(qn("w:num"))), default=0) + 1
        restart = with_children("w:lvlOverride", made("w:startOverride", val=1))
        restart.set(qn("w:ilvl"), "0")
        added = with_children("w:num", made("w:abstractNumId", val=self._ground.figures), restart)
        added.set(qn("w:numId"), str(number))
        known.append(added)
        return number

    def _table(self, block: Table) -> Iterable[Element]:
        page, whole = self._ground.page, sum(block.shares)
        across = max(page.width, page.height) if block.wide else page.width
        room = across - page.left - page.right + page.outdent
        widths = tuple(twips(room * share / whole) for share in block.shares)
        head = [[paragraph("BP Cell Head", *plain(text))] for text in block.head]
        rows = [row(zip(widths, head, strict=True), head=True)]
        titles = [" – ".join(filter(None, (block.caption, text))) for text in block.head]
        for cells in block.rows:
            styles = ("BP Cell First", *["BP Cell"] * (len(cells) - 1))
            told = [self._cell(*one) for one in zip(cells, styles, titles, strict=True)]
            rows.append(row(zip(widths, told, strict=True)))
        yield table(block.caption, widths, rows, page.outdent)
        if block.note:
            yield paragraph("caption", *plain(block.note))

    def _cell(self, cell: TableCell, style: str, title: str) -> list[Element]:
        """Return the paragraphs of a cell: its mark, what it says, what joins it; one at least."""
        state = [paragraph("BP Cell Head", *plain(f"{SIGNS[cell.mark]} {cell.state}"))] if cell.mark else []
        said = [self._said(cell, style, title)] if cell.spans or not state else []
        more = (self._said(one, "BP Cell Note", title) for one in cell.more)
        return [*state, *said, *more]

    def _said(self, cell: TableCell, style: str, title: str) -> Element:
        return self._anchors.paragraph(style, rich(cell.spans, self._link), cell.source, title)

    def _card(self, card: Card) -> Iterable[Element]:
        """Write a card, which stays on one page: each of its paragraphs keeps with the next but the last."""
        for style, cell in (
            ("BP Card Name", card.name),
            ("BP Card Role", card.role),
            ("BP Card Quote", card.quote),
        ):
            if cell.spans or style == "BP Card Name":
                yield self._said(cell, style, self._under)
        for at, line in enumerate(card.lines, 1):
            yield from self._labelled(line, "BP Labelled" if at == len(card.lines) else "BP Card Line")


def _pixels(data: bytes) -> tuple[int, int]:
    """Return the width and height of a PNG or a JPEG; nothing for what is none."""
    if not data.startswith(_SIGNATURES):
        return 0, 0
    try:
        image = Image.from_blob(data)
    except Exception:  # python-docx itself raises no less: a JPEG cut short is a bare Exception
        return 0, 0
    return image.px_width, image.px_height
