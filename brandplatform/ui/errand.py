"""One piece of work away from the window: what it brings back, or why it did not.

Must not know what the work is."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal

Work = Callable[[], object]


class Errand(QObject):
    """Runs work on immutable values in a thread, and tells in the window's thread how it went."""

    done = Signal(object)
    """What the work returned."""
    failed = Signal(object)
    """The exception that ended it."""
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="errand")
        self._ended.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Work) -> None:
        """Begin; what was begun before is finished first."""
        self._pool.submit(work).add_done_callback(self._end)

    def _end(self, future: "Future[object]") -> None:
        try:
            self._ended.emit(future)
        except RuntimeError:  # the window that sent for it is gone; the work itself is done all the same
            return

    def _tell(self, future: "Future[object]") -> None:
        error = future.exception()
        if error is not None:
            self.failed.emit(error)
        else:
            self.done.emit(future.result())
