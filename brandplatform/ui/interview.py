"""The interview: one question on the whole screen, section after section, and at each end its sentence.

Owns which stop is in front; must not know how a question is put into a document.
"""

from PySide6.QtWidgets import QVBoxLayout

from brandplatform.document.interview import Stop, resumed, sentence_of, stops
from brandplatform.ui.commands import Spot
from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.here import Here
from brandplatform.ui.guidesheet import BUSINESSES
from brandplatform.ui.interview_sentence import SentencePart
from brandplatform.ui.paper import Paper, scrolled
from brandplatform.ui.screen import Screen
from brandplatform.ui.session import Changed, Session
from brandplatform.ui.shortpath_question import QuestionStep
from brandplatform.ui.shortpath_step import Step

NAME = "interview"


class InterviewPage(Screen):
    """One stop at a time; it goes on where the page is."""

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__()
        self._desk, self._session = desk, session
        self._business = BUSINESSES[0]
        self.stop: Stop | None = None
        """What is asked now; None when nothing is."""
        self.view: Step = Step(Here(desk, session, "", NAME))
        paper = Paper(desk)
        self._sheet = QVBoxLayout(paper)
        self._sheet.setContentsMargins(0, 0, 0, 0)
        self._sheet.addWidget(self.view)
        self._area = scrolled(paper)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._area)
        session.changed.connect(self._heed)
        session.flushing.connect(self._flush)
        session.language_changed.connect(self._show_again)

    @property
    def _row(self) -> tuple[Stop, ...]:
        return stops(self._session.framework, self._desk.library, self._session.platform)

    def _at(self) -> int:
        """Return where the stop in front stands in the row; the one that took its place when it is gone."""
        row = self._row
        for at, stop in enumerate(row):
            if self.stop is not None and _same(stop, self.stop):
                return at
        section = self.stop.section.id if self.stop is not None else ""
        return resumed(row, self._session.platform, section, self._session.language)

    def come_from(self, section: str) -> None:
        """Go on at the first question of the page's section that nobody answered."""
        if self.stop is None or self.stop.section.id != section:
            self._show(resumed(self._row, self._session.platform, section, self._session.language))
        else:
            self._show(self._at())

    def focus_place(self, place: str) -> None:
        """Show the stop where a place is written."""
        for at, stop in enumerate(self._row):
            made = sentence_of(self._desk.library, stop.section) if stop.question is None else None
            if (stop.question is not None and stop.question.id == place) or (made and made[0].id == place):
                self._show(at)
                return

    # One stop

    def _show(self, at: int) -> None:
        row = self._row
        self.stop = row[at] if at < len(row) else None
        old, self.view = self.view, self._built(self.stop, at)
        self._sheet.replaceWidget(old, self.view)
        self.view.show()
        self.view.asked.connect(self.take)
        self.view.take_focus()
        old.hide()
        old.deleteLater()
        self._area.verticalScrollBar().setValue(0)

    def _built(self, stop: Stop | None, at: int) -> Step:
        words = self._desk.words
        if stop is None:
            return Ending(Here(self._desk, self._session, "", NAME), done=at > 0)
        here = Here(self._desk, self._session, stop.section.id, NAME)
        title = here.say(stop.section.title)
        if stop.question is None:
            made = sentence_of(self._desk.library, stop.section)
            if made is not None:
                return SentencePart(here, stop.section, made, words("interview.no_question", section=title))
            return Ending(here, done=True)
        label = words("interview.question_of", section=title, number=stop.number, all=stop.of)
        view = QuestionStep(here, stop.question, label, back=at > 0, leave=words("brand.done"))
        examples = self._desk.library.theme(stop.section.theme).examples
        view.put_examples(tuple(one for one in examples if one.section == stop.section.id), self._business)
        view.business_chosen.connect(self._choose_business)
        return view

    def _choose_business(self, business: str) -> None:
        self._business = business

    def take(self, way: str) -> None:
        """Go on, go back, or leave for the page."""
        self._session.flush()
        at = self._at()
        if way == "leave":
            self._leave()
        elif way == "next" and self.stop is not None:
            self._show(at + 1)
        elif way == "back" and self.stop is None:
            self._show(max(0, len(self._row) - 1))
        elif way == "back" and at:
            self._show(at - 1)

    def _leave(self) -> None:
        """Go to the page, where what is asked here is written."""
        if self.stop is None:
            self.asked.emit(Spot(place="", section=next(self._session.framework.sections).id))
            return
        made = sentence_of(self._desk.library, self.stop.section)
        field = made[0].id if made else self.stop.section.fields[0]
        place = self.stop.question.id if self.stop.question is not None else field
        self.asked.emit(Spot(place=place, section=self.stop.section.id, language=self._session.language))

    def _flush(self) -> None:
        self.view.flush()

    def _show_again(self, _language: str) -> None:
        self._show(self._at())

    def _heed(self, changed: Changed) -> None:
        """Show what an edit changed; a question that is no longer asked gives way to the next one."""
        if changed.origin is self.view or self.stop is None:
            return
        row = self._row
        at = self._at()
        if at < len(row) and row[at] == self.stop:
            self.view.show_value()
        elif self.isVisible():
            self._show(at)


class Ending(Step):
    """Nothing more is asked."""

    def __init__(self, here: Here, *, done: bool) -> None:
        super().__init__(here)
        self.put_head("", self.words("interview.done" if done else "interview.nothing"))
        back = [("back", self.words("common.back"))] if done else []
        self.put_ways([("leave", self.words("brand.done")), *back])


def _same(one: Stop, other: Stop) -> bool:
    """Tell whether two stops ask for the same, whatever the wording and the number."""
    first = one.question.id if one.question is not None else ""
    second = other.question.id if other.question is not None else ""
    return (one.section.id, first) == (other.section.id, second)
