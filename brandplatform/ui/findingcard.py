"""One finding beside the page: what was seen, the question it asks, and three answers. It never insists.

Owns how a finding is shown; must not know how it was found, nor what its answers do.
"""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from brandplatform.checks.finding import TO_DISCUSS, Finding
from brandplatform.publish.typography import typeset
from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.view import said
from brandplatform.ui.theme import HEADING, INTERFACE, NOTE, Face
from brandplatform.ui.tokens import HAIR, LARGE, MEDIUM, SERIF, TIGHT

QUOTED = Face(SERIF, 17)
REASONS = ("trade", "customer", "legal")
"""The three reasons that are ready; any other may be typed on the page itself."""

_MOST = 60
"""Letters of the words quoted; a whole sentence is not said again."""


class FindingCard(QWidget):
    """The first finding of a field; the others wait."""

    rewritten = Signal(object)
    """The `Finding` whose words a person wants to write again."""
    proved = Signal(object)
    """The `Finding` whose words an act is to prove."""
    kept = Signal(object, str)
    """The `Finding` that stays, and the reason."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._finding: Finding | None = None
        tokens, words = desk.tokens, desk.words
        self._mark = QLabel()
        self._title, self._more = said("", HEADING, tokens.discuss), said("", NOTE, tokens.muted, wraps=False)
        self._words, self._message = said("", QUOTED, tokens.ink), said("", NOTE, tokens.muted)
        self._question = said("", INTERFACE, tokens.ink)
        self._prove = self._button(words("guide.prove"), lambda: self.proved.emit(self._finding))
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(TIGHT)
        head.addWidget(self._mark)
        head.addWidget(self._title, 1)
        head.addWidget(self._more)
        keep = QPushButton(self._desk.words("guide.keep"))
        keep.setMenu(self._reasons())
        rewrite = self._button(self._desk.words("guide.rewrite"), lambda: self.rewritten.emit(self._finding))
        body = QVBoxLayout(self)
        body.setContentsMargins(LARGE, MEDIUM, MEDIUM, MEDIUM)
        body.setSpacing(TIGHT)
        body.addLayout(head)
        for part in (self._words, self._question, self._message):
            body.addWidget(part)
        body.addSpacing(HAIR)
        for button in (rewrite, self._prove, keep):
            body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _button(self, text: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: do())
        return button

    def _reasons(self) -> QMenu:
        menu = QMenu(self)
        for reason in REASONS:
            text = self._desk.words(f"guide.reason_{reason}")
            menu.addAction(text).triggered.connect(
                lambda _=False, text=text: self.kept.emit(self._finding, text)
            )
        return menu

    @property
    def finding(self) -> Finding | None:
        """The finding shown, None for none."""
        return None if self.isHidden() else self._finding

    def show_findings(self, findings: tuple[Finding, ...], text: str) -> None:
        """Show the first of some findings about a text; none at all hides the card."""
        self._finding = findings[0] if findings else None
        self.setVisible(bool(findings))
        if self._finding is None:
            return
        one, words, tokens = self._finding, self._desk.words, self._desk.tokens
        serious = one.severity == TO_DISCUSS
        colour = tokens.discuss if serious else tokens.muted
        icon = self._desk.icons.icon("alert" if serious else "guide", colour, 20)
        self._mark.setPixmap(icon.pixmap(QSize(20, 20), self.devicePixelRatioF()))
        self._title.setText(words("state.discuss") if serious else words("guide.hint"))
        self._more.setText(words("guide.more", n=len(findings) - 1) if len(findings) > 1 else "")
        quoted = text[one.start : one.end].strip()
        whole = not quoted or quoted == text.strip() or len(quoted) > _MOST
        self._words.setVisible(not whole)
        self._words.setText("" if whole else words("guide.quoted", words=quoted))
        self._message.setText(typeset(one.message, words.language))
        self._question.setText(typeset(one.question, words.language))
        self._prove.setVisible(one.family == "claims" and not whole)
        self.setAccessibleName(f"{self._title.text()} {self._words.text()} {self._question.text()}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self._desk.tokens
        serious = self._finding is not None and self._finding.severity == TO_DISCUSS
        painter.fillRect(self.rect(), QColor(tokens.paper))
        painter.fillRect(0, 0, 3, self.height(), QColor(tokens.discuss if serious else tokens.rule))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(tokens.rule))
        painter.end()
