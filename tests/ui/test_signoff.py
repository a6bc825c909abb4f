"""One puts a name under the platform; what changed since is told by the names of fields."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from brandplatform.document import edit
from brandplatform.document.model import Platform, Statement, new_platform
from brandplatform.resources import Words
from brandplatform.ui.commands import Spot
from brandplatform.ui.program import Program
from brandplatform.ui.session import Session
from brandplatform.ui.signoff import SignDialog
from tests.ui import house as houses
from tests.ui import whole


def written() -> Platform:
    """Return a platform with a promise, a mission and what is not true yet."""
    platform = new_platform("plateforme", "fr", "Levain")
    for field in ("promise", "mission"):
        platform = edit.write_text(platform, field, Statement, "fr", "Du pain.")
    return edit.write_lines(platform, "signoff.not_yet", "fr", ("le quart n’est pas coupé au marché",))


def dialog(
    qtbot: QtBot, platform: Platform | None = None, *, writable: bool = True
) -> tuple[SignDialog, Session]:
    """Return the sign-off of a platform."""
    session = whole.session(written() if platform is None else platform, writable=writable)
    made = SignDialog(whole.desk(), session)
    qtbot.addWidget(made)
    made.show()
    return made, session


def sign(made: SignDialog, name: str = "Odile Marchand") -> None:
    """Put a name."""
    made.name.setText(name)
    made.role.setText("gérante")
    made.when.setText("2 septembre 2026")
    made.aloud.setText("les six")
    made.sign.click()


def states(made: SignDialog) -> list[str]:
    """Return how each signature stands."""
    return [line.state.text() for line in made.signatures]


def test_what_is_not_true_yet_stands_above_the_name(qtbot: QtBot) -> None:
    made, _ = dialog(qtbot)
    assert made.not_yet.text() == "– le quart n’est pas coupé au marché"


def test_where_nothing_is_noted_a_way_leads_to_it(qtbot: QtBot) -> None:
    made, session = dialog(qtbot, new_platform("plateforme", "fr"))
    noted = "Rien n’est noté. Si quelque chose n’est pas encore vrai, écrivez-le avant de signer."
    assert made.not_yet.text() == noted
    with qtbot.waitSignal(session.travelled) as gone:
        made.go.click()
    assert gone.args == [Spot("signoff.not_yet", "signoff")]


def test_one_signs_with_name_role_date_and_witnesses(qtbot: QtBot) -> None:
    made, session = dialog(qtbot)
    sign(made)
    (signature,) = session.platform.signatures
    assert (signature.name, signature.role, signature.when, signature.aloud_to) == (
        "Odile Marchand", "gérante", "2026-09-02", "les six",
    )  # fmt: skip
    assert set(signature.texts) == {"promise", "mission", "signoff.not_yet"}
    assert states(made) == ["Signé"]
    assert made.name.text() == ""


def test_a_signature_comes_back_by_undo_and_redo(qtbot: QtBot) -> None:
    made, session = dialog(qtbot)
    before = session.platform
    sign(made)
    session.undo()
    assert session.platform is before
    assert made.signatures == []
    session.redo()
    assert states(made) == ["Signé"]


def test_what_changed_since_is_told_by_the_names_of_fields(qtbot: QtBot) -> None:
    made, session = dialog(qtbot)
    sign(made)
    after = edit.write_text(session.platform, "mission", Statement, "fr", "Cuire.")
    after = edit.write_text(after, "p_product.proof", Statement, "fr", "L’heure du four.")
    session.edit(after, "Écrire", Spot("mission", "mission"))
    assert states(made) == ["Modifié depuis la signature\u00a0: Mission, Produit (L’acte qui le montre)"]


def test_a_signature_is_taken_back_and_that_can_be_undone(qtbot: QtBot) -> None:
    made, session = dialog(qtbot)
    sign(made)
    made.signatures[0].withdraw.click()
    assert session.platform.signatures == ()
    session.undo()
    assert states(made) == ["Signé"]


def test_nobody_signs_without_a_name(qtbot: QtBot) -> None:
    made, _ = dialog(qtbot)
    assert not made.sign.isEnabled()
    made.name.setText("   ")
    assert not made.sign.isEnabled()


def test_nobody_signs_an_empty_platform(qtbot: QtBot) -> None:
    made, _ = dialog(qtbot, new_platform("plateforme", "fr"))
    made.name.setText("Odile")
    assert not made.sign.isEnabled()
    assert made.note.text() == "Rien à signer pour l’instant\u00a0: écrivez d’abord la promesse."


def test_nobody_signs_what_is_read_only(qtbot: QtBot) -> None:
    made, _ = dialog(qtbot, writable=False)
    made.name.setText("Odile")
    assert not made.sign.isEnabled()


def test_a_date_that_reads_as_none_stays_as_it_was_typed(qtbot: QtBot) -> None:
    made, session = dialog(qtbot)
    made.name.setText("Odile")
    made.when.setText("à la Saint-Honoré")
    made.sign.click()
    assert session.platform.signatures[0].when == "à la Saint-Honoré"


def test_every_box_is_named_and_enter_signs(qtbot: QtBot) -> None:
    made, session = dialog(qtbot)
    names = [box.accessibleName() for box in made.findChildren(QLineEdit)]
    assert sorted(names) == sorted(["Nom", "Fonction", "Date", "Dite à voix haute devant"])
    made.name.setText("Odile")
    QTest.keyClick(made.name, Qt.Key.Key_Return)
    assert len(session.platform.signatures) == 1


def test_the_menu_opens_it_once_and_the_strip_says_what_was_signed(qtbot: QtBot, house: Program) -> None:
    window = houses.shown(qtbot, house)
    window.menus["platform.signoff"].trigger()
    window.menus["platform.signoff"].trigger()
    (made,) = window.findChildren(SignDialog)
    sign(made)
    qtbot.waitUntil(lambda: window.screens.strip.state == "Signé")


def test_the_day_offered_is_today_as_one_writes_it_and_is_kept_as_a_date(qtbot: QtBot) -> None:
    made, session = dialog(qtbot)
    assert made.when.text() == Words("fr").day(date.today().isoformat())
    made.name.setText("Odile Marchand")
    made.sign.click()
    assert session.platform.signatures[-1].when == date.today().isoformat()
