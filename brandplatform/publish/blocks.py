"""The block tree: what a document consists of, whatever it is written to.

A closed union. Owns no look (typography does) and knows neither framework nor platform (compose does); a
block that holds the text of a field says which one, so that a writer can mark it for the way back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from brandplatform.document.richtext import RSpan, Spans

Span = RSpan


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text comes from: the place of a field (`promise`, `values[r3].meaning`) and its language."""

    place: str
    language: str


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page: whose document, of what kind, in which state."""

    brand: str
    kind: str
    foot: tuple[str, ...]
    """Lines at the foot: state, date, who signed, *fictional example* where it is one."""
    logo: str = ""
    """Asset name of the logo, or empty."""
    logo_alt: str = ""


@dataclass(frozen=True, slots=True)
class PromisePage:
    """The promise alone on its page, with the line to sign on."""

    label: str
    text: str
    internal_label: str
    internal: str
    signature: tuple[str, ...]
    """What stands on the signature line: name, role, date labels, or the names of those who signed."""
    source: Source | None = None
    internal_source: Source | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; `opens_page` where the section begins a page."""

    level: int
    text: str
    number: str = ""
    annex: bool = False
    opens_page: bool = False
    section: str = ""
    """Id of the section it opens, or empty."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What the company says: the largest text of a section."""

    text: str
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """A short text with its label in the margin column."""

    label: str
    spans: Spans
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    spans: Spans
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; every item is one run of spans and its depth, from 0."""

    items: tuple[tuple[int, Spans], ...]
    ordered: bool = False
    source: Source | None = None


Mark = Literal["", "shows", "nothing", "contradicted"]
"""How something stands: a sign that goes with its word."""


SIGNS: Mapping[Mark, str] = {"": "", "shows": "✓", "nothing": "○", "contradicted": "✗"}
"""The sign of each mark, for formats that draw none."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """One cell of a table."""

    spans: Spans
    source: Source | None = None
    more: tuple["TableCell", ...] = ()
    """What stands under it in the same cell: the columns that join this one."""
    mark: Mark = ""
    state: str = ""
    """The word of the mark, over what the cell says."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose head repeats, and the share of the width each column takes; `caption` is not shown."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    shares: tuple[int, ...]
    row_ids: tuple[str, ...] = ()
    field: str = ""
    """Id of the field it shows, or empty."""
    wide: bool = False
    """Whether it stands on a page on its side."""
    note: str = ""
    """A line under it."""


@dataclass(frozen=True, slots=True)
class Card:
    """A person or a value: a name, who that is, what was heard, then labelled lines."""

    name: TableCell
    role: TableCell
    quote: TableCell
    lines: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, which its writer makes from the headings; its last lines say whom it is for."""

    title: str
    closing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """The whole platform on one page, in bands; a band without a word is left out."""

    title: str
    brand: str
    state: str
    promise: TableCell
    foundations: tuple[tuple[Labelled, ...], ...]
    """Columns: what it is and brings, what it does, where it goes."""
    values: tuple[tuple[TableCell, TableCell], ...]
    """Name and meaning."""
    ps: tuple[Labelled, ...]
    one_thing: Labelled | None


@dataclass(frozen=True, slots=True)
class SignOff:
    """The sentence and a place for each hand: those who signed, or empty lines."""

    sentence: str
    labels: tuple[str, str]
    """Over who signs, and over where."""
    rows: tuple[str, ...]
    """Who signed: name, role, day; empty: a line to fill in by hand."""


Page = Cover | PromisePage | Contents | Summary | SignOff
"""What stands on a page, or at the foot of one, in an order of its own."""

Block = Page | Heading | Statement | Labelled | Paragraph | Bullets | Table | Card


@dataclass(frozen=True, slots=True)
class Document:
    """A composed document: what its writer says about it, and its blocks."""

    title: str
    brand: str
    kind: str
    language: str
    state: str
    date: str
    """ISO date of the state."""
    day: str
    """The same day in words."""
    accent: str
    """`#RRGGBB`, already corrected for contrast, or empty for ink alone."""
    blocks: tuple[Block, ...]
