"""What is published, in which order, and what never is."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from brandplatform.document import edit
from brandplatform.document.model import Brand, Logo, Platform, Signature, Statement, new_platform
from brandplatform.publish import blocks
from brandplatform.publish.blocks import Bullets, Card, Cover, Heading, Labelled, PromisePage, Table
from brandplatform.publish.edition import PROFILES
from brandplatform.publish.signed import sign
from tests.publish.documents import composed, of_kind, texts
from tests.shipped import FRAMEWORK, fields, sample


def written(field: str, text: str, platform: Platform | None = None) -> Platform:
    """Return a platform in which one statement is written in French."""
    return edit.write_text(
        platform or new_platform("plateforme", "fr", "Levain"), field, Statement, "fr", text
    )


def by_odile(platform: Platform) -> Platform:
    """Return a platform she signed as it stands."""
    signature = Signature(id="s1", name="Odile Marchand", role="gérante", when="2026-09-06")
    return sign(platform, FRAMEWORK, signature)


def headings(platform: Platform | None = None, language: str = "fr") -> list[str]:
    return [block.text for block in of_kind(composed(platform, language), Heading)]


# What is there


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_answer_of_the_example_is_published(language: str) -> None:
    places = {text.partition("[")[0] for text in texts(composed(language=language).blocks)}
    assert {field.id for field in fields()} <= places


def test_the_people_come_first_and_the_blind_spots_last() -> None:
    chapters = [block for block in of_kind(composed(), Heading) if block.level == 1]
    assert chapters[0].text == "Les personnes"
    assert chapters[-1].text == "Angles morts"
    assert [one.number for one in chapters] == [*(str(n) for n in range(1, len(chapters))), "A"]


def test_the_promise_stands_once_alone_on_its_page() -> None:
    document = composed()
    assert isinstance(document.blocks[1], PromisePage)
    promise = document.blocks[1].text
    gathered = (PromisePage, blocks.Summary, blocks.SignOff)
    told = [block for block in document.blocks if promise in texts((block,))]
    assert [type(block) for block in told] == list(gathered)


def test_inside_a_section_what_is_said_comes_first_and_the_refusal_last() -> None:
    platform = written("p_price.refusal", "Pas de carte de fidélité.")
    platform = written("p_price.proof", "Le prix est au mur.", platform)
    platform = written("p_price", "Au kilo, le même partout.", platform)
    said = composed(platform).blocks[-3:]
    assert [type(block) for block in said] == [blocks.Statement, Labelled, Labelled]
    labels = [block.label for block in said if isinstance(block, Labelled)]
    assert labels == ["L’acte qui le montre", "Ce que nous refusons ici"]


def test_headings_never_skip_a_level() -> None:
    levels = [block.level for block in of_kind(composed(), Heading)]
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_method_without_chapters_is_published_group_by_group() -> None:
    bare = replace(FRAMEWORK, chapters=())
    made = [block.text for block in of_kind(composed(framework=bare), Heading) if block.level == 1]
    assert made == [group.title["fr"] for group in FRAMEWORK.groups]


# What is not


def test_an_empty_platform_has_a_cover_and_nothing_else() -> None:
    (cover,) = composed(new_platform("plateforme", "fr")).blocks
    assert isinstance(cover, Cover)
    assert cover.kind == "Plateforme de marque"


def test_an_empty_section_is_left_out() -> None:
    assert headings(written("mission", "Nous pétrissons.")) == ["Mission"]


def test_a_section_put_away_is_left_out_with_its_promise_page() -> None:
    platform = edit.put_away(sample(), "promise", True)
    assert of_kind(composed(platform), PromisePage) == []
    assert "La promesse, jusqu’au bout" not in headings(platform)


def test_what_is_not_written_in_a_language_is_left_out_of_it() -> None:
    assert headings(written("mission", "Nous pétrissons."), "en") == []


@pytest.mark.parametrize("profile", PROFILES)
def test_private_notes_are_not_published_and_drafts_in_the_full_document_only(profile: str) -> None:
    platform = edit.write_note(sample(), "mission.q1", "fr", "entre nous seuls")
    said = "\n".join(texts(composed(platform, profile=profile).blocks))
    assert "entre nous seuls" not in said
    assert ("Du bon pain, fait lentement" in said) == (profile == "full")


def test_a_row_without_a_word_and_a_column_nobody_filled_are_left_out() -> None:
    platform = new_platform("plateforme", "fr")
    for row, word in (("r1", "tiède"), ("r2", "")):
        platform = edit.add_row(platform, "proof", row)
        platform = edit.write_cell(platform, "proof", row, "word", word, "fr")
    (table,) = of_kind(composed(platform), Table)
    assert table.head == ("Mot",)
    assert table.row_ids == ("r1",)


# How it is said


def test_texts_are_set_as_their_language_wants_whatever_was_typed() -> None:
    platform = written("mission", "Qu'est-ce que c'est ? 12 %")
    (said,) = of_kind(composed(platform), blocks.Statement)
    assert said.text == "Qu’est-ce que c’est\u202f? 12\u00a0%"


def test_a_day_is_said_in_words_and_an_option_by_its_title() -> None:
    (table,) = [one for one in of_kind(composed(), Table) if one.field == "proof"]
    assert [cell.more[0].spans[0].text for cell in table.rows[0][-2:]] == [
        "4\u00a0mars 2026",
        "4\u00a0mars 2027",
    ]
    assert table.head == ("Mot", "Acte", "Preuve · date", "Qui en répond · pour quand")
    values = [one for one in of_kind(composed(), Card) if one.name.spans[0].text == "Attendre la pâte"]
    assert "Vécue" in list(texts(values[0].lines))


@pytest.mark.parametrize(("language", "quote"), [("fr", "«\u00a0C’est la"), ("en", "“It is the")])
def test_what_somebody_said_is_quoted_as_its_language_quotes(language: str, quote: str) -> None:
    card = of_kind(composed(language=language), Card)[0]
    assert card.quote.spans[0].text.startswith(quote)


def test_what_is_quoted_already_is_not_quoted_twice() -> None:
    platform = edit.add_row(new_platform("plateforme", "fr"), "people_customers.cards", "r1")
    platform = edit.write_cell(platform, "people_customers.cards", "r1", "heard", "« Bonjour »", "fr")
    (card,) = of_kind(composed(platform), Card)
    assert card.quote.spans[0].text == "«\u00a0Bonjour\u00a0»"


def test_a_scale_says_its_two_places_and_its_two_ends() -> None:
    platform = edit.place_on_scale(new_platform("plateforme", "en"), "tone.funny", 2, 0)
    (line,) = of_kind(composed(platform, "en"), Labelled)
    assert line.spans[0].text == "today 2, wanted none, from 1 (serious) to 5 (funny)"


def test_a_longer_text_keeps_its_bold_and_its_list() -> None:
    document = composed()
    bold = [span.text for one in of_kind(document, blocks.Paragraph) for span in one.spans if span.bold]
    assert bold == ["le samedi de décembre"]
    assert len(of_kind(document, Bullets)[0].items) == 3


def test_control_characters_of_a_foreign_file_do_not_reach_the_page() -> None:
    platform = sample()
    hostile = Statement(text={"fr": "Du pain\x00\x0b\ud800 chaud\x1b[31m."})
    platform = replace(platform, answers={**platform.answers, "mission": hostile})
    said = "".join(texts(composed(platform).blocks))
    assert "Du pain\n chaud[31m." in said


# The cover


def test_the_cover_says_whose_it_is_in_which_state_and_when() -> None:
    cover = composed().blocks[0]
    assert isinstance(cover, Cover)
    assert cover.brand == "Maison Levain"
    assert cover.foot[:2] == ("Brouillon · non signé", "Version du 25\u00a0novembre 2026")
    assert "fictif" in cover.foot[2]


def test_who_signed_stands_on_the_line_to_sign() -> None:
    (page,) = of_kind(composed(by_odile(sample())), PromisePage)
    assert page.signature == ("Odile Marchand, gérante, 6\u00a0septembre 2026",)


def test_a_signed_platform_says_so_and_on_its_cover_by_whom() -> None:
    document = composed(by_odile(sample()))
    cover = document.blocks[0]
    assert isinstance(cover, Cover)
    assert document.state == cover.foot[0] == "Signé"
    assert cover.foot[2] == "Odile Marchand, gérante, 6\u00a0septembre 2026"


def test_a_platform_written_on_after_it_was_signed_says_so() -> None:
    after = edit.write_text(by_odile(sample()), "mission", Statement, "fr", "Cuire autre chose.")
    assert composed(after).state == "Modifié depuis la signature"


@pytest.mark.parametrize(
    ("colour", "accent"),
    [("", ""), ("#8A4B1F", "#8A4B1F"), ("red", ""), ("#FFFFFF;x", "")],
)
def test_a_colour_is_the_accent_only_when_it_is_one(colour: str, accent: str) -> None:
    assert composed(replace(sample(), brand=Brand(colour=colour))).accent == accent


def test_a_pale_colour_is_darkened_until_it_can_be_read() -> None:
    assert composed(replace(sample(), brand=Brand(colour="#FFE08A"))).accent not in ("", "#FFE08A")


def test_a_logo_without_words_is_said_to_be_the_logo_of_the_brand() -> None:
    brand = Brand(name="Levain", logo=Logo(asset="a.png"))
    cover = composed(replace(sample(), brand=brand)).blocks[0]
    assert isinstance(cover, Cover)
    assert (cover.logo, cover.logo_alt) == ("a.png", "Logo de Levain")
