"""The window of the start screen.

Owns its menus and its size; what is asked for is told to whoever opened it."""

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QMenuBar

from brandplatform.resources import Words
from brandplatform.ui.desk import Desk
from brandplatform.ui.known import Known
from brandplatform.ui.menus import Doing, Menus
from brandplatform.ui.start import Start

_SIZE = (1200, 780)
LEAST = (900, 600)


class Welcome(QMainWindow):
    """The first thing a person sees, in a window of its own."""

    dropped = Signal(object)
    """The `Path` of a file that was dropped here."""
    built = Signal()
    """The screen is a new one: wire it again."""

    def __init__(
        self,
        desk: Desk,
        known: Callable[[], Sequence[Known]],
        examples: Callable[[Words], Mapping[str, Known]],
        others: Callable[[QMainWindow], Mapping[str, Doing]],
    ) -> None:
        """Show the start screen; `known` and `examples` give its cards, `others` the program's actions."""
        super().__init__()
        self._known, self._examples, self._others = known, examples, others
        self.setMinimumSize(*LEAST)
        self.resize(*_SIZE)
        self.setAcceptDrops(True)
        self.setWindowTitle("brandplatform")
        self.wear(desk)

    def wear(self, desk: Desk) -> None:
        """Show the screen with these words and this look; what was typed stays."""
        old = self.centralWidget()
        self.desk, self.start = desk, Start(desk, self._examples(desk.words))
        if isinstance(old, Start):
            self.start.show_answers(*old.answers)
        self.start.show_recent(self._known())
        bar = QMenuBar()
        doing = {**self._others(self), "file.close": self.close}
        self.menus = Menus(desk, bar, doing, mac=sys.platform == "darwin")
        self.setMenuBar(bar)
        self.setCentralWidget(self.start)
        self.start.take_focus()
        self.built.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.dropped.emit(Path(url.toLocalFile()))
