"""The line under a statement: its drafts by letter, and the two panels that open from it.

Owns which of them is open and whom it speaks about; must not know what stands in a panel. A panel is built
when somebody opens it.
"""

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from brandplatform.document import drafts
from brandplatform.document.framework import Field
from brandplatform.document.model import Draft, new_id
from brandplatform.ui.fields.beside import Beside
from brandplatform.ui.fields.growing import INSET
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.view import PLACE, place_of, said
from brandplatform.ui.strokes import Ink, box, ring
from brandplatform.ui.theme import LABEL, NOTE, font, write_in
from brandplatform.ui.tokens import LARGE, SMALL, TARGET, TIGHT

if TYPE_CHECKING:
    from brandplatform.ui.fields.board import Board
    from brandplatform.ui.fields.trials import TrialsPanel

_MOST = 8
"""Letters that stand on the line; the others are on the board."""

_ROUND = 26
"""Pixels across the circle around the letter that was chosen."""


class Letter(QAbstractButton):
    """A draft by its letter: a circle around the one chosen, a line through those set aside."""

    def __init__(self, here: Here, letter: str) -> None:
        super().__init__()
        self._ink, self._status = Ink.of(here.desk.tokens), ""
        self.setText(letter)
        self.setFont(font(LABEL))
        self.setFixedSize(TARGET, TARGET)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_status(self, status: str, name: str) -> None:
        """Show whether it is chosen, set aside or open; `name` says so in words."""
        self._status = status
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, ink = QPainter(self), self._ink
        middle = self.rect().center()
        around = QRect(middle.x() - _ROUND // 2 + 1, middle.y() - _ROUND // 2 + 1, _ROUND, _ROUND)
        if self.underMouse():
            box(painter, around, ink.hover, None, _ROUND / 2)
        if self._status == drafts.CHOSEN:
            box(painter, around, None, ink.ink, _ROUND / 2)
        painter.setFont(self.font())
        painter.setPen(ink.muted if self._status == drafts.REFUSED else ink.ink)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self._status == drafts.REFUSED:
            reach = self.fontMetrics().horizontalAdvance(self.text()) // 2 + 3
            painter.drawLine(middle.x() - reach, middle.y() + 1, middle.x() + reach, middle.y() + 1)
        if self.hasFocus():
            ring(painter, self.rect(), ink.accent)


def quiet_button(here: Here, text: str, icon: str = "") -> QToolButton:
    """Return a word to press, without a frame at rest."""
    button = QToolButton()
    button.setText(text)
    button.setAutoRaise(True)
    button.setFont(font(NOTE))
    button.setMinimumHeight(TARGET)
    if icon:
        button.setIcon(here.desk.icons.icon(icon, here.desk.tokens.muted, 16))
        button.setIconSize(QSize(16, 16))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


class Drafts(QWidget):
    """*Pistes (A) B C · comparer · Mettre à l'épreuve*, and what opens under them."""

    statement_asked = Signal()
    """The cursor is to go to the statement itself."""
    compared = Signal(bool)
    """The drafts are side by side now, or no longer."""

    def __init__(self, here: Here, field: Field) -> None:
        super().__init__()
        self.here, self.field = here, field
        words = here.desk.words
        self.setProperty(PLACE, field.id)
        self._letters: dict[str, Letter] = {}
        self._board: Board | None = None
        self._trials: TrialsPanel | None = None
        self._title = said(words("drafts.title"), NOTE, here.desk.tokens.muted, wraps=False)
        self.new = quiet_button(here, words("drafts.new"))
        write_in(self.new, here.desk.tokens.muted)
        self.new.clicked.connect(self.begin)
        self.compare = quiet_button(here, words("drafts.compare"))
        self.compare.setCheckable(True)
        self.compare.clicked.connect(self.show_board)
        self.test = quiet_button(here, words("drafts.test"))
        self.test.setCheckable(True)
        self.test.clicked.connect(lambda on: self.put_to_test("") if on else self._close_trials())
        self.has_tests = field.genre != "" and bool(here.desk.library.trials().of(field.genre)[0])
        """Whether there are tests for this kind of statement."""
        if not self.has_tests:
            self.test.hide()
        self._lay_out()
        self.show_value()

    def _lay_out(self) -> None:
        named = QWidget()
        self._named = QHBoxLayout(named)
        self._named.setContentsMargins(0, 0, 0, 0)
        self._named.setSpacing(0)
        self._title.setContentsMargins(INSET, 0, TIGHT, 0)
        for widget in (self._title, self.compare, self.new):
            self._named.addWidget(widget)
        self._named.addStretch(1)
        self._line = Beside(lambda: named.sizeHint().width() + self.test.sizeHint().width() + LARGE)
        self._line.put(named, 1)
        self._line.put(self.test)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(SMALL)
        self._body.addWidget(self._line)

    # What there is

    @property
    def all(self) -> tuple[Draft, ...]:
        """The drafts of the statement."""
        return drafts.drafts_of(self.here.platform, self.field.id)

    def name_of(self, draft: str) -> str:
        """Return what a draft is called: *Piste B*, or *Votre première phrase*; the statement for none."""
        words = self.here.desk.words
        letter = drafts.lettered(self.here.platform, self.field.id).get(draft)
        if letter is not None:
            return words("drafts.named", letter=letter)
        first = any(one.id == draft and one.origin == drafts.OPENING for one in self.all)
        return words("drafts.first_line" if first else "drafts.today")

    def show_value(self) -> None:
        """Show the drafts the document has, and whatever is open."""
        self._show_letters()
        first = drafts.opening_of(self.here.platform, self.field.id)
        many = bool(self._letters) or (first is not None and self._differs(first))
        self._title.setVisible(bool(self._letters))
        self.new.setVisible(self.here.session.writable and (self.compare.isChecked() or not self._letters))
        self.compare.setVisible(many or self.compare.isChecked())
        if self._board is not None and self.compare.isChecked():
            self._board.show_value()
        if self._trials is not None:
            self._trials.show_value()
        self._line.fold()

    def _differs(self, first: Draft) -> bool:
        text = first.text.get(self.here.language, "")
        return bool(text) and text != drafts.wording(self.here.platform, self.field.id).get(
            self.here.language
        )

    def _show_letters(self) -> None:
        named = drafts.lettered(self.here.platform, self.field.id)
        shown = dict(list(named.items())[:_MOST])
        if {name: one.text() for name, one in self._letters.items()} != shown:
            for letter in self._letters.values():
                letter.hide()
                letter.deleteLater()
            self._letters = {name: self._letter(name, letter) for name, letter in shown.items()}
        words = self.here.desk.words
        for draft in self.all:
            if letter_of := self._letters.get(draft.id):
                name = self.name_of(draft.id)
                told = words(f"drafts.{draft.status}") if draft.status in ("chosen", "refused") else ""
                letter_of.show_status(
                    draft.status, words("drafts.state", draft=name, state=told) if told else name
                )

    def _letter(self, draft: str, letter: str) -> Letter:
        made = Letter(self.here, letter)
        made.clicked.connect(lambda: self.go_to_draft(draft))
        self._named.insertWidget(self._named.indexOf(self.compare), made)
        QWidget.setTabOrder(self.compare, made)  # after it, and then it after the letter
        QWidget.setTabOrder(made, self.compare)
        return made

    def set_tab_order(self) -> None:
        """Have the keyboard go through what stands here as it is read: Qt goes by when it was made."""
        board = self._board.stops() if self._board is not None else ()
        trials = self._trials.stops() if self._trials is not None else ()
        for before, after in pairwise((self.compare, self.new, self.test, *board, *trials)):
            QWidget.setTabOrder(before, after)

    def current(self) -> str:
        """Return the draft the cursor is in, or empty."""
        focused = QApplication.focusWidget()
        place = place_of(focused) if focused is not None and self.isAncestorOf(focused) else ""
        return next((one.id for one in self.all if place.startswith(draft_place(self.field.id, one.id))), "")

    # What one can do

    def begin(self) -> None:
        """Open one more draft, and put the cursor in it."""
        here, field = self.here, self.field.id
        if not here.session.writable:
            return
        here.session.flush()
        taken = frozenset(one.id for one in self.all)
        new = new_id("d", taken)
        after = drafts.start(here.platform, field, new, new_id("d", taken | {new}))
        here.change(after, here.desk.words("undo.new_draft"), draft_place(field, new), self)
        self.go_to_draft(new)

    def show_board(self, shown: bool) -> None:
        """Show the drafts side by side, or no longer."""
        if shown and self._board is None:
            from brandplatform.ui.fields.board import Board  # not on the way to the first key

            self._board = Board(self)
            self._body.insertWidget(1, self._board)
            self.set_tab_order()
        self.compare.setChecked(shown)
        self.compared.emit(shown)
        self.show_value()
        if self._board is not None:
            self._board.setVisible(shown)

    def put_to_test(self, draft: str) -> None:
        """Open the tests of a draft, or of the statement when none is named."""
        if not self.has_tests:
            return
        self.here.session.flush()
        if self._trials is None:
            from brandplatform.ui.fields.trials import TrialsPanel  # as above

            self._trials = TrialsPanel(self)
            self._body.addWidget(self._trials)
            self.set_tab_order()
        self._trials.show_for(draft)
        self._trials.show()
        self.test.setChecked(True)
        self._trials.take_focus()

    def _close_trials(self) -> None:
        if self._trials is not None:
            self._trials.hide()

    def go_to_draft(self, draft: str, part: str = "") -> None:
        """Put the cursor in a draft, its reason or a test of it; in the statement where it is gone."""
        one = next((found for found in self.all if found.id == draft), None)
        if one is None:
            self.statement_asked.emit()
        elif part not in ("", "reason"):
            self.go_to_test(part, draft)
        else:
            self.show_board(True)
            if self._board is None or not self._board.take_focus(draft, part):
                self.statement_asked.emit()

    def go_to_test(self, test: str, draft: str = "") -> None:
        """Put the cursor in a person's words on a test."""
        self.put_to_test(draft)
        if self._trials is not None:
            self._trials.take_focus(test)


def draft_place(field: str, draft: str, part: str = "") -> str:
    """Return the place of a draft, of its reason or of a test of it, as undo goes back to it."""
    return f"{field}.drafts[{draft}]" + (f".{part}" if part else "")


def test_place(field: str, draft: str, test: str) -> str:
    """Return the place of a person's words on a test of a draft, or of the statement when none is named."""
    return draft_place(field, draft, test) if draft else f"{field}.tests[{test}]"
