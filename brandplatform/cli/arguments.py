"""The words of the command line: commands, arguments, their help, and what is said of words that fit none.

Must not know what the commands do.
"""

from argparse import ArgumentParser, Namespace, _ArgumentGroup
from typing import Any, NoReturn

from brandplatform import __version__
from brandplatform.cli.desk import Desk
from brandplatform.cli.errors import Refused
from brandplatform.publish.edition import PROFILES
from brandplatform.publish.output import ATTACHED, PAPERS
from brandplatform.publish.sheets import SHEETS, SIZES
from brandplatform.resources import LANGUAGES, Words

FORMATS = ("docx", "pdf", "html", "md", "json", "brandplatform")
COMMANDS = (
    "new", "info", "get", "set", "import", "export", "check", "diff", "merge", "history", "frameworks",
)  # fmt: skip


def parsed(desk: Desk, arguments: list[str]) -> Namespace:
    """Return what is asked for; `--help` and `--version` print and leave.

    Raises Refused: the words fit no command; SystemExit.
    """
    words = desk.words
    parser = _Parser(
        prog="brandplatform",
        description=words("cli.description"),
        epilog=words("cli.epilog"),
        add_help=False,
        allow_abbrev=False,
    )
    parser.speak(desk)
    parser.options.add_argument("--version", action="version", version=__version__, help=words("cli.version"))
    commands = parser.add_subparsers(dest="command", required=True, title=words("cli.commands"), metavar="")
    _commands(desk, commands)
    asked, rest = parser.parse_known_args(arguments)
    if rest:
        commands.choices[asked.command].error(rest[0])
    return asked


class _Parser(ArgumentParser):
    """An argument parser that speaks the person's language, and raises."""

    color = False  # of Python 3.14: the usage stands in a sentence

    def speak(self, desk: Desk) -> None:
        """Say help and refusals as a desk does."""
        words, self._desk = desk.words, desk
        self.places = self.add_argument_group(words("cli.arguments"))
        self.options = self.add_argument_group(words("cli.options"))
        self.options.add_argument("-h", "--help", action="help", help=words("cli.help"))

    def error(self, message: str) -> NoReturn:
        """Refuse with how the command is written.

        Raises Refused.
        """
        if self.prog == "brandplatform":
            raise Refused("error.unknown_command", commands=", ".join(COMMANDS))
        raise Refused("error.usage", usage=" ".join(self.format_usage().partition(" ")[2].split()))

    def format_help(self) -> str:
        """Return the help; argparse has no other way to its first word."""
        return super().format_help().replace("usage:", self._desk.words("cli.usage"), 1)

    def _print_message(self, message: str, file: Any = None) -> None:
        """Print help or version where it is noticed when that fails."""
        self._desk.say(message.rstrip("\n"))


def _commands(desk: Desk, commands: Any) -> None:
    words = desk.words
    made: dict[str, _Parser] = {}
    for name in COMMANDS:
        said = words(f"cli.{name}")
        made[name] = commands.add_parser(
            name, help=said, description=said, add_help=False, allow_abbrev=False
        )
        made[name].speak(desk)

    def places(name: str, *named: str) -> None:
        for one in named:
            made[name].places.add_argument(one, metavar=one.upper(), help=words(f"cli.{one}"))

    for name in ("new", "info", "get", "set", "export", "check", "history"):
        places(name, "file")
    places("get", "field")
    places("set", "field")
    places("import", "source")
    places("diff", "old", "new_file")
    places("merge", "base", "ours", "theirs")
    made["set"].places.add_argument("text", nargs="?", metavar="TEXT", help=words("cli.text"))
    _options(words, {name: one.options for name, one in made.items()})


def _options(words: Words, made: dict[str, _ArgumentGroup]) -> None:
    def option(command: str, name: str, metavar: str, choices: tuple[str, ...] | None = None) -> None:
        shown = metavar or "|".join(choices or ())
        made[command].add_argument(f"--{name}", metavar=shown, choices=choices, help=words(f"cli.{name}"))

    def flag(command: str, *names: str) -> None:
        for name in names:
            made[command].add_argument(f"--{name}", action="store_true", help=words(f"cli.{name}"))

    for name in ("sample", "framework", "brand"):
        option("new", name, "NAME")
    for command in ("new", "import"):
        option(command, "lang", "", LANGUAGES)
    for command in ("import", "export", "merge", "history"):
        made[command].add_argument(
            "-o", "--output", required=command != "history", metavar="OUT", help=words("cli.output")
        )
    for command in ("get", "set", "export", "check"):
        option(command, "lang", "L")
    option("export", "format", "", FORMATS)
    option("export", "profile", "", PROFILES)
    option("export", "paper", "", tuple(dict.fromkeys((*PAPERS["pdf"], *SIZES))))
    option("export", "sheet", "", SHEETS)
    option("export", "attach", "", ATTACHED)
    option("export", "template", "AGENCY.docx")
    option("history", "restore", "ID")
    made["export"].add_argument(
        "--without", action="append", default=[], metavar="SECTION", help=words("cli.without")
    )
    flag("export", "binding", "grey")
    flag("set", "remove")
    for command in ("new", "import", "export", "merge", "history"):
        flag(command, "force")
    for command in ("info", "get", "import", "check", "diff", "merge", "history", "frameworks"):
        flag(command, "json")
