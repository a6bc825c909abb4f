"""How long a Word document takes to write, beside what pandoc takes for the same text."""

import statistics
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from brandplatform.publish.markdown import to_markdown
from brandplatform.publish.word import to_word
from tests.publish.documents import composed

RUNS = 9


def seconds(act: Callable[[], object]) -> float:
    """Return how long `act` takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


@pytest.mark.oracle("pandoc")
def test_the_example_as_a_word_document_beside_pandoc(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = composed()
    (tmp_path / "a.md").write_text(to_markdown(document), encoding="utf-8")
    pandoc = ["pandoc", "-f", "gfm", str(tmp_path / "a.md"), "-o", str(tmp_path / "a.docx")]
    ours, theirs = [], []
    for _ in range(RUNS):
        ours.append(seconds(lambda: to_word(composed(), {})))
        theirs.append(seconds(lambda: subprocess.run(pandoc, check=True)))
    mine, peer = (statistics.median(times) for times in (ours, theirs))
    with capsys.disabled():
        print(
            f"\nWord document of the example: {mine / peer:.2f} x pandoc ({mine * 1000:.0f} ms in process, "
            f"typefaces included, to {peer * 1000:.0f} ms of a process)"
        )
    assert (tmp_path / "a.docx").stat().st_size > 0
