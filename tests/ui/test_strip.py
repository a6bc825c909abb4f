"""The top of the window says at any time whether the platform is signed as it stands."""

from pytestqt.qtbot import QtBot

from brandplatform.document import edit, signing
from brandplatform.document.model import Platform, Signature, Statement, new_platform
from brandplatform.publish.signed import sign
from brandplatform.ui.commands import Spot
from brandplatform.ui.session import Session
from brandplatform.ui.strip import Strip
from tests.ui import method


def signed() -> Platform:
    """Return a platform that was signed as it stands."""
    platform = edit.write_text(new_platform("plateforme", "fr"), "promise", Statement, "fr", "Du pain.")
    return sign(platform, method.library().framework("plateforme"), Signature(id="s1", name="Odile"))


def strip(qtbot: QtBot, platform: Platform | None = None) -> tuple[Strip, Session]:
    """Return the strip of an open platform."""
    session = method.session(platform)
    made = Strip(method.desk(), session)
    qtbot.addWidget(made)
    return made, session


def promised(session: Session, text: str) -> None:
    """Rewrite the promise."""
    after = edit.write_text(session.platform, "promise", Statement, "fr", text)
    session.edit(after, "Écrire", Spot("promise", section="promise"))


def test_what_nobody_signed_is_a_draft(qtbot: QtBot) -> None:
    made, session = strip(qtbot)
    promised(session, "Du pain.")
    assert made.state == "Brouillon"


def test_what_was_signed_says_so(qtbot: QtBot) -> None:
    assert strip(qtbot, signed())[0].state == "Signé"


def test_words_written_after_the_signature_are_told_once_typing_stops(qtbot: QtBot) -> None:
    made, session = strip(qtbot, signed())
    promised(session, "Du pain chaud.")
    assert made.state == "Signé"
    qtbot.waitUntil(lambda: made.state == "Modifié depuis la signature")
    session.undo()
    qtbot.waitUntil(lambda: made.state == "Signé")


def test_a_signature_taken_back_is_told_at_once(qtbot: QtBot) -> None:
    made, session = strip(qtbot, signed())
    session.edit(signing.withdraw(session.platform, "s1"), "Retirer", Spot("signoff"))
    assert made.state == "Brouillon"
