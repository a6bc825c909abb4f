"""Under which heading or label one stands, and what a new one means there.

Owns the way down from the title to the line: what is told apart as a field, a row, a column, or nothing. Must
not know where texts lie.
"""

from collections.abc import Callable
from dataclasses import dataclass

from brandplatform.incoming.labels import EMPHATIC, LEAD_IN, NAMED
from brandplatform.incoming.leftovers import STEP
from brandplatform.incoming.names import Names, Target


@dataclass(slots=True)
class Place:
    """A heading or a label, and what stands under it."""

    rank: int
    label: str
    target: Target | None = None
    row: int | None = None
    several: tuple[Target, ...] = ()
    number: int = 0
    origin: int = 0
    """The number of the place that named the field: its own, or that of one above."""
    said: bool = False
    """Whether the label itself is kept somewhere."""
    row_name: str = ""
    """The name of a row that is still to be made."""
    by_length: bool = False
    """Whether it is a row because its line was short: the next short line is another."""
    closed: bool = False
    """Whether nothing under it is filed: a table of contents."""
    rows_rank: int = 0
    """The rank of the lines that rows were made of; 0 before the first."""


class Standing:
    """The places one stands under, the nearest last."""

    def __init__(self, names: Names, is_empty: Callable[[str], bool]) -> None:
        """Begin under none; `is_empty` tells whether a field holds nothing yet."""
        self._names, self._is_empty = names, is_empty
        self._under: list[Place] = []
        self.seen: list[Place] = []

    @property
    def top(self) -> Place | None:
        """The nearest place."""
        return self._under[-1] if self._under else None

    @property
    def near(self) -> str:
        """The field one stands under, or beside whose table one stands; empty for none."""
        top = self.top
        if top and top.target:
            return top.target.field
        above = next((place.target.field for place in reversed(self._under) if place.target), "")
        return "" if above and self.is_table(above) else above

    @property
    def path(self) -> str:
        """The labels one stands under."""
        return STEP.join(place.label for place in self._under if place.label)

    @property
    def around(self) -> int:
        """The number of the place that the nearest one stands under; 0 for none."""
        return self._under[-2].number if len(self._under) > 1 else 0

    def close(self, rank: int) -> None:
        """Leave the places of a rank and below."""
        while self._under and self._under[-1].rank >= rank:
            self._under.pop()

    def enter(self, place: Place) -> Place:
        """Stand under a place."""
        self.close(place.rank)
        self.seen.append(place)
        place.number = len(self.seen)
        place.origin = place.origin or place.number
        self._under.append(place)
        return place

    def table(self) -> Place | None:
        """Return the place that opened the table one stands in, or None."""
        top = self.top
        if top is None or top.target is None or not self.is_table(top.target.field):
            return None
        name = top.target.field
        return next(one for one in self._under if one.target and one.target.field == name)

    def leave_lead_in(self) -> None:
        """Leave « Mission : … » for what follows it, where a heading above names a field of its own."""
        if len(self._under) > 1 and self._is_lead_in() and self._under[-2].target is not None:
            self._under.pop()

    def is_table(self, field: str) -> bool:
        """Whether a field is a table."""
        return self._names.fields[field].kind == "table"

    def heading(self, rank: int, label: str, *, followed: bool) -> Place | None:
        """Stand under a heading; None: it is a line like others. `followed`: something stands under it."""
        if rank < NAMED:
            self.close(rank)
        rank = self._lowered(rank, label)
        above = self._above(rank)
        if rank >= NAMED and not followed and above and above.target and self._is_empty(above.target.field):
            return None
        place = self._named(rank, label, above) or self._unnamed(rank, label, above, followed=followed)
        return self.enter(place) if place else None

    def _lowered(self, rank: int, label: str) -> int:
        """Return the rank of a label; one that may name a value ranks as the names of values do."""
        table = self.table()
        if rank != NAMED or table is None or table.target is None or table.rows_rank not in (0, EMPHATIC):
            return rank
        return EMPHATIC if self._names.is_virtue(label, table.target.field) else rank

    def _above(self, rank: int) -> Place | None:
        """Return the nearest place of a higher rank."""
        return next((one for one in reversed(self._under) if one.rank < rank), None)

    def _named(self, rank: int, label: str, above: Place | None) -> Place | None:
        """Return the place of a heading that names a column of the row, fields, or a column."""
        near = above.target.field if above and above.target else ""
        in_table = bool(near) and self.is_table(near)
        column = self._names.column(near, label) if in_table else ""
        if column and above and above.row is not None:
            return Place(rank, label, Target(near, column), above.row)
        found = self._names.of_heading(label, near)
        if found and not (in_table and self._names.is_virtue(label, near)):
            row = self._names.row_named(found[0].field, label)
            if row:
                return Place(rank, row[0], found[0], row_name=row[1])
            several = found if len(found) > 1 else ()
            again = above.origin if above and above.target == found[0] else 0
            return Place(rank, label, None if several else found[0], several=several, origin=again)
        beside = Target(near, column) if column else self._names.column_beside(label, near)
        return Place(rank, label, beside) if beside else None

    def _unnamed(self, rank: int, label: str, above: Place | None, *, followed: bool) -> Place | None:
        """Return the place of a heading that names none of our fields, or None: it is a line."""
        if self._names.is_contents(label):
            return Place(rank, label, closed=True)
        typed = rank >= NAMED
        if above is None or above.target is None:
            return Place(rank, label) if followed or not typed else None
        field = above.target.field
        if self.is_table(field):
            return self._row(rank, label, above, followed=followed)
        goes_on = self._is_empty(field) or self._names.share_a_word(label, above.label)
        if goes_on and self._names.fields[field].kind == "statement":
            return None if typed else Place(rank, label, above.target, origin=above.origin)
        sibling = rank == EMPHATIC and above.rank == NAMED
        if typed and not (followed and (sibling or self._names.fields[field].kind == "statement")):
            return None
        if self._names.fields[field].kind != "statement" and not sibling:
            return None
        return Place(NAMED if sibling else rank, label)

    def _row(self, rank: int, label: str, above: Place, *, followed: bool) -> Place | None:
        """Return the place of a heading inside a table: the name of a row, unless one stands in a row."""
        if above.row is not None or above.target is None or above.target.column:
            return None
        if rank == EMPHATIC and above.rows_rank > EMPHATIC:
            return Place(NAMED if above.rank == NAMED else rank, label) if followed else None
        above.rows_rank = above.rows_rank or rank
        kind, name = self._names.row_named(above.target.field, label) or ("", label)
        return Place(rank, kind, above.target, said=not kind, row_name=name)

    def lead(self, label: str, depth: int, *, loud: bool) -> Place | None:
        """Stand under the words in front of a line, if they name a column, a field or a row; else None.

        loud: they are in bold.
        """
        rank = LEAD_IN + depth
        row = next((one for one in self._under if one.row is not None and one.target), None)
        if row and row.target and (rank > row.rank or rank == LEAD_IN == row.rank):
            column = self._names.column(row.target.field, label)
            if column:
                self.close(row.rank + 1)
                return self.enter(Place(row.rank + 1, label, Target(row.target.field, column), row.row))
        beside = self._is_lead_in() and not depth
        before = self.near
        self.close(rank)
        dated = self._names.dated_row(label, self.near) if depth else ""
        if dated:
            return self.enter(Place(rank, label, Target(dated), said=True, row_name=label))
        target = self._led(label, depth, before, loud=loud)
        return self.enter(Place(rank, label, target)) if target or beside else None

    def sentence(self, target: Target) -> None:
        """Stand under what a sentence names itself: « notre mission est de… »."""
        self.close(LEAD_IN)
        self.enter(Place(LEAD_IN, "", target, said=True))

    def _is_lead_in(self) -> bool:
        """Whether one stands under words in front of a line: what has others in front stands beside it."""
        top = self.top
        return top is not None and top.rank == LEAD_IN and top.row is None

    def _led(self, label: str, depth: int, before: str, *, loud: bool) -> Target | None:
        """Return what the words in front of a line mean; `before`: the field of the line before."""
        above = self.top
        near = above.target.field if above and above.target else ""
        if not near or above is None:
            found = self._names.exact(label, before) or self._names.exact(label)
            found = found or self._names.column_beside(label, self.near)
            return found or self._of_own(label, before, loud=loud)
        if not self.is_table(near):
            if self._names.sums_up(label):
                return None
            owed = self._names.owing.of_label(label) if near in self._names.owing.people else ""
            if owed in self._names.fields:
                return Target(owed)
            found = self._names.exact(label, near) or self._names.column_beside(label, near)
            if depth:
                return found if found and found.column else None
            return found or self._of_own(label, near, loud=loud)
        if above.row is not None or (depth and above.target and above.target.column):
            return None
        column = self._names.column(near, label)
        if depth:
            here = Target(near, column) if column else self._names.column_beside(label, near)
            return here if depth == 1 else None
        found = self._names.exact(label, near) or self._of_own(label, near, loud=False)
        is_row = found and found.field == near and not found.column
        if found and not is_row and (above.rows_rank > LEAD_IN or not self._names.is_virtue(label, near)):
            return found
        return Target(near, column) if column else None

    def _of_own(self, label: str, near: str, *, loud: bool) -> Target | None:
        """Return what a label means that is read as a heading is: « notre promesse aux familles »."""
        found = self._names.of_heading(label, near) if loud or self._names.is_own(label) else ()
        return found[0] if len(found) == 1 else None
