"""Where the resources are found, and how a bad one is told."""

import sys
from pathlib import Path

import pytest

from brandplatform import resources
from brandplatform.resources import ResourceError, path, preferred_language, read_toml


def test_the_checkout_is_found_from_the_package():
    assert path("i18n", "fr.toml").is_file()


def test_a_frozen_bundle_comes_first(tmp_path, monkeypatch):
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert path("icons") == tmp_path / "resources" / "icons"


def test_an_installed_package_finds_what_lies_inside_it(tmp_path, monkeypatch):
    package = tmp_path / "brandplatform"
    (package / "_resources").mkdir(parents=True)
    monkeypatch.setattr(resources, "__file__", str(package / "resources.py"))
    assert path("fonts") == (package / "_resources" / "fonts").resolve()


def in_bundle(root: Path, monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    (root / "resources").mkdir()
    (root / "resources" / "a.toml").write_bytes(content)
    monkeypatch.setattr(sys, "_MEIPASS", str(root), raising=False)


def test_a_toml_file_is_read_with_its_accents(tmp_path, monkeypatch):
    in_bundle(tmp_path, monkeypatch, "[a]\nb = 'é’\u202f!'\n".encode())
    assert read_toml("a.toml") == {"a": {"b": "é’\u202f!"}}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"a = 1\nb = = 2\n", r"a\.toml: .*line 2, column 5"),
        (b"a = '\xff'\n", r"a\.toml: byte 5 is not UTF-8"),
    ],
)
def test_a_mistake_is_told_with_file_place_and_reason(tmp_path, monkeypatch, content, reason):
    in_bundle(tmp_path, monkeypatch, content)
    with pytest.raises(ResourceError, match=reason):
        read_toml("a.toml")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"a = " + b"[" * 1_000 + b"]" * 1_000, "nested"),
        (b"a = " + b"9" * 5_000, "digits"),
        (b"#" + b"x" * resources.MOST_TOML, "larger than 2 MB"),
    ],
)
def test_what_would_hold_up_the_reader_is_a_mistake_like_any(tmp_path, monkeypatch, content, reason):
    in_bundle(tmp_path, monkeypatch, content)
    with pytest.raises(ResourceError, match=reason):
        read_toml("a.toml")


def test_a_file_of_the_most_bytes_is_read(tmp_path, monkeypatch):
    in_bundle(tmp_path, monkeypatch, b"#" + b"x" * (resources.MOST_TOML - 1))
    assert read_toml("a.toml") == {}


def test_a_missing_file_is_told_by_name():
    with pytest.raises(ResourceError, match=r"nowhere\.toml: it is missing"):
        read_toml("i18n", "nowhere.toml")


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({}, "en"),
        ({"BRANDPLATFORM_LANG": "fr"}, "fr"),
        ({"BRANDPLATFORM_LANG": "en", "LANG": "fr_FR.UTF-8"}, "en"),
        ({"BRANDPLATFORM_LANG": "tlh", "LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_BE@euro"}, "fr"),
        ({"LANG": "fr"}, "fr"),
        ({"LANG": "fr.UTF-8"}, "fr"),
        ({"LANG": "frp_FR.UTF-8"}, "en"),
        ({"LC_ALL": "en_GB.UTF-8", "LANG": "fr_FR.UTF-8"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "fr_CA", "LANG": "de_DE"}, "fr"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_language_is_the_one_asked_for_then_the_locale_then_english(environ, language):
    assert preferred_language(environ) == language
