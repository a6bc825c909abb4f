"""Our typefaces made small: the Latin letters of Europe, and the signs a document counts and points with.

Owns which characters and features are kept, and what of the faces is written beside them. Run by hand after
a change here or to a face: `python -m brandplatform.publish.typefaces` writes resources/fonts/latin, as
TrueType and as WOFF2, and resources/fonts/coverage.toml, the same bytes each time. The program itself needs
neither fontTools nor brotli: they are imported where they are used, and by name, since they bring no types.

A small face that is a file of its own is called `Brandplatform`: the Open Font License lets nobody keep the
name its makers reserved on a version that was changed. Inside a document, which it serves alone, it keeps it.
"""

import hashlib
import io
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from brandplatform import resources

FACES: Final = (
    *("SourceSans3-Italic", "SourceSans3-Regular", "SourceSans3-SemiBold"),
    *("SourceSerif4-Bold", "SourceSerif4-Italic", "SourceSerif4-Regular", "SourceSerif4-SemiBold"),
)
"""The faces, by the names of their files."""

KEPT: Final = (
    *((0x0020, 0x007E), (0x00A0, 0x017F), (0x0192, 0x0192), (0x01CD, 0x01DC), (0x0218, 0x021B)),
    *((0x0237, 0x0237), (0x02BB, 0x02BC), (0x02C6, 0x02C7), (0x02C9, 0x02C9), (0x02D8, 0x02DD)),
    *((0x0300, 0x0304), (0x0306, 0x030C), (0x0323, 0x0328)),  # accents that come after their letter
    *((0x1E80, 0x1E85), (0x1E9E, 0x1E9E), (0x1EF2, 0x1EF3)),
    *((0x2002, 0x200B), (0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026)),
    *((0x202F, 0x2030), (0x2032, 0x2033), (0x2039, 0x203A), (0x2044, 0x2044)),
    *((0x2070, 0x208E), (0x20A0, 0x20BF), (0x2113, 0x2113), (0x2116, 0x2117), (0x2120, 0x2122)),
    *((0x2126, 0x2126), (0x212E, 0x212E), (0x2150, 0x215F), (0x2190, 0x2199)),
    *((0x2202, 0x2202), (0x2206, 0x2206), (0x2211, 0x2212), (0x2215, 0x2215), (0x2219, 0x221A)),
    *((0x221E, 0x221E), (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265)),
    *((0x25A0, 0x25A1), (0x25B2, 0x25BF), (0x25C6, 0x25CF), (0x2610, 0x2611), (0x2713, 0x2718)),
    (0xFB00, 0xFB04),
)
"""First and last code point of each range, where a face has them."""

FEATURES: Final = (
    *("ccmp", "locl", "mark", "mkmk", "kern", "liga", "clig", "calt", "rlig", "case", "ordn"),
    *("lnum", "onum", "tnum", "pnum", "sups", "subs", "sinf", "frac", "numr", "dnom"),
)
"""OpenType features that stay."""

NAMES: Final = (0, 1, 2, 3, 4, 5, 6, 7, 13, 14, 16, 17)
"""Ids of the names that stay: who made it and under which licence, what it is called."""

RESERVED: Final = "Source"
OURS: Final = "Brandplatform"
CALLED: Final = (1, 3, 4, 6, 16)
"""Ids of the names by which a face is found."""

LATIN: Final = ("fonts", "latin")
COVERAGE: Final = ("fonts", "coverage.toml")
RECIPE: Final = ("fonts", "latin", "recipe.toml")
"""Where the small faces are, what all faces have, and from what both were made, under resources/."""

_BY_HAND: Final = "# Written by `python -m brandplatform.publish.typefaces`"


def recipe() -> str:
    """Return what the small faces are made from: the hash of every face, and of the choices made here."""
    choices = repr((KEPT, FEATURES, NAMES, RESERVED, OURS, CALLED)).encode()
    hashes = {"choices": choices} | {name: _whole(name).read_bytes() for name in FACES}
    lines = (f'{name} = "{hashlib.sha256(data).hexdigest()}"' for name, data in hashes.items())
    return "\n".join((f"{_BY_HAND}: the hash of what the faces beside it were made from.", *lines, ""))


def coverage() -> str:
    """Return the ranges of the code points that every face has, as TOML."""
    shared = set[int].intersection(*(set(_opened(_whole(name)).getBestCmap()) for name in FACES))
    rows = (f"  [0x{first:04X}, 0x{last:04X}]," for first, last in ranges(shared))
    return "\n".join((f"{_BY_HAND}: what all the faces have.", "ranges = [", *rows, "]", ""))


def ranges(points: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each run of numbers."""
    for _, run in groupby(enumerate(sorted(points)), key=lambda pair: pair[1] - pair[0]):
        found = [point for _, point in run]
        yield found[0], found[-1]


def small(name: str) -> bytes:
    """Return a face with what is kept, called ours."""
    subset = import_module("fontTools.subset")
    face = _opened(_whole(name))
    options = subset.Options(
        layout_features=list(FEATURES),
        name_IDs=list(NAMES),
        notdef_outline=True,
        drop_tables=["STAT", "BASE", "GlyphOrder"],
    )
    made = subset.Subsetter(options)
    made.populate(unicodes=[point for first, last in KEPT for point in range(first, last + 1)])
    made.subset(face)
    return _saved(_called(face, RESERVED, OURS))


def squeezed(face: bytes) -> bytes:
    """Return a face as WOFF2."""
    return _saved(_opened(io.BytesIO(face)), flavor="woff2")


def embedded(name: str) -> bytes:
    """Return a small face for the inside of a document, under its makers' name."""
    return _saved(_called(_opened(resources.path(*LATIN, f"{name}.ttf")), OURS, RESERVED))


def _whole(name: str) -> Path:
    return resources.path("fonts", f"{name}.ttf")


def _opened(file: Path | io.BytesIO) -> Any:
    return import_module("fontTools.ttLib").TTFont(file, recalcTimestamp=False)


def _called(face: Any, before: str, after: str) -> Any:
    """Give a face another name."""
    for record in face["name"].names:
        if record.nameID in CALLED:
            record.string = record.toUnicode().replace(before, after)
    return face


def _saved(face: Any, flavor: str | None = None) -> bytes:
    made = io.BytesIO()
    face.flavor = flavor
    face.save(made)
    return made.getvalue()


def main() -> None:
    """Write all that is made from the faces where the program reads it."""
    resources.path(*LATIN).mkdir(exist_ok=True)
    for name in FACES:
        face = small(name)
        resources.path(*LATIN, f"{name}.ttf").write_bytes(face)
        resources.path(*LATIN, f"{name}.woff2").write_bytes(squeezed(face))
    for place, text in ((COVERAGE, coverage()), (RECIPE, recipe())):
        resources.path(*place).write_bytes(text.encode())


if __name__ == "__main__":
    main()
