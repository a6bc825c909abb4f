"""The interview: one question on the whole screen, left and taken up anywhere, with nothing lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from brandplatform.document import questions
from brandplatform.document.edit import put_away
from brandplatform.document.model import Statement
from brandplatform.ui.commands import Spot
from brandplatform.ui.interview import InterviewPage
from brandplatform.ui.interview_sentence import SentencePart
from brandplatform.ui.program import Program
from brandplatform.ui.shortpath_question import QuestionStep
from brandplatform.ui.window import Window
from tests.ui.house import shown
from tests.ui.keys import type_into

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def opened(qtbot: QtBot, house: Program) -> tuple[Window, InterviewPage]:
    window = shown(qtbot, house)
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    (page,) = window.findChildren(InterviewPage)
    return window, page


def asked(page: InterviewPage) -> str:
    assert page.stop is not None
    return page.stop.question.id if page.stop.question is not None else f"{page.stop.section.id} sentence"


def box(page: InterviewPage) -> QPlainTextEdit:
    assert isinstance(page.view, QuestionStep)
    return page.view.box


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


@pytest.mark.parametrize("key", [Qt.Key.Key_2, Qt.Key.Key_Eacute])
def test_ctrl_2_asks_the_first_open_question_of_the_section(
    qtbot: QtBot, house: Program, key: Qt.Key
) -> None:
    window = shown(qtbot, house)
    QTest.keyClick(window, key, CTRL)
    (page,) = window.findChildren(InterviewPage)
    assert window.screens.current == "interview"
    assert asked(page) == "promise.q1"
    assert box(page).hasFocus()


def test_keys_go_on_and_back_and_answers_are_notes(qtbot: QtBot, house: Program) -> None:
    window, page = opened(qtbot, house)
    type_into(box(page), "Tiède.")
    press(Qt.Key.Key_Return, CTRL)
    assert asked(page) == "promise.q2"
    press(Qt.Key.Key_Left, ALT)
    assert box(page).toPlainText() == "Tiède."
    assert window.session.platform.notes == {"promise.q1": {"fr": "Tiède."}}


def test_escape_goes_to_the_question_on_the_page_and_it_is_taken_up_where_it_was(
    qtbot: QtBot, house: Program
) -> None:
    window, page = opened(qtbot, house)
    press(Qt.Key.Key_Return, CTRL)
    type_into(box(page), "Le four")
    press(Qt.Key.Key_Escape)
    assert window.screens.current == "write"
    qtbot.waitUntil(lambda: window.screens.page.place == "promise.q2")
    assert window.session.platform.notes == {"promise.q2": {"fr": "Le four"}}
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    assert asked(page) == "promise.q2"


def test_it_follows_the_section_of_the_page(qtbot: QtBot, house: Program) -> None:
    window, page = opened(qtbot, house)
    window.screens.show_section("values")
    window.screens.show_screen("interview")
    assert asked(page) == "values.q1"


def test_undo_comes_back_to_the_question(qtbot: QtBot, house: Program) -> None:
    window, page = opened(qtbot, house)
    type_into(box(page), "Tiède.")
    page.take("next")
    window.screens.show_screen("write")
    window.session.undo()
    assert window.screens.current == "interview"
    assert asked(page) == "promise.q1"
    assert box(page).toPlainText() == ""


def test_a_section_ends_with_its_sentence_and_the_line_there_was_stays(qtbot: QtBot, house: Program) -> None:
    window, page = opened(qtbot, house)
    while not isinstance(page.view, SentencePart):
        page.take("next")
    assert asked(page) == "promise sentence"
    builder = page.view.builder
    assert builder.by_hand
    assert builder.hand.text == "Du pain."
    builder.tabs.setCurrentIndex(2)
    builder.slots.put("du pain tiède")
    statement = window.session.platform.answers["promise"]
    assert isinstance(statement, Statement)
    assert statement.text == {"fr": "Vous aurez du pain tiède."}
    assert any(one.text == {"fr": "Du pain."} for one in statement.drafts)
    window.session.undo()
    assert builder.hand.text == "Du pain."


def test_a_sentence_half_made_is_said_without_what_is_open(qtbot: QtBot, house: Program) -> None:
    window, page = opened(qtbot, house)
    page.focus_place("mission")
    assert isinstance(page.view, SentencePart)
    builder = page.view.builder
    for words in ("cuisons", "du pain", "ceux qui passent à sept heures"):
        builder.slots.put(words)
    statement = window.session.platform.answers["mission"]
    assert isinstance(statement, Statement)
    text = "Chaque jour, nous cuisons du pain pour ceux qui passent à sept heures."
    assert statement.text == {"fr": text}
    assert builder.slots.texts[3] == ""


def test_a_question_that_is_no_longer_asked_gives_way(qtbot: QtBot, house: Program) -> None:
    window, page = opened(qtbot, house)
    session = window.session
    session.edit(
        questions.ask(session.platform, "promise.q1", False), "Ranger", Spot("promise.q1", "promise")
    )
    assert asked(page) == "promise.q2"


def test_the_end_says_so_and_leads_back(qtbot: QtBot, house: Program) -> None:
    window, page = opened(qtbot, house)
    while page.stop is not None:
        page.take("next")
    page.take("back")
    assert page.stop is not None
    page.take("next")
    page.take("leave")
    assert window.screens.current == "write"


def test_with_everything_put_away_nothing_is_asked(qtbot: QtBot, house: Program) -> None:
    window = shown(qtbot, house)
    platform = window.session.platform
    for section in window.session.framework.sections:
        platform = put_away(platform, section.id, True)
    window.session.edit(platform, "Ranger", Spot(""))
    window.screens.show_screen("interview")
    (page,) = window.findChildren(InterviewPage)
    assert page.stop is None
    page.take("next")
    page.take("leave")
    assert window.screens.current == "write"


def test_every_control_has_a_name_and_few_are_stopped_at(qtbot: QtBot, house: Program) -> None:
    _, page = opened(qtbot, house)
    controls = [*page.view.findChildren(QAbstractButton), *page.view.findChildren(QPlainTextEdit)]
    assert [c for c in controls if not (c.accessibleName() or getattr(c, "text", str)())] == []
