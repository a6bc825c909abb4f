"""Drafts side by side: the first line, what the statement is today, and the others, each in a column.

Owns which columns there are and how many fit beside one another; must not know what stands in one.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from brandplatform.document import drafts
from brandplatform.ui.fields.draftcolumn import Column
from brandplatform.ui.fields.draftpoints import DraftPoints
from brandplatform.ui.fields.drafts import Drafts
from brandplatform.ui.fields.growing import INSET
from brandplatform.ui.tokens import LARGE

NARROWEST = 184
"""Pixels under which a column is too narrow to read."""

_MOST = 3
"""Columns beside one another."""


class Board(QWidget):
    """The columns, as many beside one another as can be read."""

    def __init__(self, owner: Drafts) -> None:
        super().__init__()
        self._owner = owner
        self._today = Column(owner)
        self.points = DraftPoints(owner.here, owner.field, self)
        self.points.found.connect(self._show_points)
        self._columns: dict[str, Column] = {}
        self._laid: tuple[int, tuple[Column, ...]] = (0, ())
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(LARGE - INSET)
        self._grid.setVerticalSpacing(LARGE)
        self.show_value()

    def show_value(self) -> None:
        """Show the drafts there are now; a column lives as long as its draft."""
        there = {one.id: one for one in self._owner.all}
        for gone in [name for name in self._columns if name not in there]:
            column = self._columns.pop(gone)
            self._grid.removeWidget(column)
            column.hide()
            column.deleteLater()
        for name in there:
            if name not in self._columns:
                self._columns[name] = Column(self._owner, name)
        for column in (self._today, *self._columns.values()):
            column.show_value()
        self._lay_out()
        self.points.look_later()

    def _show_points(self) -> None:
        for name, column in (("", self._today), *self._columns.items()):
            column.show_points(self.points.points.get(name, ()))

    def take_focus(self, draft: str, part: str = "") -> bool:
        """Put the cursor in a draft, or in its reason; False where its column is the statement's."""
        column = self._columns.get(draft)
        if column is None or column.isHidden():
            return False
        box = column.reason if part == "reason" and not column.reason.isHidden() else column.box
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _shown(self) -> tuple[Column, ...]:
        """Return the columns to show: the first line, today's, then the others in their order."""
        platform, field = self._owner.here.platform, self._owner.field.id
        language = self._owner.here.language
        today = drafts.wording(platform, field).get(language, "")
        first, others = [], []
        for one in self._owner.all:
            if one.origin == drafts.OPENING:
                if one.text.get(language, "") not in ("", today):
                    first.append(self._columns[one.id])
            elif one.status != drafts.CHOSEN:
                others.append(self._columns[one.id])
        return (*first, self._today, *others)

    def _lay_out(self) -> None:
        gap = self._grid.horizontalSpacing()
        fit = max(1, min(_MOST, (self.width() + gap) // (NARROWEST + gap)))
        shown = self._shown()
        if (fit, shown) == self._laid:
            return
        self._laid = fit, shown
        for column in (self._today, *self._columns.values()):
            self._grid.removeWidget(column)
            if column not in shown:
                column.hide()
        for nth, column in enumerate(shown):
            self._grid.addWidget(column, nth // fit, nth % fit, Qt.AlignmentFlag.AlignTop)
            column.show()
        for nth in range(_MOST):
            self._grid.setColumnStretch(nth, 1 if nth < fit else 0)
        self._owner.set_tab_order()

    def stops(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, in order."""
        return tuple(stop for column in self._shown() for stop in column.stops())

    def minimumSizeHint(self) -> QSize:
        widest = max((column.minimumSizeHint().width() for column in self._laid[1]), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
