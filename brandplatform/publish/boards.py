"""A promise alone on a card or on a poster: its words in groups, its sizes, who signed it.

Owns how card and poster look in numbers: millimetres, and points for type and rules. Must not know how they
are drawn. What says whether one is signed is its line to sign on: blank means unsigned.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Final

from brandplatform.document.framework import Framework
from brandplatform.document.library import Library
from brandplatform.document.model import Platform, Signature, Table
from brandplatform.document.words import count_words
from brandplatform.publish.opening import Opening
from brandplatform.publish.sections import Voice
from brandplatform.publish.sense import groups
from brandplatform.publish.signed import changed_since
from brandplatform.publish.typography import LABEL, Face

Told = Mapping[str, Any]

LEFT: Final = 5
"""Millimetres left all round a sheet of cards: office printers clip the edge."""

_SHORT: Final = 12
"""Words up to which a promise has the largest size."""

_MISSED: Final = ("commitments", "if_missed")
"""Where it is written what happens when the promise is not kept: a table, and its column."""

_LINES: Final = 3
"""On the back of a card."""

_CALLED: Final = re.compile(r"(?:M|MM|Mme|Mlle|Mr|Mrs|Ms|Miss|Dr|Me|Pr|Prof)\.?")
"""What stands before a name and is none."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a promise stands alone; heights are shares of the height, or distances from the lower edge."""

    height: float
    margin: float
    steps: tuple[tuple[float, float, float], ...]
    """Size, leading, and where the first line stands: a longer promise is smaller and begins higher.
    The first is for a short one; below the last, sizes go on shrinking until it fits."""
    floor: float
    """How low the text may end, with its rule."""
    rule: tuple[float, float, float]
    """Length of the short rule, its points, its distance from the text."""
    hand: tuple[float, float, float]
    """Length of the line to sign on, its points, where it stands."""
    blank: tuple[int, float]
    """Lines to write the promise on where there is none, and the distance of two."""
    name: Face
    small: Face

    def scaled(self, height: float) -> "Look":
        """Return the same drawing on another paper."""
        by = height / self.height
        return Look(
            height=height,
            margin=self.margin * by,
            steps=tuple((size * by, leading * by, top) for size, leading, top in self.steps),
            floor=self.floor * by,
            rule=(self.rule[0] * by, self.rule[1] * by, self.rule[2] * by),
            hand=(self.hand[0] * by, self.hand[1] * by, self.hand[2] * by),
            blank=(self.blank[0], self.blank[1] * by),
            name=replace(self.name, size=self.name.size * by, leading=self.name.leading * by),
            small=replace(self.small, size=self.small.size * by, leading=self.small.leading * by),
        )


WIDTH: Final = 100
"""Millimetres of a card."""

CARD: Final = Look(
    height=143,
    margin=10,
    steps=(
        *((17, 23, 0.38), (14, 19, 0.38), (12.5, 17, 0.35), (11, 15, 0.31), (10, 13.5, 0.27)),
        *((9, 12, 0.24), (8, 10.6, 0.21), (7, 9.3, 0.19)),
    ),
    floor=30,
    rule=(12, 1, 5),
    hand=(45, 0.5, 16),
    blank=(5, 9.5),
    name=Face("serif", 10.5, 13, semibold=True),
    small=Face("sans", 8.5, 11, muted=True),
)
POSTER: Final = Look(
    height=420,
    margin=30,
    steps=(
        *((72, 84, 0.38), (56, 68, 0.38), (48, 58, 0.38), (41, 50, 0.36), (35, 43, 0.33)),
        *((30, 37, 0.3), (26, 33, 0.27), (22, 28.5, 0.23), (19, 25, 0.2), (16, 21.5, 0.18)),
    ),
    floor=75,
    rule=(48, 3, 18),
    hand=(80, 0.75, 44),
    blank=(5, 26),
    name=Face("serif", 20, 25, semibold=True),
    small=Face("sans", 12, 16, muted=True),
)
_BACK: Final = ((12, 16, 0), (11, 15, 0), (10, 13.5, 0), (9, 12, 0))


