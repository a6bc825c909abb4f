"""The Brand page writes the brand, and every change of it can be undone."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from brandplatform.ui import logo
from brandplatform.ui.brand import BrandPage
from brandplatform.ui.session import Session
from tests.storage.mutated_documents import png
from tests.ui import method
from tests.ui.keys import type_into


@pytest.fixture
def session() -> Session:
    return method.session()


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> BrandPage:
    made = BrandPage(method.desk(), session)
    qtbot.addWidget(made)
    made.show()
    return made


def image(file: Path, width: int = 40, height: int = 20) -> Path:
    drawn = QImage(width, height, QImage.Format.Format_RGB32)
    drawn.fill(QColor("#A8471F"))
    assert drawn.save(str(file))
    return file


def test_a_name_typed_is_the_brands(qtbot: QtBot, page: BrandPage, session: Session) -> None:
    type_into(page.name, " & Fils")
    session.flush()
    assert session.platform.brand.name == "Maison Levain & Fils"
    while session.stack.canUndo():
        session.undo()
    assert page.name.text == "Maison Levain"


def test_what_is_offered_is_written_by_language(page: BrandPage, session: Session) -> None:
    page.languages.also["en"].click()
    type_into(page.offer, "boulangerie")
    session.write_in("en")
    type_into(page.offer, "bakery")
    session.flush()
    assert session.platform.brand.offer == {"fr": "boulangerie", "en": "bakery"}


def test_a_colour_too_light_says_what_it_becomes(page: BrandPage, session: Session) -> None:
    type_into(page.colour.box, "#ffd700")
    session.flush()
    assert session.platform.brand.colour == "#FFD700"
    assert "elle sera imprimée en #" in page.colour.note


def test_half_a_colour_is_not_written(page: BrandPage, session: Session) -> None:
    type_into(page.colour.box, "#A84")
    session.flush()
    assert session.platform.brand.colour == ""
    assert "six" in page.colour.note


def test_languages_change_and_change_back(page: BrandPage, session: Session) -> None:
    page.languages.main["en"].click()
    assert session.platform.languages == ("en", "fr")
    page.languages.also["fr"].click()
    assert session.platform.languages == ("en",)
    assert session.language == "en"
    session.undo()
    session.undo()
    assert session.platform.languages == ("fr",)
    assert page.languages.main["fr"].isChecked()


@pytest.mark.parametrize("suffix", ["png", "jpg"])
def test_a_logo_goes_into_the_document_and_out_again(
    page: BrandPage, session: Session, tmp_path: Path, suffix: str
) -> None:
    file = image(tmp_path / f"logo.{suffix}")
    page.logo.take(file)
    kept = session.platform.brand.logo
    assert kept is not None
    assert kept.asset.endswith(f".{suffix}")
    assert session.assets[kept.asset] == file.read_bytes()
    type_into(page.logo.alt, "Un épi")
    session.flush()
    assert session.platform.brand.logo is not None
    assert session.platform.brand.logo.alt == {"fr": "Un épi"}
    page.logo.remove()
    assert session.platform.brand.logo is None
    session.undo()
    assert session.platform.brand.logo is not None


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.svg", b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        ("a.png", b"GIF89a nothing", "ne se lit pas"),
        ("a.png", b"\x89PNG\r\n\x1a\n then nothing", "ne se lit pas"),
        ("a.png", b"", "ne se lit pas"),
    ],
)
def test_what_is_no_logo_is_refused_with_a_sentence(
    page: BrandPage, session: Session, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    page.logo.take(tmp_path / name)
    assert said in page.logo.note
    assert session.platform.brand.logo is None


@pytest.mark.parametrize(
    ("width", "height", "bits", "said"),
    [
        (8_000, 5_000, 8, "ne se lit pas"),  # within the limit, and there is nothing in it to show
        (8_000, 5_001, 8, "40\xa0millions de pixels"),
        (8_000, 2_501, 16, "40\xa0millions de pixels"),
        (2**31 - 1, 2**31 - 1, 8, "ne se lit pas"),
    ],
)
def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(
    page: BrandPage, tmp_path: Path, width: int, height: int, bits: int, said: str
) -> None:
    (tmp_path / "big.png").write_bytes(png(width, height, bits=bits))
    page.logo.take(tmp_path / "big.png")
    assert said in page.logo.note


def test_a_file_of_too_many_bytes_is_refused_unread(
    page: BrandPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logo, "MOST_BYTES", 10)
    page.logo.take(image(tmp_path / "big.png"))
    assert "Mo" in page.logo.note


def test_a_brand_that_may_only_be_read_is_not_written(qtbot: QtBot) -> None:
    session = method.session(writable=False)
    page = BrandPage(method.desk(), session)
    qtbot.addWidget(page)
    type_into(page.name, "x")
    session.flush()
    assert not session.modified
    assert not page.colour.isEnabled()
