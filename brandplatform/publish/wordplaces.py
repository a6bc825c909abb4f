"""The places a template leaves open: `{{brand}}` and its like, wherever Word cut them up.

Owns how they are written and found. Must not know what goes there.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from brandplatform.publish.wordxml import made

BODY: Final = "body"
"""The place where the text goes."""

_OPEN: Final = re.compile(r"\{\{\s*(\w+)\s*\}\}")
_PARAGRAPH, _TEXT = qn("w:p"), qn("w:t")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def fill(story: Element, said: Mapping[str, str]) -> None:
    """Write a text into each of its places, as text; a place it is not told of stays as it is written."""
    for paragraph in list(story.iter(_PARAGRAPH)):
        texts = list(_texts(paragraph))
        whole = "".join(one.text or "" for one in texts)
        for found in reversed(list(_OPEN.finditer(whole))):
            if (text := said.get(found[1].lower())) is not None:
                _write(texts, found.start(), found.end(), text)
                for one in texts if "\n" in text else ():
                    _break(one)


def find(story: Element, place: str) -> Element | None:
    """Return the first paragraph with a place of that name, or None."""
    for paragraph in story.iter(_PARAGRAPH):
        if any(one[1].lower() == place for one in _OPEN.finditer(said_in(paragraph))):
            return paragraph
    return None


def said_in(paragraph: Element) -> str:
    """Return the text of a paragraph, without that of text boxes anchored in it."""
    return "".join(one.text or "" for one in _texts(paragraph))


def _texts(paragraph: Element) -> Iterator[Element]:
    return (one for one in paragraph.iter(_TEXT) if next(one.iterancestors(_PARAGRAPH)) is paragraph)


def _write(texts: list[Element], start: int, end: int, said: str) -> None:
    """Put a text between two places of the text of several elements: into the first of them it touches."""
    at, put = 0, False
    for one in texts:
        text = one.text or ""
        first, last = max(start - at, 0), min(end - at, len(text))
        at += len(text)
        if first >= last:
            continue
        one.text = text[:first] + ("" if put else said) + text[last:]
        one.set(_SPACE, "preserve")
        put = True


def _break(text: Element) -> None:
    """Make the line breaks in a text line breaks of Word."""
    first, *others = (text.text or "").split("\n")
    text.text = first
    for line in reversed(others):
        rest = made("w:t")
        rest.text = line
        rest.set(_SPACE, "preserve")
        text.addnext(rest)
        text.addnext(made("w:br"))
