"""The sign-off (*Bon pour accord*): the sentence, what is not true yet, who signed, what changed since.

Owns the asking for a name and how signatures are shown; what is signed is `publish.signed`'s. It never stops
anyone from writing: the platform stays open behind it.
"""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from brandplatform.document import edit, signing
from brandplatform.document.model import Lines, Signature, new_id
from brandplatform.publish import signed
from brandplatform.ui.commands import Spot
from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.dates import iso
from brandplatform.ui.paper import Paper, Way, in_line, lettered, quiet, scrolled
from brandplatform.ui.session import Session
from brandplatform.ui.signatures import SignatureLine
from brandplatform.ui.theme import ANSWER, HEADING, TITLE, Face
from brandplatform.ui.tokens import HAIR, LARGE, MEDIUM, SERIF, SMALL, TIGHT, WIDE

NOT_YET = "signoff.not_yet"
SECTION = "signoff"
SENTENCE = Face(SERIF, 24)

_WIDTH, _HEIGHT = 640, 680


class SignDialog(QDialog):
    """One sentence, one name under it."""

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._session = desk, session
        words = desk.words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words("signoff.title"))
        self.resize(_WIDTH, _HEIGHT)
        self.name, self.role, self.aloud = QLineEdit(), QLineEdit(), QLineEdit()
        self.when = QLineEdit(words.day(date.today().isoformat()))
        self.sign = QPushButton(words("signoff.sign"))
        self.sign.setDefault(True)
        self.sign.clicked.connect(self.put_name)
        self.name.textChanged.connect(self._offer)
        self.note = quiet(desk)
        self.not_yet = lettered("", ANSWER)
        self.not_yet.setWordWrap(True)
        self.go = Way(desk, words("signoff.write_not_yet"), desk.icons.icon("chevron-right"))
        self.go.clicked.connect(self._write_not_yet)
        self.signatures: list[SignatureLine] = []
        self._lines = QVBoxLayout()
        self._signed = in_line(lettered(words("signoff.who"), HEADING))
        self._lay_out()
        session.changed.connect(self.refresh)
        session.language_changed.connect(self.refresh)
        self.refresh()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        words, desk = self._desk.words, self._desk
        sheet = Paper(desk)
        rows = QVBoxLayout(sheet)
        rows.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        rows.setSpacing(TIGHT)
        rows.addWidget(in_line(lettered(words("signoff.title"), TITLE)))
        rows.addSpacing(MEDIUM)
        rows.addWidget(in_line(lettered(words("signoff.not_yet"), HEADING)))
        rows.addWidget(in_line(self.not_yet))
        rows.addWidget(self.go)
        rows.addSpacing(MEDIUM)
        sentence = in_line(lettered(words("signoff.sentence").replace(". ", ".\n", 1), SENTENCE))
        sentence.setWordWrap(True)
        rows.addWidget(sentence)
        rows.addSpacing(MEDIUM)
        rows.addLayout(self._form())
        rows.addWidget(in_line(self.note))
        rows.addSpacing(LARGE)
        rows.addWidget(self._signed)
        self._lines.setSpacing(SMALL)
        rows.addLayout(self._lines)
        rows.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scrolled(sheet), 1)
        whole.addLayout(self._ends())

    def _form(self) -> QGridLayout:
        """Return name, role, date and before whom it was said aloud."""
        form = QGridLayout()
        form.setContentsMargins(HAIR * 2, 0, 0, 0)
        form.setHorizontalSpacing(MEDIUM)
        form.setVerticalSpacing(TIGHT)
        boxes = (("name", self.name), ("role", self.role), ("date", self.when), ("aloud", self.aloud))
        for at, (key, box) in enumerate(boxes):
            said = self._desk.words(f"signoff.{key}")
            label = quiet(self._desk, said)
            label.setWordWrap(False)
            label.setBuddy(box)
            box.setAccessibleName(said)
            box.setMinimumHeight(32)
            form.addWidget(label, at, 0)
            form.addWidget(box, at, 1)
        form.setColumnStretch(1, 1)
        return form

    def _ends(self) -> QHBoxLayout:
        ends = QHBoxLayout()
        ends.setContentsMargins(WIDE, MEDIUM, WIDE, MEDIUM)
        ends.setSpacing(SMALL)
        close = QPushButton(self._desk.words("common.close"))
        close.clicked.connect(self.close)
        ends.addStretch(1)
        ends.addWidget(close)
        ends.addWidget(self.sign)
        return ends

    # What is shown

    def refresh(self) -> None:
        """Show what is not true yet, who signed, and what changed since."""
        platform, words = self._session.platform, self._desk.words
        answer = platform.answers.get(NOT_YET)
        lines = answer.lines.get(self._session.language, ()) if isinstance(answer, Lines) else ()
        self.not_yet.setText("\n".join(f"– {line}" for line in lines) or words("signoff.nothing_noted"))
        for line in self.signatures:
            self._lines.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.signatures = [SignatureLine(self._desk, self._session, one) for one in platform.signatures]
        for line in self.signatures:
            line.withdrawn.connect(self.withdraw)
            self._lines.addWidget(line)
        self._signed.setVisible(bool(self.signatures))
        self._offer()

    def _offer(self) -> None:
        """Let sign once there is a name, and something to sign."""
        session = self._session
        something = bool(signing.published(session.framework, session.platform))
        self.note.setText("" if something else self._desk.words("signoff.nothing"))
        self.note.setVisible(not something)
        self.sign.setEnabled(session.writable and something and bool(self.name.text().strip()))

    # What is done

    def put_name(self) -> None:
        """Sign what stands there now."""
        session = self._session
        session.flush()
        taken = frozenset(one.id for one in session.platform.signatures)
        name, role, when, aloud = (
            edit.on_one_line(box.text()) for box in (self.name, self.role, self.when, self.aloud)
        )
        signature = Signature(
            id=new_id("s", taken), name=name, role=role, when=iso(when) or when, aloud_to=aloud
        )
        session.keep_moment("sign")
        after = signed.sign(session.platform, session.framework, signature)
        session.edit(after, self._desk.words("undo.sign"), Spot(NOT_YET, SECTION), origin=self)
        for box in (self.name, self.role, self.aloud):
            box.clear()

    def withdraw(self, signature: str) -> None:
        """Take a signature back."""
        session = self._session
        session.flush()
        after = signing.withdraw(session.platform, signature)
        session.edit(after, self._desk.words("undo.unsign"), Spot(NOT_YET, SECTION), origin=self)

    def _write_not_yet(self) -> None:
        """Go where it is written what is not true yet."""
        self.close()
        self._session.travelled.emit(Spot(NOT_YET, SECTION))
