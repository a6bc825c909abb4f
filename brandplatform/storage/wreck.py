"""What is left of a damaged archive: its entries, named by its directory or found one by one.

Owns the layout of a ZIP archive. Must not know what the entries say. No path of an archive touches the disk.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Final

from msgspec import Struct

from brandplatform.storage.unpacking import RAW, Unpacked

_HEAD: Final = b"PK\x03\x04"
_NEXT: Final = re.compile(rb"PK(?:\x03\x04|\x01\x02|\x05\x06|\x07\x08)")
_LAYOUT: Final = struct.Struct("<4sHHHHHIIIHH")
"""Sign, version, flags, method, time, date, checksum, packed and unpacked size, lengths of name and rest."""

_LATER: Final = 8
"""The flag of an entry whose checksum and sizes follow it."""

_LONGEST_NAME: Final = 200

Limit = Callable[[str], int]
"""How many bytes of an entry of that name are read at most; 0 for one that is passed over."""


class Piece(Struct, frozen=True):
    """An entry as far as it can be read."""

    data: bytes
    whole: bool
    """Whether its checksum is right."""


class _Place(Struct, frozen=True):
    """Where an entry stands, and what is said of it."""

    name: str
    at: int
    stored: bool
    packed: int | None
    checksum: int | None


def pieces(data: bytes, limit: Limit, most: int) -> dict[str, Piece]:
    """Return the entries of an archive by name, whole ones first; `most` bytes of all together."""
    found: dict[str, Piece] = {}
    left = most
    for place in _listed(data):
        piece, _ = _read(data, place, min(limit(place.name), left))
        left -= len(piece.data)
        _keep(found, place.name, piece)
    at = 0
    while (at := data.find(_HEAD, at)) >= 0:
        named = _head(data, at)
        most_here = min(limit(named.name), left) if named else 0
        if named is None or not most_here or (named.name in found and found[named.name].whole):
            at += len(_HEAD)
            continue
        piece, end = _read(data, named, most_here)
        left -= len(piece.data)
        _keep(found, named.name, piece)
        at = end if piece.whole else at + len(_HEAD)
    return found


def has_entry(data: bytes, name: str) -> bool:
    """Tell whether an entry of that name begins somewhere in the bytes."""
    at = -1
    while (at := data.find(name.encode(), at + 1)) >= 0:
        if at >= _LAYOUT.size and data[at - _LAYOUT.size :].startswith(_HEAD, 0, len(_HEAD)):
            return True
    return False


def _keep(found: dict[str, Piece], name: str, piece: Piece) -> None:
    """Keep the better of two entries of the same name: a whole one, else the longer."""
    known = found.get(name)
    if known is None or (not known.whole and (piece.whole or len(piece.data) > len(known.data))):
        found[name] = piece


def _listed(data: bytes) -> Iterator[_Place]:
    """Yield the entries the archive's directory names, where there is one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, OverflowError, NotImplementedError, struct.error):
        return
    for entry in entries:
        at = entry.header_offset
        if 0 <= at <= len(data) - _LAYOUT.size:
            name_length, rest_length = _LAYOUT.unpack_from(data, at)[-2:]
            start = at + _LAYOUT.size + name_length + rest_length
            stored = entry.compress_type == zipfile.ZIP_STORED
            yield _Place(entry.filename, start, stored, entry.compress_size, entry.CRC)


def _head(data: bytes, at: int) -> _Place | None:
    """Return the entry whose header stands at a place, or None: there is none with a name we know."""
    if at + _LAYOUT.size > len(data):
        return None
    _, _, flags, method, _, _, checksum, packed, _, name_length, rest_length = _LAYOUT.unpack_from(data, at)
    start = at + _LAYOUT.size + name_length + rest_length
    name = data[at + _LAYOUT.size : at + _LAYOUT.size + name_length]
    if name_length > _LONGEST_NAME or not name.isascii():
        return None
    later = flags & _LATER
    stored = method == zipfile.ZIP_STORED
    return _Place(name.decode(), start, stored, None if later else packed, None if later else checksum)


def _read(data: bytes, place: _Place, most: int) -> tuple[Piece, int]:
    """Return an entry as far as it can be read, and where it ends."""
    if most <= 0:
        return Piece(b"", False), place.at
    if place.stored:
        end = len(data) if place.packed is None else place.at + place.packed
        if place.packed is None and (following := _NEXT.search(data, place.at)):
            end = following.start()
        made, ended = data[place.at : min(end, place.at + most)], end <= len(data)
    else:
        found = Unpacked(memoryview(data)[place.at :], most, RAW)
        made, ended, end = found.data, found.whole, place.at + found.taken
    checksum = _after(data, end) if place.checksum is None else place.checksum
    return Piece(made, ended and zlib.crc32(made) == checksum), end


def _after(data: bytes, at: int) -> int:
    """Return the checksum that follows an entry."""
    at += 4 if data[at : at + 4] == b"PK\x07\x08" else 0
    return int.from_bytes(data[at : at + 4], "little")
