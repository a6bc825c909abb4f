"""What every screen beside the page can do. Must not know which screens there are."""

from PySide6.QtWidgets import QWidget


class Screen(QWidget):
    """A screen beside the page."""

    def focus_place(self, place: str) -> None:
        """Put the cursor at a place of this screen; a place it does not have changes nothing."""

    def change_row(self, wish: str) -> None:
        """Do as a menu says with the row that has the cursor; a screen without a table has none."""
