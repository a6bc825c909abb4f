"""Ways on from a screen, in one row and one Tab stop: the arrows go along it.

Must not know where the ways lead.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QToolButton, QWidget

from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.growing import INSET
from brandplatform.ui.paper import Way
from brandplatform.ui.theme import HEADING, INTERFACE, font
from brandplatform.ui.tokens import HAIR, MEDIUM, SMALL, TARGET

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Ways(QWidget):
    """The way on as a button, the others quietly beside it."""

    chosen = Signal(str)
    """The key of the way that was taken."""

    def __init__(self, desk: Desk, ways: Sequence[tuple[str, str]]) -> None:
        """Show `ways`, (key, words), the first being the way on."""
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(INSET, 0, 0, 0)
        row.setSpacing(MEDIUM)
        self.buttons: dict[str, QAbstractButton] = {}
        for nth, (key, text) in enumerate(ways):
            button = _main(text) if nth == 0 else Way(desk, text)
            button.clicked.connect(lambda _=False, one=key: self.chosen.emit(one))
            button.installEventFilter(self)
            if nth:
                button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)

    def say(self, key: str, text: str) -> None:
        """Have a way read as `text` from now on."""
        self.buttons[key].setText(text)

    def take_focus(self) -> None:
        """Put the keyboard on the way on."""
        next(iter(self.buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go along the row with the arrows; Enter takes a way, as a click does."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        row = list(self.buttons.values())
        at = next((nth for nth, one in enumerate(row) if one is watched), -1)
        if event.key() in _ENTER and at >= 0:
            row[at].click()
            return True
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or at < 0:
            return False
        row[max(0, min(len(row) - 1, at + step))].setFocus(Qt.FocusReason.OtherFocusReason)
        return True


def _main(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setDefault(True)
    button.setFont(font(HEADING))
    button.setMinimumHeight(TARGET + SMALL)
    return button


class Choices(QWidget):
    """A few words to choose one from, in one Tab stop."""

    chosen = Signal(str)
    """The key a person turned to."""

    def __init__(self, options: Sequence[tuple[str, str]], name: str) -> None:
        """Show `options`, (key, words); `name` is what is chosen, for those who hear it."""
        super().__init__()
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(HAIR)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QToolButton] = {}
        for key, text in options:
            button = QToolButton()
            button.setText(text)
            button.setAccessibleName(f"{name} {text}")
            button.setFont(font(INTERFACE))
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setMinimumHeight(TARGET)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.installEventFilter(self)
            button.clicked.connect(lambda _=False, one=key: self.chosen.emit(one))
            self._group.addButton(button)
            self.buttons[key] = button
            row.addWidget(button)
        row.addStretch(1)
        self.show_choice("")

    def show_choice(self, key: str) -> None:
        """Show which one is chosen; empty: none yet."""
        self._group.setExclusive(False)
        for one, button in self.buttons.items():
            button.setChecked(one == key)
        self._group.setExclusive(True)
        first = key if key in self.buttons else next(iter(self.buttons), "")
        for one, button in self.buttons.items():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one == first else Qt.FocusPolicy.ClickFocus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose with the arrows; Enter chooses too."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        row = list(self.buttons.values())
        at = next((nth for nth, one in enumerate(row) if one is watched), -1)
        step = 0 if event.key() in _ENTER else _STEPS.get(Qt.Key(event.key()))
        if step is None or at < 0:
            return False
        to = row[max(0, min(len(row) - 1, at + step))]
        to.setFocus(Qt.FocusReason.OtherFocusReason)
        to.click()
        return True
