"""A damaged platform: what can be read comes back, and what cannot is named by its place."""

import io
import json
import zipfile
import zlib
from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest
from msgspec.structs import replace

from brandplatform.document.model import Logo, Platform, Statement, Table
from brandplatform.incoming.markdown import from_archive
from brandplatform.publish.archive import archive
from brandplatform.resources import Words
from brandplatform.storage import codec, container
from brandplatform.storage.container import Kept
from brandplatform.storage.history import Moment, with_versions
from brandplatform.storage.problems import NotOurs, Ruined, TooNew
from brandplatform.storage.salvage import Salvaged, is_ours, salvaged
from tests.shipped import FRAMEWORK, LIBRARY, sample

IMAGE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
ASSET = f"{sha256(IMAGE).hexdigest()}.png"
WHEN = "2026-11-25T09:00:00+00:00"
BEFORE = replace(sample(), notes={})
NOW = replace(sample(), brand=replace(sample().brand, logo=Logo(asset=ASSET, alt={"fr": "Un épi"})))


def file(platform: Platform = NOW, *, text: bool = True) -> bytes:
    """Return a whole file: a document, an image, two versions."""
    history, versions = with_versions((), {}, [Moment(BEFORE, "2026-11-24T09:00:00+00:00")])
    history, versions = with_versions(history, versions, [Moment(platform, WHEN)])
    beside = archive(FRAMEWORK, LIBRARY, platform, Words("fr")) if text else ""
    kept = Kept(platform=platform, assets={ASSET: IMAGE}, history=history, versions=versions)
    return container.pack(kept, beside)


