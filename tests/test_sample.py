"""Each complete example fills everything it shows, in both languages, and says that it is fictional."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from brandplatform.checks.finding import TO_DISCUSS
from brandplatform.checks.guide import Guide, shared_lexicons
from brandplatform.document import matrix
from brandplatform.document.framework import LANGUAGES
from brandplatform.document.model import Cell, Lines, Platform, Row, Scale, Statement, Table, Text
from brandplatform.document.words import count_words
from brandplatform.publish.signed import changed_since
from brandplatform.resources import Words
from tests.shipped import FRAMEWORK, LIBRARY, MISTYPED, SAMPLES, SECTIONS, THEMES, fields, sample

IN_2026_OR_2027 = re.compile(r"202[67](-\d\d){0,2}")


@pytest.fixture(params=SAMPLES)
def example(request: pytest.FixtureRequest) -> Platform:
    """Return each example in turn."""
    return sample(request.param)


def rows(platform: Platform, name: str) -> tuple[Row, ...]:
    """Return the rows of a table."""
    answer = platform.answers[name]
    assert isinstance(answer, Table)
    return answer.rows


def plain(cell: Cell, language: str) -> str:
    """Return what a cell says in a language."""
    return cell if isinstance(cell, str) else cell.get(language, "")


def statements(platform: Platform) -> dict[str, Statement]:
    """Return the statements by the id of their field."""
    return {name: one for name, one in platform.answers.items() if isinstance(one, Statement)}


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


def told(platform: Platform, language: str) -> Iterator[tuple[str, str]]:
    """Yield (place, text) of everything written, asked for or not: notes, drafts, tests and matrix too."""
    yield from ((place, text) for place, text, _ in written(platform, language))
    yield from ((name, note[language]) for name, note in platform.notes.items())
    for name, one in statements(platform).items():
        for draft in one.drafts:
            yield f"{name}.drafts[{draft.id}]", draft.text[language]
            yield f"{name}.drafts[{draft.id}].reason", draft.reason[language]
        yield from ((f"{name}.{test}", verdict.words[language]) for test, verdict in one.tests.items())
    yield from ((f"matrix.{cell.id}", cell.text[language]) for cell in platform.matrix)


def test_there_are_three_each_a_company_of_its_own() -> None:
    brands = [sample(name).brand for name in SAMPLES]
    assert {brand.name for brand in brands} == {"Maison Levain", "Garance Plomberie", "Atelier Binaire"}
    assert len({brand.colour for brand in brands}) == len({sample(name).id for name in SAMPLES}) == 3


def test_no_two_say_the_same_sentence() -> None:
    for language in LANGUAGES:
        said = [one.text[language] for name in SAMPLES for one in statements(sample(name)).values()]
        assert len(said) == len(set(said))


def test_it_answers_every_field_and_no_other(example: Platform) -> None:
    assert set(example.answers) == {field.id for field in fields()}


def test_every_answer_is_of_the_kind_its_field_asks_for(example: Platform) -> None:
    answers = example.answers
    assert {f.id for f in fields() if type(answers[f.id]).__name__.lower() != f.kind} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_field_line_or_cell_is_empty(example: Platform, language: str) -> None:
    assert [place for place, text, _ in written(example, language) if not text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_longer_than_its_cap(example: Platform, language: str) -> None:
    long = [place for place, text, most in written(example, language) if most and count_words(text) > most]
    assert long == []


def test_lists_are_as_long_in_one_language_as_in_the_other(example: Platform) -> None:
    lists = [answer.lines for answer in example.answers.values() if isinstance(answer, Lines)]
    assert lists
    assert all(len(lines["fr"]) == len(lines["en"]) for lines in lists)


def test_a_table_has_rows_of_the_columns_of_its_field_and_no_other_cell(example: Platform) -> None:
    for field in (f for f in fields() if f.columns):
        columns = {column.id for column in field.columns}
        assert [row.id for row in rows(example, field.id) if set(row.cells) != columns] == [], field.id


def test_the_rows_of_a_table_have_ids_of_their_own(example: Platform) -> None:
    for field in (f for f in fields() if f.columns):
        ids = [row.id for row in rows(example, field.id)]
        assert ids
        assert len(ids) == len(set(ids)), field.id


def test_prose_is_kept_by_language_and_the_rest_is_not(example: Platform) -> None:
    for field in fields():
        for column in field.columns:
            single = {isinstance(row.cells[column.id], str) for row in rows(example, field.id)}
            assert single == {not column.by_language}, (field.id, column.id)


def test_a_choice_is_one_of_its_options(example: Platform) -> None:
    for field in fields():
        for column in (c for c in field.columns if c.options):
            chosen = {row.cells[column.id] for row in rows(example, field.id)}
            assert chosen <= {option.id for option in column.options}, (field.id, column.id)


def test_proof_checks_and_objectives_are_dated_in_2026_or_2027(example: Platform) -> None:
    for table, column in (("proof", "date"), ("diff", "checked"), ("objectives", "by")):
        dates = [plain(row.cells[column], "") for row in rows(example, table)]
        assert [date for date in dates if not IN_2026_OR_2027.fullmatch(date)] == [], table


def test_a_draft_is_there_in_both_languages_with_the_reason_it_was_set_aside(example: Platform) -> None:
    drafts = [draft for one in statements(example).values() for draft in one.drafts]
    assert drafts
    assert {tuple(text) for draft in drafts for text in (draft.text, draft.reason)} == {LANGUAGES}


def test_the_first_line_is_kept_beside_the_promise(example: Platform) -> None:
    first = [draft for draft in statements(example)["promise"].drafts if draft.origin == "opening"]
    assert [(draft.id, draft.status) for draft in first] == [("opening", "refused")]


def test_a_proof_is_linked_to_words_that_are_there_and_to_an_act(example: Platform) -> None:
    acts = {row.id for row in rows(example, "proof")}
    for name, one in statements(example).items():
        assert [p.words for p in one.proofs if p.words not in one.text[p.language]] == [], name
        assert {proof.row for proof in one.proofs} <= acts, name


def test_the_promise_is_cut_into_as_many_parts_in_both_languages(example: Platform) -> None:
    text = statements(example)["promise"].text
    assert len(matrix.parts_of(text["fr"])) == len(matrix.parts_of(text["en"])) > 1


def test_a_cell_of_the_matrix_stands_under_a_part_of_the_promise_and_by_an_act(example: Platform) -> None:
    acts = {row.id for row in rows(example, "proof")}
    assert matrix.left_over(example) == ()
    assert {cell.under for cell in example.matrix} <= set(matrix.UNDER)
    assert {cell.row for cell in example.matrix} <= {*acts, ""}
    assert len({cell.id for cell in example.matrix}) == len(example.matrix)


def test_what_was_signed_still_stands(example: Platform) -> None:
    # Fails when the way texts are set has changed: every platform signed before would then say so too.
    changed = {one.name: changed_since(example, FRAMEWORK, one) for one in example.signatures}
    assert [name for name, fields_changed in changed.items() if fields_changed] == []


def test_a_section_held_for_settled_is_one_of_the_method(example: Platform) -> None:
    assert set(example.settled) <= set(SECTIONS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_word_in_the_ledger_is_one_of_the_promise(example: Platform, language: str) -> None:
    promise = statements(example)["promise"].text[language].lower()
    words = [plain(row.cells["word"], language) for row in rows(example, "proof")]
    assert [word for word in words if word.lower() not in promise] == []


def test_every_section_has_a_note_that_answers_a_question_in_both_languages(example: Platform) -> None:
    notes = example.notes
    assert set(notes) <= {question.id for theme in THEMES for question in theme.questions}
    assert {name.rpartition(".q")[0] for name in notes} == set(SECTIONS)
    assert {tuple(note) for note in notes.values()} == {LANGUAGES}


def test_every_question_about_the_promise_has_its_note(example: Platform) -> None:
    asked = {question.id for theme in THEMES if theme.id == "promise" for question in theme.questions}
    assert asked <= set(example.notes)


def test_nothing_in_it_is_to_discuss(example: Platform) -> None:
    guide = Guide(FRAMEWORK, LIBRARY, shared_lexicons(), Words("en"))
    found = guide.all(example, LANGUAGES, date(2026, 12, 1))
    assert [(one.field, one.message) for one in found if one.severity == TO_DISCUSS] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_typed_as_its_language_wants(example: Platform, language: str) -> None:
    assert [one for one in told(example, language) if re.search(MISTYPED[language], one[1])] == []


def test_it_says_in_both_languages_that_it_is_fictional(example: Platform) -> None:
    brand = example.brand
    assert brand.legal_owner == "Exemple fictif · Fictional example"
    assert tuple(brand.offer) == LANGUAGES
