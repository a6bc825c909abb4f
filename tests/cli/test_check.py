"""check on the command line: what it says, in which order, and its exit status."""

import json

from tests.cli.asking import Run

HOLLOW = "Notre équipe passionnée vous accompagne avec des solutions de qualité."


def test_the_example_has_hints_only(run: Run) -> None:
    run("new", "a.brandplatform", "--sample", "maison-levain")
    status, said, errors = run("check", "a.brandplatform")
    assert (status, errors) == (0, "")
    assert "!" not in [line[:1] for line in said.splitlines()]


def test_something_to_discuss_is_status_one_with_the_words_and_the_question(run: Run) -> None:
    run("new", "a.brandplatform", "--lang", "fr")
    run("set", "a.brandplatform", "promise", HOLLOW)
    status, said, _ = run("check", "a.brandplatform")
    assert status == 1
    assert "“passionnée”" in said
    assert "Que vous fait faire cette passion ?" in said


def test_a_clean_platform_says_so(run: Run) -> None:
    run("new", "a.brandplatform", "--lang", "en")
    assert run("check", "a.brandplatform")[:2] == (0, "Nothing to discuss.\n")


def test_json_has_the_findings_and_nothing_else(run: Run) -> None:
    run("new", "a.brandplatform", "--lang", "fr")
    run("set", "a.brandplatform", "promise", HOLLOW)
    _, said, _ = run("check", "a.brandplatform", "--json")
    found = json.loads(said)["findings"]
    keys = {"id", "family", "field", "row", "lang", "start", "end", "severity", "message", "question"}
    assert all(keys <= set(one) for one in found)
    passion = next(one for one in found if one["id"] == "X-RELATION")
    assert HOLLOW[passion["start"] : passion["end"]] == "passionnée"


def test_one_language_may_be_asked_for(run: Run) -> None:
    run("new", "a.brandplatform", "--sample", "maison-levain")
    _, said, _ = run("check", "a.brandplatform", "--lang", "en", "--json")
    assert {one["lang"] for one in json.loads(said)["findings"]} <= {"en"}
    assert run("check", "a.brandplatform", "--lang", "de")[0] == 2
