"""Where a sentence goes that no heading names: by how it begins, and by what it says of itself."""

import pytest

from brandplatform.incoming.passages import Grid, Heading, Line
from tests.incoming.filing import brought, cells, items, loose, of_passages, table

CLARA = "Clara, 34 ans, infirmière. « Je ne dors plus. » Elle redoute le lundi. Elle attend un appel. "


def test_what_is_said_of_a_person_goes_to_the_columns_its_sentences_begin_like() -> None:
    platform = of_passages(
        Heading(1, "Personas"),
        Line(CLARA + "Nous lui devons une réponse.", lead="Clara, 34 ans, infirmière."),
    )
    assert cells(platform, "people_customers.cards") == [
        {
            "person": "Clara",
            "role": "34 ans, infirmière",
            "heard": "« Je ne dors plus. »",
            "dreads": "Elle redoute le lundi.",
            "expects": "Elle attend un appel.",
            "owed": "Nous lui devons une réponse.",
        }
    ]


def test_a_name_may_stand_before_the_verb_but_not_two() -> None:
    told = of_passages(Heading(1, "Personas"), *items("Jean : Jean redoute le lundi."))
    assert cells(told, "people_customers.cards") == [{"person": "Jean", "dreads": "Jean redoute le lundi."}]
    other = of_passages(Heading(1, "Personas"), *items("Jean : Sa voisine Lise redoute le lundi."))
    assert "dreads" not in cells(other, "people_customers.cards")[0]


def test_a_short_cue_is_a_whole_word() -> None:
    platform = of_passages(Heading(1, "Tarifs"), Line("Neuf euros. Nous ne soldons rien."))
    assert platform.answers["p_price"].text == {"fr": "Neuf euros."}
    assert platform.answers["p_price.refusal"].text == {"fr": "Nous ne soldons rien."}


def test_a_refusal_is_one_of_the_p_it_is_said_of() -> None:
    platform = of_passages(Heading(1, "Where to find us"), Line("On the quay. We don't sell online."))
    assert platform.answers["p_place"].text == {"en": "On the quay."}
    assert platform.answers["p_place.refusal"].text == {"en": "We don't sell online."}


def test_only_is_no_refusal() -> None:
    platform = of_passages(Heading(1, "Communication"), Line("Nous ne montrons que de vrais toits."))
    assert platform.answers["p_promotion"].text == {"fr": "Nous ne montrons que de vrais toits."}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Ce que nous devons aux lecteurs", "people_customers"),
        ("Ce que nous devons à nos apprentis", "people_employees"),
        ("What we owe our growers", "people_partners"),
    ],
)
def test_what_is_owed_is_owed_to_those_it_names(heading: str, field: str) -> None:
    assert field in of_passages(Heading(1, heading), Line("Un rappel le jour même.")).answers


def test_under_what_is_owed_each_has_a_line() -> None:
    lines = (Line("Aux familles : une réponse.", lead="Aux familles"), Line("À nos fournisseurs : un délai."))
    platform = of_passages(Heading(1, "Ce que nous devons à chacun"), *lines)
    assert platform.answers["people_customers"].text == {"fr": "une réponse."}
    assert platform.answers["people_partners"].text == {"fr": "un délai."}


@pytest.mark.parametrize(
    ("heading", "field"),
    [("WHAT I BELIEVE", "belief"), ("What I don't make", "p_product.refusal"), ("Ce que je fais", "mission")],
)
def test_who_works_alone_says_i(heading: str, field: str) -> None:
    assert field in of_passages(Heading(1, heading), Line("Small things, every day.")).answers


def test_a_sentence_may_say_whom_something_is_owed_to() -> None:
    platform = of_passages(Heading(1, "Les gens"), Line("Nous devons à nos bénévoles un binôme."))
    assert platform.answers["people_employees"].text == {"fr": "Nous devons à nos bénévoles un binôme."}


def test_a_heading_that_sums_up_another_name_is_that_name() -> None:
    platform = of_passages(Heading(1, "L’histoire, en deux mots"), Line("En 1931, un moulin."))
    assert platform.answers["origin"].text == {"fr": "En 1931, un moulin."}


def test_what_sums_up_another_field_is_part_of_it() -> None:
    platform = of_passages(Heading(1, "Ton de voix"), Line("En résumé : des phrases courtes."))
    assert "one_thing" not in platform.answers


