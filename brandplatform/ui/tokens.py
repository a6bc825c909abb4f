"""The values the window is drawn with: colours, spaces, corners, sizes of type.

Knows numbers and names; must not know Qt, nor any widget."""

from dataclasses import dataclass, replace
from typing import Final

from brandplatform.publish.colour import TEXT, corrected, mixed

SERIF: Final = "Source Serif 4"
SANS: Final = "Source Sans 3"

# Spaces, in logical pixels: nothing is set apart by any other distance.
HAIR: Final = 4
TIGHT: Final = 8
SMALL: Final = 12
MEDIUM: Final = 16
LARGE: Final = 24
WIDE: Final = 32
HUGE: Final = 48

RADIUS: Final = 6
SMALL_RADIUS: Final = 4  # of a check box, a row, a key: what is under 24 px
FOCUS: Final = 2  # width of the focus ring
TARGET: Final = 32  # the least a pointer is asked to hit
MOTION: Final = 120  # milliseconds; 0 where the system asks for less
MEASURE: Final = 640  # of a column of answers: 60 to 75 characters at 16 px


@dataclass(frozen=True, slots=True)
class Tokens:
    """One palette; `#RRGGBB` throughout."""

    paper: str
    desk: str
    ink: str
    muted: str
    rule: str
    accent: str
    discuss: str
    settled: str
    dark: bool = False

    @property
    def on_accent(self) -> str:
        """What is written on a ground of accent."""
        return corrected(self.paper, self.accent, TEXT)

    @property
    def hover(self) -> str:
        """The ground of what the pointer is on."""
        return mixed(self.ink, self.desk, 0.05)

    @property
    def pressed(self) -> str:
        """The ground of what is being pressed, or stays down."""
        return mixed(self.ink, self.desk, 0.10)

    @property
    def selection(self) -> str:
        """The ground of selected words and rows; ink stays readable on it."""
        return mixed(self.accent, self.paper, 0.30 if self.dark else 0.20)

    @property
    def faint(self) -> str:
        """What cannot be used now; never the only place something is said."""
        return mixed(self.muted, self.paper, 0.60)

    @property
    def edge(self) -> str:
        """The outline of a small thing to hit (a check box): 3:1, where a rule would be too quiet."""
        return corrected(mixed(self.muted, self.paper, 0.70), self.paper, 3.0)


LIGHT: Final = Tokens(
    paper="#FFFDF9", desk="#F4EFE7", ink="#221D18", muted="#6B635A", rule="#E2D9CB",
    accent="#A8471F", discuss="#8A5A00", settled="#2F6B3C",
)  # fmt: skip
DARK: Final = Tokens(
    paper="#1E1C1A", desk="#151413", ink="#EFE9E0", muted="#A79F94", rule="#38332E",
    accent="#E08A5E", discuss="#E0B45C", settled="#7FC08D", dark=True,
)  # fmt: skip


def accent_for(colour: str, paper: str) -> str:
    """Return a brand's colour as it can be read on `paper`: itself, or the nearest one at 4.5:1."""
    return corrected(colour, paper, TEXT)


def with_accent(tokens: Tokens, colour: str) -> Tokens:
    """Return the palette with a brand's own accent, readable on paper and on the desk."""
    ground = tokens.paper if tokens.dark else tokens.desk  # the harder of the two for either palette
    return replace(tokens, accent=accent_for(colour, ground))
