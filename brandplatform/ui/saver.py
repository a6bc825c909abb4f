"""The one saver: one save at a time, away from the window; of those that wait, the newest wins.

What is to be written is asked for when its turn comes, in the window's thread, once the save before it was
told. Must not know what a save is.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Work = Callable[[], object]
Begin = Callable[[], Work]
"""Says what is to be done, as things stand now."""


class Saver(QObject):
    """Runs saves and tells, in the window's thread, how each went."""

    saved = Signal(object)
    """What the work returned."""
    failed = Signal(object, object)
    """(where it was to be written, the exception)."""
    _ended = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._pool: ThreadPoolExecutor | None = None
        self._running: tuple[Path, Future[object]] | None = None
        self._waiting: tuple[Path, Begin] | None = None
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(self, path: Path, begin: Begin) -> None:
        """Do the work of `begin` for a file, at once or after what is under way."""
        if self.busy:
            self._waiting = (path, begin)
        else:
            self._run(path, begin)

    @property
    def busy(self) -> bool:
        """Whether something is being written, or was and has not been told yet."""
        return self._running is not None or self._waiting is not None

    @property
    def heading(self) -> Path | None:
        """Where the last save that was asked for goes; None when all are done."""
        last = self._waiting or self._running
        return last[0] if last else None

    def close(self, patience: float | None = None) -> bool:
        """Wait for what is under way, at most so many seconds, and take no more; False when it goes on."""
        self._waiting = None
        if self._pool is None:
            return True
        from concurrent.futures import wait

        ended = self._running is None or not wait([self._running[1]], patience).not_done
        self._pool.shutdown(wait=ended)
        return ended

    def _run(self, path: Path, begin: Begin) -> None:
        from concurrent.futures import (
            ThreadPoolExecutor,  # 10 ms, spent at the first save and not at the start
        )

        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, thread_name_prefix="saver")
        future = self._pool.submit(begin())
        self._running = (path, future)
        future.add_done_callback(self._ended.emit)

    def _tell(self, done: "Future[object]") -> None:
        if self._running is None or self._running[1] is not done:
            return
        path, self._running = self._running[0], None
        error = done.exception()
        if error is None:
            self.saved.emit(done.result())
        else:
            if self._waiting and self._waiting[0] == path:
                self._waiting = None  # it would be refused as well
            self.failed.emit(path, error)
        if self._waiting and self._running is None:
            waiting, self._waiting = self._waiting, None
            self._run(*waiting)
