"""Light, dark or the system's: put on at once, remembered, ticked in the menu."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brandplatform.ui.preferences import Preferences
from brandplatform.ui.program import Program
from brandplatform.ui.tokens import DARK, LIGHT, Tokens
from tests.ui.house import shown


@pytest.mark.parametrize(("scheme", "tokens"), [("dark", DARK), ("light", LIGHT)])
def test_a_theme_is_put_on_at_once_and_remembered(
    qtbot: QtBot, house: Program, scheme: str, tokens: Tokens, qapp: QApplication
) -> None:
    window = shown(qtbot, house)
    house.dress("light" if scheme == "dark" else "dark")
    window.screens.show_section("mission")
    house.dress(scheme)
    assert window.desk.tokens == house.desk.tokens == tokens
    assert qapp.palette().base().color().name().upper() == tokens.paper
    assert window.screens.page.current_section == "mission"
    assert Preferences({"BRANDPLATFORM_HOME": str(house.preferences.state_folder.parent)}).now.theme == scheme
    house.dress("light")


def test_the_menu_offers_three_themes_and_ticks_the_one_there_is(qtbot: QtBot, house: Program) -> None:
    window = shown(qtbot, house)
    menu = window.menus.menus["view.theme"]
    menu.aboutToShow.emit()
    assert [(action.text(), action.isChecked()) for action in menu.actions()] == [
        ("Celui du s&ystème", True),
        ("&Clair", False),
        ("&Sombre", False),
    ]
    menu.actions()[2].trigger()
    assert house.desk.tokens == DARK
    house.dress("light")
