"""A program that saves, to be killed or refused: `saving.py loop FILE` or `saving.py once FILE`.

Owns what is saved, a number in the promise, and how that is told. Knows nothing of kills and refusals.
"""

import ctypes
import os
import signal
import sys
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from msgspec.structs import replace

from brandplatform.document import edit
from brandplatform.document.model import Platform, Statement, new_platform
from brandplatform.storage import container
from brandplatform.storage.container import Kept

ANY_TRACER = (0x59616D61, ctypes.c_ulong(-1))
"""What Linux is told by a process that any other may trace (prctl(2), PR_SET_PTRACER)."""

BEGUN = datetime(2026, 11, 23, 9, tzinfo=UTC)
SMALL = new_platform("plateforme", "fr")
"""A document that is saved in a millisecond."""

SAVED, REFUSED = 0, 3
"""What a process ends with, that was asked to save once."""


def numbered(platform: Platform, number: int) -> Platform:
    """Return a platform whose promise names a number."""
    return edit.write_text(platform, "promise", Statement, "fr", f"Promesse {number}")


def number_of(platform: Platform) -> int:
    """Return the number a promise names."""
    answer = platform.answers["promise"]
    assert isinstance(answer, Statement)
    return int(answer.text["fr"].removeprefix("Promesse "))


def number_in(file: Path) -> int:
    """Open a file as the program does, and return the number its promise names."""
    return number_of(container.load(file).platform)


def save(file: Path, kept: Kept, number: int) -> Kept:
    """Save a number, a minute after the one before it."""
    when = (BEGUN + timedelta(minutes=number)).isoformat()
    return container.save(file, replace(kept, platform=numbered(kept.platform, number)), f"{number}\n", when)


def tell(what: str, number: int) -> None:
    """Say something in one line that a kill cannot cut."""
    os.write(1, f"{what} {number}\n".encode())


def loop(file: Path) -> None:
    """Save the next number, and the next, until killed; say when each is begun and when it is done."""
    kept = container.load(file)
    for number in count(number_of(kept.platform) + 1):
        tell("begun", number)
        kept = save(file, kept, number)
        tell("done", number)


def once(file: Path) -> None:
    """For each byte on standard input, fork a process that saves the next number at SIGUSR1; say its status.

    The process has everything in memory that a save needs: each call it makes to the system is the save's.
    """
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
    save(file, container.load(file), number_in(file))
    while os.read(0, 1):
        kept = container.load(file)
        child = os.fork()
        if not child:
            ctypes.CDLL(None).prctl(*ANY_TRACER)
            signal.sigwait({signal.SIGUSR1})
            os._exit(_attempt(file, kept))
        tell("pid", child)
        tell("ended", os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))


def _attempt(file: Path, kept: Kept) -> int:
    try:
        save(file, kept, number_of(kept.platform) + 1)
    except OSError:
        return REFUSED
    return SAVED


if __name__ == "__main__":
    {"loop": loop, "once": once}[sys.argv[1]](Path(sys.argv[2]))
