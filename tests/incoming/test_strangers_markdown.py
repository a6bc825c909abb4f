"""Markdown and plain text of somebody else’s, as a neutral tree: what they wrote, without its signs."""

import pytest

from brandplatform.incoming.passages import Aside, Grid, Heading, Line, Passage
from brandplatform.incoming.strangers_markdown import read_text
from tests.incoming.filing import SPOKEN


def read(text: str) -> tuple[Passage, ...]:
    """Return the passages of a text."""
    return read_text(text, SPOKEN).passages


def cells(text: str) -> list[list[str]]:
    """Return the cells of the one table there is."""
    (grid,) = (one for one in read(text) if isinstance(one, Grid))
    return [["\n".join(line.text for line in box) for box in row] for row in grid.rows]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("# Notre vision", Heading(1, "Notre vision")),
        ("### **Notre vision** ###", Heading(3, "Notre vision")),
        ("##Vision", Heading(2, "Vision")),
        ("Vision\n======", Heading(1, "Vision")),
        ("Vision\n---", Heading(2, "Vision")),
        ("<h2 class='x'>Notre <em>vision</em></h2>", Heading(2, "Notre vision")),
        ("> ## Vision", Heading(2, "Vision")),
    ],
)
def test_a_heading_is_a_heading_however_it_is_marked(text: str, heading: Heading) -> None:
    assert read(text) == (heading,)


@pytest.mark.parametrize("text", ["#hashtag", "Un texte.\n\n---", "* * *\n\nUn texte"])
def test_what_only_looks_like_a_heading_is_none(text: str) -> None:
    assert [type(one) for one in read(text)] == [Line]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("du *bon* et du **vrai**", "du bon et du vrai"),
        ("5 * 3 * 2, snake_case, a*b", "5 * 3 * 2, snake_case, a*b"),
        (r"\*pas gras\*", "*pas gras*"),
        ("R&amp;D &eacute;t&eacute; AT&T", "R&D été AT&T"),
        ("[le site](https://a.example) et ![logo](l.png)", "le site (https://a.example) et logo (l.png)"),
        ('[a](b "titre")', "a (b titre)"),
        ("<nom de la marque> < 3", "<nom de la marque> < 3"),
        ("un <span style='x'>mot</span><br/>deux", "un mot\ndeux"),
        ("<https://a.example>", "<https://a.example>"),
        ("`code` et ~~barré~~", "code et barré"),
    ],
)
def test_signs_are_taken_off_and_words_stay(text: str, said: str) -> None:
    assert [one.text for one in read(text) if isinstance(one, Line)] == [said]


def test_bold_words_at_the_start_are_known() -> None:
    assert read("**Oser** : dire non") == (Line("Oser : dire non", "Oser"),)
    assert read("**Oser**") == (Line("Oser", "Oser"),)
    assert read("<b>Oser</b> vraiment") == (Line("Oser vraiment", "Oser"),)
    assert read("dire **non**") == (Line("dire non"),)


def test_lines_that_begin_in_bold_stand_apart() -> None:
    assert read("**A :** un\n**B :** deux") == (Line("A : un", "A :"), Line("B : deux", "B :"))


def test_a_wrapped_paragraph_is_one_line_and_a_meant_break_stays() -> None:
    wrapped = "Une phrase assez longue pour que l’éditeur la coupe après\nsoixante signes environ."
    assert [one.text for one in read(wrapped)] == [wrapped.replace("\n", " ")]
    assert read("Mission : cuire.\nVision : nourrir.") == (Line("Mission : cuire.\nVision : nourrir."),)
    assert read("un vers  \nl’autre") == (Line("un vers\nl’autre"),)


def test_items_know_their_depth_and_their_number() -> None:
    assert read("- a\n  - b\n    1. c\n- d\n\n  suite\n\nfin") == (
        Line("a", depth=1),
        Line("b", depth=2),
        Line("c", depth=3, mark="1."),
        Line("d\n\nsuite", depth=1),
        Line("fin"),
    )


def test_a_bullet_typed_by_hand_makes_an_item() -> None:
    assert read("• a\n• b\n– c") == (Line("a", depth=1), Line("b", depth=1), Line("c", depth=1))


@pytest.mark.parametrize(
    "text",
    [
        "| Nom | Sens |\n|---|:-:|\n| Oser | dire\\|non |",
        "Nom | Sens\n--- | ---\nOser | dire\\|non",
        "<table><tr><th>Nom</th><th>Sens</th></tr>\n<tr>\n<td>Oser</td>\n<td>dire|non</td></tr></table>",
    ],
)
def test_a_table_is_a_table_however_it_is_drawn(text: str) -> None:
    assert cells(text) == [["Nom", "Sens"], ["Oser", "dire|non"]]


def test_a_cell_holds_lines_and_items() -> None:
    assert cells("| a<br>b | <ul><li>c</li><li>d</li></ul> |\n|-|-|") == [["a\nb", "c\nd"]]


def test_front_matter_says_whose_it_is_and_is_kept() -> None:
    document = read_text("---\ntitle: 'Plan'\nclient: Levain\nlang: fr\n---\n# Mission\n", SPOKEN)
    assert (document.title, document.brand, document.language) == ("Plan", "Levain", "fr")
    assert document.passages[-1] == Aside("title: 'Plan'\nclient: Levain\nlang: fr", "front")


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert read("---\nUn texte, sans rien de plus.\n\nUn autre.") == (
        Line("Un texte, sans rien de plus."),
        Line("Un autre."),
    )


def test_comments_notes_and_code_stand_beside_the_text() -> None:
    text = (
        "Un<!-- à revoir\navec Sam -->.\n\n[^1]: page 3\n\n```toml\na = 1\n```\n\n<!-- bp:promise lang=fr -->"
    )
    assert [one for one in read(text) if isinstance(one, Aside)] == [
        Aside("[^1]: page 3", "note"), Aside("toml\na = 1", "code"), Aside("à revoir\navec Sam", "comment"),
    ]  # fmt: skip


def test_a_fence_or_a_comment_that_is_not_closed_swallows_nothing() -> None:
    assert read("un\n\n<!-- deux")[-1] == Line("<!-- deux")
    assert read("```\nun\n# deux") == (Aside("un\n# deux", "code"),)
