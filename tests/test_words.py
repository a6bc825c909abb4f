"""The two catalogues say the same things, and each says them as it is written."""

import re
from collections import Counter
from string import Formatter

import pytest

from brandplatform.resources import LANGUAGES, Words, read_toml

NARROW, WIDE = "\u202f", "\u00a0"


def catalogue(language: str) -> dict[str, str]:
    words = Words(language)
    return {key: words.template(key) for key in words}


FRENCH, ENGLISH = catalogue("fr"), catalogue("en")
FILLED = {
    "fr": ["0 champ rempli", "1 champ rempli", "2 champs remplis"],
    "en": ["0 fields filled", "1 field filled", "2 fields filled"],
}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_both_languages_have_the_same_keys_in_the_same_order():
    assert list(FRENCH) == list(ENGLISH)


def test_both_languages_fill_the_same_placeholders():
    apart = {key for key, text in FRENCH.items() if placeholders(text) != placeholders(ENGLISH[key])}
    assert apart == set()


def test_a_plural_has_its_two_forms_and_they_fill_the_same_placeholders():
    ones = {key.removesuffix(".one") for key in FRENCH if key.endswith(".one")}
    others = {key.removesuffix(".other") for key in FRENCH if key.endswith(".other")}
    assert ones == others != set()
    apart = {k for k in ones if placeholders(FRENCH[f"{k}.one"]) != placeholders(FRENCH[f"{k}.other"])}
    assert apart == set()


def test_no_text_is_empty_or_stands_between_stray_spaces():
    said = [item for texts in (FRENCH, ENGLISH) for item in texts.items() if item[0] != "common.list_join"]
    assert {key for key, text in said if text.strip() != text or not text} == set()


def test_no_text_has_a_straight_apostrophe_or_quote():
    assert {k for texts in (FRENCH, ENGLISH) for k, t in texts.items() if "'" in t or '"' in t} == set()


def test_no_text_types_three_dots():
    assert {k for texts in (FRENCH, ENGLISH) for k, t in texts.items() if "..." in t} == set()


def test_french_puts_a_narrow_space_before_a_high_sign():
    assert {k: t for k, t in FRENCH.items() if re.search(rf"[^{NARROW}][;!?]", t)} == {}


def test_french_puts_a_space_that_does_not_break_before_a_colon():
    # A time or a path (7:30, page:) would have no space: none is in the catalogue.
    assert {k: t for k, t in FRENCH.items() if re.search(rf"[^{WIDE}]:", t)} == {}


def test_french_quotes_hold_their_words_with_spaces_that_do_not_break():
    assert {k: t for k, t in FRENCH.items() if re.search(rf"«[^{WIDE}]|[^{WIDE}]»", t)} == {}


def test_french_uses_its_own_quotes():
    assert {k for k, t in FRENCH.items() if "“" in t or "”" in t} == set()


def test_english_puts_no_space_before_a_sign_and_has_no_exclamation_mark():
    assert {k: t for k, t in ENGLISH.items() if re.search(r"\s[;:?!]|!|[«»]", t)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("menu", sorted(name for name, value in read_toml("i18n", "en.toml")["menu"].items()
                                        if isinstance(value, dict)))  # fmt: skip
def test_no_two_entries_of_a_menu_share_a_letter(language, menu):
    entries = read_toml("i18n", f"{language}.toml")["menu"][menu]
    letters = [text[text.index("&") + 1].lower() for text in entries.values() if "&" in text]
    assert [letter for letter, times in Counter(letters).items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_menus_share_a_letter(language):
    menu = read_toml("i18n", f"{language}.toml")["menu"]
    letters = [text[text.index("&") + 1].lower() for text in menu.values() if isinstance(text, str)]
    assert len(set(letters)) == len(letters)


def test_nought_and_one_are_singular_in_french():
    words = Words("fr")
    assert [words("export.filled", n=n) for n in (0, 1, 2)] == FILLED["fr"]


def test_only_one_is_singular_in_english():
    words = Words("en")
    assert [words("export.filled", n=n) for n in (0, 1, 2)] == FILLED["en"]


def test_a_value_is_text_even_when_it_looks_like_a_placeholder():
    assert Words("en")("undo.write", field="{n} & {0}") == "Write in {n} & {0}"


def test_a_missing_key_is_named():
    with pytest.raises(KeyError, match=r"start\.nowhere"):
        Words("fr")("start.nowhere")


def test_a_missing_value_is_named():
    with pytest.raises(KeyError, match="field"):
        Words("fr")("undo.write")


def test_a_language_we_do_not_speak_is_refused():
    with pytest.raises(ValueError, match="tlh: expected one of fr, en"):
        Words("tlh")
