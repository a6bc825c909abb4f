"""The menu of a box says what was meant by a misspelt word, and lets it be right from now on."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from brandplatform.checks.spelling import CHECK
from brandplatform.storage import container
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.program import Program
from tests.ui import house as houses
from tests.ui.spelling import TEXTS, look, opened, underlined


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


def test_the_point_of_a_menu_is_a_position_of_the_text(qtbot: QtBot, house: Program) -> None:
    _, box = opened(qtbot, house, "🥖🥖 Du painn.")
    asked: list[int] = []
    box.menu_asked.connect(lambda _menu, at: asked.append(at))
    QTimer.singleShot(0, box, lambda: (QApplication.activePopupWidget() or box).close())
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(box, QContextMenuEvent(reason, QPoint(0, 0), box.mapToGlobal(QPoint(0, 0))))
    assert asked == [box.textCursor().position()]
