"""A worksheet of one platform as a template is told it: words of the method, and ruled room to write in.

Owns how many lines so many words take by hand. A text of the method is found by its id: it has one home. Must
not know what any question asks, nor how a sheet is drawn.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from math import ceil
from typing import Any, Final, assert_never

from brandplatform.document.framework import Column, Field, Framework, Question, Section, Theme, stacked
from brandplatform.document.library import Library
from brandplatform.document.model import Platform
from brandplatform.document.questions import asked
from brandplatform.publish.sections import Voice
from brandplatform.publish.typography import LABEL, NOTE, Face
from brandplatform.publish.worksheets import Part, Worksheet

Told = Mapping[str, Any]

_HAND: Final = 15
"""Millimetres that a word takes in an ordinary hand, with its space."""

_SMALL_HAND: Final = 12
"""The same in a table, where people write smaller."""

_MARGINS: Final[Mapping[str, float]] = {"side": 20, "top": 15, "bottom": 16}
_LOW_MARGINS: Final[Mapping[str, float]] = {"side": 15, "top": 10, "bottom": 13}
"""Of a page, and of one that lies on its side, whole or in halves."""

_TITLE: Final = Face("serif", 22, 27)
_LOW_TITLE: Final = Face("serif", 18, 22.5)
_FACES: Final[Mapping[str, Face]] = {
    "body": Face("serif", 10.5, 14),
    "promise": Face("serif", 14, 19),
    "example": Face("serif", 10, 13.5),
    "field": Face("sans", 10, 13, semibold=True),
    "brand": Face("sans", 8.5, 11, semibold=True),
    "foot": Face("sans", 8.5, 11, muted=True),
    "id": Face("sans", 7, 10, muted=True),
    "label": LABEL,
    "note": NOTE,
}


class Writer:
    """Tells the template what a worksheet of one platform holds, in one language."""

    def __init__(
        self, platform: Platform, framework: Framework, library: Library, voice: Voice, promise: str
    ) -> None:
        self._platform, self._framework, self._library = platform, framework, library
        self._voice, self._promise = voice, promise

    def told(self, sheet: Worksheet, width: float, height: float) -> Told:
        """Return a worksheet on a paper, in millimetres: its pages, each with its panels."""
        low = sheet.turned or sheet.halved
        width, height = (height, width) if low else (width, height)
        margins, title = (_LOW_MARGINS, _LOW_TITLE) if low else (_MARGINS, _TITLE)
        step = 2 if sheet.halved else 1
        panels = [
            {
                "width": (wide := width / step - 2 * margins["side"]),
                "head": self._head(sheet, at),
                "items": [one for part in panel.parts for one in self._part(part, wide)],
            }
            for at, panel in enumerate(sheet.panels)
        ]
        return {
            "paper": (width, height),
            "pages": [panels[at : at + step] for at in range(0, len(panels), step)],
            "margins": margins,
            "kind": self._voice.titled(sheet.title),
            "mark": sheet.mark,
            "halved": sheet.halved,
            "by": self._voice.words("sheet.by"),
            "on": self._voice.words("sheet.on"),
            "faces": {
                name: {**asdict(face), "name": face.name} for name, face in {**_FACES, "title": title}.items()
            },
        }

    def _head(self, sheet: Worksheet, at: int) -> Told:
        """Return what stands above a panel: half a sheet is called as its section, a page once."""
        title, lead = self._voice.titled(sheet.title), self._voice.titled(sheet.lead)
        bare = {
            "over": "" if sheet.halved else title,
            "title": "",
            "lead": "",
            "beside": "",
            "id": "",
            "rule": False,
            "who": False,
        }
        if not sheet.halved:
            first = {"over": "", "title": title, "lead": lead, "rule": not sheet.turned, "who": True}
            return bare if at else {**bare, **first}
        panel = sheet.panels[at]
        section = self._framework.section(panel.section) if panel.section else None
        told = {**bare, "title": self._voice.titled(panel.title or sheet.title), "rule": True}
        if section is None:
            return told
        subtitle = self._voice.titled(section.subtitle)
        named = {"title": self._voice.titled(section.title), "beside": subtitle, "id": section.id}
        return {**told, **named, "lead": lead, "who": True}

    def _part(self, part: Part, width: float) -> Iterator[Told]:
        words = self._voice.words
        match part.kind:
            case "opening":
                told = {"text": words("start.question"), "id": part.id, "lines": _lines(part.words, width)}
                yield {"kind": "ask", **told}
            case "ask":
                yield from self._ask(part, width)
            case "fields":
                yield {"kind": "fields", "fields": [*self._fields(part)]}
            case "choice":
                yield from self._choice(part)
            case "statement":
                yield from self._statement(part, width)
            case "hands":
                yield {"kind": "hands", "labels": [words("doc.sign_who"), words("doc.sign_here")]}
            case "ticks" | "mistakes" | "examples":
                yield from self._guide(part)
            case "promise":
                told = {"label": words("doc.promise"), "text": self._promise, "lines": 1}
                yield {"kind": "promise", **told}
            case "grid":
                yield from self._grid(part, width)
            case _:
                assert_never(part.kind)

    def _ask(self, part: Part, width: float) -> Iterator[Told]:
        question = self._question(part.id)
        if question:
            told = {
                "id": " · ".join(filter(None, (part.id, _short(part.into)))),
                "lines": _lines(part.words, width),
            }
            yield {"kind": "ask", "text": self._voice.titled(question.ask), **told}

    def _fields(self, part: Part) -> Iterator[Told]:
        for name, share in zip(part.ids, part.shares, strict=True):
            column = self._column(name)
            if column:
                yield {"label": self._voice.titled(column.title), "id": _short(name), "share": share}

    def _choice(self, part: Part) -> Iterator[Told]:
        column = self._column(part.id)
        if column:
            options = [self._voice.titled(option.title) for option in column.options]
            yield {
                "kind": "choice",
                "label": self._voice.titled(column.title),
                "id": _short(part.id),
                "options": options,
            }

    def _statement(self, part: Part, width: float) -> Iterator[Told]:
        theme, field = self._theme(part.id), self._field(part.id)
        if theme and field:
            cap = theme.cap(field.id, self._voice.words.language) or part.words
            yield {
                "kind": "statement",
                "label": self._voice.titled(field.title),
                "id": field.id,
                "note": self._voice.words("sheet.most", cap),
                "formulas": [self._voice.titled(one) for one in theme.formulas],
                "lines": _lines(cap, width),
            }

    def _guide(self, part: Part) -> Iterator[Told]:
        words, theme = self._voice.words, self._theme(part.id or part.ids[0])
        if theme is None:
            return
        if part.kind == "examples":
            yield from self._examples(theme, part.ids)
            return
        if part.kind == "ticks":
            said, label = [*theme.ticks(words.language)], words("guide.good")
        else:
            said, label = [self._voice.titled(one) for one in theme.mistakes], words("guide.avoid")
        yield {"kind": part.kind, "label": label, "lines": said}

    def _examples(self, theme: Theme, sections: tuple[str, ...]) -> Iterator[Told]:
        """Yield what holds and what is hollow, said to be invented."""
        shown = [one for one in theme.examples if one.section in sections]
        sides = (("holds", [one.holds for one in shown]), ("hollow", [one.hollow for one in shown]))
        for side, said in sides:
            label = f"{self._voice.words(f'guide.{side}')} · {self._voice.words('common.fictional')}"
            yield {"kind": "examples", "label": label, "lines": [*map(self._voice.titled, said)]}

    def _grid(self, part: Part, width: float) -> Iterator[Told]:
        field = self._field(part.id)
        if field is None:
            return
        stacks, whole = stacked(field.columns), sum(part.shares)
        told, most = [], 1
        for stack, share in zip(stacks, part.shares, strict=True):
            first, *under = stack
            question = self._question(part.asks.get(first.id, ""))
            cap = first.cap.get(self._voice.words.language, 0)
            most = max(most, ceil(cap * _SMALL_HAND / (width * share / whole)))
            told.append(
                {
                    "title": self._voice.titled(first.title),
                    "id": f"{field.id}.{first.id}",
                    "under": [self._voice.titled(column.title) for column in under],
                    "ask": self._voice.titled(question.ask) if question else "",
                    "ask_id": question.id if question else "",
                    "share": share,
                }
            )
        yield {"kind": "grid", "columns": told, "rows": part.rows, "lines": most}

    def _section(self, name: str) -> Section | None:
        return self._framework.section_of(name)

    def _theme(self, name: str) -> Theme | None:
        section = self._section(name)
        return self._library.theme(section.theme) if section else None

    def _field(self, name: str) -> Field | None:
        return self._library.field(self._framework, name)

    def _column(self, name: str) -> Column | None:
        table, _, column = name.rpartition(".")
        field = self._field(table)
        return field.column(column) if field else None

    def _question(self, name: str) -> Question | None:
        """Return a question as it is asked here; none that is put away."""
        section = self._section(name) if name else None
        found = asked(self._library, self._platform, section) if section else ()
        return next((one for one in found if one.id == name), None)


def _short(column: str) -> str:
    """Return the id of a column without its section's, which stands at the head of the panel."""
    return column.partition(".")[2]


def _lines(words: int, width: float) -> int:
    """Return how many ruled lines so many words take by hand."""
    return ceil(words * _HAND / width)
