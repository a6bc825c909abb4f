"""A sentence as it is read, some of its words underlined.

Owns how it is set; must not know why a word is marked.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from brandplatform.ui.fields.positions import units
from brandplatform.ui.lettering import height_of_line
from brandplatform.ui.theme import Face, font
from brandplatform.ui.tokens import TARGET, Tokens

Span = tuple[int, int]


class Sentence(QWidget):
    """Words on as many lines as they need; text is text, whatever is in it."""

    def __init__(self, tokens: Tokens, face: Face, *, inset: int = 0) -> None:
        """Set text in a face, `inset` pixels from both sides."""
        super().__init__()
        self._ink, self._accent = QColor(tokens.ink), QColor(tokens.accent)
        self._spans: tuple[Span, ...] = ()
        self._text, self._inset = "", inset
        self.setFont(font(face))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """The sentence."""
        return self._text

    def say(self, text: str, spans: Sequence[Span] = ()) -> None:
        """Show a sentence, the words between two positions underlined."""
        shown = " ".join(text.split("\n"))
        if (shown, tuple(spans)) != (self._text, self._spans):
            self._text, self._spans = shown, tuple(spans)
            self.setAccessibleName(shown)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(2 * TARGET, self.heightForWidth(10 * TARGET))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        step = height_of_line(self.font())
        return round(step * max(1, self._set(width).lineCount()))

    def _set(self, width: int) -> QTextLayout:
        """Break the sentence into lines of the leading of our serif."""
        layout, step = QTextLayout(self._text, self.font()), height_of_line(self.font())
        layout.setFormats([self._underlined(*span) for span in self._spans])
        layout.beginLayout()
        at = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width - 2 * self._inset))
            line.setPosition(QPointF(self._inset, at + (step - line.height()) / 2))
            at += step
        layout.endLayout()
        return layout

    def _underlined(self, start: int, end: int) -> QTextLayout.FormatRange:
        made, look = QTextLayout.FormatRange(), QTextCharFormat()
        look.setFontUnderline(True)
        look.setUnderlineColor(self._accent)
        made.start, made.format = units(self._text[:start]), look
        made.length = units(self._text[start:end])
        return made

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._ink)
        self._set(self.width()).draw(painter, QPointF(0, 0))
