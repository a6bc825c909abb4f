"""The method as data: themes with their questions and fields, and the frameworks that put them in order.

Owns the shape of `resources/fields` and `resources/frameworks` and the checks on it. Must not know where the
files are (a reader is passed in), nor what any field is called.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal, TypeVar

import msgspec
from msgspec import Struct

Said = Mapping[str, str]
"""A text of the method: French and English, always both."""

LANGUAGES = ("fr", "en")
Kind = Literal["statement", "text", "lines", "table", "choice", "scale", "date"]
ColumnKind = Literal["text", "choice", "date", "person", "link"]
QUESTION = re.compile(r"[a-z0-9_]+\.q[0-9a-z]+")
"""A question id: the section that asks it, `.q`, a number."""

Reader = Callable[[str, str], Mapping[str, Any]]
T = TypeVar("T")
_CAP = re.compile(r"\{cap(?::([a-z0-9_.]+))?\}")


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
    help: Said = {}
    cap: Mapping[str, int] = {}
    options: tuple[Option, ...] = ()
    card: Literal["", "name", "role", "quote"] = ""
    """Its place on a card, where the table is published as cards; empty: a labelled line."""
    joins: bool = False
    """Published under the column before it, in the same cell."""
    share: int = 0
    """Share of the table's width when published; 0: by kind."""

    @property
    def by_language(self) -> bool:
        """Whether its cells are prose, kept by language."""
        return self.kind == "text"


class Field(_Data, frozen=True):
    """Something that can be answered; `cap` counts words, not characters."""

    id: str
    kind: Kind
    title: Said
    help: Said = {}
    cap: Mapping[str, int] = {}
    options: tuple[Option, ...] = ()
    ends: Ends | None = None
    columns: tuple[Column, ...] = ()
    layout: Literal["", "cards"] = ""
    """How a table is published: a table, or one card for each row."""
    part: Literal["", "promise", "internal", "proof", "refusal"] = ""
    """Its part in what is published: alone on the promise page, or after the tables of its section."""

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

        return tuple(_CAP.sub(filled, line[language]) for line in self.good)


class Section(_Data, frozen=True):
    """A place in the outline: some fields of one theme."""

    id: str
    theme: str
    title: Said
    subtitle: Said
    fields: tuple[str, ...]


class Group(_Data, frozen=True):
    """Sections that stand together in the outline."""

    id: str
    title: Said
    sections: tuple[Section, ...]
    open: bool = False


class Chapter(_Data, frozen=True):
    """Sections that are published together; without a title it has that of its one section."""

    sections: tuple[str, ...]
    title: Said = {}
    page: bool = False
    """Whether it begins a page."""
    annex: bool = False


class Framework(_Data, frozen=True):
    """An ordered view over the fields."""

    id: str
    version: int
    title: Said
    description: Said
    groups: tuple[Group, ...]
    chapters: tuple[Chapter, ...] = ()
    """The order of what is published; a section named by none is not published. None at all: the groups."""

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


def theme_from(data: Mapping[str, Any], source: str) -> Theme:
    """Build a theme from parsed TOML.

    Raises FrameworkError: with the file, the key and the reason.
    """
    theme = _converted(data, Theme, source)
    for index, one in enumerate(theme.fields):
        _check_field(one, f"fields[{index}]", source)
    for index, question in enumerate(theme.questions):
        if not QUESTION.fullmatch(question.id):
            raise FrameworkError(source, f"questions[{index}].id", f"“{question.id}” is not SECTION.qN")
    for index, line in enumerate(theme.good):
        for language in LANGUAGES:
            for found in _CAP.finditer(line[language]):
                if theme.cap(found.group(1) or theme.fields[0].id, language) is None:
                    raise FrameworkError(source, f"good[{index}].{language}", f"{found.group()} names no cap")
    return theme


