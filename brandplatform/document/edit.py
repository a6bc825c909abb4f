"""Pure edits: each returns a new platform that shares what did not change, or the same one when nothing did.

An emptied text is removed rather than kept as an empty string, so that equal documents are equal values.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from msgspec.structs import replace

from brandplatform.document.model import (
    Accepted,
    Answer,
    Cell,
    Choice,
    Date,
    Draft,
    Lines,
    Platform,
    Row,
    Scale,
    Statement,
    Table,
    Text,
    Texts,
    new_id,
)

_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("\r\n|\r|\x0b|\x0c|\x85|\u2028|\u2029")
EMPTY: Mapping[str, Answer] = {
    "statement": Statement(),
    "text": Text(),
    "lines": Lines(),
    "table": Table(),
    "choice": Choice(),
    "scale": Scale(),
    "date": Date(),
}
"""Kind -> the answer that says nothing."""

A = TypeVar("A", Statement, Text, Lines, Table, Choice, Scale, Date)
V = TypeVar("V")


def clean(text: str) -> str:
    """Return text without control characters and lone surrogates, every line break written `\\n`."""
    return _UNWANTED.sub("", _BREAKS.sub("\n", text))


def on_one_line(text: str) -> str:
    """Return text cleaned, without line breaks and without white space at its ends."""
    return clean(text).replace("\n", " ").strip()


def said(texts: Texts, language: str, text: str) -> Texts:
    """Return texts that read `text` in a language; empty or blank removes it."""
    wanted = clean(text)
    if not wanted.strip():
        return texts if language not in texts else {k: v for k, v in texts.items() if k != language}
    return texts if texts.get(language) == wanted else {**texts, language: wanted}


def write_text(
    platform: Platform, field: str, kind: type[Statement] | type[Text], language: str, text: str
) -> Platform:
    """Return a copy in which a statement or a longer text reads `text` in a language."""

    def written(answer: Any) -> Any:
        texts = said(answer.text, language, text)
        return answer if texts is answer.text else replace(answer, text=texts)

    if kind is Statement:
        return answered(platform, field, Statement, written)
    return answered(platform, field, Text, written)


def write_lines(platform: Platform, field: str, language: str, lines: tuple[str, ...]) -> Platform:
    """Return a copy in which a list reads `lines` in a language; blank lines are dropped."""
    kept = tuple(line for line in map(on_one_line, lines) if line)

    def written(answer: Lines) -> Lines:
        rest = {k: v for k, v in answer.lines.items() if k != language}
        wanted = {**answer.lines, language: kept} if kept else rest
        return answer if wanted == answer.lines else replace(answer, lines=wanted)

    return answered(platform, field, Lines, written)


def write_note(platform: Platform, question: str, language: str, text: str) -> Platform:
    """Return a copy in which the private answer to a question reads `text`."""
    before = platform.notes.get(question, {})
    after = said(before, language, text)
    return platform if after is before else replace(platform, notes=_put(platform.notes, question, after))


def choose(platform: Platform, field: str, option: str) -> Platform:
    """Return a copy in which a choice is `option`; empty for none."""
    return answered(platform, field, Choice, lambda a: a if a.value == option else Choice(value=option))


def place_on_scale(platform: Platform, field: str, today: int, wanted: int) -> Platform:
    """Return a copy in which a scale stands at `today` and `wanted`, 1 to 5, 0 for unanswered."""
    after = Scale(today=today, wanted=wanted)
    return answered(platform, field, Scale, lambda a: a if a == after else after)


def write_date(platform: Platform, field: str, value: str) -> Platform:
    """Return a copy in which a date reads `value`."""
    after = Date(value=on_one_line(value))
    return answered(platform, field, Date, lambda a: a if a == after else after)


def add_row(platform: Platform, field: str, row: str, at: int | None = None) -> Platform:
    """Return a copy with an empty row of id `row` before position `at` (0-based), at the end by default.

    The same platform when there is such a row already: two of one id could not be told apart.
    """

    def added(table: Table) -> Table:
        if any(one.id == row for one in table.rows):
            return table
        rows = list(table.rows)
        rows.insert(len(rows) if at is None else at, Row(id=row))
        return replace(table, rows=tuple(rows))

    return answered(platform, field, Table, added)


def remove_row(platform: Platform, field: str, row: str) -> Platform:
    """Return a copy without the row; the same platform when there is no such row."""

    def removed(table: Table) -> Table:
        rows = tuple(r for r in table.rows if r.id != row)
        return table if len(rows) == len(table.rows) else replace(table, rows=rows)

    return answered(platform, field, Table, removed)


def move_row(platform: Platform, field: str, row: str, to: int) -> Platform:
    """Return a copy in which the row stands at position `to` (0-based, held within the table)."""

    def moved(table: Table) -> Table:
        mine = [r for r in table.rows if r.id == row]
        rows = [r for r in table.rows if r.id != row]
        at = max(0, min(to, len(rows)))
        wanted = (*rows[:at], *mine, *rows[at:])
        return table if wanted == table.rows else replace(table, rows=wanted)

    return answered(platform, field, Table, moved)


def write_cell(
    platform: Platform, field: str, row: str, column: str, text: str, language: str | None
) -> Platform:
    """Return a copy in which a cell reads `text`; `language` is None unless the column is prose."""

    def written(table: Table) -> Table:
        return replace(
            table, rows=tuple(_with_cell(r, column, text, language) if r.id == row else r for r in table.rows)
        )

    return answered(platform, field, Table, written)


def _with_cell(row: Row, column: str, text: str, language: str | None) -> Row:
    before = row.cells.get(column, "")
    after: Cell
    if language is None:
        after = on_one_line(text)
    else:
        after = said({} if isinstance(before, str) else before, language, text)
    cells = _put(row.cells, column, after)
    return row if cells == row.cells else replace(row, cells=cells)


def keep_draft(platform: Platform, field: str, draft: Draft) -> Platform:
    """Return a copy in which a statement keeps one more draft, or the draft of that id as given."""

    def kept(statement: Statement) -> Statement:
        if draft in statement.drafts:
            return statement
        if any(d.id == draft.id for d in statement.drafts):
            others = (draft if d.id == draft.id else d for d in statement.drafts)
            return replace(statement, drafts=tuple(others))
        return replace(statement, drafts=(*statement.drafts, draft))

    return answered(platform, field, Statement, kept)


def settle(platform: Platform, section: str, settled: bool) -> Platform:
    """Return a copy in which a section is held for settled, or no longer."""
    wanted = _with(platform.settled, section, settled)
    return platform if wanted == platform.settled else replace(platform, settled=wanted)


def put_away(platform: Platform, section: str, away: bool) -> Platform:
    """Return a copy in which a section is out of sight, or back; its content stays."""
    wanted = _with(platform.put_away, section, away)
    return platform if wanted == platform.put_away else replace(platform, put_away=wanted)


def rebrand(platform: Platform, **changes: Any) -> Platform:
    """Return a copy whose brand differs by `changes` (fields of `model.Brand`)."""
    cleaned = {k: on_one_line(v) if isinstance(v, str) else v for k, v in changes.items()}
    brand = replace(platform.brand, **cleaned)
    return platform if brand == platform.brand else replace(platform, brand=brand)


def accept(platform: Platform, check: str, words: str, reason: str) -> Platform:
    """Return a copy in which a finding is kept: `words` are its expression, or the place it is about."""
    if any((one.check, one.words) == (check, words) for one in platform.accepted):
        return platform
    made = new_id("a", frozenset(one.id for one in platform.accepted))
    kept = Accepted(id=made, check=check, words=words, reason=clean(reason).strip())
    return replace(platform, accepted=(*platform.accepted, kept))


def drop_loose(platform: Platform, name: str) -> Platform:
    """Return a copy without the text that stood aside under that id."""
    kept = tuple(one for one in platform.loose if one.id != name)
    return platform if len(kept) == len(platform.loose) else replace(platform, loose=kept)


def speak(platform: Platform, languages: tuple[str, ...]) -> Platform:
    """Return a copy written in `languages`, the first being the main one; texts in others stay.

    Raises ValueError: no language is left.
    """
    if not languages:
        raise ValueError("a platform is written in one language at least")
    return platform if languages == platform.languages else replace(platform, languages=languages)


def _with(names: tuple[str, ...], name: str, there: bool) -> tuple[str, ...]:
    if (name in names) == there:
        return names
    return (*names, name) if there else tuple(n for n in names if n != name)


def _put(mapping: Mapping[str, V], key: str, value: V) -> Mapping[str, V]:
    """Return a mapping in which `key` is `value`, or is absent when the value is empty."""
    if value:
        return {**mapping, key: value}
    return {k: v for k, v in mapping.items() if k != key}


def answered(platform: Platform, field: str, kind: type[A], change: Callable[[A], A]) -> Platform:
    """Return a copy in which `change` was made to one answer; an answer that says nothing is removed.

    Raises TypeError: the document holds an answer of another kind.
    """
    before = platform.answers.get(field, kind())
    if not isinstance(before, kind):
        raise TypeError(f"{field} is a {type(before).__name__}, not a {kind.__name__}")
    after = change(before)
    if after == before:
        return platform
    answers = {k: v for k, v in platform.answers.items() if k != field}
    return replace(platform, answers=answers if after == kind() else {**platform.answers, field: after})
