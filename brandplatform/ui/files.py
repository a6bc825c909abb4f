"""Which file: the questions a person answers with a name or a button, and errors as sentences.

Must not know sessions, nor how a file is read."""

import errno
import os
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from brandplatform.publish.problems import NotPublished
from brandplatform.resources import Words
from brandplatform.storage.atomic import NotAFile, Protected
from brandplatform.storage.lock import Lock, Owner, owner
from brandplatform.storage.problems import FileProblem
from brandplatform.storage.settings import Recent
from brandplatform.ui import question
from brandplatform.ui.foot import moment

SUFFIX = ".brandplatform"
_OF_SYSTEM: Mapping[int, str] = {
    errno.ENOENT: "error.not_found",
    errno.ENOTDIR: "error.no_folder",
    errno.EISDIR: "error.is_folder",
    errno.EACCES: "error.cannot_read",
    errno.EPERM: "error.cannot_read",
    errno.EROFS: "error.cannot_write",
    errno.ENOSPC: "error.disk_full",
    getattr(errno, "EDQUOT", errno.ENOSPC): "error.disk_full",
}
_FORBIDDEN = '<>:"/\\|?*'
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|(?:COM|LPT)[0-9¹²³])(?:\..*)?", re.IGNORECASE)
"""Names Windows keeps for its devices, with any suffix."""
_LONGEST = 200
"""Bytes: with a suffix, and the name of a file being written, below the 255 a name may have."""


def documents() -> Path:
    """Return the folder a person keeps documents in, as the system names it; home where it names none."""
    named = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(named) if named else Path.home()
    return folder if folder.is_dir() else Path.home()


def file_name(brand: str, words: Words, suffix: str = SUFFIX) -> str:
    """Return a name for a brand's file that every system takes."""
    plain = "".join(" " if c in _FORBIDDEN or not c.isprintable() else c for c in brand)
    name = " ".join(plain.split()).strip(". ")[:80]
    name = name.encode()[:_LONGEST].decode(errors="ignore").rstrip(". ")
    if _DEVICE.fullmatch(name):
        name = f"{name}_"
    return (name or words("common.untitled")) + suffix


def free(path: Path) -> Path:
    """Return the path, or the first like it with a number that names nothing yet: `Levain 2.docx`."""
    numbered = (path.with_name(f"{path.stem} {nth}{path.suffix}") for nth in range(2, 10_000))
    return path if not os.path.lexists(path) else next(one for one in numbered if not os.path.lexists(one))


def with_suffix(path: Path, suffix: str = SUFFIX) -> Path:
    """Return the path with the suffix it must have, added to what was typed."""
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def ask_open(parent: QWidget | None, words: Words, folder: Path) -> Path | None:
    """Ask which platform to open; None when the person changed their mind."""
    kinds = f"{words('dialog.filter_platform')} (*{SUFFIX});;{words('dialog.filter_all')} (*)"
    return _ask_file(QFileDialog(parent, words("dialog.open_title"), str(folder), kinds), words)


def ask_import(parent: QWidget | None, words: Words, folder: Path) -> Path | None:
    """Ask which document to bring in."""
    known = f"*.docx *.md *.markdown *.txt *.pdf *{SUFFIX}"
    kinds = f"{words('dialog.filter_import')} ({known});;{words('dialog.filter_all')} (*)"
    return _ask_file(QFileDialog(parent, words("dialog.import_title"), str(folder), kinds), words)


def ask_image(parent: QWidget | None, words: Words, folder: Path) -> Path | None:
    """Ask which image is the logo."""
    kinds = f"{words('dialog.filter_image')} (*.png *.jpg *.jpeg);;{words('dialog.filter_all')} (*)"
    return _ask_file(QFileDialog(parent, words("dialog.logo_title"), str(folder), kinds), words)


def ask_template(parent: QWidget | None, words: Words, folder: Path) -> Path | None:
    """Ask on which Word file to write."""
    kinds = f"{words('dialog.filter_docx')} (*.docx *.dotx);;{words('dialog.filter_all')} (*)"
    return _ask_file(QFileDialog(parent, words("template.choose"), str(folder), kinds), words)


def ask_folder(parent: QWidget | None, words: Words, folder: Path) -> Path | None:
    """Ask which folder."""
    dialog = QFileDialog(parent, words("portfolio.choose_title"), str(folder))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    return _ask_file(dialog, words)


