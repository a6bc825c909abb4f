"""The file: what it holds comes back; what is damaged, foreign or newer is refused in one sentence."""

import io
import json
import zipfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from brandplatform import resources
from brandplatform.document import edit
from brandplatform.document.model import FORMAT, Conflict, Logo, Platform, Statement, new_platform
from brandplatform.storage import codec, container
from brandplatform.storage.container import Kept
from brandplatform.storage.problems import Damaged, FileProblem, NotOurs, TooNew

NOW = "2026-11-23T09:00:00+00:00"


@pytest.fixture
def sample() -> Platform:
    return codec.decode(resources.path("samples", "maison-levain.json").read_bytes())[0]


def repacked(data: bytes, changes: dict[str, bytes | None]) -> bytes:
    """Return the archive with entries replaced, added, or (None) taken out."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            if name not in changes:
                new.writestr(old.getinfo(name), old.read(name))
        for name, content in changes.items():
            if content is not None:
                new.writestr(name, content)
    return buffer.getvalue()


def with_document(data: bytes, **changes: Any) -> bytes:
    """Return the archive with keys of its document replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        raw = json.loads(archive.read("document.json"))
    return repacked(data, {"document.json": json.dumps({**raw, **changes}).encode()})


def test_what_is_saved_is_read_back_equal(tmp_path: Path, sample: Platform) -> None:
    image = b"\x89PNG not really"
    name = f"{sha256(image).hexdigest()}.png"
    platform = edit.rebrand(sample, logo=Logo(asset=name))
    kept = Kept(platform=platform, assets={name: image})
    file = tmp_path / "levain.brandplatform"
    saved = container.save(file, kept, "# Maison Levain", NOW)
    assert container.load(file) == saved
    assert saved.platform == platform
    assert saved.assets == {name: image}


def test_the_archive_begins_with_its_type_and_can_be_read_by_anyone(sample: Platform) -> None:
    data = container.pack(Kept(platform=sample), "# Maison Levain\n")
    assert data[30:38] == b"mimetype"
    assert data[38 : 38 + len(container.MIMETYPE)] == container.MIMETYPE
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read("platform.md") == b"# Maison Levain\n"
        assert "Demain à sept heures" in archive.read("document.json").decode()


def test_the_same_platform_gives_the_same_bytes(sample: Platform) -> None:
    assert container.pack(Kept(platform=sample), "x") == container.pack(Kept(platform=sample), "x")


def test_saves_within_ten_minutes_keep_the_first_and_the_last(tmp_path: Path) -> None:
    file = tmp_path / "a.brandplatform"
    kept = Kept(platform=new_platform("plateforme", "fr"))
    for minute, text in enumerate(("un", "deux", "trois", "quatre")):
        platform = edit.write_text(kept.platform, "promise", Statement, "fr", text)
        kept = container.save(
            file,
            Kept(platform=platform, history=kept.history, versions=kept.versions),
            "",
            NOW[:14] + f"{minute:02}:00+00:00",
        )
    later = edit.write_text(kept.platform, "promise", Statement, "fr", "cinq")
    kept = container.save(
        file,
        Kept(platform=later, history=kept.history, versions=kept.versions),
        "",
        "2026-11-23T10:00:00+00:00",
    )
    assert [version.when[11:16] for version in kept.history] == ["09:00", "09:03", "10:00"]
    assert set(kept.versions) == {version.id for version in kept.history}


