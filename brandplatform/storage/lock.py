"""Who has a platform open: a lock of the operating system that dies with its process.

The lock is a small file in the state folder, named after the platform's real path: nothing appears beside a
person's files, and a read-only folder can be locked too.
"""

import os
import sys
from hashlib import sha256
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class Lock:
    """A lock on one platform; `held` tells whether it is ours."""

    def __init__(self, path: Path, folder: Path, kind: str = "lock") -> None:
        """Prepare a lock on `path`, kept in `folder`; locks of two kinds know nothing of each other."""
        name = sha256(os.path.realpath(path).encode("utf-8", "surrogateescape")).hexdigest()
        self._file = folder / "locks" / f"{name}.{kind}"
        self._handle: int | None = None

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._handle is not None

    def acquire(self, *, wait: bool = False) -> bool:
        """Take the lock; False when another process, or another window, has it, or waiting was in vain.

        Raises OSError: the state folder cannot be written.
        """
        if self.held:
            return True
        self._file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
        if not _locked(handle, wait=wait):
            os.close(handle)
            return False
        self._handle = handle
        return True

    def release(self) -> None:
        """Give the lock back; the small file stays, since removing it could free somebody else's."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _locked(handle: int, *, wait: bool) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)  # waits for ten seconds
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        return False
    return True
