"""The texts of a platform that may be checked, each with what it is: a promise, a mission, a proof.

Owns which texts are looked at. Private notes, sentences heard, drafts, words to avoid are not: they have no
genre.
"""

from collections.abc import Iterator

from msgspec import Struct

from brandplatform.checks.finding import Family, Finding
from brandplatform.checks.text import LONGEST
from brandplatform.document.framework import Field, Framework, Genre, Section
from brandplatform.document.library import Library
from brandplatform.document.model import Platform, Statement, Table, Text


class Passage(Struct, frozen=True):
    """A text in one language at one place."""

    field: str
    genre: Genre
    lang: str
    text: str
    cap: int | None = None
    row: str = ""
    column: str = ""
    proved: tuple[tuple[str, int], ...] = ()
    """Words of it that an act proves, and which occurrence of them."""

    def found(
        self, name: str, family: Family, severity: int, start: int, end: int, question: str = ""
    ) -> Finding:
        """Return a finding about characters `start` to `end` of this text."""
        return Finding(
            id=name,
            family=family,
            field=self.field,
            row=self.row,
            column=self.column,
            lang=self.lang,
            severity=severity,
            start=start,
            end=end,
            question=question,
        )


def passages(
    platform: Platform, framework: Framework, library: Library, languages: tuple[str, ...]
) -> Iterator[Passage]:
    """Yield every text to be checked, in the order of the outline; a theme is read only where it has one."""
    for section in framework.sections:
        if section.id not in platform.put_away and any(name in platform.answers for name in section.fields):
            yield from _of_section(section, platform, library, languages)


def _of_section(
    section: Section, platform: Platform, library: Library, languages: tuple[str, ...]
) -> Iterator[Passage]:
    for field in library.fields(section):
        answer = platform.answers.get(field.id)
        for language in languages:
            match answer:
                case Statement() | Text() if field.genre:
                    proofs = answer.proofs if isinstance(answer, Statement) else ()
                    proved = tuple((p.words, p.occurrence) for p in proofs if p.language == language)
                    text, cap = answer.text.get(language, "")[:LONGEST], field.cap.get(language)
                    if text:
                        yield Passage(field.id, field.genre, language, text, cap, proved=proved)
                case Table():
                    yield from _of_table(field, answer, language)
                case _:
                    continue


def _of_table(field: Field, table: Table, language: str) -> Iterator[Passage]:
    for row in table.rows:
        for column in field.columns:
            cell = row.cells.get(column.id, "")
            text = cell if isinstance(cell, str) else cell.get(language, "")
            text = text[:LONGEST]
            if column.genre and text:
                cap = column.cap.get(language)
                yield Passage(field.id, column.genre, language, text, cap, row.id, column.id)
