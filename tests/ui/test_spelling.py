"""Misspelt words have a dotted line once a person stops writing, in every box one writes prose in."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from brandplatform.checks.spelling import dictionary
from brandplatform.document import edit
from brandplatform.document.model import Statement
from brandplatform.ui.commands import Spot
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.misspelt import MOST_LINES
from brandplatform.ui.program import Program
from brandplatform.ui.window import Window
from tests.checkout import ROOT
from tests.ui import house as houses
from tests.ui.keys import type_into
from tests.ui.spelling import TEXTS, look, opened, underlined


@pytest.mark.parametrize("language", TEXTS)
def test_misspelt_words_have_a_dotted_line_and_the_brand_has_none(
    qtbot: QtBot, again: Callable[..., Program], language: str
) -> None:
    text, words, _ = TEXTS[language]
    _, box = opened(qtbot, again(language), text)
    assert underlined(box) == words


def test_the_words_are_those_of_the_language_of_the_text(qtbot: QtBot, house: Program) -> None:
    window, box = opened(qtbot, house, "Du pain tiède.")
    assert underlined(box) == []
    session = window.session
    both = edit.speak(session.platform, ("fr", "en"))
    written = edit.write_text(both, "promise", Statement, "en", "Du pain tiède.")
    session.edit(written, "écrire", Spot("promise", "promise"))
    session.write_in("en")
    look(qtbot, window)
    assert "tiède" in underlined(box)
    session.write_in("fr")
    look(qtbot, window)
    assert underlined(box) == []


def test_no_line_is_drawn_while_a_word_is_being_written(qtbot: QtBot, house: Program) -> None:
    window, box = opened(qtbot, house, "Du pain.")
    type_into(box, " Tiedde")
    look(qtbot, window)
    assert underlined(box) == []
    type_into(box, " ")
    qtbot.waitUntil(lambda: underlined(box) == ["Tiedde"], timeout=5_000)


def test_a_word_that_is_left_unfinished_has_its_line_once_the_cursor_goes(
    qtbot: QtBot, house: Program
) -> None:
    _, box = opened(qtbot, house, "Du pain.")
    type_into(box, " Tiedde")
    QTest.keyClick(box, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: underlined(box) == ["Tiedde"], timeout=5_000)


def test_a_line_goes_with_the_first_letter_that_is_changed(qtbot: QtBot, house: Program) -> None:
    _, box = opened(qtbot, house, "Du painn tiedde")
    assert underlined(box) == ["painn", "tiedde"]
    QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert underlined(box) == ["painn"]


def test_a_text_in_another_language_is_not_a_thousand_mistakes(qtbot: QtBot, house: Program) -> None:
    _, box = opened(qtbot, house, "qwzx " * 300 + "\nUn painn.\n" + "qwzx " * 10)
    assert len(underlined(box)) == MOST_LINES + 1 + 10
    assert "painn" in underlined(box)


def test_the_switch_takes_every_line_off_and_is_remembered(
    qtbot: QtBot, again: Callable[..., Program]
) -> None:
    window, box = opened(qtbot, again(), "Un painn.")
    action = window.menus["edit.spelling"]
    assert action.isChecked()
    action.trigger()
    assert not action.isChecked()
    assert underlined(box) == []
    window.hide()
    window, box = opened_quietly(qtbot, again(), "Un painn.")
    assert not window.menus["edit.spelling"].isChecked()
    window.menus["edit.spelling"].trigger()
    qtbot.waitUntil(lambda: underlined(box) == ["painn"], timeout=10_000)


def test_another_window_follows_once_it_has_the_keyboard(qtbot: QtBot, house: Program) -> None:
    other, box = opened(qtbot, house, "Un painn.")
    window, mine = opened(qtbot, house, "Deux painn.")
    window.menus["edit.spelling"].trigger()
    assert underlined(mine) == []
    with qtbot.waitActive(other):
        other.activateWindow()
    qtbot.waitUntil(lambda: underlined(box) == [], timeout=5_000)
    other.spelling.show()
    assert not other.menus["edit.spelling"].isChecked()


def opened_quietly(qtbot: QtBot, house: Program, text: str) -> tuple[Window, TypingBox]:
    """Return a window on a promise and the box with the keyboard, with nothing looked at."""
    window = houses.shown(qtbot, house, text)
    window.screens.write_promise()
    box = QApplication.focusWidget()
    assert isinstance(box, TypingBox)
    return window, box


def test_a_system_without_the_checker_says_so_in_the_menu_and_nowhere_else(
    qtbot: QtBot, house: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    dictionary.cache_clear()
    monkeypatch.setitem(sys.modules, "hunspell", None)
    window, box = opened(qtbot, house, "Un painn.")
    action = window.menus["edit.spelling"]
    assert (action.text(), action.isEnabled(), action.isChecked()) == (
        "Vérifier l’orthographe (aucun dictionnaire)", False, False,
    )  # fmt: skip
    assert underlined(box) == []
    type_into(box, " Oui. ")
    assert box.text == "Un painn. Oui. "


def test_names_dates_and_colours_are_not_prose(qtbot: QtBot, house: Program) -> None:
    window, _ = opened(qtbot, house, "Du pain.")
    window.screens.show_place("brand", "brand.offer")
    offer = QApplication.focusWidget()
    assert isinstance(offer, TypingBox)
    type_into(offer, "Du painn. ")
    window.screens.show_place("brand", "brand.name")
    name = QApplication.focusWidget()
    assert isinstance(name, TypingBox)
    type_into(name, " Tiedde ")
    qtbot.waitUntil(lambda: underlined(offer) == ["painn"], timeout=5_000)
    assert underlined(name) == []


@pytest.mark.parametrize("section", ["values", "mission", "tone", "vision", "people_customers"])
def test_every_box_of_a_section_is_looked_at(qtbot: QtBot, house: Program, section: str) -> None:
    window, _ = opened(qtbot, house, "Du pain.")
    window.screens.show_section(section)
    written_everywhere(qtbot, window.screens.page)


@pytest.mark.parametrize("screen", ["interview", "actions"])
def test_every_box_of_a_screen_is_looked_at(qtbot: QtBot, house: Program, screen: str) -> None:
    window, _ = opened(qtbot, house, "Du pain.")
    window.screens.show_screen(screen)
    written_everywhere(qtbot, window.screens)


def written_everywhere(qtbot: QtBot, place: QWidget) -> None:
    """Write a misspelt word into every box in sight, and wait for the lines."""
    boxes = [box for box in place.findChildren(TypingBox) if box.isVisible() and box.prose]
    assert boxes
    for box in boxes:
        box.setFocus()
        type_into(box, "Painn. ")
    qtbot.waitUntil(lambda: all(underlined(box) == ["Painn"] for box in boxes), timeout=10_000)


def test_a_question_on_the_short_path_is_looked_at(qtbot: QtBot, house: Program) -> None:
    house.opening.begin_short("", "Levain")
    window = house.windows[-1]
    with qtbot.waitActive(window):
        window.activateWindow()
    box = next(one for one in window.findChildren(TypingBox) if one.isVisible())
    box.setFocus()
    type_into(box, "Du painn. ")
    look(qtbot, window)
    assert underlined(box) == ["painn"]
    assert window.menus["edit.spelling"].isChecked()


def test_a_start_loads_neither_the_checker_nor_what_begins_a_process() -> None:
    ask = "import sys, brandplatform.ui.app; print(sys.modules.keys() & {'hunspell', 'multiprocessing'})"
    done = subprocess.run([sys.executable, "-c", ask], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
