"""What is to discuss in the sentence, then the swap test: nothing here keeps anybody from going on.

Owns how a finding and a test are put; must not know how they are found.
"""

from PySide6.QtWidgets import QWidget

from brandplatform.checks.finding import Finding
from brandplatform.checks.text import folded
from brandplatform.document import edit, verdicts
from brandplatform.document.swap import swapped
from brandplatform.publish.typography import typeset
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.fields.view import indented, said
from brandplatform.ui.shortpath_step import Step
from brandplatform.ui.shortpath_steps import FIELD, OPENING, TODAY, line_of, opening_line, today_line
from brandplatform.ui.strip import quoted
from brandplatform.ui.theme import ANSWER, STATEMENT
from brandplatform.ui.tokens import LARGE, TIGHT
from brandplatform.ui.ways import Choices

SWAP_TEST = "t_swap"


def draft_in_hand(here: Here) -> str:
    """Return the id of the line one is asked about: today's, else the first."""
    today = line_of(here.platform, TODAY, here.language)
    return TODAY if today else OPENING


def line_in_hand(here: Here) -> str:
    """Return the line one is asked about, as it can be said."""
    today = today_line(here.desk.library, here.platform, here.language)
    return today or opening_line(here.platform, here.language)


class FindingStep(Step):
    """One thing to discuss in the sentence: its words, a question; keeping it takes a reason."""

    def __init__(self, here: Here, finding: Finding) -> None:
        super().__init__(here)
        self.finding = finding
        tokens, line, tongue = here.desk.tokens, line_in_hand(here), here.desk.words.language
        self._expression = line[finding.start : finding.end]
        words = self._expression.strip()
        about = (
            self.words("path.about", words=quoted(words, here.language))
            if words
            else self.words("state.discuss")
        )
        self.put_head(about, typeset(line, here.language), typeset(finding.message, tongue))
        self.body.addWidget(indented(said(typeset(finding.question, tongue), STATEMENT, tokens.ink)))
        self.put_label(self.words("path.keep_label"))
        self.box = TypingBox(tokens, ANSWER)
        self.box.setAccessibleName(self.words("path.keep_label"))
        self.body.addWidget(self.box)
        ways = self.usual(self.words("path.anyway"))
        self.put_ways([("rewrite", self.words("guide.rewrite")), *ways])
        self.asked.connect(self._keep)

    def _keep(self, _way: str) -> None:
        """A reason that was given holds for the whole document, whichever way one goes on."""
        reason = self.box.text.strip()
        if reason:
            self.box.show_text("")
            here, finding = self.here, self.finding
            about = folded(self._expression) if finding.id.startswith("X-") else FIELD
            after = edit.accept(here.platform, finding.id, about, reason)
            here.change(after, self.words("undo.keep"), FIELD, self)


class SwapStep(Step):
    """The sentence with a competitor in it: is it still true?"""

    def __init__(self, here: Here) -> None:
        super().__init__(here)
        self._draft = draft_in_hand(here)
        trials = here.desk.library.trials()
        trial = next(one for one in trials.trials if one.id == SWAP_TEST)
        self._competitor = trials.competitor.get(here.language, trials.competitor["en"])
        self._title = here.say(trial.title)
        self.put_head(self._title, here.say(trial.ask))
        self._said = indented(said("", STATEMENT, here.desk.tokens.ink))
        self.body.addWidget(self._said)
        self.body.addSpacing(LARGE)
        options = [(one, self.words(f"trials.{one}")) for one in verdicts.RESULTS]
        self.results = Choices(options, self._title)
        self.results.chosen.connect(self._judge)
        self.body.addWidget(self._inset(self.results))
        self.put_label(self.words("trials.remark"))
        self.box = TypingBox(here.desk.tokens, ANSWER)
        self.box.setAccessibleName(self.words("trials.remark"))
        self.box.written.connect(self._comment)
        self.body.addWidget(self.box)
        self.put_ways(self.usual(self.words("path.anyway")))
        self.show_value()

    def _inset(self, widget: QWidget) -> QWidget:
        widget.setContentsMargins(TIGHT, 0, 0, 0)
        return widget

    def show_value(self) -> None:
        here = self.here
        told, _ = swapped(line_in_hand(here), here.platform.brand.name, self._competitor, here.language)
        self._said.setText(typeset(told, here.language))
        verdict = verdicts.found(here.platform, FIELD, self._draft).get(SWAP_TEST)
        self.results.show_choice(verdict.result if verdict else "")
        self._name_way(verdict.result if verdict else "")
        self.box.show_text(verdict.words.get(here.language, "") if verdict else "")

    def take_focus(self) -> None:
        next(iter(self.results.buttons.values())).setFocus()

    def flush(self) -> None:
        self.box.flush()

    def _name_way(self, result: str) -> None:
        if self.ways is not None:
            self.ways.say("next", self.words("path.go_on" if result == "passed" else "path.anyway"))

    def _judge(self, result: str) -> None:
        here = self.here
        self.flush()
        after = verdicts.judge(here.platform, FIELD, self._draft, SWAP_TEST, result)
        here.change(after, self.words("undo.verdict", test=self._title), FIELD, self)
        self.results.show_choice(result)
        self._name_way(result)

    def _comment(self, text: str, begins: bool) -> None:
        here = self.here
        after = verdicts.comment(here.platform, FIELD, self._draft, SWAP_TEST, here.language, text)
        here.type(after, self.words("undo.verdict", test=self._title), FIELD, self, begins)
