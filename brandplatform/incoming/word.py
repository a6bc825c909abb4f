"""A Word document written by somebody else, as a neutral tree.

Owns what counts as its text: insertions that are not yet accepted do, deletions do not; content controls and
text boxes do, each once; notes, margins and drawings stand beside it. Must not know our fields.
"""

from collections.abc import Iterable, Iterator

from lxml.etree import _Element as Element

from brandplatform.document.words import count_words
from brandplatform.incoming.passages import (
    Aside,
    Box,
    Grid,
    Heading,
    Line,
    NotRead,
    Passage,
    Stranger,
    line_of,
    plain,
)
from brandplatform.incoming.wordpackage import Package, attribute, child, children, local
from brandplatform.incoming.wordstyles import LOWEST, Look, Styles, look_of, number_of

WIDEST = 60
"""Columns of the widest cell."""

MOST_WORDS = 25
"""Words of the longest heading; more is a text in the style of one."""

_BESIDE = {
    "footnotes": "note", "endnotes": "note", "header": "margin", "footer": "margin", "comments": "comment",
    "diagramData": "drawing", "chart": "drawing",
}  # fmt: skip
_EMBEDDED = "aFChunk"
"""Kind of a document inside the document."""

_GONE = frozenset(("del", "moveFrom", "delText", "instrText", "delInstrText"))
_DRAWN = frozenset(("drawing", "pict", "object"))
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")

Piece = tuple[str, bool]
"""A text, and whether it is bold."""


def read_word(data: bytes) -> Stranger:
    """Read a Word file.

    Raises NotRead: it is too large, damaged, locked, or no Word document.
    """
    package = Package(data)
    root = package.xml(package.main)
    body = child(root, "body")
    if body is None:
        raise NotRead("no_document")
    if package.refers_to(_EMBEDDED):
        raise NotRead("embedded")  # Word takes it into the text when it saves
    styles = next((part for _, part in package.related("styles")), None)
    try:
        passages = tuple(_joined(_Reading(Styles(styles)).blocks(body)))
        beside = (*_beside(package), *_unseen(body), *_led_to(package))
    except RecursionError as error:
        raise NotRead("damaged") from error
    return Stranger((*passages, *beside), title=_title(package))


def _title(package: Package) -> str:
    core = package.xml("docProps/core.xml")
    title = child(core, "title")
    return plain(title.text or "") if title is not None else ""


def _beside(package: Package) -> Iterator[Aside]:
    """Yield what stands beside the text: each note and comment, each margin, each drawing."""
    reading = _Reading(Styles(None))
    for kind, root in package.related(*_BESIDE):
        parts = root if kind in ("footnotes", "endnotes", "comments") else (root,)
        for part in parts:
            if attribute(part, "type") in _SEPARATORS:
                continue
            text = _drawn_text(part) if _BESIDE[kind] == "drawing" else _said(reading.blocks(part))
            if text:
                yield Aside(text, _BESIDE[kind])


def _unseen(body: Element) -> Iterator[Aside]:
    """Yield what pictures say without letters: their alternative text, words drawn by a path."""
    told = (
        attribute(one, "descr") if local(one) == "docPr" else attribute(one, "string")
        for one in body.iter()
        if local(one) in ("docPr", "textpath")
    )
    yield from (Aside(text, "picture") for text in dict.fromkeys(map(plain, told)) if text.strip())


def _led_to(package: Package) -> Iterator[Aside]:
    """Yield the addresses that links lead to, together."""
    if links := "\n".join(dict.fromkeys(plain(link) for link in package.links())):
        yield Aside(links, "link")


def _drawn_text(part: Element) -> str:
    """Return the words of a diagram, a line for each of its paragraphs, or of a chart."""
    lines = []
    for one in part.iter():
        if local(one) == "p":
            lines.append("".join(text.text or "" for text in one.iter() if local(text) == "t"))
        elif local(one) == "strCache":
            lines.extend(text.text or "" for text in one.iter() if local(text) == "v")
    return plain("\n".join(filter(str.strip, lines)))


def _said(passages: Iterable[Passage]) -> str:
    """Return passages as plain text."""
    texts: list[str] = []
    for one in passages:
        if isinstance(one, Grid):
            texts.extend(line.text for row in one.rows for box in row for line in box)
        else:
            texts.append(one.text)
    return "\n".join(texts)


def _chosen(alternate: Element) -> list[Element]:
    """Return one of the ways a thing is written twice: what is in the first that has words."""
    ways = ([way] for way in alternate if any(local(one) == "t" and one.text for one in way.iter()))
    return next(ways, [])


