"""The open document: its value, its undo stack, the file it lives in. The only one that changes it.

Owns which platform is shown now and which one is on disk. Must not know widgets: views are told by signals
and skip what they did themselves.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from brandplatform.document.framework import Framework
from brandplatform.document.library import Library
from brandplatform.document.model import Platform
from brandplatform.storage import container
from brandplatform.storage.container import Kept
from brandplatform.storage.history import Moment, Version, Why, read_version, united
from brandplatform.storage.lock import person
from brandplatform.storage.problems import FileProblem, TooNew
from brandplatform.ui.commands import Edit, Spot
from brandplatform.ui.saver import Saver


class ChangedElsewhere(FileProblem):
    """The file holds something else than what was read or written here: it is not overwritten."""

    key = "error.changed_elsewhere"

    def __init__(self, place: str, base: Platform, there: Kept) -> None:
        super().__init__(place)
        self.base, self.there = base, there


class Gone(FileProblem):
    """The file that was opened or saved is no longer where it was."""

    key = "error.gone"


class Changed(Struct, frozen=True):
    """What a view needs to know of a change: where it was made, and by whom (the view itself skips it)."""

    spot: Spot
    origin: object


class Session(QObject):
    """One open platform."""

    changed = Signal(object)
    """`Changed`, after every edit, undo and redo."""
    travelled = Signal(object)
    """`Spot`, after an undo or redo: show it to the person."""
    language_changed = Signal(str)
    """The language of the text being written."""
    flushing = Signal()
    """Report now what was typed and not reported yet."""
    state_changed = Signal()
    """The file's state changed: modified, saving, saved, failed."""
    saved = Signal()
    """The file holds what it was to hold; more may have been written since."""
    save_failed = Signal(object)
    """The exception that kept a save from happening; the work is still here."""

    def __init__(
        self, kept: Kept, library: Library, readable: Callable[[Platform], str], path: Path | None = None
    ) -> None:
        """Open `kept`; `readable` makes the text that is put beside the document in the file."""
        super().__init__()
        self._kept, self.library, self._readable, self.path = kept, library, readable, path
        self.platform: Platform = kept.platform
        self.framework: Framework = library.framework(kept.platform.framework.id)
        self.language = kept.platform.main_language
        self._unchanged: Platform | None = kept.platform
        self.on_disk = kept.platform
        """What the file held when it was last read or written here; while saving, the saver's thread's."""
        self._stamp = _stamp(path)
        self.saved_at: datetime | None = None
        self._added: dict[str, bytes] = {}
        self._moments: tuple[Moment, ...] = ()
        self._origin: object = None
        self._stack = QUndoStack(self)
        self._saver = Saver()
        self._saver.saved.connect(self._have_saved)
        self._saver.failed.connect(self._have_failed)

    @property
    def stack(self) -> QUndoStack:
        """The one undo stack; use `undo` and `redo` below, which report unreported typing first."""
        return self._stack

    @property
    def modified(self) -> bool:
        """Whether the value shown, or a name given to a version, is in no file yet."""
        return self.platform is not self._unchanged or any(one.name for one in self._moments)

    @property
    def saving(self) -> bool:
        """Whether a save is under way."""
        return self._saver.busy

    @property
    def writable(self) -> bool:
        """False for a file of a newer program, which may be read only."""
        return self._kept.writable

    @property
    def assets(self) -> Mapping[str, bytes]:
        """Images of the document, by asset name."""
        return {**self._kept.assets, **self._added}

    def edit(
        self,
        after: Platform,
        label: str,
        spot: Spot,
        *,
        origin: object = None,
        typing: bool = False,
        opens_step: bool = True,
    ) -> None:
        """Make `after` the document, as one undo step named `label`; nothing happens when nothing changed.

        With `typing`, the step goes on with the last one at the same spot unless `opens_step`.
        """
        if after is self.platform:
            return
        self._origin = origin
        self._stack.push(Edit(self, label, spot, after, typing=typing, opens_step=opens_step))
        self._origin = None

    def show_value(self, platform: Platform, spot: Spot) -> None:
        """Make a value the one shown; for commands only."""
        self.platform = platform
        self.changed.emit(Changed(spot=spot, origin=self._origin))
        self.state_changed.emit()

    def flush(self) -> None:
        """Have every box report what was typed and not reported yet."""
        self.flushing.emit()

    def undo(self) -> None:
        """Take back the last step and show where it was."""
        self.flush()
        self._travel(self._stack.index() - 1, self._stack.undo)

    def redo(self) -> None:
        """Make the next step again and show where it is."""
        self.flush()
        self._travel(self._stack.index(), self._stack.redo)

    def _travel(self, index: int, go: Callable[[], None]) -> None:
        step = self._stack.command(index)
        if isinstance(step, Edit):
            self.travelled.emit(step.spot)
            go()

    def write_in(self, language: str) -> None:
        """Turn to another language of the text."""
        if language != self.language:
            self.flush()
            self.language = language
            self.language_changed.emit(language)

    def add_asset(self, data: bytes, extension: str) -> str:
        """Keep an image and return its asset name; the document must refer to it to keep it when saved."""
        name = f"{sha256(data).hexdigest()}.{extension}"
        self._added[name] = data
        return name

    # Versions

    @property
    def history(self) -> tuple[Version, ...]:
        """The versions in the file, oldest first."""
        return self._kept.history

    def version(self, name: str) -> Platform:
        """Return the platform of a version, by its id.

        Raises FileProblem: it cannot be read.
        """
        return read_version(name, self._kept.versions[name])

    @property
    def kept(self) -> Kept:
        """The document as it is now, with its images and versions."""
        return replace(self._kept, platform=self.platform, assets=self.assets)

    def need_saving(self) -> None:
        """Count what was opened as being in no file yet."""
        self._unchanged = None
        self.state_changed.emit()

    def keep_moment(self, why: Why, name: str = "") -> None:
        """Have what stands there now be a version too, once the document is saved."""
        moment = Moment(self.platform, _now(), person(), name, why)
        self._moments = (*self._moments, moment)

    def name_version(self, name: str) -> None:
        """Have what stands there now be a version of that name, once the document is saved."""
        self.keep_moment("", name)
        self.state_changed.emit()

    def adopt(self, there: Kept) -> None:
        """Take what the file holds by now for what was read: its versions join ours."""
        history = united(self._kept.history, there.history)
        versions = {**there.versions, **self._kept.versions}
        assets = {**there.assets, **self._kept.assets}
        self._kept = replace(self._kept, history=history, versions=versions, assets=assets)
        self.on_disk = there.platform

    # The file

    @property
    def stale(self) -> bool:
        """Whether the file may hold something else than when it was last read or written here."""
        return self.path is not None and _stamp(self.path) != self._stamp

    def have_read(self, *, all_of_it: bool) -> None:
        """Count the file as read; `all_of_it`: what is shown is what it holds."""
        self._stamp = _stamp(self.path)
        if all_of_it:
            self._unchanged = self.platform
        self.state_changed.emit()

    def save(self, path: Path | None = None, *, afresh: bool = False) -> None:
        """Write the document to `path`, or where it lives, in the background.

        `afresh`: write it where it lived although it is no longer there.
        """
        self.flush()
        target = path or self.path
        if target is None:
            raise ValueError("a document that was never saved needs a path")
        platform, readable, moments = self.platform, self._readable, self._moments
        kept = self.kept
        again = target == self.path and not afresh

        def work() -> Kept:
            if again:
                self._check(target)
            by = person()
            saved = container.save(target, kept, readable(platform), _now(), by=by, before=moments)
            self.on_disk = platform
            return saved

        self._saver.start((target, platform, moments), work)
        self.state_changed.emit()

    def _check(self, target: Path) -> None:
        """Refuse to write over what somebody else wrote, or where the file is gone.

        Raises ChangedElsewhere, Gone, OSError or FileProblem.
        """
        try:
            there = container.load(target)
        except FileNotFoundError as error:
            raise Gone(str(target)) from error
        if not there.writable:
            raise TooNew(f"format {there.platform.format}")
        if there.platform != self.on_disk:
            raise ChangedElsewhere(str(target), self.on_disk, there)

    def close(self) -> None:
        """Wait for a save under way; the session is of no use afterwards."""
        self._saver.close()
        for one in (self._saver, self.stack):
            one.blockSignals(True)  # its last words would reach a window that is being taken down

    def _have_saved(self, token: tuple[Path, Platform, tuple[Moment, ...]], kept: Kept) -> None:
        self.path, self._unchanged, written = token
        self._moments = self._moments[len(written) :]
        self._kept, self._stamp = kept, _stamp(self.path)
        self.saved_at = datetime.now(UTC)
        self.state_changed.emit()
        self.saved.emit()

    def _have_failed(self, _token: object, error: Exception) -> None:
        self.state_changed.emit()
        self.save_failed.emit(error)


def _stamp(path: Path | None) -> tuple[int, int]:
    """Return what changes when a file is written; zeros where there is none."""
    try:
        there = path.stat() if path else None
    except OSError:
        there = None
    return (there.st_mtime_ns, there.st_size) if there else (0, 0)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
