"""Whether a PDF can be opened without unpacking more than it may: looked at before pdfium, which asks nobody.

Owns the limits. Knows how a stream is packed (ISO 32000-1, 7.3.8 and 7.4), and not what is in it.
"""

import re
import zlib
from typing import Final

MOST_TOGETHER: Final = 400 * 2**20
"""Bytes of all streams of a PDF, unpacked."""

MOST_OF_IMAGE: Final = 160 * 2**20
"""Bytes of one that is said to be an image: forty million pixels, and nobody asks for those here."""

MOST_STREAMS: Final = 20_000

_CHUNK: Final = 2**16
_STREAM: Final = re.compile(rb"stream\r?\n")
_FILTER: Final = re.compile(rb"/Filter\s*(\[[^\]]{0,200}\]?|/[^\s/<>\[\]()]{0,60}|[^\s/\[]{1,20})")
_ESCAPED: Final = re.compile(rb"/(?=[A-Za-z]{0,5}#)(?:F|#46)(?:i|#69)(?:l|#6[Cc])(?:t|#74)(?:e|#65)(?:r|#72)")
_IMAGE: Final = re.compile(rb"/Subtype\s*/Image")
_HEAD: Final = 500
"""Bytes in front of a stream in which it says what it is."""

_PLAIN: Final = frozenset((b"/FlateDecode", b"/DCTDecode", b"/JPXDecode"))
"""Ways of packing of which none can hide another."""


def fits(pdf: bytes, most: int) -> bool:
    """Tell whether each stream of a PDF unpacks to `most` bytes at most, in a way that is told beforehand."""
    if pdf.count(b"stream") > 2 * MOST_STREAMS:
        return False
    if _ESCAPED.search(pdf) or not all(_is_plain(found[1]) for found in _FILTER.finditer(pdf)):
        return False
    left = MOST_TOGETHER
    view = memoryview(pdf)
    for found in _STREAM.finditer(pdf):
        here = MOST_OF_IMAGE if _IMAGE.search(pdf, max(0, found.start() - _HEAD), found.start()) else most
        size = _unpacked(view[found.end() :], here)
        left -= size
        if size > here or left < 0:
            return False
    return True


def _is_plain(told: bytes) -> bool:
    """Whether a stream is packed in one way, called by its plain name."""
    names = told.strip(b"[] \r\n\t").split()
    return len(names) <= 1 and all(name in _PLAIN for name in names)


def _unpacked(packed: memoryview, most: int) -> int:
    """Return how many bytes a stream unpacks to, or a number over `most`; 0 for one that is not deflated."""
    inflater = zlib.decompressobj()
    size = at = 0
    try:
        while not inflater.eof and size <= most and at < len(packed):
            size += len(inflater.decompress(packed[at : at + _CHUNK], most + 1))
            at += _CHUNK
    except zlib.error:
        pass
    return size
