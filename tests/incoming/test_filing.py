"""Where a passage goes: by the heading it stands under, and by the words in front of it."""

import pytest

from brandplatform.incoming.passages import Aside, Heading, Line, Stranger
from tests.incoming.filing import cells, filed, items, loose, of_passages, stands, table


def test_paragraphs_under_a_heading_go_to_its_field() -> None:
    platform = of_passages(Heading(1, "Notre mission"), Line("Cuire."), Line("Vendre le jour même."))
    assert platform.answers["mission"].text == {"fr": "Cuire.\n\nVendre le jour même."}


def test_a_second_wording_is_kept_aside_and_never_written_over_the_first() -> None:
    platform = of_passages(
        Heading(1, "Promise"), Line("Warm at seven."), Heading(1, "Our promise"), Line("Hot.")
    )
    assert platform.answers["promise"].text == {"en": "Warm at seven."}
    assert "Hot." in loose(platform)


def test_a_statement_takes_paragraphs_while_it_is_short_then_the_rest_is_kept_aside() -> None:
    long = " ".join(["le pain"] * 40)
    platform = of_passages(Heading(1, "Promesse"), Line("Chaud à sept heures."), Line(long), Line("Fin."))
    assert platform.answers["promise"].text == {"fr": "Chaud à sept heures."}
    assert f"{long}\n\nFin." in loose(platform)


def test_what_finds_no_field_is_kept_under_its_heading_with_its_source() -> None:
    platform = of_passages(Heading(1, "Marque"), Heading(2, "Couleurs"), Line("Bleu."), Line("Vert."))
    first = platform.loose[0]
    assert (first.text, first.source) == ("Couleurs\n\nBleu.\n\nVert.", "plan: Marque › Couleurs")
    assert loose(platform)[-1] == "Marque"


def test_headings_that_only_name_a_field_are_kept_last() -> None:
    platform = of_passages(Heading(1, "Notre mission"), Line("Cuire."))
    assert [(one.text, one.source) for one in platform.loose] == [
        ("Notre mission", "plan: headings and labels")
    ]


def test_words_in_front_name_a_field_and_end_where_others_begin() -> None:
    platform = of_passages(
        Line("Notre mission : cuire."),
        Line("Vision – un four par rue."),
        Line("Couleurs : bleu."),
        Line("Voilà."),
    )
    assert stands(platform, "cuire.", "mission")
    assert stands(platform, "un four par rue.", "vision")
    assert "Couleurs\n\nbleu.\n\nVoilà." in loose(platform)


def test_words_in_front_under_a_heading_do_not_take_what_follows() -> None:
    platform = of_passages(
        Heading(1, "Positionnement"),
        Line("Le four du quartier."),
        Line("Promesse : chaud à sept heures."),
        Line("Seul."),
    )
    assert platform.answers["positioning"].text == {"fr": "Le four du quartier.\n\nSeul."}
    assert stands(platform, "chaud à sept heures.", "promise")


@pytest.mark.parametrize(
    "written",
    [
        items("Oser : dire non", "Tenir : dire l’heure"),
        items("Oser – dire non", "Tenir — dire l’heure"),
        items("Oser (dire non vite)", "Tenir (dire l’heure vraie)"),
        (Line("Oser. Dire non", "Oser."), Line("Tenir. Dire l’heure", "Tenir.")),
        (Line("Oser : dire non\nTenir : dire l’heure"),),
        (Heading(2, "Oser"), Line("dire non"), Heading(2, "Tenir"), Line("dire l’heure")),
        (Heading(2, "1. Oser"), Line("dire non"), Heading(2, "2. Tenir"), Line("dire l’heure")),
        (Line("Oser", "Oser"), Line("dire non"), Line("Tenir", "Tenir"), Line("dire l’heure")),
        (Line("Oser"), Line("dire non, même à un ami de toujours."), Line("Tenir"), Line("dire l’heure.")),
        (table(("Valeur", "Sens"), ("Oser", "dire non"), ("Tenir", "dire l’heure")),),
        (table(("Oser", "dire non"), ("Tenir", "dire l’heure")),),
        (table(("Oser", "Tenir"), ("dire non quand il faut vraiment", "dire l’heure vraie à chacun")),),
        (table(("Nom", "Oser", "Tenir"), ("Signification", "dire non", "dire l’heure")),),
    ],
)  # fmt: skip
def test_values_are_rows_however_they_are_written(written: tuple[Line, ...]) -> None:
    found = cells(of_passages(Heading(1, "Nos valeurs"), *written), "values")
    assert [row["name"] for row in found] == ["Oser", "Tenir"]
    assert all(row["meaning"].lower().startswith("dire") for row in found)


