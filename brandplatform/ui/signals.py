"""Being told to end by the system: SIGTERM, SIGINT, SIGHUP reach the window's loop through a pair of sockets.

A Python handler never runs inside Qt's loop by itself: the interpreter writes the signal's number into one
socket, and the loop wakes up for the other. Must not know what is done about it.
"""

import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal

KNOWN = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name))


class Signals(QObject):
    """Tells of a signal, in the thread of the windows."""

    caught = Signal(int)
    """The signal's number."""

    def __init__(self, parent: QObject) -> None:
        """Listen from now on; only in the main thread."""
        super().__init__(parent)
        self._here, self._there = socket.socketpair()
        for end in (self._here, self._there):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda: self._read())
        self._before = {one: signal.signal(one, lambda *_: None) for one in KNOWN}
        self._waker = signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)

    def close(self) -> None:
        """Listen no more; signals do again what they did."""
        signal.set_wakeup_fd(self._waker)
        for one, handler in self._before.items():
            signal.signal(one, handler)
        self._notifier.setEnabled(False)
        self._here.close()
        self._there.close()

    def _read(self) -> None:
        for number in self._here.recv(64):
            if number in KNOWN:
                self.caught.emit(number)
