"""Work that was not saved, and what a person does with the offer: later, never, one after the other."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brandplatform.document import edit
from brandplatform.document.model import FORMAT, Statement
from brandplatform.storage.lock import Lock
from brandplatform.storage.recovery import waiting
from brandplatform.ui import question, recovered
from brandplatform.ui.commands import Spot
from brandplatform.ui.pathwindow import PathWindow
from brandplatform.ui.program import Program
from brandplatform.ui.recovered import RecoveredDialog
from tests.ui import walk
from tests.ui.house import promise, saved, shown
from tests.ui.keys import type_into
from tests.ui.unsaved import asked, interrupted, left


def rewritten(file: Path, change: dict[str, object]) -> bytes:
    """Change the document in a file, as another program does; return what the file holds then."""
    data = io.BytesIO()
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(data, "w") as new:
        for entry in old.infolist():
            held = old.read(entry)
            if entry.filename == "document.json":
                held = json.dumps({**json.loads(held), **change}).encode()
            new.writestr(entry, held)
    file.write_bytes(data.getvalue())
    return data.getvalue()


@pytest.mark.parametrize("way", ["later", "escape"])
def test_work_put_off_is_offered_again_at_the_next_start(
    qtbot: QtBot, house: Program, tmp_path: Path, again: Callable[..., Program], way: str
) -> None:
    interrupted(qtbot, house, saved(tmp_path / "a.brandplatform"))
    again()
    first = asked(qtbot)
    first.later.click() if way == "later" else first.reject()
    assert len(left(house)) == 1
    again()
    second = asked(qtbot)
    assert second is not first
    assert len(second.works) == 1
    second.close()


def test_work_that_is_deleted_is_gone_with_its_lock_once_that_is_confirmed(
    qtbot: QtBot,
    house: Program,
    tmp_path: Path,
    again: Callable[..., Program],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    interrupted(qtbot, house, saved(tmp_path / "a.brandplatform"))
    again()
    dialog = asked(qtbot)
    answers = ["stay", "drop"]
    monkeypatch.setattr(question, "ask", lambda *_: answers.pop(0))
    dialog.works[0].drop.click()
    assert len(dialog.works) == 1
    dialog.works[0].drop.click()
    assert not dialog.isVisible()
    folder = house.preferences.state_folder / "recovery"
    assert [one for one in folder.rglob("*") if one.is_file()] == []


def test_a_name_given_to_a_version_comes_back_with_the_work(
    qtbot: QtBot, house: Program, tmp_path: Path, again: Callable[..., Program]
) -> None:
    file = saved(tmp_path / "a.brandplatform")
    house.open_file(file)
    window = house.windows[0]
    window.session.name_version("Avant lundi")
    window.session.edit(edit.rebrand(window.session.platform, name="Autre"), "Marque", Spot("brand.name"))
    window.leave()
    next_day = again()
    asked(qtbot).works[0].take.click()
    session = next_day.windows[0].session
    session.save()
    qtbot.waitUntil(lambda: not session.saving)
    assert "Avant lundi" in [one.name for one in session.history]


def test_of_several_each_is_decided_and_the_newest_stands_first(
    qtbot: QtBot,
    house: Program,
    tmp_path: Path,
    again: Callable[..., Program],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(question, "ask", lambda *_: "drop")
    for name in ("Un", "Deux", "Trois"):
        interrupted(qtbot, house, saved(tmp_path / f"{name}.brandplatform"), name)
    next_day = again()
    dialog = asked(qtbot)
    assert [one.take.accessibleDescription() for one in dialog.works] == ["Trois", "Deux", "Un"]
    gone: list[str] = []
    assert next_day.welcome is not None
    next_day.welcome.destroyed.connect(lambda: gone.append("the start screen"))
    dialog.works[0].take.click()
    qtbot.waitUntil(lambda: bool(gone))
    dialog = asked(qtbot)
    assert [one.take.accessibleDescription() for one in dialog.works] == ["Deux", "Un"]
    dialog.works[0].drop.click()
    dialog.works[0].take.click()
    assert not dialog.isVisible()
    assert [w.session.platform.brand.name for w in next_day.windows] == ["Trois", "Un"]


def test_work_of_a_window_that_is_open_is_not_offered(
    qtbot: QtBot, house: Program, again: Callable[..., Program]
) -> None:
    window = shown(qtbot, house)
    assert window.keeping.recorder.now()
    assert waiting(house.preferences.state_folder) == []
    assert len(left(house)) == 1


def test_work_joins_what_was_written_since_in_a_session_that_is_open_on_its_file(
    qtbot: QtBot, house: Program, tmp_path: Path, again: Callable[..., Program]
) -> None:
    file = saved(tmp_path / "a.brandplatform")
    interrupted(qtbot, house, file)
    (one,) = waiting(house.preferences.state_folder)
    session = again(path=file).windows[0].session
    since = edit.write_text(session.platform, "promise", Statement, "fr", "Du pain.")
    session.edit(since, "Écrire", Spot("promise"))
    recovered.joined(house.desk, one, session)
    assert (session.platform.brand.name, promise(session.platform)) == ("Pas enregistré", "Du pain.")
    session.undo()
    assert (session.platform.brand.name, promise(session.platform)) == ("Levain", "Du pain.")
    one.drop()


def test_work_is_taken_up_in_the_window_that_is_open_on_its_file(
    qtbot: QtBot, house: Program, tmp_path: Path, again: Callable[..., Program]
) -> None:
    file = saved(tmp_path / "a.brandplatform")
    interrupted(qtbot, house, file)
    next_day = again(path=file)
    asked(qtbot).works[0].take.click()
    (window,) = next_day.windows
    assert (window.session.path, window.session.platform.brand.name) == (file, "Pas enregistré")


def test_work_whose_file_is_open_elsewhere_by_now_has_no_file(
    qtbot: QtBot, house: Program, tmp_path: Path, again: Callable[..., Program]
) -> None:
    file = saved(tmp_path / "a.brandplatform")
    interrupted(qtbot, house, file)
    elsewhere = Lock(file, house.preferences.state_folder)
    assert elsewhere.acquire()
    next_day = again()
    asked(qtbot).works[0].take.click()
    session = next_day.windows[0].session
    assert (session.path, session.platform.brand.name, session.modified) == (None, "Pas enregistré", True)
    elsewhere.release()


@pytest.mark.parametrize("change", [{"format": FORMAT + 1, "readable_from": FORMAT}, {"id": "f" * 32}])
def test_work_whose_file_is_another_or_of_a_newer_program_has_no_file(
    qtbot: QtBot, house: Program, tmp_path: Path, again: Callable[..., Program], change: dict[str, object]
) -> None:
    file = saved(tmp_path / "a.brandplatform")
    interrupted(qtbot, house, file)
    before = rewritten(file, change)
    next_day = again()
    asked(qtbot).works[0].take.click()
    session = next_day.windows[0].session
    assert (session.path, session.platform.brand.name, session.writable) == (None, "Pas enregistré", True)
    assert len(left(house)) == 1
    assert file.read_bytes() == before


def test_the_short_path_comes_back_at_its_step_with_the_words_in_its_box(
    qtbot: QtBot, house: Program, again: Callable[..., Program]
) -> None:
    before = walk.begun(qtbot, house)
    box = QApplication.focusWidget()
    assert box is not None
    type_into(box, "Madame Noé")
    step = before.path.step
    before.leave()
    next_day = again()
    asked(qtbot).works[0].take.click()
    (window,) = next_day.windows
    assert isinstance(window, PathWindow)
    assert window.path.step == step
    assert "Madame Noé" in str(window.session.platform.notes)


def test_work_that_goes_before_it_is_shown_is_no_obstacle_to_the_rest(
    qtbot: QtBot, house: Program, tmp_path: Path
) -> None:
    for name in ("Un", "Deux"):
        interrupted(qtbot, house, saved(tmp_path / f"{name}.brandplatform"), name)
    found = waiting(house.preferences.state_folder)
    found[0].file.unlink()
    dialog = RecoveredDialog(house.desk, found, lambda _: True, None)
    qtbot.addWidget(dialog)
    assert [one.take.accessibleDescription() for one in dialog.works] == ["Un"]
    for one in found:
        one.release()
