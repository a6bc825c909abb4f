"""The interview is a row of stops: questions in the order of the method, a sentence at a section's end."""

from brandplatform.document import questions
from brandplatform.document.edit import put_away, write_note
from brandplatform.document.framework import Section
from brandplatform.document.interview import order, resumed, sentence_of, stops
from brandplatform.document.library import Library
from brandplatform.document.model import new_platform
from brandplatform.resources import read_toml

LIBRARY = Library(read_toml, ("plateforme",))
FRAMEWORK = LIBRARY.framework("plateforme")
EMPTY = new_platform("plateforme", "fr", "Levain")


def section(name: str) -> Section:
    found = FRAMEWORK.section(name)
    assert found is not None
    return found


def test_somebody_real_is_asked_about_before_the_promise() -> None:
    names = [one.id for one in order(FRAMEWORK)]
    assert names.index("people_customers") < names.index("blindspots") < names.index("promise")
    assert sorted(names) == sorted(one.id for one in FRAMEWORK.sections)


def test_every_question_of_the_method_is_a_stop() -> None:
    found = {one.question.id for one in stops(FRAMEWORK, LIBRARY, EMPTY) if one.question is not None}
    every = {q.id for one in FRAMEWORK.sections for q in LIBRARY.questions(one)}
    assert found == every


def test_a_section_ends_with_its_sentence() -> None:
    mine = [one for one in stops(FRAMEWORK, LIBRARY, EMPTY) if one.section.id == "promise"]
    assert mine[-1].question is None
    assert [(one.number, one.of) for one in mine[:2]] == [(1, 8), (2, 8)]


def test_what_is_put_away_is_not_asked() -> None:
    away = questions.ask(put_away(EMPTY, "values", True), "promise.q1", False)
    found = stops(FRAMEWORK, LIBRARY, away)
    assert all(one.section.id != "values" for one in found)
    assert all(one.question is None or one.question.id != "promise.q1" for one in found)


def test_each_statement_of_a_theme_with_as_many_formulas_has_its_own() -> None:
    essence, brought = (sentence_of(LIBRARY, section(name)) for name in ("essence", "value_brought"))
    assert essence is not None
    assert brought is not None
    assert (essence[0].id, len(essence[1])) == ("essence", 1)
    assert brought[1][0]["fr"].startswith("Grâce à nous")
    promise = sentence_of(LIBRARY, section("promise"))
    assert promise is not None
    assert len(promise[1]) == 3


def test_a_table_has_no_sentence() -> None:
    assert sentence_of(LIBRARY, section("values")) is None


def test_it_goes_on_at_the_first_question_nobody_answered() -> None:
    row = stops(FRAMEWORK, LIBRARY, EMPTY)
    answered = write_note(EMPTY, "promise.q1", "fr", "Tiède.")
    at = row[resumed(row, answered, "promise", "fr")]
    assert at.question is not None
    assert at.question.id == "promise.q2"
    assert row[resumed(row, EMPTY, "review", "fr")].section.id in ("review", row[0].section.id)
