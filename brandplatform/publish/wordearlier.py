"""A Word file that was once one of ours, taken as a template: the marks of its fields are taken out.

Must not know what the marks are for (`wordanchors`).
"""

from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from brandplatform.publish.wordanchors import STYLE
from brandplatform.publish.wordmapping import name_of

_VAL, _ID, _NAME = qn("w:val"), qn("w:styleId"), qn("w:name")
_MARKS = ("bp_", "_Toc0")
"""How the names of our bookmarks begin."""


def forget(styles: Element, body: Element) -> None:
    """Take the styles, bookmarks and controls of fields out of a file; its text and its look stay."""
    bases = {}
    for style in [one for one in styles.iterchildren(qn("w:style")) if name_of(one).startswith(STYLE)]:
        bases[str(style.get(_ID))] = next((str(b.get(_VAL)) for b in style.iter(qn("w:basedOn"))), "Normal")
        styles.remove(style)
    for used in body.iter(qn("w:pStyle")):
        used.set(_VAL, bases.get(str(used.get(_VAL)), str(used.get(_VAL))))
    ends = [one for one in body.iter(qn("w:bookmarkStart")) if str(one.get(_NAME, "")).startswith(_MARKS)]
    numbers = {one.get(qn("w:id")) for one in ends}
    ends += [one for one in body.iter(qn("w:bookmarkEnd")) if one.get(qn("w:id")) in numbers]
    for end in ends:
        _unwrapped(end)
    tags = [tag for tag in body.iter(qn("w:tag")) if str(tag.get(_VAL, "")).startswith("bp:")]
    for control in dict.fromkeys(next(tag.iterancestors(qn("w:sdt"))) for tag in tags):
        _unwrapped(control, *(part for part in control.iterchildren(qn("w:sdtContent"))))


def _unwrapped(element: Element, *holding: Element) -> None:
    """Put what the parts of an element hold in its place."""
    parent = element.getparent()
    assert parent is not None
    at = parent.index(element)
    parent[at : at + 1] = [child for part in holding for child in part]
