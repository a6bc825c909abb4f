"""Where a document is kept: save, save as, the lock on its file, and what went wrong.

Owns the file of one window; must not know what is written in it."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from brandplatform.resources import Words
from brandplatform.storage.lock import Lock
from brandplatform.ui import files
from brandplatform.ui.desk import Desk
from brandplatform.ui.notice import Notice
from brandplatform.ui.preferences import Preferences
from brandplatform.ui.session import Session


class Keeping(QObject):
    """The file of one document, as its window deals with it."""

    def __init__(
        self, window: QWidget, session: Session, preferences: Preferences, lock: Lock | None
    ) -> None:
        """Keep `session` where it is; `lock` is the one on its file. Wear it before use."""
        super().__init__(window)
        self._window, self._session, self._preferences, self._lock = window, session, preferences, lock
        self._first: Path | None = None  # where `keep` began to write: no other name is taken

    def wear(self, desk: Desk, notice: Notice) -> None:
        """Speak with these words, in this place."""
        self._words, self._notice = desk.words, notice

    def save(self) -> None:
        """Write the document where it lives; ask where, the first time."""
        if not self._session.writable:
            self._refuse()
        elif self._session.path is None:
            self.save_as()
        else:
            self._session.save()

    def save_as(self) -> bool:
        """Ask where, and write there from now on; False when nothing was begun."""
        session, words = self._session, self._words
        if not session.writable:
            self._refuse()
            return False
        session.flush()
        folder = files.folder_of(session.path, self._preferences.now.folder)
        suggested = session.path or folder / files.file_name(session.platform.brand.name, words)
        title, kind = words("dialog.save_title"), words("dialog.filter_platform")
        path = files.ask_save(self._window, title, kind, suggested, words)
        if path is None or not self._take(path):
            return False
        session.save(path)
        return True

    def keep(self) -> None:
        """Write where the document lives, at first under the brand's name in the documents: nothing is asked.

        A file that is there is never replaced.
        """
        session, words = self._session, self._words
        if not session.writable:
            self._refuse()
        elif session.path is not None:
            session.save()
        else:
            self._first = self._first or self._place(words)
            if self._first is not None:
                session.save(self._first)

    def _place(self, words: Words) -> Path | None:
        """Return where to write first, held for us; None, with a sentence, when it cannot be held."""
        named = files.documents() / files.file_name(self._session.platform.brand.name, words)
        path = files.free(named)
        return path if self._take(path) else None

    def settle_unsaved(self) -> str:
        """Ask what to do with unsaved words and begin it: `save` (under way), `discard` or `stay`."""
        answer = files.ask_unsaved(self._window, self._words, self._session.platform.brand.name)
        if answer == "save" and self._session.path is None:
            return "save" if self.save_as() else "stay"
        if answer == "save":
            self._session.save()
        return answer

    def release(self) -> None:
        """Let others open the file."""
        if self._lock is not None:
            self._lock.release()

    def tell_failed(self, error: Exception) -> None:
        """Say why a save did not happen, what is safe, and the ways out."""
        words = self._words
        said = f"{files.sentence(words, error, writing=True)} {words('common.safe')}"
        ways = [(words("common.retry"), self.save), (words("common.save_elsewhere"), self.save_as)]
        self._notice.say(said, ways if self._session.path else ways[1:], serious=True)

    def _refuse(self) -> None:
        self._notice.say(self._words("error.read_only_save"), serious=True)

    def _take(self, path: Path) -> bool:
        """Lock the file that is going to be written; False, with a sentence, when it is open elsewhere."""
        if self._session.path == path and self._lock is not None:
            return True
        lock = files.lock_on(path, self._preferences.state_folder)
        if lock is not None and not lock.held:
            self._notice.say(self._words("error.open_elsewhere", file=path.name), serious=True)
            return False
        self.release()
        self._lock = lock
        return True
