"""The cells of a row by the kind of their column, and the buttons of a row.

Owns how a cell is made; must not know where it stands in the row, nor what becomes of what is written.
"""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from brandplatform.document.framework import Column
from brandplatform.ui.fields.choice import ChoiceBox
from brandplatform.ui.fields.date import DateBox
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.pasted import cells_in
from brandplatform.ui.fields.tally import Tally
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.theme import ANSWER, Face
from brandplatform.ui.tokens import HAIR, SERIF, TARGET

NAME = Face(SERIF, 20)
"""Of the first cell of a row."""

TOOLS = 3 * TARGET + HAIR
"""Width of the buttons of a row, in pixels: they stand over the end of its first cell."""


class CellBox(TypingBox):
    """A cell of text; cells copied elsewhere are handed on instead of being pasted as one text."""

    cells_pasted = Signal(object)
    """`pasted.Cells`."""

    def __init__(self, here: Here, column: Column, *, first: bool) -> None:
        face, one_line = NAME if first else ANSWER, column.kind != "text"
        super().__init__(here.desk.tokens, face, one_line=one_line, noted=bool(column.cap))
        self.setReadOnly(not here.session.writable)
        self.setPlaceholderText(here.say(column.help) if column.help else "")
        self.prose = not one_line
        self._cap = column.cap
        self._tally = None
        if column.cap:
            self._tally = Tally(self, here.desk.words, column.cap.get(here.language, 0), always=False)
        if first:
            margins = self.viewportMargins()
            margins.setRight(margins.right() + TOOLS)
            self.setViewportMargins(margins)

    def count_in(self, language: str) -> None:
        """Count words against the cap of a language."""
        if self._tally is not None:
            self._tally.hold_to(self._cap.get(language, 0))

    def insertFromMimeData(self, source: QMimeData) -> None:
        cells = cells_in(source.text(), source.html() if source.hasHtml() else "")
        if len(cells) > 1 or (cells and len(cells[0]) > 1):
            self.flush()
            self.cells_pasted.emit(cells)
        else:
            super().insertFromMimeData(source)


Cell = CellBox | DateBox | ChoiceBox


def cell_of(here: Here, column: Column, *, first: bool) -> Cell:
    """Return the box a column is written in."""
    if column.kind == "choice":
        return ChoiceBox(here, column.options)
    return DateBox(here) if column.kind == "date" else CellBox(here, column, first=first)


class RowTools(QWidget):
    """Up, down, remove; for the pointer, the keyboard having its own keys and the menu."""

    asked = Signal(str)
    """`up`, `down` or `remove`."""

    def __init__(self, here: Here) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, HAIR, HAIR, 0)
        line.setSpacing(0)
        for wish, icon in (("up", "up"), ("down", "down"), ("remove", "close")):
            said = here.desk.words(f"page.row_{wish}")
            button = QToolButton()
            button.setIcon(here.desk.icons.icon(icon, here.desk.tokens.muted, 16))
            button.setIconSize(QSize(16, 16))
            button.setAutoRaise(True)
            button.setFixedSize(TARGET, TARGET)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAccessibleName(said)
            button.setToolTip(said)
            button.clicked.connect(lambda _checked=False, asked=wish: self.asked.emit(asked))
            line.addWidget(button)
