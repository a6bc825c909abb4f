"""How the window looks: palette, faces and style, put on the application in one place.

Owns what Qt is told about the tokens; must not know any screen."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from brandplatform.resources import ResourceError, path
from brandplatform.ui.style import PaperStyle
from brandplatform.ui.tokens import DARK, LIGHT, SANS, SERIF, Tokens, accent_for, with_accent

__all__ = [
    "ANSWER", "DARK", "HEADING", "INTERFACE", "LABEL", "LIGHT", "NOTE", "QUESTION", "STATEMENT", "STRIP",
    "TITLE", "Face", "Scheme", "Tokens", "accent_for", "font", "install", "load_fonts", "palette",
    "tokens_for", "with_accent", "write_in",
]  # fmt: skip

Scheme = Literal["system", "light", "dark"]

_FACES: Final = (
    "SourceSans3-Regular", "SourceSans3-SemiBold", "SourceSans3-Italic",
    "SourceSerif4-Regular", "SourceSerif4-SemiBold", "SourceSerif4-Bold", "SourceSerif4-Italic",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Face:
    """One use of type: family, logical pixels, weight, slope."""

    family: str
    pixels: int
    weight: QFont.Weight = QFont.Weight.Normal
    italic: bool = False


INTERFACE: Final = Face(SANS, 14)
NOTE: Final = Face(SANS, 13)
LABEL: Final = Face(SANS, 13, QFont.Weight.DemiBold)
HEADING: Final = Face(SANS, 16, QFont.Weight.DemiBold)
ANSWER: Final = Face(SERIF, 16)
STRIP: Final = Face(SERIF, 17)
TITLE: Final = Face(SERIF, 22, QFont.Weight.DemiBold)
STATEMENT: Final = Face(SERIF, 26)
QUESTION: Final = Face(SERIF, 34)


def font(face: Face, scale: float = 1.0) -> QFont:
    """Return the font of a face; `scale` is the size of text a person asked for, 1.0 as designed."""
    made = QFont(face.family)
    made.setPixelSize(round(face.pixels * scale))
    made.setWeight(face.weight)
    made.setItalic(face.italic)
    made.setStyleHint(QFont.StyleHint.Serif if face.family == SERIF else QFont.StyleHint.SansSerif)
    return made


def palette(tokens: Tokens) -> QPalette:
    """Return the palette: paper where one writes, desk around it, ink on both."""
    roles = QPalette.ColorRole
    made = QPalette(QColor(tokens.desk))
    shown = {
        roles.Window: tokens.desk, roles.WindowText: tokens.ink,
        roles.Base: tokens.paper, roles.AlternateBase: tokens.desk, roles.Text: tokens.ink,
        roles.Button: tokens.desk, roles.ButtonText: tokens.ink, roles.BrightText: tokens.on_accent,
        roles.Highlight: tokens.selection, roles.HighlightedText: tokens.ink, roles.Accent: tokens.accent,
        roles.Link: tokens.accent, roles.LinkVisited: tokens.accent, roles.PlaceholderText: tokens.muted,
        roles.ToolTipBase: tokens.paper, roles.ToolTipText: tokens.ink,
        roles.Light: tokens.paper, roles.Midlight: tokens.hover,
        roles.Mid: tokens.rule, roles.Dark: tokens.rule, roles.Shadow: tokens.rule,
    }  # fmt: skip
    for role, colour in shown.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.faint))
    return made


def write_in(widget: QWidget, colour: str) -> None:
    """Write a widget's words in a colour, whichever ground it stands on (Qt's role follows the ground)."""
    made = widget.palette()
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(role, QColor(colour))
    widget.setPalette(made)


def tokens_for(scheme: Scheme, app: QApplication) -> Tokens:
    """Return the palette a person asked for; the system's where it says one, light where it does not."""
    if scheme == "system":
        return DARK if app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
    return DARK if scheme == "dark" else LIGHT


def load_fonts() -> None:
    """Give Qt the faces of resources/fonts; once for each application.

    Raises ResourceError: with the file that is missing or is not a font.
    """
    for name in _FACES:
        file = path("fonts", f"{name}.ttf")
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise ResourceError(file, "it is missing or is not a font; install the program again")


def install(app: QApplication, tokens: Tokens, scale: float = 1.0) -> None:
    """Put style, palette and font on the application; call again when theme, accent or text size change."""
    if not app.property("faces"):
        load_fonts()
        app.setProperty("faces", True)  # asking Qt which families it has costs 5 ms of a start
    style = PaperStyle(tokens)
    app.setStyle(style)
    app.setPalette(palette(tokens))
    app.setFont(font(INTERFACE, scale))
    app.focusChanged.connect(style.repaint_focus)
