"""Small things every screen is made of: a ground of paper, a quiet line of words.

Must not know any screen."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.growing import INSET
from brandplatform.ui.strokes import ring
from brandplatform.ui.theme import INTERFACE, LABEL, NOTE, Face, font
from brandplatform.ui.tokens import MEDIUM, SMALL, TARGET, TIGHT

_DRAWING = 18
_FRAME = 40
"""Pixels for the frame of a window."""


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
    _frameless(area, widget)
    area.viewport().setBackgroundRole(QPalette.ColorRole.Base)  # the bar stands on the same paper
    return area


def _frameless(area: QScrollArea, widget: QWidget) -> None:
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)


class Tall(QScrollArea):
    """Like `scrolled`, and asks to be as tall as what it holds."""

    def __init__(self, widget: QWidget, least: int) -> None:
        super().__init__()
        self._held = widget
        _frameless(self, widget)
        self.viewport().setBackgroundRole(self.backgroundRole())
        self.setMinimumHeight(least)

    def sizeHint(self) -> QSize:
        return self._held.sizeHint()


def fit(dialog: QWidget) -> None:
    """Give a dialog the size it asks for, and no more than its screen has."""
    room = dialog.screen().availableGeometry().height() - _FRAME
    wanted = dialog.sizeHint()
    dialog.resize(wanted.width(), min(wanted.height(), room))


def to_front(window: QWidget) -> None:
    """Show a window, in front of the others."""
    window.show()
    window.raise_()
    window.activateWindow()


def centred(desk: Desk, column: QWidget) -> QScrollArea:
    """Return an area of paper with a column in the middle of it; it scrolls up and down only."""
    paper = Paper(desk)
    middle = QHBoxLayout(paper)
    middle.setContentsMargins(MEDIUM + SMALL, 0, MEDIUM + SMALL, 0)
    middle.addStretch(1)
    middle.addWidget(column, 100)
    middle.addStretch(1)
    area = scrolled(paper)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):  # on the desk, and on paper
        palette.setColor(role, QColor(desk.tokens.muted))
    label.setPalette(palette)
    return label


def in_a_row(*widgets: QWidget | None, space: int) -> QHBoxLayout:
    """Return widgets side by side, `space` pixels apart; None and words in lines take what is left."""
    row = QHBoxLayout()
    row.setSpacing(space)
    for widget in widgets:
        if widget is None:
            row.addStretch(1)
        else:
            row.addWidget(widget, 1 if isinstance(widget, QLabel) and widget.wordWrap() else 0)
    return row


def in_line(label: QLabel) -> QLabel:
    """Stand a label where the text of the boxes under it begins."""
    label.setContentsMargins(INSET, 0, 0, 0)
    return label


class Way(QAbstractButton):
    """A quiet line of words to press, with a drawing before it where there is one."""

    def __init__(self, desk: Desk, text: str, icon: QIcon | None = None) -> None:
        super().__init__()
        self._desk = desk
        self.setText(text)
        self.setIcon(icon or QIcon())
        self.setFont(font(INTERFACE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def _text_at(self) -> int:
        return INSET if self.icon().isNull() else INSET + _DRAWING + TIGHT

    def sizeHint(self) -> QSize:
        return QSize(self._text_at + self.fontMetrics().horizontalAdvance(self.text()) + INSET, TARGET)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._desk.tokens
        if not self.icon().isNull():
            self.icon().paint(painter, QRect(INSET, 0, _DRAWING, self.height()))
        painter.setPen(QColor(tokens.accent if self.underMouse() else tokens.ink))
        room = QRect(self._text_at, 0, self.width() - self._text_at, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            ring(painter, self.rect(), QColor(tokens.accent))
