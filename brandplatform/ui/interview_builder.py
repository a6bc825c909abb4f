"""The sentence builder: answers above, formulas as tabs, slots to fill, or a box to write by hand.

Owns how a sentence is made; it is shown one and says what was written. Must not know where it is kept.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from brandplatform.document.formula import Formula, is_offered, parse, read, told
from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.fields.view import indented, said
from brandplatform.ui.interview_answers import Answers
from brandplatform.ui.interview_slots import Slots
from brandplatform.ui.theme import NOTE, STATEMENT
from brandplatform.ui.tokens import HAIR, MEDIUM, TIGHT


class Builder(QWidget):
    """One sentence being made."""

    written = Signal(str, bool)
    """(the sentence, open slots in brackets; whether an undo step begins)."""
    finished = Signal()
    """Enter in the last slot: on to what comes next."""

    def __init__(self, desk: Desk, formulas: Sequence[str], language: str) -> None:
        super().__init__()
        self._desk, self._language = desk, language
        self._formulas: tuple[Formula, ...] = tuple(map(parse, formulas))
        self._texts: dict[int, tuple[str, ...]] = {}
        self._line = ""
        words = desk.words
        self.answers = Answers(desk, words("path.answers"))
        self.answers.taken.connect(self._take)
        self.answers.refused.connect(lambda why: self._note(words(f"path.taken_{why}")))
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(words("path.formulas"))
        self._name_tabs(formulas)
        self.slots = Slots(desk, language)
        self.slots.written.connect(self._write)
        self.slots.finished.connect(self.finished)
        self.hand = TypingBox(desk.tokens, STATEMENT)
        self.hand.setAccessibleName(words("path.by_hand"))
        self.hand.setPlaceholderText(words("page.statement_placeholder"))
        self.hand.written.connect(self._write)
        self.note = indented(said("", NOTE, desk.tokens.discuss))
        self._lay_out()
        self._turn(0)
        self.tabs.currentChanged.connect(self._turned)

    def _name_tabs(self, formulas: Sequence[str]) -> None:
        words = self._desk.words
        for nth, formula in enumerate(formulas):
            name = (
                words("path.formula", letter=chr(ord("A") + nth))
                if len(formulas) > 1
                else words("guide.formula")
            )
            self.tabs.addTab(name)
            self.tabs.setAccessibleTabName(nth, f"{name}\u00a0: {formula}")
            self.tabs.setTabToolTip(nth, formula)
        self.tabs.addTab(words("path.by_hand"))

    def _lay_out(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(TIGHT)
        body.addWidget(self.answers)
        line = QHBoxLayout()
        line.setContentsMargins(-HAIR, 0, 0, 0)  # the words of a tab stand in 12 pixels, those of a box in 8
        line.addWidget(self.tabs)
        line.addStretch(1)
        body.addLayout(line)
        body.addSpacing(MEDIUM)
        body.addWidget(self.slots)
        body.addWidget(self.hand)
        body.addWidget(self.note)
        self.note.hide()

    # What is shown

    def show_answers(self, answers: Sequence[tuple[str, str]]) -> None:
        """Show (label, answer) pairs to take words from, and offer the first short one."""
        self.answers.show_answers(answers)
        short = (" ".join(text.split()) for _, text in answers if is_offered(text))
        self.slots.show_offer(next(short, ""))

    def show_line(self, line: str) -> None:
        """Show a sentence: in the formula it was made with, else as plain text."""
        if line == self._line and self.slots.formula.slots:
            return
        self._line = line
        at = self.tabs.currentIndex()
        order = sorted(range(len(self._formulas)), key=lambda nth: nth != at)
        found = ((nth, read(self._formulas[nth], line, self._language)) for nth in order)
        made = next(((nth, texts) for nth, texts in found if texts is not None), None)
        if made is not None:
            self._texts[made[0]] = made[1]
        elif not line:
            self._texts = {}
        self._show_tab(made[0] if made is not None else len(self._formulas) if line else min(at, self._last))

    @property
    def by_hand(self) -> bool:
        """Whether the sentence is written without a formula."""
        return self.tabs.currentIndex() == len(self._formulas)

    @property
    def _last(self) -> int:
        return max(0, len(self._formulas) - 1)

    def take_focus(self) -> None:
        """Put the keyboard where the sentence is written."""
        box = self.hand if self.by_hand else self.slots.box
        box.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Report now what was typed and not reported yet."""
        self.slots.flush()
        self.hand.flush()

    # What a person does

    def _show_tab(self, nth: int) -> None:
        self.tabs.blockSignals(True)
        self.tabs.setCurrentIndex(nth)
        self.tabs.blockSignals(False)
        self._turn(nth)

    def _turn(self, nth: int) -> None:
        """Show a formula with the words it was given, or the sentence as plain text."""
        hand = nth == len(self._formulas)
        self.slots.setVisible(not hand)
        self.hand.setVisible(hand)
        self._note("")
        if hand:
            self.hand.show_text(self._line)
        else:
            self.slots.show_formula(self._formulas[nth], self._texts.get(nth, ()))

    def _turned(self, nth: int) -> None:
        """A person turned to another tab: the sentence is the one that stands there, when one does."""
        self.flush()
        if nth == len(self._formulas):
            self._line = self._told()
        self._turn(nth)
        line = self._line if nth == len(self._formulas) else self.slots.line
        if line:
            self._line = line
            self.written.emit(line, True)

    def _told(self) -> str:
        """Return the sentence without what is open in its formula."""
        for formula in self._formulas:
            if (texts := read(formula, self._line, self._language)) is not None:
                return told(formula, texts, self._language)
        return self._line

    def _take(self, words: str) -> None:
        self._note("")
        if self.by_hand:
            self.hand.textCursor().insertText(words)
            self.hand.flush()
            self.take_focus()
        else:
            self.slots.put(words)

    def _write(self, line: str, begins: bool) -> None:
        self._note("")
        self._line = line
        if not self.by_hand:
            self._texts[self.tabs.currentIndex()] = self.slots.texts
        self.written.emit(line, begins)

    def _note(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))
