"""The pages of a PDF as they will be printed: how many, which entry of the outline on which, and as pictures.

Owns pdfium, which may be in one thread at a time only. Must not know what the pages are of.
"""

import ctypes
from dataclasses import dataclass
from threading import Lock
from typing import Any

import pypdfium2

from brandplatform.publish.pdfstreams import fits

_MOST_FILES = 100
"""Attachments that are looked at."""

_ALONE = Lock()
"""Held by whoever is inside pdfium: it is not made for two threads at once."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as pixels of four bytes (blue, green, red, unused), line by line."""

    width: int
    height: int
    stride: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class Pages:
    """What is known of a PDF without looking at its pages."""

    sizes: tuple[tuple[float, float], ...]
    """Width and height of each page, in points."""
    outline: tuple[int, ...]
    """The page of each entry of the outline, from 1."""


def pages_of(pdf: bytes) -> Pages:
    """Return what there is in a PDF.

    Raises pypdfium2.PdfiumError: it is none.
    """
    with _ALONE:
        found = pypdfium2.PdfDocument(pdf)
        try:
            sizes = tuple(found.get_page_size(at) for at in range(len(found)))
            places = (entry.get_dest() for entry in found.get_toc())
            return Pages(sizes, tuple((place.get_index() or 0) + 1 if place else 1 for place in places))
        finally:
            found.close()


def attachment(pdf: bytes, name: str, most: int) -> bytes:
    """Return a file that is inside a PDF; empty where there is none of that name and of at most `most` bytes.

    The same for what begins like a PDF and is none, asks for a password, or would unpack to more.
    """
    if not fits(pdf, most):
        return b""
    with _ALONE:
        try:
            found = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError:
            return b""
        try:
            inside = (found.get_attachment(at) for at in range(min(found.count_attachments(), _MOST_FILES)))
            named = next((one for one in inside if one.get_name() == name), None)
            return bytes(named.get_data()) if named is not None and _size(named) <= most else b""
        except pypdfium2.PdfiumError:  # it names an attachment that is not there
            return b""
        finally:
            found.close()


def _size(attachment: Any) -> int:
    """Return how many bytes an attachment has, without a copy of them."""
    size = ctypes.c_ulong()
    found = pypdfium2.raw.FPDFAttachment_GetFile(attachment, None, 0, size)
    return size.value if found else 0


def pictured(pdf: bytes, page: int, scale: float) -> Picture:
    """Return a page (from 1) as a picture, `scale` pixels to a point."""
    with _ALONE:
        found = pypdfium2.PdfDocument(pdf)
        try:
            bitmap: Any = found[page - 1].render(scale=scale, prefer_bgrx=True)
            return Picture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        finally:
            found.close()
