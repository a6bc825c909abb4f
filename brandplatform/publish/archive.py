"""The whole document as Markdown anyone can read, and that comes back identical.

Every language, answer, draft and private note, each text unchanged between marks (`document.anchors`);
whatever those cannot carry follows in one block of data, so that nothing is lost whatever the texts hold.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from brandplatform.document import anchors
from brandplatform.document.change import Path, leaves
from brandplatform.document.framework import Column, Field, Framework, Section
from brandplatform.document.library import Library
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
    Texts,
)
from brandplatform.document.questions import known
from brandplatform.resources import LANGUAGES, Words


def archive(framework: Framework, library: Library, platform: Platform, words: Words) -> str:
    """Return the archive: front matter, a word about private notes, the texts by section, the data."""
    speaking = platform.main_language if platform.main_language in LANGUAGES else words.language
    said = Words(speaking)
    visible = _Visible(platform, said)
    body = [
        *visible.brand(),
        *(part for group in framework.groups for part in _group(visible, library, group)),
    ]
    rest = [(path, value) for path, value in leaves(platform).items() if path not in visible.carried]
    closing = [f"## {said('doc.data_title')}", said("doc.data_note"), anchors.data_block(rest)]
    return "\n\n".join((_front(platform, said), *body, *closing)) + "\n"


def _group(visible: "_Visible", library: Library, group: Any) -> Iterator[str]:
    """Write a group with the sections that hold something; a theme is read only for those."""
    sections = [section for section in group.sections if visible.holds(section)]
    if sections:
        yield f"## {group.title[visible.speaking]}"
    for section in sections:
        yield f"### {section.title[visible.speaking]}"
        fields = library.fields(section)
        for field in fields:
            yield from visible.field(field, alone=len(fields) == 1)
        for question in known(library, visible.platform, section):
            yield from visible.note(question.id, _line(question.ask[visible.speaking]))


def _front(platform: Platform, said: Words) -> str:
    title = f"{platform.brand.name} – {said('doc.title')}" if platform.brand.name else said("doc.title")
    known: Mapping[str, Any] = {
        "title": title,
        "lang": platform.main_language,
        "brand-platform": {"format": platform.format, "framework": platform.framework.id, "id": platform.id},
    }
    lines = (f"{key}: {json.dumps(value, ensure_ascii=True)}" for key, value in known.items())
    heading = _line(title)
    return "\n".join(("---", *lines, "---")) + f"\n\n> {said('doc.archive_note')}\n\n# {heading}"


def _line(text: str) -> str:
    """Return a text on one line, nothing in it taken for a mark."""
    return anchors.escaped(" ".join(text.split()))


class _Visible:
    """Writes what a person can read of a document, and remembers which leaves that carries."""

    def __init__(self, platform: Platform, said: Words) -> None:
        self.platform, self._said, self.speaking = platform, said, said.language
        self.carried: set[Path] = set()

    def holds(self, section: Section) -> bool:
        """Whether a section has an answer or a note."""
        noted = any(name.rpartition(".q")[0] == section.id for name in self.platform.notes)
        return noted or any(name in self.platform.answers for name in section.fields)

    def brand(self) -> Iterator[str]:
        """Write what the brand offers."""
        yield from self._texts(("brand", "offer"), "brand.offer", self.platform.brand.offer)

    def note(self, question: str, ask: str) -> Iterator[str]:
        """Write a question and its private answer."""
        texts = self.platform.notes.get(question)
        if texts:
            yield f"**{ask}**"
            yield from self._texts(("notes", question), question, texts)

    def field(self, field: Field, *, alone: bool) -> Iterator[str]:
        """Write what one field holds."""
        answer = self.platform.answers.get(field.id)
        if answer is None:
            return
        if not alone:
            yield f"#### {field.title[self.speaking]}"
        yield from self._answer(field, answer, ("answers", field.id))

    def _answer(self, field: Field, answer: Answer, path: Path) -> Iterator[str]:
        match answer:
            case Statement():
                yield from self._texts((*path, "text"), field.id, answer.text)
                for draft in answer.drafts:
                    yield f"*{self._said('doc.draft')}*"
                    place = f"{field.id}.drafts[{draft.id}]"
                    yield from self._texts((*path, "drafts", draft.id, "text"), place, draft.text)
            case Text():
                yield from self._texts((*path, "text"), field.id, answer.text)
            case Lines():
                for language, lines in answer.lines.items():
                    yield from self._lines((*path, "lines", language), field.id, language, lines)
            case Table() if field.columns:
                yield from self._table(field, answer, path)
            case Table():
                return  # the method has no such table: the data carries it
            case Choice() | Date() | Scale():
                yield _line(_shown(field, answer, self.speaking))

    def _texts(self, path: Path, place: str, texts: Texts) -> Iterator[str]:
        for language, text in texts.items():
            yield from self._tongue(language)
            made = anchors.marked(place, language, text)
            if text and "\r" not in text and [anchors.Marked(place, language, text)] == _read(made):
                self.carried.add((*path, language))
                yield made
            else:
                yield _line(text)

    def _tongue(self, language: str) -> Iterator[str]:
        """Name the language of what follows, where there are several."""
        if len(self.platform.languages) > 1 or language != self.platform.main_language:
            yield f"*{language}*"

    def _lines(self, path: Path, place: str, language: str, lines: tuple[str, ...]) -> Iterator[str]:
        yield from self._tongue(language)
        text = "\n".join(f"- {line}" for line in lines)
        if all(line == line.strip() and line and not {"\n", "\r"} & set(line) for line in lines):
            self.carried.add(path)
            yield anchors.marked(place, language, text)
        else:
            yield _line(text)

    def _table(self, field: Field, table: Table, path: Path) -> Iterator[str]:
        spoken = (name for row in table.rows for cell in row.cells.values() for name in _tongues(cell))
        for language in dict.fromkeys((self.platform.main_language, *spoken)):
            yield from self._tongue(language)
            yield self._grid(field, table, path, language)

    def _grid(self, field: Field, table: Table, path: Path, language: str) -> str:
        """Write the table in one language; what is the same in all is read back from the main one only."""
        main = language == self.platform.main_language
        names = tuple(_column_mark(column, main) for column in field.columns)
        tongue = language if language in LANGUAGES else self.speaking
        head = [column.title[tongue] for column in field.columns]
        rows = [self._row(field, row, (*path, "rows", row.id, "cells"), language, main) for row in table.rows]
        lines = [f"| {' | '.join(map(anchors.cell, head))} |", "|" + " --- |" * len(head), *rows]
        return "\n".join((anchors.opening(field.id, language, names), "", *lines, "", anchors.CLOSE))

    def _row(self, field: Field, row: Row, path: Path, language: str, main: bool) -> str:
        cells = []
        for column in field.columns:
            cell = row.cells.get(column.id, "")
            fits = isinstance(cell, str) != column.by_language
            text = cell if isinstance(cell, str) else cell.get(language, "")
            if column.kind == "choice" or not fits:
                text = _title(column, text, self.speaking) if fits else ""
            elif text and anchors.uncelled(anchors.cell(text)) == text and (column.by_language or main):
                self.carried.add((*path, column.id, *((language,) if column.by_language else ())))
            elif column.by_language or main:
                text = ""  # the data carries it
            cells.append(anchors.cell(text))
        return f"| {anchors.row_mark(field.id, row.id)}{' | '.join(cells)} |"


def _read(text: str) -> list[object]:
    return list(anchors.read_marks(text))


def _tongues(cell: Cell) -> Iterable[str]:
    return () if isinstance(cell, str) else cell


def _column_mark(column: Column, main: bool) -> str:
    """Return how a column is named in the mark: `-` is not read back, `!` is the same in every language."""
    if column.kind == "choice" or not (column.by_language or main):
        return f"-{column.id}"
    return column.id if column.by_language else f"{column.id}!"


def _title(column: Column, option: str, language: str) -> str:
    return next((one.title[language] for one in column.options if one.id == option), option)


def _shown(field: Field, answer: Choice | Date | Scale, language: str) -> str:
    match answer:
        case Choice():
            return next(
                (one.title[language] for one in field.options if one.id == answer.value), answer.value
            )
        case Date():
            return answer.value
        case Scale():
            poles = f"{field.ends.low[language]} 1–5 {field.ends.high[language]}" if field.ends else "1–5"
            return f"{poles} : {answer.today or '–'} → {answer.wanted or '–'}"
