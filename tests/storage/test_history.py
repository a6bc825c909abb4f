"""Versions inside the file: which are kept and for how long, what two copies share, what is refused."""

import zlib
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from brandplatform.document import edit
from brandplatform.document.model import Platform, new_platform
from brandplatform.storage.codec import MOST_BYTES, canonical
from brandplatform.storage.history import (
    MOST_OVER,
    Moment,
    Version,
    Why,
    named_in,
    read_version,
    shared,
    thinned,
    united,
    with_versions,
)
from brandplatform.storage.problems import Damaged, FileProblem

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
EMPTY = new_platform("plateforme", "fr")
EVERY = ((24 * 60, 0), (7 * 24 * 60, 60), (90 * 24 * 60, 24 * 60), (10**9, 7 * 24 * 60))
"""(minutes of age, minutes of a stretch), as the file's first lines say."""
AGO = st.lists(st.integers(0, 400 * 24 * 60), min_size=1, max_size=80, unique=True).map(
    lambda found: tuple(sorted(found, reverse=True))
)
REASONS: tuple[Why, ...] = ("import", "merge", "restore", "sign", "sent")


def version(minutes: int, number: int = 0, name: str = "", why: Why = "") -> Version:
    """Return a version that was saved so many minutes ago."""
    when = (NOW - timedelta(minutes=minutes)).isoformat()
    return Version(id=f"{number or minutes:064x}", when=when, name=name, why=why)


