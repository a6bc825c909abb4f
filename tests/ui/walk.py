"""Somebody on the short path, in a window, with a folder for documents of their own."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from brandplatform.document import edit
from brandplatform.document.model import Platform, Statement
from brandplatform.ui.commands import Spot
from brandplatform.ui.interview_builder import Builder
from brandplatform.ui.pathwindow import PathWindow
from brandplatform.ui.program import Program
from brandplatform.ui.shortpath_sentence import SentenceStep
from brandplatform.ui.shortpath_step import Step
from brandplatform.ui.shortpath_steps import TODAY, line_of

WEAK = "Votre boulangerie, passionnée et authentique, propose une large gamme de produits de qualité."
PERSON = "Madame Noé, quatre-vingts ans, qui passe à sept heures."
WORST = "Du pain tiède, même quand la vendeuse est malade."
GOOD = "À Madame Noé, nous promettons d’avoir du pain tiède à sept heures, même quand il gèle."
S = TypeVar("S", bound=Step)


def begun(qtbot: QtBot, house: Program, first: str = WEAK, name: str = "Maison Levain") -> PathWindow:
    """Go through the first door of the start screen."""
    house.opening.begin_short(first, name)
    window = house.windows[-1]
    assert isinstance(window, PathWindow)
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


def at(qtbot: QtBot, window: PathWindow, kind: type[S]) -> S:
    """Return the screen in front once it has the keyboard; it is of this kind."""
    view = window.path.view
    assert isinstance(view, kind)
    qtbot.waitUntil(lambda: view.isAncestorOf(QApplication.focusWidget() or view))
    return view


def on_to(qtbot: QtBot, window: PathWindow, step: str, kind: type[S]) -> S:
    """Go on until a step is in front."""
    while window.path.step != step:
        window.path.take("next")
    return at(qtbot, window, kind)


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def stops(view: Step) -> list[QWidget]:
    """Return what Tab stops at on a screen, once round."""
    found: list[QWidget] = []
    while (here := QApplication.focusWidget()) is not None and here not in found:
        found.append(here)
        press(Qt.Key.Key_Tab)
    return [one for one in found if view.isAncestorOf(one)]


def read(window: PathWindow) -> list[str]:
    """Return every word on the screen and in the menus, without what a person wrote."""
    menus = [action.text() for menu in window.findChildren(QMenu) for action in menu.actions()]
    seen = [one for one in window.path.findChildren(QWidget) if one.isVisibleTo(window)]
    texts = [one.text() for one in seen if isinstance(one, QLabel | QAbstractButton)]
    boxes = [one.placeholderText() for one in seen if isinstance(one, QPlainTextEdit)]
    names = [one.accessibleName() for one in seen] + [one.toolTip() for one in seen]
    return [
        *menus,
        *texts,
        *boxes,
        *names,
        *(one.toPlainText() for one in seen if isinstance(one, QTextEdit)),
    ]


def settled(qtbot: QtBot, window: PathWindow) -> Path:
    """Wait until everything is in the file, and return where that is."""
    session = window.session
    qtbot.waitUntil(lambda: session.path is not None and not session.saving and not session.modified)
    assert session.path is not None
    return session.path


def answered(qtbot: QtBot, house: Program, first: str = WEAK) -> tuple[PathWindow, Builder]:
    """Return the window at the sentence, two questions being answered."""
    window = begun(qtbot, house, first)
    session = window.session
    for question, text in (("promise.q4", PERSON), ("promise.q2", WORST), ("promise.q1", "Du pain tiède.")):
        session.edit(edit.write_note(session.platform, question, "fr", text), "Répondre", Spot(question))
    return window, on_to(qtbot, window, "sentence", SentenceStep).builder


def today(window: PathWindow) -> str:
    """Return the sentence being made."""
    return line_of(window.session.platform, TODAY, "fr")


def promise(platform: Platform) -> Statement:
    """Return the promise with its drafts."""
    answer = platform.answers["promise"]
    assert isinstance(answer, Statement)
    return answer


def made(qtbot: QtBot, house: Program, first: str = WEAK) -> PathWindow:
    """Return the window at the sentence, which is made."""
    window, builder = answered(qtbot, house, first)
    for words in ("Madame Noé", "avoir du pain tiède à sept heures", "il gèle"):
        builder.slots.put(words)
    return window
