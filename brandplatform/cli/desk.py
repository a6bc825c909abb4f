"""What every command needs at hand: words, the method, files in and out.

Owns reading and writing for the commands. Must not know which command is running.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from brandplatform import resources
from brandplatform.cli.errors import Refused
from brandplatform.document.edit import on_one_line
from brandplatform.document.framework import Field, Framework, FrameworkError
from brandplatform.document.library import Library
from brandplatform.document.model import Platform
from brandplatform.document.places import Place, parse_place
from brandplatform.document.questions import known
from brandplatform.resources import Words
from brandplatform.storage import container
from brandplatform.storage.atomic import write_atomically
from brandplatform.storage.container import Kept
from brandplatform.storage.history import Moment
from brandplatform.storage.lock import Lock, Owner, owner, person
from brandplatform.storage.problems import TooLarge
from brandplatform.storage.settings import state_folder

FRAMEWORKS = ("plateforme",)
STANDARD = "-"
"""A text or an output of this name is standard input or output."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The words of the person and the method of the program."""

    words: Words
    library: Library

    def say(self, line: str) -> None:
        """Print one line of result.

        Raises BrokenPipeError: its reader has gone; Refused: it cannot be written.
        """
        self.hand_out(f"{line}\n".encode("utf-8", "backslashreplace"))

    def hand_out(self, data: bytes) -> None:
        """Write bytes to standard output.

        Raises BrokenPipeError: its reader has gone; Refused: they cannot be written.
        """
        try:
            if sys.stdout is None:
                raise Refused("error.no_output")
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except OSError as error:
            # What the buffer still holds would be tried again, and fail again, when the program ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            if isinstance(error, BrokenPipeError):
                raise
            raise Refused("error.no_output") from error

    def note(self, line: str) -> None:
        """Print one line beside the result."""
        if sys.stderr is not None:
            print(f"brandplatform: {on_one_line(line)}", file=sys.stderr)


def desk_for(language: str) -> Desk:
    """Return a desk that speaks `language`."""
    return Desk(Words(language), Library(resources.read_toml, FRAMEWORKS))


def opened(desk: Desk, path: Path) -> Kept:
    """Read a platform, and say on standard error when it is of a newer program.

    Raises OSError or FileProblem.
    """
    kept = container.load(path)
    if not kept.writable:
        desk.note(f"{path}: {desk.words('error.newer_read_only')}")
    return kept


def framework_of(desk: Desk, platform: Platform) -> Framework:
    """Return the framework a document follows.

    Raises Refused: there is none of that name here.
    """
    try:
        return desk.library.framework(platform.framework.id)
    except FrameworkError as error:
        if platform.framework.id in desk.library.frameworks:
            raise
        names = ", ".join(desk.library.frameworks)
        known = {"framework": platform.framework.id, "frameworks": names}
        raise Refused("error.unknown_framework", **known) from error


def field_at(desk: Desk, platform: Platform, written: str) -> tuple[Place, Field | None]:
    """Return a place as written and the definition of its field; a question has none.

    Raises PlaceError, or Refused: no field or question is called that.
    """
    place = parse_place(written)
    framework = framework_of(desk, platform)
    section = framework.section_of(place.field)
    if place.is_question:
        if section and any(q.id == place.field for q in known(desk.library, platform, section)):
            return place, None
    elif field := desk.library.field(framework, place.field):
        return place, field
    near = _nearest(framework, place.field)
    if near:
        raise Refused("error.unknown_field_near", field=place.field, near=near)
    raise Refused("error.unknown_field", field=place.field)


def _nearest(framework: Framework, name: str) -> str:
    from difflib import get_close_matches  # only for a name that was mistyped

    fields = [field for section in framework.sections for field in section.fields]
    return next(iter(get_close_matches(name, fields, 1, 0.75)), "")


def language_in(platform: Platform, asked: str | None) -> str:
    """Return the language a command works in: the one asked for, or the main one.

    Raises Refused: the document is not written in it.
    """
    if asked is None:
        return platform.main_language
    if asked not in platform.languages:
        raise Refused("error.unknown_language", language=asked, languages=", ".join(platform.languages))
    return asked


def store(desk: Desk, path: Path, kept: Kept, before: Sequence[Moment] = ()) -> None:
    """Write a platform where it lives, with moments `before` it among its versions.

    Raises OSError: nothing was written.
    """
    container.save(path, kept, readable(desk, kept.platform), now(), by=person(), before=before)


def readable(desk: Desk, platform: Platform) -> str:
    """Return the text that stands beside the document in its file."""
    from brandplatform.publish.archive import archive  # only where a file is written

    return archive(framework_of(desk, platform), desk.library, platform, desk.words)


def write_out(desk: Desk, path: Path, data: bytes, *, force: bool, source: Path | None = None) -> None:
    """Write an output, or hand it to standard output.

    Raises Refused: it exists and was not to be replaced, or is the very file it is made from; OSError.
    """
    if str(path) == STANDARD:
        desk.hand_out(data)
        return
    check_output(path, force=force, source=source)
    write_atomically(path, data)


def check_output(path: Path, *, force: bool, source: Path | None = None) -> None:
    """Refuse an output that exists, unless forced, or that is the source.

    Raises Refused, or OSError: the folder is not there.
    """
    if not path.parent.is_dir():
        raise Refused("error.no_folder", about=path)
    if path.is_dir():
        raise Refused("error.is_folder", about=path)
    if os.path.lexists(path) and (not force or _same(path, source)):
        raise Refused("error.exists", about=path)


def check_platform(path: Path, *, force: bool, source: Path | None = None) -> None:
    """Refuse what `check_output` refuses, and standard output: a platform is no text.

    Raises Refused or OSError.
    """
    if str(path) == STANDARD:
        raise Refused("error.platform_is_file", about=path)
    check_output(path, force=force, source=source)


def _same(path: Path, source: Path | None) -> bool:
    return source is not None and source.exists() and path.exists() and path.samefile(source)


def standard_input() -> str:
    """Read a text from standard input.

    Raises Refused: it is closed, a folder or no text; TooLarge.
    """
    try:
        if sys.stdin is None:
            raise Refused("error.no_input")
        data = sys.stdin.buffer.read(container.MOST_DOCUMENT + 1)
        if len(data) > container.MOST_DOCUMENT:
            raise TooLarge(STANDARD)
        return data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Refused("error.no_input") from error


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a platform: other commands wait their turn, a window does not.

    Raises Refused: a window has it open, or somebody on another machine.
    """
    turn = Lock(path, state_folder(), "turn")
    lock = Lock(path, state_folder(), me=owner(now()), noting=False)
    try:
        if not turn.acquire(wait=True) or not lock.acquire():
            other = lock.other or Owner()
            if lock.elsewhere:
                raise Refused("error.locked_elsewhere", who=other.person or "?", machine=other.machine or "?")
            raise Refused("error.locked")
        yield
    finally:
        lock.release()
        turn.release()


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a file that is to be replaced; one that is not there needs no holding.

    Raises Refused, as `locked`.
    """
    if not path.exists():
        yield
        return
    with locked(path):
        yield


def now() -> str:
    """Return the present moment, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")
