"""One signature as it is shown: who, when, before whom, and whether what they signed still stands.

Must not know how one signs.
"""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from brandplatform.document.model import Signature
from brandplatform.publish import signed
from brandplatform.publish.typography import typeset
from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.growing import INSET
from brandplatform.ui.paper import Way, lettered, quiet
from brandplatform.ui.session import Session
from brandplatform.ui.theme import ANSWER, NOTE, write_in
from brandplatform.ui.tokens import HAIR, SMALL

_MARK = 16


def name_of(desk: Desk, session: Session, field: str) -> str:
    """Return what a field is called: its section, and its own title where it is not what that is about."""
    language, section = desk.words.language, session.framework.section_of(field)
    known = desk.library.field(session.framework, field)
    if section is None or known is None:
        return field
    title = typeset(section.title[language], language)
    own = typeset(known.title[language], language)
    return title if field == section.fields[0] else f"{title} ({own})"


def names_of(desk: Desk, session: Session, fields: tuple[str, ...]) -> str:
    """Return what fields are called, as a list in words."""
    return desk.words("common.list_join").join(name_of(desk, session, field) for field in fields)


class SignatureLine(QWidget):
    """Name and role, date and witnesses, and the state with its mark."""

    withdrawn = Signal(str)
    """Id of the signature to take back."""

    def __init__(self, desk: Desk, session: Session, signature: Signature) -> None:
        super().__init__()
        words, tokens = desk.words, desk.tokens
        who = lettered(", ".join(filter(None, (signature.name, signature.role))), ANSWER)
        who.setWordWrap(True)
        aloud = words("signoff.said_to", whom=signature.aloud_to) if signature.aloud_to else ""
        told = quiet(desk, " · ".join(filter(None, (words.day(signature.when), aloud))))
        changed = signed.changed_since(session.platform, session.framework, signature)
        fields = names_of(desk, session, changed)
        text = words("signoff.changed", fields=fields) if changed else words("state.signed")
        self.state = lettered(text, NOTE)
        self.state.setWordWrap(True)
        colour = tokens.discuss if changed else tokens.settled
        write_in(self.state, colour)
        mark = QLabel()
        icon = desk.icons.icon("alert" if changed else "check", colour, _MARK)
        mark.setPixmap(icon.pixmap(QSize(_MARK, _MARK), self.devicePixelRatioF()))
        self.withdraw = Way(desk, words("signoff.withdraw"))
        self.withdraw.setAccessibleDescription(signature.name)
        self.withdraw.setEnabled(session.writable)
        self.withdraw.clicked.connect(lambda: self.withdrawn.emit(signature.id))
        state = QHBoxLayout()
        state.setSpacing(HAIR)
        state.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        state.addWidget(self.state, 1)
        left = QVBoxLayout()
        left.setSpacing(HAIR)
        left.addWidget(who)
        left.addWidget(told)
        left.addLayout(state)
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addLayout(left, 1)
        row.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignTop)
