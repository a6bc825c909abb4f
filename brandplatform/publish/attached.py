"""What of a platform goes inside its PDF, so that the PDF can be opened as a platform again.

Owns what a reader of the PDF may find there: what is on its pages, or all of it when that is asked for. Must
not know any format.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from msgspec.structs import replace

from brandplatform.document.model import Answer, Platform, Statement, Table
from brandplatform.document.places import PlaceError, parse_place
from brandplatform.publish.blocks import Document, Source

Kind = TypeVar("Kind")
NAME = "platform.json"
"""The name of the attachment."""


def within(part: Any, kind: type[Kind]) -> Iterator[Kind]:
    """Yield every value of a kind in a block tree, from its beginning to its end."""
    if isinstance(part, kind):
        yield part
    elif isinstance(part, tuple):
        for inner in part:
            yield from within(inner, kind)
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            yield from within(getattr(part, field.name), kind)


def shown(document: Document) -> frozenset[str]:
    """Return the ids of the fields a document shows."""
    return frozenset(filter(None, (_field(source.place) for source in within(document.blocks, Source))))


def _field(place: str) -> str:
    try:
        return parse_place(place).field.partition(".drafts")[0]
    except PlaceError:
        return place.partition("[")[0].removesuffix(".drafts")


def published(platform: Platform, document: Document) -> Platform:
    """Return a platform with what a document shows and nothing else: no note, draft, test or comment."""
    kept = shown(document)
    answers = {name: _bare(answer) for name, answer in platform.answers.items() if name in kept}
    return replace(
        platform, answers=answers, notes={}, questions=(), unasked=(), matrix=(), comments=(), accepted=(),
        reviews=(), conflicts=(), loose=(), extra={}, brand=replace(platform.brand, logo=None),
    )  # fmt: skip


def _bare(answer: Answer) -> Answer:
    """Return an answer without what stands behind it."""
    if isinstance(answer, Statement):
        return replace(answer, drafts=(), tests={}, proofs=())
    if isinstance(answer, Table):
        return replace(answer, rows=tuple(replace(row, tests={}) for row in answer.rows))
    return answer
