"""The Word file a Word file is written on: ours, or somebody's own with its header, footer and styles.

Owns the choosing and what is said of it; must not know how a template is read.
"""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from brandplatform.ui import exporting, files
from brandplatform.ui.desk import Desk
from brandplatform.ui.errand import Errand
from brandplatform.ui.notice import Notice
from brandplatform.ui.paper import in_a_row, lettered, quiet
from brandplatform.ui.tokens import SMALL, TIGHT


class TemplateRow(QWidget):
    """Which template, and the ways to another one or back to ours; it is looked at before it is taken."""

    changed = Signal(str)
    """Path of the template, empty for our own look."""

    def __init__(self, desk: Desk, notice: Notice, path: str) -> None:
        super().__init__()
        self._desk, self._notice, self.path = desk, notice, path
        words = desk.words
        self._name = quiet(desk)
        self.choose, self.back = QPushButton(words("template.choose")), QPushButton(words("template.back"))
        self.choose.clicked.connect(self._ask)
        self.back.clicked.connect(lambda: self._take(""))
        self._errand = Errand(self)
        self._errand.done.connect(self._tell)
        self._errand.failed.connect(self._refuse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(lettered(words("template.title")))
        column.addLayout(in_a_row(self._name, self.back, self.choose, space=SMALL))
        self._take(path)

    def _ask(self) -> None:
        words = self._desk.words
        folder = files.folder_of(Path(self.path) if self.path else None, "")
        path = files.ask_template(self, words, folder)
        if path is not None:
            self._errand.run(lambda: (path, exporting.template_report(path, words)))

    def _tell(self, told: tuple[Path, tuple[str, ...]]) -> None:
        path, lines = told
        self._take(str(path))
        self._notice.say("\n".join(lines))

    def _refuse(self, error: Exception) -> None:
        sentence = files.sentence(self._desk.words, error)
        self._notice.say(sentence, [(self._desk.words("template.choose"), self._ask)], serious=True)

    def _take(self, path: str) -> None:
        self._name.setText(Path(path).name if path else self._desk.words("template.ours"))
        self._name.setToolTip(path)
        self.back.setVisible(bool(path))
        if path != self.path:
            self.path = path
            self._notice.hide()
            self.changed.emit(path)
