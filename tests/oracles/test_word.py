"""Programs from outside read the Word file: the Open XML SDK, LibreOffice, pandoc."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from brandplatform.document import edit
from brandplatform.document.model import Brand, Logo, Platform, Statement, Text, new_platform
from brandplatform.publish.word import to_word
from brandplatform.publish.wordxml import solid
from tests.oracles import reading
from tests.publish.documents import composed
from tests.shipped import sample

HOSTILE = (
    "<b>&amp;</b> ]]> {{x}} \u202e🥖\ufeff é\n\n1. un\n   - deux **gras** [x](javascript:a)\n\n"
    "[y](https://a.b/?q=<&>) \\* `code` ![i](file:///etc/passwd) $(rm) =1+1"
)


def with_everything() -> Platform:
    """Return a platform with a logo, a second numbered list and texts that look like something else."""
    platform = edit.write_text(sample(), "origin", Text, "fr", f"{HOSTILE}\n\n1. encore\n\n{HOSTILE}")
    platform = edit.write_text(platform, "mission", Statement, "fr", HOSTILE)
    platform = edit.write_cell(platform, "proof", "r1", "word", HOSTILE, "fr")
    return replace(platform, brand=Brand(name=HOSTILE, colour="#FFE08A", logo=Logo(asset="a.png")))


PLATFORMS = {
    "the example": sample,
    "nothing at all": lambda: new_platform("plateforme", "fr"),
    "only a promise": lambda: edit.write_text(
        new_platform("plateforme", "fr", "L"), "promise", Statement, "fr", "Du pain."
    ),
    "hostile texts and a logo": with_everything,
}


@pytest.fixture(scope="module", params=["fr", "en"])
def example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("word") / f"{request.param}.docx"
    file.write_bytes(to_word(composed(language=request.param), {}))
    return file


@pytest.mark.oracle(reading.VALIDATOR)
@pytest.mark.parametrize("what", PLATFORMS)
def test_the_open_xml_sdk_finds_no_error(what: str, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(to_word(composed(PLATFORMS[what]()), {"a.png": solid("#123456")}))
    assert reading.errors(file) == []


@pytest.mark.oracle("soffice", "pdftotext", "pdffonts", "pdfinfo")
def test_libreoffice_lays_it_out_page_by_page(example: Path) -> None:
    french = example.stem == "fr"
    pages = reading.pages(example)
    cover, promise, first, *_, last = pages
    assert cover.split()[:2] == ["Maison", "Levain"]
    assert ("Notre promesse" if french else "Our promise") in promise
    assert ("Nom, fonction, date" if french else "Name, role, date") in promise
    assert ("Les personnes" if french else "The people") in first
    assert ("Angles morts" if french else "Blind spots") in last
    assert [f"{number} / {len(pages)}" in page for number, page in enumerate(pages, 1)] == [
        False,
        False,
        *[True] * (len(pages) - 2),
    ]
    pdf = example.with_suffix(".pdf")
    assert "A4" in reading.run("pdfinfo", pdf)
    fonts = {line.split("+")[-1].split()[0] for line in reading.run("pdffonts", pdf).splitlines()[2:]}
    assert {font.partition("-")[0] for font in fonts} == {"SourceSerif4", "SourceSans3"}


@pytest.mark.oracle("soffice", "pdftotext")
def test_libreoffice_shows_every_word_of_hostile_texts(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(to_word(composed(with_everything()), {"a.png": solid("#123456")}))
    shown = "".join(reading.words("".join(reading.pages(file))))
    for word in ("encore", "gras", "javascript", "passwd", "rm"):
        assert word in shown


@pytest.mark.oracle("pandoc")
def test_pandoc_reads_headings_lists_and_tables(example: Path) -> None:
    text = reading.run("pandoc", "-f", "docx", "-t", "gfm", "--wrap=none", example)
    chapter = "Valeurs" if example.stem == "fr" else "Values"
    assert f"# {chapter}" in text.splitlines()
    assert text.count("\n|") + text.count("<table>") > 8
    assert "**le samedi de décembre**" in text or "**a Saturday in December**" in text
