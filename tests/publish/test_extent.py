"""How much is published at once: up to the limits it is, over them it is refused in a sentence."""

import pytest

from brandplatform.document import edit
from brandplatform.document.model import Platform, Statement
from brandplatform.publish.extent import LONGEST_WORD, PAGES, SCREEN, SHEET_LINES, check_told
from brandplatform.publish.output import FORMS, Form, Wish, composed, written
from brandplatform.publish.problems import NotLaidOut, TooLong
from brandplatform.publish.sheets import to_sheet
from brandplatform.resources import LANGUAGES, Words
from tests.shipped import FRAMEWORK, LIBRARY, sample

DAY = "2026-11-25"


def published(platform: Platform, form: Form) -> bytes:
    wish = Wish(form, "fr")
    return written(composed(platform, LIBRARY, wish, DAY), wish, {}).data


@pytest.mark.parametrize(
    ("told", "over"),
    [
        (("x",) * PAGES.pieces, False),
        (("x",) * (PAGES.pieces + 1), True),
        ("x\n" * (PAGES.pieces - 1), False),
        ("x\n" * PAGES.pieces, True),
        ("mot " * (PAGES.characters // 4), False),
        ("mot " * (PAGES.characters // 4 + 1), True),
        ("x" * LONGEST_WORD, False),
        ("x" * (LONGEST_WORD + 1), True),
        ({"deep": ["x" * LONGEST_WORD, ("y" * (LONGEST_WORD + 1),)]}, True),
    ],
)
def test_up_to_a_limit_it_is_laid_out_and_over_it_is_not(told: object, over: bool) -> None:
    if over:
        with pytest.raises(TooLong):
            check_told(told, PAGES, "pdf")
    else:
        check_told(told, PAGES, "pdf")


@pytest.mark.parametrize("form", FORMS)
def test_a_platform_that_is_too_much_for_any_format_is_refused_before_it_is_composed(form: Form) -> None:
    for text in ("mot " * (SCREEN.characters // 4 + 1), "x\n" * (SCREEN.pieces + 1)):
        with pytest.raises(TooLong) as refused:
            published(edit.write_text(sample(), "promise", Statement, "fr", text), form)
        assert refused.value.key == "error.too_long_to_publish"


def test_what_is_too_long_for_pages_is_still_written_without() -> None:
    long = edit.write_text(
        sample(), "promise", Statement, "fr", "mot " * (PAGES.characters // 8)
    )  # said 4 times
    for form in ("docx", "pdf"):
        with pytest.raises(TooLong) as refused:
            published(long, form)
        assert refused.value.values == {"form": form}
    assert len(published(long, "md")) > PAGES.characters


def test_a_word_without_end_has_no_room_on_a_page() -> None:
    endless = edit.write_text(sample(), "promise", Statement, "fr", "x" * 40_000)
    with pytest.raises(TooLong, match="word_too_long"):
        published(endless, "pdf")
    with pytest.raises(TooLong, match="word_too_long"):
        to_sheet("poster", endless, FRAMEWORK, LIBRARY, language="fr", words=Words("fr"), today=DAY)
    assert published(endless, "html")


def test_what_the_page_setter_refuses_is_said_in_our_own_words() -> None:
    named = edit.rebrand(sample(), name="mot " * 9_000)  # a title longer than a PDF may have
    with pytest.raises(NotLaidOut) as refused:
        published(named, "pdf")
    for language in LANGUAGES:
        said = Words(language)(refused.value.key, None, **refused.value.values)
        assert "\n" not in said


def test_a_sheet_has_room_for_so_much_and_not_more() -> None:
    for text in ("mot " * (PAGES.characters // 4 + 1), "x\n" * (SHEET_LINES + 1)):
        long = edit.write_text(sample(), "promise", Statement, "fr", text)
        with pytest.raises(TooLong):
            to_sheet("poster", long, FRAMEWORK, LIBRARY, language="fr", words=Words("fr"), today=DAY)
