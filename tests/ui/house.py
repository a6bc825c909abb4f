"""The program as a person has it, with folders of its own, for tests that open windows."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brandplatform.document import edit
from brandplatform.document.model import Platform, Statement, new_platform
from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.ui import theme
from brandplatform.ui.app import YIELD
from brandplatform.ui.commands import Spot
from brandplatform.ui.preferences import Preferences
from brandplatform.ui.program import Program
from brandplatform.ui.tokens import LIGHT
from brandplatform.ui.window import Window


def program(home: Path, language: str = "fr") -> Program:
    """Return the program, its preferences kept under `home`."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if not app.property("faces"):
        theme.install(app, LIGHT)  # what is measured is measured in the look a person has
    sys.setswitchinterval(YIELD)
    preferences = Preferences({"BRANDPLATFORM_HOME": str(home)})
    return Program(app, preferences, {"BRANDPLATFORM_LANG": language})


def begun(house: Program, promise: str = "", name: str = "") -> Window:
    """Go through the start screen's door and return the window behind it."""
    house.opening.begin_new(promise, name)
    return house.windows[-1]


def put_away(house: Program) -> None:
    """Take down what a test left open, whatever it holds."""
    for window in tuple(house.windows):
        window.hide()
        window.session.close()
        window.deleteLater()
    for one in filter(None, (house.welcome, house.portfolio)):
        one.hide()
        one.deleteLater()
    house.deleteLater()


def shown(qtbot: QtBot, house: Program, promise: str = "Du pain.") -> Window:
    """Return a window begun with a promise, with the keyboard."""
    window = begun(house, promise, "Levain")
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


def promise(platform: Platform) -> str:
    """Return the promise in French."""
    answer = platform.answers.get("promise")
    return answer.text.get("fr", "") if isinstance(answer, Statement) else ""


def saved(file: Path, name: str = "Levain") -> Path:
    """Write a file that holds a name, and return it."""
    kept = Kept(platform=new_platform("plateforme", "fr", name))
    container.save(file, kept, "", "2026-11-23T00:00:00+00:00")
    return file


def save(qtbot: QtBot, window: Window, file: Path) -> None:
    """Save, and wait until it is done."""
    window.session.save(file)
    qtbot.waitUntil(lambda: window.session.path == file and not window.session.saving)


def rename(window: Window, name: str) -> None:
    """Change the name of the brand, as one step."""
    after = edit.rebrand(window.session.platform, name=name)
    window.session.edit(after, "Changer la marque", Spot("brand.name"))
