"""The first pages of a document: cover, promise, contents, and the whole platform on one page.

Owns what stands there; it knows fields by their part in what is published. Must not know any format.
"""

from collections.abc import Iterator

from brandplatform.document.framework import Field, PublishedPart
from brandplatform.document.model import Date, Platform, Row, Statement, Table
from brandplatform.document.signing import NEXT
from brandplatform.publish.blocks import (
    Contents,
    Cover,
    Labelled,
    PromisePage,
    Source,
    Span,
    Summary,
    TableCell,
)
from brandplatform.publish.edition import Edition
from brandplatform.publish.sections import Voice

_NOTHING = TableCell(())


class Opening:
    """What the first pages of one platform say in one voice; `fields` are those that are published."""

    def __init__(self, platform: Platform, voice: Voice, fields: tuple[Field, ...]) -> None:
        self._platform, self._voice, self._fields = platform, voice, fields
        self.brand = voice.set(platform.brand.name).strip()

    def cover(self, kind: str, state: str, today: str) -> Cover:
        """Return the cover."""
        voice, logo = self._voice, self._platform.brand.logo
        owner = voice.set(self._platform.brand.legal_owner).strip()
        alt = logo.alt.get(voice.language, "") if logo else ""
        version = voice.words("doc.version_of", date=voice.words.day(today))
        return Cover(
            brand=self.brand,
            kind=kind,
            foot=tuple(line for line in (state, version, *self.signed_by(), owner) if line),
            logo=logo.asset if logo else "",
            logo_alt=voice.set(alt) or voice.words("doc.logo_of", brand=self.brand),
        )

    def promise_page(self) -> Iterator[PromisePage]:
        """Yield the page of the promise, where there is one in this language."""
        promise, internal = self._cell("promise"), self._cell("internal")
        if not promise.spans and not internal.spans:
            return
        voice = self._voice
        yield PromisePage(
            label=voice.words("doc.promise"),
            text=_said(promise),
            internal_label=voice.words("doc.internal"),
            internal=_said(internal),
            signature=self.signed_by() or (voice.words("doc.signature"),),
            source=promise.source,
            internal_source=internal.source,
        )

    def signed_by(self) -> tuple[str, ...]:
        """Return who put their name to it: name, role, date."""
        voice = self._voice
        return tuple(
            voice.set(", ".join(filter(None, (one.name, one.role, voice.words.day(one.when)))))
            for one in self._platform.signatures
        )

    def contents(self, edition: Edition) -> Contents:
        """Return the contents, with whom it is for, who may change it and when it is read again."""
        voice, review = self._voice, self._platform.answers.get(NEXT)
        who = "; ".join(self.signed_by())
        day = voice.words.day(voice.set(review.value)) if isinstance(review, Date) else ""
        lines = (
            voice.words("doc.for_whom", who=voice.titled(edition.profile.readers)),
            voice.words("doc.may_change", who=who) if who else "",
            voice.words("doc.next_reading", day=day) if day else "",
        )
        return Contents(voice.words("doc.contents"), tuple(voice.set(line) for line in lines if line))

    def summary(self, state: str) -> Iterator[Summary]:
        """Yield the whole platform on one page, once it says more than one thing."""
        columns: tuple[tuple[PublishedPart, ...], ...] = (("essence", "brought"), ("mission",), ("vision",))
        foundations = (tuple(self._labelled(part) for part in column) for column in columns)
        told = (tuple(one for part in column for one in part) for column in foundations)
        page = Summary(
            title=self._voice.words("doc.summary"),
            brand=self.brand,
            state=state,
            promise=self._cell("promise"),
            foundations=tuple(column for column in told if column),
            values=tuple(self._values()),
            ps=self._labelled("p"),
            one_thing=next(iter(self._labelled("one_thing")), None),
        )
        bands = (page.promise.spans, page.foundations, page.values, page.ps, page.one_thing)
        if sum(map(bool, bands)) > 1:
            yield page

    def sentence(self) -> str:
        """Return the promise, or empty."""
        return _said(self._cell("promise"))

    def _of(self, part: PublishedPart) -> Iterator[Field]:
        return (field for field in self._fields if field.part == part)

    def _cell(self, part: PublishedPart) -> TableCell:
        """Return what the first field of a part says in this language."""
        return next((cell for field in self._of(part) if (cell := self._statement(field)).spans), _NOTHING)

    def _statement(self, field: Field) -> TableCell:
        answer, language = self._platform.answers.get(field.id), self._voice.language
        text = answer.text.get(language, "") if isinstance(answer, Statement) else ""
        shown = self._voice.set(text).strip()
        return TableCell((Span(shown),), Source(field.id, language)) if shown else _NOTHING

    def _labelled(self, part: PublishedPart) -> tuple[Labelled, ...]:
        found = ((field, self._statement(field)) for field in self._of(part))
        return tuple(
            Labelled(self._voice.titled(field.short or field.title), cell.spans, cell.source)
            for field, cell in found
            if cell.spans
        )

    def _values(self) -> Iterator[tuple[TableCell, TableCell]]:
        """Yield the name and the first words of each row of the values."""
        for field in self._of("values"):
            answer = self._platform.answers.get(field.id)
            for row in answer.rows if isinstance(answer, Table) else ():
                name, meaning = (self._row(field, row, at) for at in (0, 1))
                if name.spans:
                    yield name, meaning

    def _row(self, field: Field, row: Row, at: int) -> TableCell:
        column = field.columns[at] if at < len(field.columns) else None
        cell = row.cells.get(column.id, "") if column else ""
        text = self._voice.set(cell if isinstance(cell, str) else cell.get(self._voice.language, "")).strip()
        if column is None or not text:
            return _NOTHING
        return TableCell((Span(text),), Source(f"{field.id}[{row.id}].{column.id}", self._voice.language))


def _said(cell: TableCell) -> str:
    return "".join(span.text for span in cell.spans)
