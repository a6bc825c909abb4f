"""Where a document is kept: save, save as, the lock on its file, and what went wrong.

Owns the file of one window; must not know what is written in it."""

import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.storage.lock import Lock
from brandplatform.storage.onfile import ChangedElsewhere, Gone, Known
from brandplatform.ui import files
from brandplatform.ui.commands import Spot
from brandplatform.ui.desk import Desk
from brandplatform.ui.notice import Notice, Way
from brandplatform.ui.preferences import Preferences
from brandplatform.ui.recorder import Recorder
from brandplatform.ui.session import Session


class Keeping(QObject):
    """The file of one document, as its window deals with it."""

    compare_asked = Signal()
    """A person wants to decide what two people changed in two ways."""

    def __init__(
        self, window: QWidget, session: Session, preferences: Preferences, lock: Lock | None
    ) -> None:
        """Keep `session` where it is; `lock` is the one on its file. Wear it before use."""
        super().__init__(window)
        self._window, self._session, self._preferences = window, session, preferences
        self._locks: dict[str, Lock | None] = {}
        if session.path is not None:
            self._locks[os.path.realpath(session.path)] = lock
        self.recorder = Recorder(session, preferences.state_folder)
        session.saved.connect(self._settle_locks)
        session.save_failed.connect(lambda _: self._settle_locks())

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
        return path is not None and self._save_to(path)

    def keep(self) -> None:
        """Write where the document lives, at first under the brand's name in the documents: nothing is asked.

        A file that is there is never replaced.
        """
        session, words = self._session, self._words
        if not session.writable:
            self._refuse()
        elif session.path is not None or session.saving:
            session.save()
        else:
            self._save_to(files.free(files.documents() / files.file_name(session.platform.brand.name, words)))

    def _save_to(self, path: Path, *, over: bool = False) -> bool:
        """Write to a file once it is held; False, with a sentence, when it cannot be."""
        if not self._take(path, over=over):
            return False
        self._session.save(path)
        return True

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
        self._free(frozenset())

    def leave(self) -> bool:
        """Let others open the file, at once; unsaved work is kept. False when a disk keeps it waiting."""
        ended = self.recorder.close(keep=self._session.modified)
        self._free(frozenset())
        return ended

    def _settle_locks(self) -> None:
        """Hold the file the document lives in and the one it is going to, and no other."""
        there = (self._session.path, self._session.heading)
        self._free(frozenset(os.path.realpath(path) for path in there if path is not None))
        for lock in self._locks.values():
            if lock is not None:
                lock.leave_note()  # a file that was not there before has none yet

    def _free(self, kept: frozenset[str]) -> None:
        for name in [name for name in self._locks if name not in kept]:
            if (lock := self._locks.pop(name)) is not None:
                lock.release()

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
        elif (path := self._session.failed_at) is not None:
            ways.insert(0, (words("common.retry"), lambda: self._save_to(path)))
        self._notice.say(said, ways, serious=True)

    def look(self) -> None:
        """See whether somebody else wrote the file since it was read or written here."""
        session, file = self._session, self._session.file
        if file is None or session.saving or not session.writable or not file.stale:
            return
        from brandplatform.ui.errand import Errand  # only where a file has changed

        errand = Errand(self)
        errand.done.connect(lambda there: self._have_looked(file, there))
        errand.failed.connect(lambda _: session.have_read())  # a save will say what is wrong
        for over in (errand.done, errand.failed):
            over.connect(errand.deleteLater)
        errand.run(lambda: container.load(file.path))

    def _have_looked(self, file: Known, there: Kept) -> None:
        """Take note of what a file holds; a look from before it was saved tells nothing."""
        session = self._session
        if session.file is not file or session.saving:
            return
        if there.platform.id != session.platform.id or not there.writable:
            session.have_read()
        elif there.platform == file.platform:
            session.have_read(there)
        else:
            self._unite(ChangedElsewhere(str(file.path), file.platform, there))

    def _unite(self, error: ChangedElsewhere) -> None:
        """Merge what the file holds by now into the document, as one undo step, and save what is ours."""
        from brandplatform.document.merge import merge  # only where two people wrote

        session, words, there = self._session, self._words, error.there
        session.flush()
        before, ours = session.platform, session.modified
        by, when = there.written
        merged = merge(error.base, before, there.platform, by=by, when=when)
        if ours:
            session.keep_moment("merge")
        session.have_read(there)
        if merged.platform != before:
            session.edit(merged.platform, words("undo.merge"), Spot(""))
        if ours:
            session.save()
        else:
            session.have_read(all_of_it=True)
        said = [words("file.changed_by", who=by or words("file.somebody"))]
        if count := len(merged.taken(before)):
            said.append(words("file.united", n=count))
        ways: list[Way] = []
        if merged.conflicts:
            said.append(words("file.at_odds", n=len(merged.conflicts)))
            ways.append((words("file.decide"), self.compare_asked.emit))
        self._notice.say(" ".join(said), ways, serious=bool(merged.conflicts))

    def _refuse(self) -> None:
        self._notice.say(self._words("error.read_only_save"), serious=True)

    def _take(self, path: Path, *, over: bool = False) -> bool:
        """Lock the file that is going to be written; False, with a sentence, when it is open elsewhere."""
        name, words = os.path.realpath(path), self._words
        if name in self._locks:
            return True
        lock = files.lock_on(path, self._preferences.state_folder, over=over)
        if lock is None or lock.held:
            self._locks[name] = lock
            return True
        ways: list[Way] = []
        if lock.elsewhere:
            ways.append((words("file.write_over"), lambda: self._save_to(path, over=True)))
        self._notice.say(files.who_has(words, path, lock), ways, serious=True)
        return False
