"""What the guide says of a claim, and when it is silent."""

import pytest
from msgspec.structs import replace

from brandplatform.checks.finding import TO_DISCUSS
from brandplatform.document import edit
from brandplatform.document.model import Accepted, Platform, Proof, Statement
from tests.checks.guides import guide, ids, saying, told
from tests.shipped import FRAMEWORK, LIBRARY, THEMES, sample

HOLLOW = "Notre équipe passionnée vous accompagne avec des solutions de qualité."


def examples(which: str) -> list[tuple[str, str, str]]:
    """Return (section, language, text) of the method's examples of statements that are asked for facts."""
    found = []
    for theme in THEMES:
        for one in theme.examples:
            section = FRAMEWORK.section(one.section)
            fields = LIBRARY.fields(section) if section else ()
            if fields and fields[0].kind == "statement" and fields[0].genre not in ("", "proof"):
                found += [(fields[0].id, tongue, getattr(one, which)[tongue]) for tongue in ("fr", "en")]
    return found


def worst(field: str, language: str, text: str) -> int:
    """Return the most serious claim in a text, 0 for none."""
    found = guide().field(saying(text, language, field), field, language)
    return max((one.severity for one in found if one.family == "claims"), default=0)


@pytest.mark.parametrize(("field", "language", "text"), examples("hollow"))
def test_a_hollow_example_is_to_discuss(field: str, language: str, text: str) -> None:
    assert worst(field, language, text) == TO_DISCUSS


@pytest.mark.parametrize(("field", "language", "text"), examples("holds"))
def test_an_example_that_holds_is_let_be(field: str, language: str, text: str) -> None:
    assert worst(field, language, text) < TO_DISCUSS


def test_the_whole_example_has_nothing_to_discuss() -> None:
    assert [one for one in told(sample()) if one.severity == TO_DISCUSS] == []


def test_a_platform_with_only_a_promise_can_come_out_clean() -> None:
    promise = "Demain à sept heures, votre pain aura levé vingt-quatre heures et sera encore tiède."
    assert told(saying(promise)) == []


def test_an_empty_platform_has_no_finding() -> None:
    assert told(saying("")) == []


def test_a_finding_says_where_which_words_and_asks_a_question() -> None:
    platform = saying(HOLLOW)
    found = next(one for one in told(platform) if one.id == "X-RELATION")
    assert HOLLOW[found.start : found.end] == "passionnée"
    assert (found.field, found.lang, found.family, found.severity) == ("promise", "fr", "claims", 2)
    assert found.message
    assert found.question == "Que vous fait faire cette passion ?"


def test_an_expression_is_told_once_however_often_it_stands() -> None:
    text = "Une équipe passionnée, des produits passionnés : une équipe passionnée."
    said = [text[one.start : one.end] for one in told(saying(text)) if one.id.startswith("X-")]
    assert len(said) == len({one.lower() for one in said})


def test_apostrophes_accents_and_capitals_make_no_difference() -> None:
    typed = ("à l'écoute de vos projets", "À l’écoute de vos projets", "A L’ECOUTE DE VOS PROJETS")
    assert len({tuple(ids(saying(text))) for text in typed}) == 1


def test_what_somebody_said_is_never_told() -> None:
    assert "X-RELATION" not in ids(saying("Samira dit : « une équipe passionnée » et revient à sept heures."))


def test_facts_buy_silence() -> None:
    firm = "Notre équipe passionnée livre douze pains à Samira, rue des Tanneurs, avant sept heures."
    assert all(one.severity < TO_DISCUSS for one in told(saying(firm)))


@pytest.mark.parametrize("where", ["offer", "name"])
def test_the_companys_own_trade_is_no_claim(where: str) -> None:
    text = "Un costume sur mesure, une équipe passionnée, un accueil de qualité."
    assert "X-SOLUTION" in ids(saying(text))
    own = {"offer": {"fr": "costumes sur mesure"}} if where == "offer" else {"name": "Mesure"}
    assert "X-SOLUTION" not in ids(saying(text, **own))


def test_words_an_act_proves_are_not_told_until_they_change() -> None:
    platform = saying(HOLLOW)
    answer = platform.answers["promise"]
    assert isinstance(answer, Statement)
    proved = replace(answer, proofs=(Proof(id="p1", language="fr", words="passionnée", row="r1"),))
    linked = replace(platform, answers={"promise": proved})
    assert "X-RELATION" not in ids(linked)
    again = edit.write_text(linked, "promise", Statement, "fr", HOLLOW.replace("passionnée", "passionnée,"))
    assert "X-RELATION" not in ids(again)
    gone = edit.write_text(linked, "promise", Statement, "fr", HOLLOW.replace("passionnée", "bienveillante"))
    assert "X-RELATION" in ids(gone)


def kept(platform: Platform, check: str, words: str) -> Platform:
    return replace(
        platform, accepted=(Accepted(id="a1", check=check, words=words, reason="terme du métier"),)
    )


def test_what_is_kept_with_a_reason_is_kept_in_the_whole_document() -> None:
    platform = edit.write_text(saying(HOLLOW), "mission", Statement, "fr", HOLLOW)
    assert ids(platform).count("X-RELATION") == 2
    assert "X-RELATION" not in ids(kept(platform, "X-RELATION", "passionnée"))


def test_a_whole_sentence_is_kept_at_its_place_only() -> None:
    platform = edit.write_text(saying(HOLLOW), "mission", Statement, "fr", HOLLOW)
    found = told(kept(platform, "C-CONCRETE", "promise"))
    assert [one.field for one in found if one.id == "C-CONCRETE"] == ["mission"]


def test_private_notes_drafts_and_sentences_heard_are_never_checked() -> None:
    platform = edit.write_note(saying(""), "promise.q1", "fr", HOLLOW)
    platform = edit.add_row(platform, "people_customers.cards", "r1")
    platform = edit.write_cell(platform, "people_customers.cards", "r1", "heard", HOLLOW, "fr")
    assert told(platform) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00\u202e🥖",
        "a" * 50_000,
        "passionné " * 5_000,
        "« " * 20_000,
        "(" * 20_000,
        "نص عربي قصير",
    ],
)
def test_any_text_is_checked_without_a_word_of_complaint(text: str) -> None:
    assert isinstance(ids(saying(text)), list)
