"""A sentence in place: what happened, what is safe, and the ways out as buttons.

Must not know what went wrong."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.beside import Beside
from brandplatform.ui.paper import fit
from brandplatform.ui.tokens import HAIR, LARGE, MEDIUM, TARGET, TIGHT

_SENTENCE = 320
"""Least width of a sentence that has something beside it, in pixels."""

Way = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""


class Notice(QWidget):
    """A bar under the promise, there only while it has something to say."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._serious = False
        self.ways: list[QPushButton] = []
        self._mark, self._text = QLabel(), QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        close = QToolButton()
        close.setIcon(desk.icons.icon("close", desk.tokens.muted, 16))
        close.setFixedSize(QSize(TARGET, TARGET))
        close.setAutoRaise(True)
        close.setAccessibleName(desk.words("common.close"))
        close.setToolTip(desk.words("common.close"))
        close.clicked.connect(self.hide)
        self._doors = QHBoxLayout()
        self._doors.setSpacing(TIGHT)
        self._doors.addStretch(1)
        self._parts = Beside(self._needs, gap=MEDIUM, under=TIGHT)
        self._parts.put(self._text, 1)
        self._parts.put(self._doors)
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, TIGHT, MEDIUM, TIGHT)
        row.setSpacing(TIGHT)
        row.addWidget(self._mark)
        row.addSpacing(HAIR)
        row.addWidget(self._parts, 1)
        row.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """What is said now; empty when nothing is."""
        return "" if self.isHidden() else self._text.text()

    def say(self, text: str, ways: Sequence[Way] = (), *, serious: bool = False) -> None:
        """Say a sentence, with the ways out as buttons; `serious` when something did not happen."""
        self._serious = serious
        tokens = self._desk.tokens
        mark = self._desk.icons.icon(
            "alert" if serious else "check", tokens.discuss if serious else tokens.settled, 20
        )
        self._mark.setPixmap(mark.pixmap(QSize(20, 20), self.devicePixelRatioF()))
        self._text.setText(text)
        self.setAccessibleName(text)
        for button in self.ways:
            button.hide()
            button.deleteLater()
        self.ways = [self._way(label, do) for label, do in ways]
        self._parts.fold()
        self.show()
        if isinstance(dialog := self.window(), QDialog):
            fit(dialog)  # a window has room for a sentence, a dialog would squeeze its own parts

    def _way(self, label: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(label)
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda: do())
        self._doors.insertWidget(self._doors.count() - 1, button)
        button.show()  # now, not a turn of the loop later: the dialog is about to be measured
        return button

    def _needs(self) -> int:
        """Return the width from which the ways out stand beside the sentence."""
        return _SENTENCE + sum(button.sizeHint().width() + TIGHT for button in self.ways)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._desk.tokens
        painter.fillRect(self.rect(), QColor(tokens.paper))
        painter.fillRect(0, 0, 3, self.height(), QColor(tokens.discuss if self._serious else tokens.settled))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.rule))


def ways_to(desk: Desk, path: Path) -> tuple[Way, Way]:
    """Return the two things to do with a file that was written: open it, show its folder."""
    words = desk.words

    def show(target: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

    return (
        (words("export.open_file"), lambda: show(path)),
        (words("export.open_folder"), lambda: show(path.parent)),
    )
