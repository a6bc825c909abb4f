"""The questions of a document can be worded otherwise, put away and added, and every step can be undone."""

import pytest
from pytestqt.qtbot import QtBot

from brandplatform.document import questions
from brandplatform.document.model import new_platform
from brandplatform.ui.commands import Spot
from brandplatform.ui.fields.questions import QuestionList
from brandplatform.ui.page import Page
from brandplatform.ui.program import Program
from brandplatform.ui.session import Session
from tests.ui import house as houses
from tests.ui import method
from tests.ui.keys import shown, type_into


@pytest.fixture
def session() -> Session:
    return method.session(new_platform("plateforme", "fr"))


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> Page:
    made = Page(method.desk(), session)
    made.resize(900, 800)
    shown(qtbot, made)
    made.show_section("promise")
    return made


@pytest.fixture
def asked(page: Page) -> QuestionList:
    (found,) = page.findChildren(QuestionList)
    return found


def ids(asked: QuestionList) -> list[str]:
    return [item.question.id for item in asked.items]


def test_a_question_put_away_is_not_asked_and_comes_back_with_its_answer(
    asked: QuestionList, session: Session
) -> None:
    asked.open(1)
    box = asked.items[1].box
    assert box is not None
    type_into(box, "Moi.")
    asked.items[1].away.click()
    assert ids(asked) == ["promise.q1", "promise.q3"]
    assert session.platform.notes == {"promise.q2": {"fr": "Moi."}}
    assert asked.back.text() == "Ressortir 1 question rangée"
    asked.back.click()
    assert ids(asked) == ["promise.q1", "promise.q2", "promise.q3"]
    assert not asked.back.isVisible()
    session.undo()
    session.undo()
    assert session.platform.unasked == ()


def test_a_question_is_asked_in_words_of_one_s_own(asked: QuestionList, session: Session) -> None:
    asked.open(0)
    asked.items[0].reword.click()
    wording = asked.items[0].wording
    assert wording is not None
    assert wording.hasFocus()
    assert wording.text == "Question 1 ?"
    wording.selectAll()
    type_into(wording, "Laquelle ?")
    wording.flush()
    assert asked.items[0].head.text() == "Laquelle\u202f?"
    assert session.platform.questions[0].ask == {"fr": "Laquelle ?"}
    session.undo()
    assert asked.items[0].head.text() == "Question 1\u202f?"


def test_a_question_can_be_added_and_answered(asked: QuestionList, session: Session) -> None:
    asked.more.click()
    assert len(asked.items) == 4
    added = asked.items[3]
    assert added.wording is not None
    assert added.wording.hasFocus()
    type_into(added.wording, "Qui se lève tôt ?")
    added.flush()
    assert added.box is not None
    type_into(added.box, "Claire.")
    added.flush()
    assert added.head.text() == "Qui se lève tôt\u202f?"
    assert session.platform.notes == {added.question.id: {"fr": "Claire."}}


def test_an_added_question_nobody_answered_is_removed_for_good(asked: QuestionList, session: Session) -> None:
    asked.more.click()
    asked.items[3].away.click()
    assert len(asked.items) == 3
    assert session.platform.questions == ()
    session.undo()
    assert len(asked.items) == 4


def test_a_document_that_may_only_be_read_offers_none_of_it(qtbot: QtBot) -> None:
    page = Page(method.desk(), method.session(new_platform("plateforme", "fr"), writable=False))
    shown(qtbot, page)
    page.show_section("promise")
    (asked,) = page.findChildren(QuestionList)
    asked.open(0)
    assert not asked.more.isVisible()
    assert not hasattr(asked.items[0], "reword")


def test_another_platform_begins_with_the_same_questions_and_nothing_else(
    qtbot: QtBot, house: Program
) -> None:
    first = houses.shown(qtbot, house)
    after, _ = questions.add(first.session.platform, "promise", "fr", "Qui se lève tôt ?")
    first.session.edit(questions.ask(after, "promise.q2", False), "Ranger", Spot("promise.q2"))
    first.menus["file.new_from"].trigger()
    other = house.windows[-1].session.platform
    assert len(house.windows) == 2
    assert (other.questions, other.unasked) == (after.questions, ("promise.q2",))
    assert (other.answers, other.brand.name) == ({}, "")
    assert not house.windows[-1].session.modified
