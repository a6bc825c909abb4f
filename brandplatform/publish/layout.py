"""What a page-setting program is told of a document: elements in order, the face of each, the space above it.

Owns which face a block is set in and the space between two; must not know the program that draws.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from typing import Any, Final, assert_never

from brandplatform.document.richtext import Spans
from brandplatform.document.words import count_words
from brandplatform.publish import typography as sheet
from brandplatform.publish.blocks import (
    Block,
    Bullets,
    Card,
    Contents,
    Cover,
    Document,
    Heading,
    Labelled,
    Paragraph,
    PromisePage,
    SignOff,
    Span,
    Statement,
    Summary,
    Table,
    TableCell,
)
from brandplatform.publish.chapters import Part, is_listed, parts_of
from brandplatform.publish.typography import Face, broken_by_sense, promise_rank

Element = dict[str, Any]
"""What is drawn: its `kind`, its face, its texts, `above` in millimetres."""

_FACES: Final[Mapping[str, Face]] = {
    "body": sheet.BODY, "statement": sheet.STATEMENT, "heading_1": sheet.SECTION,
    "heading_2": sheet.HEADING_2, "heading_3": sheet.HEADING_3, "label": sheet.LABEL,
    "labelled": sheet.LABELLED, "cell": sheet.CELL,
    "cell_head": sheet.CELL_HEAD, "cell_note": sheet.CELL_NOTE, "running": sheet.RUNNING,
    "card_name": sheet.CARD_NAME, "card_role": sheet.CARD_ROLE, "card_quote": sheet.CARD_QUOTE,
    "cover_name": sheet.COVER_NAME, "cover_kind": sheet.COVER_KIND, "cover_foot": sheet.COVER_FOOT,
    "internal": sheet.INTERNAL, "signature": sheet.SIGNATURE, "note": sheet.NOTE, "sentence": sheet.SENTENCE,
    "summary_name": sheet.SUMMARY_NAME, "summary_meaning": sheet.SUMMARY_MEANING,
    "summary_p": sheet.SUMMARY_P, "summary_one_thing": sheet.SUMMARY_ONE_THING,
    **{f"promise_{rank}": face for rank, face in enumerate(sheet.PROMISES)},
    **{f"summary_promise_{rank}": face for rank, face in enumerate(sheet.SUMMARY_PROMISES)},
    **{f"summary_foundation_{rank}": face for rank, face in enumerate(sheet.SUMMARY_FOUNDATIONS)},
}  # fmt: skip
_SMALLER: Final[Mapping[str, tuple[float, float]]] = {
    "body": (10, 13.5), "labelled": (10, 13.5), "statement": (15, 21),
    "promise_0": (24, 31), "promise_1": (24, 31), "promise_2": (21, 27),
}  # fmt: skip
"""On A5: size and leading."""

_TABLE: Final = Face("serif", 0, 0, before=1.25, after=5)
"""The space round a table."""

_LIST: Final = replace(sheet.BODY, after=3.75)


def faces(page: sheet.Page) -> Mapping[str, Mapping[str, Any]]:
    """Return every face by name, as it is on a page."""
    made = dict(_FACES)
    if page is sheet.A5:
        for name, (size, leading) in _SMALLER.items():
            made[name] = replace(made[name], size=size, leading=leading)
    return {name: {**asdict(face), "name": face.name} for name, face in made.items()}


def parts(document: Document) -> list[Element]:
    """Return the parts of a document: pages of their own, and chapters with their elements."""
    return [_page(part.blocks[0], document) or _chapter(part, document) for part in parts_of(document)]


def _chapter(part: Part, document: Document) -> Element:
    made = elements(part.blocks, document.language)
    above, made[0]["above"] = made[0]["above"], 0
    return {"kind": "chapter", "opens": part.opens, "wide": part.wide, "above": above, "elements": made}


def elements(blocks: Iterable[Block], language: str) -> list[Element]:
    """Return the elements of running blocks; between two stands the larger space, as in Word."""
    made: list[Element] = []
    after = 0.0
    for face, element in (pair for block in blocks for pair in _of(block, language)):
        made.append({**element, "above": max(after, face.before)})
        after = face.after
    return made


def _of(block: Block, language: str) -> Iterator[tuple[Face, Element]]:
    match block:
        case Heading():
            name = f"heading_{block.level}"
            number = block.number if block.level == 1 else ""
            told = {"level": block.level, "text": block.text, "number": number}
            yield _FACES[name], {"kind": "heading", **told, "listed": is_listed(block)}
        case Statement():
            yield _text("statement", _plain(broken_by_sense(block.text, language)))
        case Labelled():
            yield _labelled(block, sticky=False)
        case Paragraph():
            yield _text("body", block.spans)
        case Bullets():
            yield _LIST, {"kind": "list", "ordered": block.ordered, "items": _items(block)}
        case Table():
            yield _TABLE, _table(block)
        case Card():
            yield from _card(block)
        case SignOff():
            rows = {"rows": list(block.rows), "labels": list(block.labels)}
            yield sheet.SENTENCE, {"kind": "sign_off", "sentence": block.sentence, **rows}
        case Cover() | PromisePage() | Contents() | Summary():
            return  # pages of their own
        case _:
            assert_never(block)


def _text(face: str, spans: Spans) -> tuple[Face, Element]:
    return _FACES[face], {"kind": "text", "face": face, "spans": _spans(spans)}


def _labelled(block: Labelled, *, sticky: bool) -> tuple[Face, Element]:
    told = {"label": block.label, "spans": _spans(block.spans), "face": "labelled", "sticky": sticky}
    return sheet.LABELLED, {"kind": "labelled", **told}


def _card(card: Card) -> Iterator[tuple[Face, Element]]:
    for face, cell in (("card_name", card.name), ("card_role", card.role), ("card_quote", card.quote)):
        if cell.spans:
            yield _text(face, cell.spans)
    for at, line in enumerate(card.lines, 1):
        yield _labelled(line, sticky=at < len(card.lines))


def _items(block: Bullets) -> list[Element]:
    return [{"depth": depth, "spans": _spans(spans)} for depth, spans in block.items]


def _table(block: Table) -> Element:
    rows = [[_cell(cell) for cell in row] for row in block.rows]
    told = {"head": list(block.head), "shares": list(block.shares), "note": block.note}
    return {"kind": "table", "rows": rows, **told}


def _cell(cell: TableCell) -> Element:
    more = [{"spans": _spans(one.spans)} for one in cell.more]
    return {"spans": _spans(cell.spans), "more": more, "mark": cell.mark, "state": cell.state}


def _spans(spans: Spans) -> list[Element]:
    return [asdict(span) for span in spans]


def _plain(text: str) -> Spans:
    return (Span(text),) if text else ()


# Pages of their own


def _page(block: Block, document: Document) -> Element | None:
    match block:
        case Cover():
            return {**asdict(block), "kind": "cover", "subject": block.kind}
        case PromisePage():
            return _promise(block, document.language)
        case Contents():
            return {"kind": "contents", "title": block.title, "closing": list(block.closing)}
        case Summary():
            return _summary(block, document.language)
        case _:
            return None


def _promise(page: PromisePage, language: str) -> Element:
    text = page.text or page.internal
    both = bool(page.text and page.internal)
    return {
        "kind": "promise",
        "label": page.label if page.text else page.internal_label,
        "text": broken_by_sense(text, language),
        "face": f"promise_{promise_rank(count_words(text))}",
        "internal_label": page.internal_label,
        "internal": page.internal if both else "",
        "signature": list(page.signature),
    }


def _summary(page: Summary, language: str) -> Element:
    promise = "".join(span.text for span in page.promise.spans)
    told = [line for column in page.foundations for line in column]
    long = any(count_words("".join(span.text for span in line.spans)) > sheet.SUMMARY_LONG for line in told)
    return {
        "kind": "summary",
        "title": page.title,
        "brand": page.brand,
        "state": page.state,
        "promise": _cell(TableCell(_plain(broken_by_sense(promise, language)))),
        "promise_face": f"summary_promise_{int(count_words(promise) > sheet.SUMMARY_LONG)}",
        "foundation_face": f"summary_foundation_{int(long)}",
        "foundations": [[_line(line) for line in column] for column in page.foundations],
        "values": [[_cell(cell) for cell in value] for value in page.values],
        "ps": [_line(line) for line in page.ps],
        "one_thing": _line(page.one_thing) if page.one_thing else None,
    }


def _line(line: Labelled) -> Element:
    return {"label": line.label, "spans": _spans(line.spans)}
