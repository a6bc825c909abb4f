"""My platforms: which folder is shown, and what its cards say of files that open or do not."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brandplatform.document import edit
from brandplatform.document.model import Conflict, Platform, Signature, Statement
from brandplatform.publish.signed import sign
from brandplatform.ui import files
from brandplatform.ui.portfoliocards import lines_said
from brandplatform.ui.program import Program
from tests.shipped import FRAMEWORK, sample
from tests.ui.house import saved
from tests.ui.portfolios import aloud, promising, read, shown, titles, written

# Which folder


def test_the_folder_last_used_is_shown_until_one_is_chosen(
    qtbot: QtBot, house: Program, documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved(documents / "a.brandplatform", "Des documents")
    clients = tmp_path / "clients"
    clients.mkdir()
    saved(clients / "b.brandplatform", "Un client")
    window = shown(qtbot, house)
    assert titles(window) == ["Des documents"]
    monkeypatch.setattr(files, "ask_folder", lambda *_: clients)
    window.view.choose.click()
    qtbot.waitUntil(lambda: read(window) and titles(window) == ["Un client"])
    assert house.preferences.now.portfolio == str(clients)
    assert window.view.folder.accessibleName() == str(clients)


def test_an_empty_folder_says_what_to_do(qtbot: QtBot, house: Program, documents: Path) -> None:
    window = shown(qtbot, house)
    assert "Choisissez-en un autre" in window.view.empty.text()
    assert QApplication.focusWidget() is window.view.choose


def test_a_folder_that_is_gone_says_so(qtbot: QtBot, house: Program, tmp_path: Path) -> None:
    house.preferences.change(portfolio=str(tmp_path / "gone"))
    window = shown(qtbot, house)
    assert window.view.empty.text() == house.desk.words("error.no_folder")


def test_it_is_reached_from_the_start_and_from_the_menu(
    qtbot: QtBot, house: Program, documents: Path
) -> None:
    welcome = house.show_start()
    welcome.start.portfolio_asked.emit()
    window = house.portfolio
    assert window is not None
    window.close()
    welcome.menus["file.portfolio"].trigger()
    assert house.portfolio is window
    assert window.isVisible()


# What a card says


def test_a_card_says_brand_promise_status_review_and_what_is_open(
    qtbot: QtBot, house: Program, documents: Path
) -> None:
    platform = sign(sample(), FRAMEWORK, Signature(id="s9", name="Camille Roux", when="2026-11-20"))
    written(documents, "levain", platform)
    window = shown(qtbot, house)
    said = aloud(window, 0)
    review = house.desk.words.day("2027-09-06")
    for part in ("Maison Levain", "Demain à sept heures", "Camille Roux", review,
                 "Toutes les sections sont commencées", "levain.brandplatform"):  # fmt: skip
        assert part in said


def test_a_promise_that_changed_since_the_signature_says_so(
    qtbot: QtBot, house: Program, documents: Path
) -> None:
    signed = sign(promising("Levain", "Du pain."), FRAMEWORK, Signature(id="s1", name="Camille"))
    written(documents, "levain", edit.write_text(signed, "promise", Statement, "fr", "Du pain rassis."))
    assert "Modifié depuis la signature" in aloud(shown(qtbot, house), 0)


def test_a_review_whose_day_has_gone_has_a_word_and_a_mark(
    qtbot: QtBot, house: Program, documents: Path
) -> None:
    written(documents, "a", promising("Levain", "Du pain.", "2026-10"))
    window = shown(qtbot, house)
    (card,) = window.view.list.shelf.cards
    before, after = (
        lines_said(house.desk.words, card, day)[1] for day in (date(2026, 10, 31), date(2026, 11, 1))
    )
    assert (before.mark, after.mark) == ("", "discuss")
    assert "Prochaine relecture" in before.text
    assert "en retard" in after.text


def test_what_is_to_be_decided_is_said(qtbot: QtBot, house: Program, documents: Path) -> None:
    base = promising("Levain")
    conflicts = tuple(Conflict(id=f"c{n}", path=("brand", name)) for n, name in enumerate(("name", "colour")))
    made = Platform(id=base.id, framework=base.framework, languages=base.languages, conflicts=conflicts)
    written(documents, "a", made)
    assert "2 passages à décider" in aloud(shown(qtbot, house), 0)


def test_the_promise_is_in_the_language_of_the_interface(
    qtbot: QtBot, house: Program, documents: Path
) -> None:
    written(documents, "levain", sample())
    window = shown(qtbot, house)
    house.speak("en")
    assert window.windowTitle().startswith("My platforms")
    assert "At seven tomorrow" in aloud(window, 0)


@pytest.mark.parametrize(
    ("content", "said"), [(b"PK nothing", "pas une plateforme de marque"), (None, "Le fichier est abîmé")]
)
def test_a_file_that_does_not_open_is_a_card_with_its_sentence(
    qtbot: QtBot, house: Program, documents: Path, content: bytes | None, said: str
) -> None:
    saved(documents / "bon.brandplatform", "Levain")
    file = written(documents, "abîmé", sample())
    file.write_bytes(file.read_bytes()[:9000] if content is None else content)
    window = shown(qtbot, house)
    assert titles(window) == ["Levain", "abîmé"]
    assert said in aloud(window, 1)
    assert "Ne s’ouvre pas" in aloud(window, 1)
    assert "1 ne s’ouvre pas" in window.view.told.text()
    window.view.opened.emit(file)
    assert house.windows == []
    assert said in window.notice.text


def test_what_stands_in_a_file_is_no_markup(qtbot: QtBot, house: Program, documents: Path) -> None:
    written(documents, "a&b <i>", promising("<b>Zeste</b>", "Des <i>citrons</i>."))
    window = shown(qtbot, house)
    assert titles(window) == ["<b>Zeste</b>"]
    tip = str(window.view.list.shelf.index(0).data(Qt.ItemDataRole.ToolTipRole))
    assert "a&amp;b &lt;i&gt;" in tip


def test_an_error_keeps_no_document_in_memory(qtbot: QtBot, house: Program, documents: Path) -> None:
    (documents / "a.brandplatform").write_bytes(b"PK nothing")
    (card,) = shown(qtbot, house).view.list.shelf.cards
    assert card.problem is not None
    assert card.problem.__traceback__ is None
    assert card.problem.__context__ is None
