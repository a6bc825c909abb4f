"""What was answered, to read again and to take words from: selected, then Enter.

Owns how words are picked; must not know where they go.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit

from brandplatform.document.formula import is_offered
from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.typing import is_advance
from brandplatform.ui.strokes import ring
from brandplatform.ui.theme import ANSWER, NOTE, font
from brandplatform.ui.tokens import HAIR, TARGET, TIGHT

_TALLEST, _LEAST = 272, 112
"""Pixels the answers take before they scroll by themselves: in a tall window, in a low one."""
_UNDER = 528
"""Pixels the rest of a screen wants under and over the answers."""
_LABEL, _ANSWER = 1, 2
"""What a block of text is."""


class Answers(QTextEdit):
    """Answers under their labels, read only."""

    taken = Signal(str)
    """Words to put into a slot."""
    refused = Signal(str)
    """Key of the reason why nothing was taken: `whole` or `none`."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self._desk = desk
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setViewportMargins(TIGHT, HAIR, TIGHT, HAIR)
        self.document().setDocumentMargin(0)

    def show_answers(self, answers: Sequence[tuple[str, str]]) -> None:
        """Show (label, answer) pairs; an empty answer is not shown."""
        self.clear()
        cursor = self.textCursor()
        for label, text in answers:
            if text.strip():
                self._add(cursor, label, _LABEL)
                self._add(cursor, " ".join(text.split()), _ANSWER)
        first = self.document().findBlockByNumber(1)
        cursor.setPosition(first.position() if first.isValid() else 0)
        self.setTextCursor(cursor)
        self.setVisible(not self.document().isEmpty())
        self._grow()

    def _add(self, cursor: QTextCursor, text: str, kind: int) -> None:
        shape, look = QTextBlockFormat(), QTextCharFormat()
        look.setFont(font(NOTE if kind == _LABEL else ANSWER))
        look.setForeground(QColor(self._desk.tokens.muted if kind == _LABEL else self._desk.tokens.ink))
        shape.setTopMargin(TIGHT if kind == _LABEL and not self.document().isEmpty() else 0)
        if self.document().isEmpty():
            cursor.setBlockFormat(shape)
        else:
            cursor.insertBlock(shape)
        cursor.block().setUserState(kind)
        cursor.insertText(text, look)

    def _picked(self) -> tuple[str, bool]:
        """Return the words selected in answers, and whether they are all of a long one."""
        cursor, parts, whole = self.textCursor(), [], False
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < max(end, start + 1):
            text = block.text()
            words = text[max(0, start - block.position()) : max(0, end - block.position())].strip()
            if block.userState() == _ANSWER and words:
                parts.append(words)
                whole = whole or (_bare(words) == _bare(text) and not is_offered(text))
            block = block.next()
        return " ".join(parts), whole

    def take(self) -> None:
        """Give the words that are selected, else the answer at the cursor where it is a short one."""
        words, whole = self._picked()
        here = self.textCursor().block()
        if not words and here.userState() == _ANSWER and is_offered(here.text()):
            words = here.text()
        if words and not whole:
            self.taken.emit(words)
        else:
            self.refused.emit("whole" if words else "none")

    def _grow(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        tall = round(self.document().size().height() + 0.49) + 2 * HAIR
        most = max(_LEAST, min(_TALLEST, self.window().height() - _UNDER))
        self.setFixedHeight(max(TARGET, min(most, tall)))

    # What Qt asks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_advance(event) or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif enter:
            self.take()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, tokens = QPainter(self.viewport()), self._desk.tokens
        if self.hasFocus():
            ring(painter, self.viewport().rect(), QColor(tokens.accent))


def _bare(text: str) -> str:
    return text.strip(" .,;:!?…«»“”\"'\u00a0\u202f")
