"""A document of blocks as one HTML file: no script, nothing fetched, its typefaces and its logo inside.

Owns which element a block becomes, and that a text of the document is text: `htmltext` writes every one. Must
not know any look: resources/html has it, filled with the typographic sheet (`htmlsheet`).
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final, assert_never

from brandplatform.document.edit import on_one_line
from brandplatform.document.richtext import Spans
from brandplatform.publish import htmlpages as pages
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
    Paragraph,
    PromisePage,
    SignOff,
    Statement,
    Summary,
    Table,
    TableCell,
)
from brandplatform.publish.htmloutline import Entry, outline
from brandplatform.publish.htmlsheet import style
from brandplatform.publish.htmltext import (
    NOTHING,
    Markup,
    by_sense,
    element,
    lines,
    numbered,
    said,
    spans,
    text,
    void,
)

POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
"""What a browser may do for this page: use what is inside it."""


def to_html(document: Document, assets: Mapping[str, bytes]) -> bytes:
    """Return a document as an HTML file; `assets` holds its logo by name."""
    body = element("body", _Writer(document, assets).main(), _foot(document))
    page = element("html", _head(document, body), body, lang=document.language)
    return f"<!DOCTYPE html>\n{page}\n".encode()


def _head(document: Document, body: Markup) -> Markup:
    told = {
        "viewport": "width=device-width, initial-scale=1",
        "color-scheme": "light dark",
        "referrer": "no-referrer",
        "generator": "brandplatform",
        "author": document.brand,
        "description": document.kind,
        "date": document.date,
    }
    return element(
        "head",
        lines(
            (
                void("meta", charset="utf-8"),
                void("meta", http_equiv="Content-Security-Policy", content=POLICY),
                *(void("meta", name=name, content=content) for name, content in told.items() if content),
                element("title", text(on_one_line(document.title))),
                element("style", Markup(style(document, body))),
            )
        ),
    )


def _foot(document: Document) -> Markup:
    """Return the last line of a screen; on paper every page has its own."""
    told = " · ".join(filter(None, (document.brand, document.kind, document.state, document.day)))
    return element("footer", text(told), class_="running")


_Alone = Cover | PromisePage | Contents | Summary
_Part = list[tuple[int, Block]]
"""Blocks with their places: one that is a page, or a chapter."""


def _cut(blocks: Iterable[tuple[int, Block]], level: int) -> Iterator[_Part]:
    """Yield blocks in parts: one begins at each heading of a level, and what is a page is one alone."""
    part: _Part = []
    for at, block in blocks:
        if part and (_begins(block, level) or isinstance(part[0][1], _Alone)):
            yield part
            part = []
        part.append((at, block))
    if part:
        yield part


def _begins(block: Block, level: int) -> bool:
    return isinstance(block, _Alone) or (isinstance(block, Heading) and block.level == level)


class _Writer:
    """Writes the blocks of one document."""

    def __init__(self, document: Document, assets: Mapping[str, bytes]) -> None:
        self._document, self._assets = document, assets
        self._outline = outline(document.blocks)
        self._cover = next((at for at, one in enumerate(document.blocks) if isinstance(one, Cover)), None)

    def main(self) -> Markup:
        """Return all blocks: pages of their own, and chapters with what is in them."""
        parts = (
            [] if self._cover is not None else [element("h1", text(self._document.title), class_="unseen")]
        )
        parts += map(self._part, _cut(enumerate(self._document.blocks), 1))
        return element("main", lines(parts))

    def _part(self, part: _Part) -> Markup:
        at, first = part[0]
        if isinstance(first, _Alone):
            return self._of(at, first)
        opens = isinstance(first, Heading) and first.opens_page
        wide = any(isinstance(block, Table) and block.wide for _, block in part)
        look = f"chapter{' opens' * opens}{' on-its-side' * wide}"
        return element("section", lines(map(self._section, _cut(part, 2))), class_=look)

    def _section(self, part: _Part) -> Markup:
        """Write what stands under a heading of the second level, or before the first one."""
        made = lines(self._running(part))
        return element("div", made, class_="part") if _begins(part[0][1], 2) else made

    def _running(self, part: _Part) -> Iterator[Markup]:
        """Yield running blocks; labelled texts that follow each other are one list of terms."""
        for labelled, run in groupby(part, key=lambda pair: isinstance(pair[1], Labelled)):
            made = lines(self._of(at, block) for at, block in run)
            yield element("dl", made) if labelled else made

    def _of(self, at: int, block: Block) -> Markup:
        match block:
            case Cover() | PromisePage() | Contents() | Summary() | SignOff():
                return self._page(at, block)
            case Heading():
                return _heading(block, self._outline[at])
            case Statement():
                return said(
                    "p", by_sense(block.text, self._document.language), block.source, class_="statement"
                )
            case Labelled():
                return _labelled(block)
            case Paragraph():
                return said("p", spans(block.spans), block.source, class_="running-text")
            case Bullets():
                return _bullets(block)
            case Table():
                return _table(block)
            case Card():
                return _card(block, self._outline[at])
            case _:
                assert_never(block)

    def _page(self, at: int, page: Cover | PromisePage | Contents | Summary | SignOff) -> Markup:
        language = self._document.language
        match page:
            case Cover():
                return pages.cover(page, self._assets, "h1" if at == self._cover else "p")
            case PromisePage():
                return pages.promise(page, self._outline[at], language)
            case Contents():
                return pages.contents(page, self._outline[at], self._outline.values())
            case Summary():
                return pages.summary(page, self._outline[at], language)
            case SignOff():
                return pages.sign_off(page, language)
            case _:
                assert_never(page)


def _heading(block: Heading, entry: Entry) -> Markup:
    title = numbered(entry.number, block.text)
    return element(entry.tag, title, class_=f"level-{block.level}", id=entry.anchor)


def _labelled(block: Labelled) -> Markup:
    told = said("dd", spans(block.spans), block.source)
    return element("div", element("dt", text(block.label), class_="label"), told)


def _bullets(block: Bullets) -> Markup:
    name = "ol" if block.ordered else "ul"
    return said(name, lines(_items(block.items, name)), block.source, class_="items")


def _items(items: tuple[tuple[int, Spans], ...], name: str) -> Iterator[Markup]:
    at = 0
    while at < len(items):
        end = at + 1
        while end < len(items) and items[end][0] > items[at][0]:
            end += 1
        inner = lines(_items(items[at + 1 : end], name))
        yield element("li", spans(items[at][1]), element(name, inner) if inner else NOTHING)
        at = end


# Tables


def _table(table: Table) -> Markup:
    whole = sum(table.shares) or 1
    columns = (void("col", style=f"width:{100 * share / whole:.2f}%") for share in table.shares)
    heads = (element("th", text(head), scope="col", role="columnheader") for head in table.head)
    rows = (element("tr", *_row(cells, table.head), role="row") for cells in table.rows)
    made = element(
        "table",
        element("caption", text(table.caption), class_="unseen") if table.caption else NOTHING,
        element("colgroup", *columns),
        element("thead", element("tr", *heads, role="row"), role="rowgroup"),
        element("tbody", lines(rows), role="rowgroup"),
        role="table",  # a narrow screen sets rows one under the other, and would take its meaning from it
    )
    return lines((made, element("p", text(table.note), class_="note") if table.note else NOTHING))


def _row(cells: tuple[TableCell, ...], heads: tuple[str, ...]) -> Iterator[Markup]:
    """Yield the cells of a row; the first names it, and each knows its head where there is no column."""
    for at, (cell, head) in enumerate(zip(cells, heads, strict=False)):
        if at == 0 and cell.spans:
            yield element("th", _cell(cell), scope="row", role="rowheader", data_head=head)
        else:
            yield element("td", _cell(cell), role="cell", data_head=head)


def _cell(cell: TableCell) -> Markup:
    """Return what a cell says, under the word of its state; the sign before that is for the eye alone."""
    parts = []
    if cell.mark:
        sign = element("span", text(SIGNS[cell.mark]), aria_hidden="true")
        parts.append(element("p", sign, text(f" {cell.state}"), class_=f"state {cell.mark}"))
    if cell.spans:
        parts.append(said("p", spans(cell.spans), cell.source))
    parts += [said("p", spans(one.spans), one.source, class_="more") for one in cell.more if one.spans]
    return lines(parts)


# Cards


def _card(card: Card, entry: Entry) -> Markup:
    quote = element("blockquote", said("p", spans(card.quote.spans), card.quote.source))
    parts = (
        said(entry.tag, spans(card.name.spans), card.name.source, class_="name")
        if card.name.spans
        else NOTHING,
        said("p", spans(card.role.spans), card.role.source, class_="role") if card.role.spans else NOTHING,
        quote if card.quote.spans else NOTHING,
        element("dl", lines(map(_labelled, card.lines))) if card.lines else NOTHING,
    )
    return element("article", lines(parts), class_="card")
