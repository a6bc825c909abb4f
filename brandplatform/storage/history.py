"""Saved versions inside the file: each stored once, under the hash of its canonical JSON.

At most one every ten minutes, unless named: a save within that time takes the place of the last unnamed one.
"""

import zlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Annotated

from msgspec import Meta, Struct

from brandplatform.document.model import Platform
from brandplatform.storage.codec import canonical

SPACING = timedelta(minutes=10)


class Version(Struct, frozen=True, kw_only=True):
    """One saved version; `id` is the sha256 of its canonical JSON, `when` is ISO 8601."""

    id: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
    when: str
    by: str = ""
    name: str = ""


Versions = Mapping[str, bytes]


def with_version(
    history: tuple[Version, ...], versions: Versions, platform: Platform, when: str, *, name: str = ""
) -> tuple[tuple[Version, ...], Versions]:
    """Return the history with this platform as its newest version, and the bytes of every version."""
    data = canonical(platform)
    made = Version(id=sha256(data).hexdigest(), when=when, name=name)
    if history and history[-1].id == made.id and not name:
        return history, versions
    kept = history[:-1] if history and _replaces(made, history) else history
    now = (*kept, made)
    known = {**versions, made.id: versions.get(made.id) or zlib.compress(data, 9)}
    return now, {version.id: known[version.id] for version in now}


def _replaces(made: Version, history: tuple[Version, ...]) -> bool:
    """Whether a version is so close to the one before the last that the last need not be kept."""
    if history[-1].name or len(history) < 2:
        return False
    try:
        return datetime.fromisoformat(made.when) - datetime.fromisoformat(history[-2].when) < SPACING
    except (ValueError, TypeError):  # a date nobody can read is no reason to drop a version
        return False
