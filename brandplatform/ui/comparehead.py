"""What stands above the table: the title, what is compared with what, and what was just done.

Owns how that is said; must not know what is ticked.
"""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from brandplatform.ui.comparelist import version_said, when_said
from brandplatform.ui.comparework import Compared
from brandplatform.ui.desk import Desk
from brandplatform.ui.paper import in_line, lettered, quiet
from brandplatform.ui.theme import INTERFACE, NOTE, TITLE, write_in
from brandplatform.ui.tokens import HAIR, MEDIUM, TIGHT


class Head(QWidget):
    """Title and sentences."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._told, self._apart, self._did = quiet(desk), lettered("", NOTE), lettered("", INTERFACE)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, MEDIUM)
        rows.setSpacing(HAIR)
        rows.addWidget(in_line(lettered(desk.words("compare.title"), TITLE)))
        for label, colour in (
            (self._did, desk.tokens.settled),
            (self._told, desk.tokens.muted),
            (self._apart, desk.tokens.discuss),
        ):
            label.setWordWrap(True)
            write_in(label, colour)
            rows.addWidget(in_line(label))
            label.hide()
        rows.addSpacing(TIGHT)

    @property
    def text(self) -> str:
        """All that is said."""
        labels = (self._did, self._told, self._apart)
        return " ".join(one.text() for one in labels if not one.isHidden())

    def say(self, text: str, *, serious: bool = False) -> None:
        """Say one sentence; `serious` when something could not be done."""
        write_in(self._told, self._desk.tokens.discuss if serious else self._desk.tokens.muted)
        self._told.setText(text)
        self._told.setVisible(bool(text))
        self._apart.hide()

    def did(self, text: str) -> None:
        """Say what was just done."""
        self._did.setText(text)
        self._did.show()

    def forget(self) -> None:
        """Say no more what was done."""
        self._did.hide()

    def show_conflicts(self, count: int) -> None:
        """Say what is asked of a person who is to decide."""
        words = self._desk.words
        self.say(words("compare.told_decide") if count else words("compare.decided"))

    def show_compared(self, found: Compared) -> None:
        """Say what is compared with what, and what is at odds."""
        words, many = self._desk.words, len(found.proposals)
        told = [self._about(found)]
        if many:
            told += [words("compare.differs", n=many), words("compare.how")]
        elif not found.conflicts:
            told.append(words("compare.nothing_more" if found.how == "merged" else "compare.same"))
        self.say(" ".join(filter(None, told)))
        self._apart.setText(words("compare.apart", n=len(found.conflicts)))
        self._apart.setVisible(bool(found.conflicts))

    def _about(self, found: Compared) -> str:
        words, version = self._desk.words, found.source.version
        if found.how != "version":
            return words(f"compare.told_{found.how}")
        if version is None:
            return ""
        if version.name:
            return words("compare.told_named", name=version.name, when=when_said(words, version.when))
        return words("compare.told_version", when=version_said(words, version))

    def columns(self, found: Compared) -> tuple[str, str, str, str]:
        """Return the heads of the columns."""
        words = self._desk.words
        then = "then" if found.how == "version" else "there"
        return (
            words("compare.column_field"),
            words("compare.column_now"),
            words(f"compare.column_{then}"),
            words("compare.column_who"),
        )
