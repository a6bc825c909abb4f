"""Hands on a keyboard: every letter as a key event, accents too (QTest.keyClicks knows ASCII only)."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot


def type_into(widget: QWidget, text: str) -> None:
    """Press and release one key for each character."""
    for character in text:
        key = Qt.Key.Key_Return if character == "\n" else ord(character.upper()[0])
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            pressed = QKeyEvent(kind, int(key), Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(widget, pressed)


def shown(qtbot: QtBot, widget: QWidget) -> None:
    """Show a window and wait until it has the keyboard."""
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
