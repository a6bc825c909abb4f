"""*Mettre à l'épreuve*: the tests that go with a statement, and what a person found.

Owns which tests stand there and whose sentence they are about; must not know how a test shows what it sees.
"""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from brandplatform.document import drafts, verdicts
from brandplatform.document.framework import Trial
from brandplatform.ui.fields.drafts import Drafts, quiet_button, test_place
from brandplatform.ui.fields.growing import INSET
from brandplatform.ui.fields.seen import Seen
from brandplatform.ui.fields.sentence import Sentence
from brandplatform.ui.fields.trial import Tested, TrialItem
from brandplatform.ui.fields.view import indented, said
from brandplatform.ui.theme import HEADING, STRIP
from brandplatform.ui.tokens import HAIR, MEDIUM, SMALL, TARGET, TIGHT


class TrialsPanel(QWidget):
    """The tests of one sentence, the first four at once."""

    def __init__(self, owner: Drafts) -> None:
        super().__init__()
        self._owner, self._here, self._draft = owner, owner.here, ""
        field = owner.field
        self._tested = Tested(
            self._here, field.id, partial(test_place, field.id), owner, partial(Seen, self._here, field)
        )
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
            item = TrialItem(self._tested, trial)
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
        answered = verdicts.found(here.platform, field, self._draft)
        if any(one.id in answered for one in self._more):
            self._add(self._more)
            self._more = ()
            self.others.hide()
        for item in self.items:
            item.show_for(self._draft)

    def stops(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, in order."""
        return (*(stop for item in self.items for stop in item.stops()), self.others)

    def take_focus(self, test: str = "") -> None:
        """Put the cursor in a person's words on a test, the first one when none is named."""
        if any(one.id == test for one in self._more):
            self._show_others()
        item = next((one for one in self.items if one.trial.id == test), self.items[0])
        item.box.setFocus(Qt.FocusReason.OtherFocusReason)
