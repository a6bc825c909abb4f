"""Whose platform it is, and which language it is written in."""

import pytest

from brandplatform.incoming.passages import Heading, Line, Passage, Stranger
from tests.incoming.filing import filed


def brand(*passages: Passage, title: str = "", said: str = "") -> str:
    """Return the brand found in a document."""
    return filed(Stranger(passages, title=title, brand=said))[0].brand.name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Plateforme de marque – Maison Levain", "Maison Levain"),
        ("Maison Levain | Plateforme de marque 2026 v3", "Maison Levain"),
        ("Plateforme de marque de la Maison Levain", "Maison Levain"),
        ("Acme Brand Book", "Acme"),
        ("Brand guidelines: Kettle & Co (draft)", "Kettle & Co"),
        ("Acme", "Acme"),
        ("Plateforme de marque", ""),
        ("Brand Book 2026", ""),
        ("Introduction", ""),
        ("Notre promesse", ""),
        ("une marque engagée pour demain", ""),
        ("Compte rendu de l’atelier", ""),
    ],
)
def test_the_brand_is_what_is_left_of_a_title(title: str, name: str) -> None:
    assert brand(Heading(1, title), Line("Un texte.")) == name


def test_the_brand_is_what_the_file_says_before_anything_else() -> None:
    assert brand(Heading(1, "Acme Brand Book"), said="Levain") == "Levain"
    assert brand(Line("Un texte."), title="Plateforme de marque Levain") == "Levain"


def test_a_letterhead_is_no_title() -> None:
    assert brand(Line("De : Yann"), Line("A : Solène"), Line("Bonjour, voici notre promesse.")) == ""


def test_a_name_of_a_file_is_read_without_its_version() -> None:
    assert brand(Line("Un texte."), title="Plateforme_Marque_Levain_VF2") == "Levain"


def test_a_name_in_capitals_is_written_as_the_text_writes_it() -> None:
    assert brand(Heading(1, "LEVAIN — BRAND BOOK"), Line("Levain began in a barn.")) == "Levain"


def test_a_name_above_the_title_is_the_brand() -> None:
    assert (
        brand(Line("Halden Joinery", "Halden Joinery"), Line("Brand guidelines, 2026 edition"))
        == "Halden Joinery"
    )


def test_a_title_that_comes_back_in_the_text_is_the_brand() -> None:
    found = brand(
        Heading(1, "Levain – le projet"), Heading(1, "Histoire"), Line("Levain naît en 1952. Levain dure.")
    )
    assert found == "Levain"


def language(*passages: Passage, said: str = "", forced: str = "") -> str:
    """Return the language of what a document becomes."""
    return filed(Stranger(passages, language=said), forced)[0].main_language


def test_the_language_is_that_of_the_little_words() -> None:
    assert language(Line("Nous cuisons le pain de la rue, et nous le vendons le jour même.")) == "fr"
    assert language(Line("We bake the bread of the street, and we sell it on the day.")) == "en"


def test_the_language_is_the_one_asked_for_then_the_one_the_file_says() -> None:
    text = Line("We bake the bread of the street.")
    assert language(text, said="fr-FR") == "fr"
    assert language(text, said="fr-FR", forced="en") == "en"


def test_where_nothing_shows_the_language_it_is_that_of_the_person() -> None:
    assert language(Line("2027")) == "en"
