"""Cells copied from a spreadsheet or a Word table, and what a table reads once they are pasted.

Owns the reading of tab-separated text, and the one edit a paste makes. Must not know any
widget; document text in, document out.
"""

from collections.abc import Mapping, Sequence

from brandplatform.document import edit
from brandplatform.document.framework import Column, Field
from brandplatform.document.model import Platform, Table, new_id
from brandplatform.ui.fields.dates import iso

Cells = tuple[tuple[str, ...], ...]
"""Rows of cells, as they were copied."""


def cells_in(text: str, html: str = "") -> Cells:
    """Return the cells that were copied, or nothing when it is a text like any other.

    A table in `html` wins: Word writes the paragraphs of a cell as rows in its plain text.
    """
    if "<table" in html.lower():
        from brandplatform.ui.fields.htmltable import rows_in  # html.parser is 3 ms of a start, for rare use

        return _trimmed(rows_in(html))
    return _trimmed(_tab_separated(text)) if "\t" in text else ()


def _trimmed(rows: Sequence[Sequence[str]]) -> Cells:
    made = (tuple(cell.strip() for cell in row) for row in rows)
    return tuple(row for row in made if any(row))


def _tab_separated(text: str) -> list[list[str]]:
    """Split as spreadsheets write it: several lines stand between quotes, quotes among them doubled."""
    rows: list[list[str]] = [[]]
    rest = text.replace("\r\n", "\n").replace("\r", "\n")
    while rest:
        cell, stop, rest = _next_cell(rest)
        rows[-1].append(cell)
        if stop == "\n":
            rows.append([])
    return rows


def _next_cell(text: str) -> tuple[str, str, str]:
    """Return a cell, the tab or line end behind it, and what follows."""
    if text.startswith('"'):
        end = _closing(text)
        if end and (end + 1 == len(text) or text[end + 1] in "\t\n"):
            return text[1:end].replace('""', '"'), text[end + 1 : end + 2], text[end + 2 :]
    ends = [at for at in (text.find("\t"), text.find("\n")) if at >= 0]
    at = min(ends, default=len(text))
    return text[:at], text[at : at + 1], text[at + 1 :]


def _closing(text: str) -> int:
    """Return where the quote that opens a text closes, 0 for nowhere."""
    at = 1
    while (at := text.find('"', at)) > 0:
        if text[at + 1 : at + 2] != '"':
            return at
        at += 2
    return 0


def pasted(platform: Platform, field: Field, row: str, column: int, cells: Cells, language: str) -> Platform:
    """Return a copy in which `cells` stand from a row and a column (0-based) on; rows are added as needed.

    A line that only repeats the titles of the columns is left out; what stands right of the last column is
    put into it.
    """
    columns = field.columns[column:]
    lines = cells[1:] if cells and _is_head(cells[0], columns) else cells
    answer = platform.answers.get(field.id)
    ids = [r.id for r in answer.rows] if isinstance(answer, Table) else []
    at = ids.index(row) if row in ids else len(ids)
    for index, line in enumerate(lines):
        if at + index >= len(ids):
            ids.append(row if index == 0 else new_id("r", frozenset((*ids, row))))
            platform = edit.add_row(platform, field.id, ids[-1])
        for one, text in zip(columns, _fitted(line, len(columns)), strict=False):
            spoken = language if one.by_language else None
            platform = edit.write_cell(
                platform, field.id, ids[at + index], one.id, read_cell(one, text), spoken
            )
    return platform


def _fitted(line: tuple[str, ...], width: int) -> tuple[str, ...]:
    if len(line) <= width:
        return line
    return (*line[: width - 1], "\n".join(part for part in line[width - 1 :] if part))


def _is_head(line: tuple[str, ...], columns: Sequence[Column]) -> bool:
    titles = {title.casefold() for column in columns for title in column.title.values()}
    return len(line) > 1 and all(cell.casefold() in titles for cell in line if cell)


def read_cell(column: Column, text: str) -> str:
    """Return what a cell keeps of a text: the id of an option, a date the ISO way, else the text itself."""
    if column.kind == "date":
        return iso(text) or text
    if column.kind == "choice":
        named: Mapping[str, str] = {
            name.casefold(): option.id
            for option in column.options
            for name in (option.id, *option.title.values())
        }
        return named.get(text.strip().casefold(), text)
    return text
