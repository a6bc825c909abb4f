"""A window whose words are looked at, for the tests of spelling. Knows nothing of what they ask."""

from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.program import Program
from brandplatform.ui.window import Window
from tests.ui import house as houses

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
