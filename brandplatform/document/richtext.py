"""The Markdown people may write in longer texts: bold, italic, links, lists; parsed once into blocks.

Owns what is understood; everything else stays as it was typed: HTML, headings, code, images are text. Parsing
is Python-Markdown's, imported only when a text has signs to parse.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

if TYPE_CHECKING:
    from markdown import Markdown

SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)

MOST_SIGNS = 400
MOST_DEPTH = 40
MOST_CHARACTERS = 200_000
"""Beyond these a text is taken as plain paragraphs: Python-Markdown needs 55 s for 20,000 open brackets."""

_ITEM = re.compile(r"^(\s*)([-*+]|\d{1,9}[.)])\s+(.*)$")
_SIGNS = re.compile(r"[*_\[\\]|^\s*(?:[-+]|\d{1,9}[.)])\s", re.MULTILINE)
_BLOCKS_LEFT_OUT = ("code", "hashheader", "setextheader", "hr", "quote", "reference")
_INLINE_LEFT_OUT = (
    *("backtick", "reference", "image_link", "image_reference", "short_reference", "short_image_ref"),
    *("autolink", "automail", "linebreak", "html", "entity"),
)


@dataclass(frozen=True, slots=True)
class RSpan:
    """A run of text in one face; `link` is a safe address or empty."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


Spans = tuple[RSpan, ...]


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph; a line break inside it is `\\n` in a span."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Items:
    """A list: for each item its depth, from 0, and its text."""

    items: tuple[tuple[int, Spans], ...]
    ordered: bool = False


RichBlock = Para | Items


def parse(text: str) -> tuple[RichBlock, ...]:
    """Return the paragraphs and lists of a text; never raises, never loses a word."""
    if not _SIGNS.search(text) or _too_much(text):
        return _plain(text)
    reader = _reader()
    lines = reader.preprocessors["normalize_whitespace"].run(_prepared(text).split("\n"))
    root: Element = reader.parser.parseDocument(lines).getroot()
    for name in ("inline", "unescape"):
        made = reader.treeprocessors[name].run(root)
        root = root if made is None else made
    return tuple(_blocks(root))


def _too_much(text: str) -> bool:
    """Whether parsing could take long: many open signs, or very deep lists."""
    if len(text) > MOST_CHARACTERS:
        return True
    deepest = max((len(line) - len(line.lstrip()) for line in text.split("\n")), default=0)
    return deepest > 2 * MOST_DEPTH or any(
        sum(map(part.count, "*_[")) > MOST_SIGNS for part in text.split("\n\n")
    )


def _plain(text: str) -> tuple[RichBlock, ...]:
    parts = (part.strip("\n") for part in re.split(r"\n[ \t]*\n", text))
    return tuple(Para((RSpan(part),)) for part in parts if part.strip())


def _reader() -> "Markdown":
    """Return a parser of the subset alone."""
    from markdown import Markdown  # tens of milliseconds: only where a text has signs

    reader = Markdown()
    reader.preprocessors.deregister("html_block")
    for name in _BLOCKS_LEFT_OUT:
        reader.parser.blockprocessors.deregister(name)
    for name in _INLINE_LEFT_OUT:
        reader.inlinePatterns.deregister(name)
    return reader


def _prepared(text: str) -> str:
    """Give lists the four spaces a level and the blank line before that Python-Markdown asks for."""
    made: list[str] = []
    levels: list[int] = []
    for line in text.expandtabs(4).split("\n"):
        item = _ITEM.match(line)
        if item is None:
            if not line.strip():
                levels = []
            made.append(line if levels and line.startswith(" ") else line.lstrip(" "))
            continue
        indent = len(item[1])
        if not levels and made and made[-1].strip():
            made.append("")
        while levels and indent < levels[-1]:
            levels.pop()
        if not levels or indent > levels[-1]:
            levels.append(indent)
        sign = f"{item[2][:-1]}." if item[2][-1] in ".)" else "-"
        made.append(f"{'    ' * (len(levels) - 1)}{sign} {item[3]}")
    return "\n".join(made)


def _blocks(root: Element) -> Iterator[RichBlock]:
    for child in root:
        if child.tag in ("ul", "ol"):
            yield Items(tuple(_items(child, 0)), ordered=child.tag == "ol")
        elif spans := _trimmed(tuple(_spans(child, RSpan("")))):
            yield Para(spans)


def _items(parent: Element, depth: int) -> Iterator[tuple[int, Spans]]:
    for item in parent:
        own = Element("span")
        own.text = item.text
        lists = [child for child in item if child.tag in ("ul", "ol")]
        own.extend(child for child in item if child.tag not in ("ul", "ol"))
        yield depth, _trimmed(tuple(_spans(own, RSpan(""))))
        for inner in lists:
            yield from _items(inner, depth + 1)


def _spans(element: Element, face: RSpan) -> Iterator[RSpan]:
    """Walk inline markup; an address that is not safe stays beside its text."""
    if element.text:
        yield replace(face, text=element.text)
    for child in element:
        yield from _spans(child, _faced(child, face))
        address = child.get("href", "")
        if child.tag == "a" and not SAFE_LINK.fullmatch(address):
            yield replace(face, text=f" ({address})" if address else "")
        if child.tail:
            yield replace(face, text=child.tail)


def _faced(child: Element, face: RSpan) -> RSpan:
    match child.tag:
        case "strong":
            return replace(face, bold=True)
        case "em":
            return replace(face, italic=True)
        case "a" if SAFE_LINK.fullmatch(child.get("href", "")):
            return replace(face, link=child.get("href", ""))
        case _:
            return face


def _trimmed(spans: Spans) -> Spans:
    """Join runs of one face, and take white space off both ends."""
    joined: list[RSpan] = []
    for span in spans:
        if joined and replace(joined[-1], text="") == replace(span, text=""):
            joined[-1] = replace(span, text=joined[-1].text + span.text)
        elif span.text:
            joined.append(span)
    if joined:
        joined[0] = replace(joined[0], text=joined[0].text.lstrip())
        joined[-1] = replace(joined[-1], text=joined[-1].text.rstrip())
    return tuple(span for span in joined if span.text)
