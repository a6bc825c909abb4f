"""A list of short lines: one box, a line each, a quiet dash before every one.

Must not know what the lines are about.
"""

from PySide6.QtGui import QPainter

from brandplatform.document import edit
from brandplatform.document.framework import Field
from brandplatform.document.model import Lines
from brandplatform.ui.fields.growing import INSET
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.fields.view import PLACE, FieldView
from brandplatform.ui.theme import ANSWER, Face
from brandplatform.ui.tokens import MEDIUM, Tokens

DASH = "–"


class LinesBox(TypingBox):
    """A box in which every paragraph is an item."""

    def __init__(self, tokens: Tokens, face: Face) -> None:
        super().__init__(tokens, face)
        margins = self.viewportMargins()
        margins.setLeft(margins.left() + MEDIUM)
        self.setViewportMargins(margins)
        self.blockCountChanged.connect(lambda _count: self.update())
        self.textChanged.connect(self.update)

    def draw_ground(self, painter: QPainter) -> None:
        super().draw_ground(painter)
        painter.setFont(self.font())
        painter.setPen(self._muted)
        rise = self.fontMetrics().ascent()
        block = self.firstVisibleBlock()
        while block.isValid():
            top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
            if top > self.height():
                break
            painter.drawText(INSET, self.viewport().y() + round(top) + rise, DASH)
            block = block.next()


class LinesView(FieldView):
    """A field of kind `lines`."""

    def __init__(self, here: Here, field: Field, *, titled: bool = True) -> None:
        super().__init__(here, field, titled=titled)
        self.box = LinesBox(here.desk.tokens, ANSWER)
        self.box.setProperty(PLACE, field.id)
        self.box.setAccessibleName(self.title)
        self.box.setPlaceholderText(here.desk.words("page.line_placeholder"))
        self.box.setReadOnly(not here.session.writable)
        self.box.written.connect(self._written)
        self.body.addWidget(self.box)
        self.show_value()

    def show_value(self) -> None:
        answer = self.here.platform.answers.get(self.field.id)
        lines = answer.lines.get(self.here.language, ()) if isinstance(answer, Lines) else ()
        if lines != _lines(self.box.text):
            self.box.show_text("\n".join(lines))

    def _written(self, text: str, begins: bool) -> None:
        here = self.here
        after = edit.write_lines(here.platform, self.field.id, here.language, _lines(text))
        here.type(after, self.label("undo.write"), self.field.id, self, begins)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in (part.strip() for part in edit.clean(text).split("\n")) if line)
