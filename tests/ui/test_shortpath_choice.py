"""What is asked of a sentence before it is the promise: findings, the swap test, the choice, a name."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from brandplatform.document import verdicts
from brandplatform.ui.program import Program
from brandplatform.ui.shortpath_checks import FindingStep, SwapStep
from brandplatform.ui.shortpath_lines import LinesStep
from brandplatform.ui.shortpath_steps import TODAY
from tests.ui import walk
from tests.ui.keys import type_into
from tests.ui.walk import GOOD, answered, made, promise

pytestmark = pytest.mark.usefixtures("documents")


# What is to discuss


def test_the_weak_line_is_asked_about_twice_at_most_and_one_may_go_on_anyway(
    qtbot: QtBot, house: Program
) -> None:
    window = walk.begun(qtbot, house)
    walk.on_to(qtbot, window, "findings", FindingStep)
    seen = 0
    while window.path.step == "findings":
        seen += 1
        assert any("«\u00a0" in text and text.startswith("À discuter") for text in walk.read(window))
        window.path.take("next")
    assert seen == 2
    assert window.path.step == "swap"


def test_a_line_with_nothing_to_discuss_is_not_asked_about(qtbot: QtBot, house: Program) -> None:
    window = made(qtbot, house)
    window.path.take("next")
    assert window.path.step == "swap"


def test_rewriting_goes_back_to_the_sentence(qtbot: QtBot, house: Program) -> None:
    window = walk.begun(qtbot, house)
    walk.on_to(qtbot, window, "findings", FindingStep).asked.emit("rewrite")
    assert window.path.step == "sentence"


def test_what_is_kept_with_a_reason_is_not_asked_again_and_can_be_undone(
    qtbot: QtBot, house: Program
) -> None:
    window = walk.begun(qtbot, house)
    view = walk.on_to(qtbot, window, "findings", FindingStep)
    type_into(view.box, "C’est notre métier.")
    assert view.ways is not None
    view.ways.buttons["next"].click()
    (kept,) = window.session.platform.accepted
    assert (kept.check, kept.reason) == (view.finding.id, "C’est notre métier.")
    window.path.take("back")
    again = walk.on_to(qtbot, window, "findings", FindingStep)
    assert (again.finding.id, again.finding.start) != (view.finding.id, view.finding.start)
    window.session.undo()
    assert window.session.platform.accepted == ()


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
    ],
)
def test_a_reason_is_kept_whichever_key_one_leaves_by(
    qtbot: QtBot, house: Program, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    window = walk.begun(qtbot, house)
    view = walk.on_to(qtbot, window, "findings", FindingStep)
    type_into(view.box, "C’est notre métier.")
    QTest.keyClick(view.box, key, modifier)
    (kept,) = window.session.platform.accepted
    assert kept.reason == "C’est notre métier."


def test_the_swap_test_keeps_a_verdict_and_words(qtbot: QtBot, house: Program) -> None:
    window = made(qtbot, house)
    view = walk.on_to(qtbot, window, "swap", SwapStep)
    assert any("À Madame Noé, un concurrent promet d’avoir" in text for text in walk.read(window))
    walk.press(Qt.Key.Key_Right)
    type_into(view.box, "Non.")
    view.flush()
    verdict = verdicts.found(window.session.platform, "promise", TODAY)["t_swap"]
    assert (verdict.result, verdict.words) == ("discuss", {"fr": "Non."})
    window.session.undo()
    window.session.undo()
    assert "t_swap" not in verdicts.found(window.session.platform, "promise", TODAY)


# The choice


def test_the_line_of_today_becomes_the_promise_and_the_first_stays_with_its_reason(
    qtbot: QtBot, house: Program
) -> None:
    window = made(qtbot, house)
    view = walk.on_to(qtbot, window, "lines", LinesStep)
    assert [line.text().replace("\u00a0", " ") for line in view.lines.values()] == [walk.WEAK, GOOD]
    type_into(view.reason, "Personne ne peut la vérifier.")
    window.path.take("next")
    statement = promise(window.session.platform)
    first = next(one for one in statement.drafts if one.origin == "opening")
    assert statement.text == {"fr": GOOD}
    assert (first.text, first.status) == ({"fr": walk.WEAK}, "refused")
    assert first.reason == {"fr": "Personne ne peut la vérifier."}


def test_the_first_line_can_be_chosen_and_that_can_be_undone(qtbot: QtBot, house: Program) -> None:
    window = made(qtbot, house)
    view = walk.on_to(qtbot, window, "lines", LinesStep)
    view.lines["opening"].click()
    statement = promise(window.session.platform)
    assert statement.text == {"fr": walk.WEAK}
    assert next(one.status for one in statement.drafts if one.id == TODAY) == "refused"
    window.session.undo()
    assert all(one.status == "" for one in promise(window.session.platform).drafts)
    assert view.lines[TODAY].isChecked()


def test_without_a_first_line_today_s_is_the_promise(qtbot: QtBot, house: Program) -> None:
    window = made(qtbot, house, "")
    view = walk.on_to(qtbot, window, "lines", LinesStep)
    assert list(view.lines) == [TODAY]
    window.path.take("next")
    assert promise(window.session.platform).text == {"fr": GOOD}


def test_what_was_left_open_is_not_in_the_promise(qtbot: QtBot, house: Program) -> None:
    window, builder = answered(qtbot, house)
    builder.slots.put("Madame Noé")
    builder.slots.put("avoir du pain tiède")
    walk.on_to(qtbot, window, "paper", walk.Step)
    text = promise(window.session.platform).text["fr"]
    assert text == "À Madame Noé, nous promettons d’avoir du pain tiède."


def test_a_name_that_is_given_signs_and_none_signs_nothing(qtbot: QtBot, house: Program) -> None:
    window = made(qtbot, house)
    walk.on_to(qtbot, window, "paper", walk.Step)
    assert window.session.platform.signatures == ()
    window.path.take("back")
    view = walk.at(qtbot, window, LinesStep)
    type_into(view.name, "Claire Noé")
    type_into(view.role, "boulangère")
    window.path.take("next")
    (signature,) = window.session.platform.signatures
    assert (signature.name, signature.role) == ("Claire Noé", "boulangère")
    assert "promise" in signature.texts
    window.session.undo()
    assert window.session.platform.signatures == ()


def test_an_answer_of_fifty_thousand_characters_and_any_script_pass(qtbot: QtBot, house: Program) -> None:
    window, builder = answered(qtbot, house)
    builder.slots.put("🥖 " + "שלום " * 10_000)
    walk.on_to(qtbot, window, "paper", walk.Step)
    assert len(promise(window.session.platform).text["fr"]) > 49_000
