"""A stranger's headings, lines and tables to our fields; the rest to `loose`.

Owns the walk over a document. Every word goes to an answer or to `loose`: what only names a field stands
there last, as the headings. Must not know Word or Markdown.
"""

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from brandplatform.document.edit import rebrand
from brandplatform.document.framework import Framework
from brandplatform.document.library import Library
from brandplatform.document.model import Platform, new_platform
from brandplatform.incoming import grids
from brandplatform.incoming.about import brand_of, language_of
from brandplatform.incoming.cues import Cues
from brandplatform.incoming.drawers import Drawers
from brandplatform.incoming.labels import EMPHATIC, LEAD_IN, NAMED, lead_of, marked
from brandplatform.incoming.leftovers import Leftovers
from brandplatform.incoming.names import Names, Target
from brandplatform.incoming.passages import Aside, Box, Grid, Heading, Line, Passage, Stranger, said_in
from brandplatform.incoming.rows import Rows
from brandplatform.incoming.standing import Place, Standing
from brandplatform.incoming.synonyms import Spoken
from brandplatform.resources import Words

CELLS = " | "
"""What stands between the cells of a row that is kept aside."""

_SHOWN = 60
"""Characters of a passage by which it is named when it stands under no heading."""


class Filed(Struct, frozen=True):
    """What stood under a heading, and the field it went to; no field: it was kept aside."""

    origin: str
    place: str


def file_away(
    document: Stranger,
    library: Library,
    framework: Framework,
    spoken: Spoken,
    words: Words,
    *,
    source: str,
    language: str = "",
) -> tuple[Platform, tuple[Filed, ...]]:
    """Return a platform that holds every word of a document, and what went where.

    language: that of the document; empty: it is found out, and is that of `words` where nothing shows it.
    """
    spoken_in = language or language_of(document, spoken) or words.language
    brand = brand_of(document, Names(library, framework, spoken))
    walk = Walk(Names(library, framework, spoken, brand), spoken_in, words, source)
    walk.over(document.passages)
    empty = new_platform(framework.id, spoken_in, version=framework.version)
    return walk.filled(rebrand(empty, name=brand)), walk.filed()


