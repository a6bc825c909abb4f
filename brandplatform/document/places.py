"""Places in a document, as people and the command line write them.

`promise` is a field, `promise.q4` the answer to a question, `values[r3].meaning` or `values[2].meaning` a
cell, `values[r3]` a row, `values[+].name` a cell of a row to be added.
"""

import re

from msgspec import Struct

from brandplatform.document.framework import QUESTION
from brandplatform.document.model import Platform, Row, Table

_PLACE = re.compile(r"(?P<field>[a-z0-9_.]+)(?:\[(?P<row>[A-Za-z0-9_-]+|\+)\](?:\.(?P<column>[a-z0-9_]+))?)?")
NEW_ROW = "+"


class PlaceError(ValueError):
    """A place that is not one, or a text that does not go there: the `reason`, and the `values` that fill it.

    Reasons: `bad_place`, `unknown_row`, `unknown_column`, `unknown_option`, `bad_scale`, `is_a_table`,
    `not_a_table`, `other_kind`.
    """

    def __init__(self, reason: str, **values: str) -> None:
        super().__init__(f"{reason}: {', '.join(f'{k}={v}' for k, v in values.items())}")
        self.reason, self.values = reason, values


class Place(Struct, frozen=True):
    """A field, a question, a row or a cell."""

    field: str
    row: str = ""
    column: str = ""

    @property
    def is_question(self) -> bool:
        """Whether it is the answer to a question."""
        return QUESTION.fullmatch(self.field) is not None

    def __str__(self) -> str:
        row = f"[{self.row}]" if self.row else ""
        return self.field + row + (f".{self.column}" if self.column else "")


def parse_place(written: str) -> Place:
    """Read a place.

    Raises PlaceError: it is not written as a place.
    """
    found = _PLACE.fullmatch(written.strip())
    if found is None:
        raise PlaceError("bad_place", place=written)
    return Place(found["field"], found["row"] or "", found["column"] or "")


def row_of(platform: Platform, place: Place) -> str:
    """Return the id of the row a place means.

    Raises PlaceError: there is no such row.
    """
    return row_at(platform, place).id


def row_at(platform: Platform, place: Place) -> Row:
    """Return the row a place means by id or by number (the first is 1).

    Raises PlaceError: there is no such row.
    """
    answer = platform.answers.get(place.field)
    rows = answer.rows if isinstance(answer, Table) else ()
    named = next((row for row in rows if row.id == place.row), None)
    if named is not None:
        return named
    if place.row.isdecimal() and len(place.row) < 10 and 1 <= int(place.row) <= len(rows):
        return rows[int(place.row) - 1]
    raise PlaceError("unknown_row", field=place.field, row=place.row)
