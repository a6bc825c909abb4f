"""A reading asks of every sentence whether it is still true, and keeps the answers in the log."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brandplatform.document import edit
from brandplatform.document.model import Date, Platform, Review, Statement, new_platform
from brandplatform.ui.commands import Spot
from brandplatform.ui.program import Program
from brandplatform.ui.review import ReviewDialog
from brandplatform.ui.session import Session
from tests.ui import house as houses
from tests.ui import whole


def written() -> Platform:
    """Return a platform of two sentences, to be read on a day that is past."""
    platform = new_platform("plateforme", "fr", "Levain")
    for field, text in (("promise", "Du pain."), ("mission", "Cuire.")):
        platform = edit.write_text(platform, field, Statement, "fr", text)
    platform = edit.write_lines(platform, "review.triggers", "fr", ("un départ",))
    return edit.write_date(platform, "review.date", "2026-09-06")


def dialog(qtbot: QtBot, platform: Platform | None = None) -> tuple[ReviewDialog, Session]:
    """Return the reading of a platform, with the keyboard."""
    session = whole.session(written() if platform is None else platform)
    made = ReviewDialog(whole.desk(), session)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made, session


def test_it_says_when_and_what_would_force_it_sooner(qtbot: QtBot) -> None:
    made, _ = dialog(qtbot)
    assert made.overview.when.text() == "6\u00a0septembre 2026"
    assert made.overview.triggers.text() == "– un départ"
    assert made.overview.overdue.isVisible()


def test_without_a_date_it_says_so(qtbot: QtBot) -> None:
    made, _ = dialog(qtbot, new_platform("plateforme", "fr"))
    assert made.overview.when.text() == "Pas encore de date"
    assert not made.overview.overdue.isVisible()
    assert not made.overview.begin.isEnabled()


def test_it_is_not_overdue_in_its_own_year(qtbot: QtBot) -> None:
    this_year = str(date.today().year)
    made, _ = dialog(qtbot, edit.write_date(written(), "review.date", this_year))
    assert not made.overview.overdue.isVisible()


def test_every_sentence_is_asked_in_turn_by_keyboard(qtbot: QtBot) -> None:
    made, _ = dialog(qtbot)
    focused = QApplication.focusWidget()
    assert focused is made.overview.begin
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert (made.walk.field, made.walk.sentence.text()) == ("promise", "Du pain.")
    assert made.walk.true.hasFocus()
    QTest.keyClick(made.walk.true, Qt.Key.Key_Space)
    assert made.walk.field == "mission"
    QTest.keyClick(made.walk.doubt, Qt.Key.Key_Space)
    assert made.page is made.closing
    assert made.walk.found == {"promise": "true", "mission": "doubt"}


def test_one_may_go_back_and_answer_otherwise_or_pass(qtbot: QtBot) -> None:
    made, _ = dialog(qtbot)
    made.begin()
    made.walk.true.click()
    made.walk.back()
    made.walk.skip.click()
    made.walk.true.click()
    assert made.walk.found == {"mission": "true"}


def test_back_from_the_first_sentence_leads_to_the_beginning(qtbot: QtBot) -> None:
    made, _ = dialog(qtbot)
    made.begin()
    made.walk.back()
    assert made.page is made.overview


def test_back_from_the_closing_leads_to_the_last_sentence(qtbot: QtBot) -> None:
    made, _ = dialog(qtbot)
    made.begin()
    made.walk.true.click()
    made.walk.true.click()
    made.closing.back.emit()
    assert (made.page, made.walk.field) == (made.walk, "mission")


def read(made: ReviewDialog) -> None:
    """Read both sentences, the second one in doubt, and note it down."""
    made.begin()
    made.walk.true.click()
    made.walk.doubt.click()
    made.closing.by.setText("Odile")
    made.closing.note.setText("la mission a changé")
    made.closing.next_date.setText("6 septembre 2027")
    made.closing.done.click()


def test_a_reading_is_kept_with_the_date_of_the_next_as_one_step(qtbot: QtBot) -> None:
    made, session = dialog(qtbot)
    before = session.platform
    read(made)
    (review,) = session.platform.reviews
    assert review == Review(
        id=review.id,
        when=date.today().isoformat(),
        by="Odile",
        note={"fr": "la mission a changé"},
        found={"promise": "true", "mission": "doubt"},
    )
    assert session.platform.answers["review.date"] == Date(value="2027-09-06")
    session.undo()
    assert session.platform is before
    assert made.overview.log == []


def test_the_log_says_what_was_found(qtbot: QtBot) -> None:
    made, _ = dialog(qtbot)
    read(made)
    assert made.page is made.overview
    (line,) = made.overview.log
    assert line.endswith("Odile · 1 phrase toujours vraie · à revoir\u00a0: Mission · la mission a changé")


def test_the_next_reading_is_proposed_in_a_year(qtbot: QtBot) -> None:
    made, _ = dialog(qtbot)
    made.begin()
    made.walk.true.click()
    made.walk.true.click()
    assert made.closing.next_date.text().startswith(str(date.today().year + 1))


def test_a_way_leads_to_date_and_reasons(qtbot: QtBot) -> None:
    made, session = dialog(qtbot)
    with qtbot.waitSignal(session.travelled) as gone:
        made.overview.elsewhere.emit()
    assert gone.args == [Spot("review.date", "review")]


def test_the_menu_opens_it_once(qtbot: QtBot, house: Program) -> None:
    window = houses.shown(qtbot, house)
    window.menus["platform.review"].trigger()
    window.menus["platform.review"].trigger()
    assert len(window.findChildren(ReviewDialog)) == 1
