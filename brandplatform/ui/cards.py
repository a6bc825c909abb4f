"""Recent platforms as cards: whose, which promise, when it was opened.

Owns how a card is drawn; must not know how a file is opened."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QToolButton

from brandplatform.ui.desk import Desk
from brandplatform.ui.lettering import draw_lines, height_of_line, set_lines
from brandplatform.ui.strokes import box, ring
from brandplatform.ui.theme import ANSWER, LABEL, NOTE, font
from brandplatform.ui.tokens import HAIR, MEDIUM, SMALL, TARGET

_DRAWING = 18


class Card(QAbstractButton):
    """A platform one can press to open: brand, promise, a line at the foot."""

    forgotten = Signal()
    """A person wants it out of the list."""

    print_asked = Signal()
    """A person wants its promise page on paper."""

    MOST = 2
    """Lines of the promise."""

    def __init__(self, desk: Desk, brand: str, promise: str, foot: str, *, missing: bool = False) -> None:
        super().__init__()
        self._desk, self._brand, self._promise, self._foot = desk, brand, promise, foot
        self._missing = missing
        self._lines: tuple[str, ...] = ()
        self.setAccessibleName(brand)
        self.setAccessibleDescription(f"{promise} {foot}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.ArrowCursor if missing else Qt.CursorShape.PointingHandCursor)
        self._forget = self._door_out() if missing else None
        self._print: QToolButton | None = None
        self._set()

    def offer_print(self) -> None:
        """Offer to print the page of its promise, in a corner."""
        words = self._desk.words("start.print_promise")
        self._print = QToolButton(self)
        self._print.setIcon(self._desk.icons.icon("print", self._desk.tokens.muted, _DRAWING))
        self._print.setIconSize(QSize(_DRAWING, _DRAWING))
        self._print.setAutoRaise(True)
        self._print.setAccessibleName(words)
        self._print.setToolTip(words)
        self._print.clicked.connect(self.print_asked)
        self._set()

    def _door_out(self) -> QToolButton:
        button = QToolButton(self)
        button.setText(self._desk.words("start.recent_forget"))
        button.setAutoRaise(True)
        button.setFont(font(NOTE))
        button.clicked.connect(self.forgotten)
        return button

    def sizeHint(self) -> QSize:
        return QSize(TARGET * 8, self.minimumHeight())

    def _set(self) -> None:
        inner = self.width() - 2 * MEDIUM
        self._lines = set_lines(self._promise, font(ANSWER), inner, self.MOST) if self._promise else ()
        tall = height_of_line(font(LABEL)) + height_of_line(font(NOTE)) + 2 * SMALL + HAIR
        tall += height_of_line(font(ANSWER)) * len(self._lines) + (HAIR if self._lines else 0)
        if self.minimumHeight() != round(tall) or self.maximumHeight() != round(tall):
            self.setFixedHeight(round(tall))
        if self._forget is not None:
            wide = self._forget.sizeHint().width()
            self._forget.setGeometry(self.width() - wide - SMALL, round(tall) - TARGET - HAIR, wide, TARGET)

        if self._print is not None:
            self._print.setGeometry(self.width() - TARGET - HAIR, round(tall) - TARGET - HAIR, TARGET, TARGET)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._desk.tokens
        pointed = self.underMouse() and not self._missing
        edge = tokens.accent if pointed else tokens.rule
        box(painter, self.rect(), QColor(tokens.paper), QColor(edge))
        ink = QColor(tokens.muted if self._missing else tokens.ink)
        top = float(SMALL)
        width = self.width() - 2 * MEDIUM
        painter.setPen(ink)
        painter.setFont(font(LABEL))
        top = draw_lines(painter, set_lines(self._brand, font(LABEL), width, 1), MEDIUM, top) + HAIR
        painter.setFont(font(ANSWER))
        if self._lines:
            top = draw_lines(painter, self._lines, MEDIUM, top) + HAIR
        painter.setFont(font(NOTE))
        painter.setPen(QColor(tokens.muted))
        draw_lines(painter, set_lines(self._foot, font(NOTE), width, 1), MEDIUM, top)
        if self.hasFocus():
            ring(painter, QRect(0, 0, self.width(), self.height()), QColor(tokens.accent))
