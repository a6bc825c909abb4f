"""The table of what differs: a line for each, in portions, and which of them are to be taken.

Owns what is ticked and how many lines are built; must not know where the difference comes from.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from brandplatform.document.change import Path
from brandplatform.document.decide import Proposal
from brandplatform.document.framework import Framework
from brandplatform.ui.compareline import Heads, Line
from brandplatform.ui.comparesaid import Naming
from brandplatform.ui.comparevalues import Telling, main_language, told
from brandplatform.ui.comparework import Compared
from brandplatform.ui.desk import Desk
from brandplatform.ui.paper import Way

PORTION = 60
"""Lines that are built at once: 60 take 40 ms, the 600 of two examples would take half a second."""


class Table(QWidget):
    """What differs, line by line."""

    ticked = Signal()
    """What is to be taken has changed."""

    def __init__(self, desk: Desk, framework: Framework, after: QWidget, *, writable: bool) -> None:
        """Make an empty table; `after`: what the keyboard comes from."""
        super().__init__()
        self._desk, self._framework, self._writable = desk, framework, writable
        self._stop = after
        self._naming: Naming | None = None
        self._telling: Telling | None = None
        self._proposals: tuple[Proposal, ...] = ()
        self._chosen: set[Path] = set()
        self.lines: list[Line] = []
        self.heads = Heads(desk)
        self.more = Way(desk, "", desk.icons.icon("chevron-down", size=18))
        self.more.clicked.connect(self.show_more)
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.heads)
        rows.addLayout(self._body)
        rows.addWidget(self.more)

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """All there is to take or leave, shown yet or not."""
        return self._proposals

    @property
    def chosen(self) -> tuple[Proposal, ...]:
        """What is to be taken, in the order of the document."""
        return tuple(one for one in self._proposals if one.path in self._chosen)

    def show_compared(self, found: Compared | None) -> None:
        """Show what differs; what was ticked and is still offered as it was stays ticked."""
        before = {one.path: one for one in self.chosen}
        for line in self.lines:
            self._body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        self._proposals = ()
        if found is not None:
            naming = Naming(self._desk, self._framework, found.now, found.then)
            self._naming, self._telling = naming, Telling(naming, main_language(found.now, found.then))
            self._proposals = tuple(sorted(found.proposals, key=lambda one: naming.rank(one.path)))
        self._chosen = {one.path for one in self._proposals if _same(one, before.get(one.path))}
        self.heads.setVisible(bool(self._proposals))
        self.show_more()
        self.ticked.emit()

    def show_more(self) -> None:
        """Build the next lines; the keyboard goes on to the first of them."""
        first = len(self.lines)
        for one in self._proposals[first : first + PORTION]:
            self._add(one)
        left = len(self._proposals) - len(self.lines)
        asked = self.more.hasFocus()
        self.more.setText(self._desk.words("compare.more", n=left))
        self.more.updateGeometry()
        self.more.setVisible(left > 0)
        if asked and first < len(self.lines):
            self.lines[first].take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self, one: Proposal) -> None:
        if self._naming is None or self._telling is None:
            return
        said = told(self._telling, one)
        line = Line(self._desk, one, self._naming.name(one.path), said, writable=self._writable)
        line.take.setChecked(one.path in self._chosen)
        line.ticked.connect(self._tick)
        line.fit(self.width())
        self._body.addWidget(line)
        QWidget.setTabOrder(self.lines[-1].take if self.lines else self._stop, line.take)
        self.lines.append(line)

    def tick_all(self, on: bool) -> None:
        """Tick every line, those not built yet too, or none."""
        self._chosen = {one.path for one in self._proposals} if on else set()
        self.blockSignals(True)
        for line in self.lines:
            line.take.setChecked(on)
        self.blockSignals(False)
        self.ticked.emit()

    def _tick(self, one: Proposal, on: bool) -> None:
        if on:
            self._chosen.add(one.path)
        else:
            self._chosen.discard(one.path)
        self.ticked.emit()


def _same(one: Proposal, before: Proposal | None) -> bool:
    """Tell whether a proposal would do what an earlier one did."""
    return before is not None and [c.after for c in one.changes] == [c.after for c in before.changes]
