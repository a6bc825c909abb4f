"""The pages as they will print, beside where one writes: made again while one types, at the open section.

Owns which page is in sight; pages are made by the press, away from the window.
"""

from msgspec.structs import replace
from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from brandplatform.ui.desk import Desk
from brandplatform.ui.exporting import Choices
from brandplatform.ui.paper import quiet
from brandplatform.ui.press import Press, Printed
from brandplatform.ui.session import Session
from brandplatform.ui.sheets import Sheets
from brandplatform.ui.tokens import LARGE, MEDIUM


class Beside(QWidget):
    """Pages under a line that counts them."""

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__()
        self._desk, self._session = desk, session
        self.press = Press(desk, session, Choices(form="pdf", language=session.language), self)
        self.sheets = Sheets(desk)
        self.count = quiet(desk, desk.words("preview.soon"))
        self.count.setContentsMargins(LARGE, MEDIUM, LARGE, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.count)
        column.addWidget(self.sheets, 1)
        self._section, self._followed = "", 0
        session.changed.connect(self._heed)
        session.language_changed.connect(self._turn_language)
        self.press.printed.connect(self._show)
        self.press.failed.connect(lambda _error: self.count.setText(desk.words("preview.failed")))
        self.press.pictured.connect(self.sheets.show_image)
        self.sheets.wanted.connect(self.press.picture)
        self.sheets.turned.connect(self._tell_page)

    def follow(self, section: str) -> None:
        """Go where a section begins; what was scrolled to stays in sight until another one is meant."""
        if section != self._section:
            self._section, self._followed = section, 0
            self._go()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.press.now is None or self.press.now.platform is not self._session.platform:
            self.press.choose(self.press.choices)

    def _heed(self, _change: object) -> None:
        if self.isVisible():
            self.press.wait()

    def _turn_language(self, language: str) -> None:
        self.press.choices = replace(self.press.choices, language=language)
        self._heed(None)

    def _show(self, made: Printed) -> None:
        self.sheets.show_sizes(made.sizes)
        self._tell_page(self.sheets.page)
        QTimer.singleShot(0, self, self._go)  # once the pages have their places

    def _go(self) -> None:
        """Go to the page of the section, once, and again where it has moved to another page."""
        page = self.press.now.places.get(self._section, 0) if self.press.now else 0
        if page and page != self._followed:
            self._followed = page
            self.sheets.go_to(page)

    def _tell_page(self, page: int) -> None:
        pages = len(self.sheets.sheets)
        self.count.setText(self._desk.words("preview.at", page=page or 1, pages=pages))
