"""How the text of a field is marked in a Word file, so that it is found again when the file comes back.

Each paragraph that holds such a text carries three marks: a paragraph style of its own (`bp.PLACE`, based on
its look, so that nothing shows), a bookmark round it, and a content control with a tag round its runs; the
file keeps what was written, paragraph by paragraph. A program may lose one of the three (LibreOffice 7.4: the
tag), none was seen to lose all. What is typed at the edge of a control falls outside it: a field owns whole
paragraphs, and its text is that of the paragraph. Owns these names; must not know what the fields say.

- style: `bp.PLACE`, and `bp.PLACE/LOOK` for each further look of the same field;
- tag: `bp:PLACE:LANGUAGE:AT`, at most 64 characters;
- bookmark: `bp_PLACE_HASH_AT`, at most 40 characters, `_` for what a bookmark may not hold;
- a name that would be too long ends in `~` and the hash instead.
"""

import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from html import escape
from itertools import count
from typing import Final

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.package import Package
from lxml.etree import _Element as Element
from lxml.etree import tostring

from brandplatform.publish.blocks import Document, Source
from brandplatform.publish.wordlook import OFFICE, style_id
from brandplatform.publish.wordxml import bookmarked, made, paragraph, with_children

REVIEW: Final = "urn:brandplatform:review:1"
"""The namespace of what was written."""

STYLE: Final = "bp."
"""How the name of a style of a field begins."""

_LONGEST_STYLE, _LONGEST_TAG, _LONGEST_TITLE, _LONGEST_PLACE = 200, 64, 64, 20
"""Characters: of a style’s name (Word: 253), of a tag and a title, of the place in a bookmark’s name."""

_TEXT, _BREAK, _VAL = qn("w:t"), qn("w:br"), qn("w:val")
_ITEM: Final = "{3F6B2C1E-7D0A-5B14-9A53-6E1D0C27B9F4}"
"""The identity of the part with what was written, in every file."""

