"""Whether the parts hold together: a check speaks when all it compares is written, not before."""

import pytest
from msgspec.structs import replace

from brandplatform.document import edit
from brandplatform.document.model import Date, Platform, Statement, new_platform
from tests.checks.guides import ids, saying, told

PROMISE = "Douze pains tièdes livrés à Samira chaque matin avant sept heures."


def table(field: str, *rows: dict[str, str]) -> Platform:
    """Return a platform with the rows of one French table; `!` marks what is the same in every language."""
    platform = new_platform("plateforme", "fr", "Levain")
    for number, row in enumerate(rows, 1):
        platform = edit.add_row(platform, field, f"r{number}")
        for column, text in row.items():
            language = None if column.endswith("!") else "fr"
            platform = edit.write_cell(platform, field, f"r{number}", column.rstrip("!"), text, language)
    return platform


def test_a_mission_that_says_the_promise_again_is_to_discuss() -> None:
    platform = edit.write_text(saying(PROMISE), "mission", Statement, "fr", PROMISE)
    assert [(one.id, one.field) for one in told(platform) if one.id == "C-OVERLAP"] == [
        ("C-OVERLAP", "mission")
    ]
    assert "C-OVERLAP" not in ids(saying(PROMISE))


def test_six_values_are_to_discuss_and_five_are_not() -> None:
    rows = [{"name": f"Valeur {n}"} for n in range(6)]
    assert "C-VALUES" in ids(table("values", *rows))
    assert "C-VALUES" not in ids(table("values", *rows[:5]))


def test_values_of_which_all_are_the_least_expected_are_a_hint() -> None:
    least = {"name": "Honnêteté", "status!": "minimum"}
    assert "C-MINIMUM" in ids(table("values", least, least))
    assert "C-MINIMUM" not in ids(table("values", least, {"name": "Attendre", "status!": "lived"}))


def test_a_p_without_an_act_is_told_once_another_has_one() -> None:
    platform = edit.write_text(saying(PROMISE, field="p_price"), "p_place", Statement, "fr", PROMISE)
    assert "C-5P" not in ids(platform)
    shown = edit.write_text(platform, "p_place.proof", Statement, "fr", "Au mur depuis 2019.")
    assert [one.field for one in told(shown) if one.id == "C-5P"] == ["p_price"]


def test_the_group_of_people_that_was_forgotten_is_named() -> None:
    platform = saying(PROMISE, field="people_customers")
    assert "C-PEOPLE" not in ids(platform)
    both = edit.write_text(platform, "people_partners", Statement, "fr", PROMISE)
    assert [one.field for one in told(both) if one.id == "C-PEOPLE"] == ["people_employees"]


def test_a_word_without_an_act_and_an_act_without_a_word_are_told_by_row() -> None:
    platform = table("proof", {"word": "tiède"}, {"act": "fournée à six heures"}, {"word": "a", "act": "b"})
    found = [(one.id, one.row) for one in told(platform) if one.id.startswith("C-GAP")]
    assert found == [("C-GAP-ACT", "r1"), ("C-GAP-WORD", "r2")]


@pytest.mark.parametrize(("date", "old"), [("2025-11-24", True), ("2025-11-25", False), ("bientôt", False)])
def test_an_evidence_is_old_after_a_year(date: str, old: bool) -> None:
    platform = table("proof", {"word": "tiède", "act": "fournée", "date!": date})
    assert ("C-AGE" in ids(platform)) == old


def test_commitments_and_objectives_want_their_day_and_their_name() -> None:
    whole = {"commitment": "couper en quarts", "owner!": "Karim", "by": "2027", "if_missed": "offert"}
    assert "C-COMMITMENT" not in ids(table("commitments", whole))
    assert "C-COMMITMENT" in ids(table("commitments", {**whole, "if_missed": ""}))
    aim = {"what": "pains", "from": "7", "to": "9", "by!": "2027", "owner!": "Inès"}
    assert "C-OBJ" not in ids(table("objectives", aim))
    assert "C-OBJ" in ids(table("objectives", {**aim, "to": ""}))


def test_a_see_without_a_do_is_told() -> None:
    assert "C-SEEDO" in ids(table("diff", {"see": "on attend"}))
    assert "C-SEEDO" not in ids(table("diff", {"see": "on attend", "do": "on cuit"}))


def test_beliefs_that_rest_on_habit_are_told() -> None:
    habit, heard = {"belief": "a", "source!": "habit"}, {"belief": "b", "source!": "conversation"}
    assert "C-FILTER" in ids(table("blindspots", habit, habit, heard))
    assert "C-FILTER" not in ids(table("blindspots", habit, heard))


def test_a_vision_wants_a_year_in_its_words_or_beside_them() -> None:
    vision = "Chacun dans notre quartier pourra nommer celui qui a semé le blé de son pain."
    platform = saying(vision, field="vision")
    assert "C-HORIZON" in ids(platform)
    dated = replace(platform, answers={**platform.answers, "vision.horizon": Date(value="2036")})
    assert "C-HORIZON" not in ids(dated)
    assert "C-HORIZON" not in ids(saying(f"En 2036, {vision}", field="vision"))


def test_a_translation_whose_original_has_changed_is_told() -> None:
    answer = Statement(text={"fr": "Neuf.", "en": "Old."}, translated={"en": "Vieux."})
    platform = replace(saying(""), languages=("fr", "en"), answers={"mission": answer})
    assert [(one.id, one.lang) for one in told(platform) if one.id == "C-BILING"] == [("C-BILING", "en")]


def test_a_review_that_is_due_is_told() -> None:
    due = replace(saying(""), answers={"review.date": Date(value="2026-11-24")})
    assert ids(due) == ["C-REVIEW"]
    assert ids(replace(due, answers={"review.date": Date(value="2026-11-25")})) == []


def test_a_section_put_away_is_not_checked() -> None:
    hollow = "Notre équipe passionnée vous accompagne avec des solutions de qualité."
    assert told(edit.put_away(saying(hollow), "promise", True)) == []
