"""Finding words anywhere in a platform from the window, going to them, replacing them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from brandplatform.document import edit
from brandplatform.document.model import Statement
from brandplatform.ui.commands import Spot
from brandplatform.ui.program import Program
from brandplatform.ui.search import SearchDialog
from brandplatform.ui.window import Window
from tests.ui.house import promise, shown


@pytest.fixture
def window(qtbot: QtBot, house: Program) -> Window:
    """A window with a pain in the promise, in a note and in a row."""
    made = shown(qtbot, house, "")
    session = made.session
    after = edit.write_text(session.platform, "promise", Statement, "fr", "Un pain chaud, un pain d’hier.")
    after = edit.write_note(after, "mission.q1", "fr", "Le pain d’abord.")
    after = edit.write_cell(edit.add_row(after, "values", "r1"), "values", "r1", "name", "Pain lent", "fr")
    session.edit(after, "Écrire", Spot(""))
    return made


def opened(window: Window, wanted: str = "") -> SearchDialog:
    """Ask for the search, and type what to find."""
    window.menus["edit.find"].trigger()
    dialog = window.findChildren(SearchDialog)[-1]
    dialog.wanted.setText(wanted)
    dialog.search()
    return dialog


def test_every_place_is_listed_by_its_name(window: Window) -> None:
    dialog = opened(window, "PAIN")
    listed = [dialog.list.item(at).text() for at in range(dialog.list.count())]
    assert [text.partition("\n")[0].partition(",")[0] for text in listed] == [
        "Promesse",
        "Promesse",
        "Valeurs",
        "Mission",
    ]
    assert dialog.told.text() == "4 endroits"


def test_enter_goes_to_one_after_the_other(qtbot: QtBot, window: Window) -> None:
    dialog = opened(window, "pain")
    seen = []
    for _ in range(4):
        QTest.keyClick(dialog.wanted, Qt.Key.Key_Return)
        seen.append(window.screens.page.current_section)
    assert seen == ["promise", "values", "mission", "promise"]


def test_all_of_it_is_replaced_as_one_step(window: Window) -> None:
    dialog = opened(window, "pain")
    QTest.keyClicks(dialog.by, "levain")
    dialog.replace_all.click()
    platform = window.session.platform
    assert promise(platform) == "Un levain chaud, un levain d’hier."
    assert platform.notes["mission.q1"]["fr"] == "Le levain d’abord."
    assert dialog.found == []
    window.session.undo()
    assert promise(window.session.platform) == "Un pain chaud, un pain d’hier."


def test_one_of_them_is_replaced_and_the_next_is_at_hand(window: Window) -> None:
    dialog = opened(window, "pain")
    QTest.keyClicks(dialog.by, "feu")
    dialog.list.setCurrentRow(1)
    dialog.replace.click()
    assert promise(window.session.platform) == "Un pain chaud, un feu d’hier."
    assert len(dialog.found) == 3
    assert dialog.list.currentRow() == 1


def test_what_is_written_meanwhile_is_found_too(qtbot: QtBot, window: Window) -> None:
    dialog = opened(window, "zygène")
    assert dialog.found == []
    assert not dialog.replace_all.isEnabled()
    after = edit.write_note(window.session.platform, "mission.q2", "fr", "Une zygène.")
    window.session.edit(after, "Noter", Spot("mission.q2"))
    qtbot.waitUntil(lambda: len(dialog.found) == 1)


def test_it_is_shown_between_whole_words(window: Window) -> None:
    long = "Un commencement qui dure " + "encore " * 9 + "zygène " + "et puis une suite " * 9
    after = edit.write_note(window.session.platform, "mission.q2", "fr", long)
    window.session.edit(after, "Noter", Spot("mission.q2"))
    dialog = opened(window, "zygène")
    shown_as = dialog.list.item(0).text().partition("\n")[2]
    assert shown_as == "…encore encore encore encore encore zygène et puis une suite et puis une suite et…"


def test_asking_again_brings_the_same_search_to_the_front(window: Window) -> None:
    assert opened(window, "pain") is opened(window)
