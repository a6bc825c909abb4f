"""What the menu of a box offers for a misspelt word: what may have been meant, and to leave it as it is.

Owns these entries, and what they do; must not know which words are misspelt. Suggestions come from a process
of their own, while the menu is open.
"""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu

from brandplatform.checks.spelling import CHECK
from brandplatform.checks.suggesting import suggester
from brandplatform.document import edit
from brandplatform.ui.commands import Spot
from brandplatform.ui.desk import Desk
from brandplatform.ui.errand import Errand
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.menus import written
from brandplatform.ui.preferences import Preferences
from brandplatform.ui.session import Session


class SpellingMenu(QObject):
    """The entries for one word, at the head of one menu."""

    spared = Signal()
    """The word is right from now on, in this document or for this person."""

    def __init__(
        self, menu: QMenu, desk: Desk, session: Session, preferences: Preferences, box: TypingBox
    ) -> None:
        super().__init__(menu)
        self._menu, self._desk, self._session = menu, desk, session
        self._preferences, self._box = preferences, box
        self._cursor = QTextCursor()
        self._waiting = QAction(desk.words("spelling.looking"), menu)
        self._waiting.setEnabled(False)
        self._errand = Errand(self)
        self._errand.done.connect(self._show)

    def open(self, cursor: QTextCursor, language: str) -> None:
        """Put the entries for the word that a cursor selects, and ask what may have been meant."""
        self._cursor = cursor
        word, words = cursor.selectedText(), self._desk.words
        add = QAction(words("spelling.add"), self._menu)
        add.triggered.connect(lambda: self._add(word))
        ignore = QAction(words("spelling.ignore"), self._menu)
        ignore.triggered.connect(lambda: self._ignore(word))
        rule = QAction(self._menu)
        rule.setSeparator(True)
        under = QAction(self._menu)
        under.setSeparator(True)
        there = self._menu.actions()
        entries = [self._waiting, rule, add, ignore, under]
        if there:
            self._menu.insertActions(there[0], entries)
        else:
            self._menu.addActions(entries)
        self._errand.run(partial(suggester().suggest, language, word))

    def _show(self, found: tuple[str, ...]) -> None:
        """Show what may have been meant in the place of what says that it is being looked for."""
        if not found:
            self._waiting.setText(self._desk.words("spelling.none"))
            return
        for one in found:
            action = QAction(written(one), self._menu)
            action.triggered.connect(lambda _=False, word=one: self._take(word))
            self._menu.insertAction(self._waiting, action)
        self._menu.removeAction(self._waiting)

    def _take(self, word: str) -> None:
        cursor = self._cursor
        self._box.write_over(cursor.selectionStart(), cursor.selectionEnd(), word)

    def _add(self, word: str) -> None:
        known = self._preferences.now.dictionary
        if word not in known:
            self._preferences.change(dictionary=(*known, word))
        self.spared.emit()

    def _ignore(self, word: str) -> None:
        session = self._session
        session.flush()
        after = edit.accept(session.platform, CHECK, word, "")
        session.edit(after, self._desk.words("undo.ignore_word"), Spot(place=""))
        self.spared.emit()
