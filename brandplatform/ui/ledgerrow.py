"""One line of the ledger: word, act, evidence and owner side by side, and under them how each stands.

Owns how a line is drawn; it is written in like any row of a table. Must not know the other lines.
"""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from brandplatform.document.framework import Column, Field, inside, stack_title, stacked
from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.cells import Cell, RowTools, cell_of
from brandplatform.ui.fields.choice import ChoiceBox
from brandplatform.ui.fields.date import DateBox
from brandplatform.ui.fields.growing import INSET
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.rows import RowBlock
from brandplatform.ui.theme import LABEL, NOTE, font, write_in
from brandplatform.ui.tokens import HAIR, LARGE, TARGET, TIGHT

SHARES = {"word": 16, "act": 32, "evidence": 28, "owner": 18}
"""Column -> its share of the width; those that join another stand under it."""

_SHARE = 15
_LEAST = 2 * TARGET
_MARK = 14
_TOP = Qt.AlignmentFlag.AlignTop


def spread(grid: QGridLayout, field: Field) -> None:
    """Give the columns of a line their shares; every line of the ledger divides its width alike."""
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(TIGHT)
    grid.setVerticalSpacing(0)
    for at, (column, *_under) in enumerate(stacked(field.columns)):
        grid.setColumnStretch(at, SHARES.get(column.id, _SHARE))
        grid.setColumnMinimumWidth(at, _LEAST)


def _any_width(widget: QWidget) -> None:
    """Let the shares alone decide how wide a widget is."""
    widget.setSizePolicy(QSizePolicy.Policy.Ignored, widget.sizePolicy().verticalPolicy())
    widget.setMinimumWidth(_LEAST)


class Heads(QWidget):
    """The names of the columns."""

    def __init__(self, here: Here, field: Field) -> None:
        super().__init__()
        grid = QGridLayout(self)
        spread(grid, field)
        for at, stack in enumerate(stacked(field.columns)):
            label = QLabel(stack_title(stack, here.say))
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFont(font(LABEL))
            label.setContentsMargins(INSET, 0, 0, HAIR)
            write_in(label, here.desk.tokens.muted)
            _any_width(label)
            grid.addWidget(label, 0, at)


class Mark(QWidget):
    """A mark and its word, in one line: a state is never told by colour alone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._icon, self._colour, self.text = desk, "", "", ""
        self.setFont(font(NOTE))
        _any_width(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, icon: str, colour: str, text: str) -> None:
        """Show a mark with a word, or nothing when there is no word."""
        self._icon, self._colour, self.text = icon, colour, text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_LEAST, LARGE)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.text:
            return
        painter, room = QPainter(self), self.rect().adjusted(INSET, 0, 0, 0)
        painter.setFont(self.font())
        if self._icon:
            drawing = self._desk.icons.icon(self._icon, self._colour, _MARK)
            drawing.paint(painter, QRect(room.x(), (self.height() - _MARK) // 2, _MARK, _MARK))
            room.adjust(_MARK + HAIR, 0, 0, 0)
        shown = painter.fontMetrics().elidedText(self.text, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(QColor(self._colour))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)


class LedgerRow(RowBlock):
    """A row of the table of acts as a line."""

    _over: RowTools | None = None

    def lay_head(self) -> None:
        desk = self._here.desk
        self._body.setContentsMargins(0, HAIR, 0, HAIR)
        self._line = QGridLayout()
        spread(self._line, self._field)
        self._line.addWidget(self.cells[0], 0, 0, _TOP)
        self.word, self.links, self.evidence, self.due = Mark(desk), Mark(desk), Mark(desk), Mark(desk)
        for at, state in enumerate((self.word, self.links, self.evidence, self.due)):
            self._line.addWidget(state, 1, at)
        self._body.addLayout(self._line)

    def lay_rest(self) -> None:
        cells = iter(self.cells[1:])
        for at, (_column, *under) in enumerate(stacked(self._field.columns)[1:], 1):
            pile = QVBoxLayout()
            pile.setSpacing(0)
            for cell in (next(cells), *(next(cells) for _one in under)):
                pile.addWidget(cell)
            pile.addStretch(1)
            self._line.addLayout(pile, 0, at)

    def lay_tools(self, tools: RowTools) -> None:
        """Stand them over the end of the line, where they take no column's width."""
        tools.setParent(self)
        tools.adjustSize()
        self._over = tools
        self._stand_tools()

    def _stand_tools(self) -> None:
        if self._over is not None:
            size = self._over.size()
            self._over.move(self.width() - size.width(), self.height() - size.height() - HAIR)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand_tools()

    def cell_of(self, column: Column, index: int) -> Cell:
        cell = cell_of(self._here, column, first=False)
        if not isinstance(cell, ChoiceBox):
            cell.lose_rule()
        if isinstance(cell, DateBox):
            cell.setPlaceholderText(inside(self._here.say(column.title)))
        _any_width(cell)
        return cell

    def grey(self, old: bool) -> None:
        """Write evidence and date in muted ink, or in ink."""
        tokens = self._here.desk.tokens
        for column, cell in zip(self._field.columns, self.cells, strict=False):
            if column.id in ("evidence", "date"):
                write_in(cell, tokens.muted if old else tokens.ink)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw one rule under the whole line."""
        colour = QColor(self._here.desk.tokens.rule)
        QPainter(self).fillRect(INSET, self.height() - 1, self.width() - INSET, 1, colour)
