"""The method as data: themes with their questions and fields, and the frameworks that put them in order.

Owns the shape of `resources/fields` and `resources/frameworks`. Must not know how they are read and checked
(`library` does), nor what any field is called.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

Said = Mapping[str, str]
"""A text of the method: French and English, always both."""

LANGUAGES = ("fr", "en")
Kind = Literal["statement", "text", "lines", "table", "choice", "scale", "date"]
Genre = Literal[
    "", "essence", "belief", "promise", "mission", "vision", "value", "p", "statement", "tagline",
    "commitment", "proof", "objective", "text",
]  # fmt: skip
"""What a text is to those who read it again: what may be asked of it. Empty: nothing, ever."""

PublishedPart = Literal[
    "", "promise", "internal", "proof", "refusal", "essence", "brought", "mission", "vision", "values", "p",
    "one_thing",
]  # fmt: skip
ColumnKind = Literal["text", "choice", "date", "person", "link"]
QUESTION = re.compile(r"[a-z0-9_]+\.q[0-9a-z]+")
"""A question id: the section that asks it, `.q`, a number."""

CAP = re.compile(r"\{cap(?::([a-z0-9_.]+))?\}")
"""A cap named in what good looks like: `{cap}` of the first field, `{cap:values.name}` of another."""


class FrameworkError(ValueError):
    """A mistake in the method's data, told with file, key and reason."""

    def __init__(self, source: str, key: str, reason: str) -> None:
        super().__init__(f"{source}: {key}: {reason}" if key else f"{source}: {reason}")


