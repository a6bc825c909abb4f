"""What the platform is compared with: what is to be decided, the versions of the file, other copies.

Owns the list and how a version is named in words; must not know what differs.
"""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from brandplatform.resources import Words
from brandplatform.storage.history import Version
from brandplatform.ui.comparework import Copy, Source
from brandplatform.ui.desk import Desk
from brandplatform.ui.foot import moment
from brandplatform.ui.strokes import ring
from brandplatform.ui.theme import INTERFACE, LABEL, NOTE, Face, font
from brandplatform.ui.tokens import HAIR, SMALL, SMALL_RADIUS, TARGET, TIGHT

_SOURCE = int(Qt.ItemDataRole.UserRole)
_NOTE = _SOURCE + 1
_Index = QModelIndex | QPersistentModelIndex
_LINE, _HEAD = 48, TARGET + SMALL


def when_said(words: Words, when: str) -> str:
    """Say a moment (ISO 8601) as a day and an hour of this place; what is no moment stays as it is."""
    return words.day(when) if len(when) <= len("2026-11-25") else moment(words, when) or when


def who_said(words: Words, by: str, when: str) -> str:
    """Say who wrote something and when, as far as it is known."""
    return " · ".join(filter(None, (by, when_said(words, when) if when else "")))


def version_said(words: Words, version: Version) -> str:
    """Say which version it is: its name where it has one, else its moment."""
    return version.name or when_said(words, version.when)


class _Drawn(QStyledItemDelegate):
    """Draws a line: what it is, and under it why it was kept and by whom."""

    def __init__(self, desk: Desk, parent: QListWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        if index.data(_SOURCE) is None:
            return QSize(TARGET, _HEAD)
        return QSize(TARGET, _LINE + HAIR if index.data(_NOTE) else TARGET + TIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        tokens, row = self._desk.tokens, option.rect
        source, note = index.data(_SOURCE), str(index.data(_NOTE) or "")
        chosen = bool(option.state & QStyle.StateFlag.State_Selected) and source is not None
        if chosen or (source is not None and option.state & QStyle.StateFlag.State_MouseOver):
            painter.fillRect(row, QColor(tokens.paper if chosen else tokens.hover))
        if chosen:
            painter.fillRect(row.x(), row.y(), 3, row.height(), QColor(tokens.accent))
        room = row.adjusted(TIGHT, 0, -TIGHT, 0)
        if source is None:
            room.setTop(row.bottom() + 1 - TARGET)
            self._letter(painter, room, str(index.data()), LABEL, tokens.ink)
        elif not note:
            self._letter(painter, room, str(index.data()), INTERFACE, self._colour(source))
        else:
            upper = QRect(room.x(), room.y() + HAIR + 2, room.width(), _LINE // 2 - 2)
            lower = QRect(room.x(), upper.bottom() + 1, room.width(), _LINE // 2 - 4)
            self._letter(painter, upper, str(index.data()), INTERFACE, self._colour(source))
            self._letter(painter, lower, note, NOTE, tokens.muted)
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring(painter, row.adjusted(2, 0, -2, 0), QColor(tokens.accent), SMALL_RADIUS)
        painter.restore()

    def _colour(self, source: Source) -> str:
        return self._desk.tokens.discuss if source.kind == "conflicts" else self._desk.tokens.ink

    def _letter(self, painter: QPainter, room: QRect, text: str, face: Face, colour: str) -> None:
        painter.setFont(font(face))
        painter.setPen(QColor(colour))
        said = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, said)


class SourceList(QListWidget):
    """One line for each thing to compare with; arrows go from one to the next."""

    chosen = Signal(object)
    """The `Source` a person turned to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: object = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setAccessibleName(desk.words("compare.list"))
        self.viewport().setBackgroundRole(self.backgroundRole())
        self.viewport().setAutoFillBackground(False)
        self.setItemDelegate(_Drawn(desk, self))
        self.currentItemChanged.connect(self._turn)

    @property
    def source(self) -> Source | None:
        """What is chosen."""
        item = self.currentItem()
        found = item.data(_SOURCE) if item is not None else None
        return found if isinstance(found, Source) else None

    @property
    def sources(self) -> tuple[Source, ...]:
        """All there is, from the top."""
        found = (self.item(at).data(_SOURCE) for at in range(self.count()))
        return tuple(one for one in found if isinstance(one, Source))

    def show_sources(self, conflicts: int, versions: Sequence[Version], copies: Sequence[Copy]) -> None:
        """Show what there is, newest first; what was chosen stays chosen while it is there."""
        there = (conflicts, tuple(versions), tuple(one.file for one in copies))
        if there == self._shown:
            return
        words, before = self._desk.words, self.source
        self._shown = there
        with QSignalBlocker(self):
            self.clear()
            if conflicts:
                self._add(Source("conflicts"), words("compare.decide", n=conflicts))
            if copies:
                self._head(words("compare.copies"))
            for copy in reversed(copies):
                self._add(Source("copy", copy=copy), copy.file.stem, self._note_of(copy.last, dated=True))
            self._head(words("compare.versions"))
            for version in reversed(versions):
                self._add(Source("version", version), version_said(words, version), self._note_of(version))
            self.show_source(before)

    def _note_of(self, version: Version | None, *, dated: bool = False) -> str:
        if version is None:
            return ""
        words = self._desk.words
        why = words(f"history.{version.why}") if version.why else ""
        when = when_said(words, version.when) if version.name or dated else ""
        return " · ".join(filter(None, (when, why, version.by)))

    def _head(self, text: str) -> None:
        item = QListWidgetItem(text, self)
        item.setFlags(Qt.ItemFlag.NoItemFlags)

    def _add(self, source: Source, text: str, note: str = "") -> None:
        item = QListWidgetItem(text, self)
        item.setData(_SOURCE, source)
        item.setData(_NOTE, note)
        item.setToolTip(f"<p>{escape(' · '.join(filter(None, (text, note))))}</p>")  # names are no markup
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, (text, note))))

    def show_source(self, source: Source | None) -> None:
        """Put a line in front without telling anyone; none at all where it is not there."""
        with QSignalBlocker(self):
            for at in range(self.count()):
                if source is not None and _same(self.item(at).data(_SOURCE), source):
                    self.setCurrentRow(at)
                    return
            self.setCurrentRow(-1)

    def _turn(self, item: QListWidgetItem | None) -> None:
        if (found := self.source) is not None:
            self.chosen.emit(found)


def _same(one: object, other: Source) -> bool:
    if not isinstance(one, Source) or one.kind != other.kind:
        return False
    files = [made.copy.file if made.copy else None for made in (one, other)]
    return one.version == other.version and files[0] == files[1]
