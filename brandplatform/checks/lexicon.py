"""Expressions that claim without proving, and the question each asks back: the shape of `resources/lexicons`.

Owns how they are found in a text: whole words, the longest first, never inside a quotation or an innocent
phrase. Must not know which fields are checked.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Literal, NamedTuple

import msgspec
from msgspec import Struct

from brandplatform.checks.specificity import Specific
from brandplatform.checks.text import folded

Category = Literal[
    "superlative", "innovation", "solution", "relation", "value", "green", "jargon", "hedge", "absolute"
]
_QUOTED = re.compile(r"«[^«»]*»|“[^“”]*”|\"[^\"]*\"")


class LexiconError(ValueError):
    """A mistake in a lexicon, told with file, key and reason."""


class Rule(Struct, frozen=True, forbid_unknown_fields=True):
    """Expressions of one kind; `patterns` are regular expressions matched on whole words."""

    category: Category
    severity: int
    patterns: tuple[str, ...]
    question: str


class Hit(NamedTuple):
    """An expression found in a text."""

    start: int
    end: int
    rule: Rule


class Lexicon(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """What is looked for in one language; `innocent` phrases are masked first, `exact` ones by capitals."""

    innocent: tuple[str, ...]
    rule: tuple[Rule, ...]
    specific: Specific
    exact: tuple[str, ...] = ()

    @cached_property
    def _innocent(self) -> re.Pattern[str]:
        return re.compile("|".join(rf"\b(?:{folded_pattern(one)})" for one in self.innocent))

    @cached_property
    def _exact(self) -> re.Pattern[str]:
        return re.compile("|".join(rf"\b(?:{one})" for one in self.exact) or r"(?!)")

    @cached_property
    def _rules(self) -> tuple[tuple[re.Pattern[str], Rule], ...]:
        """Return every expression with its rule, the longest first."""
        pairs = [(folded_pattern(one), rule) for rule in self.rule for one in rule.patterns]
        pairs.sort(key=lambda pair: -len(pair[0]))
        return tuple((re.compile(pattern), rule) for pattern, rule in pairs)

    @cached_property
    def _any(self) -> re.Pattern[str]:
        """Return one pattern for all expressions; without groups, it skips what begins otherwise at once."""
        pattern = "|".join(one.pattern for one, _ in self._rules)
        return re.compile(rf"(?<!\w)(?=[\w#])(?:{pattern})(?!\w)")

    @cached_property
    def _seen(self) -> dict[str, Rule]:
        return {}

    def hits(self, text: str) -> Iterator[Hit]:
        """Yield each expression found, in order; quotations and innocent phrases are passed over."""
        for found in self._any.finditer(self.masked(text)):
            yield Hit(found.start(), found.end(), self._rule_of(found.group()))

    def _rule_of(self, said: str) -> Rule:
        """Return the rule of an expression that was found."""
        if said not in self._seen:
            self._seen[said] = next(rule for one, rule in self._rules if one.fullmatch(said))
        return self._seen[said]

    def masked(self, text: str) -> str:
        """Return a text folded, what somebody said and what is innocent blotted out, letter for letter."""

        def blot(found: re.Match[str]) -> str:
            return "\x00" * len(found.group())

        plain = self._exact.sub(blot, text.replace("’", "'"))
        plain = _QUOTED.sub(blot, plain)
        return self._innocent.sub(blot, folded(plain))


def folded_pattern(pattern: str) -> str:
    """Return a pattern as it is matched on folded text: no accents, no groups that count."""
    made = folded(re.sub(r"\\[A-Z]", lambda found: found.group().swapcase() + "\x01", pattern))
    made = re.sub(r"\\([a-z])\x01", lambda found: "\\" + found[1].upper(), made)
    return re.sub(r"(?<!\\)\((?!\?)", "(?:", made)


def lexicon_from(data: Mapping[str, Any], source: str) -> Lexicon:
    """Build a lexicon from parsed TOML.

    Raises LexiconError: with the file, the key and the reason.
    """
    try:
        made = msgspec.convert(data, Lexicon)
    except msgspec.ValidationError as error:
        raise LexiconError(f"{source}: {error}") from error
    for index, rule in enumerate(made.rule):
        for pattern in rule.patterns:
            try:
                re.compile(folded_pattern(pattern))
            except re.error as error:
                raise LexiconError(f"{source}: rule[{index}].patterns: “{pattern}”: {error}") from error
    return made
