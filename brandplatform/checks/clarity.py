"""Whether a text can be taken in at one go: its length, its longest sentence, its long nouns, who does it."""

import re
from collections.abc import Iterator
from typing import Final

from brandplatform.checks.finding import HINT, TO_DISCUSS, Finding
from brandplatform.checks.genres import ASKED
from brandplatform.checks.passages import Passage
from brandplatform.checks.text import folded, words
from brandplatform.document.words import count_words

LONG_SENTENCE: Final = 40
"""Words from which a sentence is hard to read (Oxford Guide to Plain English)."""

FAR_OVER: Final = 1.25
"""Times its cap from which a statement is to be discussed."""

STACKED: Final = 4
"""Nouns of quality in one statement from which they are a pile."""

_SENTENCE: Final = re.compile(r"[^.!?…]+")
_ABSTRACT: Final = {
    "fr": re.compile(r"\w{3,}(?:tions?|sions?|ites?|ances?|ences?)"),
    "en": re.compile(r"\w{3,}(?:tions?|sions?|it(?:y|ies)|ness|ances?|ences?)"),
}
_INFINITIVE: Final = {"fr": re.compile(r"\w{2,}(?:er|ir|re)\b"), "en": re.compile(r"to \w+\b")}


def clarity(passage: Passage) -> Iterator[Finding]:
    """Yield what keeps a text from being understood at once."""
    asked = ASKED[passage.genre]
    count = count_words(passage.text)
    if asked.length and passage.cap and count > passage.cap:
        severity = TO_DISCUSS if count > passage.cap * FAR_OVER else HINT
        yield _finding("L-WORDS", passage, severity)
    longest = max((count_words(one) for one in _SENTENCE.findall(passage.text)), default=0)
    if longest > LONG_SENTENCE:
        yield _finding("L-SENTENCE", passage, HINT)
    abstract = _ABSTRACT.get(passage.lang)
    if abstract and passage.genre != "text":
        piled = [word for word in words(passage.text) if abstract.fullmatch(word.folded)]
        if len(piled) >= STACKED:
            yield _finding("L-ABSTRACT", passage, HINT)
    infinitive = _INFINITIVE.get(passage.lang)
    if asked.infinitive and infinitive and infinitive.match(folded(passage.text).lstrip()):
        yield _finding("L-INFINITIVE", passage, HINT)


def _finding(name: str, passage: Passage, severity: int) -> Finding:
    return passage.found(name, "clarity", severity, 0, len(passage.text))
