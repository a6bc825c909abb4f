"""Rows edited in place: the one that waits, moves, removals, pasted cells, undo."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from brandplatform.document import edit
from brandplatform.document.model import Platform, Row, Table, new_platform
from brandplatform.document.places import parse_place
from brandplatform.ui.fields.cells import CellBox, RowTools
from brandplatform.ui.fields.choice import ChoiceBox
from brandplatform.ui.fields.pasted import cells_in
from brandplatform.ui.fields.rows import RowBlock
from brandplatform.ui.fields.table import TableView
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.page import Page
from brandplatform.ui.session import Session
from tests.ui import method
from tests.ui.keys import shown, type_into


def named(*names: str) -> Platform:
    platform = new_platform("plateforme", "fr", "Maison Levain")
    for index, name in enumerate(names):
        platform = edit.add_row(platform, "values", f"r{index}")
        platform = edit.write_cell(platform, "values", f"r{index}", "name", name, "fr")
    return platform


def opened(qtbot: QtBot, platform: Platform) -> tuple[Session, TableView]:
    session = method.session(platform)
    page = Page(method.desk(), session)
    page.resize(800, 600)
    shown(qtbot, page)
    page.show_section("values")
    session.travelled.connect(lambda spot: page.focus_place(spot.place))
    (table,) = page.findChildren(TableView)
    return session, table


def rows(session: Session) -> tuple[Row, ...]:
    answer = session.platform.answers.get("values")
    return answer.rows if isinstance(answer, Table) else ()


def names(session: Session) -> list[str]:
    cells = (row.cells["name"] for row in rows(session))
    return [cell if isinstance(cell, str) else cell["fr"] for cell in cells]


def blocks(table: TableView) -> list[RowBlock]:
    return [table._blocks[name] for name in table._order]


def box(table: TableView, row: int, column: int) -> TypingBox:
    cell = blocks(table)[row].cells[column]
    assert isinstance(cell, TypingBox)
    return cell


def test_the_row_that_waits_becomes_real_with_its_first_word_and_another_waits(qtbot: QtBot) -> None:
    session, table = opened(qtbot, named())
    assert len(blocks(table)) == 1
    box(table, 0, 0).setFocus()
    type_into(box(table, 0, 0), "Attendre ")
    assert names(session) == ["Attendre "]
    assert len(blocks(table)) == 2


def test_undo_takes_the_row_back_and_leaves_the_cursor_where_it_was(qtbot: QtBot) -> None:
    session, table = opened(qtbot, named())
    first = box(table, 0, 0)
    first.setFocus()
    type_into(first, "Attendre le ")
    session.undo()
    assert names(session) == ["Attendre "]
    session.undo()
    assert rows(session) == ()
    assert (len(blocks(table)), first.text, first.hasFocus()) == (1, "", True)
    session.redo()
    session.redo()
    assert names(session) == ["Attendre le "]
    assert (len(blocks(table)), first.text) == (2, "Attendre le ")


def test_tab_goes_on_through_the_cells_to_the_row_that_waits(qtbot: QtBot) -> None:
    _session, table = opened(qtbot, named("Attendre"))
    box(table, 0, 0).setFocus()
    for _ in range(6):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is box(table, 1, 0)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is box(table, 1, 1)
    assert box(table, 1, 1).isVisible()


def test_a_row_moves_by_keyboard_with_its_cursor_and_its_unreported_words(qtbot: QtBot) -> None:
    session, table = opened(qtbot, named("un", "deux", "trois"))
    second = box(table, 1, 0)
    second.setFocus()
    type_into(second, "x")
    QTest.keyClick(second, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier)
    assert names(session) == ["deuxx", "un", "trois"]
    assert second.hasFocus()
    assert box(table, 0, 0) is second
    assert second.accessibleName() == "Valeur, ligne 1"
    session.undo()
    assert names(session) == ["un", "deuxx", "trois"]


def test_tab_follows_the_new_order_after_a_move(qtbot: QtBot) -> None:
    _session, table = opened(qtbot, named("un", "deux"))
    table.shift("r0", "down")
    blocks(table)[0].cells[5].setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is box(table, 1, 0)
    assert box(table, 1, 0).text == "un"


def test_the_last_row_hands_the_cursor_to_the_row_that_waits(qtbot: QtBot) -> None:
    session, table = opened(qtbot, named("un"))
    box(table, 0, 0).setFocus()
    table.shift("r0", "remove")
    assert names(session) == []
    assert box(table, 0, 0).hasFocus()
    assert box(table, 0, 0).accessibleName() == "Valeur, ligne 1"


def test_a_removed_row_hands_the_cursor_to_the_next_and_comes_back_on_undo(qtbot: QtBot) -> None:
    session, table = opened(qtbot, named("un", "deux", "trois"))
    box(table, 1, 0).setFocus()
    table.shift("r1", "remove")
    assert names(session) == ["un", "trois"]
    assert box(table, 1, 0).hasFocus()
    session.undo()
    assert names(session) == ["un", "deux", "trois"]
    assert box(table, 1, 0).text == "deux"


def test_the_row_with_the_cursor_offers_its_buttons_and_the_one_that_waits_has_none(qtbot: QtBot) -> None:
    session, table = opened(qtbot, named("un", "deux"))
    box(table, 1, 0).setFocus()
    (tools,) = table.findChildren(RowTools)
    up, _down, remove = tools.findChildren(QToolButton)
    up.click()
    assert names(session) == ["deux", "un"]
    remove.click()
    assert names(session) == ["un"]
    box(table, 1, 0).setFocus()
    assert [one for one in table.findChildren(RowTools) if one.isVisible()] == []


def test_pasted_cells_fill_and_add_rows_in_one_step(qtbot: QtBot) -> None:
    session, table = opened(qtbot, named("un"))
    mime = QMimeData()
    mime.setText('Attendre\t"deux\nlignes, ""oui"""\tvécue\tAnne\t1/3/2027\nDire\tparler\tailleurs\r\n')
    box(table, 0, 0).insertFromMimeData(mime)
    first, second = rows(session)
    assert first.id == "r0"
    assert first.cells == {
        "name": {"fr": "Attendre"}, "meaning": {"fr": 'deux\nlignes, "oui"'}, "status": "lived",
        "owner": "Anne", "date": "2027-03-01",
    }  # fmt: skip
    assert second.cells["status"] == "ailleurs"
    assert box(table, 1, 1).text == "parler"
    session.undo()
    assert names(session) == ["un"]
    assert len(rows(session)) == 1


