"""The template that is checked in: what the typographic sheet says today, and clean."""

import io
import uuid
import zipfile

import pytest
from lxml import etree

from brandplatform import resources
from brandplatform.publish.typefaces import embedded
from brandplatform.publish.wordtemplate import TEMPLATE, template

CHECKED_IN = resources.path(*TEMPLATE).read_bytes()


def part(name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(CHECKED_IN)) as package:
        return etree.fromstring(package.read(name))


def words(path: str, name: str = "word/styles.xml") -> list[str]:
    root = part(name)
    return [str(found) for found in root.xpath(path, namespaces={"w": root.nsmap["w"]})]


def test_it_is_what_the_typographic_sheet_says_byte_for_byte() -> None:
    # After a change to the sheet: python -m brandplatform.publish.wordtemplate
    with zipfile.ZipFile(io.BytesIO(CHECKED_IN)) as kept, zipfile.ZipFile(io.BytesIO(template())) as built:
        assert kept.namelist() == built.namelist()
        assert {n for n in kept.namelist() if kept.read(n) != built.read(n)} == set()


def test_building_it_twice_gives_the_same_bytes() -> None:
    assert template() == template()


def test_it_opens_in_the_mode_of_word_2013_and_later() -> None:
    assert words("//w:compatSetting[@w:name='compatibilityMode']/@w:val", "word/settings.xml") == ["15"]


def test_statements_headings_and_cells_have_no_hyphens_and_running_text_has() -> None:
    plain = set(words("//w:style[w:pPr/w:suppressAutoHyphens]/w:name/@w:val"))
    assert {"heading 1", "BP Statement", "BP Promise", "BP Cell", "Title"} <= plain
    assert plain.isdisjoint({"Normal", "BP Labelled", "List Bullet"})


def test_a_heading_is_never_alone_at_the_foot_of_a_page() -> None:
    kept = set(words("//w:style[w:pPr/w:keepNext]/w:name/@w:val"))
    assert {"heading 1", "heading 2", "heading 3", "BP Label", "BP Card Name", "BP Cell Head"} <= kept


def test_every_style_is_based_on_one_that_is_there() -> None:
    assert set(words("//w:basedOn/@w:val")) <= set(words("//w:style/@w:styleId"))


def test_italics_and_the_semibold_of_both_families_travel() -> None:
    table = "word/fontTable.xml"
    assert words("//w:font[w:embedItalic]/@w:name", table) == ["Source Serif 4"]
    assert {"Source Serif 4 SemiBold", "Source Sans 3 SemiBold"} <= set(
        words("//w:font[w:embedRegular]/@w:name", table)
    )


def test_every_face_is_one_that_travels_with_the_file() -> None:
    embedded = set(words("//w:font[w:embedRegular]/@w:name", "word/fontTable.xml"))
    assert set(words("//w:rFonts/@w:ascii")) <= embedded


@pytest.mark.parametrize("file", ["SourceSerif4-Regular", "SourceSans3-SemiBold"])
def test_an_embedded_face_is_the_small_one_under_its_makers_name(file: str) -> None:
    with zipfile.ZipFile(io.BytesIO(CHECKED_IN)) as package:
        hidden = package.read(f"word/fonts/{file}.odttf")
        table = package.read("word/fontTable.xml").decode()
    keys = [uuid.UUID(key) for key in words("//@w:fontKey", "word/fontTable.xml")]
    clear = embedded(file)
    assert hidden[32:] == clear[32:]
    assert any(
        bytes(b ^ k for b, k in zip(hidden, key.bytes[::-1] * 2, strict=False)) == clear[:32] for key in keys
    )
    assert "embedRegular" in table
