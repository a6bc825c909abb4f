"""The last screen: what is in hand, a Word document of it, and what comes after.

Owns what is made on paper; must not know how the file of the platform is kept.
"""

from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from brandplatform.publish.typography import A4, typeset
from brandplatform.ui import exporting, files
from brandplatform.ui.errand import Errand
from brandplatform.ui.exporting import Choices, Order, Report
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.view import indented, said
from brandplatform.ui.paper import Way
from brandplatform.ui.press import Press
from brandplatform.ui.sheets import Sheet
from brandplatform.ui.shortpath_step import ASIDE, Step
from brandplatform.ui.shortpath_steps import SENTENCE
from brandplatform.ui.strip import promise_of
from brandplatform.ui.theme import INTERFACE
from brandplatform.ui.tokens import TIGHT

NEXT = {"person": ("people_customers", "people_customers"), "proof": ("proof", "proof.q1")}
"""Door -> (section, place) of the whole platform that it leads to."""


class PaperStep(Step):
    """In hand: a promise, its file, its page."""

    gone = Signal(str, str)
    """(section, place) of the whole platform where a person wants to go on."""
    print_asked = Signal(str)
    """`card` or `page`: what is to be printed."""

    def __init__(self, here: Here) -> None:
        super().__init__(here)
        self._written: Path | None = None
        self._errand = Errand(self)
        self._errand.done.connect(self._tell_done)
        self._errand.failed.connect(self._tell_failed)
        promise = promise_of(here.platform, here.language)
        title = typeset(promise, here.language) if promise else self.words("start.no_promise")
        self.put_head(here.platform.brand.name, title, self.words("path.on_the_wall") if promise else "")
        self._file = indented(said("", INTERFACE, here.desk.tokens.muted))
        self._told = indented(said("", INTERFACE, here.desk.tokens.muted))
        self.body.addWidget(self._file)
        self.body.addWidget(self._told)
        self._told.hide()
        ends = [("back", self.words("common.back")), ("leave", self.words("common.close"))]
        on_paper = [(name, self.words(f"path.{name}")) for name in ("card", "page", "word")]
        none = [(SENTENCE, self.words("path.to_sentence"))]
        ways = self.put_ways([*(on_paper if promise else none), *ends])
        if promise:
            for name in ("card", "page"):
                ways.buttons[name].clicked.connect(lambda _=False, one=name: self.print_asked.emit(one))
            ways.buttons["word"].clicked.connect(self._word)
            self._show_page()
        self._put_doors()
        self.show_value()
        here.session.saved.connect(self.show_value)

    def _put_doors(self) -> None:
        desk = self.here.desk
        self.body.takeAt(self.body.count() - 1)  # the air under the ways; it comes back under the doors
        self.put_label(self.words("path.next"))
        self.body.addSpacing(TIGHT)
        self.doors: dict[str, Way] = {}
        for door, (section, place) in NEXT.items():
            way = Way(desk, self.words(f"path.next_{door}"))
            way.clicked.connect(lambda _=False, at=(section, place): self.gone.emit(*at))
            self.doors[door] = way
            self.body.addWidget(way)
        whole = Way(desk, self.words("start.whole"))
        whole.clicked.connect(lambda: self.gone.emit("promise", "promise"))
        self.doors["whole"] = whole
        self.body.addSpacing(TIGHT)
        self.body.addWidget(whole)
        self.body.addStretch(1)

    def _show_page(self) -> None:
        """Show at the side the page as it will be printed."""
        here = self.here
        choices = Choices(form="pdf", language=here.language, profile="essential")
        self.press = Press(here.desk, here.session, choices, self)
        self.sheet = Sheet(here.desk, 1)
        self.sheet.setFixedSize(ASIDE, round(ASIDE * A4.height / A4.width))
        ratio = self.devicePixelRatioF()
        self.press.printed.connect(
            lambda done: self.press.picture(1, self.sheet.width() * ratio / done.sizes[0][0])
        )
        self.press.pictured.connect(lambda _page, image: self.sheet.show_image(image))
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet)
        column.addStretch(1)
        side.setFixedWidth(ASIDE)
        self.put_aside(side)
        self.press.choose(choices)

    def show_value(self) -> None:
        path = self.here.session.path
        kept = self.words("path.kept", file=path.name, folder=path.parent.name) if path else ""
        self._file.setText(kept)
        self._file.setVisible(bool(kept))

    def _word(self) -> None:
        """Write the Word document beside the file, over no other; then the way opens it."""
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))
            return
        here = self.here
        here.session.flush()
        folder = here.session.path.parent if here.session.path else files.documents()
        path = files.free(folder / files.file_name(here.platform.brand.name, here.desk.words, ".docx"))
        order = Order(Choices(language=here.language, profile="essential"), path)
        platform, library, assets = here.platform, here.desk.library, here.session.assets
        self._errand.run(lambda: exporting.export(order, platform, library, assets))

    def _tell_done(self, report: Report) -> None:
        self._written = report.path
        self._tell(self.words("path.word_done", file=report.path.name, folder=report.path.parent.name))
        if self.ways is not None:
            self.ways.say("word", self.words("export.open_file"))

    def _tell_failed(self, error: Exception) -> None:
        self._tell(files.sentence(self.here.desk.words, error, writing=True))

    def _tell(self, text: str) -> None:
        self._told.setText(text)
        self._told.show()
