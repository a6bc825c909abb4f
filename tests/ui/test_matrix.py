"""Where the promise shows: a table read at a glance, cells that open in place, gaps in words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from brandplatform.document import edit, matrix
from brandplatform.document.model import Platform, Statement, new_platform
from brandplatform.ui.commands import Spot
from brandplatform.ui.matrix import MatrixPage
from brandplatform.ui.matrixeditor import CellEditor
from brandplatform.ui.program import Program
from brandplatform.ui.session import Session
from tests.ui import house as houses
from tests.ui import whole
from tests.ui.keys import type_into

WARM = "sera encore tiède"


def told() -> Platform:
    """Return a platform with a promise of two parts and one act."""
    platform = new_platform("plateforme", "fr")
    text = "Demain votre pain aura levé et sera encore tiède."
    platform = edit.write_text(platform, "promise", Statement, "fr", text)
    platform = edit.add_row(platform, "proof", "r1")
    return edit.write_cell(platform, "proof", "r1", "act", "une fournée toutes les deux heures", "fr")


def page(
    qtbot: QtBot, platform: Platform | None = None, language: str = "fr", *, writable: bool = True
) -> tuple[MatrixPage, Session]:
    """Return the matrix of a platform, with the keyboard."""
    session = whole.session(told() if platform is None else platform, writable=writable)
    made = MatrixPage(whole.desk(language), session)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made, session


def editor(made: MatrixPage) -> CellEditor:
    """Return the open cell."""
    assert made.table.editor is not None
    return made.table.editor


def opened(qtbot: QtBot) -> tuple[MatrixPage, Session, CellEditor]:
    """Return the matrix with the cell of the product open."""
    made, session = page(qtbot)
    made.table.cells[WARM, "p_product"].click()
    return made, session, editor(made)


def state(session: Session, under: str = "p_product") -> str:
    """Return how a cell stands in the document."""
    return matrix.state_of(matrix.cell_at(session.platform, WARM, under))


def test_there_is_a_line_for_each_part_and_a_column_for_each_p_people_first(qtbot: QtBot) -> None:
    made, _ = page(qtbot)
    assert list(made.table.cells)[:2] == [
        ("Demain votre pain aura levé", "p_people"), ("Demain votre pain aura levé", "p_product"),
    ]  # fmt: skip
    assert len(made.table.cells) == 10


@pytest.mark.parametrize(("language", "said"), [("fr", "Rien encore"), ("en", "Nothing yet")])
def test_a_cell_is_named_by_part_p_and_state(qtbot: QtBot, language: str, said: str) -> None:
    made, _ = page(qtbot, language=language)
    assert made.table.cells[WARM, "p_price"].accessibleName().startswith(f"{WARM}, Pri")
    assert made.table.cells[WARM, "p_price"].accessibleName().endswith(said)


def test_without_a_promise_a_way_leads_to_it(qtbot: QtBot) -> None:
    made, session = page(qtbot, new_platform("plateforme", "fr"))
    assert made.table.isHidden()
    with qtbot.waitSignal(session.travelled) as gone:
        made.write.click()
    assert gone.args == [Spot("promise", "promise")]


def test_enter_opens_a_cell_and_escape_closes_it_where_it_was(qtbot: QtBot) -> None:
    made, _ = page(qtbot)
    cell = made.table.cells[WARM, "p_product"]
    cell.setFocus()
    QTest.keyClick(cell, Qt.Key.Key_Return)
    assert editor(made).box.hasFocus()
    QTest.keyClick(editor(made).box, Qt.Key.Key_Escape)
    assert made.table.editor is None
    assert cell.hasFocus()


def test_arrows_go_from_cell_to_cell_and_stop_at_the_edge(qtbot: QtBot) -> None:
    made, _ = page(qtbot)
    made.focus_place("")
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, key)
    assert made.table.cells[WARM, "p_product"].hasFocus()


def test_one_cell_is_open_at_a_time_and_pressing_it_again_closes_it(qtbot: QtBot) -> None:
    made, _, _ = opened(qtbot)
    made.table.cells[WARM, "p_price"].click()
    assert [under for (_, under), cell in made.table.cells.items() if cell.isChecked()] == ["p_price"]
    made.table.cells[WARM, "p_price"].click()
    assert made.table.editor is None


def test_what_is_typed_shows_here_and_comes_back_by_undo(qtbot: QtBot) -> None:
    made, session, box = opened(qtbot)
    before = session.platform
    type_into(box.box, "l’heure du four")
    session.flush()
    assert made.table.cells[WARM, "p_product"].words == "l’heure du four"
    assert state(session) == "shows"
    while session.stack.canUndo():
        session.undo()
    assert session.platform is before
    assert box.box.text == ""
    assert made.table.cells[WARM, "p_product"].state == "nothing"


def test_a_state_is_chosen_and_taken_back(qtbot: QtBot) -> None:
    _, session, box = opened(qtbot)
    box.states["contradicted"].click()
    assert state(session) == "contradicted"
    session.undo()
    assert state(session) == "nothing"
    assert box.states["nothing"].isChecked()


def test_an_act_of_the_ledger_is_chosen_and_taken_back(qtbot: QtBot) -> None:
    made, session, box = opened(qtbot)
    box.acts.setCurrentIndex(1)
    box.acts.activated.emit(1)
    assert made.table.cells[WARM, "p_product"].act == "une fournée toutes les deux heures"
    assert state(session) == "shows"
    session.undo()
    assert box.acts.currentData() == ""


def test_an_act_that_was_removed_is_said_to_be_gone(qtbot: QtBot) -> None:
    made, session, box = opened(qtbot)
    session.edit(
        matrix.act_by(session.platform, WARM, "p_product", "r1"), "Choisir", Spot("", screen="matrix")
    )
    session.edit(edit.remove_row(session.platform, "proof", "r1"), "Retirer", Spot("proof", "proof"))
    assert box.acts.currentText() == "Cet acte a été retiré"
    assert made.table.cells[WARM, "p_product"].act == ""


def test_gaps_are_told_in_words_once_a_cell_was_filled(qtbot: QtBot) -> None:
    made, session = page(qtbot)
    assert made.gaps == []
    session.edit(
        matrix.mark(session.platform, WARM, "p_place", "contradicted"), "Dire", Spot("", screen="matrix")
    )
    assert f"«\u00a0{WARM}\u00a0»\u00a0: contredit dans Place." in made.gaps
    assert f"«\u00a0{WARM}\u00a0»\u00a0: rien encore dans Personnes, Produit, Prix, Promotion." in made.gaps


def test_cells_of_words_that_are_gone_stay_and_can_be_moved(qtbot: QtBot) -> None:
    made, session = page(qtbot, matrix.write(told(), WARM, "p_product", "fr", "l’étiquette"))
    after = edit.write_text(session.platform, "promise", Statement, "fr", "Votre pain sera chaud.")
    session.edit(after, "Écrire", Spot("promise", "promise"))
    assert made.table.cells[WARM, "p_product"].words == "l’étiquette"
    menu = made.table.left[WARM].parts_menu()
    assert [action.text() for action in menu.actions()] == ["«\u00a0Votre pain sera chaud\u00a0»"]
    menu.actions()[0].trigger()
    assert made.table.cells["Votre pain sera chaud", "p_product"].words == "l’étiquette"
    assert made.table.left == {}
    session.undo()
    assert made.table.cells[WARM, "p_product"].words == "l’étiquette"


def test_cells_of_words_that_are_gone_can_be_dropped(qtbot: QtBot) -> None:
    made, session = page(qtbot, matrix.write(told(), "du pain blanc", "p_product", "fr", "l’étiquette"))
    made.table.left["du pain blanc"].drop.click()
    assert session.platform.matrix == ()
    session.undo()
    assert "du pain blanc" in made.table.left


def test_the_open_cell_stays_open_while_the_promise_is_translated(qtbot: QtBot) -> None:
    made, session, _ = opened(qtbot)
    after = edit.write_text(session.platform, "promise", Statement, "en", "Risen and still warm.")
    session.edit(edit.speak(after, ("fr", "en")), "Écrire", Spot("promise", "promise"))
    session.write_in("en")
    assert editor(made).under == "p_product"


def test_a_file_that_is_read_only_opens_its_cells_and_changes_none(qtbot: QtBot) -> None:
    made, _ = page(qtbot, writable=False)
    made.table.cells[WARM, "p_product"].click()
    box = editor(made)
    assert box.box.isReadOnly()
    assert not any(button.isEnabled() for button in (*box.findChildren(QRadioButton), box.acts))


def test_undo_in_the_window_opens_the_cell_again(qtbot: QtBot, house: Program) -> None:
    window = houses.shown(qtbot, house, "Votre pain sera tiède.")
    window.menus["view.matrix"].trigger()
    made = window.screens.findChild(MatrixPage)
    assert made is not None
    made.table.cells["Votre pain sera tiède", "p_price"].click()
    editor(made).states["contradicted"].click()
    made.table.shut()
    window.screens.show_screen("write")
    window.session.undo()
    assert window.screens.current == "matrix"
    assert editor(made).under == "p_price"


def test_an_act_can_be_added_from_a_cell_as_one_step(qtbot: QtBot) -> None:
    _, session, box = opened(qtbot)
    before = session.platform
    with qtbot.waitSignal(session.travelled) as gone:
        box.acts.setCurrentIndex(box.acts.count() - 1)
        box.acts.activated.emit(box.acts.count() - 1)
    row = matrix.cell_at(session.platform, WARM, "p_product").row
    assert gone.args == [Spot(f"proof[{row}].act", "proof", "fr", "actions")]
    assert box.acts.currentData() == row
    session.undo()
    assert session.platform is before


def test_what_was_written_elsewhere_is_there_when_one_comes_back(qtbot: QtBot) -> None:
    made, session = page(qtbot)
    made.hide()
    session.edit(matrix.mark(session.platform, WARM, "p_price", "shows"), "Dire", Spot("", screen="matrix"))
    made.show()
    assert made.table.cells[WARM, "p_price"].state == "shows"
