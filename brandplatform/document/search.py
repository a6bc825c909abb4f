"""Finding words anywhere in a platform, and putting others in their place.

Capitals make no difference, nor does which apostrophe or space was typed. Must not know what any field means.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from brandplatform.document.change import Change, Path, apply, leaves
from brandplatform.document.merge import is_prose
from brandplatform.document.model import Leaf, Platform

MOST = 2000
"""Finds that are listed; nobody reads more."""

_APOSTROPHE, _SPACE = "['’ʼ]", "[ \u00a0\u202f]+"
_ALIKE = {**dict.fromkeys("'’ʼ", _APOSTROPHE), **dict.fromkeys(" \u00a0\u202f", _SPACE)}


class Find(Struct, frozen=True):
    """Words that were found: in which leaf, in which of its lines, and where."""

    path: Path
    line: int
    """Of a list of lines; 0 for a text."""
    text: str
    start: int
    end: int


def find(platform: Platform, language: str, wanted: str) -> list[Find]:
    """Return where words stand in the texts of a language, in the order of the document."""
    sought = _pattern(wanted)
    if sought is None:
        return []
    found: list[Find] = []
    for path, line, text in _texts(platform, language):
        for one in sought.finditer(text):
            found.append(Find(path, line, text, *one.span()))
            if len(found) == MOST:
                return found
    return found


def replaced(platform: Platform, language: str, wanted: str, by: str) -> Platform:
    """Return a platform in which words give way to others wherever they stand.

    A text of which nothing is left is taken out.
    """
    sought = _pattern(wanted)
    if sought is None:
        return platform
    known = leaves(platform)
    changes = []
    for path in dict.fromkeys(path for path, _, _ in _texts(platform, language)):
        before = known[path]
        after = _put(before, sought, by)
        if after != before:
            changes.append(Change(path=path, before=before, after=after))
    return apply(platform, changes) if changes else platform


def replaced_at(platform: Platform, one: Find, by: str) -> Platform:
    """Return a platform in which the words of a find give way to others; the same where they are gone."""
    before = leaves(platform).get(one.path)
    text = one.text[: one.start] + by + one.text[one.end :]
    if isinstance(before, tuple) and before[one.line : one.line + 1] == (one.text,):
        lines = (*before[: one.line], text, *before[one.line + 1 :])
        return apply(platform, [Change(path=one.path, before=before, after=_kept(lines))])
    if before == one.text:
        return apply(platform, [Change(path=one.path, before=before, after=_kept(text))])
    return platform


def _texts(platform: Platform, language: str) -> Iterator[tuple[Path, int, str]]:
    for path, leaf in leaves(platform).items():
        if path[-1] != language or path[0] in ("conflicts", "extra") or "translated" in path:
            continue
        if isinstance(leaf, tuple) and path[-2:-1] == ("lines",):
            yield from ((path, at, line) for at, line in enumerate(leaf))
        elif isinstance(leaf, str) and is_prose(path):
            yield path, 0, leaf


def _pattern(wanted: str) -> re.Pattern[str] | None:
    if not wanted.strip():
        return None
    return re.compile("".join(_ALIKE.get(letter, re.escape(letter)) for letter in wanted), re.IGNORECASE)


def _put(leaf: Leaf, sought: re.Pattern[str], by: str) -> Leaf:
    if isinstance(leaf, tuple):
        return _kept(tuple(sought.sub(lambda _: by, line) for line in leaf))
    return _kept(sought.sub(lambda _: by, leaf)) if isinstance(leaf, str) else leaf


def _kept(leaf: Leaf) -> Leaf:
    """Return what is stored of a leaf: nothing for a blank text, no blank lines."""
    if isinstance(leaf, tuple):
        return tuple(line for line in leaf if line.strip()) or None
    return leaf if isinstance(leaf, str) and leaf.strip() else None
