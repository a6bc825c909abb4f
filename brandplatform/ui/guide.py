"""The guide beside the page (*Repères*): always about the field with the cursor.

Owns which section and field it speaks about, and whose examples; must not know documents: it reads the
method, and from the session only the language being written.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from brandplatform.document.framework import Section
from brandplatform.document.places import PlaceError, parse_place
from brandplatform.publish.edition import profiles_of
from brandplatform.publish.typography import typeset
from brandplatform.ui.commands import Spot
from brandplatform.ui.desk import Desk
from brandplatform.ui.guidesheet import BUSINESSES, GuideSheet
from brandplatform.ui.session import Session
from brandplatform.ui.strokes import ring
from brandplatform.ui.tokens import FOCUS


class Guide(QWidget):
    """What good looks like, formulas, a strong and a hollow example, what to avoid."""

    business_chosen = Signal(str)
    """Whose examples a person wants to see; worth remembering."""

    def __init__(self, desk: Desk, session: Session, business: str = BUSINESSES[0]) -> None:
        super().__init__()
        self._desk, self._session = desk, session
        self._business = business if business in BUSINESSES else BUSINESSES[0]
        self._spot: Spot | None = None
        self._shown: tuple[str, str, str, str] | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scroll.setAccessibleName(desk.words("guide.title"))
        self._scroll.installEventFilter(self)
        body = QVBoxLayout(self)
        body.setContentsMargins(FOCUS, FOCUS, FOCUS, FOCUS)
        body.setSpacing(0)
        body.addWidget(self._scroll, 1)
        self._body = body
        self.setMinimumWidth(220)
        session.language_changed.connect(self._show_again)

    @property
    def business(self) -> str:
        """Whose examples are shown."""
        return self._business

    @property
    def place(self) -> str:
        """The place it speaks about."""
        return self._spot.place if self._spot else ""

    def put_above(self, card: QWidget) -> None:
        """Put something above what the method says."""
        self._body.insertWidget(0, card)

    def show_for(self, spot: Spot) -> None:
        """Speak about the field at a spot."""
        self._spot = spot
        self._show_again()

    def choose_business(self, business: str) -> None:
        """Show another company's examples from now on."""
        if business != self._business:
            self._business = business
            self.business_chosen.emit(business)
            self._show_again()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring: one may come here by Tab to read on with the arrows."""
        if self._scroll.hasFocus():
            painter = QPainter(self)
            ring(painter, self.rect(), QColor(self._desk.tokens.accent))
            painter.end()

    def _show_again(self, _language: str = "") -> None:
        if self._spot is None:
            return
        section = self._session.framework.section(self._spot.section)
        if section is None:
            return
        name, help_, goes_to = self._about(section, self._spot.place)
        wanted = (section.id, name, self._session.language, self._business)
        if wanted == self._shown:
            return
        same_section = self._shown is not None and self._shown[0] == section.id
        height = self._scroll.verticalScrollBar().value() if same_section else 0
        self._shown = wanted
        theme = self._desk.library.theme(section.theme)
        about = (name, help_, goes_to)
        sheet = GuideSheet(self._desk, theme, section, self._session.language, self._business, about)
        sheet.business_chosen.connect(self.choose_business, Qt.ConnectionType.QueuedConnection)
        self._scroll.setWidget(sheet)
        sheet.adjustSize()
        self._scroll.verticalScrollBar().setValue(height)

    def _about(self, section: Section, place: str) -> tuple[str, str, str]:
        """Return the name of the field or column with the cursor, what to write there, and where it goes."""
        language = self._desk.words.language
        try:
            found = parse_place(place)
        except PlaceError:
            return "", "", ""
        field = self._desk.library.theme(section.theme).field(found.field)
        if field is None:
            return "", "", ""
        column = field.column(found.column) if found.column else None
        shown = column or field
        title, help_ = shown.title[language], shown.help.get(language, "")
        told = column is None and shown.title == section.title
        profiles = [one.title[language] for one in profiles_of(section.id, field.part)]
        return "" if told else typeset(title, language), typeset(help_, language), " · ".join(profiles)