def _inside(container: Element, name: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, those in content controls and insertions too."""
    for one in container:
        if local(one) == name:
            yield one
        elif local(one) not in (*_GONE, "tbl", "tc") and not local(one).endswith("Pr"):
            yield from _inside(one, name)


def _is_contents(control: Element) -> bool:
    """Whether a content control holds a table of contents."""
    gallery = child(child(child(control, "sdtPr"), "docPartObj"), "docPartGallery")
    return gallery is not None and attribute(gallery, "val").startswith("Table of")


def _cut(pieces: list[Piece]) -> Iterator[tuple[str, str]]:
    """Yield the lines of a paragraph with the bold words they begin with; one without joins the last."""
    loud = all(bold for said, bold in pieces if said.strip())
    lines: list[list[Piece]] = [[]]
    for said, bold in pieces:
        first, *more = said.split("\n")
        lines[-1].append((first, bold))
        lines.extend([(text, bold)] for text in more)
    groups: list[list[Piece]] = []
    for line in lines:
        if groups and (loud or not _lead(line).strip()):
            groups[-1].extend((("\n", loud), *line))
        else:
            groups.append(line)
    for group in groups:
        yield "".join(said for said, _ in group), _lead(group)


def _lead(pieces: list[Piece]) -> str:
    """Return the words in bold at the beginning."""
    lead = ""
    for said, bold in pieces:
        if said.strip() and not bold:
            break
        lead += said
    return lead if any(bold for said, bold in pieces if said.strip()) else ""


def _joined(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Yield passages, lines of contents that follow each other as one."""
    waiting: list[str] = []
    for one in passages:
        if isinstance(one, Aside) and one.what == "contents":
            waiting.append(one.text)
            continue
        if waiting:
            yield Aside("\n".join(waiting), "contents")
            waiting = []
        yield one
    if waiting:
        yield Aside("\n".join(waiting), "contents")


class _Reading:
    """Reads blocks and the lines in them."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles

    def blocks(self, container: Iterable[Element]) -> Iterator[Passage]:
        """Yield the passages of a body, a cell, a note or a text box."""
        for element in container:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield Grid(tuple(self._row(row) for row in _inside(element, "tr")))
            elif name == "AlternateContent":
                yield from self.blocks(_chosen(element))
            elif name == "sdt" and _is_contents(element):
                text = _said(self.blocks(children(child(element, "sdtContent"))))
                yield from (Aside(text, "contents") for _ in range(bool(text)))
            elif name not in _GONE and not name.endswith("Pr"):
                yield from self.blocks(element)

    def _row(self, row: Element) -> tuple[Box, ...]:
        """Return the cells of a row; one that spans columns is followed by empty ones."""
        boxes: list[Box] = []
        for cell in _inside(row, "tc"):
            boxes.append(tuple(self._box(cell)))
            span = child(child(cell, "tcPr"), "gridSpan")
            boxes.extend(() for _ in range(1, min(number_of(span), WIDEST)))
        return tuple(boxes)

    def _box(self, cell: Element) -> Iterator[Line]:
        """Yield the lines of a cell; a heading in it is a line in bold, a table its cells one by one."""
        for one in self.blocks(cell):
            match one:
                case Grid():
                    yield from (line for row in one.rows for box in row for line in box)
                case Heading():
                    yield Line(one.text, one.text)
                case Aside():
                    yield Line(one.text)
                case Line():
                    yield one

    def _paragraph(self, element: Element) -> Iterator[Passage]:
        styled = child(child(element, "pPr"), "pStyle")
        look = look_of(element).over(
            self._styles.look(attribute(styled, "val") if styled is not None else "")
        )
        drawn: list[Element] = []
        pieces = list(self._pieces(element, look.bold is True, drawn))
        text = plain("".join(said for said, _ in pieces))
        if text:
            yield from self._lines(text, pieces, look)
        for one in drawn:
            yield from self._drawing(one)

    def _lines(self, text: str, pieces: list[Piece], look: Look) -> Iterator[Passage]:
        """Yield a paragraph as what it is."""
        if look.contents:
            yield Aside(text, "contents")
        elif look.level is not None and look.level >= 0 and count_words(text) <= MOST_WORDS:
            yield Heading(min(look.level, LOWEST), " ".join(text.split("\n")))
        else:
            yield from (line_of(said, lead, look.depth or 0) for said, lead in _cut(pieces) if plain(said))

    def _pieces(self, element: Element, bold: bool, drawn: list[Element]) -> Iterator[Piece]:
        """Yield the texts inside a paragraph; what is drawn in it is kept for after it."""
        for one in element:
            name = local(one)
            if name == "t":
                yield one.text or "", bold
            elif name in _SIGNS:
                yield _SIGNS[name], bold
            elif name in _DRAWN:
                drawn.append(one)
            elif name == "AlternateContent":
                for way in _chosen(one):
                    yield from self._pieces(way, bold, drawn)
            elif name not in _GONE and not name.endswith("Pr"):
                yield from self._pieces(one, self._is_bold(one, bold) if name == "r" else bold, drawn)

    def _is_bold(self, run: Element, bold: bool) -> bool:
        styled = child(child(run, "rPr"), "rStyle")
        look = look_of(run)
        if styled is not None:
            look = look.over(self._styles.look(attribute(styled, "val")))
        return bold if look.bold is None else look.bold

    def _drawing(self, elements: Iterable[Element]) -> Iterator[Passage]:
        """Yield what is written in a drawing: the blocks of its text boxes and shapes."""
        for one in elements:
            if local(one) in ("txbxContent", "txBody"):
                yield from self.blocks(one)
            else:
                yield from self._drawing(_chosen(one) if local(one) == "AlternateContent" else one)
