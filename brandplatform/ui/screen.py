"""What every screen beside the page can do. Must not know which screens there are."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Screen(QWidget):
    """A screen beside the page."""

    asked = Signal(object)
    """`Spot` of the page where a person wants to be."""

    export_asked = Signal(object)
    """`exporting.Choices`: what a person sees is to be exported."""
    print_asked = Signal(object, object)
    """(`press.Printed`, the pages, from 1): what a person sees is to be printed."""

    def come_from(self, section: str) -> None:
        """Take note of the section the page is at, on coming in front."""

    def focus_place(self, place: str) -> None:
        """Put the cursor at a place of this screen; a place it does not have changes nothing."""

    def show_copy(self, file: Path) -> None:
        """Show another copy beside the open document; a screen that compares nothing does not."""

    def change_row(self, wish: str) -> None:
        """Do as a menu says with the row that has the cursor; a screen without a table has none."""
