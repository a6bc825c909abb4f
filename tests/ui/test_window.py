"""The window around a document: where one is, what the keys do, saving, closing, languages."""

import errno
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from brandplatform.document import edit
from brandplatform.document.model import Platform, Statement, new_platform
from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.storage.lock import Lock
from brandplatform.ui import files, question
from brandplatform.ui.commands import Spot
from brandplatform.ui.exporting import archive_to
from brandplatform.ui.program import Program
from brandplatform.ui.window import Window
from tests.ui.house import begun
from tests.ui.keys import type_into


def shown(qtbot: QtBot, house: Program, promise: str = "Du pain.") -> Window:
    window = begun(house, promise, "Levain")
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


def promise(platform: Platform) -> str:
    answer = platform.answers.get("promise")
    return answer.text.get("fr", "") if isinstance(answer, Statement) else ""


def saved(file: Path, name: str = "Levain") -> Path:
    kept = Kept(platform=new_platform("plateforme", "fr", name))
    container.save(file, kept, "", "2026-11-23T00:00:00+00:00")
    return file


def save(qtbot: QtBot, window: Window, file: Path) -> None:
    window.session.save(file)
    qtbot.waitUntil(lambda: window.session.path == file and not window.session.saving)


def rename(window: Window, name: str) -> None:
    after = edit.rebrand(window.session.platform, name=name)
    window.session.edit(after, "Changer la marque", Spot("brand.name"))


# The promise above everything


def test_what_is_typed_is_in_the_strip_and_in_the_title(qtbot: QtBot, house: Program) -> None:
    window = shown(qtbot, house, "")
    window.screens.write_promise()
    type_into(QApplication.focusWidget(), "Demain, du pain. ")
    qtbot.waitUntil(lambda: promise(window.session.platform).startswith("Demain, du pain."))
    assert "Demain, du pain." in window.screens.strip.door.text()
    assert window.windowTitle() == "Levain[*] — brandplatform"
    assert window.isWindowModified()


def test_an_empty_strip_is_the_door_to_the_promise(qtbot: QtBot, house: Program) -> None:
    window = shown(qtbot, house, "")
    window.screens.show_section("values")
    door = window.screens.strip.door
    assert door.text() == "Écrire la promesse"
    door.click()
    assert window.screens.page.current_section == "promise"
    assert window.screens.page.place == "promise"


# Keys


@pytest.mark.parametrize("key", [Qt.Key.Key_2, Qt.Key.Key_Eacute])
def test_ctrl_2_shows_the_brand_on_any_keyboard(qtbot: QtBot, house: Program, key: Qt.Key) -> None:
    window = shown(qtbot, house)
    QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert window.screens.current == "brand"
    QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.screens.current == "write"


