"""What holds for every platform, whatever it holds."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brandplatform import resources
from brandplatform.document import edit
from brandplatform.document.change import apply, diff, from_leaves, leaves
from brandplatform.document.library import Library
from brandplatform.document.model import Platform, Statement, new_platform
from brandplatform.publish.archive import archive
from brandplatform.resources import Words
from brandplatform.storage import codec
from brandplatform.storage.container import Kept, pack, read
from tests.document.platforms import LANGUAGE, PLATFORM, TEXT
from tests.shipped import from_archive

LIBRARY = Library(resources.read_toml, ("plateforme",))
WORDS = Words("fr")
often = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
campaign = settings(max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@often
@given(PLATFORM)
def test_a_platform_is_made_of_its_leaves(platform: Platform) -> None:
    assert from_leaves(leaves(platform)) == platform


@often
@given(PLATFORM, PLATFORM)
def test_a_difference_applied_leads_there_and_back(old: Platform, new: Platform) -> None:
    assert apply(old, diff(old, new)) == new
    assert apply(new, diff(new, old)) == old


@often
@given(PLATFORM)
def test_nothing_differs_from_itself(platform: Platform) -> None:
    assert diff(platform, from_leaves(leaves(platform))) == ()


@often
@given(PLATFORM)
def test_what_is_written_is_read(platform: Platform) -> None:
    assert codec.decode(codec.encode(platform)) == (platform, True)
    assert read(pack(Kept(platform=platform), "")).platform == platform


def comes_back(platform: Platform) -> None:
    text = archive(LIBRARY.framework("plateforme"), LIBRARY, platform, WORDS)
    assert from_archive(text) == platform
    as_a_file = text.encode("utf-8").decode("utf-8")
    assert from_archive("\ufeff" + as_a_file) == platform
    assert from_archive(text.replace("\n", "\r\n")) == platform


@often
@given(PLATFORM)
def test_an_archive_comes_back_identical(platform: Platform) -> None:
    comes_back(platform)


@pytest.mark.long
@campaign
@given(PLATFORM)
def test_a_thousand_archives_come_back_identical(platform: Platform) -> None:
    comes_back(platform)


@often
@given(PLATFORM, LANGUAGE, TEXT, TEXT)
def test_writing_again_what_was_there_changes_nothing(
    platform: Platform, language: str, first: str, second: str
) -> None:
    fresh = Platform(id="x", framework=platform.framework)
    once = edit.write_text(fresh, "mission", Statement, language, first)
    assert edit.write_text(once, "mission", Statement, language, first) is once
    there = edit.write_text(once, "mission", Statement, language, second)
    assert edit.write_text(there, "mission", Statement, language, first) == once
    assert edit.write_text(there, "mission", Statement, language, "") == fresh


@often
@given(st.lists(st.sampled_from("abcdef"), unique=True), st.sampled_from("abcdef"), st.integers(-2, 9))
def test_moving_a_row_keeps_every_row(rows: list[str], row: str, to: int) -> None:
    platform = new_platform("plateforme", "fr")
    for one in rows:
        platform = edit.add_row(platform, "values", one)
    moved = edit.move_row(platform, "values", row, to)
    if row not in rows:
        assert moved is platform
        return
    order = [one.id for one in moved.answers["values"].rows]
    assert sorted(order) == sorted(rows)
    assert order.index(row) == max(0, min(to, len(rows) - 1))
