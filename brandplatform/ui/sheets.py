"""Pages under each other, black on white in both themes; each is drawn when it comes into sight.

Owns which pages are seen and at what size; must not know what they are of.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from brandplatform.ui.desk import Desk
from brandplatform.ui.theme import NOTE, font
from brandplatform.ui.tokens import LARGE, WIDE

WIDEST = 760
"""Pixels of the widest page."""


class Sheet(QWidget):
    """One page."""

    def __init__(self, desk: Desk, number: int) -> None:
        super().__init__()
        self._rule, self.number = QColor(desk.tokens.rule), number
        self.image: QImage | None = None
        self.stale = True
        """Whether what is drawn is of an older document, or of another size."""
        self.setAccessibleName(desk.words("preview.page", n=number))
        self.setFont(font(NOTE))

    def show_image(self, image: QImage) -> None:
        """Draw a picture of the page."""
        self.image, self.stale = image, False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self.image is not None:
            painter.drawImage(self.rect(), self.image)
        painter.setPen(self._rule)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class Sheets(QScrollArea):
    """The pages of a document, as wide as there is room."""

    wanted = Signal(int, float)
    """(page, pixels to a point): a page in sight that has to be drawn."""
    turned = Signal(int)
    """The page in sight."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._sizes = desk, tuple[tuple[float, float], ...]()
        self.sheets: list[Sheet] = []
        self._page = self._gone_to = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(desk.words("preview.pages"))
        self._ground = QWidget()
        self._column = QVBoxLayout(self._ground)
        self._column.setContentsMargins(LARGE, LARGE, LARGE, WIDE)
        self._column.setSpacing(LARGE)
        self._column.addStretch(1)
        self.setWidget(self._ground)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)
        self.verticalScrollBar().valueChanged.connect(self._heed_scroll)

    @property
    def page(self) -> int:
        """The page in sight, from 1; 0 for none."""
        return self._page

    def show_sizes(self, sizes: tuple[tuple[float, float], ...]) -> None:
        """Show as many pages, in their sizes (points); what is drawn stays until it is drawn anew."""
        while len(self.sheets) > len(sizes):
            sheet = self.sheets.pop()
            self._column.removeWidget(sheet)
            sheet.hide()
            sheet.deleteLater()
        while len(self.sheets) < len(sizes):
            sheet = Sheet(self._desk, len(self.sheets) + 1)
            self.sheets.append(sheet)
            self._column.insertWidget(self._column.count() - 1, sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        self._sizes = sizes
        for sheet in self.sheets:
            sheet.stale = True
        self._fit()

    def show_image(self, page: int, image: QImage) -> None:
        """Draw a page."""
        if page <= len(self.sheets):
            self.sheets[page - 1].show_image(image)

    def go_to(self, page: int) -> None:
        """Bring a page into sight."""
        if 0 < page <= len(self.sheets):
            self._column.activate()
            self._ground.resize(self._ground.width(), max(self._ground.sizeHint().height(), self.height()))
            above = sum(sheet.height() + LARGE for sheet in self.sheets[: page - 1])
            self.verticalScrollBar().setValue(above)
            self._gone_to = page
            self._soon.start()

    def _heed_scroll(self) -> None:
        self._gone_to = 0
        self._soon.start()

    def scale(self) -> float:
        """Return the pixels a point takes on the screen."""
        if not self._sizes:
            return 1.0
        upright = min(width for width, _height in self._sizes)
        room = min(self.viewport().width() - 2 * LARGE, WIDEST)
        return max(room, LARGE) / upright

    def _fit(self) -> None:
        scale, room = self.scale(), self.viewport().width() - 2 * LARGE
        for sheet, (width, height) in zip(self.sheets, self._sizes, strict=True):
            mine = min(scale, max(room, LARGE) / width)  # a page on its side is no wider than there is room
            size = QSize(round(width * mine), round(height * mine))
            if sheet.size() != size:
                sheet.setFixedSize(size)
                sheet.stale = True
        self._soon.start()

    def _ask(self) -> None:
        """Ask for the pages in sight that have to be drawn, and say which one is in front."""
        view = self.viewport().rect()
        seen = [one for one in self.sheets if view.intersects(_at(one, self.viewport()))]
        ratio = self.devicePixelRatioF()
        for sheet in seen:
            if sheet.stale:
                self.wanted.emit(sheet.number, sheet.width() * ratio / self._sizes[sheet.number - 1][0])
        front = seen[0].number if seen else 0
        if front != self._page:
            self._page = front
            self.turned.emit(front)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        gone_to = self._gone_to
        self._fit()
        self.go_to(gone_to)  # pages of another width are of another height


def _at(sheet: QWidget, seen: QWidget) -> QRect:
    """Return where a page is in what is seen."""
    return QRect(sheet.mapTo(seen, QPoint(0, 0)), sheet.size())
