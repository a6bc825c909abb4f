"""The questions of a section: one open at a time, each answer a private note; each may be worded otherwise.

Owns the list and its keys; must not know which section asks.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brandplatform.document import edit, questions
from brandplatform.document.framework import Question, Section
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.questionhead import MARK, QuestionHead
from brandplatform.ui.fields.typing import TypingBox, is_advance
from brandplatform.ui.fields.view import PLACE, indented, said
from brandplatform.ui.paper import Way
from brandplatform.ui.theme import ANSWER, HEADING, INTERFACE, NOTE
from brandplatform.ui.tokens import HAIR, LARGE, SMALL, TIGHT


class QuestionItem(QWidget):
    """A question and, once opened, why it is asked and a box for the answer."""

    opened = Signal(bool)
    advanced = Signal()
    """Ctrl+Enter in the answer: on to the next question."""
    reworded = Signal()
    """The question is asked in other words."""

    def __init__(self, here: Here, question: Question) -> None:
        super().__init__()
        self.here, self.question = here, question
        self.head = QuestionHead("", here.desk.tokens)
        self.head.setProperty(PLACE, question.id)
        self.head.clicked.connect(lambda on: self.opened.emit(on))
        self.box: TypingBox | None = None
        self.wording: TypingBox | None = None
        """How the question is asked here, while somebody words it."""
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
        inside.setContentsMargins(MARK - TIGHT, 0, 0, LARGE)
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
        if here.session.writable:
            inside.addLayout(self._ways(inside))
        self._body.addWidget(self._inside)
        self.show_value()

    def _ways(self, inside: QVBoxLayout) -> QHBoxLayout:
        """Return the two things one may do with the question itself."""
        words = self.here.desk.words
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        self.reword, self.away = (
            Way(self.here.desk, words(f"page.question_{k}")) for k in ("reword", "away")
        )
        self.reword.clicked.connect(lambda: self.word(inside))
        self.away.clicked.connect(self._put_away)
        row.addWidget(self.reword)
        row.addWidget(self.away)
        row.addStretch(1)
        return row

    def word(self, inside: QVBoxLayout | None = None) -> None:
        """Show the question as a line to write, and put the cursor there."""
        if self._inside is None:
            self.show_open(True)
        layout = inside or (self._inside.layout() if self._inside else None)
        if self.wording is None and isinstance(layout, QVBoxLayout):
            here, words = self.here, self.here.desk.words
            self.wording = TypingBox(here.desk.tokens, INTERFACE, one_line=True)
            self.wording.setAccessibleName(words("page.question_wording"))
            self.wording.setPlaceholderText(words("page.question_wording"))
            self.wording.written.connect(self._reword)
            self.wording.show_text(self._own())
            layout.insertWidget(0, self.wording)
            self.wording.show()
        if self.wording is not None:
            self.wording.setFocus(Qt.FocusReason.OtherFocusReason)

    def _own(self) -> str:
        """Return the words of this document's own, else those of the method, as they stand."""
        question = self.question
        return question.ask.get(self.here.language) or question.ask.get(self.here.desk.words.language, "")

    def _reword(self, text: str, begins: bool) -> None:
        here = self.here
        after = questions.reword(here.platform, self.question.id, here.language, text)
        here.type(after, here.desk.words("undo.reword"), self.question.id, self, begins)
        self.reworded.emit()

    def _put_away(self) -> None:
        here, name = self.here, self.question.id
        here.session.flush()
        after = questions.remove(here.platform, name)
        if after is here.platform:
            after = questions.ask(here.platform, name, False)
        here.change(after, here.desk.words("undo.unask"), name, None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_advance(event):
            self.advanced.emit()
        else:
            super().keyPressEvent(event)

    def show_value(self) -> None:
        """Show the question and the note of the document."""
        self._show_question()
        text = self.here.platform.notes.get(self.question.id, {}).get(self.here.language, "")
        self.head.show_answer(text, self.here.desk.words("page.answered"))
        if self.box is not None:
            self.box.show_stored(text)

    def show_question(self, question: Question) -> None:
        """Ask the question as it is worded now."""
        self.question = question
        self._show_question()

    def _show_question(self) -> None:
        text = self.here.say(self.question.ask) or self.here.desk.words("page.question_empty")
        if text != self.head.text():
            self.head.show_text(text)
        if self.box is not None:
            self.box.setAccessibleName(f"{self.here.desk.words('page.answer_label')}, {text}")
        if self.wording is not None and self.wording.text.strip() != self._own().strip():
            self.wording.show_text(self._own())

    def flush(self) -> None:
        """Report now what was typed and not reported yet."""
        for box in (self.box, self.wording):
            if box is not None:
                box.flush()

    def _written(self, text: str, begins: bool) -> None:
        here = self.here
        after = edit.write_note(here.platform, self.question.id, here.language, text)
        here.type(after, here.desk.words("undo.answer"), self.question.id, self, begins)
        self.head.show_answer(edit.clean(text), here.desk.words("page.answered"))


class QuestionList(QWidget):
    """All questions of a section, one open at a time."""

    def __init__(self, here: Here, section: Section) -> None:
        super().__init__()
        self._here, self._section = here, section
        words, tokens = here.desk.words, here.desk.tokens
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(HAIR)
        body.addWidget(indented(said(words("page.questions"), HEADING, tokens.ink)))
        body.addWidget(indented(said(words("page.answers_private"), NOTE, tokens.muted)))
        body.addSpacing(TIGHT)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(HAIR)
        body.addLayout(self._rows)
        self.items: tuple[QuestionItem, ...] = ()
        self.more, self.back = Way(here.desk, words("page.question_add")), Way(here.desk, "")
        self.more.clicked.connect(self._add)
        self.back.clicked.connect(self._bring_back)
        row = QHBoxLayout()
        row.setContentsMargins(MARK - 2 * TIGHT, 0, 0, 0)
        row.setSpacing(SMALL)
        for way in (self.more, self.back):
            row.addWidget(way)
        row.addStretch(1)
        body.addSpacing(TIGHT)
        body.addLayout(row)
        self.more.setVisible(here.session.writable)
        self.show_value()

    def _asked(self) -> tuple[Question, ...]:
        return questions.asked(self._here.desk.library, self._here.platform, self._section)

    def _build(self, asked: tuple[Question, ...]) -> None:
        """Show other questions than before; the one that was open stays so."""
        was = self.items[self.opened].question.id if self.opened is not None else ""
        for old in self.items:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.items = tuple(QuestionItem(self._here, question) for question in asked)
        for index, item in enumerate(self.items):
            item.opened.connect(lambda on, at=index: self.open(at if on else None))
            item.advanced.connect(lambda at=index: self.open(at + 1))
            item.reworded.connect(self._show_words)
            self._rows.addWidget(item)
            item.show()
            item.show_open(item.question.id == was)

    def _show_words(self) -> None:
        for item, question in zip(self.items, self._asked(), strict=False):
            item.show_question(question)

    def open(self, index: int | None) -> None:
        """Open one question and close the others; past the last one, leave them all closed."""
        for at, item in enumerate(self.items):
            item.show_open(at == index)
        if index is not None and index < len(self.items):
            box = self.items[index].box
            if box is not None:
                box.setFocus(Qt.FocusReason.OtherFocusReason)
        elif index is not None and self.items:
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
        """Show the questions and the notes of the document."""
        asked = self._asked()
        if [one.id for one in asked] != [item.question.id for item in self.items]:
            self._build(asked)
        self._show_words()
        for item in self.items:
            item.show_value()
        away = questions.unasked(self._here.desk.library, self._here.platform, self._section)
        self.back.setText(self._here.desk.words("page.question_back", n=len(away)))
        self.back.setVisible(bool(away) and self._here.session.writable)
        self.back.updateGeometry()

    def _add(self) -> None:
        """Add a question of one's own, and word it."""
        here = self._here
        here.session.flush()
        after, name = questions.add(here.platform, self._section.id, here.language)
        here.change(after, here.desk.words("undo.ask"), name, None)
        self.go_to(name)
        self.items[-1].word()

    def _bring_back(self) -> None:
        here = self._here
        here.session.flush()
        after = here.platform
        for one in questions.unasked(here.desk.library, after, self._section):
            after = questions.ask(after, one.id, True)
        here.change(after, here.desk.words("undo.ask_again"), self._section.fields[0], None)
