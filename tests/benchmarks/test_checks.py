"""How long the checks take: the whole example, and the field being typed."""

import statistics
import time
from collections.abc import Callable

import pytest

from tests.checks.guides import TODAY, guide
from tests.shipped import sample

RUNS = 25


def median(act: Callable[[], object]) -> float:
    """Return the median of some runs, in milliseconds; the first is not counted: it reads the lexicons."""
    act()
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        act()
        times.append(1000 * (time.perf_counter() - begun))
    return statistics.median(times)


def test_checking_the_whole_example_and_one_field(capsys: pytest.CaptureFixture[str]) -> None:
    asked, platform = guide(), sample()
    whole = median(lambda: asked.all(platform, platform.languages, TODAY))
    field = median(lambda: asked.field(platform, "promise", "fr"))
    with capsys.disabled():
        print(f"\nchecks: the whole example {whole:.1f} ms (aim 30), one field {field:.2f} ms (aim 2)")
    assert whole > field
