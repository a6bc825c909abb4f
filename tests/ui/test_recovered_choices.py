"""Work that was not saved, and what a person does with the offer: later, never, one after the other."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from brandplatform.storage.recovery import Recovery, waiting
from brandplatform.ui import recovered
from brandplatform.ui.program import Program
from brandplatform.ui.recovered import RecoveredDialog
from tests.ui.house import rename, saved, shown
from tests.ui.test_recovered import again, asked, interrupted, left

__all__ = ["again"]


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


def test_work_that_is_deleted_is_gone_with_its_lock(
    qtbot: QtBot, house: Program, tmp_path: Path, again: Callable[..., Program]
) -> None:
    interrupted(qtbot, house, saved(tmp_path / "a.brandplatform"))
    again()
    dialog = asked(qtbot)
    dialog.works[0].drop.click()
    assert not dialog.isVisible()
    folder = house.preferences.state_folder / "recovery"
    assert [one for one in folder.rglob("*") if one.is_file()] == []


def test_of_several_each_is_decided_and_the_newest_stands_first(
    qtbot: QtBot, house: Program, tmp_path: Path, again: Callable[..., Program]
) -> None:
    for name in ("Un", "Deux", "Trois"):
        interrupted(qtbot, house, saved(tmp_path / f"{name}.brandplatform"), name)
    next_day = again()
    dialog = asked(qtbot)
    assert [one.take.accessibleDescription() for one in dialog.works] == ["Trois", "Deux", "Un"]
    assert next_day.welcome is not None
    with qtbot.waitSignal(next_day.welcome.destroyed):
        dialog.works[0].take.click()
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


def test_work_joins_a_session_that_is_open_on_its_file(
    qtbot: QtBot, house: Program, tmp_path: Path, again: Callable[..., Program]
) -> None:
    file = saved(tmp_path / "a.brandplatform")
    interrupted(qtbot, house, file)
    (one,) = waiting(house.preferences.state_folder)
    next_day = again(path=file)
    (window,) = next_day.windows
    recovered.joined(next_day.desk, one, window.session)
    assert window.session.platform.brand.name == "Pas enregistré"
    window.session.undo()
    assert not window.session.modified
    one.release()


def test_work_that_goes_before_it_is_shown_is_no_obstacle_to_the_rest(
    qtbot: QtBot, house: Program, tmp_path: Path
) -> None:
    for name in ("Un", "Deux"):
        interrupted(qtbot, house, saved(tmp_path / f"{name}.brandplatform"), name)
    found = waiting(house.preferences.state_folder)
    found[0].file.unlink()
    dialog = RecoveredDialog(house.desk, found, None)
    qtbot.addWidget(dialog)
    assert [one.take.accessibleDescription() for one in dialog.works] == ["Un"]
    for one in found:
        one.release()
