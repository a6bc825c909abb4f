"""How a line becomes a row of a table: a name and what it means, a list of names, a column's own list.

Owns the cells of rows made from lines. Must not know headings, nor tables drawn as such (`grids`).
"""

import re
from collections.abc import Iterator
from functools import cache

from brandplatform.document.framework import Field
from brandplatform.document.words import count_words
from brandplatform.incoming.cues import Cues
from brandplatform.incoming.drawers import Drawers
from brandplatform.incoming.keys import parted
from brandplatform.incoming.labels import LEAD_IN, lead_of
from brandplatform.incoming.names import Names, Target
from brandplatform.incoming.passages import Line
from brandplatform.incoming.standing import Place, Standing
from brandplatform.incoming.synonyms import NamedField

_LISTED = re.compile(r"\s*[,;•·|/]\s*")
_DOTTED = re.compile(r"([^.:;,!?\n]{2,40})\.\s+([^\n]+)")
_LAST = re.compile(r"\s+(et|and|&)\s+", re.IGNORECASE)
_LONGEST_LIST = 240
_WORDS_OF_A_NAME = 4
_LONGEST_SPLIT = 120


class Rows:
    """Makes rows of lines; what a table does not take is told to whoever asked."""

    def __init__(self, names: Names, drawers: Drawers, cues: Cues) -> None:
        """Keep the names of columns, where cells lie, and how sentences of a column begin."""
        self._names, self._drawers, self._cues = names, drawers, cues
        self._records: dict[tuple[str, int], int] = {}

    def plan(self, table: str) -> NamedField:
        """Return which columns of a table take a name, what is said of it, and a text alone."""
        known = self._names.tables.get(table)
        field = self._field(table)
        if known is not None and all(map(field.column, (known.name, known.rest, known.alone))):
            return known
        columns = [column.id for column in field.columns if column.kind not in ("choice", "link")]
        first, second = columns[0], columns[min(1, len(columns) - 1)]
        return NamedField(id=table, name=first, rest=second, alone=first)

    def named(self, table: str, name: str) -> int:
        """Begin a row of that name, and return its number."""
        row = self._drawers.new_row(table)
        plan = self.plan(table)
        number, said = parted(name.rstrip(" :"))
        if number[:1].isdigit() and not number[-1].isdigit():
            self._drawers.replaced.append(number)
            name = said
        name = name.rstrip(" :")
        cut = self._splits(plan, name)
        if cut:
            self._drawers.replaced.append(cut[2])
            self.put(table, row, plan.name, cut[1])
            self.put(table, row, plan.split, cut[3])
        else:
            self.put(table, row, plan.name, name)
        return row

    def put(self, table: str, row: int, column: str, text: str) -> bool:
        """Add a text to a cell by the column's id."""
        found = self._field(table).column(column)
        return found is not None and self._drawers.put(table, row, found, text)

    def file(self, standing: Standing, line: Line) -> bool:
        """Put a line into the table one stands in; False: it goes nowhere there."""
        place = standing.top
        if place and place.by_length and not line.depth and self._is_name(place.target, line):
            standing.close(place.rank)
            place = standing.top
        if place is None or place.target is None:
            return False
        table, column = place.target.field, place.target.column
        if place.row is not None:
            text = f"- {line.text}" if line.depth > 1 else line.text
            return self._say(table, place.row, column, text)
        opened = standing.table() or place
        if column:
            return self._of_column(standing.around, table, column, line)
        if not line.depth and line.text.endswith(":"):
            self._drawers.replaced.append(line.text)
            return True
        after_items = not line.depth and opened.rows_rank > LEAD_IN
        return not after_items and self._opens(standing, opened, place.target, line)

    def _of_column(self, around: int, table: str, column: str, line: Line) -> bool:
        """File under the name of a column: a list makes a row of each, a line goes on with the row before.

        around: the number of the place that the names of columns stand under.
        """
        found = self._field(table).column(column)
        pieces = self._pieces(line)
        if found is None:
            return False
        if line.depth or len(pieces) > 1:
            rows = [self._drawers.new_row(table) for _ in pieces]
            put = [self._drawers.put(table, row, found, text) for row, text in zip(rows, pieces, strict=True)]
            return all(put)
        record = self._records.get((table, around))
        if record is None or self._drawers.holds(table, record, column):
            record = self._records[table, around] = self._drawers.new_row(table)
        return self._drawers.put(table, record, found, line.text)

    def _opens(self, standing: Standing, opened: Place, target: Target, line: Line) -> bool:
        """Begin a row with a line; lines under it are said of it."""
        row = self._of_line(target.field, line)
        if row is None:
            return False
        rank = LEAD_IN + line.depth
        opened.rows_rank = opened.rows_rank or rank
        short = self._is_name(target, line)
        if short or line.depth or lead_of(line)[0]:
            by_length = short and not line.depth
            standing.enter(Place(rank, "", target, row, said=True, by_length=by_length))
        return True

    def _is_name(self, target: Target | None, line: Line) -> bool:
        """Whether a line may stand for the name of a row, what is said of it following."""
        plan = self.plan(target.field) if target else None
        named = plan is not None and plan.alone == plan.name and not lead_of(line)[0]
        return named and count_words(line.text) <= _WORDS_OF_A_NAME and not line.text.endswith(".")

    def _of_line(self, table: str, line: Line) -> int | None:
        """Make a row of a line, or several; return the number of the last one, or None: it makes none."""
        plan = self.plan(table)
        lead, rest = lead_of(line)
        dotted = _DOTTED.fullmatch(line.text) if plan.abstract and not lead else None
        if dotted and self._is_name(Target(table), Line(dotted[1])):
            lead, rest = dotted[1], dotted[2]
        first, _, others = line.text.partition("\n")
        short = not lead and self._is_name(Target(table), Line(first))
        headed = bool(others) and (line.lead == first or (short and count_words(others) > plan.most > 0))
        parts = self._splits(plan, f"{lead} {rest}") if lead else None
        if parts and parts[1] == lead:
            return self.named(table, f"{lead} {rest}")
        if headed or (lead and not others):
            return self._with(self.named(table, first if headed else lead), table, plan.rest, others or rest)
        if plan.alone == plan.name and self._splits(plan, line.text):
            return self.named(table, line.text)
        pieces = self._pieces(line) if plan.alone == plan.name or others else [line.text]
        if len(pieces) > 1:
            return [self._of_line(table, Line(text, depth=1)) for text in pieces][-1]
        too_long = plan.most and count_words(line.text) > plan.most
        wanted = plan.alone if not too_long else plan.rest if line.depth else ""
        if wanted == plan.name:
            return self.named(table, line.text)
        return self._with(self._drawers.new_row(table), table, wanted, line.text) if wanted else None

    def _splits(self, plan: NamedField, name: str) -> re.Match[str] | None:
        """Find « mais pas » in the name of a row, where the table has a column for what follows."""
        return _between(plan.split_at).fullmatch(name) if plan.split and len(name) <= _LONGEST_SPLIT else None

    def _with(self, row: int, table: str, column: str, text: str) -> int:
        for told, said in self._cues.columns(table, text).items():
            self.put(table, row, told or column, said)
        return row

    def _say(self, table: str, row: int, column: str, text: str) -> bool:
        """Put a text into a column or, where none is named, by how its sentences begin."""
        rest = self.plan(table).rest
        if column:
            return self.put(table, row, column, text) or self.put(table, row, rest, text)
        taken = [
            self.put(table, row, told or rest, said) for told, said in self._cues.columns(table, text).items()
        ]
        return all(taken)

    def lists(self, line: Line) -> bool:
        """Whether a line is one of a list, or lists short names itself."""
        return line.depth > 0 or len(list(self._short_names(line.text))) > 1

    def _pieces(self, line: Line) -> list[str]:
        """Return the parts of a line that lists short names, or its lines, or the line alone."""
        lines = [text for text in line.text.split("\n") if text.strip()]
        if len(lines) > 1:
            return lines
        listed = list(self._short_names(line.text))
        if len(listed) < 2:
            return [line.text]
        joins = map(str.strip, _LAST.findall(_tail(line.text)))
        self._drawers.replaced.extend(one for one in joins if one.isalpha())
        return listed

    def _short_names(self, text: str) -> Iterator[str]:
        """Yield the names a text lists, or nothing when it is none of short names."""
        listed = list(self._listed(text.rstrip(" ."))) if len(text) <= _LONGEST_LIST else []
        if all(one and count_words(one) <= _WORDS_OF_A_NAME for one in listed):
            yield from listed

    def _listed(self, text: str) -> Iterator[str]:
        """Yield names parted by commas; the last two may be joined by « et »."""
        *first, last = _LISTED.split(text)
        yield from first
        yield from _LAST.split(last, maxsplit=1)[::2] if first else [last]

    def _field(self, table: str) -> Field:
        return self._names.fields[table]


@cache
def _between(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds one of some words between two texts; a comma stands close to the first, a name."""
    if words == (",",):
        return re.compile(r"((?:[^\s,]+\s?){1,3})(,)\s+(\S.*)")
    said = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(.+?),?\s+({said})\s+(\S.*)", re.IGNORECASE)


def _tail(text: str) -> str:
    """Return what follows the last comma, up to the first « et » in it and what follows."""
    last = _LISTED.split(text)[-1]
    found = _LAST.search(last)
    return found[0] if found else ""
