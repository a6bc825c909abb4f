"""Two copies of a platform, and what both began with: the newest version that is in both.

Owns whether they are copies of one platform and where their ways parted. Must not know how they are made one.
"""

from contextlib import suppress

from msgspec import Struct
from msgspec.structs import replace

from brandplatform.document.model import Platform
from brandplatform.storage.container import Kept
from brandplatform.storage.history import read_version, shared, united
from brandplatform.storage.problems import FileProblem


class Copies(Struct, frozen=True):
    """What is known of two copies."""

    base: Platform | None
    """What both began with; None: they have no version in common, and all that differs is to be looked at."""
    same: bool
    """Whether they are copies of one platform."""


def between(ours: Kept, theirs: Kept) -> Copies:
    """Return what two copies have in common; a version that cannot be read is passed over for an older one.

    The bytes of a version are the same in both, and looked for in either.
    """
    if ours.platform.id != theirs.platform.id:
        return Copies(None, same=False)
    for name in shared(ours.history, theirs.history):
        packed = ours.versions.get(name) or theirs.versions.get(name, b"")
        with suppress(FileProblem):
            return Copies(read_version(name, packed), same=True)
    return Copies(None, same=True)


def joined(ours: Kept, theirs: Kept) -> Kept:
    """Return ours with the versions and images of both."""
    return replace(
        ours,
        history=united(ours.history, theirs.history),
        versions={**theirs.versions, **ours.versions},
        assets={**theirs.assets, **ours.assets},
    )
