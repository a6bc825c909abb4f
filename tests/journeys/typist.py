"""The program with somebody who types in its promise and saves at times, to be killed: `typist.py SEED FILE`.

What is typed is told on standard output just before it is: `typed SECONDS LETTER`, or `saved SECONDS`. Knows
nothing of kills.
"""

import os
import random
import sys
import time

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from brandplatform.ui import app
from brandplatform.ui.fields.typing import TypingBox
from tests.ui.keys import type_into

PACES = (25, 60, 120, 200)
"""Milliseconds between two keys, from a hurried hand to a slow one."""
THINKING = 700
SAVES = 0.04
"""How many keys are Ctrl+S."""


class Typist(QObject):
    """One person at the keyboard, each at a pace of their own."""

    ready = Signal()

    def __init__(self, chance: random.Random) -> None:
        super().__init__()
        self._chance, self._pace = chance, chance.choice(PACES)
        self.ready.connect(self._begin, Qt.ConnectionType.QueuedConnection)
        self.ready.emit()  # heard once the program runs

    def _begin(self) -> None:
        self._next = QTimer(singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._next.timeout.connect(self._press)
        self._next.start(0)

    def _press(self) -> None:
        box = QApplication.focusWidget()
        if isinstance(box, TypingBox):
            self._one_key(box)
        thinks = self._chance.random() < 0.03
        self._next.start(THINKING if thinks else int(self._pace * self._chance.uniform(0.5, 1.5)))

    def _one_key(self, box: TypingBox) -> None:
        if self._chance.random() < SAVES:
            tell("saved")
            QTest.keyClick(box, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
            return
        letter = self._chance.choice("aaeeeiioulnrstpdé    .,")
        tell("typed", letter)
        type_into(box, letter)


def tell(what: str, letter: str = "") -> None:
    """Say something in one line that a kill cannot cut."""
    os.write(1, f"{what} {time.monotonic():.4f} {letter}\n".encode())


if __name__ == "__main__":
    typist = Typist(random.Random(int(sys.argv[1])))
    sys.exit(app.run(sys.argv[2]))
