"""The walk of a reading: one sentence on the page, *toujours vrai ?*, and on to the next.

Owns where the walk is and what was answered; must not know what becomes of the answers.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from brandplatform.document.model import Statement
from brandplatform.publish.typography import typeset
from brandplatform.ui.desk import Desk
from brandplatform.ui.paper import Paper, Way, in_line, lettered, quiet, scrolled
from brandplatform.ui.session import Session
from brandplatform.ui.signatures import name_of
from brandplatform.ui.theme import HEADING, STATEMENT, TITLE
from brandplatform.ui.tokens import LARGE, MEDIUM, SMALL, TIGHT, WIDE

TRUE, DOUBT = "true", "doubt"


class Walk(Paper):
    """One field at a time."""

    ended = Signal()
    """The last sentence was answered or passed over."""
    left = Signal()
    """Back from the first one."""

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__(desk)
        self._desk, self._session = desk, session
        self.found: dict[str, str] = {}
        self._fields: tuple[str, ...] = ()
        self._at = 0
        words = desk.words
        self._count, self._title = quiet(desk), lettered("", HEADING)
        self.sentence = lettered("", STATEMENT)
        for label in (self._title, self.sentence):
            label.setWordWrap(True)
        self.true = QPushButton(words("reading.true"))
        self.true.clicked.connect(lambda: self._answer(TRUE))
        self.doubt = QPushButton(words("reading.doubt"))
        self.doubt.clicked.connect(lambda: self._answer(DOUBT))
        self.skip = QPushButton(words("reading.skip"))
        self.skip.setFlat(True)
        self.skip.clicked.connect(lambda: self._answer(""))
        self._previous = Way(desk, words("common.back"))
        self._previous.clicked.connect(self.back)
        self._lay_out()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        rows.setSpacing(TIGHT)
        rows.addWidget(in_line(self._count))
        rows.addWidget(in_line(self._title))
        rows.addSpacing(SMALL)
        rows.addWidget(self._long(), 1)
        rows.addSpacing(MEDIUM)
        rows.addWidget(in_line(lettered(self._desk.words("reading.ask"), TITLE)))
        rows.addSpacing(SMALL)
        answers = QHBoxLayout()
        answers.setContentsMargins(TIGHT, 0, 0, 0)
        answers.setSpacing(SMALL)
        for button in (self.true, self.doubt, self.skip):
            button.setAutoDefault(False)
            answers.addWidget(button)
        answers.addStretch(1)
        rows.addLayout(answers)
        rows.addSpacing(MEDIUM)
        rows.addWidget(self._previous)

    def _long(self) -> QWidget:
        """Return the sentence on a sheet that scrolls when it is a very long one."""
        sheet = Paper(self._desk)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(in_line(self.sentence))
        column.addStretch(1)
        return scrolled(sheet)

    @property
    def field(self) -> str:
        """Id of the field that is read now, or empty."""
        return self._fields[self._at] if self._at < len(self._fields) else ""

    def begin(self, fields: tuple[str, ...]) -> None:
        """Read these fields, from the first."""
        self._fields, self._at, self.found = fields, 0, {}
        self._show()

    def take_focus(self) -> None:
        """Put the keyboard on the answers."""
        self.true.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> None:
        """Read the sentence before again; from the first, leave."""
        if self._at == 0:
            self.left.emit()
            return
        self._at -= 1
        self._show()
        self.take_focus()

    def _answer(self, said: str) -> None:
        if said:
            self.found[self.field] = said
        else:
            self.found.pop(self.field, None)
        self._at += 1
        if self.field:
            self._show()
            self.take_focus()
        else:
            self.ended.emit()

    def _show(self) -> None:
        session, words = self._session, self._desk.words
        title = name_of(self._desk, session, self.field)
        self._count.setText(words("reading.of", number=self._at + 1, all=len(self._fields)))
        self._title.setText(title)
        answer = session.platform.answers.get(self.field)
        texts = answer.text if isinstance(answer, Statement) else {}
        main = session.platform.main_language
        spoken = session.language if session.language in texts else main
        self.sentence.setText(typeset(texts.get(spoken, ""), spoken))
        self.sentence.setAccessibleName(f"{title}, {self.sentence.text()}")
