"""A statement put to the test: what is asked, what is shown, what a person answers; no mark, and undo."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from brandplatform.document import drafts, edit, verdicts
from brandplatform.document.model import Platform, Proof, Signature, Statement, Verdict, new_platform
from brandplatform.ui import theme
from brandplatform.ui.fields.drafts import Drafts
from brandplatform.ui.fields.prose import ProseView
from brandplatform.ui.fields.trial import TrialItem
from brandplatform.ui.fields.trials import TrialsPanel
from brandplatform.ui.page import Page
from brandplatform.ui.program import Program
from brandplatform.ui.session import Session
from brandplatform.ui.tokens import LIGHT
from tests.ui import house as houses
from tests.ui import method
from tests.ui.keys import shown, type_into

SENTENCE = "Demain, Levain vous garantit un accompagnement tiède."


def written(text: str = SENTENCE) -> Platform:
    platform = edit.write_text(new_platform("plateforme", "fr", "Levain"), "promise", Statement, "fr", text)
    platform = drafts.start(platform, "promise", "d1", "d0")
    return drafts.write(platform, "promise", "d1", "fr", "Le pain est prêt à sept heures.")


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    return opened(qtbot, written())


def opened(qtbot: QtBot, platform: Platform, *, writable: bool = True) -> Page:
    """Show the promise of a platform, put to the test."""
    session = method.session(platform, writable=writable)
    page = Page(method.desk(), session)
    page.resize(820, 900)
    shown(qtbot, page)
    page.show_section("promise")
    page.put_to_test()
    return page


def session_of(page: Page) -> Session:
    return page._session


def under(page: Page) -> Drafts:
    found = page._drafts()
    assert found is not None
    return found


def items(page: Page) -> dict[str, TrialItem]:
    (panel,) = page.findChildren(TrialsPanel)
    return {item.trial.id: item for item in panel.items}


def found(page: Page, draft: str = "") -> dict[str, Verdict]:
    return dict(verdicts.found(session_of(page).platform, "promise", draft))


def others(page: Page) -> None:
    (panel,) = page.findChildren(TrialsPanel)
    panel.others.click()


def test_a_promise_is_offered_four_tests_and_the_four_others_behind_them(page: Page) -> None:
    assert list(items(page)) == ["t_swap", "t_monday", "t_proof", "t_cost"]
    (panel,) = page.findChildren(TrialsPanel)
    assert panel.others.text() == "4 autres"
    others(page)
    assert list(items(page))[4:] == ["t_opposite", "t_child", "t_breath", "t_top"]
    assert panel.others.isHidden()
    assert items(page)["t_opposite"].box.hasFocus()


def test_putting_to_the_test_puts_the_cursor_in_the_first_answer(page: Page) -> None:
    assert items(page)["t_swap"].box.hasFocus()
    assert page.place == "promise.tests[t_swap]"


@pytest.mark.parametrize("result", ["passed", "discuss", "not_yet"])
def test_a_verdict_is_given_taken_back_and_undone(page: Page, result: str) -> None:
    button = items(page)["t_monday"].answers[result]
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert found(page) == {"t_monday": Verdict(result=result)}
    assert [one.isChecked() for one in items(page)["t_monday"].answers.values()].count(True) == 1
    button.click()
    assert found(page) == {}
    session_of(page).undo()
    assert (found(page), button.isChecked()) == ({"t_monday": Verdict(result=result)}, True)
    session_of(page).undo()
    assert (found(page), button.isChecked()) == ({}, False)


def test_another_verdict_takes_the_place_of_the_first(page: Page) -> None:
    answers = items(page)["t_cost"].answers
    answers["passed"].click()
    answers["discuss"].click()
    assert found(page) == {"t_cost": Verdict(result="discuss")}
    assert [name for name, one in answers.items() if one.isChecked()] == ["discuss"]


def test_a_persons_words_are_kept_by_language_and_undone_word_by_word(page: Page) -> None:
    session = session_of(page)
    box = items(page)["t_cost"].box
    box.setFocus()
    type_into(box, "Une fournée. ")
    assert found(page) == {"t_cost": Verdict(result="", words={"fr": "Une fournée. "})}
    items(page)["t_cost"].answers["passed"].click()
    session.edit(edit.speak(session.platform, ("fr", "en")), "x", under(page).here.spot("languages"))
    session.write_in("en")
    assert box.text == ""
    type_into(box, "A batch ")
    words = {"fr": "Une fournée. ", "en": "A batch "}
    assert found(page) == {"t_cost": Verdict(result="passed", words=words)}
    while session.stack.canUndo():
        session.undo()
    assert found(page) == {}


def test_the_swap_shows_the_sentence_with_a_competitors_name(page: Page) -> None:
    seen = items(page)["t_swap"]._seen
    assert seen.sentence.text == "Demain, un concurrent vous garantit un accompagnement tiède."
    assert [seen.sentence.text[a:b] for a, b in seen.sentence._spans] == ["un concurrent"]


def test_a_sentence_that_names_nobody_is_said_whole_by_a_competitor(qtbot: QtBot) -> None:
    page = opened(qtbot, written("Le pain sera tiède."))
    swap = items(page)["t_swap"]._seen
    assert swap.sentence.text == "Un concurrent\u00a0: «\u00a0Le pain sera tiède.\u00a0»"


def test_long_words_are_underlined_and_the_breath_is_counted(page: Page) -> None:
    others(page)
    child = items(page)["t_child"]._seen.sentence
    assert [child.text[a:b] for a, b in child._spans] == ["accompagnement"]
    assert items(page)["t_breath"]._seen.line.text() == "7 mots · 1 virgule · 3 secondes à voix haute"


def test_a_sentence_of_short_words_says_so(qtbot: QtBot) -> None:
    page = opened(qtbot, written("Le pain sera tiède."))
    others(page)
    seen = items(page)["t_child"]._seen
    assert (seen.sentence.isHidden(), seen.line.text()) == (True, "Aucun mot de quatre syllabes ou plus.")


def test_the_acts_linked_to_the_words_are_counted(qtbot: QtBot) -> None:
    platform = written()
    statement = platform.answers["promise"]
    assert isinstance(statement, Statement)
    proofs = (Proof(id="p1", language="fr", words="tiède", row="r1"),)
    page = opened(qtbot, replace(platform, answers={"promise": replace(statement, proofs=proofs)}))
    assert items(page)["t_proof"]._seen.line.text() == "1 acte lié à ses mots."
    under(page).put_to_test("d1")
    assert items(page)["t_proof"]._seen.line.text() == "0 acte lié à ses mots."


def test_the_signature_says_who_signed_and_whether_the_sentence_changed_since(qtbot: QtBot) -> None:
    signature = Signature(
        id="s", name="Nora", role="gérante", when="2026-03-04", texts={"promise": "other"}, languages=("fr",)
    )
    page = opened(qtbot, replace(written(), signatures=(signature,)))
    others(page)
    line = items(page)["t_top"]._seen.line.text()
    assert line == "Signée\u00a0: Nora, gérante, 4\u00a0mars 2026. Modifiée depuis."


def test_what_is_shown_follows_what_is_written(page: Page) -> None:
    page.focus_place("promise")
    type_into(QApplication.focusWidget(), " Oui, ")
    assert items(page)["t_swap"]._seen.sentence.text.endswith("tiède. Oui,")


def test_an_empty_statement_is_asked_for_first(qtbot: QtBot) -> None:
    page = opened(qtbot, new_platform("plateforme", "fr"))
    assert items(page)["t_swap"]._seen.line.text() == "Écrivez d’abord la phrase."


def test_a_draft_is_tested_apart_and_takes_its_verdicts_along_when_it_is_chosen(page: Page) -> None:
    under(page).put_to_test("d1")
    (panel,) = page.findChildren(TrialsPanel)
    assert panel._title.text() == "À l’épreuve\u00a0: Piste B"
    assert panel._sentence.text == "Le pain est prêt à sept heures."
    items(page)["t_cost"].answers["passed"].click()
    assert (found(page), found(page, "d1")) == ({}, {"t_cost": Verdict(result="passed")})
    session = session_of(page)
    session.edit(drafts.choose(session.platform, "promise", "d1", "k"), "x", under(page).here.spot("promise"))
    assert found(page) == {"t_cost": Verdict(result="passed")}
    assert panel._title.text() == "À l’épreuve\u00a0: votre phrase aujourd’hui"
    assert items(page)["t_cost"].answers["passed"].isChecked()


def test_the_keyboard_goes_through_drafts_and_tests_as_they_are_read(page: Page) -> None:
    page.new_draft()
    others(page)
    QApplication.processEvents()
    stop: QWidget = page.findChild(ProseView).box
    met: list[str] = []
    for _ in range(400):
        stop = stop.nextInFocusChain()
        if stop.focusPolicy() & Qt.FocusPolicy.TabFocus and stop.isVisible():
            met.append(stop.accessibleName() or stop.text())
    read = [
        "Piste A, Retenue", "comparer", "Mettre à l’épreuve", "Votre phrase aujourd’hui", "Retenir, Piste B",
        "Votre réponse, Le concurrent", "Le coût, Pas encore", "Votre réponse, La signature",
        "Épreuve du réel",
    ]  # fmt: skip
    assert sorted(read, key=met.index) == read


def test_what_tests_found_stands_under_each_draft(page: Page) -> None:
    items(page)["t_swap"].answers["discuss"].click()
    under(page).compare.click()
    board = under(page)._board
    assert board is not None
    assert board._today._verdicts._shown == {"Le concurrent": "discuss"}
    assert board._columns["d1"]._verdicts.isHidden()


def test_undo_of_a_verdict_behind_the_first_four_shows_it(page: Page) -> None:
    others(page)
    items(page)["t_child"].answers["passed"].click()
    under(page).test.click()
    page.focus_place("promise.tests[t_child]")
    assert page.place == "promise.tests[t_child]"
    assert items(page)["t_child"].box.isVisible()


def test_a_statement_of_another_kind_has_no_tests(qtbot: QtBot, house: Program) -> None:
    window = houses.shown(qtbot, house)
    window.screens.show_section("essence")
    window.menus["platform.put_to_test"].trigger()
    assert window.screens.page.findChildren(TrialsPanel) == []
    assert under(window.screens.page).test.isHidden()


def test_the_menu_puts_the_statement_to_the_test(qtbot: QtBot, house: Program) -> None:
    window = houses.shown(qtbot, house)
    window.screens.show_section("vision")
    window.menus["platform.put_to_test"].trigger()
    assert list(items(window.screens.page)) == ["t_child", "t_swap"]


def test_what_is_read_only_takes_no_verdict(qtbot: QtBot) -> None:
    page = opened(qtbot, written(), writable=False)
    item = items(page)["t_swap"]
    assert item.box.isReadOnly()
    assert not any(button.isEnabled() for button in item.answers.values())


def test_every_control_of_the_tests_has_a_name_and_is_large_enough(qapp: QApplication, page: Page) -> None:
    theme.install(qapp, LIGHT)
    others(page)
    QApplication.processEvents()
    controls = [w for w in under(page).findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    seen = [one for one in controls if one.isVisible()]
    assert len(seen) > 30
    for control in seen:
        said = control.text() if isinstance(control, QAbstractButton) else ""
        assert control.accessibleName() or said, control
        assert control.height() >= 32, control
    names = [one.accessibleName() for item in items(page).values() for one in item.answers.values()]
    assert len(set(names)) == 24
