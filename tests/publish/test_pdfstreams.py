"""A PDF is opened when what it unpacks to is within the limits, and that can be told beforehand."""

import zlib

import pytest

from brandplatform.publish import pages
from brandplatform.publish.attached import NAME
from brandplatform.publish.pdf import to_pdf
from brandplatform.publish.pdfstreams import MOST_STREAMS, fits
from brandplatform.storage import codec
from tests.publish.documents import composed
from tests.shipped import sample

MOST = 2**20
WHOLE = codec.encode(sample())


def stream(data: bytes, told: bytes = b"/Filter /FlateDecode") -> bytes:
    return b"%PDF-1.7\n1 0 obj\n<<" + told + b">>\nstream\n" + data + b"\nendstream\nendobj\n"


def test_our_own_comes_back_and_one_that_unpacks_to_too_much_does_not() -> None:
    assert pages.attachment(to_pdf(composed(), {}, attached=WHOLE), NAME, len(WHOLE)) == WHOLE
    assert pages.attachment(to_pdf(composed(), {}, attached=WHOLE), NAME, len(WHOLE) - 1) == b""
    assert pages.attachment(to_pdf(composed(), {}, attached=bytes(2**26)), NAME, 2**23) == b""


@pytest.mark.parametrize(
    ("pdf", "may_be_opened"),
    [
        (stream(zlib.compress(bytes(MOST))), True),
        (stream(zlib.compress(bytes(MOST + 1))), False),
        (stream(zlib.compress(bytes(MOST + 1)), b"/Subtype /Image /Filter /FlateDecode"), True),
        (stream(zlib.compress(bytes(2**28), 9), b"/Subtype /Image /Filter /FlateDecode"), False),
        (stream(zlib.compress(bytes(MOST)) + b"after"), True),
        (stream(b"nothing that is packed", b""), True),
        (stream(b"x", b"/Filter [/FlateDecode]"), True),
        (stream(b"x", b"/Filter [/FlateDecode /FlateDecode]"), False),
        (stream(b"x", b"/Filter/LZWDecode"), False),
        (stream(b"x", b"/Filter 5 0 R"), False),
        (stream(b"x", b"/Filter /Fl#61teDecode"), False),
        (stream(b"x", b"/F#69lter /FlateDecode /FlateDecode"), False),
        (b"%PDF-1.7\n" + b"stream\n" * (2 * MOST_STREAMS + 1), False),
    ],
)
def test_a_stream_unpacks_to_so_much_and_not_more(pdf: bytes, may_be_opened: bool) -> None:
    assert fits(pdf, MOST) == may_be_opened
