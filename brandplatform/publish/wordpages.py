"""The pages of a Word file that gather: the contents, the whole platform on one page, the page to sign.

They repeat texts that stand elsewhere, so nothing on them is marked for the way back. Must not know any look
(the template has it), nor the sections.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from lxml.etree import _Element as Element

from brandplatform.publish.blocks import Contents, Document, Heading, Labelled, SignOff, Summary, TableCell
from brandplatform.publish.chapters import listed
from brandplatform.publish.typography import Page, broken_by_sense
from brandplatform.publish.wordlook import twips
from brandplatform.publish.wordxml import Link, contents, entry, paragraph, plain, rich, row, table

_HAND: Final = 24
"""Millimetres of a row to sign in."""

Column = tuple[list[Element], list[Element]]
"""The head of a column, and what stands under it."""


def mark_name(at: int) -> str:
    """Return the bookmark of an entry of the contents, counted from 1."""
    return f"_Toc{at:08}"


class Gathering:
    """Writes the pages of one document that gather; `numbers` are the page numbers that the contents tell."""

    def __init__(
        self, document: Document, page: Page, link: Link, numbers: tuple[int, ...], *, numbered: bool = True
    ) -> None:
        """`numbered`: chapters have their number in the contents, as they have in the text."""
        self._document, self._page, self._link = document, page, link
        self._numbers, self._numbered = numbers, numbered

    def contents(self, page: Contents) -> Iterable[Element]:
        """Write the contents with what Word would find: it is right without being asked to count again."""
        yield paragraph("BP Contents", *plain(page.title))
        entries = list(self._entries())
        yield from contents(entries)
        for line in page.closing:
            yield paragraph("BP Note", *plain(line))

    def _entries(self) -> Iterator[Element]:
        for at, block in enumerate(listed(self._document), 1):
            number = block.number if isinstance(block, Heading) and self._numbered else ""
            text = block.title if isinstance(block, Summary) else f"{number} {block.text}".strip()
            level = block.level if isinstance(block, Heading) else 1
            page = str(self._numbers[at - 1]) if at <= len(self._numbers) else ""
            yield entry(f"toc {level}", mark_name(at), text, page)

    def summary(self, page: Summary, title: list[Element]) -> Iterable[Element]:
        """Write the whole platform on one page, under a title that the contents lead to."""
        yield paragraph("BP Summary Title", *title)
        if page.promise.spans:
            said = "".join(span.text for span in page.promise.spans)
            yield paragraph("BP Summary Promise", *plain(self._by_sense(said)))
        columns = [(column[0], column[1:]) for column in page.foundations]
        if columns:
            yield self._gathered(page.title, [self._under(first, rest) for first, rest in columns])
        if page.values:
            yield self._gathered(page.title, [self._value(*one) for one in page.values])
        if page.ps:
            ends = [self._under(line, (), style="BP Summary Small") for line in page.ps]
            yield self._gathered(page.title, ends)
        if page.one_thing:
            yield paragraph("BP Label", *plain(page.one_thing.label))
            yield paragraph("BP Labelled", *rich(page.one_thing.spans, self._link))

    def _by_sense(self, text: str) -> str:
        return broken_by_sense(text, self._document.language)

    def _under(self, first: Labelled, rest: Iterable[Labelled], style: str = "BP Summary Text") -> Column:
        said = [paragraph(style, *rich(first.spans, self._link))]
        for line in rest:
            said += [paragraph("BP Cell Head", *plain(line.label))]
            said += [paragraph(style, *rich(line.spans, self._link))]
        return [paragraph("BP Cell Head", *plain(first.label))], said

    def _value(self, name: TableCell, meaning: TableCell) -> Column:
        head = [paragraph("BP Summary Name", *rich(name.spans, self._link))]
        return head, [paragraph("BP Summary Small", *rich(meaning.spans, self._link))]

    def _gathered(self, caption: str, columns: list[Column]) -> Element:
        """Return columns of equal width as a table of two rows."""
        width = twips(self._page.full / len(columns))
        heads, said = zip(*columns, strict=True)
        rows = (row(((width, one) for one in heads), head=True), row((width, one) for one in said))
        return table(caption, (width,) * len(columns), rows, self._page.outdent)

    def sign_off(self, block: SignOff) -> Iterable[Element]:
        """Write the sentence and a row for each hand."""
        yield paragraph("BP Sentence", *plain(self._by_sense(block.sentence)))
        widths = (twips(self._page.full * 0.56), twips(self._page.full * 0.44))
        heads = [[paragraph("BP Cell Head", *plain(label))] for label in block.labels]
        rows = [row(zip(widths, heads, strict=True), head=True)]
        for line in block.rows:
            cells = [[paragraph("BP Cell", *plain(line))], [paragraph("BP Cell")]]
            rows.append(row(zip(widths, cells, strict=True), height=_HAND))
        yield table(block.labels[1], widths, rows, self._page.outdent)
