"""What became of a platform in a document: counted, and said in sentences.

Owns why a filled field is not there. Must not know files, windows or how any format is written.
"""

from typing import Final

from msgspec import Struct

from brandplatform.document.library import Library
from brandplatform.document.model import Platform
from brandplatform.publish.attached import shown, within
from brandplatform.publish.blocks import Document
from brandplatform.publish.coverage import missing
from brandplatform.publish.edition import profiles_of
from brandplatform.publish.output import Wish
from brandplatform.publish.signed import status_of
from brandplatform.publish.typography import SANS, SERIF
from brandplatform.resources import Words

_EMBEDDING: Final = ("docx", "pdf", "html")
"""Formats whose file holds its typefaces."""

_REASONS: Final = ("put_away", "left_out", "no_text", "empty")

_NAMED: Final = 12
"""Characters named of those that were replaced."""


class Tally(Struct, frozen=True):
    """Numbers of fields, and what else is to be known of a document."""

    filled: int = 0
    exported: int = 0
    put_away: int = 0
    left_out: int = 0
    """Of a section or a part that this document has not."""
    no_text: int = 0
    """Without a word in the language."""
    empty: int = 0
    """Fields of the sections of this document that nobody has filled."""
    pages: int = 0
    """0 where it has none, or they are not known."""
    state: str = ""
    """`draft`, `signed` or `changed`."""
    replaced: tuple[str, ...] = ()
    """Characters a PDF has no shape for."""
    typefaces: tuple[str, ...] = ()
    """Names of those inside the file."""


def tally(platform: Platform, library: Library, document: Document, wish: Wish, pages: int = 0) -> Tally:
    """Count a document of a platform, which has so many pages."""
    framework = library.framework(platform.framework.id)
    there, counted = shown(document), dict.fromkeys(("exported", *_REASONS), 0)
    for section in framework.sections:
        held = wish.edition.holds(section.id)
        for field in library.fields(section):
            if field.id in there and field.id in platform.answers:
                counted["exported"] += 1
            elif section.id in platform.put_away:
                counted["put_away"] += field.id in platform.answers
            elif not held or wish.edition.profile not in profiles_of(section.id, field.part):
                counted["left_out"] += field.id in platform.answers
            elif field.id in platform.answers:
                counted["no_text"] += 1
            else:
                counted["empty"] += 1
    return Tally(
        filled=len(platform.answers),
        **counted,
        pages=pages,
        state=status_of(platform, framework),
        replaced=missing("".join(within(document, str))) if wish.form == "pdf" else (),
        typefaces=(SERIF, SANS) if wish.form in _EMBEDDING and not wish.template else (),
    )


def said(words: Words, told: Tally) -> tuple[str, ...]:
    """Say a tally in sentences: 31 fields filled, 29 exported, 2 put away; then what else is to be known."""
    parts = [words("export.filled", n=told.filled), words("export.exported", n=told.exported)]
    parts += [words(f"export.{name}", n=number) for name in _REASONS if (number := getattr(told, name))]
    parts += [words("export.pages", told.pages)] if told.pages else []
    lines = [words("common.list_join").join(parts)]
    if told.state != "signed":
        lines.append(words(f"export.state_{told.state}"))
    if told.replaced:
        named = " ".join(told.replaced[:_NAMED]) + (" …" if len(told.replaced) > _NAMED else "")
        lines.append(words("export.replaced", signs=named))
    if told.typefaces:
        lines.append(words("export.typefaces", names=words("common.list_join").join(told.typefaces)))
    return tuple(lines)
