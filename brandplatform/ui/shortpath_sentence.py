"""*Your sentence*: what was answered, and the formulas it becomes a promise in.

Owns the sentence of today while it is made; must not know what is asked of it afterwards.
"""

from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.view import PLACE
from brandplatform.ui.interview_builder import Builder
from brandplatform.ui.shortpath_step import Step
from brandplatform.ui.shortpath_steps import (
    FIELD,
    QUESTIONS,
    TODAY,
    formulas,
    line_of,
    opening_line,
    with_line,
)


class SentenceStep(Step):
    """The builder, on the draft of today."""

    def __init__(self, here: Here) -> None:
        super().__init__(here)
        self.put_head("", self.words("path.sentence"), self.words("path.sentence_how"))
        self.builder = Builder(here.desk, formulas(here.desk.library, here.language), here.language)
        self.builder.setProperty(PLACE, FIELD)
        self.builder.written.connect(self._written)
        self.builder.finished.connect(self.take_ways)
        self.body.addWidget(self.builder)
        self.put_ways(self.usual())
        self.show_value()

    def take_ways(self) -> None:
        """Put the keyboard on the way on."""
        super().take_focus()

    def show_value(self) -> None:
        here = self.here
        first = (self.words("drafts.first_line"), opening_line(here.platform, here.language))
        notes = here.platform.notes
        answers = [
            (self.words(f"path.short_{name.rpartition('.')[2]}"), notes.get(name, {}).get(here.language, ""))
            for name in QUESTIONS
        ]
        self.builder.show_answers([*answers, first])
        self.builder.show_line(line_of(here.platform, TODAY, here.language))

    def flush(self) -> None:
        self.builder.flush()

    def take_focus(self) -> None:
        self.builder.take_focus()

    def _written(self, line: str, begins: bool) -> None:
        here = self.here
        after = with_line(here.platform, here.language, line)
        here.type(after, self.words("undo.write", field=self.words("path.sentence")), FIELD, self, begins)
