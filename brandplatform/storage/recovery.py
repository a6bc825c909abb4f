"""What was not saved yet, in the state folder: one file for each open document, offered again after a crash.

The name is the session's, not the document's: two copies of one platform never write over each other. Each is
a platform file like any other, with a note of where it belongs; what its own file held is its one version.
"""

import io
import json
import secrets
import zipfile
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from brandplatform.document.model import Platform
from brandplatform.storage import container
from brandplatform.storage.atomic import write_atomically
from brandplatform.storage.container import Kept
from brandplatform.storage.history import Moment, Version, with_versions
from brandplatform.storage.lock import Lock
from brandplatform.storage.problems import FileProblem

_NOTE = "recovery.json"
_LONGEST = 1 << 16
"""Bytes of a note that are read."""

_UNREAD = (KeyError, ValueError, RuntimeError, EOFError, OSError, zipfile.BadZipFile, zlib.error)
"""What reading a damaged note may end in."""


class Note(Struct, frozen=True, kw_only=True):
    """Where unsaved work belongs."""

    path: str = ""
    """The file it was opened from or last saved to; empty: it was never saved."""
    when: str = ""
    """ISO 8601."""
    base: str = ""
    """Id of the version that is what that file held."""


class Recovery:
    """The unsaved work of one session; nothing is there until something is written."""

    def __init__(self, folder: Path, name: str = "") -> None:
        """Keep it under `folder`; `name` is that of an earlier session, for what it left."""
        self.file = folder / "recovery" / f"{name or secrets.token_hex(8)}{container.SUFFIX}"
        self._lock = Lock(self.file, self.file.parent, "session")
        self._base: Platform | None = None
        self._versions: tuple[tuple[Version, ...], dict[str, bytes]] = ((), {})

    def hold(self) -> bool:
        """Take it, so that no other program offers it; False when one has it.

        Raises OSError: the state folder cannot be written.
        """
        self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # its file may be closed to others
        return self._lock.acquire()

    def write(
        self, kept: Kept, note: Note, base: Platform | None = None, moments: Sequence[Moment] = ()
    ) -> None:
        """Keep a value, in the place of the one before; `base` is what its file held when it was read.

        `moments` are to be versions once it is saved. Its history stays in its own file, and so do the images
        it does not show.
        Raises OSError: the value before is intact.
        """
        self.hold()
        based = self._based_on(base, note.when)
        told = replace(note, base=based[0][0].id if based[0] else "")
        history, versions = with_versions(*based, moments)
        logo = kept.platform.brand.logo
        assets = {name: one for name, one in kept.assets.items() if logo and name == logo.asset}
        made = Kept(platform=kept.platform, assets=assets, history=history, versions=versions)
        data = io.BytesIO(container.pack(made, ""))
        with zipfile.ZipFile(data, "a") as archive:
            archive.writestr(_NOTE, json.dumps(msgspec.to_builtins(told)))  # a name may be no Unicode
        write_atomically(self.file, data.getvalue())

    def _based_on(self, base: Platform | None, when: str) -> tuple[tuple[Version, ...], dict[str, bytes]]:
        if base is not self._base:
            history, versions = with_versions((), {}, [Moment(base, when)]) if base else ((), {})
            self._base, self._versions = base, (history, dict(versions))
        return self._versions

    def read(self) -> tuple[Kept, Note]:
        """Return what was kept, and where it belongs; a note that cannot be read says nothing.

        Raises OSError or FileProblem.
        """
        data = container.content(self.file, container.MOST_PACKED)
        kept = container.read(data)
        with suppress(*_UNREAD), zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_NOTE) as file:
            return kept, msgspec.convert(json.loads(file.read(_LONGEST)), Note)
        return kept, Note()

    def saved(self) -> bool:
        """Tell whether its file holds the very same by now: the program ended just after it was saved.

        Raises OSError or FileProblem: the work itself cannot be read.
        """
        kept, note = self.read()
        with suppress(OSError, FileProblem, ValueError):  # a path may be none
            if not note.path:
                return False
            there = container.load(Path(note.path))
            named = {one.name for one in kept.history} - {one.name for one in there.history}
            return there.platform == kept.platform and not named - {""}
        return False

    def drop(self) -> None:
        """Take it away, and its lock with it: the work is saved, or given up."""
        with suppress(OSError):
            self.file.unlink(missing_ok=True)
        self.release()

    def release(self) -> None:
        """Let another program offer what is there."""
        self._lock.release()
        if not self.file.exists():
            self._lock.forget()


def waiting(folder: Path) -> list[Recovery]:
    """Return what sessions that are no more have left and can be read, each held, the newest first.

    What its file holds by now is taken away.
    """
    found: list[tuple[float, Recovery]] = []
    for file in (folder / "recovery").glob(f"*{container.SUFFIX}"):
        one = Recovery(folder, file.name.removesuffix(container.SUFFIX))
        try:
            if not one.hold():
                continue
            if one.saved():
                one.drop()
            else:
                found.append((file.stat().st_mtime, one))
        except (OSError, FileProblem):  # what cannot be read stays where it is
            one.release()
    return [one for _, one in sorted(found, key=lambda pair: pair[0], reverse=True)]
