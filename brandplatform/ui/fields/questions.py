"""The questions of a section: one open at a time, each answer a private note.

Owns the list and its keys; must not know which section asks.
"""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from brandplatform.document import edit
from brandplatform.document.framework import Question
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.typing import TypingBox, is_advance
from brandplatform.ui.fields.view import PLACE, indented, said
from brandplatform.ui.strokes import Ink, Towards, chevron, ring, tick
from brandplatform.ui.theme import ANSWER, HEADING, INTERFACE, NOTE, font
from brandplatform.ui.tokens import HAIR, LARGE, MEDIUM, SMALL_RADIUS, TARGET, TIGHT, WIDE, Tokens

_MARK = WIDE
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
            room = QRect(_MARK, TIGHT, width - _MARK - TIGHT, 10_000)
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
        tick(painter, QRect(_MARK - 2, top, 16, 16), self._ink.muted)
        room = QRect(_MARK + 18, top, self.width() - _MARK - 18 - TIGHT, metrics.height())
        painter.setFont(font(NOTE))
        painter.setPen(self._ink.muted)
        shown = metrics.elidedText(self._answer, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class QuestionItem(QWidget):
    """A question and, once opened, why it is asked and a box for the answer."""

    opened = Signal(bool)
    advanced = Signal()
    """Ctrl+Enter in the answer: on to the next question."""

    def __init__(self, here: Here, question: Question) -> None:
        super().__init__()
        self.here, self.question = here, question
        self.head = QuestionHead(here.say(question.ask), here.desk.tokens)
        self.head.setProperty(PLACE, question.id)
        self.head.clicked.connect(lambda on: self.opened.emit(on))
        self.box: TypingBox | None = None
        self._inside: QWidget | None = None
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self._body.addWidget(self.head)
        self.show_value()

    def show_open(self, is_open: bool) -> None:
        """Open or close; the inside is built when it is first needed."""
        self.head.setChecked(is_open)
        if is_open and self._inside is None:
            self._build()
        if self._inside is not None:
            self._inside.setVisible(is_open)
        self.head.updateGeometry()
        self.head.update()

    def _build(self) -> None:
        here, words = self.here, self.here.desk.words
        self._inside = QWidget()
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(_MARK - TIGHT, 0, 0, LARGE)
        inside.setSpacing(HAIR)
        why = said(here.say(self.question.why), NOTE, here.desk.tokens.muted)
        why.setContentsMargins(TIGHT, 0, 0, 0)
        why.setAccessibleName(words("page.question_why"))
        inside.addWidget(why)
        self.box = TypingBox(here.desk.tokens, ANSWER)
        self.box.setProperty(PLACE, self.question.id)
        self.box.setAccessibleName(f"{words('page.answer_label')}, {self.head.text()}")
        self.box.setPlaceholderText(words("page.answer_placeholder"))
        self.box.setReadOnly(not here.session.writable)
        self.box.written.connect(self._written)
        inside.addWidget(self.box)
        self._body.addWidget(self._inside)
        self.show_value()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_advance(event):
            self.advanced.emit()
        else:
            super().keyPressEvent(event)

    def show_value(self) -> None:
        """Show the note of the document."""
        text = self.here.platform.notes.get(self.question.id, {}).get(self.here.language, "")
        self.head.show_answer(text, self.here.desk.words("page.answered"))
        box = self.box
        if box is not None and (text.strip() != edit.clean(box.text).strip() or (text and text != box.text)):
            box.show_text(text)

    def flush(self) -> None:
        """Report now what was typed and not reported yet."""
        if self.box is not None:
            self.box.flush()

    def _written(self, text: str, begins: bool) -> None:
        here = self.here
        after = edit.write_note(here.platform, self.question.id, here.language, text)
        here.type(after, here.desk.words("undo.answer"), self.question.id, self, begins)
        self.head.show_answer(edit.clean(text), here.desk.words("page.answered"))


class QuestionList(QWidget):
    """All questions of a section, one open at a time."""

    def __init__(self, here: Here, questions: tuple[Question, ...]) -> None:
        super().__init__()
        words, tokens = here.desk.words, here.desk.tokens
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(HAIR)
        body.addWidget(indented(said(words("page.questions"), HEADING, tokens.ink)))
        body.addWidget(indented(said(words("page.answers_private"), NOTE, tokens.muted)))
        body.addSpacing(TIGHT)
        self.items = tuple(QuestionItem(here, question) for question in questions)
        for index, item in enumerate(self.items):
            item.opened.connect(lambda on, at=index: self.open(at if on else None))
            item.advanced.connect(lambda at=index: self.open(at + 1))
            body.addWidget(item)

    def open(self, index: int | None) -> None:
        """Open one question and close the others; past the last one, leave them all closed."""
        for at, item in enumerate(self.items):
            item.show_open(at == index)
        if index is not None and index < len(self.items):
            box = self.items[index].box
            if box is not None:
                box.setFocus(Qt.FocusReason.OtherFocusReason)
        elif index is not None:
            self.items[-1].head.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, question: str) -> None:
        """Open a question and put the cursor into its answer."""
        for index, item in enumerate(self.items):
            if item.question.id == question:
                self.open(index)

    @property
    def opened(self) -> int | None:
        """The position of the open question, or None."""
        return next((at for at, item in enumerate(self.items) if item.head.isChecked()), None)

    def flush(self) -> None:
        """Report now what was typed and not reported yet."""
        for item in self.items:
            item.flush()

    def show_value(self) -> None:
        """Show the notes of the document."""
        for item in self.items:
            item.show_value()
