"""What a window shows of one open platform: promise, screens, where the file stands.

Owns which screen and which section are in front; must not know menus or files. Built again, with the same
document, when the interface changes its language."""

from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from brandplatform.ui.bar import Bar
from brandplatform.ui.commands import Spot
from brandplatform.ui.desk import Desk
from brandplatform.ui.foot import Foot
from brandplatform.ui.guide import Guide
from brandplatform.ui.notice import Notice
from brandplatform.ui.outline import Outline
from brandplatform.ui.page import Page
from brandplatform.ui.points import Points
from brandplatform.ui.screen import Screen
from brandplatform.ui.session import Changed, Session
from brandplatform.ui.strip import PROMISE, Strip

SCREENS = ("write", "interview", "matrix", "actions", "preview", "compare", "brand")
"""The screens there are, in the order of the bar; each but the first is built when somebody goes there."""

_SIZES = (248, 760, 360)
_BESIDE = 560
"""Pixels of the page one writes on, beside the pages as they will print."""


def built(screen: str, desk: Desk, session: Session) -> Screen:
    """Build a screen; its module is imported only then."""
    match screen:
        case "interview":
            from brandplatform.ui.interview import InterviewPage

            return InterviewPage(desk, session)
        case "matrix":
            from brandplatform.ui.matrix import MatrixPage

            return MatrixPage(desk, session)
        case "actions":
            from brandplatform.ui.ledger import LedgerPage

            return LedgerPage(desk, session)
        case "preview":
            from brandplatform.ui.preview import PreviewPage

            return PreviewPage(desk, session)
        case "compare":
            from brandplatform.ui.compare import ComparePage

            return ComparePage(desk, session)
        case "brand":
            from brandplatform.ui.brand import BrandPage

            return BrandPage(desk, session)
        case _:
            raise KeyError(screen)


