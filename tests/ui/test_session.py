"""One undo stack, one file: what the open document does whoever shows it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from brandplatform.document import edit
from brandplatform.document.model import Logo, Statement
from brandplatform.storage import container
from brandplatform.ui.commands import Spot
from brandplatform.ui.session import Session
from tests.ui import method

PROMISE = Spot("promise", "promise", "fr")


@pytest.fixture
def session() -> Session:
    return method.session()


def promise(session: Session) -> str:
    answer = session.platform.answers.get("promise")
    return answer.text.get("fr", "") if isinstance(answer, Statement) else ""


def write(session: Session, text: str, *, typing: bool = False, opens_step: bool = True) -> None:
    after = edit.write_text(session.platform, "promise", Statement, "fr", text)
    session.edit(after, "écrire", PROMISE, typing=typing, opens_step=opens_step)


def test_undo_then_redo_is_where_one_was(qtbot: QtBot, session: Session) -> None:
    before = session.platform
    write(session, "Demain, du pain.")
    after = session.platform
    session.undo()
    assert session.platform is before
    session.redo()
    assert session.platform is after


def test_typing_at_one_spot_is_one_step_until_a_step_opens(qtbot: QtBot, session: Session) -> None:
    write(session, "Du", typing=True)
    write(session, "Du pain", typing=True, opens_step=False)
    write(session, "Du pain chaud", typing=True)
    session.undo()
    assert promise(session) == "Du pain"
    session.undo()
    assert promise(session) == ""


def test_what_was_not_reported_yet_is_part_of_what_undo_takes_back(qtbot: QtBot, session: Session) -> None:
    session.flushing.connect(lambda: promise(session) or write(session, "Tapé à l’instant"))
    session.undo()
    assert promise(session) == ""
    session.redo()
    assert promise(session) == "Tapé à l’instant"


def test_undo_tells_where_to_look_before_the_value_changes(qtbot: QtBot, session: Session) -> None:
    write(session, "Demain, du pain.")
    seen: list[tuple[Spot, str]] = []
    session.travelled.connect(lambda spot: seen.append((spot, promise(session))))
    session.undo()
    assert seen == [(PROMISE, "Demain, du pain.")]


def test_nothing_changed_is_no_step(qtbot: QtBot, session: Session) -> None:
    session.edit(session.platform, "rien", PROMISE)
    assert session.stack.count() == 0
    assert not session.modified


def test_saving_makes_the_value_the_saved_one(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    write(session, "Demain, du pain.")
    with qtbot.waitSignal(session.state_changed, check_params_cb=lambda: not session.saving):
        session.save(tmp_path / "a.brandplatform")
    qtbot.waitUntil(lambda: not session.modified)
    assert container.load(tmp_path / "a.brandplatform").platform == session.platform
    session.undo()
    assert session.modified
    session.redo()
    assert not session.modified


def test_what_is_written_during_a_save_is_not_taken_for_saved(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    write(session, "Un.")
    session.save(tmp_path / "a.brandplatform")
    write(session, "Deux.")
    qtbot.waitUntil(lambda: session.path is not None)
    assert session.modified
    assert promise(session) == "Deux."


def test_two_saves_in_a_row_are_not_taken_for_somebody_elses(
    qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    file = tmp_path / "a.brandplatform"
    session.save(file)
    qtbot.waitUntil(lambda: session.path == file)
    for text in ("Un.", "Deux.", "Trois."):
        write(session, text)
        session.save()
    qtbot.waitUntil(lambda: not session.modified)
    assert container.load(file).platform == session.platform


def test_a_failed_save_keeps_the_work_and_says_why(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    write(session, "Demain, du pain.")
    with qtbot.waitSignal(session.save_failed) as failed:
        session.save(tmp_path / "nowhere" / "a.brandplatform")
    assert isinstance(failed.args[0], OSError)
    assert session.modified
    assert session.path is None
    assert promise(session) == "Demain, du pain."


def test_a_file_changed_elsewhere_is_not_overwritten(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    file = tmp_path / "a.brandplatform"
    write(session, "Un.")
    session.save(file)
    qtbot.waitUntil(lambda: session.path == file)
    kept = container.load(file)
    theirs = edit.rebrand(kept.platform, name="Ailleurs")
    container.save(file, container.Kept(platform=theirs), "", "2026-11-23T00:00:00+00:00")
    write(session, "Deux.")
    with qtbot.waitSignal(session.save_failed):
        session.save()
    assert container.load(file).platform.brand.name == "Ailleurs"
    assert session.modified


def test_a_view_is_told_who_made_a_change(qtbot: QtBot, session: Session) -> None:
    view = QObject()
    origins: list[object] = []
    session.changed.connect(lambda change: origins.append(change.origin))
    after = edit.rebrand(session.platform, name="Levain")
    session.edit(after, "marque", Spot("brand.name"), origin=view)
    session.undo()
    assert origins == [view, None]


def test_only_the_image_in_use_goes_into_the_file(qtbot: QtBot, session: Session, tmp_path: Path) -> None:
    session.add_asset(b"unused", "png")
    used = session.add_asset(b"used", "png")
    session.edit(edit.rebrand(session.platform, logo=Logo(asset=used)), "logo", Spot("brand.logo"))
    session.save(tmp_path / "a.brandplatform")
    qtbot.waitUntil(lambda: session.path is not None)
    assert dict(container.load(tmp_path / "a.brandplatform").assets) == {used: b"used"}
