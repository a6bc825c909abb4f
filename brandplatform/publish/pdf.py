"""A document of blocks as a PDF, set by typst: tagged, archival, the same bytes for the same document.

Owns how typst is called and what it is given; nothing in the PDF is there by network or by a clock. Must not
know any look: faces are the sheet's, how an element is drawn is the template's (`resources/typst`).
"""

import json
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final, TypeVar

import typst

from brandplatform import resources
from brandplatform.publish import typography as sheet
from brandplatform.publish.attached import NAME
from brandplatform.publish.blocks import Cover, Document
from brandplatform.publish.coverage import covered
from brandplatform.publish.layout import faces, parts
from brandplatform.publish.pictures import fitted, kind_of
from brandplatform.publish.problems import NotLaidOut

Made = TypeVar("Made")
_DOCUMENT: Final = "document.typ"
COMMON: Final = "common.typ"
"""What is read in front of every template."""

REGIONS: Final[Mapping[str, str]] = {"fr": "FR", "en": "GB"}
"""Language -> the country whose habits it is set by."""

_LOGO: Final = (40.0, 20.0)
"""Millimetres: the largest logo."""

_PAGES: Final = re.compile(rb"/Type\s*/Pages\s*/Count\s+(\d+)")
_GREY: Final = "#666666"


@dataclass(frozen=True, slots=True)
class Sheet:
    """On what it is printed."""

    paper: str = "a4"
    binding: bool = False
    grey: bool = False


def to_pdf(
    document: Document, assets: Mapping[str, bytes], on: Sheet = Sheet(), attached: bytes = b""
) -> bytes:
    """Return a document as a PDF; `assets` holds its logo by name, `attached` what it is opened by again."""

    def made(told: dict[str, Any], folder: str) -> bytes:
        told |= {"attached": NAME if attached else "", "printed": True}
        Path(folder, NAME).write_bytes(attached)
        return compiled(_DOCUMENT, told, document.date, folder)

    return _set(document, assets, on, made)


def pages_in(data: bytes) -> int:
    """Return how many pages a PDF made here says it has (ISO 32000-1, 7.7.3.2), without opening it."""
    said = _PAGES.search(data)
    return int(said[1]) if said else 0


def numbers_of(document: Document, assets: Mapping[str, bytes], on: Sheet = Sheet()) -> tuple[int, ...]:
    """Return the page of each heading that the outline of a PDF has, and last how many pages there are.

    Pages are laid out and not written, which takes two thirds of the time of `to_pdf`.
    """

    def made(told: dict[str, Any], folder: str) -> tuple[int, ...]:
        told |= {"attached": "", "printed": False}
        with _laying_out():
            numbers = _compiler(_DOCUMENT, told, folder).query("<numbers>", field="value", one=True)
        return tuple(json.loads(numbers))

    return _set(document, assets, on, made)


def _set(
    document: Document, assets: Mapping[str, bytes], on: Sheet, made: Callable[[dict[str, Any], str], Made]
) -> Made:
    """Return what is made of what the template is told, in a folder that holds the logo."""
    with tempfile.TemporaryDirectory(prefix="brandplatform-") as folder:
        try:
            return made(_told(document, assets, on, Path(folder)), folder)
        except NotLaidOut:
            if not assets:
                raise
    return _set(document, {}, on, made)  # a logo that begins well may still be damaged further on


def compiled(template: str, told: Mapping[str, Any], date: str, folder: str) -> bytes:
    """Return what a template makes of what it is told, dated `date` (ISO); `folder` is its whole world.

    Raises NotLaidOut: something in it, or a picture in the folder, cannot be used.
    """
    day = datetime.fromisoformat(date).replace(tzinfo=UTC)
    with _laying_out():
        made = _compiler(template, told, folder).compile(pdf_standards=["a-3a", "ua-1"], timestamp=day)
    if not isinstance(made, bytes):
        raise TypeError(f"{template}: typst returned no PDF")
    return made


@contextmanager
def _laying_out() -> Iterator[None]:
    """Say what typst refuses in our own words; where it only looks, it raises RuntimeError."""
    try:
        yield
    except (typst.TypstError, RuntimeError) as error:
        raise NotLaidOut("error.not_laid_out", reason=str(error).partition("\n")[0]) from error


def _compiler(template: str, told: Mapping[str, Any], folder: str) -> typst.Compiler:
    return typst.Compiler(
        b"\n".join(resources.path("typst", name).read_bytes() for name in (COMMON, template)),
        root=folder,
        font_paths=_fonts(),
        sys_inputs={"data": json.dumps(_covered(told), ensure_ascii=False)},
    )


def colours(accent: str, *, grey: bool) -> Mapping[str, str]:
    """Return what each thing is drawn in; without an accent, or in grey, ink stands for it."""
    muted, drawn = (_GREY, sheet.INK) if grey else (sheet.MUTED, accent or sheet.INK)
    return {"ink": sheet.INK, "muted": muted, "rule": sheet.RULE, "accent": drawn}


def _covered(told: Any) -> Any:
    """Return what is told with what our typefaces lack replaced: the archival format refuses it."""
    if isinstance(told, str):
        return told if told.isascii() else covered(told)
    if isinstance(told, Mapping):
        return {key: _covered(value) for key, value in told.items()}
    return [_covered(value) for value in told] if isinstance(told, list | tuple) else told


@cache
def _fonts() -> typst.Fonts:
    folder = str(resources.path("fonts"))
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])


def _told(document: Document, assets: Mapping[str, bytes], on: Sheet, folder: Path) -> dict[str, Any]:
    """Return all that the template is given; the logo is written into the folder."""
    page = sheet.PAPERS[on.paper]
    binding = sheet.BINDING if on.binding else 0
    body = parts(document)
    for part, block in zip(body, document.blocks, strict=False):
        if isinstance(block, Cover):
            part.update(_logo(block, assets, folder))
    return {
        "title": document.title,
        "brand": document.brand,
        "kind": document.kind,
        "lang": document.language[:2],
        "region": REGIONS.get(document.language[:2]),
        "state": document.state,
        "day": document.day,
        "date": document.date,
        "page": {
            "width": page.width,
            "height": page.height,
            "top": page.top,
            "bottom": page.bottom,
            "left": page.left - binding * (page.outdent > 0),
            "right": page.right,
            "outdent": page.outdent - binding * (page.outdent > 0),
            "measure": page.measure,
            "binding": binding,
        },
        "summary_margin": sheet.SUMMARY_MARGIN,
        "room": sheet.ROOM,
        "faces": faces(page),
        "colours": colours(document.accent, grey=on.grey),
        "parts": body,
    }


def _logo(cover: Cover, assets: Mapping[str, bytes], folder: Path) -> dict[str, Any]:
    """Return the name and size of the logo, in millimetres; none where it cannot be read."""
    data = assets.get(cover.logo, b"")
    width, height = fitted(data, _LOGO)
    if not width or not height:
        return {"logo": ""}
    name = f"logo.{kind_of(data)}"
    (folder / name).write_bytes(data)
    return {"logo": f"/{name}", "logo_width": width, "logo_height": height}
