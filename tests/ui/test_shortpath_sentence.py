"""From answers to a sentence one can be held to: formulas whose slots are filled, or by hand."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brandplatform.ui.interview_builder import Builder
from brandplatform.ui.program import Program
from brandplatform.ui.shortpath_sentence import SentenceStep
from tests.ui import walk
from tests.ui.keys import type_into
from tests.ui.walk import GOOD, PERSON, WORST, answered, today

pytestmark = pytest.mark.usefixtures("documents")


def select(builder: Builder, words: str) -> None:
    """Select words in the answers, the keyboard being there."""
    at = builder.answers.toPlainText().index(words)
    cursor = builder.answers.textCursor()
    cursor.setPosition(at)
    cursor.setPosition(at + len(words), QTextCursor.MoveMode.KeepAnchor)
    builder.answers.setTextCursor(cursor)
    builder.answers.setFocus()


def test_the_answers_and_the_first_line_stand_above_the_formulas(qtbot: QtBot, house: Program) -> None:
    _, builder = answered(qtbot, house)
    read = builder.answers.toPlainText()
    assert [text in read for text in (PERSON, WORST, walk.WEAK)] == [True] * 3
    qtbot.waitUntil(lambda: builder.answers.geometry().bottom() < builder.tabs.geometry().top())
    assert [builder.tabs.tabText(n) for n in range(4)] == ["Trame A", "Trame B", "Trame C", "À la main"]


def test_selected_words_fill_the_slot_in_hand_and_the_next_one_is_taken_up(
    qtbot: QtBot, house: Program
) -> None:
    window, builder = answered(qtbot, house)
    select(builder, "Madame Noé")
    walk.press(Qt.Key.Key_Return)
    assert today(window).startswith("À Madame Noé, nous promettons [de + verbe")
    assert builder.slots.at == 1
    assert QApplication.focusWidget() is builder.slots.box
    window.session.undo()
    assert today(window) == ""
    assert builder.slots.texts == ("", "", "")


def test_words_can_be_selected_by_keyboard_alone(qtbot: QtBot, house: Program) -> None:
    window, builder = answered(qtbot, house)
    walk.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    walk.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is builder.answers
    for _ in range(len("Madame Noé")):
        walk.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    walk.press(Qt.Key.Key_Return)
    assert today(window).startswith("À Madame Noé, ")


def test_a_whole_answer_is_never_poured_into_a_slot(qtbot: QtBot, house: Program) -> None:
    window, builder = answered(qtbot, house)
    select(builder, PERSON.rstrip("."))
    walk.press(Qt.Key.Key_Return)
    assert today(window) == ""
    assert "réponse entière" in builder.note.text()


def test_an_answer_of_six_words_or_fewer_is_offered(qtbot: QtBot, house: Program) -> None:
    window, builder = answered(qtbot, house)
    assert builder.slots.offer.text() == "Reprendre\u00a0: Du pain tiède."
    builder.slots.take_up(1)
    builder.slots.offer.click()
    assert "nous promettons de du pain tiède" in today(window)
    assert builder.slots.offer.isHidden()


def test_typing_fills_a_slot_and_enter_goes_from_slot_to_slot(qtbot: QtBot, house: Program) -> None:
    window, builder = answered(qtbot, house)
    for words in ("Madame Noé", "avoir du pain tiède à sept heures", "il gèle"):
        type_into(builder.slots.box, words)
        walk.press(Qt.Key.Key_Return)
    assert today(window) == GOOD
    assert window.path.view.ways is not None
    assert QApplication.focusWidget() is window.path.view.ways.buttons["next"]


def test_up_and_down_go_from_slot_to_slot(qtbot: QtBot, house: Program) -> None:
    _, builder = answered(qtbot, house)
    walk.press(Qt.Key.Key_Down)
    assert builder.slots.hint.text() == "de + verbe + résultat vérifiable"
    walk.press(Qt.Key.Key_Up)
    assert builder.slots.hint.text() == "personne ou rôle"


def test_a_sentence_can_be_written_by_hand_at_any_time(qtbot: QtBot, house: Program) -> None:
    window, builder = answered(qtbot, house)
    builder.slots.put("Madame Noé")
    builder.slots.put("avoir du pain tiède")
    builder.tabs.setCurrentIndex(3)
    assert builder.hand.text == "À Madame Noé, nous promettons d’avoir du pain tiède."
    builder.hand.selectAll()
    type_into(builder.hand, "Demain, du pain.")
    builder.hand.flush()
    assert today(window) == "Demain, du pain."
    window.path.take("back")
    window.path.take("next")
    again = walk.at(qtbot, window, SentenceStep).builder
    assert again.by_hand
    assert again.hand.text == "Demain, du pain."


def test_a_half_filled_formula_comes_back_in_its_slots(qtbot: QtBot, house: Program) -> None:
    window, builder = answered(qtbot, house)
    builder.slots.put("Madame Noé")
    window.path.take("back")
    window.path.take("next")
    again = walk.at(qtbot, window, SentenceStep).builder
    assert again.slots.texts == ("Madame Noé", "", "")
    assert again.slots.at == 1


def test_another_formula_keeps_what_was_put_into_the_first(qtbot: QtBot, house: Program) -> None:
    window, builder = answered(qtbot, house)
    builder.slots.put("Madame Noé")
    builder.tabs.setCurrentIndex(2)
    builder.slots.put("du pain tiède")
    assert today(window) == "Vous aurez du pain tiède, sans [ce que vous redoutez]."
    builder.tabs.setCurrentIndex(0)
    assert builder.slots.texts[0] == "Madame Noé"
    assert today(window).startswith("À Madame Noé, ")


def test_what_a_person_writes_is_text_on_the_screen(qtbot: QtBot, house: Program) -> None:
    _, builder = answered(qtbot, house)
    builder.slots.put("<b>Noé</b> & fils")
    assert "&lt;b&gt;Noé&lt;/b&gt; &amp; fils" in builder.slots.sentence.text()
