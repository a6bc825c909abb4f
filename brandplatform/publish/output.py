"""Every format a platform leaves the house in, behind one door.

Owns what may be wished for and what is made of what. Must not know files or windows; what writes a format is
imported when it is asked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from brandplatform.document.library import Library
from brandplatform.document.model import Platform
from brandplatform.publish.blocks import Document
from brandplatform.publish.edition import Edition, edition
from brandplatform.resources import LANGUAGES, Words

Form = Literal["docx", "pdf", "html", "md"]
FORMS: Final[tuple[Form, ...]] = ("docx", "pdf", "html", "md")
"""Formats of what is published, by the suffix of their file."""

Paper = Literal["a4", "letter", "a5"]
ATTACHED: Final = ("none", "published", "whole")
"""What goes inside a PDF, to open it again as a platform: nothing, what it shows, everything."""

PAPERS: Final[Mapping[Form, tuple[Paper, ...]]] = {
    "docx": ("a4", "letter"), "pdf": ("a4", "letter", "a5"), "html": (), "md": (),
}  # fmt: skip
"""The papers of each format; one that has none takes the room it is given."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be published."""

    form: Form
    language: str
    edition: Edition = field(default_factory=lambda: edition("full"))
    paper: Paper = "a4"
    binding: bool = False
    grey: bool = False
    template: bytes = b""
    """Somebody else's Word file to write a Word file on, or nothing."""


class Written(NamedTuple):
    """A document in its format."""

    data: bytes
    pages: int = 0
    """How many there are; 0 where that is not ours to say: a web page, a template of somebody else's."""


def composed(platform: Platform, library: Library, wish: Wish, today: str) -> Document:
    """Return a platform as a document of blocks; `today` is its ISO date.

    Raises FrameworkError: a mistake in the method's files; TooLong.
    """
    from brandplatform.publish.compose import compose
    from brandplatform.publish.extent import check_document, check_platform

    check_platform(platform, wish.language)
    words = Words(wish.language if wish.language in LANGUAGES else LANGUAGES[-1])
    framework = library.framework(platform.framework.id)
    document = compose(
        framework, library, platform, edition=wish.edition, language=wish.language, words=words, today=today
    )
    check_document(document, wish.form)
    return document


def written(
    document: Document, wish: Wish, assets: Mapping[str, bytes], attached: bytes = b"", platform: str = ""
) -> Written:
    """Return a document in the format that is wished for; `assets` holds its logo by name.

    `attached` goes inside a PDF: the platform as JSON. `platform` is its id, by which a Word file is known
    when it comes back.

    Raises NotATemplate: what a Word file was to be written on is no template; NotLaidOut.
    """
    if wish.form == "md":
        from brandplatform.publish.markdown import to_markdown

        return Written(to_markdown(document).encode("utf-8"))
    if wish.form == "html":
        from brandplatform.publish.html import to_html

        return Written(to_html(document, assets))
    if wish.form == "docx" and wish.template:
        from brandplatform.publish.wordagency import to_agency_word

        return Written(to_agency_word(document, assets, wish.template, platform))
    from brandplatform.publish.pdf import Sheet, numbers_of, pages_in, to_pdf

    sheet = Sheet(wish.paper, wish.binding, wish.grey)
    if wish.form == "pdf":
        data = to_pdf(document, assets, sheet, attached)
        return Written(data, pages_in(data))
    from brandplatform.publish.typography import PAPERS as PAGES
    from brandplatform.publish.word import to_word

    numbers = numbers_of(document, assets, sheet)
    return Written(to_word(document, assets, numbers, platform, PAGES[wish.paper]), numbers[-1])
