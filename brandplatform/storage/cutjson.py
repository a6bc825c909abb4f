"""JSON that ends too soon or goes wrong somewhere: what stands before that, and what in it can be kept.

Owns where a text is cut and what is taken out. Must not know what a document is; `document.strictjson` reads
what is whole.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Callable
from typing import Any, Final

from msgspec import UNSET

from brandplatform.document.strictjson import DEEPEST, MOST

Tell = Callable[[str, str], None]
"""Takes note of what was lost: its place, and why."""

_TOKEN: Final = re.compile(
    r'[ \t\n\r]*(?:(?P<text>"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*")'
    r"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?=[\s,\]}])|true|false|null|NaN|-?Infinity"
    r"|(?P<sign>[{}\[\],:]))"
)
_CLOSING: Final = {"{": "}", "[": "]"}
_LONGEST_NUMBER: Final = 4000
"""Digits of a number that is read; Python reads no longer ones."""


def readable(text: str, place: str, tell: Tell) -> Any:
    """Return the value of a JSON text, or of its longest beginning that can be closed; None for none."""
    cut = closed(text)
    if cut is None:
        tell(place, "nothing in it can be read")
        return None
    made, end = cut
    if end < len(text.rstrip()):
        line = text.count("\n", 0, end) + 1
        tell(place, f"cannot be read from line {line} on")
    value = json.loads(made, parse_int=_whole, parse_constant=float, object_pairs_hook=_Pairs)
    return _sound(value, "", tell)


def closed(text: str) -> tuple[str, int] | None:
    """Return the longest beginning of a JSON text, closed, and where it ends in the text.

    None: there is no object or list with something in it.
    """
    walk = _Walk()
    at = end = parts = 0
    inside = ""
    while found := _TOKEN.match(text, at):
        parts += found["sign"] in (",", "[", "{")
        if parts > MOST or not walk.take(found):
            break
        at = found.end()
        if walk.after:
            end, inside = at, walk.opened
            if not inside:
                break
    if not end:
        return None
    return text[:end] + "".join(_CLOSING[one] for one in reversed(inside)), end


class _Walk:
    """Follows the signs of a JSON text, and knows what may come next."""

    def __init__(self) -> None:
        self.opened = ""
        """What is open, outermost first."""
        self.after = False
        """Whether a value has just ended."""
        self._key = self._colon = False
        self._first = True

    def take(self, token: re.Match[str]) -> bool:
        """Take one more token; False for one that cannot stand there."""
        sign = token["sign"]
        if self._colon:
            self._colon = False
            return sign == ":"
        if self.after:
            return self._follow(sign)
        if sign in ("}", "]"):
            return self._first and self._close(sign)
        if self._key:
            self._key = self._first = False
            self._colon = token["text"] is not None
            return self._colon
        return self._value(sign)

    def _value(self, sign: str | None) -> bool:
        if sign is None:
            self.after, self._first = True, False
            return bool(self.opened)
        if sign not in _CLOSING or len(self.opened) >= DEEPEST:
            return False
        self.opened += sign
        self._key = sign == "{"
        self._first = True
        return True

    def _follow(self, sign: str | None) -> bool:
        if sign in ("}", "]"):
            return self._close(sign)
        self.after = False
        self._key = self.opened[-1] == "{"
        return sign == ","

    def _close(self, sign: str) -> bool:
        fits = bool(self.opened) and _CLOSING[self.opened[-1]] == sign
        self.opened = self.opened[:-1]
        self.after, self._first, self._key = True, False, False
        return fits


class _Pairs(dict[str, Any]):
    """An object, and the keys that stood in it twice."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        times = Counter(key for key, _ in pairs) if len(self) != len(pairs) else {}
        self.twice = [key for key, count in times.items() if count > 1]


def _whole(written: str) -> int | float:
    return int(written) if len(written) <= _LONGEST_NUMBER else math.nan


def _sound(value: Any, place: str, tell: Tell) -> Any:
    """Return what can be written again; the rest is UNSET, left out where it stood, and told."""
    if isinstance(value, str):
        return _text(value, place, tell)
    if isinstance(value, float) and not math.isfinite(value):
        tell(place, "not a number")
        return UNSET
    if isinstance(value, list):
        parts = (_sound(inner, f"{place}[{index}]", tell) for index, inner in enumerate(value))
        return [part for part in parts if part is not UNSET]
    if isinstance(value, _Pairs):
        for key in value.twice:
            tell(f"{place}.{key}".lstrip("."), "stands twice; the last is kept")
        named = ((_text(key, place, tell), inner) for key, inner in value.items())
        made = ((key, _sound(inner, f"{place}.{key}".lstrip("."), tell)) for key, inner in named)
        return {key: inner for key, inner in made if inner is not UNSET}
    return value


def _text(text: str, place: str, tell: Tell) -> str:
    sound = text if text.isascii() else text.encode("utf-8", "ignore").decode("utf-8")
    if sound != text:
        tell(place, "half a character was taken out")
    return sound
