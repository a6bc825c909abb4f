"""A Word file from outside, taken as the base of one of ours: refused in a sentence, or made safe.

Owns the limits, what is refused, and which parts are let in. No path from the archive touches the disk, no
entity is resolved, no address is opened. What is let in holds no macro, no control, no embedded object and
leads nowhere by itself (`wordcleaning` sees to the parts that spoke of what was left out).
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from typing import Final

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.part import Part
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.ns import qn
from docx.parts.hdrftr import FooterPart, HeaderPart
from docx.parts.numbering import NumberingPart
from docx.parts.settings import SettingsPart
from docx.parts.styles import StylesPart
from lxml import etree
from lxml.etree import _Element as Element

from brandplatform.publish.problems import NotATemplate
from brandplatform.publish.wordanchors import REVIEW
from brandplatform.publish.wordcleaning import cleaned

MOST_PACKED: Final = 50
MOST_UNPACKED: Final = 200
"""Megabytes of a template: as a file, and of all its parts."""

_MOST_PARTS: Final = 5_000
_MOST_XML: Final = 32 * 2**20
"""Bytes of the largest part that is parsed."""

_OLE: Final = bytes.fromhex("D0CF11E0A1B11AE1")
"""How a .doc begins, and a .docx with a password."""

_DAMAGES: Final = (
    zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError,
    EOFError, KeyError, NotImplementedError, OSError, RuntimeError, ValueError,
)  # fmt: skip
_UNREADABLE: Final = (AttributeError, PackageNotFoundError, *_DAMAGES)
"""What python-docx says of a package that is not whole."""

_PARSED: Final[Mapping[str, type[Part]]] = {
    RELATIONSHIP_TYPE.STYLES: StylesPart,
    RELATIONSHIP_TYPE.SETTINGS: SettingsPart,
    RELATIONSHIP_TYPE.NUMBERING: NumberingPart,
    RELATIONSHIP_TYPE.HEADER: HeaderPart,
    RELATIONSHIP_TYPE.FOOTER: FooterPart,
    RELATIONSHIP_TYPE.CORE_PROPERTIES: CorePropertiesPart,
}
"""What python-docx makes of the parts that are written to, where their type is told."""

_COUNTED: Final[Mapping[str, str]] = {
    qn(element): qn(number)
    for element, number in (
        ("w:bookmarkStart", "w:id"),
        ("w:num", "w:numId"),
        ("w:abstractNum", "w:abstractNumId"),
    )
}
"""Elements with a number that others of ours come after."""

_TYPES: Final = "[Content_Types].xml"
_KIND: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DOCUMENT, _TEMPLATE = f"{_KIND}.document.main+xml", f"{_KIND}.template.main+xml"
_MACROS: Final = ("macroenabled", "vbaproject", "vbadata")

_KNOWN: Final = """
officeDocument core-properties extended-properties custom-properties styles settings webSettings fontTable
font numbering theme themeOverride image hdphoto header footer footnotes endnotes comments commentsExtended
commentsIds people customXml customXmlProps hyperlink glossaryDocument diagramData diagramLayout
diagramQuickStyle diagramColors diagramDrawing chart chartStyle chartColorStyle chartUserShapes
"""
"""The last word of the types of relationships a template keeps."""

_LET_IN: Final = frozenset(_KNOWN.split())

_OUTSIDE: Final = ("http://", "https://", "mailto:", "#")
"""Where a link may lead, which a person follows or not."""


def opened(template: bytes) -> WordDocument:
    """Open a Word document or template that is to be written on, without what in it could act.

    Raises NotATemplate.
    """
    try:
        word = docx.Document(io.BytesIO(safe(template)))
        _see_whole(word)
    except _UNREADABLE as error:
        raise NotATemplate("error.template_damaged") from error
    return word


def _see_whole(word: WordDocument) -> None:
    """See that the parts that are written to are what they are said to be, once, and count in whole numbers.

    Raises ValueError or AttributeError: one is not.
    """
    related = [*word.part.rels.values(), *word.part.package.rels.values()]
    kinds = [(one, _PARSED[one.reltype]) for one in related if one.reltype in _PARSED]
    if word.element.body is None or not all(isinstance(one.target_part, kind) for one, kind in kinds):
        raise ValueError
    roots = [word.element, word.styles.element, word.settings.element, word.core_properties._element]
    if any(one.reltype == RELATIONSHIP_TYPE.NUMBERING for one in related):
        roots.append(word.part.numbering_part.element)
    for one in (part for root in roots for part in root.iter(*_COUNTED)):
        int(one.get(_COUNTED[str(one.tag)], "0"))


def safe(data: bytes) -> bytes:
    """Return a Word document or template as a document that python-docx opens, without what could act.

    Raises NotATemplate.
    """
    parts = _parts(data)
    try:
        _check(parts)
        kept, dropped = dict(parts), dict[str, set[str]]()
        for name in [one for one in parts if one.endswith(".rels")]:
            kept[name], dropped[_owner(name)] = _relationships(name, parts)
        for name in [one for one in parts if one.endswith(".xml") and one != _TYPES]:
            kept[name] = cleaned(_parsed(parts[name]), dropped.get(name, set()))
        kept[_TYPES] = parts[_TYPES].replace(_TEMPLATE.encode(), _DOCUMENT.encode())
    except _DAMAGES as error:
        raise NotATemplate("error.template_damaged") from error
    return _packed(kept)


def _parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of an archive by name, within limits."""
    too_big = NotATemplate("error.template_too_big", packed=MOST_PACKED, unpacked=MOST_UNPACKED)
    if len(data) > MOST_PACKED * 2**20:
        raise too_big
    if data.startswith(_OLE):
        raise NotATemplate("error.template_locked")
    if not data.startswith(b"PK"):
        raise NotATemplate("error.template_not_word")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = [one for one in package.infolist() if not one.is_dir()]
            if sum(one.file_size for one in entries) > MOST_UNPACKED * 2**20 or len(entries) > _MOST_PARTS:
                raise too_big
            if any(one.flag_bits & 1 for one in entries):
                raise NotATemplate("error.template_locked")
            if len({one.filename for one in entries}) < len(entries):
                raise NotATemplate("error.template_damaged")
            return {one.filename: package.read(one) for one in entries}
    except _DAMAGES as error:
        raise NotATemplate("error.template_damaged") from error


