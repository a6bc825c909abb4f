"""A stranger's document as a neutral tree: headings, lines, tables, and what stands beside the text.

Owns its shapes and how a text in them is written. Must not know Word, Markdown, nor our fields.
"""

import re
from collections.abc import Iterable

from msgspec import Struct

from brandplatform.document.edit import clean

MOST_PASSAGES = 20_000
"""Headings, lines and cells of a document that is filed; a hundred pages have some two thousand."""

DEEPEST = 6
"""Depth of the deepest item that is told apart; what is nested further stands there too."""

_BLANKS = re.compile(r"[^\S\n]+")
_SIGN = re.compile(r"[•●◦▪■□‣⁃·–—→➔✓✔*-]\s+")


_NUMBERED = re.compile(r"\d{1,2}[.)]\s+\S")


class Heading(Struct, frozen=True):
    """A heading; 1 is the first level, 0 the title of the document."""

    level: int
    text: str


class Line(Struct, frozen=True):
    """A paragraph, or an item of a list."""

    text: str
    lead: str = ""
    """The words in bold that the text begins with; all of it when it is bold throughout."""
    depth: int = 0
    """0 for a paragraph, 1 for an item, 2 for an item under an item."""
    mark: str = ""
    """The number of an item, as it is written: `2.`"""


Box = tuple[Line, ...]
"""What stands in one cell of a table."""


class Grid(Struct, frozen=True):
    """A table, row by row; rows may differ in length."""

    rows: tuple[tuple[Box, ...], ...]
    headed: bool = False
    """Whether the first row is known to be heads."""


class Aside(Struct, frozen=True):
    """A text that is no part of the running text: kept, never filed."""

    text: str
    what: str
    """`front`, `contents`, `note`, `comment`, `margin`, `drawing` or `code`."""


Passage = Heading | Line | Grid | Aside


class Stranger(Struct, frozen=True):
    """A document written by somebody else."""

    passages: tuple[Passage, ...] = ()
    title: str = ""
    """What the file says of itself, beside its text."""
    brand: str = ""
    """Whose it is, where the file says so."""
    language: str = ""
    """`fr`, `en` or another code, where the file says so."""


class NotRead(ValueError):
    """A document that is not read: a `reason` of the catalogue under `error.import_`, and what fills it."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason, self.values = reason, values


def pieces(passages: Iterable[Passage]) -> int:
    """Return how many headings, lines and cells there are."""
    return sum(sum(map(len, one.rows)) if isinstance(one, Grid) else 1 for one in passages)


def plain(text: str) -> str:
    """Return text without control characters, one space between words, no space at the ends of a line."""
    lines = (_BLANKS.sub(" ", line).strip() for line in clean(text).split("\n"))
    return "\n".join(lines).strip("\n")


def line_of(text: str, lead: str = "", depth: int = 0, mark: str = "") -> Line:
    """Return a line cleaned; a bullet typed by hand makes it an item, so does a number before plain words."""
    said, bold = plain(text), plain(lead)
    found = _SIGN.match(said)
    if found and said[found.end() :].strip():
        said = said[found.end() :]
        bold = bold[found.end() :] if _SIGN.match(bold) else bold
        depth = depth or 1
    if _NUMBERED.match(said) and bold != said and not is_capitals(said):
        depth = depth or 1
    return Line(said, bold if bold and said.startswith(bold) else "", min(depth, DEEPEST), mark)


def is_capitals(text: str) -> bool:
    """Whether a text of some length is written in capitals."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 3 and not any(map(str.islower, letters)) and any(map(str.isupper, letters))


def written(lines: Iterable[Line]) -> str:
    """Return lines as one text: a blank line between paragraphs, a dash before items."""
    made = ""
    listed = False
    for line in lines:
        item = line.depth > 0
        text = f"{'  ' * (line.depth - 1)}{line.mark or '-'} {line.text}" if item else line.text
        made += ("\n" if item and listed else "\n\n") * bool(made) + text
        listed = item
    return made


def said_in(box: Box) -> str:
    """Return what stands in a cell, line by line."""
    return "\n".join(
        f"{line.mark or '-'} {line.text}" if line.depth and len(box) > 1 else line.text for line in box
    )
