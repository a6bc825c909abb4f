"""The caps of a platform's file: at each it opens, over it is refused; the largest honest one is within."""

import io
import json
import zipfile
import zlib
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from brandplatform.document.model import Loose, Row, Table
from brandplatform.document.strictjson import MOST, parsed
from brandplatform.storage import codec, container
from brandplatform.storage.container import Kept
from brandplatform.storage.problems import Damaged, TooLarge
from brandplatform.storage.unpacking import inflated
from tests.shipped import fields, sample

WHEN = "2026-11-25T09:00:00+00:00"
ROWS = 5_000


def packed(**more: bytes) -> bytes:
    """Return the file of the example with other entries."""
    made = io.BytesIO(container.pack(Kept(platform=sample()), ""))
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, data in more.items():
            archive.writestr(name.replace("__", "/"), data)
    return made.getvalue()


def documented(size: int) -> bytes:
    """Return a document of so many bytes."""
    whole = codec.encode(sample())
    return whole + b" " * (size - len(whole))


def image(size: int) -> dict[str, bytes]:
    """Return an image of so many bytes as an entry."""
    data = bytes(size)
    return {f"assets__{sha256(data).hexdigest()}.png": data}


def test_the_largest_platform_anybody_writes_opens_and_is_saved(tmp_path: Path) -> None:
    tables = [field for field in fields() if field.kind == "table"]
    said = "Une phrase, longue comme on en écrit ; l’autre langue en a une aussi."
    rows: dict[str, Any] = {}
    for field in tables:
        cells = {c.id: {"fr": said, "en": said} if c.by_language else "2027" for c in field.columns}
        rows[field.id] = Table(
            rows=tuple(Row(id=f"r{n}", cells=cells) for n in range(ROWS // len(tables) + 1))
        )
    large = replace(sample(), answers={**sample().answers, **rows})
    container.save(tmp_path / "a", Kept(platform=large), "", WHEN)
    assert container.load(tmp_path / "a").platform == large


def test_a_document_of_the_most_bytes_is_read_and_not_one_more() -> None:
    assert codec.decode(documented(codec.MOST_BYTES))[0] == sample()
    with pytest.raises(Damaged, match="larger than 8 MB"):
        codec.decode(documented(codec.MOST_BYTES + 1))


def test_json_is_read_in_so_many_parts_and_not_one_more() -> None:
    assert len(parsed("[" + "0," * (MOST - 1) + "0]")) == MOST
    with pytest.raises(ValueError, match="in more than 200000 parts"):
        parsed("[" + "0," * MOST + "0]")


def test_what_would_have_more_parts_than_are_read_is_not_saved(tmp_path: Path) -> None:
    aside = tuple(Loose(id=f"l{n}", text="x") for n in range(MOST // 4 + 1))
    with pytest.raises(TooLarge):
        container.save(tmp_path / "a", Kept(platform=replace(sample(), loose=aside)), "", WHEN)
    assert list(tmp_path.iterdir()) == []


def test_what_would_have_more_parts_once_written_is_not_opened() -> None:
    whole = json.loads(codec.encode(sample()))
    whole["answers"]["values"] = {"kind": "table", "rows": [{"id": f"r{n}"} for n in range(40_000)]}
    with pytest.raises(Damaged, match="parts"):
        codec.decode(json.dumps(whole).encode())


def entries(count: int) -> dict[str, bytes]:
    """Return so many entries, with the three there are."""
    return {f"x{n}": b"" for n in range(count - 3)}


@pytest.mark.parametrize(
    ("most", "over"),
    [
        (image(container.MOST_ASSET), image(container.MOST_ASSET + 1)),
        ({"x": bytes(codec.MOST_BYTES + 1)}, {"history__index.json": bytes(codec.MOST_BYTES + 1)}),
        ({"x": bytes(container.MOST_UNPACKED - 2**20)}, {"x": bytes(container.MOST_UNPACKED)}),
        (entries(container.MOST_ENTRIES), entries(container.MOST_ENTRIES + 1)),
    ],
    ids=["image", "list of versions", "all together", "entries"],
)  # fmt: skip
def test_up_to_a_cap_a_file_opens_and_over_it_is_refused(
    most: dict[str, bytes], over: dict[str, bytes]
) -> None:
    assert container.read(packed(**most)).platform == sample()
    with pytest.raises(Damaged, match=r"larger than|unpacks to more|more than"):
        container.read(packed(**over))


def test_a_list_of_more_versions_than_anybody_keeps_is_refused() -> None:
    one = {"id": "a" * 64, "when": WHEN}
    index = json.dumps([one] * container.MOST_VERSIONS).encode()
    more = json.dumps([one] * (container.MOST_VERSIONS + 1)).encode()
    blob = {f"history__{'a' * 64}": b"x"}
    assert (
        len(container.read(packed(**blob, **{"history__index.json": index})).history)
        == container.MOST_VERSIONS
    )
    with pytest.raises(Damaged, match="versions"):
        container.read(packed(**blob, **{"history__index.json": more}))


def test_compressed_bytes_are_unpacked_up_to_a_limit() -> None:
    data = zlib.compress(bytes(1_000))
    assert inflated(data, 1_000) == bytes(1_000)
    with pytest.raises(ValueError, match="larger"):
        inflated(data, 999)
    with pytest.raises(ValueError, match="damaged"):
        inflated(data[:-5], 1_000)
