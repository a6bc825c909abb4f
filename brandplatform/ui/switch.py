"""A quiet pair to choose a language with: FR | EN.

Must not know what the language is of: the interface's, or the text's."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLabel, QWidget

from brandplatform.ui.desk import Desk
from brandplatform.ui.strokes import ring
from brandplatform.ui.theme import LABEL, NOTE, font
from brandplatform.ui.tokens import HAIR, SMALL_RADIUS, TARGET, TIGHT, Tokens


class _Word(QAbstractButton):
    """One word to press: ink and underlined while it is the chosen one."""

    def __init__(self, tokens: Tokens, text: str, *, checkable: bool = True) -> None:
        super().__init__()
        self._tokens = tokens
        self.setText(text)
        self.setCheckable(checkable)
        self.setFont(font(LABEL))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(max(TARGET, self.fontMetrics().horizontalAdvance(self.text()) + 2 * TIGHT), TARGET)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        strong = self.isChecked() or self.underMouse()
        painter.setPen(QColor(self._tokens.ink if strong else self._tokens.muted))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self.isChecked():
            width = self.fontMetrics().horizontalAdvance(self.text())
            left = (self.width() - width) // 2
            painter.fillRect(left, self.height() - HAIR - 2, width, 2, QColor(self._tokens.accent))
        if self.hasFocus():
            ring(painter, self.rect(), QColor(self._tokens.accent), SMALL_RADIUS)


class LanguageSwitch(QWidget):
    """The languages to choose from, the chosen one underlined; or a door to one more."""

    chosen = Signal(str)
    """The language a person turned to."""
    added = Signal(str)
    """The language a person asks for beside the one there is."""

    def __init__(self, desk: Desk, name: str, label: str = "") -> None:
        """Make an empty switch; `name` is its accessible name, `label` what stands before it."""
        super().__init__()
        self._desk = desk
        self._shown: tuple[tuple[str, ...], str] = ((), "")
        self.setAccessibleName(name)
        self._label = QLabel(label)
        self._label.setFont(font(NOTE))
        self._label.setForegroundRole(self.foregroundRole())
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        if label:
            self._row.addWidget(self._label)
            self._row.addSpacing(HAIR)
        self._group = QButtonGroup(self)
        self._words: list[_Word] = []

    def show_languages(self, languages: Iterable[str], chosen: str, more: str = "") -> None:
        """Show these languages; with `more`, a door to that one stands beside them."""
        wanted = tuple(languages)
        if (wanted, more) != self._shown:
            self._shown = (wanted, more)
            self._build(wanted, more)
        for word, language in zip(self._words, wanted, strict=False):
            word.setChecked(language == chosen)

    def _build(self, languages: tuple[str, ...], more: str) -> None:
        for word in self._words:
            self._group.removeButton(word)
            word.hide()
            word.deleteLater()
        self._words = []
        for language in languages:
            word = self._word(language)
            self._group.addButton(word)
            word.clicked.connect(lambda _=False, chosen=language: self.chosen.emit(chosen))
        if more:
            word = self._word(more, door=True)
            word.clicked.connect(lambda _=False, chosen=more: self.added.emit(chosen))

    def _word(self, language: str, *, door: bool = False) -> _Word:
        words = self._desk.words
        short = words(f"common.{language}_short") if f"common.{language}_short" in words else language.upper()
        name = words(f"common.{language}") if f"common.{language}" in words else language
        made = _Word(self._desk.tokens, f"+ {short}" if door else short, checkable=not door)
        made.setAccessibleName(words("page.text_language_add", language=name) if door else name)
        made.setToolTip(made.accessibleName())
        self._words.append(made)
        self._row.addWidget(made)
        return made
