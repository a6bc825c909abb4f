"""Platforms changed on purpose: each key of a document of a wrong kind, archives made to harm.

Owns what is particular to a `.brandplatform` file.
"""

import io
import json
import random
import struct
import zipfile
import zlib
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from msgspec.structs import replace

from brandplatform.document.model import Logo, Platform
from brandplatform.publish.archive import archive
from brandplatform.publish.wordxml import solid
from brandplatform.resources import Words
from brandplatform.storage import codec, container
from brandplatform.storage.container import Kept
from brandplatform.storage.history import Moment, with_versions
from tests.mutants import Mutant, damaged, encoded
from tests.shipped import FRAMEWORK, LIBRARY, sample

FORM = "brandplatform"
WHEN = "2026-11-25T09:00:00+00:00"
IMAGE = solid("#AA3311")
ASSET = f"{sha256(IMAGE).hexdigest()}.png"
WRONG: tuple[Any, ...] = (
    None, 5, -1, 1.5, 10**400, 10**30, "", "x", "\0", "2026-13-45", "\ud800", True, [], ["x"], [None], {},
    {"a": 1}, ..., {"id": "a"}, [{"id": "a"}, {"id": "a"}], [[[[["x"]]]]], {"fr": {"fr": {"fr": "x"}}},
)  # fmt: skip
DATES = ("0000-00-00", "9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "hier", "", "²⁰²⁶", "1e9")
PARTS: dict[str, Any] = {
    "questions": [{"id": "promise.qx1", "ask": {"fr": "Qui ?"}, "why": {"fr": "Pour voir."}}],
    "comments": [{"id": "c1", "place": "promise", "author": "Ana", "when": WHEN, "text": "Oui."}],
    "accepted": [{"id": "a1", "check": "vague", "words": "qualité", "reason": "Assumé."}],
    "signatures": [
        {"id": "s1", "name": "Ana", "when": "2026-11-25", "texts": {"promise": "x"}, "whole": "x"}
    ],
    "reviews": [{"id": "v1", "when": "2026-11-25", "note": {"fr": "Vrai."}, "found": {"promise": "true"}}],
    "conflicts": [{"id": "k1", "path": ["answers", "promise", "text", "fr"], "ours": "a", "theirs": "b"}],
    "loose": [{"id": "l1", "text": "Reste.", "source": "plan.md"}],
    "unknown": {"kept": [1, {"as": "it is"}]},
}


def small() -> dict[str, Any]:
    """Return a document as JSON: an answer of each kind there is, one of every part."""
    whole: dict[str, Any] = json.loads(codec.encode(sample()))
    kinds = {answer["kind"]: name for name, answer in reversed(whole["answers"].items())}
    answers = {name: whole["answers"][name] for name in (*kinds.values(), "promise", "proof", "values")}
    for answer in answers.values():
        answer.update({key: answer[key][:2] for key in ("rows", "drafts", "proofs") if key in answer})
    notes = dict(list(whole["notes"].items())[:2])
    return {**whole, **PARTS, "answers": answers, "notes": notes, "matrix": whole["matrix"][:1]}


def platform() -> Platform:
    """Return that document, with a logo."""
    made, _ = codec.decode(json.dumps(small()).encode())
    return replace(made, brand=replace(made.brand, logo=Logo(asset=ASSET, alt={"fr": "Un épi"})))


def file(made: Platform) -> bytes:
    """Return the file of a platform, with an image and two versions."""
    before = replace(made, notes={})
    moments = [Moment(before, "2026-11-24T09:00:00+00:00"), Moment(made, WHEN)]
    history, versions = with_versions((), {}, moments)
    kept = Kept(platform=made, assets={ASSET: IMAGE}, history=history, versions=versions)
    return container.pack(kept, archive(FRAMEWORK, LIBRARY, made, Words("fr")))


def packed(
    document: bytes, *more: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    """Return an archive of a document and other entries."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), container.MIMETYPE)
        archive.writestr("document.json", document)
        for name, data in more:
            archive.writestr(name, data)
    return made.getvalue()


def few(chance: random.Random) -> Iterator[Mutant]:
    """Yield a few changed platforms of every kind that takes no time to make."""
    data, document = file(platform()), codec.encode(platform())
    yield from damaged(FORM, data, chance, 4)
    for one in (*damaged(FORM, document, chance, 2), *encoded(FORM, document.decode())):
        yield one._replace(data=packed(one.data))
    yield from wrong_kinds(every=41)
    yield from heads(data, every=13)
    yield from _called(_json(small()))


def mutants(chance: random.Random, count: int) -> Iterator[Mutant]:
    """Yield changed platforms, `count` of each kind that chance makes."""
    data, document = file(platform()), codec.encode(platform())
    yield from damaged(FORM, data, chance, count)
    for one in damaged(FORM, document, chance, count):
        yield one._replace(kind=f"document: {one.kind}", data=packed(one.data))
    for one in encoded(FORM, document.decode()):
        yield one._replace(data=packed(one.data))
    yield from wrong_kinds()
    yield from made_to_harm()
    yield from heads(data)


def wrong_kinds(every: int = 1) -> Iterator[Mutant]:
    """Yield the document with a key gone or of a wrong kind, a key of each sort; of those one in `every`."""
    whole = small()
    sorts = sorted(_places(whole).items(), key=lambda one: one[1])
    wrongs = [(at, wrong) for at, sort in sorts for wrong in (*WRONG, *(DATES if sort[-1] == "when" else ()))]
    for at, wrong in wrongs[::every]:
        kind = f"{'.'.join(map(str, at))}: {'gone' if wrong is ... else repr(wrong):.20}"
        yield Mutant(FORM, kind, packed(_json(_put(whole, at, wrong))))


def _places(value: Any) -> dict[tuple[Any, ...], tuple[str, ...]]:
    """Return one place of each sort: keys named by the model stand for themselves, others for any."""
    found: dict[tuple[str, ...], tuple[Any, ...]] = {}
    waiting: list[tuple[Any, tuple[Any, ...], tuple[str, ...]]] = [(value, (), ())]
    while waiting:
        one, where, kind = waiting.pop(0)
        found.setdefault(kind, where)
        if isinstance(one, dict):
            free = kind[-1:] in (
                ("answers",),
                ("notes",),
                ("text",),
                ("cells",),
                ("tests",),
                ("texts",),
                ("lines",),
            )
            told = (str(one["kind"]),) if "kind" in one else ()
            waiting += [(v, (*where, k), (*kind, *told, "*" if free else k)) for k, v in one.items()]
        elif isinstance(one, list):
            waiting += [(v, (*where, n), (*kind, "[]")) for n, v in enumerate(one[:1])]
    return {where: kind for kind, where in found.items() if where}


def _put(value: Any, at: tuple[Any, ...], wrong: Any) -> Any:
    """Return JSON in which `wrong` stands at a place; `...` takes it out."""
    step, *rest = at
    inner = wrong if not rest else _put(value[step], tuple(rest), wrong)
    if isinstance(value, list):
        return [*value[:step], *([] if inner is ... else [inner]), *value[step + 1 :]]
    return {k: inner if k == step else v for k, v in value.items() if not (k == step and inner is ...)}


def _json(value: Any) -> bytes:
    return json.dumps(value).encode()


def heads(data: bytes, every: int = 1) -> Iterator[Mutant]:
    """Yield an archive with each number of its headers, or one in `every`, at its least and its most."""
    for sign, size in ((b"PK\x03\x04", 30), (b"PK\x01\x02", 46), (b"PK\x05\x06", 22)):
        at = -1
        while (at := data.find(sign, at + 1)) >= 0:
            for place in range(at + 4, at + size, 2 * every):
                for wrong in (b"\0\0", b"\xff\xff"):
                    yield Mutant(
                        FORM, f"head {sign!r} {place - at}", data[:place] + wrong + data[place + 2 :]
                    )


def made_to_harm() -> Iterator[Mutant]:
    """Yield archives as somebody with a purpose makes them."""
    whole = small()
    deep = b'{"format": 2, "framework": {"id": "x"}, "x": %s}'
    for kind, data in {
        "deep lists": deep % (b"[" * 10**6), "deep objects": deep % (b'{"a":' * 10**6),
        "closed deep lists": deep % (b"[" * 10**5 + b"]" * 10**5),
        "many lists": deep % (b"[" + b"[]," * 10**6 + b"0]"), "many keys": deep % _keys(60_000),
        "a key twice among many": deep % (_keys(60_000)[:-1] + b',"k0":0}'),
        "a long number": deep % (b"9" * 10**6), "a long float": deep % (b"1." + b"9" * 10**6),
        "infinity": deep % b"1e999", "nan": deep % b"NaN", "half a character": deep % b'"\\udfff"',
        "escapes": deep % (b'"' + b"\\u0041" * 10**6 + b'"'), "blanks": b" " * 7 * 10**6 + _json(whole),
        "an open text": deep % (b'"' + b"\\" * 10**6), "nothing": b"", "a list": b"[]", "null": b"null",
        "zeros": bytes(2**26), "a bomb": b"[" + b"0," * 2**25,
    }.items():  # fmt: skip
        yield Mutant(FORM, kind, packed(data))
    for kind, parts in _many(whole).items():
        yield Mutant(FORM, kind, packed(_json({**whole, **parts})))
    yield from _called(_json(whole))
    yield from _entries(_json(whole))


def _keys(count: int) -> bytes:
    return b"{" + b",".join(b'"k%d":0' % n for n in range(count)) + b"}"


def _many(whole: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return parts in numbers nobody writes."""
    twice = [{"id": f"l{n}", "text": "x"} for n in range(40_000)]
    rows = [{"id": f"r{n}", "cells": {}, "x": n} for n in range(30_000)]
    return {
        "many texts aside": {"loose": twice}, "two of one id among many": {"loose": [*twice, twice[0]]},
        "a fault among many": {"notes": {f"q{n}": {"fr": "x" if n < 39_999 else 5} for n in range(40_000)}},
        "unknown keys in many rows": {"answers": {"values": {"kind": "table", "rows": rows}}},
        "pointers into many parts": {"loose": twice, "extra": {f"/loose/l{n}/x": 1 for n in range(20_000)}},
        "a word without end": {"brand": {"name": "x" * 7 * 10**6}},
        "a text without end": {"answers": {"story": {"kind": "text", "text": {"fr": "*a* [b](c) " * 10**5}}}},
        "lines without end": {"answers": {"story": {"kind": "text", "text": {"fr": "- a\n\n" * 1_000_000}}}},
        "brackets without end": {"answers": {"story": {"kind": "text", "text": {"fr": "[" * 4 * 10**6}}}},
        "many languages": {"languages": ["fr", *(f"aa-{n:05}" for n in range(40_000))]},
    }  # fmt: skip


def _called(document: bytes) -> Iterator[Mutant]:
    """Yield archives with entries of other names than ours."""
    link = zipfile.ZipInfo("assets/link")
    link.external_attr = 0o120777 << 16
    names = (
        "../../evil",
        "/etc/passwd",
        "C:\\evil",
        "..\\evil",
        "assets/../../evil",
        "assets/",
        "a\0b",
        "é" * 5_000,
    )
    for name in names:
        yield Mutant(FORM, f"called {name[:20]!r}", packed(document, (name, b"x")))
    yield Mutant(FORM, "a link", packed(document, (link, b"/etc/passwd")))
    yield Mutant(FORM, "twice the document", _twice(document))


def _entries(document: bytes) -> Iterator[Mutant]:
    """Yield archives whose entries are packed, numbered or measured as none of ours is."""
    yield Mutant(FORM, "many entries", packed(document, *((f"x{n}", b"") for n in range(6_000))))
    yield Mutant(FORM, "many images", packed(document, *_images(4_000)))
    yield Mutant(FORM, "a large image", packed(document, (f"assets/{'a' * 64}.png", bytes(2**26))))
    for blob in (
        b"",
        b"x",
        zlib.compress(bytes(2**26), 9),
        zlib.compress(b"[" * 2**24, 9),
        zlib.compress(b"{}"),
    ):
        for index in (
            b"[]",
            _index(1),
            _index(1, when="²⁰²⁶"),
            _index(50_000),
            b"[{}]",
            b"{" * 10**5,
            bytes(2**20),
        ):
            more = (("history/index.json", index), (f"history/{'a' * 64}", blob))
            yield Mutant(FORM, "a history", packed(document, *more))
    for method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        yield Mutant(FORM, "packed otherwise", packed(document, method=method))
    whole = packed(document)
    yield Mutant(FORM, "one after the other", whole + whole)
    yield Mutant(FORM, "behind other bytes", b"#!/bin/sh\n" * 100 + whole)
    yield Mutant(FORM, "before other bytes", whole + bytes(2**20))
    yield Mutant(FORM, "twice the document", _twice(document))
    yield Mutant(
        FORM, "a size of its own", whole.replace(struct.pack("<I", len(document)), struct.pack("<I", 2**31))
    )


def _images(count: int) -> Iterator[tuple[str, bytes]]:
    for n in range(count):
        yield f"assets/{sha256(b'%d' % n).hexdigest()}.png", b"%d" % n


def _index(count: int, when: str = WHEN) -> bytes:
    return _json([{"id": "a" * 64, "when": when}] * count)


def _twice(document: bytes) -> bytes:
    """Return an archive with two documents, the second under a name that was changed afterwards."""
    return packed(document, ("document.jsox", b"{}")).replace(b"document.jsox", b"document.json")
