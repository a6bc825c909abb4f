"""The steps of the short path, in order, and which of them has something to show.

Owns what comes after what; must not know how a step looks.
"""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from brandplatform.checks.finding import Finding
from brandplatform.document import drafts, edit
from brandplatform.document.formula import parse, read, told
from brandplatform.document.library import Library
from brandplatform.document.model import Draft, Platform, Statement

FIELD = "promise"
"""The field the short path fills."""

QUESTIONS = ("promise.q4", "promise.q1", "promise.q2", "promise.q6")
"""The person first, then the sentence, the worst day, and how one will know."""

SENTENCE, FINDINGS, SWAP, LINES, PAPER = "sentence", "findings", "swap", "lines", "paper"
STEPS = (*QUESTIONS, SENTENCE, FINDINGS, SWAP, LINES, PAPER)

TODAY = "today"
"""Id of the draft that holds the sentence being made."""

OPENING = drafts.OPENING
"""Id, and origin, of the line typed on the start screen."""

MOST = 2
"""Findings shown on the way."""

Finder = Callable[[Platform, str, str], Sequence[Finding]]
"""(platform, field, language) -> what is to discuss in that field, the most serious first."""


def line_of(platform: Platform, draft: str, language: str) -> str:
    """Return a line as it stands: `opening` or `today`, slots still open in brackets."""
    there = any(one.id == draft for one in drafts.drafts_of(platform, FIELD))
    return drafts.wording(platform, FIELD, draft).get(language, "") if there else ""


def opening_line(platform: Platform, language: str) -> str:
    """Return the line typed on the start screen, in its own words whatever was chosen since."""
    one = drafts.opening_of(platform, FIELD)
    return one.text.get(language, "") if one is not None else ""


def today_line(library: Library, platform: Platform, language: str) -> str:
    """Return today's sentence as it can be said: what was left open is not in it."""
    line = line_of(platform, TODAY, language)
    for text in formulas(library, language):
        formula = parse(text)
        if (texts := read(formula, line, language)) is not None:
            return told(formula, texts, language)
    return line


def formulas(library: Library, language: str) -> tuple[str, ...]:
    """Return the formulas of the promise in a language; in English where the method does not speak it."""
    return tuple(one.get(language, one["en"]) for one in library.theme(FIELD).formulas)


def with_line(platform: Platform, language: str, line: str) -> Platform:
    """Return a copy in which today's sentence reads `line`."""
    if not any(one.id == TODAY for one in drafts.drafts_of(platform, FIELD)):
        if not line.strip():
            return platform
        platform = edit.keep_draft(platform, FIELD, Draft(id=TODAY))
    return drafts.write(platform, FIELD, TODAY, language, line)


def with_choice(platform: Platform, language: str, draft: str, today: str) -> Platform:
    """Return a copy in which one of the two lines is the promise and the other is set aside."""
    platform = with_line(platform, language, today)
    there = [one.id for one in drafts.drafts_of(platform, FIELD)]
    if draft not in there:
        return platform
    kept = next(name for name in (f"first{nth or ''}" for nth in range(len(there) + 1)) if name not in there)
    platform = drafts.choose(drafts.bring_back(platform, FIELD, draft), FIELD, draft, kept)
    other = OPENING if draft == TODAY else TODAY
    return drafts.set_aside(platform, FIELD, other) if other in there else platform


def chosen_line(platform: Platform) -> str:
    """Return which of the two lines is the promise now, `opening` or `today`; empty: neither was chosen."""
    found = (one.id for one in drafts.drafts_of(platform, FIELD) if one.status == drafts.CHOSEN)
    return next((one for one in found if one in (OPENING, TODAY)), "")


def examined(library: Library, platform: Platform, language: str) -> Platform:
    """Return a copy whose promise is today's sentence, to be read by the checks and never kept."""
    line = today_line(library, platform, language) or opening_line(platform, language)
    before = platform.answers.get(FIELD)
    statement = before if isinstance(before, Statement) else Statement()
    answers = {**platform.answers, FIELD: replace(statement, text={language: line} if line else {})}
    return replace(platform, answers=answers)
