"""Words that are no command, places that are not there, files that are none: one sentence each."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from brandplatform.document.model import FORMAT, Brand, Table, Text
from brandplatform.storage import codec, container
from brandplatform.storage.container import Kept
from tests.cli.asking import Run, refused


def written(name: str, **changes: Any) -> Mapping[str, Any]:
    """Write the example with parts of its platform replaced."""
    from tests.shipped import sample

    platform = replace(sample(), **changes)
    container.save(Path(name), Kept(platform=platform), "", "2026-11-25T09:00:00+00:00")
    built: Mapping[str, Any] = json.loads(codec.encode(platform))
    return built


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    "words",
    [
        ["set"],
        ["nothing", "at", "all"],
        ["export", "a.brandplatform"],
        ["get", "a.brandplatform", "promise", "--lang"],
        ["get", "a.brandplatform", "promise", "--nope"],
        ["set", "a.brandplatform", "promise", "one", "two"],
        ["new", "b.brandplatform", "--lang", "de"],
        ["--nope"],
    ],
    ids=" ".join,
)
def test_words_that_are_no_command_are_refused_in_the_persons_language(
    run: Run, monkeypatch: pytest.MonkeyPatch, language: str, words: list[str]
) -> None:
    monkeypatch.setenv("BRANDPLATFORM_LANG", language)
    said = refused(run(*words))
    assert ("commande" in said or "Écrivez" in said) if language == "fr" else "argument" not in said


def test_the_help_speaks_french(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRANDPLATFORM_LANG", "fr")
    said = run("set", "--help")[1] + run("--help")[1]
    assert "utilisation\u00a0: brandplatform set" in said
    assert "positional" not in said


@pytest.mark.parametrize("place", ["values[9]", "values[+].name", "values[1].name", "values[1].nope"])
def test_a_row_or_a_column_that_is_not_there_is_not_read_as_empty(run: Run, place: str) -> None:
    run("new", "a.brandplatform", "--lang", "en")
    assert "has no" in refused(run("get", "a.brandplatform", place))


def test_a_row_without_a_column_is_told_how_a_cell_is_named(run: Run) -> None:
    run("new", "a.brandplatform", "--lang", "en")
    assert "name a cell" in refused(run("set", "a.brandplatform", "values[+]", "Tell the time"))


def test_of_two_files_the_one_that_cannot_be_read_is_named(run: Run) -> None:
    run("new", "a.brandplatform")
    Path("b.brandplatform").write_text("hello")
    assert refused(run("diff", "a.brandplatform", "b.brandplatform")).startswith(
        "brandplatform: b.brandplatform: "
    )


@pytest.mark.parametrize(
    ("output", "said"),
    [("there.json", "exists"), ("folder.json", "folder"), ("none/a.json", "no such folder"), ("a.x", "a.x")],
)
def test_of_a_file_and_an_output_the_one_that_does_not_fit_is_named(run: Run, output: str, said: str) -> None:
    run("new", "a.brandplatform")
    Path("there.json").touch()
    Path("folder.json").mkdir()
    sentence = refused(run("export", "a.brandplatform", "-o", output))
    assert said in sentence
    assert sentence.startswith(f"brandplatform: {output}: ")


@pytest.mark.parametrize("place", ["promise", "tone.funny", "values[+].name"])
def test_an_answer_of_another_kind_is_read_and_never_written_over(run: Run, place: str) -> None:
    field = place.partition("[")[0]
    written("a.brandplatform", answers={field: Text(text={"fr": "Un texte."})})
    before = Path("a.brandplatform").read_bytes()
    assert "of another kind" in refused(run("set", "a.brandplatform", place, "3"))
    assert Path("a.brandplatform").read_bytes() == before
    assert run("get", "a.brandplatform", field) == (0, "Un texte.\n", "")


def test_every_command_survives_answers_of_another_kind(run: Run) -> None:
    written("a.brandplatform", answers={"promise": Table(), "mission": Table(), "values": Text()})
    assert run("info", "a.brandplatform")[0] == 0
    for output in ("a.docx", "a.md", "a.json"):
        assert run("export", "a.brandplatform", "-o", output)[0] == 0


def test_a_newer_file_is_refused_in_one_line(run: Run) -> None:
    run("new", "a.brandplatform")
    kept = container.load(Path("a.brandplatform"))
    newer = replace(kept, platform=replace(kept.platform, format=FORMAT + 1))
    container.save(Path("b.brandplatform"), newer, "", "2026-11-25T09:00:00+00:00")
    assert "newer version" in refused(run("set", "b.brandplatform", "promise", "Warm."))


def test_control_characters_of_a_name_reach_no_terminal(run: Run) -> None:
    written("a.brandplatform", brand=Brand(name="Le\x1b[31mvain\nSections"))
    assert "Le[31mvain Sections\n" in run("info", "a.brandplatform")[1]
    written("b.brandplatform", brand=Brand(name="x"))
    assert "\x1b" not in run("diff", "a.brandplatform", "b.brandplatform")[1]
    assert "\x1b" not in refused(run("info", "no\x1b[31m\nfile"))


def test_a_platform_is_not_written_to_standard_output(run: Run) -> None:
    run("new", "a.brandplatform")
    run("export", "a.brandplatform", "-o", "a.md")
    assert "give it a name" in refused(run("new", "-"))
    assert "give it a name" in refused(run("import", "a.md", "-o", "-"))
    assert not Path("-").exists()


def test_a_link_that_leads_nowhere_is_not_written_through_unless_forced(run: Run) -> None:
    run("new", "a.brandplatform")
    Path("link.json").symlink_to("elsewhere.json")
    assert "already exists" in refused(run("export", "a.brandplatform", "-o", "link.json"))
    assert run("export", "a.brandplatform", "-o", "link.json", "--force")[0] == 0
    assert Path("link.json").is_symlink()


def test_what_is_no_ordinary_file_is_never_replaced(run: Run) -> None:
    run("new", "a.brandplatform")
    os.mkfifo("pipe.md")
    assert "ordinary file" in refused(run("export", "a.brandplatform", "-o", "pipe.md", "--force"))
    assert Path("pipe.md").is_fifo()
    assert not list(Path().glob(".bp-*"))


def test_a_file_without_end_is_not_read_to_the_end(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(container, "MOST_PACKED", 2**20)
    monkeypatch.setattr("brandplatform.incoming.bringing.LARGEST", 2**20)
    assert "larger than" in refused(run("info", "/dev/zero"))
    assert "over 1 MB" in refused(run("import", "/dev/zero", "-o", "b.brandplatform"))
