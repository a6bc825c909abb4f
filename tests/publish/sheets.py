"""Sheets made of the example, and where on the paper they draw what."""

from collections.abc import Iterator
from typing import Any

import pypdfium2

from brandplatform.document import edit
from brandplatform.document.model import Platform, Signature, Statement
from brandplatform.publish.sheets import to_sheet
from brandplatform.publish.signed import sign
from brandplatform.resources import Words
from tests.publish.documents import DAY
from tests.publish.test_pdf import plain
from tests.shipped import FRAMEWORK, LIBRARY, sample

PROMISE = "Demain à sept heures, votre pain aura levé vingt-quatre heures et sera encore tiède."

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in millimetres from the upper left."""


def made(name: str, platform: Platform | None = None, language: str = "fr", **on: Any) -> bytes:
    """Return a sheet of a platform, the example by default."""
    whole = sample() if platform is None else platform
    words = Words(language if language in ("fr", "en") else "en")
    return to_sheet(name, whole, FRAMEWORK, LIBRARY, language=language, words=words, today=DAY, **on)


def promising(text: str) -> Platform:
    """Return the example with another promise."""
    return edit.write_text(sample(), "promise", Statement, "fr", text)


def signed(platform: Platform, name: str = "Odile Marchand") -> Platform:
    """Return a platform that somebody has put their name to."""
    return sign(platform, FRAMEWORK, Signature(id="s9", name=name, role="gérante", when="2026-11-02"))


def pages(pdf: bytes) -> list[str]:
    """Return the text of each page, without its spaces."""
    found = pypdfium2.PdfDocument(pdf)
    told = [plain(page.get_textpage().get_text_range()) for page in found]
    found.close()
    return told


def boxes(pdf: bytes, kind: int) -> list[list[Box]]:
    """Return what is drawn of one kind on each page."""
    found = pypdfium2.PdfDocument(pdf)
    drawn = [[*_boxes(page, kind)] for page in found]
    found.close()
    return drawn


def _boxes(page: Any, kind: int) -> Iterator[Box]:
    height = page.get_height()
    for one in page.get_objects():
        if one.type == kind:
            left, bottom, right, top = one.get_bounds()
            lengths = (left, height - top, right, height - bottom)
            x0, y0, x1, y1 = (round(length * 25.4 / 72, 1) for length in lengths)
            yield x0, y0, x1, y1
