"""The pages of the open document as they will be printed, made again after each change, away from the window.

Owns when they are made and which page a section is on; a newer wish takes the place of one that waits. Must
not know how they are shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from brandplatform.document.library import Library
from brandplatform.document.model import Platform
from brandplatform.publish.blocks import Cover, Document, Heading, PromisePage
from brandplatform.ui.desk import Desk
from brandplatform.ui.errand import Errand
from brandplatform.ui.exporting import Choices, made
from brandplatform.ui.session import Session

AFTER = 20
"""Milliseconds without a change before pages are made."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as pages."""

    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    """Width and height of each page, in points."""
    places: Mapping[str, int]
    """Section -> the page it begins on, from 1."""
    platform: Platform
    choices: Choices


class Press(QObject):
    """Prints the document of one session, as it is chosen."""

    printed = Signal(object)
    """`Printed`."""
    failed = Signal(object)
    """The exception that kept the pages from being made; those before stay."""
    pictured = Signal(int, object)
    """(page, its `QImage`)."""

    def __init__(self, desk: Desk, session: Session, choices: Choices, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._session, self.choices = desk, session, choices
        self.now: Printed | None = None
        self._pause = QTimer(self, singleShot=True, interval=AFTER)
        self._pause.timeout.connect(self._begin)
        self._work, self._pictures = Errand(self), Errand(self)
        self._work.done.connect(self._take)
        self._work.failed.connect(self.failed)
        self._pictures.done.connect(lambda told: self.pictured.emit(*told))
        self._busy = self._again = False

    def choose(self, choices: Choices) -> None:
        """Print another edition."""
        self.choices = choices
        self._begin()

    def wait(self) -> None:
        """Print again once nothing has changed for a moment."""
        self._pause.start()

    def _begin(self) -> None:
        self._pause.stop()
        if self._busy:
            self._again = True
            return
        self._busy = True
        platform, library, choices = self._session.platform, self._desk.library, self.choices
        assets = self._session.assets
        self._work.run(lambda: printed(platform, library, choices, assets))

    def _take(self, done: Printed) -> None:
        self._busy = False
        if self._again:
            self._again = False
            self._begin()
        self.now = done
        self.printed.emit(done)

    def picture(self, page: int, scale: float) -> None:
        """Ask for a page (from 1) as a picture, `scale` pixels to a point."""
        if self.now is not None:
            pdf = self.now.pdf
            self._pictures.run(lambda: (page, imaged(pdf, page, scale)))


def printed(platform: Platform, library: Library, choices: Choices, assets: Mapping[str, bytes]) -> Printed:
    """Return a platform as pages."""
    from brandplatform.publish.pages import pages_of  # not before somebody looks at pages

    done = made(choices.on_paper(), platform, library, assets)
    found = pages_of(done.data)
    places = _places(done.document, found.outline) if done.document else {}
    return Printed(done.data, found.sizes, places, platform, choices)


def _places(document: Document, outline: tuple[int, ...]) -> Mapping[str, int]:
    """Return the page each section begins on; the promise has its own."""
    from brandplatform.publish.chapters import listed

    begun = {
        block.section: page
        for block, page in zip(listed(document), outline, strict=False)
        if isinstance(block, Heading) and block.section
    }
    alone = [block for block in document.blocks[:2] if isinstance(block, Cover | PromisePage)]
    if alone and isinstance(alone[-1], PromisePage):
        begun["promise"] = len(alone)
    return begun


def imaged(pdf: bytes, page: int, scale: float) -> QImage:
    """Return a page (from 1) as an image, `scale` pixels to a point."""
    from brandplatform.publish.pages import pictured

    found = pictured(pdf, page, scale)
    image = QImage(found.pixels, found.width, found.height, found.stride, QImage.Format.Format_RGB32)
    return image.copy()  # its own pixels: those above go with the bytes
