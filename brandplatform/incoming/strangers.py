"""A document of somebody else’s, known by what is in it and not by its name.

Owns which reader a document goes to. Must not know our fields.
"""

from brandplatform.incoming.passages import MOST_PASSAGES, NotRead, Stranger, pieces
from brandplatform.incoming.strangers_markdown import MOST_BYTES, read_text
from brandplatform.incoming.synonyms import Spoken

_WORD = (b"PK\x03\x04", b"PK\x05\x06", bytes.fromhex("D0CF11E0A1B11AE1"))
"""How a .docx begins, an empty archive, and a .doc or a .docx with a password."""

_OTHERS = (b"%PDF-", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"7z\xbc\xaf")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_stranger(data: bytes, spoken: Spoken) -> Stranger:
    """Read a Word document, Markdown or plain text.

    Raises NotRead: it is none of these, or not within limits; UnicodeDecodeError: a text of another encoding.
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
    return read_text(data.decode("utf-16" if data.startswith(_UTF_16) else "utf-8-sig"), spoken)