def test_cells_pasted_into_the_row_that_waits_become_rows(qtbot: QtBot) -> None:
    session, table = opened(qtbot, named())
    mime = QMimeData()
    mime.setText("Valeur\tCe que cela veut dire\nAttendre\tun\nDire\tdeux\n")
    box(table, 0, 0).insertFromMimeData(mime)
    assert names(session) == ["Attendre", "Dire"]
    assert len(blocks(table)) == 3


def test_cells_of_a_word_table_keep_their_paragraphs() -> None:
    html = "<html><style>td{}</style><table><tr><td><p>a</p><p>b</p></td><td>c<br>d &amp; e</td></tr></table>"
    assert cells_in("a\nb\tc", html) == (("a\nb", "c\nd & e"),)


@pytest.mark.parametrize("text", ["un texte", "deux\nlignes", 'il dit "oui"'])
def test_a_text_without_cells_is_pasted_as_text(qtbot: QtBot, text: str) -> None:
    _session, table = opened(qtbot, named("un"))
    mime = QMimeData()
    mime.setText(text)
    box(table, 0, 1).insertFromMimeData(mime)
    assert box(table, 0, 1).text == text


def test_only_the_text_of_the_language_is_shown_and_choices_are_common(qtbot: QtBot) -> None:
    platform = edit.write_cell(named("Attendre"), "values", "r0", "name", "Wait", "en")
    session, table = opened(qtbot, edit.write_cell(platform, "values", "r0", "status", "lived", None))
    session.write_in("en")
    assert box(table, 0, 0).text == "Wait"
    status = blocks(table)[0].cells[2]
    assert isinstance(status, ChoiceBox)
    assert status.currentData() == "lived"
    assert box(table, 0, 0).note in ("", "1 / 4 mots")


def test_a_long_table_builds_its_rows_as_they_are_seen(qtbot: QtBot) -> None:
    session, table = opened(qtbot, named(*(f"valeur {n}" for n in range(200))))
    assert len(blocks(table)) < 40
    table.go_to(parse_place("values[r150].proof"))
    assert table.current() == "r150"
    assert blocks(table)[-2].cells[0].accessibleName() == "Valeur, ligne 151"
    table.add()
    type_into(blocks(table)[-1].cells[0], "de plus ")
    assert len(rows(session)) == 201
    assert len(blocks(table)) < 60
    built = len(blocks(table))
    table.build_more()
    assert len(blocks(table)) > built
    assert [block.row_id for block in blocks(table)][: built - 3] == [f"r{n}" for n in range(built - 3)]


def test_every_cell_has_a_name_and_takes_no_undo_key(qtbot: QtBot) -> None:
    _session, table = opened(qtbot, named("un"))
    for block in blocks(table):
        assert all(cell.accessibleName() for cell in block.cells)
        assert all(not cell.isUndoRedoEnabled() for cell in block.cells if isinstance(cell, TypingBox))
    assert isinstance(box(table, 0, 0), CellBox)
