"""The export dialog: for whom, as what, in which language, where; then what was written.

Owns the asking and the telling; must not know how a document is made. It never stops anyone from writing."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from brandplatform.publish.tally import said
from brandplatform.ui import exporting, files
from brandplatform.ui.agency import TemplateRow
from brandplatform.ui.choices import ChoicesPanel
from brandplatform.ui.desk import Desk
from brandplatform.ui.errand import Errand
from brandplatform.ui.exporting import Choices, Order, Report
from brandplatform.ui.notice import Notice, ways_to
from brandplatform.ui.paper import Tall, fit, in_a_row, lettered, quiet
from brandplatform.ui.preferences import Preferences
from brandplatform.ui.session import Session
from brandplatform.ui.theme import TITLE
from brandplatform.ui.tokens import LARGE, MEDIUM, SMALL, TIGHT, WIDE

_WIDTH = 600
_LEAST = 160
"""Pixels of the choices that are always in sight."""


class ExportDialog(QDialog):
    """What to choose and where it goes, the number of pages before; the report stands under the choices."""

    def __init__(self, desk: Desk, session: Session, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._session, self._preferences = desk, session, preferences
        words = desk.words
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words("export.title"))
        self._agreed: Path | None = None
        self._errand, self._count = Errand(self), Errand(self)
        self._errand.done.connect(self._tell_done)
        self._errand.failed.connect(self._tell_failed)
        self._count.done.connect(self._tell_pages)
        choices = self._remembered()
        self.choices = ChoicesPanel(desk, session, choices, formed=True)
        self.choices.changed.connect(self._heed)
        self.choices.unfolded.connect(self._grow)
        self._area = Tall(self.choices, _LEAST)
        self.path = Path(choices.folder) / self._name(choices.form)
        self._where, self.count = quiet(desk), quiet(desk)
        self._choose = QPushButton(words("export.choose_place"))
        self._choose.clicked.connect(self._ask_place)
        self.go = QPushButton(words("export.go"))
        self.go.setDefault(True)
        self.go.clicked.connect(self.start)
        self.notice = Notice(desk)
        self.template = TemplateRow(desk, self.notice, choices.template)
        self.template.changed.connect(self.choices.take_template)
        self._lay_out()
        self._grow()
        self._show_place()
        self._count_pages()

    def _remembered(self) -> Choices:
        """Return what was chosen last for this document, in a language it has and a folder that is there."""
        platform = self._session.platform
        found = exporting.remembered(self._preferences.now.exports.get(platform.id, ""))
        language = found.language if found.language in platform.languages else self._session.language
        folder = Path(found.folder)
        if not found.folder or not folder.is_dir():
            folder = files.folder_of(self._session.path, self._preferences.now.folder)
        return replace(found, language=language, folder=str(folder))

    def _name(self, form: str) -> str:
        return files.file_name(self._session.platform.brand.name, self._desk.words, f".{form}")

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
        body.addSpacing(SMALL)
        body.addWidget(self._area, 1)
        body.addSpacing(SMALL)
        body.addWidget(self.template)
        body.addSpacing(SMALL)
        body.addWidget(lettered(words("export.where")))
        body.addLayout(in_a_row(self._where, self._choose, space=MEDIUM))
        body.addSpacing(LARGE)
        close = QPushButton(words("common.close"))
        close.clicked.connect(self.close)
        body.addLayout(in_a_row(self.count, close, self.go, space=SMALL))
        whole.addLayout(body)
        whole.addWidget(self.notice)

    def _grow(self) -> None:
        """Give the choices the room they need; where the screen has less, they scroll."""
        self.choices.ensurePolished()
        self._area.updateGeometry()
        fit(self)

    # Choosing

    def _heed(self, choices: Choices) -> None:
        self.path = self.path.with_suffix(f".{choices.form}")
        self.notice.hide()
        self._show_place()
        self._count_pages()

    def _ask_place(self) -> None:
        words = self._desk.words
        kind = words(f"dialog.filter_{self.choices.choices.form}")
        path = files.ask_save(self, words("export.title"), kind, self.path, words)
        if path is not None:
            self._agreed = self.path = path
            self._show_place()

    def _show_place(self) -> None:
        self.template.setVisible(self.choices.choices.form == "docx")
        self._where.setText(str(self.path))
        self._where.setToolTip(str(self.path))

    def _count_pages(self) -> None:
        """Count the pages away from the window; what was asked before is told first, then this."""
        choices, session = self.choices.choices, self._session
        self.count.setText("")
        if choices.form in ("docx", "pdf") and not choices.on_template and session.platform.answers:
            platform, library, assets = session.platform, self._desk.library, session.assets
            self._count.run(lambda: (choices, exporting.pages(choices, platform, library, assets)))

    def _tell_pages(self, told: tuple[Choices, int]) -> None:
        choices, pages = told
        if choices == self.choices.choices:
            self.count.setText(self._desk.words("export.pages", pages))

    # Exporting

    def start(self) -> None:
        """Export in the background, after asking about a file that is there."""
        words, session, path = self._desk.words, self._session, self.path
        session.flush()
        if not session.platform.answers:
            self.notice.say(words("export.nothing"), serious=True)
            return
        if path.exists() and path != self._agreed and not files.ask_replace(self, words, path):
            return
        self._agreed = None
        choices = replace(self.choices.choices, folder=str(path.parent))
        exports = {**self._preferences.now.exports, session.platform.id: exporting.to_remember(choices)}
        self._preferences.change(exports=exports)
        self.go.setEnabled(False)
        self.notice.say(words("export.working"))
        platform, library, assets = session.platform, self._desk.library, session.assets
        order = Order(choices, path)
        self._errand.run(lambda: exporting.export(order, platform, library, assets))

    def _tell_done(self, report: Report) -> None:
        words = self._desk.words
        self.go.setEnabled(True)
        lines = [words("export.done", file=report.path.name)]
        if report.tally is not None:
            lines += said(words, report.tally)
        self.notice.say("\n".join(lines), ways_to(self._desk, report.path))

    def _tell_failed(self, error: Exception) -> None:
        words = self._desk.words
        self.go.setEnabled(True)
        sentence = files.sentence(words, error, writing=True)
        self.notice.say(sentence, [(words("export.choose_place"), self._ask_place)], serious=True)
