"""A platform as JSON and back: strict about what it knows, keeping what it does not.

Owns the text of `document.json`. Must not know archives or disks.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from brandplatform.document.change import leaves
from brandplatform.document.model import FORMAT, READABLE_FROM, Answer, Lines, Platform, Table
from brandplatform.document.strictjson import parsed
from brandplatform.storage.migrations import STEPS, Step, upgraded
from brandplatform.storage.problems import Damaged, NotOurs, TooNew

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


def encode(platform: Platform) -> bytes:
    """Return `document.json`: UTF-8, indented, keys in the order of the model, unknown ones back in place."""
    built = {**msgspec.to_builtins(platform), "readable_from": READABLE_FROM}
    unknown = built.pop("extra")
    for pointer, value in unknown.items():
        _put_back(built, pointer, value)
    return json.dumps(built, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def canonical(platform: Platform) -> bytes:
    """Return the form whose hash names a version: no spaces, keys sorted."""
    built = msgspec.to_builtins(platform)
    return json.dumps(built, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def decode(data: bytes, steps: tuple[Step, ...] = STEPS) -> tuple[Platform, bool]:
    """Read `document.json`; the second value is False when a newer program wrote it: read, never write.

    Raises NotOurs, Damaged (with the place, such as `answers.promise.text.fr`) or TooNew.
    """
    raw = _parsed(data)
    version, since = _whole(raw, "format"), _whole(raw, "readable_from", raw["format"])
    if version > FORMAT and since > FORMAT:
        raise TooNew(f"format {version}")
    if version < FORMAT:
        raw = upgraded(raw, version, steps)
    known = {key: value for key, value in raw.items() if key != "readable_from"}
    return _platform(known), version <= FORMAT


def _whole(raw: Mapping[str, Any], key: str, otherwise: object = None) -> int:
    value = raw.get(key, otherwise)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise Damaged(f"{key}: expected a number from 1 up")
    return value


def _parsed(data: bytes) -> Mapping[str, Any]:
    try:
        raw = parsed(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Damaged(f"document.json: byte {error.start} is not UTF-8") from error
    except ValueError as error:
        raise Damaged(f"document.json: {error}") from error
    if not isinstance(raw, dict) or "format" not in raw or "framework" not in raw:
        raise NotOurs("document.json is not a brand platform")
    return raw


def _platform(raw: Mapping[str, Any]) -> Platform:
    """Build the document from what is known, and keep the rest by JSON pointer."""
    try:
        platform = msgspec.convert(raw, Platform)
        leaves(platform)
    except msgspec.ValidationError as error:
        raise Damaged(_in_words(raw, str(error))) from error
    except ValueError as error:
        raise Damaged(str(error)) from error
    unknown = dict(_unknown(raw, msgspec.to_builtins(platform), ""))
    return replace(_without_empty(platform), extra=unknown)


def _without_empty(platform: Platform) -> Platform:
    """Take out texts in no language at all, which say nothing: so equal documents are equal values."""
    answers = {name: _filled(answer) for name, answer in platform.answers.items()}
    return replace(platform, answers=answers, notes={k: v for k, v in platform.notes.items() if v})


def _filled(answer: Answer) -> Answer:
    if isinstance(answer, Lines):
        return replace(answer, lines={k: v for k, v in answer.lines.items() if v})
    if not isinstance(answer, Table):
        return answer
    rows = (replace(row, cells={k: v for k, v in row.cells.items() if v != {}}) for row in answer.rows)
    return replace(answer, rows=tuple(rows))


def _unknown(raw: Any, known: Any, pointer: str) -> Iterator[tuple[str, Any]]:
    """Walk what was read beside what was understood, and yield what was not, by JSON pointer.

    A part with an id is pointed to by its id, so that it is found again after rows have moved.
    """
    if isinstance(raw, dict) and isinstance(known, dict):
        for key, value in raw.items():
            step = f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}"
            if key in known:
                yield from _unknown(value, known[key], step)
            else:
                yield step, value
    elif isinstance(raw, list) and isinstance(known, tuple):
        for value, understood in zip(raw, known, strict=True):
            if isinstance(understood, dict):
                yield from _unknown(value, understood, f"{pointer}/{understood['id']}")


def _put_back(built: dict[str, Any], pointer: str, value: Any) -> None:
    """Put an unknown key back where it was found, when that part is still there."""
    *steps, key = (step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:])
    at: Any = built
    for step in steps:
        if isinstance(at, dict):
            at = at.get(step)
        else:
            at = next((part for part in at or () if part["id"] == step), None)
    if isinstance(at, dict):
        at[key] = value


def _in_words(raw: Mapping[str, Any], message: str) -> str:
    """Say a validation error as `place: expected this, found that`."""
    place = _PLACE.search(message)
    found = _EXPECTED.search(message)
    steps = re.findall(r"\[\.\.\.\]|\[\d+\]|[^.\[\]]+", place["place"].removeprefix("$")) if place else []
    where = "".join(_exact(raw, steps)).lstrip(".") or "document.json"
    if "matching regex" in message:
        return f"{where}: not a valid name"
    if found is None:
        return f"{where}: {_PLACE.sub('', message)}"
    wanted = " | ".join(_KINDS.get(kind, kind) for kind in found["wanted"].split(" | "))
    return f"{where}: expected {wanted}, found {_KINDS.get(found['found'], found['found'])}"


def _exact(raw: Mapping[str, Any], steps: list[str]) -> Iterator[str]:
    """Name the keys msgspec writes as `[...]`, by trying which one alone still fails."""
    before: list[Any] = []
    at: Any = raw
    for step in steps:
        key: Any = step
        if step == "[...]":
            key = next((k for k in at if _fails(_with_only(raw, before, k))), None)
        elif step.startswith("["):
            key = int(step.strip("[]"))
        yield step if isinstance(key, int) else f".{key}"
        at = at[key] if isinstance(at, list) or (isinstance(at, dict) and key in at) else {}
        before.append(key)


def _with_only(value: Any, steps: list[Any], key: str) -> Any:
    """Return JSON in which the object at `steps` holds `key` alone."""
    if not steps:
        return {key: value[key]}
    if isinstance(value, list):
        return [_with_only(v, steps[1:], key) if i == steps[0] else v for i, v in enumerate(value)]
    return {**value, steps[0]: _with_only(value[steps[0]], steps[1:], key)}


def _fails(raw: Mapping[str, Any]) -> bool:
    try:
        msgspec.convert(raw, Platform)
    except msgspec.ValidationError:
        return True
    return False
