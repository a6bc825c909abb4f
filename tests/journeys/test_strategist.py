"""A strategist at the keyboard: three drafts of a promise, one of them tested, one chosen, none lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from brandplatform.document.model import Draft, Platform, Statement, Verdict
from tests.journeys.hands import Hands, until
from tests.journeys.person import Person, until_kept


@dataclass(frozen=True)
class Told:
    """What a strategist writes, and the keys of the menu Platform."""

    drafts: tuple[str, str, str]
    found: str
    reasons: tuple[str, str]
    """Why the first and the last are set aside."""
    new_draft: str
    put_to_test: str


TOLD: Mapping[str, Told] = {
    "fr": Told(
        ("Du bon pain tous les matins.", "Demain à sept heures, le pain sera tiède.", "Un pain de passion."),
        "Le voisin le dit aussi.",
        ("Bon : selon qui ?", "Personne ne peut nous le rappeler."),
        "o",
        "é",
    ),
    "en": Told(
        ("Good bread every morning.", "At seven tomorrow, the bread will be warm.", "Bread with passion."),
        "Next door says it too.",
        ("Good: says who?", "Nobody can hold us to it."),
        "f",
        "i",
    ),
}


def begun(person: Person, told: Told) -> Path:
    """Return a platform with a first promise, as a client sent it."""
    file = person.documents / "Noé.brandplatform"
    person.command("new", file, "--brand", "Maison Noé", "--lang", person.language)
    person.command("set", file, "promise", told.drafts[0])
    return file


def write_two_more(hands: Hands, told: Told) -> None:
    """Begin a draft from the menu and write it, twice."""
    for text in told.drafts[1:]:
        hands.press("alt+p")
        hands.type(told.new_draft)
        hands.type(text)


def put_the_last_to_the_test(hands: Hands, told: Told) -> None:
    """Answer the first test of the draft with the cursor: in words, and *to discuss*."""
    hands.press("alt+p")
    hands.type(told.put_to_test)
    hands.type(told.found)
    hands.press("Tab", "Tab", "space")


def decide(hands: Hands, told: Told) -> None:
    """Set the last draft aside, choose the second, set the first aside."""
    back = "shift+Tab"
    hands.press(*[back] * 4, "space")  # past the first verdict, its words and *put it to the test*
    hands.type(told.reasons[1])
    hands.press(*[back] * 4, "space")  # past the words of the third, then up what can be done with the second
    hands.press("Tab", "Tab", "space")  # from the statement past *link a proof* to the letter A
    hands.press("Tab", "Tab", "space")
    hands.type(told.reasons[0])


def decided(platform: Platform, language: str) -> bool:
    """Tell whether the file holds the last word that was typed."""
    promise = platform.answers["promise"]
    return (
        isinstance(promise, Statement) and sum(bool(one.reason.get(language)) for one in promise.drafts) > 1
    )


@pytest.mark.journey
def test_three_drafts_are_written_one_is_tested_one_chosen_and_the_others_kept(person: Person) -> None:
    told, language = TOLD[person.language], person.language
    file = begun(person, told)
    hands = person.start(file)
    until(lambda: "Maison Noé" in hands.window(), "the window of Maison Noé")
    write_two_more(hands, told)
    put_the_last_to_the_test(hands, told)
    decide(hands, told)
    hands.press("ctrl+s")
    platform = until_kept(file, lambda p: decided(p, language), "the drafts with their reasons")
    promise = platform.answers["promise"]
    assert isinstance(promise, Statement)
    first, second, third = promise.drafts
    assert promise.text == {language: told.drafts[1]}
    assert second == Draft(id=second.id, status="chosen")
    assert first == Draft(
        id=first.id, text={language: told.drafts[0]}, status="refused", reason={language: told.reasons[0]}
    )
    verdict = Verdict(result="discuss", words={language: told.found})
    assert third == Draft(
        id=third.id, text={language: told.drafts[2]}, status="refused",
        reason={language: told.reasons[1]}, tests={"t_swap": verdict},
    )  # fmt: skip
    word = person.documents / "Noé.docx"
    person.command("export", file, "-o", word, "--profile", "team")
    published = " ".join(part.text or "" for part in Document(str(word)).element.body.iter(qn("w:t")))
    assert "Maison Noé" in published
    private = (told.drafts[0], told.drafts[2], told.found, *told.reasons)
    assert not any(one.rstrip(".?") in published for one in private)
