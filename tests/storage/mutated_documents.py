"""Documents changed on purpose: archives, strangers' texts and Word files, PDFs, TOML; images, PNG and JPEG.

Owns what is particular to each of these formats.
"""

import base64
import random
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from brandplatform.publish.archive import archive
from brandplatform.publish.output import Form, Wish, composed, written
from brandplatform.publish.wordxml import solid
from brandplatform.resources import Words, path
from brandplatform.storage import codec
from tests.incoming.test_strangers import DOCUMENTS, data_of
from tests.incoming.wordmaking import W, bare, paragraph, with_part, with_parts
from tests.mutants import Mutant, damaged, encoded
from tests.shipped import FRAMEWORK, LIBRARY, sample
from tests.storage.mutated_platforms import platform

PNG: Final = solid("#AA3311")
JPEG: Final = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEAZABkAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////"
    "////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////"
    "////////////wAARCAAIAAgDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUF"
    "BAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVW"
    "V1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi"
    "4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAEC"
    "AxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVm"
    "Z2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq"
    "8vP09fb3+Pn6/9oADAMBAAIRAxEAPwCKiiioNj//2Q=="
)
"""A picture of eight by eight pixels."""

_LAUGHS: Final = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 40))
_ENTITIES: Final = (
    '<!DOCTYPE a [<!ENTITY a "x">',
    '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">',
    '<!DOCTYPE a SYSTEM "http://127.0.0.1:1/x.dtd"[',
    '<!DOCTYPE a [<!ENTITY % p SYSTEM "file:///dev/zero"> %p;',
    f'<!DOCTYPE a [<!ENTITY a0 "ha">{_LAUGHS}<!ENTITY a "&a39;">',
)


def archives(chance: random.Random, count: int) -> Iterator[Mutant]:
    """Yield changed archives in Markdown."""
    text = archive(FRAMEWORK, LIBRARY, platform(), Words("fr"))
    yield from damaged("archive", text.encode(), chance, count)
    yield from encoded("archive", text)
    block = text[: text.rindex("[\n")]
    table = "<!-- bp:values lang=fr columns=name,meaning -->\n\n| a | b |\n| - | - |\n"
    for kind, changed in {
        "data is deep": block + "[" * 10**5 + "\n```", "data is an object": block + "{}\n```",
        "data is huge": block + "[" + "[]," * 10**6 + "[]]\n```",
        "a path of one key": block + '[[["id"], 5], [["framework"], "x"]]\n```',
        "a path into a text": text.replace("[\n[[", '[\n[["id", "x"], "y"],\n[[', 1),
        "paths of every kind": text.replace("[\n[[", '[\n[[null, 5, {}], "y"],\n[[', 1),
        "no data": block, "data twice": text + text[len(block) :],
        "marks without end": text + "<!-- bp:promise lang=fr -->\n" * 50_000,
        "closing marks without end": text + "x\n<!-- /bp -->\n" * 50_000,
        "rows added without end": text + table + "| a | b |\n" * 60_000,
        "bars without end": text + table + "|" * 10**6,
        "drafts of nothing": text + "<!-- bp:promise.drafts[x] lang=fr -->\n\nx\n\n<!-- /bp -->\n" * 5_000,
        "numbers of characters": text.replace("<br>", "&#9999999;&#55296;&#0;"),
        "infinity": text.replace('"fr"', "1e999", 3), "a long number": text.replace('"fr"', "9" * 10**5, 1),
        "half a character": text.replace('"fr"', '"\\ud800"', 3),
    }.items():  # fmt: skip
        yield Mutant("archive", kind, changed.encode())


