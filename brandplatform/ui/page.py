"""The page: one section at a time, built when it is shown.

Owns which section is open, where the cursor is in it and what is in sight; must not know how a field is
written. It reaches the document through the session alone.
"""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from brandplatform.document.places import PlaceError, parse_place
from brandplatform.ui.commands import Spot
from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.drafts import Drafts
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.markup import BOLD, ITALIC, MarkedBox
from brandplatform.ui.fields.prose import ProseView
from brandplatform.ui.fields.section import SectionView
from brandplatform.ui.fields.table import TableView
from brandplatform.ui.fields.typing import is_advance
from brandplatform.ui.fields.view import FieldView, place_of
from brandplatform.ui.session import Changed, Session
from brandplatform.ui.tokens import HUGE, WIDE

MEASURE = 680
"""Widest column, in pixels: some 75 characters of an answer, less beside the labels of a table."""


class Page(QWidget):
    """Where one writes."""

    focused = Signal(object)
    """`Spot`: where the cursor is now; on opening a section, its first field."""

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__()
        self._desk, self._session = desk, session
        self._view: SectionView | None = None
        self._heights: dict[str, int] = {}
        self._places: dict[str, str] = {}
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setBackgroundRole(QPalette.ColorRole.Base)
        self._scroll.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._scroll)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_centred)
        session.changed.connect(self._show_changed)
        session.flushing.connect(self._flush)
        session.language_changed.connect(self._show_language)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    @property
    def current_section(self) -> str:
        """Id of the section shown, or empty."""
        return self._view.section.id if self._view else ""

    @property
    def place(self) -> str:
        """The place of the document the cursor is in, or empty."""
        focused = QApplication.focusWidget()
        return place_of(focused) if focused is not None and self.isAncestorOf(focused) else ""

    # Going somewhere

    def show_section(self, section_id: str) -> None:
        """Show a section, where it was left; what was being typed is reported first.

        A cursor that was on the page goes to where it was in that section, at first to its first field.
        """
        section = self._session.framework.section(section_id)
        if section is None or section_id == self.current_section:
            return
        self._session.flush()
        if self._view is not None:
            self._heights[self.current_section] = self._scroll.verticalScrollBar().value()
            self._places[self.current_section] = self.place
        focused = QApplication.focusWidget()
        writing = focused is not None and self.isAncestorOf(focused)
        self._view = SectionView(Here(self._desk, self._session, section_id), section)
        self._scroll.setWidget(_column(self._view))
        height = self._heights.get(section_id, 0)
        QTimer.singleShot(0, self, lambda: self._scroll.verticalScrollBar().setValue(height))
        first = section.fields[0] if section.fields else ""
        if writing:  # the cursor goes along; it must not fall back on whatever the window begins with
            self.focus_place(self._places.get(section_id) or first)
        self.focused.emit(Spot(place=first, section=section_id, language=self._session.language))

    def focus_place(self, place: str) -> None:
        """Give the keyboard to a place of the section shown; an empty one leaves it where it is."""
        try:
            found = parse_place(place)
        except PlaceError:
            return
        if self._view is not None and place != self.place:
            self._view.go_to(found)

    def next_question(self) -> None:
        """Open the question after the one that is open, the first when none is."""
        questions = self._view.questions if self._view else None
        if questions is not None:
            opened = questions.opened
            questions.open(0 if opened is None else opened + 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter, from anywhere on the page that has no other use for it, opens the next question."""
        if is_advance(event):
            self.next_question()
        else:
            super().keyPressEvent(event)

    # What the menus ask for

    def settle(self, settled: bool) -> None:
        """Hold the section for settled, or no longer."""
        if self._view is not None:
            self._view.head.settle(settled)

    def put_away(self, away: bool) -> None:
        """Take the section out of sight, or bring it back."""
        if self._view is not None:
            self._view.head.put_away(away)

    def change_row(self, wish: str) -> None:
        """Do as a menu says with the row that has the cursor: `add`, `up`, `down` or `remove`."""
        tables = [view for view in self._view.views if isinstance(view, TableView)] if self._view else []
        for table in tables:
            row = table.current()
            if wish == "add" and (row or len(tables) == 1):
                table.add()
            elif row:
                table.shift(row, wish)

    def new_draft(self) -> None:
        """Open one more draft of the statement with the cursor, or of the section's first one."""
        if (drafts := self._drafts()) is not None:
            drafts.begin()

    def put_to_test(self) -> None:
        """Open the tests of the draft, statement or row with the cursor, or of the section's first one."""
        for view in self._views():
            if view.put_to_test():
                return

    def _drafts(self) -> Drafts | None:
        """Return what stands under the statement with the cursor, or under the first one."""
        statements = (view for view in self._views() if isinstance(view, ProseView))
        return next((view.drafts for view in statements if view.drafts is not None), None)

    def _views(self) -> list[FieldView]:
        """Return the fields of the section, the one with the cursor first."""
        views = list(self._view.views) if self._view else []
        focused = QApplication.focusWidget()
        if focused is not None:
            views.sort(key=lambda view: not view.isAncestorOf(focused))
        return views

    def mark(self, bold: bool) -> None:
        """Set what is selected in bold or in italics, or no longer."""
        focused = QApplication.focusWidget()
        if isinstance(focused, MarkedBox) and self.isAncestorOf(focused):
            focused.mark(BOLD if bold else ITALIC)

    def _keep_centred(self, _low: int, high: int) -> None:
        """Leave the column where it is whether or not there is something to scroll."""
        sheet = self._scroll.widget()
        layout = sheet.layout() if sheet is not None else None
        if layout is not None:
            bar = 0 if high else self._scroll.verticalScrollBar().sizeHint().width()
            layout.setContentsMargins(WIDE, 0, WIDE + bar, 0)

    # What the session says

    def _show_changed(self, changed: Changed) -> None:
        if self._view is not None:
            self._view.show_changed(changed)

    def _show_language(self, _language: str) -> None:
        if self._view is not None:
            self._view.show_value()
            self._tell(self.place or self._view.section.fields[0])

    def _flush(self) -> None:
        if self._view is not None:
            self._view.flush()

    # Where the cursor is

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self.isAncestorOf(new):
            return
        place = place_of(new)
        if place:
            self._tell(place)

    def _tell(self, place: str) -> None:
        self.focused.emit(Spot(place=place, section=self.current_section, language=self._session.language))


def _column(view: SectionView) -> QWidget:
    """Return the sheet of paper a section stands on, its column held to the measure."""
    sheet = QWidget()
    sheet.setBackgroundRole(QPalette.ColorRole.Base)
    sheet.setAutoFillBackground(True)
    line = QHBoxLayout(sheet)
    line.setContentsMargins(WIDE, 0, WIDE, 0)
    line.setSpacing(0)
    view.setMaximumWidth(MEASURE)
    view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    line.addStretch(1)
    line.addWidget(view, HUGE * 100)
    line.addStretch(1)
    return sheet
