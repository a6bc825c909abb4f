"""Sheets on the command line: what is made, and what does not go with one."""

from pathlib import Path

import pypdfium2
import pytest

from brandplatform.publish.sheets import SHEETS
from tests.cli.asking import Run, refused


@pytest.fixture
def there(run: Run) -> Run:
    """Return a command run beside a platform, `a.brandplatform`."""
    assert run("new", "a.brandplatform", "--sample", "maison-levain")[0] == 0
    return run


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_sheet_goes_out_as_a_pdf(there: Run, sheet: str, language: str) -> None:
    done = there("export", "a.brandplatform", "-o", "a.pdf", "--sheet", sheet, "--lang", language)
    assert done == (0, "a.pdf: written\n", "")
    assert "Maison Levain" in told("a.pdf")


def told(file: str) -> str:
    found = pypdfium2.PdfDocument(file)
    text = " ".join(page.get_textpage().get_text_range() for page in found)
    found.close()
    return text


def test_its_words_are_of_the_language_it_is_in(there: Run) -> None:
    there("export", "a.brandplatform", "-o", "a.pdf", "--sheet", "card", "--lang", "fr")
    assert "Si nous y manquons" in told("a.pdf")


@pytest.mark.parametrize("paper", ["a4", "a3", "letter"])
def test_a_poster_has_its_papers(there: Run, paper: str) -> None:
    assert there("export", "a.brandplatform", "-o", "a.pdf", "--sheet", "poster", "--paper", paper)[0] == 0


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "a.docx", "--sheet", "card"], ".pdf"),
        (["-o", "-", "--format", "md", "--sheet", "card"], ".pdf"),
        (["-o", "a.pdf", "--sheet", "card", "--profile", "team"], "--profile"),
        (["-o", "a.pdf", "--sheet", "card", "--attach", "whole"], "--attach"),
        (["-o", "a.pdf", "--sheet", "card", "--paper", "a3"], "a4, letter"),
        (["-o", "a.pdf", "--sheet", "poster", "--paper", "a5"], "a4, a3, letter"),
        (["-o", "a.pdf", "--paper", "a3"], "--sheet poster"),
        (["-o", "a.docx", "--paper", "a3"], "--sheet poster"),
        (["-o", "a.pdf", "--sheet", "banner"], "worksheet-w1"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, list) else one,
)
def test_what_does_not_go_with_a_sheet_is_refused(
    there: Run, monkeypatch: pytest.MonkeyPatch, language: str, words: list[str], said: str
) -> None:
    monkeypatch.setenv("BRANDPLATFORM_LANG", language)
    assert said in refused(there("export", "a.brandplatform", *words))
    assert not [file for file in Path().glob("a.*") if file.suffix != ".brandplatform"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_help_names_the_sheets(run: Run, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setenv("BRANDPLATFORM_LANG", language)
    out = run("export", "--help")[1]
    assert "|".join(SHEETS) in out
    assert ("une feuille" if language == "fr" else "a sheet") in out
