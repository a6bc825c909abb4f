"""The system refuses one call of a save, whichever: the old file is there whole, or the new one."""

import errno
import io
import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from brandplatform.storage.container import Kept
from tests.storage import saving

ERRORS = (errno.ENOSPC, errno.EACCES, errno.EIO)
CALLS: tuple[tuple[Any, str], ...] = (
    *((os, name) for name in ("open", "write", "fsync", "close", "replace", "unlink", "access", "scandir")),
    *((os, name) for name in ("stat", "lstat", "fstat", "readlink", "fchown", "fchmod") if hasattr(os, name)),
    (io, "open"),
)
"""Where Python asks the system for something while a file is saved."""

LEFTOVER = ".bp-0a1b2c3d.tmp"


class System:
    """Notes each call of a save, and refuses the one numbered `refused`."""

    def __init__(self, refused: int, code: int) -> None:
        self.seen: list[str] = []
        self._refused, self._code = refused, code

    def call(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        """Return a call that is noted before it is made, or refused."""

        def called(*arguments: Any, **named: Any) -> Any:
            self.seen.append(name)
            if len(self.seen) - 1 != self._refused:
                return real(*arguments, **named)
            if name == "close":  # a file that cannot be closed is closed all the same
                real(*arguments, **named)
            if name == "access":  # it has no other way to refuse
                return False
            raise OSError(self._code, os.strerror(self._code))

        return called


@contextmanager
def refusing(refused: int, code: int = errno.EIO) -> Iterator[System]:
    """Save under a system that refuses one call; the calls are numbered from 0."""
    system = System(refused, code)
    with pytest.MonkeyPatch.context() as patch:
        for module, name in CALLS:
            patch.setattr(module, name, system.call(name, getattr(module, name)))
        yield system


def nothing_there(folder: Path) -> Path:
    """Return where there is no file yet."""
    return folder / "levain.brandplatform"


def a_file(folder: Path) -> Path:
    """Return a file, with rights that no new file has."""
    file = nothing_there(folder)
    saving.save(file, Kept(platform=saving.SMALL), 1)
    file.chmod(0o640)
    return file


def a_link(folder: Path) -> Path:
    """Return a link to a file in another folder."""
    (folder / "elsewhere").mkdir()
    link = folder / "link.brandplatform"
    link.symlink_to(a_file(folder / "elsewhere"))
    return link


def a_file_beside_a_leftover(folder: Path) -> Path:
    """Return a file, with what a program killed long ago left in the folder."""
    left = folder / LEFTOVER
    left.write_bytes(b"")
    os.utime(left, (0, 0))
    return a_file(folder)


def seen_in(folder: Path) -> Mapping[str, tuple[str, bytes]]:
    """Return what stands in a folder: of a link where it leads, of a file its rights, and what it holds."""
    found = (one for one in folder.rglob("*") if not one.is_dir() and one.name != LEFTOVER)
    return {one.relative_to(folder).as_posix(): (_like(one), one.read_bytes()) for one in found}


def _like(one: Path) -> str:
    return os.readlink(one) if one.is_symlink() else oct(stat.S_IMODE(one.stat().st_mode))


def attempt(folder: Path, begin: Callable[[Path], Path], refused: int, code: int) -> str:
    """Save with one call refused, and return which; "" when the save makes fewer.

    A save that is refused leaves everything as it was; one that is not, a whole new file of the same rights.
    """
    folder.mkdir()
    file = begin(folder)
    before = seen_in(folder)
    done = True
    with refusing(refused, code) as system:
        try:
            saving.save(file, Kept(platform=saving.SMALL), 2)
        except OSError:
            done = False
    after = seen_in(folder)
    if done:
        assert saving.number_in(file) == 2
        assert {*after} == {*before, file.name}
        assert {name: after[name][0] for name in before} == {name: like for name, (like, _) in before.items()}
    else:
        assert after == before
    return system.seen[refused] if refused < len(system.seen) else ""


@pytest.mark.parametrize("begin", [nothing_there, a_file, a_link, a_file_beside_a_leftover])
def test_whichever_call_is_refused_the_file_is_the_old_one_or_the_new_one(
    tmp_path: Path, begin: Callable[[Path], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    calls: list[str] = []
    for code in ERRORS:
        numbers = count()
        while call := attempt(tmp_path / f"{code}-{(number := next(numbers))}", begin, number, code):
            calls.append(call)
    with capsys.disabled():
        print(f"\n{begin.__name__}: {len(calls)} refusals of {len(calls) // len(ERRORS)} calls", end="")
    assert {"lstat", "stat", "open", "write", "fsync", "close", "replace", "scandir"} <= {*calls}


@pytest.mark.parametrize("most", [1, 7, 4096])
def test_a_system_that_takes_less_than_it_is_given_is_given_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    file, write = a_file(tmp_path), os.write
    monkeypatch.setattr(os, "write", lambda handle, data: write(handle, data[:most]))
    saving.save(file, Kept(platform=saving.SMALL), 2)
    monkeypatch.undo()
    assert saving.number_in(file) == 2
    assert list(tmp_path.iterdir()) == [file]


def test_a_system_that_takes_nothing_and_says_nothing_is_not_asked_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = a_file(tmp_path)
    monkeypatch.setattr(os, "write", lambda _handle, _data: 0)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        saving.save(file, Kept(platform=saving.SMALL), 2)
    assert saving.number_in(file) == 1
    assert list(tmp_path.iterdir()) == [file]


def test_a_file_that_was_replaced_and_is_said_not_to_be_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace(source: Path, target: Path) -> None:  # as over a network that loses the answer
        move(source, target)
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    file, move = a_file(tmp_path), os.replace
    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        saving.save(file, Kept(platform=saving.SMALL), 2)
    assert saving.number_in(file) == 2
    assert list(tmp_path.iterdir()) == [file]


def test_what_cannot_even_be_taken_away_goes_at_a_later_save_and_the_first_refusal_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(code: int) -> Callable[..., None]:
        def refused(*_arguments: Any, **_named: Any) -> None:
            raise OSError(code, os.strerror(code))

        return refused

    file = a_file(tmp_path)
    monkeypatch.setattr(os, "fsync", refuse(errno.ENOSPC))
    monkeypatch.setattr(os, "unlink", refuse(errno.EIO))
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        saving.save(file, Kept(platform=saving.SMALL), 2)
    monkeypatch.undo()
    (left,) = (one for one in tmp_path.iterdir() if one != file)
    assert saving.number_in(file) == 1
    os.utime(left, (0, 0))
    saving.save(file, Kept(platform=saving.SMALL), 3)
    assert list(tmp_path.iterdir()) == [file]


def test_a_private_file_is_private_while_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def watched(handle: int, data: memoryview) -> int:
        modes.append(stat.S_IMODE(os.fstat(handle).st_mode))
        return write(handle, data)

    file, write, modes = a_file(tmp_path), os.write, list[int]()
    file.chmod(0o600)
    monkeypatch.setattr(os, "write", watched)
    saving.save(file, Kept(platform=saving.SMALL), 2)
    assert modes == [0o600]


def test_a_file_of_somebody_else_that_becomes_ours_stays_their_group_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def of_somebody(handle: int) -> os.stat_result:
        real = status(handle)
        return os.stat_result((*real[:4], real.st_uid + 1, *real[5:10]))

    def give(_handle: int, owner: int, group: int) -> None:
        asked.append((owner, group))
        if owner != -1:
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    file, status, asked = a_file(tmp_path), os.fstat, list[tuple[int, int]]()
    old = file.stat()
    monkeypatch.setattr(os, "fstat", of_somebody)
    monkeypatch.setattr(os, "fchown", give)
    saving.save(file, Kept(platform=saving.SMALL), 2)
    monkeypatch.undo()
    assert asked == [(old.st_uid, old.st_gid), (-1, old.st_gid)]
    assert saving.number_in(file) == 2
