"""My platforms: the order of the cards, looking for one, opening it, and what changed meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from brandplatform.ui.paper import to_front
from brandplatform.ui.program import Program
from tests.ui.house import saved
from tests.ui.keys import type_into
from tests.ui.portfolios import promising, read, shown, titles, written


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


# Order and search


@pytest.fixture
def four(documents: Path) -> Path:
    """A folder of four platforms, none of them saved on the same day."""
    written(documents, "1", promising("Zeste", "Des citrons.", "2027"), "2026-11-04T00:00:00+00:00")
    written(documents, "2", promising("Épinettes", "Le panier du mardi."), "2026-11-03T00:00:00+00:00")
    written(documents, "3", promising("Atelier", "Un meuble.", "2027-03-01"), "2026-11-02T00:00:00+00:00")
    written(documents, "4", promising("Ébène", "", "2027-03-01"), "2026-11-05T02:00:00+09:00")
    return documents


def test_cards_are_sorted_by_next_review_then_name(qtbot: QtBot, house: Program, four: Path) -> None:
    assert titles(shown(qtbot, house)) == ["Atelier", "Ébène", "Zeste", "Épinettes"]


def test_cards_are_sorted_by_when_they_were_saved(qtbot: QtBot, house: Program, four: Path) -> None:
    window = shown(qtbot, house)
    window.view.order.setCurrentIndex(1)
    assert titles(window) == ["Ébène", "Zeste", "Épinettes", "Atelier"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("ÉBE", ["Ébène"]), ("epinettes", ["Épinettes"]), ("MARDI panier", ["Épinettes"]), ("xyz", [])],
)
def test_cards_are_found_by_name_and_promise_whatever_the_accents(
    qtbot: QtBot, house: Program, four: Path, typed: str, found: list[str]
) -> None:
    window = shown(qtbot, house)
    window.view.seek()
    type_into(window.view.sought, typed)
    assert titles(window) == found
    assert window.view.empty.isVisible() == (not found)


# By keyboard


def test_escape_shows_all_cards_again(qtbot: QtBot, house: Program, four: Path) -> None:
    window = shown(qtbot, house)
    window.view.seek()
    type_into(window.view.sought, "xyz")
    assert titles(window) == []
    press(Qt.Key.Key_Escape)
    assert len(titles(window)) == 4


def test_a_platform_is_found_and_opened_by_keyboard_alone(qtbot: QtBot, house: Program, four: Path) -> None:
    window = shown(qtbot, house)
    assert QApplication.focusWidget() is window.view.list
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    type_into(QApplication.focusWidget(), "e")
    press(Qt.Key.Key_Down)
    wanted = window.view.list.current
    press(Qt.Key.Key_Return)
    assert house.windows[0].session.path == wanted


def test_a_double_click_opens(qtbot: QtBot, house: Program, four: Path) -> None:
    view = shown(qtbot, house).view.list
    here = view.visualRect(view.shelf.index(2)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=here)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=here)
    assert house.windows[0].session.path == four / "1.brandplatform"


def test_every_control_has_a_name(qtbot: QtBot, house: Program, four: Path) -> None:
    window = shown(qtbot, house)
    tabbed = Qt.FocusPolicy.TabFocus
    controls = [w for w in window.view.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & tabbed]
    interfaces = [QAccessible.queryAccessibleInterface(one) for one in controls]
    assert len(controls) >= 4
    assert [w for w, i in zip(controls, interfaces, strict=True) if not i.text(QAccessible.Text.Name)] == []


# Coming back


def test_what_changed_in_the_folder_shows_when_one_comes_back(
    qtbot: QtBot, house: Program, four: Path
) -> None:
    window = shown(qtbot, house)
    other = house.show_start()
    qtbot.waitUntil(other.isActiveWindow)
    (four / "1.brandplatform").unlink()
    written(four, "3", promising("Atelier neuf", "Un meuble.", "2027-03-01"))
    saved(four / "5.brandplatform", "Levain")
    to_front(window)
    wanted = ["Atelier neuf", "Ébène", "Épinettes", "Levain"]
    qtbot.waitUntil(lambda: read(window) and titles(window) == wanted)


def test_nothing_is_read_while_one_is_in_another_window_and_the_rest_once_one_is_back(
    qtbot: QtBot, house: Program, four: Path
) -> None:
    window = shown(qtbot, house)
    saved(four / "5.brandplatform", "Levain")
    window.look()
    other = house.show_start()
    qtbot.waitUntil(other.isActiveWindow)
    assert not window.reading.busy
    to_front(window)
    qtbot.waitUntil(lambda: "Levain" in titles(window))


def test_a_file_that_has_not_changed_is_not_read_again(qtbot: QtBot, house: Program, four: Path) -> None:
    window = shown(qtbot, house)
    told: list[object] = []
    window.reading.read.connect(told.append)
    with qtbot.waitSignal(window.reading.done):
        window.look()
    assert told == []


def test_the_card_one_was_at_stays_the_one_one_is_at(qtbot: QtBot, house: Program, four: Path) -> None:
    window = shown(qtbot, house)
    press(Qt.Key.Key_Down)
    before = window.view.list.current
    saved(four / "0.brandplatform", "Aaron")
    with qtbot.waitSignal(window.reading.done):
        window.look()
    assert window.view.list.current == before


def test_the_next_start_shows_the_same_folder(
    qtbot: QtBot, again: Callable[..., Program], four: Path
) -> None:
    first = again()
    first.preferences.change(portfolio=str(four))
    assert len(titles(shown(qtbot, again("en")))) == 4
