"""Who has a platform open: a lock of the system's that dies with its process, and a note of its owner.

The lock is a small file in the state folder, named after the platform's real path: a read-only folder can be
locked too. The note is a hidden file beside the platform, as office programs leave one: it travels with a
shared folder, and tells another machine who is writing. A note outlives a crash; a lock does not.
"""

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LONGEST = 4096
"""Bytes of a note that are read."""

_AS_IT_IS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class Owner(Struct, frozen=True, kw_only=True):
    """Who has a platform open."""

    person: str = ""
    machine: str = ""
    since: str = ""
    """ISO 8601."""


def person(environ: Mapping[str, str] = os.environ, accounts: Path = Path("/etc/passwd")) -> str:
    """Return the name of whoever uses this computer; empty where nothing tells.

    The system is not asked: on some networks it would ask a server.
    """
    names = (environ.get(one, "") for one in ("LOGNAME", "USER", "LNAME", "USERNAME"))
    login = next(filter(None, names), "")
    with suppress(OSError, UnicodeDecodeError):
        for line in accounts.read_text(encoding="utf-8").splitlines():
            account = line.split(":")
            if account[0] == login and len(account) > 4:
                return account[4].split(",")[0].strip() or login
    return login


def owner(since: str) -> Owner:
    """Return this person, on this machine."""
    machine = os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
    return Owner(person=person(), machine=machine, since=since)


def note_of(path: Path) -> Path:
    """Return where the note on a platform stands."""
    return path.with_name(f".~{path.name}.lock")


def noted(path: Path) -> Owner | None:
    """Return who says that they have a platform open; None when nobody does.

    A link is not followed, and a pipe in its place keeps nobody waiting.
    """
    try:
        with os.fdopen(os.open(note_of(path), os.O_RDONLY | _AS_IT_IS), "rb") as file:
            return msgspec.json.decode(file.read(_LONGEST), type=Owner)
    except (OSError, ValueError):
        return None


class Lock:
    """A lock on one platform; `held` tells whether it is ours."""

    def __init__(
        self, path: Path, folder: Path, kind: str = "lock", me: Owner | None = None, *, noting: bool = True
    ) -> None:
        """Prepare a lock on `path`, kept in `folder`; locks of two kinds know nothing of each other.

        With `me`, a note beside `path` is heeded, and with `noting` left.
        """
        real = os.path.realpath(path)
        name = sha256(real.encode("utf-8", "surrogateescape")).hexdigest()
        self._file, self._path, self._me = folder / "locks" / f"{name}.{kind}", Path(real), me
        self._handle: int | None = None
        self._noting = noting
        self.other: Owner | None = None
        """Who has it, where that is known."""

    @property
    def held(self) -> bool:
        """Whether this object holds the lock."""
        return self._handle is not None

    @property
    def elsewhere(self) -> bool:
        """Whether it is another machine, or another person, that says it has the file open."""
        other, me = self.other, self._me
        return bool(other and me and (other.person, other.machine) != (me.person, me.machine))

    def acquire(self, *, wait: bool = False, over: bool = False) -> bool:
        """Take the lock; False when another process, or another window, has it, or waiting was in vain.

        A note of another machine's is heeded, unless `over`. Raises OSError: the state folder cannot be
        written.
        """
        if self.held:
            return True
        self._file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
        free = _locked(handle, wait=wait)
        self.other = noted(self._path) if self._me else None
        if not free or (self.elsewhere and not over):
            os.close(handle)
            return False
        self._handle = handle
        if not self.elsewhere or over:
            self._note()
        return True

    def release(self) -> None:
        """Give the lock back; the small file stays, since removing it could free somebody else's."""
        if self._handle is not None:
            if self._me and self._noting and noted(self._path) == self._me:
                with suppress(OSError):
                    note_of(self._path).unlink()
            os.close(self._handle)
            self._handle = None

    def forget(self) -> None:
        """Remove the small file of a lock on a name that nobody will ever use again."""
        with suppress(OSError):
            self._file.unlink()

    def leave_note(self) -> None:
        """Say that the file is ours, once it is there and where nobody else says so."""
        if noted(self._path) is None:
            self._note()

    def _note(self) -> None:
        """Write the note; in a folder that may only be read, nobody is told."""
        if self.held and self._me is not None and self._noting and self._path.exists():
            with suppress(OSError):
                note_of(self._path).unlink(missing_ok=True)  # what stands in its place is not written through
                with note_of(self._path).open("xb") as file:
                    file.write(msgspec.json.encode(self._me))


def _locked(handle: int, *, wait: bool) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)  # waits for ten seconds
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        return False
    return True
