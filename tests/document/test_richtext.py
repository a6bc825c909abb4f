"""What the Markdown of a longer text becomes, and that no word of it is lost on the way."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from brandplatform.document.richtext import Items, Para, RichBlock, RSpan, parse


def shown(text: str) -> str:
    """Return what a reader sees: `•` or `1.` before an item, stars round a face, `<address>` after a link."""
    return "\n".join(map(_shown, parse(text)))


def _shown(block: RichBlock) -> str:
    match block:
        case Para(spans):
            return "".join(map(_face, spans))
        case Items(items, ordered):
            sign = "1. " if ordered else "• "
            return "\n".join(">" * depth + sign + "".join(map(_face, spans)) for depth, spans in items)


def _face(span: RSpan) -> str:
    sign = "*" * (span.italic + 2 * span.bold)
    return f"{sign}{span.text}{sign}" + (f"<{span.link}>" if span.link else "")


def test_bold_italic_and_links_are_spans() -> None:
    assert parse("Le **pain** _chaud_ [ici](https://levain.fr/a?b=1&c=2).") == (
        Para(
            (
                RSpan("Le "),
                RSpan("pain", bold=True),
                RSpan(" "),
                RSpan("chaud", italic=True),
                RSpan(" "),
                RSpan("ici", link="https://levain.fr/a?b=1&c=2"),
                RSpan("."),
            )
        ),
    )
    assert shown("***les deux*** et **[lien](mailto:a@b.fr)**") == "***les deux*** et **lien**<mailto:a@b.fr>"


@pytest.mark.parametrize(
    "text",
    [
        "5 * 3 * 2",
        "nom_de_fichier",
        "# Un titre",
        "<b>gras</b><br>",
        "&amp; &#124;",
        "`code`",
        "```\ncode\n    retrait\n```",
        "> une citation",
        "![image](https://levain.fr/a.png)",
        "<https://levain.fr>",
        "[^1]: une note",
        "[x]: https://levain.fr",
        "[x]",
        "[]()",
        "---",
        "* * *",
        "Titre\n=====",
        "| a | b |\n| --- | --- |",
        "a\u2028b\x85c",
        "fin\\",
        "C:\\dossier",
    ],
)
def test_what_is_not_understood_stays_as_it_was_typed(text: str) -> None:
    assert shown(text) == text


def test_an_escaped_sign_is_the_sign() -> None:
    assert shown(r"\*pas italique\* et 2019\. ") == "*pas italique* et 2019."


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("[ici](javascript:alert)", "ici (javascript:alert)"),
        ("[ici](file:///etc/passwd)", "ici (file:///etc/passwd)"),
        ("[ici](page.html)", "ici (page.html)"),
        ("[*ici*](data:text)", "*ici* (data:text)"),
        ('[ici](https://levain.fr "notre page")', "ici<https://levain.fr> (notre page)"),
        ('[ici](x "notre page")', "ici (x notre page)"),
        ("[](https://levain.fr)", "https://levain.fr<https://levain.fr>"),
    ],
)
def test_what_a_link_would_hide_stands_beside_it(text: str, seen: str) -> None:
    assert shown(text) == seen


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("- a\n* b\n+ c", "• a\n• b\n• c"),
        ("avant\n- a\n- b\n\naprès", "avant\n• a\n• b\naprès"),
        ("- a\n  - b\n    - c\n- d", "• a\n>• b\n>>• c\n• d"),
        ("- a\n\t- b\n\t\t- c", "• a\n>• b\n>>• c"),
        ("- a\n\n  - b\n\n- c", "• a\n>• b\n• c"),
        ("- a\nsuite\n\n  encore\n- b", "• a\nsuite\nencore\n• b"),
        ("- **a** b\n- [c](https://d.fr)", "• **a** b\n• c<https://d.fr>"),
        ("- a\n- ", "• a"),
        ("1. a\n2. b", "1. a\n1. b"),
        ("1) a\r\n2) b", "1. a\n1. b"),
        ("1. a\n1. b\n1. c", "1. a\n1. b\n1. c"),
        ("1. a\n\n2. b", "1. a\n1. b"),
        ("1. a\n   - b\n2. c", "1. a\n>1. b\n1. c"),
    ],
)
def test_lists_are_cut_into_items_with_their_depth(text: str, seen: str) -> None:
    assert shown(text) == seen


@pytest.mark.parametrize("text", ["- a\n\n1. b", "- a\n1. b", "1. a\n2. b\n\n- c", "1. a\n2. b\n1. c"])
def test_a_list_of_another_kind_or_from_one_again_is_another_list(text: str) -> None:
    assert len(parse(text)) == 2


@pytest.mark.parametrize(
    "text", ["2019. Une année.", "3. a\n4. b", "Vendu 10.\n20. Suite", "+ 12 % de clients", "texte\n\n2. b"]
)
def test_a_number_that_begins_no_list_is_text(text: str) -> None:
    assert all(isinstance(block, Para) for block in parse(text))
    assert shown(text) == text.replace("\n\n", "\n")


def test_an_item_that_breaks_the_count_stays_beside_the_one_before() -> None:
    assert shown("1. a\n3. b") == "1. a\n3. b"
    assert len(parse("1. a\n3. b")[0].items) == 1


def test_a_list_of_a_hundred_bold_items_is_a_list_in_bold() -> None:
    (block,) = parse("- **a**\n" * 101)
    assert isinstance(block, Items)
    assert block.items[100] == (0, (RSpan("a", bold=True),))


def test_signs_that_the_parser_keeps_for_itself_are_no_signs() -> None:
    assert shown("\x02klzzwxh:0000\x03 *a* \x0365\x02") == "klzzwxh:0000 *a* 65"
    assert shown('[a](b"c(') == '[a](b"c('


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "[a](" * 5_000,
        "**_" * 20_000,
        r"\\" * 100_000,
        "\n".join("  " * depth + "- a" for depth in range(1_000)),
        "un *mot* " * 110_000,
        "- a\n" * 100_000,
        " " * 1_000_000 + "a",
        "\n" * 1_000_000,
    ],
    ids=["brackets", "links", "stars", "escapes", "deep", "long", "items", "spaces", "lines"],
)
def test_a_hostile_text_is_read_at_once(text: str) -> None:
    start = time.perf_counter()
    seen = shown(text)
    assert time.perf_counter() - start < 2
    assert seen.count("a") == text.count("a")


SIGNS = (
    *("*", "**", "_", "__", "[", "]", "(", ")", "](", "\\", "[x]: y", "[^1]", "`", "```", "#", "> ", "---"),
    *("- ", "* ", "+ ", "1. ", "2) ", "2019. ", "    ", "\t", "\n", "\n\n", "\r\n", "\x0b", "\u2028", "!"),
    *('](https://a.b "', "](x '", '"', "<", ">", "<br>", "&amp;", "\x02", "\x03", "\x02klzzwxh:0001\x03"),
)
MARKUP = st.lists(st.sampled_from([*SIGNS, "alpha", "béta", "l’heure", " ", "été"]), max_size=14).map("".join)


@settings(max_examples=500, deadline=None)
@given(MARKUP | st.text(max_size=40))
def test_every_letter_of_a_text_is_still_there(text: str) -> None:
    seen = shown(text)
    for letter in filter(str.isalpha, text):
        assert seen.count(letter) >= text.count(letter)
