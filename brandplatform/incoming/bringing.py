"""A document brought in, whoever wrote it: our archive, the platform inside a PDF, a stranger's to be filed.

Owns which of the three it is, known by what is in it. Must not know files on disk, nor what is said of it.
"""

from collections.abc import Callable
from typing import Final

from msgspec import Struct

from brandplatform import resources
from brandplatform.document.anchors import DATA
from brandplatform.document.library import Library
from brandplatform.document.model import Platform
from brandplatform.incoming.filing import Filed, file_away
from brandplatform.incoming.markdown import MOST_BYTES, MOST_LINES, Rebuild, from_archive
from brandplatform.incoming.passages import NotRead
from brandplatform.incoming.strangers import read_stranger
from brandplatform.incoming.synonyms import spoken_from
from brandplatform.resources import Words

LARGEST: Final = 50 * 2**20
"""Bytes of the largest document that is brought in: a Word file is full of pictures."""

Inside = Callable[[bytes], Platform | None]
"""Finds the platform inside a PDF, or None: whoever calls knows how files are kept."""


class Brought(Struct, frozen=True):
    """A platform, and where each passage of a stranger's document went; what is ours comes back as it was."""

    platform: Platform
    filed: tuple[Filed, ...] = ()
    strange: bool = False


def bring(
    data: bytes,
    name: str,
    library: Library,
    words: Words,
    inside: Inside,
    rebuild: Rebuild,
    language: str = "",
) -> Brought:
    """Return what a document of that file name holds.

    language: that of a stranger's document; empty: it is found out.
    Raises NotRead: it cannot be read, or is not within limits; NotAnArchive: our marks, but no archive;
    UnicodeDecodeError: a text of another encoding.
    """
    if len(data) > LARGEST:
        raise NotRead("too_long", limit=LARGEST // 2**20)
    if data.startswith(b"%PDF-"):
        platform = inside(data)
        if platform is None:
            raise NotRead("plain_pdf")
        return Brought(platform)
    if DATA.encode() in data and not data.startswith(b"PK"):
        if len(data) > MOST_BYTES:
            raise NotRead("too_long", limit=MOST_BYTES // 2**20)
        if max(data.count(b"\n"), data.count(b"|")) > MOST_LINES:
            raise NotRead("too_many")
        return Brought(from_archive(data.decode("utf-8-sig"), rebuild))
    spoken = spoken_from(resources.read_toml("synonyms.toml"))
    framework = library.framework(library.frameworks[0])
    document = read_stranger(data, spoken)
    brought = Brought(
        *file_away(document, library, framework, spoken, words, source=name, language=language), strange=True
    )
    if not (brought.platform.answers or brought.platform.loose):
        raise NotRead("nothing")
    return brought
