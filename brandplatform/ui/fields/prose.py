"""Statements and longer texts: one box by language, its count, quiet lines under it, and its drafts.

Owns how a text of the document is shown and written; must not know where on the page it stands.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from brandplatform.document import edit
from brandplatform.document.drafts import opening_of
from brandplatform.document.framework import Field
from brandplatform.document.model import Statement, Text
from brandplatform.document.places import Place
from brandplatform.ui.fields.drafts import Drafts
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.markup import MarkedBox
from brandplatform.ui.fields.tally import Tally
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.fields.view import PLACE, FieldView, indented, said
from brandplatform.ui.theme import ANSWER, NOTE, STATEMENT


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
        self.drafts = Drafts(here, field) if self._kind is Statement else None
        if self.drafts is not None:
            self.body.addWidget(self.drafts)
            self.drafts.statement_asked.connect(self.focus_box)
            self.drafts.compared.connect(lambda _shown: self._show_lines(edit.clean(self.box.text)))
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
        self.box.show_stored(text)
        self._show_lines(text)
        if self._tally:
            self._tally.hold_to(self.field.cap.get(self.here.language, 0))
        if self.drafts is not None:
            self.drafts.show_value()

    def _show_lines(self, text: str) -> None:
        """Show the first line ever written, when it is another, and the main language's text to translate."""
        words, language = self.here.desk.words, self.here.language
        opening = opening_of(self.here.platform, self.field.id)
        first = opening.text.get(language, "") if opening else ""
        beside = self.drafts is not None and self.drafts.compare.isChecked()
        shown = first and first != text and not beside
        _say(self._first, words("page.first_line", text=first) if shown else "")
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
        self._show_lines(edit.clean(text))
        if self.drafts is not None:
            self.drafts.show_value()

    def focus_box(self) -> None:
        """Put the cursor in the statement itself."""
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_to_test(self) -> bool:
        if self.drafts is not None and self.drafts.has_tests:
            self.drafts.put_to_test(self.drafts.current())
        return self.drafts is not None and self.drafts.has_tests

    def holds(self, place: Place) -> bool:
        return place.field in (self.field.id, f"{self.field.id}.drafts", f"{self.field.id}.tests")

    def go_to(self, place: Place) -> None:
        if self.drafts is None or place.field == self.field.id:
            self.focus_box()
        elif place.field.endswith(".drafts"):
            self.drafts.go_to_draft(place.row, place.column)
        else:
            self.drafts.go_to_test(place.row)


def _say(line: QLabel, text: str) -> None:
    line.setText(text)
    line.setVisible(bool(text))
