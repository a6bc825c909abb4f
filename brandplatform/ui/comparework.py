"""What there is to take of a version or of another copy: worked out away from the window.

Owns what is compared with what, and what taking makes of it. Must not know widgets; all of it is values.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from brandplatform.document import decide
from brandplatform.document.decide import Proposal, proposals
from brandplatform.document.merge import merge
from brandplatform.document.model import Conflict, Platform, new_id
from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.storage.copies import between
from brandplatform.storage.history import Version
from brandplatform.storage.problems import Damaged

How = Literal["version", "merged", "apart", "other"]
"""A version of this file; a copy with a version in common, one without, a copy of another platform."""


class Copy(Struct, frozen=True):
    """Another file, as it was when it was opened."""

    file: Path
    kept: Kept

    @property
    def last(self) -> Version | None:
        """Its newest version: who wrote it, and when."""
        return self.kept.history[-1] if self.kept.history else None


class Source(Struct, frozen=True):
    """What the platform is compared with: what is to be decided, a version, or another copy."""

    kind: Literal["conflicts", "version", "copy"]
    version: Version | None = None
    copy: Copy | None = None


class Compared(Struct, frozen=True):
    """What differs between the platform as it is and another."""

    source: Source
    now: Platform
    then: Platform
    proposals: tuple[Proposal, ...]
    how: How = "version"
    conflicts: tuple[Conflict, ...] = ()
    """What both changed in two ways; it is to wait in the document once something is taken."""
    along: tuple[Proposal, ...] = ()
    """Parts we took out and the other went on with: they come with their conflict, to be decided there."""
    assets: Mapping[str, bytes] = {}
    """Images the other platform may refer to."""


def opened(file: Path) -> Copy:
    """Read another copy.

    Raises OSError or FileProblem: it cannot be read.
    """
    return Copy(file, container.load(file))


def with_version(
    source: Source, now: Platform, version: Version, read: Callable[[str], Platform]
) -> Compared:
    """Compare with a version; `read` returns its platform.

    Raises FileProblem: it cannot be read. ValueError: a platform that is no document.
    """
    try:
        then = read(version.id)
    except KeyError as error:
        raise Damaged(f"history/{version.id}: missing") from error
    return Compared(source, now, then, offered(now, then, version))


def with_copy(
    source: Source, now: Platform, copy: Copy, history: tuple[Version, ...], known: frozenset[str]
) -> Compared:
    """Compare with another copy: what it changed since both had the same, else all that differs.

    `known`: what of its conflicts (`mark`) has been brought already.
    Raises ValueError: a platform that is no document.
    """
    there, last = copy.kept.platform, copy.last
    found = between(Kept(platform=now, history=history), copy.kept)
    if found.base is None:
        how: How = "apart" if found.same else "other"
        return Compared(source, now, there, offered(now, there, last), how, assets=copy.kept.assets)
    by, when = (last.by, last.when) if last else ("", "")
    merged = merge(found.base, now, there, by=by, when=when)
    apart = tuple(one for one in merged.conflicts if mark(one) not in known)
    then = replace(merged.platform, conflicts=now.conflicts)
    parts = {one.path[:-1] for one in apart if decide.is_of_part(one)}
    found_all = offered(now, then, last)
    free = tuple(one for one in found_all if one.path not in parts)
    along = tuple(one for one in found_all if one.path in parts)
    return Compared(source, now, then, free, "merged", apart, along, copy.kept.assets)


def offered(now: Platform, then: Platform, version: Version | None) -> tuple[Proposal, ...]:
    """Return what differs, with who and when; a method is opened with its document and is not offered."""
    by, when = (version.by, version.when) if version else ("", "")
    found = proposals(now, then, by=by, when=when)
    if now.framework.id == then.framework.id:
        return found
    return tuple(one for one in found if one.path[0] != "framework")


def taken(now: Platform, compared: Compared, chosen: Iterable[Proposal]) -> Platform:
    """Return the platform with what was chosen, and with what is still to be decided waiting in it.

    Raises ValueError: the result would be no document.
    """
    after = decide.take(now, compared.then, (*chosen, *compared.along))
    there = {mark(one) for one in after.conflicts}
    names = {one.id for one in after.conflicts}
    conflicts = list(after.conflicts)
    for one in compared.conflicts:
        if mark(one) not in there:
            name = one.id if one.id not in names else new_id("c", frozenset(names))
            names.add(name)
            conflicts.append(replace(one, id=name))
    return replace(after, conflicts=tuple(conflicts))


def mark(one: Conflict) -> str:
    """Return what tells a conflict from others, whatever its id: where it is, and what the other says."""
    return f"{one.path!r} {one.theirs!r}"
