"""What is to discuss in a draft stands under it, once a person stops writing; one set aside is left alone."""

import pytest
from pytestqt.qtbot import QtBot

from brandplatform.document import drafts, edit
from brandplatform.document.model import Platform, Statement, new_platform
from brandplatform.ui.fields.board import Board
from brandplatform.ui.page import Page
from tests.ui import method
from tests.ui.keys import shown, type_into

EMPTY_WORDS = "Une équipe passionnée et innovante."


def written() -> Platform:
    """Return a promise with an open draft that says little, and one set aside that says the same."""
    said = "Demain à sept heures, votre pain sera tiède."
    platform = edit.write_text(new_platform("plateforme", "fr"), "promise", Statement, "fr", said)
    for draft in ("d1", "d2"):
        platform = drafts.start(platform, "promise", draft, "d0")
        platform = drafts.write(platform, "promise", draft, "fr", EMPTY_WORDS)
    return drafts.set_aside(platform, "promise", "d2")


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    """The drafts side by side, looked at."""
    page = Page(method.desk(), method.session(written()))
    page.resize(820, 900)
    page.show_section("promise")
    shown(qtbot, page)
    under = page._drafts()
    assert under is not None
    under.show_board(True)
    with qtbot.waitSignal(board(page).points.found):
        board(page).points.look()
    return page


def board(page: Page) -> Board:
    (found,) = page.findChildren(Board)
    return found


def test_the_first_thing_to_discuss_stands_under_an_open_draft_only(page: Page) -> None:
    made = board(page)
    assert made._columns["d1"].point.text.startswith(
        "«\u00a0passionnée\u00a0» Que vous fait faire cette passion ?"
    )
    assert made._columns["d1"].point.text.endswith("autres")
    assert made._columns["d2"].point.isHidden()
    assert made._today.point.isHidden()


def test_nothing_is_looked_at_while_somebody_writes_and_all_of_it_afterwards(
    qtbot: QtBot, page: Page
) -> None:
    made = board(page)
    made.points._pause.setInterval(50)
    box = made._columns["d1"].box
    box.setFocus()
    type_into(box, " Oui. ")
    made.show_value()
    assert made.points._pause.isActive()
    with qtbot.waitSignal(made.points.found):
        pass
    assert not made._columns["d1"].point.isHidden()
