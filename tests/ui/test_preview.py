"""The preview: the PDF's own pages, where one was writing, made again after a change; and printing them."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QScrollBar
from pytestqt.qtbot import QtBot

from brandplatform.document import edit
from brandplatform.document.model import Statement
from brandplatform.resources import Words
from brandplatform.ui.commands import Spot
from brandplatform.ui.exporting import Choices
from brandplatform.ui.press import Printed, printed
from brandplatform.ui.preview import PANEL, PreviewPage, pages_from
from brandplatform.ui.printing import prepare, put_on, within
from brandplatform.ui.program import Program
from brandplatform.ui.publish import ExportDialog
from brandplatform.ui.tokens import LARGE
from brandplatform.ui.window import Window
from tests.shipped import LIBRARY, sample


@pytest.fixture
def window(qtbot: QtBot, house: Program, tmp_path: Path) -> Window:
    """The example in a window."""
    house.preferences.change(folder=str(tmp_path))
    house.opening.open_example()
    return house.windows[0]


def previewed(qtbot: QtBot, window: Window, section: str = "values") -> PreviewPage:
    """Go to the preview from a section, and wait for its pages."""
    window.screens.show_section(section)
    window.menus["view.preview"].trigger()
    (page,) = window.screens.findChildren(PreviewPage)
    qtbot.waitUntil(lambda: page.press.now is not None and page.sheets.page > 0, timeout=20_000)
    return page


def test_the_pages_are_those_of_the_pdf_and_the_one_in_sight_is_drawn(qtbot: QtBot, window: Window) -> None:
    page = previewed(qtbot, window)
    made = page.press.now
    assert made is not None
    assert len(page.sheets.sheets) == len(made.sizes) > 15
    qtbot.waitUntil(lambda: page.sheets.sheets[page.sheets.page - 1].image is not None)
    image = page.sheets.sheets[page.sheets.page - 1].image
    assert image is not None
    assert image.size() == page.sheets.sheets[0].size() * page.devicePixelRatioF() or image.width() > 300
    assert page.sheets.sheets[-1].image is None  # out of sight, not drawn


def test_it_follows_the_section_one_was_writing(qtbot: QtBot, window: Window) -> None:
    page = previewed(qtbot, window, "commitments")
    made = page.press.now
    assert made is not None
    qtbot.waitUntil(lambda: page.sheets.page == made.places["commitments"])
    assert page.count.text() == f"Page {made.places['commitments']} sur {len(made.sizes)}"


def test_a_change_is_seen_without_being_asked_for(qtbot: QtBot, window: Window) -> None:
    page = previewed(qtbot, window)
    before = page.press.now
    session = window.session
    after = edit.write_text(session.platform, "promise", Statement, "fr", "Vous aurez du pain.")
    session.edit(after, "écrire", Spot("promise", "promise"))
    qtbot.waitUntil(lambda: page.press.now is not before, timeout=20_000)
    assert page.press.now is not None
    assert page.press.now.platform is session.platform


def test_while_it_is_out_of_sight_nothing_is_made(qtbot: QtBot, window: Window) -> None:
    page = previewed(qtbot, window)
    before = page.press.now
    window.screens.show_screen("write")
    session = window.session
    session.edit(edit.rebrand(session.platform, name="Autre"), "marque", Spot("brand.name"))
    qtbot.wait(400)
    assert page.press.now is before
    window.screens.show_screen("preview")
    qtbot.waitUntil(lambda: page.press.now is not before, timeout=20_000)


def test_another_profile_paper_and_language_are_other_pages(qtbot: QtBot, window: Window) -> None:
    page = previewed(qtbot, window)
    page.choices.profiles["essential"].click()
    qtbot.waitUntil(lambda: len(page.sheets.sheets) == 2, timeout=20_000)
    page.choices.papers["a5"].click()
    wide = page.sheets.sheets[0].size()
    qtbot.waitUntil(lambda: len(page.sheets.sheets) > 2, timeout=20_000)
    assert page.sheets.sheets[0].size() != QSize() or wide
    page.choices.languages["en"].click()
    qtbot.waitUntil(
        lambda: page.press.now is not None and page.press.now.choices.language == "en", timeout=20_000
    )


def test_wishes_that_come_while_it_works_are_answered_by_the_last_one(qtbot: QtBot, window: Window) -> None:
    page = previewed(qtbot, window)
    for name in ("team", "essential", "team", "essential"):
        page.choices.profiles[name].click()
    qtbot.waitUntil(
        lambda: page.press.now is not None and page.press.now.choices.profile == "essential", timeout=20_000
    )
    qtbot.waitUntil(lambda: len(page.sheets.sheets) == 2)


def test_what_is_seen_can_be_exported(qtbot: QtBot, window: Window) -> None:
    page = previewed(qtbot, window)
    page.choices.profiles["team"].click()
    page.export.click()
    (dialog,) = window.findChildren(ExportDialog)
    assert (dialog.choices.choices.profile, dialog.choices.choices.form) == ("team", "pdf")
    assert dialog.path.suffix == ".pdf"


# Printing


@pytest.fixture(scope="module")
def made() -> Printed:
    return printed(sample(), LIBRARY, Choices(language="fr"), {})


def test_the_pages_of_a_section_end_where_the_next_begins(made: Printed) -> None:
    assert pages_from(made, "") == tuple(range(1, len(made.sizes) + 1))
    assert pages_from(made, "promise") == (2,)
    assert pages_from(made, "values")[0] == made.places["values"]
    assert pages_from(made, "values")[-1] < made.places["differentiation"]


def test_what_is_printed_is_what_was_seen_each_page_as_it_lies(made: Printed, tmp_path: Path) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "p.pdf"))
    wide = next(at for at, (width, height) in enumerate(made.sizes, 1) if width > height)
    pages = (2, wide, 5)
    prepare(printer, made.sizes, pages, "Maison Levain")
    assert put_on(printer, made.pdf, made.sizes, pages) == 3
    found = pypdfium2.PdfDocument((tmp_path / "p.pdf").read_bytes())
    turned = [found.get_page_size(at) for at in range(len(found))]
    found.close()
    assert [width > height for width, height in turned] == [False, True, False]
    assert [round(min(size)) for size in turned] == [595, 595, 595]


def test_a_range_of_the_systems_dialog_is_of_the_pages_offered(made: Printed) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    assert within(printer, (4, 5, 6)) == (4, 5, 6)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert within(printer, (4, 5, 6)) == (5, 6)


def test_without_a_printer_a_pdf_is_offered(
    qtbot: QtBot, window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: [])
    page = previewed(qtbot, window)
    page.print.click()
    assert "Aucune imprimante" in window.notice.text
    window.menus["file.print_promise"].trigger()
    qtbot.waitUntil(lambda: "Aucune imprimante" in window.notice.text, timeout=20_000)


def test_a_platform_without_a_promise_has_no_promise_page_to_print(qtbot: QtBot, house: Program) -> None:
    house.opening.begin_new("", "Levain")
    window = house.windows[0]
    window.menus["file.print_promise"].trigger()
    qtbot.waitUntil(lambda: "écrivez d’abord la promesse" in window.notice.text, timeout=20_000)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_choice_is_cut_off_at_the_edge_of_the_panel(qtbot: QtBot, window: Window, language: str) -> None:
    page = PreviewPage(replace(window.desk, words=Words(language)), window.session)
    qtbot.addWidget(page)
    page.choices.more.click()
    bar = QScrollBar().sizeHint().width()  # beside them when they are unfolded
    assert page.choices.sizeHint().width() <= PANEL - 2 * LARGE - bar


def test_pages_that_cannot_be_made_are_not_waited_for(qtbot: QtBot, window: Window) -> None:
    page = PreviewPage(window.desk, window.session)
    qtbot.addWidget(page)
    assert page.count.text()
    page.press.failed.emit(OSError())
    assert page.count.text() == ""
