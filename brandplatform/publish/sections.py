"""One section of a platform as blocks: what is said, what it means, how it shows, the proof, the refusal.

Owns the order inside a section and what a field of each kind becomes. Must not know which sections there are,
nor any format.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from brandplatform.document.edit import clean
from brandplatform.document.framework import Column, Field, Option, Section, inside, stack_title, stacked
from brandplatform.document.model import (
    Answer,
    Choice,
    Date,
    Lines,
    Platform,
    Row,
    Scale,
    Statement,
    Table,
    Text,
)
from brandplatform.document.richtext import Items, Para, parse
from brandplatform.publish import blocks
from brandplatform.publish.blocks import Block, Labelled, Source, Span, TableCell
from brandplatform.publish.typography import FIXED, typeset
from brandplatform.resources import Words

_QUOTES: Mapping[str, tuple[str, str]] = {"fr": (f"«{FIXED}", f"{FIXED}»"), "en": ("“", "”")}
_SHARES: Mapping[str, int] = {"text": 6, "choice": 4, "date": 5, "person": 4, "link": 4}
"""Kind of a column -> its share of the width, where the method gives none."""

_NOTHING = TableCell(())


@dataclass(frozen=True, slots=True)
class Voice:
    """The language a document is in: that of its texts, and the words of the method in it or near it."""

    language: str
    words: Words
    names: re.Pattern[str] | None = None
    """What finds the names of people where they are to be initials."""

    def set(self, text: str) -> str:
        """Return a text of the document as it is printed."""
        made = typeset(clean(text), self.language)
        return made if self.names is None else self.names.sub(_initials, made)

    def titled(self, title: Mapping[str, str]) -> str:
        """Return a text of the method as it is printed."""
        return typeset(title[self.words.language], self.words.language)


def blocks_of(
    section: Section, fields: tuple[Field, ...], platform: Platform, voice: Voice, level: int
) -> tuple[Block, ...]:
    """Return what a section publishes in one language, if anything; its headings are of `level`."""
    first = next((field.id for field in fields if field.kind == "statement"), "")
    made = _Section(section, voice, level, first)
    found = [(field, platform.answers[field.id]) for field in fields if field.id in platform.answers]
    found.sort(key=lambda pair: _stage(*pair, first=first))
    return tuple(block for field, answer in found for block in made.of(field, answer))


def _stage(field: Field, answer: Answer, *, first: str) -> int:
    """Return where a field stands in its section: the same order in every section, learnt once."""
    if field.part in ("proof", "refusal"):
        return 4 if field.part == "proof" else 5
    match answer:
        case Statement() if field.id == first:
            return 0
        case Statement() | Choice() | Scale() | Date():
            return 1
        case Text():
            return 2
        case Table() | Lines():
            return 3
        case _:
            assert_never(answer)


@dataclass(frozen=True, slots=True)
class _Section:
    """Turns fields into blocks."""

    section: Section
    voice: Voice
    level: int
    first: str
    """Id of the statement the section is about, or empty."""

    def of(self, field: Field, answer: Answer) -> Iterator[Block]:
        """Yield the blocks of one field; none when it says nothing in this language."""
        source = Source(field.id, self.voice.language)
        match answer:
            case Statement():
                yield from self._statement(field, answer, source)
            case Text():
                yield from self._headed(field, self._text(answer, source))
            case Lines():
                yield from self._headed(field, self._lines(answer, source))
            case Table():
                yield from self._headed(field, self._table(field, answer))
            case Choice():
                yield from self._labelled(field, _titled(field.options, answer.value, self.voice), source)
            case Date():
                yield from self._labelled(field, self.voice.words.day(self.voice.set(answer.value)), source)
            case Scale():
                yield from self._labelled(field, self._scale(field, answer), source)
            case _:
                assert_never(answer)

    def _statement(self, field: Field, answer: Statement, source: Source) -> Iterator[Block]:
        text = self.voice.set(answer.text.get(self.voice.language, "")).strip()
        if field.part in ("promise", "internal"):
            return  # they stand alone on their page
        if field.id == self.first and text:
            yield blocks.Statement(text, source)
        else:
            yield from self._labelled(field, text, source)

    def _labelled(self, field: Field, text: str, source: Source) -> Iterator[Block]:
        if text:
            yield Labelled(self.voice.titled(field.title), (Span(text),), source)

    def _headed(self, field: Field, body: Iterator[Block]) -> Iterator[Block]:
        """Put the title of a field over what it says, unless its section just did, or it shows cards."""
        found = tuple(body)
        if found and field.title != self.section.title and field.layout != "cards":
            yield blocks.Heading(self.level, self.voice.titled(field.title))
        yield from found

    def _text(self, answer: Text, source: Source) -> Iterator[Block]:
        for block in parse(self.voice.set(answer.text.get(self.voice.language, ""))):
            match block:
                case Para(spans):
                    yield blocks.Paragraph(spans, source=source)
                case Items(items, ordered):
                    yield blocks.Bullets(items, ordered, source)
                case _:
                    assert_never(block)

    def _lines(self, answer: Lines, source: Source) -> Iterator[Block]:
        lines = [self.voice.set(line).strip() for line in answer.lines.get(self.voice.language, ())]
        items = tuple((0, (Span(line),)) for line in lines if line)
        if items:
            yield blocks.Bullets(items, source=source)

    def _scale(self, field: Field, answer: Scale) -> str:
        if not (answer.today or answer.wanted) or field.ends is None:
            return ""
        low, high = (inside(self.voice.titled(end)) for end in (field.ends.low, field.ends.high))
        none = self.voice.words("cli.none")
        today, wanted = (str(grade) if grade else none for grade in (answer.today, answer.wanted))
        return self.voice.words("doc.scale", today=today, wanted=wanted, low=low, high=high)

    # Tables

    def _table(self, field: Field, answer: Table) -> Iterator[Block]:
        rows = [row for row in answer.rows if any(self._cell(field, row, one) for one in field.columns)]
        if not rows:
            return
        if field.layout == "cards":
            for row in rows:
                yield self._card(field, row)
            return
        filled = [one for one in field.columns if any(self._cell(field, row, one) for row in rows)]
        columns = stacked(filled)
        yield blocks.Table(
            caption=self.voice.titled(field.title),
            head=tuple(stack_title(stack, self.voice.titled) for stack in columns),
            rows=tuple(tuple(self._stack(field, row, stack) for stack in columns) for row in rows),
            shares=tuple(stack[0].share or _SHARES[stack[0].kind] for stack in columns),
            row_ids=tuple(row.id for row in rows),
            field=field.id,
            wide=field.wide,
            note=self.voice.titled(field.note) if field.note else "",
        )

    def _stack(self, field: Field, row: Row, columns: tuple[Column, ...]) -> TableCell:
        first, *more = (self._table_cell(field, row, column) for column in columns)
        return TableCell(first.spans, first.source, tuple(cell for cell in more if cell.spans))

    def _table_cell(self, field: Field, row: Row, column: Column) -> TableCell:
        text = self._cell(field, row, column)
        source = Source(f"{field.id}[{row.id}].{column.id}", self.voice.language)
        return TableCell((Span(text),) if text else (), source)

    def _card(self, field: Field, row: Row) -> blocks.Card:
        """Make a card: the columns say which is its name, its role, what was heard; the others are lines."""
        head = {column.card: self._table_cell(field, row, column) for column in field.columns if column.card}
        lines = (
            Labelled(self.voice.titled(column.title), cell.spans, cell.source)
            for column in field.columns
            if not column.card and (cell := self._table_cell(field, row, column)).spans
        )
        return blocks.Card(
            name=head.get("name", _NOTHING),
            role=head.get("role", _NOTHING),
            quote=self._quoted(head.get("quote", _NOTHING)),
            lines=tuple(lines),
        )

    def _quoted(self, cell: TableCell) -> TableCell:
        """Put a sentence somebody said between the quotes of its language."""
        text = "".join(span.text for span in cell.spans)
        if not text or text[0] in "«“":
            return cell
        opening, closing = _QUOTES.get(self.voice.language[:2], _QUOTES["en"])
        return TableCell((Span(f"{opening}{text}{closing}"),), cell.source)

    def _cell(self, field: Field, row: Row, column: Column) -> str:
        """Return what a cell says, as it is printed: the title of an option, a day in words."""
        text = self.voice.set(_raw(row, column, self.voice.language)).strip()
        match column.kind:
            case "choice":
                return _titled(column.options, text, self.voice)
            case "date":
                return self.voice.words.day(text)
            case "text" | "person" | "link":
                return text
            case _:
                assert_never(column.kind)


def _initials(name: re.Match[str]) -> str:
    """Return `O. M.` for `Odile Marchand`."""
    return FIXED.join(f"{word[0]}." for word in re.findall(r"\w+", name.group()) if word[0].isupper()) or "…"


def _raw(row: Row, column: Column, language: str) -> str:
    cell = row.cells.get(column.id, "")
    return cell if isinstance(cell, str) else cell.get(language, "")


def _titled(options: tuple[Option, ...], value: str, voice: Voice) -> str:
    return next((voice.titled(one.title) for one in options if one.id == value), value)
