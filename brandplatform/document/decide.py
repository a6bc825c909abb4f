"""What differs between two platforms as things to take or leave, and a platform with what was taken.

A row that came or went is one decision, whatever is in it; a text is one; so is the choice of a draft, which
moves words between it and the statement. Conflicts are decided the same way. Must not know who proposes, nor
how a decision is shown.
"""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from brandplatform.document.change import ORDER, Change, Path, diff, from_leaves, leaves, worth_showing
from brandplatform.document.drafts import CHOSEN
from brandplatform.document.merge import is_identity, placed
from brandplatform.document.model import Conflict, Leaf, Loose, Platform, new_id

_OF_CHOICE = [("text",), ("tests",), ("drafts",)]
"""What of a statement moves when another draft is chosen."""


class Proposal(Struct, frozen=True):
    """One thing to take or leave."""

    path: Path
    """Of the text, or of the whole part where it came or went: then without its last key."""
    changes: tuple[Change, ...]
    """What taking it does; the first is what is shown."""

    @property
    def comes(self) -> bool:
        """Whether a whole part comes."""
        return self.changes[0].path != self.path and self.changes[0].before is None

    @property
    def goes(self) -> bool:
        """Whether a whole part goes."""
        return self.changes[0].path != self.path and self.changes[0].after is None


def proposals(now: Platform, then: Platform, *, by: str = "", when: str = "") -> tuple[Proposal, ...]:
    """Return what taking would make `now` into `then`, in the order of the documents; `conflicts` aside."""
    changes = diff(replace(now, conflicts=()), replace(then, conflicts=(), id=now.id, format=now.format))
    whole = {one.path[:-1]: one for one in changes if _is_whole(one)}
    grouped: dict[Path, list[Change]] = {}
    for change in changes:
        change = replace(change, by=by, when=when)
        part = next((change.path[:n] for n in range(1, len(change.path)) if change.path[:n] in whole), None)
        if part is None:
            grouped.setdefault(change.path, []).append(change)
        elif change.path == whole[part].path:
            grouped.setdefault(part, []).insert(0, change)
        else:
            grouped.setdefault(part, []).append(change)
    made = (Proposal(path, tuple(found)) for path, found in grouped.items())
    shown = (one for one in made if worth_showing(one.changes[:1]) or one.path != one.changes[0].path)
    return _choices_joined(tuple(shown))


def take(now: Platform, then: Platform, taken: Iterable[Proposal]) -> Platform:
    """Return `now` with what was taken of `then`; rows that come stand where they stood.

    Raises ValueError: the result would be no document.
    """
    found, other = dict(leaves(now)), leaves(then)
    for proposal in taken:
        for change in proposal.changes:
            _put(found, change.path, change.after)
    for path in [path for path in (*found, *other) if path[-1] == ORDER and path in other]:
        here, there = _names(found.get(path)), _names(other[path])
        alive = {one: True for one in (*here, *there) if (*path[:-1], one, "id") in found}
        if alive:
            found[path] = placed(here, alive, there)
    return from_leaves(found)


def settle(platform: Platform, conflict: str, *, theirs: bool) -> Platform:
    """Return a platform in which a conflict is decided; theirs goes aside where it has no place by now.

    What stands there stays unless theirs is taken; of a part that one of them took out, ours is what we did.
    Raises ValueError: the platform is no document.
    """
    one = next(c for c in platform.conflicts if c.id == conflict)
    rest = replace(platform, conflicts=tuple(c for c in platform.conflicts if c.id != conflict))
    wanted = one.theirs if theirs else one.ours
    whole = is_of_part(one)
    if wanted is not None if whole else not theirs:
        return rest
    made = _with(rest, one.path, wanted)
    if made is None:
        return rest if wanted is None else _aside(rest, one)
    return made


def is_of_part(one: Conflict) -> bool:
    """Tell whether a conflict is of a part that one removed and the other went on with."""
    return is_identity(one.path) and None in (one.ours, one.theirs)


def _with(platform: Platform, path: Path, value: Leaf) -> Platform | None:
    """Return a platform in which a leaf is that; None where it has no place."""
    found = dict(leaves(platform))
    if not path:
        return None
    _put(found, path, value)
    try:
        made = from_leaves(found)
    except (TypeError, ValueError):
        return None
    return made if path[-1] == ORDER or leaves(made).get(path) == value else None


def _is_whole(change: Change) -> bool:
    """Tell whether a change is of a whole part: it comes, goes, or is an answer of another kind."""
    once = change.path[-1] == "kind" or None in (change.before, change.after)
    return once and is_identity(change.path)


def _choices_joined(made: tuple[Proposal, ...]) -> tuple[Proposal, ...]:
    """Join all that choosing another draft does to a statement and its drafts."""
    fields = {change.path[1] for one in made for change in one.changes if _chooses(change)}
    joined: dict[Path, Proposal] = {}
    for one in made:
        of_choice = one.path[0] == "answers" and one.path[1] in fields and one.path[2:3] in _OF_CHOICE
        key = one.path[:2] if of_choice else one.path
        if (before := joined.get(key)) is not None:
            first, last = (one, before) if before.path[2] != "text" == one.path[2] else (before, one)
            one = Proposal(first.path, (*first.changes, *last.changes))
        joined[key] = one
    return tuple(joined.values())


def _chooses(change: Change) -> bool:
    drafts = change.path[:1] == ("answers",) and change.path[2:3] == ("drafts",)
    return drafts and change.path[4:] == ("status",) and CHOSEN in (change.before, change.after)


def _put(found: dict[Path, Leaf], path: Path, value: Leaf) -> None:
    """Make a leaf what it is to be; a part without its identity goes whole."""
    if value is not None:
        found[path] = value
        return
    found.pop(path, None)
    if is_identity(path):
        for under in [one for one in found if one[: len(path) - 1] == path[:-1]]:
            del found[under]


def _aside(platform: Platform, one: Conflict) -> Platform:
    name = new_id("l", frozenset(loose.id for loose in platform.loose))
    text = ", ".join(one.theirs) if isinstance(one.theirs, tuple) else str(one.theirs)
    return replace(platform, loose=(*platform.loose, Loose(id=name, text=text, source=one.by)))


def _names(leaf: Leaf) -> tuple[str, ...]:
    return leaf if isinstance(leaf, tuple) else ()
