"""Take or leave: another copy, what two people are at odds on, and the ways there."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from brandplatform.document import drafts, edit
from brandplatform.document.merge import merge
from brandplatform.ui.commands import Spot
from brandplatform.ui.compare import ComparePage
from brandplatform.ui.comparetext import Struck
from brandplatform.ui.comparework import Source
from brandplatform.ui.program import Program
from brandplatform.ui.screens import Screens
from brandplatform.ui.session import Session
from tests.shipped import LIBRARY
from tests.ui import house as houses
from tests.ui import whole
from tests.ui.comparing import (
    BASE,
    VALUES,
    at_odds,
    beside,
    card,
    kept,
    later,
    opened,
    other,
    page,
    promise,
    promised,
    rows,
    said,
    settled,
)

# Another copy


def test_a_copy_with_a_version_in_common_brings_what_it_changed_since(qtbot: QtBot, tmp_path: Path) -> None:
    made, session = opened(qtbot)
    beside(qtbot, made, other(tmp_path, edit.rebrand(BASE, legal_owner="Levain et fils"), BASE))
    assert list(said(made)) == ["Marque, Titulaire de la marque"]
    assert "version commune" in made.head.text
    made.foot.all.click()
    made.foot.take.click()
    assert session.platform == edit.rebrand(later(), legal_owner="Levain et fils")
    settled(qtbot, made)
    assert "n’apporte rien de plus" in made.head.text


def test_what_both_changed_waits_to_be_decided_and_is_not_brought_twice(qtbot: QtBot, tmp_path: Path) -> None:
    made, session = opened(qtbot)
    beside(qtbot, made, other(tmp_path, promised(BASE, "Du pain brûlant."), BASE))
    assert made.table.proposals == ()
    assert "1 passage a été changé des deux côtés" in made.head.text
    assert made.foot.take.text() == "Noter ce qui est à décider (1)"
    made.foot.take.click()
    (one,) = session.platform.conflicts
    assert (one.theirs, one.by) == ("Du pain brûlant.", "Luc Petit")
    assert promise(session.platform) == promise(later())
    assert session.stack.undoText() == whole.desk().words("undo.merge")
    settled(qtbot, made)
    made.show_source(made.list.sources[0])
    made.conflicts.cards[0].keep.click()
    made.show_source(made.list.sources[0])
    settled(qtbot, made)
    assert made.compared is not None
    assert made.compared.conflicts == ()


def test_a_part_we_took_out_comes_with_its_conflict_and_is_decided_there(
    qtbot: QtBot, tmp_path: Path
) -> None:
    made, session = opened(qtbot)
    beside(
        qtbot, made, other(tmp_path, edit.write_cell(BASE, "values", VALUES[0], "name", "Tenir", "fr"), BASE)
    )
    assert made.table.proposals == ()
    made.foot.take.click()
    assert VALUES[0] in rows(session.platform)
    made.show_source(made.list.sources[0])
    made.conflicts.cards[0].keep.click()
    assert session.platform == later()


@pytest.mark.parametrize(("same", "words"), [(True, "aucune version en commun"), (False, "autre plateforme")])
def test_a_copy_without_a_version_in_common_shows_all_that_differs(
    qtbot: QtBot, tmp_path: Path, same: bool, words: str
) -> None:
    made, session = opened(qtbot)
    there = replace(promised(BASE, "Autre."), id=BASE.id if same else "another")
    beside(qtbot, made, other(tmp_path, there, promised(BASE, "Ailleurs.")))
    assert words in made.head.text
    made.foot.all.click()
    made.foot.take.click()
    assert session.platform == replace(there, id=BASE.id)


def test_a_copy_that_is_none_is_said_and_nothing_is_lost(qtbot: QtBot, tmp_path: Path) -> None:
    made, session = opened(qtbot)
    file = tmp_path / "photo.brandplatform"
    file.write_bytes(b"no platform")
    made.show_copy(file)
    qtbot.waitUntil(lambda: "n’est pas une plateforme" in made.head.text)
    assert session.stack.count() == 0


# What is to be decided


def test_what_is_to_be_decided_comes_first(qtbot: QtBot) -> None:
    made, _ = page(qtbot, kept(at_odds(), BASE))
    assert made.list.item(0).text() == "À décider (2)"
    assert made.list.source == Source("conflicts")
    one = card(made, "Promesse")
    assert (one.ours.accessibleName(), one.theirs.accessibleName()) == ("Du pain tiède.", "Du pain brûlant.")
    assert made.foot.isHidden()


def test_the_words_both_began_with_are_shown_on_demand(qtbot: QtBot) -> None:
    made, _ = page(qtbot, kept(at_odds(), BASE))
    one = card(made, "Promesse")
    assert one.base.isHidden()
    one.show_base.click()
    assert promise(BASE) in [part.text for part in one.base.findChildren(Struck)]
    one.show_base.click()
    assert one.base.isHidden()


@pytest.mark.parametrize(("answer", "text"), [("keep", "Du pain tiède."), ("take", "Du pain brûlant.")])
def test_each_answer_is_one_step(qtbot: QtBot, answer: str, text: str) -> None:
    made, session = page(qtbot, kept(at_odds(), BASE))
    before = session.platform
    button = getattr(card(made, "Promesse"), answer)
    assert isinstance(button, QPushButton)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert promise(session.platform) == text
    assert len(session.platform.conflicts) == 1
    assert made.list.item(0).text() == "À décider (1)"
    assert made.conflicts.cards[0].keep.hasFocus()
    session.undo()
    assert session.platform is before
    assert len(made.conflicts.cards) == 2


def test_a_third_text_is_written_in_its_field_and_then_settled(qtbot: QtBot) -> None:
    made, session = page(qtbot, kept(at_odds(), BASE))
    with qtbot.waitSignal(made.asked) as gone:
        card(made, "Promesse").write.click()
    assert gone.args == [Spot("promise", "promise", "fr")]
    session.edit(promised(session.platform, "Du pain à temps."), "Écrire", gone.args[0])
    one = card(made, "Promesse")
    assert one.keep.text() == "Garder ce qui est écrit maintenant"
    one.keep.click()
    assert promise(session.platform) == "Du pain à temps."
    assert len(session.platform.conflicts) == 1


@pytest.mark.parametrize(("answer", "there"), [("keep", False), ("take", True)])
def test_a_part_one_took_out_and_the_other_went_on_with_says_so(
    qtbot: QtBot, answer: str, there: bool
) -> None:
    made, session = page(qtbot, kept(at_odds(), BASE))
    one = card(made, "Valeurs")
    assert one.sentence.text().startswith("Ce passage a été retiré ici et modifié dans l’autre copie.")
    assert (one.keep.text(), one.take.text()) == ("Le retirer", "Le garder")
    assert "Tenir" in one.ours.accessibleName()
    getattr(one, answer).click()
    assert (VALUES[0] in rows(session.platform)) is there


def test_words_that_have_no_place_any_more_go_aside_and_it_is_said(qtbot: QtBot) -> None:
    platform = at_odds()
    ours, theirs = (edit.write_cell(BASE, "values", VALUES[1], "name", text, "fr") for text in ("Un", "Deux"))
    platform = edit.remove_row(merge(BASE, ours, theirs).platform, "values", VALUES[1])
    made, session = page(qtbot, kept(platform, BASE))
    made.conflicts.cards[0].take.click()
    assert "Deux" in [one.text for one in session.platform.loose]
    assert "textes à part" in made.head.text


def test_when_all_is_decided_it_says_so(qtbot: QtBot) -> None:
    made, session = page(qtbot, kept(at_odds(), BASE))
    while made.conflicts.cards:
        made.conflicts.cards[0].take.click()
    assert session.platform.conflicts == ()
    assert "Tout est décidé." in made.head.text


# In the window


def test_a_window_goes_to_it_and_to_another_copy(qtbot: QtBot, house: Program, tmp_path: Path) -> None:
    window = houses.shown(qtbot, house)
    window.menus["file.versions"].trigger()
    screens = window.screens
    assert screens.current == "compare"
    assert window.menus["view.compare"].isChecked()
    screens.show_screen("write")
    screens.compare_with(other(tmp_path, BASE, BASE))
    shown_now = screens.findChild(ComparePage)
    assert shown_now is not None
    qtbot.waitUntil(lambda: shown_now.compared is not None)
    assert "autre plateforme" in shown_now.head.text


def test_undo_shows_the_screen_again(qtbot: QtBot) -> None:
    session = Session(kept(later(), BASE), LIBRARY, lambda _: "")
    screens = Screens(whole.desk(), session)
    qtbot.addWidget(screens)
    screens.show()
    screens.show_screen("compare")
    made = screens.findChild(ComparePage)
    assert made is not None
    settled(qtbot, made)
    made.foot.all.click()
    made.foot.take.click()
    screens.show_screen("write")
    session.undo()
    assert screens.current == "compare"
    assert session.platform == later()


def test_the_choice_of_a_draft_is_one_line_that_says_so(qtbot: QtBot) -> None:
    began = drafts.write(drafts.start(BASE, "promise", "d_b", "d_a"), "promise", "d_b", "fr", "Du pain.")
    made, session = page(qtbot, kept(drafts.choose(began, "promise", "d_b", "d_a"), began))
    settled(qtbot, made)
    (line,) = made.table.lines
    assert line.note == "Avec le choix de la piste, dans toutes les langues"
    line.take.click()
    made.foot.take.click()
    assert session.platform == began


def test_a_name_is_never_markup(qtbot: QtBot) -> None:
    made, _ = page(qtbot, kept(later(), BASE, name="<b>gras</b>"))
    assert "&lt;b&gt;gras" in made.list.item(2).toolTip()
    assert made.list.item(2).text() == "<b>gras</b>"


def test_what_is_to_be_decided_has_a_place_of_its_own(qtbot: QtBot) -> None:
    session = Session(kept(at_odds(), BASE), LIBRARY, lambda _: "")
    screens = Screens(whole.desk(), session)
    qtbot.addWidget(screens)
    screens.show()
    screens.show_screen("compare")
    made = screens.findChild(ComparePage)
    assert made is not None
    made.show_source(made.list.sources[-1])
    screens.show_place("compare", "conflicts")
    assert made.list.source == Source("conflicts")
    qtbot.waitUntil(lambda: [one.isVisible() for one in made.conflicts.cards] == [True, True])


def test_a_file_that_may_only_be_read_decides_nothing(qtbot: QtBot) -> None:
    made, session = page(qtbot, replace(kept(at_odds(), BASE), writable=False))
    assert not made.conflicts.cards[0].keep.isEnabled()
    assert made.name.isHidden()
    made.decide(session.platform.conflicts[0].id, True)
    assert session.stack.count() == 0
