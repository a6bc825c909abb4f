"""What may be asked of a text, by what it is; what is not named is never asked. One table for every check."""

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from brandplatform.checks.finding import HINT, TO_DISCUSS
from brandplatform.document.framework import Genre

NEVER: Final = TO_DISCUSS + 1


class Asked(Struct, frozen=True, kw_only=True):
    """What is asked of one genre."""

    claims: int = NEVER
    """The least severity of an expression that is told: all of them, the serious ones, none."""
    concrete: bool = False
    """Whether it is asked what somebody could check."""
    hedges: bool = False
    absolutes: bool = False
    length: bool = True
    infinitive: bool = False
    horizon: bool = False
    facts: bool = False
    """Whether a figure, a date or a name is wanted."""


ASKED: Final[Mapping[Genre, Asked]] = {
    "": Asked(length=False),
    "essence": Asked(claims=TO_DISCUSS),
    "belief": Asked(claims=HINT),
    "promise": Asked(claims=HINT, concrete=True, hedges=True, absolutes=True),
    "mission": Asked(claims=HINT, concrete=True, infinitive=True),
    "vision": Asked(claims=HINT, horizon=True),
    "value": Asked(claims=HINT),
    "p": Asked(claims=HINT, concrete=True),
    "statement": Asked(claims=HINT, concrete=True),
    "tagline": Asked(claims=TO_DISCUSS),
    "commitment": Asked(claims=TO_DISCUSS, hedges=True, absolutes=True),
    "proof": Asked(facts=True),
    "objective": Asked(claims=TO_DISCUSS),
    "text": Asked(claims=HINT),
}
