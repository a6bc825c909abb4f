"""What the method may leave out and what not, and how its caps reach what good looks like.

The other mistakes in its files are in `tests/test_library.py`.
"""

from collections.abc import Mapping
from typing import Any

import pytest

from brandplatform import resources
from brandplatform.document.framework import FrameworkError
from brandplatform.document.library import Library, framework_from, theme_from

SAID = {"fr": "Le", "en": "The"}


def field(**changes: Any) -> dict[str, Any]:
    return {"id": "promise", "kind": "statement", "title": SAID, **changes}


def column(**changes: Any) -> dict[str, Any]:
    return {"id": "name", "kind": "text", "title": SAID, **changes}


def theme(**changes: Any) -> dict[str, Any]:
    return {"id": "promise", "purpose": SAID, "fields": [field()], **changes}


def framework(**changes: Any) -> dict[str, Any]:
    said = {"title": SAID, "subtitle": SAID}
    sections = [{"id": "promise", "theme": "promise", "fields": ["promise"], **said}]
    groups = [{"id": "all", "title": SAID, "sections": sections}]
    return {"id": "own", "version": 1, "title": SAID, "description": SAID, "groups": groups, **changes}


OPTION = {"id": "yes", "title": SAID}
CHOICE = column(kind="choice", options=[OPTION, OPTION])


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"fields": []}, "fields: a theme has one field at least"),
        ({"fields": [], "good": [{"fr": "{cap}", "en": "{cap}"}]}, "fields: a theme has one field at least"),
        ({"fields": [field(title={})]}, "fields[0].title: the text in “fr” is missing"),
        ({"fields": [field(help={**SAID, "de": "Der"})]}, "fields[0].help: “de” is none of fr, en"),
        ({"fields": [field(title={"fr": "Le", "de": "Der"})]}, "fields[0].title: “de” is none of fr, en"),
        ({"purpose": {"de": "Der"}}, "purpose: “de” is none of fr, en"),
        ({"good": [SAID, {"de": "Der"}]}, "good[1]: “de” is none of fr, en"),
        ({"fields": [field(kind="scale")]}, "fields[0]: “promise” is a scale: its columns"),
        ({"fields": [field(kind="choice")]}, "fields[0]: “promise” is a choice: its columns"),
        ({"fields": [field(ends={"low": SAID, "high": SAID})]}, "fields[0]: “promise” is a statement: its"),
        ({"fields": [field(kind="table", columns=[CHOICE])]}, "fields[0].columns[0].options: “yes” is there"),
        ({"purpose": None}, "purpose: Expected `object`, got `null`"),
        ({"questions": [{"id": "promise.q1", "ask": SAID}]}, "questions[0]: Object missing required field"),
    ],
)
def test_a_theme_that_could_not_be_shown_is_refused(wrong: Mapping[str, Any], said: str) -> None:
    with pytest.raises(FrameworkError) as refused:
        theme_from(theme(**wrong), "fields/promise.toml")
    assert str(refused.value).startswith(f"fields/promise.toml: {said}")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"version": "1"}, "version: Expected `int`, got `str`"),
        ({"title": {"en": "Own"}}, "title: the text in “fr” is missing"),
        ({"chapters": [{"sections": ["promise"], "title": {"fr": "Le"}}]}, "chapters[0].title: the text in"),
    ],
)
def test_a_framework_that_could_not_be_shown_is_refused(wrong: Mapping[str, Any], said: str) -> None:
    with pytest.raises(FrameworkError) as refused:
        framework_from(framework(**wrong), "frameworks/own.toml")
    assert str(refused.value).startswith(f"frameworks/own.toml: {said}")


def test_caps_fill_what_good_looks_like_in_each_language() -> None:
    capped = field(cap={"fr": 12, "en": 15})
    table = field(id="values", kind="table", columns=[column(cap={"fr": 4, "en": 5})])
    good = [{"fr": "{cap} mots, nom {cap:values.name}", "en": "{cap:promise} words, name {cap:values.name}"}]
    made = theme_from(theme(fields=[capped, table], good=good), "fields/promise.toml")
    assert made.ticks("fr") == ("12 mots, nom 4",)
    assert made.ticks("en") == ("15 words, name 5",)
    assert [made.cap(name, "fr") for name in ("values", "values.x", "x", "x.y")] == [None] * 4


def test_a_question_belongs_to_the_section_that_asks_it() -> None:
    question = {"id": "promise.q1", "ask": SAID, "why": SAID}
    files = {"own.toml": framework(), "promise.toml": theme(questions=[question, {**question, "id": "x.q1"}])}
    library = Library(lambda _, file: files[file], ("own",))
    own = library.framework("own")
    (section,) = own.sections
    assert own.section_of("promise.q4") is own.section_of("promise") is section
    assert own.section_of("motto.q1") is own.section_of("motto") is None
    assert [one.id for one in library.questions(section)] == ["promise.q1"]
    assert library.field(own, "motto") is None


def test_every_tick_that_comes_with_the_program_names_its_caps() -> None:
    library = Library(resources.read_toml, ("plateforme",))
    for section in library.framework("plateforme").sections:
        for language in ("fr", "en"):
            assert not any("{" in tick for tick in library.theme(section.theme).ticks(language))
