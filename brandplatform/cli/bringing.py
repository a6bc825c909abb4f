"""import: our own archive, whole, or a document that somebody else wrote.

Owns the report of what went where. What reads a document is imported only when one is brought in.
"""

import json
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from brandplatform import resources
from brandplatform.cli import desk as at_hand
from brandplatform.cli.desk import Desk
from brandplatform.cli.errors import Refused
from brandplatform.document.anchors import DATA
from brandplatform.document.edit import on_one_line
from brandplatform.document.model import Lines, Platform, Statement, Table, Text
from brandplatform.storage import container
from brandplatform.storage.container import Kept

if TYPE_CHECKING:
    from brandplatform.incoming.filing import Filed


def bring_in(desk: Desk, asked: Namespace) -> int:
    """Bring in a document, and report what went where; 0 even when something was kept aside."""
    from brandplatform.incoming import markdown

    source, output = Path(asked.source), Path(asked.output)
    at_hand.check_platform(output, force=asked.force, source=source)
    data = container.content(source, markdown.MOST_BYTES)
    if len(data) > markdown.MOST_BYTES:
        raise Refused("error.archive_too_big", limit=markdown.MOST_BYTES // 2**20)
    if data.startswith(b"PK") and container.MIMETYPE in data[:200]:
        raise Refused("error.import_platform")
    platform, filed = _read(desk, source, data, asked.lang or "")
    at_hand.store(desk, output, Kept(platform=platform))
    report = _report(platform, filed)
    if asked.json:
        desk.say(json.dumps(report, ensure_ascii=False))
    else:
        _say(desk, platform, filed)
        desk.say(desk.words("cli.created", file=output))
    return 0


def _read(desk: Desk, source: Path, data: bytes, language: str) -> tuple[Platform, tuple["Filed", ...]]:
    """Return a platform and what went where; an archive of ours comes back as it was.

    Raises Refused: it is no document, or is not within limits.
    """
    from brandplatform.incoming.markdown import NotAnArchive, from_archive
    from brandplatform.incoming.passages import NotRead

    try:
        if DATA.encode() in data:
            return from_archive(data.decode("utf-8-sig")), ()
        return _filed(desk, source, data, language)
    except UnicodeDecodeError as error:
        raise Refused("error.not_text") from error
    except NotAnArchive as error:
        raise Refused("error.not_archive") from error
    except NotRead as error:
        raise Refused(f"error.import_{error.reason}", **error.values) from error


def _filed(desk: Desk, source: Path, data: bytes, language: str) -> tuple[Platform, tuple["Filed", ...]]:
    """File a document of somebody else’s under the first framework there is."""
    from brandplatform.incoming.filing import file_away
    from brandplatform.incoming.strangers import read_stranger
    from brandplatform.incoming.synonyms import spoken_from

    spoken = spoken_from(resources.read_toml("synonyms.toml"))
    document = read_stranger(data, spoken)
    framework = desk.library.framework(desk.library.frameworks[0])
    name = on_one_line(source.name)
    return file_away(document, desk.library, framework, spoken, desk.words, source=name, language=language)


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
