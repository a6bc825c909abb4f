"""Sentences set in a given width: broken into lines, the last one shortened when there are too many.

Knows type; must not know what is said."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout


def set_lines(text: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """Break text into at most `most` lines of `width` pixels; what is left out becomes an ellipsis."""
    layout = QTextLayout(text, font)
    metrics = QFontMetricsF(font)
    layout.beginLayout()
    starts: list[int] = []
    while len(starts) < most + 1 and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        starts.append(line.textStart())
    layout.endLayout()
    ends = [*starts[1:], len(text)]
    lines = [text[start:end].strip() for start, end in zip(starts, ends, strict=True)][:most]
    if len(starts) > most:
        rest = text[starts[most - 1] :].replace("\n", " ")
        lines[-1] = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return tuple(lines)


def draw_lines(
    painter: QPainter, lines: tuple[str, ...], x: float, top: float, leading: float = 1.3
) -> float:
    """Draw lines with the painter's font from `top` down; return where the next line would begin."""
    metrics = QFontMetricsF(painter.font())
    step = height_of_line(painter.font(), leading)
    for line in lines:
        painter.drawText(QPointF(x, top + (step - metrics.height()) / 2 + metrics.ascent()), line)
        top += step
    return top


def height_of_line(font: QFont, leading: float = 1.3) -> float:
    """Return the distance from one line to the next, in logical pixels."""
    return round(font.pixelSize() * leading)
