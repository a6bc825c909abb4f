"""One cell of the matrix as it is read: its mark and word, what the promise becomes there, by which act.

Owns how a cell and the words at the head of a line are drawn; must not know documents.
"""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from brandplatform.document.matrix import State
from brandplatform.ui.desk import Desk
from brandplatform.ui.lettering import draw_lines, height_of_line, set_lines
from brandplatform.ui.strokes import ring
from brandplatform.ui.theme import NOTE, STRIP, Face, font
from brandplatform.ui.tokens import HAIR, MEDIUM, SERIF, SMALL_RADIUS, TARGET, TIGHT, Tokens

TEXT = Face(SERIF, 15)
PART = STRIP
MOST = 9
"""Lines of a text in its cell; the whole of a longer one stands in the open cell."""

EMPTY = 72
"""Height of a line in which nothing is written yet, in pixels."""

_PART_MOST = 12
"""Lines of the words at the head of a line."""

_MARK = 14
_ICONS: Mapping[State, str] = {"shows": "check", "nothing": "ring", "contradicted": "cross"}


def colour_of(state: State, tokens: Tokens) -> str:
    """Return the colour of a state; its mark and its word say it too."""
    return {"shows": tokens.settled, "nothing": tokens.muted, "contradicted": tokens.accent}[state]


def icon_of(state: State) -> str:
    """Return the drawing of a state."""
    return _ICONS[state]


class PartLabel(QWidget):
    """Words of the promise at the head of a line."""

    def __init__(self, desk: Desk, text: str, *, quiet: bool = False) -> None:
        super().__init__()
        self._tokens, self.text = desk.tokens, text
        self._ink = desk.tokens.muted if quiet else desk.tokens.ink
        self.setFont(font(PART))
        self.setAccessibleName(text)
        self.setMinimumWidth(5 * TARGET)

    def tall(self, width: int) -> int:
        """Return the height the words need in a width."""
        lines = set_lines(self.text, self.font(), width - MEDIUM, _PART_MOST)
        return round(height_of_line(self.font()) * len(lines)) + 2 * TIGHT

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(QColor(self._ink))
        draw_lines(
            painter, set_lines(self.text, self.font(), self.width() - MEDIUM, _PART_MOST), TIGHT, TIGHT
        )
        painter.fillRect(TIGHT, self.height() - 1, self.width() - TIGHT, 1, QColor(self._tokens.rule))


class CellButton(QAbstractButton):
    """A cell; pressed, or with Enter, it opens."""

    moved = Signal(int, int)
    """An arrow was pressed: lines down, columns to the right."""

    def __init__(self, desk: Desk, column: int) -> None:
        super().__init__()
        self._desk, self.column = desk, column
        self._state: State = "nothing"
        self._word = self.words = self.act = ""
        self._lines: tuple[str, ...] = ()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(3 * TARGET)

    @property
    def state(self) -> State:
        """How the cell stands."""
        return self._state

    def show_cell(self, state: State, word: str, words: str, act: str) -> None:
        """Show a state with its word, what is written there, and the act."""
        self._state, self._word, self.words, self.act = state, word, words, act
        self.setToolTip(act)
        self._set()

    def tall(self, width: int) -> int:
        """Return the height that what is written needs in a width."""
        lines = set_lines(self.words, font(TEXT), width - 2 * TIGHT, MOST) if self.words else ()
        head = TIGHT + font_height(NOTE) + HAIR
        written = round(height_of_line(font(TEXT)) * len(lines)) + (HAIR if lines else 0)
        return max(EMPTY, head + written + (font_height(NOTE) if self.act else 0) + TIGHT)

    def _set(self) -> None:
        self._lines = set_lines(self.words, font(TEXT), self.width() - 2 * TIGHT, MOST) if self.words else ()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(4 * TARGET, EMPTY)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._set()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._desk.tokens
        if self.isChecked() or self.underMouse():
            ground = tokens.desk if self.isChecked() else tokens.hover
            painter.fillRect(self.rect().adjusted(0, 0, 0, -1), QColor(ground))
        colour = colour_of(self._state, tokens)
        high = font_height(NOTE)
        icon = self._desk.icons.icon(_ICONS[self._state], colour, _MARK)
        icon.paint(painter, QRect(TIGHT, TIGHT + (high - _MARK) // 2, _MARK, _MARK))
        painter.setFont(font(NOTE))
        painter.setPen(QColor(colour))
        inner = QRect(TIGHT + _MARK + HAIR, TIGHT, self.width() - 2 * TIGHT - _MARK - HAIR, high)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, self._word)
        top = float(TIGHT + high + HAIR)
        painter.setFont(font(TEXT))
        painter.setPen(QColor(tokens.ink))
        top = draw_lines(painter, self._lines, TIGHT, top)
        if self.act:
            self._draw_act(painter, round(top) + (HAIR if self._lines else 0))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.rule))
        if self.hasFocus():
            ring(painter, self.rect(), QColor(tokens.accent), SMALL_RADIUS)

    def _draw_act(self, painter: QPainter, top: int) -> None:
        tokens, high = self._desk.tokens, font_height(NOTE)
        icon = self._desk.icons.icon("link", tokens.muted, _MARK)
        icon.paint(painter, QRect(TIGHT, top + (high - _MARK) // 2, _MARK, _MARK))
        painter.setFont(font(NOTE))
        painter.setPen(QColor(tokens.muted))
        room = QRect(TIGHT + _MARK + HAIR, top, self.width() - 2 * TIGHT - _MARK - HAIR, high)
        shown = painter.fontMetrics().elidedText(self.act, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {
            Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1),
        }  # fmt: skip
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in ways and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(*ways[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def font_height(face: Face) -> int:
    """Return the distance from one line of a face to the next, in pixels."""
    return round(height_of_line(font(face), 1.4))