def test_lines_of_a_paragraph_stay_lines() -> None:
    platform = of_passages(Heading(1, "Tarifs"), Line("Neuf euros,\nservice compris.\nNous ne soldons rien."))
    assert platform.answers["p_price"].text == {"fr": "Neuf euros,\nservice compris."}


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Notre promesse, c’est du pain chaud à sept heures.", "promise"),
        ("Our mission is to bake before dawn.", "mission"),
        ("Nous croyons que le pain se mérite.", "belief"),
        ("Le ton ? Comme au comptoir.", "tone"),
        ("Ma promesse. Vous repartez avec un vêtement que vous mettrez.", "promise"),
    ],
)
def test_a_paragraph_under_no_heading_goes_where_it_says(text: str, field: str) -> None:
    platform = of_passages(Line("Bonjour à tous, voici ce que nous avons noté hier."), Line(text))
    assert field in platform.answers


def test_after_a_promise_in_front_of_a_line_its_own_labels_are_known() -> None:
    platform = brought("Notre promesse : du pain à sept heures.\n\nEntre nous : on ne ferme pas.\n")
    assert platform.answers["promise.internal"].text == {"fr": "on ne ferme pas."}


def test_a_date_of_the_next_reading_is_written_down_and_its_sentence_kept() -> None:
    sentence = "Ce document sera relu le 14 mars 2027 par le bureau."
    platform = of_passages(Heading(1, "Divers"), Line(sentence))
    assert platform.answers["review.date"].value == "14 mars 2027"
    assert any(sentence in one for one in loose(platform))


def test_years_in_front_of_items_under_a_vision_are_its_milestones() -> None:
    platform = of_passages(
        Heading(1, "Vision"), Line("Du pain partout."), *items("Year 1: a van", "2030 : un four")
    )
    assert cells(platform, "vision.milestones") == [
        {"when": "Year 1", "what": "a van"},
        {"when": "2030", "what": "un four"},
    ]


def test_two_words_of_one_item_are_told_apart_by_what_stands_between_them() -> None:
    platform = of_passages(Heading(1, "Vocabulaire"), *items("« pain » plutôt que « produit »"))
    assert cells(platform, "tone.lexicon") == [{"use": "« pain »", "avoid": "« produit »"}]


def test_a_trait_and_its_excess_may_be_parted_by_a_colon() -> None:
    platform = of_passages(Heading(1, "Personnalité"), *items("Douce : mais pas molle"))
    assert cells(platform, "personality") == [{"trait": "Douce", "but_not": "molle"}]


def test_a_value_may_end_in_a_full_stop() -> None:
    platform = of_passages(Heading(1, "Values"), Line("Warmth. The light is on.\nPatience. We wait."))
    assert cells(platform, "values") == [
        {"name": "Warmth", "meaning": "The light is on."},
        {"name": "Patience", "meaning": "We wait."},
    ]


def test_a_column_of_phrases_no_head_names_is_found_by_its_place() -> None:
    head = ("Valeur", "Cela veut dire", "Chez Levain", "Cela nous coûte")
    platform = of_passages(
        Heading(1, "Valeurs"), table(head, ("Oser", "dire non", "on ferme tôt", "le dimanche"))
    )
    assert cells(platform, "values") == [
        {"name": "Oser", "meaning": "dire non", "seen_when": "on ferme tôt", "costs": "le dimanche"}
    ]


def test_a_table_that_plainly_is_another_is_read_as_that_one() -> None:
    grid: Grid = table(("Indicator", "Baseline", "Target", "Owner"), ("Tins returned", "4%", "40%", "Lucy"))
    platform = of_passages(Heading(1, "Targets"), grid)
    assert cells(platform, "objectives") == [
        {"what": "Tins returned", "from": "4%", "to": "40%", "owner": "Lucy"}
    ]


def test_definitions_and_numbered_titles_of_a_text_are_seen() -> None:
    platform = brought("1. Valeurs\n----------\n\nDroiture\n: on dit non.\n\nLenteur\n: on attend.\n")
    html = brought("## Valeurs\n\n<dl><dt>Droiture</dt><dd>On dit non.</dd></dl>\n")
    assert [one["name"] for one in cells(platform, "values")] == ["Droiture", "Lenteur"]
    assert cells(html, "values") == [{"name": "Droiture", "meaning": "On dit non."}]


def test_a_contraction_is_what_it_stands_for() -> None:
    platform = of_passages(Heading(1, "Where we’re headed"), Line("A shop in every lane."))
    assert platform.answers["vision"].text == {"en": "A shop in every lane."}
