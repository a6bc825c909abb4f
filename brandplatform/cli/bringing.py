"""import: our own archive, whole, or a document that somebody else wrote.

Owns the report of what went where. What reads a document is imported only when one is brought in.
"""

import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from brandplatform.cli import desk as at_hand
from brandplatform.cli.desk import Desk
from brandplatform.cli.errors import Refused
from brandplatform.document.edit import on_one_line
from brandplatform.document.model import Lines, Platform, Statement, Table, Text
from brandplatform.storage import codec, container
from brandplatform.storage.container import Kept

if TYPE_CHECKING:
    from brandplatform.incoming.bringing import Brought
    from brandplatform.incoming.filing import Filed


def bring_in(desk: Desk, asked: Namespace) -> int:
    """Bring in a document, and report what went where; 0 even when something was kept aside."""
    source, output = Path(asked.source), Path(asked.output)
    at_hand.check_platform(output, force=asked.force, source=source)
    found = _read(desk, source, asked.lang or "")
    at_hand.store(desk, output, Kept(platform=found.platform))
    if asked.json:
        desk.say(json.dumps(_report(found.platform, found.filed), ensure_ascii=False))
    else:
        _say(desk, found.platform, found.filed)
        desk.say(desk.words("cli.created", file=output))
    return 0


def _read(desk: Desk, source: Path, language: str) -> "Brought":
    """Return what a document holds; an archive of ours, or the platform in a PDF, comes back as it was.

    Raises Refused: it is no document, or is not within limits.
    """
    from brandplatform.incoming.bringing import LARGEST, bring
    from brandplatform.incoming.markdown import NotAnArchive
    from brandplatform.incoming.passages import NotRead

    data = container.content(source, LARGEST)
    if data.startswith(b"PK") and container.MIMETYPE in data[:200]:
        raise Refused("error.import_platform")
    try:
        return bring(data, on_one_line(source.name), desk.library, desk.words, _inside, language)
    except UnicodeDecodeError as error:
        raise Refused("error.not_text") from error
    except NotAnArchive as error:
        raise Refused("error.not_archive") from error
    except NotRead as error:
        raise Refused(f"error.import_{error.reason}", **error.values) from error


def _inside(pdf: bytes) -> Platform | None:
    """Return the platform inside a PDF, or None."""
    from brandplatform.incoming.bringing import LARGEST
    from brandplatform.publish.attached import NAME
    from brandplatform.publish.pages import attachment

    data = attachment(pdf, NAME, LARGEST)
    return codec.decode(data)[0] if data else None


def _say(desk: Desk, platform: Platform, filed: tuple["Filed", ...]) -> None:
    """Say how much was found, and where each passage went."""
    desk.say(desk.words("import.found", len(platform.answers)))
    if platform.loose:
        desk.say(desk.words("import.loose", len(platform.loose)))
    for one in filed:
        desk.say(f"  {on_one_line(one.origin)} -> {one.place or desk.words('import.aside')}")


def _report(platform: Platform, filed: tuple["Filed", ...]) -> dict[str, Any]:
    """Say what a document holds, field by field, and where it came from."""
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
        "filed": [{"from": one.origin, "to": one.place or "loose"} for one in filed],
    }
