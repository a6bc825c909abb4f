"""A new user's whole path by keyboard: from the question on the first screen to a Word file."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from brandplatform.document.model import Platform, Statement, Table
from tests.journeys.hands import Hands, until
from tests.journeys.person import Person, kept, until_kept


@dataclass(frozen=True)
class Told:
    """What somebody has to say."""

    promise: str
    name: str
    answers: tuple[str, str, str]
    value: str
    meaning: str
    kept: str
    """The meaning, once its last words were taken back and one of them given again."""
    saving: str
    """The title of the window that asks where to save."""
    exporting: str


TOLD: Mapping[str, Told] = {
    "fr": Told(
        "Demain à sept heures, le pain sera tiède.",
        "Maison Noé",
        ("« Vous aviez dit tiède. »", "La voisine du troisième.", "Le samedi de décembre."),
        "Dire l'heure",
        "Elle est écrite à la craie.",
        "Elle est écrite à la",
        "Enregistrer la plateforme",
        "Exporter",
    ),
    "en": Told(
        "At seven tomorrow, the bread will be warm.",
        "Noah & Sons",
        ("You said warm.", "The neighbour upstairs.", "A Saturday in December."),
        "Tell the time",
        "It is written in chalk.",
        "It is written in",
        "Save the platform",
        "Export",
    ),
}


def first_row(platform: Platform) -> Mapping[str, object]:
    """Return what the only value says, cell by cell, in the only language there is."""
    table = platform.answers["values"]
    assert isinstance(table, Table)
    (row,) = table.rows
    texts = {name: cell for name, cell in row.cells.items() if not isinstance(cell, str)}
    return {name: text[platform.main_language].strip() for name, text in texts.items()}


def words_of(word: Path) -> str:
    """Return what a Word document says, one paragraph a line, spaces and apostrophes as typed."""
    paragraphs = Document(str(word)).element.body.iter(qn("w:p"))
    said = ("".join(part.text or "" for part in one.iter(qn("w:t"))) for one in paragraphs)
    return "\n".join(said).replace("\u202f", " ").replace("\xa0", " ").replace("’", "'")


def begin(hands: Hands, told: Told) -> None:
    """Answer the two questions of the first screen, and go to the whole platform."""
    hands.type(told.promise)
    hands.press("Return")
    hands.type(told.name)
    hands.press("Tab", "Tab", "Return")  # past the short path
    until(lambda: told.name in hands.window(), "a window named after the company")


def write(hands: Hands, told: Told) -> None:
    """Answer three questions of the promise, then add a value; two words are taken back, one given again."""
    for answer in told.answers:
        hands.press("ctrl+Return")
        hands.type(answer)
    hands.press(*["alt+Down"] * 9)
    hands.type(told.value)
    hands.press("Tab")
    hands.type(told.meaning)
    hands.press("ctrl+z", "ctrl+z", "ctrl+shift+z")


def save(hands: Hands, told: Told) -> None:
    """Save, under the name that is proposed."""
    hands.press("ctrl+s")
    until(lambda: told.saving in hands.window(), "the question where to save")
    hands.press("Return")


@pytest.mark.journey
def test_a_promise_becomes_a_platform_a_file_and_a_word_document(person: Person) -> None:
    told, language = TOLD[person.language], person.language
    hands = person.start()
    begin(hands, told)
    write(hands, told)
    save(hands, told)
    file = person.documents / f"{told.name}.brandplatform"
    platform = until_kept(file, lambda p: "values" in p.answers, "the saved file")
    promise = platform.answers["promise"]
    assert isinstance(promise, Statement)
    assert (platform.brand.name, promise.text) == (told.name, {language: told.promise})
    notes = {f"promise.q{n}": {language: answer} for n, answer in enumerate(told.answers, 1)}
    assert platform.notes == notes
    assert first_row(platform) == {"name": told.value, "meaning": told.kept}

    hands.press("ctrl+w")
    until(hands.ended, "the end of the program")
    again = person.start(file)
    assert told.name in again.window()
    again.press("ctrl+e")
    until(lambda: again.window() == told.exporting, "the export")
    again.press("Return")
    written = person.documents / f"{told.name}.docx"
    until(written.exists, "the Word document")
    said = words_of(written)
    assert all(one in said for one in (told.name, told.promise, told.value, told.kept))
    assert not any(answer in said for answer in told.answers)
    assert kept(file) == platform
