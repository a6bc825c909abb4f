"""Words struck and words added, as they are read: a line through them or under them, not colour alone.

Owns how they are set; must not know what is compared.
"""

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from brandplatform.ui.comparewords import Piece, Pieces, shown
from brandplatform.ui.fields.positions import units
from brandplatform.ui.lettering import height_of_line
from brandplatform.ui.theme import Face, font
from brandplatform.ui.tokens import SERIF, TARGET, Tokens

TEXT = Face(SERIF, 15)
_BREAK = "\u2028"


class Struck(QWidget):
    """A text on as many lines as it needs; text is text, whatever is in it."""

    def __init__(self, tokens: Tokens, found: Pieces, face: Face = TEXT) -> None:
        super().__init__()
        self._tokens, self.pieces = tokens, found
        self.setFont(font(face))
        self._step = round(height_of_line(self.font()))
        self._text = "".join(one.text for one in found).replace("\n", _BREAK).rstrip()
        self._laid: dict[int, QTextLayout] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(shown(found))

    @property
    def text(self) -> str:
        """The words, without what is done to them."""
        return shown(self.pieces)

    def sizeHint(self) -> QSize:
        return QSize(4 * TARGET, self.heightForWidth(8 * TARGET))

    def minimumSizeHint(self) -> QSize:
        return QSize(TARGET, self._step)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._step * max(1, self._set(width).lineCount())

    def _set(self, width: int) -> QTextLayout:
        """Break the words into lines; a word longer than a line is broken too."""
        if width in self._laid:
            return self._laid[width]
        layout, at = QTextLayout(self._text, self.font()), 0.0
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, at + (self._step - line.height()) / 2))
            at += self._step
        layout.endLayout()
        self._laid = {width: layout}  # of the last width only: a window is dragged through many
        return layout

    def _formats(self) -> list[QTextLayout.FormatRange]:
        made, at = [], 0
        for one in self.pieces:
            length = units(one.text)
            if one.kind != "same":
                look = QTextLayout.FormatRange()
                look.start, look.length = at, units(one.text.rstrip())
                look.format = self._look(one)
                made.append(look)
            at += length
        return made

    def _look(self, one: Piece) -> QTextCharFormat:
        look, tokens = QTextCharFormat(), self._tokens
        look.setForeground(QColor(tokens.accent if one.kind == "new" else tokens.muted))
        look.setFontUnderline(one.kind == "new")
        look.setFontStrikeOut(one.kind == "gone")
        return look

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(self._tokens.ink))
        self._set(self.width()).draw(painter, QPointF(0, 0))
