"""A program killed while it saves, at any moment: what it had saved is there, whole."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from brandplatform.storage import container
from brandplatform.storage.atomic import STALE
from brandplatform.storage.container import Kept
from tests.checkout import ROOT
from tests.shipped import sample
from tests.storage import saving

LONGEST = 0.12
"""Seconds: a save takes about a tenth of that, and a kill comes anywhere in the first saves."""


class Killed(NamedTuple):
    """What was seen of one program before and after its end."""

    begun: int
    """The last number it began to save."""
    done: int
    """The last number it said was saved."""
    found: int
    """The number in the file."""
    left: tuple[Path, ...]
    """What else is in the folder."""


def killed(file: Path, delay: float) -> Killed:
    """Let a program save over and over, and kill it `delay` seconds after the first save was begun."""
    before = saving.number_in(file)
    command = [sys.executable, "-m", "tests.storage.saving", "loop", str(file)]
    environ = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        said = [program.stdout.readline()]
        time.sleep(delay)
        program.kill()
        said += program.stdout.readlines()
    numbers = {"begun": before, "done": before} | dict(_parsed(line) for line in said)
    left = tuple(one for one in file.parent.iterdir() if one != file)
    return Killed(numbers["begun"], numbers["done"], saving.number_in(file), left)


def _parsed(line: str) -> tuple[str, int]:
    what, number = line.split()
    return what, int(number)


def campaign(file: Path, times: int, seed: int) -> Iterator[Killed]:
    """Kill one program after another that saves the same file; see each time that nothing was lost."""
    container.save(file, Kept(platform=saving.numbered(sample(), 0)), "", saving.BEGUN.isoformat())
    delays = random.Random(seed)
    for _ in range(times):
        one = killed(file, delays.uniform(0, LONGEST))
        assert one.begun - 1 <= one.done <= one.found <= one.begun
        assert [left.match(".bp-????????.tmp") for left in one.left] in ([], [True])
        age(one.left)
        saving.save(file, container.load(file), one.found + 1)
        assert list(file.parent.iterdir()) == [file]
        yield one


def age(left: Iterable[Path]) -> None:
    """Make what a killed program left so old that no program can be at work on it."""
    long_ago = time.time() - STALE - 60
    for one in left:
        os.utime(one, (long_ago, long_ago))


def test_a_program_killed_while_it_saves_has_lost_nothing_that_it_had_saved(tmp_path: Path) -> None:
    assert len(list(campaign(tmp_path / "levain.brandplatform", 8, seed=8))) == 8


@pytest.mark.long
def test_three_hundred_programs_killed_while_they_save_have_lost_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seen = list(campaign(tmp_path / "levain.brandplatform", 300, seed=300))
    within = [one for one in seen if one.begun > one.done]
    new = sum(one.found == one.begun for one in within)
    with capsys.disabled():
        print(
            f"\n{len(seen)} kills, {len(within)} within a save: "
            f"the old file {len(within) - new} times, the new one {new}; "
            f"{sum(bool(one.left) for one in seen)} left a temporary file; 0 unreadable, 0 saves lost"
        )
    assert within
