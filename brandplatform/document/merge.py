"""Two copies of a platform made one: what each of two people changed since both had the same.

Parts are matched by id, prose is merged word by word, and what both changed in two ways is a `Conflict`: the
document reads as ours, theirs waits to be decided. What one took out while the other went on with it stays,
and is a conflict too. Must not know what any field means.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from brandplatform.document.change import ORDER, Change, Path, diff, from_leaves, leaves, worth_showing
from brandplatform.document.diff3 import merged_lists, merged_order, merged_words, woven
from brandplatform.document.model import Conflict, Leaf, Platform, Statement, new_id

_LISTS = frozenset(
    ("questions", "matrix", "comments", "accepted", "signatures", "reviews", "conflicts", "loose")
)
_KEYS = ("kind", "id", "asset", "result")

_PROSE = frozenset(("text", "reason", "words", "offer", "alt", "ask", "why", "note"))
_NAMES = frozenset(("languages", "unasked", "settled", "put_away"))
_QUIET = frozenset(("id", "format", "framework", "extra"))
"""What is ours without a word when both differ."""

Node = Any
"""A leaf, or keys with what is under them; None for nothing."""


class Merged(Struct, frozen=True):
    """One platform of two, and what is to be decided in it."""

    platform: Platform
    conflicts: tuple[Conflict, ...] = ()
    """Those that were found now; the platform holds them beside older ones."""

    def taken(self, before: Platform) -> tuple[Change, ...]:
        """Return what the merge brought into ours, as it was before; what is to be decided left aside."""
        return worth_showing(diff(before, replace(self.platform, conflicts=before.conflicts)))


def merge(base: Platform, ours: Platform, theirs: Platform, *, by: str = "", when: str = "") -> Merged:
    """Return what `base` becomes by both people's changes; `by` and `when` tell of theirs.

    The identity of the platform and its format are ours.
    Raises ValueError: in one of them a part stands twice.
    """
    work = _Work()
    built = work.both((), *(nested(leaves(one)) for one in (base, ours, theirs)))
    platform = replace(from_leaves(flat(built)), id=ours.id, format=ours.format)
    platform = _one_chosen(platform, ours)
    there = {(one.path, one.theirs) for one in platform.conflicts}
    taken = {one.id for one in platform.conflicts}
    made = []
    for path, was, here, other in work.apart:
        if (path, other) not in there:
            name = new_id("c", frozenset(taken))
            taken.add(name)
            made.append(Conflict(id=name, path=path, base=was, ours=here, theirs=other, by=by, when=when))
    return Merged(replace(platform, conflicts=(*platform.conflicts, *made)), tuple(made))


def nested(found: Mapping[Path, Leaf]) -> dict[str, Node]:
    """Return leaves as keys within keys."""
    root: dict[str, Node] = {}
    for path, leaf in found.items():
        at = root
        for key in path[:-1]:
            at = at.setdefault(key, {})
        at[path[-1]] = leaf
    return root


def flat(node: Node, path: Path = ()) -> dict[Path, Leaf]:
    """Return keys within keys as leaves."""
    return dict(_flat(node, path))


def _flat(node: Node, path: Path) -> Iterator[tuple[Path, Leaf]]:
    if isinstance(node, dict):
        for key, inner in node.items():
            yield from _flat(inner, (*path, key))
    elif node is not None:
        yield path, node


def is_identity(path: Path) -> bool:
    """Tell whether a leaf is the one without which a part is none: with it, all of the part goes.

    A key alone does not tell: `id` is Indonesian too, and a column may have any name.
    """
    match path:
        case ("answers", _, "kind") | ("brand", "logo", "asset"):
            return True
        case ("answers", _, "rows" | "drafts" | "proofs", _, "id"):
            return True
        case ("answers", _, "tests", _, "result") | ("answers", _, _, _, "tests", _, "result"):
            return True
        case (one, _, "id"):
            return one in _LISTS
        case _:
            return False


def identity(path: Path, node: Node) -> str:
    """Return the key that makes what stands at a path a part, or empty: it is none."""
    there = node if isinstance(node, dict) else {}
    return next((key for key in _KEYS if key in there and is_identity((*path, key))), "")


class _Work:
    """One merge: what it finds at odds gathers in `apart` as (path, base, ours, theirs)."""

    def __init__(self) -> None:
        self.apart: list[tuple[Path, Leaf, Leaf, Leaf]] = []

    def both(self, path: Path, base: Node, ours: Node, theirs: Node) -> Node:
        """Return what stands at a path after both changed it; None for nothing."""
        if ours == theirs or theirs == base:
            return ours
        if ours == base:
            return theirs
        if isinstance(ours, dict) or isinstance(theirs, dict):
            return self._parts(path, base, ours, theirs)
        return self._leaf(path, base, ours, theirs)

    def _parts(self, path: Path, base: Node, ours: Node, theirs: Node) -> Node:
        left = ours if theirs is None else theirs if ours is None else None
        if key := identity(path, left):
            was, here, there = (one and one.get(key) for one in (base, ours, theirs))
            self.apart.append(((*path, key), was, here, there))
            return left
        was, here, there = ({} if one is None else one for one in (base, ours, theirs))
        kinds = {one.get("kind") for one in (here, there) if isinstance(one, dict)}
        if not (isinstance(here, dict) and isinstance(there, dict)) or len(kinds) > 1:
            self._all_apart(path, here, there)
            return ours
        was = was if isinstance(was, dict) else {}
        keys = [key for key in {**here, **there} if key != ORDER]
        made = {key: self.both((*path, key), was.get(key), here.get(key), there.get(key)) for key in keys}
        made = {key: node for key, node in made.items() if node is not None}
        if ORDER in here or ORDER in there:
            orders = [one.get(ORDER, ()) for one in (was, here, there)]
            made[ORDER] = placed(self._order((*path, ORDER), *orders), made, *orders[1:])
        return made

    def _all_apart(self, path: Path, here: Node, there: Node) -> None:
        """Note all of theirs where the two are of different kinds."""
        ours = flat(here, path)
        self.apart += [(at, None, ours.get(at), leaf) for at, leaf in flat(there, path).items()]

    def _order(self, path: Path, base: Path, ours: Path, theirs: Path) -> Path:
        if ours == theirs or theirs == base:
            return ours
        if ours == base:
            return theirs
        order, agreed = merged_order(base, ours, theirs)
        if agreed and (order or not (ours and theirs)):  # of languages, one is to stay
            return order
        self.apart.append((path, base, ours, theirs))
        return order or ours

    def _leaf(self, path: Path, base: Leaf, ours: Leaf, theirs: Leaf) -> Leaf:
        if path[0] in _QUIET or path[-2:-1] == ("translated",):
            return ours
        lists = tuple(one if isinstance(one, tuple) else () for one in (base, ours, theirs))
        merged: Leaf = None
        if path[0] in _NAMES:
            return self._order(path, *lists)
        if isinstance(ours, tuple) and isinstance(theirs, tuple):
            merged = merged_lists(*lists, touching=True)
        elif isinstance(ours, str) and isinstance(theirs, str) and is_prose(path):
            merged = merged_words(base if isinstance(base, str) else "", ours, theirs)
        if merged is None:
            self.apart.append((path, base, ours, theirs))
            return ours
        return merged


def is_prose(path: Path) -> bool:
    """Tell whether a leaf is a text somebody wrote, in a language."""
    return len(path) > 2 and (path[-2] in _PROSE or path[0] == "notes" or path[-3] == "cells")


def placed(order: Path, there: Mapping[str, Node], *sources: Path) -> Path:
    """Return an order that names all the parts there are, each after the one it stood after in a source."""
    made = tuple(one for one in order if one in there)
    for source in sources:
        made = woven(made, (one for one in source if one in there), set(made))
    return made


def _one_chosen(platform: Platform, ours: Platform) -> Platform:
    """Leave each statement at most one draft that is chosen: ours, when each chose another."""
    answers = dict(platform.answers)
    for name, answer in platform.answers.items():
        if isinstance(answer, Statement) and sum(d.status == "chosen" for d in answer.drafts) > 1:
            mine = ours.answers.get(name)
            known = mine.drafts if isinstance(mine, Statement) else ()
            kept = {draft.id for draft in known if draft.status == "chosen"}
            drafts = (
                d if d.id in kept or d.status != "chosen" else replace(d, status="") for d in answer.drafts
            )
            answers[name] = replace(answer, drafts=tuple(drafts))
    return replace(platform, answers=answers)
