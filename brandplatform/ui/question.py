"""A question that stops everything until it is answered; used only where an answer is needed.

Must not know what is asked."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from brandplatform.ui.paper import lettered
from brandplatform.ui.theme import HEADING, INTERFACE
from brandplatform.ui.tokens import LARGE, SMALL, TIGHT, WIDE

_WIDTH = 440

Choice = tuple[str, str]
"""(what is returned, what the button says)."""


class Question(QDialog):
    """A title, a sentence, and each answer as a button that says what it does."""

    def __init__(
        self, parent: QWidget | None, title: str, text: str, answers: Sequence[Choice], closing: str = ""
    ) -> None:
        """Ask; the first answer is what Enter does, `closing`, or the last, what Escape and closing do."""
        super().__init__(parent)
        self.answer = closing or answers[-1][0]
        self.setWindowTitle(title)
        self.setAccessibleDescription(text)
        body = QVBoxLayout(self)
        body.setContentsMargins(WIDE, LARGE, WIDE, LARGE)
        body.setSpacing(TIGHT)
        for words, face in ((title, HEADING), (text, INTERFACE)):
            label = lettered(words, face)
            label.setWordWrap(True)
            label.setFixedWidth(_WIDTH)
            body.addWidget(label)
        body.addSpacing(LARGE)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addStretch(1)
        self.buttons = {key: self._button(key, said) for key, said in answers}
        first, *others = self.buttons.values()
        for button in reversed(others):
            row.addWidget(button)
        row.addWidget(first)
        first.setDefault(True)
        first.setFocus()
        body.addLayout(row)

    def _button(self, key: str, said: str) -> QPushButton:
        button = QPushButton(said)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self._take(key))
        return button

    def _take(self, key: str) -> None:
        self.answer = key
        self.accept()


def ask(
    parent: QWidget | None, title: str, text: str, answers: Sequence[Choice], closing: str = ""
) -> str:
    """Ask and wait; return the answer; `closing`, or the last one, when the question was closed."""
    question = Question(parent, title, text, answers, closing)
    question.exec()
    answer = question.answer
    question.deleteLater()
    return answer
