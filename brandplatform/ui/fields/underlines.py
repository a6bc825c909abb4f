"""Lines under words of a box, in layers that do not know of each other: what is proved, what is to discuss.

Owns how they are drawn; must not know why. What is written keeps its own look: nothing of it is changed.
"""

from collections.abc import Iterable

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from brandplatform.ui.fields.positions import units

Line = QTextCharFormat.UnderlineStyle
Span = tuple[int, int]
"""Characters of the text, not positions of Qt's."""


class Underlines(QObject):
    """The lines under one box."""

    def __init__(self, box: QPlainTextEdit) -> None:
        super().__init__(box)
        self._box = box
        self._layers: dict[str, list[QTextEdit.ExtraSelection]] = {}

    def draw(
        self, layer: str, text: str, spans: Iterable[Span], colour: str, line: Line = Line.SingleUnderline
    ) -> None:
        """Draw a layer instead of what it was; `text` is what stands in the box."""
        look = QTextCharFormat()
        look.setUnderlineStyle(line)
        look.setUnderlineColor(QColor(colour))
        self._layers[layer] = [self._selection(text, span, look) for span in spans]
        self._show()

    def clear(self, layer: str) -> None:
        """Draw nothing of a layer."""
        if self._layers.pop(layer, None):
            self._show()

    def at(self, layer: str, position: int) -> QTextCursor | None:
        """Return the words over a line that a position of Qt's touches, selected."""
        found = (one.cursor for one in self._layers.get(layer, ()))
        return next((cursor for cursor in found if _touches(cursor, position)), None)

    def lift(self, layer: str, position: int) -> None:
        """Take off the line of a layer that a position of Qt's touches."""
        lines = self._layers.get(layer, [])
        kept = [one for one in lines if not _touches(one.cursor, position)]
        if len(kept) < len(lines):
            self._layers[layer] = kept
            self._show()

    def count(self, layer: str) -> int:
        """Return how many lines a layer has."""
        return len(self._layers.get(layer, ()))

    def _selection(self, text: str, span: Span, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        made.cursor = selected(self._box, text, span)
        made.format = look
        return made

    def _show(self) -> None:
        self._box.setExtraSelections([one for layer in self._layers.values() for one in layer])


def selected(box: QPlainTextEdit, text: str, span: Span) -> QTextCursor:
    """Return a cursor on some characters of the text that stands in a box."""
    cursor = QTextCursor(box.document())
    cursor.setPosition(units(text[: span[0]]))
    cursor.setPosition(units(text[: span[1]]), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _touches(cursor: QTextCursor, position: int) -> bool:
    return cursor.selectionStart() <= position <= cursor.selectionEnd()
