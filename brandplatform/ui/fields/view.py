"""What all fields of the page have in common: a head, boxes that report, a value to show.

Owns the frame around a field; must not know what kind it is.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from brandplatform.document.framework import Field
from brandplatform.document.places import Place
from brandplatform.ui.fields.growing import INSET
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.theme import HEADING, NOTE, Face, font, write_in
from brandplatform.ui.tokens import HAIR

PLACE = "place"
"""Name of the Qt property that tells which place of the document a widget writes."""


def place_of(widget: QWidget | None) -> str:
    """Return the place of the document that a widget, or the nearest one around it, writes; empty: none."""
    while widget is not None:
        place = widget.property(PLACE)
        if place:
            return str(place)
        widget = widget.parentWidget()
    return ""


def said(text: str, face: Face, colour: str, *, wraps: bool = True) -> QLabel:
    """Return a line of plain text: what a label says is never markup."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(font(face))
    label.setWordWrap(wraps)
    write_in(label, colour)
    return label


def indented(label: QLabel) -> QLabel:
    """Stand a label above a box so that both texts begin on one line."""
    label.setContentsMargins(INSET, 0, INSET, 0)
    return label


class FieldView(QWidget):
    """One field of the open section; a subclass fills `body` and says how its value is shown."""

    def __init__(self, here: Here, field: Field, *, titled: bool = True) -> None:
        super().__init__()
        self.here, self.field = here, field
        self.title = here.say(field.title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(HAIR)
        tokens = here.desk.tokens
        if titled:
            self.body.addWidget(indented(said(self.title, HEADING, tokens.ink)))
        if field.help:
            self.body.addWidget(indented(said(here.say(field.help), NOTE, tokens.muted)))

    def label(self, key: str) -> str:
        """Return the name of an edit made here, as the menu says it."""
        return self.here.desk.words(key, field=self.title)

    def flush(self) -> None:
        """Have every box report what was typed and not reported yet."""
        for box in self.findChildren(TypingBox):
            box.flush()

    def show_value(self) -> None:
        """Show what the document says; nothing where the boxes already do."""

    def put_to_test(self) -> bool:
        """Open the tests of what has the cursor here; False where nothing here can be put to the test."""
        return False

    def holds(self, place: Place) -> bool:
        """Tell whether a place is in this field."""
        return place.field == self.field.id

    def go_to(self, place: Place) -> None:
        """Give the keyboard to a place of this field, or to the field itself."""
        for child in self.findChildren(QWidget):
            if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isEnabled():
                child.setFocus(Qt.FocusReason.OtherFocusReason)
                return
