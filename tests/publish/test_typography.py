"""Spaces, quotes and dashes as each language wants them, and lines that break by sense."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandplatform.publish.typography import PROMISES, broken_by_sense, promise_rank, typeset

PIECES = st.sampled_from(
    [*"abé ,;:!?.…'\"«»“”’-–—()0123%€h\n*_[]", "...", " - ", "12 000", "https://a.b/c?d"]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Qui l'a dit ?", "Qui l’a dit\u202f?"),
        ("Assez!", "Assez\u202f!"),
        ("Deux choses : le pain ; le temps", "Deux choses\u00a0: le pain\u202f; le temps"),
        ('Il dit "non" et sort', "Il dit «\u00a0non\u00a0» et sort"),
        ('**"non"** dit-il', "**«\u00a0non\u00a0»** dit-il"),
        ("«tiède»", "«\u00a0tiède\u00a0»"),
        ("12 000 pains à 3,10 €", "12\u202f000 pains à 3,10\u00a0€"),
        ("à 7h30", "à 7\u00a0h\u00a030"),
        ("12% de plus", "12\u00a0% de plus"),
        ("M. Lebrun, n° 14", "M.\u00a0Lebrun, n°\u00a014"),
        ("Attendre...", "Attendre…"),
        ("voir https://exemple.fr/a?b:c;d", "voir https://exemple.fr/a?b:c;d"),
    ],
)
def test_french(typed: str, printed: str) -> None:
    assert typeset(typed, "fr") == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('She said "no"', "She said “no”"),
        ("the baker's 'yes'", "the baker’s ‘yes’"),
        ("from 2019-2024", "from 2019–2024"),
        ("in 2024-09", "in 2024-09"),
        ("bread - warm", "bread – warm"),
        ("Mr Lebrun", "Mr\u00a0Lebrun"),
        ("Who: them? Yes!", "Who: them? Yes!"),
    ],
)
def test_english(typed: str, printed: str) -> None:
    assert typeset(typed, "en") == printed


@given(TEXTS, st.sampled_from(["fr", "en", "br"]))
def test_setting_twice_changes_nothing(text: str, language: str) -> None:
    once = typeset(text, language)
    assert typeset(once, language) == once


@given(TEXTS, st.sampled_from(["fr", "en"]))
def test_no_letter_or_figure_is_lost(text: str, language: str) -> None:
    def kept(said: str) -> str:
        return "".join(letter for letter in said if letter.isalnum())

    assert kept(typeset(text, language)) == kept(text)


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("fr", "votre pain sera encore tiède", "votre\u00a0pain sera encore\u00a0tiède"),
        ("fr", "le pain de la veille", "le\u00a0pain de\u00a0la\u00a0veille"),
        ("en", "a loaf that is still warm", "a\u00a0loaf that\u00a0is\u00a0still\u00a0warm"),
    ],
)
def test_no_line_ends_on_a_little_word_nor_leaves_the_last_one_alone(
    language: str, text: str, bound: str
) -> None:
    assert broken_by_sense(text, language) == bound


def test_a_long_last_word_may_stand_alone() -> None:
    text = "Du pain anticonstitutionnellement"
    assert broken_by_sense(text, "fr").endswith(" anticonstitutionnellement")


def test_a_short_promise_is_set_larger_than_a_long_one() -> None:
    ranks = [promise_rank(words) for words in (1, 12, 13, 20, 21, 200)]
    assert ranks == [0, 0, 1, 1, 2, 2]
    assert [face.size for face in PROMISES] == [40, 32, 26]
