"""Where the promise shows: its parts against the five Ps, People first.

Owns how a promise is cut into parts, what a cell says and which cells are gaps. Must not know how a cell is
drawn.
"""

import re
from collections.abc import Iterator
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from brandplatform.document.edit import on_one_line, said
from brandplatform.document.model import MatrixCell, Platform, Statement, new_id

PROMISE = "promise"
"""The statement that is cut into parts."""

UNDER = ("p_people", "p_product", "p_price", "p_place", "p_promotion")
"""The statements of the five Ps, People first."""

State = Literal["shows", "nothing", "contradicted"]
STATES: tuple[State, ...] = ("shows", "nothing", "contradicted")

_CUT = re.compile(r"\s*[,;]\s+(?:(?:et|and)\s+)?|\s+(?:et|and)\s+|\s+[–—]\s+", re.IGNORECASE)


class Gap(Struct, frozen=True):
    """A cell to talk about: nothing yet, contradicted, or shown without an act."""

    part: str
    under: str
    kind: Literal["nothing", "contradicted", "no_act"]


def parts_of(text: str) -> tuple[str, ...]:
    """Return a promise cut at its commas and at each `et` or `and`, each part once."""
    cut = (on_one_line(part).strip(" .!?…\u00a0\u202f") for part in _CUT.split(text))
    return tuple(dict.fromkeys(part for part in cut if part))


def parts(platform: Platform) -> tuple[str, ...]:
    """Return the parts of the promise, in the main language: what cells are kept under."""
    return parts_of(_promise(platform, platform.main_language))


def part_in(platform: Platform, part: str, language: str) -> str:
    """Return a part in another language where both are cut alike, else as it is."""
    mine, theirs = parts(platform), parts_of(_promise(platform, language))
    return theirs[mine.index(part)] if part in mine and len(mine) == len(theirs) else part


def left_over(platform: Platform) -> tuple[str, ...]:
    """Return the parts that cells are kept under and that the promise no longer has."""
    now = {key for part in parts(platform) for key in _keys(platform, part)}
    return tuple(dict.fromkeys(cell.part for cell in platform.matrix if _key(cell.part) not in now))


def cell_at(platform: Platform, part: str, under: str) -> MatrixCell:
    """Return the cell of a part under a P, an empty one where nothing was written."""
    wanted = _keys(platform, part)
    found = (cell for cell in platform.matrix if cell.under == under and _key(cell.part) in wanted)
    return next(found, MatrixCell(id="c0", part=part, under=under))


def state_of(cell: MatrixCell) -> State:
    """Return how a cell stands."""
    return next((state for state in STATES if state == cell.state), "nothing")


def write(platform: Platform, part: str, under: str, language: str, text: str) -> Platform:
    """Return a copy in which a cell says what the promise becomes there."""
    cell = cell_at(platform, part, under)
    return _put(platform, cell, text=said(cell.text, language, text))


def mark(platform: Platform, part: str, under: str, state: State) -> Platform:
    """Return a copy in which a cell stands so."""
    return _put(platform, cell_at(platform, part, under), state="" if state == "nothing" else state)


def act_by(platform: Platform, part: str, under: str, row: str) -> Platform:
    """Return a copy in which a cell shows by the act of a row of the ledger; empty for none."""
    return _put(platform, cell_at(platform, part, under), row=row)


def move_part(platform: Platform, gone: str, to: str) -> Platform:
    """Return a copy in which the cells of a part the promise no longer has stand under another.

    Cells that are taken there stay where they were.
    """
    moved = tuple(
        replace(cell, part=to)
        if _key(cell.part) == _key(gone) and cell_at(platform, to, cell.under).id == "c0"
        else cell
        for cell in platform.matrix
    )
    return platform if moved == platform.matrix else replace(platform, matrix=moved)


def drop_part(platform: Platform, gone: str) -> Platform:
    """Return a copy without the cells of a part."""
    kept = tuple(cell for cell in platform.matrix if _key(cell.part) != _key(gone))
    return platform if len(kept) == len(platform.matrix) else replace(platform, matrix=kept)


def gaps(platform: Platform) -> tuple[Gap, ...]:
    """Return what does not show yet, part by part; none before a cell was filled."""
    return tuple(_gaps(platform)) if platform.matrix else ()


def _gaps(platform: Platform) -> Iterator[Gap]:
    for part in parts(platform):
        for under in UNDER:
            cell = cell_at(platform, part, under)
            state = state_of(cell)
            if state != "shows":
                yield Gap(part, under, state)
            elif not cell.row:
                yield Gap(part, under, "no_act")


def _keys(platform: Platform, part: str) -> frozenset[str]:
    """Return what a part is known by in any language: the main one may have been another."""
    answer = platform.answers.get(PROMISE)
    languages = answer.text if isinstance(answer, Statement) else ()
    return frozenset(_key(part_in(platform, part, language)) for language in languages) | {_key(part)}


def _put(platform: Platform, cell: MatrixCell, **changes: Any) -> Platform:
    """Return a copy with a cell as changed; one that says nothing is removed."""
    after = replace(cell, **changes)
    if after == cell:
        return platform
    if not (after.text or after.state or after.row):
        return replace(platform, matrix=tuple(one for one in platform.matrix if one is not cell))
    if cell in platform.matrix:
        return replace(platform, matrix=tuple(after if one is cell else one for one in platform.matrix))
    made = replace(after, id=new_id("c", frozenset(one.id for one in platform.matrix)))
    return replace(platform, matrix=(*platform.matrix, made))


def _promise(platform: Platform, language: str) -> str:
    answer = platform.answers.get(PROMISE)
    return answer.text.get(language, "") if isinstance(answer, Statement) else ""


def _key(part: str) -> str:
    """Return a part without what a corrected space, apostrophe or capital changes."""
    return " ".join(part.casefold().replace("’", "'").split())
