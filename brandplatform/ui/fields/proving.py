"""Under a statement: words of it linked to the act that keeps them (*Lier une preuve*).

Owns which words are underlined as proved and how a link is made and taken out; must not know where on the
page the statement stands.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from brandplatform.document import edit, proofs
from brandplatform.document.framework import Field
from brandplatform.document.model import new_id
from brandplatform.document.places import Place
from brandplatform.document.proofs import LEDGER, Link
from brandplatform.ui.commands import Spot
from brandplatform.ui.fields.growing import INSET
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.positions import characters
from brandplatform.ui.fields.prose import ProseView
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.menus import written
from brandplatform.ui.paper import Way, quiet
from brandplatform.ui.strip import quoted
from brandplatform.ui.tokens import HAIR, TARGET, TIGHT

_LONGEST = 70
"""Characters of an act in the menu."""

_MARK = 16


class LinkLine(QWidget):
    """One link in words, its mark, and the way to take it out."""

    def __init__(self, here: Here, link: Link, proving: "Proving") -> None:
        super().__init__()
        words, tokens = here.desk.words, here.desk.tokens
        act = proofs.said_of(link.row, "act", here.language, here.platform.main_language)
        quote = quoted(link.proof.words, link.proof.language)
        proved = link.at is not None and bool(act)
        key = "proof.gone" if link.at is None else "proof.proved_by" if act else "proof.not_proved"
        self.text = words(key, words=quote, act=act).rstrip(" ·")
        mark = QLabel()
        colour = tokens.settled if proved else tokens.discuss
        icon = here.desk.icons.icon("check" if proved else "alert", colour, _MARK)
        mark.setPixmap(icon.pixmap(QSize(_MARK, _MARK), self.devicePixelRatioF()))
        self.remove = QToolButton()
        self.remove.setIcon(here.desk.icons.icon("close", tokens.muted, _MARK))
        self.remove.setAutoRaise(True)
        self.remove.setFixedSize(TARGET, TARGET)
        self.remove.setAccessibleName(f"{words('proof.unlink')}, {link.proof.words}")
        self.remove.setToolTip(words("proof.unlink"))
        self.remove.setEnabled(here.session.writable)
        self.remove.clicked.connect(lambda: proving.unlink(link))
        line = QHBoxLayout(self)
        line.setContentsMargins(INSET, 0, 0, 0)
        line.setSpacing(TIGHT)
        line.addWidget(mark)
        line.addWidget(quiet(here.desk, self.text), 1)
        line.addWidget(self.remove)


class Proving(QWidget):
    """The button beside what is selected, and the links of a statement under it."""

    def __init__(self, here: Here, field: Field, box: TypingBox, *, main: bool) -> None:
        """With `main` the button stays: the sentence is what the section is about."""
        super().__init__()
        self._here, self._field, self._box, self._main = here, field, box, main
        self._shown: tuple[tuple[Link, ...], str, str] = ((), "", "")
        self.lines: list[LinkLine] = []
        words = here.desk.words
        self.button = Way(
            here.desk, words("proof.link"), here.desk.icons.icon("link", here.desk.tokens.muted)
        )
        self.button.clicked.connect(self.ask)
        self.hint = quiet(here.desk, words("proof.link_first"))
        self.hint.hide()
        head = QHBoxLayout()
        head.setSpacing(TIGHT)
        head.addWidget(self.button)
        head.addWidget(self.hint, 1)
        head.addStretch(0)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(HAIR)
        self._rows.addLayout(head)
        box.selectionChanged.connect(self._offer)
        box.textChanged.connect(self._offer)
        box.written.connect(self.show_value)

    # What is shown

    def show_value(self) -> None:
        """Show the links of the statement and underline the words of those in this language."""
        here = self._here
        found = proofs.links(here.platform, self._field.id)
        shown = (found, here.language, self._box.text if found else "")
        if shown != self._shown:
            rebuilt = (found, here.language) != self._shown[:2]
            self._shown = shown
            if rebuilt:
                self._build(found)
            self._underline(found)
        self._offer()

    def _build(self, found: tuple[Link, ...]) -> None:
        for line in self.lines:
            self._rows.removeWidget(line)
            line.hide()
            line.deleteLater()
        mine = [link for link in found if link.proof.language == self._here.language]
        self.lines = [LinkLine(self._here, link, self) for link in mine]
        for line in self.lines:
            self._rows.addWidget(line)

    def _underline(self, found: tuple[Link, ...]) -> None:
        """Draw a line under proved words; the line of text under the box says it too."""
        text, language = self._box.text, self._here.language
        mine = (one for one in found if one.proof.language == language and proofs.has(one.row, "act"))
        spans = (proofs.found_at(text, one.proof.words, one.proof.occurrence) for one in mine)
        colour = self._here.desk.tokens.settled
        self._box.underlines.draw("proved", text, [span for span in spans if span], colour)

    def _offer(self) -> None:
        """Show the button where there are words to prove."""
        selected = self._box.textCursor().hasSelection()
        said = self._main and not self._box.document().isEmpty()
        self.button.setVisible(self._here.session.writable and (selected or said))
        if selected:
            self.hint.hide()
        self.setVisible(not self.button.isHidden() or bool(self.lines))

    # Linking

    def chosen(self) -> tuple[str, int] | None:
        """Return the words that are selected, whole, and which occurrence of them that is."""
        cursor, text = self._box.textCursor(), self._box.text
        if not cursor.hasSelection():
            return None
        start, end = (characters(text, at) for at in (cursor.selectionStart(), cursor.selectionEnd()))
        return proofs.chosen_words(text, start, end)

    def ask(self) -> None:
        """Ask which act keeps the words that are selected; without any, say to select some."""
        self._box.flush()
        menu = self.acts_menu()
        self.hint.setVisible(menu is None)
        if menu is not None:
            menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def acts_menu(self) -> QMenu | None:
        """Return the acts of the ledger as a menu, and the way to add one; None with nothing selected."""
        here, chosen = self._here, self.chosen()
        if chosen is None or not here.session.writable:
            return None
        words = here.desk.words
        menu = QMenu(self)
        menu.setAccessibleName(words("proof.which", words=quoted(chosen[0], here.language)))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for row in proofs.rows_of(here.platform):
            act = proofs.said_of(row, "act", here.language, here.platform.main_language)
            if act:
                shown = act if len(act) <= _LONGEST else f"{act[: _LONGEST - 1]}…"
                menu.addAction(written(shown)).triggered.connect(
                    lambda _=False, one=row.id: self.link(chosen, one)
                )
        menu.addSeparator()
        menu.addAction(words("proof.new_act")).triggered.connect(lambda: self.link_to_new(chosen))
        return menu

    def link(self, chosen: tuple[str, int], row: str) -> None:
        """Link words to an act."""
        here = self._here
        proof = proofs.proof_of(here.platform, self._field.id, here.language, chosen, row)
        after = proofs.prove(here.platform, self._field.id, proof)
        here.change(after, here.desk.words("undo.link"), self._field.id, self)

    def link_to_new(self, chosen: tuple[str, int]) -> None:
        """Link words to an act that is still to be written, and go where it is."""
        here = self._here
        row = new_id("r", frozenset(one.id for one in proofs.rows_of(here.platform)))
        with_row = edit.add_row(here.platform, LEDGER, row)
        with_row = edit.write_cell(with_row, LEDGER, row, "word", chosen[0], here.language)
        proof = proofs.proof_of(with_row, self._field.id, here.language, chosen, row)
        after = proofs.prove(with_row, self._field.id, proof)
        here.change(after, here.desk.words("undo.link"), self._field.id, self)
        place = str(Place(LEDGER, row, "act"))
        here.session.travelled.emit(Spot(place, LEDGER, here.language, "actions"))

    def unlink(self, link: Link) -> None:
        """Take a link out; words and act stay."""
        here = self._here
        here.session.flush()
        after = proofs.unlink(here.platform, self._field.id, link.proof.id)
        here.change(after, here.desk.words("undo.unlink"), self._field.id, self)


class StatementView(ProseView):
    """A statement with the links of its words under its box."""

    proving: Proving | None = None

    def __init__(self, here: Here, field: Field, *, titled: bool = True, main: bool = False) -> None:
        super().__init__(here, field, titled=titled, main=main)
        self.proving = Proving(here, field, self.box, main=main)
        self.body.insertWidget(self.body.indexOf(self.box) + 1, self.proving)
        QWidget.setTabOrder(self.box, self.proving.button)  # it was made last and stands first
        self.proving.show_value()  # not before: without a parent it would be a window of its own for a moment

    def show_value(self) -> None:
        super().show_value()
        if self.proving is not None:
            self.proving.show_value()


def link_at(widget: QWidget | None) -> None:
    """Ask for the act of what is selected in the statement around a widget, if there is one."""
    while widget is not None and not isinstance(widget, StatementView):
        widget = widget.parentWidget()
    if widget is not None and widget.proving is not None:
        widget.proving.ask()
