"""Files as chance, a bad disk or somebody with a purpose would change them: the same ones on every run.

Owns what is done to bytes whatever they are. Knows no format of ours.
"""

import random
from collections.abc import Iterator
from typing import NamedTuple

INTERESTING = (
    b"\0",
    b"\xff",
    b"\x7f",
    b"\0\0\0\0",
    b"\xff\xff\xff\xff",
    b"\xff\xff\xff\x7f",
    b"\0\0\0\x80",
    b"1e999",
)


class Mutant(NamedTuple):
    """A changed file: of which format, how it was changed, what it holds."""

    form: str
    kind: str
    data: bytes


def damaged(form: str, data: bytes, chance: random.Random, count: int) -> Iterator[Mutant]:
    """Yield `count` changes of each kind: cut, bits flipped, bytes replaced, blocks swapped or blanked."""
    for _ in range(count):
        yield Mutant(form, "cut", data[: chance.randrange(len(data))])
        yield Mutant(form, "beginning lost", data[chance.randrange(1, len(data)) :])
        yield Mutant(form, "bits flipped", _flipped(data, chance))
        yield Mutant(form, "bytes replaced", _replaced(data, chance))
        yield Mutant(form, "blocks swapped", _swapped(data, chance))
        yield Mutant(form, "a block blanked", _blanked(data, chance))
        yield Mutant(form, "a block doubled", _doubled(data, chance))


def encoded(form: str, text: str) -> Iterator[Mutant]:
    """Yield a text in encodings that are not ours, and with characters that are none."""
    for code in ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "latin-1", "cp1252", "cp037", "utf-7"):
        yield Mutant(form, code, text.encode(code, "replace"))
    yield Mutant(form, "utf-8-sig", text.encode("utf-8-sig"))
    yield Mutant(form, "two marks of order", b"\xef\xbb\xbf" * 2 + text.encode())
    yield Mutant(form, "lone surrogates", text.replace("e", "\ud800", 5).encode("utf-8", "surrogatepass"))
    yield Mutant(form, "NULs", text.replace(" ", "\0", 50).encode())
    yield Mutant(form, "overlong", text.encode().replace(b"a", b"\xc1\xa1", 3))
    yield Mutant(form, "every control character", "".join(map(chr, range(32))).encode() + text.encode())


def _flipped(data: bytes, chance: random.Random) -> bytes:
    made = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8, 64))):
        made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def _replaced(data: bytes, chance: random.Random) -> bytes:
    at, new = chance.randrange(len(data)), chance.choice(INTERESTING)
    return data[:at] + new + data[at + len(new) :]


def _block(data: bytes, chance: random.Random) -> tuple[int, int]:
    size = min(chance.choice((1, 16, 512, 4096)), len(data))
    at = chance.randrange(len(data) - size + 1)
    return at, at + size


def _swapped(data: bytes, chance: random.Random) -> bytes:
    (start, end), (other, _) = _block(data, chance), _block(data, chance)
    made = bytearray(data)
    size = min(end - start, len(data) - other)
    made[start : start + size], made[other : other + size] = (
        data[other : other + size],
        data[start : start + size],
    )
    return bytes(made)


def _blanked(data: bytes, chance: random.Random) -> bytes:
    start, end = _block(data, chance)
    return data[:start] + bytes(end - start) + data[end:]


def _doubled(data: bytes, chance: random.Random) -> bytes:
    start, end = _block(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 2, 100)) + data[end:]
