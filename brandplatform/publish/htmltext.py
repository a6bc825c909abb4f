"""Text as HTML: whatever a person typed stays text, and the type checker sees to it.

Owns how elements are written. `Markup` is made here, but for the style of the page: a text that was not
escaped is no child of an element.
"""

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Final, NewType

from brandplatform.document.edit import clean, on_one_line
from brandplatform.document.richtext import SAFE_LINK, Spans
from brandplatform.publish.blocks import Source, Span
from brandplatform.publish.typography import broken_by_sense

Markup = NewType("Markup", str)

_RUN: Final = re.compile(r"[^ \n]+")
"""What a line is not broken in."""

NOTHING: Final = Markup("")


def text(words: str) -> Markup:
    """Return a text as markup: its signs escaped, its line breaks kept."""
    return Markup("<br>".join(map(escape, clean(words).split("\n"))))


def element(name: str, /, *inside: Markup, **about: str | None) -> Markup:
    """Return an element; an attribute that is None is left out, `class_` is class and `data_bp` data-bp."""
    return Markup(f"<{name}{_attributes(about)}>{''.join(inside)}</{name}>")


def void(name: str, /, **about: str | None) -> Markup:
    """Return an element that holds nothing."""
    return Markup(f"<{name}{_attributes(about)}>")


def lines(parts: Iterable[Markup]) -> Markup:
    """Return markup one part to a line, for who reads the source; empty parts are left out."""
    return Markup("\n".join(filter(None, parts)))


def said(name: str, inside: Markup, source: Source | None, /, **about: str | None) -> Markup:
    """Return an element that holds the text of a field: which one, and in which language."""
    place, language = (source.place, source.language) if source else (None, None)
    return element(name, inside, data_bp=place, lang=language, **about)


def spans(runs: Spans) -> Markup:
    """Return runs of text in their faces; a link is one only where its address is safe."""
    return Markup("".join(map(_span, runs)))


def by_sense(words: str, language: str) -> Markup:
    """Return what the company says, to be broken by sense: what belongs together stays whole, as do hyphens.

    A line too narrow for that is broken inside it: the spaces are those of the text.
    """
    words = clean(words)
    bound = broken_by_sense(words, language)
    made, start = [], 0
    for run in _RUN.finditer(bound):
        own = words[run.start() : run.end()]
        if own != run.group() or "-" in own:
            made += [text(words[start : run.start()]), element("span", text(own), class_="whole")]
            start = run.end()
    return Markup("".join((*made, text(words[start:]))))


def numbered(number: str, title: str) -> Markup:
    """Return a title behind its number, where it has one."""
    before = element("span", text(f"{number} "), class_="number") if number else NOTHING
    return Markup(f"{before}{text(title)}")


def _span(run: Span) -> Markup:
    made = text(run.text)
    if run.italic:
        made = element("em", made)
    if run.bold:
        made = element("strong", made)
    if run.link and SAFE_LINK.fullmatch(run.link):
        made = element("a", made, href=run.link, rel="noreferrer")
    return made


def _attributes(about: Mapping[str, str | None]) -> str:
    named = ((name.rstrip("_").replace("_", "-"), value) for name, value in about.items())
    return "".join(f' {name}="{escape(on_one_line(value))}"' for name, value in named if value is not None)
