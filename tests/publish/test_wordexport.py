"""The export of a Word file on the command line: what it is marked with, and an agency's template."""

import zipfile
from pathlib import Path

import docx
import pytest

from brandplatform.cli import main
from brandplatform.cli.desk import desk_for
from brandplatform.storage import container
from tests.publish.wordtemplates import saved, with_cover


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with a platform, `a.brandplatform`, and a template, `agency.docx`."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRANDPLATFORM_LANG", "en")
    monkeypatch.setenv("BRANDPLATFORM_HOME", str(tmp_path / "home"))
    assert main(["new", "a.brandplatform", "--sample", "maison-levain"]) == 0
    Path("agency.docx").write_bytes(saved(with_cover()))
    return tmp_path


def export(*arguments: str) -> int:
    return main(["export", "a.brandplatform", *arguments])


def test_a_word_file_says_which_platform_it_is_of() -> None:
    known = container.load(Path("a.brandplatform")).platform.id
    for arguments in (["-o", "a.docx"], ["-o", "b.docx", "--template", "agency.docx"]):
        assert export(*arguments) == 0
        with zipfile.ZipFile(arguments[1]) as package:
            assert known in package.read("docProps/custom.xml").decode()


def test_an_export_on_a_template_says_where_our_styles_are(capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert export("-o", "a.docx", "--template", "agency.docx") == 0
    out, err = capsys.readouterr()
    same, alias, added = err.splitlines()
    assert out.startswith("a.docx: written\n")
    assert "Typefaces inside" not in out, "they are the template's"
    assert "agency.docx: Styles of the template, under the same name: Normal, Title," in same
    assert "BP Contents → TOC Heading" in alias
    assert "BP Statement" in added
    assert docx.Document("a.docx").paragraphs[0].text == "Maison Levain !"


@pytest.mark.parametrize(
    ("arguments", "key"),
    [
        (("-o", "a.pdf", "--template", "agency.docx"), "template_for_word"),
        (("-o", "a.docx", "--template", "a.brandplatform"), "template_not_word"),
        (("-o", "a.docx", "--template", "nowhere.docx"), "not_found"),
        (("-o", "agency.docx", "--template", "agency.docx", "--force"), "exists"),
    ],
)
def test_a_template_that_does_not_serve_is_refused_in_one_sentence(
    arguments: tuple[str, ...], key: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path("agency.docx").read_bytes()
    capsys.readouterr()
    assert export(*arguments) == 2
    assert desk_for("en").words(f"error.{key}") in capsys.readouterr().err
    assert not Path("a.docx").exists()
    assert Path("agency.docx").read_bytes() == before


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("key", ["not_word", "damaged", "locked", "macros", "too_big"])
def test_every_refusal_has_its_sentence(language: str, key: str) -> None:
    said = desk_for(language).words(f"error.template_{key}", None, packed=50, unpacked=200)
    assert said.endswith(".")
    assert "{" not in said
