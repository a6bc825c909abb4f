"""Colours that can be read: the contrast and the correction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandplatform.publish.colour import RULE, TEXT, contrast, corrected, is_colour, mixed

COLOURS = st.integers(0, 0xFFFFFF).map(lambda value: f"#{value:06X}")


def test_black_on_white_is_twenty_one_to_one():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_a_known_grey_has_its_published_contrast():
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)


def test_contrast_does_not_depend_on_the_order():
    assert contrast("#A8471F", "#FFFDF9") == contrast("#FFFDF9", "#A8471F")


def test_a_colour_that_can_be_read_is_left_alone():
    assert corrected("#a8471f", "#FFFFFF") == "#A8471F"


def test_a_bright_yellow_becomes_a_dark_yellow_on_white():
    red, green, blue = bytes.fromhex(corrected("#F2C200", "#FFFFFF")[1:])
    assert red > green > blue
    assert red < 0xF2


@given(COLOURS, st.sampled_from(["#FFFFFF", "#FFFDF9", "#F4EFE7", "#1E1C1A", "#151413", "#000000"]))
def test_every_colour_can_be_made_readable_on_every_paper(colour, ground):
    assert contrast(corrected(colour, ground), ground) >= TEXT


@given(COLOURS, COLOURS)
def test_a_rule_can_be_seen_on_any_ground(colour, ground):
    assert contrast(corrected(colour, ground, RULE), ground) >= RULE


@given(COLOURS, COLOURS)
def test_correcting_twice_changes_nothing_more(colour, ground):
    once = corrected(colour, ground, RULE)
    assert corrected(once, ground, RULE) == once


def test_a_mixture_goes_from_the_ground_to_the_colour():
    assert [mixed("#000000", "#FFFFFF", share) for share in (0, 0.5, 1)] == ["#FFFFFF", "#808080", "#000000"]


@pytest.mark.parametrize("text", ["", "A8471F", "#A84", "#A8471G", "#A8471F0", "red", "#A8471F\n"])
def test_what_is_not_six_hexadecimal_digits_is_no_colour(text):
    assert not is_colour(text)
    with pytest.raises(ValueError, match="expected #RRGGBB"):
        contrast(text, "#FFFFFF")
