"""Arbitrary platforms for laws: any text a file may hold, in any part of a document."""

from typing import Any

from hypothesis import strategies as st

from brandplatform.document.model import (
    Accepted,
    Answer,
    Asked,
    Brand,
    Choice,
    Comment,
    Conflict,
    Date,
    Draft,
    Lines,
    Logo,
    Loose,
    MatrixCell,
    Method,
    Platform,
    Proof,
    Review,
    Row,
    Scale,
    Signature,
    Statement,
    Table,
    Text,
    Verdict,
)

NASTY = (
    "<!-- bp:promise lang=fr -->",
    "<!-- /bp -->",
    "<!--\\ /bp -->",
    "<!-- bp-data -->",
    "```",
    "```json",
    "| a | b |",
    "&#10;",
    "&amp;lt;",
    "<br>",
    "\\|",
    "---",
    "\r\n",
    "\r",
    "\n\n",
    "\u2028",
    "\x00",
    "\u202e",
    "🥖",
    "  ",
    "\t",
    "\ufeff",
    "\u00a0",
    "- ",
    "# ",
    "[[",
)
LANGUAGE = st.sampled_from(["fr", "en", "en-GB", "br"])
NAME = st.sampled_from(["r1", "r2", "a.b", "x-y_Z", "1"])
FIELD = st.sampled_from(
    [
        "promise",
        "values",
        "proof",
        "vision.horizon",
        "tone.funny",
        "review.triggers",
        "promise.reality",
        "own.field",
    ]
)
CHARACTER = st.characters(exclude_categories=["Cs"])
TEXT = st.lists(st.one_of(st.sampled_from(NASTY), st.text(CHARACTER, max_size=8)), max_size=5).map("".join)
TEXTS = st.dictionaries(LANGUAGE, TEXT, max_size=3)
SAID = st.dictionaries(LANGUAGE, TEXT, min_size=1, max_size=3)


def parts(shape: Any, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Return up to three parts of a kind, each with an id of its own."""
    return st.lists(st.builds(shape, id=NAME, **fields), max_size=3, unique_by=lambda part: part.id).map(
        tuple
    )


VERDICTS = st.dictionaries(NAME, st.builds(Verdict, result=TEXT, words=TEXTS), max_size=2)
COLUMN = st.sampled_from(["name", "meaning", "status", "act", "owner", "date", "word"])
ROWS = parts(Row, cells=st.dictionaries(COLUMN, st.one_of(TEXT, SAID), max_size=3), tests=VERDICTS)
STATEMENT = st.builds(
    Statement,
    text=TEXTS,
    drafts=parts(Draft, text=TEXTS, origin=TEXT, status=TEXT, reason=TEXTS, tests=VERDICTS),
    tests=VERDICTS,
    proofs=parts(Proof, language=LANGUAGE, words=TEXT, occurrence=st.integers(0, 9), row=TEXT),
    translated=TEXTS,
)
ANSWER: st.SearchStrategy[Answer] = st.one_of(
    STATEMENT,
    st.builds(Text, text=TEXTS),
    st.builds(
        Lines, lines=st.dictionaries(LANGUAGE, st.lists(TEXT, min_size=1, max_size=3).map(tuple), max_size=2)
    ),
    st.builds(Table, rows=ROWS),
    st.builds(Choice, value=TEXT),
    st.builds(Scale, today=st.integers(0, 5), wanted=st.integers(0, 5)),
    st.builds(Date, value=TEXT),
)
BRAND = st.builds(
    Brand,
    name=TEXT,
    offer=TEXTS,
    colour=TEXT,
    legal_owner=TEXT,
    logo=st.none() | st.builds(Logo, asset=TEXT, alt=TEXTS),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT, lambda inner: st.lists(inner, max_size=2)
)
LEAF = st.none() | TEXT | st.integers(0, 9) | st.lists(TEXT, min_size=1, max_size=2).map(tuple)

PLATFORM = st.builds(
    Platform,
    id=st.just("5a3d1c0ffee04e2f"),
    framework=st.just(Method(id="plateforme")),
    languages=st.lists(LANGUAGE, min_size=1, max_size=3, unique=True).map(tuple),
    brand=BRAND,
    answers=st.dictionaries(FIELD, ANSWER, max_size=4),
    notes=st.dictionaries(st.sampled_from(["promise.q1", "values.q2", "own.q9"]), SAID, max_size=3),
    questions=parts(Asked, ask=TEXTS, why=TEXTS),
    unasked=st.lists(NAME, max_size=2).map(tuple),
    settled=st.lists(NAME, max_size=2).map(tuple),
    put_away=st.lists(NAME, max_size=2).map(tuple),
    comments=parts(Comment, place=TEXT, text=TEXT),
    accepted=parts(Accepted, check=TEXT, words=TEXT),
    matrix=parts(MatrixCell, part=TEXT, under=NAME, state=TEXT, text=TEXTS, row=TEXT),
    signatures=parts(
        Signature,
        name=TEXT,
        aloud_to=TEXT,
        texts=st.dictionaries(NAME, TEXT, max_size=2),
        languages=st.lists(LANGUAGE, max_size=2, unique=True).map(tuple),
        whole=TEXT,
    ),
    reviews=parts(Review, when=TEXT, by=TEXT, note=TEXTS, found=st.dictionaries(FIELD, TEXT, max_size=2)),
    conflicts=parts(Conflict, path=st.lists(TEXT, max_size=3).map(tuple), base=LEAF, ours=LEAF, theirs=LEAF),
    loose=parts(Loose, text=TEXT, source=TEXT),
    extra=st.dictionaries(st.sampled_from(["/later", "/brand/motto"]), JSON, max_size=2),
)
