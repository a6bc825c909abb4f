"""What differs between two platforms, as a list of changes, and a platform with changes applied.

One mechanism for every part of a document: a platform is flattened to *leaves* (a path of keys and a value),
rows and other parts with an id being keyed by that id, their order a leaf of its own. Must not know what any
field means.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Struct

from brandplatform.document.model import Leaf, Platform
from brandplatform.document.strictjson import parsed

Path = tuple[str, ...]
"""Keys from the root of the document to a leaf, such as `("answers", "promise", "text", "fr")`."""

ORDER = "#order"
"""Key of the leaf that holds the order of parts with an id."""


class Change(Struct, frozen=True, kw_only=True):
    """One leaf that differs: None stands for nothing there."""

    path: Path
    before: Leaf = None
    after: Leaf = None
    by: str = ""
    when: str = ""
    why: str = ""


def leaves(platform: Platform) -> Mapping[Path, Leaf]:
    """Return every leaf of a document by path.

    Raises ValueError: two parts of the same list have the same id.
    """
    return dict(_leaves(msgspec.to_builtins(platform), ()))


def from_leaves(found: Mapping[Path, Any]) -> Platform:
    """Build the document that has these leaves.

    Raises ValueError: the leaves are no document.
    """
    return msgspec.convert(tree(found), Platform)


def tree(found: Mapping[Path, Any]) -> Any:
    """Return what has these leaves as plain JSON, parts in lists again.

    Raises ValueError: a leaf stands inside another.
    """
    root: dict[str, Any] = {}
    for path, leaf in found.items():
        at = root
        for key in path[:-1]:
            at = at.setdefault(key, {})
            if not isinstance(at, dict):
                raise msgspec.ValidationError(f"{'.'.join(path)}: it is inside something that has no parts")
        if isinstance(at.get(path[-1]), dict):
            raise msgspec.ValidationError(f"{'.'.join(path)}: it has parts")
        at[path[-1]] = parsed(leaf) if path[0] == "extra" else leaf
    return _listed(root)


def diff(old: Platform, new: Platform, *, by: str = "", when: str = "", why: str = "") -> tuple[Change, ...]:
    """Return what turns `old` into `new`, in the order of the documents."""
    if old is new:
        return ()
    before, after = leaves(old), leaves(new)
    return tuple(
        Change(path=path, before=before.get(path), after=after.get(path), by=by, when=when, why=why)
        for path in {**before, **after}
        if before.get(path) != after.get(path)
    )


def apply(platform: Platform, changes: Iterable[Change]) -> Platform:
    """Return a copy with the changes made, whatever stood there before.

    Raises ValueError: the result would be no document.
    """
    found = dict(leaves(platform))
    for change in changes:
        if change.after is None:
            found.pop(change.path, None)
        else:
            found[change.path] = change.after
    return from_leaves(found)


def _leaves(value: Any, path: Path) -> Iterator[tuple[Path, Leaf]]:
    if len(path) == 2 and path[0] == "extra":
        yield path, json.dumps(value, ensure_ascii=False, sort_keys=True)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, (*path, key))
    elif isinstance(value, tuple) and value and isinstance(value[0], dict):
        yield from _parts(value, path)
    elif value is not None and value != ():
        yield path, value


def _parts(parts: tuple[dict[str, Any], ...], path: Path) -> Iterator[tuple[Path, Leaf]]:
    order = tuple(part["id"] for part in parts)
    if len(set(order)) != len(order):
        twice = next(one for one, times in Counter(order).items() if times > 1)
        raise ValueError(f"{'.'.join(path)}: two parts have the id “{twice}”")
    for part in parts:
        yield from _leaves(part, (*path, part["id"]))
    yield (*path, ORDER), order


def _listed(value: Any) -> Any:
    """Turn parts keyed by id back into lists; parts the order does not name come last."""
    if not isinstance(value, dict):
        return value
    made = {key: _listed(inner) for key, inner in value.items()}
    if ORDER not in made:
        return made
    order = dict.fromkeys(one for one in made.pop(ORDER) if one in made)
    return [made[one] for one in {**order, **made}]


def shown_path(path: Path) -> tuple[str, str]:
    """Return a path as a person writes it, and the language of the text: (`values[r3].meaning`, `fr`)."""
    match path:
        case ("answers", field, "rows", "#order"):
            return f"{field}[]", ""
        case ("answers", field, "rows", row, "cells", column, *language):
            return f"{field}[{row}].{column}", "".join(language)
        case ("answers", field, "rows", row, "id"):
            return f"{field}[{row}]", ""
        case ("answers", field, "text" | "lines", language):
            return field, language
        case ("answers", field, "value"):
            return field, ""
        case ("answers", field, *rest):
            return ".".join((field, *rest)), ""
        case ("notes", question, language):
            return question, language
        case _:
            return ".".join(path), ""


def worth_showing(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Leave out what other changes already say: kinds, and the order of rows only added or removed."""
    return tuple(c for c in changes if not _kind_of_answer(c.path) and not _implied_order(c))


def _kind_of_answer(path: Path) -> bool:
    return path[:1] == ("answers",) and path[2:] == ("kind",)


def _implied_order(change: Change) -> bool:
    if change.path[-1] != ORDER:
        return False
    before, after = (tuple(one) if isinstance(one, tuple) else () for one in (change.before, change.after))
    return [x for x in before if x in after] == [x for x in after if x in before]
