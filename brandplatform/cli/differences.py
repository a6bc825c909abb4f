"""diff, and how changes are printed: the place, what stood there, what does now."""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from brandplatform.cli import desk as at_hand
from brandplatform.cli.desk import Desk
from brandplatform.document.change import Change, diff, shown_path, worth_showing
from brandplatform.document.edit import clean


def compare(desk: Desk, asked: Namespace) -> int:
    """Show what changed between two files; 1 when something did."""
    old = at_hand.opened(desk, Path(asked.old)).platform
    new = at_hand.opened(desk, Path(asked.new_file)).platform
    changes = worth_showing(diff(old, new))
    if asked.json:
        desk.say(json.dumps([listed(change) for change in changes], ensure_ascii=False))
    elif not changes:
        desk.say(desk.words("cli.nothing_changed"))
    else:
        desk.say(desk.words("cli.changes", len(changes)))
        for change in changes:
            say(desk, change)
    return 1 if changes else 0


def listed(change: Change) -> dict[str, Any]:
    """Return a change as plain JSON."""
    path, language = shown_path(change.path)
    known = {"path": path, "lang": language or None, "before": change.before, "after": change.after}
    return {**known, "by": change.by, "when": change.when, "why": change.why}


def say(desk: Desk, change: Change) -> None:
    """Print a change."""
    path, language = shown_path(change.path)
    desk.say(f"{path} [{language}]" if language else path)
    for sign, value in (("-", change.before), ("+", change.after)):
        if value is not None:
            desk.say(f"  {sign} {plain(value)}")


def plain(value: object) -> str:
    """Return a value for a terminal."""
    text = clean(value) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text.replace("\n", "\n    ")
