"""A document brought in: ours comes back as it was, a stranger's is looked at first, the rest is kept."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from brandplatform.document.model import Platform
from brandplatform.publish.pdf import to_pdf
from brandplatform.storage import codec, container
from brandplatform.storage.container import Kept
from brandplatform.ui.program import Program
from brandplatform.ui.taking import TakeDialog
from brandplatform.ui.tray import TrayDialog
from brandplatform.ui.window import Window
from tests.publish.documents import composed
from tests.shipped import sample

LEFT = "Reprendre ce qui se lit"
STRANGE = """# Levain & Fils

## Notre mission

Chaque jour, nous pétrissons cinq pains au levain pour ceux qui passent à pied.

## Nos valeurs

- **Attendre** : nous laissons lever vingt-quatre heures.
- **Dire l'heure** : elle est écrite sur l'étiquette.

## Divers

Penser à rappeler le meunier avant lundi.
"""


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    file = tmp_path / "plateforme.md"
    file.write_text(STRANGE, encoding="utf-8")
    return file


def answering(monkeypatch: pytest.MonkeyPatch, answer: QDialog.DialogCode) -> list[list[tuple[str, str]]]:
    """Answer the look with `answer`; return what it showed each time."""
    seen: list[list[tuple[str, str]]] = []

    def shown(self: TakeDialog) -> int:
        rows = (self.list.topLevelItem(at) for at in range(self.list.topLevelItemCount()))
        seen.append([(row.text(0), row.text(1)) for row in rows if row is not None])
        return answer.value

    monkeypatch.setattr(TakeDialog, "exec", shown)
    return seen


def taken(house: Program, monkeypatch: pytest.MonkeyPatch, file: Path) -> Window:
    answering(monkeypatch, QDialog.DialogCode.Accepted)
    house.opening.import_file(file)
    return house.windows[-1]


def test_a_look_says_where_every_passage_would_go(
    qtbot: QtBot, house: Program, strange: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = answering(monkeypatch, QDialog.DialogCode.Rejected)
    house.show_start()
    house.opening.import_file(strange)
    (rows,) = seen
    goes = dict.fromkeys(to for _, to in rows)
    assert "Mission" in goes
    assert any(to.startswith("Valeurs") for to in goes)
    assert "à part" in goes
    assert house.windows == []  # it was only a look


def test_what_is_taken_opens_as_one_step_with_a_way_to_what_is_aside(
    qtbot: QtBot, house: Program, strange: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = taken(house, monkeypatch, strange)
    platform = window.session.platform
    assert {"mission", "values"} <= set(platform.answers)
    assert "rappeler le meunier" in " ".join(one.text for one in platform.loose)
    assert "gardé" in window.notice.text
    assert window.session.stack.count() == 1


def test_texts_aside_are_copied_taken_out_and_come_back_by_undo(
    qtbot: QtBot, house: Program, strange: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = taken(house, monkeypatch, strange)
    window.menus["platform.tray"].trigger()
    (tray,) = window.findChildren(TrayDialog)
    before = window.session.platform.loose
    name = next(one.id for one in before if "meunier" in one.text)
    tray.texts[name].copy.click()
    assert "meunier" in QApplication.clipboard().text()
    tray.texts[name].remove.click()
    assert name not in tray.texts
    assert [one.id for one in window.session.platform.loose] == [one.id for one in before if one.id != name]
    window.session.undo()
    assert window.session.platform.loose == before
    assert name in tray.texts


def test_a_pdf_of_ours_opens_without_a_look(
    qtbot: QtBot, house: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = answering(monkeypatch, QDialog.DialogCode.Rejected)
    file = tmp_path / "a.pdf"
    file.write_bytes(to_pdf(composed(), {}, attached=codec.encode(sample())))
    house.opening.import_file(file)
    assert seen == []
    assert house.windows[-1].session.platform == sample()


def test_a_damaged_platform_opens_with_what_survives_and_names_what_does_not(
    qtbot: QtBot, house: Program, tmp_path: Path
) -> None:
    file = tmp_path / "a.brandplatform"
    container.save(file, Kept(platform=sample()), "", "2026-11-25T09:00:00+00:00")
    file.write_bytes(file.read_bytes()[:-1_000])
    house.show_start()
    house.open_file(file)
    assert house.welcome is not None
    assert "importez-le" in house.welcome.start.notice.text
    (way,) = (one for one in house.welcome.start.notice.findChildren(QPushButton) if one.text() == LEFT)
    way.click()
    (window,) = house.windows
    assert window.session.platform == sample()
    assert "1 partie n’a pas pu être lue (history/" in window.notice.text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (container.pack(Kept(platform=sample()), ""), "déjà une plateforme"),
        (container.pack(Kept(platform=sample()), "")[:200], "plus rien ne s’y lit"),
        (b"%PDF-1.7\nnothing", "PDF"),
        (
            to_pdf(composed(Platform(id="a" * 32, framework=sample().framework)), {}),
            "ne contient pas de plateforme",
        ),
        (bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600, "mot de passe"),
        (b"PK\x03\x04 nothing", "abîmé"),
        (b"\xff\xfe\x00\xd8", "texte"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(
    qtbot: QtBot, house: Program, tmp_path: Path, data: bytes, said: str
) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(data)
    house.show_start()
    house.opening.import_file(file)
    assert house.windows == []
    assert house.welcome is not None
    assert said in house.welcome.start.notice.text
