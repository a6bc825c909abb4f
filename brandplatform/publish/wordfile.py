"""What a Word file is beside its text: its language, the brand’s accent, what it says of itself.

Must not know what is written in it.
"""

import io
import struct
import zipfile
from datetime import datetime
from typing import Final

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from brandplatform.publish.blocks import Document
from brandplatform.publish.typography import INK

_TAGS: Final = {"fr": "fr-FR", "en": "en-GB"}
_LONGEST: Final = 255
"""Characters of the longest title a Word file says it has."""

_BEGINNING: Final = struct.pack("<HH", 0, 1 << 5 | 1)
"""The time and date of every part, the first that a zip can say: the same document is the same bytes."""


def finished(word: WordDocument, document: Document) -> bytes:
    """Return the bytes of a Word file whose text is written, on a template of ours or of somebody else."""
    _speak(word, document)
    _describe(word, document)
    return _packed(word)


def _speak(word: WordDocument, document: Document) -> None:
    """Give the template's styles the document's language."""
    tag = _TAGS.get(document.language, document.language)
    for place in (
        *word.styles.element.iter(qn("w:lang")),
        *word.settings.element.iter(qn("w:themeFontLang")),
    ):
        place.set(qn("w:val"), tag)


def colour(word: WordDocument, document: Document) -> None:
    """Give our own template the brand's accent, where its theme has one."""
    if not document.accent:
        return
    accent, styles = document.accent[1:], word.styles.element
    for element in (*styles.iter(), *word.part.numbering_part.element.iter()):
        if element.get(qn("w:themeColor")) == "accent1":
            element.set(qn("w:val" if element.tag == qn("w:color") else "w:color"), accent)
    theme = word.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    before, after = (f'<a:accent1><a:srgbClr val="{one}"/>'.encode() for one in (INK[1:], accent))
    theme._blob = theme.blob.replace(before, after)


def _describe(word: WordDocument, document: Document) -> None:
    about = word.core_properties
    about.title, about.author, about.subject = (
        text[:_LONGEST] for text in (document.title, document.brand, document.kind)
    )
    about.language = _TAGS.get(document.language, document.language)
    about.revision = 1
    about.created = about.modified = datetime.fromisoformat(document.date)


def _packed(word: WordDocument) -> bytes:
    """Return the bytes of a file, each part with the same date: the same document is the same file.

    The dates are written over in place (local headers and central directory, APPNOTE.TXT 4.3.7 and 4.3.12),
    since packing a second time costs a fifth of the whole.
    """
    saved = io.BytesIO()
    word.save(saved)
    data = bytearray(saved.getvalue())
    with zipfile.ZipFile(saved) as package:
        at = package.start_dir
        for part in package.infolist():
            data[part.header_offset + 10 : part.header_offset + 14] = _BEGINNING
            data[at + 12 : at + 16] = _BEGINNING
            at += 46 + sum(struct.unpack_from("<HHH", data, at + 28))
    return bytes(data)
