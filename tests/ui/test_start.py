"""The start screen asks one question, and what is answered is in the platform."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from brandplatform.document.model import Platform, Statement, new_platform
from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.ui.cards import Card
from brandplatform.ui.pathwindow import PathWindow
from brandplatform.ui.printing import Printing, Sizes
from brandplatform.ui.program import Program
from brandplatform.ui.start import Start
from tests.shipped import sample
from tests.ui.keys import type_into


def start(qtbot: QtBot, house: Program) -> Start:
    welcome = house.show_start()
    with qtbot.waitActive(welcome):
        welcome.activateWindow()
    return welcome.start


def promise(platform: Platform) -> Statement:
    answer = platform.answers["promise"]
    assert isinstance(answer, Statement)
    return answer


def saved(folder: Path, name: str) -> Path:
    file = folder / f"{name}.brandplatform"
    container.save(
        file, Kept(platform=new_platform("plateforme", "fr", name)), "", "2026-11-23T00:00:00+00:00"
    )
    return file


def cards(screen: Start) -> list[Card]:
    return [card for card in screen.findChildren(Card) if card.isVisible()]


def answered(text: str, name: str) -> None:
    """Type both answers of the first screen, each followed by Enter."""
    for words in (text, name):
        box = QApplication.focusWidget()
        type_into(box, words)
        QTest.keyClick(box, Qt.Key.Key_Return)


def test_three_keys_lead_from_the_question_to_the_short_path(qtbot: QtBot, house: Program) -> None:
    start(qtbot, house)
    answered("Demain à sept heures, votre pain.", "Maison Levain")
    (window,) = house.windows
    platform = window.session.platform
    assert isinstance(window, PathWindow)
    assert window.path.step == "promise.q4"
    assert promise(platform).text == {"fr": "Demain à sept heures, votre pain."}
    assert promise(platform).drafts[0].origin == "opening"
    assert platform.brand.name == "Maison Levain"
    assert house.welcome is None


def test_the_second_door_opens_the_whole_platform_by_keyboard(qtbot: QtBot, house: Program) -> None:
    start(qtbot, house)
    for words in ("Du pain.", "Levain"):
        type_into(QApplication.focusWidget(), words)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if words == "Du pain.":
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)  # past “not sure yet”
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    (window,) = house.windows
    assert not isinstance(window, PathWindow)
    assert window.screens.page.current_section == "promise"
    assert window.session.platform.brand.name == "Levain"


def test_what_was_answered_can_be_undone_and_is_not_saved_yet(qtbot: QtBot, house: Program) -> None:
    house.opening.begin_new("Demain, du pain.", "Levain")
    session = house.windows[0].session
    assert session.modified
    session.undo()
    assert session.platform.brand.name == ""
    session.undo()
    assert "promise" not in session.platform.answers


def test_nothing_need_be_answered(qtbot: QtBot, house: Program) -> None:
    screen = start(qtbot, house)
    screen.begin_whole()
    session = house.windows[0].session
    assert not session.modified
    assert session.platform.answers == {}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_platform_is_in_the_language_of_the_interface(
    qtbot: QtBot, house: Program, language: str
) -> None:
    house.speak(language)
    house.opening.begin_new("Du pain.", "")
    assert house.windows[0].session.platform.languages == (language,)


def test_changing_the_language_keeps_what_was_typed(qtbot: QtBot, house: Program) -> None:
    screen = start(qtbot, house)
    type_into(QApplication.focusWidget(), "Du pain.")
    screen.language_asked.emit("en")
    assert house.welcome is not None
    assert house.welcome.start.answers == ("Du pain.", "")
    texts = [label.text() for label in house.welcome.start.findChildren(QLabel)]
    assert "What promise do you already keep, even on a bad day?" in texts


def test_a_recent_platform_is_a_card_that_opens_it(qtbot: QtBot, house: Program, tmp_path: Path) -> None:
    file = saved(tmp_path, "Levain")
    house.preferences.remember(file, "Levain", "Du pain.", "2026-11-20T10:00:00+00:00")
    screen = start(qtbot, house)
    (card,) = cards(screen)
    assert card.accessibleName() == "Levain"
    card.click()
    assert house.windows[0].session.path == file


def test_a_card_whose_file_is_gone_says_so_and_can_be_removed(
    qtbot: QtBot, house: Program, tmp_path: Path
) -> None:
    house.preferences.remember(tmp_path / "gone.brandplatform", "Perdu", "", "")
    screen = start(qtbot, house)
    (card,) = cards(screen)
    assert "n’est plus à cet endroit" in card.accessibleDescription()
    card.click()
    assert house.windows == []
    card.forgotten.emit()
    assert house.preferences.now.recent == ()


def test_the_example_opens_as_a_copy_of_no_file(qtbot: QtBot, house: Program) -> None:
    screen = start(qtbot, house)
    card, *others = cards(screen)
    assert len(others) == 2
    assert "Exemple fictif" in card.accessibleDescription()
    card.click()
    house.opening.open_example()
    first, second = house.windows
    assert first.session.platform.brand.name == "Maison Levain"
    assert first.session.path is None
    assert not first.session.modified
    assert first.session.platform.id != second.session.platform.id


def test_a_file_that_cannot_be_opened_is_a_sentence_on_the_start_screen(
    qtbot: QtBot, house: Program, tmp_path: Path
) -> None:
    (tmp_path / "a.brandplatform").write_bytes(b"PK nothing")
    house.begin(tmp_path / "a.brandplatform")
    assert house.welcome is not None
    assert "pas une plateforme de marque" in house.welcome.start.notice.text


def test_every_control_has_a_name(qtbot: QtBot, house: Program) -> None:
    screen = start(qtbot, house)
    controls = [*screen.findChildren(QAbstractButton), *screen.findChildren(QPlainTextEdit)]
    unnamed = [type(c).__name__ for c in controls if not (c.accessibleName() or getattr(c, "text", ""))]
    boxes = [c for c in controls if isinstance(c, QPlainTextEdit) and not c.accessibleName()]
    assert unnamed == []
    assert boxes == []


def test_the_promise_page_of_a_recent_platform_is_one_step_from_paper(
    qtbot: QtBot, house: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.brandplatform"
    container.save(file, Kept(platform=sample()), "", "2026-11-23T00:00:00+00:00")
    house.preferences.remember(file, "Maison Levain", "Demain à sept heures.", "2026-11-25T10:00:00")
    asked = list[tuple[tuple[int, ...], str]]()

    def ask(_self: Printing, _pdf: bytes, _sizes: Sizes, pages: tuple[int, ...], title: str) -> None:
        asked.append((pages, title))

    monkeypatch.setattr(Printing, "ask", ask)
    screen = house.show_start().start
    (button,) = [button for card in screen.findChildren(Card) for button in card.findChildren(QToolButton)]
    assert button.accessibleName() == "Imprimer la page de promesse…"
    button.click()
    qtbot.waitUntil(lambda: bool(asked), timeout=20_000)
    assert asked == [((1,), "Maison Levain")]
