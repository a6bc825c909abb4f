"""What every writer makes of one small document, as text that can be read and compared.

`python -m tests.publish.written` writes the files in `golden` again: read the difference before it is kept.
"""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

import pypdfium2
from lxml import etree

from brandplatform.publish.blocks import Document
from brandplatform.publish.edition import Edition, edition
from brandplatform.publish.output import Form, Wish, written
from brandplatform.publish.output import composed as published
from tests.publish.documents import DAY
from tests.shipped import LIBRARY, SECTIONS, sample

GOLDEN: Final = Path(__file__).with_name("golden")
_SECTIONS: Final = ("promise", "mission", "values", "p_product", "signoff")


def document(language: str) -> Document:
    """Return a few sections of the example, with a block of nearly every kind."""
    full = edition("full")
    few = Edition(full.profile, full.switches, frozenset(SECTIONS) - frozenset(_SECTIONS))
    return published(sample(), LIBRARY, Wish("pdf", language, few), DAY)


def _made(form: Form, language: str) -> bytes:
    return written(document(language), Wish(form, language), {}, platform="levain").data


def _word(language: str) -> str:
    """Return the body of the Word file, an element to a line."""
    with zipfile.ZipFile(io.BytesIO(_made("docx", language))) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    etree.indent(root)
    return etree.tostring(root, encoding="unicode")


def _pdf(language: str) -> str:
    """Return the text of every page, in reading order, and the outline."""
    found = pypdfium2.PdfDocument(_made("pdf", language))
    try:
        return "\n".join(_pages(found))
    finally:
        found.close()


def _pages(found: pypdfium2.PdfDocument) -> Iterator[str]:
    for number, page in enumerate(found, 1):
        yield f"--- {number}"
        text = page.get_textpage().get_text_range().replace("\ufffe", "-")  # a hyphen that was put in
        yield "\n".join(line.rstrip() for line in text.splitlines())
    yield "--- outline"
    for entry in found.get_toc():
        place = entry.get_dest()
        yield f"{'  ' * entry.level}{entry.get_title()} {place.get_index() + 1 if place else ''}"


def _html(language: str) -> str:
    """Return the page without its style sheet and its typefaces."""
    text = _made("html", language).decode("utf-8")
    return re.sub(r"<style>.*?</style>", "<style></style>", text, flags=re.DOTALL)


WRITERS: Final[Mapping[str, Callable[[str], str]]] = {
    "docx.xml": _word,
    "pdf.txt": _pdf,
    "html": _html,
    "md": lambda language: _made("md", language).decode("utf-8"),
}
"""Suffix of a file -> what stands in it."""


def main() -> None:
    """Write the files that `test_written` compares with."""
    for suffix, write in WRITERS.items():
        for language in ("fr", "en"):
            GOLDEN.joinpath(f"{language}.{suffix}").write_text(
                f"{write(language).rstrip()}\n", encoding="utf-8", newline="\n"
            )


if __name__ == "__main__":
    main()
