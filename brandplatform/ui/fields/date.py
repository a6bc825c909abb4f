"""A date: one line, read as a day, a month or a year when it is left.

What cannot be read stays as it was typed; must not know which date it is.
"""

from PySide6.QtWidgets import QSizePolicy

from brandplatform.document import edit
from brandplatform.document.framework import Field
from brandplatform.document.model import Date
from brandplatform.ui.fields.dates import iso
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.fields.view import PLACE, FieldView, indented, said
from brandplatform.ui.theme import ANSWER, NOTE

WIDTH = 240


class DateBox(TypingBox):
    """One line for a date; when it is left, what reads as a date is kept the ISO way and shown in words."""

    prose = False

    def __init__(self, here: Here) -> None:
        super().__init__(here.desk.tokens, ANSWER, one_line=True)
        self._say, self._touched = here.desk.words.day, False
        self.setPlaceholderText(here.desk.words("page.date_placeholder"))
        self.setReadOnly(not here.session.writable)
        self.textChanged.connect(self._touch)
        self.left.connect(self._read)

    @property
    def readable(self) -> bool:
        """Whether it is empty or reads as a date."""
        return not self.text.strip() or bool(iso(self.text))

    def show_stored(self, text: str) -> None:
        """Show a date that is kept, in words; one that is being typed is left alone."""
        if text != (iso(self.text) or edit.on_one_line(self.text)):
            self.show_text(self._say(text))

    def _touch(self) -> None:
        self._touched = self.hasFocus()

    def _read(self) -> None:
        """Write again, as the same step, what was typed here and reads as a date."""
        found = iso(self.text) if self._touched else ""
        self._touched = False
        if found:
            self.show_text(self._say(found))
            self.written.emit(found, False)


class DateView(FieldView):
    """A field of kind `date`."""

    def __init__(self, here: Here, field: Field, *, titled: bool = True) -> None:
        super().__init__(here, field, titled=titled)
        self.box = DateBox(here)
        self.box.setProperty(PLACE, field.id)
        self.box.setAccessibleName(self.title)
        self.box.setMaximumWidth(WIDTH)
        self.box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.box.written.connect(self._written)
        self.box.left.connect(self._judge)
        self.body.addWidget(self.box)
        self._unread = indented(said(here.desk.words("page.date_wrong"), NOTE, here.desk.tokens.muted))
        self._unread.hide()
        self.body.addWidget(self._unread)
        self.show_value()

    def show_value(self) -> None:
        answer = self.here.platform.answers.get(self.field.id)
        self.box.show_stored(answer.value if isinstance(answer, Date) else "")
        if not self.box.hasFocus():
            self._judge()

    def _judge(self) -> None:
        self._unread.setVisible(not self.box.readable)

    def _written(self, text: str, begins: bool) -> None:
        after = edit.write_date(self.here.platform, self.field.id, text)
        self.here.type(after, self.label("undo.date"), self.field.id, self, begins)
