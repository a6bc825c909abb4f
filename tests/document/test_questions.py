"""The questions of one document: reworded, put away, added, and handed on to another platform."""

from brandplatform.document import questions
from brandplatform.document.change import apply, diff
from brandplatform.document.edit import write_note
from brandplatform.document.framework import QUESTION, Section
from brandplatform.document.library import Library
from brandplatform.document.model import Platform, new_platform
from brandplatform.resources import read_toml

LIBRARY = Library(read_toml, ("plateforme",))
EMPTY = new_platform("plateforme", "fr", "Levain")


def section(name: str = "promise") -> Section:
    found = LIBRARY.framework("plateforme").section(name)
    assert found is not None
    return found


def asked(platform: Platform) -> list[str]:
    return [one.id for one in questions.asked(LIBRARY, platform, section())]


def test_a_document_asks_what_the_method_asks() -> None:
    assert questions.asked(LIBRARY, EMPTY, section()) == LIBRARY.questions(section())


def test_a_question_put_away_is_not_asked_and_its_answer_stays() -> None:
    answered = write_note(EMPTY, "promise.q3", "fr", "Une soirée.")
    away = questions.ask(answered, "promise.q3", False)
    assert "promise.q3" not in asked(away)
    assert away.notes == answered.notes
    assert [one.id for one in questions.unasked(LIBRARY, away, section())] == ["promise.q3"]
    assert questions.ask(away, "promise.q3", True) == answered
    assert questions.ask(away, "promise.q3", False) is away


def test_a_reworded_question_keeps_its_id_and_what_the_other_language_says() -> None:
    own = questions.reword(EMPTY, "promise.q3", "fr", "Que perdriez-vous ?")
    found = next(one for one in questions.asked(LIBRARY, own, section()) if one.id == "promise.q3")
    assert found.ask == {"fr": "Que perdriez-vous ?", "en": "Que perdriez-vous ?"}
    assert found.why == next(one for one in LIBRARY.questions(section()) if one.id == "promise.q3").why
    both = questions.reword(own, "promise.q3", "en", "What would you lose?")
    found = next(one for one in questions.asked(LIBRARY, both, section()) if one.id == "promise.q3")
    assert found.ask == {"fr": "Que perdriez-vous ?", "en": "What would you lose?"}


def test_an_emptied_wording_is_the_method_s_again() -> None:
    own = questions.reword(EMPTY, "promise.q3", "fr", "Que perdriez-vous ?")
    assert questions.reword(own, "promise.q3", "fr", " ") == EMPTY


def test_an_added_question_has_an_id_of_its_own_and_is_asked_last() -> None:
    more, name = questions.add(EMPTY, "promise", "fr", "Qui se lève à trois heures ?")
    assert QUESTION.fullmatch(name)
    assert asked(more)[-1] == name
    assert len(asked(more)) == len(asked(EMPTY)) + 1
    assert questions.asked(LIBRARY, more, section("values")) == LIBRARY.questions(section("values"))


def test_an_added_question_without_words_in_any_language_is_still_a_question() -> None:
    more, name = questions.add(EMPTY, "promise", "fr")
    found = next(one for one in questions.asked(LIBRARY, more, section()) if one.id == name)
    assert found.ask == {"fr": "", "en": ""}


def test_only_an_added_question_that_nobody_answered_can_be_removed() -> None:
    more, name = questions.add(EMPTY, "promise", "fr", "Qui ?")
    assert questions.remove(more, name) == EMPTY
    answered = write_note(more, name, "fr", "Moi.")
    assert questions.remove(answered, name) is answered
    assert questions.remove(EMPTY, "promise.q1") is EMPTY


def test_what_is_asked_travels_as_changes() -> None:
    more, name = questions.add(EMPTY, "promise", "fr", "Qui ?")
    more = questions.ask(questions.reword(more, "promise.q1", "fr", "Laquelle ?"), "promise.q2", False)
    assert apply(EMPTY, diff(EMPTY, more)) == more
    assert (("questions", name, "ask", "fr")) in {one.path for one in diff(EMPTY, more)}


def test_another_platform_can_ask_the_same_and_hold_nothing_of_the_first() -> None:
    more, _ = questions.add(write_note(EMPTY, "promise.q1", "fr", "Tiède."), "promise", "fr", "Qui ?")
    other = questions.like(questions.ask(more, "promise.q2", False))
    assert asked(other) == [name for name in asked(more) if name != "promise.q2"]
    assert (other.notes, other.answers, other.brand.name) == ({}, {}, "")
    assert other.id != more.id
