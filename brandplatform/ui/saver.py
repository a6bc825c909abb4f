"""The one saver: writes values in the background, the newest wins, close waits for it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from brandplatform.storage.container import Kept

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

Work = Callable[[], Kept]


class Saver(QObject):
    """Runs one save after another away from the window and tells, in the window's thread, how it went."""

    saved = Signal(object, object)
    """(token, the `Kept` on disk)."""
    failed = Signal(object, object)
    """(token, the exception)."""
    _ended = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self._pool: ThreadPoolExecutor | None = None
        self._last: Future[Kept] | None = None
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def start(self, token: object, work: Work) -> None:
        """Run `work` after what is already under way; a save that was waiting and is now older is dropped."""
        from concurrent.futures import (
            ThreadPoolExecutor,  # 10 ms, spent at the first save and not at the start
        )

        if self._pool is None:
            self._pool = ThreadPoolExecutor(1, thread_name_prefix="saver")
        if self._last is not None:
            self._last.cancel()
        self._last = self._pool.submit(work)
        self._last.add_done_callback(lambda done: self._ended.emit(token, done))

    @property
    def busy(self) -> bool:
        """Whether something is still being written."""
        return self._last is not None and not self._last.done()

    def close(self) -> None:
        """Wait for what is under way, and take no more."""
        if self._pool is not None:
            self._pool.shutdown(wait=True)

    def _tell(self, token: object, done: "Future[Kept]") -> None:
        if done.cancelled():
            return
        error = done.exception()
        if error is not None:
            self.failed.emit(token, error)
        else:
            self.saved.emit(token, done.result())
