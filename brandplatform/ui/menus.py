"""Every action of the program, once: its words, its keys, its menu.

Owns the table; must not know what an action does: a window passes that in, and gets only what it can do."""

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from brandplatform.ui.desk import Desk
from brandplatform.ui.known import Known

Doing = Callable[[], object]
_Key = QKeySequence.StandardKey
Keys = QKeySequence.StandardKey | str
Role = QAction.MenuRole


class Entry(Struct, frozen=True):
    """One action: its key in the catalogue under `menu.`, and the keys that do it."""

    name: str
    keys: tuple[Keys, ...] = ()
    elsewhere: tuple[Keys, ...] = ()
    """Keys on every system but macOS, where Alt writes letters."""
    checkable: bool = False
    role: Role = Role.NoRole


LINE = Entry("")
"""A rule between two groups of actions."""

TABLE: tuple[tuple[str, tuple[Entry, ...]], ...] = (
    ("file", (
        Entry("file.new", (_Key.New,)),
        Entry("file.new_from"),
        Entry("file.open", (_Key.Open,)),
        Entry("file.recent"),
        Entry("file.portfolio"),
        Entry("file.import"),
        LINE,
        Entry("file.save", (_Key.Save,)),
        Entry("file.save_as", (_Key.SaveAs, "Ctrl+Shift+S")),
        Entry("file.versions"),
        Entry("file.copy_bare"),
        Entry("file.export", ("Ctrl+E",)),
        Entry("file.archive"),
        LINE,
        Entry("file.print", (_Key.Print,)),
        Entry("file.print_promise"),
        LINE,
        Entry("file.close", ("Ctrl+W", _Key.Close)),
        Entry("file.quit", (_Key.Quit, "Ctrl+Q"), role=Role.QuitRole),
    )),
    ("edit", (
        Entry("edit.undo", (_Key.Undo,)),
        Entry("edit.redo", (_Key.Redo, "Ctrl+Y")),
        LINE,
        Entry("edit.cut"),
        Entry("edit.copy"),
        Entry("edit.paste"),
        LINE,
        Entry("edit.bold"),
        Entry("edit.italic"),
        LINE,
        Entry("edit.find", (_Key.Find,)),
        Entry("edit.go", ("Ctrl+K",)),
        Entry("edit.next_point", ("F7",)),
        Entry("edit.spelling", checkable=True),
    )),
    ("view", (
        Entry("view.write", ("Ctrl+1", "Ctrl+&"), checkable=True),
        Entry("view.interview", ("Ctrl+2", "Ctrl+É"), checkable=True),
        Entry("view.matrix", ("Ctrl+3", 'Ctrl+"'), checkable=True),
        Entry("view.actions", ("Ctrl+4", "Ctrl+'"), checkable=True),
        Entry("view.preview", ("Ctrl+5", "Ctrl+("), checkable=True),
        Entry("view.compare", ("Ctrl+6", "Ctrl+-"), checkable=True),
        Entry("view.brand", ("Ctrl+7", "Ctrl+È"), checkable=True),
        LINE,
        Entry("view.outline", checkable=True),
        Entry("view.guide", checkable=True),
        Entry("view.pages", checkable=True),
        Entry("view.full_screen", (_Key.FullScreen,), ("F11",), checkable=True),
        LINE,
        Entry("view.theme"),
        Entry("view.language"),
    )),
    ("platform", (
        Entry("platform.brand"),
        Entry("platform.languages"),
        LINE,
        Entry("platform.previous_section", (), ("Alt+Up",)),
        Entry("platform.next_section", (), ("Alt+Down",)),
        LINE,
        Entry("platform.settle"),
        Entry("platform.put_away"),
        LINE,
        Entry("platform.new_draft"),
        Entry("platform.put_to_test"),
        Entry("platform.link_proof"),
        LINE,
        Entry("platform.tray"),
        LINE,
        Entry("platform.signoff"),
        Entry("platform.review"),
        LINE,
        Entry("platform.add_row"),
        Entry("platform.row_up"),
        Entry("platform.row_down"),
        Entry("platform.remove_row"),
    )),
    ("review", (
        Entry("review.merge"),
    )),
    ("help", (
        Entry("help.examples"),
        Entry("help.keyboard", (_Key.HelpContents,)),
        Entry("help.about", role=Role.AboutRole),
    )),
)  # fmt: skip
"""Menu -> its entries, in order; recent files, languages and examples are menus of their own."""

SUBMENUS = ("file.recent", "view.theme", "view.language", "help.examples")
"""Entries that are menus of their own, filled when they are about to be seen."""

