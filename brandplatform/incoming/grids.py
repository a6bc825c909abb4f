"""What a table says: rows of one of our tables, or a field and its text in each row.

Owns reading heads and turning a table round. Must not know where texts are filed.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from brandplatform.document.words import count_words
from brandplatform.incoming.names import Names, Target
from brandplatform.incoming.passages import Box, Grid, Line, said_in

_WORDS_OF_A_NAME = 3


class Labelled(Struct, frozen=True):
    """A table whose first column names fields; `head` is a row that names none, above them."""

    rows: tuple[tuple[Box, ...], ...]
    head: tuple[Box, ...] = ()


class Tabled(Struct, frozen=True):
    """Rows of one of our tables: for each of its columns the id of ours, empty where it is none."""

    table: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Box, ...], ...]
    head: tuple[Box, ...] = ()


def reading(grid: Grid, names: Names, near: str) -> Labelled | Tabled | None:
    """Return what a table says; `near` is the field it stands under. None: nothing we know."""
    rows = tuple(_even(grid))
    headed = grid.headed and any(map(any, grid.rows[:1]))
    if not rows or len(rows[0]) < 2:
        return None
    table = near if near in names.fields and names.fields[near].kind == "table" else ""
    if table:
        here, other = _best(rows, names, (table,), 1), _best(rows, names, tuple(names.tables), 3)
        if other and (here is None or sum(map(bool, other.columns)) > 1 + sum(map(bool, here.columns))):
            return other
        return here or _labelled(rows, names, near) or _by_place(rows, names, table, headed)
    upright = _labelled(rows, names, near)
    best = _best(rows, names, tuple(names.beside(near)), 1) or _best(rows, names, tuple(names.tables), 2)
    lying = _labelled(_turned(rows), names, near)
    if upright or best is None:
        return upright or lying
    return lying if lying and len(lying.rows) > sum(map(bool, best.columns)) else best


def _even(grid: Grid) -> Iterator[tuple[Box, ...]]:
    """Yield rows of one length, without columns and rows in which nothing stands."""
    width = max(map(len, grid.rows), default=0)
    rows = [(*row, *((),) * (width - len(row))) for row in grid.rows if any(row)]
    used = [at for at in range(width) if any(row[at] for row in rows)]
    return (tuple(row[at] for at in used) for row in rows)


def _turned(rows: Sequence[tuple[Box, ...]]) -> tuple[tuple[Box, ...], ...]:
    return tuple(zip(*rows, strict=True))


def _labelled(rows: tuple[tuple[Box, ...], ...], names: Names, near: str) -> Labelled | None:
    """Read a table whose first column names two fields or more, and half of whose rows are named."""
    found = [_target(row[0], names, near) for row in rows]
    headed = found[0] is None and len(found) > 2
    body, meant = (rows[1:], found[1:]) if headed else (rows, found)
    fields = {one.field for one in meant if one and not one.column}
    if len(fields) < 2 or 2 * sum(one is not None for one in meant) < len(meant):
        return None
    return Labelled(body, rows[0] if headed else ())


def _target(box: Box, names: Names, near: str) -> Target | None:
    text = said_in(box)
    return None if "\n" in text else next(iter(names.of_heading(text, near)), None)


def _best(
    rows: tuple[tuple[Box, ...], ...], names: Names, tables: tuple[str, ...], fewest: int
) -> Tabled | None:
    """Return rows of the table most of whose columns the heads name, upright or on its side."""
    made: list[tuple[int, Tabled]] = []
    for turned in (rows, _turned(rows)):
        heads = [said_in(box) for box in turned[0]]
        if min(len(turned), len(heads)) < 2 or not any(heads):
            continue
        for table in tables:
            columns = _columns(heads, table, names)
            count = sum(map(bool, columns))
            if count >= fewest and (fewest == 1 or 2 * count >= len(heads)):
                filled = _filled(columns, turned[1:], names, table)
                made.append((count, Tabled(table, filled, turned[1:], turned[0])))
    return max(made, key=lambda one: one[0])[1] if made else None


def _columns(heads: Sequence[str], table: str, names: Names) -> tuple[str, ...]:
    """Return the column each head names, none twice; the first of a table may be called as the table is."""
    plan = names.tables.get(table)
    taken: list[str] = []
    for at, head in enumerate(heads):
        found = names.column(table, head)
        if at == 0 and plan and found != plan.name and _names_table(head, table, names):
            found = plan.alone
        elif not found and at == 0 and plan and not head:
            found = "" if any(map(names.is_proper, heads)) else plan.name
        elif plan and found == plan.name and found in taken:
            found = plan.rest
        taken.append(found if found not in taken else "")
    return tuple(taken)


def _filled(
    columns: tuple[str, ...], rows: Sequence[tuple[Box, ...]], names: Names, table: str
) -> tuple[str, ...]:
    """Return columns of which those that no head names are found by their place.

    The first two are the name and what is said of it; where half of the heads are known, one of phrases is
    the next of ours behind its neighbour.
    """
    plan = names.tables.get(table)
    made = list(columns)
    for at, column in enumerate((plan.name, plan.rest) if plan else ()):
        if not made[at] and column not in made:
            made[at] = column
    ours = [column.id for column in names.fields[table].columns if column.kind == "text"]
    known = 2 * sum(map(bool, made)) >= len(made)
    for at in range(2, len(made)) if known else ():
        before = ours.index(made[at - 1]) + 1 if made[at - 1] in ours else len(ours)
        free = (column for column in ours[before:] if column not in made)
        if not made[at] and _are_phrases(row[at] for row in rows):
            made[at] = next(free, "")
    return tuple(made)


def _are_phrases(boxes: Iterable[Box]) -> bool:
    """Whether most cells say something in two words or more: no icons, names or numbers."""
    counts = [count_words(said_in(box)) for box in boxes if box]
    return bool(counts) and 2 * sum(count > 1 for count in counts) > len(counts)


def _names_table(head: str, table: str, names: Names) -> bool:
    target = names.exact(head, table)
    return target is not None and target.field == table


def _by_place(rows: tuple[tuple[Box, ...], ...], names: Names, table: str, headed: bool) -> Tabled | None:
    """Return rows under no known head: the first cell is the name, the second what is said of it."""
    plan = names.tables.get(table)
    if plan is None or not plan.name:
        return None
    if _are_cards(rows):
        rows, headed = _turned(rows), False
    columns = (plan.name, plan.rest, *("",) * (len(rows[0]) - 2))
    head = rows[0] if len(rows) > 1 and (headed or _is_head(rows)) else ()
    return Tabled(table, columns, rows[1:] if head else rows, head)


def _are_cards(rows: tuple[tuple[Box, ...], ...]) -> bool:
    """Whether each column is a card: short names in the first row, and longer texts under them."""
    words = [[count_words(said_in(box)) for box in row] for row in rows]
    return len(rows) > 1 and max(words[0]) <= _WORDS_OF_A_NAME < min(min(row) for row in words[1:])


def _is_head(rows: tuple[tuple[Box, ...], ...]) -> bool:
    """Whether the first row alone is all in bold."""
    return len(rows) > 1 and all(_bold(row) for row in rows[:1]) and not all(_bold(row) for row in rows[1:])


def _bold(row: tuple[Box, ...]) -> bool:
    lines: list[Line] = [line for box in row for line in box]
    return bool(lines) and all(line.lead == line.text for line in lines)
