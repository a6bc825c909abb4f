"""What a text box reports while one types, pastes, deletes, moves and undoes."""

from time import monotonic

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from brandplatform.ui.fields import steps
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.theme import ANSWER
from brandplatform.ui.tokens import LIGHT
from tests.ui.keys import shown, type_into

Reports = list[tuple[str, bool]]


@pytest.fixture
def box(qtbot: QtBot) -> TypingBox:
    made = TypingBox(LIGHT, ANSWER)
    made.resize(400, 40)
    shown(qtbot, made)
    made.setFocus()
    return made


@pytest.fixture
def reports(box: TypingBox) -> Reports:
    heard: Reports = []
    box.written.connect(lambda text, begins: heard.append((text, begins)))
    return heard


def taken_back(reports: Reports) -> list[str]:
    """Return the texts that undo would show, newest first: what stood before each step that began."""
    texts = ["", *(text for text, _ in reports)]
    return [texts[i] for i in reversed(range(len(reports))) if reports[i][1]]


def test_a_word_is_reported_when_it_ends_and_the_next_one_opens_a_step(
    box: TypingBox, reports: Reports
) -> None:
    type_into(box, "pain, encore chaud")
    box.flush()
    assert [text for text, _ in reports] == ["pain,", "pain, ", "pain, encore ", "pain, encore chaud"]
    assert taken_back(reports) == ["pain, encore ", "pain, ", ""]


def test_a_word_with_an_apostrophe_or_a_hyphen_comes_back_whole(box: TypingBox, reports: Reports) -> None:
    type_into(box, "peut-être l'heure")
    box.flush()
    assert taken_back(reports) == ["peut-être ", ""]


def test_an_unfinished_word_is_reported_in_time_though_keys_keep_coming(qtbot: QtBot, box: TypingBox) -> None:
    late: list[float] = []
    start = monotonic()
    box.written.connect(lambda _text, _begins: late.append(monotonic() - start))
    with qtbot.waitSignal(box.written, timeout=1000):
        while not late and monotonic() - start < 1:
            QTest.keyClick(box, Qt.Key.Key_X, delay=20)
    assert late[0] <= 0.3


def test_deleting_after_typing_opens_a_step_and_so_does_typing_after_deleting(
    box: TypingBox, reports: Reports
) -> None:
    type_into(box, "levain")
    for _ in range(3):
        QTest.keyClick(box, Qt.Key.Key_Backspace)
    type_into(box, "ure")
    box.flush()
    assert taken_back(reports) == ["lev", "levain", ""]


def test_words_deleted_letter_by_letter_come_back_word_by_word(box: TypingBox, reports: Reports) -> None:
    box.show_text("un pain tiède")
    for _ in range(10):
        QTest.keyClick(box, Qt.Key.Key_Backspace)
    box.flush()
    assert reports[-1] == ("un ", True)
    assert [text for text, begins in reports if begins] == ["un pain ", "un "]


def test_a_second_without_a_key_ends_the_step(
    box: TypingBox, reports: Reports, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr(box, "_steps", steps.Steps(lambda: now[0]))
    type_into(box, "lev")
    now[0] += 1.1
    type_into(box, "ain")
    box.flush()
    assert taken_back(reports) == ["lev", ""]


def test_moving_the_cursor_ends_the_step(box: TypingBox, reports: Reports) -> None:
    type_into(box, "levai")
    QTest.keyClick(box, Qt.Key.Key_Home)
    assert reports == [("levai", True)]
    type_into(box, "x")
    type_into(box, "y")
    box.flush()
    assert taken_back(reports) == ["levai", ""]


def test_typing_over_a_selection_is_one_step(box: TypingBox, reports: Reports) -> None:
    box.show_text("un mot")
    box.selectAll()
    type_into(box, "deux")
    box.flush()
    assert [begins for _, begins in reports] == [True]
    assert box.text == "deux"


def test_a_paste_is_plain_text_and_a_step_of_its_own(box: TypingBox, reports: Reports) -> None:
    mime = QMimeData()
    mime.setHtml("<b>gras</b> <img src='x'>")
    mime.setText("gras\r\net fin")
    QGuiApplication.clipboard().setMimeData(mime)
    type_into(box, "du ")
    box.paste()
    type_into(box, "ale")
    box.flush()
    assert box.text == "du gras\net finale"
    assert taken_back(reports) == ["du gras\net fin", "du ", ""]


@pytest.mark.parametrize("keys", ["Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Y"])
def test_undo_and_redo_belong_to_the_window(qtbot: QtBot, keys: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    box = TypingBox(LIGHT, ANSWER)
    QVBoxLayout(window).addWidget(box)
    asked: list[str] = []
    QShortcut(QKeySequence(keys), window).activated.connect(lambda: asked.append(keys))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    box.setFocus()
    type_into(box, "mot")
    pressed = QKeySequence(keys)[0]
    QTest.keyClick(box, pressed.key(), pressed.keyboardModifiers())
    assert asked == [keys]
    assert box.text == "mot"


def test_an_accent_composed_of_two_keys_is_one_letter_of_its_word(box: TypingBox, reports: Reports) -> None:
    type_into(box, "for")
    composing = QInputMethodEvent("^", [])
    QGuiApplication.sendEvent(box, composing)
    assert box.text == "for"
    done = QInputMethodEvent("", [])
    done.setCommitString("ê")
    QGuiApplication.sendEvent(box, done)
    type_into(box, "t")
    box.flush()
    assert reports[-1] == ("forêt", True) or reports == [("forê", True), ("forêt", False)]
    assert taken_back(reports) == [""]


def test_showing_a_text_reports_nothing_and_leaves_the_cursor_behind_what_changed(
    box: TypingBox, reports: Reports
) -> None:
    box.show_text("Demain à sept heures, votre pain")
    box.show_text("Demain à midi, votre pain")
    assert reports == []
    assert box.textCursor().position() == len("Demain à midi")
    box.show_text("🍞 pain")
    box.show_text("🍞 bon pain")
    assert (box.text, reports) == ("🍞 bon pain", [])


def test_leaving_the_box_reports_what_was_written(box: TypingBox, reports: Reports) -> None:
    type_into(box, "pai")
    box.clearFocus()
    assert reports == [("pai", True)]


def test_non_breaking_spaces_are_kept(box: TypingBox, reports: Reports) -> None:
    box.show_text("7\u00a0h")
    QTest.keyClick(box, Qt.Key.Key_End)
    type_into(box, "!")
    assert reports == [("7\u00a0h!", True)]


def test_the_box_grows_with_its_lines_and_shrinks_again(qtbot: QtBot, box: TypingBox) -> None:
    low = box.height()
    box.show_text("une ligne\n" * 8)
    qtbot.waitUntil(lambda: box.height() > 5 * low)
    assert box.verticalScrollBar().maximum() == 0
    box.show_text("une")
    qtbot.waitUntil(lambda: box.height() == low)


@pytest.mark.parametrize("piece", ["un mot et un autre\n", "un mot et un autre "])
def test_two_hundred_kilobytes_pasted_leave_the_keys_usable(box: TypingBox, piece: str, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setText(piece * (200_000 // len(piece)))
    start = monotonic()
    box.insertFromMimeData(mime)
    type_into(box, "a b")
    qtbot.waitUntil(lambda: box.height() > 1000)
    assert monotonic() - start < 2.5
    assert box.text.endswith("a b")
