"""Reading and writing a document by place: one door for the command line, whatever the kind of the field."""

from collections.abc import Mapping
from typing import assert_never

from brandplatform.document import edit
from brandplatform.document.framework import Column, Field
from brandplatform.document.model import (
    Answer,
    Cell,
    Choice,
    Date,
    Lines,
    Platform,
    Row,
    Scale,
    Statement,
    Table,
    Text,
    new_id,
)
from brandplatform.document.places import NEW_ROW, Place, PlaceError, row_at, row_of


def said_in(cell: Cell, language: str) -> str:
    """Return what a cell says in a language; a choice, a date or a person is the same in all."""
    return cell if isinstance(cell, str) else cell.get(language, "")


def read_at(platform: Platform, place: Place, language: str, columns: tuple[str, ...] = ()) -> str:
    """Return the text at a place: a line for each row, its cells separated by tabs in the order of `columns`.

    Raises PlaceError: there is no such row.
    """
    if place.is_question:
        return platform.notes.get(place.field, {}).get(language, "")
    if place.row:
        row = row_at(platform, place)
        if place.column:
            return said_in(row.cells.get(place.column, ""), language)
        return _tabbed(row, columns or tuple(row.cells), language)
    answer = platform.answers.get(place.field)
    return "" if answer is None else _read(answer, language, columns)


def _read(answer: Answer, language: str, columns: tuple[str, ...]) -> str:
    match answer:
        case Statement() | Text():
            return answer.text.get(language, "")
        case Lines():
            return "\n".join(answer.lines.get(language, ()))
        case Table():
            found = columns or tuple({name: None for row in answer.rows for name in row.cells})
            return "\n".join(_tabbed(row, found, language) for row in answer.rows)
        case Choice() | Date():
            return answer.value
        case Scale():
            return f"{answer.today} {answer.wanted}"
        case _:
            assert_never(answer)


def _tabbed(row: Row, columns: tuple[str, ...], language: str) -> str:
    cells = (said_in(row.cells.get(name, ""), language) for name in columns)
    return "\t".join(" ".join(cell.split()) for cell in cells)


def rows_at(platform: Platform, field: str) -> tuple[Mapping[str, object], ...]:
    """Return the rows of a table as plain mappings, each with its `id`; none for anything else."""
    answer = platform.answers.get(field)
    rows = answer.rows if isinstance(answer, Table) else ()
    return tuple({"id": row.id, **row.cells} for row in rows)


def write_at(platform: Platform, field: Field, place: Place, language: str, text: str) -> Platform:
    """Return a copy in which the place reads `text`; an empty text clears it, `+` for a row adds one.

    Raises PlaceError: there is no such row or column, the text is none of the field's options or grades, or
    the document holds an answer of another kind.
    """
    if place.row and field.kind != "table":
        raise PlaceError("not_a_table", field=field.id)
    answer = platform.answers.get(field.id)
    if answer is not None and not isinstance(answer, type(edit.EMPTY[field.kind])):
        raise PlaceError("other_kind", field=field.id)
    match field.kind:
        case "statement" | "text":
            kind = Statement if field.kind == "statement" else Text
            return edit.write_text(platform, field.id, kind, language, text)
        case "lines":
            return edit.write_lines(platform, field.id, language, tuple(text.splitlines()))
        case "choice":
            return edit.choose(platform, field.id, _option(text, tuple(o.id for o in field.options), place))
        case "date":
            return edit.write_date(platform, field.id, text)
        case "scale":
            return edit.place_on_scale(platform, field.id, *_grades(text, place))
        case "table":
            return _write_cell(platform, field, place, language, text)
        case _:
            assert_never(field.kind)


def _write_cell(platform: Platform, field: Field, place: Place, language: str, text: str) -> Platform:
    if not place.column:
        raise PlaceError("is_a_table", field=field.id, example=f"{field.id}[1].{field.columns[0].id}")
    column = column_at(field, place)
    row = place.row
    if row == NEW_ROW:
        answer = platform.answers.get(field.id)
        rows = answer.rows if isinstance(answer, Table) else ()
        row = new_id("r", frozenset(r.id for r in rows))
        platform = edit.add_row(platform, field.id, row)
    else:
        row = row_of(platform, place)
    wanted = _cell(column, text, place)
    spoken = language if column.by_language else None
    return edit.write_cell(platform, field.id, row, column.id, wanted, spoken)


def column_at(field: Field, place: Place) -> Column:
    """Return the column a place names.

    Raises PlaceError: the field has none of that name.
    """
    column = field.column(place.column)
    if column is None:
        columns = ", ".join(c.id for c in field.columns)
        raise PlaceError("unknown_column", field=field.id, column=place.column, columns=columns)
    return column


def _cell(column: Column, text: str, place: Place) -> str:
    if column.kind != "choice":
        return text
    return _option(text, tuple(o.id for o in column.options), place)


def _option(text: str, options: tuple[str, ...], place: Place) -> str:
    wanted = text.strip()
    if wanted and wanted not in options:
        raise PlaceError("unknown_option", value=wanted, field=str(place), options=", ".join(options))
    return wanted


def _grades(text: str, place: Place) -> tuple[int, int]:
    """Read `3` or `3 4`: where we are, and where we want to be."""
    parts = text.split() or ["0"]
    grades = [int(p) for p in parts if p in ("0", "1", "2", "3", "4", "5")]
    if len(grades) != len(parts) or len(parts) > 2:
        raise PlaceError("bad_scale", value=text, field=str(place))
    return grades[0], grades[-1]
