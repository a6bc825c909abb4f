"""The whole interview as a row of stops: every question that is asked, and at a section's end its sentence.

Owns what comes after what, and where a formula leads. Must not know how a stop is shown.
"""

from msgspec import Struct

from brandplatform.document.framework import Field, Framework, Question, Said, Section
from brandplatform.document.library import Library
from brandplatform.document.model import Platform
from brandplatform.document.questions import asked


class Stop(Struct, frozen=True):
    """A question, or the sentence of a section where there is no question."""

    section: Section
    question: Question | None = None
    number: int = 0
    of: int = 0
    """The question is the `number`th of so many in its section."""


def order(framework: Framework) -> tuple[Section, ...]:
    """Return the sections in the order they are asked about."""
    named = [section for name in framework.interview if (section := framework.section(name)) is not None]
    return (*named, *(section for section in framework.sections if section not in named))


def stops(framework: Framework, library: Library, platform: Platform) -> tuple[Stop, ...]:
    """Return every stop of the interview; a section put away has none."""
    found: list[Stop] = []
    for section in order(framework):
        if section.id in platform.put_away:
            continue
        questions = asked(library, platform, section)
        found += [Stop(section, one, nth, len(questions)) for nth, one in enumerate(questions, 1)]
        if sentence_of(library, section) is not None:
            found.append(Stop(section))
    return tuple(found)


def sentence_of(library: Library, section: Section) -> tuple[Field, tuple[Said, ...]] | None:
    """Return the field a section's formulas make a sentence for, and the formulas; None: it has none.

    A theme with a formula for each of its statements gives each its own; else all are for the first field.
    """
    theme = library.theme(section.theme)
    first = library.fields(section)[0] if section.fields else None
    if first is None or first.kind not in ("statement", "text") or not theme.formulas:
        return None
    statements = [one.id for one in theme.fields if one.kind == "statement"]
    if len(statements) == len(theme.formulas) > 1 and first.id in statements:
        return first, (theme.formulas[statements.index(first.id)],)
    return first, theme.formulas


def resumed(row: tuple[Stop, ...], platform: Platform, section: str, language: str) -> int:
    """Return where to go on: the first question of a section nobody answered, else its first stop."""
    mine = [at for at, stop in enumerate(row) if stop.section.id == section]
    for at in mine:
        question = row[at].question
        if question is not None and not platform.notes.get(question.id, {}).get(language):
            return at
    return mine[-1] if mine else 0
