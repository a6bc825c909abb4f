"""Drafts of a statement: pure edits in which nothing that was written is ever lost.

The words of the draft that was chosen stand in the statement alone, so that they are edited in one place;
they go back into the draft when another one is chosen. The opening line keeps its own words whatever happens.
"""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from brandplatform.document.edit import answered, said
from brandplatform.document.model import Draft, Platform, Statement, Texts

OPENING = "opening"
"""Origin of the line that was typed on the start screen."""

CHOSEN, REFUSED = "chosen", "refused"


# Reading


def drafts_of(platform: Platform, field: str) -> tuple[Draft, ...]:
    """Return the drafts of a statement, in their order."""
    answer = platform.answers.get(field)
    return answer.drafts if isinstance(answer, Statement) else ()


def opening_of(platform: Platform, field: str) -> Draft | None:
    """Return the line that was typed on the start screen, or None."""
    return next((one for one in drafts_of(platform, field) if one.origin == OPENING), None)


def lettered(platform: Platform, field: str) -> Mapping[str, str]:
    """Return the letter of each draft by its id, in order: A to Z, then AA; the opening line has none."""
    named = (one.id for one in drafts_of(platform, field) if one.origin != OPENING)
    return {name: _letter(nth) for nth, name in enumerate(named)}


def _letter(nth: int) -> str:
    above, own = divmod(nth, 26)
    return (_letter(above - 1) if above else "") + chr(ord("A") + own)


def wording(platform: Platform, field: str, draft: str = "") -> Texts:
    """Return the words of a draft, or of the statement when none is named; the one chosen is both."""
    answer = platform.answers.get(field)
    if not isinstance(answer, Statement):
        return {}
    found = apart(answer, draft)
    return answer.text if found is None else found.text


def apart(statement: Statement, draft: str) -> Draft | None:
    """Return the draft of that id where it has words of its own; None: the statement's are meant."""
    found = named(statement, draft)
    return None if found is None or _holds(found) else found


def named(statement: Statement, draft: str) -> Draft | None:
    """Return the draft of that id, or None."""
    return next((one for one in statement.drafts if one.id == draft), None)


def in_place(statement: Statement, draft: Draft) -> Statement:
    """Return a statement with a draft in the place of the one of its id."""
    return replace(statement, drafts=tuple(draft if one.id == draft.id else one for one in statement.drafts))


def _holds(draft: Draft) -> bool:
    """Tell whether a draft's words are those of the statement."""
    return draft.status == CHOSEN and draft.origin != OPENING


# Writing


def start(platform: Platform, field: str, new: str, today: str) -> Platform:
    """Return a copy with an empty draft of id `new`; what the statement says is a draft from then on too.

    `today` is the id that one takes; it is not used when the statement is a draft already, or is empty.
    """

    def started(statement: Statement) -> Statement:
        if any(one.id == new for one in statement.drafts):
            return statement
        drafts = statement.drafts
        if statement.text and not any(_holds(one) for one in drafts):
            drafts = (*map(_reopened, drafts), Draft(id=today, status=CHOSEN))
        return replace(statement, drafts=(*drafts, Draft(id=new)))

    return answered(platform, field, Statement, started)


def write(platform: Platform, field: str, draft: str, language: str, text: str) -> Platform:
    """Return a copy in which a draft reads `text` in a language; of the one chosen, the statement does."""

    def written(statement: Statement) -> Statement:
        one = named(statement, draft)
        if one is None:
            return statement
        if _holds(one):
            return replace(statement, text=said(statement.text, language, text))
        return in_place(statement, replace(one, text=said(one.text, language, text)))

    return answered(platform, field, Statement, written)


def choose(platform: Platform, field: str, draft: str, kept: str) -> Platform:
    """Return a copy in which a draft is the statement; what the statement was is a draft again.

    `kept` is the id of the draft that holds it where there is none for it yet. An empty draft is not chosen.
    """

    def chosen(statement: Statement) -> Statement:
        one = named(statement, draft)
        if one is None or not one.text or one.status == CHOSEN:
            return statement
        left = _left(statement, kept)
        put = replace(one, status=CHOSEN)
        if one.origin != OPENING:
            put = replace(put, text={}, tests={})
        return replace(in_place(left, put), text=one.text, tests=one.tests)

    return answered(platform, field, Statement, chosen)


def set_aside(platform: Platform, field: str, draft: str) -> Platform:
    """Return a copy in which a draft is refused; the one chosen cannot be, another must be chosen first."""
    return _marked(platform, field, draft, REFUSED)


def bring_back(platform: Platform, field: str, draft: str) -> Platform:
    """Return a copy in which a draft that was refused is open again; the reason given stays with it."""
    return _marked(platform, field, draft, "")


def explain(platform: Platform, field: str, draft: str, language: str, reason: str) -> Platform:
    """Return a copy in which the reason a draft was chosen or refused for reads `reason` in a language."""
    return _changed(
        platform, field, draft, lambda one: replace(one, reason=said(one.reason, language, reason))
    )


def may_remove(platform: Platform, field: str, draft: str) -> bool:
    """Tell whether a draft says nothing at all, in any language."""
    one = next((found for found in drafts_of(platform, field) if found.id == draft), None)
    if one is None or one.text or one.tests or one.reason:
        return False
    return not (_holds(one) and wording(platform, field))


def remove(platform: Platform, field: str, draft: str) -> Platform:
    """Return a copy without an empty draft; one that says something stays."""
    if not may_remove(platform, field, draft):
        return platform

    def removed(statement: Statement) -> Statement:
        return replace(statement, drafts=tuple(one for one in statement.drafts if one.id != draft))

    return answered(platform, field, Statement, removed)


# How


def _left(statement: Statement, kept: str) -> Statement:
    """Return a statement with its words and verdicts in a draft, none of them chosen any more."""
    held = next((one for one in statement.drafts if one.status == CHOSEN), None)
    mine = Draft(id=kept, text=statement.text, tests=statement.tests)
    open_again = replace(statement, drafts=tuple(map(_reopened, statement.drafts)))
    if not mine.text and not mine.tests:
        return open_again
    if held is not None and _fits(held, mine):
        return in_place(open_again, replace(held, status="", text=mine.text, tests=mine.tests))
    if any(one.text == mine.text and one.tests == mine.tests for one in open_again.drafts):
        return open_again
    return replace(open_again, drafts=(*open_again.drafts, mine))


def _fits(held: Draft, mine: Draft) -> bool:
    """Tell whether a draft can take words and verdicts in without losing its own."""
    blank = not held.text and held.origin != OPENING
    return (blank or held.text == mine.text) and (not held.tests or held.tests == mine.tests)


def _reopened(draft: Draft) -> Draft:
    return replace(draft, status="") if draft.status == CHOSEN else draft


def _changed(platform: Platform, field: str, draft: str, change: Callable[[Draft], Draft]) -> Platform:
    def changed(statement: Statement) -> Statement:
        one = named(statement, draft)
        return statement if one is None else in_place(statement, change(one))

    return answered(platform, field, Statement, changed)


def _marked(platform: Platform, field: str, draft: str, status: str) -> Platform:
    """Return a copy in which an open draft is refused, or a refused one open."""
    return _changed(
        platform, field, draft, lambda one: one if one.status == CHOSEN else replace(one, status=status)
    )
