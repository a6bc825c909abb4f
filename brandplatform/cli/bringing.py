"""import: our own archive, whole, a document that somebody else wrote, or what is left of a damaged platform.

Owns the report of what went where. What reads a document is imported only when one is brought in.
"""

import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from brandplatform.cli import desk as at_hand
from brandplatform.cli.desk import Desk
from brandplatform.cli.errors import Refused
from brandplatform.document.edit import on_one_line
from brandplatform.document.model import Lines, Platform, Statement, Table, Text
from brandplatform.storage import codec, container
from brandplatform.storage.container import Kept

if TYPE_CHECKING:
    from brandplatform.incoming.filing import Filed
    from brandplatform.storage.salvage import Lost


class Taken(Struct, frozen=True):
    """What a document holds, where its passages went, and what of it could not be read."""

    kept: Kept
    filed: tuple["Filed", ...] = ()
    lost: tuple["Lost", ...] = ()


def bring_in(desk: Desk, asked: Namespace) -> int:
    """Bring in a document, and report what went where; 0 even when something was kept aside or lost."""
    source, output = Path(asked.source), Path(asked.output)
    at_hand.check_platform(output, force=asked.force, source=source)
    taken = _read(desk, source, asked.lang or "")
    with at_hand.held(output):
        at_hand.store(desk, output, taken.kept)
    if asked.json:
        desk.say(json.dumps(_report(taken), ensure_ascii=False))
    else:
        _say(desk, taken)
        desk.say(desk.words("cli.created", file=output))
    return 0


def _read(desk: Desk, source: Path, language: str) -> Taken:
    """Return what a document holds; an archive of ours, or the platform in a PDF, comes back as it was.

    Raises Refused: it is no document, or is not within limits; FileProblem.
    """
    from brandplatform.incoming.bringing import LARGEST, bring
    from brandplatform.incoming.markdown import NotAnArchive
    from brandplatform.incoming.passages import NotRead
    from brandplatform.storage.salvage import is_ours

    data = container.content(source, max(LARGEST, container.MOST_PACKED))
    if is_ours(data):
        return _salvaged(desk, data)
    try:
        found = bring(
            data, on_one_line(source.name), desk.library, desk.words, inside, codec.plain, language
        )
    except UnicodeDecodeError as error:
        raise Refused("error.not_text") from error
    except NotAnArchive as error:
        raise Refused("error.not_archive") from error
    except NotRead as error:
        raise Refused(f"error.import_{error.reason}", **error.values) from error
    return Taken(Kept(platform=found.platform), found.filed)


def _salvaged(desk: Desk, data: bytes) -> Taken:
    """Return what survives of a damaged platform.

    Raises Refused: it is whole; FileProblem: there is nothing left, or a newer program wrote it.
    """
    from brandplatform.incoming.markdown import from_archive
    from brandplatform.storage.salvage import salvaged

    found = salvaged(data, desk.library.frameworks[0], lambda text: from_archive(text, codec.plain))
    if not found.lost:
        raise Refused("error.import_platform")
    return Taken(found.kept, lost=found.lost)


def inside(pdf: bytes) -> Platform | None:
    """Return the platform inside a PDF, or None."""
    from brandplatform.publish.attached import NAME
    from brandplatform.publish.pages import attachment

    data = attachment(pdf, NAME, container.MOST_DOCUMENT)
    return codec.decode(data)[0] if data else None


def _say(desk: Desk, taken: Taken) -> None:
    """Say how much was found, where each passage went, and what was lost."""
    platform = taken.kept.platform
    desk.say(desk.words("import.found", len(platform.answers)))
    if platform.loose:
        desk.say(desk.words("import.loose", len(platform.loose)))
    for one in taken.filed:
        desk.say(f"  {on_one_line(one.origin)} -> {one.place or desk.words('import.aside')}")
    if taken.lost:
        desk.say(desk.words("import.lost", len(taken.lost)))
    for gone in taken.lost:
        desk.say(f"  {on_one_line(gone.place)}: {on_one_line(gone.why)}")


def _report(taken: Taken) -> dict[str, Any]:
    """Say what a document holds, field by field, where it came from, and what was lost."""
    platform = taken.kept.platform
    placed = {}
    for name, answer in platform.answers.items():
        match answer:
            case Statement() | Text():
                placed[name] = sorted(answer.text)
            case Lines():
                placed[name] = sorted(answer.lines)
            case Table():
                placed[name] = [row.id for row in answer.rows]
            case _:
                placed[name] = []
    return {
        "fields": len(placed),
        "notes": len(platform.notes),
        "placed": placed,
        "loose": [{"id": one.id, "text": one.text} for one in platform.loose],
        "filed": [{"from": one.origin, "to": one.place or "loose"} for one in taken.filed],
        "lost": [{"place": one.place, "why": one.why} for one in taken.lost],
    }
