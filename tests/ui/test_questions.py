"""Questions: one open at a time, answered by keyboard, kept as private notes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brandplatform.ui.fields.questions import QuestionList
from brandplatform.ui.page import Page
from brandplatform.ui.session import Session
from tests.ui import method
from tests.ui.keys import shown, type_into


@pytest.fixture
def session() -> Session:
    return method.session()


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> Page:
    made = Page(method.desk(), session)
    made.resize(800, 700)
    shown(qtbot, made)
    made.show_section("promise")
    return made


@pytest.fixture
def questions(page: Page) -> QuestionList:
    (found,) = page.findChildren(QuestionList)
    return found


def test_enter_opens_a_question_and_puts_the_cursor_into_its_answer(questions: QuestionList) -> None:
    first = questions.items[0]
    first.head.setFocus()
    QTest.keyClick(first.head, Qt.Key.Key_Return)
    assert first.box is not None
    assert first.box.hasFocus()


def test_opening_a_question_closes_the_other(questions: QuestionList) -> None:
    questions.open(0)
    questions.items[2].head.click()
    assert questions.opened == 2
    assert [item.box is not None and item.box.isVisible() for item in questions.items] == [False, False, True]
    questions.items[2].head.click()
    assert questions.opened is None


def test_ctrl_enter_reports_the_answer_and_goes_to_the_next_question(
    questions: QuestionList, session: Session
) -> None:
    questions.open(0)
    type_into(QApplication.focusWidget(), "la voisin")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert session.platform.notes == {"promise.q1": {"fr": "la voisin"}}
    assert questions.items[1].box is QApplication.focusWidget()


def test_ctrl_enter_in_the_statement_goes_to_the_first_question(
    page: Page, questions: QuestionList, session: Session
) -> None:
    page.focus_place("promise")
    type_into(QApplication.focusWidget(), "Du pain")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert questions.opened == 0
    assert questions.items[0].box is QApplication.focusWidget()
    answer = session.platform.answers["promise"]
    assert answer.text == {"fr": "Du pain"}


def test_past_the_last_question_they_are_all_closed(questions: QuestionList) -> None:
    questions.open(2)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert questions.opened is None
    assert questions.items[2].head.hasFocus()


def test_a_closed_question_shows_the_beginning_of_its_answer(questions: QuestionList) -> None:
    questions.open(0)
    bare = questions.items[1].head.heightForWidth(500)
    type_into(QApplication.focusWidget(), "la voisine\n du troisième ")
    questions.open(1)
    assert questions.items[0].head.accessibleDescription() == "répondu, la voisine du troisième"
    assert questions.items[0].head.heightForWidth(500) > bare


def test_undo_of_an_answer_shows_in_the_list(questions: QuestionList, session: Session) -> None:
    questions.open(0)
    type_into(QApplication.focusWidget(), "un deux")
    session.undo()
    box = questions.items[0].box
    assert box is not None
    assert (box.text, session.platform.notes) == ("un ", {"promise.q1": {"fr": "un "}})
    session.undo()
    assert (box.text, session.platform.notes) == ("", {})
