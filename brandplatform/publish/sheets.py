"""Sheets that are cut out, hung up or filled in by hand: the promise card, the poster, the worksheets.

Owns which sheets there are, and on which papers. Must not know what is on one, nor how it is drawn:
`resources/typst/sheets.typ` does.
"""

import tempfile
from collections.abc import Mapping
from typing import Any, Final

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
    the method's files. TooLong, NotLaidOut.
    """
    from brandplatform.publish.extent import PAGES, check_sheet, check_told
    from brandplatform.publish.pdf import REGIONS, compiled  # typst, once a sheet is asked for

    if paper not in PAPERS[name]:
        raise KeyError(paper)
    check_sheet(platform, language)
    voice = Voice(language, words)
    told = _told(name, platform, framework, library, voice, SIZES[paper])
    spoken = words.language if name in WORKSHEETS else language[:2]  # a worksheet speaks as the method does
    about = {
        "sheet": "worksheet" if name in WORKSHEETS else name,
        "lang": spoken,
        "region": REGIONS.get(spoken),
        "date": today,
        "paper": SIZES[paper],
        **_brand(platform, voice, told["kind"], grey=grey),
    }
    check_told((about, told), PAGES, "pdf")
    with tempfile.TemporaryDirectory(prefix="brandplatform-") as folder:
        return compiled("sheets.typ", {**about, **told}, today, folder)


def _told(
    name: str,
    platform: Platform,
    framework: Framework,
    library: Library,
    voice: Voice,
    size: tuple[float, float],
) -> Mapping[str, Any]:
    """Return what is on a sheet, as the template is told, and what the sheet is called."""
    boards = Boards(platform, framework, library, voice)
    if name in WORKSHEETS:
        return Writer(platform, framework, library, voice, boards.sentence).told(worksheets()[name], *size)
    kind = {"kind": voice.words(f"sheet.{name}")}
    return {**kind, **(boards.card(size[1]) if name == "card" else boards.poster(*size))}


def _brand(platform: Platform, voice: Voice, kind: str, *, grey: bool) -> Mapping[str, object]:
    """Return whose sheet it is, and in which colours."""
    from brandplatform.publish.pdf import colours

    brand = voice.set(platform.brand.name).strip()
    accent = corrected(platform.brand.colour, typography.PAPER) if is_colour(platform.brand.colour) else ""
    return {
        "title": f"{brand} – {kind}" if brand else kind,
        "brand": brand,
        "owner": voice.set(platform.brand.legal_owner).strip(),
        "colours": colours(accent, grey=grey),
    }
