"""The cards of a folder in one column: drawn, moved through by keyboard, opened with Enter or a double click.

Owns how a card is drawn; must not know how one is read, nor what opening does."""

from collections.abc import Sequence
from datetime import date
from html import escape
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from brandplatform.storage.portfolio import legible
from brandplatform.ui.desk import Desk
from brandplatform.ui.lettering import draw_lines, height_of_line, set_lines
from brandplatform.ui.portfoliocards import Card, Line, foot_said, lines_said, promise_said, read_aloud
from brandplatform.ui.strokes import box, ring
from brandplatform.ui.theme import ANSWER, INTERFACE, LABEL, NOTE, font
from brandplatform.ui.tokens import HAIR, LARGE, MEDIUM, SMALL, TARGET, TIGHT

_CARD = int(Qt.ItemDataRole.UserRole)
_HEIGHT = 120
"""Pixels of a card: its name, two lines of promise, the file; beside them five lines."""
_BESIDE = 276
"""Width of what stands beside the promise."""
_MARK = 16
_PROMISE_LINES, _PROBLEM_LINES = 2, 3
_Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Shelf(QAbstractListModel):
    """The cards that are shown, in their order."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.cards: list[Card] = []
        self._rows: dict[Path, int] = {}

    def show(self, cards: Sequence[Card]) -> None:
        """Show other cards, or the same ones in another order."""
        self.beginResetModel()
        self.cards = list(cards)
        self._rows = {card.found.path: row for row, card in enumerate(self.cards)}
        self.endResetModel()

    def row_of(self, path: Path | None) -> int:
        """Return where the card of a file stands; -1 where it does not."""
        return self._rows.get(path, -1) if path is not None else -1

    def renew(self, card: Card) -> None:
        """Show what is known now of a file, where it stands."""
        row = self.row_of(card.found.path)
        if row >= 0:
            self.cards[row] = card
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.cards)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        card = self.cards[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return card.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return read_aloud(self._desk.words, card, date.today())
            case Qt.ItemDataRole.ToolTipRole:
                return f"<p>{escape(legible(str(card.found.path)))}</p>"  # a name is no markup
            case _:
                return card if role == _CARD else None


class _Drawn(QStyledItemDelegate):
    """Draws a card: whose, which promise, which file; beside it where it stands."""

    def __init__(self, desk: Desk, parent: QListView) -> None:
        super().__init__(parent)
        self._desk, self._bar = desk, parent.verticalScrollBar()

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(_BESIDE * 2, _HEIGHT + TIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        card = index.data(_CARD)
        if not isinstance(card, Card):
            return
        painter.save()
        tokens, state = self._desk.tokens, option.state
        here = option.rect.adjusted(0, 0, -TIGHT if self._bar.isVisible() else 0, -TIGHT)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        pointed = bool(state & QStyle.StateFlag.State_MouseOver)
        box(painter, here, QColor(tokens.paper), QColor(tokens.accent if pointed or chosen else tokens.rule))
        inside = here.adjusted(MEDIUM, SMALL, -MEDIUM, -SMALL)
        self._draw_words(painter, inside.adjusted(0, 0, -_BESIDE - LARGE, 0), card)
        lines = lines_said(self._desk.words, card, date.today())
        self._draw_lines(painter, inside.adjusted(inside.width() - _BESIDE, 0, 0, 0), lines)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            ring(painter, here, QColor(tokens.accent))
        painter.restore()

    def _draw_words(self, painter: QPainter, room: QRect, card: Card) -> None:
        tokens, words = self._desk.tokens, self._desk.words
        shut, blank = card.problem is not None, card.summary is None
        if card.summary is not None:
            blank = not card.summary.promise(words.language)
        face, most = (INTERFACE, _PROBLEM_LINES) if shut else (ANSWER, _PROMISE_LINES)
        painter.setPen(QColor(tokens.ink))
        painter.setFont(font(LABEL))
        name = set_lines(card.title, font(LABEL), room.width(), 1)
        top = draw_lines(painter, name, room.x(), room.y()) + HAIR
        painter.setFont(font(face))
        painter.setPen(QColor(tokens.muted if blank and not shut else tokens.ink))
        said = set_lines(promise_said(words, card), font(face), room.width(), most)
        draw_lines(painter, said, room.x(), top)
        painter.setFont(font(NOTE))
        painter.setPen(QColor(tokens.muted))
        foot = set_lines(foot_said(words, card), font(NOTE), room.width(), 1)
        draw_lines(painter, foot, room.x(), room.bottom() + 1 - height_of_line(font(NOTE)))

    def _draw_lines(self, painter: QPainter, room: QRect, lines: Sequence[Line]) -> None:
        tokens = self._desk.tokens
        colours = {"discuss": tokens.discuss, "settled": tokens.settled}
        step = round(height_of_line(font(NOTE))) + 2
        painter.setFont(font(NOTE))
        for at, line in enumerate(lines):
            row = QRect(room.x(), room.y() + at * step, room.width(), step)
            if line.mark:
                mark = QRect(row.x(), row.y() + (step - _MARK) // 2, _MARK, _MARK)
                self._desk.icons.mark(line.mark, _MARK).paint(painter, mark)
            painter.setPen(QColor(colours.get(line.mark, tokens.ink)))
            words = row.adjusted(_MARK + TIGHT, 0, 0, 0)
            said = painter.fontMetrics().elidedText(line.text, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, said)


class CardList(QListView):
    """The column of cards."""

    opened = Signal(object)
    """The `Path` of the card a person wants open."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.shelf = Shelf(desk, self)
        self.setModel(self.shelf)
        self.setItemDelegate(_Drawn(desk, self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(TARGET)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setAccessibleName(desk.words("portfolio.title"))
        self.viewport().setBackgroundRole(self.backgroundRole())  # the bar stands on the same desk
        self.viewport().setAutoFillBackground(False)
        self.doubleClicked.connect(lambda _: self._open())

    @property
    def current(self) -> Path | None:
        """The file of the card that has the keyboard."""
        row = self.currentIndex().row()
        return self.shelf.cards[row].found.path if 0 <= row < len(self.shelf.cards) else None

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show cards; the one with the keyboard keeps it, else the first one has it, and nothing jumps."""
        before, at = self.current, self.verticalScrollBar().value()
        self.shelf.show(cards)
        row = self.shelf.row_of(before)
        self.setCurrentIndex(self.shelf.index(max(row, 0)))
        self.verticalScrollBar().setValue(at if row >= 0 else 0)

    def _open(self) -> None:
        if self.current is not None:
            self.opened.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, on every system."""
        if event.key() in _ENTER:
            self._open()
        else:
            super().keyPressEvent(event)