class Boards:
    """What card and poster of one platform say in one language."""

    def __init__(self, platform: Platform, framework: Framework, library: Library, voice: Voice) -> None:
        self._platform, self._framework, self._voice = platform, framework, voice
        shown = (one for one in framework.sections if one.id not in platform.put_away)
        self._fields = tuple(field for section in shown for field in library.fields(section))
        self.sentence = Opening(platform, voice, self._fields).sentence()

    def card(self, height: float) -> Told:
        """Return four cards and their backs, as the template is told; a lower paper has lower cards."""
        look = replace(CARD, height=min(CARD.height, height / 2 - LEFT))
        title, repairs = self._repairs()
        told = [groups(one, self._voice.language) for one in repairs][:_LINES]
        names = dict.fromkeys(first_name(one.name) for one in self._signed(_MISSED[0]))
        who = self._voice.words("common.list_join").join(names)
        return {
            **self._board(look, WIDTH),
            "signed": [self._voice.set(who)] if who else [],
            "missed": [*told, *[[]] * (_LINES - len(told))],
            "missed_title": title,
            "faces": {**_named(look), "label": _face(LABEL)},
            "back": _BACK,
        }

    def poster(self, width: float, height: float) -> Told:
        """Return the poster, as the template is told."""
        look = POSTER.scaled(height)
        return {**self._board(look, width), "signed": self._hands(), "faces": _named(look)}

    def _hands(self) -> list[str]:
        """Return who signed, a line each, and the day: once where it is the same."""
        signed = {one.name: one for one in self._signed()}.values()
        days = {one.name: self._voice.words.day(one.when) for one in signed}
        same = len(set(days.values())) == 1
        who = ([one.name, one.role, "" if same else days[one.name]] for one in signed)
        lines = (*(", ".join(filter(None, told)) for told in who), *(days.values() if same else ()))
        return [self._voice.set(line) for line in dict.fromkeys(lines) if line]

    def _board(self, look: Look, width: float) -> Told:
        text = self.sentence
        steps = look.steps if count_words(text) <= _SHORT else look.steps[1:]
        return {
            "board": {
                "width": width,
                "height": look.height,
                "margin": look.margin,
                "steps": [(size, leading, top * look.height) for size, leading, top in steps],
                "floor": look.height - look.floor,
                "rule": look.rule,
                "hand": (*look.hand[:2], look.height - look.hand[2]),
                "blank": look.blank,
            },
            "promise": groups(text, self._voice.language),
        }

    def _signed(self, *more: str) -> Iterator[Signature]:
        """Yield who signed the promise as it stands here, in this language, and what else is printed."""
        printed = {*more, *(field.id for field in self._fields if field.part == "promise")}
        for one in self._platform.signatures if self.sentence else ():
            here = self._voice.language in one.languages and one.name.strip()
            if here and printed.isdisjoint(changed_since(self._platform, self._framework, one)):
                yield one

    def _repairs(self) -> tuple[str, Iterable[str]]:
        """Return what happens when a commitment is not kept, and what that column is called."""
        field = next((one for one in self._fields if one.id == _MISSED[0]), None)
        column = field.column(_MISSED[1]) if field else None
        if field is None or column is None:
            return "", ()
        answer = self._platform.answers.get(field.id)
        cells = (row.cells.get(column.id, "") for row in (answer.rows if isinstance(answer, Table) else ()))
        said = (cell if isinstance(cell, str) else cell.get(self._voice.language, "") for cell in cells)
        shown = dict.fromkeys(self._voice.set(text).strip() for text in said)
        return self._voice.titled(column.title), filter(None, shown)


def first_name(name: str) -> str:
    """Return the name a person is called by: not what stands before it, nor a surname in capitals."""
    words = name.split()
    if not words or _CALLED.fullmatch(words[0]):
        return name.strip()
    return next((word for word in words if not word.isupper()), words[0])


def _named(look: Look) -> dict[str, Told]:
    return {"body": _face(look.name), "name": _face(look.name), "small": _face(look.small)}


def _face(face: Face) -> Told:
    return {**asdict(face), "name": face.name}
