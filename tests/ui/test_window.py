"""The window around a document: where one is, what the keys do, languages, several documents."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from brandplatform.ui.exporting import archive_to
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.program import Program
from tests.ui.house import promise, rename, saved, shown
from tests.ui.keys import type_into

_TABBED = Qt.FocusPolicy.TabFocus


# The promise above everything


def test_what_is_typed_is_in_the_strip_and_in_the_title(qtbot: QtBot, house: Program) -> None:
    window = shown(qtbot, house, "")
    window.screens.write_promise()
    type_into(QApplication.focusWidget(), "Demain, du pain. ")
    qtbot.waitUntil(lambda: promise(window.session.platform).startswith("Demain, du pain."))
    assert "Demain, du pain." in window.screens.strip.door.text()
    assert window.windowTitle() == "Levain[*] — brandplatform"
    assert window.isWindowModified()


@pytest.mark.parametrize(("name", "shown_as"), [("[*]", "[*][*]"), ("x" * 5000, "x" * 79 + "…")])
def test_a_title_takes_any_name(qtbot: QtBot, house: Program, name: str, shown_as: str) -> None:
    window = shown(qtbot, house)
    rename(window, name)
    assert window.windowTitle() == f"{shown_as}[*] — brandplatform"


def test_an_open_export_is_brought_to_the_front_not_opened_twice(qtbot: QtBot, house: Program) -> None:
    window = shown(qtbot, house)
    window.outlets.export()
    window.outlets.export()
    assert len(window.findChildren(QDialog)) == 1


def test_an_empty_strip_is_the_door_to_the_promise(qtbot: QtBot, house: Program) -> None:
    window = shown(qtbot, house, "")
    window.screens.show_section("values")
    door = window.screens.strip.door
    assert door.text() == "Écrire la promesse"
    door.click()
    assert window.screens.page.current_section == "promise"
    assert window.screens.page.place == "promise"


@pytest.mark.parametrize("screen", ["write", "brand"])
def test_every_control_has_a_name(qtbot: QtBot, house: Program, screen: str) -> None:
    window = shown(qtbot, house)
    window.screens.show_screen(screen)
    controls = [
        w for w in window.screens.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & _TABBED
    ]
    unnamed = [w for w in controls if not QAccessible.queryAccessibleInterface(w).text(QAccessible.Text.Name)]
    assert len(controls) > 10
    assert unnamed == []


# Keys


@pytest.mark.parametrize(
    ("key", "screen"),
    [
        (Qt.Key.Key_5, "preview"),
        (Qt.Key.Key_ParenLeft, "preview"),
        (Qt.Key.Key_6, "compare"),
        (Qt.Key.Key_Minus, "compare"),
        (Qt.Key.Key_7, "brand"),
        (Qt.Key.Key_Egrave, "brand"),
    ],
)
def test_a_screen_comes_by_its_key_on_any_keyboard(
    qtbot: QtBot, house: Program, key: Qt.Key, screen: str
) -> None:
    window = shown(qtbot, house)
    QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
    assert window.screens.current == screen
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


# Several documents


def test_a_file_dropped_on_the_window_opens(qtbot: QtBot, house: Program, tmp_path: Path) -> None:
    window = shown(qtbot, house)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(saved(tmp_path / "b.brandplatform", "Autre")))])
    box = QApplication.focusWidget()
    assert isinstance(box, TypingBox)
    assert not box.canInsertFromMimeData(carried)
    left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    window.dropEvent(QDropEvent(QPointF(5, 5), copy, carried, left, Qt.KeyboardModifier.NoModifier))
    assert [w.session.platform.brand.name for w in house.windows] == ["Levain", "Autre"]


def test_a_document_dropped_on_the_window_becomes_a_platform(
    qtbot: QtBot, house: Program, tmp_path: Path
) -> None:
    window = shown(qtbot, house, "Demain, du pain.")
    archive_to(tmp_path / "a.md", window.session.platform, window.session.library, {})
    window.dropped.emit(tmp_path / "a.md")
    assert [promise(one.session.platform) for one in house.windows] == ["Demain, du pain."] * 2
    window.dropped.emit(tmp_path / "nowhere.md")
    assert "n’existe pas" in house.windows[-1].notice.text or "n’existe pas" in window.notice.text


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
    archive_to(tmp_path / "a.md", window.session.platform, window.session.library, {})
    house.opening.import_file(tmp_path / "a.md")
    brought = house.windows[-1]
    assert brought.session.platform == window.session.platform
    assert brought.session.path is None
    assert brought.session.modified
    assert "1 champ retrouvé" in brought.screens.notice.text


def test_what_holds_no_text_is_refused_with_a_sentence(qtbot: QtBot, house: Program, tmp_path: Path) -> None:
    window = shown(qtbot, house)
    (tmp_path / "a.md").write_text(" \n", encoding="utf-8")
    house.opening.import_file(tmp_path / "a.md")
    assert "pas de texte" in window.screens.notice.text
    (tmp_path / "b.md").write_bytes(b"\xff\xfe\x00")
    house.opening.import_file(tmp_path / "b.md")
    assert "UTF-8" in window.screens.notice.text
    assert house.windows == [window]
