"""The one kind of undo step: a platform before and after, and where it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtGui import QUndoCommand

from brandplatform.document.model import Platform

if TYPE_CHECKING:
    from brandplatform.ui.session import Session


class Spot(Struct, frozen=True):
    """What a person was changing, so that undo can show it: a section or a screen, and the place in it."""

    place: str
    """A place of `document.places`, or empty for the platform as a whole."""
    section: str = ""
    """Section of the outline, or empty: brand and languages are not in it."""
    language: str = ""
    screen: str = ""
    """Screen beside the page that shows it, or empty: the page for a section, else the brand's."""


class Edit(QUndoCommand):
    """One step; what is typed at one spot without a pause, a move or a word's end is the same step."""

    TYPING = 1

    def __init__(
        self, session: Session, label: str, spot: Spot, after: Platform, *, typing: bool, opens_step: bool
    ) -> None:
        super().__init__(label)
        self._session, self.spot = session, spot
        self._typing, self._opens_step = typing, opens_step
        self._before, self._after = session.platform, after

    def redo(self) -> None:
        """Show the platform as it was after the step."""
        self._session.show_value(self._after, self.spot)

    def undo(self) -> None:
        """Show the platform as it was before the step."""
        self._session.show_value(self._before, self.spot)

    def id(self) -> int:
        """Typing may be merged with typing; nothing else may."""
        return self.TYPING if self._typing else -1

    def mergeWith(self, later: QUndoCommand) -> bool:
        """Take in a later step when it goes on with this one."""
        if not isinstance(later, Edit) or later._opens_step or later.spot != self.spot:
            return False
        self._after = later._after
        return True
