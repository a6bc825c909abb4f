"""Misspelt words have a dotted line once a person stops writing; the menu of the box says what was meant."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from brandplatform.checks.spelling import CHECK, dictionary
from brandplatform.document import edit
from brandplatform.document.model import Statement
from brandplatform.storage import container
from brandplatform.ui.commands import Spot
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.misspelt import MOST_LINES
from brandplatform.ui.program import Program
from brandplatform.ui.window import Window
from tests.checkout import ROOT
from tests.ui import house as houses
from tests.ui.keys import type_into

TEXTS = {
    "fr": ("Demain, l’boulengerie de Levvain sera tiedde.", ["boulengerie", "tiedde"], "boulangerie"),
    "en": ("Tomorrow, the bakrey of Levvain is allways warm.", ["bakrey", "allways"], "bakery"),
}
"""Language -> a text in which Levvain is the brand, its misspelt words, and what the first of them meant."""


def opened(qtbot: QtBot, house: Program, text: str) -> tuple[Window, TypingBox]:
    """Return a window on a promise, looked at, and the box with the keyboard."""
    window = houses.begun(house, text, "Maison Levvain")
    with qtbot.waitActive(window):
        window.activateWindow()
    window.screens.write_promise()
    box = QApplication.focusWidget()
    assert isinstance(box, TypingBox)
    look(qtbot, window)
    return window, box


def look(qtbot: QtBot, window: Window) -> None:
    """Look at once, and wait for what is found."""
    lines = window.spelling.lines
    with qtbot.waitSignal(lines.looked, timeout=10_000):
        lines.look()


def underlined(box: TypingBox) -> list[str]:
    """Return the words over a line of spelling."""
    dotted = QTextCharFormat.UnderlineStyle.DotLine
    lines = (one for one in box.extraSelections() if one.format.underlineStyle() is dotted)
    return [one.cursor.selectedText() for one in lines]


def menu_of(qtbot: QtBot, box: TypingBox, word: str) -> QMenu:
    """Return a menu with the entries for a word, once what was meant is in it."""
    menu = QMenu(box)
    box.menu_asked.emit(menu, box.text.index(word) + 1)
    first = menu.actions()[0].text()
    qtbot.waitUntil(lambda: menu.actions()[0].text() != first, timeout=20_000)
    return menu


def choose(menu: QMenu, text: str) -> None:
    """Choose the entry of a menu that reads so."""
    (action,) = [one for one in menu.actions() if one.text() == text]
    action.trigger()


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
    _, box = opened(qtbot, house, "qwzx " * 300)
    assert len(underlined(box)) == MOST_LINES


@pytest.mark.parametrize("language", TEXTS)
def test_the_menu_puts_what_was_meant_and_one_undo_takes_it_back(
    qtbot: QtBot, again: Callable[..., Program], language: str
) -> None:
    text, (wrong, other), meant = TEXTS[language]
    window, box = opened(qtbot, again(language), text)
    choose(menu_of(qtbot, box, wrong), meant)
    assert box.text == text.replace(wrong, meant)
    look(qtbot, window)
    assert underlined(box) == [other]
    window.session.undo()
    assert box.text == text


def test_a_click_opens_the_menu_with_the_entries_of_the_word_at_its_head(
    qtbot: QtBot, house: Program
) -> None:
    _, box = opened(qtbot, house, "Du painn.")
    said: list[list[str]] = []

    def read() -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu) and menu.actions()[0].isEnabled():
            said.append([one.text() for one in menu.actions()])
            menu.close()

    cursor = box.textCursor()
    cursor.setPosition(5)
    at = box.cursorRect(cursor).center()
    watching = QTimer(box, interval=10)
    watching.timeout.connect(read)
    watching.start()
    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, at, box.viewport().mapToGlobal(at))
    assert event.type() is QEvent.Type.ContextMenu
    QApplication.sendEvent(box.viewport(), event)
    watching.stop()
    (entries,) = said
    assert "pain" in entries[:5]
    assert entries.index("Ajouter au dictionnaire") < entries.index("Ignorer dans ce document") <= 7
    assert any("Ctrl+V" in one for one in entries[8:])


def test_a_word_that_is_right_adds_nothing_to_the_menu(qtbot: QtBot, house: Program) -> None:
    _, box = opened(qtbot, house, "Du painn tiède.")
    menu = QMenu(box)
    box.menu_asked.emit(menu, box.text.index("tiède") + 1)
    assert menu.actions() == []


def test_a_word_of_ones_own_is_right_in_every_document_from_then_on(
    qtbot: QtBot, again: Callable[..., Program]
) -> None:
    window, box = opened(qtbot, again(), "Un painn tiedde.")
    choose(menu_of(qtbot, box, "painn"), "Ajouter au dictionnaire")
    qtbot.waitUntil(lambda: underlined(box) == ["tiedde"])
    window.hide()
    _, box = opened(qtbot, again(), "Deux painn.")
    assert underlined(box) == []


def test_a_word_ignored_in_a_document_goes_with_its_file_and_can_be_undone(
    qtbot: QtBot, house: Program, tmp_path: Path
) -> None:
    window, box = opened(qtbot, house, "Un painn tiedde.")
    choose(menu_of(qtbot, box, "painn"), "Ignorer dans ce document")
    qtbot.waitUntil(lambda: underlined(box) == ["tiedde"])
    file = tmp_path / "a.brandplatform"
    houses.save(qtbot, window, file)
    (kept,) = container.load(file).platform.accepted
    assert (kept.check, kept.words) == (CHECK, "painn")
    window.session.undo()
    assert window.screens.page.current_section == "promise"
    look(qtbot, window)
    assert underlined(box) == ["painn", "tiedde"]


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


def test_the_point_of_a_menu_is_a_position_of_the_text(qtbot: QtBot, house: Program) -> None:
    _, box = opened(qtbot, house, "🥖🥖 Du painn.")
    asked: list[int] = []
    box.menu_asked.connect(lambda _menu, at: asked.append(at))
    QTimer.singleShot(0, box, lambda: (QApplication.activePopupWidget() or box).close())
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(box, QContextMenuEvent(reason, QPoint(0, 0), box.mapToGlobal(QPoint(0, 0))))
    assert asked == [box.textCursor().position()]
