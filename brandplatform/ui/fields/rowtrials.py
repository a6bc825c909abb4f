"""*Mettre à l'épreuve* under a row of a table: the tests that go with what is written in it.

Owns whether they are open; must not know the other rows, nor what the row says.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from brandplatform.document import verdicts
from brandplatform.document.framework import Field, Trial
from brandplatform.document.places import Place
from brandplatform.ui.fields.drafts import quiet_button
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.trial import Tested, TrialItem
from brandplatform.ui.fields.verdicts import Verdicts
from brandplatform.ui.fields.view import PLACE
from brandplatform.ui.tokens import HAIR, TARGET


def trials_of(here: Here, field: Field) -> tuple[Trial, ...]:
    """Return the tests that go with the rows of a table; often none."""
    known = here.desk.library.trials() if any(column.genre for column in field.columns) else None
    found = (known.of(column.genre)[0] for column in field.columns) if known else ()
    return next(filter(None, found), ())


class RowTrials(QWidget):
    """One word to press, what was found, and the tests themselves once they are asked for."""

    def __init__(self, here: Here, field: Field, row: str, trials: tuple[Trial, ...], origin: object) -> None:
        super().__init__()
        self._here, self._row, self._trials = here, row, trials
        self._of = Tested(here, field.id, lambda row, test: str(Place(field.id, row, test)), origin)
        self.setProperty(PLACE, str(Place(field.id, row)))
        self.test = quiet_button(here, here.desk.words("drafts.test"))
        self.test.setMinimumWidth(TARGET)
        self.test.setCheckable(True)
        self.test.clicked.connect(self.open)
        self.found = Verdicts(here)
        self.items: tuple[TrialItem, ...] = ()
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(HAIR)
        self._body.addWidget(self.test, 0, Qt.AlignmentFlag.AlignLeft)
        self._body.addWidget(self.found)

    def open(self, opened: bool) -> None:
        """Show the tests, the cursor in the first, or only what they found."""
        self.test.setChecked(opened)
        if opened and not self.items:
            self.items = tuple(TrialItem(self._of, trial) for trial in self._trials)
            for item in self.items:
                self._body.addWidget(item)
            for before, after in zip(self.stops(), self.stops()[1:], strict=False):
                QWidget.setTabOrder(before, after)
        for item in self.items:
            item.setVisible(opened)
        self.show_value()
        if opened:
            self.go_to(self.items[0].trial.id)

    def show_value(self) -> None:
        """Show what the document says."""
        found = verdicts.found(self._here.platform, self._of.field, self._row)
        self.found.show_found({} if self.test.isChecked() else found)
        for item in self.items:
            item.show_for(self._row)

    def holds(self, test: str) -> bool:
        """Tell whether a test is one of these."""
        return any(one.id == test for one in self._trials)

    def go_to(self, test: str) -> None:
        """Put the cursor in a person's words on a test."""
        if not self.test.isChecked():
            self.open(True)
        item = next(one for one in self.items if one.trial.id == test)
        item.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Have every box report what was typed and not reported yet."""
        for item in self.items:
            item.box.flush()

    def stops(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, in order."""
        return (self.test, *(stop for item in self.items for stop in item.stops()))
