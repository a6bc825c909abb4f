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
from brandplatform.storage.problems import FileProblem
from brandplatform.ui.commands import Edit, Spot
from brandplatform.ui.saver import Saver


class ChangedElsewhere(FileProblem):
    """The file holds something else than what was read or written here: it is not overwritten."""

    key = "error.changed_elsewhere"


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
        self._unchanged = kept.platform
        self._on_disk = kept.platform  # from now on, the saver's thread alone writes and reads it
        self.saved_at: datetime | None = None
        self._added: dict[str, bytes] = {}
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
        """Whether the value shown is not the one that was opened or last saved."""
        return self.platform is not self._unchanged

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

    def save(self, path: Path | None = None) -> None:
        """Write the document to `path`, or where it lives, in the background."""
        self.flush()
        target = path or self.path
        if target is None:
            raise ValueError("a document that was never saved needs a path")
        platform, readable = self.platform, self._readable
        kept = replace(self._kept, platform=platform, assets=self._assets_of(platform))
        when = datetime.now(UTC).isoformat(timespec="seconds")
        again = target == self.path

        def work() -> Kept:
            if again and target.exists() and container.load(target).platform != self._on_disk:
                raise ChangedElsewhere(str(target))
            saved = container.save(target, kept, readable(platform), when)
            self._on_disk = platform
            return saved

        self._saver.start((target, platform), work)
        self.state_changed.emit()

    def close(self) -> None:
        """Wait for a save under way; the session is of no use afterwards."""
        self._saver.close()
        for one in (self._saver, self.stack):
            one.blockSignals(True)  # its last words would reach a window that is being taken down

    def _assets_of(self, platform: Platform) -> Mapping[str, bytes]:
        """Return the images the document refers to; an unused one is not carried along."""
        logo = platform.brand.logo
        return {logo.asset: self.assets[logo.asset]} if logo and logo.asset in self.assets else {}

    def _have_saved(self, token: tuple[Path, Platform], kept: Kept) -> None:
        self.path, self._unchanged = token
        self._kept = kept
        self.saved_at = datetime.now(UTC)
        self.state_changed.emit()
        self.saved.emit()

    def _have_failed(self, _token: object, error: Exception) -> None:
        self.state_changed.emit()
        self.save_failed.emit(error)
