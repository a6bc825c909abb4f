"""One test as it stands on the page: its question, a person's words, and one of three answers.

Owns how a verdict is given; must not know whether it is about a statement, a draft or a row.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from brandplatform.document import verdicts
from brandplatform.document.framework import Trial
from brandplatform.document.model import Verdict
from brandplatform.ui.fields.drafts import quiet_button
from brandplatform.ui.fields.growing import INSET
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.seen import Seen
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.fields.verdicts import mark_of
from brandplatform.ui.fields.view import PLACE, indented, said
from brandplatform.ui.strokes import Ink
from brandplatform.ui.theme import ANSWER, INTERFACE, LABEL
from brandplatform.ui.tokens import HAIR, SMALL, TIGHT


@dataclass(frozen=True, slots=True)
class Tested:
    """What is put to the test, and who shows it."""

    here: Here
    field: str
    """Id of the statement, or of the table the row is in."""
    place: Callable[[str, str], str]
    """(draft or row, test) -> the place of a person's words, for undo."""
    origin: object
    """Who shows already what is edited here."""
    seen: Callable[[Trial], Seen] | None = None
    """What the program can show by itself of a test; None: nothing."""


class TrialItem(QWidget):
    """A test: its question, what can be seen, the person's words, and one of three answers."""

    def __init__(self, of: Tested, trial: Trial) -> None:
        super().__init__()
        self._of, self._here, self.trial, self._part = of, of.here, trial, ""
        words, tokens = self._here.desk.words, self._here.desk.tokens
        self._rule = Ink.of(tokens).rule
        self.title = self._here.say(trial.title)
        self._seen = of.seen(trial) if of.seen is not None else None
        self.box = TypingBox(tokens, ANSWER)
        self.box.setAccessibleName(words("drafts.of", what=words("page.answer_label"), draft=self.title))
        self.box.setPlaceholderText(words("trials.remark" if trial.shows and of.seen else "trials.answer"))
        self.box.setReadOnly(not self._here.session.writable)
        self.box.written.connect(self._commented)
        self.answers = {result: self._answer(result) for result in verdicts.RESULTS}
        body = QVBoxLayout(self)
        body.setContentsMargins(0, SMALL, 0, TIGHT)
        body.setSpacing(HAIR)
        body.addWidget(indented(said(self.title, LABEL, tokens.ink)))
        body.addWidget(indented(said(self._here.say(trial.ask), INTERFACE, tokens.ink)))
        if self._seen is not None:
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

    def show_for(self, part: str) -> None:
        """Show what was found of a draft or a row, or of the statement when none is named."""
        self._part, here = part, self._here
        found = verdicts.found(here.platform, self._of.field, part)
        verdict = found.get(self.trial.id, Verdict(result=""))
        self.box.setProperty(PLACE, self._place)
        self.box.show_stored(verdict.words.get(here.language, ""))
        for result, button in self.answers.items():
            button.setChecked(result == verdict.result)
            button.setIcon(mark_of(here, result, lit=result == verdict.result))
        if self._seen is not None:
            self._seen.show_for(part)

    def stops(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, in order."""
        return (self.box, *self.answers.values())

    def _commented(self, text: str, begins: bool) -> None:
        here = self._here
        after = verdicts.comment(
            here.platform, self._of.field, self._part, self.trial.id, here.language, text
        )
        here.type(after, self._label, self._place, self._of.origin, begins)

    def _judged(self, result: str) -> None:
        here = self._here
        here.session.flush()
        after = verdicts.judge(here.platform, self._of.field, self._part, self.trial.id, result)
        here.change(after, self._label, self._place, self._of.origin)

    @property
    def _place(self) -> str:
        return self._of.place(self._part, self.trial.id)

    @property
    def _label(self) -> str:
        return self._here.desk.words("undo.verdict", test=self.title)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(INSET, 0, self.width() - 2 * INSET, 1, self._rule)
