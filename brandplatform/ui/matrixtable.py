"""The table of the matrix: a line for each part of the promise, a column for each P, one cell open at most.

Owns where cells stand and which one is open; must not know how a cell is drawn, nor the page around it.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from brandplatform.document import matrix, proofs
from brandplatform.document.matrix import UNDER
from brandplatform.document.model import MatrixCell, Platform
from brandplatform.ui.fields.here import Here
from brandplatform.ui.matrixcell import CellButton, PartLabel
from brandplatform.ui.matrixeditor import CellEditor
from brandplatform.ui.menus import written
from brandplatform.ui.paper import Way, lettered, quiet
from brandplatform.ui.session import Changed
from brandplatform.ui.strip import quoted
from brandplatform.ui.theme import LABEL
from brandplatform.ui.tokens import HAIR, SMALL, TIGHT

_TOP = Qt.AlignmentFlag.AlignTop
FIRST = 208
"""Width of the words of the promise, in pixels."""

_LONGEST = 60


def shortened(here: Here, part: str) -> str:
    """Return words of the promise in the language being written, between quotation marks."""
    said = matrix.part_in(here.platform, part, here.language)
    return quoted(said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…", here.language)


class LeftOver(QWidget):
    """What may be done with cells whose words the promise no longer has."""

    def __init__(self, here: Here, part: str) -> None:
        super().__init__()
        self._here, self._part = here, part
        words = here.desk.words
        self.move_to = Way(here.desk, words("matrix.move"), here.desk.icons.icon("chevron-right"))
        self.move_to.clicked.connect(self._ask)
        self.drop = Way(here.desk, words("common.remove"))
        self.drop.clicked.connect(lambda: self._change(matrix.drop_part(here.platform, part)))
        row = QHBoxLayout(self)
        row.setContentsMargins(HAIR, HAIR, 0, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(quiet(here.desk, words("matrix.left_over")))
        for way in (self.move_to, self.drop):
            way.setEnabled(here.session.writable)
            way.setAccessibleDescription(part)
            row.addWidget(way)
        row.addStretch(1)

    def parts_menu(self) -> QMenu:
        """Return the parts there are as a menu."""
        menu = QMenu(self)
        for part in matrix.parts(self._here.platform):
            action = menu.addAction(written(shortened(self._here, part)))
            action.triggered.connect(lambda _=False, to=part: self._move(to))
        return menu

    def _ask(self) -> None:
        self.parts_menu().popup(self.move_to.mapToGlobal(self.move_to.rect().bottomLeft()))

    def _move(self, to: str) -> None:
        self._here.session.flush()
        self._change(matrix.move_part(self._here.platform, self._part, to))

    def _change(self, after: Platform) -> None:
        self._here.change(after, self._here.desk.words("undo.matrix"), "", self)


class MatrixTable(QWidget):
    """The cells by part and P."""

    opened = Signal(object)
    """`CellEditor`: the cell that was opened."""

    def __init__(self, here: Here) -> None:
        super().__init__()
        self._here = here
        self.cells: dict[tuple[str, str], CellButton] = {}
        self.editor: CellEditor | None = None
        self.left: dict[str, LeftOver] = {}
        self._labels: dict[str, PartLabel] = {}
        self._rows: dict[str, int] = {}
        self._said: tuple[object, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(0)
        self._grid.setColumnMinimumWidth(0, FIRST)
        for at, under in enumerate(UNDER, 1):
            self._grid.setColumnStretch(at, 1)
            self._grid.addWidget(self._head(under), 0, at)
        self._grid.addWidget(lettered("", LABEL), 0, 0)

    def _head(self, under: str) -> QWidget:
        """Return the name of a P and, under it, what it means to an owner."""
        desk, framework = self._here.desk, self._here.session.framework
        head = QWidget()
        rows = QVBoxLayout(head)
        rows.setContentsMargins(TIGHT, 0, TIGHT, TIGHT)
        rows.setSpacing(0)
        rows.addWidget(lettered(self._here.name_of(under)))
        section = framework.section(under)
        rows.addWidget(quiet(desk, self._here.say(section.subtitle) if section else ""), 1, _TOP)
        head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return head

    # What is shown

    def show_changed(self, changed: Changed) -> None:
        """Show what an edit changed."""
        self.show_value()
        if self.editor is not None and changed.origin is not self.editor:
            self.editor.show_value()

    def show_value(self) -> None:
        """Show the parts of the promise, and what each cell says."""
        platform, here = self._here.platform, self._here
        parts, gone = matrix.parts(platform), matrix.left_over(platform)
        said = (parts, gone, tuple(matrix.part_in(platform, part, here.language) for part in parts))
        if said != self._said:
            self._said = said
            self._build(parts, gone)
        for (part, under), button in self.cells.items():
            self._show(button, matrix.cell_at(platform, part, under), part, under)
        self._set_heights()

    def _build(self, parts: tuple[str, ...], gone: tuple[str, ...]) -> None:
        """Make the lines anew: the promise was cut otherwise."""
        opened = (self.editor.part, self.editor.under) if self.editor else None
        self.shut()
        for widget in (*self.cells.values(), *self._labels.values(), *self.left.values()):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.cells, self._labels, self.left = {}, {}, {}
        for at, part in enumerate((*parts, *gone)):
            self._build_line(part, 1 + 3 * at, left_over=part in gone)
        if opened in self.cells:
            self.open(*opened)

    def _build_line(self, part: str, row: int, *, left_over: bool) -> None:
        here = self._here
        text = matrix.part_in(here.platform, part, here.language)
        self._rows[part] = row
        self._labels[part] = PartLabel(here.desk, text, quiet=left_over)
        self._grid.addWidget(self._labels[part], row, 0)
        for column, under in enumerate(UNDER, 1):
            button = CellButton(here.desk, column)
            button.clicked.connect(lambda _=False, p=part, u=under: self._turn(p, u))
            button.moved.connect(lambda down, right, p=part, u=under: self._go(p, u, down, right))
            self.cells[part, under] = button
            self._grid.addWidget(button, row, column)
        if left_over:
            self.left[part] = LeftOver(here, part)
            self._grid.addWidget(self.left[part], row + 1, 0, 1, 1 + len(UNDER))

    def _show(self, button: CellButton, cell: MatrixCell, part: str, under: str) -> None:
        here, platform = self._here, self._here.platform
        words, main = here.desk.words, platform.main_language
        state = matrix.state_of(cell)
        rows = {row.id: row for row in proofs.rows_of(platform)}
        act = proofs.said_of(rows.get(cell.row), "act", here.language, main)
        text = cell.text.get(here.language) or cell.text.get(main, "")
        button.show_cell(state, words(f"matrix.{state}"), text, act)
        name = words("matrix.cell", part=part, under=here.name_of(under), state=words(f"matrix.{state}"))
        button.setAccessibleName(name)
        button.setAccessibleDescription(" · ".join(filter(None, (text, act))))

    def _set_heights(self) -> None:
        """Give every line the height of its tallest cell."""
        width = max(1, (self.width() - FIRST) // len(UNDER))
        for part, label in self._labels.items():
            line = [self.cells[part, under] for under in UNDER]
            tall = max(label.tall(FIRST), *(cell.tall(width) for cell in line))
            for widget in (label, *line):
                widget.setFixedHeight(tall)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_heights()

    # Opening and closing

    def _turn(self, part: str, under: str) -> None:
        if self.editor is not None and (self.editor.part, self.editor.under) == (part, under):
            self.shut()
        else:
            self.open(part, under)

    def open(self, part: str, under: str) -> None:
        """Open a cell, and close the one that was."""
        button = self.cells.get((part, under))
        if button is None:
            return
        self.shut()
        name = self._here.name_of(under)
        self.editor = CellEditor(self._here, under, part, f"{name} · {shortened(self._here, part)}")
        self.editor.closed.connect(lambda: self._return(part, under))
        button.setChecked(True)
        self._grid.addWidget(self.editor, self._rows[part] + 2, 0, 1, 1 + len(UNDER))
        self.editor.show()
        QWidget.setTabOrder(button, self.editor.box)
        self.opened.emit(self.editor)

    def shut(self) -> None:
        """Close the open cell; what was typed in it is reported first."""
        if self.editor is None:
            return
        editor, self.editor = self.editor, None
        editor.box.flush()
        self._grid.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        for button in self.cells.values():
            button.setChecked(False)

    def _return(self, part: str, under: str) -> None:
        """Close, and give the keyboard back to the cell."""
        self.shut()
        if (button := self.cells.get((part, under))) is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, part: str, under: str, down: int, right: int) -> None:
        """Go to the next cell in a direction, if there is one."""
        lines = list(self._labels)
        line, column = lines.index(part) + down, UNDER.index(under) + right
        if 0 <= line < len(lines) and 0 <= column < len(UNDER):
            self.cells[lines[line], UNDER[column]].setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Report now what was typed and not reported yet."""
        if self.editor is not None:
            self.editor.box.flush()
