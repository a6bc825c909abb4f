"""How long a document takes to leave the house, beside what pandoc takes for the same text."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from brandplatform.document.model import Platform, Statement, Text
from brandplatform.publish.markdown import to_markdown
from brandplatform.publish.output import Form, Wish, composed, written
from brandplatform.publish.pages import pages_of, pictured
from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.ui.press import AFTER
from tests.publish.documents import DAY
from tests.shipped import LIBRARY, sample

RUNS = 7
TIMES = 10
"""Times the text of the example, for how time grows with it."""

FORTY = 40
PEAK = (
    "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True);"
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
)
"""Runs a command and prints the most memory it held, in KiB."""


def seconds(act: Callable[[], object]) -> float:
    """Return how long `act` takes, the median of some runs."""
    taken = []
    for _ in range(RUNS):
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def published(form: Form, platform: Platform | None = None) -> bytes:
    """Return the example in full, as it leaves the house."""
    wish = Wish(form, "fr")
    return written(composed(platform or sample(), LIBRARY, wish, DAY), wish, {}).data


def longer(platform: Platform, times: int) -> Platform:
    """Return a platform with every longer text and table so many times as long."""
    answers = dict(platform.answers)
    for name, answer in platform.answers.items():
        if isinstance(answer, Text):
            answers[name] = replace(
                answer, text={k: "\n\n".join([v] * times) for k, v in answer.text.items()}
            )
        elif hasattr(answer, "rows"):
            rows = [replace(row, id=f"{row.id}_{n}") for n in range(times) for row in answer.rows]
            answers[name] = replace(answer, rows=tuple(rows))
        elif isinstance(answer, Statement) and name != "promise":
            answers[name] = replace(answer, drafts=())
    return replace(platform, answers=answers)


@pytest.mark.oracle("pandoc")
def test_the_example_in_every_format_beside_pandoc(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = composed(sample(), LIBRARY, Wish("md", "fr"), DAY)
    (tmp_path / "a.md").write_text(to_markdown(document), encoding="utf-8")
    pandoc = ["pandoc", "-f", "gfm", str(tmp_path / "a.md"), "-o", str(tmp_path / "a.docx")]
    command = [sys.executable, "-m", "brandplatform"]
    file = tmp_path / "a.brandplatform"
    subprocess.run([*command, "new", str(file), "--sample", "maison-levain"], check=True, capture_output=True)
    export = [*command, "export", str(file), "-o", str(tmp_path / "b.docx"), "--force"]
    peer = seconds(lambda: subprocess.run(pandoc, check=True))
    whole = seconds(lambda: subprocess.run(export, check=True, capture_output=True))
    forms: tuple[Form, ...] = ("docx", "pdf", "html", "md")
    ours = {form: seconds(partial(published, form)) for form in forms}
    with capsys.disabled():
        told = ", ".join(f"{form} {1000 * taken:.0f} ms" for form, taken in ours.items())
        print(
            f"\nThe example in full, in process: {told} (Word with its page numbers; aims 150 and 200); "
            f"whole command for Word: {whole / peer:.2f} x pandoc ({peer * 1000:.0f} ms; aim 2.5, limit 3.5)"
        )
    assert (tmp_path / "b.docx").stat().st_size > 0


def test_ten_times_the_text_beside_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    tenfold = longer(sample(), TIMES)
    forms: tuple[Form, ...] = ("docx", "pdf")
    grown = {}
    for form in forms:
        small = seconds(partial(published, form))
        start = time.perf_counter()
        data = published(form, tenfold)
        grown[form] = (time.perf_counter() - start) / small
        assert data
    pages = len(pages_of(published("pdf", tenfold)).sizes)
    with capsys.disabled():
        told = ", ".join(f"{form} {ratio:.1f} x" for form, ratio in grown.items())
        print(f"\n{TIMES} times the text, {pages} pages: {told} the time (aim 11)")
    assert pages > 60


def test_the_memory_of_three_hundred_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.brandplatform"
    container.save(file, Kept(platform=longer(sample(), FORTY)), "", f"{DAY}T00:00:00+00:00")
    command = [sys.executable, "-m", "brandplatform", "export", str(file), "-o"]
    peaks = {}
    for form in ("docx", "pdf"):
        export = [*command, str(tmp_path / f"a.{form}")]
        told = subprocess.run(
            [sys.executable, "-c", PEAK, *export], check=True, capture_output=True, text=True
        ).stdout
        peaks[form] = int(told.split()[-1]) / 1024
    pages = len(pages_of((tmp_path / "a.pdf").read_bytes()).sizes)
    with capsys.disabled():
        said = ", ".join(f"{form} {peak:.0f} MiB" for form, peak in peaks.items())
        print(f"\n{pages} pages: peak {said} (limit 250)")
    assert pages > 250


def test_a_page_in_sight_after_a_key(capsys: pytest.CaptureFixture[str]) -> None:
    pdf = seconds(lambda: published("pdf"))
    made = published("pdf")
    drawn = seconds(lambda: pictured(made, 5, 96 / 72))
    with capsys.disabled():
        taken = 1000 * (pdf + drawn) + AFTER
        print(f"\nPreview: {taken:.0f} ms from the end of a word to the page in sight (aim 150)")
    assert drawn > 0
