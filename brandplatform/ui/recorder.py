"""Unsaved work on its way to the state folder, at most a second after it was written.

Owns when that happens; must not know windows. A disk that refuses stops nobody: the next change tries again.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from brandplatform.storage.container import Kept
from brandplatform.storage.recovery import Note, Recovery
from brandplatform.ui.session import Session

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

LATER = 400
"""Milliseconds from a change to its writing; words reach the session within 300, which leaves as many."""

PATIENCE = 5.0
"""Seconds that leaving waits for a disk."""


class Recorder(QObject):
    """Keeps what one session holds and its file does not."""

    def __init__(self, session: Session, folder: Path) -> None:
        super().__init__(session)
        self._session, self.recovery = session, Recovery(folder)
        self._pool: ThreadPoolExecutor | None = None
        self._last: Future[None] | None = None
        self._closed = False
        self._due = QTimer(self, singleShot=True, interval=LATER)
        self._due.timeout.connect(self.begin)
        session.changed.connect(self._schedule)
        session.saved.connect(self._heed_saved)
        if session.modified:  # what was answered at the start, an import, a copy
            self._schedule()

    def _schedule(self) -> None:
        if not (self._due.isActive() or self._closed):
            self._due.start()

    def begin(self) -> "Future[None] | None":
        """Begin to write what is not saved; None when there is nothing, and what was written goes."""
        self._due.stop()
        session = self._session
        if self._closed or not session.writable:
            return None
        if not session.modified:
            self._drop()
            return None
        kept = Kept(platform=session.platform, assets=session.assets)
        moments = session.moments
        path, base = session.path, session.file.platform if session.file else None

        def work() -> None:
            when = datetime.now(UTC).isoformat(timespec="seconds")
            note = Note(path=str(path.absolute()) if path else "", when=when)
            self.recovery.write(kept, note, base, moments)

        if self._last is not None:
            self._last.cancel()  # on a slow disk, what waits its turn is older
        self._last = self._in_turn(work)
        return self._last

    def now(self) -> bool:
        """Write what is not saved before anything else happens; False when the disk refused, or was too slow.

        What was written earlier is intact then.
        """
        self._session.flush()
        return self.keep()

    def keep(self) -> bool:
        """The same, without asking the boxes for what they have not reported yet."""
        begun = self.begin()
        if begun is None:
            return not self._session.modified
        from concurrent.futures import wait  # as in `saver`

        wait([begun], PATIENCE)
        return begun.done() and begun.exception() is None

    def close(self, *, keep: bool = False) -> bool:
        """Keep nothing from now on; what was kept goes, or with `keep` is left to be offered again.

        False when a disk keeps it waiting.
        """
        self._due.stop()
        if self._closed:
            return True
        self._closed = True
        if self._pool is None:
            return True
        hangs = keep and self._last is not None and not self._last.done()  # it was waited for
        self._in_turn(self.recovery.release if keep else self.recovery.drop)
        self._pool.shutdown(wait=not hangs)
        return not hangs

    def _heed_saved(self) -> None:
        if self._session.modified:
            self._schedule()  # what is kept is to say what its file holds by now
        else:
            self._due.stop()
            self._drop()

    def _drop(self) -> None:
        if self._pool is not None and not self._closed:
            self._in_turn(self.recovery.drop)

    def _in_turn(self, work: Callable[[], None]) -> "Future[None]":
        if self._pool is None:
            from concurrent.futures import ThreadPoolExecutor  # as in `saver`

            self._pool = ThreadPoolExecutor(1, thread_name_prefix="recorder")
        return self._pool.submit(work)
