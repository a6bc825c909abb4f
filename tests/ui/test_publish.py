"""The export dialog: three things to choose, a file written whole or not at all, and a report."""

from pathlib import Path

import docx
import pytest
from pytestqt.qtbot import QtBot

from brandplatform.document import edit
from brandplatform.ui import exporting, files, question
from brandplatform.ui.commands import Spot
from brandplatform.ui.exporting import Choices
from brandplatform.ui.program import Program
from brandplatform.ui.publish import ExportDialog
from brandplatform.ui.window import Window
from tests.publish.wordtemplates import saved, with_cover
from tests.shipped import from_archive


@pytest.fixture
def window(qtbot: QtBot, house: Program, tmp_path: Path) -> Window:
    """The example, to be exported into a folder of the test."""
    house.preferences.change(folder=str(tmp_path))
    house.opening.open_example()
    return house.windows[0]


@pytest.fixture
def dialog(qtbot: QtBot, house: Program, window: Window) -> ExportDialog:
    made = ExportDialog(window.desk, window.session, house.preferences, window)
    made.show()
    return made


def finished(qtbot: QtBot, dialog: ExportDialog) -> str:
    """Wait for the export to end and return what is said."""
    qtbot.waitUntil(dialog.go.isEnabled, timeout=20_000)
    return dialog.notice.text


