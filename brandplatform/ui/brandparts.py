"""The parts of the Brand page that are more than a line: the colour with its swatch, the logo with its words.

Owns how they are edited; what is written reaches the document through the session alone."""

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QColorDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from brandplatform.document import edit
from brandplatform.document.edit import said
from brandplatform.document.model import Logo
from brandplatform.publish.colour import contrast, corrected, is_colour
from brandplatform.ui import files
from brandplatform.ui.fields.growing import INSET
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.logo import LogoProblem, read_logo, shown_logo
from brandplatform.ui.paper import in_line, quiet
from brandplatform.ui.session import Changed
from brandplatform.ui.strokes import box, ring
from brandplatform.ui.theme import ANSWER
from brandplatform.ui.tokens import HAIR, SMALL, TARGET, TIGHT

PRINTED_ON = "#FFFFFF"
READABLE = 4.5
_LOGO_ROOM = QSize(280, 96)


class Swatch(QAbstractButton):
    """A patch of the colour; pressed, it asks for another."""

    def __init__(self, here: Here) -> None:
        super().__init__()
        self._tokens = here.desk.tokens
        self._colour = ""
        self.setFixedSize(TARGET + HAIR, TARGET + HAIR)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(here.desk.words("brand.colour_choose"))
        self.setToolTip(here.desk.words("brand.colour_choose"))

    def show_colour(self, colour: str) -> None:
        """Show a colour, or a patch of paper for none."""
        self._colour = colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box(painter, self.rect(), QColor(self._colour or self._tokens.paper), QColor(self._tokens.edge))
        if self.hasFocus():
            ring(painter, QRect(0, 0, self.width(), self.height()), QColor(self._tokens.accent))


class ColourRow(QWidget):
    """A colour written as #RRGGBB, its swatch, and what it becomes where it must be read."""

    def __init__(self, here: Here) -> None:
        super().__init__()
        self._here = here
        words = here.desk.words
        self.box = TypingBox(here.desk.tokens, ANSWER, one_line=True)
        self.box.prose = False
        self.box.setAccessibleName(words("brand.colour"))
        self.box.setFixedWidth(TARGET * 4)
        self.box.written.connect(self._report)
        self.swatch = Swatch(here)
        self.swatch.clicked.connect(self._ask)
        self._choose = QPushButton(words("brand.colour_choose"))
        self._choose.clicked.connect(self._ask)
        self._remove = QPushButton(words("brand.colour_remove"))
        self._remove.setFlat(True)
        self._remove.clicked.connect(lambda: self._write(""))
        self._note = quiet(here.desk)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        for widget in (self.swatch, self.box, self._choose, self._remove):
            row.addWidget(widget)
        row.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(INSET, 0, 0, 0)
        rows.setSpacing(HAIR)
        rows.addLayout(row)
        rows.addWidget(self._note)
        self.setEnabled(here.session.writable)
        here.session.flushing.connect(self.box.flush)
        here.session.changed.connect(self._heed)
        self.refresh()

    @property
    def note(self) -> str:
        """What is said about the colour."""
        return self._note.text()

    def refresh(self) -> None:
        """Show the document's colour."""
        self.box.show_text(self._here.platform.brand.colour)
        self._tell(self._here.platform.brand.colour)

    def _heed(self, change: Changed) -> None:
        if change.origin is not self.box:
            self.refresh()

    def _tell(self, text: str) -> None:
        words = self._here.desk.words
        right = not text or is_colour(text)
        self.swatch.show_colour(text if right else "")
        note = "" if right else words("brand.colour_wrong")
        if text and right and contrast(text, PRINTED_ON) < READABLE:
            note = words("brand.colour_corrected", colour=corrected(text, PRINTED_ON, READABLE))
        self._note.setText(note)
        self._note.setVisible(bool(note))
        self._remove.setVisible(bool(text))

    def _report(self, text: str, begins: bool) -> None:
        colour = text.strip().upper()
        self._tell(colour)
        if not colour or is_colour(colour):
            after = edit.rebrand(self._here.platform, colour=colour)
            self._here.type(after, self._here.desk.words("undo.brand"), "brand.colour", self.box, begins)

    def _ask(self) -> None:
        now = self._here.platform.brand.colour or self._here.desk.tokens.accent
        title = self._here.desk.words("dialog.colour_title")
        chosen = QColorDialog.getColor(QColor(now), self, title)
        if chosen.isValid():
            self._write(chosen.name().upper())

    def _write(self, colour: str) -> None:
        self._here.session.flush()
        after = edit.rebrand(self._here.platform, colour=colour)
        self._here.change(after, self._here.desk.words("undo.brand"), "brand.colour", self)
        self.refresh()


