"""Small things every screen is made of: a ground of paper, a quiet line of words.

Must not know any screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from brandplatform.ui.desk import Desk
from brandplatform.ui.theme import LABEL, NOTE, Face, font


class Paper(QWidget):
    """A ground of paper."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._paper = QColor(desk.tokens.paper)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._paper)


def scrolled(widget: QWidget) -> QScrollArea:
    """Return a frameless area that scrolls a widget as wide as itself."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area


def lettered(text: str, face: Face = LABEL) -> QLabel:
    """Return words in a face; never read as markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font(face))
    return label


def quiet(desk: Desk, text: str = "", face: Face = NOTE) -> QLabel:
    """Return words in muted ink, broken into lines where they must."""
    label = lettered(text, face)
    label.setWordWrap(True)
    palette = label.palette()
    palette.setColor(label.foregroundRole(), QColor(desk.tokens.muted))
    label.setPalette(palette)
    return label
