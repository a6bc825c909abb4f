"""One section laid out as a page: its title, its fields, its questions.

Owns which view a kind of field gets and what stands at the head; must not know which section is open.
"""

from typing import assert_never

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from brandplatform.document import edit
from brandplatform.document.framework import Field, Section
from brandplatform.document.places import Place
from brandplatform.document.questions import known
from brandplatform.ui.fields.beside import Beside
from brandplatform.ui.fields.choice import ChoiceView
from brandplatform.ui.fields.date import DateView
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.lines import LinesView
from brandplatform.ui.fields.prose import ProseView
from brandplatform.ui.fields.proving import StatementView
from brandplatform.ui.fields.questions import QuestionList
from brandplatform.ui.fields.scale import ScaleView
from brandplatform.ui.fields.table import TableView
from brandplatform.ui.fields.view import FieldView, said
from brandplatform.ui.session import Changed
from brandplatform.ui.theme import INTERFACE, NOTE, Face, font
from brandplatform.ui.tokens import HAIR, HUGE, LARGE, SERIF, SMALL, TARGET, TIGHT, WIDE

HEAD = Face(SERIF, 28)


def view_of(here: Here, field: Field, *, titled: bool, main: bool) -> FieldView:
    """Return the boxes a field is written in."""
    match field.kind:
        case "statement":
            return StatementView(here, field, titled=titled, main=main)
        case "text":
            return ProseView(here, field, titled=titled, main=main)
        case "lines":
            return LinesView(here, field, titled=titled)
        case "table":
            return TableView(here, field, titled=titled)
        case "choice":
            return ChoiceView(here, field, titled=titled)
        case "scale":
            return ScaleView(here, field, titled=titled)
        case "date":
            return DateView(here, field, titled=titled)
        case _:
            assert_never(field.kind)


class SectionHead(QWidget):
    """The title, what it means to an owner, and the two things one may do with the whole section."""

    def __init__(self, here: Here, section: Section) -> None:
        super().__init__()
        self._here, self._section = here, section
        tokens = here.desk.tokens
        self._settle, self._away = self._button("settle"), self._button("away")
        self._settle.toggled.connect(self.settle)
        self._away.toggled.connect(self.put_away)
        self._title = said(here.say(section.title), HEAD, tokens.ink)
        self._title.setAccessibleDescription(here.say(section.subtitle))
        self._line = Beside(self._needs, gap=HAIR)
        titles = QVBoxLayout()
        titles.setSpacing(HAIR)
        titles.addWidget(self._title)
        titles.addWidget(said(here.say(section.subtitle), INTERFACE, tokens.muted))
        self._line.put(titles, 1)
        self._line.put(self._buttons())
        body = QVBoxLayout(self)
        body.setContentsMargins(TIGHT, 0, 0, 0)
        body.setSpacing(HAIR)
        body.addWidget(self._line)
        words = here.desk.words
        self._note = said(words("page.away_note"), NOTE, tokens.discuss)
        body.addWidget(self._note)
        if not here.session.writable:
            body.addWidget(said(words("page.read_only"), NOTE, tokens.discuss))
        self.show_value()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(HAIR)
        for button in (self._settle, self._away):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        return row

    def _needs(self) -> int:
        """Return the width from which the buttons stand beside the title, which is then on one line."""
        title = self._title.fontMetrics().horizontalAdvance(self._title.text())
        buttons = (self._settle.sizeHint().width(), self._away.sizeHint().width())
        return title + sum(buttons) + 3 * HAIR

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName(name)
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setFont(font(NOTE))
        button.setIconSize(QSize(16, 16))
        button.setMinimumHeight(TARGET)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setEnabled(self._here.session.writable)
        return button

    def show_value(self) -> None:
        """Show whether the section is settled, and whether it is put away."""
        platform, words, icons = self._here.platform, self._here.desk.words, self._here.desk.icons
        settled = self._section.id in platform.settled
        away = self._section.id in platform.put_away
        tokens = self._here.desk.tokens
        for button, on, keys, icon in (
            (self._settle, settled, ("page.settle", "state.settled"), "check"),
            (self._away, away, ("page.put_away", "page.bring_back"), "eye-off"),
        ):
            button.blockSignals(True)
            button.setChecked(on)
            button.blockSignals(False)
            button.setText(words(keys[on]))
            colour = tokens.settled if on and icon == "check" else tokens.muted
            button.setIcon(icons.icon("eye" if icon == "eye-off" and on else icon, colour, 16))
        self._settle.setToolTip(words("page.unsettle") if settled else "")
        self._note.setVisible(away)
        self._line.fold()

    def settle(self, settled: bool) -> None:
        """Hold the section for settled, or no longer."""
        here = self._here
        here.session.flush()
        after = edit.settle(here.platform, self._section.id, settled)
        here.change(after, here.desk.words("undo.settle" if settled else "undo.unsettle"), "", self)
        self.show_value()

    def put_away(self, away: bool) -> None:
        """Take the section out of sight, or bring it back."""
        here = self._here
        here.session.flush()
        after = edit.put_away(here.platform, self._section.id, away)
        here.change(after, here.desk.words("undo.put_away" if away else "undo.bring_back"), "", self)
        self.show_value()


class SectionView(QWidget):
    """A section with everything in it."""

    def __init__(self, here: Here, section: Section) -> None:
        super().__init__()
        self.section = section
        self._here = here
        body = QVBoxLayout(self)
        body.setContentsMargins(0, WIDE, 0, HUGE * 2)
        body.setSpacing(0)
        self.head = SectionHead(here, section)
        body.addWidget(self.head)
        body.addSpacing(LARGE)
        fields = here.desk.library.fields(section)
        self.views = tuple(self._view(field, nth == 0) for nth, field in enumerate(fields))
        for view in self.views:
            body.addWidget(view)
            body.addSpacing(WIDE)
        asked = known(here.desk.library, here.platform, section)
        self.questions = QuestionList(here, section) if asked else None
        if self.questions is not None:
            body.addSpacing(SMALL)
            body.addWidget(self.questions)
        body.addStretch(1)

    def _view(self, field: Field, first: bool) -> FieldView:
        """The first field goes without its title when the section has just said it."""
        told = first and field.title == self.section.title
        return view_of(self._here, field, titled=not told, main=first and field.kind == "statement")

    def show_changed(self, changed: Changed) -> None:
        """Show what an edit changed; whoever made it shows it already."""
        if changed.origin is not self.head:
            self.head.show_value()
        for view in self.views:
            if view is not changed.origin:
                view.show_value()
        if self.questions is not None and changed.origin not in self.questions.items:
            self.questions.show_value()

    def show_value(self) -> None:
        """Show the document in the language of the text."""
        self.show_changed(Changed(spot=self._here.spot(""), origin=None))

    def flush(self) -> None:
        """Have every box report what was typed and not reported yet."""
        for view in self.views:
            view.flush()
        if self.questions is not None:
            self.questions.flush()

    def go_to(self, place: Place) -> None:
        """Give the keyboard to a place of the section."""
        if place.is_question and self.questions is not None:
            self.questions.go_to(place.field)
            return
        for view in self.views:
            if view.holds(place):
                view.go_to(place)
