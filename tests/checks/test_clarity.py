"""Length, long sentences, abstract nouns, infinitives: hints about what cannot be taken in at one go."""

import pytest

from brandplatform.checks.finding import HINT, TO_DISCUSS
from tests.checks.guides import ids, saying, told


def words(count: int) -> str:
    """Return a checkable promise of that many words."""
    return " ".join(["douze", "pains", "à", "Samira"] * count)[:10_000].rsplit(" ", 1)[0]


@pytest.mark.parametrize(("count", "severity"), [(23, None), (24, HINT), (28, HINT), (29, TO_DISCUSS)])
def test_the_words_of_a_promise_are_counted_against_its_cap(count: int, severity: int | None) -> None:
    text = " ".join(words(50).split()[:count])
    found = {one.id: one.severity for one in told(saying(text))}
    assert found.get("L-WORDS") == severity


def test_the_cap_is_that_of_the_language() -> None:
    text = " ".join(words(50).split()[:22])
    assert "L-WORDS" not in ids(saying(text, "fr"))
    assert "L-WORDS" in ids(saying(text, "en"))


def test_a_sentence_of_over_forty_words_is_a_hint() -> None:
    text = " ".join(words(50).split()[:41])
    assert "L-SENTENCE" in ids(saying(text, field="positioning"))
    halves = f"{' '.join(text.split()[:20])}. {' '.join(text.split()[20:])}"
    assert "L-SENTENCE" not in ids(saying(halves, field="positioning"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La satisfaction, la proximité, l’excellence et l’innovation de Samira à sept heures."),
        ("en", "Satisfaction, integrity, excellence and innovation for Samira at seven."),
    ],
)
def test_a_pile_of_abstract_nouns_is_a_hint(language: str, text: str) -> None:
    assert "L-ABSTRACT" in ids(saying(text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Pétrir chaque nuit cinq pains pour Samira."),
        ("en", "To bake five loaves for Samira every night."),
    ],
)
def test_a_mission_that_begins_with_an_infinitive_asks_who_does_it(language: str, text: str) -> None:
    assert "L-INFINITIVE" in ids(saying(text, language, "mission"))
    assert "L-INFINITIVE" not in ids(saying(text, language, "promise"))
