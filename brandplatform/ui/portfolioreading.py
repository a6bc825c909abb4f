"""Reading a folder of platforms away from the window: the names at once, then one file after the other.

Owns that never more than one document is in memory, and that what is no longer wanted is not read. Must not
know how a card looks.
"""

from collections import deque
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from brandplatform.document.framework import Framework
from brandplatform.document.library import Library
from brandplatform.document.model import Platform
from brandplatform.publish.signed import signers_of, status_of
from brandplatform.storage.portfolio import Found, Standing, found_in, summed_up
from brandplatform.ui.errand import Errand
from brandplatform.ui.portfoliocards import Card, card


class _Listed(Struct, frozen=True):
    """What a folder holds, or why that is not known."""

    turn: int
    found: tuple[Found, ...] = ()
    problem: Exception | None = None


class _Read(Struct, frozen=True):
    """A card that was made."""

    turn: int
    card: Card


class Reading(QObject):
    """One look into a folder at a time; a new one ends the one before."""

    listed = Signal(object)
    """What the folder holds: a tuple of `Found`."""
    failed = Signal(object)
    """The error for which it could not be looked into."""
    read = Signal(object)
    """One `Card`, read or shut."""
    done = Signal()
    """Everything that was wanted has been read."""

    def __init__(self, library: Library, parent: QObject) -> None:
        super().__init__(parent)
        self._library = library
        self._turn = 0
        self._listing = False
        self._waiting = deque[Found]()
        self._errand = Errand(self)
        self._errand.done.connect(self._come)

    @property
    def busy(self) -> bool:
        """Whether a folder is being looked into, or a file of it read."""
        return self._listing or bool(self._waiting)

    @property
    def left(self) -> int:
        """How many files have still to be read."""
        return len(self._waiting)

    def look(self, folder: Path) -> None:
        """List a folder."""
        self.stop()
        self._listing = True
        self._errand.run(partial(_listed, self._turn, folder))

    def want(self, found: Iterable[Found]) -> None:
        """Read these files, one by one."""
        self._waiting = deque(found)
        self._next()

    def stop(self) -> None:
        """Read nothing more; the file being read at this moment is not told of."""
        self._turn += 1
        self._listing = False
        self._waiting.clear()

    def _next(self) -> None:
        if self._waiting:
            self._errand.run(partial(_read, self._turn, self._waiting[0], self._library))
        else:
            self.done.emit()

    def _come(self, brought: _Listed | _Read) -> None:
        if brought.turn != self._turn:
            return
        if isinstance(brought, _Read):
            self._waiting.popleft()
            self.read.emit(brought.card)
            self._next()
            return
        self._listing = False
        if brought.problem is not None:
            self.failed.emit(brought.problem)
        else:
            self.listed.emit(brought.found)


def _listed(turn: int, folder: Path) -> _Listed:
    try:
        return _Listed(turn, found_in(folder))
    except (OSError, ValueError) as error:  # a path no system takes
        return _Listed(turn, problem=error.with_traceback(None))


def _read(turn: int, found: Found, library: Library) -> _Read:
    """Read one file; one that cannot be read is a card too, whatever went wrong with it."""
    try:
        return _Read(turn, card(found, summed_up(found.path, library.framework, _standing)))
    except Exception as error:
        return _Read(turn, card(found, problem=_let_go(error)))


def _standing(platform: Platform, framework: Framework) -> Standing:
    return status_of(platform, framework), signers_of(platform, framework)


def _let_go(error: Exception) -> Exception:
    """Return an error that holds on to nothing: its traceback would keep the document in memory."""
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)
