"""Bringing in a document in a test, and asking where a passage went."""

import re

from brandplatform import resources
from brandplatform.document.model import Lines, Platform, Row, Statement, Table, Text
from brandplatform.incoming.filing import Filed, file_away
from brandplatform.incoming.passages import Grid, Line, Passage, Stranger
from brandplatform.incoming.strangers import read_stranger
from brandplatform.incoming.synonyms import spoken_from
from brandplatform.resources import Words
from tests.shipped import FRAMEWORK, LIBRARY

SPOKEN = spoken_from(resources.read_toml("synonyms.toml"))
WORDS = Words("en")
OPTIONS = {
    option.id: " · ".join(option.title.values())
    for section in FRAMEWORK.sections
    for field in LIBRARY.fields(section)
    for column in field.columns
    for option in column.options
}
_PLACE = re.compile(r"(?P<field>.+?)\[(?P<row>[^\]]+)\]\.(?P<column>\w+)")


def filed(document: Stranger, language: str = "") -> tuple[Platform, tuple[Filed, ...]]:
    """File a document under the framework that comes with the program."""
    return file_away(document, LIBRARY, FRAMEWORK, SPOKEN, WORDS, source="plan", language=language)


def brought(data: bytes | str, language: str = "") -> Platform:
    """Return what a file of somebody else’s becomes."""
    return filed(read_stranger(data if isinstance(data, bytes) else data.encode(), SPOKEN), language)[0]


def of_passages(*passages: Passage) -> Platform:
    """Return what passages become."""
    return filed(Stranger(passages))[0]


def rows(platform: Platform, field: str) -> tuple[Row, ...]:
    """Return the rows of a table."""
    table = platform.answers[field]
    assert isinstance(table, Table)
    return table.rows


def cells(platform: Platform, field: str) -> list[dict[str, str]]:
    """Return the cells of a table, row by row."""
    found = (row.cells.items() for row in rows(platform, field))
    return [{k: v if isinstance(v, str) else "".join(v.values()) for k, v in row} for row in found]


def loose(platform: Platform) -> list[str]:
    """Return the texts kept aside."""
    return [one.text for one in platform.loose]


def table(*texts: tuple[str, ...]) -> Grid:
    """Return a table of plain cells."""
    return Grid(tuple(tuple((Line(text),) if text else () for text in row) for row in texts))


def items(*texts: str) -> tuple[Line, ...]:
    """Return a list."""
    return tuple(Line(text, depth=1) for text in texts)


def stands(platform: Platform, passage: str, place: str) -> bool:
    """Whether a passage stands at a place: `promise`, `values.name`, `values[Audace].meaning` or `loose`."""
    if place == "loose":
        return any(passage in one.text for one in platform.loose)
    named = _PLACE.fullmatch(place)
    if named:
        rows = [row for row in _rows(platform, named["field"]) if _is_named(row, named["row"])]
        return any(passage in _cell(row, named["column"]) for row in rows)
    if place in platform.answers:
        return passage in _text(platform, place)
    field, _, column = place.rpartition(".")
    named = column == "person" and ", " in passage
    return any(
        _is_named(row, passage) if named else passage in _cell(row, column) for row in _rows(platform, field)
    )


def _text(platform: Platform, field: str) -> str:
    answer = platform.answers[field]
    match answer:
        case Statement() | Text():
            return "\n".join(answer.text.values())
        case Lines():
            return "\n".join(line for lines in answer.lines.values() for line in lines)
        case _:
            return getattr(answer, "value", "")


def _rows(platform: Platform, field: str) -> tuple[Row, ...]:
    answer = platform.answers.get(field)
    return answer.rows if isinstance(answer, Table) else ()


def _is_named(row: Row, name: str) -> bool:
    """Whether a name stands in a cell of a row, or in two: « Nadia, 34, nurse »."""
    told = _cells(row)
    first, comma, rest = name.partition(", ")
    return name in told or bool(comma and first in told and any(rest in cell for cell in told))


def _cells(row: Row) -> list[str]:
    return [_cell(row, column) for column in row.cells]


def _cell(row: Row, column: str) -> str:
    """Return what stands in a cell; of a choice, what it is called in both languages."""
    cell = row.cells.get(column, "")
    said = cell if isinstance(cell, str) else "".join(cell.values())
    return OPTIONS.get(said, said)
