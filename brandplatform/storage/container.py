"""The `.brandplatform` file: a ZIP archive that holds the document, its images and its saved versions.

Owns the archive's layout and its limits. `platform.md` is made by the caller, written and never read. No path
from an archive ever touches the disk.
"""

import io
import json
import os
import re
import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from brandplatform.document.bare import bare
from brandplatform.document.model import Platform
from brandplatform.storage import codec
from brandplatform.storage.atomic import write_atomically
from brandplatform.storage.history import Moment, Version, named_in, with_versions
from brandplatform.storage.problems import Damaged, FileProblem, NotOurs, NotReadable, TooLarge

MIMETYPE = b"application/vnd.brandplatform+zip"
SUFFIX = ".brandplatform"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

MOST_PACKED = 48 * 2**20
"""Bytes of the largest file that is opened."""
MOST_ENTRIES = 5_000
MOST_VERSIONS = 10_000
MOST_DOCUMENT = codec.MOST_BYTES
"""Bytes of the largest document, unpacked."""
MOST_OLDER = 16 * 2**20
"""Bytes of images that only older versions show; beyond them, a version comes back without its own."""
MOST_ASSET = 10 * 2**20
"""Bytes of the largest image; a larger one is not taken for a logo."""
MOST_UNPACKED = 64 * 2**20
"""Bytes of everything in the archive, unpacked: a file is in memory four times while it is saved."""

_KEPT = re.compile(r"(assets|history)/[0-9a-f]{64}(?:\.[a-z]{1,5})?")


class Kept(Struct, frozen=True, kw_only=True):
    """What a file holds."""

    platform: Platform
    assets: Mapping[str, bytes] = {}
    """`<sha256>.<ext>` -> bytes."""
    history: tuple[Version, ...] = ()
    """Saved versions, oldest first."""
    versions: Mapping[str, bytes] = {}
    """Hash of a version -> its canonical JSON, compressed."""
    writable: bool = True
    """False for a file of a newer program: read, never write."""

    @property
    def written(self) -> tuple[str, str]:
        """Who wrote it last, and when (ISO 8601); empty where it does not say."""
        return (self.history[-1].by, self.history[-1].when) if self.history else ("", "")


def read(data: bytes) -> Kept:
    """Read a file.

    Raises NotOurs, Damaged or TooNew: with the place inside the file.
    """
    if len(data) > MOST_PACKED:
        raise Damaged(f"larger than {MOST_PACKED // 2**20} MB")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read(archive)
    except zipfile.BadZipFile as error:
        problem = Damaged if MIMETYPE in data[:200] else NotOurs
        raise problem(f"archive: {error}") from error
    except (zlib.error, EOFError, RuntimeError, OverflowError, OSError, ValueError) as error:
        raise Damaged(f"archive: {error}") from error


def limit(name: str) -> int:
    """Return how many bytes an entry may have, unpacked; 0 for one that is never read."""
    limits = {
        "mimetype": 200,
        "document.json": MOST_DOCUMENT,
        "platform.md": MOST_DOCUMENT,
        "history/index.json": MOST_DOCUMENT,
        "assets": MOST_ASSET,
        "history": MOST_DOCUMENT,
    }
    kept = _KEPT.fullmatch(name)
    return limits.get(kept[1] if kept else name, 0)


def _read(archive: zipfile.ZipFile) -> Kept:
    names = archive.namelist()
    if "mimetype" not in names or archive.getinfo("mimetype").file_size > 200:
        raise NotOurs("archive: no mimetype")
    if any(entry.compress_type not in _METHODS for entry in archive.infolist()):
        raise Damaged("archive: packed in a way that is not read here")
    if archive.read("mimetype").strip() != MIMETYPE:
        raise NotOurs("archive: another mimetype")
    _check(archive.infolist())
    if "document.json" not in names:
        raise Damaged("document.json: missing")
    platform, writable = codec.decode(_entry(archive, "document.json"))
    assets = {n.removeprefix("assets/"): _entry(archive, n) for n in names if n.startswith("assets/")}
    for name, asset in assets.items():
        if sha256(asset).hexdigest() != name.partition(".")[0]:
            raise Damaged(f"assets/{name}: is not what its name says")
    history = _history(archive, names)
    versions = {v: _entry(archive, f"history/{v}") for v in dict.fromkeys(one.id for one in history)}
    return Kept(platform=platform, assets=assets, history=history, versions=versions, writable=writable)


