"""A damaged `.brandplatform` file: the platform built from what can be read, and what was lost.

Owns which source is taken: the document, whole or without its faulty parts; the newest version; the text that
stands beside; the beginning of a document that is cut. Nothing of the file itself is changed.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from hashlib import sha256
from typing import Any, Final

import msgspec
from msgspec import Struct
from msgspec.structs import force_setattr, replace

from brandplatform.document.change import leaves
from brandplatform.document.model import Platform
from brandplatform.storage import codec, container
from brandplatform.storage.container import Kept
from brandplatform.storage.cutjson import Tell, readable
from brandplatform.storage.history import Version
from brandplatform.storage.mending import mended
from brandplatform.storage.problems import Damaged, FileProblem, NotOurs, Ruined, TooNew, shortened
from brandplatform.storage.unpacking import inflated
from brandplatform.storage.wreck import has_entry, pieces

_DOCUMENT, _TEXT, _INDEX = "document.json", "platform.md", "history/index.json"
_MOST_LOOKED_AT: Final = 64 * 2**20
"""Bytes of versions, unpacked, that are looked at; those before them are kept as they are."""

_MOST_VERSIONS: Final = 8
"""Versions, from the newest, in which a document that is gone is looked for."""

FromText = Callable[[str], Platform]
"""Reads the text that stands beside a document: whoever calls knows how. Raises ValueError or FileProblem."""


class Lost(Struct, frozen=True):
    """What did not come back: where it stood, and why, each short enough for a line."""

    place: str
    why: str

    def __post_init__(self) -> None:
        """Shorten what a file may have made long."""
        force_setattr(self, "place", shortened(self.place))
        force_setattr(self, "why", shortened(self.why))


class Salvaged(Struct, frozen=True):
    """What a damaged file still holds."""

    kept: Kept
    lost: tuple[Lost, ...]
    """Nothing, of a file that is whole."""


def is_ours(data: bytes) -> bool:
    """Tell whether bytes are, or were, a platform's archive, whatever has happened to their beginning."""
    named = data.startswith(b"PK") and container.MIMETYPE in data[:200]
    return named or has_entry(data, _DOCUMENT)


def salvaged(data: bytes, method: str, from_text: FromText) -> Salvaged:
    """Return what can still be read of a platform's archive.

    method: id of the framework of a document that no longer names its own.
    Raises Ruined: nothing can be read, or it is over the limits; TooNew.
    """
    if len(data) > container.MOST_PACKED:
        raise Ruined(f"larger than {container.MOST_PACKED // 2**20} MB")
    whole: Kept | None = None
    opening = ""
    try:
        whole = container.read(data)
    except (Damaged, NotOurs) as problem:
        opening = problem.place
    wreck = _Wreck(data, method, from_text)
    kept = wreck.kept(whole)
    if opening and not wreck.lost:
        wreck.lost.append(_of_archive(opening))
    return Salvaged(kept, tuple(wreck.lost))


def _of_archive(place: str) -> Lost:
    """Return why an archive does not open in which every entry that is found can be read."""
    if "not a zip file" in place:
        return Lost("archive", "its end is missing, with whatever stood there")
    return Lost(*_split(place))


def _split(place: str) -> tuple[str, str]:
    where, _, why = place.partition(": ")
    return where, why


class _Source(Struct, frozen=True):
    """A platform that was read, and from where."""

    platform: Platform
    name: str
    whole: bool
    """Whether it goes to its end: parts may be missing, the rest may not."""
    lost: tuple[Lost, ...] = ()


