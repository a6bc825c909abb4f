"""The guide beside the page (*Repères*): always about the field with the cursor.

Owns what is said and shown about a section; must not know documents: it reads the method, and from the
session only the language being written. What it says is in the language of the interface; formulas and
examples are in the language of the text, because they help to write that one.
"""

import re
from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from brandplatform.document.framework import Example, Section, Theme
from brandplatform.document.places import PlaceError, parse_place
from brandplatform.ui.commands import Spot
from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.here import typeset
from brandplatform.ui.fields.view import said
from brandplatform.ui.session import Session
from brandplatform.ui.strokes import ring
from brandplatform.ui.theme import HEADING, INTERFACE, LABEL, NOTE, Face, font
from brandplatform.ui.tokens import FOCUS, HAIR, LARGE, MEDIUM, SERIF, TARGET, TIGHT

BUSINESSES = ("levain", "garance", "binaire")
"""Shop, trade, studio: the three fictional companies of the examples."""

VOICE = Face(SERIF, 15)
_SLOT = re.compile(r"\[([^\]]*)\]")
_SIDE_BY_SIDE = 420  # least width, in pixels, for two examples beside each other


class Guide(QWidget):
    """What good looks like, formulas, a strong and a hollow example, what to avoid."""

    business_chosen = Signal(str)
    """Whose examples a person wants to see; worth remembering."""

    def __init__(self, desk: Desk, session: Session, business: str = BUSINESSES[0]) -> None:
        super().__init__()
        self._desk, self._session = desk, session
        self._business = business if business in BUSINESSES else BUSINESSES[0]
        self._spot: Spot | None = None
        self._shown: tuple[str, str, str, str] | None = None
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._scroll.setAccessibleName(desk.words("guide.title"))
        self._scroll.installEventFilter(self)
        body = QVBoxLayout(self)
        body.setContentsMargins(FOCUS, FOCUS, FOCUS, FOCUS)
        body.addWidget(self._scroll)
        self.setMinimumWidth(220)
        session.language_changed.connect(self._show_again)

    @property
    def business(self) -> str:
        """Whose examples are shown."""
        return self._business

    def show_for(self, spot: Spot) -> None:
        """Speak about the field at a spot."""
        self._spot = spot
        self._show_again()

    def choose_business(self, business: str) -> None:
        """Show another company's examples from now on."""
        if business != self._business:
            self._business = business
            self.business_chosen.emit(business)
            self._show_again()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring: one may come here by Tab to read on with the arrows."""
        if self._scroll.hasFocus():
            painter = QPainter(self)
            ring(painter, self.rect(), QColor(self._desk.tokens.accent))
            painter.end()

    def _show_again(self, _language: str = "") -> None:
        if self._spot is None:
            return
        section = self._session.framework.section(self._spot.section)
        if section is None:
            return
        name, help_ = self._about(section, self._spot.place)
        wanted = (section.id, name, self._session.language, self._business)
        if wanted == self._shown:
            return
        same_section = self._shown is not None and self._shown[0] == section.id
        height = self._scroll.verticalScrollBar().value() if same_section else 0
        self._shown = wanted
        theme = self._desk.library.theme(section.theme)
        sheet = GuideSheet(self._desk, theme, section, self._session.language, self._business, (name, help_))
        sheet.business_chosen.connect(self.choose_business, Qt.ConnectionType.QueuedConnection)
        self._scroll.setWidget(sheet)
        sheet.adjustSize()
        self._scroll.verticalScrollBar().setValue(height)

    def _about(self, section: Section, place: str) -> tuple[str, str]:
        """Return the name of the field or column with the cursor, and what to write there."""
        language = self._desk.words.language
        try:
            found = parse_place(place)
        except PlaceError:
            return "", ""
        field = self._desk.library.theme(section.theme).field(found.field)
        if field is None:
            return "", ""
        column = field.column(found.column) if found.column else None
        shown = column or field
        title, help_ = shown.title[language], shown.help.get(language, "")
        return ("" if column is None and shown.title == section.title else typeset(title, language)), typeset(
            help_, language
        )


class GuideSheet(QWidget):
    """The guide's one column, top to bottom."""

    business_chosen = Signal(str)

    def __init__(
        self, desk: Desk, theme: Theme, section: Section, language: str, business: str, about: tuple[str, str]
    ) -> None:
        super().__init__()
        self._desk, self._written_in, self._business = desk, language, business
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(LARGE, LARGE, MEDIUM, LARGE)
        self._body.setSpacing(TIGHT)
        tokens, words = desk.tokens, desk.words
        heading = said(words("guide.title"), LABEL, tokens.muted)
        self._body.addWidget(heading)
        self._body.addWidget(said(self._say(theme.purpose), VOICE, tokens.ink))
        if about[0] and about[1]:
            self._part(about[0])
            self._body.addWidget(said(about[1], INTERFACE, tokens.ink))
        self._good(theme)
        self._formulas(theme)
        self._examples([one for one in theme.examples if one.section == section.id])
        self._list("guide.avoid", [self._say(mistake) for mistake in theme.mistakes], "–")
        self._body.addStretch(1)

    def _say(self, text: Mapping[str, str]) -> str:
        """Return a text in the language of the interface."""
        language = self._desk.words.language
        return typeset(text[language], language)

    def _write(self, text: Mapping[str, str]) -> str:
        """Return a text in the language being written; English where the method does not speak it."""
        language = self._written_in if self._written_in in text else "en"
        return typeset(text[language], language)

    def _part(self, title: str) -> None:
        self._body.addSpacing(MEDIUM)
        self._body.addWidget(said(title, HEADING, self._desk.tokens.ink))

    def _good(self, theme: Theme) -> None:
        language = self._desk.words.language
        ticks = [typeset(line, language) for line in theme.ticks(language)]
        self._list("guide.good", ticks, "·")

    def _list(self, key: str, lines: list[str], mark: str) -> None:
        if not lines:
            return
        self._part(self._desk.words(key))
        grid = QGridLayout()
        grid.setHorizontalSpacing(TIGHT)
        grid.setVerticalSpacing(HAIR)
        grid.setColumnStretch(1, 1)
        for row, line in enumerate(lines):
            bullet = said(mark, INTERFACE, self._desk.tokens.muted, wraps=False)
            grid.addWidget(bullet, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(said(line, INTERFACE, self._desk.tokens.ink), row, 1)
        self._body.addLayout(grid)

    def _formulas(self, theme: Theme) -> None:
        if not theme.formulas:
            return
        self._part(self._desk.words("guide.formulas" if len(theme.formulas) > 1 else "guide.formula"))
        for formula in theme.formulas:
            text = self._write(formula)
            label = said("", VOICE, self._desk.tokens.ink)
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setText(_with_slots(text, self._desk.tokens.accent))
            label.setAccessibleName(text)
            self._body.addWidget(label)

    def _examples(self, examples: list[Example]) -> None:
        if not examples:
            return
        words, tokens = self._desk.words, self._desk.tokens
        shown = next((one for one in examples if one.business == self._business), examples[0])
        if len(examples) > 1:
            self._part(words("guide.show_example"))
            self._body.addWidget(self._switch([one.business for one in examples], shown.business))
        else:
            self._part(words("common.fictional"))
        pair = ExamplePair()
        pair.put(self._voice("guide.holds", "check", tokens.settled, self._write(shown.holds)))
        pair.put(self._voice("guide.hollow", "cross", tokens.muted, self._write(shown.hollow)))
        self._body.addWidget(pair)
        if shown.almost:
            self._body.addWidget(
                self._voice("guide.almost", "half", tokens.discuss, self._write(shown.almost))
            )
            if shown.almost_why:
                self._body.addWidget(said(self._say(shown.almost_why), NOTE, tokens.muted))
        if len(examples) > 1:
            self._body.addWidget(said(words("common.fictional"), NOTE, tokens.muted))

    def _voice(self, key: str, icon: str, colour: str, text: str) -> QWidget:
        """Return an example under its mark and its word."""
        panel = QWidget()
        body = QVBoxLayout(panel)
        body.setContentsMargins(0, TIGHT, 0, TIGHT)
        body.setSpacing(HAIR)
        line = QHBoxLayout()
        line.setSpacing(TIGHT)
        mark = QLabel()
        mark.setPixmap(self._desk.icons.icon(icon, colour, 16).pixmap(QSize(16, 16), self.devicePixelRatio()))
        line.addWidget(mark)
        line.addWidget(said(self._desk.words(key), LABEL, colour), 1)
        body.addLayout(line)
        body.addWidget(said(text, VOICE, self._desk.tokens.ink))
        body.addStretch(1)
        return panel

    def _switch(self, there: list[str], chosen: str) -> QWidget:
        panel = QWidget()
        line = QHBoxLayout(panel)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(HAIR)
        group = QButtonGroup(panel)
        for business in (one for one in BUSINESSES if one in there):
            button = QToolButton()
            button.setText(self._desk.words(f"guide.trade_{business}"))
            button.setAccessibleName(f"{self._desk.words('guide.show_example')} {button.text()}")
            button.setFont(font(NOTE))
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setMinimumHeight(TARGET)
            button.setChecked(business == chosen)
            button.clicked.connect(lambda _on=False, one=business: self.business_chosen.emit(one))
            group.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        return panel


class ExamplePair(QWidget):
    """Two examples side by side, one under the other where that would be too narrow."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(LARGE)
        self._grid.setVerticalSpacing(0)

    def put(self, example: QWidget) -> None:
        """Add an example."""
        self._grid.addWidget(example, self._grid.count(), 0)


def _with_slots(formula: str, colour: str) -> str:
    """Mark what a person fills in; everything else is text, whatever it holds."""
    parts = _SLOT.split(formula)
    slots = (f'<span style="color:{colour}">[{escape(part)}]</span>' for part in parts[1::2])
    texts = (escape(part) for part in parts[0::2])
    woven = [next(texts)]
    for slot, text in zip(slots, texts, strict=True):
        woven += [slot, text]
    return "".join(woven)
