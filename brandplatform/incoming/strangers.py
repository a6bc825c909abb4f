"""A document of somebody else’s, known by what is in it and not by its name.

Owns which reader a document goes to. Must not know our fields.
"""

import re

from brandplatform.incoming.passages import MOST_PASSAGES, NotRead, Stranger, pieces
from brandplatform.incoming.strangers_markdown import MOST_BYTES, read_text
from brandplatform.incoming.synonyms import Spoken

_WORD = (b"PK\x03\x04", b"PK\x05\x06", bytes.fromhex("D0CF11E0A1B11AE1"))
"""How a .docx begins, an empty archive, and a .doc or a .docx with a password."""

_OTHERS = (b"%PDF-", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf")
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1f]|\xc3[\x80-\xbf]|\xe2\x80[\x90-\xbf]")
"""Control characters, and the accents and quotation marks of a damaged UTF-8."""

_MOST_ACCENTS = 4
"""One byte in so many: what has more of them is no language of the west."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_stranger(data: bytes, spoken: Spoken) -> Stranger:
    """Read a Word document, Markdown or plain text.

    Raises NotRead: it is none of these, or not within limits; UnicodeDecodeError: no text we can tell.
    """
    document = _read(data, spoken)
    if pieces(document.passages) > MOST_PASSAGES:
        raise NotRead("too_many")
    return document


def _read(data: bytes, spoken: Spoken) -> Stranger:
    if data.startswith(_WORD):
        from brandplatform.incoming.word import read_word  # lxml, only for a Word file

        return read_word(data)
    if data.startswith(_OTHERS):
        raise NotRead("no_document")
    if len(data) > MOST_BYTES:
        raise NotRead("too_long", limit=MOST_BYTES // 2**20)
    return read_text(_decoded(data), spoken)


def _decoded(data: bytes) -> str:
    """Return a text; one that is not in UTF-8, and is plainly text, is in what Windows writes in the west."""
    if data.startswith(_UTF_16):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        if _NO_TEXT.search(data) or _MOST_ACCENTS * sum(byte > 127 for byte in data) > len(data):
            raise
        return data.decode("cp1252")
