"""The XML of a Word document where python-docx has no word for it: fields, tables, anchored pictures.

Owns how elements are put together. Must not know what they say, nor any look but the name of a style.
"""

import io
import struct
import zlib
from collections.abc import Iterable
from typing import Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.story import StoryPart
from docx.shared import Mm
from lxml.etree import _Element as Element

from brandplatform.document.richtext import Spans
from brandplatform.publish.typography import A4
from brandplatform.publish.wordlook import OWN, Look, style_id, twips

_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_FRAMED: Final = {"BPLabel": "BP Label", "BPSignature": "BP Signature"}
"""Id of a style in a frame -> its name."""

_DECORATIVE: Final = (
    f'<a:extLst {nsdecls("a")}><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def made(tag: str, **attributes: str | int) -> Element:
    """Return an element such as `w:jc`, its attributes in the same namespace."""
    element: Element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    return element


def with_children(tag: str, *children: Element) -> Element:
    """Return an element with children."""
    element = made(tag)
    element.extend(children)
    return element


# Text


def paragraph(style: str, *content: Element) -> Element:
    """Return a paragraph of a style, by the style's name."""
    properties = with_children("w:pPr", made("w:pStyle", val=style_id(style)))
    if framed := OWN.frame(style):
        properties.append(made("w:framePr", **framed))
    return with_children("w:p", properties, *content)


def framed_for(element: Element, look: Look) -> None:
    """Move the frames of paragraphs that were written for our own page to where another look has them."""
    for frame in list(element.iter(qn("w:framePr"))):
        properties = frame.getparent()
        assert properties is not None
        framed = look.frame(_FRAMED[str(properties[0].get(qn("w:val")))])
        at = properties.index(frame)
        properties[at : at + 1] = [made("w:framePr", **framed)] if framed else []


def plain(text: str, character: str = "") -> list[Element]:
    """Return the runs of a text in one face; its line breaks are line breaks."""
    runs = []
    for number, line in enumerate(text.split("\n")):
        if number:
            runs.append(_run(made("w:br"), character))
        if line:
            runs.append(_run(_text(line), character))
    return runs


def rich(spans: Spans, link: "Link") -> list[Element]:
    """Return the runs of spans; `link` makes those that lead somewhere."""
    content: list[Element] = []
    for span in spans:
        runs = plain(span.text)
        for run in runs:
            _face(run, bold=span.bold, italic=span.italic)
        if span.link:
            content.append(link(span.link, runs))
        else:
            content.extend(runs)
    return content


def field(code: str, shown: str) -> list[Element]:
    """Return a field that Word computes, such as `PAGE`, with what stands there until it does."""
    kinds = ("begin", "separate", "end")
    begin, separate, end = (_run(made("w:fldChar", fldCharType=kind)) for kind in kinds)
    instruction = made("w:instrText")
    instruction.text = f" {code} "
    instruction.set(_SPACE, "preserve")
    return [begin, _run(instruction), separate, _run(_text(shown)), end]


def bookmarked(content: list[Element], number: int, name: str) -> list[Element]:
    """Return content between the ends of a bookmark."""
    start, end = made("w:bookmarkStart", id=number, name=name), made("w:bookmarkEnd", id=number)
    return [start, *content, end]


def entry(style: str, bookmark: str, text: str, page: str) -> Element:
    """Return a line of a table of contents: where it leads, and the page as Word would have found it."""
    link = with_children("w:hyperlink", *plain(text), tab(), *field(f"PAGEREF {bookmark} \\h", page))
    link.set(qn("w:anchor"), bookmark)
    return paragraph(style, link)


def contents(entries: list[Element]) -> list[Element]:
    """Return entries as what Word's own field for a table of contents shows; F9 makes it anew."""
    if entries:
        begin, code, separate, _shown, end = field('TOC \\o "1-2" \\h \\z \\u', "")
        for at, run in enumerate((begin, code, separate), 1):
            entries[0].insert(at, run)
        entries[-1].append(end)
    return entries


def tab() -> Element:
    """Return a run that goes on at the next tab stop of its style."""
    return _run(made("w:tab"))


def _text(text: str) -> Element:
    element = made("w:t")
    element.text = text
    element.set(_SPACE, "preserve")
    return element


def _run(content: Element, character: str = "") -> Element:
    if not character:
        return with_children("w:r", content)
    properties = with_children("w:rPr", made("w:rStyle", val=style_id(character)))
    return with_children("w:r", properties, content)


def _face(run: Element, *, bold: bool, italic: bool) -> None:
    """Give a run the named style of its face; both at once is the one thing no style says."""
    if not bold and not italic:
        return
    properties = with_children("w:rPr", made("w:rStyle", val="Strong" if bold else "Emphasis"))
    if bold and italic:
        properties.append(made("w:i"))
    run.insert(0, properties)


class Link:
    """Makes links: a run of text, and an address the part keeps outside the text."""

    def __init__(self, part: StoryPart) -> None:
        self._part = part

    def __call__(self, address: str, runs: list[Element]) -> Element:
        """Return runs that lead to an address."""
        for run in runs:
            if run.find(qn("w:rPr")) is None:
                run.insert(0, with_children("w:rPr", made("w:rStyle", val="Hyperlink")))
        link = with_children("w:hyperlink", *runs)
        link.set(qn("r:id"), self._part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        return link


# Tables


def table(
    caption: str, widths: tuple[int, ...], rows: Iterable[Element], outdent: float = A4.outdent
) -> Element:
    """Return a table of fixed widths, in twips; its caption is read aloud, not shown.

    `outdent`: millimetres it begins before the running text.
    """
    properties = with_children(
        "w:tblPr",
        made("w:tblStyle", val=style_id("BP Table")),
        made("w:tblW", w=sum(widths), type="dxa"),
        made("w:tblInd", w=-twips(outdent), type="dxa"),
        made("w:tblLayout", type="fixed"),
        made(
            "w:tblLook", val="0420", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=0, noVBand=1
        ),
        made("w:tblCaption", val=caption),
    )
    grid = with_children("w:tblGrid", *(made("w:gridCol", w=width) for width in widths))
    return with_children("w:tbl", properties, grid, *rows)


def row(cells: Iterable[tuple[int, list[Element]]], *, head: bool = False, height: float = 0) -> Element:
    """Return a row that never breaks, from (width, paragraphs); a head comes again on every page.

    `height` is its least, in millimetres.
    """
    properties = with_children("w:trPr", made("w:cantSplit"))
    if height:
        properties.append(made("w:trHeight", val=twips(height), hRule="atLeast"))
    if head:
        properties.append(made("w:tblHeader"))
    made_cells = (
        with_children("w:tc", with_children("w:tcPr", made("w:tcW", w=width, type="dxa")), *paragraphs)
        for width, paragraphs in cells
    )
    return with_children("w:tr", properties, *made_cells)


# Pictures


def picture(part: StoryPart, data: bytes, alt: str, size: tuple[float, float]) -> Element:
    """Return a run with a picture of `size` millimetres in the line of text; no `alt`: it says nothing.

    Raises docx.image.exceptions: the bytes are no image it knows.
    """
    width, height = (Mm(length) for length in size)
    inline: Element = part.new_pic_inline(io.BytesIO(data), width, height)
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")
    _described(inline, alt)
    return with_children("w:r", with_children("w:drawing", inline))


def anchored(run: Element, x: float, y: float) -> Element:
    """Take a picture out of its line, and put it `x` and `y` millimetres from the corner of the page."""
    (inline,) = run.iter(qn("wp:inline"))
    places = "".join(
        f'<wp:position{axis} relativeFrom="page"><wp:posOffset>{Mm(at)}</wp:posOffset></wp:position{axis}>'
        for axis, at in (("H", x), ("V", y))
    )
    anchor: Element = parse_xml(
        f'<wp:anchor {nsdecls("wp")} distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="1" behindDoc="1" locked="1" layoutInCell="1" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/>{places}</wp:anchor>'
    )
    extent, *rest = inline
    effect = parse_xml(f'<wp:effectExtent {nsdecls("wp")} l="0" t="0" r="0" b="0"/>')
    anchor.extend((extent, effect, parse_xml(f"<wp:wrapNone {nsdecls('wp')}/>"), *rest))
    parent = inline.getparent()
    assert parent is not None
    parent.replace(inline, anchor)
    return run


def _described(inline: Element, alt: str) -> None:
    (properties,) = inline.iter(qn("wp:docPr"))
    properties.set("descr", alt)
    if not alt:  # drawn for the eye alone: read aloud, it would be noise
        properties.append(parse_xml(_DECORATIVE))


def solid(colour: str) -> bytes:
    """Return a PNG of one pixel in one colour, `#RRGGBB`."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixel = zlib.compress(b"\x00" + bytes.fromhex(colour[1:]))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixel) + chunk(b"IEND", b"")
