"""What two people changed in two ways: both texts side by side, and three answers.

Owns how a conflict is shown and where its words are written; what an answer does is told by a signal. Must
not know how a conflict came about.
"""

from collections.abc import Mapping
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from brandplatform.document.change import Change, Path, leaves
from brandplatform.document.decide import Proposal, is_of_part
from brandplatform.document.framework import Framework
from brandplatform.document.model import Conflict, Leaf, Platform
from brandplatform.ui.commands import Spot
from brandplatform.ui.compareline import Columns, NameBlock
from brandplatform.ui.comparelist import who_said
from brandplatform.ui.comparesaid import Naming
from brandplatform.ui.comparetext import Struck
from brandplatform.ui.comparevalues import Telling, Told, told
from brandplatform.ui.comparewords import Piece, Pieces, compared, plain
from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.drafts import draft_place, test_place
from brandplatform.ui.paper import Way, in_a_row, lettered, quiet
from brandplatform.ui.theme import INTERFACE, NOTE
from brandplatform.ui.tokens import HAIR, MEDIUM, SMALL, TIGHT

MOST = 30
"""Conflicts shown at once; the others come up as these are decided."""


class Card(QWidget):
    """One conflict."""

    decided = Signal(str, bool)
    """(id of the conflict, whether the other's is taken)."""
    asked = Signal(object)
    """The `Spot` where a third text can be written."""

    def __init__(self, desk: Desk, one: Conflict, naming: Naming, platform: Platform, main: str) -> None:
        super().__init__()
        self._desk, self.conflict, self._naming = desk, one, naming
        self._telling = Telling(naming, main)
        found = leaves(platform)
        self.now = found.get(one.path)
        self.named = naming.name(one.path[:-1] if is_of_part(one) else one.path)
        self.spot = spot_of(naming, one.path)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(TIGHT, MEDIUM, TIGHT, MEDIUM)
        self._rows.setSpacing(SMALL)
        self._rows.addWidget(NameBlock(desk, self.named))
        if is_of_part(one):
            self._show_part(found)
        else:
            self._show_texts()
        self._answer()

    # What is at odds

    def _show_texts(self) -> None:
        """Show both texts, the words in which they differ underlined; and what they began with."""
        words, one = self._desk.words, self.conflict
        said = self._told(self.now, one.theirs)
        ours, theirs = compared(said.before, said.after, prose=said.prose)
        mine = words("compare.ours" if self.now == one.ours else "compare.written_now")
        other = self._theirs()
        self.ours, self.theirs = self._text(_differing(ours)), self._text(_differing(theirs))
        sides = [_Side(quiet(self._desk, mine), self.ours), _Side(quiet(self._desk, other), self.theirs)]
        self._rows.addWidget(Columns([(side, 1) for side in sides], 0, inset=0))
        began = self._text(plain(self._told(None, one.base).after))
        self.base = _Side(quiet(self._desk, words("compare.base")), began)
        self.base.hide()
        self.show_base = Way(self._desk, words("compare.show_base"))
        self.show_base.setAccessibleDescription(self.named.whole)
        self.show_base.clicked.connect(self._turn_base)

    def _show_part(self, found: Mapping[Path, Leaf]) -> None:
        """Say which of the two took the part out, and what it holds."""
        words, one = self._desk.words, self.conflict
        part = one.path[:-1]
        held = ((path, leaf) for path, leaf in found.items() if path[: len(part)] == part)
        changes = tuple(Change(path=path, after=leaf) for path, leaf in held)
        key = "compare.removed_here" if one.ours is None else "compare.removed_there"
        self.sentence = lettered(words(key), INTERFACE)
        self.sentence.setWordWrap(True)
        self._rows.addWidget(self.sentence)
        self._rows.addWidget(quiet(self._desk, self._theirs()))
        if changes:
            _, text = self._telling.held(Proposal(part, changes))
            self.ours = self.theirs = self._text(plain(text))
            self._rows.addWidget(self.ours)

    def _theirs(self) -> str:
        """Say whose the other text is, and when it was written."""
        words, one = self._desk.words, self.conflict
        return " · ".join(filter(None, (words("compare.theirs"), who_said(words, one.by, one.when))))

    def _told(self, before: Leaf, after: Leaf) -> Told:
        change = Change(path=self.conflict.path, before=before, after=after)
        return told(self._telling, Proposal(change.path, (change,)))

    def _text(self, found: Pieces) -> QWidget:
        if found:
            return Struck(self._desk.tokens, found)
        return quiet(self._desk, self._desk.words("compare.nothing"), NOTE)

    def _turn_base(self) -> None:
        self.base.setVisible(self.base.isHidden())
        key = "compare.show_base" if self.base.isHidden() else "compare.hide_base"
        self.show_base.setText(self._desk.words(key))
        self.show_base.updateGeometry()

    # What may be answered

    def _answer(self) -> None:
        words, one = self._desk.words, self.conflict
        ours, theirs = "compare.keep_ours", "compare.take_theirs"
        if is_of_part(one):
            ours, theirs = "compare.keep_part", "compare.remove_part"
            if one.ours is None:
                ours, theirs = theirs, ours
        elif self.now != one.ours:
            ours = "compare.settle"
        self.keep, self.take = QPushButton(words(ours)), QPushButton(words(theirs))
        self.write = Way(self._desk, words("compare.write"), self._desk.icons.icon("chevron-right"))
        self.write.setVisible(self.spot is not None)
        for button in (self.keep, self.take, self.write):
            button.setAccessibleName(words("compare.answer", answer=button.text(), what=self.named.whole))
        self.keep.clicked.connect(lambda: self.decided.emit(one.id, False))
        self.take.clicked.connect(lambda: self.decided.emit(one.id, True))
        self.write.clicked.connect(lambda: self.asked.emit(self.spot))
        base = () if is_of_part(one) else (self.show_base,)
        self._rows.addLayout(in_a_row(self.keep, self.take, self.write, *base, None, space=SMALL))
        if base:
            self._rows.addWidget(self.base)

    def stops(self) -> tuple[QWidget, ...]:
        """Return what the keyboard stops at, in order."""
        base = () if is_of_part(self.conflict) else (self.show_base,)
        return (*base, self.keep, self.take, self.write)

    def set_writable(self, on: bool) -> None:
        """Let a person answer, or not."""
        for button in (self.keep, self.take):
            button.setEnabled(on)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(TIGHT, self.height() - 1, self.width() - TIGHT, 1, QColor(self._desk.tokens.rule))


