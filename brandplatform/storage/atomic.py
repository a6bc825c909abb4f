"""The whole new file or the whole old one, never a mixture.

Owns how bytes reach the disk. Must not know what they mean.
"""

import errno
import os
import secrets
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

STALE = 3600.0
"""Seconds after which a temporary file of ours is a leftover of a killed program."""

_WINDOWS_PATIENCE = 1.0
"""Seconds during which another program (a virus scanner, a sync client) may hold the file on Windows."""


class NotAFile(OSError):
    """What is to be replaced is a folder, a pipe or a device."""


class Protected(PermissionError):
    """What is to be replaced may be read only."""


def write_atomically(path: Path, data: bytes) -> None:
    """Replace `path` with `data`, or leave it exactly as it was.

    A symbolic link stays one: what it points to is replaced. Mode and, where permitted, owner are kept. What
    a program of ours that was killed left in the folder is taken away.
    Raises OSError: nothing was written; `path` is untouched and no temporary file is left.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        raise NotAFile(f"{path}: not an ordinary file")
    if target.exists() and not os.access(target, os.W_OK):  # its folder would let it be replaced all the same
        raise Protected(errno.EACCES, "the file is protected", str(path))
    with _temporary(target.parent) as (temporary, handle):
        try:
            _write_all(handle, data)
            _like(target, handle)
            os.fsync(handle)
        finally:
            os.close(handle)
        if temporary.read_bytes() != data:
            raise OSError(f"{target}: what was written does not read back the same")
        _replace(temporary, target)
    _sync_folder(target.parent)
    sweep(target.parent, time.time())


def sweep(folder: Path, now: float) -> None:
    """Remove temporary files of ours older than `STALE`; `now` in seconds since the epoch."""
    for leftover in folder.glob(".bp-????????.tmp"):
        with suppress(OSError):  # another program of ours may be quicker
            if now - leftover.stat().st_mtime > STALE:
                leftover.unlink()


@contextmanager
def _temporary(folder: Path) -> Iterator[tuple[Path, int]]:
    """Open a new file of ours in `folder`; it is gone afterwards unless it was moved."""
    path = folder / f".bp-{secrets.token_hex(4)}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o666)
    try:
        yield path, handle
    finally:
        path.unlink(missing_ok=True)


def _write_all(handle: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def _like(target: Path, handle: int) -> None:
    """Give the open file the mode and, where permitted, the owner of the one it is to replace."""
    if not hasattr(os, "fchmod") or not target.exists():
        return
    there = target.stat()
    with suppress(PermissionError):  # a file of somebody else's in a shared folder becomes ours
        os.fchown(handle, there.st_uid, there.st_gid)
    os.fchmod(handle, stat.S_IMODE(there.st_mode))


def _replace(temporary: Path, target: Path) -> None:
    """Move the new file over the old one; on Windows, try again while another program holds it."""
    end = time.monotonic() + _WINDOWS_PATIENCE
    while True:
        try:
            os.replace(temporary, target)
        except PermissionError:
            if sys.platform != "win32" or time.monotonic() > end:
                raise
            time.sleep(0.05)
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Make the new name durable where folders can be synced: not on Windows, nor where they cannot be read.

    The file stands in its place by now: a refusal here is none of the writing.
    """
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
