"""What somebody who cannot see the page is told: title, language, the order of headings, heads, pictures.

Reads finished files. Must not know how they are written.
"""

import io
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import docx
import pikepdf
from docx.oxml.ns import qn

HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")


def lacking_in_word(data: bytes, language: str, logos: int) -> list[str]:
    """Return what a Word file does not tell; `logos`: how many pictures say something."""
    word = docx.Document(io.BytesIO(data))
    body, about = word.element.body, word.core_properties
    styles = (str(value) for value in body.xpath(".//w:p/w:pPr/w:pStyle/@w:val"))
    levels = [int(style[-1]) for style in styles if style.startswith("Heading")]
    tables = list(body.iter(qn("w:tbl")))
    drawn = [one for one in body.iter(qn("wp:docPr")) if not one.xpath(".//*[local-name()='decorative']")]
    pictures = [str(one.get("descr") or "") for one in drawn]
    told = {
        "title": bool(about.title),
        "language": str(about.language).startswith(language),
        "language of text": all(
            str(value).startswith(language) for value in word.styles.element.xpath(".//w:lang/@w:val")
        ),
        "order of headings": in_order(levels),
        "head of a table": all(table.xpath("./w:tr[1]/w:trPr/w:tblHeader") for table in tables),
        "name of a table": all(table.xpath("string(./w:tblPr/w:tblCaption/@w:val)") for table in tables),
        "words for a picture": len(pictures) == logos and all(pictures),
    }
    return [what for what, is_told in told.items() if not is_told]


def lacking_in_pdf(data: bytes, language: str, logos: int) -> list[str]:
    """Return what a PDF does not tell; `logos`: how many pictures say something."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        nodes = list(_nodes(pdf.Root.StructTreeRoot))
        kinds = [str(node.S)[1:] for node in nodes]
        tables = [node for node in nodes if node.S == "/Table"]
        pictures = [str(node.get("/Alt", "")) for node in nodes if node.S == "/Figure"]
        told = {
            "title": bool(pdf.docinfo.get("/Title")) and bool(pdf.Root.ViewerPreferences.DisplayDocTitle),
            "language": str(pdf.Root.Lang).startswith(language),
            "order of headings": in_order([HEADINGS.index(kind) + 1 for kind in kinds if kind in HEADINGS]),
            "head of a table": all(any(node.S == "/TH" for node in _nodes(table)) for table in tables),
            "words for a picture": len(pictures) == logos and all(pictures),
        }
        return [what for what, is_told in told.items() if not is_told]


def in_order(levels: Sequence[int]) -> bool:
    """Whether headings begin at the first level and go down one level at a time."""
    return all(after <= before + 1 for before, after in pairwise((0, *levels)))


def _nodes(node: Any) -> Iterator[Any]:
    """Yield the elements of a structure under a node, in reading order."""
    inside = node.get("/K", [])
    for one in inside if isinstance(inside, pikepdf.Array) else [inside]:
        if isinstance(one, pikepdf.Dictionary) and "/S" in one:
            yield one
            yield from _nodes(one)
