"""The count of words beside a box, against the cap of its field.

Owns what the count says; it never stops anybody from writing."""

from PySide6.QtCore import QObject

from brandplatform.document.words import count_words
from brandplatform.resources import Words
from brandplatform.ui.fields.typing import TypingBox

COUNTED_AT_EACH_KEY = 20_000
"""Characters above which words are counted when they are reported only: 200 KB take some 15 ms."""


class Tally(QObject):
    """Keeps `13 / 23 mots` under a box; past the cap it says by how many, with a mark."""

    def __init__(self, box: TypingBox, words: Words, cap: int, *, always: bool = True) -> None:
        """With `always` unset the count shows while one writes, and whenever the cap is passed."""
        super().__init__(box)
        self._box, self._words, self._cap, self._always = box, words, cap, always
        box.textChanged.connect(self._typed)
        box.written.connect(self.count)
        box.noticed.connect(self.count)
        self.count()

    def hold_to(self, cap: int) -> None:
        """Count against another cap: each language has its own."""
        self._cap = cap
        self.count()

    def count(self) -> None:
        """Say how many words there are now."""
        n = count_words(self._box.text)
        over = n - self._cap
        said = self._words("page.words_of", n=n, cap=self._cap)
        if over > 0:
            said = f"▲ {said} · {self._words('page.over_cap', n=over)}"
        shown = over > 0 or self._box.hasFocus() or (self._always and n > 0)
        self._box.show_note(said if shown else "", over > 0)

    def _typed(self) -> None:
        if self._box.document().characterCount() < COUNTED_AT_EACH_KEY:
            self.count()
