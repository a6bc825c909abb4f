"""What the worksheets ask: sheets to fill in by hand, as data.

Owns the shape of `resources/worksheets.toml`. Must not know what any question asks, nor how a sheet is drawn.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final, Literal

import msgspec
from msgspec import Struct

from brandplatform.resources import read_toml

WORKSHEETS: Final = ("worksheet-w1", "worksheet-w2", "worksheet-w5")
"""Ids of the worksheets, in the order they are offered."""

Kind = Literal[
    "opening", "ask", "fields", "choice", "statement", "hands", "ticks", "mistakes", "examples", "promise",
    "grid",
]  # fmt: skip


class _Data(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of what is read from TOML: strict about its keys."""


class Part(_Data, frozen=True):
    """One thing that is asked, or said."""

    kind: Kind
    id: str = ""
    ids: tuple[str, ...] = ()
    into: str = ""
    """Column the answer is copied to."""
    words: int = 0
    rows: int = 0
    shares: tuple[int, ...] = ()
    asks: Mapping[str, str] = {}
    """Column -> the question that is asked at its head."""


class Panel(_Data, frozen=True):
    """A page, or half of one; it is called as its section is, or as the worksheet."""

    parts: tuple[Part, ...]
    section: str = ""
    title: Mapping[str, str] = {}


class Worksheet(_Data, frozen=True):
    """What is handed round a table."""

    id: str
    mark: str
    title: Mapping[str, str]
    lead: Mapping[str, str]
    panels: tuple[Panel, ...]
    halved: bool = False
    """Whether two panels stand on one sheet on its side, to be cut apart."""
    turned: bool = False
    """Whether its sheets lie on their side."""


class _All(_Data, frozen=True):
    worksheets: tuple[Worksheet, ...]


@lru_cache(maxsize=1)
def worksheets() -> Mapping[str, Worksheet]:
    """Return the worksheets by id.

    Raises ResourceError: their file cannot be read. ValidationError: a mistake in it.
    """
    return {one.id: one for one in msgspec.convert(read_toml("worksheets.toml"), _All).worksheets}