def ages(history: Iterable[Version]) -> list[int]:
    """Return how many minutes ago each version was saved."""
    return [(NOW - datetime.fromisoformat(one.when)) // timedelta(minutes=1) for one in history]


def expected(minutes: tuple[int, ...]) -> list[int]:
    """Return the ages that are kept of those given, the oldest first, by the letter of the rule."""
    newest: dict[tuple[int, int], int] = {}
    for ago in minutes:
        every = next(every for most, every in EVERY if ago - minutes[-1] <= most)
        since = int((NOW - timedelta(minutes=ago)).timestamp()) // 60
        newest[(every, since // every if every else since)] = ago
    return [ago for ago in minutes if ago in newest.values() or ago in (minutes[0], minutes[-1])]


def named(name: str) -> Platform:
    """Return a platform of that name."""
    return edit.rebrand(EMPTY, name=name)


def saved(*moments: tuple[int, str], **more: str) -> list[tuple[str, str]]:
    """Save names so many minutes after noon, one after the other; return (hour, id) of what is kept."""
    history: tuple[Version, ...] = ()
    versions: dict[str, bytes] = {}
    for minutes, name in moments:
        when = (NOW + timedelta(minutes=minutes)).isoformat()
        moment = Moment(named(name), when, name=more.get(name, ""))
        history, kept = with_versions(history, versions, [moment])
        versions = dict(kept)
        assert set(versions) == {one.id for one in history}
    return [(one.when[11:16], read_version(one.id, versions[one.id]).brand.name) for one in history]


# Kept by age


@given(AGO)
def test_what_is_kept_is_what_the_rule_says(minutes: tuple[int, ...]) -> None:
    assert ages(thinned(tuple(map(version, minutes)))) == expected(minutes)


@given(AGO)
def test_thinning_twice_is_thinning_once(minutes: tuple[int, ...]) -> None:
    once = thinned(tuple(map(version, minutes)))
    assert thinned(once) == once


def test_all_of_the_last_day_is_kept_then_one_an_hour_one_a_day_one_a_week() -> None:
    day = 24 * 60
    history = tuple(version(minutes) for minutes in range(400 * day, -1, -10))
    kept = ages(thinned(history))
    assert [ago for ago in kept if ago <= day] == list(range(day, -1, -10))
    assert len([ago for ago in kept if day < ago <= 7 * day]) == 6 * 24
    assert len([ago for ago in kept if 7 * day < ago <= 90 * day]) in range(82, 86)
    assert len([ago for ago in kept if 90 * day < ago]) in range(44, 48)
    assert kept[0] == 400 * day


@pytest.mark.parametrize("reason", REASONS)
def test_what_stands_before_a_great_change_is_kept_whatever_its_age(reason: Why) -> None:
    history = tuple(version(10_000 - n, why=reason if n == 5 else "") for n in range(10))
    assert [one.why for one in thinned((*history, version(0)))].count(reason) == 1


def test_what_has_a_name_is_kept_whatever_its_age() -> None:
    history = tuple(version(10**6 - n, name=f"n° {n}") for n in range(50))
    assert thinned((*history, version(0)))[:-1] == history


def test_the_first_and_the_last_are_kept_however_close() -> None:
    history = (version(10**6), version(10**6 - 1), version(10**6 - 2))
    assert ages(thinned(history)) == [10**6, 10**6 - 1, 10**6 - 2]  # the age is told from the newest
    assert ages(thinned((*history, version(0)))) == [10**6, 10**6 - 2, 0]


@pytest.mark.parametrize("when", ["", "hier", "2026-13-45", "0001-01-01T00:00:00", "９"])
def test_a_date_nobody_can_read_is_no_reason_to_drop_a_version(when: str) -> None:
    odd = Version(id="f" * 64, when=when)
    history = (version(10**6), odd, version(10**6 - 3), version(0))
    assert odd in thinned(history)


def test_a_day_without_a_zone_is_taken_for_universal_time() -> None:
    there = Version(id="f" * 64, when="2026-11-25T11:59:00")
    assert len(thinned((version(10), there, version(0)))) == 3


# Saved


def test_of_saves_within_ten_minutes_the_first_and_the_last_are_kept() -> None:
    assert saved((0, "a"), (2, "b"), (5, "c"), (9, "d")) == [("12:00", "a"), ("12:09", "d")]


def test_of_saves_every_five_minutes_one_in_ten_minutes_is_kept() -> None:
    kept = saved(*((minute, f"n° {minute}") for minute in range(0, 61, 5)))
    assert [when for when, _ in kept] == ["12:00", "12:10", "12:20", "12:30", "12:40", "12:50", "13:00"]


def test_what_was_left_for_an_hour_is_kept() -> None:
    kept = saved((0, "a"), (3, "b"), (60, "c"))
    assert kept == [("12:00", "a"), ("12:03", "b"), ("13:00", "c")]


def test_the_same_saved_twice_is_one_version() -> None:
    assert saved((0, "a"), (30, "a")) == [("12:00", "a")]


def test_a_version_with_a_name_is_never_replaced() -> None:
    kept = saved((0, "a"), (1, "b"), (2, "c"), (3, "d"), b="Pour Anna")
    assert kept == [("12:00", "a"), ("12:01", "b"), ("12:03", "d")]


def test_what_is_back_where_it_was_is_stored_once() -> None:
    history, versions = with_versions((), {}, [Moment(named(n), f"2026-11-{d}") for d, n in ((1, "a"),)])
    for day, name in ((10, "b"), (20, "a")):
        history, versions = with_versions(history, versions, [Moment(named(name), f"2026-11-{day}")])
    assert len(history) == 3
    assert len(versions) == 2


# What a version took the place of


def test_a_version_remembers_what_it_took_the_place_of() -> None:
    history: tuple[Version, ...] = ()
    versions: dict[str, bytes] = {}
    for minute in range(10):
        moment = Moment(named(str(minute)), (NOW + timedelta(minutes=minute)).isoformat())
        history, kept = with_versions(history, versions, [moment])
        versions = dict(kept)
    ids = [sha256(canonical(named(str(minute)))).hexdigest() for minute in range(10)]
    assert [one.id for one in history] == [ids[0], ids[9]]
    assert history[-1].over == tuple(ids[1:9])


@given(AGO)
def test_what_age_takes_away_is_remembered_by_the_next_that_is_kept(minutes: tuple[int, ...]) -> None:
    history = tuple(map(version, minutes))
    kept = thinned(history)
    remembered = [name for one in kept for name in (*one.over, one.id)]
    assert remembered == [one.id for one in history]


def test_not_more_is_remembered_than_two_hundred() -> None:
    history = tuple(version(10**6 - n) for n in range(MOST_OVER + 50))
    kept = thinned((*history, version(0)))
    assert max(len(one.over) for one in kept) <= MOST_OVER


def test_two_copies_share_what_one_of_them_only_remembers() -> None:
    ours = replace(version(5), over=(version(9).id, version(8).id))
    assert list(shared((ours,), (version(9), version(3)))) == [version(9).id]
    assert list(shared((version(9), version(3)), (ours,))) == [version(9).id]


# Two copies


def test_two_copies_have_each_of_their_versions_once_the_oldest_first() -> None:
    both, ours, theirs = version(9), version(5), version(7)
    assert united((both, ours), (both, theirs)) == (both, theirs, ours)
    assert united((), ()) == ()


def test_a_name_given_in_the_second_of_a_merge_stays() -> None:
    given_it, before = version(5, 1, name="Pour Anna"), version(5, 1, why="merge")
    assert set(united((given_it, before), (given_it, before))) == {given_it, before}


def test_the_newest_version_both_have_is_the_first_they_share() -> None:
    first, second = version(9), version(8)
    assert list(shared((first, second, version(5)), (first, second, version(3)))) == [second.id, first.id]
    assert list(shared((first,), (version(3),))) == []


# Read


def test_a_version_is_read_as_it_was_saved() -> None:
    data = canonical(named("Levain"))
    assert read_version(sha256(data).hexdigest(), zlib.compress(data)) == named("Levain")


@pytest.mark.parametrize("packed", [b"", b"no zlib", zlib.compress(b"{}"), zlib.compress(b"[1]")[:-3]])
def test_bytes_that_are_not_what_their_name_says_are_refused(packed: bytes) -> None:
    with pytest.raises(Damaged, match="is not what its name says"):
        read_version("a" * 64, packed)


@pytest.mark.parametrize("data", [b"", b"{}", b"[" * 5000, b'{"format": 1e999}', b"\xff\xfe"])
def test_what_is_no_platform_is_refused_though_its_name_is_right(data: bytes) -> None:
    with pytest.raises(FileProblem):
        read_version(sha256(data).hexdigest(), zlib.compress(data))


def test_a_bomb_is_not_unpacked() -> None:
    bomb = zlib.compress(bytes(40 * MOST_BYTES), 9)
    assert len(bomb) < MOST_BYTES
    with pytest.raises(Damaged):
        read_version(sha256(bytes(40)).hexdigest(), bomb)
    assert named_in({"a": bomb}, ["a"]) == set()
