"""What an export is asked, what it makes and what it says afterwards.

Owns the choices and the report; must not know any widget. Runs on immutable values, in a worker."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from brandplatform.document.library import Library
from brandplatform.document.model import Platform
from brandplatform.document.places import parse_place
from brandplatform.publish.blocks import Document, Source
from brandplatform.resources import Words
from brandplatform.storage.atomic import write_atomically

FORMATS: Mapping[str, str] = {"word": ".docx", "markdown": ".md"}
"""Format -> the suffix of its file."""


class Order(Struct, frozen=True):
    """What, in which language, where."""

    format: str
    language: str
    path: Path


class Report(Struct, frozen=True):
    """What was written: numbers of fields."""

    path: Path
    filled: int
    exported: int
    put_away: int


def export(order: Order, platform: Platform, library: Library, assets: Mapping[str, bytes]) -> Report:
    """Write a document, whole or not at all.

    Raises OSError: nothing was written, and what was there is untouched.
    """
    from brandplatform.publish.compose import compose  # none of this is needed before somebody exports

    framework = library.framework(platform.framework.id)
    words, today = Words(order.language), date.today().isoformat()
    document = compose(framework, library, platform, language=order.language, words=words, today=today)
    write_atomically(order.path, _written(order.format, document, assets))
    return report(order.path, platform, library, document)


def _written(format: str, document: Document, assets: Mapping[str, bytes]) -> bytes:
    if format == "word":
        from brandplatform.publish.word import to_word

        return to_word(document, assets)
    from brandplatform.publish.markdown import to_markdown

    return to_markdown(document).encode("utf-8")


def readable(platform: Platform, library: Library) -> str:
    """Return the whole platform as Markdown, private notes and all, in its main language's words."""
    from brandplatform.publish.archive import archive  # made in the saver's thread, not at the start

    language = platform.main_language
    words = Words(language if language in ("fr", "en") else "en")
    return archive(library.framework(platform.framework.id), library, platform, words)


def archive_to(path: Path, platform: Platform, library: Library) -> Path:
    """Write the whole platform as Markdown.

    Raises OSError: nothing was written.
    """
    write_atomically(path, readable(platform, library).encode("utf-8"))
    return path


def report(path: Path, platform: Platform, library: Library, document: Document) -> Report:
    """Count what is filled, what stands in the document, and what is put away with its section."""
    framework = library.framework(platform.framework.id)
    away = {
        name
        for name in platform.answers
        if (section := framework.section_of(name)) is not None and section.id in platform.put_away
    }
    shown = {parse_place(source.place).field for source in _sources(document.blocks)}
    return Report(path, len(platform.answers), len(shown & set(platform.answers)), len(away))


def _sources(part: Any) -> Iterator[Source]:
    """Yield where every text of a block tree comes from."""
    if isinstance(part, Source):
        yield part
    elif isinstance(part, tuple):
        for inner in part:
            yield from _sources(inner)
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            yield from _sources(getattr(part, field.name))


def said(words: Words, done: Report) -> str:
    """Say a report in a sentence: 31 fields filled, 29 exported, 2 put away."""
    parts = [words("export.filled", n=done.filled), words("export.exported", n=done.exported)]
    if done.put_away:
        parts.append(words("export.put_away", n=done.put_away))
    left = done.filled - done.exported - done.put_away
    if left > 0:
        parts.append(words("export.not_in_language", n=left))
    return words("common.list_join").join(parts)


def remembered(kept: str) -> tuple[str, str, str]:
    """Return format, language and folder of the last export, empty where nothing usable is remembered."""
    try:
        found = json.loads(kept or "{}")
    except ValueError:
        return "", "", ""
    if not isinstance(found, dict):
        return "", "", ""
    return str(found.get("format", "")), str(found.get("language", "")), str(found.get("folder", ""))


def to_remember(order: Order) -> str:
    """Return what to remember of an export, as JSON."""
    return json.dumps({"format": order.format, "language": order.language, "folder": str(order.path.parent)})
