"""Every action stands in a menu once, in both languages, and no two share a key."""

from collections import Counter

import pytest
from PySide6.QtWidgets import QMenuBar
from pytestqt.qtbot import QtBot

from brandplatform.ui.menus import TABLE, Menus, key_list, sequences, written
from tests.ui import method

ENTRIES = [entry for _, entries in TABLE for entry in entries if entry.name]


@pytest.mark.parametrize("mac", [False, True])
def test_no_two_actions_share_a_key(qtbot: QtBot, mac: bool) -> None:
    keys = Counter(key.toString() for entry in ENTRIES for key in sequences(entry, mac=mac))
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_two_actions_of_a_menu_share_a_letter(qtbot: QtBot, language: str) -> None:
    desk = method.desk(language)
    for _, entries in TABLE:
        texts = [desk.words(f"menu.{entry.name}") for entry in entries if entry.name]
        letters = Counter(text[text.index("&") + 1].lower() for text in texts)
        assert [letter for letter, times in letters.items() if times > 1] == []


def test_a_window_shows_only_what_it_can_do(qtbot: QtBot) -> None:
    bar = QMenuBar()
    qtbot.addWidget(bar)
    done: list[str] = []
    doing = {"file.new": lambda: done.append("new"), "help.about": lambda: done.append("about")}
    menus = Menus(method.desk("en"), bar, doing, mac=False)
    assert set(menus.actions) == set(doing)
    assert [a.text() for a in bar.actions() if a.isVisible()] == ["&File", "&Help"]
    menus["file.new"].trigger()
    assert done == ["new"]


def test_alt_arrows_are_left_to_letters_on_a_mac(qtbot: QtBot) -> None:
    (entry,) = [entry for entry in ENTRIES if entry.name == "platform.next_section"]
    assert sequences(entry, mac=False)
    assert sequences(entry, mac=True) == []


def test_the_list_of_keys_names_actions_without_marks(qtbot: QtBot) -> None:
    rows = dict(key_list(method.desk("fr"), mac=False))
    assert rows["Exporter"] == "Ctrl+E"
    assert rows["Gras"] == "Ctrl+B"
    assert not any("&" in name for name in rows)


def test_a_name_with_an_ampersand_keeps_it() -> None:
    assert written("Garance & fils") == "Garance && fils"
