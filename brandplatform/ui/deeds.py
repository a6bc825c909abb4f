"""What the menus of a window do to its document and its screens, and how they read as things stand.

Owns the doing behind the names of `menus.TABLE`; must not know files or dialogs: the window has those.
"""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QTextEdit

from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.proving import link_at
from brandplatform.ui.menus import Doing, Menus, written
from brandplatform.ui.preferences import Preferences
from brandplatform.ui.screens import SCREENS, Screens
from brandplatform.ui.session import Session


class Deeds:
    """The actions of one window, for as long as it wears one language."""

    def __init__(
        self, desk: Desk, session: Session, screens: Screens, preferences: Preferences, window: QMainWindow
    ) -> None:
        self._desk, self._session, self._screens = desk, session, screens
        self._preferences, self._window = preferences, window
        self._menus: Menus | None = None

    def doing(self) -> Mapping[str, Doing]:
        """Return what each entry of the menus does, by its name."""
        session, screens = self._session, self._screens
        return {
            **editing(session),
            "edit.bold": lambda: screens.page.mark(True),
            "edit.italic": lambda: screens.page.mark(False),
            "edit.find": self._find,
            "edit.go": self._go_to,
            "edit.next_point": screens.points.next,
            **{f"view.{screen}": partial(screens.show_screen, screen) for screen in SCREENS},
            "file.versions": partial(screens.show_screen, "compare"),
            "view.outline": lambda: self._toggle("outline"),
            "view.guide": lambda: self._toggle("guide"),
            "view.pages": self._toggle_pages,
            "view.full_screen": self._toggle_full_screen,
            "platform.brand": lambda: screens.show_place("brand", "brand.name"),
            "platform.languages": lambda: screens.show_place("brand", "languages"),
            "platform.previous_section": lambda: self._step(-1),
            "platform.next_section": lambda: self._step(1),
            "platform.settle": self._settle,
            "platform.put_away": self._put_away,
            "platform.new_draft": screens.page.new_draft,
            "platform.put_to_test": screens.page.put_to_test,
            "platform.link_proof": lambda: link_at(QApplication.focusWidget()),
            "platform.add_row": lambda: screens.change_row("add"),
            "platform.row_up": lambda: screens.change_row("up"),
            "platform.row_down": lambda: screens.change_row("down"),
            "platform.remove_row": lambda: screens.change_row("remove"),
        }

    def show(self, menus: Menus) -> None:
        """Tick and name the actions as things stand; keys stay live, so what cannot be done does nothing."""
        screens, platform = self._screens, self._session.platform
        self._menus = menus
        for screen in SCREENS:
            menus[f"view.{screen}"].setChecked(screens.current == screen)
        for panel in ("outline", "guide", "pages"):
            menus[f"view.{panel}"].setChecked(screens.panel_shown(panel))
        menus["view.full_screen"].setChecked(self._window.isFullScreen())
        section, words = screens.page.current_section, self._desk.words
        settled, away = section in platform.settled, section in platform.put_away
        menus["platform.settle"].setText(
            words("menu.platform.unsettle" if settled else "menu.platform.settle")
        )
        menus["platform.put_away"].setText(
            words("menu.platform.bring_back" if away else "menu.platform.put_away")
        )
        writes = self._session.writable and screens.current == "write"
        for name in ("settle", "put_away", "new_draft", "put_to_test", "link_proof"):
            menus[f"platform.{name}"].setEnabled(writes)
        rows = writes or (self._session.writable and screens.current == "actions")
        for name in ("add_row", "row_up", "row_down", "remove_row"):
            menus[f"platform.{name}"].setEnabled(rows)
        menus["file.save"].setEnabled(self._session.writable)
        self.show_undo(menus)

    def show_undo(self, menus: Menus) -> None:
        """Name what undo and redo would do."""
        name_undo(menus, self._session, self._desk)

    def _find(self) -> None:
        """Open the search beside the window, or bring it to the front."""
        from brandplatform.ui.search import SearchDialog  # not before somebody looks for something

        there = next((one for one in self._window.findChildren(SearchDialog) if one.isVisible()), None)
        dialog = there or SearchDialog(self._desk, self._session, self._window)
        dialog.show()
        dialog.activateWindow()
        dialog.keep_focus()

    def _go_to(self) -> None:
        """Offer every section and every action by its name."""
        from brandplatform.ui.goto import GoTo, goals  # not before somebody looks for one

        if self._menus is not None:
            self._session.flush()
            known = goals(self._desk, self._session, self._screens, self._menus)
            GoTo(self._desk, known, self._window).open()

    def _toggle(self, panel: str) -> None:
        self._screens.show_panel(panel, not self._screens.panel_shown(panel))
        self._preferences.change(hidden=self._screens.hidden)
        self._screens.turned.emit()

    def _toggle_pages(self) -> None:
        if self._screens.current != "write":
            self._screens.show_screen("write")
            self._screens.show_panel("pages", False)  # what was asked for is to see them
        self._toggle("pages")

    def _toggle_full_screen(self) -> None:
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()
        self._screens.turned.emit()

    def _step(self, by: int) -> None:
        self._screens.show_screen("write")
        self._screens.outline.step(by)

    def _settle(self) -> None:
        section = self._screens.page.current_section
        self._screens.page.settle(section not in self._session.platform.settled)

    def _put_away(self) -> None:
        section = self._screens.page.current_section
        self._screens.page.put_away(section not in self._session.platform.put_away)


def editing(session: Session) -> Mapping[str, Doing]:
    """Return what the menus do wherever one writes."""
    return {
        "edit.undo": session.undo,
        "edit.redo": session.redo,
        **{f"edit.{what}": partial(_in_box, what) for what in ("cut", "copy", "paste")},
    }


def name_undo(menus: Menus, session: Session, desk: Desk) -> None:
    """Name what undo and redo would do."""
    stack, words = session.stack, desk.words
    for name, text in (("undo", stack.undoText()), ("redo", stack.redoText())):
        said = words(f"undo.{name}", action=written(text)) if text else words(f"menu.edit.{name}")
        menus[f"edit.{name}"].setText(said)


def _in_box(what: str) -> None:
    box = QApplication.focusWidget()
    if isinstance(box, QPlainTextEdit | QLineEdit | QTextEdit):
        {"cut": box.cut, "copy": box.copy, "paste": box.paste}[what]()
