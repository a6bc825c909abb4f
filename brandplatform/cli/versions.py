"""merge and history: two copies made one, and what a file held before."""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from msgspec import to_builtins
from msgspec.structs import replace

from brandplatform.cli import desk as at_hand
from brandplatform.cli.desk import Desk
from brandplatform.cli.differences import listed, plain, say
from brandplatform.cli.errors import Refused
from brandplatform.document.change import Change, shown_path
from brandplatform.document.edit import on_one_line
from brandplatform.document.merge import Merged, merge
from brandplatform.document.model import Conflict, Platform, new_platform
from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.storage.copies import between, joined
from brandplatform.storage.history import Moment, Version, Why, read_version
from brandplatform.storage.lock import person

FIND = "-"
"""A BASE of this name is found among the versions that both copies hold."""


def unite(desk: Desk, asked: Namespace) -> int:
    """Merge two copies; 1 when something is left to be decided."""
    output = Path(asked.output)
    at_hand.check_platform(output, force=asked.force)
    with at_hand.held(output):
        ours, theirs = _writable(Path(asked.ours)), _writable(Path(asked.theirs))
        by, when = theirs.written
        base = _base(asked.base, ours, theirs)
        found = merge(base, ours.platform, theirs.platform, by=by, when=when)
        kept = replace(joined(ours, theirs), platform=found.platform)
        _store(desk, output, kept, ours.platform, "merge")
    _report(desk, output, found, found.taken(ours.platform), as_json=asked.json)
    return 1 if found.platform.conflicts else 0


def _writable(path: Path) -> Kept:
    kept = container.load(path)
    if not kept.writable:
        raise Refused("error.too_new", about=path)
    return kept


def _base(named: str, ours: Kept, theirs: Kept) -> Platform:
    """Return what both began with: a file, nothing at all, or the newest version that both hold.

    Raises Refused: they share no version; OSError or FileProblem.
    """
    if named == FIND:
        base = between(ours, theirs).base
        if base is None:
            raise Refused("error.no_base")
        return base
    path = Path(named)
    if not container.content(path, 0):  # of a file that both added, git has no earlier one
        empty = new_platform(ours.platform.framework.id, ours.platform.main_language)
        return replace(empty, id=ours.platform.id)
    return container.load(path).platform


def _report(desk: Desk, output: Path, found: Merged, taken: tuple[Change, ...], *, as_json: bool) -> None:
    conflicts = found.platform.conflicts
    if as_json:
        told = {"changes": [*map(listed, taken)], "conflicts": [*map(_conflict, conflicts)]}
        desk.say(json.dumps(told, ensure_ascii=False))
        return
    words = desk.words
    desk.say(words("cli.written", file=output))
    desk.say(words("cli.merge_taken", len(taken)))
    for change in taken:
        say(desk, change)
    if conflicts:
        desk.say(words("cli.merge_conflicts", len(conflicts)))
    for one in conflicts:
        path, language = shown_path(one.path)
        desk.say(f"{path} [{language}]  conflicts[{one.id}]")
        for key, value in (("ours", one.ours), ("theirs", one.theirs)):
            shown = words("cli.merge_nothing") if value is None else plain(value)
            desk.say(f"  {words(f'cli.merge_{key}')} {shown}")


def _conflict(one: Conflict) -> dict[str, Any]:
    """Return a conflict as a change from ours to theirs, with what both began with."""
    change = Change(path=one.path, before=one.ours, after=one.theirs, by=one.by, when=one.when)
    return {"id": one.id, **listed(change), "base": one.base}


def history(desk: Desk, asked: Namespace) -> int:
    """List the versions of a file, the newest first, or write one of them as a platform."""
    path = Path(asked.file)
    if asked.restore:
        return _restore(desk, asked)
    if asked.output:
        raise Refused("error.output_without_restore", about=path)
    kept = at_hand.opened(desk, path)
    versions = tuple(reversed(kept.history))
    if asked.json:
        desk.say(json.dumps([to_builtins(one) for one in versions], ensure_ascii=False))
        return 0
    for one in versions:
        told = (one.when, one.id[:12], one.by, one.name, _why(desk, one))
        desk.say("  ".join(on_one_line(part) for part in told if part))
    if not versions:
        desk.say(desk.words("cli.no_version"))
    return 0


def _why(desk: Desk, version: Version) -> str:
    return desk.words(f"history.{version.why}") if version.why else ""


def _restore(desk: Desk, asked: Namespace) -> int:
    """Write what a file was at a version, its history with it."""
    source = Path(asked.file)
    if not asked.output:
        raise Refused("error.restore_needs_output", about=source)
    output = Path(asked.output)
    at_hand.check_platform(output, force=asked.force)
    with at_hand.held(output):
        kept = _writable(source)
        version = _named(asked.restore, kept, source)
        platform = read_version(version.id, kept.versions[version.id])
        _store(desk, output, replace(kept, platform=platform), kept.platform, "restore")
    desk.say(desk.words("cli.written", file=output))
    return 0


def _named(name: str, kept: Kept, source: Path) -> Version:
    """Return the version that an id, or the beginning of one, names.

    Raises Refused: none does, or several do.
    """
    found = {one.id: one for one in kept.history if len(name) > 3 and one.id.startswith(name.lower())}
    if len(found) != 1:
        raise Refused("error.unknown_version", about=source, version=name)
    return next(iter(found.values()))


def _store(desk: Desk, path: Path, kept: Kept, before: Platform, why: Why) -> None:
    """Write a file, with what it was before among its versions.

    Raises OSError: nothing was written.
    """
    at_hand.store(desk, path, kept, before=(Moment(before, at_hand.now(), person(), why=why),))
