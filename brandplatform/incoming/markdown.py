"""Markdown that comes back: our own archive, whole.

Owns how marked texts become a document again. What finds no place goes to `loose`; nothing is dropped.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from brandplatform.document.anchors import Data, Marked, MarkedCell, read_marks
from brandplatform.document.change import ORDER, Path, leaves, tree
from brandplatform.document.edit import EMPTY
from brandplatform.document.framework import QUESTION
from brandplatform.document.model import LANGUAGE, Platform
from brandplatform.incoming.passages import NotRead

MOST_BYTES = 8 * 2**20
"""Bytes of the largest archive that is read: as many as a document may have."""

MOST_LINES = 200_000
"""Lines of an archive, and bars in it; five thousand rows in two languages have a hundred thousand."""


MOST_PARTS = 10_000
"""Rows of one table, or texts aside."""


Rebuild = Callable[[Mapping[str, Any]], Platform]
"""Makes a document of plain JSON, of whatever format it is: whoever calls knows how files are kept.

Raises ValueError, or what that caller knows."""


class NotAnArchive(ValueError):
    """The text is no archive of ours, or what it says is no document."""


def from_archive(text: str, rebuild: Rebuild) -> Platform:
    """Read the archive that `publish.archive` writes, with whatever was edited between its marks.

    Raises NotAnArchive: it has no block of data of ours, or the result would be no document.
    NotRead: it holds too much.
    """
    if len(text) > MOST_BYTES:
        raise NotAnArchive(f"it is over {MOST_BYTES // 2**20} MB")
    try:
        found = list(read_marks(_one_line_break(text)))
        data: dict[Path, Any] = {one.path: one.value for one in found if isinstance(one, Data)}
        if ("framework", "id") not in data:
            raise NotAnArchive("there is no block of data of ours in it")
        known, loose = _placed(found, data)
        _forget_rows(known, {(one.table, one.row) for one in found if isinstance(one, MarkedCell)})
        known = _with_loose(known, loose)
        _check_parts(known)
        platform = _without_empties(rebuild(tree(known)), found)
        leaves(platform)
        msgspec.json.encode(platform)  # half of a pair of surrogates could not be saved
    except NotRead:
        raise
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError) as error:
        raise NotAnArchive(str(error)) from error
    return platform


def _check_parts(known: Mapping[Path, Any]) -> None:
    """Refuse more rows, or other parts of one list, than anybody writes.

    Raises NotRead.
    """
    parts = Counter(path[:-2] for path in known if path[-1] == "id")
    if parts and max(parts.values()) > MOST_PARTS:
        raise NotRead("too_many")


def _one_line_break(text: str) -> str:
    """Take back line ends that an editor or git changed; the archive itself holds no carriage return."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _forget_rows(known: dict[Path, Any], seen: set[tuple[str, str]]) -> None:
    """Take out rows whose line is gone from a table, unless the data holds more of them than their id."""
    held = Counter(path[:4] for path in known)
    for table in {table for table, _ in seen}:
        rows = ("answers", table, "rows")
        for row in known.get((*rows, ORDER), ()):
            if (table, row) not in seen and held[*rows, row] == 1:
                known.pop((*rows, row, "id"), None)


def _without_empties(platform: Platform, found: Iterable[Marked | MarkedCell | Data]) -> Platform:
    """Take out answers whose texts were emptied between their marks."""
    emptied = {one.place for one in found if isinstance(one, Marked) and not one.text}
    kept = {k: v for k, v in platform.answers.items() if k not in emptied or v not in EMPTY.values()}
    return platform if len(kept) == len(platform.answers) else replace(platform, answers=kept)


def _placed(
    found: Iterable[Marked | MarkedCell | Data], data: Mapping[Path, Any]
) -> tuple[dict[Path, Any], list[str]]:
    """Return the leaves that marked texts are, over those of the data, and the texts that are none."""
    known, loose = dict(data), list[str]()
    taken: set[Path] = set()
    for one in found:
        if isinstance(one, Data):
            continue
        path, value = _leaf(one, known, data)
        if path is None or path in taken or path[:-1] in known:
            loose.append(one.text)
            continue
        taken.add(path)
        if value:
            known[path] = value
    return known, [text for text in loose if text.strip()]


def _leaf(
    one: Marked | MarkedCell, known: dict[Path, Any], data: Mapping[Path, Any]
) -> tuple[Path | None, Any]:
    """Return where a marked text belongs and what stands there; None for no place."""
    if not re.fullmatch(LANGUAGE, one.language):
        return None, ""
    if isinstance(one, MarkedCell):
        return _cell(one, known, data)
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


def _cell(one: MarkedCell, known: dict[Path, Any], data: Mapping[Path, Any]) -> tuple[Path | None, Any]:
    rows = ("answers", one.table, "rows")
    if known.get(("answers", one.table, "kind")) != "table":
        return None, ""
    row = one.row or f"added{one.line}"
    while not one.row and (*rows, row, "id") in data:
        row += "x"
    if (*rows, row, "id") not in known:
        if not one.text:
            return (*rows, row, "cells", one.column, one.language), ""
        known[*rows, row, "id"] = row
        order = known.get((*rows, ORDER), ())
        known[*rows, ORDER] = order if isinstance(order, list) else list(order)
        known[*rows, ORDER].append(row)
    column, plain = one.column.removesuffix("!"), one.column.endswith("!")
    return (*rows, row, "cells", column, *(() if plain else (one.language,))), one.text


def _with_loose(known: dict[Path, Any], loose: list[str]) -> dict[Path, Any]:
    """Add texts that found no place as parts of `loose`, beside those there are."""
    order = dict.fromkeys(known.get(("loose", ORDER), ()))
    for number, text in enumerate(loose, 1):
        name = f"in{number}"
        while name in order:
            name += "x"
        order[name] = None
        known["loose", name, "id"] = name
        known["loose", name, "text"] = text
    if order:
        known["loose", ORDER] = tuple(order)
    return known
