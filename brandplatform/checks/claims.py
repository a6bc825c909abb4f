"""What a text claims without proving: expressions of the lexicon, and whether anything could be checked.

Facts buy silence: in a sentence that can be checked an expression is a hint at most, in a firm one nothing.
What an act proves, what was kept with a reason and the words of the company's own trade are not told.
"""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from brandplatform.checks.finding import HINT, TO_DISCUSS, Finding
from brandplatform.checks.genres import ASKED, Asked
from brandplatform.checks.lexicon import Hit, Lexicon
from brandplatform.checks.passages import Passage
from brandplatform.checks.specificity import emptiness, facts
from brandplatform.checks.text import folded, words

HOLLOW: Final = 0.55
"""From this emptiness on, what a text claims is to be discussed."""

DOUBTFUL: Final = 0.4
"""From this emptiness on, an expression is worth a hint."""

_SOFT: Final = ("hedge", "absolute")
_FACTS: Final = 2


class Exempt(Struct, frozen=True):
    """What is not told in one document: folded words of trade and name, expressions kept with a reason."""

    own: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()


def claims(passage: Passage, lexicon: Lexicon, exempt: Exempt) -> Iterator[Finding]:
    """Yield what a text claims: at most one finding for each distinct expression, and one for the whole."""
    asked = ASKED[passage.genre]
    found = list(lexicon.hits(passage.text))
    strong = [hit for hit in found if hit.rule.category not in _SOFT]
    empty = emptiness(passage.text, lexicon.specific, len(strong), exempt.own)
    firm = empty < HOLLOW or len(facts(passage.text, lexicon.specific, exempt.own)) >= _FACTS
    told: set[str] = set()
    for hit in found:
        said = folded(passage.text[hit.start : hit.end])
        severity = _severity(hit, asked, firm=firm, empty=empty)
        if severity and said not in told and not _is_exempt(said, hit, passage, exempt):
            told.add(said)
            yield _found(passage, hit, severity)
    if asked.concrete and empty >= DOUBTFUL:
        severity = TO_DISCUSS if empty >= HOLLOW else HINT
        yield passage.found("C-CONCRETE", "claims", severity, 0, len(passage.text))


def _severity(hit: Hit, asked: Asked, *, firm: bool, empty: float) -> int:
    """Return how serious an expression is in its sentence; 0: it is not told."""
    if hit.rule.category in _SOFT:
        told = asked.hedges if hit.rule.category == "hedge" else asked.absolutes
        return HINT if told else 0
    severity = TO_DISCUSS if hit.rule.severity == TO_DISCUSS and not firm else HINT
    if severity == HINT and empty < DOUBTFUL:
        return 0
    return severity if severity >= asked.claims else 0


def _is_exempt(said: str, hit: Hit, passage: Passage, exempt: Exempt) -> bool:
    """Whether an expression was kept, is the company's own trade, or stands in words an act proves."""
    if said in exempt.kept:
        return True
    content = [word.folded for word in words(said)]
    if (
        content
        and all(word in exempt.own for word in content if len(word) > 3)
        and any(len(word) > 3 for word in content)
    ):
        return True
    return any(start <= hit.start and hit.end <= end for start, end in _proved(passage))


def _proved(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield where the proved words of a text stand."""
    for quoted, occurrence in passage.proved:
        at = -1
        for _ in range(max(occurrence, 1)):
            at = passage.text.find(quoted, at + 1)
            if at < 0:
                break
        if at >= 0 and quoted:
            yield at, at + len(quoted)


def _found(passage: Passage, hit: Hit, severity: int) -> Finding:
    name = f"X-{hit.rule.category.upper()}"
    return passage.found(name, "claims", severity, hit.start, hit.end, hit.rule.question)
