"""Content made to harm: whatever a document holds, Word is written, and soon."""

import io
import struct
import time
import zlib

import docx
import pytest
from msgspec.structs import replace

from brandplatform.document.model import Brand, Logo
from brandplatform.publish.typography import typeset
from brandplatform.publish.word import to_word
from brandplatform.publish.wordxml import solid
from tests.publish.documents import composed
from tests.shipped import sample

PNG = b"\x89PNG\r\n\x1a\n"


def shortened(text: str) -> str:
    return text[:8]


def header(width: int, height: int) -> bytes:
    """Return a PNG that says its size and shows nothing."""
    data = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    end = struct.pack(">I", zlib.crc32(b"IHDR" + data))
    return PNG + struct.pack(">I", len(data)) + b"IHDR" + data + end + b"\0\0\0\0IEND\xaeB`\x82"


@pytest.mark.parametrize(
    "image",
    [
        *(b"", b"hello", PNG, header(0, 0), header(0, 5), header(9, 9)[:20]),
        *(b"GIF89a", b"GIF89a\0\0\0\0", b"BM" + bytes(100), b"MM\0*\0\0\0\x08\0\0", b"II*\0\xff\xff\xff\x7f"),
        *(b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1", b"\xff\xd8\xff\xe1\0\x20Exif\0\0MM\0*" + bytes(40)),
        b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0" + bytes(60),
        b"\xff\xd8\xff\xe9\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xda\0\4",
        PNG + b"\0\0\0\x0dIH\xffR" + bytes(30),
        *(solid("#AA0000")[:cut] for cut in range(8, 60, 5)),
    ],
    ids=lambda image: repr(image[:12]),
)
def test_a_logo_that_is_no_image_is_left_out(image: bytes) -> None:
    platform = replace(sample(), brand=Brand(name="Levain", logo=Logo(asset="x.png")))
    assert to_word(composed(platform), {"x.png": image})[:2] == b"PK"


def test_a_name_of_any_length_is_written() -> None:
    platform = replace(sample(), brand=Brand(name="Maison " * 200))
    word = docx.Document(io.BytesIO(to_word(composed(platform), {})))
    assert len(word.core_properties.title) <= 255
    assert word.paragraphs[0].text == ("Maison " * 200).strip()


@pytest.mark.parametrize(
    "text", ["x" * 200_000, "_a" * 100_000, "a@" * 100_000, "1 000" * 40_000, "\"'" * 50_000], ids=shortened
)
def test_a_text_of_any_length_is_set_soon(text: str) -> None:
    start = time.monotonic()
    typeset(text, "fr")
    typeset(text, "en")
    assert time.monotonic() - start < 10  # 200,000 letters without a space took hours
