"""What can be seen of a sentence put to the test: whose name it bears, its breath, its long words, its acts.

Owns the counting; whether a sentence passes is a person's to say. Must not know how it is shown.
"""

import math
import re
from collections.abc import Callable

from msgspec import Struct

from brandplatform.document.model import Platform, Signature, Statement, Texts
from brandplatform.document.proofs import found_at
from brandplatform.document.signing import digest_of
from brandplatform.document.syllables import syllables
from brandplatform.document.words import count_words

WORDS_A_MINUTE = 150
LONG = 4
"""Syllables from which a word is long to a child of ten."""

Span = tuple[int, int]
"""Where something begins in a text, and where it ends."""

_OURSELVES = {"fr": "nous", "en": "we"}
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


def swapped(text: str, brand: str, competitor: str, language: str) -> tuple[str, tuple[Span, ...]]:
    """Return a sentence with a competitor in the place of the brand's name and of `we`, and where it stands.

    There may be no place for it: the sentence comes back as it was.
    """
    names = sorted({one for one in (brand.strip(), _OURSELVES.get(language[:2], "")) if one}, key=len)
    if not names:
        return text, ()
    either = "|".join(map(re.escape, reversed(names)))
    made, spans, at = "", list[Span](), 0
    for found in re.finditer(rf"(?<!\w)(?:{either})(?!\w)", text, re.IGNORECASE):
        made += text[at : found.start()]
        put = competitor[:1].upper() + competitor[1:] if _begins(made) else competitor
        spans.append((len(made), len(made) + len(put)))
        made, at = made + put, found.end()
    return made + text[at:], tuple(spans)


def _begins(before: str) -> bool:
    """Tell whether a sentence begins after what stands before."""
    return before.rstrip(' \t\n\u00a0\u202f«“"—–-')[-1:] in ("", ".", "!", "?", "…")


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
