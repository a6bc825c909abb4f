"""The program as a person has it, with folders of its own, for tests that open windows."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from brandplatform.ui.preferences import Preferences
from brandplatform.ui.program import Program
from brandplatform.ui.window import Window


def program(home: Path, language: str = "fr") -> Program:
    """Return the program, its preferences kept under `home`."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    preferences = Preferences({"BRANDPLATFORM_HOME": str(home)})
    return Program(app, preferences, {"BRANDPLATFORM_LANG": language})


def begun(house: Program, promise: str = "", name: str = "") -> Window:
    """Go through the start screen's door and return the window behind it."""
    house.begin_new(promise, name)
    return house.windows[-1]


def put_away(house: Program) -> None:
    """Take down what a test left open, whatever it holds."""
    for window in tuple(house.windows):
        window.hide()
        window.session.close()
        window.deleteLater()
    if house.welcome is not None:
        house.welcome.hide()
        house.welcome.deleteLater()
    house.deleteLater()
