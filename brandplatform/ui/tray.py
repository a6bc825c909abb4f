"""What found no field when a document was brought in: kept aside, to be copied from or taken out.

Owns the list; what is taken out comes back by undo. Must not know where the texts came from.
"""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from brandplatform.document import edit
from brandplatform.document.model import Loose
from brandplatform.ui.commands import Spot
from brandplatform.ui.desk import Desk
from brandplatform.ui.paper import Paper, Way, in_a_row, lettered, quiet, scrolled
from brandplatform.ui.session import Session
from brandplatform.ui.theme import ANSWER, TITLE
from brandplatform.ui.tokens import HAIR, LARGE, MEDIUM, SMALL, TIGHT, WIDE

_SIZE = (620, 560)


class Aside(QWidget):
    """One text, where it stood, and what one may do with it."""

    def __init__(self, desk: Desk, session: Session, loose: Loose) -> None:
        super().__init__()
        self._desk, self._session, self._loose = desk, session, loose
        words = desk.words
        text = lettered(loose.text, ANSWER)
        text.setWordWrap(True)
        self.copy = Way(desk, words("tray.copy"))
        self.copy.setAccessibleDescription(loose.text)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(loose.text))
        self.remove = Way(desk, words("tray.remove"))
        self.remove.setAccessibleDescription(loose.text)
        self.remove.setEnabled(session.writable)
        self.remove.clicked.connect(self._remove)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, SMALL, 0, SMALL)
        body.setSpacing(HAIR)
        body.addWidget(quiet(desk, loose.source))
        body.addWidget(text)
        ways = QHBoxLayout()
        ways.setContentsMargins(-TIGHT, 0, 0, 0)
        ways.addWidget(self.copy)
        ways.addWidget(self.remove)
        ways.addStretch(1)
        body.addLayout(ways)

    def _remove(self) -> None:
        session = self._session
        session.flush()
        after = edit.drop_loose(session.platform, self._loose.id)
        session.edit(after, self._desk.words("undo.loose"), Spot(""))


class TrayDialog(QDialog):
    """The texts that stand aside."""

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._desk, self._session = desk, session
        words = desk.words
        self.setWindowTitle(words("tray.title"))
        self.resize(*_SIZE)
        self._paper = Paper(desk)
        self._column = QVBoxLayout(self._paper)
        self._column.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        self._column.addStretch(1)
        self.texts: dict[str, Aside] = {}
        self._told = quiet(desk)
        close = QPushButton(words("common.close"))
        close.clicked.connect(self.close)
        body = QVBoxLayout(self)
        body.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        body.setSpacing(TIGHT)
        body.addWidget(lettered(words("tray.title"), TITLE))
        body.addWidget(self._told)
        body.addWidget(scrolled(self._paper), 1)
        body.addLayout(in_a_row(None, close, space=SMALL))
        session.changed.connect(self._show)
        self._show()

    def _show(self, _change: object = None) -> None:
        """Show the texts there are now."""
        there = {one.id: one for one in self._session.platform.loose}
        for gone in [name for name in self.texts if name not in there]:
            text = self.texts.pop(gone)
            self._column.removeWidget(text)
            text.hide()
            text.deleteLater()
        for at, (name, one) in enumerate(there.items()):
            if name not in self.texts:
                self.texts[name] = Aside(self._desk, self._session, one)
                self._column.insertWidget(at, self.texts[name])
        words = self._desk.words
        self._told.setText(words("tray.note") if there else words("tray.empty"))
