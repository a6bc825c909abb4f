"""Drafts under a statement: begun, written, compared, chosen, set aside, each a step that undo takes back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from brandplatform.document import drafts, edit
from brandplatform.document.model import Draft, Platform, Statement, new_platform
from brandplatform.ui import theme
from brandplatform.ui.fields.board import Board
from brandplatform.ui.fields.draftcolumn import Column
from brandplatform.ui.fields.drafts import Drafts, Letter
from brandplatform.ui.fields.prose import ProseView
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.page import Page
from brandplatform.ui.program import Program
from brandplatform.ui.session import Session
from brandplatform.ui.tokens import LIGHT
from tests.ui import house as houses
from tests.ui import method
from tests.ui.keys import shown, type_into

OPENING = Draft(id="opening", text={"fr": "Du bon pain."}, origin="opening")


def written(*texts: str, statement: str = "Du pain.") -> Platform:
    """Return a promise with drafts: the statement is A, the others follow."""
    platform = edit.write_text(new_platform("plateforme", "fr"), "promise", Statement, "fr", statement)
    for nth, text in enumerate(texts, 1):
        platform = drafts.start(platform, "promise", f"d{nth}", "d0")
        platform = drafts.write(platform, "promise", f"d{nth}", "fr", text)
    return platform


def opened(platform: Platform, *, writable: bool = True) -> Page:
    """Show the promise of a platform."""
    session = method.session(platform, writable=writable)
    page = Page(method.desk(), session)
    page.resize(820, 900)
    session.travelled.connect(lambda spot: page.show_section(spot.section))
    page.show_section("promise")
    return page


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    made = opened(written("Tiède à sept heures.", "Levé une nuit."))
    shown(qtbot, made)
    return made


def session_of(page: Page) -> Session:
    return page._session


def promise(page: Page) -> Statement:
    answer = session_of(page).platform.answers["promise"]
    assert isinstance(answer, Statement)
    return answer


def under(page: Page) -> Drafts:
    """Return what stands under the promise."""
    view = page.findChild(ProseView)
    assert view is not None
    assert view.drafts is not None
    return view.drafts


def columns(page: Page) -> list[Column]:
    """Return the columns in sight, in their order."""
    (board,) = page.findChildren(Board)
    return list(board._shown())


def focused() -> TypingBox:
    box = QApplication.focusWidget()
    assert isinstance(box, TypingBox)
    return box


def test_a_new_draft_makes_the_statement_draft_a_and_puts_the_cursor_in_b(qtbot: QtBot) -> None:
    page = opened(written())
    shown(qtbot, page)
    page.new_draft()
    type_into(focused(), "Tiède ")
    assert [(one.status, one.text) for one in promise(page).drafts] == [
        ("chosen", {}), ("", {"fr": "Tiède "}),
    ]  # fmt: skip
    assert page.place == f"promise.drafts[{promise(page).drafts[1].id}]"
    assert promise(page).text == {"fr": "Du pain."}


def test_undo_takes_back_the_words_of_a_draft_and_then_the_draft(qtbot: QtBot) -> None:
    page = opened(written())
    shown(qtbot, page)
    before = session_of(page).platform
    page.new_draft()
    type_into(focused(), "Tiède demain ")
    assert session_of(page).stack.count() == 3
    session_of(page).undo()
    assert focused().text == "Tiède "
    session_of(page).undo()
    session_of(page).undo()
    assert session_of(page).platform is before
    assert under(page).findChildren(Letter, options=Qt.FindChildOption.FindDirectChildrenOnly) == []


def test_undo_of_words_in_a_draft_opens_the_board_again(page: Page) -> None:
    under(page).go_to_draft("d1")
    type_into(focused(), " Oui ")
    under(page).show_board(False)
    session_of(page).undo()
    page.focus_place("promise.drafts[d1]")
    assert page.place == "promise.drafts[d1]"
    assert focused().isVisible()


def test_letters_say_which_draft_is_chosen_and_which_is_set_aside(page: Page) -> None:
    after = drafts.set_aside(session_of(page).platform, "promise", "d2")
    session_of(page).edit(after, "x", under(page).here.spot("promise"))
    letters = [one for one in under(page).findChildren(Letter) if not one.isHidden()]
    assert [one.accessibleName() for one in letters] == ["Piste A, Retenue", "Piste B", "Piste C, Écartée"]


def test_a_letter_leads_to_its_draft_and_that_of_the_statement_to_the_statement(page: Page) -> None:
    letters = under(page).findChildren(Letter)
    QTest.keyClick(letters[1], Qt.Key.Key_Space)
    assert page.place == "promise.drafts[d1]"
    QTest.keyClick(letters[0], Qt.Key.Key_Space)
    assert page.place == "promise"


def test_the_first_line_stands_beside_the_line_of_today(qtbot: QtBot) -> None:
    page = opened(edit.keep_draft(written("Tiède."), "promise", OPENING))
    shown(qtbot, page)
    quiet = page.findChild(ProseView)._first
    assert not quiet.isHidden()
    under(page).compare.click()
    assert quiet.isHidden()
    found = [(column._name.text(), column.box.text) for column in columns(page)]
    assert found == [
        ("Votre première phrase", "Du bon pain."),
        ("Votre phrase aujourd’hui · A", "Du pain."),
        ("Piste B", "Tiède."),
    ]
    assert columns(page)[0].box.isReadOnly()


def test_a_first_line_that_is_still_the_statement_is_not_shown_twice(qtbot: QtBot) -> None:
    page = opened(edit.keep_draft(written(statement="Du bon pain."), "promise", OPENING))
    shown(qtbot, page)
    assert under(page).compare.isHidden()
    assert not under(page).new.isHidden()


def test_a_draft_chosen_becomes_the_statement_and_the_cursor_is_in_it(page: Page) -> None:
    under(page).compare.click()
    columns(page)[1]._buttons["choose"].click()
    assert promise(page).text == {"fr": "Tiède à sept heures."}
    assert (page.place, focused().text) == ("promise", "Tiède à sept heures.")
    assert [column.box.text for column in columns(page)] == [
        "Tiède à sept heures.", "Du pain.", "Levé une nuit.",
    ]  # fmt: skip


def test_choosing_is_one_step_that_undo_takes_back_whole(page: Page) -> None:
    before = session_of(page).platform
    under(page).compare.click()
    columns(page)[2]._buttons["choose"].click()
    assert session_of(page).stack.undoText() == "Retenir une piste"
    session_of(page).undo()
    assert session_of(page).platform is before
    assert columns(page)[0].box.text == "Du pain."


def test_a_draft_is_set_aside_with_a_reason_and_comes_back(page: Page) -> None:
    under(page).compare.click()
    column = columns(page)[2]
    column._buttons["set_aside"].click()
    assert column.reason.hasFocus()
    type_into(focused(), "Trop long. ")
    assert promise(page).drafts[2] == Draft(
        id="d2", text={"fr": "Levé une nuit."}, status="refused", reason={"fr": "Trop long. "}
    )
    assert column.reason.accessibleName() == "Écartée parce que…, Piste C"
    column._buttons["bring_back"].click()
    assert (promise(page).drafts[2].status, column.box.hasFocus()) == ("", True)
    for _ in range(4):
        session_of(page).undo()
    assert promise(page).drafts[2] == Draft(id="d2", text={"fr": "Levé une nuit."})


def test_an_empty_draft_is_removed_and_one_with_words_cannot_be(page: Page) -> None:
    page.new_draft()
    *others, empty = columns(page)
    assert not empty._buttons["remove"].isHidden()
    assert all(column._buttons["remove"].isHidden() for column in others)
    empty._buttons["remove"].click()
    assert [one.id for one in promise(page).drafts] == ["d0", "d1", "d2"]
    session_of(page).undo()
    assert len(promise(page).drafts) == 4


def test_what_is_typed_in_todays_column_is_the_statement(page: Page) -> None:
    under(page).compare.click()
    today = columns(page)[0]
    today.box.setFocus()
    today.box.moveCursor(today.box.textCursor().MoveOperation.End)
    type_into(today.box, " Chaud ")
    view = page.findChild(ProseView)
    assert promise(page).text == {"fr": "Du pain. Chaud "} == {"fr": view.box.text}
    type_into(view.box, "demain ")
    assert today.box.text == "Du pain. Chaud demain "


def test_each_draft_counts_its_words_against_the_cap(page: Page) -> None:
    under(page).compare.click()
    assert [column.box.note for column in columns(page)] == ["2 / 23 mots", "4 / 23 mots", "3 / 23 mots"]


def test_a_draft_is_written_in_each_language(page: Page) -> None:
    session = session_of(page)
    session.edit(edit.speak(session.platform, ("fr", "en")), "x", under(page).here.spot("languages"))
    under(page).go_to_draft("d1")
    session.write_in("en")
    assert focused().text == ""
    type_into(focused(), "Warm at seven. ")
    assert promise(page).drafts[1].text == {"fr": "Tiède à sept heures.", "en": "Warm at seven. "}
    session.write_in("fr")
    assert focused().text == "Tiède à sept heures."


@pytest.mark.parametrize(("width", "beside"), [(680, 3), (430, 2), (300, 1)])
def test_columns_fold_under_one_another_in_a_narrow_place(
    qtbot: QtBot, page: Page, width: int, beside: int
) -> None:
    under(page).compare.click()
    (board,) = page.findChildren(Board)
    page._view.setMaximumWidth(width)
    qtbot.waitUntil(lambda: board.width() <= width)
    QApplication.processEvents()
    tops = [column.y() for column in columns(page)]
    assert tops.count(tops[0]) == beside


def test_a_document_that_can_only_be_read_offers_nothing_to_do(qtbot: QtBot) -> None:
    page = opened(written("Tiède."), writable=False)
    shown(qtbot, page)
    page.new_draft()
    under(page).compare.click()
    assert len(promise(page).drafts) == 2
    assert under(page).new.isHidden()
    assert [
        name for column in columns(page) for name, one in column._buttons.items() if one.isVisible()
    ] == []
    assert all(column.box.isReadOnly() for column in columns(page))


def test_every_control_of_the_board_has_a_name_and_is_large_enough(qapp: QApplication, page: Page) -> None:
    theme.install(qapp, LIGHT)
    under(page).compare.click()
    columns(page)[2]._buttons["set_aside"].click()
    QApplication.processEvents()
    controls = [w for w in under(page).findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    seen = [one for one in controls if one.isVisible()]
    assert len(seen) > 10
    for control in seen:
        said = control.text() if isinstance(control, QAbstractButton) else ""
        assert control.accessibleName() or said, control
        assert control.height() >= 32, control


def test_a_longer_text_has_no_drafts(page: Page) -> None:
    views = {view.field.id: view for view in page.findChildren(ProseView)}
    assert views["promise.reality"].drafts is None


def test_the_menu_begins_a_draft_of_the_statement_with_the_cursor(qtbot: QtBot, house: Program) -> None:
    window = houses.shown(qtbot, house)
    window.screens.show_section("p_product")
    window.screens.page.focus_place("p_product.refusal")
    type_into(QApplication.focusWidget(), "Rien de congelé.")
    window.menus["platform.new_draft"].trigger()
    answer = window.session.platform.answers["p_product.refusal"]
    assert [one.status for one in answer.drafts] == ["chosen", ""]
    assert window.screens.page.place == f"p_product.refusal.drafts[{answer.drafts[1].id}]"


def test_the_first_line_of_the_start_screen_is_compared_once_the_promise_is_another(
    qtbot: QtBot, house: Program
) -> None:
    window = houses.shown(qtbot, house, "Du bon pain.")
    type_into(QApplication.focusWidget(), "Oui, ")
    window.session.flush()
    window.screens.page._drafts().compare.click()
    said = {one.text() for one in window.screens.page.findChildren(QLabel) if one.isVisible()}
    assert {"Votre première phrase", "Votre phrase aujourd’hui"} <= said
