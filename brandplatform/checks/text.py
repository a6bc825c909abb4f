"""Words of a text as the checks see them: accents and apostrophes folded, every letter still at its place."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

LONGEST = 100_000
"""Characters of one text that are looked at, forty pages of them; what stands after them is not."""

WORD = re.compile(r"[^\W_]+")


class Word(NamedTuple):
    """A word as it is compared, and where it stands in the text."""

    folded: str
    start: int
    end: int


@lru_cache(maxsize=512)
def folded(text: str) -> str:
    """Return a text in lower case without accents, straight apostrophes, of the same length."""
    return "".join(map(_letter, text))


def _letter(letter: str) -> str:
    if letter in "’‘ʼ":
        return "'"
    if letter in "\u00a0\u202f\u2009":
        return " "
    plain = unicodedata.normalize("NFD", letter.lower())[:1] or letter
    return plain if len(plain) == 1 else letter


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text, an elided article (`l’`) being one of its own."""
    for found in WORD.finditer(folded(text)):
        yield Word(found.group(), found.start(), found.end())
