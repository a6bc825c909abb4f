"""The styles of our Word template, from the typographic sheet: named styles only, no direct formatting.

Owns every look a Word file has; the writer only names styles. Theme colour `accent1` stands for the brand's
accent wherever it appears. Must not know what is written.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from brandplatform.publish import typography as sheet
from brandplatform.publish.typography import INK, RULE
from brandplatform.publish.wordlook import KNOWN, Look, numbered, style, twips
from brandplatform.publish.wordnumbering import ANNEXES, BULLETS, CHAPTERS, DEEPEST, FIGURES
from brandplatform.publish.wordpagestyles import gathering_styles, page_styles

LISTS: Final = {"List Bullet": BULLETS, "List Number": FIGURES}


def styles(look: Look) -> str:
    """Return the part `word/styles.xml`, for one page."""
    oldstyle = '<w14:numForm w14:val="oldStyle"/>'
    default = look.run(sheet.BODY, oldstyle).replace("</w:rPr>", "")
    language = '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
    head, _, tail = default.partition("<w14:")
    return (
        f"<w:styles {KNOWN}><w:docDefaults><w:rPrDefault>{head}{language}<w14:{tail}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"{look.paragraph(sheet.BODY)}</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>'
        f"</w:style>{''.join(named_styles(look))}</w:styles>"
    )


def named_styles(look: Look) -> Iterator[str]:
    """Yield every style a writer names, for one page; `Normal` is the template's own."""
    yield from page_styles(look)
    yield from _headings(look)
    yield from _body(look)
    yield from gathering_styles(look)
    yield from _tables(look)
    yield from _characters()


def _headings(look: Look) -> Iterator[str]:
    number = look.indent(*look.chapter)
    yield look.of("heading 1", sheet.SECTION, numbered=numbered(CHAPTERS), indent=number, level=1)
    yield look.of("heading 2", sheet.HEADING_2, indent=look.out, level=2)
    yield look.of("heading 3", sheet.HEADING_3, indent=look.out, level=3)
    yield style("BP Annex", f"<w:pPr>{numbered(ANNEXES)}</w:pPr>", after="Normal", based="Heading1")


def _body(look: Look) -> Iterator[str]:
    yield look.of("BP Statement", sheet.STATEMENT)
    label = sheet.LABEL if look.frame("BP Label") else replace(sheet.LABEL, before=1.25, after=0.5)
    yield look.of("BP Label", label, frame=look.framed("BP Label"))
    yield look.of("BP Labelled", sheet.LABELLED)
    item = replace(sheet.BODY, before=0, after=1)
    for kind, number in LISTS.items():
        for level in range(DEEPEST):
            name, indent = list_style(kind, level), look.indent(5 * (level + 1), 5)
            yield look.of(name, item, after=name, numbered=numbered(number, level), indent=indent)
    hairline = f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="8" w:color="{RULE[1:]}"/></w:pBdr>'
    yield look.of("BP Card Name", sheet.CARD_NAME, border=hairline)
    yield look.of("BP Card Role", sheet.CARD_ROLE)
    yield look.of("BP Card Quote", sheet.CARD_QUOTE)
    yield look.of("BP Card Line", replace(sheet.LABELLED, together=True))
    yield look.of("header", sheet.RUNNING, after="header", tabs=look.right_tab())
    yield look.of("footer", sheet.RUNNING, after="footer", tabs=look.right_tab())
    for name in ("Header", "Footer"):
        yield look.of(f"BP Wide {name}", sheet.RUNNING, tabs=look.right_tab(look.wide))
    yield look.of("caption", replace(sheet.NOTE, before=2.5), indent=look.out)
    yield look.of("BP Sentence", sheet.SENTENCE)


def list_style(kind: str, depth: int) -> str:
    """Return the style of a list item; its depth is counted from 0."""
    level = min(depth, DEEPEST - 1)
    return kind if level == 0 else f"{kind} {level + 1}"


def _tables(look: Look) -> Iterator[str]:
    tabular = '<w14:numForm w14:val="lining"/><w14:numSpacing w14:val="tabular"/>'
    first = replace(sheet.CELL, semibold=True)
    cells = (
        ("BP Cell", sheet.CELL),
        ("BP Cell First", first),
        ("BP Cell Head", sheet.CELL_HEAD),
        ("BP Cell Note", sheet.CELL_NOTE),
    )
    rule = f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE[1:]}"/>'
    lines = (
        f'<w:top w:val="single" w:sz="6" w:space="0" w:color="{INK[1:]}"/>'
        f'<w:bottom w:val="single" w:sz="4" w:space="0" w:color="{RULE[1:]}"/>{rule}'
    )
    margins = (
        f'<w:top w:w="{twips(2)}" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        f'<w:bottom w:w="{twips(2)}" w:type="dxa"/><w:right w:w="{twips(3)}" w:type="dxa"/>'
    )
    head = (
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" '
        f'w:color="{INK[1:]}" w:themeColor="accent1"/></w:tcBorders></w:tcPr></w:tblStylePr>'
    )
    table = (
        f'<w:tblPr><w:tblInd w:w="{twips(-look.page.outdent)}" w:type="dxa"/><w:tblBorders>{lines}'
        f"</w:tblBorders><w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>{head}"
    )
    for name, face in cells:
        yield style(name, look.paragraph(face) + look.run(face, tabular), after=name)
    yield style("BP Table", table, kind="table", based="TableNormal")


def _characters() -> Iterator[str]:
    made = {
        "Strong": "<w:b/><w:bCs/>",
        "Emphasis": "<w:i/><w:iCs/>",
        "Hyperlink": f'<w:color w:val="{INK[1:]}" w:themeColor="accent1"/>',
    }
    for name, run in made.items():
        yield style(name, f"<w:rPr>{run}</w:rPr>", kind="character", based="DefaultParagraphFont")
