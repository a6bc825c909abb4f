"""A platform in one language as a document of blocks: the first pages, then chapters in the method's order.

Owns what is published and what is left out: a section put away or not of the edition, a field without a word
in the language. Must not know any format.
"""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from brandplatform.document.framework import Chapter, Field, Framework, Section
from brandplatform.document.library import Library
from brandplatform.document.model import Platform, Table
from brandplatform.publish import behind
from brandplatform.publish.blocks import Block, Document, Heading, SignOff
from brandplatform.publish.colour import corrected, is_colour
from brandplatform.publish.edition import Edition
from brandplatform.publish.opening import Opening
from brandplatform.publish.sections import Voice, blocks_of
from brandplatform.publish.signed import status_of
from brandplatform.publish.typography import PAPER
from brandplatform.resources import Words

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CONTENTS = 3
"""Chapters from which a document has a table of contents."""

_HANDS = 2
"""Lines to sign on where nobody has signed."""


def compose(
    framework: Framework,
    library: Library,
    platform: Platform,
    *,
    edition: Edition,
    language: str,
    words: Words,
    today: str,
) -> Document:
    """Return the document of a platform; `today` is its ISO date.

    Raises FrameworkError: a mistake in the method's files.
    """
    made = _Composer(framework, library, platform, edition, language, words)
    brand, kind = made.opening.brand, words("doc.title")
    status = status_of(platform, framework)
    state = words("doc.unsigned") if status == "draft" else words(f"state.{status}")
    return Document(
        title=f"{brand} – {kind}" if brand else kind,
        brand=brand,
        kind=kind,
        language=language,
        state=state,
        date=today,
        day=words.day(today),
        accent=corrected(platform.brand.colour, PAPER) if is_colour(platform.brand.colour) else "",
        blocks=tuple(made.blocks(kind, state, today)),
    )


class _Composer:
    """Composes one platform for one edition in one language."""

    def __init__(
        self,
        framework: Framework,
        library: Library,
        platform: Platform,
        edition: Edition,
        language: str,
        words: Words,
    ) -> None:
        self._framework, self._library, self._platform = framework, library, platform
        self._edition = edition
        self._there = {
            section.id: (section, self._fields(section))
            for section in framework.sections
            if section.id not in platform.put_away and section.id not in edition.left_out
        }
        every = tuple(field for _, fields in self._there.values() for field in fields)
        names = _names(platform, every) if edition.has("initials") else None
        self._voice = Voice(language, words, names)
        self.opening = Opening(platform, self._voice, every)

    def _fields(self, section: Section) -> tuple[Field, ...]:
        """Return the fields of a section as this edition shows them."""
        cards = self._edition.profile.as_tables
        return tuple(
            _as_table(field) if field.id in cards else field
            for field in self._library.fields(section)
            if self._edition.has("proof") or field.part != "proof"
        )

    def blocks(self, kind: str, state: str, today: str) -> Iterator[Block]:
        """Yield the blocks of the parts of the edition, in their order."""
        parts = self._edition.profile.parts
        chapters = tuple(self._chapters()) if "chapters" in parts else ()
        several = sum(isinstance(one, Heading) and one.level == 1 for one in chapters) >= _CONTENTS
        for part in parts:
            if part == "cover":
                yield self.opening.cover(kind, state, today)
            elif part == "promise":
                yield from self.opening.promise_page()
            elif part == "contents" and several:
                yield self.opening.contents(self._edition)
            elif part == "summary":
                yield from self.opening.summary(f"{state} · {self._voice.words.day(today)}")
        yield from chapters

    def _chapters(self) -> Iterator[Block]:
        numbers, letters = iter(range(1, 1000)), iter(_LETTERS)
        for chapter in (*(self._framework.chapters or _of_groups(self._framework)), *self._annexes()):
            body = tuple(self._chapter(chapter))
            if body:
                number = next(letters, "") if chapter.annex else str(next(numbers))
                title, section = self._title(chapter)
                opens = chapter.page and not self._edition.profile.runs_on
                yield Heading(1, title, number, chapter.annex, opens, section)
                yield from body

    def _title(self, chapter: Chapter) -> tuple[str, str]:
        """Return what a chapter is called, and the section it is where it is only one."""
        if chapter.title:
            return self._voice.titled(chapter.title), ""
        section, _fields = self._there[next(name for name in chapter.sections if name in self._there)]
        return self._voice.titled(section.title), section.id

    def _chapter(self, chapter: Chapter) -> Iterator[Block]:
        if chapter.switch and not self._edition.has(chapter.switch):
            return
        if chapter.matrix and self._edition.profile.matrix:
            yield from behind.matrix_of(self._framework, self._library, self._platform, self._voice)
        if chapter.switch == "notes":
            yield from behind.notes_of(self._library, self._platform, self._voice, self._shown())
        if chapter.switch == "comments":
            yield from behind.comments_of(self._platform, self._library, self._framework, self._voice)
        several = len(chapter.sections) > 1
        for name in chapter.sections:
            if name not in self._there or not self._edition.holds(name):
                continue
            section, fields = self._there[name]
            body = tuple(self._section(section, fields, 3 if several else 2))
            if body and several:
                yield Heading(2, self._voice.titled(section.title), section=section.id)
            yield from body

    def _shown(self) -> tuple[Section, ...]:
        """Return the sections that are published, those left out with their chapter not among them."""
        out = {
            name
            for chapter in self._framework.chapters
            if chapter.switch and not self._edition.has(chapter.switch)
            for name in chapter.sections
        }
        named = ((name, section) for name, (section, _fields) in self._there.items())
        return tuple(section for name, section in named if name not in out and self._edition.holds(name))

    def _section(self, section: Section, fields: tuple[Field, ...], level: int) -> Iterator[Block]:
        yield from blocks_of(section, fields, self._platform, self._voice, level)
        for field in fields if self._edition.has("drafts") else ():
            yield from behind.drafts_of(field, self._platform, self._voice, level)
            yield from behind.tests_of(field, self._library, self._platform, self._voice, level)
        if section.signing and self.opening.sentence():
            labels = (self._voice.words("doc.sign_who"), self._voice.words("doc.sign_here"))
            rows = self.opening.signed_by() or ("",) * _HANDS
            yield SignOff(self.opening.sentence(), labels, rows)

    def _annexes(self) -> Iterator[Chapter]:
        """Yield the chapters that no method names: notes and comments."""
        for switch in ("notes", "comments"):
            title = {self._voice.words.language: self._voice.words(f"doc.{switch}")}
            yield Chapter(title=title, page=True, annex=True, switch=switch)


def _as_table(field: Field) -> Field:
    return replace(field, layout="", columns=tuple(column for column in field.columns if column.brief))


def _names(platform: Platform, fields: tuple[Field, ...]) -> re.Pattern[str] | None:
    """Return what finds the names of people in a text: those that stand in a cell for a person."""
    found = set[str]()
    for field in fields:
        answer = platform.answers.get(field.id)
        people = [column.id for column in field.columns if column.kind == "person"]
        for row in answer.rows if isinstance(answer, Table) else ():
            found |= {cell for name in people if isinstance(cell := row.cells.get(name, ""), str)}
    known = sorted((name.strip() for name in found if len(name.strip()) > 2), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)") if known else None


def _of_groups(framework: Framework) -> tuple[Chapter, ...]:
    """Return a chapter for each group, for a method that names none."""
    return tuple(
        Chapter(title=group.title, sections=tuple(section.id for section in group.sections), page=True)
        for group in framework.groups
    )
