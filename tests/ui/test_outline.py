"""The outline shows every section with where it stands, and is walked with arrow keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from brandplatform.document import edit
from brandplatform.document.library import Library
from brandplatform.document.model import Statement, new_platform
from brandplatform.resources import Words, read_toml
from brandplatform.storage.container import Kept
from brandplatform.ui.commands import Spot
from brandplatform.ui.desk import Desk
from brandplatform.ui.icons import Icons
from brandplatform.ui.outline import SECTION, STATE, Outline
from brandplatform.ui.session import Session
from brandplatform.ui.tokens import LIGHT


@pytest.fixture
def session() -> Session:
    library = Library(read_toml, ("plateforme",))
    return Session(Kept(platform=new_platform("plateforme", "fr")), library, lambda _: "")


@pytest.fixture
def outline(qtbot: QtBot, session: Session) -> Outline:
    made = Outline(Desk(Words("fr"), LIGHT, Icons(LIGHT), session.library), session)
    qtbot.addWidget(made)
    made.show()
    return made


def lines(outline: Outline) -> dict[str, str]:
    """Section -> its state."""
    heads = [outline.topLevelItem(at) for at in range(outline.topLevelItemCount())]
    items = [head.child(at) for head in heads if head for at in range(head.childCount())]
    return {item.data(0, SECTION): item.data(0, STATE) for item in items}


def test_people_come_first_and_two_groups_are_open(outline: Outline, session: Session) -> None:
    assert outline.open_groups == tuple(group.id for group in session.framework.groups[:2])
    assert next(iter(lines(outline))) == "people_customers"
    assert list(lines(outline)) == [section.id for section in session.framework.sections]


def test_a_state_is_a_mark_and_a_word(outline: Outline, session: Session) -> None:
    assert set(lines(outline).values()) == {"empty"}
    written = edit.write_text(session.platform, "promise", Statement, "fr", "Demain, du pain.")
    session.edit(written, "écrire", Spot("promise", "promise"))
    assert lines(outline)["promise"] == "started"
    session.edit(edit.settle(session.platform, "promise", True), "valider", Spot("", "promise"))
    assert lines(outline)["promise"] == "settled"
    outline.show_section("promise")
    said = outline.currentItem().data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Promesse, Validé"
    session.undo()
    assert lines(outline)["promise"] == "started"


def test_a_section_put_away_is_marked_and_stays(outline: Outline, session: Session) -> None:
    session.edit(edit.put_away(session.platform, "proof", True), "ranger", Spot("", "proof"))
    assert lines(outline)["proof"] == "away"


def test_arrow_keys_go_through_the_sections(qtbot: QtBot, outline: Outline) -> None:
    outline.show_section("people_customers")
    with qtbot.waitSignal(outline.chosen) as chosen:
        QTest.keyClick(outline, Qt.Key.Key_Down)
    assert chosen.args == ["people_employees"]


def test_enter_opens_a_group_and_closes_it(outline: Outline) -> None:
    closed = outline.topLevelItem(2)
    assert closed is not None
    outline.setCurrentItem(closed)
    QTest.keyClick(outline, Qt.Key.Key_Return)
    assert closed.isExpanded()
    QTest.keyClick(outline, Qt.Key.Key_Return)
    assert not closed.isExpanded()


def test_a_section_shown_opens_its_group_and_is_not_announced(qtbot: QtBot, outline: Outline) -> None:
    with qtbot.assertNotEmitted(outline.chosen):
        outline.show_section("tagline")
    assert outline.section == "tagline"
    item = outline.currentItem()
    assert item.parent().isExpanded()


def test_next_and_previous_section_cross_groups(qtbot: QtBot, outline: Outline, session: Session) -> None:
    last = session.framework.groups[0].sections[-1].id
    outline.show_section(last)
    outline.step(1)
    assert outline.section == session.framework.groups[1].sections[0].id
    outline.step(-1)
    assert outline.section == last
