"""The command line: all that the window does to a document, without the window.

Owns the contract: commands, exit status, one sentence for whatever goes wrong. Imports no Qt.
"""

import os
import sys
from argparse import Namespace
from collections.abc import Callable

from brandplatform.cli.arguments import parsed
from brandplatform.cli.bringing import bring_in
from brandplatform.cli.checking import check
from brandplatform.cli.desk import Desk, desk_for
from brandplatform.cli.differences import compare
from brandplatform.cli.documents import get, info, new, set_
from brandplatform.cli.errors import KNOWN, sentence
from brandplatform.cli.outputs import export, frameworks
from brandplatform.cli.versions import history, unite
from brandplatform.resources import ResourceError, preferred_language

DONE, TO_DECIDE, REFUSED = 0, 1, 2
Command = Callable[[Desk, Namespace], int]
RUN: dict[str, Command] = {
    "new": new,
    "info": info,
    "get": get,
    "set": set_,
    "import": bring_in,
    "export": export,
    "check": check,
    "diff": compare,
    "merge": unite,
    "history": history,
    "frameworks": frameworks,
}


def main(argv: list[str] | None = None) -> int:
    """Run one command, or open the window; return the exit status.

    0 done, 1 something to decide, 2 it could not be done.
    """
    arguments = sys.argv[1:] if argv is None else argv
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _run(arguments)
    except (BrokenPipeError, KeyboardInterrupt):  # the reader has gone, or the person has
        return REFUSED
    except ResourceError as error:
        print(f"brandplatform: {error}", file=sys.stderr)
        return REFUSED


def _run(arguments: list[str]) -> int:
    if len(arguments) < 2 and not any(one in RUN or one.startswith("-") for one in arguments):
        from brandplatform.ui.app import run  # the only door to Qt

        return run(arguments[0] if arguments else None)
    desk = desk_for(preferred_language(os.environ))
    asked = Namespace()
    try:
        asked = parsed(desk, arguments)
        return RUN[asked.command](desk, asked)
    except BrokenPipeError:
        raise
    except KNOWN as error:
        file = _subject(asked, error)
        desk.note(f"{file}: {sentence(desk.words, error)}" if file else sentence(desk.words, error))
        return REFUSED


def _subject(asked: Namespace, error: Exception) -> str:
    """Return the file a sentence is about."""
    named = str(getattr(error, "filename", "") or "")
    if named and ".bp-" not in named:
        return named
    names = ("output", "file") if isinstance(error, OSError) else ("file", "source", "old", "ours")
    return next((str(getattr(asked, name)) for name in names if getattr(asked, name, None)), "")
