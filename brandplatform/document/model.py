"""The brand platform as an immutable value.

Owns the closed set of answer kinds and everything that is written in a `.brandplatform` file. Must not know
files, windows, or what any particular field is called: that is the framework's.
"""

import secrets
from collections.abc import Mapping
from typing import Annotated, Any

from msgspec import Meta, Struct, field

FORMAT = 2
"""Version of the shape below. Any added key is a new format, with a step in `storage.migrations`."""

READABLE_FROM = 2
"""Oldest format whose programs can still read what we write."""

LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,8}\Z"
Language = Annotated[str, Meta(pattern=LANGUAGE)]
"""A language code such as `fr` or `en-GB`."""

Id = Annotated[str, Meta(pattern=r"^[A-Za-z0-9_.\-]{1,120}\Z")]
"""The id of a field, a question, a column, a row: a stable key, never shown."""

Texts = Mapping[Language, str]
"""Language code -> text. A missing language is an empty text; stored texts are never empty."""

Cell = str | Texts
"""A table cell: by language when it is prose, one plain string when it is a choice, a date or a person."""


class Part(Struct, frozen=True, kw_only=True):
    """Base of everything in a document: frozen, compared by value. `storage.codec` keeps unknown keys."""


class Verdict(Part, frozen=True):
    """What a person answered to one test of a statement, a draft or a row."""

    result: str
    """`passed`, `discuss` or `not_yet`; empty: words only, so far."""
    words: Texts = {}


class Draft(Part, frozen=True):
    """One wording of a statement that was written and not (or no longer) the statement itself."""

    id: Id
    text: Texts = {}
    origin: str = ""
    """`opening` for the line typed on the start screen, else empty."""
    status: str = ""
    """Empty while open, `refused`, or `chosen`: the statement is this draft, and holds its words."""
    reason: Texts = {}
    tests: Mapping[Id, Verdict] = {}


class Proof(Part, frozen=True):
    """An act linked to words of a statement; it stays, detached, when the words are gone."""

    id: Id
    language: Language
    words: str
    occurrence: int = 1
    row: str = ""
    """Id of the row of the proof table that holds the act."""


class Statement(Part, frozen=True, tag_field="kind", tag="statement"):
    """A sentence the company can be held to, with its drafts, its tests and what proves it."""

    text: Texts = {}
    drafts: tuple[Draft, ...] = ()
    tests: Mapping[Id, Verdict] = {}
    proofs: tuple[Proof, ...] = ()
    translated: Texts = {}
    """Language -> the main-language text it was translated from."""


class Text(Part, frozen=True, tag_field="kind", tag="text"):
    """A longer text in the Markdown subset of `richtext`."""

    text: Texts = {}


class Lines(Part, frozen=True, tag_field="kind", tag="lines"):
    """A list of short lines."""

    lines: Mapping[Language, tuple[str, ...]] = {}


class Row(Part, frozen=True):
    """One row of a table; its id outlives moves and edits."""

    id: Id
    cells: Mapping[Id, Cell] = {}
    tests: Mapping[Id, Verdict] = {}


class Table(Part, frozen=True, tag_field="kind", tag="table"):
    """Rows in the order their author gave them."""

    rows: tuple[Row, ...] = ()


class Choice(Part, frozen=True, tag_field="kind", tag="choice"):
    """One option of a list, by id."""

    value: str = ""


class Scale(Part, frozen=True, tag_field="kind", tag="scale"):
    """Two places between two poles, 1 to 5: where we are and where we want to be; 0 is unanswered."""

    today: int = 0
    wanted: int = 0


class Date(Part, frozen=True, tag_field="kind", tag="date"):
    """A day, month or year: ISO 8601 when it could be read as one, otherwise as typed."""

    value: str = ""


Answer = Statement | Text | Lines | Table | Choice | Scale | Date


class Method(Part, frozen=True):
    """Which framework the document follows."""

    id: Id
    version: int = 1


class Logo(Part, frozen=True):
    """An image kept in the file under the hash of its bytes."""

    asset: str
    """`<sha256>.<ext>` under `assets/`."""
    alt: Texts = {}


class Brand(Part, frozen=True):
    """Who the platform belongs to."""

    name: str = ""
    offer: Texts = {}
    colour: str = ""
    """`#RRGGBB`, or empty: ink alone."""
    legal_owner: str = ""
    logo: Logo | None = None


