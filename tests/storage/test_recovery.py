"""Unsaved work in the state folder: whose it is, what is offered, and what nothing may take away."""

import io
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandplatform.document import edit
from brandplatform.document.model import Logo, Platform, new_platform
from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.storage.history import read_version
from brandplatform.storage.recovery import Note, Recovery, waiting
from tests.checkout import ROOT
from tests.document.platforms import PLATFORM, TEXT

EMPTY = new_platform("plateforme", "fr")
WHEN = "2026-11-25T09:00:00+00:00"
WRITE = """
import sys
from pathlib import Path
from brandplatform.document.model import new_platform
from brandplatform.storage.container import Kept
from brandplatform.storage.recovery import Note, Recovery
Recovery(Path(sys.argv[1])).write(Kept(platform=new_platform("plateforme", "fr", "Vivant")), Note())
print("written", flush=True)
sys.stdin.readline()
"""


def named(name: str) -> Kept:
    """Return a document of that name; all have the same id, as copies have."""
    return Kept(platform=edit.rebrand(EMPTY, name=name))


def left(folder: Path, name: str, note: Note | None = None, base: Platform | None = None) -> Recovery:
    """Leave work as a program does that is no more."""
    one = Recovery(folder)
    one.write(named(name), note or Note(when=WHEN), base)
    one.release()
    return one


def names(folder: Path) -> list[str]:
    """Return what is offered, and let it go again."""
    found = waiting(folder)
    read = [one.read()[0].platform.brand.name for one in found]
    for one in found:
        one.release()
    return read


def locks(folder: Path) -> list[Path]:
    """Return the small files of locks."""
    return list(folder.rglob("*.session"))


# What is written comes back


@given(platform=PLATFORM, path=TEXT, when=TEXT)
def test_what_is_kept_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, platform: Platform, path: str, when: str
) -> None:
    one = Recovery(tmp_path_factory.mktemp("state"))
    one.write(Kept(platform=platform), Note(path=path, when=when))
    kept, note = one.read()
    assert (kept.platform, note) == (platform, Note(path=path, when=when))
    one.drop()


def test_the_newest_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    one = Recovery(tmp_path)
    for name in ("Un", "Deux", "Trois"):
        one.write(named(name), Note())
    one.release()
    assert names(tmp_path) == ["Trois"]


def test_what_the_file_held_is_kept_beside_the_work(tmp_path: Path) -> None:
    base = named("Avant").platform
    kept, note = left(tmp_path, "Après", Note(path="/a"), base).read()
    assert read_version(note.base, kept.versions[note.base]) == base
    assert len(kept.history) == 1


def test_only_the_image_that_is_shown_is_kept(tmp_path: Path) -> None:
    image, other = (f"{n * 64}.png" for n in "ab")
    one = Recovery(tmp_path)
    shown = edit.rebrand(EMPTY, logo=Logo(asset=image))
    one.write(Kept(platform=shown, assets={image: b"x", other: b"y"}), Note())
    with zipfile.ZipFile(one.file) as archive:
        assert [name for name in archive.namelist() if name.startswith("assets/")] == [f"assets/{image}"]
    one.drop()


def test_a_path_that_is_no_unicode_comes_back(tmp_path: Path) -> None:
    path = b"/caf\xe9".decode("utf-8", "surrogateescape")
    assert left(tmp_path, "Levain", Note(path=path)).read()[1].path == path


# Whose it is


def test_two_copies_of_one_document_do_not_write_over_each_other(tmp_path: Path) -> None:
    first, second = Recovery(tmp_path), Recovery(tmp_path)
    for one, name in ((first, "Un"), (second, "Deux"), (first, "Un bis")):
        one.write(named(name), Note())
    for one in (first, second):
        one.release()
    assert sorted(names(tmp_path)) == ["Deux", "Un bis"]


def test_work_of_a_program_that_lives_is_not_offered_until_it_dies(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITE, str(tmp_path)]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "written\n"
        assert names(tmp_path) == []
        program.kill()
    assert names(tmp_path) == ["Vivant"]


def test_what_one_program_offers_another_does_not(tmp_path: Path) -> None:
    left(tmp_path, "Levain")
    held = waiting(tmp_path)
    assert names(tmp_path) == []
    held[0].release()
    assert names(tmp_path) == ["Levain"]


# What is offered


def test_the_newest_work_is_offered_first(tmp_path: Path) -> None:
    for name in ("Un", "Deux", "Trois"):
        left(tmp_path, name)
    assert names(tmp_path) == ["Trois", "Deux", "Un"]


