"""Whether spelling is checked in one window: the switch in its menu, and the start of the checking.

Owns that nothing of it is loaded before the window has been idle, nor while it is switched off. Must not
know how a word is checked, nor how a line is drawn.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from brandplatform.ui.desk import Desk
from brandplatform.ui.menus import Menus
from brandplatform.ui.preferences import Preferences
from brandplatform.ui.session import Session

if TYPE_CHECKING:
    from brandplatform.ui.misspelt import Misspelt

AFTER = 1500
"""Milliseconds from a window's making to the first look: it has been idle long before."""
ENTRY = "edit.spelling"


class Spelling(QObject):
    """The spelling of one window."""

    def __init__(self, window: QWidget, session: Session, preferences: Preferences, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._session, self._preferences, self._desk = window, session, preferences, desk
        self._lines: Misspelt | None = None
        self._menus: Menus | None = None
        self._begun = False
        QTimer.singleShot(AFTER, self, self._begin)

    def wear(self, desk: Desk, menus: Menus) -> None:
        """Speak and draw as the window does from now on."""
        self._desk, self._menus = desk, menus
        menus.menus["edit"].aboutToShow.connect(self.show)
        self.show()
        if self._lines is not None:
            self._lines.wear(desk)

    @property
    def on(self) -> bool:
        """Whether it is wanted, and of use: what cannot be written in is not checked."""
        return self._preferences.now.spelling and self._session.writable

    @property
    def lines(self) -> "Misspelt":
        """Who looks at the words; begun with the first look."""
        from brandplatform.ui.misspelt import Misspelt  # with the words of a language it is 12 MB

        if self._lines is None:
            self._lines = Misspelt(self._window, self._session, self._preferences, self._desk)
            self._lines.looked.connect(self.show)
        return self._lines

    def _begin(self) -> None:
        self._begun = True
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self.turned)
        self.turned()

    def turned(self, *_: object) -> None:
        """Look before long, once nothing is written: other boxes are in sight, or another window had it."""
        if self._begun and (self.on or self._lines is not None):
            self.lines.wait()

    def toggle(self) -> None:
        """Switch it on or off, here and from now on; another window follows when it has the keyboard."""
        self._preferences.change(spelling=not self._preferences.now.spelling)
        self.show()
        if self.on or self._lines is not None:
            self.lines.look()

    def show(self) -> None:
        """Tick the entry of the menu; where there is no dictionary, say so there and nowhere else."""
        if self._menus is None or ENTRY not in self._menus.actions:
            return
        missing = self._lines is not None and self._session.language in self._lines.missing
        action, words = self._menus[ENTRY], self._desk.words
        action.setText(words("menu.edit.spelling_missing" if missing else "menu.edit.spelling"))
        action.setChecked(self.on and not missing)
        action.setEnabled(self._session.writable and not missing)
