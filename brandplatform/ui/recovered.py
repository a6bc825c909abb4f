"""Work that was not saved when the program ended: shown beside what its file holds, to be taken up or not.

Owns the offer and the session that takes work up; must not know how it was kept.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QPushButton, QVBoxLayout, QWidget

from brandplatform.document.decide import Proposal, proposals
from brandplatform.document.framework import FrameworkError
from brandplatform.document.library import Library
from brandplatform.document.merge import merge
from brandplatform.document.model import Platform, new_platform
from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.storage.history import Moment, read_version
from brandplatform.storage.lock import Lock
from brandplatform.storage.problems import FileProblem
from brandplatform.storage.recovery import Note, Recovery
from brandplatform.ui import files, question
from brandplatform.ui.beginnings import session_on
from brandplatform.ui.commands import Spot
from brandplatform.ui.desk import Desk
from brandplatform.ui.foot import moment
from brandplatform.ui.paper import Paper, Way, in_a_row, lettered, quiet, scrolled
from brandplatform.ui.session import Session
from brandplatform.ui.theme import ANSWER, TITLE
from brandplatform.ui.tokens import HAIR, LARGE, MEDIUM, SMALL, TIGHT, WIDE

_SIZE = (620, 340)
_TALLER = 460
"""Where there is more than one piece of work."""
_SHOWN = 6
"""Fields that differ, named one by one."""


class Found(Struct, frozen=True):
    """Work that was not saved, and what its file holds now."""

    work: Kept
    note: Note
    saved: Kept | None
    """None: it was never saved, or the file is gone or cannot be read."""
    platform: Platform
    """The work; where the file went on without it, both."""
    differences: tuple[Proposal, ...] = ()
    """What differs from the file."""


def found(recovery: Recovery) -> Found:
    """Read work that was not saved, and its file.

    Raises OSError or FileProblem: the work itself cannot be read.
    """
    work, note = recovery.read()
    saved = None
    if note.path:
        with suppress(OSError, FileProblem, ValueError):  # a path may be none
            saved = container.load(Path(note.path))
    if saved is None or not saved.writable or saved.platform.id != work.platform.id:
        return Found(work, note, None, work.platform)
    platform = work.platform
    with suppress(KeyError, FileProblem, ValueError):  # what cannot be united stands as it was written
        platform = _united(work, note, saved)
    return Found(work, note, saved, platform, proposals(saved.platform, platform))


def _united(work: Kept, note: Note, saved: Kept) -> Platform:
    base = read_version(note.base, work.versions[note.base])
    last = saved.history[-1] if saved.history else None
    by, when = (last.by, last.when) if last else ("", "")
    return merge(base, work.platform, saved.platform, by=by, when=when).platform


def resumed(desk: Desk, library: Library, recovery: Recovery, folder: Path) -> tuple[Session, Lock | None]:
    """Return a session on what the file holds, and the work as one step after it, with the lock on the file.

    Raises OSError, FileProblem or FrameworkError: it cannot be opened.
    """
    one = found(recovery)
    path = Path(one.note.path) if one.saved else None
    lock = files.lock_on(path, folder) if path else None
    if lock is not None and not lock.held:  # open elsewhere by now: the work has no file of its own
        path = lock = None
    kept = one.saved or Kept(platform=_nothing(one.work.platform))
    session = session_on(replace(kept, assets={**kept.assets, **one.work.assets}), library, path)
    session.edit(one.platform, desk.words("undo.recover"), Spot(""))
    session.keep_moments(_moments(one))
    return session, lock


def _moments(one: Found) -> Iterator[Moment]:
    """Yield what was to be a version once the work was saved."""
    for version in one.work.history:
        if version.lasting and version.id in one.work.versions:
            with suppress(FileProblem):
                platform = read_version(version.id, one.work.versions[version.id])
                yield Moment(platform, version.when, version.by, version.name, version.why)


def joined(desk: Desk, recovery: Recovery, session: Session) -> None:
    """Take work up, as one step, in a session that is open on its file already.

    Raises OSError, FileProblem or ValueError: it cannot be taken up there.
    """
    one = found(recovery)
    for name, data in one.work.assets.items():
        session.add_asset(data, name.rpartition(".")[2])
    base = one.saved.platform if one.saved else session.platform
    after = merge(base, session.platform, one.platform).platform
    session.edit(after, desk.words("undo.recover"), Spot(""))
    session.keep_moments(_moments(one))


def _nothing(platform: Platform) -> Platform:
    empty = new_platform(platform.framework.id, platform.main_language)
    return replace(empty, id=platform.id, languages=platform.languages)


def _named(desk: Desk, platform: Platform, proposal: Proposal) -> str:
    """Return what a person calls the place of a difference: its section, else the brand."""
    if proposal.path[:1] in (("answers",), ("notes",)) and len(proposal.path) > 1:
        with suppress(FrameworkError):  # a method that is not here
            framework = desk.library.framework(platform.framework.id)
            if section := framework.section_of(proposal.path[1]):
                return section.title[desk.words.language]
    return desk.words("screen.brand")


class _Work(QWidget):
    """One piece of work: whose, where from, since when, and what differs from its file."""

    taken = Signal()
    dropped = Signal()

    def __init__(self, desk: Desk, one: Found) -> None:
        super().__init__()
        words, platform = desk.words, one.platform
        brand = lettered(platform.brand.name or words("common.untitled"), ANSWER)
        brand.setWordWrap(True)
        self.told = quiet(desk, self._told(desk, one))
        self.take = QPushButton(words("recovery.take"))
        self.take.setAccessibleDescription(platform.brand.name)
        self.take.clicked.connect(self.taken)
        self.drop = Way(desk, words("recovery.drop"))
        self.drop.setAccessibleDescription(platform.brand.name)
        self.drop.clicked.connect(self.dropped)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, SMALL, 0, SMALL)
        body.setSpacing(HAIR)
        body.addWidget(brand)
        body.addWidget(self.told)
        body.addSpacing(TIGHT)
        body.addLayout(in_a_row(self.take, self.drop, None, space=SMALL))

    def _told(self, desk: Desk, one: Found) -> str:
        words = desk.words
        when = moment(words, one.note.when)
        lines = [words("recovery.when", when=when)] if when else []
        names = tuple(dict.fromkeys(_named(desk, one.platform, found) for found in one.differences))
        if one.saved is None:
            gone = "recovery.file_gone" if one.note.path else "recovery.never_saved"
            lines.append(words(gone, file=Path(one.note.path).name))
        elif names:
            said = words("recovery.differs", n=len(one.differences), file=Path(one.note.path).name)
            more = "…" if len(names) > _SHOWN else ""
            lines.append(f"{said} {words('common.list_join').join(names[:_SHOWN])}{more}")
        return "\n".join(lines)


class RecoveredDialog(QDialog):
    """Everything that was not saved, each to be taken up or thrown away; closing keeps it for later."""

    def __init__(
        self,
        desk: Desk,
        waiting: list[Recovery],
        resume: Callable[[Recovery], bool],
        parent: QWidget | None,
    ) -> None:
        """Offer what is waiting; `resume` takes one of them up, and tells whether it could."""
        super().__init__(parent)
        self._resume = resume
        words, self._desk = desk.words, desk
        self.setWindowTitle(words("recovery.title"))
        self.resize(_SIZE[0], _TALLER if len(waiting) > 1 else _SIZE[1])
        self.works: list[_Work] = []
        paper = Paper(desk)
        self._column = QVBoxLayout(paper)
        self._column.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        for recovery in waiting:
            self._add(desk, recovery)
        self._column.addStretch(1)
        self.later = QPushButton(words("recovery.later"))
        self.later.setAutoDefault(False)
        self.later.clicked.connect(self.close)
        body = QVBoxLayout(self)
        body.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        body.setSpacing(TIGHT)
        body.addWidget(lettered(words("recovery.title"), TITLE))
        body.addWidget(quiet(desk, words("recovery.note")))
        body.addWidget(scrolled(paper), 1)
        body.addLayout(in_a_row(None, self.later, space=SMALL))
        if self.works:
            self.works[0].take.setDefault(True)
            self.works[0].take.setFocus()

    def _add(self, desk: Desk, recovery: Recovery) -> None:
        try:
            work = _Work(desk, found(recovery))
        except (OSError, FileProblem):  # it was there a moment ago
            return
        work.taken.connect(lambda: self._take(work, recovery))
        work.dropped.connect(lambda: self._drop(work, recovery))
        self._column.addWidget(work)
        self.works.append(work)

    def _take(self, work: _Work, recovery: Recovery) -> None:
        if not self._resume(recovery):
            return
        self._gone(work)
        parent = self.parentWidget()
        if self.works and parent is not None and not parent.isVisible():
            self._move()

    def _move(self) -> None:
        """Go on before another window: the start screen goes when a document opens."""
        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow) and w.isVisible()]
        if shown:
            self.setParent(shown[-1], self.windowFlags())
            self.open()

    def _drop(self, work: _Work, recovery: Recovery) -> None:
        words = self._desk.words
        answers = (("drop", words("recovery.drop")), ("stay", words("common.cancel")))
        title, text = words("recovery.drop_title"), words("recovery.drop_text")
        if question.ask(self, title, text, answers) != "drop":
            return
        recovery.drop()
        recovery.release()
        self._gone(work)

    def _gone(self, work: _Work) -> None:
        self.works.remove(work)
        work.hide()
        work.deleteLater()
        if not self.works:
            self.close()
