"""Compare (*À prendre ou à laisser*): versions of the file, another copy, and what is to be decided.

Owns which of them is in front and what taking does to the document; it all reaches it through the session.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from brandplatform.document import decide
from brandplatform.storage.problems import FileProblem
from brandplatform.ui import comparework, files
from brandplatform.ui.commands import Spot
from brandplatform.ui.compareconflict import Conflicts
from brandplatform.ui.comparefoot import Foot
from brandplatform.ui.comparehead import Head
from brandplatform.ui.comparelist import SourceList
from brandplatform.ui.comparename import NameLine
from brandplatform.ui.comparetable import Table
from brandplatform.ui.comparework import Compared, Copy, Source
from brandplatform.ui.desk import Desk
from brandplatform.ui.errand import Errand
from brandplatform.ui.paper import Way, centred
from brandplatform.ui.screen import Screen
from brandplatform.ui.session import Changed, Session
from brandplatform.ui.tokens import HAIR, HUGE, LARGE, SMALL, TIGHT

SCREEN = "compare"
MEASURE = 1280
"""Widest table, in pixels."""
CONFLICTS = "conflicts"
"""The place of what is to be decided."""
SIDE = 260
"""Width of the list, in pixels."""


class ComparePage(Screen):
    """What there is to compare with, and what there is to take of it."""

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__()
        self._desk, self._session = desk, session
        self._source: Source | None = None
        self._copies: list[Copy] = []
        self._brought: frozenset[str] = frozenset()
        self._seen: frozenset[str] = frozenset()
        self._token: object = None
        self._stale = True
        self.compared: Compared | None = None
        """What is in the table."""
        self.list, self.name, self.head = SourceList(desk), NameLine(desk), Head(desk)
        self.other = Way(desk, desk.words("compare.other_copy"), desk.icons.icon("open", size=18))
        self.table = Table(desk, session.framework, self.other, writable=session.writable)
        self.conflicts = Conflicts(desk, session.framework, self.other)
        self.foot = Foot(desk)
        self._errand = Errand(self)
        self.name.setVisible(session.writable)
        self._lay_out()
        self._wire()

    def _lay_out(self) -> None:
        left = QWidget()
        left.setFixedWidth(SIDE)
        side = QVBoxLayout(left)
        side.setContentsMargins(SMALL, LARGE, TIGHT, LARGE)
        side.setSpacing(HAIR)
        side.addWidget(self.name)
        side.addWidget(self.list, 1)
        side.addWidget(self.other)
        column = QWidget()
        column.setMaximumWidth(MEASURE)
        rows = QVBoxLayout(column)
        rows.setContentsMargins(0, HUGE, 0, HUGE)
        rows.setSpacing(0)
        for part in (self.head, self.table, self.conflicts):
            rows.addWidget(part)
        rows.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(centred(self._desk, column), 1)
        right.addWidget(self.foot)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(left)
        whole.addLayout(right, 1)

    def _wire(self) -> None:
        session = self._session
        self.list.chosen.connect(self.show_source)
        self.other.clicked.connect(self._ask_copy)
        self.name.named.connect(self._name)
        self.table.ticked.connect(self._show_foot)
        self.foot.all.clicked.connect(lambda: self.table.tick_all(True))
        self.foot.none.clicked.connect(lambda: self.table.tick_all(False))
        self.foot.take.clicked.connect(self.take)
        self.conflicts.decided.connect(self.decide)
        self.conflicts.asked.connect(self.asked)
        self._errand.done.connect(self._have)
        session.changed.connect(self._heed)
        session.saved.connect(self._have_saved)

    # What is in front

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._arrive()

    def _arrive(self) -> None:
        """Show what is to be decided before all else, when that is new; and how things stand by now."""
        waiting = frozenset(one.id for one in self._session.platform.conflicts)
        new, self._seen = waiting - self._seen, waiting
        if self._stale:
            self._stale = False
            self._show_list()
            if new:
                self.show_source(Source("conflicts"))
            elif self._source is None:
                self.show_source(self._first())
            else:
                self._look()

    def _first(self) -> Source | None:
        """Return the newest version that may differ from what stands there now."""
        history = self._session.history
        same = not self._session.modified and len(history) > 1
        return Source("version", history[-2 if same else -1]) if history else None

    def show_source(self, source: Source | None) -> None:
        """Compare with something; None: with nothing."""
        self._source = source
        self.list.show_source(source)
        self.head.forget()
        self._look()

    def show_copy(self, file: Path) -> None:
        """Open another copy and compare with it."""
        self.head.say(self._desk.words("compare.reading"))
        self._run(lambda: comparework.opened(file))

    def _ask_copy(self) -> None:
        words = self._desk.words
        found = files.ask_open(self.window(), words, files.folder_of(self._session.path, ""))
        if found is not None:
            self.show_copy(found)

    def focus_place(self, place: str) -> None:
        """Put the cursor on the list, unless it is here already; `conflicts` shows what is to be decided."""
        if place == CONFLICTS:
            self.show_source(Source("conflicts"))
        focused = self.window().focusWidget()
        if focused is None or not self.isAncestorOf(focused):
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_list(self) -> None:
        session = self._session
        self.list.show_sources(len(session.platform.conflicts), session.history, self._copies)
        if self._source and self._source.kind == "version" and self.list.source is None:
            self._source = None  # it was thinned out

    # Comparing

    def _look(self) -> None:
        """Work out what differs; what was being worked out before is of no use any more."""
        session, source = self._session, self._source
        now, history, known = session.platform, session.history, self._brought
        self._token = None
        if source is None or source.kind == "conflicts":
            self._show(None)
        elif source.version is not None:
            version = source.version
            self._run(lambda: comparework.with_version(source, now, version, session.version))
        elif source.copy is not None:
            copy = source.copy
            self._run(lambda: comparework.with_copy(source, now, copy, history, known))

    def _run(self, work: Callable[[], object]) -> None:
        self._token = token = object()
        self._errand.run(partial(_tried, token, work))

    def _have(self, result: tuple[object, object]) -> None:
        token, found = result
        if token is not self._token:
            return
        if isinstance(found, Copy):
            self._copies = [*(one for one in self._copies if one.file != found.file), found]
            self._show_list()
            self.show_source(Source("copy", copy=found))
        elif isinstance(found, Compared):
            self._show(found)
        elif isinstance(found, Exception):
            self._show(None)
            self.head.say(files.sentence(self._desk.words, found), serious=True)

    def _show(self, found: Compared | None) -> None:
        platform = self._session.platform
        deciding = found is None and self._source is not None and self._source.kind == "conflicts"
        self.compared = found
        self.table.setVisible(not deciding)
        self.conflicts.setVisible(deciding)
        if deciding:
            self.conflicts.show_platform(platform, writable=self._session.writable)
            self.head.show_conflicts(len(platform.conflicts))
        elif found is not None:
            self.head.show_compared(found)
            self.table.heads.say(*self.head.columns(found))
        else:
            self.head.say(self._desk.words("compare.empty"))
        self.table.show_compared(found)
        self._show_foot()

    def _show_foot(self) -> None:
        self.foot.show_for(self.compared, len(self.table.chosen), writable=self._session.writable)

    def _heed(self, change: Changed) -> None:
        """Compare again; while nobody looks, it waits until somebody comes back."""
        if self.isVisible():
            self._show_list()
            self._look()
        else:
            self._stale = True

    def _have_saved(self) -> None:
        self.name.forget()
        if self.isVisible():
            self._show_list()
        else:
            self._stale = True

    # Doing

    def take(self) -> None:
        """Take what is ticked, as one step; and note what is to be decided."""
        session, found, words = self._session, self.compared, self._desk.words
        chosen = self.table.chosen
        if found is None or not (chosen or found.conflicts) or not session.writable:
            return
        session.flush()
        try:
            after = comparework.taken(session.platform, found, chosen)
        except ValueError as error:
            self.head.say(files.sentence(words, error), serious=True)
            return
        for name, data in found.assets.items():
            if name not in session.assets:
                session.add_asset(data, name.rpartition(".")[2])
        self._brought |= {comparework.mark(one) for one in found.conflicts}
        self._seen |= {one.id for one in after.conflicts}
        restores = found.how == "version"
        session.keep_moment("restore" if restores else "merge")
        label = words("undo.restore" if restores else "undo.merge")
        session.edit(after, label, Spot("", screen=SCREEN), origin=self)
        if found.source.copy is not None and len(chosen) == len(self.table.proposals):
            session.join(found.source.copy.kept)  # of what was left, both go on from where they were
        said = [words("compare.took", n=len(chosen))] if chosen else []
        self.head.did(" ".join([*said, words("compare.waiting")] if found.conflicts else said))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def decide(self, conflict: str, theirs: bool) -> None:
        """Decide one conflict, as one step."""
        session = self._session
        session.flush()
        before = session.platform
        if not session.writable or all(one.id != conflict for one in before.conflicts):
            return
        after = decide.settle(before, conflict, theirs=theirs)
        session.edit(after, self._desk.words("undo.decide"), Spot(CONFLICTS, screen=SCREEN), origin=self)
        if len(after.loose) > len(before.loose):
            self.head.did(self._desk.words("compare.went_aside"))

    def _name(self, name: str) -> None:
        self._session.flush()
        self._session.name_version(name)


def _tried(token: object, work: Callable[[], object]) -> tuple[object, object]:
    """Return what a piece of work brought, or why it did not, with what it was asked by."""
    try:
        return token, work()
    except (OSError, ValueError, FileProblem) as error:
        return token, error
