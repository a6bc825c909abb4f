"""A disk that is really full: the save is refused in one sentence, the old file stays, and it works again.

The disk is a memory of 1 MB mounted in a namespace of its own; where mounting is not allowed, and once
everywhere, files that may not grow stand for it. Run as a script inside of that: `FOLDER bytes|names|limit`.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from itertools import count
from pathlib import Path
from tempfile import gettempdir

import pytest

from brandplatform.document.model import Statement
from brandplatform.storage import container
from tests.checkout import ROOT

if sys.platform != "win32":
    import resource

MOUNT = 'mount -t tmpfs -o size=1m,nr_inodes=64 none "$0" && exec "$@"'
FILE = "levain.brandplatform"
FULL = "The disk is full. The old file is intact: free some space, then try again."
TOO_LARGE = "File too large"
LEAST = 4096
"""Bytes a file may have, where it may not grow."""


def fill_with_bytes(folder: Path) -> None:
    """Write until there is no room."""
    with suppress(OSError), (folder / "filler").open("wb", buffering=0) as filler:
        while filler.write(bytes(LEAST)):
            continue


def fill_with_names(folder: Path) -> None:
    """Make empty files until no more can be named."""
    (folder / "fillers").mkdir()
    with suppress(OSError):
        for number in count():
            (folder / "fillers" / str(number)).touch()


def free(folder: Path) -> None:
    """Take the fillers away."""
    (folder / "filler").unlink(missing_ok=True)
    for filler in folder.glob("fillers/*"):
        filler.unlink()


def limit(_folder: Path) -> None:
    """Let no file grow any more that this process or its children write."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (LEAST, resource.RLIM_INFINITY))


def lift(_folder: Path) -> None:
    """Let files grow again."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


WAYS: Mapping[str, tuple[Callable[[Path], None], Callable[[Path], None], str]] = {
    "bytes": (fill_with_bytes, free, FULL),
    "names": (fill_with_names, free, FULL),
    "limit": (limit, lift, TOO_LARGE),
}
"""How there comes to be no room, how there is room again, and what is said between."""


def command(*words: str | Path) -> "subprocess.CompletedProcess[str]":
    """Type a command."""
    line = [sys.executable, "-m", "brandplatform", *map(str, words)]
    return subprocess.run(line, capture_output=True, text=True, check=False)


def promise(file: Path) -> str:
    """Return the promise a file holds."""
    answer = container.load(file).platform.answers["promise"]
    assert isinstance(answer, Statement)
    return answer.text["fr"]


def live_through(folder: Path, way: str) -> None:
    """Save where there is no room, then where there is."""
    filled, freed, said = WAYS[way]
    file = folder / FILE
    assert command("new", file, "--sample", "maison-levain").returncode == 0
    before = file.read_bytes()
    filled(folder)
    refused = command("set", file, "promise", "Autre chose.")
    assert (refused.returncode, refused.stdout) == (2, ""), refused
    assert said in refused.stderr, refused.stderr
    assert refused.stderr.count("\n") == 1
    assert file.read_bytes() == before
    assert not list(folder.glob(".bp-*"))
    freed(folder)
    saved = command("set", file, "promise", "Autre chose.")
    assert (saved.returncode, saved.stderr) == (0, "")
    assert promise(file) == "Autre chose."


@cache
def mounting() -> tuple[str, ...]:
    """Return the words in front of a command that may mount, () where nobody may."""
    for words in (("unshare", "-m"), ("unshare", "-rm")):
        with suppress(FileNotFoundError):
            trial = [*words, "sh", "-c", MOUNT, gettempdir(), "true"]
            if subprocess.run(trial, capture_output=True, check=False).returncode == 0:
                return words
    return ()


def lived_through(home: Path, way: str, *before: str) -> None:
    """Live through a full disk in a process of its own."""
    folder = home / "folder"
    folder.mkdir()
    inside = [*before, str(folder)] if before else []
    line = [*inside, sys.executable, "-m", "tests.storage.test_full_disk", str(folder), way]
    ours = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"}
    ours |= {"BRANDPLATFORM_HOME": str(home / "ours"), "BRANDPLATFORM_LANG": "en"}
    done = subprocess.run(line, env={**os.environ, **ours}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("way", ["bytes", "names"])
def test_on_a_full_disk_a_save_is_refused_and_the_old_file_stays(tmp_path: Path, way: str) -> None:
    if mounting():
        lived_through(tmp_path, way, *mounting(), "sh", "-c", MOUNT)
    else:
        lived_through(tmp_path, "limit")


def test_where_files_may_not_grow_a_save_is_refused_and_the_old_file_stays(tmp_path: Path) -> None:
    lived_through(tmp_path, "limit")


if __name__ == "__main__":
    live_through(Path(sys.argv[1]), sys.argv[2])
