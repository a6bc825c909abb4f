"""The styles of our Word template, from the typographic sheet: named styles only, no direct formatting.

Owns every look a Word file has; the writer only names styles. Theme colour `accent1` stands for the brand's
accent wherever it appears. Must not know what is written.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from brandplatform.publish import typography as sheet
from brandplatform.publish.typography import A4, INK, MUTED, RULE, Face

OFFICE: Final = "http://schemas.openxmlformats.org"
W: Final = f"{OFFICE}/wordprocessingml/2006/main"
RELATIONS: Final = f"{OFFICE}/officeDocument/2006/relationships"
KNOWN: Final = (
    f'xmlns:w="{W}" xmlns:r="{RELATIONS}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    f'xmlns:mc="{OFFICE}/markup-compatibility/2006" mc:Ignorable="w14"'
)
"""The namespaces of a part."""

LABEL_WIDTH: Final = A4.outdent - 2
"""Millimetres of a label in the margin column, its gutter left out."""

PROMISE_STYLES: Final = ("BP Promise Short", "BP Promise", "BP Promise Long")
DEEPEST: Final = 3
"""Levels of lists with a style of their own; deeper ones share the last."""

BULLETS, CHAPTERS, ANNEXES, FIGURES = 1, 2, 3, 4
"""Numbering definitions: list items, chapters, annexes, numbered lists."""

LISTS: Final = {"List Bullet": BULLETS, "List Number": FIGURES}

FRAMES: Final[Mapping[str, tuple[str, float, float, float]]] = {
    "BP Label": ("text", LABEL_WIDTH, A4.left - A4.outdent, 0.9),
    "BP Signature": ("page", 80, A4.left, 235),
}
"""Style -> the frame it stands in: what it is anchored to, its width, its place from the page's left edge and
from its anchor, in millimetres.

