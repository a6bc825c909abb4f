"""One row of a table as a block of labelled cells.

Owns where the cells of a row stand and what was written in which; must not know the other rows, nor the
document: it is shown a row and says what was written.
"""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from brandplatform.document.framework import Column, Field
from brandplatform.document.model import Row
from brandplatform.ui.fields.choice import ChoiceBox
from brandplatform.ui.fields.date import DateBox
from brandplatform.ui.fields.growing import INSET
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.pasted import cells_in
from brandplatform.ui.fields.tally import Tally
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.fields.view import PLACE, said
from brandplatform.ui.theme import ANSWER, NOTE, Face, font
from brandplatform.ui.tokens import HAIR, LARGE, MEDIUM, SERIF, TARGET, TIGHT

LABELS = 136
"""Width of the column of labels, in pixels."""

NAME = Face(SERIF, 20)
_TOOLS = 3 * TARGET + HAIR
_LABEL_RISE = 6  # from the top of a box to the top of its first line


class CellBox(TypingBox):
    """A cell of text; cells copied elsewhere are handed on instead of being pasted as one text."""

    cells_pasted = Signal(object)

    def insertFromMimeData(self, source: QMimeData) -> None:
        cells = cells_in(source.text(), source.html() if source.hasHtml() else "")
        if len(cells) > 1 or (cells and len(cells[0]) > 1):
            self.flush()
            self.cells_pasted.emit(cells)
        else:
            super().insertFromMimeData(source)


