"""Going anywhere by its name (Ctrl+K): every section and every action, found by a few letters.

Owns the list and how it is searched; must not know what an action does.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from brandplatform.checks.text import folded
from brandplatform.publish.typography import typeset
from brandplatform.ui.desk import Desk
from brandplatform.ui.menus import Menus, unmarked
from brandplatform.ui.paper import lettered
from brandplatform.ui.screens import Screens
from brandplatform.ui.session import Session
from brandplatform.ui.theme import LABEL
from brandplatform.ui.tokens import MEDIUM, SMALL, TARGET, TIGHT

_SIZE = (520, 460)
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Goal(Struct, frozen=True):
    """Somewhere to go, or something to do."""

    title: str
    where: str
    """The group of a section, the menu of an action; the keys that do it, where there are any."""
    go: Callable[[], object]


def goals(desk: Desk, session: Session, screens: Screens, menus: Menus) -> tuple[Goal, ...]:
    """Return every section, people first, then every action that can be done now."""
    language = desk.words.language

    def named(titles: Mapping[str, str]) -> str:
        return typeset(titles[language], language)

    sections = (
        Goal(named(section.title), named(group.title), partial(screens.show_section, section.id))
        for group in session.framework.groups
        for section in group.sections
    )
    actions = (
        Goal(
            unmarked(action.text().partition("\t")[0]).rstrip("…"), _where(desk, name, action), action.trigger
        )
        for name, action in menus.actions.items()
        if action.isEnabled() and name != "edit.go"
    )
    return (*sections, *actions)


def _where(desk: Desk, name: str, action: QAction) -> str:
    """Return the keys of an action, or the menu it stands in."""
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return keys or unmarked(desk.words(f"menu.{name.partition('.')[0]}_title"))


def matching(known: Sequence[Goal], typed: str) -> list[Goal]:
    """Return the goals that hold every word that was typed, those that begin with it first.

    Accents and capitals make no difference.
    """
    words = folded(typed.strip()).split()
    if not words:
        return list(known)
    found = [goal for goal in known if all(word in folded(goal.title) for word in words)]
    return sorted(found, key=lambda goal: not folded(goal.title).startswith(words[0]))


class GoTo(QDialog):
    """One line to type in, and what it finds."""

    def __init__(self, desk: Desk, known: Sequence[Goal], parent: QWidget | None) -> None:
        super().__init__(parent)
        words = desk.words
        self._known, self.found = known, list(known)
        self.setWindowTitle(words("goto.title"))
        self.resize(*_SIZE)
        self.line = QLineEdit()
        self.line.setPlaceholderText(words("goto.hint"))
        self.line.setAccessibleName(words("goto.title"))
        self.line.setMinimumHeight(TARGET)
        self.line.textChanged.connect(self._search)
        self.line.returnPressed.connect(self.go)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(words("goto.found"))
        self.list.itemActivated.connect(lambda _: self.go())
        self.list.itemClicked.connect(lambda _: self.go())
        self._none = lettered(words("goto.none"), LABEL)
        body = QVBoxLayout(self)
        body.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        body.setSpacing(SMALL)
        body.addWidget(self.line)
        body.addWidget(self._none)
        body.addWidget(self.list, 1)
        body.setSpacing(TIGHT)
        self._search("")
        self.line.setFocus()

    def go(self) -> None:
        """Go where the list is, once this is out of the way."""
        at = self.list.currentRow()
        if 0 <= at < len(self.found):
            goal = self.found[at]
            self.accept()
            goal.go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _search(self, typed: str) -> None:
        self.found = matching(self._known, typed)
        self.list.clear()
        for goal in self.found:
            item = QListWidgetItem(f"{goal.title}   ·   {goal.where}" if goal.where else goal.title)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{goal.title}, {goal.where}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._none.setVisible(not self.found)
