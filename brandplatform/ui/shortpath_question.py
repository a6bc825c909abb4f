"""A question on the whole window: why it is asked, a box to answer it, an example at the side.

Owns how one question is asked; must not know which one comes next. The interview asks with it too.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from brandplatform.document import edit
from brandplatform.document.framework import Example, Question
from brandplatform.publish.typography import typeset
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.fields.view import PLACE, said
from brandplatform.ui.guidesheet import BUSINESSES
from brandplatform.ui.shortpath_step import ASIDE, Step
from brandplatform.ui.strip import quoted
from brandplatform.ui.theme import LABEL, NOTE, Face
from brandplatform.ui.tokens import HAIR, MEDIUM, SERIF, TIGHT
from brandplatform.ui.ways import Choices

_ANSWER = Face(SERIF, 20)
_EXAMPLE = Face(SERIF, 18, italic=True)


class QuestionStep(Step):
    """One question, answered in a box or passed over."""

    business_chosen = Signal(str)
    """Whose examples a person wants to see."""

    def __init__(self, here: Here, question: Question, label: str, *, back: bool, leave: str = "") -> None:
        super().__init__(here)
        self.question = question
        ask = here.say(question.ask)
        self.put_head(label, ask, here.say(question.why))
        self.box = TypingBox(here.desk.tokens, _ANSWER)
        self.box.setProperty(PLACE, question.id)
        self.box.setAccessibleName(f"{self.words('page.answer_label')}, {ask}")
        self.box.setPlaceholderText(self.words("page.answer_placeholder"))
        self.box.setReadOnly(not here.session.writable)
        self.box.written.connect(self._written)
        self.box.textChanged.connect(self._name_way)
        self.body.addWidget(self.box)
        self.put_ways(self.usual(self.words("path.skip"), back=back, leave=leave))
        self.aside: ExampleAside | None = None
        self.show_value()

    def put_examples(self, examples: tuple[Example, ...], business: str) -> None:
        """Put the example of a trade at the side."""
        if examples:
            self.aside = ExampleAside(self.here, examples, business)
            self.aside.business_chosen.connect(self.business_chosen)
            self.put_aside(self.aside)

    def show_value(self) -> None:
        text = self.here.platform.notes.get(self.question.id, {}).get(self.here.language, "")
        self.box.show_stored(text)
        self._name_way()

    def flush(self) -> None:
        self.box.flush()

    def take_focus(self) -> None:
        self.box.setFocus()

    def _name_way(self) -> None:
        """The way on is a way past until something is answered."""
        if self.ways is not None:
            self.ways.say("next", self.words("path.go_on" if self.box.text.strip() else "path.skip"))

    def _written(self, text: str, begins: bool) -> None:
        here = self.here
        after = edit.write_note(here.platform, self.question.id, here.language, text)
        here.type(after, here.desk.words("undo.answer"), self.question.id, self, begins)


class ExampleAside(QWidget):
    """One strong example, and the trade it is from."""

    business_chosen = Signal(str)

    def __init__(self, here: Here, examples: tuple[Example, ...], business: str) -> None:
        super().__init__()
        self._here, self._examples = here, {one.business: one for one in examples}
        words, tokens = here.desk.words, here.desk.tokens
        self.setFixedWidth(ASIDE)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        there = [one for one in BUSINESSES if one in self._examples]
        self._line = said("", _EXAMPLE, tokens.ink)
        self.choices = Choices(
            [(one, words(f"guide.trade_{one}")) for one in there], words("guide.show_example")
        )
        self.choices.chosen.connect(self._choose)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(HAIR)
        body.addWidget(said(words("path.example"), LABEL, tokens.muted))
        body.addSpacing(TIGHT)
        body.addWidget(self._line)
        body.addSpacing(TIGHT)
        body.addWidget(said(words("common.fictional"), NOTE, tokens.muted))
        body.addSpacing(MEDIUM)
        body.addWidget(self.choices)
        self.choices.setVisible(len(there) > 1)
        body.addStretch(1)
        self.show_business(business if business in there else there[0])

    def show_business(self, business: str) -> None:
        """Show what one company says."""
        language = self._here.language if self._here.language in ("fr", "en") else "en"
        self._line.setText(quoted(typeset(self._examples[business].holds[language], language), language))
        self.choices.show_choice(business)

    def _choose(self, business: str) -> None:
        self.show_business(business)
        self.business_chosen.emit(business)
