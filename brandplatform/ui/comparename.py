"""Naming the present state, so that it can be found again: a door, and in its place a line to type in.

Owns the line; must not know what a version is made of.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from brandplatform.document.edit import on_one_line
from brandplatform.ui.desk import Desk
from brandplatform.ui.paper import Way, quiet
from brandplatform.ui.tokens import HAIR, TARGET, TIGHT

LONGEST = 80
"""Letters of a name."""


class NameLine(QWidget):
    """*Nommer la version actuelle…*, then a line: Enter keeps the name, Escape the peace."""

    named = Signal(str)
    """The name of the present state."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        words = desk.words
        self._desk = desk
        self.door = Way(desk, words("compare.name"))
        self.door.clicked.connect(self.begin)
        self.box = QLineEdit()
        self.box.setMaxLength(LONGEST)
        self.box.setMinimumHeight(TARGET)
        self.box.setPlaceholderText(words("compare.name_hint"))
        self.box.setAccessibleName(words("compare.name_box"))
        self.box.returnPressed.connect(self._keep)
        self.box.hide()
        self._said = quiet(desk)
        self._said.setContentsMargins(TIGHT, 0, 0, 0)
        self._said.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(HAIR)
        rows.addWidget(self.door)
        rows.addWidget(self.box)
        rows.addWidget(self._said)

    @property
    def said(self) -> str:
        """What is said about the last name."""
        return "" if self._said.isHidden() else self._said.text()

    def begin(self) -> None:
        """Put the line in the place of the door."""
        self.door.hide()
        self.box.show()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Say nothing any more: the file holds the version by now."""
        self._said.hide()

    def _keep(self) -> None:
        name = on_one_line(self.box.text())
        if name:
            self.named.emit(name)
            self._said.setText(self._desk.words("compare.name_kept", name=name))
            self._said.show()
        self._end()

    def _end(self) -> None:
        self.box.clear()
        self.box.hide()
        self.door.show()
        self.door.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.box.isVisible():
            self._end()
        else:
            super().keyPressEvent(event)