class _Wreck:
    """The pieces of an archive, and what was found lost while they were put together."""

    def __init__(self, data: bytes, method: str, from_text: FromText) -> None:
        self._pieces = pieces(data, container.limit, container.MOST_UNPACKED)
        self._method, self._from_text = method, from_text
        self._to_look_at = _MOST_LOOKED_AT
        self.lost: list[Lost] = []

    def kept(self, whole: Kept | None) -> Kept:
        """Return what can be read.

        Raises Ruined: there is no document in any of it; TooNew.
        """
        history, versions = self._history()
        platform = whole.platform if whole else self._platform(history, versions)
        assets = dict(self._assets())
        logo = platform.brand.logo
        if logo is not None and logo.asset not in assets:
            self._tell("brand.logo", f"assets/{logo.asset} is not there")
            without = replace(platform, brand=replace(platform.brand, logo=None))
            platform, _ = codec.decode(codec.encode(without))  # what was unknown in it goes with it
        return Kept(platform=platform, assets=assets, history=history, versions=versions)

    def _tell(self, place: str, why: str) -> None:
        self.lost.append(Lost(place, why))

    def _platform(self, history: tuple[Version, ...], versions: Mapping[str, bytes]) -> Platform:
        """Return the first source that goes to its end, else the one that holds most.

        Raises Ruined: there is none; TooNew.
        """
        told: list[Lost] = []
        document = self._document(told)
        sources = [document] if document else []
        if not (document and document.whole):
            for one in self._others(history, versions):
                sources.append(one)
                if one.whole:
                    break
        if not sources:
            raise Ruined(f"{_DOCUMENT}: {told[0].why if told else 'missing'}")
        best = sources[-1] if sources[-1].whole else max(sources, key=lambda one: len(leaves(one.platform)))
        if best is not document:
            told = [*told[:1], Lost(_DOCUMENT, f"taken from {best.name}")]
        self.lost[:0] = (*told, *best.lost)
        return best.platform

    def _document(self, told: list[Lost]) -> _Source | None:
        """Return the document without its faulty parts, or as far as it goes."""
        piece = self._pieces.get(_DOCUMENT)
        if piece is None:
            told.append(Lost(_DOCUMENT, "missing"))
            return None
        if not piece.whole:
            told.append(Lost(_DOCUMENT, "damaged or cut"))

        def tell(place: str, why: str) -> None:
            told.append(Lost(place or _DOCUMENT, why))

        raw = readable(piece.data.decode("utf-8", "replace"), _DOCUMENT, tell)
        whole = not any(one.place == _DOCUMENT for one in told)
        platform = self._mended(raw, tell) if isinstance(raw, dict) else None
        return _Source(platform, _DOCUMENT, whole) if platform else None

    def _mended(self, raw: Mapping[str, Any], tell: Tell) -> Platform | None:
        """Return the platform that JSON is without its faulty parts; None where it says nothing."""
        try:
            platform = codec.plain(mended(raw, self._method, tell))
            codec.decode(codec.encode(platform))
        except TooNew:
            raise
        except FileProblem as problem:
            tell(*_split(problem.place))
            return None
        said = platform.answers or platform.notes or platform.loose or platform.brand.name
        return platform if said else None

    def _others(self, history: tuple[Version, ...], versions: Mapping[str, bytes]) -> Iterator[_Source]:
        """Yield what stands beside the document: the newest version, the text, older versions."""
        distinct = {one.id: one for one in reversed(history)}
        looked_at = [*distinct.values()][:_MOST_VERSIONS]
        for newest in looked_at[:1]:
            yield from self._version(newest, versions, whole=True)
        yield from self._beside()
        for older in looked_at[1:]:
            yield from self._version(older, versions, whole=False)

    def _version(self, version: Version, versions: Mapping[str, bytes], *, whole: bool) -> Iterator[_Source]:
        lost: list[Lost] = []
        with suppress(ValueError):
            text = inflated(versions[version.id], container.MOST_DOCUMENT).decode("utf-8", "replace")
            raw = readable(text, "", lambda place, why: lost.append(Lost(place, why)))
            platform = self._mended(raw, lambda place, why: lost.append(Lost(place, why)))
            if platform is not None:
                yield _Source(platform, f"the version of {version.when}", whole, tuple(lost))

    def _beside(self) -> Iterator[_Source]:
        """Yield what the text beside the document says."""
        piece = self._pieces.get(_TEXT)
        if piece is not None:
            with suppress(ValueError, FileProblem):
                platform = self._from_text(piece.data.decode("utf-8", "replace"))
                codec.decode(codec.encode(platform))
                yield _Source(platform, _TEXT, piece.whole)

    def _assets(self) -> Iterator[tuple[str, bytes]]:
        """Yield the images that are what their names say."""
        for name, piece in self._pieces.items():
            if not name.startswith("assets/"):
                continue
            asset = name.removeprefix("assets/")
            if sha256(piece.data).hexdigest() == asset.partition(".")[0]:
                yield asset, piece.data
            else:
                self._tell(name, "is not what its name says" if piece.whole else "damaged or cut")

    def _history(self) -> tuple[tuple[Version, ...], dict[str, bytes]]:
        """Return the versions that are whole, oldest first."""
        kept: list[Version] = []
        versions: dict[str, bytes] = {}
        faults: dict[str, str] = {}
        for version in reversed(self._index()):
            if version.id not in faults:
                faults[version.id] = self._fault(version.id)
                if faults[version.id]:
                    self._tell(f"history/{version.id}", faults[version.id])
            if faults[version.id]:
                continue
            kept.append(version)
            versions[version.id] = self._pieces[f"history/{version.id}"].data
        return tuple(reversed(kept)), versions

    def _fault(self, version: str) -> str:
        """Return what is wrong with a saved version, or nothing."""
        piece = self._pieces.get(f"history/{version}")
        if piece is None:
            return "missing"
        if self._to_look_at <= 0:
            return "" if piece.whole else "damaged or cut"
        try:
            data = inflated(piece.data, container.MOST_DOCUMENT)
        except ValueError as error:
            self._to_look_at -= container.MOST_DOCUMENT
            return str(error)
        self._to_look_at -= len(data)
        return "" if sha256(data).hexdigest() == version else "is not what its name says"

    def _index(self) -> list[Version]:
        """Return the versions the file lists, as far as they can be read."""
        piece = self._pieces.get(_INDEX)
        if piece is None:
            if any(name.startswith("history/") for name in self._pieces):
                self._tell(_INDEX, "missing")
            return []

        def tell(place: str, why: str) -> None:
            self._tell(place if place == _INDEX else f"{_INDEX}: {place}", why)

        raw = readable(piece.data.decode("utf-8", "replace"), _INDEX, tell)
        found = []
        for at, one in enumerate(raw[-container.MOST_VERSIONS :] if isinstance(raw, list) else ()):
            try:
                found.append(msgspec.convert(one, Version))
            except msgspec.ValidationError:
                tell(f"[{at}]", "not a version")
        return found
