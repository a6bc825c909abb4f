"""A document of blocks on somebody else's Word template: their pages, their styles, our text.

Owns what is kept of a template and what is written on it. Must not know how a style is found (`wordmapping`),
how a text is set (`wordblocks`), where it goes (`wordseat`), nor what a template may hold (`wordforeign`).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final, get_args

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart
from lxml.etree import _Element as Element

from brandplatform import resources
from brandplatform.publish.blocks import Cover, Document, PromisePage, Summary
from brandplatform.publish.chapters import Part, parts_of
from brandplatform.publish.typography import A4, INK
from brandplatform.publish.wordadoption import Adopted, adopt
from brandplatform.publish.wordanchors import Anchors
from brandplatform.publish.wordblocks import Ground, Pen
from brandplatform.publish.wordearlier import forget
from brandplatform.publish.wordfile import finished
from brandplatform.publish.wordforeign import opened
from brandplatform.publish.wordlook import Look
from brandplatform.publish.wordmapping import How, Match, Wardrobe
from brandplatform.publish.wordplaces import fill
from brandplatform.publish.wordseat import Seat, seat_in
from brandplatform.publish.wordsections import on_new_page
from brandplatform.publish.wordxml import framed_for, made, paragraph, plain
from brandplatform.resources import Words

_ROUND: Final = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VAL, _MARK, _NUMBER = qn("w:val"), qn("w:bookmarkStart"), qn("w:id")
_STYLED: Final = tuple(qn(f"w:{name}") for name in ("pStyle", "rStyle", "tblStyle"))


def report(template: bytes) -> tuple[Match, ...]:
    """Return where each of our styles is found in a template.

    Raises NotATemplate.
    """
    word = opened(template)
    forget(word.styles.element, word.element.body)
    return _wardrobe(word).matches


def said(found: tuple[Match, ...], words: Words) -> tuple[str, ...]:
    """Say which of our styles a template has, which under another name, and which are added."""
    told = {how: ", ".join(one.shown for one in found if one.how == how) for how in get_args(How)}
    return tuple(words(f"template.{how}", None, styles=styles) for how, styles in told.items() if styles)


def to_agency_word(
    document: Document, assets: Mapping[str, bytes], template: bytes, platform: str = ""
) -> bytes:
    """Return a document as a Word file on a template: its pages, header, footer and styles are kept.

    Raises NotATemplate.
    """
    word = opened(template)
    body, styles = word.element.body, word.styles.element
    forget(styles, body)
    seat = seat_in(body)
    _fill(word, document)
    look, accent = Look(seat.page(A4.outdent), borrowed=True), _accent(word)
    adopted = adopt(_wardrobe(word), _numbers(word), look, accent or INK[1:])
    ids = {str(one.get(qn("w:styleId"))) for one in styles.iterchildren(qn("w:style"))}
    marks = max((int(one.get(_NUMBER, "0")) for one in body.iter(_MARK)), default=0)
    anchors = Anchors(document, platform, taken=ids, marks=marks)
    dressed = replace(document, accent=f"#{accent}" if accent else document.accent)
    ground = Ground(look.page, adopted.figures, adopted.numbered)
    for wide, content in _laid(document, Pen(word, dressed, assets, (), anchors, ground), seat):
        for element in content:
            _lead(element, adopted, look)
        seat.put(content, wide=wide)
    seat.close()
    anchors.attach(word, adopted.ids)
    _give_a_language(styles)
    return finished(word, document)


def _wardrobe(word: WordDocument) -> Wardrobe:
    return Wardrobe(word.styles.element, resources.read_toml("word", "aliases.toml"))


def _numbers(word: WordDocument) -> Element:
    """Return the numbering definitions of a file, none at first where it has no part for them."""
    part = word.part
    if not any(one.reltype == RELATIONSHIP_TYPE.NUMBERING for one in part.rels.values()):
        root = parse_xml(f"<w:numbering {nsdecls('w')}/>")
        kind, place = CONTENT_TYPE.WML_NUMBERING, PackURI("/word/numbering.xml")
        part.relate_to(NumberingPart(place, kind, root, part.package), RELATIONSHIP_TYPE.NUMBERING)
    numbers: Element = part.numbering_part.element
    return numbers


def _accent(word: WordDocument) -> str:
    """Return the first accent of a template's theme, `RRGGBB`, or nothing."""
    for one in word.part.rels.values():
        if one.reltype == RELATIONSHIP_TYPE.THEME and not one.is_external:
            theme = parse_xml(one.target_part.blob)
            told = [c.get("lastClr") or c.get("val") for a in theme.iter(_DRAWING + "accent1") for c in a]
            return next((str(c) for c in told if c and re.fullmatch("[0-9A-Fa-f]{6}", c)), "")
    return ""


def _fill(word: WordDocument, document: Document) -> None:
    """Say on their pages, and round them, what they leave open."""
    said = {
        "brand": document.brand,
        "promise": _promise(document),
        "date": document.day,
        "state": document.state,
        "kind": document.kind,
    }
    round_them = (one.target_part.element for one in word.part.rels.values() if one.reltype in _ROUND)
    for story in (word.element.body, *round_them):
        fill(story, said)


def _promise(document: Document) -> str:
    for block in document.blocks:
        if isinstance(block, PromisePage) and block.text:
            return block.text
        if isinstance(block, Summary) and block.promise.spans:
            return "".join(span.text for span in block.promise.spans)
    return ""


def _laid(document: Document, pen: Pen, seat: Seat) -> Iterator[tuple[bool, list[Element]]]:
    """Yield the parts of a document, and whether each is on its side; a template has a cover of its own."""
    before, before_wide = None, False
    for part in parts_of(document):
        if seat.furnished and isinstance(part.blocks[0], Cover):
            continue
        content = [*(element for block in part.blocks for element in pen.of(block)), *_foot(part)]
        wide = part.wide and seat.is_upright
        if before is not None and wide == before_wide and (part.opens or before.is_page):
            on_new_page(content[0])
        yield wide, content
        before, before_wide = part, wide


def _foot(part: Part) -> list[Element]:
    """Return what stands at the foot of our own cover: under its title, where the foot is theirs."""
    first = part.blocks[0]
    return (
        [paragraph("BP Cover Foot", *plain(line)) for line in first.foot] if isinstance(first, Cover) else []
    )


def _lead(element: Element, adopted: Adopted, look: Look) -> None:
    """Make what was written name the styles of the template, and stand in the frames of its page."""
    framed_for(element, look)
    for one in element.iter(*_STYLED):
        style = str(one.get(_VAL))
        one.set(_VAL, adopted.ids.get(style, style))


def _give_a_language(styles: Element) -> None:
    """See that a template says which language its text is in: the document's is put there."""
    place = styles
    for name in ("w:docDefaults", "w:rPrDefault", "w:rPr"):
        found = place.find(qn(name))
        if found is None:
            found = made(name)
            place.insert(0, found)
        place = found
    if place.find(qn("w:lang")) is None:
        at = sum(str(one.tag).startswith(qn("w:t")[:-1]) for one in place)
        place.insert(at, made("w:lang"))
