"""The ledger: word, act, evidence, owner and date in one line, and what is missing on each side."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from brandplatform.document import edit, proofs
from brandplatform.document.model import Platform, Proof, Statement, Table, new_platform
from brandplatform.ui.commands import Spot
from brandplatform.ui.fields.cells import CellBox
from brandplatform.ui.fields.date import DateBox
from brandplatform.ui.ledger import LedgerPage, LedgerTable
from brandplatform.ui.ledgerrow import LedgerRow
from brandplatform.ui.program import Program
from brandplatform.ui.session import Session
from tests.ui import house as houses
from tests.ui import whole

DAY = "2026-11-25"


def told() -> Platform:
    """Return a platform with a promise and three lines."""
    platform = new_platform("plateforme", "fr")
    platform = edit.write_text(platform, "promise", Statement, "fr", "Votre pain sera encore tiède.")
    cells = {
        "r1": ("tiède", "une fournée toutes les deux heures", "carnet de cuisson", "2026-03-04"),
        "r2": ("votre pain", "", "", ""),
        "r3": ("", "le pain de la veille part au foyer", "photo", "2024-01-05"),
    }
    for row, (word, act, evidence, date) in cells.items():
        platform = edit.add_row(platform, "proof", row)
        for column, text in (("word", word), ("act", act), ("evidence", evidence)):
            platform = edit.write_cell(platform, "proof", row, column, text, "fr")
        platform = edit.write_cell(platform, "proof", row, "date", date, None)
    return proofs.prove(platform, "promise", Proof(id="p1", language="fr", words="tiède", row="r1"))


def page(qtbot: QtBot, platform: Platform) -> tuple[LedgerPage, Session]:
    """Return the ledger of a platform, as it is seen."""
    session = whole.session(platform)
    made = LedgerPage(whole.desk(), session, lambda: DAY)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made, session


def line(made: LedgerPage, row: str) -> LedgerRow:
    """Return a line of the ledger."""
    assert made.table is not None
    return next(one for one in made.table.findChildren(LedgerRow) if one.row_id == row)


def cell(made: LedgerPage, row: str, at: int) -> CellBox:
    """Return a cell of text."""
    found = line(made, row).cells[at]
    assert isinstance(found, CellBox)
    return found


def test_a_word_an_act_and_an_evidence_each_say_how_they_stand(qtbot: QtBot) -> None:
    made, _ = page(qtbot, told())
    assert [line(made, row).word.text for row in ("r1", "r2", "r3")] == [
        "Mot prouvé", "Mot sans acte", "Acte sans mot",
    ]  # fmt: skip
    assert [line(made, row).evidence.text for row in ("r1", "r2", "r3")] == ["À jour", "", "Plus d’un an"]


def test_an_act_without_evidence_says_so(qtbot: QtBot) -> None:
    made, _ = page(qtbot, edit.write_cell(told(), "proof", "r1", "evidence", "", "fr"))
    assert line(made, "r1").evidence.text == "Sans preuve"


def test_an_old_evidence_is_grey_and_a_fresh_one_is_not(qtbot: QtBot) -> None:
    made, _ = page(qtbot, told())
    inks = [cell(made, row, 2).palette().text().color().name() for row in ("r1", "r3")]
    assert inks == ["#221d18", "#6b635a"]


def test_what_is_open_is_told_in_words(qtbot: QtBot) -> None:
    made, _ = page(qtbot, told())
    assert made.open.text() == "1 mot sans acte · 1 acte sans mot · 1 preuve de plus d’un an"


def test_nothing_is_told_of_an_empty_ledger(qtbot: QtBot) -> None:
    made, _ = page(qtbot, new_platform("plateforme", "fr"))
    assert made.open.text() == ""
    assert made.gaps.isHidden()


def test_a_line_says_which_words_lead_to_it(qtbot: QtBot) -> None:
    made, _ = page(qtbot, told())
    assert line(made, "r1").links.text == "Promesse\u00a0: «\u00a0tiède\u00a0»"


def test_an_act_typed_here_is_an_edit_of_the_table_and_comes_back_by_undo(qtbot: QtBot) -> None:
    made, session = page(qtbot, told())
    before, box = session.platform, cell(made, "r2", 1)
    QTest.keyClicks(box, "un nom sur chaque pain")
    session.flush()
    assert line(made, "r2").word.text == ""
    rows = session.platform.answers["proof"]
    assert isinstance(rows, Table)
    assert rows.rows[1].cells["act"] == {"fr": "un nom sur chaque pain"}
    while session.stack.canUndo():
        session.undo()
    assert session.platform is before
    assert line(made, "r2").word.text == "Mot sans acte"


def test_a_line_begun_in_the_one_that_waits_is_a_row(qtbot: QtBot) -> None:
    made, session = page(qtbot, new_platform("plateforme", "fr"))
    made.change_row("add")
    assert made.table is not None
    waiting = made.table.findChildren(LedgerRow)[-1]
    QTest.keyClicks(waiting.cells[0], "pain ")
    rows = session.platform.answers["proof"]
    assert isinstance(rows, Table)
    assert [row.cells["word"] for row in rows.rows] == [{"fr": "pain "}]


def test_the_columns_of_all_lines_stand_under_each_other(qtbot: QtBot) -> None:
    made, _ = page(qtbot, told())
    made.focus_place("proof[r1].act")
    lefts = {tuple(box.mapTo(made, box.rect().topLeft()).x() for box in line(made, row).cells)
             for row in ("r1", "r2", "r3")}  # fmt: skip
    assert len(lefts) == 1


def test_a_place_puts_the_cursor_into_its_cell(qtbot: QtBot) -> None:
    made, _ = page(qtbot, told())
    with qtbot.waitActive(made):
        made.activateWindow()
    made.focus_place("proof[r2].act")
    assert cell(made, "r2", 1).hasFocus()
    made.focus_place("nowhere!")
    assert cell(made, "r1", 0).hasFocus()


def test_every_cell_is_named_and_reached_by_tab(qtbot: QtBot) -> None:
    made, _ = page(qtbot, told())
    with qtbot.waitActive(made):
        made.activateWindow()
    made.focus_place("proof[r1].word")
    names = []
    for _ in range(7):
        focused = made.focusWidget()
        assert isinstance(focused, QWidget)
        names.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert names == [
        "Mot, ligne 1", "Acte, ligne 1", "Preuve, ligne 1", "Date, ligne 1", "Qui en répond, ligne 1",
        "Pour quand, ligne 1", "Mot, ligne 2",
    ]  # fmt: skip


# Links that lead nowhere


def rewritten(session: Session, text: str) -> None:
    """Rewrite the promise somewhere else."""
    after = edit.write_text(session.platform, "promise", Statement, "fr", text)
    session.edit(after, "Écrire", Spot("promise", section="promise"))


def test_a_link_whose_words_are_gone_is_listed_until_they_are_back(qtbot: QtBot) -> None:
    made, session = page(qtbot, told())
    rewritten(session, "Votre pain sera chaud.")
    assert [one.mark.text for one in made.gaps.lines] == [
        "Promesse\u00a0: «\u00a0tiède\u00a0» n’y est plus. une fournée toutes les deux heures"
    ]
    session.undo()
    assert made.gaps.lines == []
    assert made.gaps.isHidden()


def test_words_whose_act_was_removed_are_listed(qtbot: QtBot) -> None:
    made, session = page(qtbot, told())
    session.edit(edit.remove_row(session.platform, "proof", "r1"), "Retirer", Spot("proof", section="proof"))
    assert "n’a pas d’acte" in made.gaps.lines[0].mark.text


def test_a_link_is_taken_out_and_comes_back_by_undo(qtbot: QtBot) -> None:
    made, session = page(qtbot, told())
    rewritten(session, "Votre pain sera chaud.")
    made.gaps.lines[0].remove.click()
    assert made.gaps.lines == []
    session.undo()
    assert len(made.gaps.lines) == 1


def test_the_way_to_the_sentence_leads_to_its_section_and_language(qtbot: QtBot) -> None:
    made, session = page(qtbot, told())
    rewritten(session, "Votre pain sera chaud.")
    with qtbot.waitSignal(session.travelled) as gone:
        made.gaps.lines[0].go.click()
    assert gone.args == [Spot("promise", "promise", "fr")]


# In the window


@pytest.mark.parametrize("keys", ["Ctrl+4", "Ctrl+'"])
def test_its_keys_open_it(qtbot: QtBot, house: Program, keys: str) -> None:
    window = houses.shown(qtbot, house)
    assert keys in [key.toString() for key in window.menus["view.actions"].shortcuts()]
    window.menus["view.actions"].trigger()
    assert window.screens.current == "actions"


def test_undo_shows_the_ledger_again(qtbot: QtBot, house: Program) -> None:
    window = houses.shown(qtbot, house)
    window.screens.show_screen("actions")
    table = window.screens.findChild(LedgerTable)
    assert table is not None
    window.menus["platform.add_row"].trigger()
    QTest.keyClicks(table.findChildren(LedgerRow)[-1].cells[0], "pain ")
    window.screens.show_screen("write")
    window.session.undo()
    assert window.screens.current == "actions"
    assert "proof" not in window.session.platform.answers


def test_what_was_written_elsewhere_is_there_when_one_comes_back(qtbot: QtBot) -> None:
    made, session = page(qtbot, told())
    made.hide()
    rewritten(session, "Votre pain sera chaud.")
    made.show()
    assert line(made, "r1").word.text == "Acte sans mot"
    assert len(made.gaps.lines) == 1


@pytest.mark.parametrize(
    ("due", "evidence", "told_late"),
    [
        ("2026-11-24", "", "En retard"),
        ("2026-11-25", "", ""),
        ("2026-11-24", "photo", ""),
        ("bientôt", "", ""),
    ],
)
def test_an_act_without_evidence_after_its_day_is_late(
    qtbot: QtBot, due: str, evidence: str, told_late: str
) -> None:
    platform = edit.write_cell(told(), "proof", "r3", "evidence", evidence, "fr")
    made, _ = page(qtbot, edit.write_cell(platform, "proof", "r3", "due", due, None))
    assert line(made, "r3").due.text == told_late
    assert ("1 acte en retard" in made.open.text()) == bool(told_late)


def test_dates_are_read_in_words_and_stand_under_what_they_are_of(qtbot: QtBot) -> None:
    made, _ = page(qtbot, edit.write_cell(told(), "proof", "r1", "due", "2027-03", None))
    cells = line(made, "r1").cells
    assert [box.text for box in cells if isinstance(box, DateBox)] == ["4\u00a0mars 2026", "mars 2027"]
    (_word, _act, evidence, date, owner, due) = (box.mapTo(made, box.rect().topLeft()) for box in cells)
    assert (date.x(), due.x()) == (evidence.x(), owner.x())
    assert date.y() == due.y() > evidence.y()
