"""What can be seen of a sentence put to the test: its breath, its long words, its acts.

Owns the counting; whether a sentence passes is a person's to say. Must not know how it is shown.
"""

import math
import re
from collections.abc import Callable

from msgspec import Struct

from brandplatform.document.model import Platform, Signature, Statement, Texts
from brandplatform.document.proofs import found_at
from brandplatform.document.signing import digest_of
from brandplatform.document.swap import Span
from brandplatform.document.syllables import syllables
from brandplatform.document.words import count_words

WORDS_A_MINUTE = 150
LONG = 4
"""Syllables from which a word is long to a child of ten."""

_WORD = re.compile(r"[^\W\d_]+")


class Breath(Struct, frozen=True):
    """How long a sentence takes to say."""

    words: int
    commas: int
    seconds: int


def breath(text: str) -> Breath:
    """Return how many words and commas a sentence has, and the seconds it takes at 150 words a minute."""
    words = count_words(text)
    return Breath(words=words, commas=text.count(","), seconds=math.ceil(words * 60 / WORDS_A_MINUTE))


def long_words(text: str, language: str) -> tuple[Span, ...]:
    """Return where the words of four syllables or more stand."""
    return tuple(found.span() for found in _WORD.finditer(text) if syllables(found.group(), language) >= LONG)


def acts(platform: Platform, field: str, texts: Texts) -> int:
    """Return how many acts are linked to words that stand in `texts`, a wording of a statement."""
    answer = platform.answers.get(field)
    proofs = answer.proofs if isinstance(answer, Statement) else ()
    return len(
        {one.row for one in proofs if found_at(texts.get(one.language, ""), one.words, one.occurrence)}
    )


def signed(
    platform: Platform, field: str, normal: Callable[[str, str], str]
) -> tuple[Signature | None, bool]:
    """Return who last put their name to a statement, and whether it still says what was signed.

    `normal` sets a text as it is printed, as in `signing`.
    """
    last = next((one for one in reversed(platform.signatures) if field in one.texts), None)
    if last is None:
        return None, False
    return last, last.texts[field] == digest_of(platform.answers.get(field), last.languages, normal)
