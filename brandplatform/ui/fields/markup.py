"""The box of longer texts: what stands between marks is shown as it will be printed, the marks quietly.

Owns the look of the Markdown subset while it is written and the keys that put its marks; must not know
documents, nor how the subset is parsed for the outputs.
"""

import re

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QKeyEvent, QKeySequence, QSyntaxHighlighter, QTextCharFormat

from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.theme import Face
from brandplatform.ui.tokens import Tokens

BOLD, ITALIC = "**", "*"

_LONGEST = 5000
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![*_\w])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![*_\w])")
_LINK = re.compile(r"(\[)([^\]\n]+)(\]\([^)\s]+\))")
_ITEM = re.compile(r"\s*([-*+]|\d{1,3}[.)])\s")


class _Marks(QSyntaxHighlighter):
    """Shows bold as bold; no paragraph of more than some pages is looked at."""

    def __init__(self, box: TypingBox, tokens: Tokens) -> None:
        super().__init__(box.document())
        self._quiet = QTextCharFormat()
        self._quiet.setForeground(QColor(tokens.muted))
        self._bold = QTextCharFormat()
        self._bold.setFontWeight(QFont.Weight.Bold)
        self._italic = QTextCharFormat()
        self._italic.setFontItalic(True)
        self._link = QTextCharFormat()
        self._link.setForeground(QColor(tokens.accent))
        self._link.setFontUnderline(True)

    def highlightBlock(self, text: str) -> None:
        if len(text) > _LONGEST:
            return
        item = _ITEM.match(text)
        if item:
            self.setFormat(item.start(1), len(item[1]), self._quiet)
        for found in _LINK.finditer(text):
            self._between(found.start(), found.start(2), found.end(2), found.end(), self._link)
        for found in _BOLD.finditer(text):
            self._between(found.start(), found.start(2), found.end(2), found.end(), self._bold)
        for found in _ITALIC.finditer(text):
            self._between(found.start(), found.start(2), found.end(2), found.end(), self._italic)

    def _between(self, start: int, inner: int, outer: int, end: int, look: QTextCharFormat) -> None:
        self.setFormat(start, inner - start, self._quiet)
        for at in range(inner, outer):  # bold inside italic is both
            both = self.format(at)
            both.merge(look)
            self.setFormat(at, 1, both)
        self.setFormat(outer, end - outer, self._quiet)


class MarkedBox(TypingBox):
    """A box for a text in the Markdown subset; Ctrl+B and Ctrl+I put its marks."""

    def __init__(self, tokens: Tokens, face: Face, *, one_line: bool = False, noted: bool = False) -> None:
        super().__init__(tokens, face, one_line=one_line, noted=noted)
        self._marks = _Marks(self, tokens)

    def mark(self, sign: str) -> None:
        """Put `sign` around what is selected, or take it away; with nothing selected, around the word."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(cursor.SelectionType.WordUnderCursor)
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        text = cursor.selectedText().replace("\u2029", "\n")
        size = len(sign)
        if _is_between(text, sign):
            self._put(start, end, text[size:-size], 0)
        elif self._around(start, end, sign):
            self._put(start - size, end + size, text, 0)
        else:
            lead = len(text) - len(text.lstrip())
            core = text.strip()
            tail = len(text) - lead - len(core)
            self._put(start + lead, end - tail, f"{sign}{core}{sign}", size)

    def _around(self, start: int, end: int, sign: str) -> bool:
        """Tell whether the sign stands just outside; one star of two is not the sign of italics."""
        size, document = len(sign), self.document()
        before = "".join(document.characterAt(start - size + i) for i in range(size) if start >= size)
        after = "".join(document.characterAt(end + i) for i in range(size))
        lone = size > 1 or "*" not in (document.characterAt(start - 2), document.characterAt(end + 1))
        return before == after == sign and lone

    def _put(self, start: int, end: int, text: str, inset: int) -> None:
        self.write_over(start, end, text)
        cursor = self.textCursor()
        at = cursor.position()
        cursor.setPosition(at - len(text) + inset)
        cursor.setPosition(at - inset, cursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def event(self, event: QEvent) -> bool:
        """Take the keys of bold and italic before the window does."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _sign(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sign = _sign(event)
        if sign and not self.isReadOnly():
            self.mark(sign)
        else:
            super().keyPressEvent(event)


def _is_between(text: str, sign: str) -> bool:
    """Tell whether the marks stand inside the selection; the two stars of bold are not those of italics."""
    bold = text.startswith(BOLD) and not text.startswith("***")
    return (
        len(text) > 2 * len(sign)
        and text.startswith(sign)
        and text.endswith(sign)
        and (sign == BOLD or not bold)
    )


def _sign(event: QKeyEvent) -> str:
    if event.matches(QKeySequence.StandardKey.Bold):
        return BOLD
    return ITALIC if event.matches(QKeySequence.StandardKey.Italic) else ""
