"""What nobody writes, and some files hold: refused with a reason or kept as text, and soon."""

import io
import time
import zipfile

import pytest

from brandplatform.incoming import wordpackage
from brandplatform.incoming.passages import NotRead
from brandplatform.resources import LANGUAGES, Words
from tests.incoming.filing import brought
from tests.incoming.wordcount import counted, of_platform
from tests.incoming.wordmaking import W, bare, paragraph, with_parts

MOST_SECONDS = 3
"""Seconds of the processor for any document; the slowest here takes half of one."""

MILLION = 1_000_000
WIDE = '<w:tc><w:tcPr><w:gridSpan w:val="999"/></w:tcPr><w:p/></w:tc>'
DEEP_TABLE = ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")
TEXTS = {
    "closed brackets": "[a] " * 20_000,
    "open brackets of many paragraphs": ("[" * 200 + "\n\n") * 50,
    "items in items": "\n".join("  " * depth + "- x" for depth in range(40)),
    "quotes in quotes": "> " * 40 + "x",
    "open links": "[x](" * 20_000,
    "stars": "*a" * 100_000,
    "underscores": "_a" * 100_000,
    "backslashes": "\\" * 2 * MILLION,
    "angle brackets": "<" * 2 * MILLION,
    "comments": "<!--" * 400_000,
    "tags": "<a href='x'>" * 100_000,
    "tables of tables": "<table>" * 200_000,
    "entities": "&amp;" * 300_000,
    "one long word": "a" * 3_000,
    "one very long line": "mot " * 400_000,
    "labels": "Mission : x\n" * 15_000,
    "headings": "# Promesse\nx\n" * 9_000,
    "values": "# Valeurs\n" + "- Oser : dire non\n" * 15_000,
    "a huge table": "# Valeurs\n| Nom | Sens |\n|-|-|\n" + "| a | b |\n" * 9_000,
    "nothing": "",
    "control characters": "".join(map(chr, range(32))) * 1_000,
    "right to left": "\u202e" * 50_000,
    "traits": "# Personnalité\n- " + "x mais pas y " * 100_000,
    "commas": "# Valeurs\n" + "a, " * 400_000,
}
REFUSED = {
    "over the limit": (b"a" * (2 * 2**20 + 1), "too_long"),
    "lines without end": (b"a : b\n" * 300_000, "too_many"),
    "bars without end": (b"| a " * 400_000, "too_many"),
    "more open brackets": (b"[" * 201, "too_deep"),
    "many more open brackets": (b"[" * 2_000_000, "too_deep"),
    "open brackets line after line": (b"[\n" * 201, "too_deep"),
    "more items in items": ("\n".join("  " * depth + "- x" for depth in range(41)).encode(), "too_deep"),
    "more quotes in quotes": (b"> " * 41 + b"x", "too_deep"),
    "a PDF": (b"%PDF-1.7\n", "no_document"),
    "an image": (b"\x89PNG\r\n", "no_document"),
    "a .doc, or one with a password": (bytes.fromhex("D0CF11E0A1B11AE1") + b"x" * 1_000, "old_word"),
    "an archive of something else": (bare("", **{"word/document.xml": "<x/>"}), "no_document"),
    "a cut archive": (bare(paragraph("x"))[:300], "damaged"),
    "half of a character": (bare("<w:p><w:r><w:t>&#xD800;</w:t></w:r></w:p>"), "damaged"),
    "a control character": (bare("<w:p><w:r><w:t>&#1;</w:t></w:r></w:p>"), "damaged"),
    "tables in tables": (bare(DEEP_TABLE[0] * 200 + paragraph("x") + DEEP_TABLE[1] * 200), "damaged"),
    "elements in elements": (bare("<w:sdt>" * 100_000 + "</w:sdt>" * 100_000), "damaged"),
    "runs without end": (bare("<w:p>" + "<w:r><w:t>a</w:t></w:r>" * 400_000 + "</w:p>"), "too_many"),
    "cells without end": (bare(f"<w:tbl>{'<w:tr><w:tc><w:p/></w:tc></w:tr>' * 200_000}</w:tbl>"), "too_many"),
    "wide cells": (bare(f"<w:tbl><w:tr>{WIDE * 2_000}</w:tr></w:tbl>"), "too_many"),
}  # fmt: skip


