"""check: what could be discussed in a platform. Nothing blocks: it is said, and a person decides."""

import json
from argparse import Namespace
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from msgspec import to_builtins

from brandplatform.checks.finding import TO_DISCUSS, Finding
from brandplatform.checks.guide import Guide, shared_lexicons
from brandplatform.cli import desk as at_hand
from brandplatform.cli.desk import Desk
from brandplatform.document import at
from brandplatform.document.model import Platform
from brandplatform.document.places import Place


def check(desk: Desk, asked: Namespace) -> int:
    """Say what a platform claims, hides or leaves unclear; 1 when something is to discuss."""
    platform = at_hand.opened(desk, Path(asked.file)).platform
    languages = (at_hand.language_in(platform, asked.lang),) if asked.lang else platform.languages
    guide = Guide(at_hand.framework_of(desk, platform), desk.library, shared_lexicons(), desk.words)
    found = guide.all(platform, languages, date.today())
    if asked.json:
        desk.say(json.dumps({"findings": [to_builtins(one) for one in found]}, ensure_ascii=False))
    else:
        _tell(desk, platform, found)
    return 1 if any(one.severity == TO_DISCUSS for one in found) else 0


def _tell(desk: Desk, platform: Platform, found: Iterable[Finding]) -> None:
    """Print the findings: place, mark, what was seen, the words it is about, the question."""
    some = False
    for one in found:
        some = True
        place = Place(one.field, one.row, one.column)
        mark = "!" if one.severity == TO_DISCUSS else "·"
        desk.say(f"{mark} {place} [{one.lang}]  {one.message}")
        whole = at.read_at(platform, place, one.lang) if one.end else ""
        if whole and (one.start, one.end) != (0, len(whole)):
            desk.say(f"    “{whole[one.start : one.end]}”")
        desk.say(f"    {one.question}")
    if not some:
        desk.say(desk.words("cli.nothing_found"))
