"""The window of somebody on the short path; the whole platform opens in it when they ask for it.

Owns coming back to the step one left, and saving without asking; must not know what a step shows.
"""

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QMenuBar

from brandplatform.checks.finding import TO_DISCUSS, Finding
from brandplatform.document.model import Platform
from brandplatform.storage.atomic import write_atomically
from brandplatform.storage.lock import Lock
from brandplatform.ui import files
from brandplatform.ui.deeds import editing, name_undo
from brandplatform.ui.desk import Desk
from brandplatform.ui.menus import Doing, Menus
from brandplatform.ui.notice import Notice, ways_to
from brandplatform.ui.outlets import Outlets
from brandplatform.ui.preferences import Preferences
from brandplatform.ui.session import Session
from brandplatform.ui.shortpath import ShortPath
from brandplatform.ui.shortpath_steps import STEPS
from brandplatform.ui.window import Window

if TYPE_CHECKING:
    from brandplatform.ui.press import Printed

_NOT_HERE = ("file.new", "file.new_from", "file.import")
"""Actions of the program that speak of what nobody on the short path has met."""


class PathWindow(Window):
    """A platform begun with four questions."""

    def __init__(
        self,
        desk: Desk,
        session: Session,
        preferences: Preferences,
        others: Callable[[QMainWindow], Mapping[str, Doing]],
        lock: Lock | None = None,
        step: str = STEPS[0],
    ) -> None:
        """Show `session` at a step; the rest is as in `Window`."""
        self.on_path, self._step = True, step
        self._failed = False
        super().__init__(desk, session, preferences, others, lock)

    # Which of the two is shown

    def wear(self, desk: Desk) -> None:
        """Show the step in front, or the whole platform once it was opened."""
        if not self.on_path:
            super().wear(desk)
            return
        self.session.flush()
        self.desk = desk
        self.path = ShortPath(desk, self.session, self._step, self._preferences.now.example, self._found)
        self.keeping.wear(desk, self.path.notice)
        self.outlets = Outlets(desk, self.session, self._preferences, self, lambda: self.notice)
        self.path.turned.connect(self._turned)
        self.path.turned.connect(self.spelling.turned)
        self.path.left.connect(self._leave)
        self.path.gone.connect(self.open_whole)
        self.path.print_asked.connect(lambda what: self.print_promise("card" if what == "card" else ""))
        self.path.business_chosen.connect(lambda one: self._preferences.change(example=one))
        self.setCentralWidget(self.path)
        self._fill_menus()
        self._show_title()

    @property
    def notice(self) -> Notice:
        """Where a sentence about the document can be read."""
        return self.path.notice if self.on_path else self.screens.notice

    def open_whole(self, section: str, place: str) -> None:
        """Open the whole platform in this window, at a place of it."""
        self.session.flush()
        self.on_path = False
        left = self._preferences.now.paths
        kept = {name: step for name, step in left.items() if name != self.session.platform.id}
        self._preferences.change(paths=kept)
        self.wear(self.desk)
        self.screens.show_section(section)
        QTimer.singleShot(0, self.screens.page, lambda: self.screens.page.focus_place(place))

    def _found(self, platform: Platform, field: str, language: str) -> Sequence[Finding]:
        """Return what is to discuss in a field; hints are for those who have longer."""
        from brandplatform.checks.guide import Guide, shared_lexicons  # not before somebody is asked

        guide = Guide(self.session.framework, self.desk.library, shared_lexicons(), self.desk.words)
        found = guide.field(platform, field, language)
        return tuple(one for one in found if one.severity == TO_DISCUSS and one.field == field)

    # Menus

    def _fill_menus(self) -> None:
        if not self.on_path:
            super()._fill_menus()
            return
        others = {name: do for name, do in self._others(self).items() if name not in _NOT_HERE}
        doing = {
            "edit.spelling": self.spelling.toggle,
            "file.save": self.keeping.keep,
            "file.print_promise": lambda: self.print_promise(),
            "file.close": self.close,
            **editing(self.session),
            **others,
        }
        bar = QMenuBar()
        self.menus = Menus(self.desk, bar, doing, mac=sys.platform == "darwin")
        self.spelling.wear(self.desk, self.menus)
        self.setMenuBar(bar)
        self._show_undo()

    def _show_actions(self) -> None:
        if not self.on_path:
            super()._show_actions()

    def _show_undo(self) -> None:
        name_undo(self.menus, self.session, self.desk)

    # On paper

    def _print(self, made: "Printed", pages: tuple[int, ...]) -> None:
        """Print; on the short path, where there is no printer, the pages are a PDF beside the file."""
        from brandplatform.ui.printing import has_printer  # not before somebody prints

        if not self.on_path or has_printer():
            super()._print(made, pages)
            return
        name = self.session.platform.brand.name
        what = self.desk.words("path.cards_file" if made.choices.sheet else "path.page_file", brand=name)
        folder = self.session.path.parent if self.session.path else files.documents()
        path = files.free(folder / files.file_name(what, self.desk.words, ".pdf"))
        try:
            write_atomically(path, made.pdf)
        except OSError as error:
            self.notice.say(files.sentence(self.desk.words, error, writing=True), serious=True)
            return
        said = self.desk.words("path.no_printer", file=path.name, folder=path.parent.name)
        self.notice.say(said, ways_to(self.desk, path))

    # The file

    def show_compare(self) -> None:
        """Show what is to be decided, for which the whole platform opens."""
        if self.on_path:
            self.open_whole("promise", "")
        super().show_compare()

    def _turned(self, step: str) -> None:
        """Remember the step, and write what was said so far."""
        self._step = step
        self._remember()
        if self.session.modified and self.session.writable:
            self.keeping.keep()

    def _leave(self) -> None:
        self.put_off = True
        self.close()

    def _tell_failed(self, error: Exception) -> None:
        self._failed, self.put_off = True, False
        super()._tell_failed(error)

    def _remember(self) -> None:
        if not self.on_path:
            super()._remember()
            return
        now = self._preferences.now
        window = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self._preferences.change(window=window, paths={**now.paths, self.session.platform.id: self._step})

    def closeEvent(self, event: QCloseEvent) -> None:
        """Write what was said without asking; ask only where that did not succeed."""
        session = self.session
        session.flush()
        if self.on_path and session.modified and session.writable and not (session.saving or self._failed):
            self.keeping.keep()
        self._failed = False
        super().closeEvent(event)
