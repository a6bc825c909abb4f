"""The top of the window, which never leaves: whose platform, the promise, its state.

Owns how the promise is shown there; must not know how it is written."""

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from brandplatform.document.model import Platform, Statement
from brandplatform.publish.signed import status_of
from brandplatform.ui.desk import Desk
from brandplatform.ui.lettering import draw_lines, height_of_line, set_lines
from brandplatform.ui.paper import lettered, quiet
from brandplatform.ui.session import Changed, Session
from brandplatform.ui.strokes import ring
from brandplatform.ui.theme import STRIP, font
from brandplatform.ui.tokens import HAIR, LARGE, MEDIUM, TARGET, TIGHT, Tokens

PROMISE = "promise"

_LATER = 400
"""Milliseconds after an edit at which a signed platform is compared with what was signed."""


def promise_of(platform: Platform, language: str) -> str:
    """Return the promise in a language, or in the main one where it has not been translated."""
    answer = platform.answers.get(PROMISE)
    texts = answer.text if isinstance(answer, Statement) else {}
    return texts.get(language) or texts.get(platform.main_language, "")


def quoted(text: str, language: str) -> str:
    """Return text between the quotation marks of a language."""
    inside = " ".join(text.split())
    return f"«\u00a0{inside}\u00a0»" if language == "fr" else f"“{inside}”"


class Door(QAbstractButton):
    """The promise in one or two lines; pressed, it leads to where it is written."""

    MOST = 2
    """Lines; a longer promise ends in an ellipsis and is whole on its page."""

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens
        self._lines: tuple[str, ...] = ()
        self._invites = False
        self.setFont(font(STRIP))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def say(self, text: str, *, invites: bool) -> None:
        """Show a promise, or an invitation to write one."""
        self._invites = invites
        self.setText(text)
        self._set()

    def sizeHint(self) -> QSize:
        return QSize(TARGET * 8, self._tall(1))

    def minimumSizeHint(self) -> QSize:
        return QSize(TARGET * 2, self._tall(1))

    def _tall(self, lines: int) -> int:
        return max(TARGET, round(height_of_line(self.font()) * lines) + 2 * HAIR)

    def _set(self) -> None:
        self._lines = set_lines(self.text(), self.font(), self.width() - 2 * TIGHT, self.MOST)
        if self.minimumHeight() != self._tall(len(self._lines)):
            self.setFixedHeight(self._tall(len(self._lines)))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._set()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        colour = self._tokens.accent if self._invites or self.underMouse() else self._tokens.ink
        painter.setPen(QColor(colour))
        tall = height_of_line(self.font()) * len(self._lines)
        draw_lines(painter, self._lines, TIGHT, (self.height() - tall) / 2)
        if self.hasFocus():
            ring(painter, QRect(0, 0, self.width(), self.height()), QColor(self._tokens.accent))


class Strip(QWidget):
    """Brand, promise, state."""

    promise_asked = Signal()
    """The promise was pressed."""

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__()
        self._desk, self._session = desk, session
        self._brand = lettered("")
        self.door = Door(desk.tokens)
        self.door.clicked.connect(self.promise_asked)
        self._state = quiet(desk)
        self._state.setWordWrap(False)
        self._due = QTimer(self, singleShot=True, interval=_LATER)
        self._due.timeout.connect(self._show_state)
        self._lay_out()
        session.changed.connect(self._heed)
        session.language_changed.connect(self.refresh)
        self.refresh()
        self._show_state()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, TIGHT, MEDIUM, TIGHT + 1)
        row.setSpacing(MEDIUM)
        row.addWidget(self._brand)
        row.addWidget(self.door, 1)
        row.addWidget(self._state)

    def _heed(self, change: Changed) -> None:
        if change.spot.place == PROMISE or not change.spot.section:
            self.refresh()
        if self._session.platform.signatures:
            self._due.start()
        else:
            self._show_state()

    @property
    def state(self) -> str:
        """Draft, signed, or changed since, in words."""
        return self._state.text()

    def _show_state(self) -> None:
        """Show whether the platform is signed as it stands; never while a key is on its way to the page."""
        self._due.stop()
        status = status_of(self._session.platform, self._session.framework)
        self._state.setText(self._desk.words(f"state.{status}"))

    def refresh(self) -> None:
        """Show what the document says now."""
        platform, language, words = self._session.platform, self._session.language, self._desk.words
        brand = platform.brand.name
        shown = self._brand.fontMetrics().elidedText(brand, Qt.TextElideMode.ElideRight, TARGET * 7)
        self._brand.setText(shown)
        self._brand.setVisible(bool(brand))
        promise = promise_of(platform, language)
        shown = quoted(promise, language) if promise else words("page.strip_empty")
        self.door.say(shown, invites=not promise)
        name = words("page.strip_label", brand=brand or words("page.strip_no_brand"))
        self.door.setAccessibleName(name)
        self.door.setAccessibleDescription(promise or words("page.strip_empty"))
        self.door.setToolTip(words("page.strip_door"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._desk.tokens.paper))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._desk.tokens.rule))
