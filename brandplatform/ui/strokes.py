"""The few strokes all widgets are drawn with: box, ring, chevron, tick.

Knows a painter and tokens as colours; must not know any widget."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from brandplatform.ui.tokens import FOCUS, RADIUS, Tokens


class Towards(Enum):
    """Where a chevron points: the two unit steps from its middle to its tip and along its side."""

    DOWN = (0, 1)
    UP = (0, -1)
    RIGHT = (1, 0)
    LEFT = (-1, 0)


@dataclass(frozen=True, slots=True)
class Ink:
    """The tokens as colours ready for a painter."""

    paper: QColor
    desk: QColor
    ink: QColor
    muted: QColor
    rule: QColor
    accent: QColor
    on_accent: QColor
    hover: QColor
    pressed: QColor
    selection: QColor
    faint: QColor
    edge: QColor

    @classmethod
    def of(cls, tokens: Tokens) -> "Ink":
        """Return the colours of a palette."""
        return cls(*(QColor(getattr(tokens, name)) for name in cls.__slots__))


@contextmanager
def smooth(painter: QPainter) -> Iterator[None]:
    """Draw with soft edges, and leave the painter as it was."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield
    finally:
        painter.restore()


def box(painter: QPainter, rect: QRect, fill: QColor | None, edge: QColor | None,
        radius: float = RADIUS) -> None:  # fmt: skip
    """Draw a rounded box, its one-pixel edge inside `rect`."""
    with smooth(painter):
        painter.setPen(QPen(edge, 1.0) if edge is not None else Qt.PenStyle.NoPen)
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        inset = 0.5 if edge is not None else 0.0
        painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)


def ring(painter: QPainter, rect: QRect, colour: QColor, radius: float = RADIUS) -> None:
    """Draw the focus ring just inside `rect`."""
    with smooth(painter):
        painter.setPen(QPen(colour, FOCUS))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = FOCUS / 2
        painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), radius - half, radius - half)


def chevron(painter: QPainter, rect: QRect, colour: QColor, towards: Towards, reach: float = 4.0) -> None:
    """Draw an open angle in the middle of `rect`, `reach` pixels to each side."""
    across, along = towards.value
    middle = QRectF(rect).center()
    tip = middle + QPointF(across, along) * (reach / 2)
    tail = middle - QPointF(across, along) * (reach / 2)
    side = QPointF(along, across) * reach
    _line(painter, colour, (tail - side, tip, tail + side))


def tick(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Draw a tick that fills about half of `rect`."""
    corner, unit = QPointF(rect.topLeft()), rect.width() / 16
    _line(painter, colour, tuple(corner + QPointF(x, y) * unit for x, y in ((4, 8.3), (7, 11.2), (12, 5))))


def dash(painter: QPainter, rect: QRect, colour: QColor) -> None:
    """Draw the short line of a box that is neither on nor off."""
    middle, reach = QRectF(rect).center(), rect.width() / 4
    _line(painter, colour, (middle - QPointF(reach, 0), middle + QPointF(reach, 0)))


def _line(painter: QPainter, colour: QColor, points: tuple[QPointF, ...]) -> None:
    with smooth(painter):
        solid, round_cap = Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap
        painter.setPen(QPen(colour, 1.6, solid, round_cap, Qt.PenJoinStyle.RoundJoin))
        painter.drawPolyline(points)