class _Side(QWidget):
    """One of the two texts, and whose it is."""

    def __init__(self, head: QWidget, text: QWidget) -> None:
        super().__init__()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(HAIR)
        rows.addWidget(head)
        rows.addWidget(text)


class Conflicts(QWidget):
    """All that is to be decided."""

    decided = Signal(str, bool)
    asked = Signal(object)

    def __init__(self, desk: Desk, framework: Framework, after: QWidget) -> None:
        """Make an empty list; `after`: what the keyboard comes from."""
        super().__init__()
        self._desk, self._framework, self._stop = desk, framework, after
        self._shown: Platform | None = None
        self.cards: list[Card] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)

    def show_platform(self, platform: Platform, *, writable: bool) -> None:
        """Show what is to be decided in a platform; the keyboard stays at the answer it was at."""
        if platform is self._shown:
            return
        self._shown = platform
        at = next((nth for nth, card in enumerate(self.cards) if _has_keyboard(card)), -1)
        for card in self.cards:
            self._body.removeWidget(card)
            card.hide()
            card.deleteLater()
        naming = Naming(self._desk, self._framework, platform, platform)
        self.cards = []
        for one in platform.conflicts[:MOST]:
            card = Card(self._desk, one, naming, platform, platform.main_language)
            card.set_writable(writable)
            card.decided.connect(self.decided)
            card.asked.connect(self.asked)
            self._body.addWidget(card)
            stops = card.stops()
            last = self.cards[-1].stops()[-1] if self.cards else self._stop
            for before, then in pairwise((last, *stops)):
                QWidget.setTabOrder(before, then)
            self.cards.append(card)
        if at >= 0 and self.cards:
            self.cards[min(at, len(self.cards) - 1)].keep.setFocus()


def _has_keyboard(card: QWidget) -> bool:
    focused = card.window().focusWidget()
    return focused is not None and card.isAncestorOf(focused)


def _differing(found: Pieces) -> Pieces:
    """Return words with those the other text does not have marked alike on both sides: none is struck."""
    return tuple(Piece(one.text, "new") if one.kind == "gone" else one for one in found)


def spot_of(naming: Naming, path: Path) -> Spot | None:
    """Return where a person can write what stands at a path; None: nowhere by hand."""
    language = path[-1] if path else ""
    match path:
        case ("answers", field, *rest):
            section = naming.framework.section_of(field)
            place = _place(field, tuple(rest))
            return Spot(place, section.id, language) if section else None
        case ("notes" | "questions", question, *_):
            section = naming.framework.section_of(question)
            return Spot(question, section.id, language) if section else None
        case ("brand", "logo", *_):
            return Spot("brand.logo", language=language)
        case ("brand", key, *_):
            return Spot(f"brand.{key}", language=language)
        case ("languages",):
            return Spot("languages")
        case ("matrix", cell, *_):
            found = naming.cell_of(cell)
            return Spot(f"{found.under}|{found.part}", screen="matrix", language=language) if found else None
        case _:
            return None


def _place(field: str, rest: Path) -> str:
    match rest:
        case ("rows", row, "cells", column, *_):
            return f"{field}[{row}].{column}"
        case ("rows", row, *_) if row != "#order":
            return f"{field}[{row}]"
        case ("drafts", draft, "tests", test, *_):
            return test_place(field, draft, test)
        case ("drafts", draft, "reason", *_):
            return draft_place(field, draft, "reason")
        case ("drafts", draft, *_) if draft != "#order":
            return draft_place(field, draft)
        case ("tests", test, *_):
            return test_place(field, "", test)
        case _:
            return field
