"""Where an open document comes from: the start screen's answers, a file, the example, an archive.

Owns the first value of a session; must not know windows."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace

from brandplatform.document import edit, questions
from brandplatform.document.framework import FrameworkError
from brandplatform.document.library import Library
from brandplatform.document.model import Draft, Platform, Statement, new_platform
from brandplatform.incoming.passages import NotRead
from brandplatform.resources import LANGUAGES, Words, path
from brandplatform.storage import codec, container
from brandplatform.storage.container import Kept
from brandplatform.storage.problems import FileProblem
from brandplatform.storage.settings import Recent
from brandplatform.ui import files
from brandplatform.ui.commands import Spot
from brandplatform.ui.foot import day
from brandplatform.ui.known import Known
from brandplatform.ui.session import Session
from brandplatform.ui.strip import PROMISE, promise_of

METHOD = "plateforme"
EXAMPLES = ("maison-levain", "garance-plomberie", "atelier-binaire")
"""The complete examples: a shop, a trade, a studio."""


def session_on(kept: Kept, library: Library, file: Path | None = None) -> Session:
    """Return a session on what a file holds.

    Raises FrameworkError: the document follows a method that is not here.
    """

    def readable(platform: Platform) -> str:
        from brandplatform.ui.exporting import readable  # in the saver's thread, not before the first key

        return readable(platform, library)

    return Session(kept, library, readable, file)


def begun(library: Library, words: Words, promise: str, name: str) -> Session:
    """Return a new platform with what was answered at the start, each answer an undo step."""
    language = words.language
    version = library.framework(METHOD).version
    session = session_on(Kept(platform=new_platform(METHOD, language, version=version)), library)
    if promise.strip():
        draft = Draft(id="opening", text={language: promise}, origin="opening")
        after = edit.write_text(session.platform, PROMISE, Statement, language, promise)
        after = edit.keep_draft(after, PROMISE, draft)
        session.edit(after, words("undo.opening"), Spot(PROMISE, PROMISE, language))
    after = edit.rebrand(session.platform, name=name.strip())
    session.edit(after, words("undo.brand"), Spot("brand.name"))
    return session


def opened(library: Library, file: Path, *, writable: bool) -> Session:
    """Return a session on a file; not `writable` when somebody else has it open.

    Raises OSError, FileProblem or FrameworkError: it cannot be opened.
    """
    kept = container.load(file)
    return session_on(replace(kept, writable=kept.writable and writable), library, file)


def example(name: str = EXAMPLES[0]) -> Platform:
    """Return a complete example, as a platform of its own."""
    platform, _ = codec.decode(path("samples", f"{name}.json").read_bytes())
    return replace(platform, id=secrets.token_hex(16))


def like(session: Session) -> Session:
    """Return a new platform that asks what an open one asks, and holds nothing of it."""
    session.flush()
    made = session_on(Kept(platform=questions.like(session.platform)), session.library)
    made.write_in(session.language)
    return made


def copied(session: Session) -> Session:
    """Return what an open document holds as one that has no file yet, its versions with it."""
    made = session_on(replace(session.kept, writable=True), session.library)
    made.write_in(session.language)
    made.need_saving()
    return made


def why_not(words: Words, error: Exception) -> str:
    """Say why a document could not be opened."""
    if isinstance(error, UnicodeDecodeError):
        return words("error.not_text")
    if isinstance(error, FrameworkError):
        return words("error.resource", reason=str(error))
    if isinstance(error, OSError | FileProblem):
        return files.sentence(words, error)
    if isinstance(error, NotRead):
        return words(f"error.import_{error.reason}", None, **error.values)
    return words("error.not_archive")


def known(recent: Recent, words: Words) -> Known:
    """Return a recent platform as its card shows it."""
    file = Path(recent.path)
    return Known(file, recent.brand, recent.promise, _opened_when(recent.when, words), file.is_file())


def known_examples(words: Words) -> Mapping[str, Known]:
    """Return the complete examples by name, as their cards show them."""
    made = {}
    for name in EXAMPLES:
        platform = example(name)
        promise = promise_of(platform, words.language)
        made[name] = Known(Path(), platform.brand.name, promise, words("common.fictional"), True)
    return made


def _opened_when(when: str, words: Words) -> str:
    try:
        return words("start.recent_when", date=day(words, datetime.fromisoformat(when)))
    except ValueError:
        return ""


def language_for(chosen: str, preferred: str) -> str:
    """Return the language of the interface: the one chosen, else the one the system prefers."""
    return chosen if chosen in LANGUAGES else preferred
