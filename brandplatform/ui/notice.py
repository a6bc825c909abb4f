"""A sentence in place: what happened, what is safe, and the ways out as buttons.

Must not know what went wrong."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from brandplatform.ui.desk import Desk
from brandplatform.ui.tokens import HAIR, LARGE, MEDIUM, TARGET, TIGHT

Way = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""


class Notice(QWidget):
    """A bar under the promise, there only while it has something to say."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._serious = False
        self._ways: list[QPushButton] = []
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
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(LARGE, TIGHT, MEDIUM, TIGHT)
        self._row.setSpacing(TIGHT)
        self._row.addWidget(self._mark)
        self._row.addSpacing(HAIR)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(close)
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
        for button in self._ways:
            button.hide()
            button.deleteLater()
        self._ways = [self._way(label, do) for label, do in ways]
        self.show()
        if isinstance(dialog := self.window(), QDialog):
            dialog.adjustSize()  # a window has room for a sentence, a dialog would squeeze its own parts

    def _way(self, label: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(label)
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda: do())
        self._row.insertWidget(self._row.count() - 1, button)
        return button

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._desk.tokens
        painter.fillRect(self.rect(), QColor(tokens.paper))
        painter.fillRect(0, 0, 3, self.height(), QColor(tokens.discuss if self._serious else tokens.settled))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.rule))
