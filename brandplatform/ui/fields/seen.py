"""What the program can show by itself of a sentence put to the test.

Owns how each kind of it is said; it never says whether the sentence passes.
"""

from typing import assert_never

from PySide6.QtWidgets import QVBoxLayout, QWidget

from brandplatform.document import drafts, trials
from brandplatform.document.framework import Field, Trial
from brandplatform.document.swap import swapped
from brandplatform.publish.typography import typeset
from brandplatform.ui.fields.growing import INSET
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.sentence import Sentence, Span
from brandplatform.ui.fields.view import indented, said
from brandplatform.ui.theme import NOTE, STRIP
from brandplatform.ui.tokens import HAIR


class Seen(QWidget):
    """A sentence with words of it marked, or a quiet line of figures; nothing for some tests."""

    def __init__(self, here: Here, field: Field, trial: Trial) -> None:
        super().__init__()
        self._here, self._field, self._shows = here, field, trial.shows
        self.sentence = Sentence(here.desk.tokens, STRIP, inset=INSET)
        self.line = indented(said("", NOTE, here.desk.tokens.muted))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, HAIR, 0, 0)
        body.setSpacing(0)
        body.addWidget(self.sentence)
        body.addWidget(self.line)

    def show_for(self, draft: str) -> None:
        """Look at a draft, or at the statement when none is named, in the language of the text."""
        here = self._here
        text = drafts.wording(here.platform, self._field.id, draft).get(here.language, "")
        sentence, spans, line = "", tuple[Span, ...](), ""
        match self._shows:
            case "":
                pass
            case "signature":
                line = self._signature() if not draft else here.desk.words("trials.unsigned")
            case "acts":
                wording = drafts.wording(here.platform, self._field.id, draft)
                line = here.desk.words("trials.acts", n=trials.acts(here.platform, self._field.id, wording))
            case _ if not text.strip():
                line = here.desk.words("trials.empty")
            case "swap":
                sentence, spans = self._swapped(text)
            case "long_words":
                spans = trials.long_words(text, here.language)
                sentence = text if spans else ""
                line = "" if spans else here.desk.words("trials.no_long_words")
            case "breath":
                line = self._breath(text)
            case _:
                assert_never(self._shows)
        self.sentence.say(sentence, spans)
        self.sentence.setVisible(bool(sentence))
        self.line.setText(line)
        self.line.setVisible(bool(line))
        self.setVisible(bool(sentence or line))

    def _swapped(self, text: str) -> tuple[str, tuple[Span, ...]]:
        """Return the sentence as a competitor's."""
        here = self._here
        known = here.desk.library.trials().competitor
        competitor = known.get(here.language) or known[here.desk.words.language]
        return swapped(text, here.platform.brand.name, competitor, here.language)

    def _breath(self, text: str) -> str:
        words, found = self._here.desk.words, trials.breath(text)
        counts = (
            words("trials.words", n=found.words),
            words("trials.commas", n=found.commas),
            words("trials.seconds", n=found.seconds),
        )
        return " · ".join(counts)

    def _signature(self) -> str:
        here, words = self._here, self._here.desk.words
        signature, current = trials.signed(here.platform, self._field.id, typeset)
        if signature is None:
            return words("trials.unsigned")
        who = (signature.name, signature.role, words.day(signature.when[:10]))
        told = words("common.list_join").join(part for part in who if part)
        return words("trials.signed" if current else "trials.changed", who=told)
