"""When Python's garbage is taken: by the thread of the windows, and never by one that writes a file.

Widgets in a cycle are garbage like any other. Left to whichever thread allocates, they may be taken down by
another one than theirs, and that ends the program. Must not know what is collected.
"""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 1000
"""Milliseconds between two looks."""


class Garbage(QObject):
    """Takes garbage in the thread it was made in, from now on the only one to do so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(take_due)
        timer.start(EVERY)


def take_due() -> None:
    """Collect the oldest generation that Python itself would collect now, or nothing."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, most) in enumerate(counts) if count > most]
    if due:
        gc.collect(due[-1])
