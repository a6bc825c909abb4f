"""A formula on the screen: the sentence as it grows, and a line to fill the slot in hand.

Owns which slot is in hand; must not know where the words come from, nor who keeps the sentence.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from brandplatform.document.formula import Formula, fill, marked
from brandplatform.publish.typography import typeset
from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.fields.view import indented, said
from brandplatform.ui.paper import Way
from brandplatform.ui.theme import LABEL, STATEMENT, Face
from brandplatform.ui.tokens import HAIR, MEDIUM, SERIF

_WORDS = Face(SERIF, 20)
_SHOWN = 240
"""Characters of a slot's words that are shown in the sentence; the box has them all."""


class Slots(QWidget):
    """The sentence, large; under it the slot in hand, with its hint and a box."""

    written = Signal(str, bool)
    """(the sentence, whether an undo step begins)."""
    finished = Signal()
    """Enter in the last slot."""

    def __init__(self, desk: Desk, language: str) -> None:
        super().__init__()
        self._desk, self._language = desk, language
        self.formula = Formula(("",), ())
        self._texts: tuple[str, ...] = ()
        self.at = 0
        """The slot in hand."""
        self._offer_words = ""
        tokens = desk.tokens
        self.sentence = said("", STATEMENT, tokens.ink)
        self.sentence.setTextFormat(Qt.TextFormat.RichText)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.sentence.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sentence.linkActivated.connect(lambda link: self.take_up(int(link)))
        self.hint = indented(said("", LABEL, tokens.accent))
        self.box = TypingBox(tokens, _WORDS, one_line=True)
        self.box.written.connect(self._typed)
        self.box.installEventFilter(self)
        self.offer = Way(desk, "")
        self.offer.clicked.connect(lambda: self.put(self._offer_words))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(HAIR)
        body.addWidget(indented(self.sentence))
        body.addSpacing(MEDIUM)
        body.addWidget(self.hint)
        body.addWidget(self.box)
        body.addWidget(self.offer)

    @property
    def texts(self) -> tuple[str, ...]:
        """The words in the slots."""
        return self._texts

    @property
    def line(self) -> str:
        """The sentence as it stands; empty while every slot is."""
        return fill(self.formula, self._texts, self._language) if any(self._texts) else ""

    def show_formula(self, formula: Formula, texts: Sequence[str]) -> None:
        """Show a formula filled with some texts, the first slot still open in hand."""
        self.formula = formula
        self._texts = (*texts, *[""] * len(formula.slots))[: len(formula.slots)]
        free = (nth for nth, text in enumerate(self._texts) if not text)
        self.at = next(free, 0)
        self._show()

    def show_offer(self, words: str) -> None:
        """Offer a short answer for the slot in hand while it is open; empty: none."""
        self._offer_words = words
        self._show_offer()

    def take_up(self, slot: int) -> None:
        """Have a slot in hand, and the keyboard in its box."""
        self.box.flush()
        self.at = max(0, min(slot, len(self._texts) - 1))
        self._show()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def put(self, words: str) -> None:
        """Fill the slot in hand, and go on to the next one that is open."""
        self.box.flush()
        self._fill(words, True)
        free = [nth for nth, text in enumerate(self._texts) if not text]
        self.take_up(next((nth for nth in free if nth > self.at), free[0] if free else self.at))

    def flush(self) -> None:
        """Report now what was typed and not reported yet."""
        self.box.flush()

    def _typed(self, text: str, begins: bool) -> None:
        self._fill(text, begins)

    def _fill(self, words: str, begins: bool) -> None:
        if not self._texts:
            return
        texts = list(self._texts)
        texts[self.at] = " ".join(words.split())
        self._texts = tuple(texts)
        self._show_sentence()
        self._show_offer()
        self.written.emit(self.line, begins)

    # How it looks

    def _show(self) -> None:
        self._show_sentence()
        if self._texts:
            hint = typeset(self.formula.slots[self.at].hint, self._language)
            self.hint.setText(hint)
            self.box.setAccessibleName(hint)
            self.box.show_text(self._texts[self.at])
        self._show_offer()

    def _show_offer(self) -> None:
        words, open_slot = self._offer_words, bool(self._texts) and not self._texts[self.at]
        shown = bool(words) and open_slot and words not in self._texts
        self.offer.setText(self._desk.words("path.offer", words=words) if shown else "")
        self.offer.setVisible(shown)
        self.offer.updateGeometry()

    def _show_sentence(self) -> None:
        short = [text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…" for text in self._texts]
        sentence, spans = marked(self.formula, short, self._language)
        self.sentence.setText(self._html(sentence, spans, short))
        self.sentence.setAccessibleName(sentence)

    def _html(self, sentence: str, spans: Sequence[tuple[int, int]], texts: Sequence[str]) -> str:
        """Mark each slot as a link: the one in hand on a ground, the open ones in accent."""
        tokens, made, at = self._desk.tokens, [], 0
        for nth, (start, end) in enumerate(spans):
            ground = f"background-color:{tokens.selection};" if nth == self.at else ""
            colour = tokens.ink if texts[nth] else tokens.accent
            style = f"text-decoration:none;color:{colour};{ground}"
            words = self._set(sentence[start:end])
            made.append(f'{self._set(sentence[at:start])}<a href="{nth}" style="{style}">{words}</a>')
            at = end
        return "".join(made) + self._set(sentence[at:])

    def _set(self, text: str) -> str:
        shown = typeset(text, self._language)
        return shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go from slot to slot."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and not event.modifiers():
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None and 0 <= self.at + step < len(self._texts):
                self.take_up(self.at + step)
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next slot, from the last one out of the formula."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers():
            super().keyPressEvent(event)
        elif self.at + 1 < len(self._texts):
            self.take_up(self.at + 1)
        else:
            self.box.flush()
            self.finished.emit()
