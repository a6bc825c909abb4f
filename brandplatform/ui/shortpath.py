"""The short path: one thing at a time, from four questions to a promise on paper.

Owns which step is in front and how one comes and goes; must not know files, nor what a step asks.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from brandplatform.checks.finding import Finding
from brandplatform.ui.commands import Spot
from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.here import Here
from brandplatform.ui.notice import Notice
from brandplatform.ui.paper import Paper, scrolled
from brandplatform.ui.session import Changed, Session
from brandplatform.ui.shortpath_checks import FindingStep, SwapStep, line_in_hand
from brandplatform.ui.shortpath_lines import LinesStep
from brandplatform.ui.shortpath_paper import PaperStep
from brandplatform.ui.shortpath_question import QuestionStep
from brandplatform.ui.shortpath_sentence import SentenceStep
from brandplatform.ui.shortpath_step import Step
from brandplatform.ui.shortpath_steps import (
    FIELD,
    FINDINGS,
    LINES,
    MOST,
    PAPER,
    QUESTIONS,
    SENTENCE,
    STEPS,
    SWAP,
    Finder,
    examined,
)  # fmt: skip


class ShortPath(QWidget):
    """What the window shows of a platform until somebody opens the whole of it."""

    turned = Signal(str)
    """Another step is in front."""
    left = Signal()
    """A person leaves it for later."""
    print_asked = Signal(str)
    """`card` or `page`: what is to be printed."""
    gone = Signal(str, str)
    """(section, place) of the whole platform where a person wants to go on."""
    business_chosen = Signal(str)

    def __init__(self, desk: Desk, session: Session, step: str, business: str, finder: Finder) -> None:
        """Show `step`, or the first; `finder` says what is to discuss in a field."""
        super().__init__()
        self._desk, self._session, self._business, self._finder = desk, session, business, finder
        self._here = Here(desk, session, FIELD)
        self._asked: list[Finding] = []
        self.notice = Notice(desk)
        self.step = step if step in STEPS else STEPS[0]
        """The step in front."""
        self.view: Step = Step(self._here)
        self._paper = Paper(desk)
        self._sheet = QVBoxLayout(self._paper)
        self._sheet.setContentsMargins(0, 0, 0, 0)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.notice)
        self._area = scrolled(self._paper)
        body.addWidget(self._area, 1)
        self._sheet.addWidget(self.view)
        self._show(self.step)
        session.changed.connect(self._heed)
        session.flushing.connect(self._flush)
        session.travelled.connect(self._travel)

    # Steps

    def _built(self, step: str) -> Step | None:
        """Return the screen of a step, or None when it has nothing to show."""
        if step in QUESTIONS:
            return self._question(step)
        if step == SENTENCE:
            return SentenceStep(self._here)
        if step == FINDINGS:
            found = self._next_finding()
            return FindingStep(self._here, found) if found is not None else None
        if step == SWAP:
            return SwapStep(self._here) if line_in_hand(self._here) else None
        if step == LINES:
            return LinesStep(self._here) if line_in_hand(self._here) else None
        made = PaperStep(self._here)
        made.gone.connect(self.gone)
        made.print_asked.connect(self.print_asked)
        return made

    def _question(self, step: str) -> Step:
        theme = self._desk.library.theme(FIELD)
        question = next(one for one in theme.questions if one.id == step)
        at = QUESTIONS.index(step)
        label = self._desk.words("path.question_of", number=at + 1, all=len(QUESTIONS))
        made = QuestionStep(self._here, question, label, back=at > 0)
        made.put_examples(tuple(one for one in theme.examples if one.section == FIELD), self._business)
        made.business_chosen.connect(self._choose_business)
        return made

    def _next_finding(self) -> Finding | None:
        """Return the next thing to discuss that was not put yet; two are, at most."""
        platform = examined(self._desk.library, self._here.platform, self._here.language)
        found = self._finder(platform, FIELD, self._here.language)
        asked = {(one.id, one.start) for one in self._asked}
        fresh = [one for one in found if (one.id, one.start) not in asked]
        return fresh[0] if fresh and len(self._asked) < MOST else None

    def _choose_business(self, business: str) -> None:
        self._business = business
        self.business_chosen.emit(business)

    def _show(self, step: str, way: int = 1) -> None:
        """Show a step, or the next one that way with something to show."""
        at = STEPS.index(step)
        view = self._built(step)
        while view is None:
            at = max(0, min(len(STEPS) - 1, at + (way or 1)))
            view = self._built(STEPS[at])
        self.step = STEPS[at]
        if isinstance(view, FindingStep):
            self._asked.append(view.finding)
        old, self.view = self.view, view
        self._sheet.replaceWidget(old, view)
        view.show()
        view.take_focus()
        old.hide()
        old.deleteLater()
        view.asked.connect(self.take)
        self._area.verticalScrollBar().setValue(0)

    def take(self, way: str) -> None:
        """Take a way: `next`, `back`, `leave`, `rewrite`; any other is the step's own affair."""
        at = STEPS.index(self.step)
        if way == "leave":
            self._session.flush()
            self.view.leaving()
            self.left.emit()
        elif way == "next" and self.step == FINDINGS:
            self._turn(FINDINGS, 1)
        elif way == "next" and at + 1 < len(STEPS):
            self._turn(STEPS[at + 1], 1)
        elif way == "back" and at:
            self._turn(STEPS[at - 1], -1)
        elif way in ("rewrite", SENTENCE):
            self._turn(SENTENCE, 1)

    def _turn(self, step: str, way: int) -> None:
        self._session.flush()
        if way > 0:
            self.view.leaving()
        if way < 0 and step == FINDINGS:
            step = SENTENCE
        if step == SENTENCE:
            self._asked = []
        self._show(step, way)
        self.turned.emit(self.step)

    # What the session says

    def _flush(self) -> None:
        self.view.flush()

    def _heed(self, changed: Changed) -> None:
        if changed.origin is not self.view:
            self.view.show_value()

    def _travel(self, spot: Spot) -> None:
        """Show where something is written, when it is written on another step."""
        if spot.place in QUESTIONS and spot.place != self.step:
            self._turn(spot.place, 0)
        elif spot.place == FIELD and self.step in (*QUESTIONS, PAPER):
            self._turn(SENTENCE if self.step in QUESTIONS else LINES, 0)
