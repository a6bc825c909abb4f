"""The program without a display, its keys read from standard input: one word and one text a line.

Each line is answered with one line once the program has taken the key in; a key that opens a dialog is
answered at once, from inside it.
"""

import ast
import os
import sys
import threading
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from brandplatform.ui import app
from tests.ui.keys import type_into


class Keyboard(QObject):
    """Gives keys to whatever has the focus, in the thread of the window."""

    asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._do, Qt.ConnectionType.QueuedConnection)

    def read(self) -> None:
        """Read lines until standard input ends; runs in a thread of its own."""
        for line in sys.stdin:
            word, _, text = line.rstrip("\n").partition(" ")
            self.asked.emit(word, ast.literal_eval(text))

    def _do(self, word: str, text: str) -> None:
        doing: Mapping[str, Callable[[str], str]] = {
            "type": self._type,
            "press": self._press,
            "paste": self._paste,
            "window": lambda _text: self._title(),
            "shoot": self._shoot,
            "seen": lambda _text: self._seen(),
            "fail": self._fail,
        }
        if word in ("window", "shoot", "seen"):
            print(doing[word](text), flush=True)
            return
        # Answer from the loop, not after the key: a dialog's own loop runs inside the key.
        QTimer.singleShot(30, lambda: print("", flush=True))
        doing[word](text)

    def _front(self) -> QWidget | None:
        """Return the window in front; where there is no window manager, none is once a dialog has gone."""
        if (active := QApplication.activeWindow()) is not None:
            return active
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one.isWindow()]
        if shown:
            shown[-1].activateWindow()
            QTest.qWaitForWindowActive(shown[-1], 1000)
        return shown[-1] if shown else None

    def _target(self) -> QWidget | None:
        front = self._front()
        return QApplication.activePopupWidget() or QApplication.focusWidget() or front

    def _type(self, text: str) -> str:
        for letter in text:
            if target := self._target():
                type_into(target, letter)
        return ""

    def _press(self, chord: str) -> str:
        names = {"ctrl": "Ctrl", "shift": "Shift", "alt": "Alt"}
        written = "+".join(names.get(part, part) for part in chord.split("+"))
        pressed = QKeySequence(written)[0]
        if target := self._target():
            QTest.keyClick(target, pressed.key(), pressed.keyboardModifiers())
        return ""

    def _paste(self, text: str) -> str:
        QGuiApplication.clipboard().setText(text)
        return self._press("ctrl+v")

    def _fail(self, text: str) -> str:
        raise LookupError(f"something of ours, with words of theirs: {self._seen()}{text}")

    def _title(self) -> str:
        window = self._front()
        return window.windowTitle() if window else ""

    def _seen(self) -> str:
        window = self._front()
        labels = window.findChildren(QLabel) if window else []
        return "\t".join(label.text().replace("\n", " ") for label in labels if label.isVisible())

    def _shoot(self, file: str) -> str:
        if window := self._front():
            window.grab().save(file)
        return ""


def main() -> int:
    """Run the program with a keyboard made of standard input."""
    keyboard = Keyboard()
    threading.Thread(target=keyboard.read, daemon=True).start()
    return app.run(sys.argv[1] if len(sys.argv) > 1 else None)


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status)  # the reading thread waits for a line that never comes