class MatrixCell(Part, frozen=True):
    """What one part of the promise becomes under one of the five Ps."""

    id: Id
    part: str
    """Words of the promise, in the main language."""
    under: str
    """Field id of the statement of one of the five Ps."""
    state: str = ""
    """`shows` or `contradicted`; empty: nothing yet."""
    text: Texts = {}
    row: str = ""
    """Id of the row of the proof table that holds the act by which it shows."""


class Comment(Part, frozen=True):
    """A remark on a field or a row."""

    id: Id
    place: str
    author: str = ""
    when: str = ""
    text: str = ""
    resolved: bool = False


class Accepted(Part, frozen=True):
    """A finding kept on purpose, with the reason."""

    id: Id
    check: str
    words: str
    reason: str = ""


class Signature(Part, frozen=True):
    """Who put their name to the platform, and to which texts."""

    id: Id
    name: str
    role: str = ""
    when: str = ""
    aloud_to: str = ""
    texts: Mapping[Id, str] = {}
    """Field id -> hash of its text when it was signed."""
    languages: tuple[Language, ...] = ()
    """The languages it was signed in; texts in others are not part of it."""
    whole: str = ""
    """Hash of all that was signed."""


class Review(Part, frozen=True):
    """When the platform was read again and found still true."""

    id: Id
    when: str
    by: str = ""
    note: Texts = {}
    found: Mapping[Id, str] = {}
    """Field id -> `true` or `doubt`: whether it was found still true."""


class Asked(Part, frozen=True):
    """A question of this document's own, or its own wording of one of the method's."""

    id: Id
    """The method's, or `SECTION.qx…`."""
    ask: Texts = {}
    why: Texts = {}


class Loose(Part, frozen=True):
    """A text that found no field: kept, never dropped."""

    id: Id
    text: str
    source: str = ""


Leaf = str | int | bool | tuple[str, ...] | None
"""A value that is compared and replaced whole; None stands for nothing there."""


class Conflict(Part, frozen=True):
    """What two people changed in two ways: the document reads as one has it, the other's waits here."""

    id: Id
    path: tuple[str, ...] = ()
    base: Leaf = None
    ours: Leaf = None
    theirs: Leaf = None
    by: str = ""
    when: str = ""


class Platform(Part, frozen=True):
    """A brand platform: what has been answered so far, field by field."""

    id: Id
    framework: Method
    format: int = FORMAT
    languages: Annotated[tuple[Language, ...], Meta(min_length=1)] = ("en",)
    """The first is the main one."""
    brand: Brand = field(default_factory=Brand)
    answers: Mapping[Id, Answer] = {}
    notes: Mapping[Id, Texts] = {}
    """Question id -> private answer, by language."""
    questions: tuple[Asked, ...] = ()
    """Those reworded, and those added, in that order among their own."""
    unasked: tuple[Id, ...] = ()
    """Ids of the questions not asked here; their answers stay."""
    settled: tuple[Id, ...] = ()
    """Ids of the sections their author holds for settled."""
    put_away: tuple[Id, ...] = ()
    """Ids of the sections taken out of sight; what is in them stays."""
    matrix: tuple[MatrixCell, ...] = ()
    comments: tuple[Comment, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    signatures: tuple[Signature, ...] = ()
    reviews: tuple[Review, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    """Changes of two people that are still to be decided."""
    loose: tuple[Loose, ...] = ()
    extra: Mapping[str, Any] = {}
    """JSON pointer -> value found under a key this format does not know: kept, named by `info`."""

    @property
    def main_language(self) -> str:
        """The language the platform is first written in."""
        return self.languages[0]


def new_id(prefix: str, taken: Mapping[str, object] | frozenset[str] = frozenset()) -> str:
    """Return a short id that is not in `taken`, such as `r3f9a2c`."""
    while (made := prefix + secrets.token_hex(3)) in taken:
        continue
    return made


def new_platform(framework: str, language: str, brand: str = "", *, version: int = 1) -> Platform:
    """Return an empty platform of its own identity."""
    return Platform(
        id=secrets.token_hex(16),
        framework=Method(id=framework, version=version),
        languages=(language,),
        brand=Brand(name=brand),
    )
