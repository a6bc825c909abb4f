"""Statements and longer texts: one box by language, its count, and quiet lines under it.

Owns how a text of the document is shown and written; must not know where on the page it stands.
"""

from PySide6.QtWidgets import QLabel

from brandplatform.document import edit
from brandplatform.document.framework import Field
from brandplatform.document.model import Statement, Text
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.markup import MarkedBox
from brandplatform.ui.fields.tally import Tally
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.fields.view import PLACE, FieldView, indented, said
from brandplatform.ui.theme import ANSWER, NOTE, STATEMENT

OPENING = "opening"
"""Origin of the draft that was typed on the start screen."""


class ProseView(FieldView):
    """A statement, large, or a longer text."""

    def __init__(self, here: Here, field: Field, *, titled: bool = True, main: bool = False) -> None:
        """With `main` it is what the section is about, and is set as large as a sentence on a page."""
        super().__init__(here, field, titled=titled)
        self._kind: type[Statement] | type[Text] = Statement if field.kind == "statement" else Text
        tokens, words = here.desk.tokens, here.desk.words
        face = STATEMENT if main else ANSWER
        made = TypingBox if self._kind is Statement else MarkedBox
        self.box = made(tokens, face, noted=bool(field.cap))
        self.box.setProperty(PLACE, field.id)
        self.box.setPlaceholderText(words("page.statement_placeholder") if main else "")
        self.box.setAccessibleName(self.title)
        self.box.setReadOnly(not here.session.writable)
        self.box.written.connect(self._written)
        self.body.addWidget(self.box)
        self._tally = Tally(self.box, words, field.cap.get(here.language, 0)) if field.cap else None
        self._first = self._quiet_line()
        self._elsewhere = self._quiet_line()
        self.show_value()

    def _quiet_line(self) -> QLabel:
        line = indented(said("", NOTE, self.here.desk.tokens.muted))
        line.hide()
        self.body.addWidget(line)
        return line

    def show_value(self) -> None:
        answer = self.here.platform.answers.get(self.field.id)
        texts = answer.text if isinstance(answer, Statement | Text) else {}
        text = texts.get(self.here.language, "")
        if text.strip() != edit.clean(self.box.text).strip() or (text and text != self.box.text):
            self.box.show_text(text)
        self._show_lines(answer if isinstance(answer, Statement) else None, text)
        if self._tally:
            self._tally.hold_to(self.field.cap.get(self.here.language, 0))

    def _show_lines(self, statement: Statement | None, text: str) -> None:
        """Show the first line ever written, when it is another, and the main language's text to translate."""
        words, language = self.here.desk.words, self.here.language
        drafts = statement.drafts if statement else ()
        first = next((d.text.get(language, "") for d in drafts if d.origin == OPENING), "")
        _say(self._first, words("page.first_line", text=first) if first and first != text else "")
        main = self.here.platform.main_language
        answer = self.here.platform.answers.get(self.field.id)
        source = answer.text.get(main, "") if isinstance(answer, Statement | Text) else ""
        asked = source and not text and main != language and main in ("fr", "en")
        intro = words("page.other_language", language=words(f"common.{main}")) if asked else ""
        _say(self._elsewhere, f"{intro} {source}" if asked else "")

    def _written(self, text: str, begins: bool) -> None:
        here, field = self.here, self.field
        after = edit.write_text(here.platform, field.id, self._kind, here.language, text)
        here.type(after, self.label("undo.write"), field.id, self, begins)
        self._show_lines_after(text)

    def _show_lines_after(self, text: str) -> None:
        answer = self.here.platform.answers.get(self.field.id)
        self._show_lines(answer if isinstance(answer, Statement) else None, edit.clean(text))


def _say(line: QLabel, text: str) -> None:
    line.setText(text)
    line.setVisible(bool(text))
