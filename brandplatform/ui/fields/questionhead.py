"""A question as a line to press, with the beginning of what was answered.

Owns how it is drawn; must not know which section asks.
"""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from brandplatform.ui.strokes import Ink, Towards, chevron, ring, tick
from brandplatform.ui.theme import INTERFACE, NOTE, font
from brandplatform.ui.tokens import MEDIUM, SMALL_RADIUS, TARGET, TIGHT, WIDE, Tokens

MARK = WIDE
"""From the edge of the column to the words of a question, in pixels."""
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class QuestionHead(QAbstractButton):
    """A question as a line to press: a chevron, its words, and the beginning of what was answered."""

    def __init__(self, text: str, tokens: Tokens) -> None:
        super().__init__()
        self._ink, self._answer = Ink.of(tokens), ""
        self._measured: tuple[int, QRect] | None = None
        self._settled = tokens.settled
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFont(font(INTERFACE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str) -> None:
        """Ask in these words."""
        self._measured = None
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def show_answer(self, answer: str, said_answered: str) -> None:
        """Show the beginning of an answer under the question, or none."""
        answer = " ".join(answer[:400].split())
        if answer != self._answer:
            self._answer = answer
            self.setAccessibleDescription(f"{said_answered}, {answer}" if answer else "")
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(2 * TARGET, self.heightForWidth(10 * TARGET))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        words = self._words_in(width).height()
        answered = QFontMetrics(font(NOTE)).height() + 2 if self._shows_answer else 0
        return max(TARGET, words + answered + 2 * TIGHT)

    @property
    def _shows_answer(self) -> bool:
        return bool(self._answer) and not self.isChecked()

    def _words_in(self, width: int) -> QRect:
        """Return the room the words take; measured once for each width, layouts ask a dozen times."""
        if self._measured is None or self._measured[0] != width:
            room = QRect(MARK, TIGHT, width - MARK - TIGHT, 10_000)
            self._measured = width, self.fontMetrics().boundingRect(room, int(_WRAPPED), self.text())
        return self._measured[1]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        words = self._words_in(self.width())
        line = self.fontMetrics().height()
        if self.underMouse():
            painter.fillRect(self.rect(), self._ink.hover)
        chevron(painter, QRect(TIGHT - 2, TIGHT, MEDIUM, line), self._ink.muted,
                Towards.DOWN if self.isChecked() else Towards.RIGHT)  # fmt: skip
        painter.setFont(self.font())
        painter.setPen(self._ink.ink)
        painter.drawText(words.adjusted(0, 0, TIGHT, 0), int(_WRAPPED), self.text())
        if self._shows_answer:
            self._draw_answer(painter, words.bottom() + 3)
        if self.hasFocus():
            ring(painter, self.rect(), self._ink.accent, SMALL_RADIUS)
        painter.end()

    def _draw_answer(self, painter: QPainter, top: int) -> None:
        metrics = QFontMetrics(font(NOTE))
        tick(painter, QRect(MARK - 2, top, 16, 16), self._ink.muted)
        room = QRect(MARK + 18, top, self.width() - MARK - 18 - TIGHT, metrics.height())
        painter.setFont(font(NOTE))
        painter.setPen(self._ink.muted)
        shown = metrics.elidedText(self._answer, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
