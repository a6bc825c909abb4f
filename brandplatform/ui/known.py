"""What a card of the start screen knows of a platform.

Must not know files beyond where they are."""

from pathlib import Path

from msgspec import Struct


class Known(Struct, frozen=True):
    """A platform that was open lately, as its card shows it; `when` is already a sentence."""

    path: Path
    brand: str
    promise: str
    when: str
    there: bool
