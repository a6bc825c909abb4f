"""Where a section stands is derived from what it holds; words are counted as a person would."""

import pytest

from brandplatform import resources
from brandplatform.document import edit
from brandplatform.document.framework import Section
from brandplatform.document.library import Library
from brandplatform.document.model import Platform, Statement, Table, new_platform
from brandplatform.document.progress import state_of, states
from brandplatform.document.words import count_words

SAID = {"fr": "Le", "en": "The"}
SECTION = Section(id="values", theme="values", title=SAID, subtitle=SAID, fields=("values", "values.lead"))
EMPTY = new_platform("plateforme", "fr")
LEAD = edit.write_text(EMPTY, "values.lead", Statement, "en", "Three.")


def test_a_section_begins_with_its_first_word_wherever_it_stands() -> None:
    assert state_of(SECTION, EMPTY) == "empty"
    assert state_of(SECTION, LEAD) == "started"
    assert state_of(SECTION, edit.write_note(EMPTY, "values.q2", "fr", "Samira.")) == "started"
    assert state_of(SECTION, edit.write_note(EMPTY, "promise.q2", "fr", "Samira.")) == "empty"


def test_a_row_without_a_word_does_not_begin_a_section() -> None:
    row = edit.add_row(EMPTY, "values", "r1")
    assert state_of(SECTION, row) == "empty"
    assert state_of(SECTION, edit.write_cell(row, "values", "r1", "name", "Donner", "fr")) == "started"


@pytest.mark.parametrize("nothing", [Statement(), Table()])
def test_an_answer_that_says_nothing_does_not_begin_a_section(nothing: Statement | Table) -> None:
    platform = Platform(id="x", framework=EMPTY.framework, answers={"values": nothing})
    assert state_of(SECTION, platform) == "empty"


def test_a_section_is_settled_when_its_author_says_so_and_while_it_holds_something() -> None:
    assert state_of(SECTION, edit.settle(LEAD, "values", True)) == "settled"
    assert state_of(SECTION, edit.settle(LEAD, "promise", True)) == "started"
    assert state_of(SECTION, edit.settle(EMPTY, "values", True)) == "empty"


def test_every_section_has_a_state_in_the_order_of_the_outline() -> None:
    framework = Library(resources.read_toml, ("plateforme",)).framework("plateforme")
    found = states(framework, edit.write_text(EMPTY, "promise", Statement, "fr", "Chaud."))
    assert [section for section, _ in found] == list(framework.sections)
    assert [section.id for section, state in found if state != "empty"] == ["promise"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        (" \n\t ", 0),
        ("l’heure", 1),
        ("l'heure d'été", 2),
        ("à sept heures ; pas avant", 5),
        ("Qui\u00a0? Vous\u202f!", 2),
        ("« Pain » – chaud … — !", 2),
        ("vingt-deux, 10:30 et 3,5 %", 4),
        ("**gras** _ * - 1. #", 2),
        ("🥖 🥖", 0),
        ("Crème\u0301 œuf Ελλάδα 面包", 4),
        ("une\nligne", 2),
    ],
)
def test_words_stand_between_spaces_and_a_lone_sign_is_none(text: str, words: int) -> None:
    assert count_words(text) == words
