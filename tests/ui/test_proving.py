"""Words of a statement are linked to an act where they stand, and shown as proved."""

from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from brandplatform.document import edit, proofs
from brandplatform.document.model import Platform, Proof, Statement, new_platform
from brandplatform.ui.commands import Spot
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.proving import Proving, StatementView, link_at
from brandplatform.ui.program import Program
from brandplatform.ui.session import Session
from tests.shipped import LIBRARY
from tests.ui import house as houses
from tests.ui import whole

PROMISE = "Votre pain sera encore tiède."
ACT = "une fournée toutes les deux heures"


def told() -> Platform:
    """Return a platform with a promise and one act."""
    platform = edit.write_text(new_platform("plateforme", "fr"), "promise", Statement, "fr", PROMISE)
    platform = edit.add_row(platform, "proof", "r1")
    return edit.write_cell(platform, "proof", "r1", "act", ACT, "fr")


def view(
    qtbot: QtBot, *, main: bool = True, platform: Platform | None = None
) -> tuple[StatementView, Session]:
    """Return the promise as the page shows it."""
    session = whole.session(told() if platform is None else platform)
    field = LIBRARY.theme("promise").field("promise")
    assert field is not None
    made = StatementView(Here(whole.desk(), session, "promise"), field, main=main)
    session.changed.connect(lambda change: change.origin is made or made.show_value())
    qtbot.addWidget(made)
    made.show()
    return made, session


def links(made: StatementView) -> Proving:
    """Return what stands under the statement."""
    assert made.proving is not None
    return made.proving


def select(made: StatementView, words: str) -> None:
    """Select words of the statement."""
    start = made.box.text.index(words)
    cursor = made.box.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
    made.box.setTextCursor(cursor)


def said(made: StatementView) -> list[str]:
    """Return the lines about links."""
    return [line.text for line in links(made).lines]


def underlined(made: StatementView) -> list[str]:
    """Return the words that are underlined."""
    return [one.cursor.selectedText() for one in made.box.extraSelections()]


def choose(made: StatementView, at: int) -> None:
    """Choose an entry of the menu of acts."""
    menu = links(made).acts_menu()
    assert menu is not None
    menu.actions()[at].trigger()


def test_selected_words_are_linked_to_an_act_and_shown_as_proved(qtbot: QtBot) -> None:
    made, session = view(qtbot)
    select(made, "tièd")
    choose(made, 0)
    (link,) = proofs.links(session.platform, "promise")
    assert (link.proof.words, link.proof.row, link.proof.language) == ("tiède", "r1", "fr")
    assert said(made) == [f"Mot prouvé\u00a0: «\u00a0tiède\u00a0» · {ACT}"]
    assert underlined(made) == ["tiède"]


def test_a_link_is_taken_back_and_made_again(qtbot: QtBot) -> None:
    made, session = view(qtbot)
    select(made, "tiède")
    choose(made, 0)
    session.undo()
    assert said(made) == underlined(made) == []
    session.redo()
    assert underlined(made) == ["tiède"]


def test_an_act_can_be_added_there_and_then(qtbot: QtBot) -> None:
    made, session = view(qtbot)
    before = session.platform
    select(made, "votre pain".capitalize())
    with qtbot.waitSignal(session.travelled) as gone:
        choose(made, -1)
    row = proofs.rows_of(session.platform)[-1]
    assert row.cells == {"word": {"fr": "Votre pain"}}
    assert gone.args == [Spot(f"proof[{row.id}].act", "proof", "fr", "actions")]
    assert said(made) == ["Mot sans acte\u00a0: «\u00a0Votre pain\u00a0»"]
    assert underlined(made) == []
    session.undo()
    assert session.platform is before


def test_words_that_are_gone_are_told_and_proved_again_when_they_are_back(qtbot: QtBot) -> None:
    platform = proofs.prove(told(), "promise", Proof(id="p1", language="fr", words="tiède", row="r1"))
    made, session = view(qtbot, platform=platform)
    after = edit.write_text(platform, "promise", Statement, "fr", "Votre pain sera chaud.")
    session.edit(after, "Écrire", Spot("promise", "promise"))
    assert said(made) == [f"«\u00a0tiède\u00a0» n’est plus dans la phrase · {ACT}"]
    assert underlined(made) == []
    session.undo()
    assert underlined(made) == ["tiède"]


def test_a_line_goes_on_under_its_words_while_one_types_before_them(qtbot: QtBot) -> None:
    platform = proofs.prove(told(), "promise", Proof(id="p1", language="fr", words="tiède", row="r1"))
    made, _ = view(qtbot, platform=platform)
    QTest.keyClicks(made.box, "Oui 🥖 ".replace("🥖", "o") + "bon ")
    assert underlined(made) == ["tiède"]


def test_an_emoji_before_the_words_moves_no_line(qtbot: QtBot) -> None:
    text = "🥖🥖 Votre pain sera encore tiède."
    platform = edit.write_text(told(), "promise", Statement, "fr", text)
    platform = proofs.prove(platform, "promise", Proof(id="p1", language="fr", words="tiède", row="r1"))
    made, _ = view(qtbot, platform=platform)
    assert underlined(made) == ["tiède"]


def test_a_link_is_taken_out_under_the_box(qtbot: QtBot) -> None:
    platform = proofs.prove(told(), "promise", Proof(id="p1", language="fr", words="tiède", row="r1"))
    made, session = view(qtbot, platform=platform)
    remove = links(made).lines[0].remove
    assert remove.accessibleName() == "Retirer le lien, tiède"
    remove.click()
    assert proofs.links(session.platform) == ()
    session.undo()
    assert underlined(made) == ["tiède"]


def test_without_a_selection_it_says_to_select_some_words(qtbot: QtBot) -> None:
    made, _ = view(qtbot)
    links(made).button.click()
    assert links(made).hint.isVisible()
    select(made, "tiède")
    assert not links(made).hint.isVisible()


def test_a_lesser_statement_offers_it_beside_a_selection_only(qtbot: QtBot) -> None:
    made, _ = view(qtbot, main=False)
    assert links(made).isHidden()
    select(made, "tiède")
    assert links(made).button.isVisible()


def test_a_link_in_the_other_language_is_not_told_here(qtbot: QtBot) -> None:
    platform = edit.speak(told(), ("fr", "en"))
    platform = proofs.prove(platform, "promise", Proof(id="p1", language="en", words="warm", row="r1"))
    made, _ = view(qtbot, platform=platform)
    assert said(made) == []


def test_the_menu_asks_for_what_is_selected_on_the_page(qtbot: QtBot, house: Program) -> None:
    window = houses.shown(qtbot, house)
    made = window.screens.page.findChild(StatementView)
    assert made is not None
    qtbot.waitUntil(made.box.hasFocus)
    window.menus["platform.link_proof"].trigger()
    assert links(made).hint.isVisible()


def test_elsewhere_than_in_a_statement_the_menu_does_nothing(qtbot: QtBot, house: Program) -> None:
    window = houses.shown(qtbot, house)
    before = window.session.platform
    link_at(window.screens.strip.door)
    link_at(None)
    assert window.session.platform is before
