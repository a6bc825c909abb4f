"""Saved versions inside the file: each stored once, under the hash of its canonical JSON, thinned by age.

At most one every ten minutes, unless it is named or stands before something that changed much at once. Kept:
all of the last 24 hours, one an hour for 7 days, one a day for 90, one a week after; named and sent ones, and
those before a merge, an import, a restoration or a signature, always.
"""

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from brandplatform.document.model import Platform
from brandplatform.storage.codec import MOST_BYTES, canonical, decode
from brandplatform.storage.problems import Damaged

SPACING = timedelta(minutes=10)
_AGES = (
    (timedelta(hours=24), timedelta(0)),
    (timedelta(days=7), timedelta(hours=1)),
    (timedelta(days=90), timedelta(days=1)),
    (timedelta.max, timedelta(days=7)),
)
"""(up to this age, one every so often)."""


_MOST_READ = 128 * 2**20
"""Bytes of versions, unpacked, that a save looks through; five hundred of the example are 30 million."""

Why = Literal["", "import", "merge", "restore", "sign", "sent"]
"""What a version stands before, or was made for; empty: a save like any other."""


Hash = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
"""sha256 of a version's canonical JSON, in hexadecimal."""

MOST_OVER = 200
"""Ids that one version remembers of those it took the place of."""


class Version(Struct, frozen=True, kw_only=True):
    """One saved version; `when` is ISO 8601."""

    id: Hash
    when: str
    by: str = ""
    name: str = ""
    why: Why = ""
    over: tuple[Hash, ...] = ()
    """Ids of the versions it took the place of, oldest first: a copy may still hold what they were."""

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
        name = sha256(data).hexdigest()
        made = Version(id=name, when=moment.when, by=moment.by, name=moment.name, why=moment.why)
        if history and history[-1].id == made.id and not made.lasting:
            continue
        packed.setdefault(made.id, zlib.compress(data, 9))
        replaced = history[-1:] if _replaces(made, history) else ()
        history = (*history[: len(history) - len(replaced)], _over(made, replaced))
    kept = thinned(history)
    return kept, {one.id: packed[one.id] for one in kept}


def _over(version: Version, gone: Iterable[Version]) -> Version:
    """Return a version that remembers the ids of those it takes the place of, and what they remembered."""
    ids = [name for one in gone for name in (*one.over, one.id)] + [*version.over]
    return replace(version, over=tuple(dict.fromkeys(ids))[-MOST_OVER:]) if ids else version


def united(one: tuple[Version, ...], other: tuple[Version, ...]) -> tuple[Version, ...]:
    """Return the versions of two copies, oldest first, each once."""
    known = {(version.id, version.when, version.name, version.why): version for version in (*other, *one)}
    return tuple(sorted(known.values(), key=lambda version: version.when))


def shared(one: Iterable[Version], other: Iterable[Version]) -> Iterator[str]:
    """Yield the ids of versions that two copies have both had, the newest first."""
    there = {name for version in other for name in (version.id, *version.over)}
    for version in reversed(tuple(one)):
        yield from (name for name in (version.id, *reversed(version.over)) if name in there)


def read_version(version: str, packed: bytes) -> Platform:
    """Return a version's platform.

    Raises Damaged: its bytes are not what its id says; NotOurs, Damaged or TooNew: as a document.
    """
    data = _unpacked(packed)
    if sha256(data).hexdigest() != version:
        raise Damaged(f"history/{version}: is not what its name says")
    return decode(data)[0]


def named_in(versions: Versions, assets: Iterable[str]) -> set[str]:
    """Return the images that a version refers to; all of them where looking would take long."""
    left = {name: name.encode("ascii", "replace") for name in assets}
    found: set[str] = set()
    read = 0
    for packed in versions.values():
        if read > _MOST_READ:
            return found.union(left)
        if not left:
            break
        data = _unpacked(packed)
        read += len(data)
        found.update(name for name, wanted in left.items() if wanted in data)
        left = {name: wanted for name, wanted in left.items() if name not in found}
    return found


def _unpacked(packed: bytes) -> bytes:
    """Return a version's JSON; nothing where it cannot be read whole."""
    stream = zlib.decompressobj()
    try:
        data = stream.decompress(packed, MOST_BYTES)
    except zlib.error:
        return b""
    return data if stream.eof else b""


def _replaces(made: Version, history: tuple[Version, ...]) -> bool:
    """Whether the last version is so close to those on either side of it that it need not be kept."""
    if history[-1:] == () or history[-1].lasting or len(history) < 2:
        return False
    before, last, now = _time(history[-2]), _time(history[-1]), _time(made)
    if before is None or last is None or now is None:
        return False
    return max(last - before, now - last) < SPACING


def thinned(history: tuple[Version, ...]) -> tuple[Version, ...]:
    """Return the versions that are kept, of each stretch the newest; the first and the last always are."""
    times = [_time(version) for version in history]
    newest = max((time for time in times if time is not None), default=None)
    kept: list[Version] = []
    gone: list[Version] = []
    stretch: tuple[timedelta, int] | None = None
    for at in range(len(history) - 1, -1, -1):
        version, time = history[at], times[at]
        here = None
        if newest and time and not version.lasting and at not in (0, len(history) - 1):
            every = next(every for age, every in _AGES if newest - time <= age)
            here = (every, int(time.timestamp() // every.total_seconds())) if every else None
        if here is not None and here == stretch:  # a date nobody can read is no reason to drop a version
            gone.insert(0, version)
            continue
        if gone:
            kept[-1] = _over(kept[-1], gone)
            gone = []
        kept.append(version)
        stretch = here or stretch
    return tuple(reversed(kept))


def _time(version: Version) -> datetime | None:
    try:
        time = datetime.fromisoformat(version.when)
    except ValueError:
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)
