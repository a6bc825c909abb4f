"""The page: one section at a time, what is typed in it, and one undo across everything."""

from time import monotonic

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from brandplatform.document import edit
from brandplatform.document.model import Statement, Table, Text, new_platform
from brandplatform.ui import theme
from brandplatform.ui.commands import Spot
from brandplatform.ui.fields.prose import ProseView
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.page import Page
from brandplatform.ui.session import Session
from brandplatform.ui.tokens import LIGHT
from tests.ui import method
from tests.ui.keys import shown, type_into

SENTENCE = "Demain a sept heures, votre pain sera tiede"


@pytest.fixture
def session() -> Session:
    return method.session()


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> Page:
    made = Page(method.desk(), session)
    made.resize(820, 600)
    shown(qtbot, made)
    session.travelled.connect(lambda spot: made.show_section(spot.section))
    session.travelled.connect(lambda spot: made.focus_place(spot.place))
    made.show_section("promise")
    return made


def promise(session: Session) -> str:
    answer = session.platform.answers.get("promise")
    return answer.text.get("fr", "") if isinstance(answer, Statement) else ""


def focused() -> TypingBox:
    box = QApplication.focusWidget()
    assert isinstance(box, TypingBox)
    return box


def test_typing_for_six_seconds_no_word_is_more_than_300_ms_late_and_undo_takes_back_words(
    qtbot: QtBot, page: Page, session: Session
) -> None:
    page.focus_place("promise")
    typed: dict[str, float] = {}
    late: list[float] = []

    def learn(_changed: object) -> None:
        known = promise(session)
        late.extend(monotonic() - typed.pop(text) for text in list(typed) if known.startswith(text))

    session.changed.connect(learn)
    letters = list(SENTENCE[: 6000 // 180])

    def press() -> None:
        letter = letters.pop(0)
        typed[focused().text + letter] = monotonic()
        QTest.keyClick(focused(), letter)
        if not letters:
            keys.stop()
            QTimer.singleShot(350, loop.quit)

    loop = QEventLoop()
    keys = QTimer(page, interval=180, timerType=Qt.TimerType.PreciseTimer)
    keys.timeout.connect(press)
    keys.start()
    loop.exec()
    assert typed == {}
    assert max(late) <= 0.3, f"{max(late):.3f} s"
    seen = []
    while session.stack.canUndo():
        session.undo()
        seen.append(promise(session))
    assert seen == [
        "Demain a sept heures, votre ",
        "Demain a sept heures, ",
        "Demain a sept ",
        "Demain a ",
        "Demain ",
        "",
    ]


KEYS = st.lists(
    st.one_of(
        st.sampled_from(["un ", "l’heure, ", "é", "🍞", "\n", "mot", "  ", "fin."]),
        st.sampled_from([Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Left, Qt.Key.Key_Home]),
    ),
    max_size=25,
)


@given(KEYS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_undo_goes_back_to_the_start_and_redo_to_the_end(
    page: Page, session: Session, keys: list[str | Qt.Key]
) -> None:
    page.focus_place("promise.reality")
    box = focused()
    box.show_text("")
    session.stack.clear()
    session.edit(new_platform("plateforme", "fr"), "x", Spot(place=""))
    session.stack.clear()
    for key in keys:
        if isinstance(key, str):
            type_into(box, key)
        else:
            QTest.keyClick(box, key)
    session.flush()
    written = box.text
    steps = session.stack.count()
    for _ in range(steps):
        session.undo()
    assert box.text.strip() == ""  # blanks alone are no edit
    for _ in range(steps):
        session.redo()
    assert box.text.strip() == written.strip()
    assert not box.textCursor().hasSelection()


def test_undo_shows_the_section_and_the_box_it_was_in(page: Page, session: Session) -> None:
    page.focus_place("promise")
    type_into(focused(), "Un pain")
    page.show_section("values")
    session.undo()
    assert page.current_section == "promise"
    assert (page.place, focused().text) == ("promise", "Un ")


def test_the_box_keeps_the_cursor_while_undo_and_redo_go_through_it(page: Page, session: Session) -> None:
    page.focus_place("promise")
    type_into(focused(), "Un pain tiède ")
    box = focused()
    session.undo()
    session.undo()
    assert (box.text, box.hasFocus(), box.textCursor().position()) == ("Un ", True, 3)
    session.redo()
    assert (box.text, box.textCursor().position()) == ("Un pain ", 8)


def test_leaving_a_section_reports_the_unfinished_word(page: Page, session: Session) -> None:
    page.focus_place("promise")
    type_into(focused(), "Un pai")
    page.show_section("values")
    assert promise(session) == "Un pai"


@pytest.mark.parametrize("section", ["promise", "values", "review"])
def test_a_section_is_left_while_the_cursor_is_in_it(qtbot: QtBot, page: Page, section: str) -> None:
    page.show_section(section)
    page.focus_place(page._view.section.fields[0])
    assert page.place
    page.show_section("review" if section == "values" else "values")
    QApplication.processEvents()
    assert page.place.startswith("review.date" if section == "values" else "values[")


def test_a_section_tells_the_guide_its_first_field_and_then_where_the_cursor_goes(
    qtbot: QtBot, page: Page
) -> None:
    told: list[Spot] = []
    page.focused.connect(told.append)
    page.show_section("review")
    page.focus_place("review.triggers")
    assert told == [
        Spot(place="review.date", section="review", language="fr"),
        Spot(place="review.triggers", section="review", language="fr"),
    ]


def test_another_language_shows_its_text_and_its_cap_under_the_cursor(page: Page, session: Session) -> None:
    page.focus_place("promise")
    box = focused()
    type_into(box, "Un pain tiède")
    session.write_in("en")
    assert (box.text, box.hasFocus(), box.note) == ("", True, "0 / 20 mots")
    session.write_in("fr")
    assert (box.text, box.note) == ("Un pain tiède", "3 / 23 mots")


def test_a_change_made_elsewhere_is_shown_without_being_written_again(page: Page, session: Session) -> None:
    after = edit.write_text(session.platform, "promise.reality", Text, "fr", "Le four tombe en panne")
    session.edit(after, "x", Spot(place="promise.reality", section="promise"))
    view = next(v for v in page.findChildren(ProseView) if v.field.id == "promise.reality")
    assert view.box.text == "Le four tombe en panne"
    assert session.stack.count() == 1


def test_a_section_is_settled_and_put_away_from_its_head_and_undo_takes_it_back(
    page: Page, session: Session
) -> None:
    settle = next(b for b in page.findChildren(QToolButton) if b.objectName() == "settle")
    away = next(b for b in page.findChildren(QToolButton) if b.objectName() == "away")
    settle.click()
    away.click()
    assert (session.platform.settled, session.platform.put_away) == (("promise",), ("promise",))
    session.undo()
    session.undo()
    assert (settle.isChecked(), away.isChecked()) == (False, False)
    assert session.platform.settled == ()


def test_the_menu_adds_moves_and_removes_rows(page: Page, session: Session) -> None:
    page.show_section("values")
    for name in ("un ", "deux "):
        page.change_row("add")
        type_into(focused(), name)
    page.change_row("up")
    assert page.place.endswith(".name")
    page.change_row("remove")
    answer = session.platform.answers["values"]
    assert isinstance(answer, Table)
    assert [row.cells["name"] for row in answer.rows] == [{"fr": "un "}]


def test_bold_reaches_the_box_with_the_cursor_only_where_it_is_known(page: Page, session: Session) -> None:
    page.focus_place("promise")
    before = session.platform
    focused().selectAll()
    page.mark(bold=True)
    session.flush()
    assert session.platform == before
    page.focus_place("promise.reality")
    type_into(focused(), "un")
    focused().selectAll()
    page.mark(bold=True)
    assert focused().text == "**un**"


def test_a_section_comes_back_where_it_was_left(qtbot: QtBot, page: Page) -> None:
    page.resize(820, 240)
    bar = page._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 80)
    bar.setValue(77)
    page.show_section("values")
    page.show_section("promise")
    qtbot.waitUntil(lambda: bar.value() == 77)


def test_the_cursor_comes_back_where_it_was_left(page: Page) -> None:
    page.focus_place("promise.reality")
    page.show_section("values")
    assert page.place.startswith("values[")
    page.show_section("promise")
    assert page.place == "promise.reality"


def test_what_is_read_only_takes_no_key(qtbot: QtBot) -> None:
    session = method.session(writable=False)
    page = Page(method.desk(), session)
    shown(qtbot, page)
    page.show_section("promise")
    page.focus_place("promise")
    type_into(focused(), "x")
    assert (focused().text, session.modified) == ("", False)
    assert any("Lecture seule" in label.text() for label in page.findChildren(QLabel))


@pytest.mark.parametrize("section", ["promise", "values", "review"])
def test_everything_that_takes_the_keyboard_has_a_name_and_is_large_enough(
    qapp: QApplication, page: Page, section: str
) -> None:
    theme.install(qapp, LIGHT)
    page.show_section(section)
    page.next_question()
    QApplication.processEvents()
    sheet = page._scroll.widget()
    controls = [w for w in sheet.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert controls
    for control in (one for one in controls if not isinstance(one, QAbstractItemView)):  # a list that opens
        said = control.text() if isinstance(control, QAbstractButton) else ""
        assert control.accessibleName() or said, control
        if control.isVisible():
            assert control.height() >= 32, control
