"""import: a document somebody else wrote becomes a platform, and a report says what went where."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from brandplatform.cli.arguments import COMMANDS
from brandplatform.document.model import Platform
from brandplatform.storage import container
from tests.cli.asking import Run, refused
from tests.incoming.wordmaking import typed

PLAN = """# Levain

## Notre promesse

Chaud à sept heures.

## Nos valeurs

- Oser : dire non

## Couleurs

Bleu.
"""
SCRIPT = (
    "= Levain\n# Notre promesse\nChaud à sept heures.\n# Nos valeurs\n* Oser : dire non\n# Couleurs\nBleu."
)


def opened(name: str) -> Platform:
    """Return the platform in a file."""
    return container.load(Path(name)).platform


def written(name: str, data: bytes | str) -> str:
    """Write a document and return its name."""
    Path(name).write_bytes(data if isinstance(data, bytes) else data.encode())
    return name


@pytest.mark.parametrize(
    ("name", "data"), [("plan.md", PLAN), ("plan.docx", typed(SCRIPT)), ("plan", typed(SCRIPT))]
)
def test_a_document_of_somebody_else_becomes_a_platform(run: Run, name: str, data: bytes | str) -> None:
    status, out, err = run("import", written(name, data), "-o", "a.brandplatform")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "2 fields found",
        "2 passages without a field, kept aside",
        "  Levain › Notre promesse -> promise",
        "  Levain › Nos valeurs -> values",
        "  Levain › Couleurs -> kept aside",
        "a.brandplatform: created",
    ]
    platform = opened("a.brandplatform")
    assert (platform.brand.name, platform.languages) == ("Levain", ("fr",))
    assert run("get", "a.brandplatform", "promise")[1] == "Chaud à sept heures.\n"
    assert run("get", "a.brandplatform", "values[1].meaning")[1] == "dire non\n"
    assert platform.loose[0].source == f"{name}: Levain › Couleurs"


def test_the_report_as_json_is_one_object(run: Run) -> None:
    report = json.loads(run("import", written("plan.md", PLAN), "-o", "a.brandplatform", "--json")[1])
    assert list(report) == ["fields", "notes", "placed", "loose", "filed", "lost"]
    assert (report["fields"], report["notes"]) == (2, 0)
    assert report["placed"] == {"promise": ["fr"], "values": ["r1"]}
    assert report["loose"][0] == {"id": "in1", "text": "Couleurs\n\nBleu."}
    assert report["filed"] == [
        {"from": "Levain › Notre promesse", "to": "promise"},
        {"from": "Levain › Nos valeurs", "to": "values"},
        {"from": "Levain › Couleurs", "to": "loose"},
    ]


def test_our_own_archive_comes_back_as_it_was_whatever_it_is_called(run: Run) -> None:
    run("new", "a.brandplatform", "--sample", "maison-levain")
    run("export", "a.brandplatform", "-o", "a.md")
    Path("a.md").rename("a.docx")
    report = json.loads(run("import", "a.docx", "-o", "b.brandplatform", "--json")[1])
    assert report["filed"] == []
    assert opened("b.brandplatform") == opened("a.brandplatform")


def test_an_archive_that_is_damaged_is_not_taken_for_the_text_of_another(run: Run) -> None:
    run("new", "a.brandplatform", "--sample", "maison-levain")
    run("export", "a.brandplatform", "-o", "a.md")
    written("b.md", Path("a.md").read_text(encoding="utf-8").replace('[["id"], ', '[["id"] '))
    assert "not an archive" in refused(run("import", "b.md", "-o", "b.brandplatform"))


def test_what_was_brought_in_goes_out_and_comes_back_the_same(run: Run) -> None:
    run("import", written("plan.md", PLAN), "-o", "a.brandplatform")
    run("export", "a.brandplatform", "-o", "a.md")
    run("import", "a.md", "-o", "b.brandplatform")
    assert opened("b.brandplatform") == opened("a.brandplatform")


def test_what_we_publish_in_word_is_filed_again(run: Run) -> None:
    run("new", "a.brandplatform", "--sample", "maison-levain")
    run("export", "a.brandplatform", "-o", "a.docx")
    run("import", "a.docx", "-o", "b.brandplatform")
    before, after = opened("a.brandplatform"), opened("b.brandplatform")
    assert after.brand.name == before.brand.name
    assert len(set(after.answers) & set(before.answers)) >= 0.6 * len(before.answers)


def test_the_language_may_be_forced(run: Run) -> None:
    run("import", written("plan.md", PLAN), "-o", "a.brandplatform", "--lang", "en")
    assert opened("a.brandplatform").languages == ("en",)
    assert "Write" in refused(run("import", "plan.md", "-o", "b.brandplatform", "--lang", "de"))


def test_a_text_in_which_nothing_is_known_is_kept_whole(run: Run) -> None:
    assert run("import", written("plan.txt", "hello"), "-o", "a.brandplatform")[0] == 0
    assert [one.text for one in opened("a.brandplatform").loose] == ["hello"]


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(
    ("data", "french", "english"),
    [
        (bytes.fromhex("D0CF11E0A1B11AE1"), "mot de passe", "password"),
        (b"\x89PNG\r\n", "ni un document Word", "neither a Word document"),
        (b"PK\x03\x04 cut", "abîmé", "damaged"),
        (b"a" * (2 * 2**20 + 1), "2\u202fMo", "2 MB"),
        (b"a\n" * 200_000, "trop de passages", "too many passages"),
        (b"un caf\x81", "UTF-8", "UTF-8"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch, language: str, data: bytes, french: str, english: str
) -> None:
    monkeypatch.setenv("BRANDPLATFORM_LANG", language)
    said = refused(run("import", written("x.docx", data), "-o", "a.brandplatform"))
    assert said.startswith("brandplatform: x.docx: ")
    assert (french if language == "fr" else english).replace("\u202f", " ") in said.replace("\u202f", " ")
    assert not Path("a.brandplatform").exists()


def test_a_platform_is_opened_and_not_brought_in(run: Run) -> None:
    run("new", "a.brandplatform")
    assert "already" in refused(run("import", "a.brandplatform", "-o", "b.brandplatform"))


def test_of_a_damaged_platform_what_survives_is_brought_in_and_the_rest_is_named(run: Run) -> None:
    run("new", "a.brandplatform", "--sample", "maison-levain")
    data = Path("a.brandplatform").read_bytes()
    written("b.brandplatform", data[:-1_000])
    assert "import it" in refused(run("info", "b.brandplatform"))
    status, out, err = run("import", "b.brandplatform", "-o", "c.brandplatform")
    assert (status, err) == (0, "")
    (version,) = container.load(Path("a.brandplatform")).history
    assert out.splitlines() == [
        "57 fields found",
        "1 part could not be read",
        f"  history/{version.id}: damaged",
        "c.brandplatform: created",
    ]
    assert opened("c.brandplatform") == opened("a.brandplatform")
    report = json.loads(run("import", "b.brandplatform", "-o", "d.brandplatform", "--json")[1])
    assert report["lost"] == [{"place": f"history/{version.id}", "why": "damaged"}]
    assert Path("b.brandplatform").read_bytes() == data[:-1_000]


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "plus rien ne s’y lit"), ("en", "nothing in it can be read")]
)
def test_a_platform_of_which_nothing_is_left_is_refused(
    run: Run, monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    monkeypatch.setenv("BRANDPLATFORM_LANG", language)
    run("new", "a.brandplatform")
    written("b.brandplatform", Path("a.brandplatform").read_bytes()[:120])
    assert said in refused(run("import", "b.brandplatform", "-o", "c.brandplatform"))
    assert not Path("c.brandplatform").exists()


def test_control_characters_of_a_document_reach_no_terminal(run: Run) -> None:
    assert "\x1b" not in run("import", written("p.md", "# a\x1b[31mb\n\nc"), "-o", "a.brandplatform")[1]


@pytest.mark.parametrize(("name", "data"), [("plan.md", PLAN.encode()), ("plan.docx", typed(SCRIPT))])
def test_bringing_in_imports_no_window_and_word_only_for_a_word_file(
    run: Run, name: str, data: bytes
) -> None:
    assert "import" in COMMANDS
    code = (
        "import sys; from brandplatform.cli import main; main(sys.argv[1:]);"
        "print(sorted({m.partition('.')[0] for m in sys.modules} & {'PySide6', 'docx', 'lxml'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "import", written(name, data), "-o", "a.brandplatform"],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(Path(__file__).parents[2]), "BRANDPLATFORM_HOME": "home"},
    )
    assert done.stdout.splitlines()[-1] == ("['lxml']" if name.endswith("docx") else "[]")
