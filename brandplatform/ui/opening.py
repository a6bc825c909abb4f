"""Which document opens, and from where: a file, an example, an import, work that was not saved.

Owns what is said when one does not open, or opens only to be read; must not know how many windows there are.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from brandplatform.document.library import Library
from brandplatform.document.model import FORMAT
from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.storage.lock import Lock
from brandplatform.storage.onfile import same
from brandplatform.storage.problems import Damaged, FileProblem
from brandplatform.ui import beginnings, bringing, files
from brandplatform.ui.desk import Desk
from brandplatform.ui.notice import Notice, Way
from brandplatform.ui.paper import to_front
from brandplatform.ui.preferences import Preferences
from brandplatform.ui.session import Session
from brandplatform.ui.window import Window

if TYPE_CHECKING:
    from brandplatform.storage.recovery import Recovery

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Around:
    """What the program is asked for by whoever opens documents."""

    desk: Callable[[], Desk]
    show: Callable[[Session, Lock | None, str], Window]
    """Open a window on a session, with the lock on its file, at a step of the short path or on the whole."""
    there: Callable[[], Iterable[Window]]
    front: Callable[[], QWidget]
    notice: Callable[[], Notice]


class Opening:
    """The ways to a window on a document."""

    def __init__(self, library: Library, preferences: Preferences, around: Around) -> None:
        self._library, self._preferences, self._around = library, preferences, around

    @property
    def _desk(self) -> Desk:
        return self._around.desk()

    def _show(self, session: Session, lock: Lock | None = None, step: str = "") -> Window:
        return self._around.show(session, lock, step)

    def begin_new(self, promise: str, name: str) -> None:
        """Open a new platform with what was answered at the start."""
        window = self._show(beginnings.begun(self._library, self._desk.words, promise, name))
        window.screens.write_promise()

    def begin_short(self, promise: str, name: str) -> None:
        """Open a new platform on the short path, with what was answered at the start."""
        self._show(beginnings.begun(self._library, self._desk.words, promise, name), step="promise.q4")

    def begin_like(self, session: Session) -> None:
        """Open a new platform that asks what an open one asks."""
        self._show(beginnings.like(session))

    def print_promise(self, path: Path) -> None:
        """Open a file and print the page of its promise."""
        if (window := self.open_file(path)) is not None:
            window.print_promise()

    def open_file(self, path: Path, *, over: bool = False) -> Window | None:
        """Open a file, or bring the window it is open in to the front; None where it does not open.

        `over`: to be written, although another machine says that it has it open.
        """
        if (window := self._window_on(path)) is not None:
            to_front(window)
            return window
        lock = files.lock_on(path, self._preferences.state_folder, over=over)
        free = lock is None or lock.held
        session = self._tried(lambda: beginnings.opened(self._library, path, writable=free), path)
        if session is None:
            if lock is not None:
                lock.release()
            return None
        window = self._show(session, lock if free else None)
        if lock is not None and not free:
            self._say_taken(window, path, lock)
        elif not session.writable:
            window.notice.say(self._desk.words("error.newer_read_only"), serious=True)
        return window

    def _window_on(self, path: Path) -> Window | None:
        """Return the window a file is open in."""
        there = (one for one in self._around.there() if one.session.path is not None)
        with suppress(ValueError):  # a path no system takes leads to no window
            return next((one for one in there if one.session.path and same(one.session.path, path)), None)
        return None

    def _say_taken(self, window: Window, path: Path, lock: Lock) -> None:
        """Say who has the file open, and offer a copy, or to write all the same."""
        words = self._desk.words
        ways: list[Way] = []
        if window.session.platform.format <= FORMAT:
            ways.append((words("file.copy"), lambda: self._copy(window)))
        if lock.elsewhere:
            ways.append((words("file.write_over"), lambda: self._write_over(window, path)))
        window.notice.say(files.who_has(words, path, lock), ways, serious=True)

    def _copy(self, window: Window) -> None:
        """Open what a window shows as a document that has no file yet."""
        copy = beginnings.copied(window.session)
        window.close()
        self._show(copy).notice.say(self._desk.words("file.copied"))

    def _write_over(self, window: Window, path: Path) -> None:
        window.close()
        self.open_file(path, over=True)

    def open_example(self, name: str = beginnings.EXAMPLES[0]) -> None:
        """Open a copy of a complete example, to be saved under any name or none."""
        words = self._desk.words
        session = self._tried(
            lambda: beginnings.session_on(Kept(platform=beginnings.example(name)), self._library)
        )
        if session is not None:
            if words.language in session.platform.languages:
                session.write_in(words.language)
            self._show(session).notice.say(words("start.example_notice"))

    def ask_open(self) -> None:
        """Ask for a file and open it."""
        folder = files.folder_of(None, self._preferences.now.folder)
        path = files.ask_open(self._around.front(), self._desk.words, folder)
        if path is not None:
            self.open_file(path)

    def ask_import(self) -> None:
        """Ask for an archive and open what it holds as a new platform."""
        folder = files.folder_of(None, self._preferences.now.folder)
        path = files.ask_import(self._around.front(), self._desk.words, folder)
        if path is not None:
            self.import_file(path)

    def import_file(self, path: Path) -> None:
        """Open what a document holds as a new platform, with a report; a stranger's is looked at first."""
        bringing.bring_in(self._desk, self._library, path, self._around.front(), self._tried, self._show)

    def take(self, path: Path) -> None:
        """Open a file that was dropped: a platform as it is, any other document as a new one."""
        try:
            with path.open("rb") as file:
                ours = container.MIMETYPE in file.read(200)
        except OSError:
            ours = True  # opening it says what is wrong
        if ours or path.suffix.lower() == files.SUFFIX:
            self.open_file(path)
        else:
            self.import_file(path)

    def resume(self, recovery: "Recovery") -> bool:
        """Open a window on work that was not saved, one step after what its file holds; False: it stays."""
        window = self._tried(lambda: self._joined(recovery) or self._resumed(recovery))
        if window is None:
            return False
        if window.keeping.recorder.now():  # before what it comes from is taken away
            recovery.drop()
        recovery.release()
        window.notice.say(self._desk.words("recovery.resumed"))
        return True

    def _joined(self, recovery: "Recovery") -> Window | None:
        """Take work up in the window that has its file open; None: there is none that may write."""
        from brandplatform.ui import recovered  # only after a bad day

        path = recovery.read()[1].path
        window = self._window_on(Path(path)) if path else None
        if window is None or not window.session.writable:
            return None
        recovered.joined(self._desk, recovery, window.session)
        to_front(window)
        return window

    def _resumed(self, recovery: "Recovery") -> Window:
        from brandplatform.ui import recovered  # as above

        folder = self._preferences.state_folder
        return self._show(*recovered.resumed(self._desk, self._library, recovery, folder))

    def _tried(self, work: Callable[[], T], path: Path | None = None) -> T | None:
        """Return what `work` makes, or say why it could not; offer what is left of a damaged file."""
        words = self._desk.words
        try:
            return work()
        except (OSError, FileProblem, ValueError) as error:
            ways: list[Way] = []
            if path is not None and isinstance(error, Damaged):
                ways.append((words("import.bring_back"), lambda: self.import_file(path)))
            self._around.notice().say(beginnings.why_not(words, error), ways, serious=True)
            return None
