"""Our styles looked for in somebody else's Word template: under their name, or under another.

Owns what is found; must not change the template. What agencies call a style is data
(`resources/word/aliases.toml`).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, count
from typing import Any, Final, Literal

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml.etree import _Element as Element

from brandplatform.publish.wordlook import Look, style_id
from brandplatform.publish.wordstyles import named_styles

How = Literal["same", "alias", "added"]

_VAL, _ID, _TYPE = qn("w:val"), qn("w:styleId"), qn("w:type")
_BASES: Final = {"paragraph": "Normal", "table": "TableNormal", "character": "DefaultParagraphFont"}
"""Kind of style -> the one that ours of that kind are based on: each template has its own."""

_ROUND: Final = frozenset({"header", "footer", "BP Wide Header", "BP Wide Footer"})
"""Styles of what stands round the pages: that is the template's own."""


@dataclass(frozen=True, slots=True)
class Match:
    """One of our styles, what the template calls it (nothing: it is to be added), and how it was found."""

    ours: str
    theirs: str
    how: How

    @property
    def shown(self) -> str:
        """Our name, and theirs where it is another."""
        return f"{self.ours} → {self.theirs}" if self.how == "alias" else self.ours


class Wardrobe:
    """The styles of a template, and which do for ours; `known` is what styles are called elsewhere."""

    def __init__(self, styles: Element, known: Mapping[str, Any]) -> None:
        self.root, self._known = styles, known
        self._theirs = [_Theirs(one) for one in styles.iterchildren(qn("w:style")) if one.get(_ID)]
        ours = ((name_of(one), str(one.get(_TYPE))) for one in our_styles(Look()))
        self._found = {name: self._find(name, kind) for name, kind in ours}

    @property
    def matches(self) -> tuple[Match, ...]:
        """Where each of our styles is to be found; the style of running text is always the template's."""
        found = ((ours, "" if one is None else name_of(one), how) for ours, (one, how) in self._found.items())
        return (Match("Normal", "Normal", "same"), *(Match(*told) for told in found))

    def ids(self) -> dict[str, str]:
        """Return the id each of our styles has in the template, or will have."""
        taken = {one.id for one in self._theirs}
        ids = {base: default for kind, base in _BASES.items() if (default := self._default(kind))}
        for ours, (theirs, _how) in self._found.items():
            if theirs is not None:
                ids[style_id(ours)] = str(theirs.get(_ID))
                continue
            wanted = chain((style_id(ours),), (f"{style_id(ours)}{number}" for number in count(2)))
            ids[style_id(ours)] = next(one for one in wanted if one not in taken)
        return ids

    def is_numbered(self, ours: str) -> bool:
        """Tell whether paragraphs of a style have a sign or a number, there where it is the template's."""
        style, by_id = self._found[ours][0], {one.id: one.element for one in self._theirs}
        for _ in range(len(by_id)):  # a style based on itself, by way of others, is no reason to go on
            if style is None or style.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None:
                break
            base = style.find(qn("w:basedOn"))
            style = None if base is None else by_id.get(str(base.get(_VAL)))
        return style is not None

    def theirs(self, ours: str) -> Element | None:
        """Return the template's style that does for one of ours."""
        return self._found[ours][0]

    def _default(self, kind: str) -> str:
        return next((one.id for one in self._theirs if one.kind == kind and one.is_default), "")

    def _find(self, ours: str, kind: str) -> tuple[Element | None, How]:
        theirs = [one for one in self._theirs if one.kind == kind]
        same = (ours, *self._known["names"].get(ours, ()))
        names, ids = [_key(name) for name in same], {_id_key(name) for name in same}
        for name in names:
            if found := next((one for one in theirs if name in one.names), None):
                return found.element, "same"
        if found := next((one for one in theirs if _id_key(one.id) in ids), None):
            return found.element, "same"
        for name in map(_key, self._known["aliases"].get(ours, ())):
            if found := next((one for one in theirs if name in one.names), None):
                return found.element, "alias"
        return None, "added"


class _Theirs:
    """One style of the template, and what it is called."""

    def __init__(self, element: Element) -> None:
        self.element, self.id = element, str(element.get(_ID, ""))
        self.kind = str(element.get(_TYPE, "paragraph"))
        self.is_default = element.get(qn("w:default")) in ("1", "true", "on")
        aliases = (str(one.get(_VAL, "")) for one in element.iterchildren(qn("w:aliases")))
        self.names = {_key(name) for name in (name_of(element), *",".join(aliases).split(","))} - {""}


def our_styles(look: Look) -> Iterator[Element]:
    """Yield our styles for one page, but for those of what stands round the pages."""
    root = parse_xml(f"<w:styles {nsdecls('w', 'w14')}>{''.join(named_styles(look))}</w:styles>")
    return (one for one in list(root) if name_of(one) not in _ROUND)


def name_of(style: Element) -> str:
    """Return what a style is called."""
    return next((str(one.get(_VAL, "")) for one in style.iterchildren(qn("w:name"))), "")


def _key(name: str) -> str:
    """Return a name without what people write now one way, now another."""
    return re.sub(r"[\W_]+", "", name.casefold())


def _id_key(name: str) -> str:
    """Return a name as Word makes an id of it: letters with accents are dropped."""
    return re.sub(r"[^a-z0-9]+", "", name.casefold())
