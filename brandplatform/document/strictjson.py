"""JSON as it is accepted: what is read can be written again.

Owns what is refused beside mistakes of JSON itself: a key twice, numbers that are none, half of a character,
values in more parts, or nested deeper, than any document. Must not know what a document is.
"""

import json
import math
from collections import Counter
from typing import Any

DEEPEST = 100
"""Levels of nesting; a document has about ten of its own."""

MOST = 200_000
"""Commas and brackets; a document of five thousand rows in two languages has ninety thousand."""


def parsed(text: str) -> Any:
    """Return the value of a JSON text.

    Raises ValueError: with the reason, and the place where there is one.
    """
    check_parts(text)
    try:
        value = json.loads(text, parse_constant=_number, parse_float=_number, object_pairs_hook=_pairs)
    except json.JSONDecodeError as error:
        raise ValueError(f"line {error.lineno}, column {error.colno}: {error.msg}") from error
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    _check(value, "", DEEPEST)
    return value


def check_parts(text: str) -> None:
    """Refuse a JSON text in more parts than are read.

    Raises ValueError.
    """
    if sum(text.count(sign) for sign in ",[{") > MOST:
        raise ValueError(f"in more than {MOST} parts")


def _number(written: str) -> float:
    number = float(written)
    return number if math.isfinite(number) else math.nan  # named by `_check`, which knows its place


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        twice = next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
        raise ValueError(f"the key “{twice}” stands twice")
    return made


def _check(value: Any, place: str, left: int) -> None:
    """Refuse what could not be written again.

    Raises ValueError: with its place, such as `answers.promise.text.fr`.
    """
    where = place or "document"
    if isinstance(value, str):
        _check_text(value, where)
    elif isinstance(value, float) and math.isnan(value):
        raise ValueError(f"{where}: not a number")
    elif isinstance(value, dict | list):
        if not left:
            raise ValueError("nested too deeply")
        if isinstance(value, list):
            for index, inner in enumerate(value):
                _check(inner, f"{place}[{index}]", left - 1)
            return
        for key, inner in value.items():
            _check_text(key, where)
            _check(inner, f"{place}.{key}" if place else key, left - 1)


def _check_text(text: str, where: str) -> None:
    if not text.isascii():
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise ValueError(f"{where}: half a character") from error