LIKE_TEXT: Mapping[str, Keys] = {
    "edit.cut": _Key.Cut,
    "edit.copy": _Key.Copy,
    "edit.paste": _Key.Paste,
    "edit.bold": _Key.Bold,
    "edit.italic": _Key.Italic,
    "platform.row_up": "Alt+Shift+Up",
    "platform.row_down": "Alt+Shift+Down",
}
"""Actions whose keys the box with the cursor answers itself: shown beside their names, taken from nobody."""


def sequences(entry: Entry, *, mac: bool) -> list[QKeySequence]:
    """Return the keys of an entry on this system, each once, the one to be shown first."""
    found: list[QKeySequence] = []
    for key in (*entry.keys, *(() if mac else entry.elsewhere)):
        many = [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
        found.extend(one for one in many if one not in found and not one.isEmpty())
    return found


class Menus(QObject):
    """The menu bar of one window and its actions by name."""

    def __init__(self, desk: Desk, bar: QMenuBar, doing: Mapping[str, Doing], *, mac: bool) -> None:
        """Fill `bar` with what `doing` can do; a menu with nothing to do is left out."""
        super().__init__(bar)
        self._desk, self._doing, self._mac = desk, doing, mac
        self.actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {}
        bar.clear()
        for name, entries in TABLE:
            self._add_menu(bar, name, entries)

    def __getitem__(self, name: str) -> QAction:
        return self.actions[name]

    def _add_menu(self, bar: QMenuBar, name: str, entries: Sequence[Entry]) -> None:
        menu = bar.addMenu(self._desk.words(f"menu.{name}_title"))
        self.menus[name] = menu
        for entry in entries:
            if not entry.name:
                menu.addSeparator()
            elif entry.name in self._doing:
                self._add(menu, entry)
        menu.setSeparatorsCollapsible(True)
        if all(action.isSeparator() for action in menu.actions()):
            menu.menuAction().setVisible(False)

    def _add(self, menu: QMenu, entry: Entry) -> None:
        text = self._desk.words(f"menu.{entry.name}")
        if entry.name in SUBMENUS:
            self.menus[entry.name] = menu.addMenu(text)
            self.menus[entry.name].aboutToShow.connect(self._doing[entry.name])
            return
        action = QAction(text, self)
        action.setMenuRole(entry.role)
        action.setCheckable(entry.checkable)
        action.setShortcuts(sequences(entry, mac=self._mac))
        action.triggered.connect(lambda _=False, do=self._doing[entry.name]: do())
        if (like := LIKE_TEXT.get(entry.name)) is not None:
            shown = QKeySequence(like).toString(QKeySequence.SequenceFormat.NativeText)
            action.setText(f"{text}\t{shown}")
        menu.addAction(action)
        self.actions[entry.name] = action

    def fill_examples(self, known: Mapping[str, Known], chosen: Callable[[str], object]) -> None:
        """Fill the menu of complete examples."""
        menu = self.menus["help.examples"]
        menu.clear()
        for name, one in known.items():
            action = menu.addAction(written(one.brand))
            action.triggered.connect(lambda _=False, name=name: chosen(name))

    def fill_choice(self, name: str, known: Sequence[str], now: str, chosen: Callable[[str], object]) -> None:
        """Fill the menu `view.name` with what one may choose from, what is chosen now ticked."""
        menu = self.menus[f"view.{name}"]
        menu.clear()
        group = QActionGroup(menu)
        for one in known:
            action = menu.addAction(self._desk.words(f"menu.{name}.{one}"))
            action.setCheckable(True)
            action.setChecked(one == now)
            action.triggered.connect(lambda _=False, one=one: chosen(one))
            group.addAction(action)


def written(text: str) -> str:
    """Return text for a menu, where `&` marks a letter to press."""
    return text.replace("&", "&&")


def unmarked(text: str) -> str:
    """Return a text of a menu as it is read."""
    return "&".join(part.replace("&", "") for part in text.split("&&"))


def key_list(desk: Desk, *, mac: bool) -> list[tuple[str, str]]:
    """Return (action, keys) for every action that has keys, in the order of the menus."""
    rows: list[tuple[str, str]] = []
    native = QKeySequence.SequenceFormat.NativeText
    for _, entries in TABLE:
        for entry in entries:
            like = LIKE_TEXT.get(entry.name)
            keys = [QKeySequence(like)] if like is not None else sequences(entry, mac=mac)[:1]
            if keys:
                name = unmarked(desk.words(f"menu.{entry.name}")).rstrip("…")
                rows.append((name, keys[0].toString(native)))
    return rows
