"""Documents composed from the example, and what a test looks for in them."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

from brandplatform.document.framework import Framework
from brandplatform.document.model import Platform
from brandplatform.publish.blocks import Document
from brandplatform.publish.compose import compose
from brandplatform.publish.edition import edition
from brandplatform.resources import Words
from tests.shipped import FRAMEWORK, LIBRARY, sample

DAY = "2026-11-25"
Kind = TypeVar("Kind")


def composed(
    platform: Platform | None = None,
    language: str = "fr",
    framework: Framework = FRAMEWORK,
    profile: str = "full",
) -> Document:
    """Return a platform, the example by default, as a document."""
    whole = sample() if platform is None else platform
    words = Words(language if language in ("fr", "en") else "en")
    return compose(
        framework, LIBRARY, whole, edition=edition(profile), language=language, words=words, today=DAY
    )


def of_kind(document: Document, kind: type[Kind]) -> list[Kind]:
    """Return the blocks of one kind, in order."""
    return [block for block in document.blocks if isinstance(block, kind)]


def texts(part: Any) -> Iterator[str]:
    """Yield every text of a block tree."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for inner in part:
            yield from texts(inner)
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            yield from texts(getattr(part, field.name))
