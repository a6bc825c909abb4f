"""How a style of a Word file is written: faces, paragraphs, frames, for one page.

Owns the XML of a style and what of it depends on the page. Must not know which styles there are
(`wordstyles`), nor what is written in them.
"""

from dataclasses import dataclass, replace
from typing import Any, Final

from brandplatform.publish.typography import A4, INK, MUTED, Face, Page

OFFICE: Final = "http://schemas.openxmlformats.org"
W: Final = f"{OFFICE}/wordprocessingml/2006/main"
RELATIONS: Final = f"{OFFICE}/officeDocument/2006/relationships"
KNOWN: Final = (
    f'xmlns:w="{W}" xmlns:r="{RELATIONS}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    f'xmlns:mc="{OFFICE}/markup-compatibility/2006" mc:Ignorable="w14"'
)
"""The namespaces of a part."""

_GUTTER: Final = 2
"""Millimetres between a label in the margin column and the text."""

_INSIDE: Final = 14
"""Millimetres from the number of a chapter to its title, where there is no label column for the number."""

_SIGNED: Final = 36
"""Millimetres from the line to sign on, under the promise, to the foot of the text."""


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def _points(millimetres: float) -> float:
    return millimetres * 72 / 25.4


def family(face: Face) -> str:
    """Return the typeface as Word knows it: a semibold is a family of its own."""
    return f"{face.name} SemiBold" if face.semibold else face.name


def style_id(name: str) -> str:
    """Return the id of a style: `Heading1` of `heading 1`, `BPCellHead` of `BP Cell Head`."""
    return name[:1].upper() + name[1:].replace(" ", "")


def style(name: str, body: str, *, after: str = "", kind: str = "paragraph", based: str = "Normal") -> str:
    """Return a style of that name; `after` is the style of the paragraph that follows, where it differs."""
    following = f'<w:next w:val="{style_id(after)}"/>' if after else ""
    own = "" if name.partition(" ")[0] != "BP" else ' w:customStyle="1"'
    return (
        f'<w:style w:type="{kind}"{own} w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/>{following}<w:qFormat/>{body}</w:style>'
    )


def numbered(number: int, level: int = 0) -> str:
    """Return what makes a paragraph an item of a numbering definition."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


@dataclass(frozen=True, slots=True)
class Look:
    """How styles are written for one page.

    `borrowed`: faces and ink are those of a template that is not ours, which may indent or justify its text.
    """

    page: Page = A4
    borrowed: bool = False

    def run(self, face: Face, extra: str = "") -> str:
        """Return the properties of the runs of a face."""
        fonts = "" if self.borrowed else _fonts(family(face))
        bold = "<w:b/><w:bCs/>" if self.borrowed and face.semibold else ""
        colour = "" if self.borrowed and not face.muted else self._colour(face)
        tracking = f'<w:spacing w:val="{round(face.tracking * 20)}"/>' if face.tracking else ""
        size = round(face.size * 2)
        return (
            f'<w:rPr>{fonts}{bold}{colour}{tracking}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
            f"{'' if self.borrowed else extra}</w:rPr>"
        )

    def _colour(self, face: Face) -> str:
        return f'<w:color w:val="{(MUTED if face.muted else INK)[1:]}"/>'

    def paragraph(
        self,
        face: Face,
        *,
        frame: str = "",
        numbered: str = "",
        border: str = "",
        tabs: str = "",
        indent: str = "",
        level: int = 0,
        fitted: bool = False,
    ) -> str:
        """Return paragraph properties in the order the schema wants them.

        `fitted`: lines are as high as what stands in them.
        """
        keep = "<w:keepNext/>" * face.together + "<w:keepLines/>" * (face.together or face.whole)
        hyphens = "" if face.hyphens else "<w:suppressAutoHyphens/>"
        before, after = round(_points(face.before) * 20), round(_points(face.after) * 20)
        rule = "atLeast" if self.borrowed else "exact"
        line, rule = (240, "auto") if fitted else (round(face.leading * 20), rule)
        if self.borrowed:
            indent = (indent or '<w:ind w:left="0" w:right="0" w:firstLine="0"/>') + '<w:jc w:val="left"/>'
        outline = f'<w:outlineLvl w:val="{level - 1}"/>' if level else ""
        return (
            f"<w:pPr>{keep}{frame}<w:widowControl/>{numbered}{border}{tabs}{hyphens}"
            f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="{rule}"/>'
            f"{indent}{outline}</w:pPr>"
        )

    def of(self, name: str, face: Face, *, after: str = "Normal", **paragraph: Any) -> str:
        """Return a paragraph style of a face."""
        return style(name, self.paragraph(face, **paragraph) + self.run(face), after=after)

    def indent(self, left: float = 0, hanging: float = 0, right: float = 0) -> str:
        """Return an indent in millimetres; a negative left one reaches into the label column."""
        hangs = f' w:hanging="{twips(hanging)}"' if hanging else ""
        return f'<w:ind w:left="{twips(left)}" w:right="{twips(right)}"{hangs}/>'

    @property
    def out(self) -> str:
        """The indent of what begins with the label column."""
        return self.indent(left=-self.page.outdent)

    @property
    def chapter(self) -> tuple[float, float]:
        """Indent of a chapter's title and how far its number hangs out of it, in millimetres."""
        out = self.page.outdent
        return (0, out) if out else (_INSIDE, _INSIDE)

    @property
    def wide(self) -> float:
        """Millimetres of running text on a page on its side."""
        return self.page.height - self.page.left - self.page.right

    def right_tab(self, at: float | None = None) -> str:
        """Return a tab stop at the right of the running text, or `at` millimetres."""
        stop = self.page.measure if at is None else at
        return f'<w:tabs><w:tab w:val="right" w:pos="{twips(stop)}"/></w:tabs>'

    def lowered(self, face: Face, down: float, *, under: float = 0) -> Face:
        """Return a face whose first baseline is `down` millimetres of an A4 page from its top.

        `under` is how far down what stands before it ends: nothing of the page, its margin.
        """
        ascent = face.leading * 0.8 * 25.4 / 72  # where Word puts the baseline in a line of exact height
        scale = self.page.height / A4.height
        before = down * scale - (under * scale if under else self.page.top) - ascent
        return replace(face, before=max(before, 0), after=face.after)

    def frame(self, name: str) -> dict[str, str]:
        """Return the attributes of the frame a style stands in, empty for none.

        The writer gives it to each paragraph too: LibreOffice does not read it from the style.
        """
        page = self.page
        match name:
            case "BP Label" if page.outdent:
                anchor, lengths = "text", (page.outdent - _GUTTER, page.left - page.outdent, 0.9)
            case "BP Signature":
                anchor, lengths = "page", (80, page.left, page.height - page.bottom - _SIGNED)
            case _:
                return {}
        sizes = {key: str(twips(length)) for key, length in zip("wxy", lengths, strict=True)}
        return {"hSpace": "0", "wrap": "around", "hAnchor": "page", "vAnchor": anchor, **sizes}

    def framed(self, name: str) -> str:
        """Return the frame a style stands in as XML, empty for none."""
        attributes = [f'w:{key}="{value}"' for key, value in self.frame(name).items()]
        return f"<w:framePr {' '.join(attributes)}/>" if attributes else ""


OWN: Final = Look()
"""How our own template is written."""


def _fonts(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>'
