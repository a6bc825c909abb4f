"""A table edited in place: its rows, and one more that waits at the end.

Owns which rows stand on the page and what happens to them; must not know how a row is drawn, nor what the
table is about.
"""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from brandplatform.document import edit
from brandplatform.document.framework import Column, Field
from brandplatform.document.model import Row, Table, new_id
from brandplatform.document.places import Place
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.pasted import Cells, pasted
from brandplatform.ui.fields.rows import RowBlock
from brandplatform.ui.fields.rowtrials import RowTrials, trials_of
from brandplatform.ui.fields.view import FieldView
from brandplatform.ui.tokens import TARGET

AT_ONCE = 5
"""Rows built at a time; more when the end of those comes into sight (a row of 7 cells takes 6 ms)."""


class _Rest(QWidget):
    """Stands for the rows not built yet, and asks for them when it is seen."""

    def __init__(self, table: "TableView") -> None:
        super().__init__()
        self._table = table
        self.setFixedHeight(TARGET)

    def paintEvent(self, event: QPaintEvent) -> None:
        QTimer.singleShot(0, self._table, self._table.build_more)


class TableView(FieldView):
    """A field of kind `table`."""

    def __init__(self, here: Here, field: Field, *, titled: bool = True) -> None:
        super().__init__(here, field, titled=titled)
        self._blocks: dict[str, RowBlock] = {}
        self._shown: dict[str, tuple[Row | None, str]] = {}
        self._trials = trials_of(here, field)
        self._tests: dict[str, RowTrials] = {}
        self._limit = AT_ONCE
        self._waiting = ""
        self._order: tuple[str, ...] = ()
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.body.addLayout(self._column)
        self._rest = _Rest(self)
        self.show_value()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    # What stands on the page

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the document."""
        answer = self.here.platform.answers.get(self.field.id)
        return answer.rows if isinstance(answer, Table) else ()

    def show_value(self) -> None:
        rows = self.rows
        known = {row.id: row for row in rows}
        self._settle_waiting(known)
        built = [row.id for nth, row in enumerate(rows) if nth < self._limit or row.id in self._blocks]
        order = (*built, self._waiting)
        for name in [name for name in self._blocks if name not in order]:
            self._drop(name)
        for name in order:
            if name not in self._blocks:
                self._blocks[name] = self._built(name)
            self._show(name, known.get(name))
        reordered, self._order = order != self._order, order
        self._stand(missing=len(built) < len(rows))
        if reordered:
            self._number([row.id for row in rows])

    def _settle_waiting(self, known: dict[str, Row]) -> None:
        """Choose the row that waits: a new one, or the one an undo has just taken out of the document."""
        last = self._order[-2] if len(self._order) > 1 else ""
        if last and last not in known and self._waiting not in known and self._has_cursor(last):
            self._waiting = last
        elif not self._waiting or self._waiting in known:
            self._waiting = new_id("r", frozenset(known))

    def _stand(self, *, missing: bool) -> None:
        """Put the rows in their order, and what stands for rows not built yet where they would begin."""
        column: list[QWidget] = [self._blocks[name] for name in self._order]
        column.insert(min(self._limit, len(column) - 1), self._rest)
        for position, widget in enumerate(column):
            if self._column.indexOf(widget) != position:
                self._column.insertWidget(position, widget)
        self._rest.setVisible(missing)

    def block_of(self, name: str) -> RowBlock:
        """Return an empty row as it stands here."""
        return RowBlock(self.here, self.field, name)

    def _built(self, name: str) -> RowBlock:
        block = self.block_of(name)
        block.wrote.connect(lambda column, text, begins: self._wrote(name, column, text, begins))
        block.chose.connect(lambda column, option: self._wrote(name, column, option, True))
        block.pasted.connect(lambda column, cells: self._pasted(name, column, cells))
        block.asked.connect(lambda wish: self.shift(name, wish))
        block.completed.connect(lambda: self._have_completed(name, block))
        return block

    def _show(self, name: str, row: Row | None) -> None:
        shown = (row, self.here.language)
        before = self._shown.get(name)
        if before is None or before[0] is not row or before[1] != shown[1]:
            self._blocks[name].show_row(row, shown[1])
            self._shown[name] = shown
        if name in self._tests:
            self._tests[name].setVisible(row is not None)
            self._tests[name].show_value()

    def _drop(self, name: str) -> None:
        block = self._blocks.pop(name)
        self._shown.pop(name, None)
        self._tests.pop(name, None)
        self._column.removeWidget(block)
        block.hide()
        block.deleteLater()

    def _number(self, ids: list[str]) -> None:
        """Name the rows by their position and have Tab go through them in that order."""
        before: QWidget | None = None
        positions = {name: position for position, name in enumerate((*ids, self._waiting), 1)}
        for name in (one for one in self._order if one in positions):  # one that is being removed has none
            block = self._blocks[name]
            block.number(positions[name], waits=name == self._waiting)
            tests = self._tests[name].stops() if name in self._tests else ()
            for stop in (*block.cells, *tests):
                if before is not None:
                    QWidget.setTabOrder(before, stop)
                before = stop

    def _have_completed(self, name: str, block: RowBlock) -> None:
        """Put the tests under a row that has all its cells, name these, and put all into the order of Tab."""
        if self._trials:
            self._tests[name] = RowTrials(self.here, self.field, name, self._trials, self)
            block.lay_below(self._tests[name])
            self._tests[name].setVisible(any(row.id == name for row in self.rows))
        if self._order:
            self._number([row.id for row in self.rows])

    def build_more(self) -> None:
        """Build the next rows of a long table."""
        if self._limit < len(self.rows):
            self._limit += AT_ONCE
            self.show_value()

    def flush(self) -> None:
        for name in self._order:
            self._blocks[name].flush()
        for tests in self._tests.values():
            tests.flush()

    # What is written

    def _wrote(self, name: str, column: Column, text: str, begins: bool) -> None:
        here, platform = self.here, self.here.platform
        new = name not in {row.id for row in self.rows}
        if new and not text.strip():
            return
        if new:
            platform = edit.add_row(platform, self.field.id, name)
        spoken = here.language if column.by_language else None
        after = edit.write_cell(platform, self.field.id, name, column.id, text, spoken)
        place = str(Place(self.field.id, name, column.id))
        here.type(after, self.label("undo.add_row" if new else "undo.write"), place, self, begins or new)
        self._take_note(name)

    def _take_note(self, name: str) -> None:
        """Remember the row as shown: what was typed stands in its box already."""
        row = next((row for row in self.rows if row.id == name), None)
        self._shown[name] = (row, self.here.language)
        self.show_value()

    def _pasted(self, name: str, column: int, cells: Cells) -> None:
        after = pasted(self.here.platform, self.field, name, column, cells, self.here.language)
        place = Place(self.field.id, name, self.field.columns[column].id)
        self.here.change(after, self.label("undo.paste_rows"), str(place), self)
        self.show_value()

    # What happens to rows

    def shift(self, name: str, wish: str) -> None:
        """Move a row `up` or `down`, or `remove` it; the cursor stays with it, or goes to the next one."""
        self.flush()
        ids = [row.id for row in self.rows]
        if name not in ids or not self.here.session.writable:
            return
        at = ids.index(name)
        if wish == "remove":
            self._remove(name, at)
            return
        to = at - 1 if wish == "up" else at + 1
        after = edit.move_row(self.here.platform, self.field.id, name, to)
        self.here.change(after, self.label("undo.move_row"), str(Place(self.field.id, name)), self)
        self.show_value()

    def _remove(self, name: str, at: int) -> None:
        index = self._cursor_column(name)
        after = edit.remove_row(self.here.platform, self.field.id, name)
        self.here.change(after, self.label("undo.remove_row"), str(Place(self.field.id, name)), self)
        if index is not None:
            following = self._blocks[self._order[min(at + 1, len(self._order) - 1)]]
            following.complete()
            following.cells[index].setFocus()
        self.show_value()

    def current(self) -> str:
        """Return the id of the row that has the cursor, or empty."""
        focused = QApplication.focusWidget()
        return next((n for n in self._order if focused and self._blocks[n].isAncestorOf(focused)), "")

    def go_to(self, place: Place) -> None:
        """Give the keyboard to a cell; to the first cell of a row, or to the row that waits."""
        if place.row not in self._blocks and any(row.id == place.row for row in self.rows):
            self._blocks[place.row] = self._built(place.row)
            self.show_value()
        block = self._blocks.get(place.row) or self._blocks[self._order[0 if not place.row else -1]]
        names = [column.id for column in self.field.columns]
        index = names.index(place.column) if place.column in names else 0
        block.enter(True)
        tests = self._tests.get(block.row_id)
        if tests is not None and tests.holds(place.column):
            tests.go_to(place.column)
        else:
            block.cells[index].setFocus(Qt.FocusReason.OtherFocusReason)

    def put_to_test(self) -> bool:
        self.flush()
        known = [row.id for row in self.rows if row.id in self._tests]
        current = self.current()
        name = current if current in known else "".join(known[:1])
        if name:
            self._tests[name].open(True)
        return bool(name)

    def add(self) -> None:
        """Go to the row that waits."""
        self.go_to(Place(self.field.id, self._waiting))

    def _has_cursor(self, name: str) -> bool:
        return self._cursor_column(name) is not None

    def _cursor_column(self, name: str) -> int | None:
        block = self._blocks.get(name)
        focused = QApplication.focusWidget()
        if block is None or focused is None:
            return None
        return next((i for i, cell in enumerate(block.cells) if cell is focused), None)

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        for name in self._order:
            block = self._blocks[name]
            inside = new is not None and block.isAncestorOf(new)
            if inside or (old is not None and block.isAncestorOf(old)):
                block.enter(inside)
