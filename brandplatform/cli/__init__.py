"""The command line: all that the window does to a document, without the window.

Owns the contract: commands, options, exit status, one sentence for whatever goes wrong. Imports no Qt.
"""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import NoReturn

from brandplatform import __version__
from brandplatform.cli.desk import Desk, desk_for
from brandplatform.cli.documents import get, info, new, set_
from brandplatform.cli.errors import KNOWN, sentence
from brandplatform.cli.outputs import FORMATS, bring_in, compare, export, frameworks
from brandplatform.resources import LANGUAGES, ResourceError, Words, preferred_language

DONE, TO_DECIDE, REFUSED = 0, 1, 2
Command = Callable[[Desk, Namespace], int]
COMMANDS: dict[str, Command] = {
    "new": new,
    "info": info,
    "get": get,
    "set": set_,
    "import": bring_in,
    "export": export,
    "diff": compare,
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
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # the reader has gone; nothing more is printed
        return REFUSED
    except KeyboardInterrupt:
        return REFUSED
    except ResourceError as error:
        print(f"brandplatform: {error}", file=sys.stderr)
        return REFUSED


def _run(arguments: list[str]) -> int:
    if not arguments or (arguments[0] not in COMMANDS and not arguments[0].startswith("-")):
        if len(arguments) > 1:
            _parser(Words(preferred_language(os.environ))).parse_args(arguments)
        from brandplatform.ui.app import run  # the only door to Qt

        return run(arguments[0] if arguments else None)
    desk = desk_for(preferred_language(os.environ))
    asked = _parser(desk.words).parse_args(arguments)
    try:
        return COMMANDS[asked.command](desk, asked)
    except BrokenPipeError:
        raise
    except KNOWN as error:
        file = _subject(asked, error)
        desk.note(f"{file}: {sentence(desk.words, error)}" if file else sentence(desk.words, error))
        return REFUSED


def _subject(asked: Namespace, error: Exception) -> str:
    """Return the file a sentence is about."""
    if isinstance(error, OSError) and error.filename and ".bp-" not in str(error.filename):
        return str(error.filename)
    named = ("output",) if isinstance(error, OSError) else ("file", "source", "old")
    return next((str(getattr(asked, name)) for name in (*named, "file") if getattr(asked, name, None)), "")


class _Parser(ArgumentParser):
    """An argument parser that refuses in one line."""

    def error(self, message: str) -> NoReturn:
        """Refuse with one line and exit status 2."""
        self.exit(REFUSED, f"brandplatform: {message}\n")


def _parser(words: Words) -> ArgumentParser:
    parser = _Parser(
        prog="brandplatform",
        description=words("cli.description"),
        epilog=words("cli.epilog"),
        add_help=False,
        allow_abbrev=False,
    )
    parser.add_argument("-h", "--help", action="help", help=words("cli.help"))
    parser.add_argument("--version", action="version", version=__version__, help=words("cli.version"))
    commands = parser.add_subparsers(dest="command", required=True, title=words("cli.commands"), metavar="")

    def command(name: str, *positional: str) -> ArgumentParser:
        made = commands.add_parser(
            name,
            help=words(f"cli.{name}"),
            description=words(f"cli.{name}"),
            add_help=False,
            allow_abbrev=False,
        )
        made.add_argument("-h", "--help", action="help", help=words("cli.help"))
        for one in positional:
            made.add_argument(one, metavar=one.upper(), help=words(f"cli.{one}"))
        return made

    _options(words, command)
    return parser


def _options(words: Words, command: Callable[..., ArgumentParser]) -> None:
    def flag(to: ArgumentParser, *names: str) -> None:
        for name in names:
            to.add_argument(f"--{name}", action="store_true", help=words(f"cli.{name}"))

    def lang(to: ArgumentParser, choices: tuple[str, ...] | None = None) -> None:
        to.add_argument("--lang", metavar="L", choices=choices, help=words("cli.lang"))

    def output(to: ArgumentParser) -> None:
        to.add_argument("-o", "--output", required=True, metavar="OUT", help=words("cli.output"))

    made = command("new", "file")
    for name in ("sample", "framework", "brand"):
        made.add_argument(f"--{name}", metavar="NAME", help=words(f"cli.{name}"))
    lang(made, LANGUAGES)
    flag(made, "force")
    flag(command("info", "file"), "json")
    made = command("get", "file", "field")
    lang(made)
    flag(made, "json")
    made = command("set", "file", "field")
    made.add_argument("text", nargs="?", metavar="TEXT", help=words("cli.text"))
    lang(made)
    flag(made, "remove")
    made = command("import", "source")
    output(made)
    flag(made, "force", "json")
    made = command("export", "file")
    output(made)
    lang(made)
    made.add_argument("--format", choices=FORMATS, metavar="F", help=words("cli.format"))
    flag(made, "force")
    flag(command("diff", "old", "new_file"), "json")
    flag(command("frameworks"), "json")
