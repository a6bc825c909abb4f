"""The text box every written answer stands in.

Owns what a box reports and when: at each word's end, at most 300 ms after the first unreported key, and on
leaving. Must not know what a text is of: it is shown one and says what was written.
"""

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QTextCursor

from brandplatform.document.edit import clean
from brandplatform.ui.fields.growing import GrowingBox
from brandplatform.ui.fields.positions import characters, shared, units
from brandplatform.ui.fields.steps import Steps, ends_word
from brandplatform.ui.fields.underlines import Underlines
from brandplatform.ui.theme import Face
from brandplatform.ui.tokens import Tokens

LATEST = 250
"""Milliseconds from the first unreported key to its report: 300 are allowed, a busy machine needs some."""

_STANDARD = QKeySequence.StandardKey


class TypingBox(GrowingBox):
    """A box for plain text that leaves undo to the window and says when a step begins."""

    written = Signal(str, bool)
    """(the whole text, whether an undo step begins with what is new in it)."""
    left = Signal()
    """The cursor went elsewhere; what was written has been reported."""
    noticed = Signal(bool)
    """The cursor came, or went."""

    prose = True
    """Whether its words are those of a language: a name, a date or a colour is none."""
    language = ""
    """The language written here; empty: the one the document is being written in."""

    def __init__(self, tokens: Tokens, face: Face, *, one_line: bool = False, noted: bool = False) -> None:
        super().__init__(tokens, face, noted=noted)
        self._one_line = one_line
        self._text = self._heard = ""
        self._steps, self._begins = Steps(), False
        self.underlines = Underlines(self)
        self._showing = self._pasting = False
        self._at = 0
        self._due = QTimer(self, singleShot=True, interval=LATEST, timerType=Qt.TimerType.PreciseTimer)
        self._due.timeout.connect(self.flush)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.document().contentsChange.connect(self._changed)
        self.cursorPositionChanged.connect(self._moved)

    # What is written, and what is reported of it

    @property
    def text(self) -> str:
        """What stands in the box, non-breaking spaces kept (Qt's own plain text turns them into spaces)."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def flush(self) -> None:
        """Report now what was written and not reported yet."""
        self._due.stop()
        if self._text != self._heard:
            self._heard = self._text
            begins, self._begins = self._begins, False
            self.written.emit(self._text, begins)

    def show_text(self, text: str) -> None:
        """Show another text, the cursor after what differs; showing is not writing."""
        self._due.stop()
        self._begins = False
        self._steps.break_here()
        if text != self._text:
            self._showing = True
            self.setTextCursor(_rewritten(self.textCursor(), self._text, text))
            self._showing = False
            self._at = self.textCursor().position()
        self._text = self._heard = text

    def show_stored(self, text: str) -> None:
        """Show a text that is kept elsewhere unless the box says it; blanks, which nobody keeps, stay."""
        if text != self.text and (text or clean(self.text).strip()):
            self.show_text(text)

    def write_over(self, start: int, end: int, text: str) -> None:
        """Put `text` in place of what stands between two positions, as one undo step of its own."""
        self.flush()
        self._steps.break_here()
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self.flush()
        self._steps.break_here()

    def _changed(self, at: int, removed: int, added: int) -> None:
        """Take note of a change; Qt also tells of some that leave the text as it was."""
        self._at = self.textCursor().position()
        after = self.text
        if self._showing or after == self._text:
            return
        start = characters(after, at)
        gone = self._text[start : start + removed]
        come = after[start : start + added]
        same = shared(gone, come)  # an input method tells what it leaves as written again
        before = after[max(0, start + same - 1) : start + same]
        gone, come = gone[same:], come[same:]
        if self._steps.begins(before, gone, come):
            self.flush()
            self._begins = True
        self._text = after
        self._report_in_time(come)

    def _report_in_time(self, come: str) -> None:
        if self._pasting:
            return
        if come and ends_word(come[-1]):
            self.flush()
        elif not self._due.isActive():
            self._due.start()

    def _moved(self) -> None:
        """End the step when the cursor goes elsewhere by itself."""
        at = self.textCursor().position()
        if at != self._at and not self._showing:
            self._at = at
            self.flush()
            self._steps.break_here()

    # What Qt asks of a text box

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())  # a file is opened

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text as text, as one undo step of its own."""
        text = source.text().replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
        self.flush()
        self._steps.break_here()
        self._pasting = True
        self.textCursor().insertText(" ".join(text.split()) if self._one_line else text)
        self._pasting = False
        self.flush()
        self._steps.break_here()
        self.ensureCursorVisible()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if _is_undo(event):
                event.ignore()
                return False
            if is_advance(event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if _is_undo(event):
            event.ignore()
        elif is_advance(event):
            self.flush()
            event.ignore()  # what comes next is known further out
        elif enter and self._one_line:
            event.ignore()
        elif enter and not self.isReadOnly():
            self.textCursor().insertText("\n")  # Shift+Enter would put a line separator where a line ends
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.noticed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()
        self._steps.break_here()
        self.update()
        self.left.emit()
        self.noticed.emit(False)


def _is_undo(event: QKeyEvent) -> bool:
    """Ctrl+Y too, wherever the system's own redo is another key."""
    ctrl_y = event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return event.matches(_STANDARD.Undo) or event.matches(_STANDARD.Redo) or ctrl_y


def is_advance(event: QKeyEvent) -> bool:
    """Tell whether a key is Ctrl+Enter: on to what comes next."""
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


def _rewritten(cursor: QTextCursor, before: str, after: str) -> QTextCursor:
    """Turn one text into another by changing only what differs; return the cursor behind that."""
    head = shared(before, after)
    tail = shared(before[head:][::-1], after[head:][::-1])
    start = units(before[:head])
    end = start + units(before[head : len(before) - tail])
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(after[head : len(after) - tail])
    return cursor
