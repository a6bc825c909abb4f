"""The reading (*Relecture*): when, what would force it sooner, the walk through every sentence, the log.

Owns which of its three pages is shown and what a reading becomes; it never stops anyone from writing.
"""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from brandplatform.document import edit, signing
from brandplatform.document.model import Review, new_id
from brandplatform.ui.commands import Spot
from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.dates import iso
from brandplatform.ui.reviewpages import Closing, Overview
from brandplatform.ui.reviewwalk import Walk
from brandplatform.ui.session import Session

SECTION = "review"

_WIDTH, _HEIGHT = 680, 600


class ReviewDialog(QDialog):
    """Overview, walk, closing."""

    def __init__(self, desk: Desk, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._session = desk, session
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(desk.words("reading.title"))
        self.resize(_WIDTH, _HEIGHT)
        self.overview = Overview(desk, session)
        self.walk = Walk(desk, session)
        self.closing = Closing(desk)
        self._pages = QStackedWidget()
        for page in (self.overview, self.walk, self.closing):
            self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self.overview.begun.connect(self.begin)
        self.overview.closed.connect(self.close)
        self.overview.elsewhere.connect(self._go)
        self.walk.ended.connect(self._close_walk)
        self.walk.left.connect(lambda: self._show(self.overview))
        self.closing.back.connect(self._back)
        self.closing.noted.connect(self.note_down)
        session.changed.connect(self.overview.refresh)
        self.overview.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def page(self) -> QWidget | None:
        """The page that is shown."""
        return self._pages.currentWidget()

    def _show(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)

    def begin(self) -> None:
        """Go through the sentences from the first."""
        self._session.flush()
        self.walk.begin(signing.to_read(self._session.framework, self._session.platform))
        self._show(self.walk)
        self.walk.take_focus()

    def _back(self) -> None:
        self._show(self.walk)
        self.walk.back()

    def _close_walk(self) -> None:
        self.closing.show_found(self._desk, self._session, self.walk.found)
        self._show(self.closing)
        self.closing.by.setFocus(Qt.FocusReason.OtherFocusReason)

    def note_down(self) -> None:
        """Keep the reading in the log, and the date of the next one."""
        session, closing = self._session, self.closing
        session.flush()
        language = session.language
        note, by, following = (
            edit.on_one_line(box.text()) for box in (closing.note, closing.by, closing.next_date)
        )
        review = Review(
            id=new_id("v", frozenset(one.id for one in session.platform.reviews)),
            when=date.today().isoformat(),
            by=by,
            note=edit.said({}, language, note),
            found=dict(self.walk.found),
        )
        after = signing.read_again(session.platform, review)
        if following:
            after = edit.write_date(after, signing.NEXT, iso(following) or following)
        session.edit(after, self._desk.words("undo.read_again"), Spot(signing.NEXT, SECTION), origin=self)
        self._show(self.overview)
        self.overview.begin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self) -> None:
        """Go where date and triggers are written."""
        self.close()
        self._session.travelled.emit(Spot(signing.NEXT, SECTION))
