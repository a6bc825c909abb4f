"""The complete example fills everything it shows, in both languages, and says that it is fictional."""

import re
from collections.abc import Iterator

import pytest

from brandplatform.document.framework import LANGUAGES
from brandplatform.document.model import Cell, Lines, Platform, Row, Scale, Statement, Table, Text
from brandplatform.document.words import count_words
from tests.shipped import MISTYPED, SECTIONS, THEMES, fields, sample


def rows(platform: Platform, name: str) -> tuple[Row, ...]:
    """Return the rows of a table."""
    answer = platform.answers[name]
    assert isinstance(answer, Table)
    return answer.rows


def plain(cell: Cell, language: str) -> str:
    """Return what a cell says in a language."""
    return cell if isinstance(cell, str) else cell.get(language, "")


def written(platform: Platform, language: str) -> Iterator[tuple[str, str, int | None]]:
    """Yield (place, text, words allowed) of all that the framework asks for, a missing text as ""."""
    for field in fields():
        match platform.answers[field.id]:
            case Statement(text=text) | Text(text=text):
                yield field.id, text.get(language, ""), field.cap.get(language)
            case Lines(lines=lines):
                yield from ((field.id, line, None) for line in lines.get(language, ("",)))
            case Table(rows=several):
                for row in several:
                    for column in field.columns:
                        said = plain(row.cells.get(column.id, ""), language)
                        yield f"{field.id}[{row.id}].{column.id}", said, column.cap.get(language)
            case Scale(today=today, wanted=wanted):
                yield field.id, "answered" if today and wanted else "", None
            case other:
                yield field.id, other.value, None


def test_it_answers_every_field_and_no_other() -> None:
    assert set(sample().answers) == {field.id for field in fields()}


def test_every_answer_is_of_the_kind_its_field_asks_for() -> None:
    answers = sample().answers
    assert {f.id for f in fields() if type(answers[f.id]).__name__.lower() != f.kind} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_field_line_or_cell_is_empty(language: str) -> None:
    assert [place for place, text, _ in written(sample(), language) if not text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_longer_than_its_cap(language: str) -> None:
    long = [place for place, text, most in written(sample(), language) if most and count_words(text) > most]
    assert long == []


def test_lists_are_as_long_in_one_language_as_in_the_other() -> None:
    lists = [answer.lines for answer in sample().answers.values() if isinstance(answer, Lines)]
    assert lists
    assert all(len(lines["fr"]) == len(lines["en"]) for lines in lists)


def test_a_table_has_rows_of_the_columns_of_its_field_and_no_other_cell() -> None:
    platform = sample()
    for field in (f for f in fields() if f.columns):
        columns = {column.id for column in field.columns}
        assert [row.id for row in rows(platform, field.id) if set(row.cells) != columns] == [], field.id


def test_prose_is_kept_by_language_and_the_rest_is_not() -> None:
    platform = sample()
    for field in fields():
        for column in field.columns:
            single = {isinstance(row.cells[column.id], str) for row in rows(platform, field.id)}
            assert single == {not column.by_language}, (field.id, column.id)


def test_a_choice_is_one_of_its_options() -> None:
    platform = sample()
    for field in fields():
        for column in (c for c in field.columns if c.options):
            chosen = {row.cells[column.id] for row in rows(platform, field.id)}
            assert chosen <= {option.id for option in column.options}, (field.id, column.id)


def test_a_draft_is_there_in_both_languages_with_the_reason_it_was_set_aside() -> None:
    statements = [one for one in sample().answers.values() if isinstance(one, Statement)]
    drafts = [draft for one in statements for draft in one.drafts]
    assert drafts
    assert {tuple(text) for draft in drafts for text in (draft.text, draft.reason)} == {LANGUAGES}


def test_every_section_has_a_note_that_answers_a_question_in_both_languages() -> None:
    notes = sample().notes
    assert set(notes) <= {question.id for theme in THEMES for question in theme.questions}
    assert {name.rpartition(".q")[0] for name in notes} == set(SECTIONS)
    assert {tuple(note) for note in notes.values()} == {LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_typed_as_its_language_wants(language: str) -> None:
    told = [(place, text) for place, text, _ in written(sample(), language)]
    told += [(name, note[language]) for name, note in sample().notes.items()]
    assert [one for one in told if re.search(MISTYPED[language], one[1])] == []


def test_it_says_in_both_languages_that_it_is_fictional() -> None:
    brand = sample().brand
    assert brand.legal_owner == "Exemple fictif · Fictional example"
    assert tuple(brand.offer) == LANGUAGES
