"""Words & actions (*Paroles et actes*): the table of acts as a ledger, with what is missing on each side.

Owns how the ledger is shown and what its marks say; what is written reaches the document through the session.
"""

from collections.abc import Callable
from datetime import date

from msgspec.structs import replace
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from brandplatform.document import proofs
from brandplatform.document.framework import Field
from brandplatform.document.model import Row
from brandplatform.document.places import Place, PlaceError, parse_place
from brandplatform.document.proofs import LEDGER, Link
from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.rows import RowBlock
from brandplatform.ui.fields.table import TableView
from brandplatform.ui.ledgergaps import GapList
from brandplatform.ui.ledgerrow import Heads, LedgerRow
from brandplatform.ui.paper import centred, in_line, lettered, quiet
from brandplatform.ui.screen import Screen
from brandplatform.ui.session import Changed, Session
from brandplatform.ui.strip import quoted
from brandplatform.ui.theme import TITLE
from brandplatform.ui.tokens import HAIR, HUGE, LARGE, WIDE

SCREEN = "actions"
MEASURE = 1120
"""Widest ledger, in pixels."""

PROMISES = ("promise", "promise.internal")
"""The statements in which a word of the ledger is looked for."""


def today() -> str:
    """Return the day (ISO)."""
    return date.today().isoformat()


class LedgerTable(TableView):
    """The table of acts as lines, each with its marks."""

    def __init__(self, here: Here, field: Field, day: Callable[[], str]) -> None:
        self._day = day
        super().__init__(here, replace(field, help={}), titled=False)  # the page says what it is about

    def block_of(self, name: str) -> RowBlock:
        """Return an empty line."""
        return LedgerRow(self.here, self.field, name)

    def show_value(self) -> None:
        super().show_value()
        self.mark()

    def mark(self) -> None:
        """Say of each line how its word, its links and its evidence stand."""
        platform, known = self.here.platform, {row.id: row for row in self.rows}
        found = proofs.links(platform)
        for name, block in self._blocks.items():
            if isinstance(block, LedgerRow):
                mine = tuple(link for link in found if link.at and link.proof.row == name)
                self._mark(block, known.get(name), mine)

    def _mark(self, block: LedgerRow, row: Row | None, mine: tuple[Link, ...]) -> None:
        words, tokens = self.here.desk.words, self.here.desk.tokens
        if row is None:
            for mark in (block.word, block.links, block.evidence, block.due):
                mark.say("", tokens.muted, "")
            block.grey(False)
            return
        if proofs.lacks_act(row):
            block.word.say("alert", tokens.discuss, words("ledger.no_act"))
        elif proofs.lacks_word(self.here.platform, row, PROMISES):
            block.word.say("alert", tokens.discuss, words("ledger.no_word"))
        elif mine:
            block.word.say("check", tokens.settled, words("proof.proved"))
        else:
            block.word.say("", tokens.muted, "")
        block.links.say("link" if mine else "", tokens.muted, self._said(mine))
        age = proofs.age_of(row, self._day())
        block.grey(age == "old")
        if age == "none" and not proofs.has(row, "act"):
            age = ""
        icon, colour = {
            "fresh": ("check", tokens.settled), "old": ("recent", tokens.muted),
            "none": ("ring", tokens.discuss),
        }.get(age, ("", tokens.muted))  # fmt: skip
        block.evidence.say(icon, colour, words(f"ledger.{age}") if age else "")
        late = proofs.overdue(row, self._day())
        block.due.say("alert" if late else "", tokens.discuss, words("ledger.late") if late else "")

    def _said(self, mine: tuple[Link, ...]) -> str:
        """Say which words of which statements lead to a line."""
        here = self.here
        said = []
        for link in mine:
            field = here.desk.library.field(here.session.framework, link.field)
            name = here.say(field.title) if field else link.field
            quote = quoted(link.proof.words, link.proof.language)
            said.append(here.desk.words("ledger.linked", field=name, words=quote))
        return " · ".join(said)


class LedgerPage(Screen):
    """The ledger, and under it the links that lead nowhere."""

    def __init__(self, desk: Desk, session: Session, day: Callable[[], str] = today) -> None:
        super().__init__()
        self._here, self._day, self._stale = Here(desk, session, LEDGER, SCREEN), day, False
        field = desk.library.field(session.framework, LEDGER)
        self.table = LedgerTable(self._here, field, day) if field else None
        self.gaps = GapList(self._here)
        self.open = quiet(desk)
        self._lay_out(field)
        session.changed.connect(self._heed)
        session.language_changed.connect(self._show_all)
        session.flushing.connect(self._flush)
        self._tell()

    def focus_place(self, place: str) -> None:
        """Put the cursor into a cell of the ledger: `proof[r1].act`; into its first line by default."""
        if self.table is None:
            return
        try:
            found = parse_place(place)
        except PlaceError:
            found = Place(LEDGER)
        self.table.go_to(found if found.field == LEDGER else Place(LEDGER))

    def change_row(self, wish: str) -> None:
        """Do as a menu says with the line that has the cursor."""
        if self.table is not None and wish == "add":
            self.table.add()
        elif self.table is not None and (row := self.table.current()):
            self.table.shift(row, wish)

    def _lay_out(self, field: Field | None) -> None:
        words = self._here.desk.words
        column = QWidget()
        column.setMaximumWidth(MEASURE)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, HUGE, 0, HUGE)
        rows.setSpacing(0)
        rows.addWidget(in_line(lettered(words("screen.actions"), TITLE)))
        rows.addSpacing(HAIR)
        rows.addWidget(in_line(quiet(self._here.desk, words("ledger.intro"))))
        rows.addWidget(in_line(self.open))
        rows.addSpacing(LARGE)
        if self.table is not None and field is not None:
            rows.addWidget(Heads(self._here, field))
            rows.addWidget(self.table)
        rows.addSpacing(WIDE)
        rows.addWidget(self.gaps)
        rows.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(centred(self._here.desk, column))

    def _tell(self) -> None:
        """Say what is open, in words, and list what leads nowhere."""
        platform, words = self._here.platform, self._here.desk.words
        rows = proofs.rows_of(platform)
        counts = (
            ("ledger.count_no_act", sum(map(proofs.lacks_act, rows)) + len(proofs.unproved(platform))),
            ("ledger.count_no_word", sum(proofs.lacks_word(platform, row, PROMISES) for row in rows)),
            ("ledger.count_late", sum(proofs.overdue(row, self._day()) for row in rows)),
            ("ledger.count_old", sum(proofs.age_of(row, self._day()) == "old" for row in rows)),
        )
        self.open.setText(" · ".join(words(key, n) for key, n in counts if n))
        self.open.setVisible(bool(self.open.text()))
        self.gaps.show_value()

    def _heed(self, changed: Changed) -> None:
        """Show an edit; one made elsewhere waits until somebody comes here."""
        if not self.isVisible():
            self._stale = True
            return
        if self.table is not None:
            if changed.origin is self.table:
                self.table.mark()
            else:
                self.table.show_value()
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self._show_all()

    def _show_all(self) -> None:
        if self.table is not None:
            self.table.show_value()
        self._tell()

    def _flush(self) -> None:
        if self.table is not None:
            self.table.flush()
