"""Which characters our typefaces have, for a writer that must not meet one they lack.

Owns the question; the answer is data that `typefaces` wrote. Must not know any font file.
"""

import re
from functools import cache
from unicodedata import category, normalize

from brandplatform.resources import read_toml

_SHAPELESS = ("Cf", "Mn", "Me", "Cc", "Cs")
"""Categories of characters that only change others, or nothing."""

_LAYOUT = "\t\n"
"""What is set as a space or a break, and looked up in no face."""


def missing(text: str) -> tuple[str, ...]:
    """Return the characters of a text that not all of our faces have, each once, in their order.

    Raises ResourceError: what is covered cannot be read.
    """
    return tuple(dict.fromkeys(_uncovered().findall(text)))


def covered(text: str) -> str:
    """Return a text in which a character that our faces lack is `?`, or nothing where it has no shape."""
    return _uncovered().sub(_instead, normalize("NFC", text))


def _instead(found: re.Match[str]) -> str:
    return "" if category(found.group()) in _SHAPELESS else "?"


@cache
def _uncovered() -> re.Pattern[str]:
    ranges = read_toml("fonts", "coverage.toml")["ranges"]
    inside = "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in ranges)
    return re.compile(f"[^{_LAYOUT}{inside}]")