_PROPERTIES: Final = f"{OFFICE}/officeDocument/2006/custom-properties"
_VALUES: Final = f"{OFFICE}/officeDocument/2006/docPropsVTypes"
_PROPERTIES_TYPE: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The format of properties that a person or a program adds (MS-OLEPS)."""

_AT_ONCE: Final = 500
"""Styles that are parsed together: all at once, they are held twice."""

_XML: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class _Said:
    """One paragraph of a field."""

    source: Source
    at: int
    """Which of its paragraphs, from 0."""
    look: str
    bookmark: str
    text: str


class Anchors:
    """Marks the paragraphs of one document; `platform` is the id of where its texts come from."""

    def __init__(
        self, document: Document, platform: str, *, taken: Collection[str] = (), marks: int = 0
    ) -> None:
        """`taken` are ids of styles that are in the file, `marks` the highest number of its bookmarks."""
        self._document, self._platform = document, platform
        self._numbers = count(marks + 1)
        self._ids = (name for number in count(1) if (name := f"bpF{number}") not in taken)
        self._styles: dict[tuple[str, str], str] = {}
        self._controls: set[int] = set()
        self._said: list[_Said] = []
        self._next: dict[Source, int] = {}

    def marked(self, content: list[Element], name: str) -> list[Element]:
        """Return content between the ends of a bookmark."""
        return bookmarked(content, next(self._numbers), name)

    def paragraph(self, style: str, content: list[Element], source: Source | None, title: str) -> Element:
        """Return a paragraph of a look; with a source it is marked, under a title a person may read.

        An empty one has its style alone: there is nothing to put a bookmark round, but a text may come.
        """
        if source is None:
            return paragraph(style, *content)
        at = self._next.get(source, 0)
        self._next[source] = at + 1
        name = bookmark(source, at)
        self._said.append(_Said(source, at, style, name, _text(content)))
        held = self.marked([self._control(content, tag(source, at), title)], name) if content else []
        marked = paragraph(style, *held)
        marked[0][0].set(_VAL, self._style(source.place, style))
        return marked

    def _control(self, content: list[Element], tag: str, title: str) -> Element:
        number = int(_hash(tag), 16) >> 1
        while not number or number in self._controls:
            number += 1
        self._controls.add(number)
        about = with_children(
            "w:sdtPr",
            made("w:alias", val=title[:_LONGEST_TITLE]),
            made("w:tag", val=tag),
            made("w:id", val=number),
            made("w:richText"),
        )
        return with_children("w:sdt", about, with_children("w:sdtContent", *content))

    def _style(self, place: str, look: str) -> str:
        if (place, look) not in self._styles:
            self._styles[place, look] = next(self._ids)
        return self._styles[place, look]

    def attach(self, word: WordDocument, ids: Mapping[str, str]) -> None:
        """Put the styles and what was written into a file; `ids` leads from our styles to those it has."""
        seen, written = set[str](), list[str]()
        for (place, look), own in self._styles.items():
            further = f"/{style_id(look)}" if place in seen else ""
            seen.add(place)
            base = ids.get(style_id(look), style_id(look))
            name = STYLE + _within(place, _LONGEST_STYLE) + further
            written.append(
                f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{own}"><w:name w:val="{name}"/>'
                f'<w:basedOn w:val="{base}"/><w:semiHidden/></w:style>'
            )
        for at in range(0, len(written), _AT_ONCE):
            some = "".join(written[at : at + _AT_ONCE])
            word.styles.element.extend(list(parse_xml(f"<w:styles {nsdecls('w')}>{some}</w:styles>")))
        self._keep(word.part, word.part.package)

    def _keep(self, main: Part, package: Package | None) -> None:
        assert package is not None
        taken = {str(part.partname) for part in package.iter_parts()}
        number = next(n for n in count(1) if f"/customXml/item{n}.xml" not in taken)
        item = _part(package, f"/customXml/item{number}.xml", "application/xml", self._record())
        about = (
            f'<ds:datastoreItem xmlns:ds="{OFFICE}/officeDocument/2006/customXml" ds:itemID="{_ITEM}">'
            f'<ds:schemaRefs><ds:schemaRef ds:uri="{REVIEW}"/></ds:schemaRefs></ds:datastoreItem>'
        )
        properties = _part(
            package,
            f"/customXml/itemProps{number}.xml",
            CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES,
            about.encode(),
        )
        item.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
        main.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)
        _tell(
            package,
            {
                "BrandPlatform": self._platform,
                "BrandPlatformDay": self._document.date,
                "BrandPlatformLanguage": self._document.language,
            },
        )

    def _record(self) -> bytes:
        """Return what was written, paragraph by paragraph."""
        document = self._document
        head = {"platform": self._platform, "day": document.date, "language": document.language}
        paragraphs = (
            f'<b:paragraph place="{escape(one.source.place)}" language="{escape(one.source.language)}" '
            f'at="{one.at}" look="{escape(one.look)}" mark="{one.bookmark}">'
            f"{escape(one.text, quote=False)}</b:paragraph>".encode()
            for one in self._said
        )
        told = " ".join(f'{name}="{escape(value)}"' for name, value in head.items())
        return b"".join((f'<b:written xmlns:b="{REVIEW}" {told}>'.encode(), *paragraphs, b"</b:written>"))


def tag(source: Source, at: int) -> str:
    """Return the tag of the control round a paragraph of a field."""
    end = f":{source.language}:{at}"
    return f"bp:{_within(source.place, _LONGEST_TAG - len(end) - len('bp:'))}{end}"


def bookmark(source: Source, at: int) -> str:
    """Return the name of the bookmark round a paragraph of a field."""
    place = re.sub(r"[^A-Za-z0-9]", "_", source.place)[:_LONGEST_PLACE]
    return f"bp_{place}_{_hash(f'{source.place} {source.language}')}_{at}"


def _within(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 9]}~{_hash(name)}"


def _hash(text: str) -> str:
    """Return eight digits that are the same wherever they are computed."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def _text(content: list[Element]) -> str:
    found = (part for one in content for part in one.iter(_TEXT, _BREAK))
    return "".join("\n" if part.tag == _BREAK else part.text or "" for part in found)


def _part(package: Package, name: str, kind: str, text: bytes) -> Part:
    return Part(PackURI(name), kind, _XML + text, package)


def _tell(package: Package, properties: Mapping[str, str]) -> None:
    """Write properties of the file, beside those it has."""
    related = [rel for rel in package.rels.values() if rel.reltype == RELATIONSHIP_TYPE.CUSTOM_PROPERTIES]
    empty = f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_VALUES}"/>'.encode()
    root: Element = parse_xml(related[0].target_part.blob if related else empty)
    for old in [one for one in root if one.get("name") in properties]:
        root.remove(old)
    first = max((int(one.get("pid", "1")) for one in root), default=1) + 1
    for number, (name, value) in enumerate(properties.items(), first):
        added = root.makeelement(f"{{{_PROPERTIES}}}property", fmtid=_FORMAT, pid=str(number), name=name)
        text = added.makeelement(f"{{{_VALUES}}}lpwstr")
        text.text = value
        added.append(text)
        root.append(added)
    blob = tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    if related:
        related[0].target_part._blob = blob
        return
    part = Part(PackURI("/docProps/custom.xml"), _PROPERTIES_TYPE, blob, package)
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
