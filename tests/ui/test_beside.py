"""The pages beside where one writes: in the guide’s place, made again while one types, at its section."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brandplatform.ui.beside import Beside
from brandplatform.ui.program import Program
from brandplatform.ui.tokens import LARGE
from brandplatform.ui.window import Window

WIDE = (1500, 900)


@pytest.fixture
def window(qtbot: QtBot, house: Program, tmp_path: Path) -> Window:
    """The example in a window with the keyboard."""
    house.preferences.change(folder=str(tmp_path))
    house.opening.open_example()
    window = house.windows[0]
    window.resize(*WIDE)
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


def beside(qtbot: QtBot, window: Window, section: str = "mission") -> Beside:
    """Show the pages beside a section, and wait for them."""
    window.screens.show_section(section)
    window.menus["view.pages"].trigger()
    (pages,) = window.screens.findChildren(Beside)
    qtbot.waitUntil(lambda: pages.press.now is not None and pages.sheets.page > 0, timeout=20_000)
    return pages


def at(pages: Beside, section: str) -> bool:
    """Whether the page a section begins on is in sight."""
    now = pages.press.now
    return now is not None and pages.sheets.page == now.places[section]


def test_they_stand_in_the_guides_place_and_go_again(qtbot: QtBot, window: Window) -> None:
    screens = window.screens
    sizes = screens.splitter.sizes()
    pages = beside(qtbot, window)
    assert pages.isVisible()
    assert (screens.panel_shown("pages"), screens.panel_shown("guide"), screens.hidden) == (True, False, ())
    assert pages.width() > sizes[2]
    window.menus["view.pages"].trigger()
    assert screens.panel_shown("guide")
    assert screens.splitter.sizes() == sizes


def test_asked_for_on_another_screen_they_come_where_one_writes(qtbot: QtBot, window: Window) -> None:
    beside(qtbot, window)
    window.screens.show_screen("matrix")
    window.menus["view.pages"].trigger()
    assert window.screens.current == "write"
    assert window.screens.panel_shown("pages")


def test_who_does_without_the_guide_does_so_again(qtbot: QtBot, window: Window) -> None:
    window.menus["view.guide"].trigger()
    beside(qtbot, window)
    assert window.screens.hidden == ("guide",)
    window.menus["view.pages"].trigger()
    assert not window.screens.panel_shown("guide")


def test_what_is_typed_is_on_the_page_and_the_hand_stays_where_it_was(qtbot: QtBot, window: Window) -> None:
    pages = beside(qtbot, window)
    window.screens.page.focus_place("mission")
    box = QApplication.focusWidget()
    assert box is not None
    QTest.keyClicks(box, " Brioche aussi. ")
    qtbot.waitUntil(
        lambda: pages.press.now is not None and pages.press.now.platform is window.session.platform,
        timeout=20_000,
    )
    assert pages.press.now is not None
    page = pypdfium2.PdfDocument(pages.press.now.pdf)[pages.press.now.places["mission"] - 1]
    assert "Brioche aussi." in page.get_textpage().get_text_range()
    assert QApplication.focusWidget() is box
    assert at(pages, "mission")


def test_another_section_brings_its_page(qtbot: QtBot, window: Window) -> None:
    pages = beside(qtbot, window)
    qtbot.waitUntil(lambda: at(pages, "mission"))
    window.screens.show_section("commitments")
    qtbot.waitUntil(lambda: at(pages, "commitments"))


def test_pages_scrolled_to_stay_while_one_types(qtbot: QtBot, window: Window) -> None:
    pages = beside(qtbot, window)
    qtbot.waitUntil(lambda: at(pages, "mission"))
    pages.sheets.go_to(1)
    qtbot.waitUntil(lambda: pages.sheets.page == 1)
    window.screens.page.focus_place("mission")
    QTest.keyClicks(QApplication.focusWidget(), " A ")
    qtbot.waitUntil(
        lambda: pages.press.now is not None and pages.press.now.platform is window.session.platform,
        timeout=20_000,
    )
    qtbot.wait(20)
    assert pages.sheets.page == 1


def test_they_are_in_the_language_one_writes_in_and_stay_when_the_window_changes_its_own(
    qtbot: QtBot, window: Window, house: Program
) -> None:
    pages = beside(qtbot, window)
    window.session.write_in("en")
    qtbot.waitUntil(
        lambda: pages.press.now is not None and pages.press.now.choices.language == "en", timeout=20_000
    )
    house.speak("en")
    assert window.screens.panel_shown("pages")


def test_a_page_gone_to_stays_at_the_top_when_there_is_less_room(qtbot: QtBot, window: Window) -> None:
    pages = beside(qtbot, window)
    qtbot.waitUntil(lambda: at(pages, "mission"))
    sheet = pages.sheets.sheets[pages.sheets.page - 1]
    wide = sheet.width()
    window.resize(1100, 900)
    qtbot.waitUntil(lambda: sheet.width() < wide)
    qtbot.wait(50)
    assert sheet.mapTo(pages.sheets.viewport(), QPoint(0, 0)).y() == LARGE
