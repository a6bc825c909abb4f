"""What happened, for whoever has to find out why something went wrong: never a word of anybody's document.

Owns the small file in the state folder. Exceptions are told by their kind and by where they came from, since
their texts may quote a document or the name of a file.
"""

import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

MOST = 256 * 1024
"""Bytes after which the file begins anew; the one before is kept."""


class Journal:
    """Lines with a date, appended one by one."""

    def __init__(self, folder: Path) -> None:
        """Write `journal.txt` under `folder`."""
        self.file = folder / "journal.txt"

    def note(self, line: str) -> None:
        """Append a line; a disk that refuses it stops nothing."""
        when = datetime.now(UTC).isoformat(timespec="seconds")
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            if self.file.exists() and self.file.stat().st_size > MOST:
                self.file.replace(self.file.with_name("journal-before.txt"))
            with self.file.open("a", encoding="utf-8") as file:
                file.write(f"{when} {line}\n")

    def note_error(self, what: str, error: BaseException) -> None:
        """Append what was being done, and how an error came about."""
        self.note(f"{what}: {told(error)}")


def told(error: BaseException) -> str:
    """Return the kind of an error, and the lines of code it came through, on one line."""
    frames = traceback.extract_tb(error.__traceback__)
    way = " < ".join(f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in reversed(frames))
    number = getattr(error, "errno", None)
    kind = type(error).__name__ + (f" {number}" if isinstance(number, int) else "")
    return f"{kind} at {way}" if way else kind
