"""The method is read when it is first asked for, and a mistake in it is told with file, key and reason."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

from brandplatform.document.framework import FrameworkError
from brandplatform.document.library import Library, framework_from, theme_from
from brandplatform.resources import read_toml


def both(text: str) -> Mapping[str, str]:
    return {"fr": text, "en": text}


def field(**more: Any) -> Mapping[str, Any]:
    return {"id": "promise", "kind": "statement", "title": both("Promise"), **more}


def question(name: str) -> Mapping[str, Any]:
    return {"id": name, "ask": both("Who?"), "why": both("Somebody.")}


def column(**more: Any) -> Mapping[str, Any]:
    return {"id": "name", "kind": "text", "title": both("Name"), **more}


def section(name: str = "promise", *fields: str) -> Mapping[str, Any]:
    said = {"title": both(name), "subtitle": both(name)}
    return {"id": name, "theme": "promise", "fields": list(fields), **said}


OPTION = {"id": "lived", "title": both("Lived")}
THEMES = [
    ({"fields": [field(titel=both("Promise"))]}, r"fields\[0\]: .*unknown field `titel`"),
    ({"fields": [field(kind="sentence")]}, r"fields\[0\]\.kind: Invalid enum value 'sentence'"),
    ({"fields": [field(cap={"fr": "23", "en": 20})]}, r"fields\[0\]\.cap\[\.\.\.\]: Expected `int`"),
    ({"fields": [field(cap={"fr": 23})]}, r"fields\[0\]\.cap: the text in “en” is missing"),
    ({"fields": [field(title={"fr": "Promesse", "en": " "})]}, r"fields\[0\]\.title: .*“en” is missing"),
    ({"fields": [field(), field()]}, "fields: “promise” is there twice"),
    ({"fields": [field(kind="table")]}, r"fields\[0\]: “promise” is a table: its columns"),
    ({"fields": [field(kind="table", columns=[column(), column()])]}, r"fields\[0\]\.columns: “name” is"),
    ({"fields": [field(kind="choice", options=[OPTION, OPTION])]}, r"fields\[0\]\.options: “lived” is"),
    ({"fields": [field(kind="table", columns=[column(kind="choice")])]}, r"fields\[0\]\.columns\[0\]: opt"),
    ({"fields": [field(id="promise.q1")]}, r"fields\[0\]\.id: “promise\.q1” reads as a question"),
    ({"questions": [question("promise.1")]}, r"questions\[0\]\.id: “promise\.1” is not SECTION\.qN"),
    ({"questions": [question("promise.q1")] * 2}, r"questions: “promise\.q1” is there twice"),
    ({"good": [both("{cap} words")]}, r"good\[0\]\.fr: \{cap\} names no cap"),
    ({"good": [both("{cap:mission} words")]}, r"good\[0\]\.fr: \{cap:mission\} names no cap"),
]  # fmt: skip
FRAMEWORKS = [
    ([section(), section()], [], "groups: “promise” is there twice"),
    ([section()], [{"sections": ["proof"]}], r"chapters\[0\]\.sections: there is no section “proof”"),
    ([section(), section("proof")], [{"sections": ["promise", "proof"]}], r"chapters\[0\]: .*wants a title"),
]


@pytest.mark.parametrize(("wrong", "told"), THEMES)
def test_a_mistake_in_a_theme_is_told_with_file_key_and_reason(wrong: Mapping[str, Any], told: str) -> None:
    theme = {"id": "promise", "purpose": both("What is promised"), "fields": [field()], **wrong}
    with pytest.raises(FrameworkError, match=rf"^fields/promise\.toml: {told}"):
        theme_from(theme, "fields/promise.toml")


def framework(sections: list[Any], chapters: list[Any]) -> Mapping[str, Any]:
    group = {"id": "all", "title": both("All"), "sections": sections}
    said = {"title": both("Ours"), "description": both("Ours")}
    return {"id": "ours", "version": 1, "groups": [group], "chapters": chapters, **said}


@pytest.mark.parametrize(("sections", "chapters", "told"), FRAMEWORKS)
def test_a_mistake_in_a_framework_is_told_with_file_key_and_reason(
    sections: list[Any], chapters: list[Any], told: str
) -> None:
    with pytest.raises(FrameworkError, match=rf"^frameworks/ours\.toml: {told}"):
        framework_from(framework(sections, chapters), "frameworks/ours.toml")


def test_a_field_that_no_theme_defines_is_told_with_its_section() -> None:
    def read(folder: str, file: str) -> Mapping[str, Any]:
        if folder == "frameworks":
            return framework([section("promise", "promise", "pormise")], [])
        return {"id": "promise", "purpose": both("What is promised"), "fields": [field()]}

    library = Library(read, ("ours",))
    (shown,) = library.framework("ours").sections
    with pytest.raises(FrameworkError, match=re.escape("promise: fields/promise.toml defines no “pormise”")):
        library.fields(shown)


def test_a_file_is_read_when_it_is_first_asked_for_and_once() -> None:
    asked: list[str] = []

    def read(folder: str, file: str) -> Mapping[str, Any]:
        asked.append(f"{folder}/{file}")
        return read_toml(folder, file)

    library = Library(read, ("plateforme",))
    assert asked == []
    library.theme("promise")
    library.field(library.framework("plateforme"), "promise")
    library.theme("promise")
    assert asked == ["fields/promise.toml", "frameworks/plateforme.toml"]


def test_a_framework_there_is_not_is_told_by_name() -> None:
    with pytest.raises(FrameworkError, match="ours: there is no framework of this name"):
        Library(read_toml, ("plateforme",)).framework("ours")
