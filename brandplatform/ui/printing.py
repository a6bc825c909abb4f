"""Printing: the system's own dialog, then the pages that were seen, one picture each.

Owns how a page reaches a printer; must not know how it was made. What is previewed is what is printed.
"""

from collections.abc import Callable

from PySide6.QtCore import QMarginsF, QObject, QRect, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from brandplatform.ui.desk import Desk
from brandplatform.ui.errand import Errand
from brandplatform.ui.notice import Notice
from brandplatform.ui.press import imaged

DOTS = 300
"""Dots to the inch: what a picture of a page has."""

_POINTS = 72

Sizes = tuple[tuple[float, float], ...]


class Printing(QObject):
    """One job, from the question which printer to the sentence that it went there."""

    def __init__(self, desk: Desk, window: QWidget, notice: Notice, otherwise: Callable[[], object]) -> None:
        """`otherwise` is offered where there is no printer: a PDF."""
        super().__init__(window)
        self._desk, self._window, self._notice, self._otherwise = desk, window, notice, otherwise
        self._errand = Errand(self)
        self._errand.done.connect(self._tell_done)
        self._errand.failed.connect(self._tell_failed)

    def ask(self, pdf: bytes, sizes: Sizes, pages: tuple[int, ...], title: str) -> None:
        """Ask which printer and how many copies, and print there."""
        words = self._desk.words
        if not has_printer():
            self._notice.say(words("print.none"), [(words("print.as_pdf"), self._otherwise)])
            self.deleteLater()
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(printer, sizes, pages, title)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(words("preview.print").rstrip("…"))
        if dialog.exec():
            self._begin(printer, pdf, sizes, pages)
        else:
            self.deleteLater()

    def _begin(self, printer: QPrinter, pdf: bytes, sizes: Sizes, pages: tuple[int, ...]) -> None:
        self._notice.say(self._desk.words("print.working"))
        chosen = within(printer, pages)
        self._errand.run(lambda: put_on(printer, pdf, sizes, chosen))

    def _tell_done(self, pages: int) -> None:
        self._notice.say(self._desk.words("print.done", pages))
        self.deleteLater()

    def _tell_failed(self, _error: Exception) -> None:
        words = self._desk.words
        self._notice.say(words("print.failed"), [(words("print.as_pdf"), self._otherwise)], serious=True)
        self.deleteLater()


def has_printer() -> bool:
    """Tell whether there is any printer here."""
    return bool(QPrinterInfo.availablePrinterNames())


def prepare(printer: QPrinter, sizes: Sizes, pages: tuple[int, ...], title: str) -> None:
    """Tell a printer the paper of the first page, to its edges, and the name of the job."""
    printer.setDocName(title)
    printer.setFullPage(True)
    printer.setFromTo(1, len(pages))
    _turn(printer, sizes[pages[0] - 1])


def within(printer: QPrinter, pages: tuple[int, ...]) -> tuple[int, ...]:
    """Return the pages a person chose in the system's dialog among those offered."""
    if printer.printRange() != QPrinter.PrintRange.PageRange or not printer.fromPage():
        return pages
    return pages[printer.fromPage() - 1 : printer.toPage()]


def put_on(printer: QPrinter, pdf: bytes, sizes: Sizes, pages: tuple[int, ...]) -> int:
    """Print pages (from 1), and return how many they were.

    Raises OSError: the printer takes nothing.
    """
    painter = QPainter()
    for at, page in enumerate(pages):
        _turn(printer, sizes[page - 1])
        if not (painter.begin(printer) if at == 0 else printer.newPage()):
            raise OSError(f"{printer.printerName()}: it takes nothing")
        whole = printer.pageLayout().fullRectPixels(printer.resolution())
        painter.drawImage(QRect(0, 0, whole.width(), whole.height()), imaged(pdf, page, DOTS / _POINTS))
    painter.end()
    return len(pages)


def _turn(printer: QPrinter, size: tuple[float, float]) -> None:
    """Lay the paper as a page lies."""
    width, height = size
    wide = width > height
    upright = QSizeF(min(size), max(size))
    paper = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    turned = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(paper, turned, QMarginsF()))
    printer.setFullPage(True)
