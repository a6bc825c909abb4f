"""How long a whole save takes, beside writing the same bytes, waiting for the disk, moving them in place."""

import os
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from brandplatform.cli.desk import desk_for, readable
from brandplatform.document import edit
from brandplatform.document.model import Platform, Statement
from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.storage.history import Moment, with_versions
from tests.shipped import sample

RUNS = 25
BEGUN = datetime(2026, 11, 23, 9, tzinfo=UTC)


def at(minute: int) -> str:
    """Return a moment, ISO 8601."""
    return (BEGUN + timedelta(minutes=minute)).isoformat()


def reworded(platform: Platform, number: int) -> Platform:
    """Return a platform with another promise, as somebody leaves it at one of many saves."""
    return edit.write_text(platform, "promise", Statement, "fr", f"Demain à {number} heures, du pain tiède.")


def with_history(length: int) -> Kept:
    """Return the example with so many saved versions; they have names, so that all of them are kept."""
    platform = sample()
    moments = [Moment(reworded(platform, n), at(n), name=f"n° {n}") for n in range(length)]
    history, versions = with_versions((), {}, moments)
    return Kept(platform=platform, history=history, versions=versions)


def written_raw(file: Path, data: bytes) -> None:
    """Write a file as whoever knows nothing of it, and wait for the disk."""
    beside = file.with_suffix(".new")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    os.write(handle, data)
    os.fsync(handle)
    os.close(handle)
    os.replace(beside, file)


def seconds(act: Callable[[], object]) -> float:
    """Return how long `act` takes."""
    start = time.perf_counter()
    act()
    return time.perf_counter() - start


def measured(folder: Path, kept: Kept) -> str:
    """Save by turns, whole and raw, and return what was seen."""
    file, raw, desk = folder / "a.brandplatform", folder / "raw", desk_for("fr")
    whole, bare, text = [], [], []
    for number in range(RUNS):
        platform = reworded(kept.platform, -number)
        start = time.perf_counter()
        beside = readable(desk, platform)
        text.append(time.perf_counter() - start)
        container.save(file, replace(kept, platform=platform), beside, at(10_000 + number))
        whole.append(time.perf_counter() - start)
        data = file.read_bytes()
        bare.append(seconds(lambda data=data: written_raw(raw, data)))
    ours, theirs, reading = (1000 * statistics.median(times) for times in (whole, bare, text))
    versions = f"{len(kept.history)} version{'s' if len(kept.history) > 1 else ''}"
    return (
        f"{ours / theirs:.1f} x the raw write with {versions}, {len(data) // 1024} KiB "
        f"({ours:.1f} ms to {theirs:.1f} ms; {reading:.1f} ms of it for the text anyone can read)"
    )


def test_a_whole_save_beside_a_raw_write(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for length in (1, 200):
        folder = tmp_path / str(length)
        folder.mkdir()
        said = measured(folder, with_history(length))
        with capsys.disabled():
            print(f"\nsave: {said}", end="")
        assert len(container.load(folder / "a.brandplatform").history) == length + 1
