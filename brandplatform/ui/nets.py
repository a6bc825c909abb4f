"""Our own code failing inside Qt: the work is kept, a sentence, the trace on standard error; it goes on.

Must not know any window."""

import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from threading import current_thread, main_thread
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from brandplatform.resources import Words
from brandplatform.ui import question


class Net:
    """The one place exceptions nobody caught come to."""

    def __init__(self, words: Callable[[], Words], safeguard: Callable[[BaseException], object]) -> None:
        """`safeguard` keeps what is not saved, whatever happens next."""
        self._words, self._safeguard = words, safeguard
        self._telling = False

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Keep the work, print the trace; tell the person, once until they have read it."""
        if current_thread() is main_thread():
            self._safeguard(error)
        with suppress(OSError):  # the terminal it was started from may be gone
            traceback.print_exception(kind, error, trace)
        if not issubclass(kind, Exception):
            QApplication.quit()
        elif not self._telling and current_thread() is main_thread():
            self._telling = True
            QTimer.singleShot(0, self._tell)  # not from inside a paint or a key

    def _tell(self) -> None:
        words = self._words()
        said = f"{words('common.safe')} {words('error.unexpected')}"
        answers = (("on", words("common.understood")),)
        question.ask(QApplication.activeWindow(), words("error.title"), said, answers)
        self._telling = False


def catch_exceptions(words: Callable[[], Words], safeguard: Callable[[BaseException], object]) -> None:
    """Send what nobody caught to a net of its own."""
    sys.excepthook = Net(words, safeguard).catch
