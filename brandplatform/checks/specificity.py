"""How much of a sentence somebody could check: names, dates, measures, acts, limits against hollow words.

Owns the features and how they are weighed. The words stand in the lexicons; the weights too, fitted by
logistic regression (L2, strength 1) on the tuning half of the statements the tests keep.
"""

import math
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Final

from msgspec import Struct

from brandplatform.checks.text import Word, folded, words

FEATURES: Final = ("figure", "time", "name", "act", "limit", "hollow", "balance", "claims")
"""What is counted, in the order of a lexicon's weights; the last weight of all is the constant."""

FACTS: Final = ("figure", "time", "name", "act", "limit")
"""Features that hold a sentence to something."""

_FIGURE: Final = re.compile(r"\d")
_OPENS: Final = re.compile(r"(?:[.!?:…]\s+|[«“\"(]\s*)$")
_BEFORE: Final = 8
"""Letters looked at before a word to tell whether it opens a sentence."""
_SHORTEST: Final = 3
"""Letters of the shortest word that carries a meaning."""


class Specific(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """What makes a sentence of one language specific or hollow: folded patterns of whole words."""

    numbers: tuple[str, ...]
    times: tuple[str, ...]
    acts: tuple[str, ...]
    limits: tuple[str, ...]
    hollow: tuple[str, ...]
    things: tuple[str, ...]
    """Objects and places whose ending is that of hollow words."""
    empty: tuple[str, ...]
    """Little words that carry no meaning of their own."""
    capitals: tuple[str, ...]
    """Words written with a capital that are nobody's name."""
    weights: tuple[float, ...]

    @cached_property
    def patterns(self) -> Mapping[str, re.Pattern[str]]:
        """One pattern for each list."""
        lists = {"figure": self.numbers, "time": self.times, "act": self.acts, "limit": self.limits}
        lists |= {"hollow": self.hollow, "empty": self.empty, "capitals": self.capitals, "thing": self.things}
        return {name: re.compile(rf"(?<!\w)(?:{'|'.join(one)})(?!\w)") for name, one in lists.items()}


def facts(text: str, specific: Specific, own: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return which kinds of fact a text holds; `own` are folded words that are no news, as the brand's."""
    counted = _counted(text, specific, own)
    return frozenset(name for name in FACTS if counted[name])


def emptiness(text: str, specific: Specific, claims: int, own: frozenset[str] = frozenset()) -> float:
    """Return how likely it is, 0 to 1, that nothing can be checked; `claims` are the expressions found."""
    return 1 / (1 + math.exp(-weighed(features(text, specific, claims, own), specific.weights)))


def features(
    text: str, specific: Specific, claims: int, own: frozenset[str] = frozenset()
) -> tuple[float, ...]:
    """Return the features of a text in the order of `FEATURES`."""
    counted = _counted(text, specific, own)
    known: Mapping[str, float] = {
        **{name: min(float(counted[name]), 2.0) for name in FACTS},
        "hollow": min(counted["hollow"], 10) / 5,
        "balance": math.log((counted["hollow"] + 1) / (counted["specific"] + 1)),
        "claims": min(claims, 4) / 2,
    }
    return tuple(known[name] for name in FEATURES)


def weighed(found: tuple[float, ...], weights: tuple[float, ...]) -> float:
    """Return the sum of features times weights, the last weight being the constant."""
    return sum(one * weight for one, weight in zip((*found, 1.0), weights, strict=True))


def _counted(text: str, specific: Specific, own: frozenset[str]) -> Mapping[str, int]:
    plain, patterns = folded(text), specific.patterns
    counted = {
        name: sum(1 for _ in patterns[name].finditer(plain)) for name in ("figure", "time", "act", "limit")
    }
    counted["figure"] += 1 if _FIGURE.search(text) else 0
    said = [word for word in words(text) if len(word.folded) >= _SHORTEST and word.folded not in own]
    content = [word for word in said if not patterns["empty"].fullmatch(word.folded)]
    counted["hollow"] = sum(1 for word in content if _is_hollow(word.folded, patterns))
    counted["specific"] = len(content) - counted["hollow"]
    counted["name"] = sum(1 for word in said if _is_name(word, text, patterns["capitals"]))
    return counted


def _is_hollow(word: str, patterns: Mapping[str, re.Pattern[str]]) -> bool:
    """Whether a word is a hollow one; an act, a moment, a number or an object never is."""
    firm = any(patterns[name].fullmatch(word) for name in ("thing", "act", "time", "figure"))
    return not firm and patterns["hollow"].fullmatch(word) is not None


def _is_name(word: Word, text: str, capitals: re.Pattern[str]) -> bool:
    """Whether a word has a capital that its place in the sentence does not explain."""
    written = text[word.start : word.end]
    if not written[0].isupper() or capitals.fullmatch(word.folded):
        return False
    before = text[max(0, word.start - _BEFORE) : word.start].rstrip("’'")
    return bool(before.strip()) and not _OPENS.search(before)
