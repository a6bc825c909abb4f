"""A platform as JSON and back: strict about what it knows, keeping what it does not.

Owns the text of `document.json`. Must not know archives or disks.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec.structs import replace

from brandplatform.document.model import FORMAT, READABLE_FROM, Answer, Lines, Platform, Table
from brandplatform.document.strictjson import check_parts, parsed
from brandplatform.storage.migrations import STEPS, Step, upgraded
from brandplatform.storage.mismatch import in_words
from brandplatform.storage.problems import Damaged, NotOurs, TooNew

MOST_BYTES = 8 * 2**20
"""Bytes of the largest document; one of five thousand rows in two languages has three million."""

_LARGE = 100_000
"""Bytes of a document from which it is seen at once whether it can be written again."""


def encode(platform: Platform) -> bytes:
    """Return `document.json`: UTF-8, indented, keys in the order of the model, unknown ones back in place."""
    built = {**msgspec.to_builtins(platform), "readable_from": READABLE_FROM}
    _put_back(built, built.pop("extra"))
    return json.dumps(built, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"


def canonical(platform: Platform) -> bytes:
    """Return the form whose hash names a version: no spaces, keys sorted."""
    built = msgspec.to_builtins(platform)
    return json.dumps(built, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def decode(data: bytes, steps: tuple[Step, ...] = STEPS) -> tuple[Platform, bool]:
    """Read `document.json`; the second value is False when a newer program wrote it: read, never write.

    Raises NotOurs, Damaged (with the place, such as `answers.promise.text.fr`) or TooNew.
    """
    platform, writable = rebuilt(_parsed(data), steps)
    if len(data) > _LARGE:  # what is left out of it and written again could make it too large to open
        check_fits(encode(platform))
    return platform, writable


def rebuilt(raw: Mapping[str, Any], steps: tuple[Step, ...] = STEPS) -> tuple[Platform, bool]:
    """Build a document from JSON of any format, its unknown keys in place or under `extra`.

    Raises Damaged or TooNew, as `decode`.
    """
    version, since = _whole(raw, "format"), _whole(raw, "readable_from", raw["format"])
    if version > FORMAT and since > FORMAT:
        raise TooNew(f"format {version}")
    known = {key: value for key, value in raw.items() if key not in ("readable_from", "extra")}
    unknown = raw.get("extra", {})
    _put_back(known, unknown if isinstance(unknown, dict) else {})
    if version < FORMAT:
        known = _upgraded(known, version, steps)
    return _platform(known), version <= FORMAT


def _upgraded(raw: Mapping[str, Any], version: int, steps: tuple[Step, ...]) -> dict[str, Any]:
    try:
        return dict(upgraded(raw, version, steps))
    except (TypeError, ValueError, LookupError, AttributeError) as error:
        raise Damaged(f"document.json: not as format {version} has it") from error


def plain(raw: Mapping[str, Any]) -> Platform:
    """Build a document from JSON of any format that is to be written anew.

    Raises Damaged or TooNew: a newer program wrote it, in whatever way.
    """
    platform, writable = rebuilt(raw)
    if not writable:
        raise TooNew(f"format {platform.format}")
    return platform


def _whole(raw: Mapping[str, Any], key: str, otherwise: object = None) -> int:
    value = raw.get(key, otherwise)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise Damaged(f"{key}: expected a number from 1 up")
    return value


def check_fits(data: bytes) -> None:
    """Refuse a document that is larger, or in more parts, than any that is opened.

    Raises Damaged.
    """
    if len(data) > MOST_BYTES:
        raise Damaged(f"document.json: larger than {MOST_BYTES // 2**20} MB")
    try:
        check_parts(data.decode("utf-8", "replace"))
    except ValueError as error:
        raise Damaged(f"document.json: {error}") from error


def _parsed(data: bytes) -> Mapping[str, Any]:
    check_fits(data)
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
    except msgspec.ValidationError as error:
        raise Damaged(in_words(raw, str(error))) from error
    built = msgspec.to_builtins(platform)
    _check_ids(built, "")
    unknown = dict(_unknown(raw, built, ""))
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


def _check_ids(value: Any, place: str) -> None:
    """Refuse two parts of one list with the same id, which could not be told apart.

    Raises Damaged.
    """
    if isinstance(value, dict):
        for key, inner in value.items():
            if isinstance(inner, dict | tuple) and inner:
                _check_ids(inner, f"{place}.{key}".lstrip("."))
    elif isinstance(value, tuple) and value and isinstance(value[0], dict):
        seen = set[str]()
        for part in value:
            if part["id"] in seen:
                raise Damaged(f"{place}: two parts have the id “{part['id']}”")
            seen.add(part["id"])
            _check_ids(part, f"{place}.{part['id']}")


def _put_back(built: dict[str, Any], unknown: Mapping[str, Any]) -> None:
    """Put unknown keys back where they were found, when those parts are still there."""
    by_id: dict[int, dict[str, Any]] = {}
    for pointer, value in unknown.items():
        if not pointer.startswith("/"):
            continue
        *steps, key = (step.replace("~1", "/").replace("~0", "~") for step in pointer.split("/")[1:])
        at: Any = built
        for step in steps:
            if isinstance(at, list | tuple):
                if id(at) not in by_id:
                    by_id[id(at)] = _by_id(at)
                at = by_id[id(at)]
            at = at.get(step) if isinstance(at, dict) else None
        if isinstance(at, dict):
            at.setdefault(key, value)


def _by_id(parts: list[Any] | tuple[Any, ...]) -> dict[str, Any]:
    """Return the parts of a list by their id, the first of each."""
    named = (part for part in reversed(parts) if isinstance(part, dict) and isinstance(part.get("id"), str))
    return {part["id"]: part for part in named}
