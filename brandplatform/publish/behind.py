"""What stands behind a platform and is published only where it is let in: drafts set aside, tests, notes,
comments; and the matrix, where the promise shows.

Owns how each becomes blocks. Must not know any format.
"""

from collections.abc import Iterable, Iterator

from brandplatform.document import drafts, matrix
from brandplatform.document.framework import Field, Framework, Section
from brandplatform.document.library import Library
from brandplatform.document.model import Draft, MatrixCell, Platform, Statement, Verdict
from brandplatform.document.questions import known
from brandplatform.publish.blocks import Block, Heading, Paragraph, Source, Span, Table, TableCell
from brandplatform.publish.sections import Voice

_PART, _UNDER = 52, 39
"""Shares of the width of the matrix: a part of the promise, one of the five Ps."""


def drafts_of(field: Field, platform: Platform, voice: Voice, level: int) -> Iterator[Block]:
    """Yield the drafts of a statement that are not the statement, with the reason."""
    answer = platform.answers.get(field.id)
    if not isinstance(answer, Statement):
        return
    letters = drafts.lettered(platform, field.id)
    rows = [
        _draft(field, one, letters.get(one.id, ""), voice)
        for one in answer.drafts
        if one.text.get(voice.language, "").strip()
    ]
    if rows:
        head = tuple(voice.words(f"doc.drafts_{name}") for name in ("which", "text", "why"))
        yield Heading(level, voice.words("doc.drafts"))
        yield Table(voice.words("doc.drafts"), head, tuple(rows), (3, 8, 6))


def _draft(field: Field, draft: Draft, letter: str, voice: Voice) -> tuple[TableCell, ...]:
    name = voice.words("drafts.named", letter=letter) if letter else voice.words("drafts.first_line")
    source = Source(f"{field.id}.drafts[{draft.id}]", voice.language)
    text, reason = (voice.set(one.get(voice.language, "")).strip() for one in (draft.text, draft.reason))
    return _cell(name), _cell(text, source), _cell(reason)


def tests_of(field: Field, library: Library, platform: Platform, voice: Voice, level: int) -> Iterator[Block]:
    """Yield what the tests of a statement found, in a person's words."""
    answer = platform.answers.get(field.id)
    found = answer.tests if isinstance(answer, Statement) else {}
    rows = [
        (_cell(voice.titled(trial.title)), *_verdict(found[trial.id], voice))
        for trial in library.trials().trials
        if trial.id in found and found[trial.id].result
    ]
    if rows:
        head = tuple(voice.words(f"doc.tests_{name}") for name in ("which", "result", "words"))
        yield Heading(level, voice.words("doc.tests"))
        yield Table(voice.words("doc.tests"), head, tuple(rows), (3, 3, 11))


def _verdict(verdict: Verdict, voice: Voice) -> tuple[TableCell, TableCell]:
    key = f"trials.{verdict.result}"
    said = voice.words(key) if key in voice.words else ""
    return _cell(said), _cell(voice.set(verdict.words.get(voice.language, "")).strip())


def notes_of(library: Library, platform: Platform, voice: Voice, shown: Iterable[Section]) -> Iterator[Block]:
    """Yield the answers to the questions of the sections shown, under their questions."""
    for section in shown:
        said = [
            (voice.set(question.ask[voice.words.language]), text)
            for question in known(library, platform, section)
            if (text := voice.set(platform.notes.get(question.id, {}).get(voice.language, "")).strip())
        ]
        if said:
            yield Heading(2, voice.titled(section.title))
        for ask, text in said:
            yield Heading(3, ask)
            yield Paragraph((Span(text),))


def comments_of(platform: Platform, library: Library, framework: Framework, voice: Voice) -> Iterator[Block]:
    """Yield the comments that are not resolved."""
    rows = []
    for one in platform.comments:
        if one.resolved or not one.text.strip():
            continue
        field = library.field(framework, one.place.split("[")[0])
        about = voice.titled(field.title) if field else voice.set(one.place)
        who = ", ".join(filter(None, (voice.set(one.author), voice.words.day(one.when[:10]))))
        rows.append((_cell(about), _cell(voice.set(one.text).strip()), _cell(who)))
    if rows:
        head = tuple(voice.words(f"doc.comments_{name}") for name in ("about", "text", "who"))
        yield Table(voice.words("doc.comments"), head, tuple(rows), (4, 9, 4))


def matrix_of(framework: Framework, library: Library, platform: Platform, voice: Voice) -> Iterator[Table]:
    """Yield the parts of the promise against the five Ps, once a cell of it was filled."""
    if not platform.matrix:
        return
    words = voice.words
    fields = (library.field(framework, name) for name in matrix.UNDER)
    heads = {field.id: voice.titled(field.short or field.title) for field in fields if field}
    rows = [
        (
            _cell(voice.set(matrix.part_in(platform, part, voice.language))),
            *(_marked(matrix.cell_at(platform, part, under), voice) for under in heads),
        )
        for part in matrix.parts(platform)
    ]
    yield Table(
        caption=words("matrix.title"),
        head=(words("doc.matrix_part"), *heads.values()),
        rows=tuple(rows),
        shares=(_PART, *(_UNDER for _ in heads)),
        wide=True,
        note=words("doc.matrix_note"),
    )


def _marked(cell: MatrixCell, voice: Voice) -> TableCell:
    state = matrix.state_of(cell)
    text = voice.set(cell.text.get(voice.language, "")).strip()
    return TableCell(_cell(text).spans, mark=state, state=voice.words(f"matrix.{state}"))


def _cell(text: str, source: Source | None = None) -> TableCell:
    return TableCell((Span(text),) if text else (), source)
