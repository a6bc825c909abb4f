"""Two places between two poles: where we are today, and where we want to be.

Must not know what the poles are about.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QStyle, QWidget

from brandplatform.document import edit
from brandplatform.document.framework import Field
from brandplatform.document.model import Scale
from brandplatform.ui.fields.growing import INSET
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.view import PLACE, FieldView, said
from brandplatform.ui.theme import INTERFACE, NOTE
from brandplatform.ui.tokens import SMALL, TARGET

STEPS = 5
LABELS = 148
"""Width of the column of labels, in pixels."""

_ROUND = QStyle.PixelMetric.PM_ExclusiveIndicatorWidth


class FiveSteps(QObject):
    """One row of five round buttons; arrows move, Delete takes the answer back."""

    def __init__(self, view: "ScaleView", grid: QGridLayout, row: int, name: str) -> None:
        super().__init__(view)
        self._view = view
        self._group = QButtonGroup(self)
        words = view.here.desk.words
        for step in range(1, STEPS + 1):
            button = QRadioButton()
            button.setFixedSize(TARGET, TARGET)
            button.setAccessibleName(f"{view.title}, {name}, {words('page.scale_of', value=step)}")
            button.setProperty(PLACE, view.field.id)
            button.setEnabled(view.here.session.writable)
            button.installEventFilter(self)
            self._group.addButton(button, step)
            grid.addWidget(button, row, step, Qt.AlignmentFlag.AlignCenter)
        self._group.idToggled.connect(self._toggled)

    @property
    def value(self) -> int:
        """The step chosen, 0 for none."""
        return max(0, self._group.checkedId())

    def show_value(self, value: int) -> None:
        """Show a step, or none."""
        self._group.blockSignals(True)
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(self._group.id(button) == value)
        self._group.setExclusive(True)
        self._group.blockSignals(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self.show_value(0)
                self._view.placed()
                return True
            if event.text() and event.text() in "12345":
                self._group.button(int(event.text())).click()
                return True
        return super().eventFilter(watched, event)

    def _toggled(self, _step: int, on: bool) -> None:
        if on:
            self._view.placed()


class ScaleView(FieldView):
    """A field of kind `scale`."""

    def __init__(self, here: Here, field: Field, *, titled: bool = True) -> None:
        super().__init__(here, field, titled=titled)
        words, tokens = here.desk.words, here.desk.tokens
        panel = QWidget()
        grid = QGridLayout(panel)
        grid.setContentsMargins(INSET, 0, 0, 0)
        grid.setHorizontalSpacing(SMALL)
        grid.setVerticalSpacing(0)
        rows: list[FiveSteps] = []
        for row, key in enumerate(("page.scale_today", "page.scale_wanted"), 1):
            name = words(key)
            grid.addWidget(said(name, NOTE, tokens.muted, wraps=False), row, 0)
            rows.append(FiveSteps(self, grid, row, name))
        low, high = (said(self._pole(end), INTERFACE, tokens.ink, wraps=False) for end in ("low", "high"))
        grid.addWidget(low, 0, 1, 1, STEPS - 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(high, 0, STEPS - 1, 1, 2, Qt.AlignmentFlag.AlignRight)
        high.setContentsMargins(0, 0, TARGET - high.style().pixelMetric(_ROUND), 0)  # over the last circle
        grid.setColumnMinimumWidth(0, LABELS - INSET)  # scales under one another stand step under step
        grid.setColumnStretch(STEPS + 1, 1)
        self._today, self._wanted = rows
        self.body.addWidget(panel)
        self.show_value()

    def _pole(self, end: str) -> str:
        ends = self.field.ends
        return self.here.say(getattr(ends, end)) if ends else ""

    def show_value(self) -> None:
        answer = self.here.platform.answers.get(self.field.id)
        scale = answer if isinstance(answer, Scale) else Scale()
        self._today.show_value(scale.today)
        self._wanted.show_value(scale.wanted)

    def placed(self) -> None:
        """Write down where the two rows stand."""
        today, wanted = self._today.value, self._wanted.value
        after = edit.place_on_scale(self.here.platform, self.field.id, today, wanted)
        self.here.change(after, self.label("undo.scale"), self.field.id, self)
