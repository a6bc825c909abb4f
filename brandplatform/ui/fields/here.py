"""What every box of the page is given: the desk, the open document, the section it stands in.

Owns how an edit made here is named and placed; must not know any widget.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from brandplatform.document.model import Platform
from brandplatform.publish.typography import typeset
from brandplatform.ui.commands import Spot
from brandplatform.ui.desk import Desk
from brandplatform.ui.session import Session


@dataclass(frozen=True, slots=True)
class Here:
    """One section of one open document, seen in one interface language."""

    desk: Desk
    session: Session
    section: str
    screen: str = ""
    """The screen beside the page that it stands on, if it does."""

    @property
    def platform(self) -> Platform:
        """The document as it is now."""
        return self.session.platform

    @property
    def language(self) -> str:
        """The language of the text being written."""
        return self.session.language

    def say(self, said: Mapping[str, str]) -> str:
        """Return a text of the method in the language of the interface, set as it is printed."""
        language = self.desk.words.language
        return typeset(said.get(language, ""), language)

    def name_of(self, field: str) -> str:
        """Return what a field is called beside its like; its id where the method has no such field."""
        found = self.desk.library.field(self.session.framework, field)
        return self.say(found.short or found.title) if found else field

    def spot(self, place: str) -> Spot:
        """Return where something is written, for undo."""
        return Spot(place=place, section=self.section, language=self.language, screen=self.screen)

    def change(self, after: Platform, label: str, place: str, origin: object) -> None:
        """Make an edit that is an undo step of its own."""
        self.session.edit(after, label, self.spot(place), origin=origin)

    def type(self, after: Platform, label: str, place: str, origin: object, begins: bool) -> None:
        """Make an edit that came from typing; it goes on with the last step unless it begins one."""
        self.session.edit(after, label, self.spot(place), origin=origin, typing=True, opens_step=begins)
