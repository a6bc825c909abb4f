"""One draft on the board: its words and their count, what tests found, the reason it stands or not.

Owns what can be done with a draft as it stands; must not know which others there are.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout, QWidget

from brandplatform.checks.finding import Finding
from brandplatform.document import drafts, edit, verdicts
from brandplatform.document.model import Draft, Platform, Statement, new_id
from brandplatform.ui.fields.beside import Beside
from brandplatform.ui.fields.drafts import Drafts, draft_place, quiet_button
from brandplatform.ui.fields.tally import Tally
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.fields.verdicts import MarkedLine, Verdicts
from brandplatform.ui.fields.view import PLACE, indented, said
from brandplatform.ui.strip import quoted
from brandplatform.ui.theme import ANSWER, LABEL, NOTE, write_in
from brandplatform.ui.tokens import HAIR


class Column(QWidget):
    """One wording with its count, what the tests found, the reason it stands or not, and what one can do."""

    def __init__(self, owner: Drafts, draft: str = "") -> None:
        """Show a draft; the statement as it is today when none is named."""
        super().__init__()
        self._owner, self._here, self.draft = owner, owner.here, draft
        tokens = self._here.desk.tokens
        self._name = indented(said("", LABEL, tokens.ink))
        self.box = self._box("", noted=bool(owner.field.cap))
        self.box.written.connect(self._written)
        self._tally: Tally | None = None
        if owner.field.cap:
            self._tally = Tally(self.box, self._here.desk.words, self._cap)
        self.point = MarkedLine(self._here)
        self._verdicts = Verdicts(self._here)
        self._because = indented(said("", NOTE, tokens.muted))
        self.reason = self._box("reason", noted=False)
        self.reason.written.connect(self._explained)
        self._buttons = {
            name: self._button(name) for name in ("bring_back", "choose", "set_aside", "test", "remove")
        }
        self._lay_out()
        self.show_value()

    @property
    def _cap(self) -> int:
        return self._owner.field.cap.get(self._here.language, 0)

    def _box(self, part: str, *, noted: bool) -> TypingBox:
        made = TypingBox(self._here.desk.tokens, ANSWER, noted=noted)
        field = self._owner.field.id
        made.setProperty(PLACE, draft_place(field, self.draft, part) if self.draft else field)
        made.setPlaceholderText(
            self._here.desk.words("drafts.reason_placeholder" if part else "drafts.placeholder")
        )
        made.setReadOnly(not self._here.session.writable)
        return made

    def _button(self, name: str) -> QToolButton:
        made = quiet_button(self._here, self._here.desk.words(f"drafts.{name}"))
        made.clicked.connect(getattr(self, f"_{name}"))
        return made

    def _lay_out(self) -> None:
        buttons = Beside(
            lambda: sum(b.sizeHint().width() for b in self._buttons.values() if not b.isHidden())
        )
        for button in self._buttons.values():
            buttons.put(button)
        buttons.put(_air(), 1)
        self._line = buttons
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        above: tuple[QWidget, ...] = (self._name, self.box)
        for widget in above:
            body.addWidget(widget)
        body.addSpacing(HAIR)
        below: tuple[QWidget, ...] = (self.point, self._verdicts, self._because, self.reason, buttons)
        for widget in below:
            body.addWidget(widget)
        body.addStretch(1)

    # What it shows

    def stops(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, in order."""
        return (self.box, self.reason, *self._buttons.values())

    @property
    def _one(self) -> Draft | None:
        """The draft; for the statement, the one that was chosen, where it has a letter."""
        named = drafts.lettered(self._here.platform, self._owner.field.id)
        if self.draft:
            return next((one for one in self._owner.all if one.id == self.draft), None)
        return next((one for one in self._owner.all if one.status == drafts.CHOSEN and one.id in named), None)

    def show_value(self) -> None:
        """Show what the document says."""
        one, here, field = self._one, self._here, self._owner.field.id
        self.box.show_stored(drafts.wording(here.platform, field, self.draft).get(here.language, ""))
        if self._tally:
            self._tally.hold_to(self._cap)
        self.reason.show_stored(one.reason.get(here.language, "") if one else "")
        self._verdicts.show_found(verdicts.found(here.platform, field, self.draft))
        self._name_it(one)
        self._offer(one)

    def show_points(self, findings: Sequence[Finding]) -> None:
        """Ask about the first thing to discuss, and say how many others there are."""
        words, language = self._here.desk.words, self._here.language
        if not findings:
            self.point.say("", "discuss")
            return
        first, others = findings[0], len(findings) - 1
        text = drafts.wording(self._here.platform, self._owner.field.id, self.draft).get(language, "")
        about = text[first.start : first.end]
        words_told = "" if about in ("", text) else f"{quoted(about, language)} "
        more = f" · {words('guide.more', n=others)}" if others else ""
        self.point.say(f"{words_told}{first.question}{more}", "discuss")

    def _name_it(self, one: Draft | None) -> None:
        words, tokens = self._here.desk.words, self._here.desk.tokens
        name = self._owner.name_of(self.draft)
        status = one.status if one else ""
        letter = drafts.lettered(self._here.platform, self._owner.field.id).get(one.id, "") if one else ""
        first = one is not None and one.origin == drafts.OPENING
        self._name.setText(name if self.draft or not letter else f"{name} · {letter}")
        write_in(self._name, tokens.muted if status == drafts.REFUSED else tokens.ink)
        write_in(self.box, tokens.muted if first else tokens.ink)
        self.box.setAccessibleName(name)
        self.box.setReadOnly(first or not self._here.session.writable)
        why = words(f"drafts.{status}_because") if status in (drafts.CHOSEN, drafts.REFUSED) else ""
        self._because.setText(why)
        self._because.setVisible(bool(why))
        self.reason.setVisible(bool(why))
        self.reason.setAccessibleName(words("drafts.of", what=why, draft=name) if why else name)

    def _offer(self, one: Draft | None) -> None:
        """Show what can be done with it as it stands."""
        status, field = one.status if one else "", self._owner.field.id
        empty = one is None or not one.text
        spare = bool(self.draft) and drafts.may_remove(self._here.platform, field, self.draft)
        shown = {
            "choose": bool(self.draft) and not empty,
            "set_aside": bool(self.draft) and status == "" and not empty,
            "bring_back": status == drafts.REFUSED,
            "test": bool(self.draft) and status == "" and not empty and self._owner.has_tests,
            "remove": spare,
        }
        for name, button in self._buttons.items():
            button.setVisible(shown[name] and self._here.session.writable)
            button.setAccessibleName(
                self._here.desk.words("drafts.of", what=button.text(), draft=self._name.text())
            )
        self._line.fold()

    # What one does with it

    def _written(self, text: str, begins: bool) -> None:
        here, field = self._here, self._owner.field
        if self.draft:
            after = drafts.write(here.platform, field.id, self.draft, here.language, text)
            letter = drafts.lettered(here.platform, field.id).get(self.draft, "")
            label = here.desk.words("undo.write_draft", letter=letter)
            here.type(after, label, draft_place(field.id, self.draft), self._owner, begins)
        else:
            after = edit.write_text(here.platform, field.id, Statement, here.language, text)
            label = here.desk.words("undo.write", field=here.say(field.title))
            here.type(after, label, field.id, self._owner, begins)

    def _explained(self, text: str, begins: bool) -> None:
        one, here, field = self._one, self._here, self._owner.field.id
        if one is not None:
            after = drafts.explain(here.platform, field, one.id, here.language, text)
            place = draft_place(field, self.draft, "reason") if self.draft else field
            here.type(after, here.desk.words("undo.reason"), place, self._owner, begins)

    def _change(self, after: Platform, label: str, place: str) -> None:
        self._here.change(after, self._here.desk.words(label), place, self._owner)

    def _choose(self) -> None:
        self._here.session.flush()
        field, taken = self._owner.field.id, frozenset(one.id for one in self._owner.all)
        kept = new_id("d", taken)
        self._change(drafts.choose(self._here.platform, field, self.draft, kept), "undo.choose_draft", field)
        self._owner.statement_asked.emit()

    def _set_aside(self) -> None:
        self._here.session.flush()
        field = self._owner.field.id
        place = draft_place(field, self.draft, "reason")
        self._change(drafts.set_aside(self._here.platform, field, self.draft), "undo.set_aside", place)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_back(self) -> None:
        self._here.session.flush()
        field = self._owner.field.id
        after = drafts.bring_back(self._here.platform, field, self.draft)
        self._change(after, "undo.bring_draft", draft_place(field, self.draft))
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        self._here.session.flush()
        field = self._owner.field.id
        after = drafts.remove(self._here.platform, field, self.draft)
        self._owner.statement_asked.emit()
        self._change(after, "undo.remove_draft", draft_place(field, self.draft))

    def _test(self) -> None:
        self._owner.put_to_test(self.draft)


def _air() -> QWidget:
    """Return what takes the width that is left over."""
    return QLabel()
