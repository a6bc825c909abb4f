"""How the window comes up: Qt, its look, and the program on the file that was asked for.

Owns the start; must not know what happens afterwards."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from brandplatform.ui import theme
from brandplatform.ui.garbage import Garbage
from brandplatform.ui.icons import app_icon
from brandplatform.ui.nets import catch_exceptions
from brandplatform.ui.preferences import Preferences
from brandplatform.ui.program import Program
from brandplatform.ui.signals import Signals

YIELD = 0.001
"""Seconds after which a thread that checks or lays out gives way to the keys; a fifth of what is usual."""


class Application(QApplication):
    """Qt's application; on macOS the system asks it to open files."""

    file_asked = Signal(object)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_asked.emit(Path(event.file()))
            return True
        return super().event(event)


def run(path: str | None) -> int:
    """Open the window, on a file or on the start screen, and return when the last one is closed."""
    sys.setswitchinterval(YIELD)
    app = Application(sys.argv[:1])
    Garbage(app)
    app.setApplicationName("brandplatform")
    app.setDesktopFileName("brandplatform")
    app.setWindowIcon(app_icon())
    preferences = Preferences()
    theme.install(app, theme.tokens_for(preferences.now.theme, app))
    program = Program(app, preferences, os.environ)
    catch_exceptions(lambda: program.desk.words, program.safeguard)
    app.commitDataRequest.connect(lambda _: program.safeguard(), Qt.ConnectionType.DirectConnection)
    signals = Signals(app)  # before the first file is held: who ends us then is to let it go
    signals.caught.connect(program.leave)
    app.file_asked.connect(program.open_file)
    program.begin(Path(path).absolute() if path else None)
    status = app.exec()
    signals.close()
    if program.hangs:
        os._exit(status)  # leaving in good order would wait for that disk
    return status
