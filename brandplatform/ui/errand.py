"""One piece of work away from the window: what it brings back, or why it did not.

Must not know what the work is. A thread tells an object that is never taken down, which tells the errand if
it is still there: a signal emitted while its object goes would end the program.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache, partial
from weakref import ReferenceType, ref

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

Work = Callable[[], object]


class Errand(QObject):
    """Runs work on immutable values in a thread, and tells in the window's thread how it went."""

    done = Signal(object)
    """What the work returned."""
    failed = Signal(object)
    """The exception that ended it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="errand")
        self._post = _post()

    def run(self, work: Work) -> None:
        """Begin; what was begun before is finished first."""
        self._pool.submit(work).add_done_callback(partial(self._post.came.emit, ref(self)))

    def tell(self, future: "Future[object]") -> None:
        """Say how the work went."""
        error = future.exception()
        if error is not None:
            self.failed.emit(error)
        else:
            self.done.emit(future.result())


class _Post(QObject):
    """Brings what threads have done to the thread of the windows."""

    came = Signal(object, object)
    """(weak reference to an `Errand`, its `Future`)."""

    def __init__(self) -> None:
        super().__init__()
        self.came.connect(self._hand_on, Qt.ConnectionType.QueuedConnection)

    def _hand_on(self, to: ReferenceType[Errand], future: "Future[object]") -> None:
        errand = to()
        if errand is not None and isValid(errand):
            errand.tell(future)


@cache
def _post() -> _Post:
    """Return the one there is, made in the thread of the windows with the first errand."""
    return _Post()
