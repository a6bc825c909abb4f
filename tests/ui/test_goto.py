"""Going anywhere by its name: what is listed, how it is found, and that it leads there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from brandplatform.ui.goto import Goal, GoTo, matching
from brandplatform.ui.program import Program
from brandplatform.ui.window import Window
from tests.ui.house import shown


def opened(window: Window) -> GoTo:
    """Ask for the list, and return it."""
    window.menus["edit.go"].trigger()
    return window.findChildren(GoTo)[-1]


def test_a_section_is_found_without_its_accents_and_opened(qtbot: QtBot, house: Program) -> None:
    window = shown(qtbot, house)
    dialog = opened(window)
    QTest.keyClicks(dialog.line, "MISSI")
    assert [goal.title for goal in dialog.found] == ["Mission"]
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert window.screens.page.current_section == "mission"


def test_an_action_is_found_and_done(qtbot: QtBot, house: Program) -> None:
    window = shown(qtbot, house)
    dialog = opened(window)
    QTest.keyClicks(dialog.line, "matrice")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert window.screens.current == "matrix"


def test_people_stand_first_and_every_action_is_there(qtbot: QtBot, house: Program) -> None:
    window = shown(qtbot, house)
    dialog = opened(window)
    titles = [goal.title for goal in dialog.found]
    assert titles[0] == "Clients"
    assert {"Enregistrer", "Exporter", "Comparer", "Quitter"} <= set(titles)
    assert "Aller à" not in titles


def test_the_arrows_move_in_the_list_while_one_types(qtbot: QtBot, house: Program) -> None:
    dialog = opened(shown(qtbot, house))
    QTest.keyClick(dialog.line, Qt.Key.Key_Down)
    QTest.keyClick(dialog.line, Qt.Key.Key_Down)
    assert dialog.list.currentRow() == 2
    QTest.keyClick(dialog.line, Qt.Key.Key_Up)
    assert dialog.list.currentRow() == 1


def test_what_is_called_nothing_is_said_and_enter_does_nothing(qtbot: QtBot, house: Program) -> None:
    dialog = opened(shown(qtbot, house))
    QTest.keyClicks(dialog.line, "zzz")
    assert dialog.found == []
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    assert dialog.isVisible()


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("", ["Équipe", "Mon équipe", "Preuves"]),
        ("equipe", ["Équipe", "Mon équipe"]),
        ("PREUVE", ["Preuves"]),
    ],
)
def test_what_begins_with_what_is_typed_stands_first(typed: str, titles: list[str]) -> None:
    known = [Goal(title, "", lambda: None) for title in ("Équipe", "Mon équipe", "Preuves")]
    assert [goal.title for goal in matching(known, typed)] == titles
