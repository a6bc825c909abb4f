"""The whole document written once, elsewhere: the archive with everything, or a platform to be handed on.

Owns the asking where and what is said of it; the document goes on living where it lives.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from brandplatform.document.library import Library
from brandplatform.document.model import Platform
from brandplatform.storage.onfile import same
from brandplatform.ui import exporting, files
from brandplatform.ui.desk import Desk
from brandplatform.ui.errand import Errand
from brandplatform.ui.notice import Notice, ways_to
from brandplatform.ui.preferences import Preferences
from brandplatform.ui.session import Session


class Handout(Struct, frozen=True):
    """One way to write the whole document: its suffix, keys of what is asked and said, and the writing."""

    suffix: str
    title: str
    kind: str
    said: str
    write: Callable[[Path, Platform, Library, Mapping[str, bytes]], None]


ARCHIVE = Handout(
    ".md", "dialog.archive_title", "dialog.filter_md", "export.archive_private", exporting.archive_to
)
BARE = Handout(
    files.SUFFIX, "dialog.bare_title", "dialog.filter_platform", "export.bare_without", exporting.bare_to
)


class HandoutWriter(QObject):
    """Asks where, writes away from the window, and tells how it went."""

    def __init__(
        self, desk: Desk, session: Session, preferences: Preferences, window: QWidget, notice: Notice
    ) -> None:
        super().__init__(window)
        self._desk, self._session, self._preferences = desk, session, preferences
        self._window, self._notice = window, notice
        self._errand = Errand(self)

    def ask(self, handout: Handout) -> None:
        """Ask where, and write there."""
        words, session = self._desk.words, self._session
        folder = files.folder_of(session.path, self._preferences.now.folder)
        name = files.file_name(session.platform.brand.name, words, handout.suffix)
        suggested = files.free(folder / name)
        path = files.ask_save(self._window, words(handout.title), words(handout.kind), suggested, words)
        if path is None:
            return
        if session.path is not None and same(path, session.path):
            self._notice.say(words("export.not_here"), [self._way_elsewhere(handout)], serious=True)
            return
        lock = files.lock_on(path, self._preferences.state_folder)
        if lock is not None and not lock.held:
            said = files.who_has(words, path, lock)
            self._notice.say(said, [self._way_elsewhere(handout)], serious=True)
            return
        if lock is not None:
            self._errand.done.connect(lambda _: lock.release())
            self._errand.failed.connect(lambda _: lock.release())
        platform, library, assets = session.platform, self._desk.library, session.assets
        self._errand.done.connect(lambda _: self._tell_done(handout, path))
        self._errand.failed.connect(lambda error: self._tell_failed(handout, error))
        self._errand.run(lambda: handout.write(path, platform, library, assets))

    def _way_elsewhere(self, handout: Handout) -> tuple[str, Callable[[], None]]:
        return self._desk.words("export.choose_place"), lambda: self.ask(handout)

    def _tell_done(self, handout: Handout, path: Path) -> None:
        words = self._desk.words
        said = f"{words('export.done', file=path.name)} {words(handout.said)}"
        self._notice.say(said, ways_to(self._desk, path))
        self.deleteLater()

    def _tell_failed(self, handout: Handout, error: Exception) -> None:
        said = files.sentence(self._desk.words, error, writing=True)
        self._notice.say(said, [self._way_elsewhere(handout)], serious=True)