def test_a_folder_without_work_offers_nothing(tmp_path: Path) -> None:
    assert waiting(tmp_path) == []
    (tmp_path / "recovery").mkdir()
    (tmp_path / "recovery" / "somebody.txt").write_text("else")
    assert waiting(tmp_path) == []


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04", bytes(5000), b"{}"])
def test_damaged_work_is_left_alone_and_the_rest_is_offered(tmp_path: Path, damage: bytes) -> None:
    broken = left(tmp_path, "Un")
    left(tmp_path, "Deux")
    broken.file.write_bytes(damage)
    assert names(tmp_path) == ["Deux"]
    assert broken.file.read_bytes() == damage


@given(st.data())
def test_work_of_which_any_byte_is_damaged_never_stops_the_rest(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("state")
    one = left(folder, "Un", Note(path="/nowhere", when=WHEN))
    whole = bytearray(one.file.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] ^= data.draw(st.integers(1, 255))
    one.file.write_bytes(bytes(whole[: data.draw(st.integers(0, len(whole)))]) if len(whole) % 2 else whole)
    left(folder, "Deux")
    assert "Deux" in names(folder)
    shutil.rmtree(folder)


@pytest.mark.parametrize("note", [None, b"", b"{", b'{"path": 3}', b"[" * 5000, b"x" * 100_000, b"\xff"])
def test_work_whose_note_is_lost_is_still_offered(tmp_path: Path, note: bytes | None) -> None:
    one = left(tmp_path, "Levain", Note(path="/a"))
    data = io.BytesIO()
    with zipfile.ZipFile(one.file) as old, zipfile.ZipFile(data, "w") as new:
        for entry in old.infolist():
            if entry.filename != "recovery.json":
                new.writestr(entry, old.read(entry))
        if note is not None:
            new.writestr("recovery.json", note)
    one.file.write_bytes(data.getvalue())
    assert names(tmp_path) == ["Levain"]
    assert one.read()[1] == Note()


def test_work_its_file_holds_by_now_is_taken_away(tmp_path: Path) -> None:
    file = tmp_path / "a.brandplatform"
    container.save(file, named("Levain"), "", WHEN)
    one = left(tmp_path, "Levain", Note(path=str(file)))
    left(tmp_path, "Autre", Note(path=str(file)))
    assert names(tmp_path) == ["Autre"]
    assert not one.file.exists()


@pytest.mark.parametrize("there", ["gone", "folder", "damaged", "no path \x00"])
def test_work_whose_file_cannot_be_read_is_offered(tmp_path: Path, there: str) -> None:
    file = tmp_path / there
    if there == "folder":
        file.mkdir()
    elif there == "damaged":
        file.write_bytes(b"PK")
    left(tmp_path, "Levain", Note(path=str(file)))
    assert names(tmp_path) == ["Levain"]


# What is left behind


@pytest.mark.skipif(sys.platform == "win32", reason="who may read a folder is said in another way")
def test_unsaved_work_is_closed_to_others(tmp_path: Path) -> None:
    assert left(tmp_path, "Levain").file.parent.stat().st_mode & 0o077 == 0


def test_nothing_is_left_of_work_that_was_saved(tmp_path: Path) -> None:
    one = Recovery(tmp_path)
    one.write(named("Levain"), Note())
    one.drop()
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


def test_what_was_dropped_can_be_written_again(tmp_path: Path) -> None:
    one = Recovery(tmp_path)
    for name in ("Un", "Deux"):
        one.write(named(name), Note())
        assert names(tmp_path) == []
        one.drop()
    one.write(named("Trois"), Note())
    one.release()
    assert names(tmp_path) == ["Trois"]


def test_locks_do_not_pile_up(tmp_path: Path) -> None:
    for number in range(20):
        left(tmp_path, str(number))
    for one in waiting(tmp_path):
        one.drop()
    for one in [Recovery(tmp_path) for _ in range(20)]:
        one.drop()
        one.release()
    assert locks(tmp_path) == []


def test_a_state_folder_that_cannot_be_written_is_an_error_and_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "recovery").write_text("no folder")
    with pytest.raises(OSError, match="recovery"):
        Recovery(tmp_path).write(named("Levain"), Note())
    assert waiting(tmp_path) == []
    assert (tmp_path / "recovery").read_text() == "no folder"


def test_a_disk_that_refuses_leaves_the_value_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = Recovery(tmp_path)
    one.write(named("Un"), Note())

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", refuse)
        with pytest.raises(OSError, match="space"):
            one.write(named("Deux"), Note())
    one.release()
    assert names(tmp_path) == ["Un"]
