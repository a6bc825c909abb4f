"""The first line and today's, one above the other: which one is the promise, and who puts their name to it.

Owns the choice; must not know what is printed of it.
"""

from datetime import date

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout

from brandplatform.document import drafts
from brandplatform.document.edit import on_one_line
from brandplatform.document.model import Signature, new_id
from brandplatform.document.signing import sign
from brandplatform.publish.typography import typeset
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.fields.view import indented, said
from brandplatform.ui.shortpath_step import Step
from brandplatform.ui.shortpath_steps import (
    FIELD,
    OPENING,
    TODAY,
    chosen_line,
    opening_line,
    today_line,
    with_choice,
)
from brandplatform.ui.strokes import Ink, box, ring, tick
from brandplatform.ui.theme import ANSWER, LABEL, NOTE, STATEMENT, font
from brandplatform.ui.tokens import HAIR, LARGE, MEDIUM, RADIUS, SMALL, TARGET, TIGHT, Tokens

_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)


class Line(QAbstractButton):
    """A sentence under its label, to choose."""

    def __init__(self, tokens: Tokens, label: str, text: str) -> None:
        super().__init__()
        self._tokens, self._ink, self._label = tokens, Ink.of(tokens), label
        self.setText(text)
        self.setAccessibleName(label)
        self.setAccessibleDescription(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFont(font(STATEMENT))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._words_in(width).bottom() + MEDIUM

    def sizeHint(self) -> QSize:
        return QSize(TARGET * 10, self.heightForWidth(TARGET * 14))

    def _words_in(self, width: int) -> QRect:
        top = SMALL + QFontMetrics(font(LABEL)).height() + HAIR
        room = QRect(MEDIUM, top, width - 2 * MEDIUM, 10_000)
        return self.fontMetrics().boundingRect(room, _WRAPPED, self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens, on = QPainter(self), self._tokens, self.isChecked()
        edge = QColor(tokens.accent if on or self.underMouse() else tokens.rule)
        box(painter, self.rect(), QColor(tokens.paper), edge)
        line = QFontMetrics(font(LABEL)).height()
        if on:
            tick(painter, QRect(MEDIUM - 2, SMALL, 18, line), QColor(tokens.settled))
        painter.setFont(font(LABEL))
        painter.setPen(QColor(tokens.settled if on else tokens.muted))
        painter.drawText(QRect(MEDIUM + (22 if on else 0), SMALL, self.width(), line), 0, self._label)
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.ink))
        painter.drawText(self._words_in(self.width()).adjusted(0, 0, TIGHT, 0), _WRAPPED, self.text())
        if self.hasFocus():
            ring(painter, self.rect(), QColor(tokens.accent), RADIUS)


class LinesStep(Step):
    """Choose, say why not the other, put a name to it."""

    def __init__(self, here: Here) -> None:
        super().__init__(here)
        self.put_head("", self.words("path.choose"), self.words("path.on_the_wall"))
        self.lines: dict[str, Line] = {}
        self._group = QButtonGroup(self)
        there = {
            OPENING: (self.words("drafts.first_line"), opening_line(here.platform, here.language)),
            TODAY: (self.words("drafts.today"), self._today()),
        }
        column = QVBoxLayout()
        column.setSpacing(SMALL)
        column.setContentsMargins(TIGHT, 0, TIGHT, 0)
        for draft, (label, text) in there.items():
            if text:
                self._put_line(column, draft, label, typeset(text, here.language))
        self.body.addLayout(column)
        self.reason = self._box("path.why_not")
        if len(self.lines) > 1:
            self.put_label(self.words("path.why_not"))
            self.body.addWidget(self.reason)
        self.reason.written.connect(self._explain)
        self._put_names()
        self.put_ways(self.usual())
        self.show_value()

    def _today(self) -> str:
        return today_line(self.here.desk.library, self.here.platform, self.here.language)

    def _put_line(self, column: QVBoxLayout, draft: str, label: str, text: str) -> None:
        line = Line(self.here.desk.tokens, label, text)
        line.clicked.connect(lambda _=False: self._choose(draft))
        self._group.addButton(line)
        self.lines[draft] = line
        column.addWidget(line)

    def _box(self, key: str) -> TypingBox:
        made = TypingBox(self.here.desk.tokens, ANSWER, one_line=True)
        made.setParent(self)
        made.setAccessibleName(self.words(key))
        made.hide()
        return made

    def _put_names(self) -> None:
        """Two lines for whoever holds to it; the day is today, and nobody need sign."""
        self.name, self.role = self._box("path.name"), self._box("path.role")
        self.name.prose = False
        self.body.addSpacing(LARGE)
        row = QHBoxLayout()
        row.setSpacing(LARGE)
        for key, field in (("path.name", self.name), ("path.role", self.role)):
            column = QVBoxLayout()
            column.setSpacing(HAIR)
            column.addWidget(indented(said(self.words(key), LABEL, self.here.desk.tokens.ink)))
            column.addWidget(field)
            row.addLayout(column, 1)
            field.show()
        self.body.addLayout(row)
        day = self.words("path.dated", date=self.here.desk.words.day(date.today().isoformat()))
        self.body.addSpacing(HAIR)
        self.body.addWidget(indented(said(day, NOTE, self.here.desk.tokens.muted)))

    # What is shown, what is done

    def _on(self) -> str:
        """Return the line that is chosen: today's until somebody chooses."""
        chosen = chosen_line(self.here.platform)
        if chosen in self.lines:
            return chosen
        return TODAY if TODAY in self.lines else next(iter(self.lines), "")

    def show_value(self) -> None:
        here, on = self.here, self._on()
        for draft, line in self.lines.items():
            line.setChecked(draft == on)
        other = next((draft for draft in self.lines if draft != on), "")
        found = next((one for one in drafts.drafts_of(here.platform, FIELD) if one.id == other), None)
        self.reason.show_text(found.reason.get(here.language, "") if found else "")
        self.reason.setVisible(len(self.lines) > 1)
        signed = here.platform.signatures[-1] if here.platform.signatures else None
        if signed is not None and not self.name.text:
            self.name.show_text(signed.name)
            self.role.show_text(signed.role)

    def take_focus(self) -> None:
        on = self._on()
        (self.lines[on] if on else self.name).setFocus()

    def flush(self) -> None:
        self.reason.flush()

    def leaving(self) -> None:
        """What stands chosen is the promise; a name that was given is put to it."""
        self.flush()
        if on := self._on():
            self._choose(on)
        self._sign()

    def _choose(self, draft: str) -> None:
        here = self.here
        self.flush()
        after = with_choice(here.platform, here.language, draft, self._today())
        here.change(after, self.words("undo.choose_line"), FIELD, self)
        self.show_value()

    def _explain(self, text: str, begins: bool) -> None:
        here, on = self.here, self._on()
        other = next((draft for draft in self.lines if draft != on), "")
        after = drafts.explain(here.platform, FIELD, other, here.language, text)
        here.type(after, self.words("undo.reason"), FIELD, self, begins)

    def _sign(self) -> None:
        here, name, role = self.here, on_one_line(self.name.text), on_one_line(self.role.text)
        if not name or any((one.name, one.role) == (name, role) for one in here.platform.signatures[-1:]):
            return
        made = new_id("s", frozenset(one.id for one in here.platform.signatures))
        signature = Signature(id=made, name=name, role=role, when=date.today().isoformat())
        after = sign(here.platform, here.session.framework, signature, typeset)
        here.change(after, self.words("undo.put_name"), FIELD, self)
