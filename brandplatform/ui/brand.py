"""The Brand page: name, what is offered, owner, colour, logo, languages; every change can be undone.

Owns how the brand is edited; what is written reaches the document through the session alone."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from brandplatform.document import edit
from brandplatform.document.edit import said
from brandplatform.document.model import Platform
from brandplatform.resources import LANGUAGES
from brandplatform.ui.brandparts import ColourRow, LogoRow
from brandplatform.ui.desk import Desk
from brandplatform.ui.fields.growing import INSET
from brandplatform.ui.fields.here import Here
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.paper import centred, in_line, lettered, quiet
from brandplatform.ui.screen import Screen
from brandplatform.ui.session import Changed, Session
from brandplatform.ui.theme import ANSWER, STATEMENT, TITLE, Face
from brandplatform.ui.tokens import HAIR, HUGE, MEASURE, SMALL, TIGHT, WIDE

Read = Callable[[Platform, str], str]
Write = Callable[[Platform, str, str], Platform]


class Line(TypingBox):
    """One line about the brand, kept in step with the document."""

    def __init__(self, here: Here, place: str, read: Read, write: Write, face: Face = ANSWER) -> None:
        super().__init__(here.desk.tokens, face, one_line=True)
        self._here, self.place, self._read, self._write = here, place, read, write
        self.prose = place == "brand.offer"  # the others are names
        self.setReadOnly(not here.session.writable)
        self.written.connect(self._report)
        here.session.flushing.connect(self.flush)
        here.session.changed.connect(self._heed)
        here.session.language_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what the document says."""
        self.show_text(self._read(self._here.platform, self._here.language))

    def _heed(self, change: Changed) -> None:
        if change.origin is not self:
            self.refresh()

    def _report(self, text: str, begins: bool) -> None:
        after = self._write(self._here.platform, self._here.language, text)
        label = self._here.desk.words("undo.brand")
        self._here.type(after, label, self.place, self, begins)


def _write_offer(platform: Platform, language: str, text: str) -> Platform:
    return edit.rebrand(platform, offer=said(platform.brand.offer, language, text))


class BrandPage(Screen):
    """Everything that is printed above the promise and around it."""

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__()
        self._desk, self._session = desk, session
        self._here = Here(desk, session, "")
        self.name = Line(
            self._here, "brand.name", lambda p, _: p.brand.name,
            lambda p, _, text: edit.rebrand(p, name=edit.clean(text).strip()), STATEMENT,
        )  # fmt: skip
        self.offer = Line(
            self._here, "brand.offer", lambda p, lang: p.brand.offer.get(lang, ""), _write_offer
        )
        self.owner = Line(
            self._here, "brand.legal_owner", lambda p, _: p.brand.legal_owner,
            lambda p, _, text: edit.rebrand(p, legal_owner=edit.clean(text).strip()),
        )  # fmt: skip
        self.colour = ColourRow(self._here)
        self.logo = LogoRow(self._here)
        self.languages = Languages(self._here)
        self._lay_out()

    def focus_place(self, place: str) -> None:
        """Put the cursor where a place of the brand is edited: `brand.name`, `languages`."""
        parts = {
            "brand.offer": self.offer, "brand.legal_owner": self.owner, "brand.colour": self.colour.box,
            "brand.logo": self.logo.first, "brand.logo.alt": self.logo.alt, "languages": self.languages.first,
        }  # fmt: skip
        widget = parts.get(place, self.name)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.ensureWidgetVisible(widget)

    def _lay_out(self) -> None:
        words = self._desk.words
        column = QWidget()
        column.setMaximumWidth(MEASURE)
        self._rows = QVBoxLayout(column)
        self._rows.setContentsMargins(0, HUGE, 0, HUGE)
        self._rows.setSpacing(0)
        self._rows.addWidget(in_line(lettered(words("brand.title"), TITLE)))
        self._rows.addSpacing(HAIR)
        self._rows.addWidget(in_line(quiet(self._desk, words("brand.intro"))))
        self._add("name", self.name, "brand.name_hint")
        self._add("offer", self.offer, "brand.offer_hint")
        self._add("owner", self.owner, "brand.owner_hint")
        self._add("colour", self.colour, "brand.colour_hint")
        self._add("logo", self.logo, "")
        self._add("languages", self.languages, "")
        self._rows.addStretch(1)
        self._area = centred(self._desk, column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def _add(self, name: str, widget: QWidget, hint: str) -> None:
        words = self._desk.words
        self._rows.addSpacing(WIDE)
        self._rows.addWidget(in_line(lettered(words(f"brand.{name}"))))
        if hint:
            self._rows.addWidget(in_line(quiet(self._desk, words(hint))))
        self._rows.addSpacing(TIGHT)
        self._rows.addWidget(widget)
        if isinstance(widget, TypingBox):
            widget.setAccessibleName(words(f"brand.{name}"))


class Languages(QWidget):
    """Which languages the platform is written in, and which is the main one."""

    def __init__(self, here: Here) -> None:
        super().__init__()
        self._here = here
        words = here.desk.words
        self.main: dict[str, QRadioButton] = {}
        self.also: dict[str, QCheckBox] = {}
        main, also = QHBoxLayout(), QHBoxLayout()
        main.addWidget(quiet(here.desk, words("brand.main_language")))
        also.addWidget(quiet(here.desk, words("brand.also_language")))
        for language in dict.fromkeys((*LANGUAGES, *here.platform.languages)):
            name = words(f"common.{language}") if f"common.{language}" in words else language
            self.main[language] = QRadioButton(name)
            self.also[language] = QCheckBox(name)
            self.main[language].setAccessibleDescription(words("brand.main_language"))
            self.also[language].setAccessibleDescription(words("brand.also_language"))
            self.main[language].clicked.connect(lambda _=False, one=language: self._lead(one))
            self.also[language].clicked.connect(lambda on, one=language: self._speak(one, on))
            main.addWidget(self.main[language])
            also.addWidget(self.also[language])
        rows = QVBoxLayout(self)
        rows.setContentsMargins(INSET, 0, 0, 0)
        for row in (main, also):
            row.setSpacing(SMALL)
            row.addStretch(1)
            rows.addLayout(row)
        self.setEnabled(here.session.writable)
        here.session.changed.connect(self.refresh)
        self.refresh()

    @property
    def first(self) -> QWidget:
        """Where the cursor goes."""
        return self.main[self._here.platform.main_language]

    def refresh(self) -> None:
        """Show which languages there are."""
        spoken = self._here.platform.languages
        for language, radio in self.main.items():
            radio.setChecked(language == spoken[0])
            self.also[language].setVisible(language != spoken[0])
            self.also[language].setChecked(language in spoken)

    def _lead(self, language: str) -> None:
        self._change((language, *(one for one in self._here.platform.languages if one != language)))

    def _speak(self, language: str, on: bool) -> None:
        others = tuple(one for one in self._here.platform.languages if one != language)
        self._change((*others, language) if on else others)

    def _change(self, languages: tuple[str, ...]) -> None:
        self._here.session.flush()
        after = edit.speak(self._here.platform, languages)
        self._here.change(after, self._here.desk.words("undo.languages"), "languages", self)
        if self._here.language not in languages:
            self._here.session.write_in(languages[0])
