"""The screen of a folder of platforms: which folder, what is looked for, the cards, a sentence without any.

Owns what stands where; must not know how a folder is read, nor what opening a file does."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from brandplatform.storage.portfolio import legible
from brandplatform.ui.desk import Desk
from brandplatform.ui.notice import Notice
from brandplatform.ui.paper import in_a_row, lettered, quiet
from brandplatform.ui.portfoliocards import ORDERS, Card, Order, matching, ordered
from brandplatform.ui.portfoliolist import CardList
from brandplatform.ui.theme import HEADING, TITLE
from brandplatform.ui.tokens import HAIR, HUGE, LARGE, MEASURE, MEDIUM, SMALL, TARGET, TIGHT

_PATH = 760
"""Pixels of a folder's path; the narrowest window has them."""
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PortfolioView(QWidget):
    """My platforms."""

    opened = Signal(object)
    """The `Path` of a card a person wants open."""
    choose_asked = Signal()
    """Another folder is wanted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        words = desk.words
        self._desk, self._cards = desk, dict[Path, Card]()
        self.notice = Notice(desk)
        self.folder, self.told = quiet(desk), quiet(desk)
        self.folder.setWordWrap(False)
        self.choose = QPushButton(words("portfolio.choose"))
        self.choose.clicked.connect(self.choose_asked)
        self.sought = QLineEdit()
        self.sought.setPlaceholderText(words("portfolio.sought"))
        self.sought.setAccessibleName(words("portfolio.sought"))
        self.sought.installEventFilter(self)
        self.order = QComboBox()
        self.order.setAccessibleName(words("portfolio.order"))
        for order in ORDERS:
            self.order.addItem(words(f"portfolio.by_{order}"), order)
        self.order.setMinimumWidth(self.order.sizeHint().width() + SMALL)
        self.list = CardList(desk)
        self.list.opened.connect(self.opened)
        self.empty = lettered("", HEADING)
        self.empty.setWordWrap(True)
        self.empty.setMaximumWidth(MEASURE)
        self._lay_out()
        self._say_empty("")
        self.sought.textChanged.connect(lambda _: self._show())
        self.order.currentIndexChanged.connect(lambda _: self._show())

    def _lay_out(self) -> None:
        words = self._desk.words
        sort = lettered(words("portfolio.order"))
        sort.setBuddy(self.order)
        for control in (self.sought, self.order, self.choose):
            control.setMinimumHeight(TARGET)
        head = in_a_row(lettered(words("portfolio.title"), TITLE), None, self.choose, space=SMALL)
        tools = QHBoxLayout()
        tools.setSpacing(SMALL)
        tools.addWidget(self.sought, 1)
        tools.addSpacing(MEDIUM)
        tools.addWidget(sort)
        tools.addWidget(self.order)
        body = QVBoxLayout()
        body.setContentsMargins(HUGE, LARGE, HUGE, SMALL)
        body.setSpacing(0)
        body.addLayout(head)
        body.addSpacing(HAIR)
        body.addWidget(self.folder)
        body.addSpacing(MEDIUM)
        body.addLayout(tools)
        body.addSpacing(MEDIUM)
        body.addWidget(self.empty)
        body.addWidget(self.list, 1)
        body.addStretch(0)
        body.addSpacing(TIGHT)
        body.addWidget(self.told)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.notice)
        whole.addLayout(body, 1)

    # What is shown

    def show_folder(self, folder: Path) -> None:
        """Say which folder it is."""
        path, metrics = legible(str(folder)), self.folder.fontMetrics()
        self.folder.setText(metrics.elidedText(path, Qt.TextElideMode.ElideMiddle, _PATH))
        self.folder.setToolTip(f"<p>{escape(path)}</p>")  # a name is no markup
        self.folder.setAccessibleName(path)

    def show_cards(self, cards: Iterable[Card], left: int) -> None:
        """Show what the folder holds, `left` files of it still to be read."""
        self._cards = {card.found.path: card for card in cards}
        self._show()
        self.say_count(left)

    def renew(self, card: Card, left: int) -> None:
        """Show what is known now of one file, where its card stands."""
        self._cards[card.found.path] = card
        self.list.shelf.renew(card)
        self.say_count(left)

    def show_nothing(self, sentence: str) -> None:
        """Say why there is no card."""
        self._cards = {}
        self._show()
        self._say_empty(sentence)
        self.told.clear()

    def _show(self) -> None:
        order: Order = self.order.currentData()
        self.list.show_cards(ordered(matching(self._cards.values(), self.sought.text()), order))
        sentence = self._desk.words("portfolio.none" if self._cards else "portfolio.empty")
        self._say_empty("" if self.list.shelf.cards else sentence)

    def _say_empty(self, sentence: str) -> None:
        self.empty.setText(sentence)
        self.empty.setVisible(bool(sentence))
        self.list.setVisible(not sentence)

    def say_count(self, left: int) -> None:
        """Say how many there are, how many cannot be read, and how many are still to be read."""
        words = self._desk.words
        shut = sum(card.problem is not None for card in self._cards.values())
        said = [words("portfolio.count", n=len(self._cards))] if self._cards else []
        if shut:
            said.append(words("portfolio.count_shut", n=shut))
        if left:
            said.append(words("portfolio.left", n=left))
        self.told.setText(" · ".join(said))

    # Where the keyboard is

    def take_focus(self) -> None:
        """Put the keyboard on the cards; without any, on the way to another folder."""
        (self.list if self.list.shelf.cards else self.choose).setFocus(Qt.FocusReason.OtherFocusReason)

    def seek(self) -> None:
        """Put the cursor where one types what to look for."""
        self.sought.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.sought.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While one types, let the arrows move in the cards, Enter open one, and Escape show them all."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.sought.clear()
            elif event.key() in (*_MOVES, *_ENTER):
                self.list.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)
