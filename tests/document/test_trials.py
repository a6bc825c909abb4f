"""What the program sees by itself of a sentence put to the test, and which tests go with which statement."""

import re

import pytest

from brandplatform.document import trials
from brandplatform.document.framework import LANGUAGES, FrameworkError
from brandplatform.document.library import trials_from
from brandplatform.document.model import Platform, Proof, Signature, Statement, new_platform
from brandplatform.document.signing import sign
from brandplatform.document.syllables import syllables
from brandplatform.resources import read_toml
from tests.shipped import FRAMEWORK, LIBRARY, MISTYPED

TRIALS = LIBRARY.trials()


def plain(text: str, _language: str) -> str:
    """Return a text as it is."""
    return text


@pytest.mark.parametrize(
    ("genre", "first", "more"),
    [
        ("promise", "t_swap t_monday t_proof t_cost", "t_opposite t_child t_breath t_top"),
        ("mission", "t_swap t_monday", ""),
        ("vision", "t_child t_swap", ""),
        ("tagline", "t_breath t_swap", ""),
        ("essence", "", ""),
        ("p", "", ""),
        ("statement", "", ""),
        ("", "", ""),
    ],
)
def test_a_statement_is_put_to_the_tests_of_its_kind(genre: str, first: str, more: str) -> None:
    offered = TRIALS.of(genre)
    assert [" ".join(one.id for one in part) for part in offered] == [first, more]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tests_are_typed_as_their_language_wants(language: str) -> None:
    texts = [text[language] for one in TRIALS.trials for text in (one.title, one.ask)]
    assert len(TRIALS.trials) == 8
    assert [text for text in texts if re.search(MISTYPED[language], text)] == []


def test_a_test_that_is_offered_and_not_there_is_refused() -> None:
    data = dict(read_toml("tests.toml"))
    data["offers"] = [{"genre": "vision", "first": ["t_height"]}]
    with pytest.raises(FrameworkError, match="there is no test “t_height”"):
        trials_from(data, "tests.toml")


def test_the_breath_of_a_sentence_is_its_words_its_commas_and_its_seconds() -> None:
    said = "Demain à sept heures, votre pain aura levé vingt-quatre heures et sera encore tiède."
    assert trials.breath(said) == trials.Breath(words=14, commas=1, seconds=6)
    assert trials.breath("") == trials.Breath(words=0, commas=0, seconds=0)


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Un accompagnement personnalisé, même l’été.", "fr", ["accompagnement", "personnalisé"]),
        ("Demain à sept heures, votre pain sera tiède.", "fr", []),
        ("Our community shares one responsibility.", "en", ["community", "responsibility"]),
        ("At seven tomorrow, your bread will still be warm.", "en", []),
        ("", "fr", []),
    ],
)
def test_words_of_four_syllables_are_long(text: str, language: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in trials.long_words(text, language)] == found


@pytest.mark.parametrize(
    ("language", "counted"),
    [
        ("fr", "pain 1 levé 2 heures 1 quatre 1 idée 2 qualité 3 créer 2 téléphone 3 excellence 3 "
               "passionnée 3 européen 4 innovation 4 réaliser 4 authenticité 5 responsabilité 6"),
        ("en", "bread 1 named 1 whole 1 wanted 2 changes 2 boxes 2 table 2 create 2 bakery 3 quality 3 "
               "excellence 3 experience 4 material 4 sustainable 4 individual 5 responsibility 6"),
        ("de", "Brot 1 Versprechen 3"),
    ],
)  # fmt: skip
def test_syllables_are_counted_as_they_are_heard(language: str, counted: str) -> None:
    words = counted.split()
    heard = {word: syllables(word, language) for word in words[::2]}
    assert heard == dict(zip(words[::2], map(int, words[1::2]), strict=True))


def proved(*proofs: Proof) -> Platform:
    """Return a platform whose promise has proofs."""
    platform = new_platform("plateforme", "fr", "Levain")
    return Platform(
        id=platform.id, framework=platform.framework, languages=("fr",),
        answers={"promise": Statement(text={"fr": "Du pain tiède."}, proofs=proofs)},
    )  # fmt: skip


def test_acts_are_counted_once_each_by_the_words_that_are_there() -> None:
    platform = proved(
        Proof(id="p1", language="fr", words="tiède", row="r1"),
        Proof(id="p2", language="fr", words="pain", row="r1"),
        Proof(id="p3", language="fr", words="pain tiède", row="r2"),
        Proof(id="p4", language="fr", words="croissant", row="r3"),
    )
    assert trials.acts(platform, "promise", {"fr": "Du pain tiède."}) == 2
    assert trials.acts(platform, "promise", {"fr": "Autre chose."}) == 0
    assert trials.acts(platform, "mission", {}) == 0


def test_a_signature_is_that_of_the_statement_as_long_as_it_says_the_same() -> None:
    platform = proved()
    assert trials.signed(platform, "promise", plain) == (None, False)
    made = sign(platform, FRAMEWORK, Signature(id="s1", name="Nora"), plain)
    signature, current = trials.signed(made, "promise", plain)
    assert signature is not None
    assert (signature.name, current) == ("Nora", True)
    after = Platform(
        id=made.id, framework=made.framework, languages=("fr",), signatures=made.signatures,
        answers={"promise": Statement(text={"fr": "Du pain chaud."})},
    )  # fmt: skip
    assert trials.signed(after, "promise", plain) == (signature, False)
