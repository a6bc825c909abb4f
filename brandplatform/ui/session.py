"""The open document: its value, its undo stack, the file it lives in. The only one that changes it.

Owns which platform is shown now and which one is on disk. Must not know widgets: views are told by signals
and skip what they did themselves.
"""

from collections.abc import Callable, Iterable, Mapping
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
from brandplatform.storage.copies import joined
from brandplatform.storage.history import Moment, Version, Why, read_version
from brandplatform.storage.lock import person
from brandplatform.storage.onfile import Known, known, ready, same, stamp_of
from brandplatform.ui.commands import Edit, Spot
from brandplatform.ui.saver import Saver, Work


class _Saved(Struct, frozen=True):
    """What a save has written."""

    path: Path
    platform: Platform
    moments: tuple[Moment, ...]
    kept: Kept


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
        self.file: Known | None = known(path, kept) if path else None
        """Its file, as it was last read or written here."""
        self.failed_at: Path | None = None
        """Where the last save that failed was to be written."""
        self.platform: Platform = kept.platform
        self.framework: Framework = library.framework(kept.platform.framework.id)
        self.language = kept.platform.main_language
        self._unchanged: Platform | None = kept.platform
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
    def heading(self) -> Path | None:
        """Where the document is being written, or is about to be."""
        return self._saver.heading

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
        self.keep_moments([Moment(self.platform, _now(), person(), name, why)])

    @property
    def moments(self) -> tuple[Moment, ...]:
        """What is to be a version once the document is saved."""
        return self._moments

    def keep_moments(self, moments: Iterable[Moment]) -> None:
        """Have these be versions too, once the document is saved."""
        self._moments = (*self._moments, *moments)

    def name_version(self, name: str) -> None:
        """Have what stands there now be a version of that name, once the document is saved."""
        self.keep_moment("", name)
        self.state_changed.emit()

    def join(self, there: Kept) -> None:
        """Have the versions and images of another copy join ours."""
        self._kept = joined(self._kept, there)

    # The file

    def have_read(self, there: Kept | None = None, *, all_of_it: bool = False) -> None:
        """Count the file as read; `all_of_it`: what is shown is what it holds.

        `there` is what it holds by now, where that is something else; its versions join ours.
        """
        if there is not None and self.path is not None:
            self.join(there)
            self.file = known(self.path, there)
        elif self.file is not None:
            self.file = replace(self.file, stamp=stamp_of(self.file.path))
        if all_of_it:
            self._unchanged = self.platform
        self.state_changed.emit()

    def save(self, path: Path | None = None, *, afresh: bool = False) -> None:
        """Write the document to `path`, or where it lives or is going to, in the background.

        `afresh`: write it where it lived although it is no longer there.
        """
        self.flush()
        target = path or self._saver.heading or self.path
        if target is None:
            raise ValueError("a document that was never saved needs a path")
        self._saver.start(target, lambda: self._work(target, afresh=afresh))
        self.state_changed.emit()

    def _work(self, target: Path, *, afresh: bool) -> Work:
        """Return the work of a save as things stand now."""
        platform, readable, moments, kept = self.platform, self._readable, self._moments, self.kept
        file = self.file if self.file is not None and same(self.file.path, target) else None

        def work() -> _Saved:
            whole = ready(kept, file, afresh=afresh) if file is not None else kept
            by = person()
            saved = container.save(target, whole, readable(platform), _now(), by=by, before=moments)
            return _Saved(target, platform, moments, saved)

        return work

    def close(self, patience: float | None = None) -> bool:
        """Wait for a save under way, at most so many seconds; the session is of no use afterwards.

        False when the save goes on.
        """
        ended = self._saver.close(patience)
        for one in (self._saver, self.stack):
            one.blockSignals(True)  # its last words would reach a window that is being taken down
        return ended

    def _have_saved(self, saved: _Saved) -> None:
        self.path, self._unchanged = saved.path, saved.platform
        self._moments = tuple(one for one in self._moments if all(one is not gone for gone in saved.moments))
        self._kept, self.file = saved.kept, known(saved.path, saved.kept)
        self.saved_at = datetime.now(UTC)
        self.state_changed.emit()
        self.saved.emit()

    def _have_failed(self, path: Path, error: Exception) -> None:
        self.failed_at = path
        self.state_changed.emit()
        self.save_failed.emit(error)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
