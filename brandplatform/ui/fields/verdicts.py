"""What tests found, in short: a mark and the name of each test that was answered.

Must not know which statement was tested.
"""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from brandplatform.document.drafts import RESULTS
from brandplatform.document.model import Verdict
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
        words, tokens = self._here.desk.words, self._here.desk.tokens
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT - 2)
        mark = QLabel()
        mark.setPixmap(mark_of(self._here, result).pixmap(QSize(_SIDE, _SIDE), self.devicePixelRatioF()))
        row.addWidget(mark)
        row.addWidget(said(f"{title} · {words(f'trials.{result}')}", NOTE, tokens.muted), 1)
        self._body.addWidget(line)
        return line
