"""Saves that meet each other, somebody else's change, or a refusal: none is lost, none goes elsewhere."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from brandplatform.document import edit
from brandplatform.document.model import Lines, Platform, Statement, new_platform
from brandplatform.storage import atomic, container
from brandplatform.storage.container import Kept
from brandplatform.storage.history import Moment
from brandplatform.storage.lock import Lock, Owner, note_of, noted
from brandplatform.ui import files
from brandplatform.ui.commands import Spot
from brandplatform.ui.program import Program
from brandplatform.ui.window import Window
from tests.ui.house import promise, rename, saved

WHEN = "2026-11-25T09:00:00+00:00"
LINES = "signoff.not_yet"


def written(platform: Platform, text: str) -> Platform:
    return edit.write_text(platform, "promise", Statement, "fr", text)


def write(window: Window, text: str) -> None:
    window.session.edit(written(window.session.platform, text), "Écrire", Spot("promise", "promise", "fr"))


def done(qtbot: QtBot, window: Window) -> None:
    """Wait until nothing is being written."""
    qtbot.waitUntil(lambda: not window.session.saving)


class Gate:
    """Holds up every save until it is opened."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.open = threading.Event()
        real = container.save

        def slow(*given: Any, **named: Any) -> Kept:
            assert self.open.wait(10)
            return real(*given, **named)

        monkeypatch.setattr(container, "save", slow)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """A disk that waits."""
    made = Gate(monkeypatch)
    yield made
    made.open.set()


@pytest.fixture
def window(house: Program, tmp_path: Path) -> Window:
    """A window on a file with a promise."""
    file = tmp_path / "a.brandplatform"
    platform = written(new_platform("plateforme", "fr", "Levain"), "Un pain chaud à sept heures.")
    container.save(file, Kept(platform=platform), "", WHEN)
    house.open_file(file)
    return house.windows[0]


