"""One file and two people: who has it open, what both wrote, a file that went away, a copy to hand on."""

from pathlib import Path

import msgspec
import pytest
from pytestqt.qtbot import QtBot

from brandplatform.document import edit
from brandplatform.document.model import Platform, Statement, new_platform
from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.storage.lock import Lock, Owner, note_of
from brandplatform.ui import files
from brandplatform.ui.commands import Spot
from brandplatform.ui.program import Program
from brandplatform.ui.window import Window
from tests.ui.house import promise, rename, save, saved, shown

WHEN = "2026-11-25T09:00:00+00:00"


def written(platform: Platform, text: str, field: str = "promise") -> Platform:
    return edit.write_text(platform, field, Statement, "fr", text)


def elsewhere(file: Path, platform: Platform, by: str = "Ana Roy") -> None:
    """Have somebody else write the file."""
    container.save(file, Kept(platform=platform), "", WHEN, by=by)


def say(window: Window, name: str) -> None:
    """Press a way out of a notice."""
    next(way for way in window.notice.ways if way.text() == name).click()


@pytest.fixture
def opened(qtbot: QtBot, house: Program, tmp_path: Path) -> Window:
    """A window on a file with a promise of ten words."""
    file = tmp_path / "a.brandplatform"
    made = written(
        new_platform("plateforme", "fr", "Levain"), "Un pain chaud à sept heures, chaque jour ouvré."
    )
    container.save(file, Kept(platform=made), "", WHEN)
    house.open_file(file)
    return house.windows[0]


def write(window: Window, text: str) -> None:
    window.session.edit(written(window.session.platform, text), "Écrire", Spot("promise", "promise", "fr"))


# Changed on disk


def test_what_was_written_elsewhere_joins_what_is_written_here(qtbot: QtBot, opened: Window) -> None:
    session = opened.session
    assert session.path is not None
    elsewhere(session.path, written(session.platform, "Un pain chaud à huit heures, chaque jour ouvré."))
    write(opened, "Un pain tiède à sept heures, chaque jour ouvré.")
    opened.keeping.save()
    qtbot.waitUntil(lambda: not session.modified and not session.saving)
    both = "Un pain tiède à huit heures, chaque jour ouvré."
    assert promise(session.platform) == promise(container.load(session.path).platform) == both
    assert "par Ana Roy" in opened.notice.text
    assert "1 changement a été réuni" in opened.notice.text
    session.undo()
    assert promise(session.platform) == "Un pain tiède à sept heures, chaque jour ouvré."
    assert [one.why for one in session.history] == ["", "", "merge", ""]


def test_coming_back_to_the_window_shows_what_was_written_elsewhere(qtbot: QtBot, opened: Window) -> None:
    session = opened.session
    assert session.path is not None
    elsewhere(session.path, written(session.platform, "Un pain chaud à huit heures."))
    before = session.path.read_bytes()
    opened.keeping.look()
    qtbot.waitUntil(lambda: bool(opened.notice.text))
    assert promise(session.platform) == "Un pain chaud à huit heures."
    assert not session.modified
    assert not session.saving
    assert session.path.read_bytes() == before
    session.undo()
    assert session.modified


def test_what_both_changed_waits_to_be_decided(qtbot: QtBot, opened: Window) -> None:
    session = opened.session
    assert session.path is not None
    elsewhere(session.path, written(session.platform, "Un pain brûlant."))
    write(opened, "Un pain froid.")
    opened.keeping.save()
    qtbot.waitUntil(lambda: not session.modified and not session.saving)
    assert promise(session.platform) == "Un pain froid."
    (one,) = container.load(session.path).platform.conflicts
    assert (one.theirs, one.by) == ("Un pain brûlant.", "Ana Roy")
    assert "à vous de décider" in opened.notice.text
    say(opened, "Décider…")
    assert opened.screens.current == "compare"


def test_a_file_that_holds_another_platform_by_now_is_left_alone(qtbot: QtBot, opened: Window) -> None:
    session = opened.session
    assert session.path is not None
    elsewhere(session.path, new_platform("plateforme", "fr", "Une autre"))
    write(opened, "Un pain froid.")
    opened.keeping.save()
    qtbot.waitUntil(lambda: bool(opened.notice.text))
    assert "une autre plateforme" in opened.notice.text
    assert container.load(session.path).platform.brand.name == "Une autre"
    assert session.modified


