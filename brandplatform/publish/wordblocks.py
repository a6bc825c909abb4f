"""What each block becomes in a Word file: which style, which construction.

Owns the paragraphs and tables of a document. Must not know any look (the template has it), nor the sections
and what stands round the pages (`word` does).
"""

from collections.abc import Iterable, Iterator, Mapping
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
from brandplatform.publish.chapters import is_listed, listed
from brandplatform.publish.typography import A4, INK, broken_by_sense, promise_rank
from brandplatform.publish.wordstyles import DEEPEST, FIGURES, PROMISE_STYLES, WIDE, list_style, twips
from brandplatform.publish.wordxml import (
    Link,
    anchored,
    bookmarked,
    contents,
    entry,
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


_HAND: Final = 24
"""Millimetres of a row to sign in."""


class Pen:
    """Writes the blocks of one document for one Word package; `pages` are those the contents tell."""

    def __init__(
        self, word: WordDocument, document: Document, assets: Mapping[str, bytes], pages: tuple[int, ...]
    ) -> None:
        self._word, self._document, self._assets = word, document, assets
        self._pages, self._marked = pages, 0
        self._link = Link(word.part)
        self._accent = document.accent or INK

    def of(self, block: Block) -> Iterable[Element]:
        """Return what a block becomes."""
        match block:
            case Cover() | PromisePage() | Contents() | Summary() | SignOff():
                return self._page(block)
            case Heading():
                return (self._heading(block),)
            case Statement():
                return (paragraph("BP Statement", *plain(self._by_sense(block.text))),)
            case Labelled():
                return self._labelled(block, "BP Labelled")
            case Paragraph():
                return (paragraph("Normal", *rich(block.spans, self._link)),)
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
                return self._contents(page)
            case Summary():
                return self._summary(page)
            case SignOff():
                return self._sign_off(page)
            case _:
                assert_never(page)

    def _heading(self, heading: Heading) -> Element:
        style = "BP Annex" if heading.annex else f"heading {heading.level}"
        content = plain(heading.text)
        if is_listed(heading):
            content = self._mark(content)
        return paragraph(style, *content)

    def _mark(self, content: list[Element]) -> list[Element]:
        """Return content that the table of contents leads to."""
        self._marked += 1
        return bookmarked(content, self._marked, f"_Toc{self._marked:08}")

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

    def _table(self, block: Table) -> Iterable[Element]:
        whole = sum(block.shares)
        room = WIDE + A4.outdent if block.wide else A4.full
        widths = tuple(twips(room * share / whole) for share in block.shares)
        head = [[paragraph("BP Cell Head", *plain(text))] for text in block.head]
        rows = [row(zip(widths, head, strict=True), head=True)]
        for cells in block.rows:
            styles = ("BP Cell First", *["BP Cell"] * (len(cells) - 1))
            made_cells = [self._cell(cell, style) for cell, style in zip(cells, styles, strict=True)]
            rows.append(row(zip(widths, made_cells, strict=True)))
        yield table(block.caption, widths, rows)
        if block.note:
            yield paragraph("caption", *plain(block.note))

    def _cell(self, cell: TableCell, style: str) -> list[Element]:
        """Return the paragraphs of a cell: its mark, what it says, what joins it; one at least."""
        state = [paragraph("BP Cell Head", *plain(f"{SIGNS[cell.mark]} {cell.state}"))] if cell.mark else []
        said = [paragraph(style, *rich(cell.spans, self._link))] if cell.spans or not state else []
        more = (paragraph("BP Cell Note", *rich(one.spans, self._link)) for one in cell.more)
        return [*state, *said, *more]

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

    # Pages that gather

    def _contents(self, page: Contents) -> Iterable[Element]:
        """Write the contents with what Word would find: it is right without being asked to count again."""
        yield paragraph("BP Contents", *plain(page.title))
        entries = list(self._entries())
        yield from contents(entries)
        for line in page.closing:
            yield paragraph("BP Note", *plain(line))

    def _entries(self) -> Iterator[Element]:
        for at, block in enumerate(listed(self._document), 1):
            text = block.title if isinstance(block, Summary) else f"{block.number} {block.text}".strip()
            level = block.level if isinstance(block, Heading) else 1
            page = str(self._pages[at - 1]) if at <= len(self._pages) else ""
            yield entry(f"toc {level}", f"_Toc{at:08}", text, page)

    def _summary(self, page: Summary) -> Iterable[Element]:
        yield paragraph("BP Summary Title", *self._mark(plain(page.title)))
        if page.promise.spans:
            said = "".join(span.text for span in page.promise.spans)
            yield paragraph("BP Summary Promise", *plain(self._by_sense(said)))
        columns = [(column[0], column[1:]) for column in page.foundations]
        if columns:
            yield self._gathered(page.title, [self._under(first, rest) for first, rest in columns])
        if page.values:
            yield self._gathered(page.title, [self._value(*one) for one in page.values])
        ends = [(line, ()) for line in page.ps]
        if ends:
            yield self._gathered(page.title, [self._under(*one, style="BP Summary Small") for one in ends])
        if page.one_thing:
            yield paragraph("BP Label", *plain(page.one_thing.label))
            yield paragraph("BP Labelled", *rich(page.one_thing.spans, self._link))

    def _under(
        self, first: Labelled, rest: Iterable[Labelled], style: str = "BP Summary Text"
    ) -> tuple[list[Element], list[Element]]:
        """Return the head of a column and what stands under it."""
        said = [paragraph(style, *rich(first.spans, self._link))]
        for line in rest:
            said += [paragraph("BP Cell Head", *plain(line.label))]
            said += [paragraph(style, *rich(line.spans, self._link))]
        return [paragraph("BP Cell Head", *plain(first.label))], said

    def _value(self, name: TableCell, meaning: TableCell) -> tuple[list[Element], list[Element]]:
        head = [paragraph("BP Summary Name", *rich(name.spans, self._link))]
        return head, [paragraph("BP Summary Small", *rich(meaning.spans, self._link))]

    def _gathered(self, caption: str, columns: list[tuple[list[Element], list[Element]]]) -> Element:
        """Return columns of equal width as a table of two rows."""
        width = twips(A4.full / len(columns))
        heads, said = zip(*columns, strict=True)
        rows = (row(((width, one) for one in heads), head=True), row((width, one) for one in said))
        return table(caption, (width,) * len(columns), rows)

    def _sign_off(self, block: SignOff) -> Iterable[Element]:
        yield paragraph("BP Sentence", *plain(self._by_sense(block.sentence)))
        widths = (twips(A4.full * 0.56), twips(A4.full * 0.44))
        heads = [[paragraph("BP Cell Head", *plain(label))] for label in block.labels]
        rows = [row(zip(widths, heads, strict=True), head=True)]
        for line in block.rows:
            cells = [[paragraph("BP Cell", *plain(line))], [paragraph("BP Cell")]]
            rows.append(row(zip(widths, cells, strict=True), height=_HAND))
        yield table(block.labels[1], widths, rows)


def _pixels(data: bytes) -> tuple[int, int]:
    """Return the width and height of a PNG or a JPEG; nothing for what is none."""
    if not data.startswith(_SIGNATURES):
        return 0, 0
    try:
        image = Image.from_blob(data)
    except Exception:  # python-docx itself raises no less: a JPEG cut short is a bare Exception
        return 0, 0
    return image.px_width, image.px_height
