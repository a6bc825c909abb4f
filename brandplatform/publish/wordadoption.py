"""What a template lacks of our styles and numbering definitions is added to it, in its own faces and colours.

Must not know what is written with them, nor how a style is found (`wordmapping`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from brandplatform.publish.wordlook import Look, style_id
from brandplatform.publish.wordmapping import Wardrobe, our_styles
from brandplatform.publish.wordnumbering import FIGURES, numbering
from brandplatform.publish.wordstyles import LISTS
from brandplatform.publish.wordxml import made, with_children

_VAL, _ID = qn("w:val"), qn("w:styleId")
_NUM, _NUM_ID = qn("w:num"), qn("w:numId")
_ABSTRACT, _ABSTRACT_ID = qn("w:abstractNum"), qn("w:abstractNumId")
_BEFORE_NUMBER: Final = {
    qn(f"w:{name}")
    for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
}


@dataclass(frozen=True, slots=True)
class Adopted:
    """What became of our styles in a template."""

    ids: Mapping[str, str]
    """Id of a style of ours -> its id there."""
    figures: int
    """The numbering definition of numbered lists there."""
    numbered: bool
    """Whether chapters carry our numbers: their titles are in a style of ours."""


def adopt(wardrobe: Wardrobe, numbers: Element, look: Look, accent: str) -> Adopted:
    """Add what a template lacks, for a page; `accent` is its own, `RRGGBB`, and `numbers` its definitions."""
    ids = wardrobe.ids()
    missing = {style_id(match.ours) for match in wardrobe.matches if match.how == "added"}
    added = [one for one in our_styles(look) if one.get(_ID) in missing]
    for style in added:
        _lead(style, ids)
    signed = [*added, *_signed(wardrobe)]
    places = [place for style in signed for place in style.iter(_NUM_ID)]
    wanted = {int(str(place.get(_VAL))) for place in places} | {FIGURES}
    moved, definitions = _moved(numbers, parse_xml(numbering(look)), wanted)
    for place in places:
        place.set(_VAL, str(moved[int(str(place.get(_VAL)))].number))
    for tied in [one for root in definitions for one in root.iter(qn("w:pStyle"))]:
        tied.set(_VAL, ids[str(tied.get(_VAL))])
    _colour((*added, *definitions), accent)
    wardrobe.root.extend(added)
    return Adopted(ids, moved[FIGURES].definition, "Heading1" in missing)


def _lead(style: Element, ids: Mapping[str, str]) -> None:
    """Make a style of ours name the styles of the template."""
    style.set(_ID, ids[str(style.get(_ID))])
    for name in ("w:basedOn", "w:next"):
        for one in list(style.iterchildren(qn(name))):
            if (there := ids.get(str(one.get(_VAL)))) is None:
                style.remove(one)
            else:
                one.set(_VAL, there)


def _signed(wardrobe: Wardrobe) -> Iterable[Element]:
    """Give our sign to the template's styles of lists that have none; yield them."""
    for name, number in LISTS.items():
        style = wardrobe.theirs(name)
        if style is None or wardrobe.is_numbered(name):
            continue
        properties = style.find(qn("w:pPr"))
        if properties is None:
            properties = made("w:pPr")
            runs = style.find(qn("w:rPr"))
            style.insert(len(style) if runs is None else style.index(runs), properties)
        at = sum(one.tag in _BEFORE_NUMBER for one in properties)
        properties.insert(at, with_children("w:numPr", made("w:numId", val=number)))
        yield style


# Numbering


@dataclass(frozen=True, slots=True)
class _Moved:
    """Where one of our numbering definitions is in the template, and the number that uses it."""

    definition: int
    number: int


def _moved(numbers: Element, ours: Element, wanted: Iterable[int]) -> tuple[dict[int, _Moved], list[Element]]:
    """Add our definitions of those numbers to the template's; return where they are, and what was added."""
    next_number, next_definition = _after(numbers, _NUM, _NUM_ID), _after(numbers, _ABSTRACT, _ABSTRACT_ID)
    for old in list(numbers.iterchildren(qn("w:numIdMacAtCleanup"))):
        numbers.remove(old)  # it would have to stay the last, and says nothing to anybody
    where, added = dict[int, _Moved](), list[Element]()
    for at, one in enumerate(sorted(wanted)):
        where[one] = _Moved(next_definition + at, next_number + at)
        (definition,) = (each for each in ours.iter(_ABSTRACT) if each.get(_ABSTRACT_ID) == str(one))
        definition.set(_ABSTRACT_ID, str(where[one].definition))
        first = numbers.find(_NUM)
        numbers.insert(len(numbers) if first is None else numbers.index(first), definition)
        number = with_children("w:num", made("w:abstractNumId", val=where[one].definition))
        number.set(_NUM_ID, str(where[one].number))
        numbers.append(number)
        added.append(definition)
    return where, added


def _after(root: Element, tag: str, attribute: str) -> int:
    return max((int(one.get(attribute, "0")) for one in root.iterchildren(tag)), default=0) + 1


def _colour(roots: Iterable[Element], accent: str) -> None:
    """Write the template's accent beside its name, for programs that do not read the theme."""
    for one in (part for root in roots for part in root.iter()):
        if one.get(qn("w:themeColor")) == "accent1":
            one.set(_VAL if one.tag == qn("w:color") else qn("w:color"), accent)
