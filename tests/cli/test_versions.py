"""merge and history by command: two copies made one, what is left to decide, what a file held before."""

import json
import os
from pathlib import Path

import pytest

from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.storage.lock import Lock, note_of
from tests.cli.asking import Run, refused
from tests.shipped import sample

BASE, OURS, THEIRS, OUT = (f"{name}.brandplatform" for name in ("base", "ours", "theirs", "out"))


@pytest.fixture
def copies(run: Run) -> Run:
    """Three files: what both began with, and two copies of it."""
    run("new", BASE, "--lang", "en", "--brand", "Levain")
    run("set", BASE, "promise", "Warm bread at seven, every day.")
    for copy in (OURS, THEIRS):
        Path(copy).write_bytes(Path(BASE).read_bytes())
    return run


def promise(run: Run, file: str) -> str:
    return run("get", file, "promise")[1].strip()


def test_words_changed_on_both_sides_are_merged(copies: Run) -> None:
    copies("set", OURS, "promise", "Tepid bread at seven, every day.")
    copies("set", THEIRS, "promise", "Warm bread at eight, every day.")
    status, out, err = copies("merge", BASE, OURS, THEIRS, "-o", OUT)
    assert (status, err) == (0, "")
    assert promise(copies, OUT) == "Tepid bread at eight, every day."
    assert "1 change taken" in out


def test_the_base_is_found_among_the_versions_both_hold(copies: Run) -> None:
    base = container.load(Path(BASE)).platform
    for copy in (OURS, THEIRS):
        container.save(Path(copy), Kept(platform=base), "", "2026-11-20T09:00:00+00:00")
    copies("set", THEIRS, "promise", "Warm bread at eight, every day.")
    copies("set", OURS, "mission", "We bake at night.")
    assert copies("merge", "-", OURS, THEIRS, "-o", OUT)[0] == 0
    assert promise(copies, OUT) == "Warm bread at eight, every day."
    copies("new", "other.brandplatform", "--lang", "en")
    assert "share no version" in refused(
        copies("merge", "-", OURS, "other.brandplatform", "-o", "b.brandplatform")
    )


def test_a_conflict_is_listed_marked_and_decided(copies: Run) -> None:
    copies("set", OURS, "promise", "Cold bread.")
    copies("set", THEIRS, "promise", "Hot bread.")
    status, out, _ = copies("merge", BASE, OURS, THEIRS, "-o", OUT)
    assert status == 1
    assert "ours: Cold bread." in out
    assert "theirs: Hot bread." in out
    assert json.loads(copies("info", OUT, "--json")[1])["conflicts"] == 1
    (one,) = container.load(Path(OUT)).platform.conflicts
    assert promise(copies, OUT) == "Cold bread."
    assert copies("set", OUT, f"conflicts[{one.id}]", "theirs")[0] == 0
    assert promise(copies, OUT) == "Hot bread."
    assert container.load(Path(OUT)).platform.conflicts == ()
    assert "nothing to decide" in refused(copies("set", OUT, f"conflicts[{one.id}]", "theirs"))


def test_a_merge_says_it_in_one_object(copies: Run) -> None:
    copies("set", OURS, "promise", "Cold bread.")
    copies("set", THEIRS, "promise", "Hot bread.")
    copies("set", THEIRS, "mission", "We bake at night.")
    status, out, _ = copies("merge", BASE, OURS, THEIRS, "-o", OUT, "--json")
    found = json.loads(out)
    assert status == 1
    assert [(one["path"], one["after"]) for one in found["changes"]] == [("mission", "We bake at night.")]
    (one,) = found["conflicts"]
    assert (one["path"], one["lang"], one["before"], one["after"]) == (
        "promise",
        "en",
        "Cold bread.",
        "Hot bread.",
    )
    assert one["base"] == "Warm bread at seven, every day."


