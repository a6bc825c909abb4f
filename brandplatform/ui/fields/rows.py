"""One row of a table as a block of labelled cells.

Owns where the cells of a row stand and what was written in which; must not know the other rows, nor the
document: it is shown a row and says what was written.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from brandplatform.document.framework import Column, Field
from brandplatform.document.model import Row
from brandplatform.ui.fields.beside import Beside
from brandplatform.ui.fields.cells import NAME, Cell, CellBox, RowTools, cell_of
from brandplatform.ui.fields.choice import ChoiceBox
from brandplatform.ui.fields.growing import INSET
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.view import PLACE, said
from brandplatform.ui.theme import ANSWER, NOTE, font
from brandplatform.ui.tokens import HAIR, LARGE, MEDIUM, TIGHT

LABELS = 148
"""Width of the column of labels, in pixels."""

NARROW = 96
"""Width, in pixels, under which a short cell no longer stands beside another."""

_LABEL_RISE = 6  # from the top of a box to the top of its first line
_TOP = Qt.AlignmentFlag.AlignTop


class RowBlock(QWidget):
    """A row: its first cell larger, long cells one under the other, short ones side by side.

    A row that waits has its first cell only, until the cursor comes.
    """

    wrote = Signal(object, str, bool)
    """(column, text, whether an undo step begins with it)."""
    chose = Signal(object, str)
    """(column, option)."""
    pasted = Signal(int, object)
    """(index of the column, cells)."""
    asked = Signal(str)
    """`up`, `down` or `remove`."""
    completed = Signal()
    """The cells behind the first have been built."""

    def __init__(self, here: Here, field: Field, row: str) -> None:
        super().__init__()
        self._here, self._field = here, field
        self._waits = self._focused = self._hovered = False
        self._tools: RowTools | None = None
        self.row_id = row
        self.cells: list[Cell] = []
        self._labels: list[QLabel] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, TIGHT, 0, LARGE)
        self._body.setSpacing(HAIR)
        self._add_cell(field.columns[0])
        self.lay_head()

    # How it stands

    def lay_head(self) -> None:
        """Lay out the first cell."""
        self._head = _labelled(QGridLayout())
        self._labels[0].setFixedWidth(LABELS)
        self._head.addWidget(self._labels[0], 0, 0, _TOP)
        self._head.addWidget(self.cells[0], 0, 1, _TOP)
        self._body.addLayout(self._head)

    def complete(self) -> None:
        """Build the cells behind the first, unless they stand there already."""
        if len(self.cells) == len(self._field.columns):
            return
        for column in self._field.columns[1:]:
            self._add_cell(column)
        self.lay_rest()
        for cell in self.cells[1:] if self.isVisible() else ():
            cell.show()  # a layout shows what it is given a turn of the loop later: Tab may come first
        self.completed.emit()

    def lay_rest(self) -> None:
        """Lay out the cells behind the first."""
        grid = _labelled(QGridLayout())
        for line, indexes in enumerate(self._lines()):
            self._labels[indexes[0]].setFixedWidth(LABELS)
            grid.addWidget(self._labels[indexes[0]], line, 0, _TOP)
            if len(indexes) == 1 and not self._is_short(indexes[0]):
                grid.addWidget(self.cells[indexes[0]], line, 1, _TOP)
            else:
                grid.addWidget(self._side_by_side(indexes), line, 1)
        self._body.addLayout(grid)

    def lay_below(self, below: QWidget) -> None:
        """Put something under the cells, on their left edge."""
        line = QHBoxLayout()
        line.setContentsMargins(LABELS, 0, 0, 0)
        line.addWidget(below)
        self._body.addLayout(line)

    def lay_tools(self, tools: RowTools) -> None:
        """Put the buttons of the row where they stand: over the end of its first cell."""
        self._head.addWidget(tools, 0, 1, _TOP | Qt.AlignmentFlag.AlignRight)

    def cell_of(self, column: Column, index: int) -> Cell:
        """Return the box a cell is written in."""
        return cell_of(self._here, column, first=index == 0)

    def _add_cell(self, column: Column) -> None:
        index = len(self.cells)
        cell = self.cell_of(column, index)
        if isinstance(cell, ChoiceBox):
            cell.chosen.connect(lambda option: self.chose.emit(column, option))
        else:
            cell.written.connect(lambda text, begins: self.wrote.emit(column, text, begins))
        if isinstance(cell, CellBox):
            cell.cells_pasted.connect(lambda cells: self.pasted.emit(index, cells))
        cell.setProperty(PLACE, f"{self._field.id}[{self.row_id}].{column.id}")
        self.cells.append(cell)
        self._labels.append(self._label(column, cell))

    def _label(self, column: Column, cell: Cell) -> QLabel:
        """Return the name of a column, on the line of the first words beside it."""
        label = said(self._here.say(column.title), NOTE, self._here.desk.tokens.muted)
        face = ANSWER if self._labels else NAME
        rise = QFontMetrics(font(face)).ascent() - QFontMetrics(font(NOTE)).ascent()
        label.setContentsMargins(INSET, _LABEL_RISE + rise, INSET, 0)
        label.setBuddy(cell)
        return label

    def _lines(self) -> list[list[int]]:
        lines: list[list[int]] = []
        for index in range(1, len(self.cells)):
            if lines and self._is_short(index) and self._is_short(lines[-1][-1]) and len(lines[-1]) < 2:
                lines[-1].append(index)
            else:
                lines.append([index])
        return lines

    def _is_short(self, index: int) -> bool:
        return self._field.columns[index].kind in ("choice", "date", "person")

    def _side_by_side(self, indexes: list[int]) -> Beside:
        cells = [self.cells[index] for index in indexes]
        widths = [self._labels[index].sizeHint().width() for index in indexes[1:]]
        widths += [cell.sizeHint().width() if isinstance(cell, ChoiceBox) else NARROW for cell in cells]
        needs = sum(widths) + (len(indexes) - 1) * (MEDIUM + TIGHT)
        pair = Beside(lambda: needs, gap=MEDIUM, under=TIGHT)
        for nth, (index, cell) in enumerate(zip(indexes, cells, strict=True)):
            part = self._labelled_cell(index) if nth else self._cell_alone(index)
            pair.put(part, 0 if isinstance(cell, ChoiceBox) else 1)
        return pair

    def _cell_alone(self, index: int) -> QHBoxLayout:
        """Return a cell in its line: a choice is as wide as its words, any other as there is room."""
        line, cell = QHBoxLayout(), self.cells[index]
        line.setSpacing(TIGHT)
        cell.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        line.addWidget(cell, 0 if isinstance(cell, ChoiceBox) else 1, _TOP)
        if isinstance(cell, ChoiceBox):
            line.addStretch(1)
        return line

    def _labelled_cell(self, index: int) -> QHBoxLayout:
        line = self._cell_alone(index)
        line.insertWidget(0, self._labels[index], 0, _TOP)
        return line

    # What it shows

    def flush(self) -> None:
        """Have every cell report what was typed and not reported yet."""
        for cell in self.cells:
            if not isinstance(cell, ChoiceBox):
                cell.flush()

    def show_row(self, row: Row | None, language: str) -> None:
        """Show a row of the document, or none: what is there already is left alone."""
        if row is not None:
            self.complete()
        for column, cell in zip(self._field.columns, self.cells, strict=False):
            found = row.cells.get(column.id, "") if row else ""
            text = found if isinstance(found, str) else found.get(language, "")
            if isinstance(cell, ChoiceBox):
                cell.show_value(text)
            else:
                cell.show_stored(text)
            if isinstance(cell, CellBox):
                cell.count_in(language)

    def number(self, position: int, *, waits: bool) -> None:
        """Name every cell after the row it stands in; the row that waits invites."""
        words, self._waits = self._here.desk.words, waits
        for column, cell in zip(self._field.columns, self.cells, strict=False):
            name = words("page.cell_of", column=self._here.say(column.title), row=position)
            if cell.accessibleName() != name:
                cell.setAccessibleName(name)
        first = self.cells[0]
        if isinstance(first, CellBox) and not self._field.columns[0].help:
            first.setPlaceholderText(words("page.row_add") if waits else "")
        self._offer()

    def enter(self, entered: bool) -> None:
        """Tell whether the cursor is in the row; one that was entered once stays complete."""
        self._focused = entered
        if entered:
            self.complete()
        self._offer()

    def _offer(self) -> None:
        """Show the buttons of a row that has the cursor or the pointer; they move nothing."""
        wanted = (self._focused or self._hovered) and not self._waits and self._here.session.writable
        if wanted and self._tools is None:
            self._tools = RowTools(self._here)
            self._tools.asked.connect(lambda wish: self.asked.emit(wish))
            self.lay_tools(self._tools)
        if self._tools is not None:
            self._tools.setVisible(wanted)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._hovered = True
        self._offer()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hovered = False
        self._offer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt+Shift with an arrow moves the row."""
        wanted = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        wishes = {Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down"}
        if (event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier) == wanted and event.key() in wishes:
            self.asked.emit(wishes[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


def _labelled(grid: QGridLayout) -> QGridLayout:
    """Set a grid up for labels on the left and cells on the right."""
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(0)
    grid.setVerticalSpacing(TIGHT)
    grid.setColumnMinimumWidth(0, LABELS)
    grid.setColumnStretch(1, 1)
    return grid
