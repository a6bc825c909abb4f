"""What tests found, in short: a mark and the name of each test that was answered.

Must not know which statement was tested.
"""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from brandplatform.document.model import Verdict
from brandplatform.document.verdicts import RESULTS
from brandplatform.ui.fields.growing import INSET
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.view import said
from brandplatform.ui.theme import NOTE
from brandplatform.ui.tokens import HAIR, TIGHT

_SIDE = 14
_MARKS: Final[Mapping[str, str]] = {"passed": "check", "discuss": "alert", "not_yet": "ring"}


def mark_of(here: Here, result: str, *, lit: bool = True) -> QIcon:
    """Return the mark of a result; never shown without its word. Not `lit`, it is quiet."""
    tokens = here.desk.tokens
    colours = {"passed": tokens.settled, "discuss": tokens.discuss}
    return here.desk.icons.icon(
        _MARKS[result], colours.get(result, tokens.muted) if lit else tokens.muted, 16
    )


class MarkedLine(QWidget):
    """A mark, and words on as many lines as they need; nothing at all while there is nothing to say."""

    def __init__(self, here: Here, *, inset: int = INSET) -> None:
        super().__init__()
        self._here = here
        self._mark, self._words = QLabel(), said("", NOTE, here.desk.tokens.muted)
        self._mark.setContentsMargins(0, 2, 0, 0)  # on the middle of the first line
        row = QHBoxLayout(self)
        row.setContentsMargins(inset, 0, inset, 0)
        row.setSpacing(TIGHT - 2)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, text: str, result: str) -> None:
        """Say something under the mark of a result."""
        mark = mark_of(self._here, result).pixmap(QSize(_SIDE, _SIDE), self.devicePixelRatioF())
        self._mark.setPixmap(mark)
        self._words.setText(text)
        self.setVisible(bool(text))


class Verdicts(QWidget):
    """A line for each test with a result."""

    def __init__(self, here: Here) -> None:
        super().__init__()
        self._here = here
        self._shown: dict[str, str] = {}
        self._lines: list[QWidget] = []
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(INSET, 0, INSET, HAIR)
        self._body.setSpacing(0)
        self.hide()

    def show_found(self, found: Mapping[str, Verdict]) -> None:
        """Show what was found, in the order of the tests; a test the method does not know is left out."""
        told = {name: one.result for name, one in found.items() if one.result in RESULTS}
        titles = {one.id: one for one in self._here.desk.library.trials().trials} if told else {}
        shown = {self._here.say(one.title): told[name] for name, one in titles.items() if name in told}
        if shown == self._shown:
            return
        self._shown = shown
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = [self._line(title, result) for title, result in shown.items()]
        self.setVisible(bool(shown))

    def _line(self, title: str, result: str) -> QWidget:
        line = MarkedLine(self._here, inset=0)
        self._body.addWidget(line)
        line.say(f"{title} · {self._here.desk.words(f'trials.{result}')}", result)
        return line
