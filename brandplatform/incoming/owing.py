"""To whom a heading, a label or a sentence says something is owed: customers, the team, partners.

Must not know fields, nor how the others are named: who is meant is asked.
"""

from collections.abc import Callable

from brandplatform.incoming.keys import Key, key_of
from brandplatform.incoming.synonyms import Spoken

_WORDS_OF_PEOPLE = 4
"""Words behind « we owe » among which the people are."""

Meant = Callable[[Key], str]
"""The field some words mean by how they begin, or nothing."""


class Owing:
    """Hears « what we owe our growers »."""

    def __init__(self, spoken: Spoken, meant: Meant) -> None:
        """Keep the words; `meant` tells which people others are."""
        self._said = [key_of(name) for name in spoken.owing]
        self._towards = {key_of(one)[0] for one in spoken.towards}
        self._meant, self.people = meant, spoken.people

    def of_heading(self, words: Key) -> str:
        """Return the people a heading names; customers where it names none of ours, nothing for another."""
        rest = self._behind(words)
        if not rest:
            return ""
        told = self._meant(rest).partition(".")[0]
        return told if told in self.people else self.people[0]

    def of_label(self, label: str) -> str:
        """Return the people a label names, under a heading that says what is owed: « Aux familles »."""
        words = key_of(label)
        return self.of_heading((*self._said[0], *words[1:])) if {*words[:1]} & self._towards else ""

    def of_sentence(self, text: str) -> str:
        """Return the team or the partners that a sentence says something is owed to."""
        told = self._meant(self._behind(key_of(text[:120]))[:_WORDS_OF_PEOPLE])
        return told if told in self.people[1:] else ""

    def _behind(self, words: Key) -> Key:
        """Return what follows the words that say something is owed."""
        return next((words[len(said) :] for said in self._said if words[: len(said)] == said), ())
