"""The start screen: one question, one line to answer it, a name, two doors; beside it what was open lately.

Owns what a person sees first; must not know how a platform is made or opened: it tells what was asked for."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QSpacerItem, QVBoxLayout, QWidget

from brandplatform.resources import LANGUAGES
from brandplatform.ui.cards import Card
from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.growing import INSET
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.known import Known
from brandplatform.ui.notice import Notice
from brandplatform.ui.paper import Paper, Way, in_line, lettered, quiet, scrolled
from brandplatform.ui.switch import LanguageSwitch
from brandplatform.ui.theme import HEADING, QUESTION, STATEMENT, Face, font
from brandplatform.ui.tokens import HAIR, HUGE, LARGE, MEDIUM, SANS, SMALL, TARGET, TIGHT, WIDE

_NAME = Face(SANS, 18)
_QUESTION_WIDTH = 620
_ASIDE = 340
_NARROW = 1100
"""Window width under which the margins give way first."""

_TALL = 720
"""Height from which three cards of examples have the room."""


class Start(QWidget):
    """The whole of the first screen."""

    begun = Signal(str, str)
    """(promise, name): what was answered, either may be empty; the short path is to follow."""
    whole_begun = Signal(str, str)
    """As `begun`, but the whole platform is to open."""
    opened = Signal(object)
    """The `Path` of a recent platform."""
    forgotten = Signal(object)
    """The `Path` to take out of the list."""
    print_asked = Signal(object)
    """The `Path` of a platform whose promise page is wanted on paper."""
    open_asked = Signal()
    import_asked = Signal()
    portfolio_asked = Signal()
    example_asked = Signal(str)
    """The name of the example to be read."""
    language_asked = Signal(str)

    def __init__(self, desk: Desk, examples: Mapping[str, Known]) -> None:
        super().__init__()
        self._desk, self._examples = desk, examples
        words = desk.words
        self.notice = Notice(desk)
        self._promise = self._box(STATEMENT, "promise")
        palette = self._promise.palette()
        palette.setColor(palette.ColorRole.PlaceholderText, QColor(desk.tokens.edge))  # large: 3:1 is enough
        self._promise.setPalette(palette)
        self._name = self._box(_NAME, "brand")
        self._unsure = Way(desk, words("start.not_sure"))
        self._unsure.clicked.connect(self._skip)
        self._short = QPushButton(words("start.short"))
        self._short.setDefault(True)
        self._short.setFont(font(HEADING))
        self._short.setMinimumHeight(TARGET + SMALL)
        self._short.clicked.connect(self.begin)
        self._whole = Way(desk, words("start.whole"))
        self._whole.clicked.connect(self.begin_whole)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(SMALL)
        self._cards.setContentsMargins(INSET, 0, 0, 0)  # a card begins where the words under it do
        self._paper = Paper(desk)
        self._air = QSpacerItem(0, HUGE)
        self._lay_out()

    @property
    def answers(self) -> tuple[str, str]:
        """What stands in the two boxes: the promise and the name."""
        return " ".join(self._promise.text.split()), " ".join(self._name.text.split())

    def show_answers(self, promise: str, name: str) -> None:
        """Put words back into the boxes, when the screen is built again."""
        self._promise.show_text(promise)
        self._name.show_text(name)

    def take_focus(self) -> None:
        """Put the cursor where the first answer goes."""
        self._promise.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self) -> None:
        """Go through the first door, to the short path, with what was answered."""
        self.begun.emit(*self.answers)

    def begin_whole(self) -> None:
        """Go through the second door, to the whole platform."""
        self.whole_begun.emit(*self.answers)

    def _skip(self) -> None:
        self._promise.show_text("")
        self._name.setFocus(Qt.FocusReason.TabFocusReason)

    # What stands where

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.notice)
        whole.addWidget(scrolled(self._paper), 1)
        self._sheet = QVBoxLayout(self._paper)
        self._sheet.setSpacing(0)
        self._sheet.addLayout(self._tongue())
        self._sheet.addItem(self._air)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addStretch(2)
        self._row.addLayout(self._question_side(), 12)
        self._row.addSpacing(HUGE - INSET)
        self._row.addLayout(self._aside(), 0)
        self._row.addStretch(1)
        self._sheet.addLayout(self._row, 1)
        self._set_margins()

    def _question_side(self) -> QVBoxLayout:
        words = self._desk.words
        question = lettered(words("start.question"), QUESTION)
        question.setWordWrap(True)
        question.setMaximumWidth(_QUESTION_WIDTH)
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(in_line(question))
        side.addSpacing(TIGHT)
        side.addWidget(in_line(quiet(self._desk, words("start.hint"))))
        side.addSpacing(WIDE)
        side.addWidget(self._promise)
        side.addSpacing(HAIR)
        side.addWidget(self._unsure)
        side.addSpacing(LARGE)
        side.addWidget(in_line(lettered(words("start.brand_label"))))
        side.addWidget(self._name)
        side.addSpacing(WIDE)
        door = QHBoxLayout()
        door.setContentsMargins(INSET, 0, 0, 0)
        door.setSpacing(SMALL)
        door.addWidget(self._short)
        door.addWidget(self._whole)
        door.addStretch(1)
        side.addLayout(door)
        side.addStretch(1)
        side.addSpacing(LARGE)
        side.addWidget(in_line(quiet(self._desk, words("common.offline"))))
        return side

    def _aside(self) -> QVBoxLayout:
        words = self._desk.words
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addSpacing(MEDIUM)
        side.addWidget(in_line(lettered(words("start.recent"))))
        side.addSpacing(TIGHT)
        side.addLayout(self._cards)
        side.addSpacing(SMALL)
        side.addWidget(self._way("file", words("start.portfolio"), self.portfolio_asked))
        side.addWidget(self._way("open", words("start.open_file"), self.open_asked))
        side.addWidget(self._way("import", words("start.import_file"), self.import_asked))
        self._lines, self._example_cards = self._example_lines(), self._cards_of_examples()
        self._recent = False
        side.addWidget(self._lines)
        side.addWidget(self._example_cards)
        side.addStretch(1)
        return side

    def _example_lines(self) -> QWidget:
        """Return one line for each example: where there are recent platforms, these have the room."""
        group = QWidget()
        rows = QVBoxLayout(group)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for name, one in self._examples.items():
            text = self._desk.words("start.example_line", brand=one.brand)
            line = Way(self._desk, text, self._desk.icons.icon("example", self._desk.tokens.muted, 18))
            line.clicked.connect(lambda _=False, name=name: self.example_asked.emit(name))
            rows.addWidget(line)
        return group

    def _cards_of_examples(self) -> QWidget:
        words = self._desk.words
        group = QWidget()
        rows = QVBoxLayout(group)
        rows.setContentsMargins(INSET, WIDE, 0, 0)
        rows.setSpacing(TIGHT)
        rows.addWidget(lettered(words("start.examples")))
        for name, one in self._examples.items():
            card = Card(self._desk, one.brand, one.promise, f"{one.when} · {words('start.example_open')}")
            card.setFixedWidth(_ASIDE)
            card.clicked.connect(lambda _=False, name=name: self.example_asked.emit(name))
            rows.addWidget(card)
        return group

    def _tongue(self) -> QHBoxLayout:
        switch = LanguageSwitch(self._desk, self._desk.words("settings.language"))
        switch.show_languages(LANGUAGES, self._desk.words.language)
        switch.chosen.connect(self.language_asked)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(switch)
        return row

    def show_recent(self, known: Sequence[Known]) -> None:
        """Show what was open lately, the latest first; then an example needs one line only."""
        self._recent = bool(known)
        self._show_examples()
        while (item := self._cards.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for one in known:
            self._cards.addWidget(self._card(one))
        if not known:
            words = self._desk.words
            none = quiet(self._desk, words("start.recent_none"))
            none.setFixedWidth(_ASIDE)
            self._cards.addWidget(none)

    def _show_examples(self) -> None:
        """Show the examples as cards where they have the room, else as lines."""
        room = not self._recent and self.height() >= _TALL
        self._example_cards.setVisible(room)
        self._lines.setVisible(not room)

    def _card(self, one: Known) -> Card:
        words = self._desk.words
        promise = one.promise or words("start.no_promise")
        foot = one.when if one.there else words("start.recent_missing")
        card = Card(self._desk, one.brand or one.path.stem, promise, foot, missing=not one.there)
        card.setFixedWidth(_ASIDE)
        card.setToolTip(str(one.path))
        if one.there:
            card.clicked.connect(lambda _=False, path=one.path: self.opened.emit(path))
        if one.there and one.promise:
            card.offer_print()
            card.print_asked.connect(lambda path=one.path: self.print_asked.emit(path))
        card.forgotten.connect(lambda path=one.path: self.forgotten.emit(path))
        return card

    # Small parts

    def _box(self, face: Face, what: str) -> TypingBox:
        box = TypingBox(self._desk.tokens, face, one_line=True)
        box.setAccessibleName(self._desk.words(f"start.{what}_label"))
        box.setPlaceholderText(self._desk.words(f"start.{what}_placeholder"))
        box.setMaximumWidth(_QUESTION_WIDTH)
        return box

    def _way(self, icon: str, text: str, asked: SignalInstance) -> Way:
        way = Way(self._desk, text, self._desk.icons.icon(icon, self._desk.tokens.muted, 18))
        way.clicked.connect(asked)
        return way

    def _set_margins(self) -> None:
        narrow = self.width() < _NARROW
        side = LARGE if narrow else HUGE
        self._row.setStretch(0, 0 if narrow else 2)
        self._row.setStretch(self._row.count() - 1, 0 if narrow else 1)
        self._sheet.setContentsMargins(side, MEDIUM, side, LARGE)
        self._air.changeSize(0, max(TIGHT, self.height() // 10))
        self._sheet.invalidate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._set_margins()
        self._show_examples()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on: from the promise to the name, then through the first door; a door takes it too."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self._promise.hasFocus():
            self._name.setFocus(Qt.FocusReason.TabFocusReason)
        elif isinstance(door := self.focusWidget(), QAbstractButton):
            door.click()
        else:
            self.begin()
