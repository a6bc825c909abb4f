"""A text box as tall as its text, drawn as a ruled line of paper, with room for a short note under the rule.

Owns how a box looks and how tall it is; must not know what is done with what is written in it.
"""

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QScrollArea, QSizePolicy

from brandplatform.ui.strokes import ring
from brandplatform.ui.theme import NOTE, Face, font
from brandplatform.ui.tokens import HAIR, LARGE, TARGET, TIGHT, Tokens

TALLEST = 1600
"""Pixels a box grows to before it scrolls by itself."""

STRIP = 16
"""Height of the note under the rule, in pixels."""

INSET = TIGHT
"""From the edge of a box to its text, in pixels: room for the ring."""


class GrowingBox(QPlainTextEdit):
    """A box that never scrolls inside the page before it is very long."""

    menu_asked = Signal(object, int)
    """(the `QMenu` about to open, the position of Qt's it is asked for at): more may be put into it."""

    def __init__(self, tokens: Tokens, face: Face, *, noted: bool = False) -> None:
        """With `noted`, keep room under the rule for `show_note`, so that nothing moves when it speaks."""
        super().__init__()
        self._rule, self._accent = QColor(tokens.rule), QColor(tokens.accent)
        self._muted, self._discuss = QColor(tokens.muted), QColor(tokens.discuss)
        self._strip = STRIP if noted else 0
        self._note, self._warns = "", False
        self.setFont(font(face))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(2 * TARGET)
        self.setViewportMargins(INSET - 2, HAIR, INSET - 2, HAIR + 1 + self._strip)
        self.document().setDocumentMargin(2)
        self.textChanged.connect(self.grow)
        self.cursorPositionChanged.connect(self._follow)
        self.grow()

    def lose_rule(self) -> None:
        """Draw no rule: the row it stands in has one of its own."""
        self._rule = self.palette().base().color()

    @property
    def note(self) -> str:
        """What stands under the rule."""
        return self._note

    def show_note(self, note: str, warns: bool) -> None:
        """Say something short under the rule; what warns is marked, not only coloured."""
        if (note, warns) != (self._note, self._warns):
            self._note, self._warns = note, warns
            self.setAccessibleDescription(note)
            self.update()

    def grow(self) -> None:
        """Be as tall as the text; the page is laid out again only when that changes."""
        layout, block, height = self.document().documentLayout(), self.document().firstBlock(), 0.0
        while block.isValid() and height < TALLEST:
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        margins = self.viewportMargins()
        wanted = round(height + 0.49) + 4 + margins.top() + margins.bottom()
        tall = max(TARGET + self._strip, min(TALLEST, wanted))
        if tall != self.minimumHeight() or tall != self.maximumHeight():
            self.setFixedHeight(tall)
            bars = Qt.ScrollBarPolicy
            self.setVerticalScrollBarPolicy(
                bars.ScrollBarAsNeeded if wanted > TALLEST else bars.ScrollBarAlwaysOff
            )

    def _follow(self) -> None:
        """Come into sight once the page has been laid out again."""
        if self.hasFocus():
            QTimer.singleShot(0, self, self._come_into_sight)

    def _come_into_sight(self) -> None:
        """Have the page around the box scroll to the line being written, with a little air."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        sheet = around.widget() if around is not None else None
        if around is not None and sheet is not None and self.hasFocus():
            line = self.cursorRect()
            at = self.viewport().mapTo(sheet, line.center())
            around.ensureVisible(at.x(), at.y(), 0, line.height() + LARGE)

    # What Qt asks of a text box

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            painter = QPainter(self)
            self.draw_ground(painter)
            painter.end()
            return True
        return super().event(event)

    def draw_ground(self, painter: QPainter) -> None:
        """Draw what stands around the text: a rule, or a ring when the box has the keyboard, and the note."""
        frame = self.rect().adjusted(0, 0, 0, -self._strip)
        painter.fillRect(self.rect(), self.palette().base())
        if self.hasFocus():
            ring(painter, frame, self._accent)
        else:
            painter.fillRect(INSET, frame.bottom(), frame.width() - 2 * INSET, 1, self._rule)
        if self._note:
            bar = self.verticalScrollBar()
            end = INSET + (bar.width() if bar.isVisible() else 0)
            room = QRect(INSET, frame.bottom() + 1, frame.width() - INSET - end, self._strip)
            painter.setFont(font(NOTE))
            painter.setPen(self._discuss if self._warns else self._muted)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.grow()
            self.horizontalScrollBar().setValue(0)  # where a narrower box had followed its cursor

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self._follow()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll under the pointer unless the box itself has something to scroll."""
        if self.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            event.ignore()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the usual menu without its undo: there is one undo, the window's."""
        menu = self.createStandardContextMenu(event.pos())
        for action in menu.actions():
            if action.objectName() in ("edit-undo", "edit-redo"):
                menu.removeAction(action)
        for action in menu.actions()[:1]:
            if action.isSeparator():
                menu.removeAction(action)
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        at = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        self.menu_asked.emit(menu, at.position())
        menu.exec(event.globalPos())
        menu.deleteLater()