def test_unknown_keys_are_kept_wherever_they_stand_and_written_back(sample: Platform) -> None:
    raw = json.loads(codec.encode(sample))
    raw["invented"] = {"a": [1, 2]}
    raw["brand"]["motto/2"] = None
    raw["answers"]["values"]["rows"][1]["shade"] = "blue"
    read, writable = codec.decode(json.dumps(raw).encode())
    assert writable
    assert set(read.extra) == {"/invented", "/brand/motto~12", "/answers/values/rows/r2/shade"}
    assert json.loads(codec.encode(read)) == raw


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        (
            {"answers": {"promise": {"kind": "statement", "text": {"fr": 3}}}},
            "answers.promise.text.fr: expected text, found a number",
        ),
        ({"answers": {"promise": {"kind": "poem"}}}, "answers.promise.kind"),
        ({"languages": []}, "languages"),
        ({"brand": {"logo": 3}}, "brand.logo: expected an object"),
        (
            {"answers": {"v": {"kind": "table", "rows": [{"id": "a"}, {"id": "a"}]}}},
            "answers.v.rows: two parts have the id “a”",
        ),
        ({"notes": {"a b": {"fr": "x"}}}, "notes"),
        ({"format": "one"}, "format"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_damaged_document_names_the_place(sample: Platform, changes: dict[str, Any], place: str) -> None:
    data = with_document(container.pack(Kept(platform=sample), ""), **changes)
    with pytest.raises(Damaged) as caught:
        container.read(data)
    assert caught.value.place.startswith(place)


def test_a_newer_file_that_can_be_read_is_read_but_not_written(sample: Platform) -> None:
    data = with_document(
        container.pack(Kept(platform=sample), ""), format=FORMAT + 1, readable_from=FORMAT, later=1
    )
    kept = container.read(data)
    assert not kept.writable
    assert kept.platform.answers == sample.answers


def test_a_newer_file_that_cannot_be_read_is_too_new(sample: Platform) -> None:
    data = container.pack(Kept(platform=sample), "")
    with pytest.raises(TooNew):
        container.read(with_document(data, format=FORMAT + 1, readable_from=FORMAT + 1))


def test_a_logo_that_waits_in_a_conflict_stays_in_the_file(sample: Platform, tmp_path: Path) -> None:
    image = b"\x89PNG theirs"
    name = f"{sha256(image).hexdigest()}.png"
    conflict = Conflict(id="c1", path=("brand", "logo", "asset"), ours="a.png", theirs=name)
    kept = Kept(platform=replace(sample, conflicts=(conflict,)), assets={name: image, "b.png": b"old"})
    saved = container.save(tmp_path / "a.brandplatform", kept, "", NOW)
    assert saved.assets == {name: image}


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"%PDF-1.7", b"plain text" * 100], ids=["empty", "stub", "pdf", "text"]
)
def test_what_is_not_ours_is_said_to_be_not_ours(data: bytes) -> None:
    with pytest.raises(NotOurs):
        container.read(data)


def test_another_archive_is_not_ours() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(NotOurs):
        container.read(buffer.getvalue())


def test_an_entry_that_stands_twice_is_refused(sample: Platform) -> None:
    buffer = io.BytesIO(container.pack(Kept(platform=sample), ""))
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("document.json", "{}")
    with pytest.raises(Damaged, match="stands twice"):
        container.read(buffer.getvalue())


def test_an_archive_that_unpacks_too_large_is_refused_before_it_is_unpacked(
    sample: Platform, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = repacked(container.pack(Kept(platform=sample), ""), {"assets/bomb.png": bytes(3_000_000)})
    monkeypatch.setattr(container, "MOST_UNPACKED", 2_000_000)
    with pytest.raises(Damaged, match="unpacks to more"):
        container.read(data)


def test_an_image_that_is_not_what_its_name_says_is_refused(sample: Platform) -> None:
    data = repacked(container.pack(Kept(platform=sample), ""), {f"assets/{'0' * 64}.png": b"x"})
    with pytest.raises(Damaged, match="not what its name says"):
        container.read(data)


def test_a_document_nested_too_deeply_is_refused(sample: Platform) -> None:
    deep = b'{"format":1,"framework":' + b"[" * 100_000 + b"]" * 100_000 + b"}"
    data = repacked(container.pack(Kept(platform=sample), ""), {"document.json": deep})
    with pytest.raises(Damaged):
        container.read(data)


@pytest.mark.parametrize("step", range(0, 100, 3))
def test_a_truncated_or_flipped_file_is_refused_and_never_crashes(sample: Platform, step: int) -> None:
    data = container.pack(Kept(platform=sample), "")
    at = len(data) * step // 100
    with pytest.raises(FileProblem):
        container.read(data[:at])
    flipped = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
    with suppress(FileProblem):  # many a flipped bit harms nothing
        container.read(flipped)
