"""Word documents as other people make them, built part by part. Knows nothing of our fields."""

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def saved(document: Any) -> bytes:
    """Return the bytes of a document."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def with_parts(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """Return a file whose parts were changed by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def with_part(data: bytes, name: str, kind: str, content: str) -> bytes:
    """Return a file in which the document refers to one more part of word/."""

    def add(parts: dict[str, bytes]) -> None:
        parts[f"word/{name}"] = content.encode()
        relation = (
            f'<Relationship Id="x{kind}" Target="{name}" Type="http://schemas.openxmlformats.org/'
            f'officeDocument/2006/relationships/{kind}"/></Relationships>'
        )
        rels = parts["word/_rels/document.xml.rels"].decode()
        parts["word/_rels/document.xml.rels"] = rels.replace("</Relationships>", relation).encode()

    return with_parts(data, add)


def notes(text: str) -> str:
    """Return a part of footnotes with one note, after the separator there always is."""
    return (
        f'<w:footnotes xmlns:w="{W}"><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        f'<w:footnote w:id="1"><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )


def bold(document: Any, lead: str, rest: str = "", style: str | None = None) -> Any:
    """Add a paragraph that begins in bold."""
    paragraph = document.add_paragraph(style=style)
    paragraph.add_run(lead).bold = True
    if rest:
        paragraph.add_run(rest)
    return paragraph


def table(document: Any, rows: list[list[str]], heads_in_bold: bool = False) -> Any:
    """Add a table; a cell of several lines has a paragraph for each."""
    made = document.add_table(rows=0, cols=len(rows[0]))
    for at, texts in enumerate(rows):
        for cell, text in zip(made.add_row().cells, texts, strict=True):
            first, *more = text.split("\n")
            cell.paragraphs[0].add_run(first).bold = heads_in_bold and at == 0
            for line in more:
                cell.add_paragraph(line)
    return made


def inserted(document: Any, text: str, removed: str) -> None:
    """Add a paragraph with a tracked insertion and a tracked deletion."""
    document.add_paragraph()._p.append(
        parse_xml(
            f'<w:ins {nsdecls("w")} w:id="7" w:author="x"><w:r><w:t>{escape(text)}</w:t></w:r></w:ins>'
        )
    )
    document.paragraphs[-1]._p.append(
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="8" w:author="x"><w:r><w:delText>{escape(removed)}</w:delText>'
            "</w:r></w:del>"
        )
    )


def controlled(document: Any, text: str) -> None:
    """Add a content control that holds a paragraph."""
    document.element.body.insert(
        len(document.element.body) - 1,
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"
            "</w:sdtContent></w:sdt>"
        ),
    )


def text_box(document: Any, text: str) -> None:
    """Add a text box the way Word writes it: once for itself, once for older programs."""
    inside = f"<w:txbxContent><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:txbxContent>"
    document.add_paragraph()._p.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:mc="{_MC}" xmlns:wps="{_WPS}" xmlns:v="urn:schemas-microsoft-com:vml">'
            f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{inside}</wps:txbx>'
            f"</wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict>"
            "</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )


def empty() -> Any:
    """Return a document with nothing in it."""
    return docx.Document()


def bare(body: str, **parts: str) -> bytes:
    """Return the smallest Word file with that body, and with other parts by name."""
    package = "http://schemas.openxmlformats.org/package/2006"
    files: Mapping[str, str] = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
        **parts,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def paragraph(text: str) -> str:
    """Return a paragraph as XML."""
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"
