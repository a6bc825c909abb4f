"""Samples, profiles, languages and papers, pairwise: programs from outside read the PDF and the Word file."""

import io
import subprocess
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from msgspec.structs import replace

from brandplatform.document.model import Logo, Platform
from brandplatform.publish.attached import NAME
from brandplatform.publish.blocks import Cover, Document
from brandplatform.publish.edition import PROFILES, edition
from brandplatform.publish.output import PAPERS, Paper, Wish, written
from brandplatform.publish.output import composed as published
from brandplatform.publish.wordxml import solid
from brandplatform.storage import codec
from tests.oracles import access, reading
from tests.publish.documents import DAY
from tests.shipped import LIBRARY, SAMPLES, sample

# Every profile, language, paper and sample at least twice; all of them with --long.
PAIRS: list[tuple[str, str, str, Paper]] = [
    ("maison-levain", "full", "fr", "a4"), ("maison-levain", "team", "en", "letter"),
    ("maison-levain", "essential", "fr", "a5"), ("garance-plomberie", "full", "en", "letter"),
    ("garance-plomberie", "team", "fr", "a5"), ("garance-plomberie", "essential", "en", "a4"),
    ("atelier-binaire", "full", "en", "a5"), ("atelier-binaire", "team", "fr", "a4"),
    ("atelier-binaire", "essential", "fr", "letter"),
]  # fmt: skip
EVERY: list[tuple[str, str, str, Paper]] = [
    (name, profile, language, paper)
    for name in SAMPLES
    for profile in PROFILES
    for language in ("fr", "en")
    for paper in PAPERS["pdf"]
]
LOGO = {"logo.png": solid("#123456")}
PAIRED = [
    *(pytest.param(*one, id="-".join(one)) for one in PAIRS),
    *(pytest.param(*one, id="-".join(one), marks=pytest.mark.long) for one in EVERY if one not in PAIRS),
]


def _with_logo(name: str) -> Platform:
    """Return a sample whose brand has a logo, with words in French alone."""
    platform = sample(name)
    logo = Logo(asset="logo.png", alt={"fr": "Une miche"})
    return replace(platform, brand=replace(platform.brand, logo=logo))


def _logos(document: Document) -> int:
    """Return how many logos there are: one, where there is a cover."""
    return sum(isinstance(block, Cover) for block in document.blocks)


def _told(part: Any) -> Iterator[str]:
    """Yield the text of every field in a block tree."""
    if isinstance(part, tuple):
        for inner in part:
            yield from _told(inner)
    elif is_dataclass(part) and not isinstance(part, type):
        if getattr(part, "source", None):
            yield getattr(part, "text", "") or "".join(span.text for span in getattr(part, "spans", ()))
        for field in fields(part):
            yield from _told(getattr(part, field.name))


def _unsaid(blocks: Any, text: str) -> set[str]:
    """Return the words of fields that a text lacks, whether or not it breaks them at the end of a line."""
    shown = "".join(reading.words(text))
    return {word for one in _told(blocks) for word in reading.words(one) if word not in shown}


@pytest.mark.oracle("qpdf", "pdfinfo", "pdftotext")
@pytest.mark.parametrize(("name", "profile", "language", "paper"), PAIRED)
def test_the_pdf_is_sound_tagged_whole_and_opens_again(
    tmp_path: Path, name: str, profile: str, language: str, paper: Paper
) -> None:
    platform, wish = _with_logo(name), Wish("pdf", language, edition(profile), paper)
    document = published(platform, LIBRARY, wish, DAY)
    file = tmp_path / "a.pdf"
    file.write_bytes(written(document, wish, LOGO, codec.encode(platform)).data)
    assert access.lacking_in_pdf(file.read_bytes(), language, _logos(document)) == []
    checked = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout
    about = reading.run("pdfinfo", file)
    lines = {line.partition(":")[0]: line.partition(":")[2].strip() for line in about.splitlines()}
    assert (lines["Tagged"], lines["JavaScript"]) == ("yes", "no")
    assert "H1" in reading.run("pdfinfo", "-struct", file) or profile == "essential"
    assert _unsaid(document.blocks, reading.run("pdftotext", file, "-")) == set()
    with pikepdf.open(io.BytesIO(file.read_bytes())) as pdf:
        claims = pdf.open_metadata()
        told = [str(claims.get(key)) for key in ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance")]
        assert told == ["1", "3", "A"]
        inside = pdf.attachments[NAME].get_file().read_bytes()
    assert codec.decode(inside)[0] == platform


@pytest.mark.oracle(reading.VALIDATOR, "soffice", "pdftotext")
@pytest.mark.parametrize(
    ("name", "profile", "language", "paper"), [one for one in PAIRED if one.values[-1] in PAPERS["docx"]]
)
def test_the_word_file_is_sound_and_whole(
    tmp_path: Path, name: str, profile: str, language: str, paper: Paper
) -> None:
    wish = Wish("docx", language, edition(profile), paper)
    document = published(_with_logo(name), LIBRARY, wish, DAY)
    file = tmp_path / "a.docx"
    file.write_bytes(written(document, wish, LOGO).data)
    assert access.lacking_in_word(file.read_bytes(), language, _logos(document)) == []
    assert reading.errors(file) == []
    assert _unsaid(document.blocks, "".join(reading.pages(file))) == set()
