"""How long until a thousand platforms are listed, then read, and how long a key may wait meanwhile."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from brandplatform.storage import container
from brandplatform.storage.container import Kept
from tests.shipped import SAMPLES, sample
from tests.ui import house as houses

FILES = 1000


@pytest.fixture
def thousand(tmp_path: Path) -> Path:
    """A folder of a thousand complete platforms."""
    folder = tmp_path / "platforms"
    folder.mkdir()
    made = [container.pack(Kept(platform=sample(name)), "") for name in SAMPLES]
    for number in range(FILES):
        (folder / f"client {number:04}.brandplatform").write_bytes(made[number % len(made)])
    return folder


def test_a_thousand_platforms_are_listed_then_read(
    qtbot: QtBot, thousand: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    house = houses.program(tmp_path / "home")
    house.preferences.change(portfolio=str(thousand))
    turns: list[float] = []
    clock = QTimer(interval=0)
    clock.timeout.connect(lambda: turns.append(time.perf_counter()))
    begun = time.perf_counter()
    house.show_portfolio()
    window = house.portfolio
    assert window is not None
    shelf = window.view.list.shelf
    qtbot.waitUntil(lambda: len(shelf.cards) == FILES, timeout=30_000)
    listed = time.perf_counter() - begun
    clock.start()
    qtbot.waitUntil(lambda: not window.reading.busy, timeout=300_000)
    whole = time.perf_counter() - begun
    clock.stop()
    waits = sorted(1000 * (after - before) for before, after in pairwise(turns))
    assert all(card.summary is not None for card in shelf.cards)
    with capsys.disabled():
        print(
            f"\nmy platforms: {FILES} names in {1000 * listed:.0f} ms (aim 1000), all read in {whole:.1f} s; "
            f"turns of the loop over 8 ms meanwhile: {sum(wait > 8 for wait in waits)}, "
            f"over 20 ms: {sum(wait > 20 for wait in waits)}, longest {waits[-1]:.0f} ms"
        )
    houses.put_away(house)
