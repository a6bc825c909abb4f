"""What may be chosen of a document to be published: for whom, as what, in which language, on which paper.

Owns the asking; must not know what is done with the answer. The preview and the export ask alike.
"""

from collections.abc import Mapping

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from brandplatform.document.model import Platform
from brandplatform.publish.edition import PROFILES, SWITCHES, profile
from brandplatform.publish.output import FORMS, PAPERS
from brandplatform.publish.sheets import PAPERS as SHEET_PAPERS
from brandplatform.publish.sheets import SHEETS
from brandplatform.publish.typography import typeset
from brandplatform.ui.desk import Desk
from brandplatform.ui.exporting import Choices
from brandplatform.ui.paper import Way, in_a_row, lettered, quiet
from brandplatform.ui.sectionchoice import SectionChoice
from brandplatform.ui.session import Session
from brandplatform.ui.tokens import HAIR, MEDIUM, SMALL, TIGHT

_SHEET = ("binding", "grey")


class ChoicesPanel(QWidget):
    """The choices, one group under the other; those for the few behind a word."""

    changed = Signal(object)
    """`exporting.Choices`, as they are now."""

    unfolded = Signal()
    """There is more to choose, or less."""

    def __init__(self, desk: Desk, session: Session, choices: Choices, *, formed: bool) -> None:
        """With `formed` the format is asked too, and there is room for two columns."""
        super().__init__()
        self._desk, self._session, self.choices = desk, session, choices
        self._columns = 2 if formed else 1
        words = desk.words
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(TIGHT)
        self.line = quiet(desk)
        self.profiles = self._profiles()
        names: dict[str, str] = {form: words(f"export.form_{form}") for form in FORMS} if formed else {}
        self.forms = self._group("export.what", names)
        self.languages = self._group("export.language", _languages(desk, session.platform))
        papers: dict[str, str] = {one: words(f"export.paper_{one}") for one in (*PAPERS["pdf"], "a3")}
        self.papers = self._group("export.paper", papers)
        self.options = self._options()
        self.show_choices()
        for group in (self.profiles, self.forms, self.languages, self.papers):
            for radio in group.values():
                radio.toggled.connect(self._heed)
        for box in self.options.values():
            box.toggled.connect(self._heed_option)

    # What stands there

    def _profiles(self) -> dict[str, QRadioButton]:
        """Return a radio button for each kind of document or sheet; under them, what the chosen one is."""
        words = self._desk.words
        self._body.addWidget(lettered(words("export.for_whom")))
        group, made, columns = QButtonGroup(self), {}, self._columns + 1
        grid = QGridLayout()
        grid.setHorizontalSpacing(MEDIUM)
        grid.setVerticalSpacing(HAIR)
        grid.setColumnStretch(columns, 1)
        for at, name in enumerate((*PROFILES, *SHEETS)):
            made[name] = QRadioButton(self._title(name))
            made[name].setAccessibleDescription(self._about(name))
            group.addButton(made[name])
            grid.addWidget(made[name], at // columns, at % columns)
        self._body.addLayout(grid)
        self._body.addWidget(self.line)
        return made

    def _title(self, name: str) -> str:
        if name in SHEETS:
            return self._desk.words(f"export.sheet_{name.partition('-')[0]}", mark=name[-2:].upper())
        return self._said(profile(name).title)

    def _about(self, name: str) -> str:
        if name in SHEETS:
            return self._desk.words(f"export.about_{name.partition('-')[0]}")
        return self._said(profile(name).line)

    def _said(self, text: Mapping[str, str]) -> str:
        language = self._desk.words.language
        return typeset(text[language], language)

    def _group(self, title: str, names: Mapping[str, str]) -> dict[str, QRadioButton]:
        """Return a radio button for each name, in a row under a title; nothing where there is no choice."""
        group = QButtonGroup(self)
        made = {key: QRadioButton(text) for key, text in names.items()}
        for radio in made.values():
            group.addButton(radio)
        if len(made) > 1:
            whole = QWidget()
            column = QVBoxLayout(whole)
            column.setContentsMargins(0, SMALL, 0, 0)
            column.setSpacing(TIGHT)
            column.addWidget(lettered(self._desk.words(title)))
            column.addLayout(in_a_row(*made.values(), None, space=MEDIUM))
            self._body.addWidget(whole)
        return made

    def _options(self) -> dict[str, QCheckBox]:
        words = self._desk.words
        made = {name: QCheckBox(words(f"export.with_{name}")) for name in (*SWITCHES, *_SHEET)}
        self.more = Way(self._desk, words("export.options"), self._desk.icons.icon("chevron-right"))
        self._fold = QWidget()
        grid = QGridLayout()
        grid.setHorizontalSpacing(MEDIUM)
        grid.setVerticalSpacing(HAIR)
        for at, box in enumerate(made.values()):
            grid.addWidget(box, at // self._columns, at % self._columns)
        self.sections = SectionChoice(self._desk, self._session, self._columns)
        self.sections.changed.connect(self._heed_sections)
        folded = QVBoxLayout(self._fold)
        folded.setContentsMargins(0, 0, 0, 0)
        folded.setSpacing(TIGHT)
        folded.addLayout(grid)
        folded.addWidget(self.sections)
        self._fold.hide()
        self.more.clicked.connect(self._unfold)
        self._body.addSpacing(TIGHT)
        self._body.addWidget(self.more)
        self._body.addWidget(self._fold)
        return made

    def showEvent(self, event: QShowEvent) -> None:
        self._show_sections()  # what is written meanwhile can be chosen too
        super().showEvent(event)

    def _show_sections(self) -> None:
        chosen = self.choices
        if chosen.sheet:
            self.sections.hide()
        else:
            self.sections.show_choice(profile(chosen.profile), chosen.left_out)

    def _unfold(self) -> None:
        self._fold.setVisible(self._fold.isHidden())
        down = "chevron-right" if self._fold.isHidden() else "chevron-down"
        self.more.setIcon(self._desk.icons.icon(down))
        self.unfolded.emit()

    def show_choices(self) -> None:
        """Show what is chosen."""
        chosen = self.choices
        for group, name in (
            (self.profiles, chosen.sheet or chosen.profile), (self.forms, chosen.form),
            (self.languages, chosen.language), (self.papers, chosen.paper),
        ):  # fmt: skip
            if name in group:
                group[name].setChecked(True)
        on = {*chosen.edition.switches, *(name for name in _SHEET if getattr(chosen, name))}
        for name, box in self.options.items():
            box.blockSignals(True)
            box.setChecked(name in on)
            box.blockSignals(False)
        self.line.setText(self._about(chosen.sheet or chosen.profile))
        self._show_sections()
        for name, radio in self.forms.items():
            radio.setEnabled(not chosen.sheet or name == "pdf")
        papers = () if chosen.on_template else _papers(chosen.sheet, chosen.form)
        for name, radio in self.papers.items():
            radio.setEnabled(name in papers)
        for name, box in self.options.items():
            box.setEnabled(name == "grey" if chosen.sheet else chosen.form == "pdf" or name not in _SHEET)

    # What is chosen

    def choose(self, choices: Choices) -> None:
        """Take somebody's choices, what is not asked here left as it was."""
        kept = choices if self.forms else replace(choices, form=self.choices.form)
        self._take(replace(kept, folder=self.choices.folder))

    def take_template(self, path: str) -> None:
        """Take a template that was chosen elsewhere, empty for our own look."""
        self._take(replace(self.choices, template=path))

    def _heed(self, on: bool) -> None:
        """Take a choice; another profile brings what it lets in."""
        if not on:
            return
        before = self.choices
        kind = _checked(self.profiles, before.sheet or before.profile)
        sheet = kind if kind in SHEETS else ""
        form = "pdf" if sheet else _checked(self.forms, before.form)
        papers = _papers(sheet, form) or (before.paper,)
        paper = _checked(self.papers, before.paper)
        told = {
            "profile": before.profile if sheet else kind,
            "sheet": sheet,
            "form": form,
            "language": _checked(self.languages, before.language),
            "paper": paper if paper in papers else papers[0],
        }
        switches = before.switches if told["profile"] == before.profile else None
        self._take(replace(before, **told, switches=switches))

    def _heed_option(self) -> None:
        switches = tuple(name for name in SWITCHES if self.options[name].isChecked())
        sheet = {name: self.options[name].isChecked() for name in _SHEET}
        self._take(replace(self.choices, switches=switches, **sheet))

    def _heed_sections(self) -> None:
        self._take(replace(self.choices, left_out=self.sections.left_out))

    def _take(self, choices: Choices) -> None:
        if choices != self.choices:
            self.choices = choices
            self.show_choices()
            self.changed.emit(choices)


def _languages(desk: Desk, platform: Platform) -> dict[str, str]:
    words = desk.words
    return {one: words(f"common.{one}") if f"common.{one}" in words else one for one in platform.languages}


def _papers(sheet: str, form: str) -> tuple[str, ...]:
    """Return the papers of a sheet or a format, none where it takes the room it is given."""
    return SHEET_PAPERS[sheet] if sheet else next(papers for name, papers in PAPERS.items() if name == form)


def _checked(group: Mapping[str, QRadioButton], otherwise: str) -> str:
    return next((name for name, radio in group.items() if radio.isChecked()), otherwise)
