"""The first and the last page of a reading: when, why sooner and the log; who read, and when next.

Owns how they are laid out; must not know the walk between them.
"""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from brandplatform.document import signing
from brandplatform.document.model import Date, Lines, Review
from brandplatform.ui.desk import Desk
from brandplatform.ui.paper import Paper, Way, in_line, lettered, quiet, scrolled
from brandplatform.ui.reviewwalk import DOUBT, TRUE
from brandplatform.ui.session import Session
from brandplatform.ui.signatures import names_of
from brandplatform.ui.theme import ANSWER, HEADING, STATEMENT, TITLE, write_in
from brandplatform.ui.tokens import HAIR, LARGE, MEDIUM, SMALL, TARGET, TIGHT, WIDE


def _sheet(desk: Desk) -> tuple[Paper, QVBoxLayout]:
    """Return a sheet of paper and the column on it."""
    sheet = Paper(desk)
    rows = QVBoxLayout(sheet)
    rows.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
    rows.setSpacing(TIGHT)
    return sheet, rows


def _ends(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(WIDE, MEDIUM, WIDE, MEDIUM)
    row.setSpacing(SMALL)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row


def _stack(page: QWidget, sheet: QWidget, ends: QHBoxLayout) -> None:
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.setSpacing(0)
    whole.addWidget(scrolled(sheet), 1)
    whole.addLayout(ends)


class Overview(QWidget):
    """When it is read again, what would force that sooner, and who read it when."""

    begun = Signal()
    closed = Signal()
    elsewhere = Signal()
    """A person wants to change the date or the reasons."""

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__()
        self._desk, self._session = desk, session
        words = desk.words
        self.when = lettered("", STATEMENT)
        self.overdue = in_line(quiet(desk, words("reading.overdue")))
        write_in(self.overdue, desk.tokens.discuss)
        self.triggers = lettered("", ANSWER)
        self.triggers.setWordWrap(True)
        self._change = Way(desk, words("reading.change"), desk.icons.icon("chevron-right"))
        self._change.clicked.connect(self.elsewhere)
        self.log: list[str] = []
        self._log_title = in_line(lettered(words("reading.log"), HEADING))
        self._log = QVBoxLayout()
        self._log.setSpacing(TIGHT)
        self.begin = QPushButton(words("reading.begin"))
        self.begin.setDefault(True)
        self.begin.clicked.connect(self.begun)
        close = QPushButton(words("common.close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.closed)
        sheet, rows = _sheet(desk)
        rows.addWidget(in_line(lettered(words("reading.title"), TITLE)))
        rows.addSpacing(MEDIUM)
        rows.addWidget(in_line(lettered(words("reading.next"), HEADING)))
        rows.addWidget(in_line(self.when))
        rows.addWidget(self.overdue)
        rows.addSpacing(SMALL)
        rows.addWidget(in_line(lettered(words("reading.triggers"), HEADING)))
        rows.addWidget(in_line(self.triggers))
        rows.addWidget(self._change)
        rows.addSpacing(MEDIUM)
        rows.addWidget(self._log_title)
        rows.addLayout(self._log)
        rows.addStretch(1)
        _stack(self, sheet, _ends(close, self.begin))
        self.refresh()

    def refresh(self) -> None:
        """Show what the document says."""
        session, words = self._session, self._desk.words
        platform = session.platform
        answer = platform.answers.get(signing.NEXT)
        when = answer.value if isinstance(answer, Date) else ""
        self.when.setText(words.day(when) or words("reading.no_date"))
        self.overdue.setVisible(bool(when) and when < date.today().isoformat()[: len(when)])
        found = platform.answers.get(signing.TRIGGERS)
        lines = found.lines.get(session.language, ()) if isinstance(found, Lines) else ()
        self.triggers.setText("\n".join(f"– {line}" for line in lines) or words("reading.no_trigger"))
        self.begin.setEnabled(session.writable and bool(signing.to_read(session.framework, platform)))
        self._show_log(platform.reviews)

    def _show_log(self, reviews: tuple[Review, ...]) -> None:
        said = [self._said(review) for review in reversed(reviews)]
        if said != self.log:
            self.log = said
            while (item := self._log.takeAt(0)) is not None:
                if (old := item.widget()) is not None:
                    old.hide()
                    old.deleteLater()
            for line in said:
                self._log.addWidget(in_line(quiet(self._desk, line)))
        self._log_title.setVisible(bool(said))

    def _said(self, review: Review) -> str:
        """Say a reading in a line: when, by whom, what was found, the note."""
        words, session = self._desk.words, self._session
        true = sum(answer == TRUE for answer in review.found.values())
        doubts = tuple(name for name, answer in review.found.items() if answer == DOUBT)
        names = names_of(self._desk, session, doubts)
        note = review.note.get(session.language) or next(iter(review.note.values()), "")
        parts = (
            words.day(review.when),
            review.by,
            words("reading.found_true", true) if true else "",
            words("reading.found_doubt", fields=names) if doubts else "",
            note,
        )
        return " · ".join(filter(None, parts))


class Closing(QWidget):
    """What was found, who read, a word about it, and the day of the next reading."""

    back = Signal()
    noted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        words = desk.words
        self.told = lettered("", ANSWER)
        self.told.setWordWrap(True)
        self.by, self.note, self.next_date = QLineEdit(), QLineEdit(), QLineEdit()
        sheet, rows = _sheet(desk)
        rows.addWidget(in_line(lettered(words("reading.closing"), TITLE)))
        rows.addSpacing(SMALL)
        rows.addWidget(in_line(self.told))
        for key, box in (("by", self.by), ("note", self.note), ("next", self.next_date)):
            said = words(f"reading.{key}")
            rows.addSpacing(SMALL)
            label = in_line(quiet(desk, said))
            label.setBuddy(box)
            rows.addWidget(label)
            box.setAccessibleName(said)
            box.setMinimumHeight(TARGET)
            line = QHBoxLayout()
            line.setContentsMargins(HAIR * 2, 0, 0, 0)
            line.addWidget(box)
            rows.addLayout(line)
        rows.addStretch(1)
        self._back = QPushButton(words("common.back"))
        self._back.setAutoDefault(False)
        self._back.clicked.connect(self.back)
        self.done = QPushButton(words("reading.note_down"))
        self.done.setDefault(True)
        self.done.clicked.connect(self.noted)
        _stack(self, sheet, _ends(self._back, self.done))

    def show_found(self, desk: Desk, session: Session, found: Mapping[str, str]) -> None:
        """Say what was found, and propose the same day next year."""
        words = desk.words
        true = sum(answer == TRUE for answer in found.values())
        doubts = tuple(name for name, answer in found.items() if answer == DOUBT)
        told = [words("reading.found_true", true)]
        if doubts:
            told.append(words("reading.found_doubt", fields=names_of(desk, session, doubts)))
        self.told.setText("\n".join(told))
        today = date.today()
        day = 28 if (today.month, today.day) == (2, 29) else today.day
        self.next_date.setText(today.replace(year=today.year + 1, day=day).isoformat())
