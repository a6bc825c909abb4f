"""What msgspec says of a value that is not of its kind, as a place and a reason a person can read.

Owns the wording, and finding the keys msgspec does not name. Must not know archives or disks.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from brandplatform.document.model import Platform

_KINDS = {
    "object": "an object",
    "array": "a list",
    "str": "text",
    "int": "a number",
    "float": "a number",
    "bool": "yes or no",
    "null": "nothing",
}
_EXPECTED = re.compile(r"Expected `(?P<wanted>[^`]+)`, got `(?P<found>[^`]+)`")
_PLACE = re.compile(r" - at `(?:key` in `)?(?P<place>[^`]*)`$")
_REQUIRED = ("id", "framework")
"""What a document cannot be without: kept while the key of a fault is looked for."""


def in_words(raw: Mapping[str, Any], message: str) -> str:
    """Say what is wrong with a document as `place: expected this, found that`."""
    place = _PLACE.search(message)
    steps = re.findall(r"\[\.\.\.\]|\[\d+\]|[^.\[\]]+", place["place"].removeprefix("$")) if place else []
    where = "".join(_exact(raw, steps)).lstrip(".") or "document.json"
    return f"{where}: {reason(message)}"


def reason(message: str) -> str:
    """Say why a value is not of its kind, without the place."""
    found = _EXPECTED.search(message)
    if "matching regex" in message:
        return "not a valid name"
    if found is None:
        return _PLACE.sub("", message)
    wanted = " | ".join(_KINDS.get(kind, kind) for kind in found["wanted"].split(" | "))
    return f"expected {wanted}, found {_KINDS.get(found['found'], found['found'])}"


def _exact(raw: Mapping[str, Any], steps: list[str]) -> Iterator[str]:
    """Name the keys msgspec writes as `[...]`.

    What stands beside a step is left out of what is tried next: each try reads less than the one before.
    """
    narrow: Any = {key: raw[key] for key in (*_REQUIRED, *steps[:1]) if key in raw}
    before: list[Any] = []
    for step in steps:
        at = _at(narrow, before)
        key: Any = int(step.strip("[]")) if step.startswith("[") and step != "[...]" else step
        if step == "[...]" and isinstance(at, dict):
            key = _faulty(narrow, before, list(at))
            narrow = _with(narrow, before, {key: at[key]}) if key in at else narrow
        yield step if isinstance(key, int) else f".{key}"
        before.append(key)


def _faulty(raw: Any, steps: list[Any], keys: list[str]) -> str:
    """Return the first key of the object at `steps` with which a document fails, halving what is tried."""
    low, high = 0, len(keys) - 1
    at = _at(raw, steps)
    while low < high:
        middle = (low + high) // 2
        if _fails(_with(raw, steps, {key: at[key] for key in keys[low : middle + 1]})):
            high = middle
        else:
            low = middle + 1
    return keys[low] if keys else ""


def _at(value: Any, steps: list[Any]) -> Any:
    for step in steps:
        if isinstance(value, list):
            value = value[step]
        elif isinstance(value, dict):
            value = value.get(step)
    return value


def _with(value: Any, steps: list[Any], inner: Any) -> Any:
    """Return JSON in which `inner` stands at `steps`."""
    if not steps:
        return inner
    if isinstance(value, list):
        return [_with(v, steps[1:], inner) if i == steps[0] else v for i, v in enumerate(value)]
    return {**value, steps[0]: _with(value[steps[0]], steps[1:], inner)}


def _fails(raw: Mapping[str, Any]) -> bool:
    try:
        msgspec.convert(raw, Platform)
    except msgspec.ValidationError:
        return True
    return False
