"""The foot of the table: all, none, and the one button that takes.

Owns what the buttons say; must not know what they do.
"""

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from brandplatform.ui.comparework import Compared
from brandplatform.ui.desk import Desk
from brandplatform.ui.tokens import LARGE, SMALL


class Foot(QWidget):
    """Three buttons."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.all, self.none, self.take = QPushButton(), QPushButton(), QPushButton()
        self.none.setText(desk.words("compare.take_none"))
        self.take.setDefault(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, SMALL, LARGE, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(self.all)
        row.addWidget(self.none)
        row.addStretch(1)
        row.addWidget(self.take)
        self.hide()

    def show_for(self, found: Compared | None, count: int, *, writable: bool) -> None:
        """Say what can be taken; with nothing to take, the foot is not there."""
        words = self._desk.words
        there = found is not None and bool(found.proposals or found.conflicts)
        self.setVisible(there)
        if found is None or not there:
            return
        version = found.how == "version"
        self.all.setText(words("compare.take_all_version" if version else "compare.take_all"))
        only = not count and found.conflicts
        self.take.setText(
            words("compare.take_apart", n=len(found.conflicts)) if only else words("compare.take_n", n=count)
        )
        self.all.setEnabled(writable and count < len(found.proposals))
        self.none.setEnabled(writable and count > 0)
        self.take.setEnabled(writable and bool(count or found.conflicts))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(0, 0, self.width(), 1, QColor(self._desk.tokens.rule))
