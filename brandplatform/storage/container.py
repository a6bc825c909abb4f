"""The `.brandplatform` file: a ZIP archive that holds the document, its images and its saved versions.

Owns the archive's layout and its limits. `platform.md` is made by the caller, written and never read. No path
from an archive ever touches the disk.
"""

import io
import json
import os
import stat
import zipfile
import zlib
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from brandplatform.document.model import Platform
from brandplatform.storage import codec
from brandplatform.storage.atomic import write_atomically
from brandplatform.storage.history import Version, with_version
from brandplatform.storage.problems import Damaged, FileProblem, NotOurs, NotReadable, TooLarge

MIMETYPE = b"application/vnd.brandplatform+zip"
SUFFIX = ".brandplatform"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

MOST_PACKED = 200 * 2**20
"""Bytes of the largest file that is opened."""
MOST_ENTRIES = 20_000
MOST_DOCUMENT = 50 * 2**20
"""Bytes of the largest document, unpacked."""
MOST_UNPACKED = 400 * 2**20
"""Bytes of everything that is read from the archive, unpacked."""


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
    versions = {v.id: _entry(archive, f"history/{v.id}") for v in history}
    return Kept(platform=platform, assets=assets, history=history, versions=versions, writable=writable)


def _check(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse an archive that is too large or names an entry twice, before anything is unpacked."""
    names = [entry.filename for entry in entries]
    if len(names) > MOST_ENTRIES:
        raise Damaged(f"archive: more than {MOST_ENTRIES} entries")
    if len(set(names)) != len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise Damaged(f"archive: “{twice}” stands twice")
    if any(entry.filename == "document.json" and entry.file_size > MOST_DOCUMENT for entry in entries):
        raise Damaged(f"document.json: larger than {MOST_DOCUMENT // 2**20} MB")
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        raise Damaged(f"archive: unpacks to more than {MOST_UNPACKED // 2**20} MB")


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
        return msgspec.json.decode(_entry(archive, "history/index.json"), type=tuple[Version, ...])
    except (msgspec.DecodeError, RecursionError) as error:
        raise Damaged("history/index.json: not a list of versions") from error


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


def save(path: Path, kept: Kept, readable: str, when: str) -> Kept:
    """Write a file, with one more version in its history, and return what it now holds; `when` is ISO 8601.

    Raises OSError or TooLarge: nothing was written.
    """
    history, versions = with_version(kept.history, kept.versions, kept.platform, when)
    made = replace(kept, history=history, versions=versions)
    data = pack(made, readable)
    _check_opens(data)
    write_atomically(path, data)
    return made


def _check_opens(data: bytes) -> None:
    """Refuse bytes that are over what is opened again.

    Raises TooLarge.
    """
    if len(data) > MOST_PACKED:
        raise TooLarge(f"larger than {MOST_PACKED // 2**20} MB")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(archive.infolist())
    except Damaged as problem:
        raise TooLarge(problem.place) from problem
