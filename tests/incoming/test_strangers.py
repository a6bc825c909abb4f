"""Platforms as other people write them: most passages go where they belong, and no word is lost.

Each stands in `strangers/`, as Markdown or as the script of a Word file, beside what is expected of it.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tests.incoming.filing import brought, stands
from tests.incoming.wordcount import of_markdown, of_platform, of_word
from tests.incoming.wordmaking import typed

FOLDER = Path(__file__).with_name("strangers")
DOCUMENTS = sorted(file for file in FOLDER.iterdir() if file.suffix in (".md", ".word"))
MARKDOWN = [file for file in DOCUMENTS if file.suffix == ".md"]
RIGHT = 0.85
"""Share of the passages that are filed right, all documents together."""

RIGHT_IN_EACH = 0.75


def data_of(file: Path) -> bytes:
    """Return the bytes that are brought in."""
    return file.read_bytes() if file.suffix == ".md" else typed(file.read_text(encoding="utf-8"))


def expected(file: Path) -> Mapping[str, Any]:
    """Return what is expected of a document."""
    return tomllib.loads(file.with_suffix(".toml").read_text(encoding="utf-8"))


def missed(file: Path) -> list[tuple[str, str]]:
    """Return the passages that went elsewhere, and where they belong."""
    platform = brought(data_of(file))
    return [
        (text, place) for text, place in expected(file)["filed"].items() if not stands(platform, text, place)
    ]


def test_of_all_passages_most_are_filed_where_they_belong() -> None:
    count = sum(len(expected(file)["filed"]) for file in DOCUMENTS)
    wrong = {file.name: missed(file) for file in DOCUMENTS}
    assert 1 - sum(map(len, wrong.values())) / count >= RIGHT, wrong


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.name)
def test_of_each_document_most_passages_are_filed_where_they_belong(file: Path) -> None:
    assert len(missed(file)) <= (1 - RIGHT_IN_EACH) * len(expected(file)["filed"]), missed(file)


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.name)
def test_no_word_of_a_document_is_lost(file: Path) -> None:
    data = data_of(file)
    source = of_markdown(data.decode()) if file.suffix == ".md" else of_word(data)
    assert source - of_platform(brought(data)) == {}


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.name)
def test_the_brand_and_the_language_are_found(file: Path) -> None:
    platform = brought(data_of(file))
    assert (platform.brand.name, platform.languages) == (
        expected(file)["brand"],
        (expected(file)["language"],),
    )


@pytest.mark.parametrize("file", MARKDOWN, ids=lambda file: file.name)
def test_line_ends_a_mark_of_order_and_an_encoding_change_nothing(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    as_it_is = brought(text)
    for other in (b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(), text.replace("\n", "\r").encode()):
        assert replace(brought(other), id=as_it_is.id) == as_it_is
    assert replace(brought(text.encode("utf-16")), id=as_it_is.id) == as_it_is


def test_every_document_says_what_is_expected_of_it() -> None:
    assert {file.suffix for file in DOCUMENTS} == {".md", ".word"}
    assert {file.stem for file in FOLDER.glob("*.toml")} == {file.stem for file in DOCUMENTS}
    assert sum(len(expected(file)["filed"]) for file in DOCUMENTS) > 300


def test_a_text_as_windows_writes_it_is_read() -> None:
    text = "# Notre promesse\n\nUn café à l’heure, « tiède ».\n"
    assert replace(brought(text.encode("cp1252")), id="a") == replace(brought(text), id="a")
