"""Where the text goes in a Word template, and the sections it takes there.

The text is put before whatever follows its place; a part on its side has a section of its own, like the one
the place is in. Owns that place; must not know what is written.
"""

from copy import deepcopy
from typing import Final

from docx.oxml.ns import qn
from lxml.etree import _Element as Element

from brandplatform.publish.typography import Page
from brandplatform.publish.wordplaces import BODY, fill, find
from brandplatform.publish.wordsections import end_section, ending, follow, on_new_page, page_of, turn
from brandplatform.publish.wordxml import made

_PARAGRAPH, _SECTION = qn("w:p"), qn("w:sectPr")
_SEEN: Final = tuple(qn(f"w:{name}") for name in ("t", "drawing", "pict", "object", "tbl", "fldChar", "sym"))


class Seat:
    """The place of the text in the body of a file; what is put there comes after what is there already."""

    def __init__(self, after: Element, section: Element, *, apart: bool, furnished: bool) -> None:
        """`after` comes after the text, `section` is that of the place: detached, it ends with the text.

        `apart`: the text begins a page; `furnished`: the template says something of its own.
        """
        self._after, self._section = after, section
        self._apart, self.furnished = apart, furnished
        self._closes = section.getparent() is None
        self._wide = self._broken = False

    @property
    def is_upright(self) -> bool:
        """Whether the page of the template is, so that a part may be laid on its side."""
        page = self.page(0)
        return page.width <= page.height

    def page(self, outdent: float) -> Page:
        """Return the page of the place; `outdent`: of the label column, where its margin has room."""
        return page_of(self._section, outdent)

    def put(self, content: list[Element], *, wide: bool) -> None:
        """Put paragraphs and tables there, on a page on its side or not."""
        if wide != self._wide:
            self._end()
            self._wide = wide
        if self._apart:
            on_new_page(content[0])
            self._apart = False
        for element in content:
            self._after.addprevious(element)

    def _end(self) -> None:
        """End the section that is being written, unless nothing stands in it."""
        last = self._after.getprevious()
        if last is None or ending(last) is not None:
            return
        mine = deepcopy(self._section)
        if self._broken:
            follow(mine)
        if self._wide:
            turn(mine)
        end_section(last, mine)
        self._broken, self._apart = True, False

    def close(self) -> None:
        """Give what comes after the text the section it had."""
        if self._wide and not self._closes and self._something_follows():
            self._end()
            self._wide = False
        if self._broken:
            follow(self._section)
        if self._wide:
            turn(self._section)
        last = self._after.getprevious()
        if self._closes and last is not None:
            end_section(last, self._section)

    def _something_follows(self) -> bool:
        """Tell whether the template says something more in the section of the place."""
        for one in (self._after, *self._after.itersiblings()):
            if _says_something(one):
                return True
            if ending(one) is not None:
                return False
        return False


def seat_in(body: Element) -> Seat:
    """Find where the text goes: at `{{body}}`, else after everything; empty paragraphs alone make way."""
    end = body[-1] if len(body) and body[-1].tag == _SECTION else made("w:sectPr")
    if end.getparent() is None:
        body.append(end)
    marker = find(body, BODY)
    if marker is not None:
        return _at(body, marker)
    furnished = any(map(_says_something, body))
    if not furnished:
        for one in [one for one in body if one.tag == _PARAGRAPH and ending(one) is None]:
            body.remove(one)
    return Seat(end, end, apart=furnished, furnished=furnished)


def _at(body: Element, marker: Element) -> Seat:
    """Return the seat at a paragraph that says where; it makes way where it says nothing else."""
    top = next(one for one in (marker, *marker.iterancestors()) if one.getparent() is body)
    fill(body, {BODY: ""})
    furnished = any(map(_says_something, body))
    after = top.getnext()
    assert after is not None  # the section of the body
    own = ending(top)
    if top is marker and not _says_something(top):
        body.remove(top)
        if own is not None:
            return Seat(after, deepcopy(own), apart=False, furnished=furnished)
    sections = (ending(one) if one.tag == _PARAGRAPH else one for one in (after, *after.itersiblings()))
    section = next(one for one in sections if one is not None and one.tag == _SECTION)
    return Seat(after, section, apart=False, furnished=furnished)


def _says_something(element: Element) -> bool:
    """Tell whether something is seen of a paragraph, a table or a control of the body."""
    if element.tag == _SECTION:
        return False
    if element.tag == qn("w:tbl"):
        return True
    return any(one.tag != qn("w:t") or (one.text or "").strip() for one in element.iter(*_SEEN))
