"""Folders of platforms, and the window that shows them, for the tests of both."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from brandplatform.document import edit
from brandplatform.document.model import Platform, Statement, new_platform
from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.ui.portfolio import Portfolio
from brandplatform.ui.program import Program


def written(folder: Path, name: str, platform: Platform, when: str = "2026-11-23T00:00:00+00:00") -> Path:
    """Write a platform into a folder."""
    file = folder / f"{name}.brandplatform"
    container.save(file, Kept(platform=platform), "", when)
    return file


def promising(name: str, promise: str = "", review: str = "") -> Platform:
    """Return a platform with a name, a promise and a day at which it is read again."""
    made = edit.write_text(new_platform("plateforme", "fr", name), "promise", Statement, "fr", promise)
    return edit.write_date(made, "review.date", review) if review else made


def shown(qtbot: QtBot, house: Program) -> Portfolio:
    """Return my platforms, once all of them are read."""
    house.show_portfolio()
    window = house.portfolio
    assert window is not None
    qtbot.waitUntil(lambda: window.isActiveWindow() and read(window))
    return window


def read(window: Portfolio) -> bool:
    """Tell whether all there is has been looked at."""
    return not window.reading.busy


def titles(window: Portfolio) -> list[str]:
    """Return the names of the cards, from the top."""
    return [card.title for card in window.view.list.shelf.cards]


def aloud(window: Portfolio, row: int) -> str:
    """Return what a screen reader says of a card."""
    shelf = window.view.list.shelf
    return str(shelf.index(row).data(Qt.ItemDataRole.AccessibleTextRole))
