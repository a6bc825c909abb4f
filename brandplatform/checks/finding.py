"""What a check says: where, how serious, and the question it asks. It never blocks anything."""

from typing import Literal

from msgspec import Struct

Family = Literal["clarity", "claims", "coherence"]
HINT, TO_DISCUSS = 1, 2


class Finding(Struct, frozen=True, kw_only=True):
    """One finding; `start` and `end` are characters of the text at its place, both 0 for none."""

    id: str
    family: Family
    field: str
    row: str = ""
    column: str = ""
    lang: str = ""
    start: int = 0
    end: int = 0
    severity: int = HINT
    message: str = ""
    question: str = ""
