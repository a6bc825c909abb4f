"""The sections of a Word file: where one ends, how it is laid on its side, the page it has.

Must not know what stands in them.
"""

from typing import Final

from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from brandplatform.publish.typography import Page
from brandplatform.publish.wordxml import made, paragraph, plain, with_children

_SECTION, _SIZE, _MARGINS = qn("w:sectPr"), qn("w:pgSz"), qn("w:pgMar")
_LETTER: Final = {"w": 12240, "h": 15840}
_INCH: Final = dict.fromkeys(("top", "right", "bottom", "left"), 1440) | {"header": 720, "footer": 720}
"""What Word takes for a section that does not say: US Letter, margins of an inch."""

_EDGE: Final = 10
"""Millimetres that a label in the margin keeps from the edge of the paper: no printer goes further."""

_ONCE: Final = {qn("w:titlePg"), qn("w:type")}
_BEFORE_SIZE: Final = {
    qn(f"w:{name}") for name in ("headerReference", "footerReference", "footnotePr", "endnotePr", "type")
}
_BEFORE_BREAK: Final = {qn(f"w:{name}") for name in ("pStyle", "keepNext", "keepLines")}


def lay(section: Element, page: Page) -> None:
    """Give a section a page, upright."""
    margins = {name: getattr(page, name) for name in _INCH}
    told = {_SIZE: {"w": page.width, "h": page.height}, _MARGINS: margins}
    for tag, lengths in told.items():
        for element in section.iterchildren(tag):
            for name, length in lengths.items():
                element.set(qn(f"w:{name}"), str(round(length * 1440 / 25.4)))


def turn(section: Element) -> None:
    """Lay a section on its side; one that is stays as it is."""
    size = _size(section)
    width, height = _length(size, "w", _LETTER), _length(size, "h", _LETTER)
    if width > height:
        return
    size.set(qn("w:w"), str(height))
    size.set(qn("w:h"), str(width))
    size.set(qn("w:orient"), "landscape")


def end_section(last: Element, section: Element) -> None:
    """End a section with its last paragraph, none after it being empty; after a table, with its caption."""
    if last.tag == qn("w:tbl"):
        caption = last.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}")
        told = paragraph("caption", *plain(caption.get(qn("w:val"), "") if caption is not None else ""))
    elif last.tag == qn("w:p"):
        _properties(last).append(section)
        return
    else:
        told = with_children("w:p", made("w:pPr"))
    last.addnext(told)
    told[0].append(section)


def ending(last: Element) -> Element | None:
    """Return the section that a paragraph ends, or None."""
    return last.find(f"{qn('w:pPr')}/{_SECTION}") if last.tag == qn("w:p") else None


def on_new_page(first: Element) -> None:
    """Make a paragraph begin a page; a table cannot."""
    if first.tag == qn("w:p"):
        properties = _properties(first)
        at = sum(one.tag in _BEFORE_BREAK for one in properties)
        properties.insert(at, made("w:pageBreakBefore"))


def _properties(of: Element) -> Element:
    found = of.find(qn("w:pPr"))
    if found is None:
        found = made("w:pPr")
        of.insert(0, found)
    return found


def follow(section: Element) -> Element:
    """Take from a section what only a first one has, and let it begin a page; return it."""
    for one in [one for one in section if one.tag in _ONCE]:
        section.remove(one)
    for number in section.iterchildren(qn("w:pgNumType")):
        number.attrib.pop(qn("w:start"), "")
    return section


def page_of(section: Element, outdent: float) -> Page:
    """Return the page of a section, in millimetres.

    `outdent`: of the label column, which there is only where the left margin leaves it room.
    """
    size, margins = section.find(_SIZE), section.find(_MARGINS)
    width, height = (_millimetres(_length(size, name, _LETTER)) for name in ("w", "h"))
    sides = {name: _millimetres(abs(_length(margins, name, _INCH))) for name in _INCH}
    sides["left"] += _millimetres(_length(margins, "gutter", {"gutter": 0}))
    measure = width - sides["left"] - sides["right"]
    columns = section.find(qn("w:cols"))
    if columns is not None and (number := _length(columns, "num", {"num": 1})) > 1:
        space = _millimetres(_length(columns, "space", {"space": 720}))
        sides["right"] += measure - (measure - space * (number - 1)) / number
    room = sides["left"] - _EDGE
    return Page(width, height, outdent=outdent if room >= outdent else 0, **sides)


def _size(section: Element) -> Element:
    found = section.find(_SIZE)
    if found is None:
        found = made("w:pgSz", **_LETTER)
        section.insert(sum(one.tag in _BEFORE_SIZE for one in section), found)
    return found


def _length(element: Element | None, name: str, otherwise: dict[str, int]) -> int:
    told = None if element is None else element.get(qn(f"w:{name}"))
    try:
        return round(float(told)) if told else otherwise[name]
    except ValueError:  # strict files write lengths with a unit
        return otherwise[name]


def _millimetres(twips: float) -> float:
    return twips * 25.4 / 1440
