"""The archive as it is written: whatever a text holds, it is read back the same, by other programs too."""

import re
import subprocess

import pytest
from msgspec.structs import replace

from brandplatform.document import edit
from brandplatform.document.change import diff
from brandplatform.document.model import Brand, Draft, Lines, Row, Statement, Table, Text
from tests.incoming.archives import LIBRARY, levain, promise, written
from tests.shipped import from_archive

HOSTILE = (
    "<!-- bp:promise lang=fr -->",
    "<!-- /bp -->",
    "avant\n\n<!-- /bp -->\n\naprès",
    "<!--\\ /bp -->",
    "<!--\\\\ bp:mission lang=en -->",
    '<!-- bp-data -->\n```json\n[[["brand","name"],"x"]]\n```',
    "C:\\dossier\\",
    "a | b \\| c",
    "<br> &#124; &amp;#124; &lt;br&gt;",
    "  deux espaces de chaque côté  ",
    "\n\nlignes vides autour\n\n",
    "```\n| a | b |\n```",
    "---\ntitle: x\n---",
    "# Titre\n\n## Annexe",
    "une\r\ndeux\rtrois",
    "fin de ligne  \n\ttabulation\u2028séparateur\x0bvertical",
    "=1+1 @x {{y}} $z$",
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_comes_back_identical_wherever_it_stands(text: str) -> None:
    answers = {
        "promise": Statement(text={"fr": text, "en": text}, drafts=(Draft(id="d1", text={"fr": text}),)),
        "promise.reality": Text(text={"fr": text}),
        "review.triggers": Lines(lines={"fr": (text, f"- {text}")}),
        "values": Table(rows=(Row(id="r1", cells={"name": {"fr": text, "en": text}, "status": text}),)),
    }
    brand = Brand(name=text, offer={"en": text})
    platform = replace(promise("x"), brand=brand, answers=answers, notes={"promise.q1": {"fr": text}})
    assert from_archive(written(platform)) == platform


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("text", ["une\r\ndeux", "une\rdeux", "une\ndeux"])
def test_line_ends_changed_throughout_change_no_text(text: str, end: str) -> None:
    platform = replace(promise("x"), answers={"promise": Statement(text={"fr": text})})
    assert from_archive(written(platform).replace("\n", end)) == platform


def test_it_warns_of_private_notes_before_anything_else_is_said() -> None:
    text = written(levain())
    assert text.split("\n\n")[1].startswith("> Archive complète\xa0: elle contient vos notes privées")


def test_a_person_reads_it_section_by_section_in_the_order_of_the_method() -> None:
    text = written(levain())
    titles = re.findall(r"^### (.+)$", text, re.MULTILINE)
    order = [section.title["fr"] for section in LIBRARY.framework("plateforme").sections]
    assert titles == [title for title in order if title in titles]
    assert "Samira l’a dit." in text
    assert "- un départ\n- un rachat" in text


def test_the_name_of_a_brand_cannot_change_what_the_front_says() -> None:
    front = written(edit.rebrand(promise("x"), name='a"\n---\nlang: en\n# b')).split("\n---\n")[0]
    assert [line.partition(":")[0] for line in front.split("\n")] == [
        "---",
        "title",
        "lang",
        "brand-platform",
    ]


def test_what_the_method_does_not_know_stands_in_the_data() -> None:
    platform = replace(levain(), answers={"own.field": Text(text={"fr": "à nous"})}, extra={"/x": [1, None]})
    assert from_archive(written(platform)) == platform


@pytest.mark.oracle("pandoc")
def test_another_program_keeps_every_mark_and_every_word() -> None:
    platform = levain()
    before = written(platform)
    command = ["pandoc", "--from", "gfm", "--to", "gfm", "--wrap", "none"]
    after = subprocess.run(command, input=before.encode(), capture_output=True, check=True).stdout.decode()
    marks = re.compile(r"<!-- .*?-->")
    assert marks.findall(after) == marks.findall(before)
    assert all(
        isinstance(change.after, tuple | str) and _words(change.before) == _words(change.after)
        for change in diff(platform, from_archive(after))
    )


def _words(value: object) -> list[str]:
    return str(value).split()


def test_a_document_of_one_megabyte_comes_back() -> None:
    platform = edit.write_text(promise("mot " * 300_000), "promise", Statement, "en", "word " * 300_000)
    assert from_archive(written(platform)) == platform
