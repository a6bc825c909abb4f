"""What an export is asked, what it makes and what it says afterwards.

Owns the choices and the report; must not know any widget. Runs on immutable values, in a worker."""

import dataclasses
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from brandplatform.document.library import Library
from brandplatform.document.model import Platform
from brandplatform.publish.attached import published
from brandplatform.publish.blocks import Document
from brandplatform.publish.edition import PROFILES, Edition, Switch, edition
from brandplatform.publish.output import PAPERS, Form, Paper, Wish, composed, written
from brandplatform.publish.tally import Tally, tally
from brandplatform.resources import LANGUAGES, Words
from brandplatform.storage import codec, container
from brandplatform.storage.atomic import write_atomically
from brandplatform.storage.container import Kept


class Choices(Struct, frozen=True):
    """What somebody wants of an export, as it is remembered."""

    form: Form = "docx"
    language: str = ""
    profile: str = "full"
    sheet: str = ""
    """One of `publish.sheets.SHEETS`; empty: a document of the profile."""
    paper: Literal["a4", "letter", "a5", "a3"] = "a4"
    switches: tuple[Switch, ...] | None = None
    """What is let in; None: as the profile has it."""
    left_out: tuple[str, ...] = ()
    """Ids of sections that are not wanted."""
    binding: bool = False
    grey: bool = False
    folder: str = ""
    template: str = ""
    """Path of somebody's Word file to write a Word file on; empty: our own look."""

    @property
    def edition(self) -> Edition:
        """The profile as it is wanted."""
        found = edition(self.profile)
        switches = found.switches if self.switches is None else frozenset(self.switches)
        return Edition(found.profile, switches, frozenset(self.left_out))

    @property
    def on_template(self) -> bool:
        """Whether it is written on somebody's Word file, which has its own paper and pages."""
        return bool(self.template) and self.form == "docx" and not self.sheet

    @property
    def wish(self) -> Wish:
        """What is to be published."""
        papers = PAPERS[self.form]
        paper: Paper = next((one for one in papers if one == self.paper), "a4")
        return Wish(self.form, self.language, self.edition, paper, self.binding, self.grey)

    def on_paper(self) -> "Choices":
        """Return the same as a PDF: what is previewed, counted and printed; a sheet is nothing else."""
        return replace(self, form="pdf")


class Order(Struct, frozen=True):
    """What, and where."""

    choices: Choices
    path: Path


class Report(Struct, frozen=True):
    """What was written; of a sheet nothing is counted."""

    path: Path
    tally: Tally | None = None


class Made(Struct, frozen=True):
    """What somebody wanted, ready to leave the house; a sheet is no document."""

    data: bytes
    document: Document | None = None
    pages: int = 0


def export(order: Order, platform: Platform, library: Library, assets: Mapping[str, bytes]) -> Report:
    """Write a document or a sheet, whole or not at all.

    Raises OSError: nothing was written, and what was there is untouched.
    """
    done = made(order.choices, platform, library, assets, takes_along=True)
    write_atomically(order.path, done.data)
    if done.document is None:
        return Report(order.path)
    return Report(order.path, tally(platform, library, done.document, order.choices.wish, done.pages))


def made(
    choices: Choices,
    platform: Platform,
    library: Library,
    assets: Mapping[str, bytes],
    *,
    takes_along: bool = False,
) -> Made:
    """Return what somebody wants; a PDF `takes_along` what it shows, to be opened as a platform again."""
    today = date.today().isoformat()
    if choices.sheet:
        return Made(_sheet(choices, platform, library, today))
    wish = choices.wish
    if choices.on_template:
        wish = dataclasses.replace(wish, template=template_at(Path(choices.template)))
    document = composed(platform, library, wish, today)
    attached = codec.encode(published(platform, document)) if takes_along and wish.form == "pdf" else b""
    data, pages = written(document, wish, assets, attached, platform.id)
    return Made(data, document, pages)


def template_at(path: Path) -> bytes:
    """Return somebody's Word file to write on, as it is; `wordagency` says whether it does.

    Raises OSError or NotReadable: there is nothing to read.
    """
    from brandplatform.publish.wordforeign import MOST_PACKED

    return container.content(path, MOST_PACKED * 2**20)


def template_report(path: Path, words: Words) -> tuple[str, ...]:
    """Say which of our styles a template has, under which name, and which are added.

    Raises NotATemplate: it cannot be written on; OSError or NotReadable: there is nothing to read.
    """
    from brandplatform.publish.wordagency import report

    found = report(template_at(path))
    told = {
        how: ", ".join(one.shown for one in found if one.how == how) for how in ("same", "alias", "added")
    }
    return tuple(words(f"template.{how}", styles=styles) for how, styles in told.items() if styles)


def _sheet(choices: Choices, platform: Platform, library: Library, today: str) -> bytes:
    from brandplatform.publish.sheets import PAPERS, to_sheet  # as what writes any format

    words = Words(choices.language if choices.language in LANGUAGES else LANGUAGES[-1])
    papers = PAPERS[choices.sheet]
    return to_sheet(
        choices.sheet,
        platform,
        library.framework(platform.framework.id),
        library,
        language=choices.language,
        words=words,
        today=today,
        paper=choices.paper if choices.paper in papers else papers[0],
        grey=choices.grey,
    )


def pages(choices: Choices, platform: Platform, library: Library, assets: Mapping[str, bytes]) -> int:
    """Return how many pages there are on paper."""
    from brandplatform.publish.pages import pages_of  # not needed before somebody exports

    return len(pages_of(made(choices.on_paper(), platform, library, assets).data).sizes)


def readable(platform: Platform, library: Library) -> str:
    """Return the whole platform as Markdown, private notes and all, in its main language's words."""
    from brandplatform.publish.archive import archive  # made in the saver's thread, not at the start

    language = platform.main_language
    words = Words(language if language in ("fr", "en") else "en")
    return archive(library.framework(platform.framework.id), library, platform, words)


def archive_to(path: Path, platform: Platform, library: Library, _assets: Mapping[str, bytes]) -> None:
    """Write the whole platform as Markdown.

    Raises OSError: nothing was written.
    """
    write_atomically(path, readable(platform, library).encode("utf-8"))


def bare_to(path: Path, platform: Platform, library: Library, assets: Mapping[str, bytes]) -> None:
    """Write the platform as a file of its own, without notes or history.

    Raises OSError: nothing was written.
    """
    made = container.handed_on(Kept(platform=platform, assets=assets))
    write_atomically(path, container.pack(made, readable(made.platform, library)))


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
