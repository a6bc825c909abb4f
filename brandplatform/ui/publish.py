"""The export dialog: what, in which language, where; then what was written.

Owns the asking and the telling; must not know how a document is made. It never stops anyone from writing."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from brandplatform.ui import exporting, files
from brandplatform.ui.desk import Desk
from brandplatform.ui.errand import Errand
from brandplatform.ui.exporting import FORMATS, Order, Report
from brandplatform.ui.notice import Notice, Way
from brandplatform.ui.paper import lettered, quiet
from brandplatform.ui.preferences import Preferences
from brandplatform.ui.session import Session
from brandplatform.ui.theme import TITLE
from brandplatform.ui.tokens import LARGE, MEDIUM, SMALL, TIGHT, WIDE

_WIDTH = 560


def ways_to(desk: Desk, path: Path) -> tuple[Way, Way]:
    """Return the two things to do with a file that was written: open it, show its folder."""
    words = desk.words

    def show(target: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

    return (
        (words("export.open_file"), lambda: show(path)),
        (words("export.open_folder"), lambda: show(path.parent)),
    )


class ExportDialog(QDialog):
    """Three things to choose; the report stands where the choices were made."""

    def __init__(self, desk: Desk, session: Session, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._session, self._preferences = desk, session, preferences
        words, platform = desk.words, session.platform
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words("export.title"))
        self._agreed: Path | None = None
        self._errand = Errand(self)
        self._errand.done.connect(self._tell_done)
        self._errand.failed.connect(self._tell_failed)
        self.order = self._first_order(platform.id)
        self.formats = self._choices({name: words(f"export.format_{name}") for name in FORMATS})
        names = {
            one: words(f"common.{one}") if f"common.{one}" in words else one for one in platform.languages
        }
        self.languages = self._choices(names)
        self._where = quiet(desk)
        self._choose = QPushButton(words("export.choose_place"))
        self._choose.clicked.connect(self._ask_place)
        self.go = QPushButton(words("export.go"))
        self.go.setDefault(True)
        self.go.clicked.connect(self.start)
        self.notice = Notice(desk)
        self._lay_out()
        self.formats[self.order.format].setChecked(True)
        self.languages[self.order.language].setChecked(True)
        for radio in (*self.formats.values(), *self.languages.values()):
            radio.toggled.connect(self._heed)
        self._show_place()

    def _first_order(self, document: str) -> Order:
        """Return what was chosen last for this document, else Word in the language being written."""
        format, language, folder = exporting.remembered(self._preferences.now.exports.get(document, ""))
        format = format if format in FORMATS else "word"
        if language not in self._session.platform.languages:
            language = self._session.language
        place = Path(folder) if folder and Path(folder).is_dir() else self._folder()
        return Order(format, language, place / self._name(format))

    def _folder(self) -> Path:
        return files.folder_of(self._session.path, self._preferences.now.folder)

    def _name(self, format: str) -> str:
        return files.file_name(self._session.platform.brand.name, self._desk.words, FORMATS[format])

    def _choices(self, names: dict[str, str]) -> dict[str, QRadioButton]:
        group = QButtonGroup(self)
        made = {key: QRadioButton(text) for key, text in names.items()}
        for radio in made.values():
            group.addButton(radio)
        return made

    def _lay_out(self) -> None:
        words = self._desk.words
        self.setMinimumWidth(_WIDTH)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        body = QVBoxLayout()
        body.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        body.setSpacing(TIGHT)
        body.addWidget(lettered(words("export.title"), TITLE))
        self._add(body, words("export.what"), self._row(self.formats))
        if len(self.languages) > 1:
            self._add(body, words("export.language"), self._row(self.languages))
        where = QHBoxLayout()
        where.setSpacing(MEDIUM)
        where.addWidget(self._where, 1)
        where.addWidget(self._choose)
        self._add(body, words("export.where"), where)
        body.addSpacing(LARGE)
        ends = QHBoxLayout()
        ends.setSpacing(SMALL)
        close = QPushButton(words("common.close"))
        close.clicked.connect(self.close)
        ends.addStretch(1)
        ends.addWidget(close)
        ends.addWidget(self.go)
        body.addLayout(ends)
        whole.addLayout(body)
        whole.addWidget(self.notice)

    def _add(self, body: QVBoxLayout, title: str, row: QHBoxLayout) -> None:
        body.addSpacing(SMALL)
        body.addWidget(lettered(title))
        body.addLayout(row)

    def _row(self, radios: dict[str, QRadioButton]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(LARGE)
        for radio in radios.values():
            row.addWidget(radio)
        row.addStretch(1)
        return row

    # Choosing

    def _heed(self, on: bool) -> None:
        if on:
            format = next(key for key, radio in self.formats.items() if radio.isChecked())
            language = next(key for key, radio in self.languages.items() if radio.isChecked())
            path = self.order.path.with_suffix(FORMATS[format])
            self.order = replace(self.order, format=format, language=language, path=path)
            self.notice.hide()
            self._show_place()

    def _ask_place(self) -> None:
        words = self._desk.words
        kind = words(f"dialog.filter_{self.order.format}")
        path = files.ask_save(self, words("export.title"), kind, self.order.path, words)
        if path is not None:
            self._agreed = path
            self.order = replace(self.order, path=path)
            self._show_place()

    def _show_place(self) -> None:
        self._where.setText(str(self.order.path))
        self._where.setToolTip(str(self.order.path))

    # Exporting

    def start(self) -> None:
        """Export in the background, after asking about a file that is there."""
        order, words, session = self.order, self._desk.words, self._session
        session.flush()
        if not session.platform.answers:
            self.notice.say(words("export.nothing"), serious=True)
            return
        if (
            order.path.exists()
            and order.path != self._agreed
            and not files.ask_replace(self, words, order.path)
        ):
            return
        self._agreed = None
        exports = {**self._preferences.now.exports, session.platform.id: exporting.to_remember(order)}
        self._preferences.change(exports=exports)
        self.go.setEnabled(False)
        self.notice.say(words("export.working"))
        platform, library, assets = session.platform, self._desk.library, session.assets
        self._errand.run(lambda: exporting.export(order, platform, library, assets))

    def _tell_done(self, report: Report) -> None:
        words = self._desk.words
        self.go.setEnabled(True)
        said = f"{words('export.done', file=report.path.name)}\n{exporting.said(words, report)}"
        self.notice.say(said, ways_to(self._desk, report.path))

    def _tell_failed(self, error: Exception) -> None:
        words = self._desk.words
        self.go.setEnabled(True)
        said = files.sentence(words, error, writing=True)
        self.notice.say(said, [(words("export.choose_place"), self._ask_place)], serious=True)


class ArchiveWriter(QObject):
    """Writes the archive of a document: every language, answer and note."""

    def __init__(
        self, desk: Desk, session: Session, preferences: Preferences, window: QWidget, notice: Notice
    ) -> None:
        super().__init__(window)
        self._desk, self._session, self._preferences = desk, session, preferences
        self._window, self._notice = window, notice
        self._errand = Errand(self)
        self._errand.done.connect(self._tell_done)
        self._errand.failed.connect(self._tell_failed)

    def ask(self) -> None:
        """Ask where, and write there."""
        words, session = self._desk.words, self._session
        folder = files.folder_of(session.path, self._preferences.now.folder)
        name = files.file_name(session.platform.brand.name, words, ".md")
        kind = words("dialog.filter_markdown")
        path = files.ask_save(self._window, words("dialog.archive_title"), kind, folder / name, words)
        if path is not None:
            platform, library = session.platform, self._desk.library
            self._errand.run(lambda: exporting.archive_to(path, platform, library))

    def _tell_done(self, path: Path) -> None:
        words = self._desk.words
        said = f"{words('export.done', file=path.name)} {words('export.archive_private')}"
        self._notice.say(said, ways_to(self._desk, path))
        self.deleteLater()

    def _tell_failed(self, error: Exception) -> None:
        said = files.sentence(self._desk.words, error, writing=True)
        self._notice.say(said, [(self._desk.words("export.choose_place"), self.ask)], serious=True)
