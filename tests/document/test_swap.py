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
        ("Levain cuit. Levain livre, et Levain part.", "Levain",
         "Un concurrent cuit. Un concurrent livre, et un concurrent part."),
        ("« Chez nous, rien n’attend. »", "", "« Chez un concurrent, rien n’attend. »"),
        ("Nous cuisons à cinq heures.", "",
         "Un concurrent\u00a0: «\u00a0Nous cuisons à cinq heures.\u00a0»"),
        ("", "Levain", ""),
    ],
)  # fmt: skip
def test_a_competitor_says_it_in_french(sentence: str, brand: str, said: str) -> None:
    assert swapped(sentence, brand, "un concurrent", "fr")[0] == said


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("To Ann, we promise to deliver.", "To Ann, a competitor promises to deliver."),
        ("Warm bread at seven.", "A competitor: “Warm bread at seven.”"),
    ],
)
def test_a_competitor_says_it_in_english(sentence: str, said: str) -> None:
    assert swapped(sentence, "Levain", "a competitor", "en")[0] == said


@pytest.mark.parametrize(
    ("sentence", "brand", "language", "other", "put"),
    [
        ("Chez Levain, Levain cuit.", "Levain", "fr", "un concurrent", ["un concurrent"] * 2),
        ("À Anna, nous promettons du pain.", "", "fr", "un concurrent", ["un concurrent"]),
        ("With us, bread is warm.", "", "en", "a competitor", ["a competitor"]),
        ("Warm bread at seven.", "", "en", "a competitor", ["A competitor"]),
        ("Wednesday, (a+b) awe us.", "(a+b)", "en", "a competitor", ["a competitor"]),
        ("Wir backen.", "", "de", "a competitor", ["A competitor"]),
        ("", "", "fr", "un concurrent", []),
    ],
)
def test_where_the_competitor_stands_is_told(
    sentence: str, brand: str, language: str, other: str, put: list[str]
) -> None:
    made, spans = swapped(sentence, brand, other, language)
    assert [made[start:end] for start, end in spans] == put