def within_time(data: bytes | str) -> object:
    """Bring in a document, and fail when it takes long."""
    began = time.process_time()
    try:
        return brought(data)
    finally:
        assert time.process_time() - began < MOST_SECONDS


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_that_would_hold_up_a_parser_is_soon_kept(name: str) -> None:
    platform = within_time(TEXTS[name])
    if "<" not in TEXTS[name] and "&" not in TEXTS[name]:
        assert sum((counted(TEXTS[name]) - of_platform(platform)).values()) == 0


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_document_or_too_much_of_one_is_soon_refused(name: str) -> None:
    data, reason = REFUSED[name]
    with pytest.raises(NotRead) as refusal:
        within_time(data)
    assert refusal.value.reason == reason
    for language in LANGUAGES:
        assert Words(language)(f"error.import_{reason}", None, **refusal.value.values).count("\n") == 0


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfea",  # half a character
        b"un caf\x81",  # a byte that Windows does not use
        b"un caf\xe9\x00",
        "déjà vu ".encode() * 20 + b"caf\xe9",  # UTF-8 with one byte damaged
        "вкус хлеба".encode("cp1251"),
    ],
)
def test_a_text_of_another_encoding_is_no_text(data: bytes) -> None:
    with pytest.raises(UnicodeDecodeError):
        brought(data)


def entity(declared: str, code: str) -> bytes:
    """Return a Word file that declares something of its own."""
    text = (
        f'<?xml version="1.0" encoding="{code}"?><!DOCTYPE a [{declared}]><w:document xmlns:w="{W}"><w:body>'
        "<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
    )

    def declare(parts: dict[str, bytes]) -> None:
        parts["word/document.xml"] = text.encode(code)

    return with_parts(bare(""), declare)


@pytest.mark.parametrize("code", ["utf-8", "utf-16", "utf-16-be"])
@pytest.mark.parametrize("declared", ['<!ENTITY b "x">', '<!ENTITY b SYSTEM "file:///etc/hostname">'])
def test_a_file_that_declares_an_entity_is_refused(declared: str, code: str) -> None:
    with pytest.raises(NotRead, match="damaged"):
        brought(entity(declared, code))


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(*_arguments: object) -> None:
        raise AssertionError("it was unpacked")

    data = bare(paragraph("x"), **{"word/media/image1.png": "0" * 201 * 2**20})
    monkeypatch.setattr(zipfile.ZipFile, "open", opened)
    with pytest.raises(NotRead, match="too_large"):
        within_time(data)


def test_a_part_that_is_longer_than_it_declares_is_refused() -> None:
    data = bytearray(bare(paragraph("x" * 5_000)))
    at = data.rindex(b"word/document.xml") - 46
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    with pytest.raises(NotRead, match="damaged"):
        brought(bytes(data))


def test_a_part_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordpackage, "MOST_PART", 10_000)
    with pytest.raises(NotRead, match="too_large"):
        brought(bare(paragraph("x" * 20_000)))


def test_an_archive_of_too_many_parts_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number in range(10_001):
            archive.writestr(str(number), "")
    with pytest.raises(NotRead, match="too_large"):
        within_time(buffer.getvalue())


def test_styles_based_on_each_other_and_nested_text_boxes_end() -> None:
    boxes = "<w:p><w:r><w:pict><w:txbxContent>" * 40, "</w:txbxContent></w:pict></w:r></w:p>" * 40
    platform = within_time(bare(boxes[0] + paragraph("x") + boxes[1]))
    assert of_platform(platform) == {"x": 1}
