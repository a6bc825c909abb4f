"""Where texts lie while a document is filed, and the answers they make.

Owns how much a field takes: nothing is written over, and what is not taken is told. Must not know documents.
"""

from collections.abc import Mapping
from typing import assert_never

from brandplatform.document.edit import on_one_line
from brandplatform.document.framework import Column, Field, Option
from brandplatform.document.model import (
    Answer,
    Cell,
    Choice,
    Date,
    Lines,
    Row,
    Scale,
    Statement,
    Table,
    Text,
)
from brandplatform.document.words import count_words
from brandplatform.incoming.keys import key_of
from brandplatform.incoming.passages import Line, written

TIMES_THE_CAP = 3
"""A statement takes further paragraphs up to this many times its cap: what is longer is no statement."""

_WORDS_OF_A_DATE = 6


class Drawers:
    """The texts of each field, in one language."""

    def __init__(self, fields: Mapping[str, Field], language: str) -> None:
        """Keep the fields that can be filled, and the language their texts are in."""
        self._fields, self._language = fields, language
        self._lines: dict[str, list[Line]] = {}
        self._from: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._full: set[str] = set()
        self._values: dict[str, str] = {}
        self._rows: dict[str, list[dict[str, str]]] = {}
        self.replaced: list[str] = []
        """Words that became the id of an option, or a cut between two cells."""

    def is_empty(self, field: str) -> bool:
        """Whether nothing lies in a field yet."""
        return not (self._lines.get(field) or any(self._rows.get(field, ())) or self._values.get(field))

    def take(self, name: str, line: Line, origin: int) -> bool:
        """Add a line to a field, unless it does not go there; `origin` is the heading it stands under."""
        field = self._fields[name]
        match field.kind:
            case "statement":
                return self._take_statement(field, line, origin)
            case "text" | "lines":
                self._lines.setdefault(name, []).append(line)
                return True
            case "date":
                if name in self._values or count_words(line.text) > _WORDS_OF_A_DATE:
                    return False
                self._values[name] = line.text
                return True
            case "choice":
                return self._choose(self._values, name, field.options, line.text)
            case "scale" | "table":
                return False
            case _:
                assert_never(field.kind)

    def _take_statement(self, field: Field, line: Line, origin: int) -> bool:
        """Add a line to a statement: the first at any length, others of its heading while it is short."""
        first = self._from.setdefault(field.id, origin)
        count = count_words(line.text)
        so_far = self._counts.get(field.id, 0)
        most = TIMES_THE_CAP * field.cap.get(self._language, 10_000)
        if field.id in self._full or first != origin or (so_far and so_far + count > most):
            if first == origin:
                self._full.add(field.id)
            return False
        self._counts[field.id] = so_far + count
        self._lines.setdefault(field.id, []).append(line)
        return True

    def _choose(self, into: dict[str, str], name: str, options: tuple[Option, ...], text: str) -> bool:
        """Write an option by any of its names."""
        wanted = key_of(text)
        named = ((one.id, (one.id, *one.title.values())) for one in options)
        option = next((name for name, names in named if wanted in map(key_of, names)), "")
        if not option or name in into:
            return False
        into[name] = option
        self.replaced.append(text)
        return True

    def new_row(self, field: str) -> int:
        """Begin a row of a table and return its number, from 0."""
        rows = self._rows.setdefault(field, [])
        rows.append({})
        return len(rows) - 1

    def holds(self, field: str, row: int, column: str) -> bool:
        """Whether something stands in a cell."""
        return column in self._rows[field][row]

    def put(self, field: str, row: int, column: Column, text: str) -> bool:
        """Add a text to a cell, unless it does not go there."""
        cells = self._rows[field][row]
        if not text.strip():
            return True
        match column.kind:
            case "text":
                cells[column.id] = f"{cells[column.id]}\n{text}" if column.id in cells else text
                return True
            case "choice":
                return self._choose(cells, column.id, column.options, text)
            case "date" | "person":
                if column.id in cells:
                    return False
                cells[column.id] = on_one_line(text)
                return True
            case "link":
                return False
            case _:
                assert_never(column.kind)

    def answers(self) -> Mapping[str, Answer]:
        """Return what lies in the fields as answers, in the order of the fields."""
        return {name: self._answer(field) for name, field in self._fields.items() if not self.is_empty(name)}

    def _answer(self, field: Field) -> Answer:
        lines, value, spoken = self._lines.get(field.id, []), self._values.get(field.id, ""), self._language
        match field.kind:
            case "statement":
                return Statement(text={spoken: written(lines)})
            case "text":
                return Text(text={spoken: written(lines)})
            case "lines":
                parts = (part for one in lines for part in one.text.split("\n"))
                return Lines(lines={spoken: tuple(filter(None, parts))})
            case "table":
                return Table(rows=tuple(self._made(field)))
            case "choice":
                return Choice(value=value)
            case "scale":
                return Scale()
            case "date":
                return Date(value=on_one_line(value))
            case _:
                assert_never(field.kind)

    def _made(self, field: Field) -> list[Row]:
        """Return the rows that hold something, numbered in order."""
        prose = {column.id for column in field.columns if column.by_language}
        made: list[Row] = []
        for cells in filter(None, self._rows[field.id]):
            kept: dict[str, Cell] = {k: {self._language: v} if k in prose else v for k, v in cells.items()}
            made.append(Row(id=f"r{len(made) + 1}", cells=kept))
        return made
