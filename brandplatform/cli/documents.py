"""new, info, get, set: one document at a time."""

import json
import re
from argparse import Namespace
from pathlib import Path

from msgspec import to_builtins
from msgspec.structs import replace

from brandplatform import resources
from brandplatform.cli import desk as at_hand
from brandplatform.cli.desk import Desk
from brandplatform.cli.errors import Refused
from brandplatform.document import at, edit
from brandplatform.document.decide import settle
from brandplatform.document.model import Platform, Table, new_platform
from brandplatform.document.places import NEW_ROW, row_of
from brandplatform.document.progress import states
from brandplatform.publish.signed import status_of
from brandplatform.storage import codec, container
from brandplatform.storage.container import Kept

_CONFLICT = re.compile(r"conflicts\[([A-Za-z0-9_.\-]+)\]")


def new(desk: Desk, asked: Namespace) -> int:
    """Start a platform: empty, or a complete example."""
    path = Path(asked.file)
    at_hand.check_platform(path, force=asked.force)
    if asked.sample:
        platform = sample(asked.sample)
    else:
        name = asked.framework or desk.library.frameworks[0]
        if name not in desk.library.frameworks:
            known = ", ".join(desk.library.frameworks)
            raise Refused("error.unknown_framework", framework=name, frameworks=known)
        version = desk.library.framework(name).version
        platform = new_platform(name, asked.lang or desk.words.language, version=version)
    if asked.brand:
        platform = edit.rebrand(platform, name=edit.clean(asked.brand).strip())
    if asked.lang and asked.lang != platform.main_language:
        others = tuple(one for one in platform.languages if one != asked.lang)
        platform = edit.speak(platform, (asked.lang, *others))
    with at_hand.held(path):
        at_hand.store(desk, path, Kept(platform=platform))
    desk.say(desk.words("cli.created", file=path))
    return 0


def samples() -> tuple[str, ...]:
    """Return the names of the complete examples."""
    return tuple(sorted(file.stem for file in resources.path("samples").glob("*.json")))


def sample(name: str) -> Platform:
    """Read a complete example.

    Raises Refused: there is none of that name.
    """
    if name not in samples():
        raise Refused("error.unknown_sample", sample=name, samples=", ".join(samples()))
    return codec.decode(resources.path("samples", f"{name}.json").read_bytes())[0]


def info(desk: Desk, asked: Namespace) -> int:
    """Say what a file holds."""
    platform = at_hand.opened(desk, Path(asked.file)).platform
    framework = at_hand.framework_of(desk, platform)
    found, status = states(framework, platform), status_of(platform, framework)
    if asked.json:
        sections: dict[str, str] = {section.id: state for section, state in found}
        desk.say(json.dumps(_described(platform, sections, status), ensure_ascii=False))
        return 0
    words = desk.words
    rows = [
        ("info_brand", platform.brand.name or words("cli.none")),
        ("info_languages", ", ".join(platform.languages)),
        ("info_framework", f"{platform.framework.id} {platform.framework.version}"),
        ("info_state", words(f"state.{status}")),
        ("info_signed", ", ".join(s.name for s in platform.signatures) or words("cli.none")),
        *([("info_loose", str(len(platform.loose)))] if platform.loose else []),
        *([("info_conflicts", str(len(platform.conflicts)))] if platform.conflicts else []),
        *([("info_unknown", ", ".join(platform.extra))] if platform.extra else []),
    ]
    width = max(len(words(f"cli.{key}")) for key, _ in rows)
    for key, value in rows:
        desk.say(f"{words(f'cli.{key}'):{width}}  {edit.on_one_line(value)}")
    desk.say(words("cli.info_sections"))
    for section, state in found:
        desk.say(f"  {section.title[words.language]:{width + 14}}  {words(f'state.{state}')}")
    return 0


def _described(platform: Platform, sections: dict[str, str], status: str) -> dict[str, object]:
    return {
        "id": platform.id,
        "brand": platform.brand.name,
        "languages": platform.languages,
        "framework": to_builtins(platform.framework),
        "format": platform.format,
        "sections": sections,
        "status": status,
        "signatures": [{"name": s.name, "role": s.role, "when": s.when} for s in platform.signatures],
        "loose": len(platform.loose),
        "conflicts": len(platform.conflicts),
        "unknown": list(platform.extra),
    }


def get(desk: Desk, asked: Namespace) -> int:
    """Read one field."""
    platform = at_hand.opened(desk, Path(asked.file)).platform
    language = at_hand.language_in(platform, asked.lang)
    place, field = at_hand.field_at(desk, platform, asked.field)
    if field is not None and place.column:
        at.column_at(field, place)
    if asked.json:
        table = field is not None and field.kind == "table" and not place.row
        rows = at.rows_at(platform, place.field) if table else None
        text = None if table else at.read_at(platform, place, language)
        found = {"path": str(place), "lang": language, **({"rows": rows} if table else {"text": text})}
        desk.say(json.dumps(found, ensure_ascii=False))
        return 0
    columns = tuple(column.id for column in field.columns) if field else ()
    text = at.read_at(platform, place, language, columns)
    if text:
        desk.say(text)
    return 0


def set_(desk: Desk, asked: Namespace) -> int:
    """Write one field, clear it, or remove a row."""
    path = Path(asked.file)
    if not path.exists():
        raise Refused("error.not_found")
    text = at_hand.standard_input() if asked.text == at_hand.STANDARD else asked.text
    with at_hand.locked(path):
        kept = container.load(path)
        if not kept.writable:
            raise Refused("error.too_new")
        after, row = _edited(desk, kept.platform, asked, text)
        if after is kept.platform:
            desk.note(desk.words("cli.nothing_changed"))
        else:
            at_hand.store(desk, path, replace(kept, platform=after))
    if row:
        desk.say(row)
    return 0


def _edited(desk: Desk, platform: Platform, asked: Namespace, text: str | None) -> tuple[Platform, str]:
    """Return the platform as `set` wants it, and the id of a row that was added."""
    if decided := _CONFLICT.fullmatch(asked.field):
        return _settled(platform, decided[1], (text or "").strip()), ""
    language = at_hand.language_in(platform, asked.lang)
    place, field = at_hand.field_at(desk, platform, asked.field)
    if asked.remove:
        if not place.row or place.column:
            raise Refused("error.name_a_row", example=f"{place.field}[1]")
        return edit.remove_row(platform, place.field, row_of(platform, place)), ""
    if text is None:
        raise Refused("error.no_text")
    text = text.encode("utf-8", "ignore").decode("utf-8")
    if field is None:
        return edit.write_note(platform, place.field, language, text), ""
    before = _rows(platform, field.id)
    after = at.write_at(platform, field, place, language, text)
    added = [row for row in _rows(after, field.id) if row not in before]
    return after, added[0] if place.row == NEW_ROW and added else ""


def _settled(platform: Platform, conflict: str, side: str) -> Platform:
    """Return a platform in which a conflict is decided for `ours` or `theirs`.

    Raises Refused: there is no such conflict, or it is neither.
    """
    known = [one.id for one in platform.conflicts]
    if conflict not in known:
        raise Refused("error.unknown_conflict", conflict=conflict)
    if side not in ("ours", "theirs"):
        raise Refused("error.ours_or_theirs", conflict=conflict)
    return settle(platform, conflict, theirs=side == "theirs")


def _rows(platform: Platform, field: str) -> tuple[str, ...]:
    answer = platform.answers.get(field)
    return tuple(row.id for row in answer.rows) if isinstance(answer, Table) else ()
