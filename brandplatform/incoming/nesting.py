"""How deeply a text is nested: brackets in brackets, items under items, quotes in quotes.

Owns the limits, checked line by line before a text is read. Must not know what is in it.
"""

import re
from typing import Final

MOST_BRACKETS: Final = 200
"""Square brackets of one paragraph that are open at the same time; a link in a note opens three."""

DEEPEST: Final = 40
"""Items under items, and quotes in quotes; people write four."""

_ITEM: Final = re.compile(r"([ \t]*)(?:[-*+•]|\d{1,3}[.)])[ \t]+\S")
_QUOTES: Final = re.compile(r"(?:[ \t]{0,3}>)+")
_BRACKETS: Final = re.compile(r"\\.|\[|\]")


def is_too_deep(text: str) -> bool:
    """Tell whether a text is nested deeper than the limits."""
    brackets = 0
    indents: list[int] = []
    for line in text.split("\n"):
        if (quotes := _QUOTES.match(line)) and quotes[0].count(">") > DEEPEST:
            return True
        if not line.strip():
            brackets = 0
            continue
        if item := _ITEM.match(line):
            indent = len(item[1].expandtabs(4))
            indents = [*(one for one in indents if one < indent), indent]
            if len(indents) > DEEPEST:
                return True
        brackets = _opened(line, brackets)
        if brackets > MOST_BRACKETS:
            return True
    return False


def _opened(line: str, before: int) -> int:
    """Return how many brackets are open after a line, or the first number over the limit."""
    opened = before
    for sign in _BRACKETS.finditer(line) if "[" in line or before else ():
        if sign[0] == "[":
            opened += 1
            if opened > MOST_BRACKETS:
                break
        elif sign[0] == "]":
            opened = max(0, opened - 1)
    return opened
