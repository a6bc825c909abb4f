"""The command line as a person meets it: what it prints, what it returns, what it leaves on the disk."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from brandplatform.document.model import Signature
from brandplatform.publish.signed import sign
from brandplatform.storage import container
from brandplatform.storage.lock import Lock
from brandplatform.storage.settings import state_folder
from tests.cli.asking import Run, refused
from tests.shipped import FRAMEWORK


def test_a_new_platform_is_empty_and_speaks_the_language_asked_for(run: Run) -> None:
    assert run("new", "a.brandplatform", "--lang", "fr", "--brand", "Levain")[0] == 0
    platform = container.load(Path("a.brandplatform")).platform
    assert (platform.brand.name, platform.languages, platform.answers) == ("Levain", ("fr",), {})


def test_what_is_set_is_got_again(run: Run) -> None:
    run("new", "a.brandplatform", "--lang", "en")
    assert run("set", "a.brandplatform", "promise", "Warm at seven.") == (0, "", "")
    assert run("set", "a.brandplatform", "promise.q1", "“You said warm.”") == (0, "", "")
    assert run("get", "a.brandplatform", "promise") == (0, "Warm at seven.\n", "")
    assert run("get", "a.brandplatform", "promise.q1") == (0, "“You said warm.”\n", "")


def test_a_row_is_added_named_filled_and_removed(run: Run) -> None:
    run("new", "a.brandplatform", "--lang", "en")
    status, row, _ = run("set", "a.brandplatform", "values[+].name", "Tell the time")
    assert status == 0
    run("set", "a.brandplatform", f"values[{row.strip()}].status", "lived")
    run("set", "a.brandplatform", "values[1].meaning", "We say it.")
    assert run("get", "a.brandplatform", "values")[1] == "Tell the time\tWe say it.\t\t\t\tlived\t\n"
    rows = json.loads(run("get", "a.brandplatform", "values", "--json")[1])["rows"]
    assert rows == [
        {
            "id": row.strip(),
            "name": {"en": "Tell the time"},
            "status": "lived",
            "meaning": {"en": "We say it."},
        }
    ]
    assert run("set", "a.brandplatform", "values[1]", "--remove")[0] == 0
    assert run("get", "a.brandplatform", "values")[1] == ""


def test_an_empty_text_clears_and_standard_input_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("new", "a.brandplatform", "--lang", "en")
    run("set", "a.brandplatform", "review.triggers", "one")
    run("set", "a.brandplatform", "review.triggers", "")
    assert container.load(Path("a.brandplatform")).platform.answers == {}
    with Path("text").open("w") as file:
        file.write("one\ntwo\n")
    with Path("text").open() as file:
        monkeypatch.setattr(sys, "stdin", file)
        run("set", "a.brandplatform", "review.triggers", "-")
    assert run("get", "a.brandplatform", "review.triggers")[1] == "one\ntwo\n"


def test_the_example_goes_out_as_an_archive_and_comes_back_the_same(run: Run) -> None:
    run("new", "a.brandplatform", "--sample", "maison-levain")
    assert run("export", "a.brandplatform", "-o", "a.md")[0] == 0
    assert run("import", "a.md", "-o", "b.brandplatform")[0] == 0
    assert run("diff", "a.brandplatform", "b.brandplatform") == (0, "Nothing changed.\n", "")
    assert (
        container.load(Path("b.brandplatform")).platform == container.load(Path("a.brandplatform")).platform
    )


@pytest.mark.parametrize("attach", ["whole", "published", "none"])
def test_a_pdf_opens_again_as_what_was_put_inside(run: Run, attach: str) -> None:
    run("new", "a.brandplatform", "--sample", "maison-levain")
    assert run("export", "a.brandplatform", "--attach", attach, "-o", "a.pdf")[0] == 0
    if attach == "none":
        assert "holds no platform" in refused(run("import", "a.pdf", "-o", "b.brandplatform"))
        return
    assert run("import", "a.pdf", "-o", "b.brandplatform")[0] == 0
    assert run("diff", "a.brandplatform", "b.brandplatform")[0] == (attach == "published")


def test_the_example_goes_out_as_a_word_document(run: Run) -> None:
    run("new", "a.brandplatform", "--sample", "maison-levain")
    assert run("export", "a.brandplatform", "-o", "a.docx")[0] == 0
    assert Path("a.docx").read_bytes()[:2] == b"PK"


def test_json_is_the_whole_document(run: Run) -> None:
    run("new", "a.brandplatform", "--sample", "maison-levain")
    status, out, _ = run("export", "a.brandplatform", "-o", "-", "--format", "json")
    assert status == 0
    assert len(json.loads(out)["answers"]) == len(container.load(Path("a.brandplatform")).platform.answers)


def test_a_difference_is_listed_by_place_and_is_something_to_decide(run: Run) -> None:
    run("new", "a.brandplatform", "--sample", "maison-levain")
    Path("b.brandplatform").write_bytes(Path("a.brandplatform").read_bytes())
    run("set", "b.brandplatform", "values[2].meaning", "The time is on the label.", "--lang", "en")
    status, out, _ = run("diff", "a.brandplatform", "b.brandplatform", "--json")
    (change,) = json.loads(out)
    assert status == 1
    assert (change["path"], change["lang"], change["after"]) == (
        "values[r2].meaning",
        "en",
        "The time is on the label.",
    )
    assert run("diff", "a.brandplatform", "b.brandplatform")[1].startswith("1 change\n")


def test_info_says_what_a_file_holds(run: Run) -> None:
    run("new", "a.brandplatform", "--sample", "maison-levain")
    described = json.loads(run("info", "a.brandplatform", "--json")[1])
    assert described["brand"] == "Maison Levain"
    assert described["sections"]["promise"] == "started"
    assert "Maison Levain" in run("info", "a.brandplatform")[1]


def test_every_framework_section_and_field_is_listed(run: Run) -> None:
    (framework,) = json.loads(run("frameworks", "--json")[1])["frameworks"]
    sections = [section for group in framework["groups"] for section in group["sections"]]
    assert len(sections) == 28
    assert any(field["id"] == "promise" for section in sections for field in section["fields"])


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("promisse", "Did you mean “promise”?"),
        ("nonsense", "There is no field"),
        ("promise.q99", "There is no field"),
        ("values[9].name", "has no row"),
        ("values[+].colour", "has no column"),
        ("values", "is a table"),
        ("values[+].status", "is not a choice"),
        ("tone.funny", "is not a number from 1 to 5"),
        ("a b", "is not a place"),
        ("promise[1].x", "is not a table"),
    ],
)
def test_a_place_that_is_none_is_refused_in_a_sentence(run: Run, place: str, said: str) -> None:
    run("new", "a.brandplatform", "--lang", "en")
    before = Path("a.brandplatform").read_bytes()
    assert said in refused(run("set", "a.brandplatform", place, "text"))
    assert Path("a.brandplatform").read_bytes() == before


def test_an_output_that_exists_is_not_replaced_unless_forced(run: Run) -> None:
    run("new", "a.brandplatform", "--lang", "en")
    before = Path("a.brandplatform").read_bytes()
    assert "already exists" in refused(run("new", "a.brandplatform"))
    Path("a.json").write_text("mine")
    assert "already exists" in refused(run("export", "a.brandplatform", "-o", "a.json"))
    assert Path("a.json").read_text() == "mine"
    assert run("export", "a.brandplatform", "-o", "a.json", "--force")[0] == 0
    refused(run("export", "a.brandplatform", "-o", "a.brandplatform", "--format", "json", "--force"))
    assert Path("a.brandplatform").read_bytes() == before


def test_files_that_cannot_be_opened_are_refused_in_a_sentence(run: Run) -> None:
    Path("text.brandplatform").write_text("hello")
    Path("folder").mkdir()
    run("new", "a.brandplatform", "--lang", "en")
    Path("cut.brandplatform").write_bytes(Path("a.brandplatform").read_bytes()[:900])
    assert "not a brand platform" in refused(run("info", "text.brandplatform"))
    assert "damaged" in refused(run("info", "cut.brandplatform"))
    assert "no such file" in refused(run("info", "missing.brandplatform"))
    assert "folder" in refused(run("info", "folder"))
    assert "no such folder" in refused(run("new", "nowhere/a.brandplatform"))
    assert "no example" in refused(run("new", "x.brandplatform", "--sample", "louvre"))
    assert "no framework" in refused(run("new", "x.brandplatform", "--framework", "swot"))
    assert "must end in" in refused(run("export", "a.brandplatform", "-o", "a.txt"))
    assert "not written in" in refused(run("get", "a.brandplatform", "promise", "--lang", "fr"))
    Path("blank.md").write_text(" \n")
    assert "no text" in refused(run("import", "blank.md", "-o", "y.brandplatform"))
    assert "brand platform already" in refused(run("import", "a.brandplatform", "-o", "y.brandplatform"))
    assert not Path("x.brandplatform").exists()


def test_a_full_disk_leaves_the_old_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("new", "a.brandplatform", "--lang", "en")
    before = Path("a.brandplatform").read_bytes()

    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert "disk is full" in refused(run("set", "a.brandplatform", "promise", "Warm."))
    assert Path("a.brandplatform").read_bytes() == before
    assert not list(Path().glob(".bp-*"))


def test_a_platform_open_in_a_window_is_not_set(run: Run) -> None:
    run("new", "a.brandplatform", "--lang", "en")
    window = Lock(Path("a.brandplatform"), state_folder())
    assert window.acquire()
    assert "open in a window" in refused(run("set", "a.brandplatform", "promise", "Warm."))
    window.release()


def test_the_program_speaks_french(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRANDPLATFORM_LANG", "fr")
    run("new", "a.brandplatform")
    assert container.load(Path("a.brandplatform")).platform.main_language == "fr"
    assert "n’existe pas" in refused(run("info", "b.brandplatform")) or "aucun" in refused(
        run("info", "b.brandplatform")
    )


@pytest.mark.parametrize("command", ["info", "get", "set", "export"])
def test_no_command_imports_qt_and_word_is_imported_only_to_write_it(run: Run, command: str) -> None:
    run("new", "a.brandplatform", "--sample", "maison-levain")
    arguments = {
        "info": ["a.brandplatform"],
        "get": ["a.brandplatform", "promise"],
        "set": ["a.brandplatform", "promise", "Autre."],
        "export": ["a.brandplatform", "-o", "a.docx"],
    }[command]
    code = (
        "import sys; from brandplatform.cli import main; main(sys.argv[1:]);"
        "print(sorted({m.partition('.')[0] for m in sys.modules} & {'PySide6', 'docx'}))"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code, command, *arguments],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(root), "BRANDPLATFORM_HOME": "home"},
    )
    assert done.stdout.splitlines()[-1] == ("['docx']" if command == "export" else "[]")


def test_info_says_whether_what_was_signed_still_stands(run: Run) -> None:
    run("new", "a.brandplatform", "--sample", "maison-levain")
    kept = container.load(Path("a.brandplatform"))
    signed = sign(kept.platform, FRAMEWORK, Signature(id="s1", name="Odile", when="2026-09-06"))
    container.save(Path("b.brandplatform"), replace(kept, platform=signed), "", "2026-11-23T00:00:00+00:00")
    states = [json.loads(run("info", f"{name}.brandplatform", "--json")[1])["status"] for name in "ab"]
    run("set", "b.brandplatform", "mission", "Cuire autre chose.")
    assert [*states, json.loads(run("info", "b.brandplatform", "--json")[1])["status"]] == [
        "draft", "signed", "changed",
    ]  # fmt: skip


def test_a_document_is_narrowed_and_set_on_a_paper_its_format_has(run: Run) -> None:
    run("new", "a.brandplatform", "--sample", "maison-levain")
    export = ("export", "a.brandplatform", "--lang", "en", "--profile", "full")
    assert run(*export, "-o", "all.md")[0] == 0
    status, said, _ = run(*export, "--without", "vision", "--without", "mission", "-o", "less.md")
    assert status == 0
    assert "not part of this document" in said
    assert "By 2036" in Path("all.md").read_text(encoding="utf-8")
    assert "By 2036" not in Path("less.md").read_text(encoding="utf-8")
    assert "no section louvre" in refused(run(*export, "--without", "louvre", "-o", "x.md"))
    assert "has no paper a5" in refused(run(*export, "--paper", "a5", "-o", "x.docx"))
    assert "has no paper" in refused(run(*export, "--paper", "a4", "-o", "x.html"))
    assert run(*export, "--paper", "letter", "-o", "x.docx")[0] == 0
    assert "leave --paper out" in refused(
        run(*export, "--paper", "a4", "--template", "x.docx", "-o", "y.docx")
    )
    assert run(*export, "--grey", "--binding", "-o", "x.pdf")[0] == 0
    run(*export, "-o", "y.pdf")
    assert Path("x.pdf").read_bytes() != Path("y.pdf").read_bytes()