class Screens(QWidget):
    """The middle of the window."""

    turned = Signal()
    """Another screen or section is in front."""
    export_asked = Signal(object)
    print_asked = Signal(object, object)
    """As a `Screen` asks."""

    def __init__(self, desk: Desk, session: Session, business: str = "") -> None:
        super().__init__()
        self._desk, self._session = desk, session
        self.strip = Strip(desk, session)
        self.notice = Notice(desk)
        self.bar = Bar(desk, session, SCREENS)
        self.outline = Outline(desk, session)
        self.page = Page(desk, session)
        self.guide = Guide(desk, session, business) if business else Guide(desk, session)
        self.foot = Foot(desk, session)
        self.points = Points(desk, session, self)
        self.side = QStackedWidget()
        """The guide, or the pages as they will print."""
        self._pages: QWidget | None = None
        self._before: tuple[str, bool] = ("", True)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._stack = QStackedWidget()
        self._built: dict[str, QWidget] = {"write": self.splitter}
        self.current = "write"
        """The screen in front."""
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        self.side.addWidget(self.guide)
        for at, (part, least) in enumerate(((self.outline, 232), (self.page, 490), (self.side, 220))):
            part.setMinimumWidth(least)
            self.splitter.addWidget(part)
            self.splitter.setCollapsible(at, False)
            self.splitter.setStretchFactor(at, 1 if part is self.page else 0)
        self.splitter.setSizes(list(_SIZES))
        self._stack.addWidget(self.splitter)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.strip)
        whole.addWidget(self.notice)
        whole.addWidget(self.bar)
        whole.addWidget(self._stack, 1)
        whole.addWidget(self.foot)

    def _wire(self) -> None:
        self.strip.promise_asked.connect(self.write_promise)
        self.bar.chosen.connect(self.show_screen)
        self.outline.chosen.connect(self._turn)
        self.page.focused.connect(self.guide.show_for)
        self.page.focused.connect(lambda _: self.points.show())
        self._session.travelled.connect(self.go)
        self._session.changed.connect(self._heed)

    # Where we are

    def show_screen(self, screen: str) -> None:
        """Put a screen in front."""
        if screen == self.current:
            return
        self._session.flush()
        if screen not in self._built:
            made = built(screen, self._desk, self._session)
            made.asked.connect(self.go)
            made.export_asked.connect(self.export_asked)
            made.print_asked.connect(self.print_asked)
            self._built[screen] = made
            self._stack.addWidget(made)
        if isinstance(shown := self._built[screen], Screen):
            shown.come_from(self.page.current_section)
        self._stack.setCurrentWidget(self._built[screen])
        self.current = screen
        self.bar.show_screen(screen)
        self.turned.emit()

    def show_section(self, section: str) -> None:
        """Show a section on the page and in the outline."""
        self.show_screen("write")
        self.outline.show_section(section)
        self.page.show_section(section)
        self.turned.emit()

    def go(self, spot: Spot) -> None:
        """Show where something is written, in its language, and put the cursor there once it is drawn."""
        if spot.language in self._session.platform.languages:
            self._session.write_in(spot.language)
        if spot.screen:
            self.show_place(spot.screen, spot.place)
        elif spot.section:
            self.show_section(spot.section)
            QTimer.singleShot(0, self.page, lambda: self.page.focus_place(spot.place))
        elif spot.place:
            self.show_place("brand", spot.place)

    def show_place(self, screen: str, place: str) -> None:
        """Show a screen beside the page, with the cursor at a place of it."""
        self.show_screen(screen)
        if isinstance(shown := self._built[screen], Screen):
            shown.focus_place(place)

    def compare_with(self, file: Path) -> None:
        """Show what there is to take of another copy."""
        self.show_screen("compare")
        if isinstance(shown := self._built["compare"], Screen):
            shown.show_copy(file)

    def change_row(self, wish: str) -> None:
        """Do as a menu says with the row that has the cursor: on the page, or on the screen in front."""
        shown = self._built[self.current]
        if isinstance(shown, Screen):
            shown.change_row(wish)
        else:
            self.page.change_row(wish)

    def write_promise(self) -> None:
        """Go where the promise is written."""
        self.show_section(PROMISE)
        self.page.focus_place(PROMISE)

    def place(self) -> Spot:
        """Return where the cursor is, to come back to it."""
        return Spot(place=self.page.place, section=self.page.current_section)

    # Side panels

    def show_panel(self, name: str, shown: bool) -> None:
        """Show or hide `outline`, `guide` or, in the guide's place, `pages`."""
        if name == "outline":
            self.outline.setVisible(shown)
        elif name == "pages":
            self._show_pages(shown)
        else:
            self._show_pages(False)
            self.side.setVisible(shown)

    def panel_shown(self, name: str) -> bool:
        """Tell whether `outline`, `guide` or `pages` is there."""
        if name == "outline":
            return not self.outline.isHidden()
        pages = self.side.currentWidget() is self._pages
        return not self.side.isHidden() and pages == (name == "pages")

    @property
    def hidden(self) -> tuple[str, ...]:
        """The panels somebody does without; the guide is not one while pages stand in its place."""
        guide = self._before[1] if self.panel_shown("pages") else self.panel_shown("guide")
        there = {"outline": self.panel_shown("outline"), "guide": guide}
        return tuple(name for name, shown in there.items() if not shown)

    def _show_pages(self, shown: bool) -> None:
        """Put pages in the guide's place, as wide as there is room; then everything as it was."""
        if shown == self.panel_shown("pages"):
            return
        if not shown:
            splitter, guide = self._before
            self.side.setCurrentWidget(self.guide)
            self.side.setVisible(guide)
            self._widen(splitter)
            return
        self._before = (self.splitter_state(), self.panel_shown("guide"))
        if self._pages is None:
            from brandplatform.ui.beside import Beside  # not before somebody looks at pages

            self._pages = pages = Beside(self._desk, self._session)
            self.page.focused.connect(lambda _spot: pages.follow(self.page.current_section))
            pages.follow(self.page.current_section)
            self.side.addWidget(pages)
        self.side.setCurrentWidget(self._pages)
        self.side.show()
        outline = self.splitter.sizes()[0]
        self.splitter.setSizes([outline, _BESIDE, max(_BESIDE, self.width() - outline - _BESIDE)])

    def restore(self, splitter: str, hidden: tuple[str, ...], *, pages: bool) -> None:
        """Show the panels as they were left; `pages`: in place of the guide."""
        for name in hidden:
            self.show_panel(name, False)
        self._widen(splitter)
        self.show_panel("pages", pages)

    def _widen(self, state: str) -> None:
        """Give the panels the widths they had (base64)."""
        if state:
            self.splitter.restoreState(QByteArray.fromBase64(state.encode("ascii", "ignore")))

    def splitter_state(self) -> str:
        """Return the widths of the panels (base64), those from before pages were shown."""
        if self.panel_shown("pages"):
            return self._before[0]
        return bytes(self.splitter.saveState().toBase64().data()).decode("ascii")

    def _turn(self, section: str) -> None:
        self._session.flush()
        self.page.show_section(section)
        self.turned.emit()

    def _heed(self, change: Changed) -> None:
        """Turn to a language there is, when the one being written was taken away."""
        if self._session.language not in self._session.platform.languages:
            self._session.write_in(self._session.platform.main_language)