def test_an_empty_base_is_an_empty_platform(copies: Run) -> None:
    Path("empty").write_bytes(b"")
    copies("set", THEIRS, "mission", "We bake at night.")
    assert copies("merge", "empty", OURS, THEIRS, "-o", OUT)[0] == 0
    assert copies("merge", os.devnull, OURS, THEIRS, "-o", OUT, "--force")[0] == 0
    assert copies("get", OUT, "mission")[1] == "We bake at night.\n"


def test_our_copy_may_be_replaced_when_forced(copies: Run) -> None:
    copies("set", THEIRS, "mission", "We bake at night.")
    assert "already exists" in refused(copies("merge", BASE, OURS, THEIRS, "-o", OURS))
    assert copies("merge", BASE, OURS, THEIRS, "-o", OURS, "--force")[0] == 0
    assert copies("get", OURS, "mission")[1] == "We bake at night.\n"


@pytest.mark.parametrize("damaged", [BASE, OURS, THEIRS])
def test_a_damaged_copy_is_refused_and_nothing_is_written(copies: Run, damaged: str) -> None:
    Path(damaged).write_bytes(Path(damaged).read_bytes()[:300])
    assert "damaged" in refused(copies("merge", BASE, OURS, THEIRS, "-o", OUT))
    assert not Path(OUT).exists()


def test_versions_are_listed_and_brought_back(copies: Run) -> None:
    copies("set", OURS, "promise", "Cold bread.")
    listed = json.loads(copies("history", OURS, "--json")[1])
    assert [one["when"] for one in listed] == sorted((one["when"] for one in listed), reverse=True)
    first = listed[-1]["id"]
    assert first[:12] in copies("history", OURS)[1]
    assert copies("history", OURS, "--restore", first[:8], "-o", OUT)[0] == 0
    assert promise(copies, OUT) == ""
    kept = container.load(Path(OUT))
    assert [one.why for one in kept.history][-2:] == ["restore", ""]


def test_bringing_back_refuses_what_it_cannot_name(copies: Run) -> None:
    assert "names no version" in refused(copies("history", OURS, "--restore", "ffffffff", "-o", OUT))
    assert "names no version" in refused(copies("history", OURS, "--restore", "abc", "-o", OUT))
    first = json.loads(copies("history", OURS, "--json")[1])[-1]["id"]
    assert "with -o" in refused(copies("history", OURS, "--restore", first))
    assert "--restore" in refused(copies("history", OURS, "-o", OUT))


def test_a_copy_to_hand_on_has_neither_notes_nor_history(run: Run) -> None:
    kept = Kept(platform=sample())
    container.save(Path("a.brandplatform"), kept, "", "2026-11-25T09:00:00+00:00", by="Ana")
    assert run("export", "a.brandplatform", "-o", "b.brandplatform")[0] == 0
    handed = container.load(Path("b.brandplatform"))
    assert handed.history == ()
    assert handed.platform.notes == {}
    assert handed.platform.answers.keys() == kept.platform.answers.keys()
    assert b"Ana" not in Path("b.brandplatform").read_bytes()


def test_a_file_open_in_a_window_is_not_replaced_by_any_command(copies: Run, tmp_path: Path) -> None:
    window = Lock(Path(OURS), tmp_path / "home" / "state")
    assert window.acquire()
    for words in (
        ("new", OURS, "--force"),
        ("export", THEIRS, "-o", OURS, "--force"),
        ("merge", BASE, OURS, THEIRS, "-o", OURS, "--force"),
        ("set", OURS, "promise", "x"),
    ):
        assert "open in a window" in refused(copies(*words))
    window.release()


def test_a_file_that_somebody_has_open_on_another_machine_is_left_alone(copies: Run) -> None:
    note_of(Path(OURS)).write_text('{"person":"Ana","machine":"bureau","since":"2026-11-25"}')
    assert "Ana has this file open on “bureau”" in refused(copies("set", OURS, "promise", "x"))
    assert note_of(Path(OURS)).exists()
