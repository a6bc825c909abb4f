"""The drawings of resources/icons/ as icons in a colour of the palette.

Knows files and tokens; must not know what an icon is for."""

from collections.abc import Iterable
from typing import Final, Literal

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from brandplatform.resources import ResourceError, path
from brandplatform.ui.tokens import Tokens

State = Literal["empty", "started", "discuss", "settled", "away"]

_RATIOS: Final = (1.0, 2.0)
_MARKS: Final = {
    "empty": "ring", "started": "half", "discuss": "alert", "settled": "check", "away": "eye-off",
}  # fmt: skip


class Icons:
    """Every icon of one palette, each drawn once; made with the window and passed to those who draw."""

    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self._drawn: dict[tuple[str, str, int], QIcon] = {}

    def icon(self, name: str, colour: str = "", size: int = 20) -> QIcon:
        """Return a drawing at `size` logical pixels, in ink unless a `colour` (#RRGGBB) is given.

        Raises ResourceError: with the file that is missing or cannot be drawn.
        """
        key = (name, colour or self.tokens.ink, size)
        if key not in self._drawn:
            self._drawn[key] = _drawn(name, key[1], ((size, ratio) for ratio in _RATIOS))
        return self._drawn[key]

    def mark(self, state: State, size: int = 16) -> QIcon:
        """Return the mark of a section's state; never shown without its word."""
        colours = {"discuss": self.tokens.discuss, "settled": self.tokens.settled}
        return self.icon(_MARKS[state], colours.get(state, self.tokens.muted), size)


def app_icon() -> QIcon:
    """Return the icon of the program, drawn at each size a system asks for."""
    return _drawn("app", "", ((size, 1.0) for size in (16, 24, 32, 48, 64, 128)))


def _drawn(name: str, colour: str, sizes: Iterable[tuple[int, float]]) -> QIcon:
    """Draw one file at each (logical pixels, device pixel ratio); Qt itself greys what cannot be used."""
    renderer = _renderer(name, colour)
    made = QIcon()
    for size, ratio in sizes:
        pixmap = QPixmap(QSize(round(size * ratio), round(size * ratio)))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        made.addPixmap(pixmap)
    return made


def _renderer(name: str, colour: str) -> QSvgRenderer:
    file = path("icons", f"{name}.svg")
    try:
        drawing = file.read_text(encoding="utf-8").replace("currentColor", colour)
    except OSError as error:
        raise ResourceError(file, error.strerror or str(error)) from error
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    if not renderer.isValid():
        raise ResourceError(file, "it is not a drawing; install the program again")
    return renderer
