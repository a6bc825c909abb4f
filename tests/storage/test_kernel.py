"""The kernel itself refuses one call of a save, whichever: strace stands between the two."""

import errno
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from brandplatform.storage.container import Kept
from tests.checkout import ROOT
from tests.storage import saving

CALLS = (
    *("open", "openat", "write", "fsync", "fdatasync", "close", "rename", "renameat", "renameat2"),
    *("stat", "lstat", "fstat", "newfstatat", "statx", "access", "faccessat", "faccessat2"),
    *("fchown", "fchmod", "readlink", "readlinkat", "unlink", "unlinkat"),
    *("read", "pread64", "lseek", "ioctl", "getdents64"),
)
"""What a save may ask of Linux about files, on one processor or another."""

ALWAYS = ("write", "fsync", "close", "read", "getdents64")
"""What it asks on all of them."""

pytestmark = pytest.mark.oracle("strace")


class Saves:
    """A program that has a file open and forks another to save it, as often as it is asked."""

    def __init__(self, file: Path) -> None:
        """Start it on a new file."""
        saving.save(file, Kept(platform=saving.SMALL), 0)
        self.file, self._log = file, file.parent.with_suffix(".strace")
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.storage.saving", "once", str(file)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def _told(self) -> int:
        assert self._program.stdout is not None
        return int(self._program.stdout.readline().split()[1])

    def attempt(self, call: str, error: str, nth: int) -> int | None:
        """Save with the `nth` call of a kind refused; return the status, None when fewer were made."""
        keys = self._program.stdin
        assert keys is not None
        keys.write(b".")
        keys.flush()
        child = self._told()
        inject = f"inject=?{call}:error={error}:when={nth}"
        command = ["strace", "-p", str(child), "-o", str(self._log), "-e", f"trace=?{call}", "-e", inject]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as strace:
            assert strace.stderr is not None
            attached = strace.stderr.readline()
            os.kill(child, signal.SIGUSR1)
            status = self._told()
            strace.communicate()
        assert "attached" in attached, attached
        return status if "(INJECTED)" in self._log.read_text() else None

    def end(self) -> None:
        """End the program."""
        self._program.communicate()


@pytest.fixture
def saves(tmp_path: Path) -> Iterator[Saves]:
    """A program that saves, in a folder of its own."""
    folder = tmp_path / "folder"
    folder.mkdir()
    program = Saves(folder / "levain.brandplatform")
    yield program
    program.end()


def refused(saves: Saves, call: str, error: str, nth: int) -> bool:
    """Save with a call refused, see the file: the old one or the new; False when none was refused."""
    before, number = saves.file.read_bytes(), saving.number_in(saves.file)
    status = saves.attempt(call, error, nth)
    assert status in (saving.SAVED, saving.REFUSED, None)
    assert list(saves.file.parent.iterdir()) == [saves.file]
    if status == saving.REFUSED:
        assert saves.file.read_bytes() == before
    else:
        assert saving.number_in(saves.file) == number + 1
    return status is not None


@pytest.mark.parametrize("call", ALWAYS)
def test_the_first_call_of_a_kind_is_refused_by_the_kernel(saves: Saves, call: str) -> None:
    assert refused(saves, call, "ENOSPC", 1)


@pytest.mark.long
def test_every_call_of_a_save_is_refused_by_the_kernel_once(
    saves: Saves, capsys: pytest.CaptureFixture[str]
) -> None:
    made: Counter[str] = Counter()
    for code in (errno.ENOSPC, errno.EACCES, errno.EIO):
        for call in CALLS:
            nth = 1
            while refused(saves, call, errno.errorcode[code], nth):
                made[call] += 1
                nth += 1
    with capsys.disabled():
        told = ", ".join(f"{call} {times // 3}" for call, times in sorted(made.items()))
        print(f"\n{made.total()} refusals by the kernel, three of each call ({told}): old or new file whole")
    assert {*ALWAYS} <= {*made}
