"""What an export is asked, what it makes and what it says afterwards.

Owns the choices and the report; must not know any widget. Runs on immutable values, in a worker."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from brandplatform.document.library import Library
from brandplatform.document.model import Platform
from brandplatform.publish.attached import published, shown
from brandplatform.publish.blocks import Document
from brandplatform.publish.edition import PROFILES, Edition, Switch, edition
from brandplatform.publish.output import Form, Paper, Wish, composed, written
from brandplatform.resources import Words
from brandplatform.storage import codec
from brandplatform.storage.atomic import write_atomically


class Choices(Struct, frozen=True):
    """What somebody wants of an export, as it is remembered."""

    form: Form = "docx"
    language: str = ""
    profile: str = "full"
    paper: Paper = "a4"
    switches: tuple[Switch, ...] | None = None
    """What is let in; None: as the profile has it."""
    binding: bool = False
    grey: bool = False
    folder: str = ""

    @property
    def edition(self) -> Edition:
        """The profile as it is wanted."""
        found = edition(self.profile)
        return found if self.switches is None else Edition(found.profile, frozenset(self.switches))

    @property
    def wish(self) -> Wish:
        """What is to be published."""
        return Wish(self.form, self.language, self.edition, self.paper, self.binding, self.grey)


class Order(Struct, frozen=True):
    """What, and where."""

    choices: Choices
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
    wish = order.choices.wish
    document = composed(platform, library, wish, date.today().isoformat())
    attached = codec.encode(published(platform, document)) if wish.form == "pdf" else b""
    write_atomically(order.path, written(document, wish, assets, attached))
    return report(order.path, platform, library, document)


def pages(choices: Choices, platform: Platform, library: Library, assets: Mapping[str, bytes]) -> int:
    """Return how many pages a document has on its paper."""
    from brandplatform.publish.pages import pages_of  # not needed before somebody exports

    wish = replace(choices, form="pdf").wish
    document = composed(platform, library, wish, date.today().isoformat())
    return len(pages_of(written(document, wish, assets)).sizes)


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
    exported = shown(document) & set(platform.answers)
    return Report(path, len(platform.answers), len(exported), len(away))


def said(words: Words, done: Report) -> str:
    """Say a report in a sentence: 31 fields filled, 29 exported, 2 put away."""
    parts = [words("export.filled", n=done.filled), words("export.exported", n=done.exported)]
    if done.put_away:
        parts.append(words("export.put_away", n=done.put_away))
    left = done.filled - done.exported - done.put_away
    if left > 0:
        parts.append(words("export.not_in_language", n=left))
    return words("common.list_join").join(parts)


def remembered(kept: str) -> Choices:
    """Return what was wanted of the last export, what comes by itself where nothing usable is remembered."""
    try:
        found = msgspec.json.decode(kept or "{}", type=Choices)
    except msgspec.DecodeError:
        return Choices()
    return found if found.profile in PROFILES else replace(found, profile=Choices().profile)


def to_remember(choices: Choices) -> str:
    """Return what to remember of an export, as JSON."""
    return msgspec.json.encode(choices).decode()
