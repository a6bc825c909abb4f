"""How long run.py keeps a person waiting when there is nothing to set up."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.setup import little


def seconds(act: Callable[[], object]) -> float:
    """Return how long `act` takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def test_a_warm_start_beside_a_bare_python(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = little.make(tmp_path / "warm")
    assert little.run(folder, "frameworks").returncode == 7
    bare = [sys.executable, "-P", "-c", "pass"]
    warm, alone = [], []
    for _ in range(9):
        warm.append(seconds(lambda: little.run(folder, "frameworks")))
        alone.append(seconds(lambda: subprocess.run(bare, check=True)))
    total, python = (1000 * statistics.median(times) for times in (warm, alone))
    with capsys.disabled():
        print(f"\nrun.py, nothing to do: {total - python:.0f} ms of its own (a bare Python: {python:.0f} ms)")
    assert little.run(folder, "frameworks").stderr == ""
