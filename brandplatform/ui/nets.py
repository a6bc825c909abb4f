"""Our own code failing inside Qt: the work is kept, a sentence, the trace on standard error; it goes on.

Must not know any window."""

import platform
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from threading import current_thread, main_thread
from types import TracebackType

from PySide6.QtCore import QTimer, qVersion
from PySide6.QtWidgets import QApplication

from brandplatform import __version__
from brandplatform.resources import Words
from brandplatform.storage.journal import told
from brandplatform.ui import question


class Net:
    """The one place exceptions nobody caught come to."""

    def __init__(self, words: Callable[[], Words], safeguard: Callable[[BaseException], object]) -> None:
        """`safeguard` keeps what is not saved, whatever happens next."""
        self._words, self._safeguard = words, safeguard
        self._telling = self._keeping = False

    def catch(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Keep the work, print the trace; tell the person, once until they have read it."""
        if current_thread() is main_thread() and not self._keeping:  # keeping the work may fail the same way
            self._keeping = True
            try:
                self._safeguard(error)
            finally:
                self._keeping = False
        with suppress(OSError):  # the terminal it was started from may be gone
            traceback.print_exception(kind, error, trace)
        if not issubclass(kind, Exception):
            QApplication.quit()
        elif not self._telling and current_thread() is main_thread():
            self._telling = True
            QTimer.singleShot(0, lambda: self._tell(report(error)))  # not from inside a paint or a key

    def _tell(self, report: str) -> None:
        words = self._words()
        said = f"{words('common.safe')} {words('error.unexpected')}"
        answers = (("on", words("common.understood")), ("copy", words("error.copy_report")))
        if question.ask(QApplication.activeWindow(), words("error.title"), said, answers, "on") == "copy":
            QApplication.clipboard().setText(report)
        self._telling = False


def report(error: BaseException) -> str:
    """Return where the program failed and what it ran on; no word of a document."""
    parts = (
        f"brandplatform {__version__}",
        f"Python {platform.python_version()}",
        f"Qt {qVersion()}",
        sys.platform,
    )
    return f"{' · '.join(parts)}\n{told(error)}\n"


def catch_exceptions(words: Callable[[], Words], safeguard: Callable[[BaseException], object]) -> None:
    """Send what nobody caught to a net of its own."""
    sys.excepthook = Net(words, safeguard).catch
