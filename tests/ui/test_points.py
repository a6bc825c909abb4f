"""Points to discuss: said once a person stops writing, one at a time, and answered without insisting."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brandplatform.document import edit
from brandplatform.document.model import Statement
from brandplatform.ui.commands import Spot
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.outline import STATE
from brandplatform.ui.points import Points
from brandplatform.ui.program import Program
from brandplatform.ui.window import Window
from tests.ui.house import shown
from tests.ui.keys import type_into

HOLLOW = "Notre équipe passionnée vous accompagne avec des solutions de qualité."
FIRM = "Demain à sept heures, votre pain aura levé vingt-quatre heures et sera encore tiède."


@pytest.fixture
def window(qtbot: QtBot, house: Program) -> Window:
    """A window with a hollow promise, looked at."""
    made = shown(qtbot, house, HOLLOW)
    looked(qtbot, made)
    return made


def looked(qtbot: QtBot, window: Window) -> Points:
    """Look now, and wait for what is found."""
    points = window.screens.points
    before = points.watch.findings
    points.watch.look()
    qtbot.waitUntil(lambda: points.watch.findings != before, timeout=10_000)
    return points


def write(window: Window, field: str, text: str) -> None:
    after = edit.write_text(window.session.platform, field, Statement, "fr", text)
    window.session.edit(after, "écrire", Spot(field, field))


def test_the_field_with_the_cursor_has_its_first_finding_beside_it(window: Window) -> None:
    card = window.screens.points.card
    assert card.finding is not None
    assert card.finding.severity == 2
    assert "et" in card._more.text()
    window.screens.show_section("mission")
    assert card.finding is None


def test_nothing_is_said_while_a_person_writes(qtbot: QtBot, house: Program) -> None:
    window = shown(qtbot, house, "")
    window.screens.write_promise()
    type_into(QApplication.focusWidget(), HOLLOW + " ")
    assert window.screens.points.watch.findings == ()
    assert window.screens.points.watch._pause.isActive()


def test_what_was_found_of_an_older_value_is_dropped(qtbot: QtBot, house: Program) -> None:
    window = shown(qtbot, house, HOLLOW)
    points = window.screens.points
    points.watch.look()
    write(window, "promise", FIRM)
    with qtbot.waitSignal(points.watch.errand.done, timeout=10_000):
        pass
    assert points.watch.findings == ()


def test_the_outline_and_the_foot_say_what_is_to_discuss(window: Window) -> None:
    item = window.screens.outline._items["promise"]
    assert item.data(0, STATE) == "discuss"
    assert window.screens.foot._points.text().endswith("à discuter")


def test_a_section_that_is_mended_is_no_longer_marked(qtbot: QtBot, window: Window) -> None:
    write(window, "promise", FIRM)
    looked(qtbot, window)
    assert window.screens.outline._items["promise"].data(0, STATE) == "started"
    assert window.screens.foot._points.text() == ""
    assert window.screens.points.card.isHidden()


def test_words_to_discuss_have_a_wavy_line_until_they_are_written_again(qtbot: QtBot, window: Window) -> None:
    box = QApplication.focusWidget()
    assert isinstance(box, TypingBox)
    assert box.underlines.count("discuss") == 4
    type_into(box, " Oui. ")
    box.flush()
    assert box.underlines.count("discuss") == 0


def test_no_line_is_drawn_under_the_word_the_cursor_is_in(window: Window) -> None:
    box = QApplication.focusWidget()
    assert isinstance(box, TypingBox)
    cursor = box.textCursor()
    cursor.setPosition(HOLLOW.index("passionnée") + 3)
    box.setTextCursor(cursor)
    window.screens.points.show()
    assert box.underlines.count("discuss") == 3


def test_f7_goes_from_point_to_point_and_begins_again(qtbot: QtBot, window: Window) -> None:
    write(window, "mission", HOLLOW)
    looked(qtbot, window)
    visited = []
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_F7)
        qtbot.wait(1)
        visited.append(window.screens.page.current_section)
    assert visited == ["mission", "promise", "mission"]


def test_rewriting_selects_the_words(qtbot: QtBot, window: Window) -> None:
    finding = window.screens.points.card.finding
    assert finding is not None
    window.screens.points.rewrite(finding)
    qtbot.waitUntil(lambda: isinstance(box := QApplication.focusWidget(), TypingBox) and bool(selected(box)))
    box = QApplication.focusWidget()
    assert isinstance(box, TypingBox)
    assert selected(box) == HOLLOW[finding.start : finding.end]


def selected(box: TypingBox) -> str:
    return box.textCursor().selectedText()


def test_what_is_kept_with_a_reason_is_not_said_again_and_can_be_undone(qtbot: QtBot, window: Window) -> None:
    points = window.screens.points
    finding = next(one for one in points.watch.findings if one.id == "X-RELATION")
    points.keep(finding, "Terme du métier")
    qtbot.waitUntil(lambda: finding not in points.watch.findings, timeout=10_000)
    (kept,) = window.session.platform.accepted
    assert (kept.check, kept.words, kept.reason) == ("X-RELATION", "passionnee", "Terme du métier")
    window.session.undo()
    assert window.session.platform.accepted == ()


def test_the_card_says_all_it_shows_to_a_screen_reader(window: Window) -> None:
    card = window.screens.points.card
    assert card._question.text() in card.accessibleName()
