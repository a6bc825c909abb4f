"""Published Markdown: what it looks like, and that a text of the document stays text."""

import pytest

from brandplatform.document import edit
from brandplatform.document.model import Platform, Statement, Text, new_platform
from brandplatform.document.richtext import RSpan
from brandplatform.publish.blocks import Bullets, Document, Heading, Paragraph
from brandplatform.publish.markdown import to_markdown
from tests.publish.documents import composed


def alone(*blocks: Heading | Paragraph | Bullets) -> str:
    """Return the Markdown of blocks without front matter."""
    document = Document("t", "b", "k", "fr", "s", "2026-11-25", "25 novembre", "", blocks)
    return to_markdown(document).partition("---\n\n")[2].rstrip("\n")


def paragraph(text: str) -> str:
    return alone(Paragraph((RSpan(text),)))


def saying(field: str, text: str, kind: type[Statement] | type[Text] = Statement) -> Platform:
    return edit.write_text(new_platform("plateforme", "fr", "Levain"), field, kind, "fr", text)


def test_it_begins_with_front_matter_that_any_yaml_reads() -> None:
    name = 'A: "B" # c'
    platform = edit.rebrand(saying("mission", "x"), name=name)
    head = to_markdown(composed(platform)).splitlines()[:5]
    assert head == [
        "---",
        'title: "A\u00a0: «\u00a0B\u00a0» # c – Plateforme de marque"',
        'lang: "fr"',
        'date: "2026-11-25"',
        'state: "Brouillon · non signé"',
    ]


def test_a_statement_is_a_quotation_under_its_heading() -> None:
    text = to_markdown(composed(saying("mission", "Nous pétrissons.")))
    assert text.endswith("## 1. Mission\n\n> Nous pétrissons.\n")


def test_a_table_has_a_head_and_a_line_for_each_row() -> None:
    lines = to_markdown(composed()).splitlines()
    head = lines.index("| Mot | Acte | Preuve · date | Qui en répond · pour quand |")
    assert lines[head + 1] == "| --- | --- | --- | --- |"
    assert lines[head + 2].startswith("| tiède | ")
    assert lines[head + 2].endswith("<br>4\u00a0mars 2026 | Karim<br>4\u00a0mars 2027 |")


def test_a_nested_list_is_indented_and_a_numbered_one_counts() -> None:
    items = ((0, (RSpan("un"),)), (1, (RSpan("deux"),)), (0, (RSpan("trois"),)))
    assert alone(Bullets(items)) == "- un\n  - deux\n- trois"
    assert alone(Bullets(items, ordered=True)) == "1. un\n   1. deux\n1. trois"


def test_bold_italic_and_links_are_written_round_the_words_not_the_spaces() -> None:
    spans = (
        RSpan("Du "),
        RSpan("pain ", bold=True),
        RSpan("chaud", italic=True),
        RSpan(" ici", link="https://a.b/c"),
    )
    assert alone(Paragraph(spans)) == "Du **pain** *chaud* [ici](<https://a.b/c>)"


@pytest.mark.parametrize(
    "text",
    [
        "# pas un titre",
        "- pas une liste",
        "+ ni celle-ci",
        "1. ni celle-là",
        "2) ni encore",
        "> pas une citation",
        "*pas* _de_ `code`",
        "<b>pas</b> de HTML <!-- ni ceci -->",
        "[pas](un lien)",
        "a | b",
        "~~~",
        "```",
        "&lt; &#60;",
        "===",
        "---",
        "\\*",
    ],
)
def test_no_sign_a_person_types_is_markup(text: str) -> None:
    escaped = paragraph(text)
    assert escaped != text
    assert escaped.replace("\\", "") == text.replace("\\", "")


def test_a_line_break_stays_one_and_the_line_after_it_is_no_list() -> None:
    assert paragraph("Un\n- deux") == "Un\\\n\\- deux"


def test_a_line_break_in_a_cell_does_not_break_the_table() -> None:
    platform = edit.add_row(new_platform("plateforme", "fr"), "proof", "r1")
    platform = edit.write_cell(platform, "proof", "r1", "word", "tiède | et\nchaud", "fr")
    assert "| tiède \\| et<br>chaud |" in to_markdown(composed(platform))
