"""The guide speaks about the field with the cursor, in two languages at once, and never as markup."""

import pytest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from brandplatform.ui.commands import Spot
from brandplatform.ui.guide import Guide
from brandplatform.ui.session import Session
from tests.ui import method

PROMISE = Spot(place="promise", section="promise", language="fr")


@pytest.fixture
def session() -> Session:
    return method.session()


def guide(qtbot: QtBot, session: Session, language: str = "fr", business: str = "levain") -> Guide:
    made = Guide(method.desk(language), session, business)
    qtbot.addWidget(made)
    made.show_for(PROMISE)
    return made


def lines(shown: Guide) -> list[str]:
    return [label.accessibleName() or label.text() for label in shown.findChildren(QLabel)]


def test_the_cap_of_the_field_is_filled_into_what_holds(qtbot: QtBot, session: Session) -> None:
    assert "une phrase, 23 mots au plus" in lines(guide(qtbot, session))


def test_labels_follow_the_interface_and_examples_the_text_being_written(
    qtbot: QtBot, session: Session
) -> None:
    shown = guide(qtbot, session)
    session.write_in("en")
    assert "Juste" in lines(shown)
    assert "Holds of levain" in lines(shown)
    assert "To [person], we promise [it] <b>" in lines(shown)


def test_the_cap_is_that_of_the_language_being_written(qtbot: QtBot, session: Session) -> None:
    shown = guide(qtbot, session)
    session.write_in("en")
    assert "une phrase, 20 mots au plus" in lines(shown)


def test_another_company_is_shown_and_remembered(qtbot: QtBot, session: Session) -> None:
    shown = guide(qtbot, session)
    with qtbot.waitSignal(shown.business_chosen) as chosen:
        next(b for b in shown.findChildren(QToolButton) if b.text() == "artisan").click()
    assert chosen.args == ["garance"]
    assert "Juste de garance" in lines(shown)
    assert shown.business == "garance"


def test_a_company_without_an_example_here_gives_way_to_one_that_has(qtbot: QtBot, session: Session) -> None:
    shown = guide(qtbot, session, business="binaire")
    assert "Juste de levain" in lines(shown)
    assert shown.business == "binaire"


def test_a_formula_is_text_whatever_it_holds(qtbot: QtBot, session: Session) -> None:
    shown = guide(qtbot, session)
    rich = [label.text() for label in shown.findChildren(QLabel) if "[personne]" in label.text()]
    assert len(rich) == 1
    assert "&lt;b&gt;" in rich[0]


def test_it_names_the_column_with_the_cursor(qtbot: QtBot, session: Session) -> None:
    shown = guide(qtbot, session)
    shown.show_for(Spot(place="values[r1].meaning", section="values", language="fr"))
    assert "Ce que cela veut dire" in lines(shown)


def test_it_is_not_built_again_while_the_cursor_stays_in_a_field(qtbot: QtBot, session: Session) -> None:
    shown = guide(qtbot, session)
    before = shown._scroll.widget()
    shown.show_for(PROMISE)
    assert shown._scroll.widget() is before
