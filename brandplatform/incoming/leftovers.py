"""What found no field: kept in order, with the heading it stood under.

Owns the parts of `loose`. Must not know fields.
"""

from collections.abc import Iterable

from brandplatform.document.model import Loose
from brandplatform.incoming.passages import Line, written

STEP = " › "
"""What stands between a heading and one under it."""


class Leftovers:
    """Texts that found no field, joined when they follow each other under one heading."""

    def __init__(self, source: str) -> None:
        """Keep the name of the document they come from."""
        self._source = source
        self._kept: list[tuple[str, int, list[Line]]] = []
        self._open = False

    def add(self, line: Line, under: str, place: int) -> None:
        """Keep a line that stands under a heading, given by its path and its number."""
        if self._open and self._kept[-1][1] == place:
            self._kept[-1][2].append(line)
        else:
            self._kept.append((under, place, [line]))
        self._open = True

    def apart(self, line: Line, under: str) -> None:
        """Keep a line as a passage of its own."""
        self._kept.append((under, 0, [line]))
        self._open = False

    def close(self) -> None:
        """Have what comes next begin a passage."""
        self._open = False

    def passages(self) -> Iterable[tuple[str, str]]:
        """Yield each passage with the heading it stood under, and its text."""
        return ((under, written(lines)) for under, _, lines in self._kept)

    def loose(self) -> tuple[Loose, ...]:
        """Return the passages as parts of a document."""
        return tuple(
            Loose(id=f"in{at}", text=text, source=": ".join(filter(None, (self._source, under))))
            for at, (under, text) in enumerate(self.passages(), 1)
        )