class RowBlock(QWidget):
    """A row: its first cell larger, long cells one under the other, short ones side by side."""

    wrote = Signal(object, str, bool)
    """(column, text, whether an undo step begins with it)."""
    chose = Signal(object, str)
    """(column, option)."""
    pasted = Signal(int, object)
    """(index of the column, cells)."""
    asked = Signal(str)
    """`up`, `down` or `remove`."""

    def __init__(self, here: Here, field: Field, row: str) -> None:
        super().__init__()
        self._here, self._field = here, field
        self._tallies: list[tuple[Tally, Column]] = []
        self._waits = self._entered = self._focused = self._hovered = False
        self.row_id = row
        self.cells: list[TypingBox | ChoiceBox] = [self._made(i, c) for i, c in enumerate(field.columns)]
        self._labels = [self._label(i, c) for i, c in enumerate(field.columns)]
        self._tools = self._buttons()
        self._under = QWidget()
        self._arrange()

    # How it stands

    def _made(self, index: int, column: Column) -> TypingBox | ChoiceBox:
        here = self._here
        made: TypingBox | ChoiceBox
        if column.kind == "choice":
            made = ChoiceBox(here, column.options)
            made.chosen.connect(lambda option: self.chose.emit(column, option))
        else:
            made = self._text_box(index, column)
            made.written.connect(lambda text, begins: self.wrote.emit(column, text, begins))
        made.setProperty(PLACE, f"{self._field.id}[{self.row_id}].{column.id}")
        return made

    def _text_box(self, index: int, column: Column) -> TypingBox:
        here = self._here
        if column.kind == "date":
            return DateBox(here)
        box = CellBox(
            here.desk.tokens,
            ANSWER if index else NAME,
            one_line=column.kind != "text",
            noted=bool(column.cap),
        )
        box.setReadOnly(not here.session.writable)
        if not index:
            margins = box.viewportMargins()  # the buttons of the row stand over the end of its first cell
            margins.setRight(margins.right() + _TOOLS)
            box.setViewportMargins(margins)
        if column.help:
            box.setPlaceholderText(here.say(column.help))
        if column.cap:
            tally = Tally(box, here.desk.words, column.cap.get(here.language, 0), always=False)
            self._tallies.append((tally, column))
        box.cells_pasted.connect(lambda cells: self.pasted.emit(index, cells))
        return box

    def _label(self, index: int, column: Column) -> QLabel:
        label = said(self._here.say(column.title), NOTE, self._here.desk.tokens.muted)
        face = ANSWER if index else NAME
        rise = QFontMetrics(font(face)).ascent() - QFontMetrics(font(NOTE)).ascent()
        label.setContentsMargins(INSET, _LABEL_RISE + rise, 0, 0)
        label.setBuddy(self.cells[index])
        return label

    def _buttons(self) -> QWidget:
        words, tokens = self._here.desk.words, self._here.desk.tokens
        panel = QWidget()
        line = QHBoxLayout(panel)
        line.setContentsMargins(0, HAIR, HAIR, 0)
        line.setSpacing(0)
        for wish, icon in (("up", "up"), ("down", "down"), ("remove", "close")):
            button = QToolButton()
            button.setIcon(self._here.desk.icons.icon(icon, tokens.muted, 16))
            button.setIconSize(QSize(16, 16))
            button.setAutoRaise(True)
            button.setFixedSize(TARGET, TARGET)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(words(f"page.row_{wish}"))
            button.setToolTip(words(f"page.row_{wish}"))
            button.clicked.connect(lambda _checked=False, asked=wish: self.asked.emit(asked))
            line.addWidget(button)
        panel.hide()
        return panel

    def _arrange(self) -> None:
        """First cell and buttons on a line; under it the others, short ones sharing a line."""
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, TIGHT, 0, LARGE)
        whole.setSpacing(HAIR)
        head = _labelled(QGridLayout())
        self._labels[0].setFixedWidth(LABELS)
        head.addWidget(self._labels[0], 0, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.cells[0], 0, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._tools, 0, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        self._tools.raise_()
        whole.addLayout(head)
        whole.addWidget(self._under)
        grid = _labelled(QGridLayout(self._under))
        for line, indexes in enumerate(self._lines()):
            self._labels[indexes[0]].setFixedWidth(LABELS)
            grid.addWidget(self._labels[indexes[0]], line, 0, Qt.AlignmentFlag.AlignTop)
            if len(indexes) == 1 and not self._is_short(indexes[0]):
                grid.addWidget(self.cells[indexes[0]], line, 1, Qt.AlignmentFlag.AlignTop)
            else:
                grid.addLayout(self._side_by_side(indexes), line, 1)

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

    def _side_by_side(self, indexes: list[int]) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(0)
        for nth, index in enumerate(indexes):
            if nth:
                line.addSpacing(MEDIUM)
                line.addWidget(self._labels[index], 0, Qt.AlignmentFlag.AlignTop)
                line.addSpacing(TIGHT)
            cell = self.cells[index]
            cell.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            line.addWidget(cell, 0 if isinstance(cell, ChoiceBox) else 1, Qt.AlignmentFlag.AlignTop)
        if all(isinstance(self.cells[index], ChoiceBox) for index in indexes):
            line.addStretch(1)
        return line

    # What it shows

    def flush(self) -> None:
        """Have every cell report what was typed and not reported yet."""
        for cell in self.cells:
            if isinstance(cell, TypingBox):
                cell.flush()

    def show_row(self, row: Row | None, language: str) -> None:
        """Show a row of the document, or none: what is there already is left alone."""
        for column, cell in zip(self._field.columns, self.cells, strict=True):
            found = row.cells.get(column.id, "") if row else ""
            text = found if isinstance(found, str) else found.get(language, "")
            if isinstance(cell, ChoiceBox):
                cell.show_value(text)
            elif text.strip() != cell.text.strip() or (text and text != cell.text):
                cell.show_text(text)
        for tally, column in self._tallies:
            tally.hold_to(column.cap.get(language, 0))

    def number(self, position: int, *, waits: bool) -> None:
        """Name every cell after the row it stands in; a row that waits shows one line until it is entered."""
        words = self._here.desk.words
        for column, cell in zip(self._field.columns, self.cells, strict=True):
            name = words("page.cell_of", column=self._here.say(column.title), row=position)
            if cell.accessibleName() != name:
                cell.setAccessibleName(name)
        first = self.cells[0]
        if isinstance(first, TypingBox) and not self._field.columns[0].help:
            first.setPlaceholderText(words("page.row_add") if waits else "")
        self._waits = waits
        self._under.setVisible(not waits or self._entered)
        self._offer()

    def enter(self, entered: bool) -> None:
        """Tell whether the cursor is in the row; one that waited and was entered stays open."""
        self._focused = entered
        self._entered = self._entered or entered
        self._under.setVisible(not self._waits or self._entered)
        self._offer()

    def _offer(self) -> None:
        """Show the buttons of a row that has the cursor or the pointer; their place is always kept."""
        wanted = (self._focused or self._hovered) and not self._waits and self._here.session.writable
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
    grid.setVerticalSpacing(HAIR)
    grid.setColumnMinimumWidth(0, LABELS)
    grid.setColumnStretch(1, 1)
    return grid
