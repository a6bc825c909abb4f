"""The bar under the promise: the screens there are, and the language of the text.

Must not know what a screen shows."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from brandplatform.document import edit
from brandplatform.resources import LANGUAGES
from brandplatform.ui.commands import Spot
from brandplatform.ui.desk import Desk
from brandplatform.ui.menus import written
from brandplatform.ui.session import Changed, Session
from brandplatform.ui.switch import LanguageSwitch
from brandplatform.ui.tokens import LARGE, MEDIUM

_SIDE = 200
"""Least width of what stands on either side, so that the screens stay in the middle."""


class Bar(QWidget):
    """Write · Brand, and “text: FR | EN”."""

    chosen = Signal(str)
    """The screen a person turned to."""

    def __init__(self, desk: Desk, session: Session, screens: Sequence[str]) -> None:
        super().__init__()
        self._desk, self._session, self._screens = desk, session, tuple(screens)
        words = desk.words
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(words("screen.bar"))
        for screen in self._screens:
            self.tabs.addTab(written(words(f"screen.{screen}")))
        self.tabs.currentChanged.connect(lambda at: self.chosen.emit(self._screens[at]))
        self.switch = LanguageSwitch(desk, words("page.text_language_name"), words("page.text_language"))
        self.switch.chosen.connect(session.write_in)
        self.switch.added.connect(self.add_language)
        self._lay_out()
        session.changed.connect(self._heed)
        session.language_changed.connect(self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        for side in (left, right):
            side.setMinimumWidth(_SIDE)
        end = QHBoxLayout(right)
        end.setContentsMargins(0, 0, 0, 0)
        end.addStretch(1)
        end.addWidget(self.switch)
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, 0, MEDIUM, 0)
        row.addWidget(left, 1)
        row.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignHCenter)
        row.addWidget(right, 1)

    def show_screen(self, screen: str) -> None:
        """Put a screen's tab in front without telling anyone."""
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(self._screens.index(screen))

    def add_language(self, language: str) -> None:
        """Have the platform written in one more language, and turn to it."""
        session = self._session
        session.flush()
        after = edit.speak(session.platform, (*session.platform.languages, language))
        session.edit(after, self._desk.words("undo.languages"), Spot("languages"), origin=self)
        session.write_in(language)
        self.refresh()

    def _heed(self, change: Changed) -> None:
        if not change.spot.section:
            self.refresh()

    def refresh(self) -> None:
        """Show which languages the document is written in."""
        spoken = self._session.platform.languages
        more = next((one for one in LANGUAGES if one not in spoken), "")
        door = more if len(spoken) == 1 and self._session.writable else ""
        self.switch.show_languages(spoken, self._session.language, door)