The writer gives it to each paragraph too: LibreOffice does not read it from the style.
"""


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def _points(millimetres: float) -> float:
    return millimetres * 72 / 25.4


def family(face: Face) -> str:
    """Return the typeface as Word knows it: a semibold is a family of its own."""
    return f"{face.name} SemiBold" if face.semibold else face.name


def _fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'


def _run(face: Face, extra: str = "") -> str:
    colour = MUTED if face.muted else INK
    tracking = f'<w:spacing w:val="{round(face.tracking * 20)}"/>' if face.tracking else ""
    size = round(face.size * 2)
    return (
        f'<w:rPr>{_fonts(family(face))}<w:color w:val="{colour[1:]}"/>{tracking}'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{extra}</w:rPr>'
    )


def _paragraph(
    face: Face,
    *,
    frame: str = "",
    numbered: str = "",
    border: str = "",
    tabs: str = "",
    indent: str = "",
    level: int = 0,
) -> str:
    """Return paragraph properties in the order the schema wants them."""
    keep = "<w:keepNext/>" * face.together + "<w:keepLines/>" * (face.together or face.whole)
    hyphens = "" if face.hyphens else "<w:suppressAutoHyphens/>"
    before, after = round(_points(face.before) * 20), round(_points(face.after) * 20)
    leading = f'w:line="{round(face.leading * 20)}" w:lineRule="exact"'
    outline = f'<w:outlineLvl w:val="{level - 1}"/>' if level else ""
    return (
        f"<w:pPr>{keep}{frame}<w:widowControl/>{numbered}{border}{tabs}{hyphens}"
        f'<w:spacing w:before="{before}" w:after="{after}" {leading}/>{indent}{outline}</w:pPr>'
    )


def style_id(name: str) -> str:
    """Return the id of a style: `Heading1` of `heading 1`, `BPCellHead` of `BP Cell Head`."""
    return name[:1].upper() + name[1:].replace(" ", "")


def _style(name: str, body: str, *, after: str = "", kind: str = "paragraph", based: str = "Normal") -> str:
    following = f'<w:next w:val="{style_id(after)}"/>' if after else ""
    own = "" if name.partition(" ")[0] != "BP" else ' w:customStyle="1"'
    return (
        f'<w:style w:type="{kind}"{own} w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/>{following}<w:qFormat/>{body}</w:style>'
    )


def _of(name: str, face: Face, *, after: str = "Normal", **paragraph: Any) -> str:
    return _style(name, _paragraph(face, **paragraph) + _run(face), after=after)


def _indent(left: float = 0, hanging: float = 0, right: float = 0) -> str:
    """Return an indent in millimetres; a negative left one reaches into the label column."""
    hangs = f' w:hanging="{twips(hanging)}"' if hanging else ""
    return f'<w:ind w:left="{twips(left)}" w:right="{twips(right)}"{hangs}/>'


def frame(name: str) -> dict[str, str]:
    """Return the attributes of the frame a style stands in, empty for none."""
    if name not in FRAMES:
        return {}
    anchor, *lengths = FRAMES[name]
    sizes = {key: str(twips(length)) for key, length in zip("wxy", lengths, strict=True)}
    return {"hSpace": "0", "wrap": "around", "hAnchor": "page", "vAnchor": anchor, **sizes}


def _frame(name: str) -> str:
    attributes = (f'w:{key}="{value}"' for key, value in frame(name).items())
    return f"<w:framePr {' '.join(attributes)}/>"


def _numbered(number: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


WIDE: Final = A4.height - A4.left - A4.right
"""Millimetres of running text on a page on its side."""


def _right_tab(at: float = A4.measure) -> str:
    return f'<w:tabs><w:tab w:val="right" w:pos="{twips(at)}"/></w:tabs>'


def styles() -> str:
    """Return the part `word/styles.xml`."""
    oldstyle = '<w14:numForm w14:val="oldStyle"/>'
    default = _run(sheet.BODY, oldstyle).replace("</w:rPr>", "")
    language = '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
    head, _, tail = default.partition("<w14:")
    return (
        f"<w:styles {KNOWN}><w:docDefaults><w:rPrDefault>{head}{language}<w14:{tail}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault/></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"{_paragraph(sheet.BODY)}</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>'
        "</w:style>"
        f"{''.join((*_cover(), *_promise(), *_headings(), *_body(), *_tables(), *_characters()))}</w:styles>"
    )


def _cover() -> tuple[str, ...]:
    """First baseline of the name 120 mm down, its foot in the footer of its own section."""
    name = _lowered(sheet.COVER_NAME, 120 - A4.top)
    return (
        _of("Title", name, after="Subtitle"),
        _of("Subtitle", sheet.COVER_KIND),
        _of("BP Cover Foot", sheet.COVER_FOOT, after="BP Cover Foot"),
    )


def _lowered(face: Face, baseline: float) -> Face:
    """Return a face whose first baseline is `baseline` millimetres under what stands before it."""
    ascent = face.leading * 0.8 * 25.4 / 72  # where Word puts the baseline in a line of exact height
    return replace(face, before=baseline - ascent, after=face.after)


def _promise() -> tuple[str, ...]:
    """Label at 70 mm, first baseline at 105, line to sign at 235: however long the promise is."""
    label = replace(_lowered(sheet.LABEL, 70 - A4.top), after=0)
    sizes = zip(PROMISE_STYLES, sheet.PROMISES, strict=True)
    line = f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="{INK[1:]}"/></w:pBdr>'
    rule = replace(sheet.BODY, before=12, after=10)
    return (
        _of("BP Promise Label", label, after=PROMISE_STYLES[1]),
        *(_of(name, _lowered(face, 34), after="BP Rule") for name, face in sizes),
        _of("BP Rule", rule).replace('w:line="284" w:lineRule="exact"', 'w:line="240" w:lineRule="auto"'),
        _of("BP Internal Label", replace(sheet.LABEL, before=0, after=1.5), after="BP Internal"),
        _of("BP Internal", sheet.INTERNAL),
        _of("BP Signature", sheet.SIGNATURE, frame=_frame("BP Signature"), border=line),
    )


def _headings() -> tuple[str, ...]:
    number = _indent(hanging=A4.outdent)
    out = _indent(left=-A4.outdent)
    annex = _style("BP Annex", f"<w:pPr>{_numbered(ANNEXES)}</w:pPr>", after="Normal", based="Heading1")
    return (
        _of("heading 1", sheet.SECTION, numbered=_numbered(CHAPTERS), indent=number, level=1),
        _of("heading 2", sheet.HEADING_2, indent=out, level=2),
        _of("heading 3", sheet.HEADING_3, indent=out, level=3),
        annex,
    )


def _body() -> tuple[str, ...]:
    item = replace(sheet.BODY, before=0, after=1)
    lists = (
        _of(name, item, after=name, numbered=_numbered(number, level), indent=_indent(5 * (level + 1), 5))
        for kind, number in LISTS.items()
        for level in range(DEEPEST)
        for name in (list_style(kind, level),)
    )
    hairline = f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="8" w:color="{RULE[1:]}"/></w:pBdr>'
    return (
        _of("BP Statement", sheet.STATEMENT),
        _of("BP Label", sheet.LABEL, frame=_frame("BP Label")),
        _of("BP Labelled", sheet.LABELLED),
        *lists,
        _of("BP Card Name", sheet.CARD_NAME, border=hairline),
        _of("BP Card Role", sheet.CARD_ROLE),
        _of("BP Card Quote", sheet.CARD_QUOTE),
        _of("BP Card Line", replace(sheet.LABELLED, together=True)),
        _of("header", sheet.RUNNING, after="header", tabs=_right_tab()),
        _of("footer", sheet.RUNNING, after="footer", tabs=_right_tab()),
        *(_of(f"BP Wide {name}", sheet.RUNNING, tabs=_right_tab(WIDE)) for name in ("Header", "Footer")),
        _of("caption", replace(sheet.NOTE, before=2.5), indent=_indent(left=-A4.outdent)),
        _of("BP Sentence", sheet.SENTENCE),
        _of("BP Contents", replace(sheet.SECTION, before=0)),
        _of("toc 1", replace(sheet.BODY, before=2.5, after=0, hyphens=False), tabs=_right_tab()),
        _of("toc 2", replace(sheet.NOTE, after=0), tabs=_right_tab(), indent=_indent(left=8)),
        _of("BP Note", replace(sheet.NOTE, before=1.25)),
        *_summary(),
    )


def _summary() -> tuple[str, ...]:
    out = _indent(left=-A4.outdent)
    promise, foundation = sheet.SUMMARY_PROMISES[1], sheet.SUMMARY_FOUNDATIONS[1]
    return (
        _of("BP Summary Title", replace(sheet.LABEL, after=5), indent=out, level=1),
        _of("BP Summary Promise", replace(promise, after=7.5, whole=True), indent=out),
        _of("BP Summary Name", replace(sheet.SUMMARY_NAME, together=True)),
        _of("BP Summary Text", foundation),
        _of("BP Summary Small", sheet.SUMMARY_P),
    )


def list_style(kind: str, depth: int) -> str:
    """Return the style of a list item; its depth is counted from 0."""
    level = min(depth, DEEPEST - 1)
    return kind if level == 0 else f"{kind} {level + 1}"


def _tables() -> tuple[str, ...]:
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
        f'<w:tblPr><w:tblInd w:w="{twips(-A4.outdent)}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>{head}"
    )
    return (
        *(_style(name, _paragraph(face) + _run(face, tabular), after=name) for name, face in cells),
        _style("BP Table", table, kind="table", based="TableNormal"),
    )


def _characters() -> tuple[str, ...]:
    made = {
        "Strong": "<w:b/><w:bCs/>",
        "Emphasis": "<w:i/><w:iCs/>",
        "Hyperlink": f'<w:color w:val="{INK[1:]}" w:themeColor="accent1"/>',
    }
    return tuple(
        _style(name, f"<w:rPr>{look}</w:rPr>", kind="character", based="DefaultParagraphFont")
        for name, look in made.items()
    )
