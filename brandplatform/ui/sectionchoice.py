"""Which sections go into a document: a tick for each that has something to show in it.

Owns the ticks; must not know what becomes of a section.
"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from brandplatform.document.framework import Section
from brandplatform.publish.edition import Profile, profiles_of
from brandplatform.publish.typography import typeset
from brandplatform.ui.desk import Desk
from brandplatform.ui.paper import lettered
from brandplatform.ui.session import Session
from brandplatform.ui.tokens import HAIR, MEDIUM, TIGHT


class SectionChoice(QWidget):
    """The sections of a profile in the order of the outline."""

    changed = Signal()

    def __init__(self, desk: Desk, session: Session, columns: int) -> None:
        super().__init__()
        self._desk, self._session, self._columns = desk, session, columns
        self.boxes: dict[str, QCheckBox] = {}
        self._kept: frozenset[str] = frozenset()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(MEDIUM)
        self._grid.setVerticalSpacing(HAIR)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, TIGHT, 0, 0)
        whole.setSpacing(TIGHT)
        whole.addWidget(lettered(desk.words("export.sections")))
        whole.addLayout(self._grid)

    @property
    def left_out(self) -> tuple[str, ...]:
        """Ids of the sections that are not wanted, those of another profile as they were."""
        unticked = {name for name, box in self.boxes.items() if not box.isChecked()}
        return tuple(sorted((self._kept - set(self.boxes)) | unticked))

    def show_choice(self, profile: Profile, left_out: tuple[str, ...]) -> None:
        """Show the sections of a profile, ticked unless left out."""
        self._kept = frozenset(left_out)
        there = {section.id: section for section in self._sections(profile)}
        if list(there) != list(self.boxes):
            self._build(tuple(there.values()))
        for name, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(name not in left_out)
            box.blockSignals(False)
        self.setHidden(not self.boxes)

    def _build(self, sections: tuple[Section, ...]) -> None:
        for box in self.boxes.values():
            self._grid.removeWidget(box)
            box.hide()
            box.deleteLater()
        language = self._desk.words.language
        titles = {section.id: typeset(section.title[language], language) for section in sections}
        self.boxes = {name: QCheckBox(title) for name, title in titles.items()}
        rows = -(-len(self.boxes) // self._columns)
        for at, box in enumerate(self.boxes.values()):
            box.toggled.connect(lambda _on: self.changed.emit())
            self._grid.addWidget(box, at % rows, at // rows)  # read down, column by column

    def _sections(self, profile: Profile) -> tuple[Section, ...]:
        """Return the sections of the method that have something of their own in a document of a profile."""
        platform, library = self._session.platform, self._desk.library
        return tuple(
            section
            for section in library.framework(platform.framework.id).sections
            if section.id not in platform.put_away
            and any(
                field.id in platform.answers and profile in profiles_of(section.id, field.part)
                for field in library.fields(section)
            )
        )
