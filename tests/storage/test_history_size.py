"""A hundred hours of saving, all in one file: how large it grows."""

import random
import re
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest

from brandplatform.cli.desk import desk_for, readable
from brandplatform.document import edit
from brandplatform.document.change import leaves
from brandplatform.document.model import Platform
from brandplatform.storage import container
from brandplatform.storage.codec import canonical
from brandplatform.storage.container import Kept
from brandplatform.storage.history import Moment, Version, Versions, with_versions
from tests.shipped import SAMPLES, sample

BEGUN = datetime(2026, 11, 1, tzinfo=UTC)
HOURS = 100
LARGE = 60 * 1024
"""Bytes of the document, as it is stored in a version."""
MOST = 5_000_000


def sentences() -> list[str]:
    """Return what people really write: the French sentences of the examples."""
    texts = (
        leaf
        for name in SAMPLES
        for path, leaf in leaves(sample(name)).items()
        if isinstance(leaf, str) and path[-1] == "fr"
    )
    return sorted({one for text in texts for one in re.split(r"(?<=[.?!]) ", text) if 40 < len(one) < 160})


class Writer:
    """Somebody with much to say, who rewrites one answer between two saves."""

    def __init__(self, seed: int) -> None:
        self._chance, self._known, self._notes = random.Random(seed), sentences(), 0
        self.platform = sample()
        while len(canonical(self.platform)) < LARGE:
            self._notes += 1
            self._answer(self._notes)

    def rewrite(self) -> Platform:
        """Return the platform with one answer rewritten."""
        self._answer(self._chance.randint(1, self._notes))
        return self.platform

    def _answer(self, number: int) -> None:
        said = " ".join(self._chance.sample(self._known, 3))
        self.platform = edit.write_note(self.platform, f"promise.q{number}", "fr", said)


def grown(minutes: Iterable[int]) -> tuple[int, int, int]:
    """Save at each of these minutes; return the bytes of the file, of the document, and its versions."""
    writer = Writer(100)
    history: tuple[Version, ...] = ()
    versions: Versions = {}
    for minute in minutes:
        when = (BEGUN + timedelta(minutes=minute)).isoformat()
        history, versions = with_versions(history, versions, [Moment(writer.rewrite(), when)])
    platform = writer.platform
    kept = Kept(platform=platform, history=history, versions=versions)
    data = container.pack(kept, readable(desk_for("fr"), platform))
    return len(data), len(canonical(platform)), len(history)


def test_a_hundred_hours_of_saves_are_small() -> None:
    """Saves that are thinned away in the end are left out from the start."""
    last_day = range((HOURS - 24) * 60, HOURS * 60 + 1, 10)
    size, document, versions = grown([*range(59, (HOURS - 24) * 60, 60), *last_day])
    assert abs(document - LARGE) < 0.05 * LARGE
    assert versions >= 220
    assert size < MOST


@pytest.mark.long
@pytest.mark.parametrize("every", [1, 2, 5, 10, 30])
def test_a_hundred_hours_of_saves_every_so_many_minutes_are_small(
    every: int, capsys: pytest.CaptureFixture[str]
) -> None:
    size, document, versions = grown(range(0, HOURS * 60 + 1, every))
    with capsys.disabled():
        print(
            f"\n{HOURS} hours, a save every {every} min ({HOURS * 60 // every} saves) "
            f"of {document / 1024:.0f} KiB: {size / 1e6:.2f} MB, {versions} versions"
        )
    assert size < MOST
