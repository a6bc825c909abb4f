"""Markdown that comes back: our own archive, whole.

Owns how marked texts become a document again. What finds no place goes to `loose`; nothing is dropped.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from brandplatform.document.anchors import Data, Marked, MarkedCell, read_marks
from brandplatform.document.change import ORDER, Path, from_leaves, leaves
from brandplatform.document.framework import QUESTION
from brandplatform.document.model import Platform

MOST_BYTES = 2 * 2**20
"""Bytes of the largest archive that is read."""


class NotAnArchive(ValueError):
    """The text is no archive of ours, or what it says is no document."""


def from_archive(text: str) -> Platform:
    """Read the archive that `publish.archive` writes, with whatever was edited between its marks.

    Raises NotAnArchive: it has no block of data of ours, or the result would be no document.
    """
    if len(text) > MOST_BYTES:
        raise NotAnArchive(f"it is over {MOST_BYTES // 2**20} MB")
    try:
        found = list(read_marks(_one_line_break(text)))
        data: dict[Path, Any] = {one.path: one.value for one in found if isinstance(one, Data)}
        if ("framework", "id") not in data:
            raise NotAnArchive("there is no block of data of ours in it")
        known, loose = _placed(found, data)
        platform = from_leaves(_with_loose(known, loose))
        leaves(platform)
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
        raise NotAnArchive(str(error)) from error
    return platform


def _one_line_break(text: str) -> str:
    """Take back line ends that an editor or git turned to CRLF throughout."""
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n") if text.count("\r\n") == text.count("\n") else text


def _placed(
    found: Iterable[Marked | MarkedCell | Data], data: Mapping[Path, Any]
) -> tuple[dict[Path, Any], list[str]]:
    """Return the leaves that marked texts are, over those of the data, and the texts that are none."""
    known, loose = dict(data), list[str]()
    taken: set[Path] = set()
    for one in found:
        if isinstance(one, Data):
            continue
        path, value = _leaf(one, known)
        if path is None or path in taken:
            loose.append(one.text)
            continue
        taken.add(path)
        if value:
            known[path] = value
    return known, [text for text in loose if text.strip()]


def _leaf(one: Marked | MarkedCell, known: dict[Path, Any]) -> tuple[Path | None, Any]:
    """Return where a marked text belongs and what stands there; None for no place."""
    if isinstance(one, MarkedCell):
        return _cell(one, known)
    field, _, draft = one.place.partition(".drafts[")
    if one.place == "brand.offer":
        return ("brand", "offer", one.language), one.text
    if QUESTION.fullmatch(one.place):
        return ("notes", one.place, one.language), one.text
    if draft:
        path = ("answers", field, "drafts", draft.rstrip("]"))
        return ((*path, "text", one.language), one.text) if (*path, "id") in known else (None, "")
    kind = known.get(("answers", field, "kind"))
    if kind == "lines":
        items = (line.strip().removeprefix("- ").strip() for line in one.text.split("\n"))
        return ("answers", field, "lines", one.language), tuple(item for item in items if item)
    if kind in ("statement", "text"):
        return ("answers", field, "text", one.language), one.text
    return None, ""


def _cell(one: MarkedCell, known: dict[Path, Any]) -> tuple[Path | None, Any]:
    rows = ("answers", one.table, "rows")
    if known.get(("answers", one.table, "kind")) != "table":
        return None, ""
    row = one.row or f"added{one.line}"
    if (*rows, row, "id") not in known:
        if not one.text:
            return (*rows, row, "cells", one.column, one.language), ""
        known[*rows, row, "id"] = row
        known[*rows, ORDER] = (*known.get((*rows, ORDER), ()), row)
    column, plain = one.column.removesuffix("!"), one.column.endswith("!")
    return (*rows, row, "cells", column, *(() if plain else (one.language,))), one.text


def _with_loose(known: dict[Path, Any], loose: list[str]) -> Mapping[Path, Any]:
    """Add texts that found no place as parts of `loose`, beside those there are."""
    order = tuple(known.get(("loose", ORDER), ()))
    for number, text in enumerate(loose, 1):
        name = f"in{number}"
        while name in order:
            name += "x"
        order = (*order, name)
        known["loose", name, "id"] = name
        known["loose", name, "text"] = text
    if order:
        known["loose", ORDER] = order
    return known
