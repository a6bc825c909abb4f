"""The swap test shows a sentence as a competitor would say it."""

import pytest

from brandplatform.document.swap import swapped


@pytest.mark.parametrize(
    ("sentence", "brand", "said"),
    [
        ("Chez Levain, le pain est tiède.", "Levain", "Chez un concurrent, le pain est tiède."),
        ("Levain ouvre à sept heures.", "levain", "Un concurrent ouvre à sept heures."),
        ("À Anna, nous promettons du pain.", "Noé", "À Anna, un concurrent promet du pain."),
        ("Chez nous, le pain est tiède.", "", "Chez un concurrent, le pain est tiède."),
        ("Du pain tiède.", "Levain", "Un concurrent\u00a0: «\u00a0Du pain tiède.\u00a0»"),
        ("Les levains montent.", "Levain", "Un concurrent\u00a0: «\u00a0Les levains montent.\u00a0»"),
        ("Tarif (fixe).", "(fixe", "Tarif un concurrent)."),
        ("", "Levain", ""),
    ],
)
def test_a_competitor_says_it_in_french(sentence: str, brand: str, said: str) -> None:
    assert swapped(sentence, brand, "un concurrent", "fr") == said


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("To Ann, we promise to deliver.", "To Ann, a competitor promises to deliver."),
        ("Warm bread at seven.", "A competitor: “Warm bread at seven.”"),
    ],
)
def test_a_competitor_says_it_in_english(sentence: str, said: str) -> None:
    assert swapped(sentence, "Levain", "a competitor", "en") == said
