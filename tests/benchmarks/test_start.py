"""How long from nothing to a window one can write in, as a multiple of a bare PySide6 window."""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

from brandplatform.document.model import Platform
from brandplatform.storage import codec, container
from brandplatform.storage.container import Kept
from tests.checkout import ROOT

RUNS = 9
SAMPLE = ROOT / "resources/samples/maison-levain.json"


def started(home: Path, *arguments: str) -> tuple[float, int]:
    """Return (seconds until idle, KiB resident) of one start in a process of its own."""
    environ = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "BRANDPLATFORM_HOME": str(home),
        "BRANDPLATFORM_LANG": "fr",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "",  # a person's second start finds the first one's bytecode
    }
    command = [sys.executable, str(ROOT / "tests/benchmarks/started.py"), *arguments]
    begun = time.perf_counter()
    with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        memory = child.stdout.readline()
        seconds = time.perf_counter() - begun
        child.kill()
    assert memory, "the program ended before its window was idle"
    return seconds, int(memory)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    platform: Platform
    platform, _ = codec.decode(SAMPLE.read_bytes())
    file = tmp_path / "sample.brandplatform"
    container.save(file, Kept(platform=platform), "", "2026-11-23T00:00:00+00:00")
    return file


def test_start_to_first_idle_beside_a_bare_window(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bare: list[tuple[float, int]] = []
    ours: list[tuple[float, int]] = []
    for _ in range(RUNS + 1):  # the first of each fills the disk cache and is not counted
        bare.append(started(tmp_path / "home", "bare"))
        ours.append(started(tmp_path / "home", "ours", str(sample)))
    (plain, plain_kib), (full, full_kib) = (
        tuple(statistics.median(run[at] for run in runs[1:]) for at in (0, 1)) for runs in (bare, ours)
    )
    with capsys.disabled():
        print(
            f"\nstart to first idle: {full / plain:.2f} x a bare window ({full * 1000:.0f} ms to "
            f"{plain * 1000:.0f} ms, aim 1.5); memory {full_kib / plain_kib:.2f} x, "
            f"{(full_kib - plain_kib) / 1024:+.1f} MiB (aim +40)"
        )
    assert full_kib > plain_kib