def remade(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """Return an archive whose entries were changed by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def alone(document: Any) -> bytes:
    """Return a file that holds a document and nothing beside it."""
    data = document if isinstance(document, bytes) else json.dumps(document).encode()

    def leave(parts: dict[str, bytes]) -> None:
        for name in [one for one in parts if one != "mimetype"]:
            del parts[name]
        parts["document.json"] = data

    return remade(file(), leave)


def saved(data: bytes) -> Salvaged:
    """Return what is left of a file; what comes back can be written and opened again."""
    found = salvaged(data, "plateforme", lambda text: from_archive(text, codec.plain))
    assert container.read(container.pack(found.kept, "")) == found.kept
    return found


def places(found: Salvaged) -> list[str]:
    """Return the places of what was lost."""
    return [one.place for one in found.lost]


def raw() -> dict[str, Any]:
    """Return the document as JSON that may be changed."""
    read: dict[str, Any] = json.loads(codec.encode(NOW))
    return read


def test_nothing_is_lost_of_a_file_that_is_whole() -> None:
    found = saved(file())
    assert found.lost == ()
    assert found.kept == container.read(file())


@pytest.mark.parametrize("sixteenth", range(2, 16))
def test_what_stands_before_a_cut_comes_back(sixteenth: int) -> None:
    data = file()
    found = saved(data[: len(data) * sixteenth // 16])
    whole = data.index(b"PK\x03\x04", data.index(b"document.json")) <= len(data) * sixteenth // 16
    assert found.lost
    if whole:
        assert replace(found.kept.platform, brand=NOW.brand) == NOW
    else:
        assert found.kept.platform.answers
        assert all(
            NOW.answers[name] == answer for name, answer in list(found.kept.platform.answers.items())[:-1]
        )


def test_a_file_whose_beginning_is_gone_is_still_ours() -> None:
    data = b"\0" * 60 + file()[60:]
    with pytest.raises(NotOurs):
        container.read(data)
    assert is_ours(data)
    assert saved(data).kept.platform == NOW


def test_a_document_that_is_gone_is_taken_from_the_newest_version() -> None:
    found = saved(remade(file(), lambda parts: parts.__delitem__("document.json")))
    assert found.kept.platform == NOW
    assert [(one.place, one.why) for one in found.lost] == [
        ("document.json", "missing"),
        ("document.json", f"taken from the version of {WHEN}"),
    ]


def test_a_document_that_is_gone_with_its_versions_is_taken_from_the_text_beside_it() -> None:
    def leave(parts: dict[str, bytes]) -> None:
        for name in [one for one in parts if one.startswith(("document", "history"))]:
            del parts[name]

    found = saved(remade(file(), leave))
    assert found.kept.platform == NOW
    assert found.lost[-1].why == "taken from platform.md"


def test_of_a_document_that_is_cut_and_an_older_version_the_fuller_one_is_taken() -> None:
    def harm(parts: dict[str, bytes]) -> None:
        newest = json.loads(parts["history/index.json"])[-1]["id"]
        parts.update(
            {"document.json": parts["document.json"][:3000], "platform.md": b"", f"history/{newest}": b"x"}
        )

    found = saved(remade(file(), harm))
    assert found.kept.platform == BEFORE
    assert len(found.kept.history) == 1


@pytest.mark.parametrize("wrong", [None, 5, "x", [], {"a": 1}, True, 10**400, [[[]]]], ids=repr)
def test_a_key_of_a_wrong_kind_is_taken_out_and_the_rest_comes_back(wrong: object) -> None:
    document = raw()
    document["answers"]["promise"]["text"]["fr"] = wrong
    if wrong == "x":
        document["answers"]["promise"]["text"] = wrong
    found = saved(alone(json.dumps(document)[:-1].encode() + b"}"))
    assert places(found)[0].startswith("answers.promise.text")
    promise = found.kept.platform.answers["promise"]
    assert isinstance(promise, Statement)
    assert "fr" not in promise.text
    others = {name: answer for name, answer in NOW.answers.items() if name != "promise"}
    assert {**found.kept.platform.answers, "promise": None} == {**others, "promise": None}


def test_a_document_without_its_name_its_method_or_its_languages_is_given_them() -> None:
    document = raw()
    document.update(id=5, framework="x", languages=["F R"], format="1")
    found = saved(alone(document))
    assert {"id", "framework.id", "languages"} & {*places(found), "framework.id"}
    assert found.kept.platform.framework.id == "plateforme"
    assert found.kept.platform.languages[0] == "fr"
    assert found.kept.platform.answers == NOW.answers


def test_two_rows_with_one_id_both_come_back() -> None:
    document = raw()
    rows = document["answers"]["values"]["rows"]
    rows.append({**rows[0]})
    found = saved(alone(document))
    table = found.kept.platform.answers["values"]
    assert isinstance(table, Table)
    assert len({row.id for row in table.rows}) == len(rows)
    assert table.rows[-1].cells == table.rows[0].cells
    assert "answers.values.rows" in places(found)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('"x": 1e999', "x"),
        ('"x": NaN', "x"),
        ('"loose": [{"id": "a", "text": "half \\ud800"}]', "loose[0].text"),
        ('"brand": {}, "brand": {"name": "Levain"}', "brand"),
        ('"x": ' + "[" * 10**5, "document.json"),
        ('"x": \x00', "document.json"),
    ],
)
def test_what_could_not_be_written_again_is_taken_out(text: str, place: str) -> None:
    document = {key: value for key, value in raw().items() if key not in ("loose", "brand")}
    found = saved(alone(f"{json.dumps(document)[:-1]}, {text}}}".encode()))
    assert place in places(found)
    assert found.kept.platform.answers == NOW.answers


def test_an_image_that_is_not_there_or_is_another_is_named() -> None:
    gone = saved(remade(file(), lambda parts: parts.__delitem__(f"assets/{ASSET}")))
    assert places(gone) == ["brand.logo"]
    assert gone.kept.platform.brand.logo is None
    other = saved(remade(file(), lambda parts: parts.update({f"assets/{ASSET}": b"x"})))
    assert places(other) == [f"assets/{ASSET}", "brand.logo"]
    assert other.kept.assets == {}


@pytest.mark.parametrize("blob", [b"", b"x", zlib.compress(b"{}"), zlib.compress(b"0" * 2**28)])
def test_a_version_that_is_not_what_its_name_says_is_left_out_and_named(blob: bytes) -> None:
    name = next(v.id for v in container.read(file()).history)
    found = saved(remade(file(), lambda parts: parts.update({f"history/{name}": blob})))
    assert places(found) == [f"history/{name}"]
    assert [version.when for version in found.kept.history] == [WHEN]
    assert found.kept.platform == NOW


def test_a_list_of_versions_that_cannot_be_read_is_named() -> None:
    found = saved(remade(file(), lambda parts: parts.update({"history/index.json": b"[5, {"})))
    assert places(found)[0] == "history/index.json"
    assert found.kept.platform == NOW


def test_a_damaged_file_of_a_newer_program_is_not_guessed_at() -> None:
    document = {**raw(), "format": 99, "readable_from": 99}
    with pytest.raises(TooNew):
        saved(alone(json.dumps(document)[:-200].encode()))


@pytest.mark.parametrize("data", [file()[:100], alone(b"{"), alone(b""), alone([1]), alone(b'{"format": 1}')])
def test_of_what_holds_nothing_it_is_said_that_nothing_can_be_read(data: bytes) -> None:
    with pytest.raises(Ruined):
        saved(data)
