"""The short path: one thing at a time, by keyboard, nothing lost, and none of the words of the trade."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit, QTextEdit
from pytestqt.qtbot import QtBot

from brandplatform.storage import container
from brandplatform.ui import files
from brandplatform.ui.pathwindow import PathWindow
from brandplatform.ui.program import Program
from brandplatform.ui.shortpath_paper import PaperStep
from brandplatform.ui.shortpath_question import QuestionStep
from brandplatform.ui.shortpath_steps import STEPS
from brandplatform.ui.window import Window
from tests.ui import walk
from tests.ui.keys import type_into

pytestmark = pytest.mark.usefixtures("documents")

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NEVER = {
    "fr": ("plateforme", "matrice", "section", "profil", "lexique", "draft", "piste", "%"),
    "en": ("platform", "matrix", "section", "profile", "lexicon", "draft", "%"),
}
DOOR = {"Ouvrir toute la plateforme", "Open the whole platform"}


def question(qtbot: QtBot, window: PathWindow) -> QuestionStep:
    return walk.at(qtbot, window, QuestionStep)


def test_the_questions_come_one_at_a_time_the_person_first(qtbot: QtBot, house: Program) -> None:
    window = walk.begun(qtbot, house)
    asked = []
    while isinstance(view := window.path.view, QuestionStep):
        asked.append((view.question.id, next(t for t in walk.read(window) if t.startswith("Question "))))
        window.path.take("next")
    assert asked == [
        ("promise.q4", "Question 1 sur 4"), ("promise.q1", "Question 2 sur 4"),
        ("promise.q2", "Question 3 sur 4"), ("promise.q6", "Question 4 sur 4"),
    ]  # fmt: skip


def test_an_answer_is_a_private_note_and_can_be_taken_back(qtbot: QtBot, house: Program) -> None:
    window = walk.begun(qtbot, house)
    view = question(qtbot, window)
    type_into(view.box, "Madame Noé.")
    view.box.flush()
    assert window.session.platform.notes == {"promise.q4": {"fr": "Madame Noé."}}
    window.path.take("next")
    window.session.undo()
    window.session.undo()
    assert window.path.step == "promise.q4"
    assert window.session.platform.notes == {}
    assert question(qtbot, window).box.text == ""


def test_the_way_on_is_a_way_past_until_something_is_answered(qtbot: QtBot, house: Program) -> None:
    view = question(qtbot, walk.begun(qtbot, house))
    assert view.ways is not None
    assert view.ways.buttons["next"].text() == "Passer"
    type_into(view.box, "A")
    assert view.ways.buttons["next"].text() == "Continuer"


def test_ctrl_enter_goes_on_and_alt_left_comes_back(qtbot: QtBot, house: Program) -> None:
    window = walk.begun(qtbot, house)
    type_into(question(qtbot, window).box, "Anna")
    walk.press(Qt.Key.Key_Return, CTRL)
    assert window.path.step == "promise.q1"
    question(qtbot, window)
    walk.press(Qt.Key.Key_Left, ALT)
    assert question(qtbot, window).box.text == "Anna"


def test_the_ways_on_are_one_tab_stop_along_which_the_arrows_go(qtbot: QtBot, house: Program) -> None:
    window = walk.begun(qtbot, house)
    window.path.take("next")
    question(qtbot, window)
    walk.press(Qt.Key.Key_Tab)
    walk.press(Qt.Key.Key_Right)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QAbstractButton)
    assert focused.text() == "Revenir"
    walk.press(Qt.Key.Key_Return)
    assert window.path.step == "promise.q4"


def test_the_example_is_of_the_trade_that_was_chosen_last(qtbot: QtBot, house: Program) -> None:
    window = walk.begun(qtbot, house)
    view = question(qtbot, window)
    assert view.aside is not None
    view.aside.choices.buttons["garance"].click()
    assert house.preferences.now.example == "garance"
    window.path.take("next")
    assert any("Le prix donné au téléphone" in text for text in walk.read(window))


@pytest.mark.parametrize("first", ["", walk.WEAK])
@pytest.mark.parametrize("language", ["fr", "en"])
def test_none_of_the_words_of_the_trade_is_met_on_the_way(
    qtbot: QtBot, house: Program, language: str, first: str
) -> None:
    house.speak(language)
    window = walk.begun(qtbot, house, first)
    met = []
    for step in STEPS:
        if window.path.step == step:
            met += [text.lower() for text in walk.read(window) if text not in DOOR]
            window.path.take("next")
    met += [text.lower() for text in walk.read(window) if text not in DOOR]
    assert [text for text in met if any(word in text for word in NEVER[language])] == []


@pytest.mark.parametrize("first", ["", walk.WEAK])
def test_no_screen_has_more_than_five_tab_stops(qtbot: QtBot, house: Program, first: str) -> None:
    window = walk.begun(qtbot, house, first)
    counted = {}
    for step in STEPS:
        if window.path.step == step:
            view = window.path.view
            qtbot.waitUntil(lambda view=view: view.isAncestorOf(QApplication.focusWidget() or view.window()))
            counted[step] = len(walk.stops(view))
            window.path.take("next")
    assert {step: n for step, n in counted.items() if not 1 <= n <= 5} == {}


def test_every_control_has_a_name(qtbot: QtBot, house: Program) -> None:
    window = walk.begun(qtbot, house)
    unnamed = []
    for _ in STEPS:
        for kind in (QAbstractButton, QPlainTextEdit, QTextEdit):
            for one in window.path.view.findChildren(kind):
                if one.isVisible() and not (one.accessibleName() or getattr(one, "text", str)()):
                    unnamed.append((window.path.step, type(one).__name__))
        window.path.take("next")
    assert unnamed == []


# Outlets and coming back


def test_escape_leaves_with_nothing_lost_and_the_same_question_comes_back(
    qtbot: QtBot, house: Program, documents: Path
) -> None:
    window = walk.begun(qtbot, house)
    window.path.take("next")
    type_into(question(qtbot, window).box, "Vous aviez dit tiède.")
    walk.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: house.windows == [])
    file = documents / "Maison Levain.brandplatform"
    assert container.load(file).platform.notes == {"promise.q1": {"fr": "Vous aviez dit tiède."}}
    assert house.welcome is not None
    house.open_file(file)
    again = house.windows[0]
    assert isinstance(again, PathWindow)
    assert again.path.step == "promise.q1"
    assert question(qtbot, again).box.text == "Vous aviez dit tiède."


def test_a_question_passed_over_is_not_asked_again_on_coming_back(qtbot: QtBot, house: Program) -> None:
    window = walk.begun(qtbot, house)
    window.path.take("next")
    window.path.take("next")
    file = walk.settled(qtbot, window)
    window.close()
    house.open_file(file)
    again = house.windows[0]
    assert isinstance(again, PathWindow)
    assert again.path.step == "promise.q2"


def test_the_file_is_kept_under_the_name_and_never_over_another(
    qtbot: QtBot, house: Program, documents: Path
) -> None:
    (documents / "Maison Levain.brandplatform").write_bytes(b"somebody's")
    window = walk.begun(qtbot, house)
    for _ in range(4):
        window.path.take("next")
    assert walk.settled(qtbot, window).name == "Maison Levain 2.brandplatform"
    assert (documents / "Maison Levain.brandplatform").read_bytes() == b"somebody's"
    assert len([one for one in documents.iterdir() if not one.name.startswith(".~")]) == 2


def test_a_folder_that_cannot_be_written_is_said_in_place_and_one_may_still_go(
    qtbot: QtBot, house: Program, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = walk.begun(qtbot, house)
    documents.rmdir()
    window.path.take("leave")
    qtbot.waitUntil(lambda: "Rien n’a été perdu" in window.notice.text)
    assert house.windows == [window]
    monkeypatch.setattr(files, "ask_unsaved", lambda *_: "discard")
    window.close()
    assert house.windows == []


def test_the_interface_turns_english_and_the_step_stays(qtbot: QtBot, house: Program) -> None:
    window = walk.begun(qtbot, house)
    window.path.take("next")
    type_into(question(qtbot, window).box, "Tiède")
    house.speak("en")
    assert window.path.step == "promise.q1"
    assert question(qtbot, window).box.text == "Tiède"
    assert "Question 2 of 4" in walk.read(window)


@pytest.mark.parametrize("first", ["", "mot " * 400])
def test_no_line_or_a_very_long_one_survives_the_path(qtbot: QtBot, house: Program, first: str) -> None:
    window = walk.begun(qtbot, house, first.strip())
    view = walk.on_to(qtbot, window, "paper", PaperStep)
    assert view.isVisible()
    answer = window.session.platform.answers.get("promise")
    assert (getattr(answer, "text", {}).get("fr", "")) == first.strip()


# The end


def test_the_word_document_is_written_without_a_question(
    qtbot: QtBot, house: Program, documents: Path
) -> None:
    (documents / "Maison Levain.docx").write_bytes(b"somebody's")
    window = walk.begun(qtbot, house)
    view = walk.on_to(qtbot, window, "paper", PaperStep)
    walk.settled(qtbot, window)
    assert view.ways is not None
    view.ways.buttons["word"].click()
    written = documents / "Maison Levain 2.docx"
    qtbot.waitUntil(written.exists)
    qtbot.waitUntil(lambda: any("Maison Levain 2.docx" in text for text in walk.read(window)))
    assert view.ways.buttons["word"].text() == "Ouvrir le document"
    assert (documents / "Maison Levain.docx").read_bytes() == b"somebody's"


@pytest.mark.parametrize(
    ("door", "section", "place"),
    [
        ("person", "people_customers", "people_customers"),
        ("proof", "proof", "proof.q1"),
        ("whole", "promise", "promise"),
    ],
)
def test_each_door_opens_the_whole_platform_in_the_same_window(
    qtbot: QtBot, house: Program, door: str, section: str, place: str
) -> None:
    window = walk.begun(qtbot, house)
    view = walk.on_to(qtbot, window, "paper", PaperStep)
    file = walk.settled(qtbot, window)
    view.doors[door].click()
    assert window.screens.page.current_section == section
    qtbot.waitUntil(lambda: window.screens.page.place == place)
    assert window.session.path == file
    window.close()
    house.open_file(file)
    assert type(house.windows[0]) is Window
