"""One option of a few, in a list that opens.

Must not know what is chosen between.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from brandplatform.document import edit
from brandplatform.document.framework import Field, Option
from brandplatform.document.model import Choice
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.view import PLACE, FieldView
from brandplatform.ui.theme import INTERFACE, font
from brandplatform.ui.tokens import MEDIUM


class ChoiceBox(QComboBox):
    """The options, and first of all none; a value that is no option is kept and shown as such."""

    chosen = Signal(str)

    def __init__(self, here: Here, options: Sequence[Option]) -> None:
        super().__init__()
        self._words = here.desk.words
        self.setFont(font(INTERFACE))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.addItem(self._words("page.choice_none"), "")
        for option in options:
            self.addItem(here.say(option.title), option.id)
        self._known = self.count()
        self.setEnabled(here.session.writable)
        self.activated.connect(lambda _index: self.chosen.emit(str(self.currentData())))

    def show_value(self, value: str) -> None:
        """Show an option by id."""
        while self.count() > self._known:
            self.removeItem(self._known)
        index = self.findData(value)
        if index < 0:
            self.addItem(self._words("page.choice_other", value=value), value)
            index = self._known
        self.setCurrentIndex(index)

    def sizeHint(self) -> QSize:
        """Leave air between the longest option and the arrow."""
        return super().sizeHint() + QSize(MEDIUM, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page: a wheel turned in passing must not choose."""
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()


class ChoiceView(FieldView):
    """A field of kind `choice`."""

    def __init__(self, here: Here, field: Field, *, titled: bool = True) -> None:
        super().__init__(here, field, titled=titled)
        self.box = ChoiceBox(here, field.options)
        self.box.setProperty(PLACE, field.id)
        self.box.setAccessibleName(self.title)
        self.box.chosen.connect(self._chosen)
        self.body.addWidget(self.box)
        self.show_value()

    def show_value(self) -> None:
        answer = self.here.platform.answers.get(self.field.id)
        self.box.show_value(answer.value if isinstance(answer, Choice) else "")

    def _chosen(self, option: str) -> None:
        after = edit.choose(self.here.platform, self.field.id, option)
        self.here.change(after, self.label("undo.choose"), self.field.id, self)