class LogoRow(QWidget):
    """The logo as it is, the words for those who do not see it, and the buttons to change it."""

    def __init__(self, here: Here) -> None:
        super().__init__()
        self._here = here
        words = here.desk.words
        self._picture = quiet(here.desk)
        self._asset = ""
        self.first = QPushButton(words("brand.logo_choose"))
        self.first.clicked.connect(self._ask)
        self._remove = QPushButton(words("brand.logo_remove"))
        self._remove.setFlat(True)
        self._remove.clicked.connect(self.remove)
        self._alt_label = quiet(here.desk, f"{words('brand.logo_alt')} · {words('brand.logo_alt_hint')}")
        self.alt = TypingBox(here.desk.tokens, ANSWER, one_line=True)
        self.alt.setAccessibleName(words("brand.logo_alt"))
        self.alt.written.connect(self._report_alt)
        self._note = quiet(here.desk)
        self._note.hide()
        self._lay_out()
        self.setEnabled(here.session.writable)
        here.session.flushing.connect(self.alt.flush)
        here.session.changed.connect(self._heed)
        here.session.language_changed.connect(self.refresh)
        self.refresh()

    @property
    def note(self) -> str:
        """Why an image was not taken, or empty."""
        return self._note.text()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self.first)
        buttons.addWidget(self._remove)
        buttons.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(TIGHT)
        rows.addWidget(in_line(self._picture))
        buttons.setContentsMargins(INSET, 0, 0, 0)
        rows.addLayout(buttons)
        rows.addWidget(in_line(self._note))
        rows.addWidget(in_line(self._alt_label))
        rows.addWidget(self.alt)

    def refresh(self) -> None:
        """Show the document's logo."""
        logo, words = self._here.platform.brand.logo, self._here.desk.words
        self._show_picture(logo)
        self.first.setText(words("brand.logo_change" if logo else "brand.logo_choose"))
        for widget in (self._remove, self._alt_label, self.alt):
            widget.setVisible(logo is not None)
        self.alt.show_text(logo.alt.get(self._here.language, "") if logo else "")

    def _show_picture(self, logo: Logo | None) -> None:
        asset = logo.asset if logo else ""
        if asset and asset == self._asset:
            return
        self._asset = asset
        data = self._here.session.assets.get(asset, b"")
        if data:
            self._picture.setPixmap(shown_logo(data, _LOGO_ROOM, self.devicePixelRatioF()))
        else:
            self._picture.setText(self._here.desk.words("brand.logo_none"))

    def _heed(self, change: Changed) -> None:
        if change.origin is not self.alt:
            self.refresh()

    def _report_alt(self, text: str, begins: bool) -> None:
        logo = self._here.platform.brand.logo
        if logo is not None:
            alt = said(logo.alt, self._here.language, text)
            after = edit.rebrand(self._here.platform, logo=replace(logo, alt=alt))
            self._here.type(after, self._here.desk.words("undo.brand"), "brand.logo.alt", self.alt, begins)

    def _ask(self) -> None:
        path = files.ask_image(self, self._here.desk.words, files.documents())
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Make an image file the logo, or say why it is not taken."""
        words = self._here.desk.words
        self._here.session.flush()
        try:
            image = read_logo(path)
        except LogoProblem as problem:
            self._say(words(problem.key, None, **problem.values))
            return
        except OSError as error:
            self._say(files.sentence(words, error))
            return
        self._say("")
        asset = self._here.session.add_asset(image.data, image.extension)
        before = self._here.platform.brand.logo
        logo = replace(before, asset=asset) if before else Logo(asset=asset)
        after = edit.rebrand(self._here.platform, logo=logo)
        self._here.change(after, words("undo.brand"), "brand.logo", self)

    def remove(self) -> None:
        """Take the logo out of the document."""
        self._here.session.flush()
        after = edit.rebrand(self._here.platform, logo=None)
        self._here.change(after, self._here.desk.words("undo.brand"), "brand.logo", self)

    def _say(self, text: str) -> None:
        self._note.setText(text)
        self._note.setVisible(bool(text))
