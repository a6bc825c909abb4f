"""Work that was not saved: written within a second, offered at the next start, taken up as one step."""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brandplatform.document import edit
from brandplatform.document.model import Statement
from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.program import Program
from tests.ui import house as houses
from tests.ui.house import promise, rename, save, saved, shown
from tests.ui.keys import type_into
from tests.ui.unsaved import asked, holds, interrupted, kept_promise, left, offers, work

DIFFERS = {
    "fr": "1 différence avec a.brandplatform : Marque",
    "en": "1 difference from a.brandplatform: Brand",
}
TOLD = {"fr": ("Plus tard", "Le supprimer"), "en": ("Later", "Delete it")}


# Kept


def test_a_key_is_kept_within_a_second(qtbot: QtBot, house: Program) -> None:
    window = shown(qtbot, house)
    window.screens.write_promise()
    box = QApplication.focusWidget()
    assert isinstance(box, TypingBox)
    for letter in "oui":
        wanted, start = box.text + letter, time.perf_counter()
        type_into(box, letter)
        qtbot.waitUntil(partial(holds, house, wanted))
        assert time.perf_counter() - start <= 1


def test_what_was_answered_at_the_start_is_kept_before_a_key(qtbot: QtBot, house: Program) -> None:
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


def test_a_file_whose_name_is_no_unicode_is_opened_and_found_again(
    qtbot: QtBot, house: Program, tmp_path: Path
) -> None:
    file = saved(tmp_path / b"caf\xe9.brandplatform".decode("utf-8", "surrogateescape"))
    house.open_file(file)
    rename(house.windows[0], "Autre")
    assert house.windows[0].keeping.recorder.now()
    assert house.windows[0].keeping.recorder.recovery.read()[1].path == str(file)


# Offered


@pytest.mark.parametrize("language", ["fr", "en"])
def test_work_is_offered_beside_its_file_with_what_differs(
    qtbot: QtBot, house: Program, tmp_path: Path, again: Callable[..., Program], language: str
) -> None:
    interrupted(qtbot, house, saved(tmp_path / "a.brandplatform"))
    again(language)
    dialog = asked(qtbot)
    (one,) = dialog.works
    assert one.told.text().splitlines()[1].replace("\u00a0", " ") == DIFFERS[language]
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
    assert [len(before), len(after)] == [1, 1]
    assert before != after
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
    assert offers() == []
