"""How a text of a document is marked inside Markdown, so that it finds its way back.

Owns the marks, their escapes and reading them. Must not know how a Markdown document is laid out.

A text stands between `<!-- bp:promise lang=fr -->` and `<!-- /bp -->`, a blank line inside each. A table
stands between `<!-- bp:values lang=fr columns=name,-status,owner! -->` and the same end (`-`: shown, not read
back; `!`: the same in every language); the first cell of each row begins with `<!-- bp:values[r3] -->`. What
texts cannot carry follows `<!-- bp-data -->` in one fenced block of JSON lines.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from brandplatform.document.change import Path

CLOSE = "<!-- /bp -->"
DATA = "<!-- bp-data -->"
FENCE = "```"

_PLACE = r"[A-Za-z0-9_.\-]+(?:\[[A-Za-z0-9_.\-]+\])?"
_OPEN = re.compile(rf"<!-- bp:({_PLACE}) lang=([A-Za-z0-9\-]+)(?: columns=(\S+))? -->")
_ROW = re.compile(r"\| <!-- bp:[A-Za-z0-9_.\-]+\[([A-Za-z0-9_.\-]+)\] -->(.*)\|")
_LIKE_OURS = re.compile(r"<!--(\\*) (/?bp)")
_ESCAPED = re.compile(r"<!--\\(\\*) (/?bp)")
_CELL_END = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br ?/?>")
_CHARACTER = re.compile(r"&#(\d{1,7});")


class Marked(Struct, frozen=True):
    """A text found between marks; `place` is empty for one that stands where no text of ours can."""

    place: str
    language: str
    text: str


class MarkedCell(Struct, frozen=True):
    """A cell found in a marked table; `row` is empty for a row somebody added by hand, numbered by `line`."""

    table: str
    language: str
    row: str
    line: int
    column: str
    text: str


class Data(Struct, frozen=True):
    """One leaf of the block of data."""

    path: Path
    value: Any


def opening(place: str, language: str, columns: tuple[str, ...] = ()) -> str:
    """Return the mark before a text or a table."""
    listed = f" columns={','.join(columns)}" if columns else ""
    return f"<!-- bp:{place} lang={language}{listed} -->"


def marked(place: str, language: str, text: str) -> str:
    """Return a text between its marks."""
    return f"{opening(place, language)}\n\n{escaped(text)}\n\n{CLOSE}"


def row_mark(table: str, row: str) -> str:
    """Return the mark at the head of a row's first cell."""
    return f"<!-- bp:{table}[{row}] -->"


def escaped(text: str) -> str:
    """Return a text in which nothing can be taken for a mark of ours."""
    return _LIKE_OURS.sub(r"<!--\\\1 \2", text)


def unescaped(text: str) -> str:
    """Take `escaped` back."""
    return _ESCAPED.sub(r"<!--\1 \2", text)


def cell(text: str) -> str:
    """Return a text on one line of a table, its spaces and signs safe."""
    safe = text.replace("&", "&amp;").replace("<", "&lt;").replace("\\", "&#92;").replace("|", "&#124;")
    safe = safe.replace("\r", "&#13;").replace("\n", "<br>")
    return re.sub(r"^\s|\s$", lambda found: f"&#{ord(found[0])};", safe)


def uncelled(text: str) -> str:
    """Take `cell` back; `\\|` and `<br />`, as other programs write them, are a bar and a break too."""
    found = _BREAK.sub("\n", text.strip()).replace("\\|", "|").replace("&lt;", "<")
    return _CHARACTER.sub(_character, found).replace("&amp;", "&")


def _character(found: re.Match[str]) -> str:
    """Return the character of a number; half of a pair and what is beyond the last one stay as typed."""
    number = int(found[1])
    return found[0] if 0xD800 <= number < 0xE000 or number > 0x10FFFF else chr(number)


def data_block(leaves: list[tuple[Path, Any]]) -> str:
    """Return leaves as a fenced block, one to a line."""
    lines = ",\n".join(json.dumps([list(path), value], ensure_ascii=False) for path, value in leaves)
    return f"{DATA}\n{FENCE}json\n[\n{lines}\n]\n{FENCE}"


def read_marks(markdown: str) -> Iterator[Marked | MarkedCell | Data]:
    """Yield everything that is marked, in order; a text with only one of its marks goes to the next one.

    Raises ValueError: the block of data is not JSON.
    """
    lines = Lines(markdown)
    outside: list[str] = []
    for _number, line in lines:
        mark = line.strip()
        opened = _OPEN.fullmatch(mark)
        if opened is None and mark not in (DATA, CLOSE):
            outside.append(line)
            continue
        if opened:
            yield from _opened(lines, *opened.groups())
        elif mark == DATA:
            yield from _data(lines)
        else:
            yield Marked("", "", unescaped("\n".join(outside).strip()))
        outside = []


def _opened(lines: "Lines", place: str, language: str, columns: str | None) -> Iterator[Marked | MarkedCell]:
    if columns:
        yield from _table(lines, place, language, tuple(columns.split(",")))
    else:
        yield Marked(place, language, _text(lines))


class Lines:
    """Numbered lines, one of which can be put back."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._at = 0

    def __iter__(self) -> "Lines":
        return self

    def __next__(self) -> tuple[int, str]:
        if self._at >= len(self._lines):
            raise StopIteration
        self._at += 1
        return self._at, self._lines[self._at - 1]

    def put_back(self) -> None:
        """Have the last line come again."""
        self._at -= 1


def _ends(lines: Lines, line: str) -> bool:
    """Whether a line ends what is marked; a mark that opens something else comes again."""
    mark = line.strip()
    if mark == DATA or _OPEN.fullmatch(mark):
        lines.put_back()
        return True
    return mark == CLOSE


def _text(lines: Lines) -> str:
    inside: list[str] = []
    for _number, line in lines:
        if _ends(lines, line):
            break
        inside.append(line)
    text = "\n".join(inside)
    return unescaped(text.removeprefix("\n").removesuffix("\n"))


def _table(
    lines: Lines, table: str, language: str, columns: tuple[str, ...]
) -> Iterator[Marked | MarkedCell]:
    """Read rows until the closing mark; head and rule carry no mark and are passed over.

    What stands in no column comes as a text without a place, and so does what is read back from no column, in
    a row added by hand.
    """
    seen = 0
    for number, line in lines:
        if _ends(lines, line):
            return
        row = line.strip()
        if not row.startswith("|"):
            yield Marked("", language, row)
            continue
        seen += 1
        found = _ROW.fullmatch(row)
        if found is None and seen <= 2:
            continue
        name, inside = found.groups() if found else ("", row[1:].removesuffix("|"))
        cells = [uncelled(text) for text in _CELL_END.split(inside)]
        for column, text in zip(columns, cells, strict=False):
            if not column.startswith("-"):
                yield MarkedCell(table, language, name, number, column, text)
            elif not name:
                yield Marked("", language, text)
        yield from (Marked("", language, text) for text in cells[len(columns) :])


def _data(lines: Lines) -> Iterator[Data]:
    inside: list[str] = []
    for _number, line in lines:
        if line.startswith(FENCE):
            if inside:
                break
            continue
        if line.strip():  # other programs put blank lines round a comment
            inside.append(line)
    for path, value in json.loads("\n".join(inside) or "[]"):
        if not isinstance(path, list) or not path:
            raise ValueError("a line of the data has no path")
        yield Data(tuple(str(step) for step in path), tuple(value) if isinstance(value, list) else value)
