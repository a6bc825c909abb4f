"""Three texts, or three lists, merged: what each of two people changed in what both began with.

Words are the smallest thing that is merged; touching the same place in two ways is a conflict. Must not know
documents. The method is diff3 (Khanna, Kunal and Pierce 2007), on words and not on lines.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from difflib import SequenceMatcher

_WORDS = re.compile(r"\S+\s*|\s+")
_PATIENCE = 2_000_000
"""Pairs of equal words above which longer pieces are compared: 2 million take 0.4 s, and grow as a square."""

Region = tuple[int, int, tuple[str, ...]]
"""Where something begins in what both began with, where it ends, and what stands there now."""


def pieces(text: str) -> tuple[str, ...]:
    """Cut a text into words, each with the white space after it; joined again they are the text."""
    return tuple(_WORDS.findall(text))


def opcodes(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, int, int, int, int]]:
    """Return how `old` becomes `new`, as `difflib` says it; all at once where comparing would take long."""
    most = min(len(old), len(new))
    first = next((at for at in range(most) if old[at] != new[at]), most)
    last = next((at for at in range(most - first) if old[-1 - at] != new[-1 - at]), most - first)
    one, other = old[first : len(old) - last], new[first : len(new) - last]
    there = Counter(other)
    if sum(times * there[word] for word, times in Counter(one).items()) > _PATIENCE:
        found = [("replace", 0, len(one), 0, len(other))]
    else:
        found = list(SequenceMatcher(None, one, other, autojunk=False).get_opcodes())
    made = [
        (tag, a + first, b + first, c + first, d + first) for tag, a, b, c, d in found if (a, c) != (b, d)
    ]
    ends = (len(old) - last, len(new) - last)
    return [
        *([("equal", 0, first, 0, first)] if first else []),
        *made,
        *([("equal", ends[0], len(old), ends[1], len(new))] if last else []),
    ]


def merged_words(base: str, ours: str, theirs: str) -> str | None:
    """Return a text with both people's changes, or None when they touch the same words in two ways.

    >>> merged_words("pain chaud à sept heures", "pain tiède à sept heures", "pain chaud à huit heures")
    'pain tiède à huit heures'
    """
    found = merged_lists(pieces(base), pieces(ours), pieces(theirs))
    return None if found is None else "".join(found)


def merged_lists(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], *, touching: bool = False
) -> tuple[str, ...] | None:
    """Return a list with both people's changes, or None when they changed the same items in two ways.

    With `touching`, two insertions at one place are both kept, ours first.
    """
    made: list[str] = []
    at = 0
    for begin, end, items in _both(_regions(base, ours), _regions(base, theirs), touching=touching):
        if begin < 0:
            return None
        made += base[at:begin]
        made += items
        at = end
    return (*made, *base[at:])


def _regions(base: Sequence[str], new: Sequence[str]) -> list[Region]:
    """Return what was changed, in the order of `base`."""
    return [(a, b, tuple(new[c:d])) for tag, a, b, c, d in opcodes(base, new) if tag != "equal"]


def _both(ours: list[Region], theirs: list[Region], *, touching: bool) -> Iterator[Region]:
    """Yield the changes of both in order; (-1, -1, ()) where two of them are at odds."""
    one, other = list(ours), list(theirs)
    while one and other:
        a, b = one[0], other[0]
        if a == b:
            yield one.pop(0)
            other.pop(0)
        elif touching and a[0] == a[1] == b[0] == b[1]:
            yield (*one.pop(0)[:2], (*a[2], *b[2]))
            other.pop(0)
        elif a[1] < b[0] or (touching and a[1] <= b[0] and a[:2] != b[:2]):
            yield one.pop(0)
        elif b[1] < a[0] or (touching and b[1] <= a[0] and a[:2] != b[:2]):
            yield other.pop(0)
        else:
            yield (-1, -1, ())
            return
    yield from one or other


def merged_order(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]
) -> tuple[tuple[str, ...], bool]:
    """Return names each of which stands once: ours and theirs, without what either took out.

    The second value is False when both moved what was there, in two ways: it stands as we have it.
    """
    was, here, there = set(base), set(ours), set(theirs)
    common = [one for one in base if one in here and one in there]
    moved_here = [one for one in ours if one in was and one in there] != common
    moved_there = [one for one in theirs if one in was and one in here] != common
    first, second = (ours, theirs) if moved_here or not moved_there else (theirs, ours)
    kept, other = (
        [one for one in some if one not in was or (one in here and one in there)] for some in (first, second)
    )
    order = woven(kept, other, was.union(second))
    agreed = [x for x in ours if x in there] == [x for x in theirs if x in here]
    return order, agreed or not (moved_here and moved_there)


def woven(first: Iterable[str], second: Iterable[str], stops: Container[str]) -> tuple[str, ...]:
    """Return what is in either, each of `second` after the one it stands after there.

    What `first` alone has at such a place comes before it, up to the next of `stops`.
    """
    known = tuple(first)
    there = set(known)
    after: dict[str, list[str]] = {}
    anchor = ""
    for one in second:
        if one in there:
            anchor = one
        else:
            after.setdefault(anchor, []).append(one)
    made: list[str] = []
    waiting = [*after.get("", ())]
    for one in known:
        if one in stops:
            made += waiting
            waiting = []
        made.append(one)
        waiting += after.get(one, ())
    return (*made, *waiting)
