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

if sys.platform == "darwin":
    import fcntl

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
    target = _followed(path)
    old = _status(target)
    if old is not None and not stat.S_ISREG(old.st_mode):
        raise NotAFile(f"{path}: not an ordinary file")
    if old is not None and not os.access(target, os.W_OK):  # its folder would let it be replaced all the same
        raise Protected(errno.EACCES, "the file is protected", str(path))
    with _temporary(target.parent, 0o666 if old is None else 0o600) as (temporary, handle):
        try:
            if old is not None:  # before there is something to read
                _like(old, handle)
            _write_all(handle, data)
            _flush(handle)
        finally:
            os.close(handle)
        if temporary.read_bytes() != data:
            raise OSError(f"{target}: what was written does not read back the same")
        _replace(temporary, target)
    _sync_folder(target.parent)
    sweep(target.parent, time.time())


def sweep(folder: Path, now: float) -> None:
    """Remove temporary files of ours older than `STALE`; `now` in seconds since the epoch."""
    with suppress(OSError):  # a folder that cannot be listed: they wait for a later save
        for leftover in folder.glob(".bp-????????.tmp"):
            with suppress(OSError):  # another program of ours may be quicker
                if now - leftover.stat().st_mtime > STALE:
                    leftover.unlink()


def _followed(path: Path) -> Path:
    """Return where a path leads through links.

    Raises OSError: a link that cannot be read would else be taken for a file, and be replaced. Windows names
    drives that it cannot follow, and says so; there, a path that cannot be followed is taken as it is.
    """
    try:
        return Path(os.path.realpath(path, strict=sys.platform != "win32"))
    except FileNotFoundError:
        return Path(os.path.realpath(path))


def _status(target: Path) -> os.stat_result | None:
    """Return what the system says of a file; None where there is none."""
    try:
        return os.stat(target)
    except FileNotFoundError:
        return None


@contextmanager
def _temporary(folder: Path, mode: int) -> Iterator[tuple[Path, int]]:
    """Open a new file of ours in `folder`, to be moved away; it is gone when that does not come about."""
    path = folder / f".bp-{secrets.token_hex(4)}.tmp"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, mode)
    try:
        yield path, handle
    except BaseException:
        with suppress(OSError):  # what is told is the first refusal
            path.unlink(missing_ok=True)
        raise


def _write_all(handle: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        written = os.write(handle, view)
        if not written:  # a file system in a program may take nothing, and say nothing
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        view = view[written:]


def _like(old: os.stat_result, handle: int) -> None:
    """Give the open file the mode and, where permitted, the owner of the one it is to replace.

    What is so already is not asked for: some folders on a network refuse it whatever it says.
    """
    if not hasattr(os, "fchown"):
        return
    new = os.fstat(handle)
    if (new.st_uid, new.st_gid) != (old.st_uid, old.st_gid):
        _owned_like(old, handle)
    if stat.S_IMODE(new.st_mode) != stat.S_IMODE(old.st_mode):
        os.fchmod(handle, stat.S_IMODE(old.st_mode))


def _owned_like(old: os.stat_result, handle: int) -> None:
    """Give an open file an owner and a group, else the group alone: those who share the folder may write."""
    for owner in (old.st_uid, -1):
        with suppress(PermissionError):  # a file of somebody else's in a shared folder becomes ours
            os.fchown(handle, owner, old.st_gid)
            return


def _flush(handle: int) -> None:
    """Have the disk hold what was written; on macOS the drive keeps it to itself unless it is asked more."""
    if sys.platform == "darwin":
        with suppress(OSError):  # a drive, or a share, that cannot be asked
            fcntl.fcntl(handle, fcntl.F_FULLFSYNC)
            return
    os.fsync(handle)


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
            _flush(handle)
        finally:
            os.close(handle)
