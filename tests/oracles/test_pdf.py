"""Programs from outside read the PDF: qpdf, poppler."""

import subprocess
from pathlib import Path

import pytest

from brandplatform.publish.edition import PROFILES
from brandplatform.publish.output import PAPERS, Paper
from brandplatform.publish.pdf import Sheet, to_pdf
from tests.publish.documents import composed
from tests.shipped import SAMPLES, sample

# Every profile, language, paper and sample at least twice; all of them with --long.
PAIRS = [
    ("maison-levain", "full", "fr", "a4"), ("maison-levain", "team", "en", "letter"),
    ("maison-levain", "essential", "fr", "a5"), ("garance-plomberie", "full", "en", "letter"),
    ("garance-plomberie", "team", "fr", "a5"), ("garance-plomberie", "essential", "en", "a4"),
    ("atelier-binaire", "full", "en", "a5"), ("atelier-binaire", "team", "fr", "a4"),
    ("atelier-binaire", "essential", "fr", "letter"),
]  # fmt: skip
EVERY = [
    (name, profile, language, paper)
    for name in SAMPLES
    for profile in PROFILES
    for language in ("fr", "en")
    for paper in PAPERS
]


def read(tmp_path: Path, name: str, profile: str, language: str, paper: Paper) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(to_pdf(composed(sample(name), language, profile=profile), {}, Sheet(paper)))
    checked = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout
    about = subprocess.run(
        ["pdfinfo", str(file)], capture_output=True, text=True, errors="replace", check=True
    ).stdout
    lines = {line.partition(":")[0]: line.partition(":")[2].strip() for line in about.splitlines()}
    assert lines["Tagged"] == "yes"
    assert lines["JavaScript"] == "no"
    tags = subprocess.run(
        ["pdfinfo", "-struct", str(file)], capture_output=True, text=True, errors="replace", check=True
    )
    assert "H1" in tags.stdout or profile == "essential"


@pytest.mark.oracle("qpdf", "pdfinfo")
@pytest.mark.parametrize(("name", "profile", "language", "paper"), PAIRS)
def test_it_is_sound_and_tagged(tmp_path: Path, name: str, profile: str, language: str, paper: Paper) -> None:
    read(tmp_path, name, profile, language, paper)


@pytest.mark.long
@pytest.mark.oracle("qpdf", "pdfinfo")
@pytest.mark.parametrize(("name", "profile", "language", "paper"), EVERY)
def test_every_combination_is_sound_and_tagged(
    tmp_path: Path, name: str, profile: str, language: str, paper: Paper
) -> None:
    read(tmp_path, name, profile, language, paper)
