"""A cell of the matrix, open: what the promise becomes here, how it stands, and by which act.

Owns how one cell is written; what is written reaches the document through the session alone.
"""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from brandplatform.document import edit, matrix, proofs
from brandplatform.document.matrix import STATES, State
from brandplatform.document.model import Platform, new_id
from brandplatform.document.places import Place
from brandplatform.document.proofs import LEDGER
from brandplatform.ui.commands import Spot
from brandplatform.ui.fields.growing import INSET
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.matrixcell import colour_of, icon_of
from brandplatform.ui.paper import in_line, lettered, quiet
from brandplatform.ui.theme import ANSWER, HEADING
from brandplatform.ui.tokens import HAIR, HUGE, LARGE, MEDIUM, SMALL, TARGET, TIGHT

_NEW = "+"
_LONGEST = 70
"""Characters of an act in the list."""


def place_of(part: str, under: str) -> str:
    """Return the place of a cell, for undo and to come back to it."""
    return f"{under}|{part}"


class ActBox(QComboBox):
    """The acts of the ledger, and first of all none."""

    def __init__(self, here: Here) -> None:
        super().__init__()
        self._here = here
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(18)
        self.setMinimumHeight(TARGET)
        self.setEnabled(here.session.writable)

    def show_acts(self, chosen: str) -> None:
        """Show the acts there are, one of them chosen; one that was removed is said to be gone."""
        words, platform = self._here.desk.words, self._here.platform
        self.clear()
        self.addItem(words("matrix.no_act"), "")
        for row in proofs.rows_of(platform):
            if act := proofs.said_of(row, "act", self._here.language, platform.main_language):
                self.addItem(act if len(act) <= _LONGEST else f"{act[: _LONGEST - 1]}…", row.id)
        if self.findData(chosen) < 0:
            self.addItem(words("matrix.act_gone"), chosen)
        self.insertSeparator(self.count())
        self.addItem(words("proof.new_act"), _NEW)
        self.setCurrentIndex(self.findData(chosen))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page: a wheel turned in passing must not choose."""
        event.ignore()


class CellEditor(QWidget):
    """The open cell; Escape closes it."""

    closed = Signal()

    def __init__(self, here: Here, under: str, part: str, title: str) -> None:
        super().__init__()
        self._here, self.under, self.part = here, under, part
        words = here.desk.words
        self.box = TypingBox(here.desk.tokens, ANSWER)
        self.box.setAccessibleName(words("matrix.ask"))
        self.box.setReadOnly(not here.session.writable)
        self.box.written.connect(self._written)
        self.states: Mapping[State, QRadioButton] = {state: self._radio(state) for state in STATES}
        self._group = QButtonGroup(self)
        for button in self.states.values():
            self._group.addButton(button)
        self.acts = ActBox(here)
        self.acts.setAccessibleName(words("matrix.by_act"))
        self.acts.activated.connect(self._chosen)
        self._lay_out(title)
        self.show_value()

    def _radio(self, state: State) -> QRadioButton:
        desk = self._here.desk
        button = QRadioButton(desk.words(f"matrix.{state}"))
        button.setIcon(desk.icons.icon(icon_of(state), colour_of(state, desk.tokens), 16))
        button.setIconSize(QSize(16, 16))
        button.setMinimumHeight(TARGET)
        button.setEnabled(self._here.session.writable)
        button.clicked.connect(lambda _=False: self._marked(state))
        return button

    def _lay_out(self, title: str) -> None:
        words, desk = self._here.desk.words, self._here.desk
        head = lettered(title, HEADING)
        head.setWordWrap(True)
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(HAIR)
        left.addWidget(in_line(quiet(desk, words("matrix.ask"))))
        left.addWidget(self.box)
        left.addSpacing(SMALL)
        left.addWidget(in_line(quiet(desk, words("matrix.by_act"))))
        acts = QHBoxLayout()
        acts.setContentsMargins(INSET, 0, INSET, 0)
        acts.addWidget(self.acts)
        left.addLayout(acts)
        left.addStretch(1)
        right.addWidget(_named(quiet(desk, words("matrix.state"))))
        for button in self.states.values():
            right.addWidget(button)
        right.addStretch(1)
        sides = QHBoxLayout()
        sides.setSpacing(HUGE)
        sides.addLayout(left, 3)
        sides.addLayout(right, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(LARGE, MEDIUM, LARGE, LARGE)
        body.setSpacing(TIGHT)
        body.addWidget(in_line(head))
        body.addLayout(sides)

    def show_value(self) -> None:
        """Show what the document says."""
        cell = matrix.cell_at(self._here.platform, self.part, self.under)
        text = cell.text.get(self._here.language, "")
        self.box.show_stored(text)
        self.states[matrix.state_of(cell)].setChecked(True)
        self.acts.show_acts(cell.row)

    def _written(self, text: str, begins: bool) -> None:
        here = self._here
        cell = matrix.cell_at(here.platform, self.part, self.under)
        after = matrix.write(here.platform, self.part, self.under, here.language, text)
        if text.strip() and not cell.text and not cell.state:  # what is told here shows here
            after = matrix.mark(after, self.part, self.under, "shows")
        here.type(after, self._label(), place_of(self.part, self.under), self, begins)
        self.states[matrix.state_of(matrix.cell_at(here.platform, self.part, self.under))].setChecked(True)

    def _marked(self, state: State) -> None:
        self._here.session.flush()
        self._change(matrix.mark(self._here.platform, self.part, self.under, state))

    def _chosen(self) -> None:
        self._here.session.flush()
        row = str(self.acts.currentData())
        if row == _NEW:
            self._add_act()
            return
        cell = matrix.cell_at(self._here.platform, self.part, self.under)
        after = matrix.act_by(self._here.platform, self.part, self.under, row)
        if row and not cell.state:
            after = matrix.mark(after, self.part, self.under, "shows")
        self._change(after)

    def _add_act(self) -> None:
        """Show by an act that is still to be written, and go where it is."""
        here = self._here
        row = new_id("r", frozenset(one.id for one in proofs.rows_of(here.platform)))
        after = edit.add_row(here.platform, LEDGER, row)
        word = matrix.part_in(here.platform, self.part, here.language)
        after = edit.write_cell(after, LEDGER, row, "word", word, here.language)
        self._change(matrix.act_by(after, self.part, self.under, row))
        here.session.travelled.emit(Spot(str(Place(LEDGER, row, "act")), LEDGER, here.language, "actions"))

    def _change(self, after: Platform) -> None:
        self._here.change(after, self._label(), place_of(self.part, self.under), self)
        self.show_value()

    def _label(self) -> str:
        return self._here.desk.words("undo.matrix")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.box.flush()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rule of accent that ties the open cell to its line."""
        painter, tokens = QPainter(self), self._here.desk.tokens
        painter.fillRect(0, 0, 3, self.height() - MEDIUM, QColor(tokens.accent))


def _named(label: QLabel) -> QLabel:
    label.setContentsMargins(0, 0, 0, 0)
    return label
