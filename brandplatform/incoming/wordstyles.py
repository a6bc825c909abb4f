"""What the styles of a Word file make of a paragraph: a heading, an item, a line of contents, bold.

Must not know texts.
"""

import re

from lxml.etree import _Element as Element
from msgspec import Struct

from brandplatform.incoming.wordpackage import attribute, child, children, local

LOWEST = 6
"""The lowest level of heading told apart."""

NONE = -1
"""The level of what is no heading."""

_HEADING = re.compile(r"(?:heading|titre|title|überschrift|título|titolo|kop) ?([1-9])", re.IGNORECASE)
_TITLE = re.compile(r"title|titre|titre principal|book title", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|tm|table of figures|table des illustrations|verzeichnis) ?\d*", re.IGNORECASE)
_LISTED = re.compile(r"(?:list|liste) (?:bullet|number|à puces|à numéros|numérotée) ?([2-5])?", re.IGNORECASE)
_DEEPEST_CHAIN = 20
_NO = ("0", "false", "off", "none")


class Look(Struct, frozen=True):
    """What a paragraph or a run is by its style, or by what is set on it; None where nothing is said."""

    level: int | None = None
    """The level of a heading, 0 for the title; below 0 for none."""
    depth: int | None = None
    """The depth of an item; 0 for none."""
    bold: bool | None = None
    contents: bool = False

    def over(self, base: "Look") -> "Look":
        """Return this look where it says something, the base elsewhere."""
        return Look(
            base.level if self.level is None else self.level,
            base.depth if self.depth is None else self.depth,
            base.bold if self.bold is None else self.bold,
            self.contents or base.contents,
        )


def look_of(element: Element) -> Look:
    """Return what the properties beside an element say: those of a style, a paragraph or a run."""
    paragraph, run = child(element, "pPr"), child(element, "rPr")
    outline, numbers = child(paragraph, "outlineLvl"), child(paragraph, "numPr")
    bold = child(run, "b")
    level = number_of(outline) if outline is not None else None
    return Look(
        level=None if level is None else level + 1 if level < 9 else NONE,
        depth=None if numbers is None else _depth(numbers),
        bold=None if bold is None else attribute(bold, "val") not in _NO,
    )


def _depth(numbers: Element) -> int | None:
    """Return the depth of an item; list 0 is none, and a level without a list says nothing."""
    listed, level = child(numbers, "numId"), child(numbers, "ilvl")
    if listed is None:
        return None
    return 0 if attribute(listed, "val") == "0" else 1 + number_of(level)


def number_of(element: Element | None) -> int:
    """Return the number an element gives, below 1,000; 0 for none."""
    if element is None:
        return 0
    value = attribute(element, "val")
    return int(value) if value.isdecimal() and len(value) < 4 else 0


class Styles:
    """The styles of a file, by id."""

    def __init__(self, root: Element | None) -> None:
        """Read the styles there are."""
        self._styles = {attribute(one, "styleId"): one for one in children(root) if local(one) == "style"}
        self._looks: dict[str, Look] = {}

    def look(self, identity: str) -> Look:
        """Return what a style makes of a paragraph or a run, with all it is based on."""
        if identity not in self._looks:
            self._looks[identity] = self._found(identity)
        return self._looks[identity]

    def _found(self, identity: str) -> Look:
        look, name = Look(), identity
        for _ in range(_DEEPEST_CHAIN):
            style = self._styles.get(name)
            look = look.over(_named(name))
            if style is None:
                break
            title = child(style, "name")
            look = look.over(_named(attribute(title, "val") if title is not None else "")).over(
                look_of(style)
            )
            base = child(style, "basedOn")
            name = attribute(base, "val") if base is not None else ""
        return look


def _named(name: str) -> Look:
    """Return what the name of a style says."""
    if _CONTENTS.fullmatch(name):
        return Look(contents=True, level=NONE)
    heading, listed = _HEADING.fullmatch(name), _LISTED.fullmatch(name)
    if heading:
        return Look(level=min(int(heading[1]), LOWEST))
    if _TITLE.fullmatch(name):
        return Look(level=0)
    return Look(depth=int(listed[1] or 1)) if listed else Look()
