"""A text before and after, word by word: what stays, what is struck and what is added.

Owns how two texts are laid against each other, and what of a long one is left out. Must not know documents,
nor how words are drawn.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from brandplatform.document.diff3 import opcodes, pieces
from brandplatform.document.edit import clean

Value = str | tuple[str, ...]
"""A text, or a list of names one under the other."""

_LONG = 48
"""Words that stay in a row above which the middle of them is left out."""
_ENDS = 14
"""Words shown before and after what is left out."""
_MOST = 90
"""Words shown of a text that comes or goes whole."""
_LEFT_OUT = "[…] "


class Piece(Struct, frozen=True):
    """Some words that share one fate; `left` stands for words that are not shown."""

    text: str
    kind: Literal["same", "gone", "new", "left"] = "same"


Pieces = tuple[Piece, ...]


def compared(before: Value, after: Value, *, prose: bool) -> tuple[Pieces, Pieces]:
    """Return a text as it is shown before and after; what is no prose is struck and added whole."""
    old, new = _cut(before, prose=prose), _cut(after, prose=prose)
    was: list[Piece] = []
    now: list[Piece] = []
    for tag, a, b, c, d in opcodes(old, new):
        if tag == "equal":
            same = _shortened(old[a:b])
            was += same
            now += same
        else:
            was += _of(old[a:b], "gone")
            now += _of(new[c:d], "new")
    return _cropped(was), _cropped(now)


def plain(value: Value) -> Pieces:
    """Return a text as it stands."""
    return _cropped(_of(_cut(value, prose=True), "same"))


def shown(found: Iterable[Piece]) -> str:
    """Return words as they are read out."""
    return " ".join("".join(one.text for one in found).split())


def _cut(value: Value, *, prose: bool) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(f"{clean(one)}\n" for one in value)
    text = clean(value)
    return pieces(text) if prose else (text,) if text else ()


def _of(words: Sequence[str], kind: Literal["same", "gone", "new"]) -> list[Piece]:
    return [Piece("".join(words), kind)] if words else []


def _shortened(words: Sequence[str]) -> list[Piece]:
    if len(words) <= _LONG:
        return _of(words, "same")
    return [*_of(words[:_ENDS], "same"), Piece(_LEFT_OUT, "left"), *_of(words[-_ENDS:], "same")]


def _cropped(found: Sequence[Piece]) -> Pieces:
    """Leave out the end of what is struck or added where it is very long."""
    made = []
    for one in found:
        words = pieces(one.text)
        if len(words) > _MOST:
            made += [Piece("".join(words[:_MOST]), one.kind), Piece(_LEFT_OUT, "left")]
        else:
            made.append(one)
    if made and made[-1].text.endswith("\n"):
        made[-1] = Piece(made[-1].text.rstrip("\n"), made[-1].kind)
    return tuple(made)