def ask_save(parent: QWidget | None, title: str, kind: str, suggested: Path, words: Words) -> Path | None:
    """Ask where to write; the suffix of `suggested` is added; a file that is there is asked about once."""
    suffix = suggested.suffix
    dialog = QFileDialog(parent, title, str(suggested.parent), f"{kind} (*{suffix})")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.selectFile(suggested.name)
    chosen = _ask_file(dialog, words)
    if chosen is None:
        return None
    path = with_suffix(chosen, suffix)
    return path if not path.exists() or ask_replace(parent, words, path) else None


def _ask_file(dialog: QFileDialog, words: Words) -> Path | None:
    """Show a dialog and return the one file, or folder, that was chosen in it."""
    to_open = dialog.acceptMode() is QFileDialog.AcceptMode.AcceptOpen
    if to_open and dialog.fileMode() is not QFileDialog.FileMode.Directory:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    # Qt's own French has no words for these two; a system's dialog has its own and ignores ours.
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, words("dialog.look_in"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, words("dialog.file_type"))
    accepted = dialog.exec()
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if accepted and chosen else None


def ask_replace(parent: QWidget | None, words: Words, path: Path) -> bool:
    """Ask whether a file that is there may be replaced."""
    answers = (("yes", words("dialog.replace_yes")), ("no", words("common.cancel")))
    title, text = words("dialog.replace_title"), words("dialog.replace_text", file=path.name)
    return question.ask(parent, title, text, answers) == "yes"


def ask_unsaved(parent: QWidget, words: Words, brand: str) -> str:
    """Ask what to do with words that are in no file yet: `save`, `discard` or `stay`."""
    shown = brand or words("page.strip_no_brand")
    answers = tuple((key, words(f"dialog.unsaved_{key}")) for key in ("save", "discard", "stay"))
    title, text = words("dialog.unsaved_title"), words("dialog.unsaved_text", brand=shown)
    return question.ask(parent, title, text, answers)


def folder_of(path: Path | None, last: str) -> Path:
    """Return where to look first: beside the open file, else where one looked last, else the documents."""
    if path is not None and path.parent.is_dir():
        return path.parent
    return Path(last) if last and os.path.isdir(last) else documents()


def sentence(words: Words, error: BaseException, *, writing: bool = False) -> str:
    """Say in the person's language what could not be done, what is safe and what to do."""
    if isinstance(error, FileProblem):
        return words(error.key, place=error.place)
    if isinstance(error, NotPublished):
        return words(error.key, None, **error.values)
    if isinstance(error, Protected):
        return words("error.read_only_save")
    if isinstance(error, NotAFile):
        return words("error.not_a_file")
    if isinstance(error, OSError):
        key = _OF_SYSTEM.get(error.errno or 0, "error.system")
        if key == "error.cannot_read" and writing:
            key = "error.cannot_write"
        if key == "error.not_found" and writing:
            key = "error.no_folder"
        return words(key, reason=error.strerror or str(error))
    return words("error.system", reason=str(error) or type(error).__name__)


def lock_on(path: Path, folder: Path, *, over: bool = False) -> Lock | None:
    """Try to lock a file, the state folder being `folder`; None where no lock can be kept at all.

    `over`: although another machine says that it has the file.
    """
    lock = Lock(path, folder, me=owner(datetime.now(UTC).isoformat(timespec="seconds")))
    try:
        lock.acquire(over=over)
    except OSError:  # a state folder that cannot be written must not keep anyone from their own file
        return None
    return lock


def who_has(words: Words, path: Path, lock: Lock) -> str:
    """Say who has a file open, where, and since when."""
    other = lock.other or Owner()
    key = "file.open_on_machine" if lock.elsewhere else "error.open_elsewhere"
    who, machine = other.person or words("file.somebody"), other.machine or "?"
    return words(key, file=path.name, who=who, machine=machine, since=moment(words, other.since) or "?")


def fill_recent(
    menu: QMenu,
    recent: Sequence[Recent],
    words: Words,
    opened: Callable[[Path], object],
    cleared: Callable[[], object],
) -> None:
    """Fill the menu of recent platforms; a file that is gone cannot be chosen."""
    menu.clear()
    for one in recent:
        path = Path(one.path)
        action = menu.addAction((one.brand or path.stem).replace("&", "&&"))
        action.setToolTip(one.path)
        action.setEnabled(path.is_file())
        action.triggered.connect(lambda _=False, chosen=path: opened(chosen))
    menu.setToolTipsVisible(True)
    if recent:
        menu.addSeparator()
        menu.addAction(words("menu.file.recent_clear")).triggered.connect(lambda: cleared())
    else:
        menu.addAction(words("menu.file.recent_none")).setEnabled(False)