def _check(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse an archive that is too large or names an entry twice, before anything is unpacked."""
    names = [entry.filename for entry in entries]
    if len(names) > MOST_ENTRIES:
        raise Damaged(f"archive: more than {MOST_ENTRIES} entries")
    if len(set(names)) != len(names):
        twice = next(name for name, times in Counter(names).items() if times > 1)
        raise Damaged(f"archive: “{twice}” stands twice")
    for entry in entries:
        most = limit(entry.filename)
        if most and entry.file_size > most:
            raise Damaged(f"{entry.filename}: larger than {_shown(most)}")
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Damaged(f"archive: unpacks to more than {MOST_UNPACKED // 2**20} MB")


def _shown(size: int) -> str:
    return f"{size // 2**20} MB" if size >= 2**20 else f"{size} bytes"


def _entry(archive: zipfile.ZipFile, name: str) -> bytes:
    """Read one entry, never more of it than it declares."""
    try:
        declared = archive.getinfo(name).file_size
    except KeyError as error:
        raise Damaged(f"{name}: missing") from error
    with archive.open(name) as stream:
        data = stream.read(declared + 1)
    if len(data) != declared:
        raise Damaged(f"{name}: is not as long as it declares")
    return data


def _history(archive: zipfile.ZipFile, names: list[str]) -> tuple[Version, ...]:
    if "history/index.json" not in names:
        return ()
    try:
        found = msgspec.json.decode(_entry(archive, "history/index.json"), type=tuple[Version, ...])
    except (msgspec.DecodeError, RecursionError) as error:
        raise Damaged("history/index.json: not a list of versions") from error
    if len(found) > MOST_VERSIONS:
        raise Damaged(f"history/index.json: more than {MOST_VERSIONS} versions")
    return found


def pack(kept: Kept, readable: str) -> bytes:
    """Return the bytes of a file; equal input gives equal bytes. `readable` is the text of `platform.md`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _put(archive, "mimetype", MIMETYPE, zipfile.ZIP_STORED)
        _put(archive, "document.json", codec.encode(kept.platform))
        _put(archive, "platform.md", readable.encode("utf-8"))
        for name in sorted(kept.assets):
            _put(archive, f"assets/{name}", kept.assets[name], zipfile.ZIP_STORED)
        if kept.history:
            _put(archive, "history/index.json", _index(kept.history))
        for version in sorted(kept.versions):
            _put(archive, f"history/{version}", kept.versions[version], zipfile.ZIP_STORED)
    return buffer.getvalue()


def _index(history: tuple[Version, ...]) -> bytes:
    built: Any = msgspec.to_builtins(history)
    return json.dumps(built, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def _put(archive: zipfile.ZipFile, name: str, data: bytes, method: int = zipfile.ZIP_DEFLATED) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = method
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, data)


def load(path: Path) -> Kept:
    """Read the file at `path`.

    Raises OSError, or FileProblem: with the place inside the file.
    """
    try:
        return read(content(path, MOST_PACKED))
    except FileProblem as problem:
        problem.filename = str(path)
        raise


def content(path: Path, most: int) -> bytes:
    """Return the bytes of a file, or of a pipe, but of one that is too long only `most` and one more.

    Raises OSError, or NotReadable.
    """
    try:
        with path.open("rb") as file:
            there = os.fstat(file.fileno())
            size = there.st_size if stat.S_ISREG(there.st_mode) else most
            return file.read(min(size, most) + 1)
    except PermissionError as error:
        raise NotReadable(str(path)) from error


def handed_on(kept: Kept) -> Kept:
    """Return what a file holds as it may leave the house: without notes, history or older images."""
    platform = bare(kept.platform)
    logo = platform.brand.logo
    shown = {name: one for name, one in kept.assets.items() if logo and name == logo.asset}
    return Kept(platform=platform, assets=shown)


def save(
    path: Path, kept: Kept, readable: str, when: str, *, by: str = "", before: Sequence[Moment] = ()
) -> Kept:
    """Write a file, with one more version in its history, and return what it now holds; `when` is ISO 8601.

    `before`: moments that are versions too, older than this one. Images nothing refers to are left out.
    Raises OSError or TooLarge: nothing was written.
    """
    moments = (*before, Moment(kept.platform, when, by))
    history, versions = with_versions(kept.history, kept.versions, moments)
    own = _named(kept.platform)
    older = named_in(versions, (name for name in kept.assets if name not in own))
    assets = {name: one for name, one in kept.assets.items() if name in own}
    assets |= _within({name: kept.assets[name] for name in older}, MOST_OLDER)
    made = replace(kept, history=history, versions=versions, assets=assets)
    data = pack(made, readable)
    _check_opens(data)
    write_atomically(path, data)
    return made


def _within(assets: Mapping[str, bytes], most: int) -> dict[str, bytes]:
    """Return as many images as there is room for, the small ones first."""
    kept: dict[str, bytes] = {}
    for name in sorted(assets, key=lambda one: len(assets[one])):
        most -= len(assets[name])
        if most >= 0:
            kept[name] = assets[name]
    return kept


def _named(platform: Platform) -> set[object]:
    """Return the images a platform shows, or would if a conflict were decided for another one."""
    logo = platform.brand.logo
    waiting = (one for conflict in platform.conflicts for one in (conflict.ours, conflict.theirs))
    return {logo.asset if logo else "", *waiting}


def _check_opens(data: bytes) -> None:
    """Refuse bytes that are over what is opened again.

    Raises TooLarge.
    """
    if len(data) > MOST_PACKED:
        raise TooLarge(f"larger than {MOST_PACKED // 2**20} MB")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive.infolist())
            codec.check_fits(archive.read("document.json"))
    except Damaged as problem:
        raise TooLarge(problem.place) from problem
