"""What deflated bytes hold, as far as they can be read and never more than is allowed.

Owns the guard against bombs. Must not know archives, nor what the bytes say.
"""

import zlib
from typing import Final

_CHUNK: Final = 4096
"""Bytes taken at a time; they unpack to four megabytes at most."""

RAW: Final = -zlib.MAX_WBITS
"""The window of an entry of an archive, which has no header of its own."""


class Unpacked:
    """What was read, how many packed bytes that took, and whether the end was found."""

    def __init__(self, packed: bytes | memoryview, most: int, window: int = zlib.MAX_WBITS) -> None:
        """Unpack at most `most` bytes; what is damaged or cut is read up to there."""
        self._made = bytearray()
        self._inflater = zlib.decompressobj(window)
        self.taken = 0
        view = memoryview(packed)
        while not self.ended and self.taken < len(view) and len(self._made) <= most:
            if not self._take(view[self.taken : self.taken + _CHUNK]):
                break
        self.taken -= len(self._inflater.unused_data)
        self.data = bytes(self._made[:most])
        self.whole = self.ended and len(self._made) <= most

    @property
    def ended(self) -> bool:
        """Whether the packed bytes say that they end here."""
        return self._inflater.eof

    def _take(self, chunk: memoryview) -> bool:
        """Unpack one more chunk; of one with a fault, what is before it, and False."""
        before = self._inflater.copy()
        try:
            self._made += self._inflater.decompress(chunk)
        except zlib.error:
            self._inflater = before
            self._take_singly(chunk)
            return False
        self.taken += len(chunk)
        return True

    def _take_singly(self, chunk: memoryview) -> None:
        for at in range(len(chunk)):
            try:
                self._made += self._inflater.decompress(chunk[at : at + 1])
            except zlib.error:
                return
            self.taken += 1


def inflated(packed: bytes, most: int) -> bytes:
    """Return what compressed bytes hold.

    Raises ValueError: they are damaged or cut, or hold more than `most` bytes.
    """
    found = Unpacked(packed, most)
    if not found.whole:
        raise ValueError("damaged" if not found.ended else f"larger than {most} bytes")
    return found.data
