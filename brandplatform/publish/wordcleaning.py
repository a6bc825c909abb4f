"""A part of a Word file from outside, without what acts: fields that fetch or run, what leads to other parts.

Owns which fields, settings and elements stay. Must not know archives.
"""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from brandplatform.publish.wordlook import RELATIONS, W

_W, _R = f"{{{W}}}", f"{{{RELATIONS}}}"
_TELLING: Final = """
PAGE NUMPAGES SECTION SECTIONPAGES PAGEREF REF NOTEREF STYLEREF SEQ TOC TOA TA TC XE INDEX LISTNUM DATE TIME
CREATEDATE SAVEDATE PRINTDATE EDITTIME AUTHOR LASTSAVEDBY TITLE SUBJECT KEYWORDS COMMENTS DOCPROPERTY FILENAME
NUMWORDS NUMCHARS REVNUM IF = ADVANCE SYMBOL FORMTEXT FORMCHECKBOX FORMDROPDOWN BIBLIOGRAPHY CITATION
"""
"""Fields that tell what the file knows of itself: they stay. Of the others only what they showed does."""

_LINK: Final = re.compile(r'HYPERLINK\s+(?:\\l\b|"?(?:https?://|mailto:))', re.IGNORECASE)
"""A link written as a field that leads inside the file, or where a person may follow it."""

_ACTING: Final = """
attachedTemplate linkStyles mailMerge documentProtection writeProtection updateFields saveThroughXslt
entryMacro exitMacro
"""
"""What fetches, runs, locks, or asks something at the opening."""

_FIELDS: Final = frozenset(_TELLING.split())
_GONE: Final = tuple(_W + name for name in _ACTING.split())
_WHOLE: Final = frozenset({"drawing", "pict", "object", "altChunk", "subDoc", "control"})
"""Elements that go with what is in them."""


def cleaned(root: Element, dropped: AbstractSet[str]) -> bytes:
    """Return a part without what acts; `dropped` are the ids of relationships it no longer has."""
    for one in [one for one in root.iter() if _leads(one, dropped)]:
        _cut(one)
    for one in list(root.iter(*_GONE)):
        _remove(one)
    for one in list(root.iter(_W + "fldSimple")):
        if not _stays(str(one.get(_W + "instr", ""))):
            _unwrap(one)
    _settle(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _leads(element: Element, dropped: AbstractSet[str]) -> bool:
    return bool(dropped) and any(
        value in dropped for name, value in element.attrib.items() if str(name).startswith(_R)
    )


def _cut(element: Element) -> None:
    """Take out what leads to a part that was left out; the words of a link stay."""
    if element.tag == _W + "hyperlink":
        _unwrap(element)
        return
    around = (one for one in (element, *element.iterancestors()) if _local(one) in _WHOLE)
    _remove(next(around, element))


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


# Fields


@dataclass(slots=True)
class _Field:
    """A field written as runs: the marks and words it is made of."""

    marks: list[Element] = field(default_factory=list)
    words: str = ""

    def settle(self) -> None:
        """Leave only what it showed, unless it may stay."""
        if not _stays(self.words):
            for mark in self.marks:
                _remove(mark)


def _stays(instruction: str) -> bool:
    words = instruction.split(maxsplit=1)
    return bool(words) and (words[0].upper() in _FIELDS or _LINK.match(instruction.strip()) is not None)


def _settle(root: Element) -> None:
    """See to the fields that are written as runs; one inside another is seen to on its own."""
    open_fields: list[_Field] = []
    for one in list(root.iter(_W + "fldChar", _W + "instrText")):
        if one.get(_W + "fldCharType") == "begin":
            open_fields.append(_Field())
        if not open_fields:
            _remove(one)
            continue
        open_fields[-1].marks.append(one)
        if one.tag == _W + "instrText":
            open_fields[-1].words += one.text or ""
        elif one.get(_W + "fldCharType") == "end":
            open_fields.pop().settle()
    for unfinished in open_fields:
        unfinished.settle()


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element) -> None:
    """Put what is in an element in its place."""
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)