@pytest.fixture
def other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a person saves under another name."""
    path = tmp_path / "b.brandplatform"
    monkeypatch.setattr(files, "ask_save", lambda *_: path)
    return path


def test_a_save_while_it_is_saved_elsewhere_goes_there_too(
    qtbot: QtBot, window: Window, other: Path, gate: Gate
) -> None:
    write(window, "Nouveau.")
    assert window.keeping.save_as()
    write(window, "Nouveau, et encore.")
    window.keeping.save()
    gate.open.set()
    done(qtbot, window)
    assert window.session.path == other
    assert (
        promise(container.load(other).platform) == promise(window.session.platform) == "Nouveau, et encore."
    )
    assert (
        promise(container.load(other.with_name("a.brandplatform")).platform) == "Un pain chaud à sept heures."
    )
    assert window.notice.text == ""


def test_saving_elsewhere_while_a_save_is_under_way_is_not_dropped(
    qtbot: QtBot, window: Window, other: Path, gate: Gate
) -> None:
    write(window, "Nouveau.")
    window.keeping.save()
    assert window.keeping.save_as()
    window.keeping.save()
    gate.open.set()
    done(qtbot, window)
    assert window.session.path == other
    assert other.exists()


def test_a_save_elsewhere_that_failed_keeps_the_file_held_and_tries_again_there(
    qtbot: QtBot, window: Window, other: Path, house: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = window.session
    here = session.path
    assert here is not None

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as refused:
        refused.setattr(atomic.os, "fsync", full)
        write(window, "Nouveau.")
        assert window.keeping.save_as()
        qtbot.waitUntil(lambda: bool(window.notice.text))
    assert session.path == here
    assert not Lock(here, house.preferences.state_folder).acquire()
    assert noted(here) is not None
    window.notice.ways[0].click()
    qtbot.waitUntil(lambda: session.path == other)
    free = Lock(here, house.preferences.state_folder)
    assert free.acquire()
    free.release()
    assert noted(here) is None


def test_two_saves_of_a_file_changed_elsewhere_merge_once(qtbot: QtBot, window: Window) -> None:
    session = window.session
    assert session.path is not None
    theirs = edit.write_lines(session.platform, LINES, "fr", ("b",))
    container.save(session.path, Kept(platform=theirs), "", WHEN, by="Ana")
    session.edit(edit.write_lines(session.platform, LINES, "fr", ("a",)), "Écrire", Spot(LINES))
    window.keeping.save()
    window.keeping.save()
    done(qtbot, window)
    answer = container.load(session.path).platform.answers[LINES]
    assert isinstance(answer, Lines)
    assert answer.lines["fr"] == ("a", "b")
    assert [one.why for one in session.history].count("merge") == 1


def test_a_look_from_before_a_save_reverts_nothing(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, real, go = window.session, container.load, threading.Event()
    assert session.path is not None
    os.utime(session.path, (1, 1))

    def late(path: Path) -> Kept:
        found = real(path)
        if threading.current_thread().name.startswith("errand"):
            assert go.wait(10)
        return found

    monkeypatch.setattr(container, "load", late)
    window.keeping.look()
    write(window, "Trois heures de travail.")
    window.keeping.save()
    done(qtbot, window)
    go.set()
    qtbot.wait(100)
    assert promise(session.platform) == "Trois heures de travail."
    assert window.notice.text == ""


def test_a_version_somebody_else_named_stays_when_we_save(qtbot: QtBot, window: Window) -> None:
    session = window.session
    assert session.path is not None
    there = container.load(session.path)
    named = Moment(there.platform, "2026-11-26T08:00:00+00:00", "Ana", "Envoyée à la presse")
    container.save(session.path, there, "", "2026-11-26T09:00:00+00:00", by="Ana", before=[named])
    write(window, "Nouveau.")
    window.keeping.save()
    done(qtbot, window)
    assert "Envoyée à la presse" in [one.name for one in container.load(session.path).history]


def test_a_name_given_while_saves_wait_is_not_lost(qtbot: QtBot, window: Window, gate: Gate) -> None:
    session = window.session
    session.name_version("un")
    session.save()
    session.save()
    session.name_version("deux")
    gate.open.set()
    done(qtbot, window)
    if session.modified:
        session.save()
        done(qtbot, window)
    assert session.path is not None
    assert {"un", "deux"} <= {one.name for one in container.load(session.path).history}


def test_a_file_that_came_back_meanwhile_is_not_written_over(qtbot: QtBot, window: Window) -> None:
    session = window.session
    assert session.path is not None
    session.path.unlink()
    write(window, "Nouveau.")
    window.keeping.save()
    qtbot.waitUntil(lambda: bool(window.notice.text))
    saved(session.path, "Une autre")
    window.notice.ways[1].click()
    done(qtbot, window)
    assert container.load(session.path).platform.brand.name == "Une autre"


def test_saving_over_ones_own_file_by_another_name_is_a_save(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "link.brandplatform"
    link.symlink_to(tmp_path / "a.brandplatform")
    monkeypatch.setattr(files, "ask_save", lambda *_: link)
    rename(window, "Autre")
    assert window.keeping.save_as()
    done(qtbot, window)
    assert container.load(tmp_path / "a.brandplatform").platform.brand.name == "Autre"


def test_the_note_of_whoever_writes_all_the_same_is_left_to_them(qtbot: QtBot, window: Window) -> None:
    path = window.session.path
    assert path is not None
    theirs = Owner(person="Ana", machine="autre", since=WHEN)
    note_of(path).write_text('{"person":"Ana","machine":"autre","since":"' + WHEN + '"}')
    write(window, "Nouveau.")
    window.keeping.save()
    done(qtbot, window)
    assert noted(path) == theirs
    window.close()
    assert noted(path) == theirs


def test_a_copy_to_hand_on_never_takes_the_place_of_a_file_that_is_open(
    qtbot: QtBot, window: Window, house: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = saved(tmp_path / "c.brandplatform", "Ouverte")
    house.open_file(file)
    monkeypatch.setattr(files, "ask_save", lambda *_: file)
    window.outlets.copy_bare()
    assert "déjà ouvert" in window.notice.text
    assert container.load(file).platform.brand.name == "Ouverte"
