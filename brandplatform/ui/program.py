"""The program: its windows, its languages, its files. The one place that knows everyone.

Owns which windows there are; what happens inside one is its own."""

import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from brandplatform import __version__
from brandplatform.document.library import Library
from brandplatform.resources import LANGUAGES, Words, preferred_language, read_toml
from brandplatform.storage.journal import Journal
from brandplatform.storage.lock import Lock
from brandplatform.ui import beginnings, files, theme
from brandplatform.ui.desk import Desk
from brandplatform.ui.i18n import Tongue
from brandplatform.ui.icons import Icons
from brandplatform.ui.known import Known
from brandplatform.ui.menus import Doing, Menus
from brandplatform.ui.notice import Notice
from brandplatform.ui.opening import Around, Opening
from brandplatform.ui.paper import to_front
from brandplatform.ui.preferences import Preferences
from brandplatform.ui.session import Session
from brandplatform.ui.strip import promise_of
from brandplatform.ui.window import Window

if TYPE_CHECKING:
    from brandplatform.ui.portfolio import Portfolio
    from brandplatform.ui.welcome import Welcome

CARDS = 3
"""Recent platforms on the start screen; the menu has them all."""


class Program(QObject):
    """Every open window, and what concerns more than one of them."""

    def __init__(self, app: QApplication, preferences: Preferences, environ: Mapping[str, str]) -> None:
        super().__init__(app)
        self._app, self.preferences = app, preferences
        self.windows: list[Window] = []
        self.journal = Journal(preferences.state_folder)
        self.hangs = False
        """Whether a disk still keeps a thread waiting although the program was to end."""
        self._quitting = False
        self.welcome: Welcome | None = None
        self.portfolio: Portfolio | None = None
        self._library = Library(read_toml, (beginnings.METHOD,))
        self._tokens = theme.tokens_for(preferences.now.theme, app)
        app.styleHints().colorSchemeChanged.connect(self._dress)
        self._icons = Icons(self._tokens)
        self._tongue = Tongue()
        language = beginnings.language_for(preferences.now.language, preferred_language(environ))
        self.desk = self._desk(language)
        around = Around(lambda: self.desk, self._show, lambda: self.windows, self._front, self._notice)
        self.opening = Opening(self._library, preferences, around)
        self.open_file = self.opening.open_file

    def _desk(self, language: str) -> Desk:
        self._tongue.speak(language)
        return Desk(words=Words(language), tokens=self._tokens, icons=self._icons, library=self._library)

    # Windows

    def begin(self, path: Path | None) -> None:
        """Open a file, or the start screen; a file that does not open says so there.

        Work that an earlier program could not save is offered first of all.
        """
        if path is None:
            self.show_start()
        else:
            self.open_file(path)
        QTimer.singleShot(0, self, lambda: self.journal.note(f"start {__version__} {sys.platform}"))
        if any((self.preferences.state_folder / "recovery").glob(f"*{files.SUFFIX}")):
            QTimer.singleShot(0, self, self._offer)

    def _offer(self) -> None:
        """Offer work that was not saved, beside the window in front."""
        from brandplatform.storage.recovery import Recovery, waiting  # only after a bad day
        from brandplatform.ui.recovered import RecoveredDialog

        left = waiting(self.preferences.state_folder)
        if left:
            dialog = RecoveredDialog(self.desk, left, self.opening.resume, self._front())
            dialog.finished.connect(lambda _: [*map(Recovery.release, left)])
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def safeguard(self, error: BaseException | None = None) -> None:
        """Have everything that is not saved kept, before the worst."""
        if error is not None:
            self.journal.note_error("unexpected", error)
        for window in self.windows:
            if error is None:
                window.keeping.recorder.now()
            else:
                window.keeping.recorder.keep()  # what a box could not report may be what went wrong

    def leave(self, number: int) -> None:
        """End at once, as the system asks: what is not saved is offered at the next start."""
        self.journal.note(f"signal {number}")
        for window in self.windows:
            window.keeping.recorder.now()
        ended = [window.leave() for window in self.windows]
        self.hangs = not all(ended)
        self._app.exit(128 + number)

    def show_start(self) -> "Welcome":
        """Show the start screen, or bring it to the front."""
        from brandplatform.ui.welcome import Welcome  # not before somebody is to see it

        if self.welcome is None:
            self.welcome = Welcome(self.desk, self._known, beginnings.known_examples, self._doing)
            self.welcome.built.connect(self._wire_start)
            self.welcome.dropped.connect(self.opening.take)
            self._wire_start()
        to_front(self.welcome)
        self.welcome.start.take_focus()
        return self.welcome

    def show_portfolio(self) -> None:
        """Show my platforms, or bring them to the front."""
        from brandplatform.ui.portfolio import Portfolio  # as above

        around = (self._library, self.preferences, self.open_file, self._doing)
        self.portfolio = self.portfolio or Portfolio(self.desk, *around)
        to_front(self.portfolio)

    def _wire_start(self) -> None:
        if self.welcome is None:
            return
        start, opening = self.welcome.start, self.opening
        start.begun.connect(opening.begin_short)
        start.whole_begun.connect(opening.begin_new)
        start.opened.connect(self.open_file)
        start.forgotten.connect(self._forget)
        start.print_asked.connect(opening.print_promise)
        start.open_asked.connect(opening.ask_open)
        start.import_asked.connect(opening.ask_import)
        start.example_asked.connect(opening.open_example)
        start.language_asked.connect(self.speak)
        start.portfolio_asked.connect(self.show_portfolio)

    def _known(self) -> list[Known]:
        return [beginnings.known(recent, self.desk.words) for recent in self.preferences.now.recent[:CARDS]]

    def _show(self, session: Session, lock: Lock | None = None, step: str = "") -> Window:
        window = self._window(session, lock, step or self.preferences.now.paths.get(session.platform.id, ""))
        window.dropped.connect(self.opening.take)
        window.filed.connect(lambda: self._remember(window))
        window.closed.connect(lambda: self._forget_window(window))
        window.stayed.connect(self._stay)
        window.session.save_failed.connect(lambda error: self.journal.note_error("save", error))
        window.like_asked.connect(lambda: self.opening.begin_like(window.session))
        self.windows.append(window)
        self._remember(window)
        window.show()
        if self.welcome is not None:
            self.welcome.close()
            self.welcome.deleteLater()
            self.welcome = None
        return window

    def _window(self, session: Session, lock: Lock | None, step: str) -> Window:
        """Return a window on the whole platform, or on a step of the short path."""
        if not step or not session.writable:
            return Window(self.desk, session, self.preferences, self._doing, lock)
        from brandplatform.ui.pathwindow import PathWindow  # as above

        return PathWindow(self.desk, session, self.preferences, self._doing, lock, step)

    def _forget_window(self, window: Window) -> None:
        if not window.session.modified:  # words that were given up are not put on a card
            self._remember(window)
        self.windows.remove(window)
        window.deleteLater()
        if window.put_off:
            self.show_start()
        QTimer.singleShot(0, self, self._go_on_quitting)

    def quit(self) -> None:
        """Close one window after the other, each once its file is written; one that stays ends it."""
        self._quitting = True
        self._go_on_quitting()

    def _go_on_quitting(self) -> None:
        if self._quitting and self.windows:
            self.windows[-1].close()
        elif self._quitting:
            self._app.closeAllWindows()  # the start screen

    def _stay(self) -> None:
        self._quitting = False

    def _remember(self, window: Window) -> None:
        path, platform = window.session.path, window.session.platform
        if path is not None:
            promise = promise_of(platform, platform.main_language)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            self.preferences.remember(path.absolute(), platform.brand.name, promise, now)

    def _forget(self, path: Path) -> None:
        self.preferences.forget(path)
        if self.welcome is not None:
            self.welcome.start.show_recent(self._known())

    def _notice(self) -> Notice:
        """Return where a sentence about a file can be read: the window in front, else the start screen."""
        front = self._app.activeWindow()
        if self.portfolio is not None and self.portfolio is front:
            return self.portfolio.notice
        if not self.windows or (front is not None and self.welcome is front):
            return self.show_start().start.notice
        return next((one for one in self.windows if one is front), self.windows[-1]).notice

    # The whole program

    def speak(self, language: str) -> None:
        """Have every window in a language, at once and from now on."""
        if language == self.desk.words.language:
            return
        self.preferences.change(language=language)
        self._wear(self._desk(language))

    def dress(self, scheme: str) -> None:
        """Have every window in a theme, at once and from now on: `light`, `dark` or the `system`'s."""
        self.preferences.change(theme=scheme)
        self._dress()

    def _dress(self) -> None:
        """Put on the theme that is wanted, where it is another one than now."""
        wanted = theme.tokens_for(self.preferences.now.theme, self._app)
        if wanted != self._tokens:
            self._tokens, self._icons = wanted, Icons(wanted)
            theme.install(self._app, wanted)
            self._wear(self._desk(self.desk.words.language))

    def _wear(self, desk: Desk) -> None:
        self.desk = desk
        for window in self._dressed():
            window.wear(desk)

    def _dressed(self) -> Iterator["Window | Welcome | Portfolio"]:
        """Yield every window there is."""
        yield from self.windows
        yield from filter(None, (self.welcome, self.portfolio))

    def _doing(self, window: QMainWindow) -> Mapping[str, Doing]:
        return {
            "file.new": self.show_start,
            "file.open": self.opening.ask_open,
            "file.recent": lambda: self._fill_recent(window),
            "file.portfolio": self.show_portfolio,
            "file.import": self.opening.ask_import,
            "file.quit": self.quit,
            "view.theme": lambda: self._fill_choice(window, "theme"),
            "view.language": lambda: self._fill_choice(window, "language"),
            "help.examples": lambda: self._fill_examples(window),
            "help.keyboard": lambda: self._help(window, keys=True),
            "help.about": lambda: self._help(window, keys=False),
        }

    def _help(self, window: QMainWindow, *, keys: bool) -> None:
        from brandplatform.ui import about  # as above

        about.show_help(self.desk, window, keys=keys)

    def _fill_recent(self, window: QMainWindow) -> None:
        if (menus := self._menus(window)) is not None:
            files.fill_recent(menus.menus["file.recent"], self.preferences.now.recent, self.desk.words,
                              self.open_file, lambda: self.preferences.change(recent=()))  # fmt: skip

    def _fill_examples(self, window: QMainWindow) -> None:
        if (menus := self._menus(window)) is not None:
            menus.fill_examples(beginnings.known_examples(self.desk.words), self.opening.open_example)

    def _fill_choice(self, window: QMainWindow, name: str) -> None:
        if (menus := self._menus(window)) is None:
            return
        if name == "language":
            menus.fill_choice(name, LANGUAGES, self.desk.words.language, self.speak)
        else:
            menus.fill_choice(name, get_args(theme.Scheme), self.preferences.now.theme, self.dress)

    def _menus(self, window: QMainWindow) -> Menus | None:
        """Return the menus of one of our windows."""
        return next((one.menus for one in self._dressed() if one is window), None)

    def _front(self) -> QMainWindow:
        front = self._app.activeWindow()
        if isinstance(front, QMainWindow):
            return front
        return self.windows[-1] if self.windows else self.show_start()
