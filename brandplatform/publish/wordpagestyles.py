"""The styles of what stands on a page of its own: cover, promise, contents, the whole on one page.

Must not know the styles of running text.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from brandplatform.publish import typography as sheet
from brandplatform.publish.typography import INK
from brandplatform.publish.wordlook import Look

PROMISE_STYLES: Final = ("BP Promise Short", "BP Promise", "BP Promise Long")

_LABEL, _PROMISE = 70, 105
"""Millimetres from the top of an A4 page to the label of the promise, and to its first baseline: however long
it is."""


def page_styles(look: Look) -> Iterator[str]:
    """Yield the styles of the pages, for one page."""
    yield from _cover(look)
    yield from _promise(look)


def gathering_styles(look: Look) -> Iterator[str]:
    """Yield the styles of the pages that gather: the contents, and the whole platform on one page."""
    yield look.of("BP Contents", replace(sheet.SECTION, before=0))
    apart = 2.5 if look.page.height >= sheet.A4.height else 1.75  # so that the contents stay on one page
    first = replace(sheet.BODY, before=apart, after=0, hyphens=False)
    yield look.of("toc 1", first, tabs=look.right_tab())
    yield look.of("toc 2", replace(sheet.NOTE, after=0), tabs=look.right_tab(), indent=look.indent(left=8))
    yield look.of("BP Note", replace(sheet.NOTE, before=1.25))
    promise, foundation = sheet.SUMMARY_PROMISES[1], sheet.SUMMARY_FOUNDATIONS[1]
    yield look.of("BP Summary Title", replace(sheet.LABEL, after=5), indent=look.out, level=1)
    yield look.of("BP Summary Promise", replace(promise, after=7.5, whole=True), indent=look.out)
    yield look.of("BP Summary Name", replace(sheet.SUMMARY_NAME, together=True))
    yield look.of("BP Summary Text", foundation)
    yield look.of("BP Summary Small", sheet.SUMMARY_P)


def _cover(look: Look) -> Iterator[str]:
    """First baseline of the name 120 mm down, its foot in the footer of its own section."""
    yield look.of("Title", look.lowered(sheet.COVER_NAME, 120), after="Subtitle")
    yield look.of("Subtitle", sheet.COVER_KIND)
    yield look.of("BP Cover Foot", sheet.COVER_FOOT, after="BP Cover Foot")


def _promise(look: Look) -> Iterator[str]:
    label = replace(look.lowered(sheet.LABEL, _LABEL), after=0)
    yield look.of("BP Promise Label", label, after=PROMISE_STYLES[1])
    for name, face in zip(PROMISE_STYLES, sheet.PROMISES, strict=True):
        yield look.of(name, look.lowered(face, _PROMISE, under=_LABEL + 1), after="BP Rule")
    yield look.of("BP Rule", replace(sheet.BODY, before=12, after=10), fitted=True)
    yield look.of("BP Internal Label", replace(sheet.LABEL, before=0, after=1.5), after="BP Internal")
    yield look.of("BP Internal", sheet.INTERNAL)
    line = f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="{INK[1:]}"/></w:pBdr>'
    frame = look.framed("BP Signature")
    yield look.of("BP Signature", sheet.SIGNATURE, frame=frame, border=line)
