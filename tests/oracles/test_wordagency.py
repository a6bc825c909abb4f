"""Programs from outside read a document on somebody else's template: the Open XML SDK and LibreOffice."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from brandplatform.publish.wordagency import to_agency_word
from tests.oracles import reading
from tests.oracles.returned import read
from tests.publish.documents import composed
from tests.publish.wordtemplates import letterhead, renamed, saved, with_cover


def on_its_side() -> bytes:
    word = letterhead()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.orientation = WD_ORIENT.LANDSCAPE
    return saved(word)


TEMPLATES: dict[str, Callable[[], bytes]] = {
    "a letterhead": lambda: saved(letterhead()),
    "a wide margin": lambda: saved(letterhead(left=60)),
    "a cover, and something after": lambda: saved(with_cover("Conditions")),
    "a page on its side": on_its_side,
    "French names": lambda: saved(renamed({"heading 1": "Titre 1", "List Bullet": "Puces"}, ids=True)),
}


def written(name: str, folder: Path) -> Path:
    file = folder / "a.docx"
    file.write_bytes(to_agency_word(composed(), {}, TEMPLATES[name](), "p1"))
    return file


@pytest.mark.oracle(reading.VALIDATOR)
@pytest.mark.parametrize("name", TEMPLATES)
def test_the_open_xml_sdk_finds_no_error(name: str, tmp_path: Path) -> None:
    assert reading.errors(written(name, tmp_path)) == []


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_text_is_marked_as_on_our_own_template(name: str, tmp_path: Path) -> None:
    sent = read(written(name, tmp_path))
    assert len(sent.written) > 200
    assert {place: found.accepted for place, found in sent.fields.items()} == sent.written


@pytest.mark.oracle("soffice", "pdftotext")
def test_libreoffice_lays_their_header_and_footer_round_every_page(tmp_path: Path) -> None:
    pages = reading.pages(written("a letterhead", tmp_path))
    assert len(pages) > 15
    assert all("Studio Nord · Maison Levain" in page and "12, rue du Lac" in page for page in pages)
    assert all(len(reading.words(page)) > 9 for page in pages)  # none is empty but for them
    assert "Plateforme de marque" in pages[0]
    assert "Notre promesse" in pages[1]
