"""What leaves a window for a file of its own: an export, the archive, a copy to hand on.

Owns the dialogs that ask for it; what writes is imported only then. Must not know how anything is written.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from brandplatform.ui.desk import Desk
from brandplatform.ui.notice import Notice
from brandplatform.ui.preferences import Preferences
from brandplatform.ui.session import Session

if TYPE_CHECKING:
    from brandplatform.ui.exporting import Choices
    from brandplatform.ui.handout import Handout


class Outlets:
    """The ways out of one document, in the words of one language."""

    def __init__(
        self,
        desk: Desk,
        session: Session,
        preferences: Preferences,
        window: QMainWindow,
        notice: Callable[[], Notice],
    ) -> None:
        self._desk, self._session, self._preferences = desk, session, preferences
        self._window, self._notice = window, notice

    def export(self) -> None:
        """Open the export dialog beside the window, or bring it to the front; writing goes on."""
        self.export_as(None)

    def export_as(self, choices: "Choices | None") -> None:
        """Open the export dialog with what was chosen elsewhere."""
        from brandplatform.ui.publish import ExportDialog  # a Word file is not on the way to the first key

        self._session.flush()
        there = next((one for one in self._window.findChildren(ExportDialog) if one.isVisible()), None)
        dialog = there or ExportDialog(self._desk, self._session, self._preferences, self._window)
        if choices is not None:
            dialog.choices.choose(choices)
        dialog.show()
        dialog.activateWindow()

    def archive(self) -> None:
        """Write the whole document, private notes and all, as one Markdown file."""
        from brandplatform.ui.handout import ARCHIVE  # as above

        self._write(ARCHIVE)

    def copy_bare(self) -> None:
        """Write a platform without notes or history, to be handed on."""
        from brandplatform.ui.handout import BARE  # as above

        self._write(BARE)

    def _write(self, handout: "Handout") -> None:
        from brandplatform.ui.handout import HandoutWriter  # as above

        self._session.flush()
        HandoutWriter(self._desk, self._session, self._preferences, self._window, self._notice()).ask(handout)
