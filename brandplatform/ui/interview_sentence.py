"""At the end of a section's questions: its sentence, made from a formula and the answers.

Owns how it reaches the document: what there was stays as a draft. Must not know which section it is.
"""

from msgspec.structs import replace

from brandplatform.document import edit
from brandplatform.document.formula import parse, read, told
from brandplatform.document.framework import Field, Said, Section
from brandplatform.document.model import Draft, Platform, Statement, Text, new_id
from brandplatform.document.questions import asked
from brandplatform.publish.typography import typeset
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.view import PLACE
from brandplatform.ui.interview_builder import Builder
from brandplatform.ui.shortpath_step import Step


class SentencePart(Step):
    """The builder, on a field of the document."""

    def __init__(
        self, here: Here, section: Section, made: tuple[Field, tuple[Said, ...]], label: str
    ) -> None:
        super().__init__(here)
        self._section, (self._field, formulas) = section, made
        self._formulas = tuple(one.get(here.language, one["en"]) for one in formulas)
        self._kind: type[Statement] | type[Text] = Statement if self._field.kind == "statement" else Text
        self._line = self._there = self._text()
        self._kept = not self._there
        """Whether the sentence there was needs no keeping, or is kept."""
        title = here.say(self._field.title)
        self.put_head(label, title, self.words("path.sentence_how"))
        self.builder = Builder(here.desk, self._formulas, here.language)
        self.builder.setProperty(PLACE, self._field.id)
        self.builder.setEnabled(here.session.writable)
        self.builder.written.connect(self._written)
        self.builder.finished.connect(self.take_ways)
        self.body.addWidget(self.builder)
        self.put_ways(self.usual(leave=self.words("brand.done")))
        self.show_value()

    def take_ways(self) -> None:
        """Put the keyboard on the way on."""
        super().take_focus()

    def _text(self) -> str:
        answer = self.here.platform.answers.get(self._field.id)
        return answer.text.get(self.here.language, "") if isinstance(answer, Statement | Text) else ""

    def _answers(self) -> list[tuple[str, str]]:
        """Return the answers of every section of the theme: one formula may speak of all of it."""
        here = self.here
        library, framework = here.desk.library, here.session.framework
        mine = [one for one in framework.sections if one.theme == self._section.theme]
        found = [question for section in mine for question in asked(library, here.platform, section)]
        notes = here.platform.notes
        return [(here.say(one.ask), notes.get(one.id, {}).get(here.language, "")) for one in found]

    def show_value(self) -> None:
        self.builder.show_answers(self._answers())
        text = self._text()
        if text != self._told(self._line):
            self._line = text
        self.builder.show_line(self._line)

    def flush(self) -> None:
        self.builder.flush()

    def take_focus(self) -> None:
        self.builder.take_focus()

    def _told(self, line: str) -> str:
        """Return a sentence without what is still open in it."""
        for text in self._formulas:
            formula = parse(text)
            if (texts := read(formula, line, self.here.language)) is not None:
                return told(formula, texts, self.here.language)
        return line

    def _written(self, line: str, begins: bool) -> None:
        self._line = line
        here, name = self.here, self._field.id
        after = self._keeping(here.platform)
        after = edit.write_text(after, name, self._kind, here.language, self._told(line))
        label = self.words("undo.write", field=typeset(here.say(self._field.title), here.desk.words.language))
        here.type(after, label, name, self, begins)

    def _keeping(self, platform: Platform) -> Platform:
        """Keep the sentence there was as a draft, the first time another takes its place from a formula."""
        answer = platform.answers.get(self._field.id)
        if self._kept or self.builder.by_hand or not isinstance(answer, Statement):
            return platform
        self._kept = True
        if any(one.text == answer.text for one in answer.drafts):
            return platform
        made = new_id("d", frozenset(one.id for one in answer.drafts))
        draft = Draft(id=made, text=answer.text)
        answers = {**platform.answers, self._field.id: replace(answer, drafts=(*answer.drafts, draft))}
        return replace(platform, answers=answers)
