"""Saved versions inside the file: each stored once, under the hash of its canonical JSON, thinned by age.

At most one every ten minutes, unless it is named or stands before something that changed much at once. Kept:
all of the last 24 hours, one an hour for 7 days, one a day for 90, one a week after; named and sent ones, and
those before a merge, an import, a restoration or a signature, always.
"""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Annotated, Literal

from msgspec import Meta, Struct

from brandplatform.document.model import Platform
from brandplatform.storage.codec import canonical, decode
from brandplatform.storage.problems import Damaged

SPACING = timedelta(minutes=10)
_AGES = (
    (timedelta(hours=24), timedelta(0)),
    (timedelta(days=7), timedelta(hours=1)),
    (timedelta(days=90), timedelta(days=1)),
    (timedelta.max, timedelta(days=7)),
)
"""(up to this age, one every so often)."""

LARGEST = 20 * 2**20
"""Bytes of the largest version, unpacked."""

Why = Literal["", "import", "merge", "restore", "sign", "sent"]
"""What a version stands before, or was made for; empty: a save like any other."""


class Version(Struct, frozen=True, kw_only=True):
    """One saved version; `id` is the sha256 of its canonical JSON, `when` is ISO 8601."""

    id: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
    when: str
    by: str = ""
    name: str = ""
    why: Why = ""

    @property
    def lasting(self) -> bool:
        """Whether it is kept whatever its age."""
        return bool(self.name or self.why)


class Moment(Struct, frozen=True):
    """A platform as it was, to be kept as a version."""

    platform: Platform
    when: str
    by: str = ""
    name: str = ""
    why: Why = ""


Versions = Mapping[str, bytes]
"""Id of a version -> its canonical JSON, compressed."""


def with_versions(
    history: tuple[Version, ...], versions: Versions, moments: Sequence[Moment]
) -> tuple[tuple[Version, ...], Versions]:
    """Return the history with these moments as its newest versions, thinned, and the bytes of each."""
    packed = dict(versions)
    for moment in moments:
        data = canonical(moment.platform)
        made = Version(
            id=sha256(data).hexdigest(), when=moment.when, by=moment.by, name=moment.name, why=moment.why
        )
        if history and history[-1].id == made.id and not made.lasting:
            continue
        packed.setdefault(made.id, zlib.compress(data, 9))
        history = (*(history[:-1] if _replaces(made, history) else history), made)
    kept = thinned(history)
    return kept, {one.id: packed[one.id] for one in kept}


def united(one: tuple[Version, ...], other: tuple[Version, ...]) -> tuple[Version, ...]:
    """Return the versions of two copies, oldest first, each once."""
    known = {(version.id, version.when): version for version in (*other, *one)}
    return tuple(sorted(known.values(), key=lambda version: version.when))


def shared(one: Iterable[Version], other: Iterable[Version]) -> str:
    """Return the id of the newest version that two copies share; empty: there is none."""
    there = {version.id for version in other}
    return next((version.id for version in reversed(tuple(one)) if version.id in there), "")


def read_version(version: str, packed: bytes) -> Platform:
    """Return a version's platform.

    Raises Damaged: its bytes are not what its id says, or no platform; TooNew.
    """
    data = _unpacked(packed)
    if sha256(data).hexdigest() != version:
        raise Damaged(f"history/{version}: is not what its name says")
    return decode(data)[0]


def names(versions: Versions, asset: str) -> bool:
    """Tell whether a version refers to an image."""
    wanted = asset.encode("ascii", "replace")
    return any(wanted in _unpacked(packed) for packed in versions.values())


def _unpacked(packed: bytes) -> bytes:
    """Return a version's JSON; nothing where it cannot be read whole."""
    stream = zlib.decompressobj()
    try:
        data = stream.decompress(packed, LARGEST)
    except zlib.error:
        return b""
    return data if stream.eof else b""


def _replaces(made: Version, history: tuple[Version, ...]) -> bool:
    """Whether a version is so close to the one before the last that the last need not be kept."""
    if history[-1:] == () or history[-1].lasting or len(history) < 2:
        return False
    before, now = _time(history[-2]), _time(made)
    return before is not None and now is not None and now - before < SPACING


def thinned(history: tuple[Version, ...]) -> tuple[Version, ...]:
    """Return the versions that are kept, of each stretch the newest; the first and the last always are."""
    times = [_time(version) for version in history]
    newest = max((time for time in times if time is not None), default=None)
    kept: list[Version] = []
    stretch: tuple[timedelta, int] | None = None
    for at in range(len(history) - 1, -1, -1):
        version, time = history[at], times[at]
        if newest is None or time is None or version.lasting or at in (0, len(history) - 1):
            kept.append(version)  # a date nobody can read is no reason to drop a version
            continue
        every = next(every for age, every in _AGES if newest - time <= age)
        here = (every, int(time.timestamp() // every.total_seconds())) if every else None
        if here is None or here != stretch:
            kept.append(version)
            stretch = here
    return tuple(reversed(kept))


def _time(version: Version) -> datetime | None:
    try:
        time = datetime.fromisoformat(version.when)
    except ValueError:
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)
