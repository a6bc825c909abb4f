"""The style of an HTML page: the template of resources/html, filled with the typographic sheet.

Owns which figure has which name in the template, the two grounds of a screen, and which faces travel. Must
not know what is written on the page.
"""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from string import Template
from typing import Final

from brandplatform import resources
from brandplatform.document.edit import on_one_line
from brandplatform.publish import typography as sheet
from brandplatform.publish.blocks import Document
from brandplatform.publish.colour import corrected
from brandplatform.publish.layout import faces
from brandplatform.publish.typefaces import LATIN, OURS
from brandplatform.publish.typography import A4

SHEET: Final = ("html", "document.css")
"""Where the template is, under resources/."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a screen is to be read on."""

    paper: str
    ink: str
    muted: str
    rule: str


LIGHT: Final = Ground(paper="#FFFDF9", ink=sheet.INK, muted=sheet.MUTED, rule=sheet.RULE)
DARK: Final = Ground(paper="#1E1C1A", ink="#EFE9E0", muted="#A79F94", rule="#38332E")
PRINT: Final = Ground(paper=sheet.PAPER, ink=sheet.INK, muted=sheet.MUTED, rule=sheet.RULE)

_CARRIED: Final = (
    ("serif", 400, "normal", "SourceSerif4-Regular", ""),
    ("serif", 600, "normal", "SourceSerif4-SemiBold", ""),
    ("serif", 700, "normal", "SourceSerif4-Bold", "<strong>"),
    ("serif", 400, "italic", "SourceSerif4-Italic", "<em>"),
    ("sans", 400, "normal", "SourceSans3-Regular", ""),
    ("sans", 600, "normal", "SourceSans3-SemiBold", ""),
    ("sans", 400, "italic", "SourceSans3-Italic", "<em>"),
)
"""Family, weight, slope, file; and what stands in a page that needs it, or empty for every page."""


def style(document: Document, page: str) -> str:
    """Return the style of a page, with the faces inside that its markup calls for."""
    template = Template(resources.path(*SHEET).read_text(encoding="utf-8"))
    figures = dict((*_looks(), *_lengths(), *_colours(document), *_running(document)))
    return "\n".join((*_carried(page), template.substitute(figures)))


def _carried(page: str) -> Iterator[str]:
    for family, weight, slope, file, sign in _CARRIED:
        if sign in page:
            face = b64encode(resources.path(*LATIN, f"{file}.woff2").read_bytes()).decode()
            yield (
                f'@font-face{{font-family:"{OURS} {family}";font-weight:{weight};font-style:{slope};'
                f'src:url(data:font/woff2;base64,{face}) format("woff2")}}'
            )


def _looks() -> Iterator[tuple[str, str]]:
    """Yield how each face is set, and its spaces; on paper in points, on a screen in what stands for one."""
    for name, face in faces(A4).items():
        instead = (
            f"{sheet.SERIF_INSTEAD}, serif"
            if face["family"] == "serif"
            else f"{sheet.SANS_INSTEAD}, sans-serif"
        )
        family = f'"{OURS} {face["family"]}", {instead}'
        weight = 600 if face["semibold"] else 400
        size, leading = (
            f"calc({face[key]} * var(--{unit}))" for key, unit in (("size", "pt"), ("leading", "lead"))
        )
        yield name, f"{weight} {size}/{leading} {family}"
        yield f"{name}_on_paper", f"{weight} {face['size']}pt/{face['leading']}pt {family}"
        rise = 0.75 * face["size"] + (face["leading"] - face["size"]) / 2
        yield f"{name}_rise", f"calc({rise:g} * var(--pt))"  # from the top of a line to its baseline
        yield f"{name}_leading", f"calc({face['leading']} * var(--lead))"
        for space in ("before", "after"):
            yield f"{name}_{space}", _scaled(face[space])


def _lengths() -> Iterator[tuple[str, str]]:
    edge = A4.left - A4.outdent
    yield "out", _scaled(A4.outdent)
    yield "measure", _scaled(A4.measure)
    yield "full", _scaled(A4.full)
    yield "tall", _scaled(A4.height - A4.top - A4.bottom)
    yield "on_its_side", _scaled(A4.height - edge - A4.right)
    yield "one_page", _scaled(A4.width - 2 * sheet.SUMMARY_MARGIN)
    yield "one_page_tall", _scaled(A4.height - 2 * sheet.SUMMARY_MARGIN)
    yield "tracking", f"calc({sheet.LABEL.tracking} * var(--pt))"
    paper = {"width": A4.width, "height": A4.height, "top": A4.top, "right": A4.right, "bottom": A4.bottom}
    for name, length in (
        *paper.items(),
        ("edge", edge),
        ("outdent", A4.outdent),
        ("summary", sheet.SUMMARY_MARGIN),
    ):
        yield f"paper_{name}", f"{length}mm"


def _scaled(millimetres: float) -> str:
    """Return a length of the sheet, in what stands for a millimetre."""
    return f"calc({millimetres} * var(--mm))"


def _colours(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the hues of each ground; the accent is the brand's, as it can be read there, or ink."""
    for name, ground in (("print", PRINT), ("light", LIGHT), ("dark", DARK)):
        accent = corrected(document.accent, ground.paper) if document.accent else ground.ink
        for hue, colour in {**asdict(ground), "accent": accent}.items():
            yield f"{name}_{hue}", colour


def _running(document: Document) -> Iterator[tuple[str, str]]:
    """Yield what stands at the head and foot of a printed page."""
    yield "brand", _quoted(document.brand)
    yield "kind", _quoted(document.kind)
    yield "state", _quoted(document.state)
    yield "state_and_day", _quoted(f"{document.state} · {document.day}")


def _quoted(words: str) -> str:
    """Return a text as a string of CSS: whatever is not a letter or a figure is told by its number."""
    plain = (
        sign if sign.isascii() and sign.isalnum() else f"\\{ord(sign):X} " for sign in on_one_line(words)
    )
    return f'"{"".join(plain)}"'