def test_a_list_of_short_names_is_a_row_for_each() -> None:
    platform = of_passages(Line("Valeurs : audace, respect et simplicité."))
    assert [row["name"] for row in cells(platform, "values")] == ["audace", "respect", "simplicité"]


def test_a_value_may_be_called_as_a_field_is() -> None:
    found = of_passages(
        Heading(1, "Nos valeurs"), *items("Engagement", "Service"), Heading(1, "Mission"), Line("Cuire.")
    )
    assert [row["name"] for row in cells(found, "values")] == ["Engagement", "Service"]
    headed = of_passages(
        Heading(1, "Valeurs"),
        Heading(2, "Engagement"),
        Line("On tient."),
        Heading(2, "Nos preuves"),
        Line("Un fait."),
    )
    assert cells(headed, "values") == [{"name": "Engagement", "meaning": "On tient."}]
    assert cells(headed, "proof") == [{"act": "Un fait."}]


def test_labels_under_a_row_fill_its_columns() -> None:
    platform = of_passages(
        Heading(1, "Values"), Heading(2, "Frank"), Line("We say it."), Heading(3, "Behaviours"),
        Line("We print it."), Line("What it costs: sales"), *items("Proof: the wall"),
    )  # fmt: skip
    assert cells(platform, "values") == [
        {
            "name": "Frank",
            "meaning": "We say it.",
            "seen_when": "We print it.",
            "costs": "sales",
            "proof": "the wall",
        }
    ]


def test_a_line_that_is_all_there_is_under_a_heading_is_its_text_even_if_it_is_called_as_a_field() -> None:
    platform = of_passages(
        Heading(1, "Baseline"), Line("Demain"), Heading(1, "Ton"), Line("Direct.", "Direct.")
    )
    assert platform.answers["tagline"].text == {"en": "Demain"}
    assert platform.answers["tone"].text == {"en": "Direct."}


def test_labels_without_a_row_make_one() -> None:
    platform = of_passages(
        Heading(1, "Persona"), *items("Nom : Claire", "Métier : infirmière", "Freins : le prix")
    )
    assert cells(platform, "people_customers.cards") == [
        {"person": "Claire", "role": "infirmière", "dreads": "le prix"}
    ]


def test_a_heading_may_name_the_row_itself() -> None:
    platform = of_passages(
        Heading(1, "Personas"), Heading(2, "Persona 1 – Claire"), Line("Infirmière de nuit.")
    )
    assert cells(platform, "people_customers.cards") == [{"person": "Claire", "role": "Infirmière de nuit."}]


@pytest.mark.parametrize("said", ["Fière mais pas hautaine", "Fière, jamais hautaine"])
def test_a_trait_stands_apart_from_its_excess(said: str) -> None:
    platform = of_passages(Heading(1, "Personnalité"), *items(said))
    assert cells(platform, "personality") == [{"trait": "Fière", "but_not": "hautaine"}]


def test_words_to_use_and_to_avoid_are_columns() -> None:
    platform = of_passages(
        Heading(1, "Tone of voice"),
        Line("Plain."),
        Heading(2, "Say"),
        *items("loaf"),
        Line("Don’t say: product, range"),
    )
    assert cells(platform, "tone.lexicon") == [{"use": "loaf"}, {"avoid": "product"}, {"avoid": "range"}]


def test_a_column_that_is_none_of_ours_is_kept_aside_with_its_head() -> None:
    grid = table(("Valeur", "Sens", "Icône"), ("Oser", "dire non", "flamme"), ("Tenir", "l’heure", "pendule"))
    platform = of_passages(Heading(1, "Valeurs"), grid)
    assert cells(platform, "values")[0] == {"name": "Oser", "meaning": "dire non"}
    assert "Icône\nflamme\npendule" in loose(platform)