def framework_from(data: Mapping[str, Any], source: str) -> Framework:
    """Build a framework from parsed TOML.

    Raises FrameworkError: with the file, the key and the reason.
    """
    framework = _converted(data, Framework, source)
    names = [s.id for s in framework.sections]
    for name in names:
        if names.count(name) > 1:
            raise FrameworkError(source, "groups", f"two sections are called “{name}”")
    for index, chapter in enumerate(framework.chapters):
        for name in chapter.sections:
            if name not in names:
                raise FrameworkError(source, f"chapters[{index}].sections", f"there is no section “{name}”")
        if not chapter.title and len(chapter.sections) > 1:
            raise FrameworkError(source, f"chapters[{index}]", "more than one section wants a title")
    return framework


def _converted(data: Mapping[str, Any], shape: type[T], source: str) -> T:
    try:
        made = msgspec.convert(data, shape)
    except msgspec.ValidationError as error:
        reason, _, place = str(error).partition(" - at `")
        raise FrameworkError(source, place.strip("`").removeprefix("$").lstrip("."), reason) from error
    for key, said in _said(data, ""):
        for language in LANGUAGES:
            if not str(said.get(language, "")).strip():
                raise FrameworkError(source, key, f"the text in “{language}” is missing")
    return made


def _said(data: object, key: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Walk parsed TOML and yield every bilingual text with its key."""
    if isinstance(data, Mapping):
        if data and set(data) <= set(LANGUAGES):
            yield key, data
            return
        for name, value in data.items():
            yield from _said(value, f"{key}.{name}" if key else name)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _said(value, f"{key}[{index}]")


def _check_field(one: Field, key: str, source: str) -> None:
    """Refuse a field whose parts do not go with its kind."""
    if QUESTION.fullmatch(one.id):
        raise FrameworkError(source, f"{key}.id", f"“{one.id}” reads as a question")
    needed = {"table": one.columns, "choice": one.options, "scale": one.ends}
    for kind, part in needed.items():
        if (one.kind == kind) != bool(part):
            reason = f"“{one.id}” is a {one.kind}: its columns, options or ends do not go with that"
            raise FrameworkError(source, key, reason)
    for index, column in enumerate(one.columns):
        if (column.kind == "choice") != bool(column.options):
            place = f"{key}.columns[{index}]"
            raise FrameworkError(source, place, "options go with a choice, and only with it")


class Library:
    """The frameworks and themes at hand, each read when it is first asked for."""

    def __init__(self, read: Reader, frameworks: tuple[str, ...]) -> None:
        """Keep `read(folder, file)`, which parses one TOML file, and the ids of the frameworks there are."""
        self._read = read
        self._themes: dict[str, Theme] = {}
        self._frameworks: dict[str, Framework] = {}
        self.frameworks = frameworks

    def framework(self, name: str) -> Framework:
        """Return a framework by id.

        Raises FrameworkError: no such framework, or a mistake in its file.
        """
        if name not in self._frameworks:
            if name not in self.frameworks:
                raise FrameworkError("frameworks", name, "there is no framework of this name")
            file = f"{name}.toml"
            self._frameworks[name] = framework_from(self._read("frameworks", file), f"frameworks/{file}")
        return self._frameworks[name]

    def theme(self, name: str) -> Theme:
        """Return a theme by id.

        Raises FrameworkError: a mistake in its file.
        """
        if name not in self._themes:
            file = f"{name}.toml"
            self._themes[name] = theme_from(self._read("fields", file), f"fields/{file}")
        return self._themes[name]

    def field(self, framework: Framework, name: str) -> Field | None:
        """Return the definition of a field the framework shows, or None."""
        section = framework.section_of(name)
        return self.theme(section.theme).field(name) if section else None

    def fields(self, section: Section) -> tuple[Field, ...]:
        """Return the definitions of a section's fields, in its order.

        Raises FrameworkError: the section names a field its theme does not define.
        """
        theme = self.theme(section.theme)
        found = tuple(theme.field(name) for name in section.fields)
        for name, one in zip(section.fields, found, strict=True):
            if one is None:
                reason = f"fields/{section.theme}.toml defines no “{name}”"
                raise FrameworkError("frameworks", section.id, reason)
        return tuple(one for one in found if one is not None)

    def questions(self, section: Section) -> tuple[Question, ...]:
        """Return the questions a section asks, in order."""
        return tuple(q for q in self.theme(section.theme).questions if q.section == section.id)
