"""A program started to be measured: a bare window, or ours on a file; says when it is idle and how big it is.

Idle: the promise is painted in the strip, the open section's box holds its text and has taken a key, and Qt
has nothing left to do. Run as a script: `started.py bare` or `started.py ours FILE`.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication, QMainWindow


def settle() -> None:
    """Let Qt do everything it has to do."""
    loop = QEventLoop()
    while loop.processEvents():
        continue


def bare() -> None:
    """Show a window with nothing in it."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.show()
    settle()
    assert window.isVisible()
    report()
    app.quit()


def ours(file: str) -> None:
    """Show our window on a file, and type into it."""
    from brandplatform.ui import app

    class Shown(app.Program):
        def begin(self, path: Path | None) -> None:
            super().begin(path)
            settle()
            type_into(self)
            report()
            os._exit(0)

    app.Program = Shown
    app.run(file)


def type_into(house: object) -> None:
    """Type one letter where the cursor is, and see that it got there."""
    from PySide6.QtTest import QTest

    from brandplatform.ui.fields.typing import TypingBox

    box = QApplication.focusWidget()
    assert isinstance(box, TypingBox)
    before = box.text
    assert before
    QTest.keyClicks(box, "x")
    settle()
    assert len(box.text) == len(before) + 1


def report() -> None:
    """Tell the parent, with the memory in use in KiB."""
    print(memory(), flush=True)


def memory() -> int:
    """Return the resident memory of this process in KiB."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(row for row in status.read_text().splitlines() if row.startswith("VmRSS"))
        return int(line.split()[1])
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        ours(sys.argv[2])