@pytest.mark.skipif(sys.platform == "darwin", reason="Alt writes letters there")
def test_alt_down_goes_to_the_next_section(qtbot: QtBot, house: Program) -> None:
    window = shown(qtbot, house)
    QTest.keyClick(window, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert window.screens.page.current_section == "proof"
    assert window.screens.outline.section == "proof"


def test_undo_shows_what_it_undoes_wherever_that_is(qtbot: QtBot, house: Program) -> None:
    window = shown(qtbot, house)
    rename(window, "Autre")
    window.screens.show_section("values")
    window.session.undo()
    assert window.screens.current == "brand"
    window.session.undo()
    window.session.undo()
    assert window.screens.current == "write"
    assert window.screens.page.current_section == "promise"


def test_undo_names_what_it_takes_back(qtbot: QtBot, house: Program) -> None:
    window = shown(qtbot, house)
    rename(window, "Autre")
    assert window.menus["edit.undo"].text() == "&Annuler\u00a0: Changer la marque"


# Languages


def test_a_second_language_is_added_and_undone(qtbot: QtBot, house: Program) -> None:
    window = shown(qtbot, house)
    window.screens.bar.add_language("en")
    assert window.session.platform.languages == ("fr", "en")
    assert window.session.language == "en"
    window.session.undo()
    assert window.session.platform.languages == ("fr",)
    assert window.session.language == "fr"


def test_the_interface_changes_its_language_where_one_is(qtbot: QtBot, house: Program) -> None:
    window = shown(qtbot, house)
    window.screens.show_section("values")
    house.speak("en")
    assert window.screens.page.current_section == "values"
    assert window.menus["file.save"].text() == "&Save"
    assert "Draft" in [label.text() for label in window.screens.findChildren(QLabel)]
    assert house.preferences.now.language == "en"
    rename(window, "Autre")  # the screens of before no longer listen
    assert window.windowTitle() == "Autre[*] — brandplatform"


# The file


def test_saving_says_so_at_the_foot(qtbot: QtBot, house: Program, tmp_path: Path) -> None:
    window = shown(qtbot, house)
    assert window.screens.foot.text == "Pas encore enregistré"
    save(qtbot, window, tmp_path / "a.brandplatform")
    qtbot.waitUntil(lambda: window.screens.foot.text == "Enregistré à l’instant")
    assert house.preferences.now.recent[0].path == str(tmp_path / "a.brandplatform")
    rename(window, "Autre")
    assert window.screens.foot.text == "Pas encore enregistré"


def test_save_asks_where_the_first_time_and_suggests_the_brand(
    qtbot: QtBot, house: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(qtbot, house)
    asked: list[Path] = []

    def answer(_parent: object, _title: str, _kind: str, suggested: Path, _words: object) -> Path:
        asked.append(suggested)
        return tmp_path / "b.brandplatform"

    monkeypatch.setattr(files, "ask_save", answer)
    window.keeping.save()
    qtbot.waitUntil(lambda: window.session.path is not None)
    window.keeping.save()
    assert [path.name for path in asked] == ["Levain.brandplatform"]


def test_a_folder_that_may_not_be_written_is_said_in_place(
    qtbot: QtBot, house: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    window = shown(qtbot, house)
    monkeypatch.setattr(container, "write_atomically", refuse)  # root may write anywhere
    window.session.save(tmp_path / "a.brandplatform")
    qtbot.waitUntil(lambda: bool(window.screens.notice.text))
    assert "protégé en écriture" in window.screens.notice.text


def test_a_failed_save_says_what_is_safe_and_keeps_the_work(
    qtbot: QtBot, house: Program, tmp_path: Path
) -> None:
    window = shown(qtbot, house)
    window.session.save(tmp_path / "nowhere" / "a.brandplatform")
    qtbot.waitUntil(lambda: bool(window.screens.notice.text))
    assert "Ce dossier n’existe pas" in window.screens.notice.text
    assert "Rien n’a été perdu" in window.screens.notice.text
    assert window.session.modified


def test_an_open_file_is_raised_not_opened_twice(qtbot: QtBot, house: Program, tmp_path: Path) -> None:
    file = saved(tmp_path / "a.brandplatform")
    (tmp_path / "link.brandplatform").symlink_to(file)
    house.open_file(file)
    house.open_file(tmp_path / "link.brandplatform")
    assert len(house.windows) == 1


def test_a_file_open_elsewhere_can_be_read_only(qtbot: QtBot, house: Program, tmp_path: Path) -> None:
    file = saved(tmp_path / "a.brandplatform")
    elsewhere = Lock(file, house.preferences.state_folder)
    assert elsewhere.acquire()
    house.open_file(file)
    (window,) = house.windows
    assert not window.session.writable
    assert "déjà ouvert ailleurs" in window.screens.notice.text
    assert window.screens.foot.text == "Lecture seule"
    assert not window.menus["file.save"].isEnabled()
    window.keeping.save_as()
    assert "sans pouvoir s’écrire" in window.screens.notice.text
    elsewhere.release()


def test_a_file_is_free_again_once_its_window_is_closed(qtbot: QtBot, house: Program, tmp_path: Path) -> None:
    file = saved(tmp_path / "a.brandplatform")
    house.open_file(file)
    other = Lock(file, house.preferences.state_folder)
    assert not other.acquire()
    house.windows[0].close()
    assert other.acquire()
    other.release()


# Closing


def test_closing_asks_about_words_in_no_file_and_staying_keeps_them(
    qtbot: QtBot, house: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(qtbot, house)
    asked: list[str] = []

    def stay(_parent: object, title: str, _text: str, answers: tuple[tuple[str, str], ...]) -> str:
        asked.append(title)
        return answers[-1][0]

    monkeypatch.setattr(question, "ask", stay)
    assert not window.close()
    assert asked == ["Enregistrer avant de fermer\u202f?"]
    assert house.windows == [window]


def test_closing_with_yes_waits_for_the_file(
    qtbot: QtBot, house: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.brandplatform"
    window = shown(qtbot, house)
    save(qtbot, window, file)
    rename(window, "Autre")
    monkeypatch.setattr(question, "ask", lambda *_: "save")
    window.close()
    qtbot.waitUntil(lambda: house.windows == [])
    assert container.load(file).platform.brand.name == "Autre"


def test_closing_without_saving_leaves_the_file_alone(
    qtbot: QtBot, house: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.brandplatform"
    window = shown(qtbot, house)
    save(qtbot, window, file)
    before = file.read_bytes()
    rename(window, "Autre")
    monkeypatch.setattr(question, "ask", lambda *_: "discard")
    assert window.close()
    assert file.read_bytes() == before


def test_a_document_comes_back_where_it_was_left(qtbot: QtBot, house: Program, tmp_path: Path) -> None:
    file = saved(tmp_path / "a.brandplatform")
    house.open_file(file)
    house.windows[0].screens.show_section("values")
    house.windows[0].menus["view.guide"].trigger()
    house.windows[0].close()
    house.open_file(file)
    screens = house.windows[0].screens
    assert screens.page.current_section == "values"
    assert screens.outline.section == "values"
    assert not screens.panel_shown("guide")
    assert screens.panel_shown("outline")


# Several documents


def test_a_file_dropped_on_the_window_opens(qtbot: QtBot, house: Program, tmp_path: Path) -> None:
    window = shown(qtbot, house)
    window.dropped.emit(saved(tmp_path / "b.brandplatform", "Autre"))
    assert [w.session.platform.brand.name for w in house.windows] == ["Levain", "Autre"]


def test_a_damaged_file_is_a_sentence_in_the_window_in_front(
    qtbot: QtBot, house: Program, tmp_path: Path
) -> None:
    window = shown(qtbot, house)
    file = saved(tmp_path / "b.brandplatform")
    file.write_bytes(file.read_bytes()[:-40])
    house.open_file(file)
    assert window.screens.notice.text
    assert house.windows == [window]


def test_an_archive_comes_in_as_a_new_platform(qtbot: QtBot, house: Program, tmp_path: Path) -> None:
    window = shown(qtbot, house, "Demain, du pain.")
    archive_to(tmp_path / "a.md", window.session.platform, window.session.library)
    house.import_file(tmp_path / "a.md")
    brought = house.windows[-1]
    assert brought.session.platform == window.session.platform
    assert brought.session.path is None
    assert brought.session.modified
    assert "1 champ retrouvé" in brought.screens.notice.text


def test_a_strangers_markdown_is_refused_with_a_sentence(
    qtbot: QtBot, house: Program, tmp_path: Path
) -> None:
    window = shown(qtbot, house)
    (tmp_path / "a.md").write_text("# Bonjour\n", encoding="utf-8")
    house.import_file(tmp_path / "a.md")
    assert "ne vient pas d’ici" in window.screens.notice.text
    (tmp_path / "b.md").write_bytes(b"\xff\xfe\x00")
    house.import_file(tmp_path / "b.md")
    assert "UTF-8" in window.screens.notice.text
    assert house.windows == [window]
