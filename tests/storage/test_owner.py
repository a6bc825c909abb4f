"""The note beside an open platform: who has it, on which machine; when it is heeded, and when it is not."""

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from brandplatform.storage.lock import Lock, Owner, note_of, noted, owner, person
from tests.checkout import ROOT

ME = Owner(person="Anna", machine="atelier", since="2026-11-25T09:00:00+00:00")
THEM = Owner(person="Bruno", machine="bureau", since="2026-11-25T08:00:00+00:00")
HOLD = """
import sys
from pathlib import Path
from brandplatform.storage.lock import Lock, Owner
lock = Lock(Path(sys.argv[1]), Path(sys.argv[2]), me=Owner(person="Anna", machine="atelier", since="hier"))
print(lock.acquire(), flush=True)
sys.stdin.readline()
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A platform in a folder of its own."""
    folder = tmp_path / "documents"
    folder.mkdir()
    made = folder / "a.brandplatform"
    made.write_bytes(b"x")
    return made


def lock(file: Path, me: Owner = ME) -> Lock:
    """Return a lock of somebody's on the file."""
    return Lock(file, file.parents[1] / "state", me=me)


def leave(file: Path, note: Owner | bytes) -> None:
    """Leave a note as another program does."""
    note_of(file).write_bytes(note if isinstance(note, bytes) else msgspec.json.encode(note))


def test_a_file_that_is_open_has_a_note_until_it_is_closed(file: Path) -> None:
    ours = lock(file)
    assert ours.acquire()
    assert noted(file) == ME
    ours.release()
    assert [one.name for one in file.parent.iterdir()] == ["a.brandplatform"]


def test_the_other_is_told_who_has_the_file(file: Path) -> None:
    ours, other = lock(file), lock(file, THEM)
    assert ours.acquire()
    assert not other.acquire()
    assert other.other == ME
    assert other.elsewhere
    ours.release()
    assert other.acquire()
    assert noted(file) == THEM
    other.release()


def test_a_note_of_another_machine_is_heeded(file: Path) -> None:
    leave(file, THEM)
    ours = lock(file)
    assert not ours.acquire()
    assert (ours.other, ours.elsewhere) == (THEM, True)
    assert noted(file) == THEM


def test_a_note_of_another_machine_is_heeded_unless_one_writes_all_the_same(file: Path) -> None:
    leave(file, THEM)
    ours = lock(file)
    assert ours.acquire(over=True)
    assert noted(file) == ME
    ours.release()
    assert noted(file) is None


@pytest.mark.parametrize(("who", "where"), [("Bruno", "atelier"), ("Anna", "bureau")])
def test_a_note_of_somebody_else_or_of_ones_other_machine_is_heeded(file: Path, who: str, where: str) -> None:
    leave(file, Owner(person=who, machine=where))
    assert not lock(file).acquire()


def test_a_note_of_ones_own_that_outlived_a_crash_is_not_heeded(file: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(file), str(file.parents[1] / "state")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
    ) as program:  # fmt: skip
        assert program.stdout is not None
        assert program.stdout.readline() == "True\n"
        assert not lock(file).acquire()
        program.kill()
    left = noted(file)
    assert left is not None
    assert left.since == "hier"
    ours = lock(file)
    assert ours.acquire()
    assert noted(file) == ME
    ours.release()
    assert noted(file) is None


@pytest.mark.parametrize(
    "rubbish",
    [b"", b"{", b"\xff\xfe", b"[]", b"null", b'{"person": 3}', b"[" * 4096, b'{"person": "\\ud800"}'],
)
def test_a_note_that_is_none_is_not_heeded(file: Path, rubbish: bytes) -> None:
    leave(file, rubbish)
    ours = lock(file)
    assert ours.acquire()
    assert noted(file) == ME
    ours.release()


def test_of_a_huge_note_only_the_beginning_is_read(file: Path) -> None:
    leave(file, Owner(person="x" * 5000, machine="bureau"))
    assert noted(file) is None
    os.truncate(note_of(file), 1 << 33)
    assert lock(file).acquire()


def test_a_note_that_somebody_else_left_meanwhile_stays(file: Path) -> None:
    ours = lock(file)
    assert ours.acquire()
    leave(file, THEM)
    ours.release()
    assert noted(file) == THEM


def test_where_no_note_can_be_left_the_lock_holds_all_the_same(file: Path) -> None:
    note_of(file).mkdir()
    ours, other = lock(file), lock(file)
    assert ours.acquire()
    assert not other.acquire()
    ours.release()
    assert note_of(file).is_dir()


def test_a_file_that_is_not_there_yet_gets_no_note(file: Path) -> None:
    file.unlink()
    ours = lock(file)
    assert ours.acquire()
    assert list(file.parent.iterdir()) == []
    ours.release()


def test_the_note_stands_beside_the_file_itself_and_not_beside_a_link(file: Path) -> None:
    link = file.parents[1] / "link.brandplatform"
    link.symlink_to(file)
    ours = lock(link)
    assert ours.acquire()
    assert note_of(file).exists()
    assert not note_of(link).exists()
    ours.release()


def test_a_lock_without_an_owner_heeds_and_leaves_no_note(file: Path) -> None:
    leave(file, THEM)
    ours = Lock(file, file.parents[1] / "state")
    assert ours.acquire()
    assert noted(file) == THEM
    ours.release()
    assert noted(file) == THEM


def test_a_person_and_a_machine_have_names() -> None:
    me = owner("2026-11-25")
    assert (me.person, me.since) == (person(), "2026-11-25")
    assert me.machine


@pytest.mark.parametrize(
    ("environ", "name"),
    [
        ({"LOGNAME": "ana"}, "Ana Roy"),
        ({"USER": "bob"}, "bob"),
        ({"USERNAME": "eve"}, "eve"),
        ({}, ""),
    ],
)
def test_a_person_is_named_as_the_machine_itself_knows_them(
    tmp_path: Path, environ: dict[str, str], name: str
) -> None:
    accounts = tmp_path / "passwd"
    accounts.write_text("root:x:0:0::/:/bin/sh\nana:x:1:1:Ana Roy,,,:/:/bin/sh\nbob:x:2:2::/:/bin/sh\n")
    assert person(environ, accounts) == name
    assert person(environ, tmp_path / "none") == next(iter(environ.values()), "")


def test_a_link_in_the_place_of_the_note_is_not_followed(file: Path) -> None:
    theirs = file.parents[1] / "something of ours"
    theirs.write_text("precious")
    note_of(file).symlink_to(theirs)
    ours = lock(file)
    assert ours.acquire()
    ours.release()
    assert theirs.read_text() == "precious"


def test_a_pipe_in_the_place_of_the_note_keeps_nobody_waiting(file: Path) -> None:
    os.mkfifo(note_of(file))
    ours = lock(file)
    assert ours.acquire()
    ours.release()