def _check(parts: Mapping[str, bytes]) -> None:
    """See that parts are a Word file, and that it runs nothing.

    Raises NotATemplate.
    """
    if _TYPES not in parts or "_rels/.rels" not in parts:
        raise NotATemplate("error.template_not_word")
    types = [(one.get("PartName") or "", one.attrib["ContentType"]) for one in _parsed(parts[_TYPES])]
    told = " ".join((*(str(kind) for _, kind in types), *parts)).lower()
    if any(word in told for word in _MACROS):
        raise NotATemplate("error.template_macros")
    mains = [name.lstrip("/") for name, kind in types if kind in (_DOCUMENT, _TEMPLATE)]
    if len(mains) != 1 or mains[0] not in parts:
        raise NotATemplate("error.template_not_word")
    root = _parsed(parts[mains[0]])
    if not str(root.tag).startswith("{http://schemas.openxmlformats.org/"):
        raise NotATemplate("error.template_not_word")  # strict Open XML, which python-docx does not read


def _owner(name: str) -> str:
    """Return the part whose relationships a part holds."""
    folder, file = posixpath.split(name)
    return posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))


def _relationships(name: str, parts: Mapping[str, bytes]) -> tuple[bytes, set[str]]:
    """Return the relationships of a part that are let in, and the ids of the others."""
    root = _parsed(parts[name])
    folder, dropped = posixpath.dirname(_owner(name)), set[str]()
    if not all(one.get(told) for one in root for told in ("Id", "Type", "Target")):
        raise ValueError
    if len({one.get("Id") for one in root}) < len(root):
        raise ValueError
    for one in list(root):
        if not _is_let_in(one, folder, parts):
            dropped.add(str(one.get("Id", "")))
            root.remove(one)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True), dropped


def _is_let_in(relationship: Element, folder: str, parts: Mapping[str, bytes]) -> bool:
    target = str(relationship.get("Target", ""))
    kind = str(relationship.get("Type", "")).rpartition("/")[2]
    if relationship.get("TargetMode") == "External":
        return kind == "hyperlink" and target.lower().startswith(_OUTSIDE)
    place = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
    part = parts.get(posixpath.normpath(place))
    if part is None or kind not in _LET_IN:
        return kind == "hyperlink" and target.startswith("#")
    return REVIEW.encode() not in part[:1000]  # what one of our own files kept is not what this one says


def _parsed(data: bytes) -> Element:
    """Return the root of a part; entities are neither resolved nor let in."""
    if len(data) > _MOST_XML or b"<!DOCTYPE" in data or "<!DOCTYPE".encode("utf-16-le") in data:
        raise ValueError
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _packed(parts: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name), data)
    return made.getvalue()
