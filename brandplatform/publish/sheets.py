"""Sheets that are cut out, hung up or filled in by hand: the promise card, the poster, the worksheets.

Owns which sheets there are, and on which papers. Must not know what is on one, nor how it is drawn:
`resources/typst/sheets.typ` does.
"""

import tempfile
from collections.abc import Mapping
from typing import Final

from brandplatform.document.framework import Framework
from brandplatform.document.library import Library
from brandplatform.document.model import Platform
from brandplatform.publish import typography
from brandplatform.publish.boards import Boards
from brandplatform.publish.colour import corrected, is_colour
from brandplatform.publish.ruled import Writer
from brandplatform.publish.sections import Voice
from brandplatform.publish.worksheets import WORKSHEETS, worksheets
from brandplatform.resources import Words

SHEETS: Final[tuple[str, ...]] = ("card", "poster", *WORKSHEETS)
"""Ids of the sheets, in the order they are offered."""

SIZES: Final[Mapping[str, tuple[float, float]]] = {
    **{name: (typography.PAPERS[name].width, typography.PAPERS[name].height) for name in ("a4", "letter")},
    "a3": (297, 420),
}
"""Paper -> its width and height in millimetres."""

PAPERS: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(SHEETS, ("a4", "letter")),
    "poster": ("a4", "a3", "letter"),
}
"""Sheet -> the papers it is made for."""


def to_sheet(
    name: str,
    platform: Platform,
    framework: Framework,
    library: Library,
    *,
    language: str,
    words: Words,
    today: str,
    paper: str = "a4",
    grey: bool = False,
) -> bytes:
    """Return a sheet of a platform as a PDF; `today` is its ISO date.

    Raises KeyError: there is no such sheet, or not on that paper. FrameworkError, ResourceError: a mistake in
    the method's files.
    """
    from brandplatform.publish.pdf import REGIONS, colours, compiled  # typst, once a sheet is asked for

    if paper not in PAPERS[name]:
        raise KeyError(paper)
    width, height = SIZES[paper]
    voice = Voice(language, words)
    boards = Boards(platform, framework, library, voice)
    if name == "card":
        kind, told = words("sheet.card"), boards.card(height)
    elif name == "poster":
        kind, told = words("sheet.poster"), boards.poster(width, height)
    else:
        one = worksheets()[name]
        kind = voice.titled(one.title)
        told = Writer(platform, framework, library, voice, boards.sentence).told(one, width, height)
    brand = voice.set(platform.brand.name).strip()
    accent = corrected(platform.brand.colour, typography.PAPER) if is_colour(platform.brand.colour) else ""
    about = {
        "sheet": name if name not in WORKSHEETS else "worksheet",
        "title": f"{brand} – {kind}" if brand else kind,
        "brand": brand,
        "owner": voice.set(platform.brand.legal_owner).strip(),
        "kind": kind,
        "lang": language[:2],
        "region": REGIONS.get(language[:2]),
        "date": today,
        "colours": colours(accent, grey=grey),
        "paper": (width, height),
    }
    with tempfile.TemporaryDirectory(prefix="brandplatform-") as folder:
        return compiled("sheets.typ", {**about, **told}, today, folder)
