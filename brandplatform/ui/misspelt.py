"""A dotted line under each misspelt word of a window, once a person stops writing.

Owns which boxes are looked at, when, and which words are spared; the looking is done in a thread. Must not
know how a word is checked. No line is drawn under the word that is being written.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from weakref import WeakKeyDictionary, WeakSet

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QScrollBar, QWidget
from shiboken6 import isValid

from brandplatform.checks.spelling import CHECK, NoDictionary, Span, dictionary, misspelt, words_of
from brandplatform.ui.desk import Desk
from brandplatform.ui.errand import Errand
from brandplatform.ui.fields.positions import units
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.fields.underlines import Line
from brandplatform.ui.preferences import Preferences
from brandplatform.ui.session import Session
from brandplatform.ui.spellingmenu import SpellingMenu

LAYER = "misspelt"
PAUSE = 800
"""Milliseconds without a key before a line is drawn."""
MOST_LINES = 20
"""In one paragraph: a text in another language is one mistake, not a thousand; a line takes 0.05 ms a key."""
MANY = 200
"""Boxes from which on only those in sight are looked at."""


class Asked(NamedTuple):
    """What a box was looked at with."""

    text: str
    language: str
    spared: frozenset[str]


class Found(NamedTuple):
    """What a look has brought back."""

    number: int
    spans: Sequence[Sequence[Span]]
    languages: Mapping[str, bool]
    """Language -> whether there is a dictionary of it."""


class Misspelt(QObject):
    """The misspelt words of one window."""

    looked = Signal()
    """Every box in sight has been looked at, and has its lines."""

    def __init__(self, window: QWidget, session: Session, preferences: Preferences, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._session, self._preferences, self._desk = window, session, preferences, desk
        self.missing: set[str] = set()
        """Languages there is no dictionary of."""
        self._seen: WeakKeyDictionary[TypingBox, Asked] = WeakKeyDictionary()
        self._bars: WeakSet[QScrollBar] = WeakSet()
        self._asked: list[tuple[TypingBox, Asked]] = []
        self._number = 0
        self._box: TypingBox | None = None
        self._typed_at = -1
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look)
        self._errand = Errand(self)
        self._errand.done.connect(self._draw)
        session.changed.connect(self.wait)
        session.language_changed.connect(self.wait)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
            self._follow(None, app.focusWidget())

    def wear(self, desk: Desk) -> None:
        """Draw with another palette."""
        self._desk = desk
        self._seen.clear()
        self.wait()

    @property
    def on(self) -> bool:
        """Whether lines are to be drawn."""
        return self._preferences.now.spelling and self._session.writable

    def wait(self, *_: object) -> None:
        """Look once nothing has been written for a while."""
        self._pause.start()

    # Where one writes

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Heed the box with the cursor, and no longer the one before."""
        if self._box is not None and isValid(self._box):
            self._box.textChanged.disconnect(self._write)
            self._box.cursorPositionChanged.disconnect(self.wait)
            self._box.menu_asked.disconnect(self._offer)
        inside = isinstance(new, TypingBox) and self._window.isAncestorOf(new)
        self._box, self._typed_at = (new if isinstance(new, TypingBox) and inside else None), -1
        if self._box is not None:
            self._box.textChanged.connect(self._write)
            self._box.cursorPositionChanged.connect(self.wait)
            self._box.menu_asked.connect(self._offer)
        self.wait()

    def _write(self) -> None:
        """Take the line off the word that is being written."""
        if self._box is not None:
            self._typed_at = self._box.textCursor().position()
            self._box.underlines.lift(LAYER, self._typed_at)
            self._pause.start()

    def _offer(self, menu: QMenu, position: int) -> None:
        """Put what may have been meant into the menu of a box."""
        box = self._box
        cursor = box.underlines.at(LAYER, position) if box is not None and self.on else None
        if box is not None and cursor is not None:
            language = box.language or self._session.language
            offer = SpellingMenu(menu, self._desk, self._session, self._preferences, box)
            offer.spared.connect(self.look)
            offer.open(cursor, language)

    # The look

    def look(self) -> None:
        """Look now at every box whose text, language or spared words are others than before."""
        self._pause.stop()
        self._number += 1
        boxes = self._boxes()
        if not self.on:
            for box in boxes:
                box.underlines.clear(LAYER)
            self._seen.clear()
            return
        spared, spoken = self._spared(), self._session.language
        new = ((box, Asked(box.text, box.language or spoken, spared)) for box in boxes)
        self._asked = [(box, asked) for box, asked in new if self._seen.get(box) != asked]
        number, work = self._number, tuple(asked for _, asked in self._asked)
        if work:
            self._errand.run(lambda: checked(number, work))
        else:
            self.looked.emit()

    def _boxes(self) -> list[TypingBox]:
        """Return the boxes one writes prose in, and heed what scrolls others into sight."""
        for area in self._window.findChildren(QScrollArea):
            if (bar := area.verticalScrollBar()) not in self._bars:
                bar.valueChanged.connect(self.wait)
                self._bars.add(bar)
        boxes = [one for one in self._window.findChildren(TypingBox) if one.prose and one.isVisible()]
        if len(boxes) > MANY:
            boxes = [one for one in boxes if not one.visibleRegion().isEmpty()]
        return boxes

    def _spared(self) -> frozenset[str]:
        """Return the words that are right here: the brand's, those of this document and of this person."""
        platform = self._session.platform
        kept = (one.words for one in platform.accepted if one.check == CHECK)
        brand = (platform.brand.name, platform.brand.legal_owner)
        return words_of(" ".join((*brand, *kept, *self._preferences.now.dictionary)))

    def _draw(self, found: Found) -> None:
        """Draw the lines of the last look; of a text that changed meanwhile, nothing."""
        if found.number != self._number:
            return
        self.missing.update(name for name, there in found.languages.items() if not there)
        self.missing.difference_update(name for name, there in found.languages.items() if there)
        for (box, asked), spans in zip(self._asked, found.spans, strict=True):
            if isValid(box) and box.text == asked.text:
                free = [span for span in spans if not self._is_being_written(box, span)]
                if free:
                    colour = self._desk.tokens.muted
                    box.underlines.draw(LAYER, asked.text, free, colour, Line.DotLine)
                else:
                    box.underlines.clear(LAYER)
                if len(free) == len(spans):
                    self._seen[box] = asked
                else:
                    self._seen.pop(box, None)  # once the cursor has left the word, it is looked at again
        self._asked = []
        self.looked.emit()

    def _is_being_written(self, box: TypingBox, span: Span) -> bool:
        """Tell whether the cursor stands where it stood after the last key, in or behind these words."""
        at = box.textCursor().position()
        if box is not self._box or at != self._typed_at:
            return False
        text = box.text
        return units(text[: span[0]]) <= at <= units(text[: span[1]])


def checked(number: int, asked: Sequence[Asked]) -> Found:
    """Look at some texts; in a thread, for dictionaries are read here."""
    spans: list[Sequence[Span]] = []
    languages: dict[str, bool] = {}
    for text, language, spared in asked:
        try:
            known = dictionary(language).knows
        except NoDictionary:
            languages[language] = False
            spans.append(())
        else:
            languages[language] = True
            spans.append(thinned(text, misspelt(text, language, known, spared)))
    return Found(number, spans, languages)


def thinned(text: str, spans: Sequence[Span]) -> list[Span]:
    """Return the first spans of every paragraph."""
    kept: list[Span] = []
    end, count = -1, 0
    for start, stop in spans:
        if start > end:
            end, count = text.find("\n", start), 0
            end = len(text) if end < 0 else end
        count += 1
        if count <= MOST_LINES:
            kept.append((start, stop))
    return kept
