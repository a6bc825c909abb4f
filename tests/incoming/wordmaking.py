"""Word documents as other people make them, built part by part. Knows nothing of our fields."""

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any
from xml.sax.saxutils import escape

import docx
from docx.enum.style import WD_STYLE_TYPE
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


def typed(script: str) -> bytes:
    """Return a Word file of a script, a line for each paragraph.

    `=` title, `==` subtitle, `#` headings, `+` a style based on a heading, `*` and `1.` lists, `**bold**`,
    ` // ` a line break (in a cell, a paragraph), `|` a row, `@` the file’s own title, `~` header, `^` note,
    `[box]`, `[control]`, `[inserted] … [removed] …`. The rest is text.
    """
    document = docx.Document()
    own = document.styles.add_style("Chapter Line", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = document.styles["Heading 2"]
    note = ""
    table = None
    for line in filter(str.strip, script.split("\n")):
        mark, _, text = line.partition(" ")
        if mark == "|":
            texts = [text.strip() for text in line.strip()[1:-1].split("|")]
            table = table or document.add_table(rows=0, cols=len(texts))
            _row(table, texts)
            continue
        table = None
        if mark == "@":
            document.core_properties.title = text
        elif mark == "~":
            document.sections[0].header.paragraphs[0].text = text
        elif mark == "^":
            note = text
        elif mark in _SPECIAL:
            _SPECIAL[mark](document, text)
        else:
            _write(document, mark, text, line)
    data = saved(document)
    return with_part(data, "footnotes.xml", "footnotes", notes(note)) if note else data


_STYLES = {
    "=": "Title", "==": "Subtitle", "#": "Heading 1", "##": "Heading 2", "###": "Heading 3",
    "+": "Chapter Line", "*": "List Bullet", "1.": "List Number",
}  # fmt: skip


def _write(document: Any, mark: str, text: str, line: str) -> None:
    _runs(document.add_paragraph(style=_STYLES.get(mark)), text if mark in _STYLES else line)


def _runs(paragraph: Any, text: str) -> None:
    """Write a text with its bold runs and line breaks."""
    for at, part in enumerate(text.replace(" // ", "\n").split("**")):
        if part:
            paragraph.add_run(part).bold = True if at % 2 else None


def _row(table: Any, texts: list[str]) -> None:
    """Write a row; an empty last cell joins the one before it."""
    cells = table.add_row().cells
    if not texts[-1]:
        cells[-2].merge(cells[-1])
    for cell, text in zip(cells, texts, strict=True):
        if not text:
            continue
        first, *more = text.split(" // ")
        _runs(cell.paragraphs[0], first)
        for one in more:
            _runs(cell.add_paragraph(), one)


def _inserted(document: Any, text: str) -> None:
    """Add a paragraph with a tracked insertion and a tracked deletion."""
    text, _, removed = text.partition(" [removed] ")
    paragraph = document.add_paragraph()._p
    inside = f"<w:r><w:t>{escape(text)}</w:t></w:r>"
    gone = f"<w:r><w:delText>{escape(removed)}</w:delText></w:r>"
    paragraph.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="7" w:author="x">{inside}</w:ins>'))
    paragraph.append(parse_xml(f'<w:del {nsdecls("w")} w:id="8" w:author="x">{gone}</w:del>'))


def _controlled(document: Any, text: str) -> None:
    """Add a content control that holds a paragraph."""
    body = document.element.body
    inside = f"<w:sdtContent><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:sdtContent>"
    body.insert(len(body) - 1, parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtPr/>{inside}</w:sdt>"))


def _text_box(document: Any, text: str) -> None:
    """Add a text box the way Word writes it: once for itself, once for older programs."""
    inside = f"<w:txbxContent><w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p></w:txbxContent>"
    spaces = f'{nsdecls("w")} xmlns:mc="{_MC}" xmlns:wps="{_WPS}" xmlns:v="urn:schemas-microsoft-com:vml"'
    shape = f"<w:drawing><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></w:drawing>"
    older = f"<w:pict><v:textbox>{inside}</v:textbox></w:pict>"
    ways = f'<mc:Choice Requires="wps">{shape}</mc:Choice><mc:Fallback>{older}</mc:Fallback>'
    run = f"<w:r {spaces}><mc:AlternateContent>{ways}</mc:AlternateContent></w:r>"
    document.add_paragraph()._p.append(parse_xml(run))


_SPECIAL = {"[box]": _text_box, "[control]": _controlled, "[inserted]": _inserted}


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
