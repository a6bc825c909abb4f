"""The images a document may carry: their kind, and their size in pixels, read from their first bytes.

Must not know where they are put. A file that claims more pixels than `MOST` is no image here.
"""

import struct
from typing import Literal

MOST = 40_000_000
"""Pixels."""

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8"
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of a JPEG that are followed by its size."""


def kind_of(data: bytes) -> Literal["png", "jpg", ""]:
    """Return what kind of image it is, or empty."""
    if data.startswith(_PNG):
        return "png"
    return "jpg" if data.startswith(_JPEG) else ""


def pixels(data: bytes) -> tuple[int, int]:
    """Return width and height; (0, 0) for what is no image or too large a one."""
    kind = kind_of(data)
    width, height = _png(data) if kind == "png" else _jpeg(data) if kind == "jpg" else (0, 0)
    return (width, height) if 0 < width * height <= MOST else (0, 0)


def fitted(data: bytes, box: tuple[float, float]) -> tuple[float, float]:
    """Return the largest size that fits a box, in the box's unit; (0, 0) where it is no image."""
    width, height = pixels(data)
    if not width:
        return 0, 0
    scale = min(box[0] / width, box[1] / height)
    return width * scale, height * scale


def _png(data: bytes) -> tuple[int, int]:
    if len(data) < 24 or data[12:16] != b"IHDR":
        return 0, 0
    width, height = struct.unpack(">II", data[16:24])
    deep = data[24:25] == b"\x10"  # two bytes for each colour: half as many pixels take the same memory
    return (width, height) if width * height * (1 + deep) <= MOST else (0, 0)


def _jpeg(data: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if marker in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return 0, 0
