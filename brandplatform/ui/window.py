"""One window on one open platform: its menus, its file, its closing.

Owns what each action of this document does; must not know other windows: what concerns them is passed in."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QMenuBar, QWidget

from brandplatform.storage.lock import Lock
from brandplatform.ui import files
from brandplatform.ui.deeds import Deeds
from brandplatform.ui.desk import Desk
from brandplatform.ui.keeping import Keeping
from brandplatform.ui.menus import Doing, Menus
from brandplatform.ui.notice import Notice
from brandplatform.ui.outlets import Outlets
from brandplatform.ui.preferences import Preferences
from brandplatform.ui.recorder import PATIENCE
from brandplatform.ui.screens import Screens
from brandplatform.ui.session import Session
from brandplatform.ui.spelling import Spelling

if TYPE_CHECKING:
    from brandplatform.ui.press import Printed

LEAST = (960, 600)
_TITLE = 80
"""Characters of a brand's name in the title of its window."""


class Window(QMainWindow):
    """A platform being written."""

    dropped = Signal(object)
    """The `Path` of a file that was dropped here."""
    filed = Signal()
    """The document has a file it did not have before."""
    closed = Signal()
    """It is over: the document is saved or given up."""
    stayed = Signal()
    """It was to close and does not: a person chose so, or the file could not be written."""

    like_asked = Signal()
    """Another platform is wanted that asks what this one asks."""
    put_off = False
    """Whether, once it is closed, a person wants to be back where one begins."""

    def __init__(
        self,
        desk: Desk,
        session: Session,
        preferences: Preferences,
        others: Callable[[QMainWindow], Mapping[str, Doing]],
        lock: Lock | None = None,
    ) -> None:
        """Show `session`; `others` gives the actions of the whole program; `lock` is on its file."""
        super().__init__()
        self.session, self._preferences, self._others = session, preferences, others
        self._path = session.path
        self._closing = False
        self.setMinimumSize(*LEAST)
        self.setAcceptDrops(True)
        self._restore_geometry()
        self.keeping = Keeping(self, session, preferences, lock)
        self.spelling = Spelling(self, session, preferences, desk)
        self.wear(desk)
        session.stack.undoTextChanged.connect(self._show_undo)
        session.stack.redoTextChanged.connect(self._show_undo)
        session.state_changed.connect(self._heed_file)
        session.changed.connect(self._show_title)
        session.saved.connect(self._go_on_closing)
        session.save_failed.connect(self._tell_failed)
        self.keeping.compare_asked.connect(self.show_compare)

    def wear(self, desk: Desk) -> None:
        """Show the document with these words and this look, where it was left."""
        session, now = self.session, self._preferences.now
        old = self.centralWidget()
        screens = Screens(desk, session, now.example)
        spot, screen, hidden, pages = None, "write", now.hidden, False
        splitter = now.splitter
        if isinstance(old, Screens):
            session.flush()
            spot, screen, splitter = old.place(), old.current, old.splitter_state()
            hidden, pages = old.hidden, old.panel_shown("pages")
        self.desk, self.screens = desk, screens
        self.keeping.wear(desk, screens.notice)
        self.outlets = Outlets(desk, session, self._preferences, self, lambda: self.notice)
        screens.restore(splitter, hidden, pages=pages)
        screens.show_section(spot.section if spot and spot.section else self._section_left())
        screens.guide.business_chosen.connect(lambda business: self._preferences.change(example=business))
        self.setCentralWidget(screens)
        self._fill_menus()
        screens.show_screen(screen)
        screens.turned.connect(self._show_actions)
        screens.turned.connect(self.spelling.turned)
        screens.export_asked.connect(self.outlets.export_as)
        screens.print_asked.connect(self._print)
        if spot is None or spot.place:
            screens.page.focus_place(spot.place if spot else "promise")
        self._show_title()

    @property
    def notice(self) -> Notice:
        """Where a sentence about the document can be read."""
        return self.screens.notice

    def _section_left(self) -> str:
        left = self._preferences.now.sections.get(self.session.platform.id, "")
        return left if self.session.framework.section(left) else "promise"

    # Menus

    def _fill_menus(self) -> None:
        bar = QMenuBar()
        self.deeds = Deeds(self.desk, self.session, self.screens, self._preferences, self)
        doing = {**self._own(), **self.deeds.doing(), **self._others(self)}
        self.menus = Menus(self.desk, bar, doing, mac=_mac())
        self.spelling.wear(self.desk, self.menus)
        self.setMenuBar(bar)  # the one before goes with its actions, so that no key is there twice
        for name in ("edit", "view", "platform"):
            self.menus.menus[name].aboutToShow.connect(self._show_actions)
        self._show_actions()

    def _own(self) -> Mapping[str, Doing]:
        return {
            "edit.spelling": self.spelling.toggle,
            "file.save": self.keeping.save,
            "file.save_as": self.keeping.save_as,
            "file.export": self.outlets.export,
            "file.archive": self.outlets.archive,
            "file.copy_bare": self.outlets.copy_bare,
            "file.print": self.preview,
            "file.print_promise": lambda: self.print_promise(),
            "file.close": self.close,
            "file.new_from": self.like_asked.emit,
            "review.merge": self.merge_copy,
            "platform.tray": self.open_tray,
            "platform.signoff": self.sign_off,
            "platform.review": self.read_again,
        }

    def _show_actions(self) -> None:
        self.deeds.show(self.menus)

    def _show_undo(self) -> None:
        self.deeds.show_undo(self.menus)

    # The file

    def _tell_failed(self, error: Exception) -> None:
        self._closing = False
        self.stayed.emit()
        self.keeping.tell_failed(error)

    def _heed_file(self) -> None:
        self._show_title()
        if self.session.path != self._path:
            self._path = self.session.path
            self.filed.emit()

    def _go_on_closing(self) -> None:
        """Close once the file is written; words written meanwhile are asked about."""
        if self._closing and not self.session.saving:
            self._closing = False
            self.close()

    def _show_title(self) -> None:
        brand = self.session.platform.brand.name or self.desk.words("common.untitled")
        short = brand if len(brand) <= _TITLE else f"{brand[: _TITLE - 1]}…"
        self.setWindowTitle(f"{short.replace('[*]', '[*][*]')}[*] — brandplatform")
        self.setWindowModified(self.session.modified)

    def preview(self) -> None:
        """Show the pages, from where they are printed."""
        self.screens.show_screen("preview")

    def print_promise(self, sheet: str = "") -> None:
        """Print the page of the promise once it is made, or a sheet of it."""
        from brandplatform.ui.preview import print_promise  # as above

        self.session.flush()
        print_promise(self.desk, self.session, sheet, self._print, self.notice)

    def _print(self, made: "Printed", pages: tuple[int, ...]) -> None:
        from brandplatform.ui.printing import Printing  # as above

        title = self.session.platform.brand.name or self.desk.words("doc.title")
        Printing(self.desk, self, self.notice, lambda: self.outlets.export_as(made.choices)).ask(
            made.pdf, made.sizes, pages, title
        )

    def open_tray(self) -> None:
        """Open what found no field beside the window, or bring it to the front."""
        from brandplatform.ui.tray import TrayDialog  # not before somebody looks for it

        self._beside(TrayDialog)

    def sign_off(self) -> None:
        """Open the sign-off beside the window, or bring it to the front."""
        from brandplatform.ui.signoff import SignDialog  # not before somebody signs

        self._beside(SignDialog)

    def read_again(self) -> None:
        """Open the reading beside the window, or bring it to the front."""
        from brandplatform.ui.review import ReviewDialog  # as above

        self._beside(ReviewDialog)

    def _beside(self, kind: Callable[[Desk, Session, QWidget], QDialog]) -> None:
        self.session.flush()
        dialogs = self.findChildren(QDialog)
        there = next((one for one in dialogs if type(one) is kind and one.isVisible()), None)
        dialog = there or kind(self.desk, self.session, self)
        dialog.show()
        dialog.activateWindow()

    def show_compare(self) -> None:
        """Show what is to be decided."""
        self.screens.show_place("compare", "conflicts")

    def merge_copy(self) -> None:
        """Ask for another copy of the platform, and show what it would change."""
        words, folder = self.desk.words, files.folder_of(self.session.path, self._preferences.now.folder)
        path = files.ask_open(self, words, folder)
        if path is not None:
            self.screens.compare_with(path)

    # Coming and going

    def _restore_geometry(self) -> None:
        self.resize(1280, 800)
        if state := self._preferences.now.window:
            self.restoreGeometry(QByteArray.fromBase64(state.encode("ascii", "ignore")))

    def _remember(self) -> None:
        now, platform = self._preferences.now, self.session.platform
        section = self.screens.page.current_section
        self._preferences.change(
            window=bytes(self.saveGeometry().toBase64().data()).decode("ascii"),
            splitter=self.screens.splitter_state(),
            sections={**now.sections, platform.id: section} if section else now.sections,
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about words in no file yet, and wait for a save under way."""
        self.session.flush()
        if self.session.saving:
            self._closing = True
            event.ignore()
        elif self.session.modified and self.session.writable and not self._may_go():
            event.ignore()
        else:
            self._remember()
            self.session.close()
            self.keeping.release()
            event.accept()
            self.closed.emit()

    def leave(self) -> bool:
        """Go at once, nothing asked: what is not saved is kept for the next start. False: a disk hangs."""
        self._remember()
        self.keeping.recorder.now()
        saved = self.session.close(PATIENCE)
        return self.keeping.leave() and saved

    def _may_go(self) -> bool:
        """Ask what to do with unsaved words; True when the window may go now."""
        answer = self.keeping.settle_unsaved()
        self._closing = answer == "save"
        if answer == "stay":
            self.stayed.emit()
        return answer == "discard"

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.keeping.look()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.dropped.emit(Path(url.toLocalFile()))


def _mac() -> bool:
    return sys.platform == "darwin"
