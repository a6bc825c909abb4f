"""The matrix (*Où la promesse se voit*): the parts of the promise against the five Ps, People first.

Owns the table, which cell is open and the gaps told under it; what is written reaches the document through
the session alone.
"""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from brandplatform.document import matrix
from brandplatform.document.matrix import UNDER
from brandplatform.ui.commands import Spot
from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.here import Here
from brandplatform.ui.matrixeditor import CellEditor
from brandplatform.ui.matrixtable import MatrixTable, shortened
from brandplatform.ui.paper import Way, centred, in_line, lettered, quiet
from brandplatform.ui.screen import Screen
from brandplatform.ui.session import Changed, Session
from brandplatform.ui.strip import PROMISE
from brandplatform.ui.theme import HEADING, TITLE
from brandplatform.ui.tokens import HAIR, HUGE, LARGE, MEDIUM, TIGHT, WIDE

SCREEN = "matrix"
MEASURE = 1180
"""Widest table, in pixels."""


class MatrixPage(Screen):
    """The table, the open cell in it, and the gaps in words."""

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__()
        self._here = Here(desk, session, PROMISE, SCREEN)
        self.table = MatrixTable(self._here)
        self.gaps: list[str] = []
        self._stale = False
        self._gap_lines = QVBoxLayout()
        self._empty = QWidget()
        self._lay_out()
        session.changed.connect(self._heed)
        session.language_changed.connect(self._show_all)
        session.flushing.connect(self.table.flush)
        self._show_all()

    def focus_place(self, place: str) -> None:
        """Open the cell at a place, or put the cursor into the first cell."""
        under, _, part = place.partition("|")
        if under in UNDER and part:
            self.table.open(part, under)
        elif self.table.cells:
            next(iter(self.table.cells.values())).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        words, desk = self._here.desk.words, self._here.desk
        column = QWidget()
        column.setMaximumWidth(MEASURE)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, HUGE, 0, HUGE)
        rows.setSpacing(0)
        rows.addWidget(in_line(lettered(words("matrix.title"), TITLE)))
        rows.addSpacing(HAIR)
        rows.addWidget(in_line(quiet(desk, words("matrix.intro"))))
        rows.addSpacing(LARGE)
        rows.addWidget(self.table)
        self._empty_out()
        rows.addWidget(self._empty)
        rows.addSpacing(WIDE)
        self._gap_title = in_line(lettered(words("matrix.gaps"), HEADING))
        self._gap_title.hide()
        rows.addWidget(self._gap_title)
        rows.addSpacing(TIGHT)
        rows.addLayout(self._gap_lines)
        rows.addStretch(1)
        self._area = centred(desk, column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        self.table.opened.connect(self._bring)

    def _bring(self, editor: CellEditor) -> None:
        """Put the cursor into the open cell, and the whole of it in sight once it is laid out."""
        editor.box.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, editor, lambda: self._area.ensureWidgetVisible(editor, 0, MEDIUM))

    def _empty_out(self) -> None:
        """Lay out what stands here while there is no promise."""
        desk = self._here.desk
        rows = QVBoxLayout(self._empty)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(in_line(quiet(desk, desk.words("matrix.empty"))))
        self.write = Way(desk, desk.words("page.strip_empty"), desk.icons.icon("chevron-right"))
        self.write.clicked.connect(lambda: self._here.session.travelled.emit(Spot(PROMISE, PROMISE)))
        rows.addWidget(self.write)

    def _heed(self, changed: Changed) -> None:
        """Show an edit; one made elsewhere waits until somebody comes here."""
        if self.isVisible():
            self.table.show_changed(changed)
            self._tell()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.table.show_changed(Changed(spot=Spot(""), origin=None))
            self._tell()

    def _show_all(self) -> None:
        self.table.show_value()
        self._tell()

    def _tell(self) -> None:
        """Say in words what does not show yet, a line for each part and kind."""
        here, platform = self._here, self._here.platform
        there = bool(matrix.parts(platform) or platform.matrix)
        self.table.setVisible(there)
        self._empty.setVisible(not there)
        found: dict[tuple[str, str], list[str]] = {}
        for gap in matrix.gaps(platform):
            name = here.name_of(gap.under)
            found.setdefault((gap.part, gap.kind), []).append(name)
        said = [
            here.desk.words(
                f"matrix.gap_{kind}",
                words=shortened(here, part),
                under=here.desk.words("common.list_join").join(names),
            )
            for (part, kind), names in found.items()
        ]
        if said == self.gaps:
            return
        self.gaps = said
        while (item := self._gap_lines.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for line in said:
            self._gap_lines.addWidget(in_line(quiet(here.desk, line)))
        self._gap_title.setVisible(bool(said))
