"""Word templates as agencies have them, made by python-docx, and a document written on one."""

import io

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from brandplatform.publish.blocks import Document
from brandplatform.publish.wordagency import to_agency_word
from brandplatform.publish.wordxml import solid
from tests.publish.documents import composed


def saved(word: WordDocument) -> bytes:
    made = io.BytesIO()
    word.save(made)
    return made.getvalue()


def on(template: WordDocument | bytes, document: Document | None = None) -> WordDocument:
    """Return the example, opened again, on a template."""
    data = template if isinstance(template, bytes) else saved(template)
    return docx.Document(io.BytesIO(to_agency_word(document or composed(), {}, data, "p1")))


def letterhead(left: float = 25, right: float = 25) -> WordDocument:
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin, section.top_margin = Mm(left), Mm(right), Mm(40)
    head = section.header.paragraphs[0]
    head.add_run().add_picture(io.BytesIO(solid("#CC3366")), Mm(30), Mm(10))
    head.add_run("Studio Nord · {{brand}}")
    section.footer.paragraphs[0].text = "12, rue du Lac"
    return word


def with_cover(*after: str) -> WordDocument:
    """Return a template with a cover whose places Word has cut up, the text, and what comes after it."""
    word = letterhead()
    title = word.add_paragraph(style="Title")
    for run in ("{", "{br", "and", "}}", " !"):
        title.add_run(run)
    word.add_paragraph("{{ kind }}, {{date}} : {{STATE}}")
    word.add_paragraph("« {{promise}} » {{nobody}}")
    word.add_paragraph("{{body}}")
    for text in after:
        word.add_paragraph(text)
    return word


def said(paragraph: Paragraph) -> str:
    return "".join(paragraph._p.xpath(".//w:t/text()"))


def look(paragraph: Paragraph) -> str:
    style = paragraph.style
    assert style is not None
    base = getattr(style, "base_style", None)
    return str(base.name if style.name and style.name.startswith("bp.") and base else style.name)


def renamed(names: dict[str, str], *, ids: bool) -> WordDocument:
    """Return a letterhead whose styles are called otherwise, and have ids of their names or of none."""
    word, changed = letterhead(), dict[str, str]()
    roots = (word.styles.element, word.part.numbering_part.element)
    for style in roots[0].iterchildren(qn("w:style")):
        name = style.find(qn("w:name"))
        if new := names.get(str(name.get(qn("w:val")))):
            name.set(qn("w:val"), new)
            changed[str(style.get(qn("w:styleId")))] = new.replace(" ", "") if ids else f"x{len(new)}"
            style.set(qn("w:styleId"), changed[str(style.get(qn("w:styleId")))])
    kinds = [qn(f"w:{kind}") for kind in ("basedOn", "next", "link", "pStyle")]
    for one in (one for root in roots for one in root.iter(*kinds)):
        one.set(qn("w:val"), changed.get(one.get(qn("w:val")), one.get(qn("w:val"))))
    return word
