"""The Markdown people may write in longer texts: bold, italic, links, lists; parsed once into blocks.

Owns what is understood; everything else stays as it was typed: HTML, headings, code, images are text. Lists
are cut out here, line by line; faces are Python-Markdown's, imported only when a text has signs of any.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

if TYPE_CHECKING:
    from markdown import Markdown

SAFE_LINK = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)

MOST_SIGNS = 400
"""Signs in a paragraph or an item; with more it has no faces: 20,000 open brackets took the parser 55 s."""

MOST_CHARACTERS = 200_000
"""Characters in a text; a longer one has no faces, only paragraphs and lists."""

DEEPEST = 8
"""Depth of the deepest item: Word has nine levels. What is indented further stands there too."""

_BREAK = re.compile(r"\r\n|\r")
_ITEM = re.compile(r"(\s*)(?:[-*]\s+|\+\s+(?!\d)|(\d{1,9})[.)]\s+)(.*)")
_BARE = re.compile(r"\s*[-*+]\s+")
_RULE = re.compile(r"[\s*_-]+")
_SIGNS = re.compile(r"[*_\[\\]")
_MADE_BY_THE_PARSER = re.compile("[\x02\x03]")
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
    pieces = _Pieces()
    for line in _BREAK.sub("\n", text).split("\n"):
        pieces.take(line)
    faces = _faces([piece.text.strip() for piece in pieces.made])
    runs: list[list[tuple[_Piece, Spans]]] = []
    for piece, spans in zip(pieces.made, faces, strict=True):
        if piece.begins:
            runs.append([])
        runs[-1].append((piece, spans))
    return tuple(_block(run) for run in runs)


def _block(run: list[tuple["_Piece", Spans]]) -> RichBlock:
    first, spans = run[0]
    if not first.is_item:
        return Para(spans)
    return Items(tuple((piece.depth, own) for piece, own in run), ordered=first.number > 0)


@dataclass(slots=True)
class _Piece:
    """A paragraph, or an item: `number` is 0 after a bullet, `begins` whether its list begins with it."""

    lines: list[str]
    is_item: bool = False
    begins: bool = True
    indent: int = 0
    depth: int = 0
    number: int = 0

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def follows(self, other: "_Piece") -> bool:
        """Whether this may be the next item of the same list; a list numbered 1 1 1 is one list."""
        if not self.number:
            return not other.number
        return self.number == other.number + 1 > 1 or self.number == other.number == 1


class _Pieces:
    """Cuts a text into paragraphs and items, line by line."""

    def __init__(self) -> None:
        self.made: list[_Piece] = []
        self._inside: list[_Piece] = []
        self._gap = True

    def take(self, line: str) -> None:
        """Add a line to the piece it goes on with, or begin another."""
        if not line.strip():
            self._gap = True
            return
        if _BARE.fullmatch(line):
            return
        item = self._item(line)
        if item is not None:
            self.made.append(item)
        elif self._goes_on(line):
            self.made[-1].lines.append(line.strip() if self.made[-1].is_item else line.rstrip())
        else:
            self._inside = []
            self.made.append(_Piece([line.rstrip()]))
        self._gap = False

    def _goes_on(self, line: str) -> bool:
        """Whether a line belongs to the last piece; after a blank line only inside an item, when indented."""
        return not self._gap or (bool(self._inside) and _indent(line) >= self._inside[0].indent + 2)

    def _item(self, line: str) -> _Piece | None:
        """Return the item a line begins; a number that starts no list and follows none is text (`2019. `)."""
        found = _ITEM.fullmatch(line)
        if found is None or _RULE.fullmatch(line):
            return None
        item = _Piece([found[3]], is_item=True, indent=_indent(found[1]), number=int(found[2] or 0))
        parents = [one for one in self._inside if one.indent + 2 <= item.indent]
        before = self._inside[len(parents)] if len(parents) < len(self._inside) else None
        follows = before is not None and item.follows(before)
        if found[2] and item.number != 1 and not follows:
            return None
        item.begins = not parents and not follows
        item.depth = min(len(parents), DEEPEST)
        self._inside = [*parents, item]
        return item


def _indent(line: str) -> int:
    spaced = line.expandtabs(4)
    return len(spaced) - len(spaced.lstrip())


def _faces(texts: list[str]) -> list[Spans]:
    """Return the spans of each text."""
    made: list[Spans] = [(RSpan(text),) if text else () for text in texts]
    signed = [at for at, text in enumerate(texts) if _SIGNS.search(text) and not _too_much(text)]
    if not signed or sum(map(len, texts)) > MOST_CHARACTERS:
        return made
    root = Element("div")
    for at in signed:
        SubElement(root, "p").text = _MADE_BY_THE_PARSER.sub("", texts[at])
    reader = _reader()
    for name in ("inline", "unescape"):
        reader.treeprocessors[name].run(root)
    for at, paragraph in zip(signed, root, strict=True):
        spans = _trimmed(tuple(_spans(paragraph, RSpan(""))))
        if spans and not _loses(texts[at], spans):
            made[at] = spans
    return made


def _loses(text: str, spans: Spans) -> bool:
    """Whether a letter is gone: in 3.11.3, `[a](b"c(` loses its c."""
    shown = "".join(span.text + span.link for span in spans)
    return bool(Counter(filter(str.isalnum, text)) - Counter(filter(str.isalnum, shown)))


def _too_much(text: str) -> bool:
    """Whether looking for faces could take long."""
    return sum(map(text.count, "*_[\\")) > MOST_SIGNS


def _reader() -> "Markdown":
    """Return a parser of the subset's faces alone."""
    from markdown import Markdown  # tens of milliseconds: only where a text has signs

    reader = Markdown()
    for name in _INLINE_LEFT_OUT:
        reader.inlinePatterns.deregister(name)
    return reader


def _spans(element: Element, face: RSpan) -> Iterator[RSpan]:
    """Walk inline markup; what a link would hide stays beside it: a title, an address that is not safe."""
    if element.text:
        yield replace(face, text=element.text)
    for child in element:
        inside = tuple(_spans(child, _faced(child, face)))
        yield from inside
        if child.tag == "a":
            yield from _beside(child, face, named="".join(span.text for span in inside).strip() != "")
        if child.tail:
            yield replace(face, text=child.tail)


def _beside(link: Element, face: RSpan, *, named: bool) -> Iterator[RSpan]:
    address, title = link.get("href", ""), link.get("title", "")
    if SAFE_LINK.fullmatch(address):
        if not named:
            yield replace(face, text=address, link=address)
        address = ""
    beside = " ".join(filter(None, (address, title)))
    if beside:
        yield replace(face, text=f" ({beside})")


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
