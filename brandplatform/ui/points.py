"""Points to discuss where a person sees them: beside the field, in the outline, at the foot; F7 goes on.

Owns where findings are shown and what the answers to one do; must not know how they are found or drawn.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from brandplatform.checks.finding import Finding
from brandplatform.document import edit
from brandplatform.document.at import read_at
from brandplatform.document.places import Place, PlaceError
from brandplatform.ui.commands import Spot
from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.positions import characters
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.fields.underlines import Line, Span, selected
from brandplatform.ui.fields.view import place_of as place_written
from brandplatform.ui.session import Changed, Session
from brandplatform.ui.watch import Watch, place_of

if TYPE_CHECKING:
    from brandplatform.ui.findingcard import FindingCard
    from brandplatform.ui.screens import Screens

_LAYER = "discuss"


class Points(QObject):
    """What the watch found, shown; and the three answers to it."""

    def __init__(self, desk: Desk, session: Session, screens: "Screens") -> None:
        super().__init__(screens)
        self._desk, self._session, self._screens = desk, session, screens
        self.watch = Watch(desk, session, self)
        self.watch.found.connect(self.show)
        session.changed.connect(self._unmark)
        session.language_changed.connect(self._turn)
        self._card: FindingCard | None = None

    @property
    def card(self) -> "FindingCard":
        """Where a finding stands; built when there is the first."""
        from brandplatform.ui.findingcard import FindingCard

        if self._card is None:
            self._card = FindingCard(self._desk)
            self._card.rewritten.connect(self.rewrite)
            self._card.proved.connect(self.prove)
            self._card.kept.connect(self.keep)
            self._screens.guide.put_above(self._card)
        return self._card

    def show(self) -> None:
        """Show what is known now: at the foot, in the outline, and of the field with the cursor."""
        screens, found = self._screens, self.watch.to_discuss
        sections = (self._section(one) for one in found)
        screens.outline.show_discussed(frozenset(sections))
        screens.foot.show_points(len(found))
        place, language = screens.guide.place, self._session.language
        here = self.watch.at(place, language)
        if here or self._card is not None:
            self.card.show_findings(here, self._text(here[0]) if here else "")
        self._mark()

    def _turn(self, _language: str) -> None:
        self.show()

    def _unmark(self, change: Changed) -> None:
        """Take the lines off what is being written again."""
        for box in self._screens.page.findChildren(TypingBox):
            if place_written(box) == change.spot.place:
                box.underlines.clear(_LAYER)

    def _mark(self) -> None:
        """Draw a wavy line under the words to discuss on the page; never under the one being written."""
        language, colour = self._session.language, self._desk.tokens.discuss
        for box in self._screens.page.findChildren(TypingBox):
            if found := self.watch.at(place_written(box), language):
                text = box.text
                spans = [(one.start, one.end) for one in found if one.id.startswith("X-")]
                free = [span for span in spans if not _is_being_written(box, text, span)]
                box.underlines.draw(_LAYER, text, free, colour, Line.WaveUnderline)
            else:
                box.underlines.clear(_LAYER)

    def next(self) -> None:
        """Go to the next point to discuss, after the last to the first."""
        found = self.watch.to_discuss
        if not found:
            return
        here = self._screens.guide.place
        at = next((n for n, one in enumerate(found) if place_of(one) == here), -1)
        later = (one for one in found[at + 1 :] if place_of(one) != here)
        self.go(next(later, found[0]))

    def go(self, finding: Finding) -> None:
        """Show where a finding is, with the cursor there."""
        spot = Spot(place=place_of(finding), section=self._section(finding), language=finding.lang)
        self._screens.go(spot)
        QTimer.singleShot(0, self, self.show)

    def rewrite(self, finding: Finding) -> None:
        """Put the cursor on the words of a finding, ready to be written over."""
        self.go(finding)
        QTimer.singleShot(0, self, lambda: _select(finding))

    def prove(self, finding: Finding) -> None:
        """Select the words of a finding, and ask which act proves them."""
        from brandplatform.ui.fields.proving import link_at  # loaded by now: the page has it

        self.rewrite(finding)
        QTimer.singleShot(0, self, lambda: link_at(QApplication.focusWidget()))

    def keep(self, finding: Finding, reason: str) -> None:
        """Keep what a finding is about in this document, with the reason."""
        from brandplatform.checks.guide import key_of  # loaded by now: it found it

        session = self._session
        session.flush()
        after = edit.accept(session.platform, finding.id, key_of(finding, session.platform), reason)
        spot = Spot(place=place_of(finding), section=self._section(finding), language=finding.lang)
        session.edit(after, self._desk.words("undo.keep"), spot)
        self.watch.look()

    def _section(self, finding: Finding) -> str:
        section = self._session.framework.section_of(finding.field)
        return section.id if section else ""

    def _text(self, finding: Finding) -> str:
        """Return the text a finding is about, as it stands now; empty where it has gone."""
        place = Place(finding.field, finding.row, finding.column)
        try:
            return read_at(self._session.platform, place, finding.lang)
        except PlaceError:
            return ""


def _select(finding: Finding) -> None:
    box = QApplication.focusWidget()
    if isinstance(box, TypingBox) and len(box.text) >= finding.end:
        box.setTextCursor(selected(box, box.text, (finding.start, finding.end)))


def _is_being_written(box: TypingBox, text: str, span: Span) -> bool:
    """Whether the cursor of a box with the keyboard stands in some words, or at their end."""
    return box.hasFocus() and span[0] <= characters(text, box.textCursor().position()) <= span[1]
