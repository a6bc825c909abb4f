"""Either the new file or the old one, whatever the system refuses and whenever."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from brandplatform.storage.atomic import STALE, sweep, write_atomically


def failing(error: OSError, on_call: int = 1) -> Callable[..., Any]:
    calls = 0

    def fail(*_arguments: Any, **_named: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls >= on_call:
            raise error
        return 0

    return fail


FULL = OSError(errno.ENOSPC, "No space left on device")
DENIED = PermissionError(errno.EACCES, "Permission denied")


@pytest.mark.parametrize("call", ["write", "fsync", "replace", "open"])
@pytest.mark.parametrize("error", [FULL, DENIED, OSError(errno.EIO, "Input/output error")], ids=str)
def test_a_refusal_at_any_call_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, error: OSError
) -> None:
    target = tmp_path / "levain.brandplatform"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, call, failing(error))
    with pytest.raises(OSError, match=error.strerror):
        write_atomically(target, b"new")
    monkeypatch.undo()
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_an_interruption_leaves_no_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_arguments: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(tmp_path / "levain.brandplatform", b"new")
    assert list(tmp_path.iterdir()) == []


def test_what_does_not_read_back_the_same_is_not_put_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "levain.brandplatform"
    target.write_bytes(b"old")
    monkeypatch.setattr(Path, "read_bytes", lambda _path: b"other")
    with pytest.raises(OSError, match="read back"):
        write_atomically(target, b"new")
    monkeypatch.undo()
    assert target.read_bytes() == b"old"


def test_the_mode_of_the_old_file_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "levain.brandplatform"
    target.write_bytes(b"old")
    target.chmod(0o640)
    write_atomically(target, b"new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    real = tmp_path / "real.brandplatform"
    real.write_bytes(b"old")
    link = tmp_path / "link.brandplatform"
    link.symlink_to(real)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


def test_only_our_own_old_leftovers_are_swept(tmp_path: Path) -> None:
    old, young, foreign = (tmp_path / name for name in (".bp-0a1b2c3d.tmp", ".bp-ffffffff.tmp", "notes.tmp"))
    for file in (old, young, foreign):
        file.write_bytes(b"")
    now = young.stat().st_mtime
    os.utime(old, (now - STALE - 1, now - STALE - 1))
    sweep(tmp_path, now)
    assert sorted(tmp_path.iterdir()) == sorted([young, foreign])


def test_a_later_save_takes_away_what_a_killed_one_left(tmp_path: Path) -> None:
    left = tmp_path / ".bp-0a1b2c3d.tmp"
    left.write_bytes(b"")
    os.utime(left, (0, 0))
    write_atomically(tmp_path / "levain.brandplatform", b"new")
    assert not left.exists()
