"""Files made to harm: whatever an archive holds, it opens or is refused, and what opens can be saved."""

import io
import json
import os
import random
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from msgspec.structs import replace

from brandplatform.document import edit
from brandplatform.document.model import Platform, Statement
from brandplatform.storage import codec, container
from brandplatform.storage.atomic import Protected, write_atomically
from brandplatform.storage.container import Kept
from brandplatform.storage.problems import Damaged, FileProblem, TooLarge
from tests.shipped import sample

NOW = "2026-11-25T09:00:00+00:00"
WHOLE = json.loads(codec.encode(sample()))


def decoded(text: str) -> Platform:
    """Read the example with one more key, given as JSON."""
    whole = json.dumps(WHOLE).removesuffix("}")
    return codec.decode(f"{whole}, {text}}}".encode())[0]


def test_whatever_bytes_of_its_headers_are_changed_a_file_opens_or_is_refused() -> None:
    data = container.pack(Kept(platform=sample()), "")
    signs = (b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06")
    heads = [at for at in range(len(data)) if data[at : at + 4] in signs]
    chance = random.Random(20261125)
    for _ in range(1500):
        changed = bytearray(data)
        at = min(chance.choice(heads) + chance.randrange(60), len(data) - 1)
        changed[at] = chance.choice((0, 255, chance.randrange(256)))
        with suppress(FileProblem):
            container.read(bytes(changed))


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_an_archive_packed_in_another_way_is_refused(method: int) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        archive.writestr("mimetype", container.MIMETYPE)
        archive.writestr("document.json", codec.encode(sample()))
    with pytest.raises(Damaged, match="packed"):
        container.read(packed.getvalue())


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ('"x": 1e999', "x: not a number"),
        ('"x": NaN', "x: not a number"),
        ('"x": "\\ud800"', "x: half a character"),
        ('"x": ["a", {"y": "\\udfff"}]', "x[1].y: half a character"),
        ('"\\ud800": 1', "half a character"),
        ('"x": ' + "[" * 300 + "]" * 300, "nested too deeply"),
        ('"x": ' + '{"a":' * 300 + "1" + "}" * 300, "nested too deeply"),
        ('"x": ' + "[" * 10**5 + "]" * 10**5, "nested too deeply"),
    ],
    ids=["infinity", "nan", "surrogate", "inside", "key", "lists", "objects", "very deep"],
)
def test_an_unknown_key_that_could_not_be_written_again_is_refused(key: str, reason: str) -> None:
    with pytest.raises(Damaged) as refused:
        decoded(key)
    assert reason in refused.value.place


def test_an_id_and_a_language_hold_no_line_break() -> None:
    for changes in ({"id": "ab\n"}, {"languages": ["fr\n"]}, {"notes": {"promise.q1\n": {"fr": "x"}}}):
        with pytest.raises(Damaged) as refused:
            codec.decode(json.dumps({**WHOLE, **changes}).encode())
        assert "regex" not in refused.value.place


def test_what_could_not_be_opened_again_is_not_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.brandplatform"
    kept = container.save(file, Kept(platform=sample()), "", NOW)
    before = file.read_bytes()
    monkeypatch.setattr(container, "MOST_DOCUMENT", 100_000)
    long = edit.write_text(kept.platform, "promise", Statement, "fr", "mot " * 30_000)
    with pytest.raises(TooLarge):
        container.save(file, replace(kept, platform=long), "", NOW)
    assert file.read_bytes() == before


def test_what_is_no_ordinary_file_is_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="ordinary"):
        write_atomically(pipe, b"new")
    assert list(tmp_path.iterdir()) == [pipe]
    assert pipe.is_fifo()


def test_a_file_that_is_protected_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"old")
    monkeypatch.setattr(
        os, "access", lambda _path, _mode: False
    )  # who runs the tests may be allowed everything
    with pytest.raises(Protected):
        write_atomically(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [tmp_path / "a"]


def test_a_folder_that_cannot_be_synced_is_no_refusal_once_the_file_is_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.open

    def no_folder(path: Path, flags: int, mode: int = 0o777) -> int:
        if path == tmp_path:
            raise PermissionError(13, "Permission denied")
        return real(path, flags, mode)

    monkeypatch.setattr(os, "open", no_folder)
    write_atomically(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_file_one_may_not_read_is_told_from_a_folder_one_may_not_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_arguments: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    with pytest.raises(FileProblem) as refused:
        container.load(tmp_path / "a.brandplatform")
    assert refused.value.key == "error.cannot_read"


@pytest.mark.parametrize("version", ["index.json", "../../evil", "abc\n", ""])
def test_a_version_is_named_by_nothing_but_a_hash(version: str) -> None:
    packed = io.BytesIO(container.pack(Kept(platform=sample()), ""))
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("history/index.json", json.dumps([{"id": version, "when": NOW}]))
    with pytest.raises(Damaged, match="not a list of versions"):
        container.read(packed.getvalue())
