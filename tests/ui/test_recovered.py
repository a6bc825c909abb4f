"""Work that was not saved: written within a second, offered at the next start, taken up as one step."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brandplatform.document import edit
from brandplatform.document.model import Platform, Statement
from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.program import Program
from brandplatform.ui.recovered import RecoveredDialog
from brandplatform.ui.window import Window
from tests.ui import house as houses
from tests.ui.house import promise, rename, save, saved, shown
from tests.ui.keys import type_into

TOLD = {"fr": ("Plus tard", "Le supprimer"), "en": ("Later", "Delete it")}


@pytest.fixture
def again(tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """The program started once more, by the same person."""
    made: list[Program] = []

    def start(language: str = "fr", path: Path | None = None) -> Program:
        made.append(houses.program(tmp_path / "home", language))
        made[-1].begin(path)
        return made[-1]

    yield start
    for one in made:
        houses.put_away(one)


def left(house: Program) -> list[Path]:
    """Return the work that is kept."""
    return sorted((house.preferences.state_folder / "recovery").glob("*.brandplatform"))


def work(house: Program) -> Platform | None:
    """Return the one piece of work that is kept, if there is any."""
    return next((container.load(file).platform for file in left(house)), None)


def kept_promise(house: Program) -> str:
    """Return the promise that is kept."""
    found = work(house)
    return promise(found) if found else ""


def asked(qtbot: QtBot) -> RecoveredDialog:
    """Wait for the question, and return it."""

    def there() -> list[RecoveredDialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, RecoveredDialog) and w.isVisible()]

    qtbot.waitUntil(lambda: bool(there()))
    return there()[0]


def interrupted(qtbot: QtBot, house: Program, file: Path, name: str = "Pas enregistré") -> None:
    """Open a file, change the brand's name, and end the program as the system asks."""
    house.open_file(file)
    window = house.windows[-1]
    rename(window, name)
    window.leave()


# Kept


def test_a_key_is_kept_within_a_second(qtbot: QtBot, house: Program) -> None:
    window = shown(qtbot, house)
    window.screens.write_promise()
    box = QApplication.focusWidget()
    assert isinstance(box, TypingBox)
    for letter in "oui":
        wanted, start = box.text + letter, time.perf_counter()
        type_into(box, letter)
        qtbot.waitUntil(lambda wanted=wanted: kept_promise(house) == wanted)
        assert time.perf_counter() - start <= 1


def test_what_was_answered_at_the_start_is_kept_before_anything_is_typed(qtbot: QtBot, house: Program) -> None:
    houses.begun(house, "Du pain chaud.", "Levain")
    qtbot.waitUntil(lambda: kept_promise(house) == "Du pain chaud.")


def test_nothing_is_kept_of_what_is_saved(qtbot: QtBot, house: Program, tmp_path: Path) -> None:
    window = shown(qtbot, house)
    qtbot.waitUntil(lambda: bool(left(house)))
    save(qtbot, window, tmp_path / "a.brandplatform")
    qtbot.waitUntil(lambda: not left(house))
    folder = house.preferences.state_folder / "recovery"
    qtbot.waitUntil(lambda: not [one for one in folder.rglob("*") if one.is_file()])


def test_nothing_is_kept_of_what_was_taken_back(qtbot: QtBot, house: Program, tmp_path: Path) -> None:
    house.open_file(saved(tmp_path / "a.brandplatform"))
    window = house.windows[0]
    rename(window, "Autre")
    qtbot.waitUntil(lambda: bool(left(house)))
    window.session.undo()
    qtbot.waitUntil(lambda: not left(house))


