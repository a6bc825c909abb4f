"""A document of blocks as Markdown: CommonMark with the tables of GitHub, and front matter.

Owns how blocks are written and that a text of the document is text: whatever a person typed, nothing in it is
markup. It carries no marks for the way back, its texts being set for reading: the archive does (`archive`).
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from brandplatform.document.richtext import Spans
from brandplatform.publish.blocks import (
    SIGNS,
    Block,
    Bullets,
    Card,
    Contents,
    Cover,
    Document,
    Heading,
    Labelled,
    Page,
    Paragraph,
    PromisePage,
    SignOff,
    Span,
    Statement,
    Summary,
    Table,
    TableCell,
)

_SIGNS = re.compile(r"([\\`*_\[\]<>|~#]|&(?=#?\w+;))")
_FIRST = re.compile(r"^(\s*\d{0,9})([-+=:.)])")
_AROUND_BREAK = re.compile(r"(?<![ \t])[ \t]*\n[ \t]*")
_BREAK = "\\\n"


def to_markdown(document: Document) -> str:
    """Return a document as Markdown, one blank line between blocks."""
    parts = [_front(document), *(part for block in document.blocks for part in _written(block, document))]
    return "\n\n".join(parts) + "\n"


def _front(document: Document) -> str:
    known = {
        "title": document.title,
        "lang": document.language,
        "date": document.date,
        "state": document.state,
    }
    # JSON is YAML, and a string of it holds whatever a name may hold.
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in known.items() if value)
    return "\n".join(("---", *lines, "---"))


def _written(block: Block, document: Document) -> Iterator[str]:
    """Yield the parts of one block, each a paragraph, a list or a table."""
    match block:
        case Cover() | PromisePage() | Contents() | Summary() | SignOff():
            yield from _page(block, document)
        case Heading():
            number = f"{block.number}. " if block.number else ""
            yield f"{'#' * (block.level + 1)} {number}{_line(block.text)}"
        case Statement():
            yield f"> {_text(block.text, _BREAK + '> ')}"
        case Labelled():
            yield f"{_label(block.label)}{_BREAK}{_spans(block.spans)}"
        case Paragraph():
            yield _spans(block.spans)
        case Bullets():
            yield _bullets(block)
        case Table():
            yield _table(block)
        case Card():
            yield from _card(block)
        case _:
            assert_never(block)


def _page(page: Page, document: Document) -> Iterator[str]:
    match page:
        case Cover():
            yield f"# {_line(page.brand or page.kind)}"
            yield _BREAK.join(map(_text, filter(None, (page.kind if page.brand else "", *page.foot))))
        case PromisePage():
            yield from _promise(page)
        case Contents():
            yield from _contents(page, document)
        case Summary():
            yield from _summary(page)
        case SignOff():
            yield from _sign_off(page)
        case _:
            assert_never(page)


def _promise(page: PromisePage) -> Iterator[str]:
    if page.text:
        yield f"## {_line(page.label)}"
        yield f"> {_text(page.text, _BREAK + '> ')}"
    if page.internal:
        yield f"{_label(page.internal_label)}{_BREAK}{_text(page.internal)}"


def _contents(contents: Contents, document: Document) -> Iterator[str]:
    """Write the chapters; links to them would differ from one reader of Markdown to another."""
    yield f"## {_line(contents.title)}"
    chapters = [one for one in document.blocks if isinstance(one, Heading) and one.level == 1]
    if chapters:
        yield "\n".join(f"- {_line(f'{one.number} {one.text}'.strip())}" for one in chapters)
    if contents.closing:
        yield _BREAK.join(map(_line, contents.closing))


def _summary(page: Summary) -> Iterator[str]:
    yield f"## {_line(page.title)}"
    if page.promise.spans:
        yield f"> {_spans(page.promise.spans, _BREAK + '> ')}"
    told = [line for column in page.foundations for line in column]
    lines = [_described(_label(line.label), line.spans) for line in told]
    lines += [_described(_bold(name.spans), meaning.spans) for name, meaning in page.values]
    ends = (*page.ps, page.one_thing) if page.one_thing else page.ps
    lines += [_described(_label(line.label), line.spans) for line in ends]
    if lines:
        yield "\n".join(lines)


def _described(name: str, spans: Spans) -> str:
    said = _spans(spans, _BREAK + "  ")
    return f"- {name} – {said}" if said else f"- {name}"


def _sign_off(block: SignOff) -> Iterator[str]:
    if block.sentence:
        yield f"> {_text(block.sentence, _BREAK + '> ')}"
    rows = "\n".join(f"| {_line(row) or ' '} |   |" for row in block.rows)
    yield f"| {' | '.join(map(_line, block.labels))} |\n| --- | --- |\n{rows}"


def _label(text: str) -> str:
    return f"**{_line(text)}**"


def _card(card: Card) -> Iterator[str]:
    named = ", ".join(filter(None, (_bold(card.name.spans), _spans(card.role.spans))))
    if named:
        yield named
    if card.quote.spans:
        yield f"> {_spans(card.quote.spans, _BREAK + '> ')}"
    lines = (_described(_label(line.label), line.spans) for line in card.lines)
    if card.lines:
        yield "\n".join(lines)


def _bold(spans: Spans) -> str:
    return _spans(tuple(replace(span, bold=True) for span in spans))


def _bullets(block: Bullets) -> str:
    sign = "1." if block.ordered else "-"
    step = " " * (len(sign) + 1)
    lines = (
        f"{step * depth}{sign} {_spans(spans, _BREAK + step * (depth + 1))}" for depth, spans in block.items
    )
    return "\n".join(lines)


def _table(table: Table) -> str:
    rows = (tuple(map(_cell, row)) for row in table.rows)
    lines = (f"| {' | '.join(cells)} |" for cells in (tuple(map(_line, table.head)), *rows))
    head, *rest = lines
    whole = "\n".join((head, "|" + " --- |" * len(table.head), *rest))
    return f"{whole}\n\n*{_line(table.note)}*" if table.note else whole


def _cell(cell: TableCell) -> str:
    parts = (_spans(one.spans, "<br>") for one in (cell, *cell.more) if one.spans)
    return "<br>".join((*((_line(f"{SIGNS[cell.mark]} {cell.state}"),) if cell.mark else ()), *parts))


# Text that stays text


def _spans(spans: Spans, line_break: str = _BREAK) -> str:
    return "".join(_span(span, line_break) for span in spans)


def _span(span: Span, line_break: str) -> str:
    text = _text(span.text, line_break)
    inner = text.strip()
    if not inner:
        return text
    lead, trail = text[: text.index(inner[0])], text[len(text.rstrip()) :]
    if span.italic:
        inner = f"*{inner}*"
    if span.bold:
        inner = f"**{inner}**"
    if span.link:
        inner = f"[{inner}](<{span.link}>)"
    return f"{lead}{inner}{trail}"


def _text(text: str, line_break: str = _BREAK) -> str:
    """Return a text with its signs escaped, its line breaks written as `line_break`."""
    lines = (_escaped(line) for line in _AROUND_BREAK.sub("\n", text.strip("\n")).split("\n"))
    return line_break.join(lines)


def _line(text: str) -> str:
    return _text(text.replace("\n", " "))


def _escaped(line: str) -> str:
    """Escape what CommonMark could take for markup, anywhere or at the head of a line."""
    return _FIRST.sub(lambda found: f"{found[1]}\\{found[2]}", _SIGNS.sub(r"\\\1", line))
