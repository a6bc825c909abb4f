"""Bringing in a document: what it holds, a look where somebody else wrote it, then a window on it.

Owns the order of that; must not know how a document is read.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from brandplatform.document.library import Library
from brandplatform.document.model import Platform, new_platform
from brandplatform.resources import Words
from brandplatform.storage import codec, container
from brandplatform.storage.container import Kept
from brandplatform.ui.beginnings import session_on
from brandplatform.ui.commands import Spot
from brandplatform.ui.desk import Desk
from brandplatform.ui.session import Session

if TYPE_CHECKING:
    from brandplatform.incoming.bringing import Brought
    from brandplatform.storage.salvage import Lost
    from brandplatform.ui.window import Window


SHOWN = 3
"""Places of what was lost that a sentence names; the rest is counted."""


class Taken(Struct, frozen=True):
    """What a document holds; what was made of a stranger's; what of a damaged platform was lost."""

    kept: Kept
    document: "Brought | None" = None
    lost: tuple["Lost", ...] = ()


def taken(library: Library, words: Words, file: Path) -> Taken:
    """Return what a document holds: our archive, a PDF of ours, a damaged platform, or somebody else's.

    Raises OSError, UnicodeDecodeError, NotRead, NotAnArchive, FrameworkError or FileProblem: there is nothing
    to take.
    """
    from brandplatform.incoming.bringing import LARGEST, bring  # not on the way to the first key
    from brandplatform.incoming.markdown import from_archive
    from brandplatform.incoming.passages import NotRead
    from brandplatform.storage.salvage import is_ours, salvaged

    data = container.content(file, max(LARGEST, container.MOST_PACKED))
    if is_ours(data):
        found = salvaged(data, library.frameworks[0], lambda text: from_archive(text, codec.plain))
        if not found.lost:
            raise NotRead("platform")
        return Taken(found.kept, lost=found.lost)
    brought = bring(data, file.name, library, words, inside, codec.plain)
    return Taken(Kept(platform=brought.platform), brought)


def inside(pdf: bytes) -> Platform | None:
    """Return the platform inside a PDF, or None."""
    from brandplatform.publish.attached import NAME  # as above
    from brandplatform.publish.pages import attachment

    data = attachment(pdf, NAME, container.MOST_DOCUMENT)
    return codec.decode(data)[0] if data else None


def agreed(desk: Desk, library: Library, file: Path, found: Taken, parent: QWidget | None) -> bool:
    """Tell whether somebody's document is to be taken, after a look; ours comes back as it was."""
    if found.document is None or not found.document.strange:
        return True
    from brandplatform.ui.taking import TakeDialog  # as above

    framework = library.framework(found.kept.platform.framework.id)
    return bool(TakeDialog(desk, framework, file.name, found.document, parent).exec())


def imported(library: Library, words: Words, file: Path, kept: Kept) -> Session:
    """Return a session on what was brought in from a file, as one undo step.

    Raises FrameworkError: it follows a method that is not here.
    """
    platform = kept.platform
    empty = replace(new_platform(platform.framework.id, platform.main_language), id=platform.id)
    session = session_on(replace(kept, platform=empty), library)
    session.edit(platform, words("undo.import", file=file.name), Spot(""))
    return session


def bring_in(
    desk: Desk,
    library: Library,
    file: Path,
    parent: QWidget | None,
    tried: Callable[[Callable[[], Any]], Any],
    show: Callable[[Session], "Window"],
) -> None:
    """Open a window on what a document holds, with a report and the way to what stands aside.

    `tried` does a piece of work, or says why it could not be done and returns None.
    """
    words = desk.words
    found = tried(lambda: taken(library, words, file))
    if found is None or not agreed(desk, library, file, found, parent):
        return
    session = tried(lambda: imported(library, words, file, found.kept))
    if session is not None:
        window = show(session)
        tray = [(words("tray.open"), window.open_tray)] if session.platform.loose else []
        window.notice.say(report(words, session.platform, found.lost), tray, serious=bool(found.lost))


def report(words: Words, platform: Platform, lost: tuple["Lost", ...] = ()) -> str:
    """Say what was found in a document, and what was not."""
    parts = [words("import.found", n=len(platform.answers))]
    if platform.loose:
        parts.append(words("import.loose", n=len(platform.loose)))
    found = words("common.list_join").join(parts)
    if not lost:
        return f"{found}. {words('import.nothing_lost')}"
    places = [one.place for one in lost[:SHOWN]]
    if len(lost) > SHOWN:
        places.append(words("import.lost_more", count=len(lost) - SHOWN))
    return f"{found}. {words('import.lost', n=len(lost))} ({words('common.list_join').join(places)})."