def test_nothing_is_kept_of_what_was_given_up(
    qtbot: QtBot, house: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(qtbot, house)
    qtbot.waitUntil(lambda: bool(left(house)))
    monkeypatch.setattr("brandplatform.ui.files.ask_unsaved", lambda *_: "discard")
    assert window.close()
    assert not left(house)


def test_leaving_keeps_the_last_letter(qtbot: QtBot, house: Program) -> None:
    window = shown(qtbot, house)
    window.screens.write_promise()
    box = QApplication.focusWidget()
    assert isinstance(box, TypingBox)
    type_into(box, "x")
    typed = box.text
    window.leave()
    window.leave()  # told twice
    assert kept_promise(house) == typed


def test_a_state_folder_that_cannot_be_written_stops_nobody(
    qtbot: QtBot, house: Program, tmp_path: Path
) -> None:
    house.preferences.state_folder.parent.mkdir(parents=True, exist_ok=True)
    house.preferences.state_folder.write_text("no folder")
    window = shown(qtbot, house)
    assert not window.keeping.recorder.now()
    save(qtbot, window, tmp_path / "a.brandplatform")
    assert not window.session.modified
    assert window.keeping.recorder.now()
    window.leave()


# Offered


@pytest.mark.parametrize("language", ["fr", "en"])
def test_work_is_offered_beside_its_file_with_what_differs(
    qtbot: QtBot, house: Program, tmp_path: Path, again: Callable[..., Program], language: str
) -> None:
    interrupted(qtbot, house, saved(tmp_path / "a.brandplatform"))
    again(language)
    dialog = asked(qtbot)
    (one,) = dialog.works
    said = {"fr": "1 différence avec a.brandplatform\u202f: Marque", "en": "1 difference from a.brandplatform: Brand"}
    assert one.told.text().splitlines()[1].replace("\u00a0", "\u202f") == said[language]
    assert (dialog.later.text(), one.drop.text()) == TOLD[language]
    assert one.take.accessibleDescription() == "Pas enregistré"
    dialog.close()


def test_work_is_taken_up_as_one_step_whose_undo_gives_what_the_file_holds(
    qtbot: QtBot, house: Program, tmp_path: Path, again: Callable[..., Program]
) -> None:
    file = saved(tmp_path / "a.brandplatform")
    interrupted(qtbot, house, file)
    next_day = again()
    asked(qtbot).works[0].take.click()
    (window,) = next_day.windows
    session = window.session
    assert (session.path, session.platform.brand.name, session.stack.count()) == (file, "Pas enregistré", 1)
    assert session.modified
    assert "Votre travail est repris" in window.notice.text
    session.undo()
    assert session.platform == container.load(file).platform
    assert not session.modified


def test_work_that_is_taken_up_is_kept_until_it_is_saved(
    qtbot: QtBot, house: Program, tmp_path: Path, again: Callable[..., Program]
) -> None:
    interrupted(qtbot, house, saved(tmp_path / "a.brandplatform"))
    before = left(house)
    next_day = again()
    asked(qtbot).works[0].take.click()
    after = left(house)
    assert len(after) == 1 and after != before
    window = next_day.windows[0]
    window.keeping.save()
    qtbot.waitUntil(lambda: not left(house))
    assert container.load(tmp_path / "a.brandplatform").platform.brand.name == "Pas enregistré"


def test_work_joins_what_the_file_has_become_meanwhile(
    qtbot: QtBot, house: Program, tmp_path: Path, again: Callable[..., Program]
) -> None:
    file = saved(tmp_path / "a.brandplatform")
    interrupted(qtbot, house, file)
    there = container.load(file).platform
    theirs = edit.write_text(there, "promise", Statement, "fr", "Écrit ailleurs.")
    container.save(file, Kept(platform=theirs), "", "2026-11-25T00:00:00+00:00", by="Anna")
    next_day = again()
    asked(qtbot).works[0].take.click()
    platform = next_day.windows[0].session.platform
    assert (platform.brand.name, promise(platform)) == ("Pas enregistré", "Écrit ailleurs.")
    assert platform.conflicts == ()


def test_work_and_file_at_odds_are_both_there(
    qtbot: QtBot, house: Program, tmp_path: Path, again: Callable[..., Program]
) -> None:
    file = saved(tmp_path / "a.brandplatform")
    interrupted(qtbot, house, file)
    theirs = edit.rebrand(container.load(file).platform, name="Ailleurs")
    container.save(file, Kept(platform=theirs), "", "2026-11-25T00:00:00+00:00", by="Anna")
    next_day = again()
    asked(qtbot).works[0].take.click()
    platform = next_day.windows[0].session.platform
    (conflict,) = platform.conflicts
    assert platform.brand.name == "Pas enregistré"
    assert (conflict.theirs, conflict.by) == ("Ailleurs", "Anna")


def test_work_whose_file_is_gone_opens_without_one(
    qtbot: QtBot, house: Program, tmp_path: Path, again: Callable[..., Program]
) -> None:
    file = saved(tmp_path / "a.brandplatform")
    interrupted(qtbot, house, file)
    file.unlink()
    next_day = again()
    dialog = asked(qtbot)
    assert "a.brandplatform n’est plus là" in dialog.works[0].told.text()
    dialog.works[0].take.click()
    session = next_day.windows[0].session
    assert (session.path, session.platform.brand.name, session.modified) == (None, "Pas enregistré", True)


def test_work_that_was_never_saved_says_so_and_opens(
    qtbot: QtBot, house: Program, again: Callable[..., Program]
) -> None:
    shown(qtbot, house).leave()
    next_day = again()
    dialog = asked(qtbot)
    assert "jamais eu de fichier" in dialog.works[0].told.text()
    dialog.works[0].take.click()
    assert promise(next_day.windows[0].session.platform) == "Du pain."


def test_what_the_file_holds_by_now_is_not_offered(
    qtbot: QtBot, house: Program, tmp_path: Path, again: Callable[..., Program]
) -> None:
    file = saved(tmp_path / "a.brandplatform")
    interrupted(qtbot, house, file)
    kept = work(house)
    assert kept is not None
    container.save(file, Kept(platform=kept), "", "2026-11-25T00:00:00+00:00")
    again()
    qtbot.waitUntil(lambda: not left(house))
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, RecoveredDialog) and w.isVisible()]
