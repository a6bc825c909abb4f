"""The method's files, each read when it is first asked for, and the checks on what they say.

Owns reading parsed TOML into the shapes of `framework`, refusing what does not go together with file, key and
reason. Must not know where the files are: a reader is passed in.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import msgspec

from brandplatform.document.framework import (
    CAP,
    LANGUAGES,
    QUESTION,
    Field,
    Framework,
    FrameworkError,
    Question,
    Section,
    Theme,
    Trials,
)

Reader = Callable[[str, str], Mapping[str, Any]]
T = TypeVar("T")


def theme_from(data: Mapping[str, Any], source: str) -> Theme:
    """Build a theme from parsed TOML.

    Raises FrameworkError: with the file, the key and the reason.
    """
    theme = _converted(data, Theme, source)
    if not theme.fields:
        raise FrameworkError(source, "fields", "a theme has one field at least")
    _check_apart([one.id for one in theme.fields], "fields", source)
    _check_apart([one.id for one in theme.questions], "questions", source)
    for index, one in enumerate(theme.fields):
        _check_field(one, f"fields[{index}]", source)
    for index, question in enumerate(theme.questions):
        if not QUESTION.fullmatch(question.id):
            raise FrameworkError(source, f"questions[{index}].id", f"“{question.id}” is not SECTION.qN")
    for index, line in enumerate(theme.good):
        for language in LANGUAGES:
            for found in CAP.finditer(line[language]):
                if theme.cap(found.group(1) or theme.fields[0].id, language) is None:
                    raise FrameworkError(source, f"good[{index}].{language}", f"{found.group()} names no cap")
    return theme


def framework_from(data: Mapping[str, Any], source: str) -> Framework:
    """Build a framework from parsed TOML.

    Raises FrameworkError: with the file, the key and the reason.
    """
    framework = _converted(data, Framework, source)
    names = [s.id for s in framework.sections]
    _check_apart(names, "groups", source)
    for index, chapter in enumerate(framework.chapters):
        for name in chapter.sections:
            if name not in names:
                raise FrameworkError(source, f"chapters[{index}].sections", f"there is no section “{name}”")
        if not chapter.title and len(chapter.sections) > 1:
            raise FrameworkError(source, f"chapters[{index}]", "more than one section wants a title")
    return framework


def trials_from(data: Mapping[str, Any], source: str) -> Trials:
    """Build the tests of statements from parsed TOML.

    Raises FrameworkError: with the file, the key and the reason.
    """
    trials = _converted(data, Trials, source)
    names = [one.id for one in trials.trials]
    _check_apart(names, "trials", source)
    _check_apart([one.genre for one in trials.offers], "offers", source)
    for index, offer in enumerate(trials.offers):
        offered = [*offer.first, *offer.more]
        _check_apart(offered, f"offers[{index}]", source)
        for name in offered:
            if name not in names:
                raise FrameworkError(source, f"offers[{index}]", f"there is no test “{name}”")
    return trials


def _converted(data: Mapping[str, Any], shape: type[T], source: str) -> T:
    try:
        made = msgspec.convert(data, shape)
    except msgspec.ValidationError as error:
        reason, _, place = str(error).partition(" - at `")
        raise FrameworkError(source, place.strip("`").removeprefix("$").lstrip("."), reason) from error
    for key, said in _said(data, ""):
        for language in said:
            if language not in LANGUAGES:
                raise FrameworkError(source, key, f"“{language}” is none of {', '.join(LANGUAGES)}")
        for language in LANGUAGES:
            if not str(said.get(language, "")).strip():
                raise FrameworkError(source, key, f"the text in “{language}” is missing")
    return made


def _said(data: object, key: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Walk parsed TOML and yield every bilingual text with its key: a mapping that holds no other."""
    if isinstance(data, Mapping):
        if not any(isinstance(value, Mapping | list) for value in data.values()):
            yield key, data
            return
        for name, value in data.items():
            yield from _said(value, f"{key}.{name}" if key else name)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _said(value, f"{key}[{index}]")


def _check_apart(ids: Sequence[str], key: str, source: str) -> None:
    """Refuse an id given twice: the second would never be found."""
    twice = next((one for index, one in enumerate(ids) if one in ids[:index]), None)
    if twice is not None:
        raise FrameworkError(source, key, f"“{twice}” is there twice")


def _check_field(one: Field, key: str, source: str) -> None:
    """Refuse a field whose parts do not go with its kind."""
    if QUESTION.fullmatch(one.id):
        raise FrameworkError(source, f"{key}.id", f"“{one.id}” reads as a question")
    needed = {"table": one.columns, "choice": one.options, "scale": one.ends}
    for kind, part in needed.items():
        if (one.kind == kind) != bool(part):
            reason = f"“{one.id}” is a {one.kind}: its columns, options or ends do not go with that"
            raise FrameworkError(source, key, reason)
    _check_apart([column.id for column in one.columns], f"{key}.columns", source)
    _check_apart([option.id for option in one.options], f"{key}.options", source)
    for index, column in enumerate(one.columns):
        if (column.kind == "choice") != bool(column.options):
            place = f"{key}.columns[{index}]"
            raise FrameworkError(source, place, "options go with a choice, and only with it")
        _check_apart([option.id for option in column.options], f"{key}.columns[{index}].options", source)


class Library:
    """The frameworks and themes at hand, each read when it is first asked for."""

    def __init__(self, read: Reader, frameworks: tuple[str, ...]) -> None:
        """Keep `read(folder, file)`, which parses one TOML file, and the ids of the frameworks there are."""
        self._read = read
        self._themes: dict[str, Theme] = {}
        self._frameworks: dict[str, Framework] = {}
        self._trials: Trials | None = None
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

    def trials(self) -> Trials:
        """Return the tests of statements.

        Raises FrameworkError: a mistake in their file.
        """
        if self._trials is None:
            self._trials = trials_from(self._read("", "tests.toml"), "tests.toml")
        return self._trials

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
