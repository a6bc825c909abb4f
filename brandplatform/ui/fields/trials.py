"""*Mettre à l'épreuve*: the tests that go with a statement, and what a person found.

Owns which tests stand there and whose sentence they are about; must not know how a test shows what it sees.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from brandplatform.document import drafts, edit
from brandplatform.document.framework import Trial
from brandplatform.document.model import Verdict
from brandplatform.ui.fields.drafts import Drafts, quiet_button, test_place
from brandplatform.ui.fields.growing import INSET
from brandplatform.ui.fields.seen import Seen
from brandplatform.ui.fields.sentence import Sentence
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.fields.verdicts import mark_of
from brandplatform.ui.fields.view import PLACE, indented, said
from brandplatform.ui.strokes import Ink
from brandplatform.ui.theme import ANSWER, HEADING, INTERFACE, LABEL, STRIP
from brandplatform.ui.tokens import HAIR, MEDIUM, SMALL, TARGET, TIGHT


class TrialItem(QWidget):
    """A test: its question, what can be seen, the person's words, and one of three answers."""

    def __init__(self, owner: Drafts, trial: Trial) -> None:
        super().__init__()
        self._owner, self._here, self.trial, self._draft = owner, owner.here, trial, ""
        words, tokens = self._here.desk.words, self._here.desk.tokens
        self._rule = Ink.of(tokens).rule
        self.title = self._here.say(trial.title)
        self._seen = Seen(self._here, owner.field, trial)
        self.box = TypingBox(tokens, ANSWER)
        self.box.setAccessibleName(words("drafts.of", what=words("page.answer_label"), draft=self.title))
        self.box.setPlaceholderText(words("trials.remark" if trial.shows else "trials.answer"))
        self.box.setReadOnly(not self._here.session.writable)
        self.box.written.connect(self._commented)
        self.answers = {result: self._answer(result) for result in drafts.RESULTS}
        body = QVBoxLayout(self)
        body.setContentsMargins(0, SMALL, 0, TIGHT)
        body.setSpacing(HAIR)
        body.addWidget(indented(said(self.title, LABEL, tokens.ink)))
        body.addWidget(indented(said(self._here.say(trial.ask), INTERFACE, tokens.ink)))
        body.addWidget(self._seen)
        body.addWidget(self.box)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(HAIR)
        for button in self.answers.values():
            row.addWidget(button)
        row.addStretch(1)
        body.addLayout(row)

    def _answer(self, result: str) -> QToolButton:
        words = self._here.desk.words
        button = quiet_button(self._here, words(f"trials.{result}"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setIconSize(QSize(16, 16))
        button.setCheckable(True)
        button.setEnabled(self._here.session.writable)
        button.setAccessibleName(words("drafts.state", draft=self.title, state=button.text()))
        button.clicked.connect(lambda on: self._judged(result if on else ""))
        return button

    def show_for(self, draft: str) -> None:
        """Show what was found of a draft, or of the statement when none is named."""
        self._draft, here = draft, self._here
        found = drafts.verdicts_of(here.platform, self._owner.field.id, draft)
        verdict = found.get(self.trial.id, Verdict(result=""))
        self.box.setProperty(PLACE, test_place(self._owner.field.id, draft, self.trial.id))
        text = verdict.words.get(here.language, "")
        if text.strip() != edit.clean(self.box.text).strip() or (text and text != self.box.text):
            self.box.show_text(text)
        for result, button in self.answers.items():
            button.setChecked(result == verdict.result)
            button.setIcon(mark_of(here, result, lit=result == verdict.result))
        self._seen.show_for(draft)

    def _commented(self, text: str, begins: bool) -> None:
        here, field, name = self._here, self._owner.field.id, self.trial.id
        after = drafts.comment(here.platform, field, self._draft, name, here.language, text)
        here.type(after, self._label, test_place(field, self._draft, name), self._owner, begins)

    def _judged(self, result: str) -> None:
        here, field, name = self._here, self._owner.field.id, self.trial.id
        here.session.flush()
        after = drafts.judge(here.platform, field, self._draft, name, result)
        here.change(after, self._label, test_place(field, self._draft, name), self._owner)

    @property
    def _label(self) -> str:
        return self._here.desk.words("undo.verdict", test=self.title)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(INSET, 0, self.width() - 2 * INSET, 1, self._rule)


class TrialsPanel(QWidget):
    """The tests of one sentence, the first four at once."""

    def __init__(self, owner: Drafts) -> None:
        super().__init__()
        self._owner, self._here, self._draft = owner, owner.here, ""
        tokens = self._here.desk.tokens
        first, more = self._here.desk.library.trials().of(owner.field.genre)
        self._title = indented(said("", HEADING, tokens.ink))
        self._sentence = Sentence(tokens, STRIP, inset=INSET)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, SMALL, 0, 0)
        self._body.setSpacing(0)
        self._body.addWidget(self._title)
        self._body.addSpacing(HAIR)
        self._body.addWidget(self._sentence)
        self._body.addSpacing(TIGHT)
        self.items: list[TrialItem] = []
        self._more = more
        self.others = quiet_button(self._here, self._here.desk.words("trials.more", n=len(more)))
        self.others.setMinimumWidth(TARGET)
        self.others.clicked.connect(self._show_others)
        self._body.addWidget(self.others, 0, Qt.AlignmentFlag.AlignLeft)
        if not more:
            self.others.hide()
        self._add(first)
        self._body.addSpacing(MEDIUM)

    def _add(self, trials: tuple[Trial, ...]) -> None:
        for trial in trials:
            item = TrialItem(self._owner, trial)
            self.items.append(item)
            self._body.insertWidget(self._body.indexOf(self.others), item)
            item.show()  # now, not a turn of the loop later: the cursor may be about to go there

    def _show_others(self) -> None:
        known = len(self.items)
        self._add(self._more)
        self._more = ()
        self.show_value()
        self.others.hide()
        self._owner.set_tab_order()
        self.items[known].box.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_for(self, draft: str) -> None:
        """Speak about a draft, or about the statement when none is named."""
        for item in self.items:
            item.box.flush()
        self._draft = draft
        self.show_value()

    def show_value(self) -> None:
        """Show what the document says; a draft that is gone, or was chosen, is the statement."""
        here, field = self._here, self._owner.field.id
        gone = not any(one.id == self._draft and one.status != drafts.CHOSEN for one in self._owner.all)
        if gone:
            self._draft = ""
        words = here.desk.words
        name = self._owner.name_of(self._draft) if self._draft else words("trials.statement")
        self._title.setText(words("trials.title", draft=name))
        sentence = drafts.wording(here.platform, field, self._draft).get(here.language, "")
        self._sentence.say(sentence)
        self._sentence.setVisible(bool(self._draft and sentence))
        answered = drafts.verdicts_of(here.platform, field, self._draft)
        if any(one.id in answered for one in self._more):
            self._add(self._more)
            self._more = ()
            self.others.hide()
        for item in self.items:
            item.show_for(self._draft)

    def stops(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, in order."""
        of_items = (stop for item in self.items for stop in (item.box, *item.answers.values()))
        return (*of_items, self.others)

    def take_focus(self, test: str = "") -> None:
        """Put the cursor in a person's words on a test, the first one when none is named."""
        if any(one.id == test for one in self._more):
            self._show_others()
        item = next((one for one in self.items if one.trial.id == test), self.items[0])
        item.box.setFocus(Qt.FocusReason.OtherFocusReason)
