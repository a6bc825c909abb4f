"""A program killed while somebody types in it: at most the last second of typing is gone, and no file."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate
from pathlib import Path
from statistics import median
from typing import NamedTuple

import pytest

from brandplatform.document import edit
from brandplatform.document.model import Platform, Statement
from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.storage.lock import note_of
from brandplatform.storage.recovery import waiting
from tests.journeys.hands import ROOT
from tests.shipped import sample

pytestmark = pytest.mark.journey
LONGEST = 3.0
"""Seconds after the first key within which a kill comes."""
LOST = 1.0
"""Seconds of typing that may be gone."""
LATE = (5, 10, 12, 17, 19)
"""Seeds of kills that come late enough for a second to be lost."""
AT_ONCE = 2


class Killed(NamedTuple):
    """What was seen of one program before and after its end."""

    lost: float
    """Seconds from the first key that is gone to the kill."""
    keys: int
    saves: int
    recovered: bool
    """The newest words were not in the file, and are offered."""
    older: bool
    """What is offered is older than the file."""
    left: bool
    """A temporary file was left."""


def promise(platform: Platform) -> str:
    """Return the promise, which is empty at first."""
    answer = platform.answers.get("promise")
    return answer.text.get("fr", "") if isinstance(answer, Statement) else ""


def killed(folder: Path, seed: int) -> Killed:
    """Let somebody type, kill the program at a random moment, and see what is left."""
    folder.mkdir()
    file = folder / "documents" / "levain.brandplatform"
    file.parent.mkdir()
    emptied = edit.write_text(sample(), "promise", Statement, "fr", "")
    container.save(file, Kept(platform=emptied), "", "2026-11-23T09:00:00+00:00")
    home = {"BRANDPLATFORM_HOME": str(folder / "home"), "HOME": str(folder), "BRANDPLATFORM_LANG": "fr"}
    environ = {**os.environ, **home, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    line = [sys.executable, "-m", "tests.journeys.typist", str(seed), str(file)]
    with subprocess.Popen(
        line, env=environ, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8"
    ) as program:
        assert program.stdout is not None
        told = [program.stdout.readline()]
        assert told[0], "the program did not start"
        time.sleep(random.Random(seed).uniform(0, LONGEST))
        end = time.monotonic()
        program.kill()
        told += program.stdout.readlines()
    return seen(file, folder / "home" / "state", told, end)


def seen(file: Path, state: Path, told: Sequence[str], end: float) -> Killed:
    """Open what is left, as the next start does, and compare it with what was typed until `end`."""
    rows = [line.rstrip("\n").split(" ", 2) for line in told]
    typed = [(float(when), letter) for what, when, letter in rows if what == "typed"]
    texts = ["", *accumulate(letter for _, letter in typed)]
    in_file = place(promise(container.load(file).platform), texts)
    offers = waiting(state)
    offered = [place(promise(one.read()[0].platform), texts) for one in offers]
    for one in offers:
        one.release()
    newest = max(in_file, *offered, 0)
    lost = max(0.0, end - typed[newest][0]) if newest < len(typed) else 0.0
    beside = [one for one in file.parent.iterdir() if one not in (file, note_of(file))]
    assert [one.match(".bp-????????.tmp") for one in beside] in ([], [True])
    assert len(offered) <= 1
    return Killed(
        lost=lost,
        keys=len(typed),
        saves=sum(what == "saved" for what, *_ in rows),
        recovered=newest > in_file,
        older=bool(offered) and offered[0] < in_file,
        left=bool(beside),
    )


def place(found: str, texts: Sequence[str]) -> int:
    """Return which of the texts that were typed was found, the newest; blanks alone are kept as no text."""
    (*_, newest) = (at for at, text in enumerate(texts) if text == found or not (found or text.strip()))
    return newest


def campaign(folder: Path, seeds: Sequence[int]) -> Iterator[Killed]:
    """Kill one program for each seed; see each time that a second at most was lost."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for one in pool.map(lambda seed: killed(folder / str(seed), seed), seeds):
            assert one.lost <= LOST
            yield one


def test_a_program_killed_while_somebody_types_has_lost_a_second_at_most(tmp_path: Path) -> None:
    assert len(list(campaign(tmp_path, LATE))) == len(LATE)


@pytest.mark.long
def test_three_hundred_programs_killed_while_somebody_types_have_lost_a_second_at_most(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    all_of_them = list(campaign(tmp_path, range(1000, 1300)))
    lost = [1000 * one.lost for one in all_of_them]
    with capsys.disabled():
        print(
            f"\n{len(all_of_them)} kills, {sum(one.keys for one in all_of_them)} keys, "
            f"{sum(one.saves for one in all_of_them)} saves; "
            f"{sum(one.recovered for one in all_of_them)} times the newest words were offered again, "
            f"{sum(one.older for one in all_of_them)} times what is offered is older than the file; "
            f"typing lost: {median(lost):.0f} ms median, {max(lost):.0f} ms at worst; "
            f"{sum(one.left for one in all_of_them)} left a temporary file; 0 unreadable"
        )
    assert any(one.recovered for one in all_of_them)
