"""Our own code failing inside Qt: a sentence, the trace on standard error, and the window stays.

Must not know any window."""

import sys
import traceback
from collections.abc import Callable
from threading import current_thread, main_thread
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from brandplatform.resources import Words
from brandplatform.ui import question


class Net:
    """The one place exceptions nobody caught come to."""

    def __init__(self, words: Callable[[], Words]) -> None:
        self._words = words
        self._telling = False

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Print the trace; tell the person, once until they have read it."""
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


def catch_exceptions(words: Callable[[], Words]) -> None:
    """Send what nobody caught to a net of its own."""
    sys.excepthook = Net(words).catch
