"""What two copies began with: the newest version in both that can be read."""

from msgspec.structs import replace

from brandplatform.document import edit
from brandplatform.document.model import Platform, new_platform
from brandplatform.storage.container import Kept
from brandplatform.storage.copies import between
from brandplatform.storage.history import Moment, with_versions

FIRST = new_platform("plateforme", "fr", "Levain")
SECOND = edit.rebrand(FIRST, name="Maison Levain")


def kept(now: Platform, *before: Platform) -> Kept:
    """Return a file with versions, all lasting."""
    moments = [
        Moment(one, f"2026-11-2{nth}T08:00:00+00:00", "Ana", f"v{nth}") for nth, one in enumerate(before)
    ]
    history, versions = with_versions((), {}, moments)
    return Kept(platform=now, history=history, versions=versions)


def test_the_newest_version_both_have_is_what_they_began_with() -> None:
    ours = kept(edit.rebrand(SECOND, name="A"), FIRST, SECOND, edit.rebrand(SECOND, name="A"))
    theirs = kept(edit.rebrand(SECOND, name="B"), FIRST, SECOND)
    found = between(ours, theirs)
    assert (found.base, found.same) == (SECOND, True)


def test_a_version_that_cannot_be_read_gives_way_to_an_older_one() -> None:
    ours, theirs = kept(SECOND, FIRST, SECOND), kept(SECOND, FIRST, SECOND)
    broken = {ours.history[-1].id: b"no version"}
    found = between(*(replace(one, versions={**one.versions, **broken}) for one in (ours, theirs)))
    assert found.base == FIRST


def test_the_bytes_of_a_version_are_found_in_either_copy() -> None:
    ours, theirs = kept(SECOND, FIRST), kept(SECOND, FIRST)
    assert between(replace(ours, versions={}), theirs).base == FIRST
    assert between(ours, replace(theirs, versions={})).base == FIRST
    assert between(*(replace(one, versions={}) for one in (ours, theirs))).base is None


def test_copies_without_a_version_in_common_are_copies_still() -> None:
    found = between(kept(FIRST, FIRST), kept(SECOND, SECOND))
    assert (found.base, found.same) == (None, True)


def test_another_platform_is_no_copy() -> None:
    found = between(kept(FIRST, FIRST), kept(replace(FIRST, id="another"), FIRST))
    assert (found.base, found.same) == (None, False)
