"""What leads nowhere in the ledger: links whose words are gone, words that lead to no act.

Owns the list and its ways out; must not know the ledger above it.
"""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brandplatform.document import proofs
from brandplatform.document.proofs import Link
from brandplatform.ui.commands import Spot
from brandplatform.ui.fields.here import Here
from brandplatform.ui.ledgerrow import Mark
from brandplatform.ui.paper import Way, in_line, lettered, quiet
from brandplatform.ui.strip import quoted
from brandplatform.ui.theme import HEADING
from brandplatform.ui.tokens import HAIR, SMALL


class GapLine(QWidget):
    """One link: what is wrong with it, the way to its statement, and the way to take it out."""

    def __init__(self, here: Here, link: Link) -> None:
        super().__init__()
        self._here, self._link = here, link
        words, tokens = here.desk.words, here.desk.tokens
        field = here.desk.library.field(here.session.framework, link.field)
        name = here.say(field.title) if field else link.field
        key = "ledger.gone_from" if link.at is None else "ledger.leads_nowhere"
        said = words(key, words=quoted(link.proof.words, link.proof.language), field=name)
        act = proofs.said_of(link.row, "act", here.language, here.platform.main_language)
        self.mark = Mark(here.desk)
        self.mark.say("alert", tokens.discuss, f"{said} {act}".strip())
        self.go = Way(here.desk, words("ledger.go_to_text"))
        self.go.setAccessibleDescription(said)
        self.go.clicked.connect(self._go)
        self.remove = Way(here.desk, words("proof.unlink"))
        self.remove.setAccessibleDescription(said)
        self.remove.setEnabled(here.session.writable)
        self.remove.clicked.connect(self._remove)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SMALL)
        line.addWidget(self.mark, 1)
        line.addWidget(self.go)
        line.addWidget(self.remove)

    def _go(self) -> None:
        session, framework = self._here.session, self._here.session.framework
        section = framework.section_of(self._link.field)
        spot = Spot(self._link.field, section.id if section else "", self._link.proof.language)
        session.travelled.emit(spot)

    def _remove(self) -> None:
        here = self._here
        here.session.flush()
        after = proofs.unlink(here.platform, self._link.field, self._link.proof.id)
        here.change(after, here.desk.words("undo.unlink"), "", self)


class GapList(QWidget):
    """Links to talk about; there only while there are some."""

    def __init__(self, here: Here) -> None:
        super().__init__()
        self._here = here
        self._shown: tuple[Link, ...] = ()
        self.lines: list[GapLine] = []
        words = here.desk.words
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(HAIR)
        self._rows.addWidget(in_line(lettered(words("ledger.detached"), HEADING)))
        self._rows.addWidget(in_line(quiet(here.desk, words("ledger.detached_note"))))
        self.hide()

    def show_value(self) -> None:
        """Show the links that lead nowhere."""
        platform = self._here.platform
        found = (*proofs.detached(platform), *proofs.unproved(platform))
        if found == self._shown:
            return
        self._shown = found
        for line in self.lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [GapLine(self._here, link) for link in found]
        for line in self.lines:
            self._rows.addWidget(line)
        self.setVisible(bool(found))
