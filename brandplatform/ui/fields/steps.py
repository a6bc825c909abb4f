"""Where one undo step ends and the next begins, change by change.

Owns the rule: words come back whole, not letters and not paragraphs. Must not know Qt, nor whose text it is.
"""

from collections.abc import Callable
from time import monotonic

PAUSE = 1.0
"""Seconds without a key after which a person is taken to have begun something else."""

_JOINS = "'’-‑"
"""What stands inside a word: `l’heure` and `peut-être` come back whole."""


def ends_word(character: str) -> bool:
    """Tell whether a word is over once this character is written."""
    return not character.isalnum() and character not in _JOINS


class Steps:
    """Remembers how the last change was made, and says of each whether a step begins with it."""

    def __init__(self, now: Callable[[], float] = monotonic) -> None:
        self._now = now
        self._last = now()
        self._deleting = False
        self._fresh = True

    def break_here(self) -> None:
        """Begin a step with the next change: the cursor was moved, the box was left, something was pasted."""
        self._fresh = True

    def begins(self, before: str, removed: str, added: str) -> bool:
        """Say whether a step begins with a change; `before` is the character that stands in front of it."""
        now = self._now()
        deleting = not added
        begins = (
            self._fresh
            or now - self._last > PAUSE
            or deleting is not self._deleting
            or (_begins_deletion(removed) if deleting else bool(removed) or _begins_word(before, added))
        )
        self._last, self._deleting, self._fresh = now, deleting, False
        return begins


def _begins_word(before: str, added: str) -> bool:
    return added[:1].isalnum() and (not before or ends_word(before))


def _begins_deletion(removed: str) -> bool:
    """More than a letter at once is a selection or a whole word; a space opens the word before it."""
    return len(removed) > 1 or removed.isspace()
