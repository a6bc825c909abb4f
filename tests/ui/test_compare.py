"""Take or leave: the versions of the file beside what stands there now, word by word."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brandplatform.document import edit
from brandplatform.document.decide import proposals
from brandplatform.document.model import Platform
from brandplatform.storage.container import Kept
from brandplatform.ui.commands import Spot
from brandplatform.ui.compareconflict import spot_of
from brandplatform.ui.comparelist import when_said
from brandplatform.ui.comparesaid import Naming
from brandplatform.ui.comparetext import Struck
from brandplatform.ui.comparevalues import Telling, told
from brandplatform.ui.comparewords import compared, shown
from tests.document.platforms import PLATFORM
from tests.shipped import FRAMEWORK, sample
from tests.ui import whole
from tests.ui.comparing import (
    BASE,
    DAYS,
    VALUES,
    at_odds,
    kept,
    later,
    opened,
    page,
    press,
    promise,
    promised,
    said,
    settled,
    tick,
)
from tests.ui.keys import type_into

# What it is compared with


def test_versions_are_listed_newest_first_with_name_reason_and_person(qtbot: QtBot) -> None:
    made, _ = page(qtbot, kept(later(), BASE, name="Avant l’été"))
    role = Qt.ItemDataRole.AccessibleTextRole
    texts = [str(made.list.item(at).data(role)) for at in range(made.list.count())]
    here = when_said(whole.desk().words, DAYS[0])
    assert texts[1].endswith("Luc Petit")
    assert texts[2] == f"Avant l’été, {here} · avant un import · Ana Roy"


@pytest.mark.parametrize(("language", "hour"), [("fr", "à 8\u00a0h\u00a005"), ("en", "at 8:05")])
def test_a_moment_is_said_as_a_day_and_an_hour(language: str, hour: str) -> None:
    words = whole.desk(language).words
    here = datetime(2026, 11, 20, 8, 5).astimezone().isoformat()
    assert when_said(words, here) == f"{words.day('2026-11-20')} {hour}"
    assert when_said(words, "2026-11-20") == words.day("2026-11-20")
    assert when_said(words, "un jour") == "un jour"


def test_the_version_before_the_last_is_in_front_when_nothing_changed_since(qtbot: QtBot) -> None:
    made, _ = opened(qtbot)
    assert made.list.source is not None
    assert made.list.source.version is not None
    assert made.list.source.version.when == DAYS[0]


def test_without_versions_it_says_how_there_will_be_some(qtbot: QtBot) -> None:
    made, _ = page(qtbot, Kept(platform=BASE))
    assert "à mesure que vous enregistrez" in made.head.text
    assert made.foot.isHidden()


def test_arrows_go_from_version_to_version(qtbot: QtBot) -> None:
    made, _ = opened(qtbot)
    made.list.setFocus()
    QTest.keyClick(made.list, Qt.Key.Key_Up)
    settled(qtbot, made, made.list.sources[0])
    assert made.table.proposals == ()
    assert "Aucune différence." in made.head.text


def test_a_version_that_cannot_be_read_is_said(qtbot: QtBot) -> None:
    held = kept(later(), BASE)
    broken = dict.fromkeys(held.versions, b"")
    made, _ = page(qtbot, replace(held, versions=broken))
    qtbot.waitUntil(lambda: "abîmé" in made.head.text)
    assert made.table.lines == []


# What differs, in words


def test_each_difference_is_said_as_people_read_it(qtbot: QtBot) -> None:
    made, _ = opened(qtbot)
    lines = said(made)
    assert lines["Promesse, français"] == (promise(later()), promise(BASE))
    assert lines["Sections rangées"] == ("Signature de marque (baseline)", "")
    value = next(name for name in lines if name.startswith("Valeurs, ligne 1"))
    before, after = lines[value]
    assert before == ""
    assert "Cela veut dire" in after
    assert not any("[" in name or "#" in name for name in lines)


def test_words_struck_and_words_added_are_told_apart_without_colour(qtbot: QtBot) -> None:
    made, _ = opened(qtbot)
    line = next(one for one in made.table.lines if one.named.title == "Promesse")
    assert isinstance(line.before, Struck)
    looks = line.before._formats()
    assert looks
    assert all(one.format.fontStrikeOut() for one in looks)
    assert isinstance(line.after, Struck)
    assert all(one.format.fontUnderline() for one in line.after._formats())


def test_words_are_compared_one_by_one_and_the_middle_of_a_long_text_is_left_out() -> None:
    same = " ".join(f"mot{nth}" for nth in range(100))
    before, after = compared(f"{same} fin", f"{same} suite", prose=True)
    assert [one.kind for one in before] == ["same", "left", "same", "gone"]
    assert shown(after).endswith("mot99 suite")
    assert compared("a", "b", prose=False)[0][0].kind == "gone"
    assert compared("", "", prose=True) == ((), ())


def test_an_order_names_its_rows(qtbot: QtBot) -> None:
    made, _ = opened(qtbot, edit.move_row(BASE, "values", VALUES[0], 2))
    (name,) = said(made)
    before, after = said(made)[name]
    assert name == "Valeurs, ordre des lignes"
    assert sorted(before.split()) == sorted(after.split())
    assert before != after


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(PLATFORM, PLATFORM)
def test_any_difference_has_a_name_and_says_something(now: Platform, then: Platform) -> None:
    naming = Naming(whole.desk(), FRAMEWORK, now, then)
    for one in proposals(now, then):
        assert naming.name(one.path).title
        told(Telling(naming, "fr"), one)
    for conflict in now.conflicts:
        naming.name(conflict.path)
        spot_of(naming, conflict.path)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_control_says_what_it_is_about(qtbot: QtBot, language: str) -> None:
    made, _ = page(qtbot, kept(at_odds(), BASE), language)
    made.list.setCurrentRow(made.list.count() - 1)
    settled(qtbot, made)
    names = [line.take.accessibleName() for line in made.table.lines]
    names += [button.accessibleName() for one in made.conflicts.cards for button in (one.keep, one.take)]
    assert len(set(names)) == len(names)
    assert made.table.lines[0].take.accessibleDescription()
    assert made.list.accessibleName()
    assert made.name.box.accessibleName()


# Taking


def test_nothing_is_taken_by_default(qtbot: QtBot) -> None:
    made, session = opened(qtbot)
    assert made.table.chosen == ()
    assert not made.foot.take.isEnabled()
    made.take()
    assert session.stack.count() == 0


def test_what_is_ticked_is_taken_as_one_step_and_the_rest_is_left(qtbot: QtBot) -> None:
    made, session = opened(qtbot)
    before = session.platform
    tick(made, "Promesse")
    assert made.foot.take.text() == "Prendre (1)"
    made.foot.take.click()
    assert session.platform == promised(before, promise(BASE))
    assert session.stack.undoText() == "Reprendre des passages d’une version"
    settled(qtbot, made)
    assert "Promesse" not in [line.named.title for line in made.table.lines]
    assert "1 changement pris." in made.head.text
    session.undo()
    assert session.platform is before


def test_all_of_a_version_restores_it_whole(qtbot: QtBot) -> None:
    made, session = opened(qtbot)
    assert made.foot.all.text() == "Tout reprendre de cette version"
    made.foot.all.click()
    made.foot.take.click()
    assert session.platform == BASE
    settled(qtbot, made)
    assert made.foot.isHidden()


def test_none_unticks_every_line(qtbot: QtBot) -> None:
    made, _ = opened(qtbot)
    made.foot.all.click()
    assert all(line.take.isChecked() for line in made.table.lines)
    made.foot.none.click()
    assert not any(line.take.isChecked() for line in made.table.lines)
    assert made.table.chosen == ()


def test_what_stood_there_before_a_return_is_a_version_once_it_is_saved(qtbot: QtBot, tmp_path: Path) -> None:
    made, session = opened(qtbot)
    before = session.platform
    made.foot.all.click()
    made.foot.take.click()
    session.save(tmp_path / "a.brandplatform")
    qtbot.waitUntil(lambda: session.path is not None and not session.saving)
    kept_before = [one for one in session.history if one.why == "restore"]
    assert [session.version(one.id) for one in kept_before] == [before]


def test_what_was_ticked_stays_ticked_while_it_is_offered_as_it_was(qtbot: QtBot) -> None:
    made, session = opened(qtbot)
    made.foot.all.click()
    many = len(made.table.chosen)
    session.edit(edit.put_away(session.platform, "tagline", False), "Ressortir", Spot(""))
    settled(qtbot, made)
    assert len(made.table.chosen) == many - 1


def test_an_edit_made_elsewhere_is_seen_on_coming_back(qtbot: QtBot) -> None:
    made, session = opened(qtbot)
    made.hide()
    session.edit(promised(session.platform, promise(BASE)), "Écrire", Spot("promise", "promise"))
    made.show()
    settled(qtbot, made)
    assert "Promesse, français" not in said(made)


def test_a_file_that_may_only_be_read_offers_nothing(qtbot: QtBot) -> None:
    made, session = page(qtbot, replace(kept(later(), BASE), writable=False))
    settled(qtbot, made)
    assert not any(line.take.isEnabled() for line in made.table.lines)
    assert not made.foot.all.isEnabled()
    made.table.tick_all(True)
    made.take()
    assert session.stack.count() == 0


def test_a_long_comparison_is_built_in_portions(qtbot: QtBot) -> None:
    made, _ = opened(qtbot, sample("garance-plomberie"))
    assert (len(made.table.lines), len(made.table.proposals) > 400) == (60, True)
    made.table.more.setFocus()
    QTest.keyClick(made.table.more, Qt.Key.Key_Space)
    assert len(made.table.lines) == 120
    assert made.table.lines[60].take.hasFocus()
    made.foot.all.click()
    assert len(made.table.chosen) == len(made.table.proposals)


def test_tab_goes_from_line_to_line_and_then_to_the_foot(qtbot: QtBot) -> None:
    made, _ = opened(qtbot)
    made.other.setFocus()
    for line in made.table.lines:
        press(Qt.Key.Key_Tab)
        assert line.take.hasFocus()
    press(Qt.Key.Key_Tab)
    assert made.foot.all.hasFocus()


def test_the_present_state_is_named_on_a_line_in_place(qtbot: QtBot, tmp_path: Path) -> None:
    made, session = opened(qtbot)
    made.name.door.click()
    assert made.name.box.hasFocus()
    type_into(made.name.box, "Été 2027\n")
    assert "Été 2027" in made.name.said
    assert made.name.door.hasFocus()
    session.save(tmp_path / "a.brandplatform")
    qtbot.waitUntil(lambda: session.path is not None and not session.saving)
    assert "Été 2027" in [one.name for one in session.history]
    assert made.list.item(1).text() == "Été 2027"
    made.name.door.click()
    QTest.keyClick(made.name.box, Qt.Key.Key_Escape)
    assert made.name.door.hasFocus()


@pytest.mark.parametrize("width", [700, 1024, 1700])
def test_no_column_is_squeezed_out(qtbot: QtBot, width: int) -> None:
    made, _ = opened(qtbot)
    made.resize(width + 260, 700)
    QApplication.processEvents()
    for line in made.table.lines:
        assert min(line.before.width(), line.after.width()) >= 120
        assert line.take.mapTo(line, line.take.rect().topRight()).x() <= line.width()
