"""What a file held when it was read or written here, and whether it still does: nobody's change is lost.

Owns the look before a save. Must not know windows, nor how two texts are made one.
"""

import os
from pathlib import Path

from msgspec import Struct

from brandplatform.document.model import Platform
from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.storage.copies import joined
from brandplatform.storage.history import Version
from brandplatform.storage.problems import FileProblem, TooNew

Stamp = tuple[int, int]
"""When a file was written, in nanoseconds, and its size: what changes when it is written."""


class ChangedElsewhere(FileProblem):
    """The file holds something else than what was read or written here: it is not overwritten."""

    key = "error.changed_elsewhere"

    def __init__(self, place: str, base: Platform, there: Kept) -> None:
        super().__init__(place)
        self.base, self.there = base, there


class Gone(FileProblem):
    """The file that was opened or saved is no longer where it was."""

    key = "error.gone"


class Known(Struct, frozen=True):
    """A file as it was when it was last read or written here."""

    path: Path
    platform: Platform
    history: tuple[Version, ...]
    stamp: Stamp

    @property
    def stale(self) -> bool:
        """Whether it may hold something else by now."""
        return stamp_of(self.path) != self.stamp


def known(path: Path, kept: Kept) -> Known:
    """Return what is known of a file that holds `kept`."""
    return Known(path, kept.platform, kept.history, stamp_of(path))


def same(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file."""
    return os.path.realpath(one) == os.path.realpath(other)


def stamp_of(path: Path) -> Stamp:
    """Return the stamp of a file; zeros where there is none."""
    try:
        there = path.stat()
    except OSError:
        return 0, 0
    return there.st_mtime_ns, there.st_size


def ready(kept: Kept, file: Known, *, afresh: bool) -> Kept:
    """Return what is to be written to a file, with the versions that others added to it meanwhile.

    `afresh`: also where it is gone. Raises ChangedElsewhere, Gone, OSError or FileProblem: it is not to be
    written.
    """
    try:
        there = container.load(file.path)
    except FileNotFoundError as error:
        if afresh:
            return kept
        raise Gone(str(file.path)) from error
    if not there.writable:
        raise TooNew(f"format {there.platform.format}")
    if there.platform != file.platform:
        raise ChangedElsewhere(str(file.path), file.platform, there)
    return kept if there.history == file.history else joined(kept, there)
