"""What a folder of platforms holds, and what is worth knowing of each file."""

import os
import sys
from pathlib import Path

import pytest

from brandplatform.document import edit
from brandplatform.document.framework import Framework
from brandplatform.document.model import Conflict, Loose, Platform, Signature, Statement, new_platform
from brandplatform.publish.signed import sign, signers_of, status_of
from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.storage.portfolio import LONGEST, Standing, Summary, found_in, legible, summary, summed_up
from brandplatform.storage.problems import Damaged
from tests.shipped import FRAMEWORK, LIBRARY, SECTIONS, sample

WHEN = "2026-11-23T00:00:00+00:00"


def written(file: Path, platform: Platform) -> Path:
    """Write a file that holds a platform."""
    container.save(file, Kept(platform=platform), "", WHEN)
    return file


def standing(platform: Platform, framework: Framework) -> Standing:
    """Return whether a platform is signed, and by whom."""
    return status_of(platform, framework), signers_of(platform, framework)


def about(platform: Platform) -> Summary:
    """Return what a platform says of itself."""
    return summary(Kept(platform=platform), FRAMEWORK, standing(platform, FRAMEWORK))


def promising(text: str, language: str = "fr") -> Platform:
    """Return a platform with a promise and no more."""
    return edit.write_text(new_platform("plateforme", "fr", "Levain"), "promise", Statement, language, text)


def test_the_names_of_a_folder_are_in_the_order_a_person_expects(tmp_path: Path) -> None:
    for name in ("zeste", "Levain", "épinettes"):
        (tmp_path / f"{name}.brandplatform").touch()
    assert [one.name for one in found_in(tmp_path)] == ["épinettes", "Levain", "zeste"]


def test_only_files_with_our_suffix_are_listed(tmp_path: Path) -> None:
    for name in ("a.BRANDPLATFORM", "b.docx", ".hidden.brandplatform", ".bp-01234567.tmp"):
        (tmp_path / name).touch()
    (tmp_path / "folder.brandplatform").mkdir()
    (tmp_path / "nowhere.brandplatform").symlink_to(tmp_path / "gone")
    assert [one.path.name for one in found_in(tmp_path)] == ["a.BRANDPLATFORM"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.brandplatform")
    assert found_in(tmp_path) == ()


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        found_in(tmp_path / "gone")


@pytest.mark.skipif(sys.platform != "linux", reason="only there is a name any bytes")
def test_a_name_that_is_no_unicode_can_be_shown(tmp_path: Path) -> None:
    file = os.path.join(os.fsencode(tmp_path), b"caf\xe9.brandplatform")
    os.close(os.open(file, os.O_CREAT))
    (found,) = found_in(tmp_path)
    assert found.name == "caf?"
    assert legible(found.path.name).encode("utf-8")


def test_a_stamp_changes_when_the_file_is_written(tmp_path: Path) -> None:
    file = written(tmp_path / "a.brandplatform", promising("Du pain."))
    (before,) = found_in(tmp_path)
    written(file, promising("Du pain, demain."))
    assert found_in(tmp_path) != (before,)


def test_a_complete_example_is_signed_or_not_and_has_no_section_to_begin() -> None:
    said = about(sample())
    assert said.brand == "Maison Levain"
    assert said.status == status_of(sample(), FRAMEWORK)
    assert said.unbegun == 0
    assert said.sections == len(SECTIONS)
    assert said.review == "2027-09-06"


def test_those_who_signed_are_those_who_signed_what_it_says_now() -> None:
    first = sign(promising("Du pain."), FRAMEWORK, Signature(id="s1", name="Camille"))
    changed = edit.write_text(first, "promise", Statement, "fr", "Du pain tiède.")
    second = sign(changed, FRAMEWORK, Signature(id="s2", name="Noé"))
    assert [(one.status, one.signers) for one in map(about, (first, changed, second))] == [
        ("signed", ("Camille",)),
        ("changed", ()),
        ("signed", ("Noé",)),
    ]


def test_a_section_put_away_is_not_open() -> None:
    platform = promising("Du pain.")
    away = edit.put_away(platform, "values", away=True)
    assert about(platform).unbegun - about(away).unbegun == 1
    assert about(away).sections == len(SECTIONS) - 1


@pytest.mark.parametrize(("language", "said"), [("en", "Bread."), ("fr", "Du pain."), ("de", "Du pain.")])
def test_the_promise_is_in_a_language_or_in_the_main_one(language: str, said: str) -> None:
    platform = edit.write_text(promising("Du pain."), "promise", Statement, "en", "Bread.")
    assert about(platform).promise(language) == said


def test_a_promise_of_any_length_is_one_line_a_card_can_hold() -> None:
    said = about(promising("pain\n" * 100_000)).promise("fr")
    assert len(said) == LONGEST
    assert said.startswith("pain pain")
    assert said.endswith("…")


def test_what_waits_for_a_decision_and_what_found_no_field_are_counted() -> None:
    base = promising("Du pain.")
    made = Platform(
        id=base.id,
        framework=base.framework,
        languages=base.languages,
        conflicts=(Conflict(id="c1", path=("brand", "name")),),
        loose=(Loose(id="l1", text="a"), Loose(id="l2", text="b")),
    )
    assert (about(made).conflicts, about(made).loose) == (1, 2)


def test_a_file_says_when_it_was_saved(tmp_path: Path) -> None:
    file = written(tmp_path / "a.brandplatform", promising("Du pain."))
    assert summed_up(file, LIBRARY.framework, standing).written == WHEN


def test_a_damaged_file_is_refused_with_its_place(tmp_path: Path) -> None:
    file = written(tmp_path / "a.brandplatform", sample())
    file.write_bytes(file.read_bytes()[:5000])
    with pytest.raises(Damaged, match="archive"):
        summed_up(file, LIBRARY.framework, standing)
