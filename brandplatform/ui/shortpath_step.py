"""What every screen of the short path is: a column of paper with one thing on it, and the ways on.

Must not know which screen comes next.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.typing import is_advance
from brandplatform.ui.fields.view import indented, said
from brandplatform.ui.theme import INTERFACE, LABEL, Face
from brandplatform.ui.tokens import HAIR, HUGE, LARGE, MEDIUM, SERIF, TIGHT, WIDE
from brandplatform.ui.ways import Ways

ASK = Face(SERIF, 30)
MEASURE = 680
"""Widest column, in pixels."""
LOW = 720
"""Height of a window that has no room to spare."""
ASIDE = 280
"""Width of what stands at the side."""
ROOM = 960
"""Width of the window from which something stands at the side."""


class Step(QWidget):
    """One screen of the short path; a subclass fills `body` and says how its value is shown."""

    asked = Signal(str)
    """What a person asks for: `next`, `back`, `leave`, `whole`, or another way of the screen's own."""

    def __init__(self, here: Here) -> None:
        super().__init__()
        self.here = here
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(LARGE, HUGE, LARGE, HUGE)
        self._row.setSpacing(HUGE)
        column = QWidget()
        column.setMaximumWidth(MEASURE)
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.body = QVBoxLayout(column)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self._row.addStretch(1)
        self._row.addWidget(column, 100)
        self._side = QWidget()  # empty on most screens: the column begins at one place on all of them
        self._side.setFixedWidth(ASIDE)
        self._row.addWidget(self._side)
        self._row.addStretch(1)
        self.ways: Ways | None = None
        back = QShortcut(QKeySequence("Alt+Left"), self)  # a text box would keep the key to itself
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(lambda: self.asked.emit("back"))

    def words(self, key: str, n: int | None = None, **values: object) -> str:
        """Return words of the interface."""
        return self.here.desk.words(key, n, **values)

    def put_head(self, label: str, title: str, under: str = "") -> QLabel:
        """Put the small line, the large one and the quiet one at the head; return the large one."""
        tokens = self.here.desk.tokens
        if label:
            self.body.addWidget(indented(said(label, LABEL, tokens.muted)))
            self.body.addSpacing(MEDIUM)
        large = indented(said(title, ASK, tokens.ink))
        self.body.addWidget(large)
        if under:
            self.body.addSpacing(TIGHT)
            self.body.addWidget(indented(said(under, INTERFACE, tokens.muted)))
        self.body.addSpacing(LARGE)
        return large

    def put_ways(self, ways: Sequence[tuple[str, str]]) -> Ways:
        """Put the ways on under what is there: (key, words)."""
        made = Ways(self.here.desk, ways)
        made.chosen.connect(self.asked)
        self.ways = made
        self.body.addSpacing(WIDE)
        self.body.addWidget(made)
        self.body.addStretch(1)
        return made

    def put_label(self, text: str) -> None:
        """Put a label over what follows."""
        self.body.addSpacing(LARGE)
        self.body.addWidget(indented(said(text, LABEL, self.here.desk.tokens.ink)))
        self.body.addSpacing(HAIR)

    def usual(self, on: str = "", *, back: bool = True, leave: str = "") -> list[tuple[str, str]]:
        """Return the usual ways: on, back, leave for later."""
        ways = [("next", on or self.words("path.go_on")), ("back", self.words("common.back"))]
        return [*(ways if back else ways[:1]), ("leave", leave or self.words("path.later"))]

    def put_aside(self, widget: QWidget) -> None:
        """Put something at the side, where the window is wide enough for it."""
        self._row.replaceWidget(self._side, widget)
        self._side.deleteLater()
        self._side = widget
        self._place()

    def _place(self) -> None:
        self._side.setVisible(self.width() >= ROOM)
        to_spare = self.window().height() - LOW
        self._row.setContentsMargins(LARGE, max(LARGE, min(HUGE * 2, to_spare // 4)), LARGE, LARGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter goes on, Escape leaves with nothing lost."""
        if is_advance(event):
            self.asked.emit("next")
        elif event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.asked.emit("leave")
        else:
            super().keyPressEvent(event)

    def flush(self) -> None:
        """Report now what was typed and not reported yet."""

    def show_value(self) -> None:
        """Show what the document says."""

    def take_focus(self) -> None:
        """Put the keyboard where one begins."""
        if self.ways is not None:
            self.ways.take_focus()

    def leaving(self) -> None:
        """Do what going on from here means; nothing on most screens."""
