"""Each kind of field writes what it should, and shows what the document says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from brandplatform.document import edit
from brandplatform.document.framework import Field
from brandplatform.document.model import Choice, Date, Draft, Lines, Scale, Statement, Text, new_platform
from brandplatform.ui.fields.choice import ChoiceView
from brandplatform.ui.fields.date import DateView
from brandplatform.ui.fields.dates import iso
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.lines import LinesView
from brandplatform.ui.fields.markup import MarkedBox
from brandplatform.ui.fields.prose import ProseView
from brandplatform.ui.fields.scale import ScaleView
from brandplatform.ui.session import Session
from tests.ui import method
from tests.ui.keys import shown, type_into


@pytest.fixture
def session() -> Session:
    return method.session()


def here(session: Session, section: str = "review") -> Here:
    return Here(method.desk(), session, section)


def field(session: Session, name: str) -> Field:
    found = session.library.field(session.framework, name)
    assert found is not None
    return found


def test_a_statement_is_written_in_the_language_of_the_text(qtbot: QtBot, session: Session) -> None:
    view = ProseView(here(session, "promise"), field(session, "promise"))
    qtbot.addWidget(view)
    session.flushing.connect(view.flush)
    type_into(view.box, "Tiède à sept heures")
    session.write_in("en")
    view.show_value()
    type_into(view.box, "Still warm")
    view.flush()
    assert session.platform.answers["promise"] == Statement(
        text={"fr": "Tiède à sept heures", "en": "Still warm"}
    )


def test_the_count_names_the_cap_and_says_with_a_mark_by_how_much_it_is_passed(
    qtbot: QtBot, session: Session
) -> None:
    view = ProseView(here(session, "promise"), field(session, "promise"))
    qtbot.addWidget(view)
    view.box.show_text("un deux trois")
    assert view.box.note == "3 / 23 mots"
    view.box.show_text("mot " * 25)
    assert view.box.note == "▲ 25 / 23 mots · 2 mots de trop"
    assert not view.box.isReadOnly()


def test_the_first_line_stays_in_sight_once_the_statement_is_another(qtbot: QtBot) -> None:
    first = Draft(id="d1", text={"fr": "Du bon pain"}, origin="opening")
    platform = edit.keep_draft(new_platform("plateforme", "fr"), "promise", first)
    opened = method.session(edit.write_text(platform, "promise", Statement, "fr", "Du bon pain"))
    view = ProseView(here(opened, "promise"), field(opened, "promise"))
    qtbot.addWidget(view)
    assert view._first.isHidden()
    type_into(view.box, "Oui, ")
    view.flush()
    assert not view._first.isHidden()
    assert view._first.text() == "Votre première phrase\u00a0: Du bon pain"


def test_what_is_only_written_in_the_main_language_is_shown_for_translation(
    qtbot: QtBot,
) -> None:
    platform = edit.speak(new_platform("plateforme", "fr"), ("fr", "en"))
    opened = method.session(edit.write_text(platform, "promise", Statement, "fr", "Tiède à sept heures"))
    opened.write_in("en")
    view = ProseView(here(opened, "promise"), field(opened, "promise"))
    qtbot.addWidget(view)
    assert view._elsewhere.text().endswith("Tiède à sept heures")
    assert view.box.text == ""


@pytest.mark.parametrize(
    ("before", "key", "after"),
    [("un mot", Qt.Key.Key_B, "un **mot**"), ("un **mot**", Qt.Key.Key_B, "un mot"),
     ("un mot", Qt.Key.Key_I, "un *mot*"), ("un **mot**", Qt.Key.Key_I, "un ***mot***")],
)  # fmt: skip
def test_bold_and_italic_put_and_take_away_their_marks_in_one_step(
    qtbot: QtBot, session: Session, before: str, key: Qt.Key, after: str
) -> None:
    view = ProseView(here(session, "promise"), field(session, "promise.reality"))
    qtbot.addWidget(view)
    box = view.box
    assert isinstance(box, MarkedBox)
    box.show_text(before)
    cursor = box.textCursor()
    cursor.setPosition(before.index("mot"))
    cursor.setPosition(before.index("mot") + 3, cursor.MoveMode.KeepAnchor)
    box.setTextCursor(cursor)
    QTest.keyClick(box, key, Qt.KeyboardModifier.ControlModifier)
    assert box.text == after
    assert box.textCursor().selectedText() == "mot"
    assert session.stack.count() == 1
    assert session.platform.answers["promise.reality"] == Text(text={"fr": after})


def test_every_line_is_an_item_and_blank_ones_are_none(qtbot: QtBot, session: Session) -> None:
    view = LinesView(here(session), field(session, "review.triggers"))
    qtbot.addWidget(view)
    type_into(view.box, "un départ\n\nune plainte\n")
    view.flush()
    assert session.platform.answers["review.triggers"] == Lines(lines={"fr": ("un départ", "une plainte")})
    view.show_value()
    assert view.box.text == "un départ\n\nune plainte\n"


@pytest.mark.parametrize(
    ("typed", "read"),
    [("2027-03-01", "2027-03-01"), ("2027-3", "2027-03"), ("2027", "2027"), ("1/3/2027", "2027-03-01"),
     ("1er mars 2027", "2027-03-01"), ("mars 2027", "2027-03"), ("March 1, 2027", "2027-03-01"),
     ("1 March 2027", "2027-03-01"), ("12/25/2027", "2027-12-25"), ("31/2/2027", ""), ("au printemps", "")],
)  # fmt: skip
def test_dates_are_read_as_people_write_them(typed: str, read: str) -> None:
    assert iso(typed) == read


def test_a_date_is_kept_the_iso_way_and_read_in_words_when_it_is_left(qtbot: QtBot, session: Session) -> None:
    view = DateView(here(session), field(session, "review.date"))
    shown(qtbot, view)
    view.box.setFocus()
    type_into(view.box, "1er mars 2027")
    view.box.clearFocus()
    assert session.platform.answers["review.date"] == Date(value="2027-03-01")
    assert view.box.text == "1er\u00a0mars 2027"


def test_what_reads_as_no_date_stays_and_is_said_gently(qtbot: QtBot, session: Session) -> None:
    view = DateView(here(session), field(session, "review.date"))
    shown(qtbot, view)
    view.box.setFocus()
    type_into(view.box, "au printemps")
    assert view._unread.isHidden()
    view.box.clearFocus()
    assert session.platform.answers["review.date"] == Date(value="au printemps")
    assert not view._unread.isHidden()


def test_a_scale_answers_to_the_keyboard_and_can_be_taken_back(qtbot: QtBot, session: Session) -> None:
    view = ScaleView(here(session), field(session, "review.tone"))
    shown(qtbot, view)
    first, *_ = view.findChildren(QRadioButton)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_4)
    assert session.platform.answers["review.tone"] == Scale(today=4)
    QTest.keyClick(first, Qt.Key.Key_Delete)
    assert "review.tone" not in session.platform.answers
    session.undo()
    view.show_value()
    assert [b.isChecked() for b in view.findChildren(QRadioButton)][:5] == [False, False, False, True, False]


def test_a_choice_is_chosen_by_key_and_a_foreign_value_is_kept(qtbot: QtBot, session: Session) -> None:
    view = ChoiceView(here(session), field(session, "review.state"))
    shown(qtbot, view)
    view.box.setFocus()
    QTest.keyClick(view.box, Qt.Key.Key_Down)
    assert session.platform.answers["review.state"] == Choice(value="lived")
    session.edit(
        edit.choose(session.platform, "review.state", "autre"), "x", here(session).spot("review.state")
    )
    view.show_value()
    assert view.box.currentText() == "autre (hors liste)"
    assert session.platform.answers["review.state"] == Choice(value="autre")
