"""What the guide says of one section, top to bottom: what holds, formulas, examples, what to avoid.

Owns how it is set. What it says is in the language of the interface; formulas and examples are in the
language of the text, because they help to write that one. Must not know documents.
"""

import re
from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from brandplatform.document.framework import LANGUAGES, Example, Section, Theme
from brandplatform.publish.typography import typeset
from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.beside import Beside
from brandplatform.ui.fields.view import said
from brandplatform.ui.theme import HEADING, INTERFACE, LABEL, NOTE, Face, font
from brandplatform.ui.tokens import HAIR, LARGE, MEDIUM, SERIF, TARGET, TIGHT

BUSINESSES = ("levain", "garance", "binaire")
"""Shop, trade, studio: the three fictional companies of the examples."""

VOICE = Face(SERIF, 15)
_SLOT = re.compile(r"\[([^\]]*)\]")
_SIDE_BY_SIDE = 420  # least width, in pixels, for two examples beside each other


class GuideSheet(QWidget):
    """The guide's one column, top to bottom."""

    business_chosen = Signal(str)

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        section: Section,
        language: str,
        business: str,
        about: tuple[str, str, str],
    ) -> None:
        """`about` the field with the cursor: its name, what to write there, which documents show it."""
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
        if about[2]:
            self._part(words("guide.goes_to"))
            self._body.addWidget(said(about[2], INTERFACE, tokens.ink))
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
        """Show what holds, with the caps of the language being written, as under the boxes."""
        language = self._desk.words.language
        written = self._written_in if self._written_in in LANGUAGES else language
        lines = tuple({written: line[language]} for line in theme.good)
        ticks = replace(theme, good=lines).ticks(written)
        self._list("guide.good", [typeset(line, language) for line in ticks], "·")

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
        pair = Beside(lambda: _SIDE_BY_SIDE, gap=LARGE)
        pair.put(self._voice("guide.holds", "check", tokens.settled, self._write(shown.holds)), 1)
        pair.put(self._voice("guide.hollow", "cross", tokens.muted, self._write(shown.hollow)), 1)
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


def _text(part: str) -> str:
    """Return a text as rich text shows it; the library's own `escape` loads every entity there is."""
    return part.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _with_slots(formula: str, colour: str) -> str:
    """Mark what a person fills in; everything else is text, whatever it holds."""
    parts = _SLOT.split(formula)
    slots = (f'<span style="color:{colour}">[{_text(part)}]</span>' for part in parts[1::2])
    texts = (_text(part) for part in parts[0::2])
    woven = [next(texts)]
    for slot, text in zip(slots, texts, strict=True):
        woven += [slot, text]
    return "".join(woven)