@pytest.mark.parametrize("rubbish", [b"", b"PK\x03\x04 rubbish", b"text"])
def test_a_file_that_became_unreadable_is_not_overwritten(
    qtbot: QtBot, opened: Window, rubbish: bytes
) -> None:
    session = opened.session
    assert session.path is not None
    session.path.write_bytes(rubbish)
    write(opened, "Un pain froid.")
    opened.keeping.save()
    qtbot.waitUntil(lambda: bool(opened.notice.text))
    assert session.path.read_bytes() == rubbish
    assert "Rien n’a été perdu" in opened.notice.text


def test_a_file_that_went_away_is_said_and_written_again_when_asked(qtbot: QtBot, opened: Window) -> None:
    session = opened.session
    assert session.path is not None
    session.path.rename(session.path.with_name("moved.brandplatform"))
    write(opened, "Un pain froid.")
    opened.keeping.save()
    qtbot.waitUntil(lambda: bool(opened.notice.text))
    assert "n’est plus là" in opened.notice.text
    assert not session.path.exists()
    say(opened, "L’enregistrer de nouveau ici")
    qtbot.waitUntil(lambda: not session.modified and not session.saving)
    assert promise(container.load(session.path).platform) == "Un pain froid."


# Open elsewhere


def test_a_file_open_on_another_machine_says_who_has_it(qtbot: QtBot, house: Program, tmp_path: Path) -> None:
    file = saved(tmp_path / "a.brandplatform")
    note_of(file).write_bytes(msgspec.json.encode(Owner(person="Ana Roy", machine="fournil", since=WHEN)))
    house.open_file(file)
    (window,) = house.windows
    assert not window.session.writable
    assert "Ana Roy sur «\u00a0fournil\u00a0»" in window.notice.text
    say(window, "Écrire quand même")
    (window,) = house.windows
    assert window.session.writable
    assert b"fournil" not in note_of(file).read_bytes()
    window.close()
    assert not note_of(file).exists()


def test_a_copy_of_a_file_open_elsewhere_is_written_apart(
    qtbot: QtBot, house: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = saved(tmp_path / "a.brandplatform")
    other = Lock(file, house.preferences.state_folder)
    assert other.acquire()
    house.open_file(file)
    say(house.windows[0], "Travailler sur une copie")
    (window,) = house.windows
    assert window.session.writable
    assert window.session.path is None
    assert window.session.modified
    rename(window, "Copie")
    save(qtbot, window, tmp_path / "b.brandplatform")
    copy, original = (container.load(tmp_path / f"{name}.brandplatform") for name in "ba")
    assert (copy.platform.brand.name, original.platform.brand.name) == ("Copie", "Levain")
    assert copy.history[0].id == original.history[0].id
    other.release()


# Handed on


def test_a_copy_to_hand_on_holds_neither_notes_nor_history(
    qtbot: QtBot, house: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(qtbot, house)
    session = window.session
    session.edit(
        edit.write_note(session.platform, "promise.q1", "fr", "Entre nous."), "Noter", Spot("promise.q1")
    )
    monkeypatch.setattr(files, "ask_save", lambda *_: tmp_path / "b.brandplatform")
    window.menus["file.copy_bare"].trigger()
    qtbot.waitUntil(lambda: "ni versions" in window.notice.text)
    handed = container.load(tmp_path / "b.brandplatform")
    assert (handed.platform.notes, handed.history) == ({}, ())
    assert promise(handed.platform) == promise(session.platform)
    assert session.path is None


def test_a_copy_to_hand_on_never_takes_the_place_of_the_platform(
    qtbot: QtBot, opened: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = opened.session.path
    assert path is not None
    before = path.read_bytes()
    monkeypatch.setattr(files, "ask_save", lambda *_: path)
    opened.outlets.copy_bare()
    assert "donnez-lui un autre nom" in opened.notice.text
    assert path.read_bytes() == before