def test_an_option_is_known_by_its_title_and_another_word_kept_aside() -> None:
    grid = table(("Valeur", "Aujourd’hui"), ("Oser", "Vécue"), ("Tenir", "à moitié"))
    platform = of_passages(Heading(1, "Valeurs"), grid)
    assert cells(platform, "values") == [{"name": "Oser", "status": "lived"}, {"name": "Tenir"}]
    assert any("à moitié" in text for text in loose(platform))


def test_a_table_may_hold_the_whole_platform() -> None:
    grid = table(("Item", "Content"), ("Mission", "Bake."), ("Values", "Care\nTime"), ("Colours", "Blue"))
    platform = of_passages(grid)
    assert stands(platform, "Bake.", "mission")
    assert [row["name"] for row in cells(platform, "values")] == ["Care", "Time"]
    assert "Colours\n\nBlue" in loose(platform)


def test_a_table_without_a_heading_is_known_by_its_heads() -> None:
    platform = of_passages(
        table(("Concurrent", "Forces", "Faiblesses"), ("Le supermarché", "le prix", "le goût"))
    )
    assert cells(platform, "alternatives") == [
        {"alternative": "Le supermarché", "gains": "le prix", "loses": "le goût"}
    ]


def test_a_heading_that_names_two_fields_shares_its_paragraphs() -> None:
    platform = of_passages(Heading(1, "Mission et vision"), Line("Cuire."), Line("Un four par rue."))
    assert stands(platform, "Cuire.", "mission")
    assert stands(platform, "Un four par rue.", "vision")
    one = of_passages(Heading(1, "Mission et vision"), Line("Cuire partout."))
    assert "Mission et vision\n\nCuire partout." in loose(one)


def test_a_list_of_contents_is_never_filed() -> None:
    platform = of_passages(Heading(1, "Sommaire"), *items("Notre mission", "Nos valeurs : page 3"))
    assert platform.answers == {}


def test_what_stands_beside_the_text_is_kept_aside_and_named() -> None:
    platform = of_passages(Heading(1, "Mission"), Aside("Voir annexe.", "note"), Line("Cuire."))
    assert stands(platform, "Cuire.", "mission")
    assert ("Voir annexe.", "plan: note") in [(one.text, one.source) for one in platform.loose]


def test_where_all_is_bold_bold_says_nothing() -> None:
    said = [
        "OUR MISSION",
        "We bake bread for the whole street.",
        "TYPEFACE",
        "Garamond, everywhere and always.",
    ]
    platform = of_passages(*(Line(text, text) for text in said))
    assert platform.answers["mission"].text == {"en": "We bake bread for the whole street."}
    assert "TYPEFACE\n\nGaramond, everywhere and always." in loose(platform)


def test_a_refusal_belongs_to_the_p_it_stands_under() -> None:
    platform = of_passages(Heading(1, "Prix"), Line("Au kilo."), Line("Ce que nous refusons : les soldes."))
    assert stands(platform, "les soldes.", "p_price.refusal")


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("1.2 Notre vision", "vision"),
        ("IV. Positionnement", "positioning"),
        ("La promesse d’Acme", "promise"),
        ("Acme : notre mission", "mission"),
        ("Vision à 2030", "vision"),
        ("What makes us different?", "differentiation"),
        ("🎯 Our purpose", "belief"),
        ("Les promesses que nous vous faisons", "promise"),
        ("Baseline", "tagline"),
    ],
)
def test_a_heading_is_known_whatever_is_round_its_name(heading: str, field: str) -> None:
    document = Stranger((Heading(1, heading), Line("Un texte.")), brand="Acme")
    assert stands(filed(document)[0], "Un texte.", field)


@pytest.mark.parametrize(
    "heading", ["Ce que nous ne promettons pas", "Contexte", "Vivre ensemble", "Charte graphique"]
)
def test_a_heading_that_names_no_field_is_left(heading: str) -> None:
    assert of_passages(Heading(1, heading), Line("Un texte.")).answers == {}


def test_the_report_says_what_went_where() -> None:
    _, report = filed(
        Stranger((Heading(1, "Plan"), Heading(2, "Mission"), Line("Bake."), Line("Note: x", depth=0)))
    )
    assert [(one.origin, one.place) for one in report] == [("Plan › Mission", "mission")]
