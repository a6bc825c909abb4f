"""Counting the words of a source and of what became of it, each by its own way. Knows no reader of ours."""

import html
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from brandplatform.document.edit import clean
from brandplatform.document.model import Lines, Platform, Statement, Table, Text
from brandplatform.incoming.passages import Aside, Grid, Heading, Line, Passage

_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?>")
_KEPT = re.compile(r'(?:href|src|alt)="([^"]*)"')
_NUMBER = re.compile(r"^\s*\d{1,3}[.)]\s", re.MULTILINE)
_TEXT = re.compile(r"<w:t(?:\s[^>]*)?>([^<]*)</w:t>|<w:br/>")
_TWICE = re.compile(r"<mc:Fallback>.*?</mc:Fallback>", re.DOTALL)
_PARTS = re.compile(r"word/(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\.xml")


def counted(*texts: str) -> Counter[str]:
    """Return how often each word stands in texts."""
    return Counter(word for text in texts for word in _WORD.findall(clean(text)))


def of_markdown(text: str) -> Counter[str]:
    """Return the words of a Markdown source; a tag is none, and the number of an item is its place."""
    kept = _TAG.sub(lambda tag: " ".join(("", *_KEPT.findall(tag[0]), "")), _NUMBER.sub("", text))
    return counted(html.unescape(kept))


def of_word(data: bytes) -> Counter[str]:
    """Return the words of a Word file, paragraph by paragraph; what is written twice counts once."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [archive.read(name).decode() for name in archive.namelist() if _PARTS.fullmatch(name)]
    paragraphs = (one for part in parts for one in _TWICE.sub("", part).split("</w:p>"))
    return counted(
        *(html.unescape("".join(found[1] or " " for found in _TEXT.finditer(one))) for one in paragraphs)
    )


def of_passages(passages: tuple[Passage, ...]) -> Counter[str]:
    """Return the words of a neutral tree."""
    return counted(*_texts(passages))


def _texts(passages: tuple[Passage, ...]) -> Iterator[str]:
    for one in passages:
        match one:
            case Grid():
                yield from (line.text for row in one.rows for box in row for line in box)
            case Heading() | Line() | Aside():
                yield one.text


def of_platform(platform: Platform) -> Counter[str]:
    """Return the words of answers, notes and passages kept aside; the brand’s name is none of them."""
    return counted(*_held(platform))


def _held(platform: Platform) -> Iterator[str]:
    for answer in platform.answers.values():
        match answer:
            case Statement() | Text():
                yield from answer.text.values()
            case Lines():
                yield from (line for lines in answer.lines.values() for line in lines)
            case Table():
                cells = (cell for row in answer.rows for cell in row.cells.values())
                yield from (
                    text for cell in cells for text in ([cell] if isinstance(cell, str) else cell.values())
                )
            case _:
                yield getattr(answer, "value", "")
    yield from (text for note in platform.notes.values() for text in note.values())
    yield from (one.text for one in platform.loose)
