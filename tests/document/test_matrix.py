"""A promise is cut into parts; each shows, or does not yet, under each of the five Ps."""

import pytest

from brandplatform.document import edit, matrix
from brandplatform.document.model import Platform, Statement, new_platform
from tests.shipped import sample

PROMISE = "Demain à sept heures, votre pain aura levé et sera encore tiède."
WARM = "sera encore tiède"
EMPTY = new_platform("plateforme", "fr")


def told(text: str = PROMISE) -> Platform:
    """Return a platform with a promise in French."""
    return edit.write_text(EMPTY, "promise", Statement, "fr", text)


def filled() -> Platform:
    """Return a platform whose last part shows in the product."""
    platform = matrix.write(told(), WARM, "p_product", "fr", "l’heure du four sur l’étiquette")
    return matrix.act_by(matrix.mark(platform, WARM, "p_product", "shows"), WARM, "p_product", "r1")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (PROMISE, ("Demain à sept heures", "votre pain aura levé", WARM)),
        ("Ready at seven, and still warm.", ("Ready at seven", "still warm")),
        ("On répond ; on rappelle.", ("On répond", "on rappelle")),
        ("Du pain.", ("Du pain",)),
        ("Un forfait de 1,5 h", ("Un forfait de 1,5 h",)),
        ("tiède, tiède", ("tiède",)),
        (" , .", ()),
        ("", ()),
    ],
)
def test_a_promise_is_cut_at_its_commas_and_at_each_and(text: str, parts: tuple[str, ...]) -> None:
    assert matrix.parts_of(text) == parts


def test_people_come_first() -> None:
    assert matrix.UNDER[0] == "p_people"


def test_a_part_is_shown_in_the_other_language_when_it_is_cut_alike() -> None:
    english = edit.write_text(told(), "promise", Statement, "en", "At seven, risen and still warm.")
    assert matrix.part_in(english, WARM, "en") == "still warm"
    assert matrix.part_in(told(), WARM, "en") == WARM


def test_a_cell_says_what_was_written() -> None:
    cell = matrix.cell_at(filled(), WARM, "p_product")
    assert (matrix.state_of(cell), cell.text["fr"], cell.row) == (
        "shows", "l’heure du four sur l’étiquette", "r1",
    )  # fmt: skip


def test_an_emptied_cell_is_no_longer_there() -> None:
    platform = matrix.mark(told(), WARM, "p_price", "contradicted")
    assert matrix.mark(platform, WARM, "p_price", "nothing") == told()


def test_writing_again_what_is_there_changes_nothing() -> None:
    platform = filled()
    assert matrix.mark(platform, WARM, "p_product", "shows") is platform
    assert matrix.mark(platform, WARM, "p_place", "nothing") is platform


def test_a_corrected_apostrophe_or_capital_keeps_the_cells() -> None:
    platform = matrix.mark(told("L'heure dite, et tiède"), "L'heure dite", "p_place", "shows")
    after = edit.write_text(platform, "promise", Statement, "fr", "Tiède, l’heure dite")
    assert matrix.state_of(matrix.cell_at(after, "l’heure dite", "p_place")) == "shows"
    assert matrix.left_over(after) == ()


def test_cells_of_a_part_that_is_gone_are_kept_and_can_be_moved() -> None:
    platform = edit.write_text(filled(), "promise", Statement, "fr", "À sept heures, votre pain sera chaud.")
    assert matrix.left_over(platform) == (WARM,)
    moved = matrix.move_part(platform, WARM, "votre pain sera chaud")
    assert matrix.left_over(moved) == ()
    assert matrix.state_of(matrix.cell_at(moved, "votre pain sera chaud", "p_product")) == "shows"


def test_a_moved_cell_takes_nobody_s_place() -> None:
    platform = matrix.mark(filled(), "votre pain aura levé", "p_product", "contradicted")
    assert matrix.move_part(platform, WARM, "votre pain aura levé") is platform


def test_a_part_can_be_dropped() -> None:
    assert matrix.drop_part(filled(), WARM) == told()
    assert matrix.drop_part(told(), WARM) == told()


def test_no_gap_is_told_before_a_cell_was_filled() -> None:
    assert matrix.gaps(told()) == ()


def test_a_cell_that_shows_by_an_act_is_no_gap() -> None:
    gaps = matrix.gaps(filled())
    assert len(gaps) == 14
    assert matrix.Gap(WARM, "p_product", "nothing") not in gaps


def test_a_cell_that_shows_by_no_act_is_a_gap() -> None:
    platform = matrix.act_by(filled(), WARM, "p_product", "")
    assert matrix.Gap(WARM, "p_product", "no_act") in matrix.gaps(platform)


def test_cells_stay_where_they_were_when_another_language_leads() -> None:
    platform = sample("garance-plomberie")
    turned = edit.speak(platform, ("en", "fr"))
    assert matrix.left_over(turned) == ()
    first, other = matrix.parts(platform)[0], matrix.parts(turned)[0]
    assert matrix.cell_at(turned, other, "p_price") == matrix.cell_at(platform, first, "p_price")
