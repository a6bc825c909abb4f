"""JSON that is nearly a document: what in it is of no kind we know is taken out, part by part.

Owns what is taken out and what is put where a document cannot be without. The kinds are the model's own; must
not know what any field means, nor archives.
"""

import secrets
from collections import Counter
from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec
from msgspec import UNSET, Struct
from msgspec.structs import fields

from brandplatform.document.model import FORMAT, Id, Language, Platform
from brandplatform.storage.cutjson import Tell
from brandplatform.storage.mismatch import reason
from brandplatform.storage.problems import TooNew

_NAME = 100
"""Characters of an id that is made anew from one that stood twice."""


def mended(raw: Mapping[str, Any], method: str, tell: Tell) -> Mapping[str, Any]:
    """Return JSON that is a document, without what could not be read; `method` where it named none.

    Raises TooNew: a newer program wrote it.
    """
    version = raw.get("format")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        tell("format", "not a number from 1 up")
        version = FORMAT
    if version > FORMAT:
        raise TooNew(f"format {version}")
    said = {key: value for key, value in raw.items() if key != "readable_from"}
    made: dict[str, Any] = _Mender(tell).struct({**said, "format": version}, Platform, "", needs=False)
    if "id" not in made:
        made["id"] = secrets.token_hex(16)
    if "framework" not in made:
        made["framework"] = {"id": method}
    if "languages" not in made:
        made["languages"] = _spoken(made) or ["en"]
    return made


def _spoken(raw: Mapping[str, Any]) -> list[str]:
    """Return the languages texts are in, the one of most texts first."""
    return [language for language, _ in Counter(_languages(raw)).most_common()]


def _languages(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if value and all(isinstance(one, str) and _is(key, Language) for key, one in value.items()):
            yield from (key for key in value if len(key) == 2 and key != "id")
        for inner in value.values():
            yield from _languages(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _languages(inner)


class _Mender:
    """Walks a value beside the kind it should be of."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell

    def mend(self, value: Any, kind: Any, place: str) -> Any:
        """Return what of a value is of its kind; UNSET for nothing, and it is told."""
        try:
            msgspec.convert(value, kind)
        except msgspec.ValidationError as error:
            made = self._parts(value, _bare(kind), place)
            if made is UNSET or not _is(made, kind):
                self._tell(place, reason(str(error)))
                return UNSET
            return self._distinct(made, place)
        return self._distinct(value, place)

    def _parts(self, value: Any, kind: Any, place: str) -> Any:
        """Return what is left of a value whose parts are looked at one by one; UNSET where it has none."""
        origin, inner = get_origin(kind), get_args(kind)
        if origin in (Union, UnionType):
            arm = next((one for one in inner if _may_be(value, one)), None)
            return UNSET if arm is None else self._parts(value, _bare(arm), place)
        if origin is tuple and isinstance(value, list):
            parts = (self.mend(one, inner[0], f"{place}[{at}]") for at, one in enumerate(value))
            return [one for one in parts if one is not UNSET]
        if isinstance(value, dict):
            if isinstance(kind, type) and issubclass(kind, Struct):
                return self.struct(value, kind, place)
            if origin is not tuple and len(inner) == 2:
                return self._mapping(value, *inner, place)
        return UNSET

    def struct(self, value: dict[str, Any], kind: type[Struct], place: str, *, needs: bool = True) -> Any:
        """Return an object without the keys whose values are of no use; unknown keys stay as they are.

        needs: whether it is UNSET without what it cannot be without.
        """
        made = dict(value)
        for known in fields(kind):
            name = known.encode_name
            if name in value:
                made[name] = self.mend(value[name], known.type, f"{place}.{name}".lstrip("."))
            elif known.required:
                made[name] = UNSET
            if made.get(name) is UNSET:
                if known.required and needs:
                    return UNSET
                del made[name]
        return made

    def _mapping(self, value: dict[str, Any], key_kind: Any, kind: Any, place: str) -> dict[str, Any]:
        made = {}
        for key, one in value.items():
            here = f"{place}.{key}".lstrip(".")
            if not _is(key, key_kind):
                self._tell(here, "not a valid name")
            elif (kept := self.mend(one, kind, here)) is not UNSET:
                made[key] = kept
        return made

    def _distinct(self, value: Any, place: str) -> Any:
        """Give another id to each part of a list whose id another one has."""
        if isinstance(value, dict):
            return {key: self._distinct(one, f"{place}.{key}".lstrip(".")) for key, one in value.items()}
        if not isinstance(value, list) or not all(
            isinstance(one, dict) and _is(one.get("id"), Id) for one in value
        ):
            return value
        taken = Counter(one["id"] for one in value)
        return value if len(taken) == len(value) else list(self._renamed(value, taken, place))

    def _renamed(self, parts: list[dict[str, Any]], taken: Counter[str], place: str) -> Iterator[Any]:
        seen = set[str]()
        for one in parts:
            name = one["id"]
            if name in seen:
                self._tell(place, f"two parts have the id “{name}”; the second has another now")
                while name in taken:
                    name = f"{one['id'][:_NAME]}-{secrets.token_hex(3)}"
            seen.add(name)
            yield {**one, "id": name}


def _bare(kind: Any) -> Any:
    """Return a kind without what is noted beside it."""
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


def _may_be(value: Any, kind: Any) -> bool:
    """Whether a value is meant to be of a kind of several: an answer says its kind, a cell by what it is."""
    bare = _bare(kind)
    if isinstance(bare, type) and issubclass(bare, Struct):
        tag = bare.__struct_config__.tag
        return isinstance(value, dict) and (tag is None or value.get("kind") == tag)
    return bare is not NoneType and isinstance(value, dict) and get_origin(bare) is Mapping


def _is(value: Any, kind: Any) -> bool:
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True
