"""What goes wrong in a person's day: words not saved, a power cut, a folder gone, a file open twice."""

import shutil
import threading
from pathlib import Path

import pytest

from brandplatform.document import edit
from brandplatform.document.model import Statement, Table
from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.storage.lock import note_of
from tests.journeys.hands import Hands, until
from tests.journeys.person import Person, kept, until_kept

pytestmark = pytest.mark.journey
PROMISE = "Du pain à sept heures"
UNSAVED = "Enregistrer avant de fermer\u202f?"
WHERE = "Enregistrer la plateforme"
UNSAVED_WORK = "Du travail n’avait pas été enregistré"


def begun(person: Person) -> Hands:
    """Start, give a promise and a name, and come to the page."""
    hands = person.start()
    hands.type(PROMISE)
    hands.press("Return")
    hands.type("Noé")
    hands.press("Tab", "Tab", "Return")  # past the short path, to the whole platform
    until(lambda: "Noé" in hands.window(), "the window of Noé")
    return hands


def example(person: Person) -> Path:
    """Return a file that holds the complete example."""
    file = person.documents / "levain.brandplatform"
    assert person.command("new", file, "--sample", "maison-levain").returncode == 0
    return file


def promise(file: Path) -> str:
    """Return the promise a file holds."""
    answer = kept(file).answers["promise"]
    assert isinstance(answer, Statement)
    return answer.text["fr"]


@pytest.mark.parametrize("language", ["fr"])
def test_closing_with_words_in_no_file_asks_and_saves_them(person: Person) -> None:
    hands = begun(person)
    hands.press("ctrl+w")
    until(lambda: UNSAVED in hands.window(), "the question")
    hands.press("Escape")
    until(lambda: "Noé" in hands.window(), "the window, still there")
    hands.press("ctrl+w")
    until(lambda: UNSAVED in hands.window(), "the question again")
    hands.press("Return")
    until(lambda: WHERE in hands.window(), "the question where to save")
    hands.press("Return")
    until(hands.ended, "the end of the program")
    assert promise(person.documents / "Noé.brandplatform") == PROMISE


@pytest.mark.parametrize("milliseconds", [0, 3, 8, 15, 30, 60])
def test_a_program_killed_while_it_saves_leaves_the_file_whole(reader: Person, milliseconds: int) -> None:
    file = example(reader)
    before = promise(file)
    hands = reader.start(file)
    hands.type("Ou pas. ")
    threading.Timer(milliseconds / 1000, hands.kill).start()
    hands.press("ctrl+s")
    until(hands.ended, "the end of the program")
    assert promise(file) in (before, "Ou pas. " + before, before + "Ou pas. ")
    again = reader.start(file)
    assert "Maison Levain" in again.window()
    there = {one.name for one in reader.documents.iterdir()}
    assert there - {note_of(file).name} == {file.name}


def test_words_a_power_cut_took_are_offered_at_the_next_start_and_come_back(reader: Person) -> None:
    file = example(reader)
    before, unsaved = promise(file), reader.state / "recovery"
    hands = reader.start(file)
    hands.type("Ou pas. ")
    until(lambda: any(unsaved.glob("*.brandplatform")), "what is not saved, kept")
    hands.kill()
    until(hands.ended, "the end of the program")
    again = reader.start(file)
    until(lambda: UNSAVED_WORK in again.window(), "the offer")
    again.press("Return")
    until(lambda: "Maison Levain" in again.window(), "the window of the work")
    again.press("ctrl+s")
    until(lambda: promise(file) != before, "the words in the file")
    assert "Ou pas." in promise(file)
    until(lambda: not any(unsaved.glob("*.brandplatform")), "nothing left to offer")


def test_what_somebody_else_wrote_meanwhile_is_in_the_file_beside_ours(reader: Person) -> None:
    file = example(reader)
    before = kept(file)
    hands = reader.start(file)
    hands.type("Ou pas. ")
    theirs = edit.write_text(before, "mission", Statement, "fr", "Nous cuisons la nuit.")
    container.save(file, Kept(platform=theirs), "", "2026-11-25T09:00:00+00:00", by="Ana Roy")
    hands.press("ctrl+s")
    until(lambda: "Ou pas." in promise(file), "our words in the file")
    mission = kept(file).answers["mission"]
    assert isinstance(mission, Statement)
    assert mission.text["fr"] == "Nous cuisons la nuit."
    assert "Ana Roy" in hands.seen()


def test_a_file_open_in_a_window_is_not_written_by_a_command(reader: Person) -> None:
    file = example(reader)
    before = promise(file)
    hands = reader.start(file)
    refused = reader.command("set", file, "promise", "Autre chose.")
    assert (refused.returncode, refused.stdout, promise(file)) == (2, "", before)
    assert "fenêtre" in refused.stderr
    hands.press("ctrl+w")
    until(hands.ended, "the end of the program")
    assert reader.command("set", file, "promise", "Autre chose.").returncode == 0
    assert promise(file) == "Autre chose."


def test_a_folder_that_is_gone_is_said_in_a_sentence_and_nothing_is_lost(reader: Person) -> None:
    folder = reader.documents / "clé"
    folder.mkdir()
    file = shutil.move(example(reader), folder)
    hands = reader.start(file)
    hands.type("Ou pas. ")
    shutil.rmtree(folder)
    hands.press("ctrl+s")
    until(lambda: "Rien n’a été perdu" in hands.seen(), "a sentence")
    hands.press("ctrl+shift+s")
    until(lambda: WHERE in hands.window(), "the question where to save")
    hands.press("Return")
    found = until_kept(reader.documents / "levain.brandplatform", lambda p: True, "the file elsewhere")
    assert "Ou pas." in str(found.answers["promise"])


@pytest.mark.parametrize("language", ["fr"])
def test_cells_copied_from_a_spreadsheet_become_rows(person: Person) -> None:
    hands = begun(person)
    hands.press(*["alt+Down"] * 9)
    hands.paste("Dire l'heure\tElle est à la craie.\nAttendre la pâte\tVingt-quatre heures.\n")
    hands.press("ctrl+s")
    until(lambda: WHERE in hands.window(), "the question where to save")
    hands.press("Return")
    saved = until_kept(person.documents / "Noé.brandplatform", lambda p: "values" in p.answers, "the file")
    table = saved.answers["values"]
    assert isinstance(table, Table)
    assert [row.cells for row in table.rows] == [
        {"name": {"fr": "Dire l'heure"}, "meaning": {"fr": "Elle est à la craie."}},
        {"name": {"fr": "Attendre la pâte"}, "meaning": {"fr": "Vingt-quatre heures."}},
    ]


@pytest.mark.parametrize("language", ["fr"])
def test_the_interface_turns_english_in_the_middle_of_a_word_and_the_word_stays(person: Person) -> None:
    hands = begun(person)
    hands.type(" et demi")
    hands.press("alt+a", "l", "e")
    hands.type("e.")
    hands.press("ctrl+s")
    until(lambda: "Save the platform" in hands.window(), "the question where to save, in English")
    hands.press("Return")
    file = person.documents / "Noé.brandplatform"
    until_kept(file, lambda p: True, "the file")
    assert promise(file) == f"{PROMISE} et demie."
