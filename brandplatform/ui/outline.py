"""The outline: every section of the method in its order, with where it stands.

Owns which groups are open and which section is in front; must not know what is in a section."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
)

from brandplatform.document.framework import Section
from brandplatform.document.progress import state_of
from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.here import Here
from brandplatform.ui.icons import State
from brandplatform.ui.session import Changed, Session
from brandplatform.ui.strokes import ring
from brandplatform.ui.theme import INTERFACE, LABEL, NOTE, font
from brandplatform.ui.tokens import SMALL, SMALL_RADIUS, TARGET, TIGHT

SECTION = int(Qt.ItemDataRole.UserRole)
STATE = SECTION + 1
WORD = SECTION + 2
_Index = QModelIndex | QPersistentModelIndex
_MARK = 16
_GROUP = TARGET + SMALL
"""Height of a group's line: white above it sets it apart from the one before."""


class Line(QStyledItemDelegate):
    """Draws one line of the outline: a group, or a section with its mark and its word."""

    def __init__(self, desk: Desk, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._desk, self._tree = desk, tree
        self._group, self._title, self._note = font(LABEL), font(INTERFACE), font(NOTE)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(TARGET, TARGET if index.data(SECTION) else _GROUP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        if index.data(SECTION):
            self._draw_section(painter, option, index)
        else:
            self._draw_group(painter, option, index)
        painter.restore()

    def _draw_group(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = QRect(option.rect.x(), option.rect.bottom() + 1 - TARGET, option.rect.width(), TARGET)
        opened = self._tree.isExpanded(index)
        chevron = self._desk.icons.icon(
            "chevron-down" if opened else "chevron-right", self._desk.tokens.muted, 12
        )
        chevron.paint(painter, QRect(row.x() + SMALL, row.y(), 12, TARGET))
        painter.setFont(self._group)
        painter.setPen(QColor(self._desk.tokens.ink))
        left = row.x() + SMALL + 12 + TIGHT
        text = QRect(left, row.y(), row.right() - left - TIGHT, TARGET)
        self._letter(painter, text, str(index.data()))
        self._ring(painter, option, row)

    def _draw_section(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row, tokens, state = option.rect, self._desk.tokens, index.data(STATE)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        pointed = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or pointed:
            painter.fillRect(row, QColor(tokens.paper if chosen else tokens.hover))
        if chosen:
            painter.fillRect(row.x(), row.y(), 3, row.height(), QColor(tokens.accent))
        left = row.x() + SMALL + 12 + TIGHT
        self._desk.icons.mark(state, _MARK).paint(painter, QRect(left, row.y(), _MARK, row.height()))
        left += _MARK + TIGHT
        room = QRect(left, row.y(), row.right() - left - SMALL, row.height())
        painter.setFont(self._title)
        painter.setPen(QColor(tokens.muted if state == "away" else tokens.ink))
        used = self._letter(painter, room, str(index.data()))
        word = QFontMetrics(self._note).horizontalAdvance(str(index.data(WORD)))
        if state != "empty" and used + SMALL + word <= room.width():
            painter.setFont(self._note)
            painter.setPen(QColor(tokens.muted))
            painter.drawText(
                room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, index.data(WORD)
            )
        self._ring(painter, option, row)

    def _letter(self, painter: QPainter, room: QRect, text: str) -> int:
        """Draw text, shortened to its room; return how wide it is."""
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        return painter.fontMetrics().horizontalAdvance(shown)

    def _ring(self, painter: QPainter, option: QStyleOptionViewItem, row: QRect) -> None:
        if option.state & QStyle.StateFlag.State_HasFocus:
            ring(painter, row.adjusted(2, 0, -2, 0), QColor(self._desk.tokens.accent), SMALL_RADIUS)


class Outline(QTreeWidget):
    """Groups and sections; arrow keys go through them, right and left open and close a group."""

    chosen = Signal(str)
    """Id of the section a person turned to."""

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__()
        self._desk, self._session, self._here = desk, session, Here(desk, session, "")
        self._items: Mapping[str, QTreeWidgetItem] = {}
        self._discussed: frozenset[str] = frozenset()
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setAccessibleName(desk.words("screen.outline"))
        self.viewport().setBackgroundRole(self.backgroundRole())
        self.viewport().setAutoFillBackground(False)
        self.setItemDelegate(Line(desk, self))
        self._fill()
        self.itemClicked.connect(self._press)
        self.currentItemChanged.connect(self._turn)
        session.changed.connect(self._heed)

    @property
    def section(self) -> str:
        """The section in front, or empty."""
        item = self.currentItem()
        return str(item.data(0, SECTION) or "") if item else ""

    @property
    def open_groups(self) -> tuple[str, ...]:
        """Ids of the groups that are open."""
        groups = zip(self._session.framework.groups, range(self.topLevelItemCount()), strict=True)
        heads = ((group, self.topLevelItem(at)) for group, at in groups)
        return tuple(group.id for group, head in heads if head is not None and head.isExpanded())

    def show_section(self, section: str) -> None:
        """Put a section in front, its group opened, without telling anyone."""
        item = self._items.get(section)
        if item is None or section == self.section:
            return
        with QSignalBlocker(self):
            if (head := item.parent()) is not None:
                head.setExpanded(True)
            self.setCurrentItem(item)
        self.viewport().update()

    def show_discussed(self, sections: frozenset[str]) -> None:
        """Mark the sections that have something to discuss, and no others."""
        changed, self._discussed = sections ^ self._discussed, sections
        for section in self._session.framework.sections:
            if section.id in changed:
                self._show_state(self._items[section.id], section)

    def step(self, by: int) -> None:
        """Turn to the next section (1) or the one before (-1), whatever group it is in."""
        names = list(self._items)
        at = names.index(self.section) + by if self.section in names else 0
        if 0 <= at < len(names):
            self.show_section(names[at])
            self.chosen.emit(names[at])

    def _fill(self) -> None:
        items: dict[str, QTreeWidgetItem] = {}
        for group in self._session.framework.groups:
            head = QTreeWidgetItem(self, [self._here.say(group.title)])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            for section in group.sections:
                items[section.id] = self._item(head, section)
            head.setExpanded(group.open)
            self._name_group(head)
        self._items = items
        self.itemExpanded.connect(self._name_group)
        self.itemCollapsed.connect(self._name_group)

    def _item(self, group: QTreeWidgetItem, section: Section) -> QTreeWidgetItem:
        item = QTreeWidgetItem(group, [self._here.say(section.title)])
        item.setData(0, SECTION, section.id)
        self._show_state(item, section)
        return item

    def _show_state(self, item: QTreeWidgetItem, section: Section) -> None:
        platform, words = self._session.platform, self._desk.words
        state: State = state_of(section, platform)
        if section.id in platform.put_away:
            state = "away"
        elif section.id in self._discussed:
            state = "discuss"
        if state == item.data(0, STATE):
            return
        word = words(f"state.{state}")
        item.setData(0, STATE, state)
        item.setData(0, WORD, word)
        item.setData(
            0, Qt.ItemDataRole.AccessibleTextRole, words("state.section", title=item.text(0), state=word)
        )
        item.setToolTip(0, f"{self._here.say(section.subtitle)} · {word.lower()}")

    def _name_group(self, head: QTreeWidgetItem) -> None:
        key = "state.group_open" if head.isExpanded() else "state.group_closed"
        head.setData(0, Qt.ItemDataRole.AccessibleTextRole, self._desk.words(key, title=head.text(0)))

    def _press(self, item: QTreeWidgetItem) -> None:
        if not item.data(0, SECTION):
            item.setExpanded(not item.isExpanded())

    def _turn(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and (section := item.data(0, SECTION)):
            self.chosen.emit(section)

    def _heed(self, change: Changed) -> None:
        """Look again at the section something changed in, at all of them when it is not in one."""
        sections = self._session.framework.sections
        for section in sections:
            if not change.spot.section or change.spot.section == section.id:
                self._show_state(self._items[section.id], section)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and item:
            self._press(item)
            if section := item.data(0, SECTION):
                self.chosen.emit(section)
            return
        super().keyPressEvent(event)
