"""Where a document is kept: save, save as, the lock on its file, and what went wrong.

Owns the file of one window; must not know what is written in it."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from brandplatform.document.change import diff, worth_showing
from brandplatform.document.merge import merge
from brandplatform.resources import Words
from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.storage.lock import Lock
from brandplatform.ui import files
from brandplatform.ui.commands import Spot
from brandplatform.ui.desk import Desk
from brandplatform.ui.notice import Notice, Way
from brandplatform.ui.preferences import Preferences
from brandplatform.ui.recorder import Recorder
from brandplatform.ui.session import ChangedElsewhere, Gone, Session


class Keeping(QObject):
    """The file of one document, as its window deals with it."""

    compare_asked = Signal()
    """A person wants to decide what two people changed in two ways."""

    def __init__(
        self, window: QWidget, session: Session, preferences: Preferences, lock: Lock | None
    ) -> None:
        """Keep `session` where it is; `lock` is the one on its file. Wear it before use."""
        super().__init__(window)
        self._window, self._session, self._preferences, self._lock = window, session, preferences, lock
        self.recorder = Recorder(session, preferences.state_folder)
        session.saved.connect(self._leave_note)
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
        """Let others open the file; what was kept of unsaved work goes."""
        self.recorder.close()
        self._free()

    def leave(self) -> None:
        """Let others open the file, at once; unsaved work is kept."""
        self.recorder.now()
        self.recorder.close(keep=self._session.modified)
        self._free()

    def _free(self) -> None:
        if self._lock is not None:
            self._lock.release()

    def tell_failed(self, error: Exception) -> None:
        """Say why a save did not happen, what is safe, and the ways out; what others wrote joins ours."""
        if isinstance(error, ChangedElsewhere) and error.there.platform.id == self._session.platform.id:
            self._unite(error)
            return
        words = self._words
        said = f"{files.sentence(words, error, writing=True)} {words('common.safe')}"
        ways: list[Way] = [(words("common.save_elsewhere"), self.save_as)]
        if isinstance(error, Gone):
            ways.append((words("file.write_again"), lambda: self._session.save(afresh=True)))
        elif self._session.path:
            ways.insert(0, (words("common.retry"), self.save))
        self._notice.say(said, ways, serious=True)

    def look(self) -> None:
        """See whether somebody else wrote the file since it was read or written here."""
        session, path = self._session, self._session.path
        if path is None or session.saving or not session.writable or not session.stale:
            return
        from brandplatform.ui.errand import Errand  # only where a file has changed

        errand = Errand(self)
        errand.done.connect(self._have_looked)
        errand.failed.connect(lambda _: session.have_read(all_of_it=False))  # a save will say what is wrong
        for over in (errand.done, errand.failed):
            over.connect(errand.deleteLater)
        errand.run(lambda: (path, container.load(path)))

    def _have_looked(self, found: tuple[Path, Kept]) -> None:
        path, there = found
        session = self._session
        if session.path != path or session.saving:
            return
        if there.platform == session.on_disk or there.platform.id != session.platform.id:
            session.have_read(all_of_it=False)
        elif there.writable:
            self._unite(ChangedElsewhere(str(path), session.on_disk, there))

    def _unite(self, error: ChangedElsewhere) -> None:
        """Merge what the file holds by now into the document, as one undo step, and save what is ours."""
        session, words, there = self._session, self._words, error.there
        session.flush()
        ours = session.modified
        last = there.history[-1] if there.history else None
        by, when = (last.by, last.when) if last else ("", "")
        before = session.platform
        if ours:
            session.keep_moment("merge")
        session.adopt(there)
        merged = merge(error.base, before, there.platform, by=by, when=when)
        if merged.platform != before:
            session.edit(merged.platform, words("undo.merge"), Spot(""))
        if ours:
            session.save()
        else:
            session.have_read(all_of_it=True)
        count = len(worth_showing(diff(before, replace(merged.platform, conflicts=before.conflicts))))
        said = [words("file.changed_by", who=by or words("file.somebody"))]
        said += [words("file.united", n=count)] if count else []
        ways: list[Way] = []
        if merged.conflicts:
            said.append(words("file.at_odds", n=len(merged.conflicts)))
            ways.append((words("file.decide"), self.compare_asked.emit))
        self._notice.say(" ".join(said), ways, serious=bool(merged.conflicts))

    def _leave_note(self) -> None:
        """Say beside a file that was not there before that it is open here."""
        if self._lock is not None:
            self._lock.leave_note()

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
        self._free()
        self._lock = lock
        return True
