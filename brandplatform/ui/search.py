"""Finding words anywhere in the platform (Ctrl+F), going to them, and putting others in their place.

Owns the dialog, which stays beside the window; `document.search` finds. All replaced is one step.
"""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from brandplatform.document.edit import on_one_line
from brandplatform.document.search import MOST, Find, find, replaced, replaced_at
from brandplatform.ui.commands import Spot
from brandplatform.ui.compareconflict import spot_of
from brandplatform.ui.comparesaid import Naming
from brandplatform.ui.desk import Desk
from brandplatform.ui.paper import in_a_row, lettered, quiet
from brandplatform.ui.session import Session
from brandplatform.ui.tokens import HAIR, MEDIUM, SMALL, TARGET, TIGHT

_SIZE = (560, 480)
_AROUND = 40
"""Letters shown on either side of what was found."""
_LATER = 150
"""Milliseconds after a key or an edit at which the platform is searched."""


class SearchDialog(QDialog):
    """What to find, what to put in its place, and where it stands."""

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None) -> None:
        super().__init__(parent)
        words = desk.words
        self._desk, self._session = desk, session
        self.found: list[Find] = []
        self.setWindowTitle(words("search.title"))
        self.resize(*_SIZE)
        self.wanted, self.by = QLineEdit(), QLineEdit()
        self.told = quiet(desk)
        self.list = QListWidget()
        self.list.setAccessibleName(words("search.found"))
        self.list.setWordWrap(True)
        self.list.setSpacing(HAIR // 2)
        self.replace = QPushButton(words("search.replace"))
        self.replace_all = QPushButton(words("search.replace_all"))
        for button in (self.replace, self.replace_all):
            button.setAutoDefault(False)
        self._due = QTimer(self, singleShot=True, interval=_LATER)
        self._lay_out()
        self._due.timeout.connect(self.search)
        self.wanted.textChanged.connect(lambda _: self._due.start())
        self.wanted.returnPressed.connect(self._next)
        self.list.itemActivated.connect(lambda _: self.go())
        self.list.itemClicked.connect(lambda _: self.go())
        self.replace.clicked.connect(self.replace_one)
        self.replace_all.clicked.connect(self.replace_everywhere)
        session.changed.connect(lambda _: self._due.start())
        session.language_changed.connect(lambda _: self._due.start())
        self.search()
        self.wanted.setFocus()

    def _lay_out(self) -> None:
        words = self._desk.words
        body = QVBoxLayout(self)
        body.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        body.setSpacing(HAIR)
        for key, box in (("wanted", self.wanted), ("by", self.by)):
            label = lettered(words(f"search.{key}"))
            label.setBuddy(box)
            box.setAccessibleName(words(f"search.{key}"))
            box.setMinimumHeight(TARGET)
            body.addWidget(label)
            body.addWidget(box)
            body.addSpacing(TIGHT)
        body.addWidget(self.told)
        body.addWidget(self.list, 1)
        body.addSpacing(TIGHT)
        body.addLayout(in_a_row(None, self.replace_all, self.replace, space=SMALL))

    @property
    def _naming(self) -> Naming:
        platform = self._session.platform
        return Naming(self._desk, self._session.framework, platform, platform)

    # Finding

    def search(self) -> None:
        """Find again, and stay as far down the list as before."""
        self._due.stop()
        session, words, at = self._session, self._desk.words, self.list.currentRow()
        session.flush()
        self.found = find(session.platform, session.language, self.wanted.text())
        naming = self._naming
        self.list.clear()
        for one in self.found:
            self.list.addItem(QListWidgetItem(f"{naming.name(one.path).whole}\n{_context(one)}"))
        self.list.setCurrentRow(min(max(at, 0), len(self.found) - 1))
        count = len(self.found)
        more = words("search.first", n=MOST) if count == MOST else words("search.count", n=count)
        self.told.setText(more if self.wanted.text().strip() else words("search.hint"))
        for button in (self.replace, self.replace_all):
            button.setEnabled(bool(self.found) and session.writable)

    def go(self) -> None:
        """Show where the words of the list stand."""
        at = self.list.currentRow()
        spot = spot_of(self._naming, self.found[at].path) if 0 <= at < len(self.found) else None
        if spot is not None:
            self._session.travelled.emit(spot)

    def _next(self) -> None:
        """Find at once, then go on to the next one with each Enter."""
        if self._due.isActive():
            self.search()
        elif self.found:
            self.list.setCurrentRow((self.list.currentRow() + 1) % len(self.found))
        self.go()

    # Replacing

    def replace_one(self) -> None:
        """Put other words in the place of those of the list."""
        at = self.list.currentRow()
        if 0 <= at < len(self.found):
            one = self.found[at]
            after = replaced_at(self._session.platform, one, on_one_line(self.by.text()))
            spot = spot_of(self._naming, one.path) or Spot("")
            self._session.edit(after, self._desk.words("undo.replace"), spot)
            self.search()

    def replace_everywhere(self) -> None:
        """Put other words in the place of all of them, as one step."""
        session = self._session
        session.flush()
        by = on_one_line(self.by.text())
        after = replaced(session.platform, session.language, self.wanted.text(), by)
        session.edit(after, self._desk.words("undo.replace"), Spot(""))
        self.search()

    def keep_focus(self) -> None:
        """Put the cursor where one types what to find."""
        self.wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.wanted.selectAll()


def _context(one: Find) -> str:
    """Return what was found with a few whole words around it, on one line."""
    before, after = one.text[: one.start][-_AROUND:], one.text[one.end :][:_AROUND]
    if len(before) < one.start:
        before = f"…{before.partition(' ')[2]}"
    if len(after) < len(one.text) - one.end:
        after = f"{after.rpartition(' ')[0]}…"
    return on_one_line(f"{before}{one.text[one.start : one.end]}{after}")
