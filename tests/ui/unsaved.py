"""Work that was not saved, as a test finds it: in the state folder, and in the offer at the next start."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brandplatform.document.model import Platform
from brandplatform.storage import container
from brandplatform.ui.program import Program
from brandplatform.ui.recovered import RecoveredDialog
from tests.ui.house import promise, rename


def left(house: Program) -> list[Path]:
    """Return the work that is kept."""
    return sorted((house.preferences.state_folder / "recovery").glob("*.brandplatform"))


def work(house: Program) -> Platform | None:
    """Return the one piece of work that is kept, if there is any."""
    return next((container.load(file).platform for file in left(house)), None)


def kept_promise(house: Program) -> str:
    """Return the promise that is kept."""
    found = work(house)
    return promise(found) if found else ""


def holds(house: Program, text: str) -> bool:
    """Tell whether the promise that is kept reads so."""
    return kept_promise(house) == text


def offers() -> list[RecoveredDialog]:
    """Return the offers that are shown."""
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, RecoveredDialog) and w.isVisible()]


def asked(qtbot: QtBot) -> RecoveredDialog:
    """Wait for the offer, and return it."""
    qtbot.waitUntil(lambda: bool(offers()))
    return offers()[0]


def interrupted(qtbot: QtBot, house: Program, file: Path, name: str = "Pas enregistré") -> None:
    """Open a file, change the brand's name, and end the program as the system asks."""
    house.open_file(file)
    window = house.windows[-1]
    rename(window, name)
    window.leave()