def test_word_is_written_with_a_report(qtbot: QtBot, dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.go.click()
    said = finished(qtbot, dialog)
    assert (tmp_path / "Maison Levain.docx").read_bytes().startswith(b"PK")
    assert said.startswith("Exporté\u00a0: Maison Levain.docx")
    assert "champs remplis" in said


def test_the_published_markdown_holds_no_private_note(
    qtbot: QtBot, window: Window, dialog: ExportDialog, tmp_path: Path
) -> None:
    after = edit.write_note(window.session.platform, "promise.q1", "fr", "entre nous")
    window.session.edit(after, "répondre", Spot("promise.q1", "promise"))
    dialog.choices.forms["md"].click()
    dialog.choices.languages["en"].click()
    dialog.go.click()
    finished(qtbot, dialog)
    text = (tmp_path / "Maison Levain.md").read_text(encoding="utf-8")
    assert "At seven tomorrow" in text
    assert "entre nous" not in text


def test_one_can_write_while_it_exports(qtbot: QtBot, window: Window, dialog: ExportDialog) -> None:
    assert not dialog.isModal()
    dialog.go.click()
    window.session.edit(edit.rebrand(window.session.platform, name="Autre"), "marque", Spot("brand.name"))
    finished(qtbot, dialog)
    assert window.session.platform.brand.name == "Autre"


def test_a_file_that_is_there_is_asked_about_and_left(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "Maison Levain.docx"
    there.write_bytes(b"theirs")
    monkeypatch.setattr(question, "ask", lambda *_: "no")
    dialog.go.click()
    assert dialog.go.isEnabled()
    assert there.read_bytes() == b"theirs"


def test_an_export_that_fails_leaves_what_was_there(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "Maison Levain.docx"
    there.write_bytes(b"theirs")
    monkeypatch.setattr(question, "ask", lambda *_: "yes")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(exporting, "write_atomically", full)
    dialog.go.click()
    assert "disque est plein" in finished(qtbot, dialog)
    assert there.read_bytes() == b"theirs"


def test_an_empty_platform_has_nothing_to_export(qtbot: QtBot, house: Program, tmp_path: Path) -> None:
    house.preferences.change(folder=str(tmp_path))
    house.opening.begin_new("", "")
    window = house.windows[0]
    dialog = ExportDialog(window.desk, window.session, house.preferences, window)
    dialog.go.click()
    assert "écrivez d’abord la promesse" in dialog.notice.text
    assert list(tmp_path.glob("*.docx")) == []


def test_the_choices_of_a_document_come_back(
    qtbot: QtBot, house: Program, window: Window, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.choices.forms["md"].click()
    dialog.choices.languages["en"].click()
    dialog.go.click()
    finished(qtbot, dialog)
    again = ExportDialog(window.desk, window.session, house.preferences, window)
    assert again.choices.choices == Choices(form="md", language="en", folder=str(tmp_path))
    assert again.path == tmp_path / "Maison Levain.md"


@pytest.mark.parametrize(
    "kept", ["", "{", "[]", '"x"', '{"form": 3}', '{"form": "exe"}', '{"profile": "none"}']
)
def test_what_is_remembered_wrongly_is_forgotten(kept: str) -> None:
    assert exporting.remembered(kept) == Choices()


@pytest.mark.parametrize(
    ("form", "begins"), [("pdf", b"%PDF-"), ("html", b"<!DOCTYPE html>"), ("md", b"---")]
)
def test_every_format_is_written(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, form: str, begins: bytes
) -> None:
    dialog.choices.forms[form].click()
    dialog.go.click()
    assert finished(qtbot, dialog).startswith(f"Exporté\u00a0: Maison Levain.{form}")
    assert (tmp_path / f"Maison Levain.{form}").read_bytes().lower().startswith(begins.lower())


def test_the_pages_are_told_before(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.choices.forms["pdf"].click()
    dialog.choices.profiles["essential"].click()
    qtbot.waitUntil(lambda: dialog.count.text() == "2 pages", timeout=20_000)
    dialog.choices.forms["md"].click()
    assert dialog.count.text() == ""


def test_another_profile_brings_what_it_lets_in(qtbot: QtBot, dialog: ExportDialog) -> None:
    options = dialog.choices.options
    assert [name for name, box in options.items() if box.isChecked()] == ["proof", "drafts", "blindspots"]
    options["notes"].click()
    assert dialog.choices.choices.switches == ("notes", "proof", "drafts", "blindspots")
    dialog.choices.profiles["team"].click()
    assert [name for name, box in options.items() if box.isChecked()] == ["proof"]
    assert dialog.choices.choices.switches is None


def test_the_archive_comes_back_whole(
    qtbot: QtBot, house: Program, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "ask_save", lambda *_: tmp_path / "a.md")
    window.outlets.archive()
    qtbot.waitUntil(lambda: "notes privées" in window.screens.notice.text)
    assert from_archive((tmp_path / "a.md").read_text(encoding="utf-8")) == window.session.platform


def test_an_archive_that_cannot_be_written_says_so(
    qtbot: QtBot, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "ask_save", lambda *_: tmp_path / "nowhere" / "a.md")
    window.outlets.archive()
    qtbot.waitUntil(lambda: "n’existe pas" in window.screens.notice.text)


def test_a_section_that_is_not_wanted_stays_out_and_is_counted(
    qtbot: QtBot, window: Window, dialog: ExportDialog, tmp_path: Path
) -> None:
    dialog.choices.forms["md"].click()
    dialog.choices.more.click()
    sections = dialog.choices.sections
    sections.boxes["vision"].click()
    dialog.go.click()
    said = finished(qtbot, dialog)
    text = (tmp_path / "Maison Levain.md").read_text(encoding="utf-8")
    heading = window.desk.library.framework("plateforme").section_of("vision").title["fr"]
    assert f"# {heading}" not in text.replace("## ", "# ")
    assert "hors de ce document" in said
    sections.boxes["vision"].click()
    assert not dialog.choices.choices.left_out
    dialog.choices.profiles["essential"].click()
    assert 0 < len(sections.boxes) < 20
    dialog.choices.profiles["card"].click()
    assert sections.isHidden()


def test_a_word_file_is_written_on_somebodys_template(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = tmp_path / "agency.docx"
    template.write_bytes(saved(with_cover()))
    monkeypatch.setattr(files, "ask_template", lambda *_: template)
    dialog.template.choose.click()
    qtbot.waitUntil(lambda: "BP Statement" in dialog.notice.text, timeout=20_000)
    dialog.go.click()
    finished(qtbot, dialog)
    assert docx.Document(str(tmp_path / "Maison Levain.docx")).paragraphs[0].text == "Maison Levain !"
    assert not any(radio.isEnabled() for radio in dialog.choices.papers.values()), "the paper is theirs"
    assert dialog.count.text() == ""
    dialog.template.back.click()
    assert dialog.choices.papers["letter"].isEnabled()
    assert not dialog.choices.choices.template
    dialog.choices.forms["pdf"].click()
    assert dialog.template.isHidden()


def test_a_template_that_does_not_serve_is_refused_where_it_is_chosen(
    qtbot: QtBot, dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = tmp_path / "agency.docx"
    template.write_bytes(b"bonjour")
    monkeypatch.setattr(files, "ask_template", lambda *_: template)
    dialog.template.choose.click()
    qtbot.waitUntil(lambda: "pas un modèle Word" in dialog.notice.text, timeout=20_000)
    assert not dialog.choices.choices.template
