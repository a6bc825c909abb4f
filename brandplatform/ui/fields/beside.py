"""Things side by side where there is room for them, one under the other where there is not.

Owns which of the two it is; must not know what stands there.
"""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

_WAYS = {True: QBoxLayout.Direction.LeftToRight, False: QBoxLayout.Direction.TopToBottom}


class Beside(QWidget):
    """A line of widgets that becomes a column in a narrow place; it asks for the width of the widest only."""

    def __init__(self, needs: Callable[[], int], *, gap: int = 0, under: int = 0) -> None:
        """`needs` gives the width, in pixels, from which they stand side by side, `gap` pixels apart."""
        super().__init__()
        self._needs, self._gaps = needs, {True: gap, False: under}
        self._line = QBoxLayout(_WAYS[True], self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(gap)

    @property
    def wide(self) -> bool:
        """Whether they stand side by side."""
        return self._line.direction() is _WAYS[True]

    def put(self, part: QWidget | QLayout, stretch: int = 0) -> None:
        """Add a part; `stretch` is its share of the width that is left over."""
        if isinstance(part, QWidget):
            self._line.addWidget(part, stretch)
        else:
            self._line.addLayout(part, stretch)

    def fold(self) -> None:
        """Choose between line and column again: the width has changed, or what is needed."""
        wide = self.width() >= self._needs()
        if wide is not self.wide:
            self._line.setDirection(_WAYS[wide])
            self._line.setSpacing(self._gaps[wide])

    def minimumSizeHint(self) -> QSize:
        parts = (self._line.itemAt(at) for at in range(self._line.count()))
        widest = max((part.minimumSize().width() for part in parts if part is not None), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()
