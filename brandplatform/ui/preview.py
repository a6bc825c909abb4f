"""The preview (*Aperçu*): the pages as they will print, and beside them what they are to be.

Owns what stands on the screen; pages are made by the press. It follows the section the page is at.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from brandplatform.ui.choices import ChoicesPanel
from brandplatform.ui.desk import Desk
from brandplatform.ui.exporting import Choices
from brandplatform.ui.notice import Notice
from brandplatform.ui.paper import in_a_row, lettered, quiet, scrolled
from brandplatform.ui.press import Press, Printed
from brandplatform.ui.screen import Screen
from brandplatform.ui.session import Session
from brandplatform.ui.sheets import Sheets
from brandplatform.ui.theme import TITLE
from brandplatform.ui.tokens import LARGE, SMALL, TIGHT, WIDE

NAME = "preview"
PANEL = 352
"""Width of the choices, in pixels."""


class PreviewPage(Screen):
    """Pages on the left, choices on the right."""

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__()
        self._desk, self._session = desk, session
        choices = Choices(form="pdf", language=session.language)
        self.press = Press(desk, session, choices, self)
        self.sheets = Sheets(desk)
        self.choices = ChoicesPanel(desk, session, choices, formed=False)
        self.count, self._state = quiet(desk, desk.words("preview.soon")), quiet(desk)
        self.pages = QComboBox()
        self.pages.setAccessibleName(desk.words("preview.which"))
        self.print = QPushButton(desk.words("preview.print"))
        self.export = QPushButton(desk.words("menu.file.export").replace("&", ""))
        self._section, self._to_follow = "", False
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        words = self._desk.words
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(LARGE, WIDE, LARGE, LARGE)
        column.setSpacing(TIGHT)
        column.addWidget(lettered(words("screen.preview"), TITLE))
        column.addWidget(self.count)
        column.addSpacing(SMALL)
        column.addWidget(self.choices)
        column.addSpacing(SMALL)
        column.addWidget(lettered(words("preview.which")))
        column.addWidget(self.pages)
        column.addSpacing(SMALL)
        column.addLayout(in_a_row(self.print, self.export, None, space=SMALL))
        column.addWidget(self._state)
        column.addStretch(1)
        area = scrolled(panel)
        area.setFixedWidth(PANEL)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setBackgroundRole(self.backgroundRole())
        self._state.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.sheets, 1)
        line.addWidget(area)

    def _wire(self) -> None:
        self._session.changed.connect(self._heed)
        self._session.language_changed.connect(self._turn_language)
        self.choices.changed.connect(self.press.choose)
        self.press.printed.connect(self._show)
        self.press.failed.connect(self._tell_failed)
        self.press.pictured.connect(self.sheets.show_image)
        self.sheets.wanted.connect(self.press.picture)
        self.sheets.turned.connect(self._tell_page)
        self.print.clicked.connect(self._print)
        self.export.clicked.connect(lambda: self.export_asked.emit(self.choices.choices))

    # What is seen

    def come_from(self, section: str) -> None:
        self._section, self._to_follow = section, True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.press.now is None or self.press.now.platform is not self._session.platform:
            self.press.choose(self.choices.choices)
        else:
            QTimer.singleShot(0, self, self._follow)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._to_follow = False

    def _heed(self, _change: object) -> None:
        if self.isVisible():
            self.press.wait()

    def _turn_language(self, language: str) -> None:
        if language in self.choices.languages:
            self.choices.languages[language].setChecked(True)

    def _show(self, made: Printed) -> None:
        self._state.hide()
        self.sheets.show_sizes(made.sizes)
        self._name_pages(made)
        self._tell_page(self.sheets.page)
        QTimer.singleShot(0, self, self._follow)  # once the pages have their places

    def _name_pages(self, made: Printed) -> None:
        """Offer all pages, and the first page of each section."""
        words, chosen = self._desk.words, self.pages.currentData()
        self.pages.clear()
        self.pages.addItem(words("preview.all", len(made.sizes)), "")
        for name, page in made.places.items():
            section = self._session.framework.section(name)
            if section is not None:
                title = section.title[words.language]
                self.pages.addItem(words("preview.from_section", section=title, page=page), name)
        self.pages.setCurrentIndex(max(0, self.pages.findData(chosen)))

    def _follow(self) -> None:
        """Go to the page of the section one came from, once."""
        page = self.press.now.places.get(self._section, 0) if self.press.now else 0
        if self._to_follow and page:
            self.sheets.go_to(page)
        self._to_follow = False

    def _tell_page(self, page: int) -> None:
        whole = len(self.sheets.sheets)
        self.count.setText(self._desk.words("preview.at", page=page or 1, pages=whole))

    def _tell_failed(self, _error: Exception) -> None:
        if not self.sheets.sheets:
            self.count.clear()
        self._state.setText(self._desk.words("preview.failed"))
        self._state.show()

    def _print(self) -> None:
        made = self.press.now
        if made is not None:
            self.print_asked.emit(made, pages_from(made, self.pages.currentData() or ""))


def print_promise(
    desk: Desk,
    session: Session,
    sheet: str,
    then: Callable[[Printed, tuple[int, ...]], object],
    notice: Notice,
) -> None:
    """Make the page of the promise, or a sheet of it, and hand it on to be printed."""
    words = desk.words
    choices = Choices(form="pdf", language=session.language, profile="essential", sheet=sheet)
    press = Press(desk, session, choices, notice)

    def made(one: Printed) -> None:
        if sheet:
            then(one, pages_from(one, ""))
        elif "promise" in one.places:
            then(one, (one.places["promise"],))
        else:
            notice.say(words("export.nothing"), serious=True)
        press.deleteLater()

    press.printed.connect(made)
    press.failed.connect(lambda _error: notice.say(words("preview.failed"), serious=True))
    press.choose(choices)


def pages_from(made: Printed, section: str) -> tuple[int, ...]:
    """Return the pages of a section, up to where the next one begins; all of them for none."""
    last = len(made.sizes)
    if not section:
        return tuple(range(1, last + 1))
    first = made.places[section]
    later = [page for page in made.places.values() if page > first]
    return tuple(range(first, min(later, default=last + 1))) if section != "promise" else (first,)
