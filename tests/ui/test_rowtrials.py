"""A value put to the test: what is asked under its row, what a person answers, and undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brandplatform.document import edit, verdicts
from brandplatform.document.model import Platform, Verdict, new_platform
from brandplatform.ui.fields.rowtrials import RowTrials
from brandplatform.ui.fields.table import TableView
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.page import Page
from brandplatform.ui.session import Session
from tests.ui import whole
from tests.ui.keys import shown, type_into


def valued() -> Platform:
    """Return a platform with two values."""
    platform = new_platform("plateforme", "fr", "Levain")
    for row, name in (("r1", "Dire l’heure"), ("r2", "Attendre la pâte")):
        platform = edit.add_row(platform, "values", row)
        platform = edit.write_cell(platform, "values", row, "name", name, "fr")
    return platform


def opened(qtbot: QtBot, section: str = "values", platform: Platform | None = None) -> tuple[Page, Session]:
    """Show a section of a platform."""
    session = whole.session(platform or valued())
    page = Page(whole.desk(), session)
    page.resize(820, 1000)
    shown(qtbot, page)
    page.show_section(section)
    session.travelled.connect(lambda spot: page.focus_place(spot.place))
    return page, session


def under_row(page: Page, row: str) -> RowTrials:
    """Return the tests under a row."""
    (table,) = page.findChildren(TableView)
    return table._tests[row]


def test_a_value_is_offered_the_opposite_the_act_and_the_cost(qtbot: QtBot) -> None:
    page, _ = opened(qtbot)
    under = under_row(page, "r1")
    under.test.click()
    assert [item.trial.id for item in under.items] == ["t_opposite", "t_proof", "t_cost"]
    assert under.items[0].box.hasFocus()
    assert page.place == "values[r1].t_opposite"
    assert under_row(page, "r2").items == ()


def test_the_row_that_waits_is_offered_none_until_it_is_a_row(qtbot: QtBot) -> None:
    page, _ = opened(qtbot, platform=new_platform("plateforme", "fr"))
    (table,) = page.findChildren(TableView)
    waiting = table._blocks[table._waiting]
    waiting.cells[0].setFocus()
    under = under_row(page, waiting.row_id)
    assert under.isHidden()
    assert isinstance(waiting.cells[0], TypingBox)
    type_into(waiting.cells[0], "Attendre ")
    assert not under.isHidden()


@pytest.mark.parametrize("section", ["commitments", "people_customers", "proof"])
def test_other_tables_have_none(qtbot: QtBot, section: str) -> None:
    page, _ = opened(qtbot, section)
    assert page.findChildren(RowTrials) == []


def test_a_verdict_on_a_value_is_kept_with_its_row_moved_with_it_and_undone(qtbot: QtBot) -> None:
    page, session = opened(qtbot)
    before, under = session.platform, under_row(page, "r1")
    under.test.click()
    QTest.keyClick(under.items[2].answers["discuss"], Qt.Key.Key_Space)
    under.items[2].box.setFocus()
    type_into(under.items[2].box, "Vingt pains.")
    session.flush()
    wanted = {"t_cost": Verdict(result="discuss", words={"fr": "Vingt pains."})}
    assert verdicts.found(session.platform, "values", "r1") == wanted
    assert verdicts.found(session.platform, "values", "r2") == {}
    moved = edit.move_row(session.platform, "values", "r1", 1)
    assert verdicts.found(moved, "values", "r1") == wanted
    while session.stack.canUndo():
        session.undo()
    assert session.platform == before
    assert (under.items[2].box.text, under.items[2].answers["discuss"].isChecked()) == ("", False)


def test_closed_they_say_what_they_found_and_undo_opens_them_again(qtbot: QtBot) -> None:
    page, session = opened(qtbot)
    under = under_row(page, "r1")
    under.test.click()
    under.items[0].answers["passed"].click()
    under.items[0].answers["not_yet"].click()
    under.test.click()
    assert under.found._shown == {"Le contraire": "not_yet"}
    assert all(item.isHidden() for item in under.items)
    session.undo()
    assert under.items[0].answers["passed"].isChecked()
    assert under.items[0].box.hasFocus()


def test_the_menu_puts_the_value_with_the_cursor_to_the_test_the_first_by_default(qtbot: QtBot) -> None:
    page, _ = opened(qtbot)
    page.put_to_test()
    assert page.place == "values[r1].t_opposite"
    page.focus_place("values[r2].costs")
    page.put_to_test()
    assert page.place == "values[r2].t_opposite"


def test_tab_goes_from_the_last_cell_through_the_tests_to_the_next_value(qtbot: QtBot) -> None:
    page, _ = opened(qtbot)
    under = under_row(page, "r1")
    under.test.click()
    page.focus_place("values[r1].proof")
    met = []
    for _ in range(14):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        met.append(page.place)
        if page.place.startswith("values[r2]"):
            break
    assert list(dict.fromkeys(met)) == [
        "values[r1]", "values[r1].t_opposite", "values[r1].t_proof", "values[r1].t_cost",
        "values[r2].name",
    ]  # fmt: skip


def test_who_may_only_read_sees_what_was_found_and_changes_nothing(qtbot: QtBot) -> None:
    platform = verdicts.judge(valued(), "values", "r1", "t_cost", "passed")
    session = whole.session(platform, writable=False)
    page = Page(whole.desk(), session)
    shown(qtbot, page)
    page.show_section("values")
    under = under_row(page, "r1")
    assert under.found._shown == {"Le coût": "passed"}
    under.test.click()
    assert not any(button.isEnabled() for item in under.items for button in item.answers.values())
    assert under.items[0].box.isReadOnly()
