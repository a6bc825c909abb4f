"""One line of the table: what it is about, before, after, who and when, and whether it is taken.

Owns how a line is laid out; must not know what taking does.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from brandplatform.document.decide import Proposal
from brandplatform.ui.comparesaid import Named
from brandplatform.ui.comparetext import Struck
from brandplatform.ui.comparevalues import Told
from brandplatform.ui.comparewords import Pieces, compared, shown
from brandplatform.ui.desk import Desk
from brandplatform.ui.paper import lettered, quiet
from brandplatform.ui.theme import INTERFACE, LABEL, NOTE, font, write_in
from brandplatform.ui.tokens import MEDIUM, SMALL, TIGHT

SHARES = (10, 19, 19, 0)
"""Shares of the width: of the name, of each text, and what is ticked."""
_ABOVE = 6
"""Pixels of a check box above its words: they stand in line with those beside them."""
TAKE = 148
"""Width of the last column, in pixels."""


class Columns(QWidget):
    """Widgets side by side, each as tall as its words need in the width it gets.

    It says itself how tall it is: asked through layouts, sixty lines are measured at 140 widths each, which
    takes a second.
    """

    def __init__(
        self, parts: Sequence[tuple[QWidget, int]], space: int, *, inset: int = TIGHT, lift: int = 0
    ) -> None:
        """Stand (widget, share of the width) in a row; share 0 is `TAKE` wide; `space` above and below.

        `lift`: how much higher what is `TAKE` wide stands.
        """
        super().__init__()
        self._parts, self._space, self._fitted = tuple(parts), space, -1
        self._inset, self._lift = inset, lift
        for widget, _ in self._parts:
            widget.setParent(self)

    def fit(self, width: int) -> None:
        """Stand everything in its place for a width."""
        if width == self._fitted:
            return
        self._fitted = width
        fixed = sum(TAKE for _, share in self._parts if not share)
        room = max(0, width - 2 * self._inset - fixed - MEDIUM * (len(self._parts) - 1))
        shares, left, tallest = sum(share for _, share in self._parts), self._inset, 0
        for widget, share in self._parts:
            wide, lift = (room * share // shares, 0) if share else (TAKE, self._lift)
            tall = _tall(widget, wide)
            widget.setGeometry(left, self._space - lift, wide, tall)
            left, tallest = left + wide + MEDIUM, max(tallest, tall - lift)
        self.setFixedHeight(tallest + 2 * self._space)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit(event.size().width())


def _tall(widget: QWidget, width: int) -> int:
    return widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()


class NameBlock(QWidget):
    """What something is called: its section, what of it, its language."""

    def __init__(self, desk: Desk, named: Named, note: str = "") -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(2)
        title = lettered(named.title, LABEL)
        title.setWordWrap(True)
        write_in(title, desk.tokens.ink)
        rows.addWidget(title)
        for text in (named.detail, named.language, note):
            if text:
                rows.addWidget(quiet(desk, text))


class Heads(Columns):
    """The heads of the columns."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.labels = tuple(quiet(desk, face=NOTE) for _ in SHARES)
        super().__init__(tuple(zip(self.labels, SHARES, strict=True)), TIGHT)

    def say(self, *heads: str) -> None:
        """Say what stands in each column."""
        for label, text in zip(self.labels, heads, strict=True):
            label.setText(text)
        self._fitted = -1
        self.fit(self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(TIGHT, self.height() - 1, self.width() - TIGHT, 1, QColor(self._desk.tokens.rule))


class Line(Columns):
    """One thing to take or leave."""

    ticked = Signal(object, bool)
    """(`Proposal`, whether it is to be taken)."""

    def __init__(self, desk: Desk, proposal: Proposal, named: Named, told: Told, *, writable: bool) -> None:
        self._desk, self.proposal, self.named = desk, proposal, named
        words, first = desk.words, proposal.changes[0]
        old, new = compared(told.before, told.after, prose=told.prose)
        self.before, self.after = self._text(old), self._text(new)
        self.take = QCheckBox(words("compare.take"))
        self.take.setEnabled(writable)
        self.take.setAccessibleName(words("compare.take_what", what=named.whole))
        nothing = words("compare.nothing")
        self.take.setAccessibleDescription(
            words("compare.from_to", before=shown(old) or nothing, after=shown(new) or nothing)
        )
        day = words.day(first.when[: len("2026-11-25")])
        self.who = quiet(desk, "\n".join(filter(None, (first.by, day))))
        last = QWidget()
        rows = QVBoxLayout(last)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.take)
        rows.addWidget(self.who)
        self.note = self._note()
        parts = (NameBlock(desk, named, self.note), self.before, self.after, last)
        super().__init__(tuple(zip(parts, SHARES, strict=True)), SMALL, lift=_ABOVE)
        self.take.toggled.connect(self._tick)

    def _note(self) -> str:
        """Return what happens to a part as a whole, or beside what is shown."""
        one, words = self.proposal, self._desk.words
        if one.changes[0].path == one.path:
            return words("compare.with_draft") if len(one.changes) > 1 else ""
        return words("compare.comes" if one.comes else "compare.goes" if one.goes else "compare.other_kind")

    def _text(self, found: Pieces) -> QWidget:
        return Struck(self._desk.tokens, found) if found else self._nothing()

    def _nothing(self) -> QLabel:
        label = lettered(self._desk.words("compare.nothing"), INTERFACE)
        label.setFont(font(NOTE))
        write_in(label, self._desk.tokens.muted)
        return label

    def _tick(self, on: bool) -> None:
        self.update()
        self.ticked.emit(self.proposal, on)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take or leave by pressing anywhere on the line."""
        if event.button() is Qt.MouseButton.LeftButton and self.take.isEnabled():
            self.take.setFocus(Qt.FocusReason.MouseFocusReason)
            self.take.toggle()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._desk.tokens
        if self.take.isChecked():
            painter.fillRect(self.rect(), QColor(tokens.desk))
            painter.fillRect(0, 0, 3, self.height(), QColor(tokens.accent))
        painter.fillRect(TIGHT, self.height() - 1, self.width() - TIGHT, 1, QColor(tokens.rule))