class Walk:
    """One walk over a document."""

    def __init__(self, names: Names, language: str, words: Words, source: str) -> None:
        """Begin under no heading, with empty drawers."""
        self._names, self._words = names, words
        self._drawers = Drawers(names.fields, language)
        self._cues = Cues(names)
        self._rows = Rows(names, self._drawers, self._cues)
        self._left = Leftovers(source)
        self._standing = Standing(names, self._drawers.is_empty)
        self._headings: list[str] = []
        self._filed: dict[Filed, None] = {}

    def filled(self, platform: Platform) -> Platform:
        """Return a platform with what was filed, what was not, and the headings."""
        silent = (place.label for place in self._standing.seen if place.label and not place.said)
        headings = [*silent, *self._headings, *self._drawers.replaced]
        if headings:
            self._left.apart(Line("\n".join(headings)), self._words("import.headings"))
        return replace(platform, answers=self._drawers.answers(), loose=self._left.loose())

    def filed(self) -> tuple[Filed, ...]:
        """Return what went where, in the order of the document."""
        return tuple(self._filed)

    def over(self, passages: Iterable[Passage], *, lowest: int = 0) -> None:
        """File passages in order; no heading among them ranks above `lowest`."""
        ready = marked(passages, self._names)
        for at, passage in enumerate(ready):
            match passage:
                case Heading():
                    self._heading(passage, ready[at + 1 : at + 6], max(lowest, passage.level))
                case Line():
                    self._line(passage)
                case Grid():
                    self._grid(passage)
                case Aside():
                    said = self._words(f"import.from_{passage.what}")
                    self._left.apart(Line(passage.text), said)
                    self._filed[Filed(said, "")] = None
                case _:
                    assert_never(passage)

    def _heading(self, heading: Heading, ahead: Sequence[Passage], rank: int) -> None:
        after = tuple(takewhile(lambda one: not isinstance(one, Heading), ahead))
        followed = bool(after) and not isinstance(after[0], Aside)
        label = heading.text.rstrip(" :.") if rank >= NAMED else heading.text
        place = self._standing.heading(rank, label, followed=followed)
        if place is None:
            self._file(Line(heading.text))
        elif place.row_name:
            self._name_row(place)
        elif place.several:
            self._share(place, after)

    def _share(self, place: Place, after: Sequence[Passage]) -> None:
        """Prepare for what follows a heading that names several fields: a line for each, or a list of one."""
        lines = [one for one in after if isinstance(one, Line) and not one.depth]
        if len(lines) == len(place.several) == len(after):
            return
        tables = [one for one in place.several if self._standing.is_table(one.field)]
        first = after[0] if after else None
        listed = isinstance(first, Grid) or (isinstance(first, Line) and self._rows.lists(first))
        place.target, place.several = (tables[0] if tables and listed else None), ()

    def _line(self, line: Line) -> None:
        standing = self._standing
        if standing.top and standing.top.closed:
            self._leave(line)
            return
        standing.close(LEAD_IN + max(line.depth, 1))
        lead, rest = lead_of(line)
        place = standing.lead(lead, line.depth, loud=bool(line.lead)) if lead else None
        if place:
            self._name_row(place)
            self._file(Line(rest, depth=line.depth if line.depth > 1 else 0))
            return
        if not lead and not line.depth:
            standing.leave_lead_in()
        named = self._names.sentence(line.text) or (None if standing.near else self._opened(line.text))
        if named and not line.depth:
            standing.sentence(named)
        self._note_dates(line)
        self._file(line)

    def _note_dates(self, line: Line) -> None:
        """Write down the day a sentence mentions, beside filing the sentence: « relu le 3 mai 2027 »."""
        for field, date in self._cues.dated(line.text):
            if self._drawers.is_empty(field) and self._drawers.take(field, Line(date), 0):
                self._note(field)

    def _opened(self, text: str) -> Target | None:
        field = self._cues.opened(text)
        return Target(field) if field else None

    def _name_row(self, place: Place) -> None:
        """Make the row that a place names."""
        if place.row_name and place.target:
            place.row = self._rows.named(place.target.field, place.row_name)
            self._note(place.target.field)

    def _file(self, line: Line) -> None:
        """Put a line where the nearest place says."""
        place = self._standing.top
        if place and place.several:
            place.target, place.several = place.several[0], place.several[1:]
        if place is None or place.target is None:
            self._leave(line)
            return
        field = place.target.field
        if self._standing.is_table(field):
            taken = self._rows.file(self._standing, line)
        else:
            self._take(field, line, place.origin)
            return
        if taken:
            self._note(field)
        else:
            self._leave(line)

    def _take(self, field: str, line: Line, origin: int) -> None:
        """Put a line into a field; a sentence that begins as those of a field beside it goes there."""
        parts = self._cues.fields(field, line.text)
        for other, text in parts.items():
            told, said = (other or field), (line if len(parts) == 1 else replace(line, text=text, lead=""))
            if self._drawers.take(told, said, origin):
                self._note(told)
            else:
                self._leave(said)

    def _note(self, field: str) -> None:
        self._filed[Filed(self._standing.path, field)] = None

    def _leave(self, line: Line) -> None:
        """Keep a line aside, under the label it stands under where that names no field."""
        place, path = self._standing.top, self._standing.path
        number = place.number if place else 0
        if place and place.target is None and place.label and not place.said:
            place.said = True
            self._left.add(Line(place.label), path, number)
        self._left.add(line, path, number)
        self._filed[Filed(path or shortened(line.text), "")] = None

    def _grid(self, grid: Grid) -> None:
        """File a table: rows of ours, a field in each row, or a text of its cells."""
        place = self._standing.top
        if max(map(len, grid.rows), default=0) < 2:
            self.over((line for row in grid.rows for box in row for line in box), lowest=EMPHATIC)
            return
        near = self._standing.near
        found = None if place and place.closed else grids.reading(grid, self._names, near)
        match found:
            case grids.Labelled():
                self._labelled(found, near)
            case grids.Tabled():
                self._tabled(found, place)
            case None:
                for row in grid.rows:
                    self._leave(Line(CELLS.join(filter(None, map(said_in, row)))))
            case _:
                assert_never(found)

    def _labelled(self, table: grids.Labelled, near: str) -> None:
        """File each row under the field its first cell names; a third cell has no place there."""
        self._headings.extend(filter(None, map(said_in, table.head)))
        for name, *boxes in table.rows:
            label = said_in(name)
            meant = self._names.of_heading(label, near)
            self._standing.enter(Place(NAMED, label, meant[0] if len(meant) == 1 else None))
            told = [box for box in boxes if box]
            for box in told[:1]:
                self.over(box, lowest=EMPHATIC)
            self._standing.close(NAMED)
            if told[1:]:
                self._standing.enter(Place(NAMED, label, said=True))
                self._beside(told[1:])
                self._standing.close(NAMED)

    def _beside(self, boxes: Sequence[Box]) -> None:
        for line in (line for box in boxes for line in box):
            self._leave(line)

    def _tabled(self, table: grids.Tabled, place: Place | None) -> None:
        """File rows of one of our tables; a column that is none of ours is kept aside, its head first."""
        beside: list[list[str]] = [[] for _ in table.columns]
        inside = place.row if place and len(table.rows) == 1 else None
        for boxes in table.rows:
            row = self._drawers.new_row(table.table) if inside is None else inside
            for at, (column, box) in enumerate(zip(table.columns, boxes, strict=True)):
                text = said_in(box)
                if text and not (column and self._rows.put(table.table, row, column, text)):
                    beside[at].append(text)
        self._note(table.table)
        heads = [said_in(box) for box in table.head] or [""] * len(table.columns)
        for head, texts in zip(heads, beside, strict=True):
            if texts:
                self._leave(Line("\n".join(filter(None, (head, *texts)))))
            elif head:
                self._headings.append(head)


def shortened(text: str) -> str:
    """Return the beginning of a text, by which it is known again."""
    line = text.partition("\n")[0]
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()}…"
