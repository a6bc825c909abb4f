"""How much of a sentence somebody could check: names, places, dates, measures, acts, limits against hollow words.

Owns the features and how they are weighed. The words stand in the lexicons; the weights too, fitted by logistic
regression on the tuning half of the statements the tests keep.
"""

import math
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Final

from msgspec import Struct

from brandplatform.checks.text import Word, folded, words

FEATURES: Final = ("figure", "time", "name", "act", "limit", "specific", "hollow", "share", "claims", "length")
"""What is counted, in the order of a lexicon's weights; the last weight of all is the constant."""

FACTS: Final = ("figure", "time", "name", "act", "limit")
"""Features that hold a sentence to something."""

_FIGURE: Final = re.compile(r"\d")
_OPENS: Final = re.compile(r"(?:^|[.!?:…]\s+|[«“\"(]\s*)$")
_SHORTEST: Final = 3
"""Letters of the shortest word that carries a meaning."""


class Specific(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """What makes a sentence of one language specific or hollow: folded patterns of whole words."""

    numbers: tuple[str, ...]
    times: tuple[str, ...]
    acts: tuple[str, ...]
    limits: tuple[str, ...]
    hollow: tuple[str, ...]
    empty: tuple[str, ...]
    """Little words that carry no meaning of their own."""
    capitals: tuple[str, ...]
    """Words written with a capital that are nobody's name."""
    weights: tuple[float, ...]

    @cached_property
    def patterns(self) -> Mapping[str, re.Pattern[str]]:
        """One pattern for each list."""
        lists = {"figure": self.numbers, "time": self.times, "act": self.acts, "limit": self.limits}
        lists |= {"hollow": self.hollow, "empty": self.empty, "capitals": self.capitals}
        return {name: re.compile(rf"(?<!\w)(?:{'|'.join(one)})(?!\w)") for name, one in lists.items()}


def facts(text: str, specific: Specific, own: frozenset[str] = frozenset()) -> frozenset[str]:
    """Return which kinds of fact a text holds; `own` are folded words that are no news, such as the brand's name."""
    counted = _counted(text, specific, own)
    return frozenset(name for name in FACTS if counted[name])


def emptiness(text: str, specific: Specific, claims: int, own: frozenset[str] = frozenset()) -> float:
    """Return how likely it is, from 0 to 1, that nothing in a text can be checked; `claims` are its expressions."""
    return 1 / (1 + math.exp(-weighed(features(text, specific, claims, own), specific.weights)))


def features(
    text: str, specific: Specific, claims: int, own: frozenset[str] = frozenset()
) -> tuple[float, ...]:
    """Return the features of a text in the order of `FEATURES`."""
    counted = _counted(text, specific, own)
    content = counted["specific"] + counted["hollow"]
    known: Mapping[str, float] = {
        **{name: min(float(counted[name]), 2.0) for name in FACTS},
        "specific": min(counted["specific"], 10) / 5,
        "hollow": min(counted["hollow"], 10) / 5,
        "share": counted["hollow"] / content if content else 0.5,
        "claims": min(claims, 4) / 2,
        "length": min(content, 30) / 10,
    }
    return tuple(known[name] for name in FEATURES)


def weighed(found: tuple[float, ...], weights: tuple[float, ...]) -> float:
    """Return the sum of features times weights, the last weight being the constant."""
    return sum(one * weight for one, weight in zip((*found, 1.0), weights, strict=True))


def _counted(text: str, specific: Specific, own: frozenset[str]) -> Mapping[str, int]:
    plain, patterns = folded(text), specific.patterns
    counted = {name: sum(1 for _ in patterns[name].finditer(plain)) for name in ("figure", "time", "act", "limit")}
    counted["figure"] += 1 if _FIGURE.search(text) else 0
    said = [word for word in words(text) if len(word.folded) >= _SHORTEST and word.folded not in own]
    content = [word for word in said if not patterns["empty"].fullmatch(word.folded)]
    counted["hollow"] = sum(1 for word in content if patterns["hollow"].fullmatch(word.folded))
    counted["specific"] = len(content) - counted["hollow"]
    counted["name"] = sum(1 for word in said if _is_name(word, text, patterns["capitals"]))
    return counted


def _is_name(word: Word, text: str, capitals: re.Pattern[str]) -> bool:
    """Whether a word has a capital that its place in the sentence does not explain."""
    written = text[word.start : word.end]
    if not written[0].isupper() or capitals.fullmatch(word.folded):
        return False
    return not _OPENS.search(text[: word.start].rstrip("’'") if text[: word.start].endswith(("’", "'")) else text[: word.start])
