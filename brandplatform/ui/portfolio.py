"""The window of my platforms: a folder as cards, read anew whenever the window comes to the front.

Owns which folder it is and which cards are known; what opening a file does is passed in."""

import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenuBar

from brandplatform.document.library import Library
from brandplatform.storage.portfolio import Found
from brandplatform.ui import files
from brandplatform.ui.desk import Desk
from brandplatform.ui.menus import Doing, Menus
from brandplatform.ui.notice import Notice
from brandplatform.ui.portfoliocards import Card, card
from brandplatform.ui.portfolioreading import Reading
from brandplatform.ui.portfolioview import PortfolioView
from brandplatform.ui.preferences import Preferences

_SIZE = (1120, 780)
LEAST = (900, 600)


class Portfolio(QMainWindow):
    """The platforms of one folder."""

    def __init__(
        self,
        desk: Desk,
        library: Library,
        preferences: Preferences,
        open_file: Callable[[Path], object],
        others: Callable[[QMainWindow], Mapping[str, Doing]],
    ) -> None:
        """Show the folder of `preferences`; `others` gives the actions of the whole program."""
        super().__init__()
        self._preferences, self._open_file, self._others = preferences, open_file, others
        self._cards: dict[Path, Card] = {}
        self._said = ""
        self.reading = Reading(library, self)
        self.reading.listed.connect(self._list)
        self.reading.failed.connect(self._tell_failed)
        self.reading.read.connect(self._take)
        self.reading.done.connect(self._show)
        self._fresh = True
        self.setMinimumSize(*LEAST)
        self.resize(*_SIZE)
        self.wear(desk)

    @property
    def folder(self) -> Path:
        """The folder that is shown: the one chosen, else where one was last, else the documents."""
        now = self._preferences.now
        return Path(now.portfolio) if now.portfolio else files.folder_of(None, now.folder)

    @property
    def notice(self) -> Notice:
        """Where a sentence about a file can be read."""
        return self.view.notice

    def wear(self, desk: Desk) -> None:
        """Show the folder with these words and this look; what was looked for stays."""
        old = self.centralWidget()
        self.desk, self.view = desk, PortfolioView(desk)
        if isinstance(old, PortfolioView):
            self.view.sought.setText(old.sought.text())
            self.view.order.setCurrentIndex(old.order.currentIndex())
        self.view.opened.connect(self._open_file)
        self.view.choose_asked.connect(self.choose)
        self.setWindowTitle(f"{desk.words('portfolio.title')} — brandplatform")
        bar = QMenuBar()
        doing = {**self._others(self), "file.close": self.close, "edit.find": lambda: self.view.seek()}
        self.menus = Menus(desk, bar, doing, mac=sys.platform == "darwin")
        self.setMenuBar(bar)
        self.setCentralWidget(self.view)
        self._show()
        self.view.take_focus()

    # The folder

    def choose(self) -> None:
        """Ask for a folder, and show it from now on."""
        folder = files.ask_folder(self, self.desk.words, self.folder)
        if folder is not None:
            self.show_folder(folder)

    def show_folder(self, folder: Path) -> None:
        """Show a folder from now on; a name that is no Unicode is not remembered."""
        with suppress(UnicodeEncodeError):
            str(folder).encode()
            self._preferences.change(portfolio=str(folder))
            self._cards, self._fresh = {}, True
            self.look()

    def look(self) -> None:
        """Look into the folder again: what has not been written since is not read again."""
        self.reading.look(self.folder)

    def _list(self, found: tuple[Found, ...]) -> None:
        """Show the names at once, and have what is new read."""
        before, self._said = self._cards, ""
        self._cards = {one.path: before.get(one.path) or card(one) for one in found}
        known = {one.found for one in self._cards.values() if one.summary is not None}
        new = [one for one in found if one not in known]
        self.view.show_folder(self.folder)
        self.view.show_cards(self._cards.values(), len(new))
        if self._fresh:
            self._fresh = False
            self.view.take_focus()
        self.reading.want(new)

    def _take(self, made: Card) -> None:
        self._cards[made.found.path] = made
        self.view.renew(made, self.reading.left)

    def _tell_failed(self, error: Exception) -> None:
        gone = isinstance(error, FileNotFoundError | NotADirectoryError)
        self._cards, self._said = {}, "error.no_folder" if gone else "portfolio.unreadable"
        self._show()

    def _show(self) -> None:
        self.view.show_folder(self.folder)
        if self._said:
            self.view.show_nothing(self.desk.words(self._said))
        elif self._cards or not self._fresh:
            self.view.show_cards(self._cards.values(), self.reading.left)

    # Coming and going

    def changeEvent(self, event: QEvent) -> None:
        """Look again on coming to the front; read nothing while somebody writes in another window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            if self.isActiveWindow():
                self.look()
            else:
                self.reading.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.reading.stop()
        super().closeEvent(event)
