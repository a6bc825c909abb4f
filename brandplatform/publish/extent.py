"""How much may be published at once, counted before it is laid out.

Owns the limits. Up to them a document takes at most three seconds and 300 MB; a thousand rows of a table, or
three hundred pages, are well within. Must not know how a format is written.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal

from msgspec import Struct

from brandplatform.document.model import Cell, Lines, Platform, Statement, Table, Text
from brandplatform.publish.blocks import Document
from brandplatform.publish.problems import TooLong


class Extent(Struct, frozen=True):
    """How many pieces (texts, and line breaks in them) and characters there are."""

    pieces: int
    characters: int


PAGES: Final = Extent(33_000, 700_000)
"""The most that is laid out on pages."""

SCREEN: Final = Extent(150_000, 2_500_000)
"""The most that is written without pages."""

MOST: Final[Mapping[Literal["docx", "pdf", "html", "md"], Extent]] = {
    "docx": PAGES, "pdf": PAGES, "html": SCREEN, "md": SCREEN,
}  # fmt: skip

SHEET_LINES: Final = 4_000
"""Lines of the longest text of a platform a sheet is made of: it is tried at one size after the other."""

LONGEST_WORD: Final = 10_000
"""Characters without a space; a PDF takes no more than 16,000 as one text."""

_LONG_WORD: Final = re.compile(rf"\S{{{LONGEST_WORD + 1}}}")


def check_platform(platform: Platform, language: str) -> None:
    """Refuse a platform that is too much for any format, before it is composed.

    Raises TooLong.
    """
    pieces = characters = 0
    for text in _texts(platform, language):
        pieces += 1 + text.count("\n")
        characters += len(text)
    _check(Extent(pieces, characters), SCREEN, "")


def check_sheet(platform: Platform, language: str) -> None:
    """Refuse a platform with a text that no sheet has room for.

    Raises TooLong.
    """
    if any(text.count("\n") > SHEET_LINES for text in _texts(platform, language)):
        raise TooLong("error.too_long_for_form", form="pdf")


def check_document(document: Document, form: Literal["docx", "pdf", "html", "md"]) -> None:
    """Refuse a document that is too much for a format.

    Raises TooLong.
    """
    check_told((document.title, document.brand, document.blocks), MOST[form], form, words=MOST[form] is PAGES)


def check_told(told: Any, most: Extent, form: str, *, words: bool = True) -> None:
    """Refuse blocks, or what a template is told, over an extent; `words`: with a word no line has room for.

    Raises TooLong.
    """
    pieces = characters = 0
    for text in _said(told):
        pieces += 1 + text.count("\n")
        characters += len(text)
        if words and len(text) > LONGEST_WORD and _LONG_WORD.search(text):
            raise TooLong("error.word_too_long", limit=LONGEST_WORD)
    _check(Extent(pieces, characters), most, form)


def _check(found: Extent, most: Extent, form: str) -> None:
    if found.pieces > most.pieces or found.characters > most.characters:
        raise TooLong("error.too_long_for_form" if form else "error.too_long_to_publish", form=form)


def _said(value: Any) -> Iterator[str]:
    """Yield every text in a block."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            if one:
                yield one
        elif isinstance(one, tuple | list):
            waiting.extend(one)
        elif isinstance(one, Mapping):
            waiting.extend(one.values())
        elif hasattr(one, "__dataclass_fields__"):
            waiting.extend(getattr(one, name) for name in one.__slots__)


def _texts(platform: Platform, language: str) -> Iterator[str]:
    """Yield every text of a language that may be published."""
    for answer in platform.answers.values():
        if isinstance(answer, Statement | Text):
            yield answer.text.get(language, "")
        if isinstance(answer, Statement):
            yield from (draft.text.get(language, "") for draft in answer.drafts)
        elif isinstance(answer, Lines):
            yield from answer.lines.get(language, ())
        elif isinstance(answer, Table):
            yield from (_in(cell, language) for row in answer.rows for cell in row.cells.values())
    yield from (texts.get(language, "") for texts in platform.notes.values())
    yield from (cell.text.get(language, "") for cell in platform.matrix)


def _in(cell: Cell, language: str) -> str:
    return cell if isinstance(cell, str) else cell.get(language, "")
