"""An owner's twenty minutes by keyboard: from a hollow line to a promise, a file and its Word page."""

from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from brandplatform.document.model import Statement
from tests.journeys.hands import Hands, until
from tests.journeys.person import Person, kept, until_kept
from tests.journeys.test_first_platform import words_of

pytestmark = pytest.mark.journey


@dataclass(frozen=True)
class Told:
    """What an owner has to say."""

    weak: str
    answers: tuple[str, str, str, str]
    person: str
    """The first words of the first answer, selected."""
    slots: tuple[str, str]
    made: str
    cards: str


TOLD: Mapping[str, Told] = {
    "fr": Told(
        "Votre boulangerie, passionnée et authentique, vous propose une large gamme de produits de qualité.",
        (
            "Anna, qui passe avant la pharmacie, à sept heures.",
            "Vous aviez dit tiède.",
            "Du pain, même seul au four.",
            "La feuille près du four.",
        ),
        "Anna",
        ("avoir du pain tiède à sept heures", "la vendeuse est malade."),
        "À Anna, nous promettons d'avoir du pain tiède à sept heures, même quand la vendeuse est malade.",
        "Maison Levain – cartes.pdf",
    ),
    "en": Told(
        "Your passionate, authentic local bakery offers a wide range of high-quality products.",
        (
            "Anna, who comes on her way to the chemist, at seven.",
            "You said warm.",
            "Bread, even alone at the oven.",
            "The sheet by the oven.",
        ),
        "Anna",
        ("have warm bread at seven", "the shop girl is ill."),
        "To Anna, we promise to have warm bread at seven, even when the shop girl is ill.",
        "Maison Levain – cards.pdf",
    ),
}
NAME = "Maison Levain"


def begin(hands: Hands, told: Told) -> None:
    """Type the first line and the name, and go through the first door."""
    hands.type(told.weak)
    hands.press("Return")
    hands.type(NAME)
    hands.press("Return")
    until(lambda: NAME in hands.window(), "a window named after the company")


def make_the_sentence(hands: Hands, told: Told) -> None:
    """Select the person in the first answer, type the rest, and go on."""
    hands.press("shift+Tab", "shift+Tab", *["shift+Right"] * len(told.person), "Return")
    for words in told.slots:
        hands.type(words)
        hands.press("Return")
    hands.press("Return")


def plain(text: str) -> str:
    """Return text with the apostrophes a person types."""
    return text.replace("’", "'")


def test_a_hollow_line_becomes_a_promise_a_file_and_a_word_page(person: Person) -> None:
    told, language = TOLD[person.language], person.language
    hands = person.start()
    begin(hands, told)
    for answer in told.answers:
        hands.type(answer)
        hands.press("ctrl+Return")
    make_the_sentence(hands, told)
    hands.press("ctrl+Return", "ctrl+Return", "Return")  # the competitor, the two lines, four cards
    cards = person.documents / told.cards
    until(cards.exists, "the cards")
    hands.press("Right", "Right", "Return")  # past the page, to Word
    word = person.documents / f"{NAME}.docx"
    until(word.exists, "the Word document")
    file = person.documents / f"{NAME}.brandplatform"
    platform = until_kept(file, lambda p: bool(p.answers), "the file")
    promise = platform.answers["promise"]
    assert isinstance(promise, Statement)
    assert plain(promise.text[language]) == told.made
    first = next(one for one in promise.drafts if one.origin == "opening")
    assert (first.text, first.status) == ({language: told.weak}, "refused")
    assert [note[language] for note in platform.notes.values()] == list(told.answers)
    assert told.made in words_of(word)
    assert cards.read_bytes().startswith(b"%PDF-")
    assert told.weak not in words_of(word)

    hands.press("ctrl+w")
    until(hands.ended, "the end of the program")
    checked = person.command("check", file)
    assert checked.returncode == 0, checked.stdout
    assert sorted(one.name for one in person.documents.iterdir()) == sorted(
        (file.name, word.name, cards.name)
    )


@pytest.mark.parametrize("language", ["fr"])
def test_leaving_in_the_middle_and_opening_the_file_comes_back_to_the_same_question(person: Person) -> None:
    told = TOLD["fr"]
    hands = person.start()
    begin(hands, told)
    hands.press("ctrl+Return")
    hands.type(told.answers[1])
    hands.press("Escape")
    file = person.documents / f"{NAME}.brandplatform"
    until_kept(file, lambda p: "promise.q1" in p.notes, "the answer in the file")
    until(lambda: NAME not in hands.window(), "the first screen")
    hands.press("ctrl+q")
    until(hands.ended, "the end of the program")
    again = person.start(file)
    until(lambda: NAME in again.window(), "the window")
    again.press("ctrl+Return")
    again.type(told.answers[2])
    again.press("Escape")
    until_kept(file, lambda p: "promise.q2" in p.notes, "the next answer")
    assert kept(file).notes["promise.q1"] == {"fr": told.answers[1]}
