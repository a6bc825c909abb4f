"""The two pages of Help: every key, and what the program is made of.

Must not know what an action does."""

import platform
import sys

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from brandplatform import __version__
from brandplatform.ui.desk import Desk
from brandplatform.ui.menus import key_list
from brandplatform.ui.paper import Paper, lettered, quiet, scrolled
from brandplatform.ui.theme import INTERFACE, TITLE
from brandplatform.ui.tokens import HUGE, LARGE, MEDIUM, SMALL, TIGHT, WIDE

_WIDTH = 480


def show_help(desk: Desk, window: QWidget, *, keys: bool) -> QDialog:
    """Show one of the two pages."""
    return show_keys(desk, window, mac=sys.platform == "darwin") if keys else show_about(desk, window)


def show_keys(desk: Desk, window: QWidget, *, mac: bool) -> QDialog:
    """Show every action that has keys beside them."""
    words = desk.words
    rows = [*key_list(desk, mac=mac), *_keys_of_boxes(desk)]
    grid_side = Paper(desk)
    grid = QGridLayout(grid_side)
    grid.setContentsMargins(WIDE, MEDIUM, WIDE, MEDIUM)
    grid.setHorizontalSpacing(HUGE)
    grid.setVerticalSpacing(TIGHT)
    for at, (name, keys) in enumerate(rows):
        grid.addWidget(lettered(name, INTERFACE), at, 0)
        grid.addWidget(quiet(desk, keys, INTERFACE), at, 1)
    grid.setRowStretch(len(rows), 1)
    dialog, body = _dialog(desk, window, words("dialog.keyboard_title"))
    body.insertWidget(1, scrolled(grid_side), 1)
    dialog.resize(_WIDTH, 620)
    dialog.show()
    return dialog


def _keys_of_boxes(desk: Desk) -> list[tuple[str, str]]:
    """Return the keys the boxes answer, which no menu shows."""
    native = QKeySequence.SequenceFormat.NativeText
    return [(desk.words("dialog.keyboard_next_question"), QKeySequence("Ctrl+Return").toString(native))]


def show_about(desk: Desk, window: QWidget) -> QDialog:
    """Show what the program is, whose, and under which licences."""
    words = desk.words
    dialog, body = _dialog(desk, window, "brandplatform")
    inner = QVBoxLayout()
    inner.setContentsMargins(WIDE, TIGHT, WIDE, SMALL)
    inner.setSpacing(MEDIUM)
    for text in (
        words("dialog.about_text", version=__version__),
        words("common.offline"),
        words("dialog.about_licences"),
    ):
        label = QLabel(text)
        label.setWordWrap(True)
        label.setFixedWidth(_WIDTH - 2 * WIDE)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inner.addWidget(label)
    inner.addWidget(quiet(desk, f"Python {platform.python_version()} · Qt {qVersion()}"))
    body.insertLayout(1, inner)
    dialog.setFixedWidth(_WIDTH)
    dialog.show()
    return dialog


def _dialog(desk: Desk, window: QWidget, title: str) -> tuple[QDialog, QVBoxLayout]:
    """Return a dialog with a title and a button to close it; what it shows goes between the two."""
    dialog = QDialog(window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    body = QVBoxLayout(dialog)
    body.setContentsMargins(0, LARGE, 0, LARGE)
    head = lettered(title, TITLE)
    head.setContentsMargins(WIDE, 0, WIDE, 0)
    body.addWidget(head)
    foot = QHBoxLayout()
    foot.setContentsMargins(WIDE, SMALL, WIDE, 0)
    foot.addStretch(1)
    close = QPushButton(desk.words("common.close"))
    close.setDefault(True)
    close.clicked.connect(dialog.close)
    foot.addWidget(close)
    body.addLayout(foot)
    return dialog, body
