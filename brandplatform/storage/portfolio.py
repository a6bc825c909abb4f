"""A folder of platforms: which files it holds, and what is worth knowing of each at a glance.

Owns the look into a folder and the summary of one file. Must not know windows, nor keep a document: it is
read, summed up and let go, so that a thousand of them cost no more memory than one.
"""

import os
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from brandplatform.document.framework import Framework
from brandplatform.document.model import Date, Platform, Statement
from brandplatform.document.progress import states
from brandplatform.document.signing import NEXT, Status
from brandplatform.storage import container
from brandplatform.storage.container import SUFFIX, Kept
from brandplatform.storage.onfile import Stamp

LONGEST = 600
"""Characters of a promise, or of a name, that a summary keeps: a file may hold one of any length."""

Standing = tuple[Status, tuple[str, ...]]
"""Whether a platform is signed, and the names of those who signed what it says now."""

_PROMISE = "promise"


class Found(Struct, frozen=True):
    """A file of the folder, not read yet."""

    path: Path
    stamp: Stamp

    @property
    def name(self) -> str:
        """Its name without the suffix."""
        return legible(self.path.stem)


class Summary(Struct, frozen=True, kw_only=True):
    """What one platform says of itself."""

    brand: str = ""
    promises: Mapping[str, str] = {}
    """Language -> promise."""
    main: str = ""
    """The main language."""
    status: Status = "draft"
    signers: tuple[str, ...] = ()
    """Who signed what it says now, in the order they did."""
    sections: int = 0
    """Sections that are not put away."""
    unbegun: int = 0
    """Those without a word."""
    loose: int = 0
    """Texts that found no field."""
    conflicts: int = 0
    """Passages changed on two sides, to be decided."""
    review: str = ""
    """When it is read again: ISO 8601, or as somebody typed it."""
    written: str = ""
    """When it was last saved, ISO 8601; empty where the file does not say."""
    writable: bool = True

    def promise(self, language: str) -> str:
        """Return the promise in a language, else in the main one."""
        return self.promises.get(language) or self.promises.get(self.main, "")


def found_in(folder: Path) -> tuple[Found, ...]:
    """Return the platforms of a folder by name, none of them opened; a file gone meanwhile is left out.

    Raises OSError: the folder is not there, or cannot be read.
    """
    found: list[Found] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.lower().endswith(SUFFIX) and not entry.name.startswith("."):
                try:
                    there = entry.stat()
                    if entry.is_file():
                        found.append(Found(Path(entry.path), (there.st_mtime_ns, there.st_size)))
                except OSError:  # a link to nowhere, a file that went while we looked
                    continue
    return tuple(sorted(found, key=lambda one: (_plain(one.name), one.path)))


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKD", name).casefold()


def summed_up(
    path: Path,
    framework: Callable[[str], Framework],
    standing: Callable[[Platform, Framework], Standing],
) -> Summary:
    """Read a file and return what it says of itself; the document is let go.

    Raises OSError, FileProblem, or whatever `framework` raises for a method that is not here.
    """
    kept = container.load(path)
    method = framework(kept.platform.framework.id)
    return summary(kept, method, standing(kept.platform, method))


def summary(kept: Kept, framework: Framework, standing: Standing) -> Summary:
    """Return what a platform says of itself."""
    platform = kept.platform
    shown = [state for section, state in states(framework, platform) if section.id not in platform.put_away]
    answer, review = platform.answers.get(_PROMISE), platform.answers.get(NEXT)
    texts = answer.text if isinstance(answer, Statement) else {}
    return Summary(
        brand=_cut(platform.brand.name),
        promises={language: _cut(text) for language, text in texts.items()},
        main=platform.main_language,
        status=standing[0],
        signers=tuple(dict.fromkeys(filter(None, map(_cut, standing[1])))),
        sections=len(shown),
        unbegun=shown.count("empty"),
        loose=len(platform.loose),
        conflicts=len(platform.conflicts),
        review=_cut(review.value) if isinstance(review, Date) else "",
        written=kept.written[1],
        writable=kept.writable,
    )


def legible(text: str) -> str:
    """Return a name of the disk as it can be shown: bytes that are no letters are replaced."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _cut(text: str) -> str:
    """Return a text on one line, no longer than a card can need."""
    line = " ".join(text[: 4 * LONGEST].split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