def strangers(chance: random.Random, count: int) -> Iterator[Mutant]:
    """Yield changed texts of other people."""
    files = [file for file in DOCUMENTS if file.suffix == ".md"]
    for file in chance.sample(files, min(count, len(files))):
        yield from damaged("stranger", file.read_bytes(), chance, max(1, count // len(files)))
    yield from encoded("stranger", files[0].read_text(encoding="utf-8"))
    for n in (39, 40, 41, 4_000):
        yield Mutant("stranger", f"{n} quotes", b"> " * n + b"x")
        yield Mutant(
            "stranger", f"{n} items", "\n".join("  " * d + "- x" for d in range(min(n, 900))).encode()
        )
    for n in (200, 201, 10**6):
        yield Mutant("stranger", f"{n} brackets", b"[" * n)
    for n in (2 * 2**20, 2 * 2**20 + 1):
        yield Mutant("stranger", f"{n} bytes", b"mot " * (n // 4) + b"x" * (n % 4))
    for sign in (
        "*a",
        "_",
        "`",
        "<!--",
        "](",
        "|",
        "\\",
        "&amp;",
        "- [ ] ",
        "# x\n",
        "1. x\n\n",
        "a\tb",
        "\u202e",
        "<b>",
    ):
        yield Mutant("stranger", f"{sign!r} without end", sign.encode() * (500_000 // len(sign)))


def words(chance: random.Random, count: int) -> Iterator[Mutant]:
    """Yield changed Word files: other people's, ours, and some made to harm."""
    ours = written(
        composed(platform(), LIBRARY, Wish("docx", "fr"), "2026-11-25"), Wish("docx", "fr"), {}
    ).data
    files = [file for file in DOCUMENTS if file.suffix == ".word"]
    yield from damaged("docx", ours, chance, count)
    for file in chance.sample(files, min(2, len(files))):
        yield from damaged("docx", data_of(file), chance, count)
        for part in ("word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels", "_rels/.rels"):
            yield from _with_damaged(data_of(file), part, chance, max(1, count // 4))
    yield from _word_to_harm()


def _with_damaged(data: bytes, part: str, chance: random.Random, count: int) -> Iterator[Mutant]:
    """Yield a Word file one part of which is changed, its archive being sound."""
    whole: dict[str, bytes] = {}
    with_parts(data, whole.update)
    for one in damaged("docx", whole[part], chance, count):
        yield one._replace(kind=f"{part}: {one.kind}", data=_with(data, part, one.data))


def _with(data: bytes, part: str, content: bytes) -> bytes:
    return with_parts(data, lambda parts: parts.update({part: content}))


def _word_to_harm() -> Iterator[Mutant]:
    body = paragraph("Notre mission") + paragraph("Chaud à sept heures.")
    for declared in _ENTITIES:
        root = f'<w:document xmlns:w="{W}"><w:body>{body}&a;</w:body></w:document>'
        text = f'<?xml version="1.0"?>{declared}]>{root}'
        for code in ("utf-8", "utf-16", "utf-16-be", "utf-7"):
            yield Mutant("docx", "an entity", _with(bare(body), "word/document.xml", text.encode(code)))
            yield Mutant(
                "docx", "an entity in relations", _with(bare(body), "_rels/.rels", text.encode(code))
            )
    for part in ("../../evil", "/etc/passwd", "word/../../../evil", "word/vbaProject.bin"):
        yield Mutant("docx", f"a part {part}", _with(bare(body), part, b"x" * 100))
    yield Mutant("docx", "a macro", with_part(ours_bare(), "vbaProject.bin", "vbaProject", "x"))
    yield Mutant("docx", "a document inside", with_part(ours_bare(), "a.html", "aFChunk", "<p>x</p>"))
    yield Mutant("docx", "zeros", _with(bare(body), "word/document.xml", bytes(2**26)))
    yield Mutant("docx", "a picture of zeros", _with(bare(body), "word/media/a.png", bytes(2**27)))
    for inside in (
        paragraph("x") * 100_000,
        "<w:p>" * 5_000,
        "<w:tbl><w:tr><w:tc>" * 1_000,
        "<w:r/>" * 600_000,
    ):
        yield Mutant("docx", f"{inside[:9]} without end", bare(inside))
    links = "".join(f'<Relationship Id="x{n}" Type="t/header" Target="h.xml"/>' for n in range(50_000))
    rels = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'
    yield Mutant(
        "docx",
        "relations without end",
        bare(body, **{"word/_rels/document.xml.rels": rels, "word/h.xml": "<h/>"}),
    )


def ours_bare() -> bytes:
    """Return a small Word file that has relations."""
    return data_of(next(file for file in DOCUMENTS if file.suffix == ".word"))


def pdfs(chance: random.Random, count: int) -> Iterator[Mutant]:
    """Yield changed PDFs of ours, and what they take along changed inside them."""
    form: Form = "pdf"
    document = composed(platform(), LIBRARY, Wish(form, "fr"), "2026-11-25")
    attached = codec.encode(platform())
    yield from damaged("pdf", written(document, Wish(form, "fr"), {}, attached).data, chance, count)
    few = composed(sample(), LIBRARY, Wish(form, "fr"), "2026-11-25")
    for one in (
        b"",
        b"{",
        b"[" * 10**6,
        attached[:-100],
        attached + b"x",
        b'{"format": 99, "framework": {}}',
        bytes(2**24),
    ):
        yield Mutant("pdf", "another platform inside", written(few, Wish(form, "fr"), {}, one).data)
    for kind, data in {"nothing": b"%PDF-", "open objects": b"%PDF-1.7\n" + b"1 0 obj\n<<" * 10**5,
                       "deep": b"%PDF-1.7\n1 0 obj\n" + b"[" * 10**6}.items():  # fmt: skip
        yield Mutant("pdf", kind, data)


def tomls(chance: random.Random, count: int) -> Iterator[Mutant]:
    """Yield changed TOML."""
    for name in ("synonyms.toml", "i18n/fr.toml"):
        data = path(*name.split("/")).read_bytes()
        yield from damaged("toml", data, chance, count)
        yield from encoded("toml", data.decode())
    for kind, text in {
        "deep lists": "a = " + "[" * 10**5, "closed deep lists": "a = " + "[" * 400 + "]" * 400,
        "deep tables": "a = " + "{a=" * 10**4, "deep keys": ".".join("a" * 10**4) + " = 1",
        "a long number": "a = " + "9" * 10**6, "infinity": "a = 1e999", "a date": "a = 9999-99-99",
        "tables without end": "[[a]]\n" * 300_000, "an open text": 'a = """' + "x" * 10**6,
        "two megabytes": "#" + "x" * (2 * 2**20 - 1), "one more": "#" + "x" * 2 * 2**20,
    }.items():  # fmt: skip
        yield Mutant("toml", kind, text.encode())


def images(chance: random.Random, count: int) -> Iterator[Mutant]:
    """Yield changed images, and some that say they are larger than any."""
    for form, data in (("png", PNG), ("jpeg", JPEG)):
        yield from damaged(form, data, chance, count)
    for width, height in (
        (8_000, 5_000),
        (8_000, 5_001),
        (2**31 - 1, 2**31 - 1),
        (0, 1),
        (1, 0),
        (40_000_001, 1),
    ):
        yield Mutant("png", f"{width} by {height}", png(width, height))
        size = struct.pack(">HH", height & 0xFFFF, width & 0xFFFF)
        at = JPEG.index(b"\xff\xc0") + 5
        yield Mutant("jpeg", f"{width} by {height}", JPEG[:at] + size + JPEG[at + 4 :])
    yield Mutant("png", "a bomb", png(8_000, 5_000, zlib.compress(bytes(2**27), 9)))
    yield Mutant("jpeg", "marks without end", b"\xff\xd8" + b"\xff\xe0\0\2" * 10**6)
    yield Mutant("jpeg", "marks of no length", b"\xff\xd8" + b"\xff\xe0\0\0" * 10**6)


def png(width: int, height: int, pixels: bytes = b"", bits: int = 8) -> bytes:
    """Return a PNG that says its size, whatever it shows."""
    head = struct.pack(">IIBBBBB", width, height, bits, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(*one) for one in ((b"IHDR", head), (b"IDAT", pixels), (b"IEND", b""))
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def file_of(mutant: Mutant, folder: Path) -> Path:
    """Write a mutant under a name of its format and return it."""
    suffixes = {"archive": "md", "stranger": "md", "jpeg": "jpg"}
    file = folder / f"mutant.{suffixes.get(mutant.form, mutant.form)}"
    file.write_bytes(mutant.data)
    return file
