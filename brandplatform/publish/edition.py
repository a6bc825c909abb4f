"""For whom a document is published: the profiles that come with the program, and what was changed of one.

Owns what may be chosen about the content. Must not know what a section says, nor any format.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, Literal

import msgspec
from msgspec import Struct

from brandplatform.resources import read_toml

Part = Literal["cover", "promise", "contents", "summary", "chapters"]
Switch = Literal["notes", "proof", "drafts", "comments", "blindspots", "initials"]

SWITCHES: Final[tuple[Switch, ...]] = ("notes", "proof", "drafts", "comments", "blindspots", "initials")
"""What may be let in or left out, in the order it is offered; `initials` shortens the names of people."""

PROFILES: Final = ("essential", "team", "full")
"""Ids of the profiles, from the shortest."""


class Profile(Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of document: which parts, which sections, with what."""

    id: str
    title: Mapping[str, str]
    line: Mapping[str, str]
    """How long it is, and for whom."""
    readers: Mapping[str, str]
    """For whom."""
    parts: tuple[Part, ...]
    switches: tuple[Switch, ...] = ()
    sections: tuple[str, ...] = ()
    """Ids of its sections; none named: all of them."""
    matrix: bool = False
    runs_on: bool = False
    """Whether chapters follow each other on the same page where there is room."""
    as_tables: tuple[str, ...] = ()
    """Ids of the fields that are cards elsewhere and a table here."""


class Edition(Struct, frozen=True):
    """A profile as somebody wants it."""

    profile: Profile
    switches: frozenset[Switch]
    left_out: frozenset[str] = frozenset()
    """Ids of sections that are not to be in it."""

    def holds(self, section: str) -> bool:
        """Tell whether a section is one of those published."""
        return section not in self.left_out and (
            not self.profile.sections or section in self.profile.sections
        )

    def has(self, switch: str) -> bool:
        """Tell whether something is let in."""
        return switch in self.switches


_ON_PAGE: Final[Mapping[str, frozenset[str]]] = {
    "promise": frozenset({"promise", "internal"}),
    "summary": frozenset({"promise", "essence", "brought", "mission", "vision", "values", "p", "one_thing"}),
}
"""Part of a document -> the parts of fields it shows."""


def profiles_of(section: str, part: str) -> tuple[Profile, ...]:
    """Return the profiles that show a field of a section, from the shortest; `part` is the field's."""
    return tuple(one for one in map(profile, PROFILES) if _shows(one, section, part))


def _shows(one: Profile, section: str, part: str) -> bool:
    chapters = "chapters" in one.parts and (not one.sections or section in one.sections)
    return chapters or any(part in _ON_PAGE.get(name, ()) for name in one.parts)


@lru_cache(maxsize=len(PROFILES))
def profile(name: str) -> Profile:
    """Return a profile by id.

    Raises ResourceError: its file cannot be read. ValidationError: a mistake in it. KeyError: there is none.
    """
    if name not in PROFILES:
        raise KeyError(name)
    return msgspec.convert(read_toml("profiles", f"{name}.toml"), Profile)


def edition(name: str) -> Edition:
    """Return a profile by id, as it comes."""
    found = profile(name)
    return Edition(found, frozenset(found.switches))