class _Data(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of what is read from TOML: strict about its keys."""


class Option(_Data, frozen=True):
    """One answer of a choice."""

    id: str
    title: Said


class Ends(_Data, frozen=True):
    """The two poles of a scale."""

    low: Said
    high: Said


class Column(_Data, frozen=True):
    """A column of a table."""

    id: str
    kind: ColumnKind
    title: Said
    genre: Genre = ""
    help: Said = {}
    cap: Mapping[str, int] = {}
    options: tuple[Option, ...] = ()
    card: Literal["", "name", "role", "quote"] = ""
    """Its place on a card, where the table is published as cards; empty: a labelled line."""
    joins: bool = False
    """Stands under the column before it, in the same cell."""
    brief: bool = True
    """Whether it is there where cards are published as a table."""
    share: int = 0
    """Share of the table's width when published; 0: by kind."""

    @property
    def by_language(self) -> bool:
        """Whether its cells are prose, kept by language."""
        return self.kind == "text"


def stacked(columns: Iterable[Column]) -> tuple[tuple[Column, ...], ...]:
    """Return columns with those that join them, as they share a cell."""
    made: list[tuple[Column, ...]] = []
    for column in columns:
        if column.joins and made:
            made[-1] = (*made[-1], column)
        else:
            made.append((column,))
    return tuple(made)


def stack_title(stack: tuple[Column, ...], say: Callable[[Said], str]) -> str:
    """Return what columns in one cell are called together: `Evidence · date`."""
    first, *under = (say(column.title) for column in stack)
    return " · ".join((first, *map(inside, under)))


def inside(title: str) -> str:
    """Return a title as it stands inside a sentence."""
    return title[:1].lower() + title[1:]


class Field(_Data, frozen=True):
    """Something that can be answered; `cap` counts words, not characters."""

    id: str
    kind: Kind
    title: Said
    short: Said = {}
    """What it is called beside its like, where that is not its title."""
    genre: Genre = ""
    help: Said = {}
    cap: Mapping[str, int] = {}
    options: tuple[Option, ...] = ()
    ends: Ends | None = None
    columns: tuple[Column, ...] = ()
    layout: Literal["", "cards"] = ""
    """How a table is published: a table, or one card for each row."""
    part: PublishedPart = ""
    """Its part in what is published: on the promise page, on the one page, or last in its section."""
    note: Said = {}
    """What is said under its table when it is published."""
    wide: bool = False
    """Whether its table is published on a page on its side."""

    def column(self, name: str) -> Column | None:
        """Return the column of that id, or None."""
        return next((c for c in self.columns if c.id == name), None)


class Question(_Data, frozen=True):
    """A question whose answer is a private note; `why` is one line."""

    id: str
    ask: Said
    why: Said

    @property
    def section(self) -> str:
        """The section that asks it."""
        return self.id.rpartition(".q")[0]


class Example(_Data, frozen=True):
    """A strong and a hollow answer of one fictional business, with the nearly good one where there is one."""

    business: str
    section: str
    holds: Said
    hollow: Said
    almost: Said = {}
    almost_why: Said = {}


class Trial(_Data, frozen=True):
    """A test of a statement: what is asked of it, and what the program can show by itself."""

    id: str
    title: Said
    ask: Said
    shows: Literal["", "swap", "long_words", "breath", "acts", "signature"] = ""


class Offer(_Data, frozen=True):
    """The tests that go with a genre of statement: ids offered at once, and ids behind them."""

    genre: Genre
    first: tuple[str, ...]
    more: tuple[str, ...] = ()


class Trials(_Data, frozen=True):
    """The tests there are, and which statement is put to which."""

    competitor: Said
    """Who stands in the place of the company."""
    trials: tuple[Trial, ...]
    offers: tuple[Offer, ...]

    def of(self, genre: Genre) -> tuple[tuple[Trial, ...], tuple[Trial, ...]]:
        """Return the tests offered at once to a genre of statement, and those behind them; often none."""
        known = {one.id: one for one in self.trials}
        offer = next((one for one in self.offers if one.genre == genre), Offer(genre=genre, first=()))
        return tuple(known[name] for name in offer.first), tuple(known[name] for name in offer.more)


class Theme(_Data, frozen=True):
    """One file of guiding content: what to ask, what good looks like, and the fields it fills."""

    id: str
    purpose: Said
    fields: tuple[Field, ...]
    good: tuple[Said, ...] = ()
    formulas: tuple[Said, ...] = ()
    mistakes: tuple[Said, ...] = ()
    questions: tuple[Question, ...] = ()
    examples: tuple[Example, ...] = ()

    def field(self, name: str) -> Field | None:
        """Return the field of that id, or None."""
        return next((f for f in self.fields if f.id == name), None)

    def cap(self, name: str, language: str) -> int | None:
        """Return the words allowed in a field (`promise`) or a column (`values.name`), or None: no limit."""
        found = self.field(name)
        if found is not None:
            return found.cap.get(language)
        head, _, tail = name.rpartition(".")
        table = self.field(head)
        column = table.column(tail) if table else None
        return column.cap.get(language) if column else None

    def ticks(self, language: str) -> tuple[str, ...]:
        """Return what good looks like, each line with the caps of its fields filled in."""

        def filled(found: re.Match[str]) -> str:
            return str(self.cap(found.group(1) or self.fields[0].id, language))

        return tuple(CAP.sub(filled, line[language]) for line in self.good)


class Section(_Data, frozen=True):
    """A place in the outline: some fields of one theme."""

    id: str
    theme: str
    title: Said
    subtitle: Said
    fields: tuple[str, ...]
    signing: bool = False
    """Whether it is where people put their name to the platform."""


class Group(_Data, frozen=True):
    """Sections that stand together in the outline."""

    id: str
    title: Said
    sections: tuple[Section, ...]
    open: bool = False


class Chapter(_Data, frozen=True):
    """Sections that are published together; without a title it has that of its one section."""

    sections: tuple[str, ...] = ()
    title: Said = {}
    page: bool = False
    """Whether it begins a page."""
    annex: bool = False
    switch: str = ""
    """What has to be let in for it to be published (`publish.edition`), or empty."""
    matrix: bool = False
    """Whether it shows where the promise stands among the five Ps."""


class Framework(_Data, frozen=True):
    """An ordered view over the fields."""

    id: str
    version: int
    title: Said
    description: Said
    groups: tuple[Group, ...]
    chapters: tuple[Chapter, ...] = ()
    """The order of what is published; a section named by none is not published. None at all: the groups."""
    interview: tuple[str, ...] = ()
    """The order in which sections are asked about; those it does not name follow, as in the groups."""

    @property
    def sections(self) -> Iterator[Section]:
        """All sections, in the order of the outline."""
        return (section for group in self.groups for section in group.sections)

    def section(self, name: str) -> Section | None:
        """Return the section of that id, or None."""
        return next((s for s in self.sections if s.id == name), None)

    def section_of(self, field_or_question: str) -> Section | None:
        """Return the section that shows a field or asks a question, or None."""
        if QUESTION.fullmatch(field_or_question):
            return self.section(field_or_question.rpartition(".q")[0])
        return next((s for s in self.sections if field_or_question in s.fields), None)
