"""What is said of a document after it was written: every filled field is accounted for, with the reason."""

import pytest
from msgspec.structs import replace

from brandplatform.document import edit
from brandplatform.document.model import Platform
from brandplatform.publish.edition import Edition, edition
from brandplatform.publish.output import Wish, composed
from brandplatform.publish.tally import Tally, said, tally
from brandplatform.resources import Words
from tests.publish.documents import DAY
from tests.shipped import LIBRARY, sample


def told(platform: Platform, wish: Wish) -> Tally:
    return tally(platform, LIBRARY, composed(platform, LIBRARY, wish, DAY), wish)


@pytest.mark.parametrize("profile", ["essential", "team", "full"])
@pytest.mark.parametrize("language", ["fr", "en", "de"])
def test_every_filled_field_is_accounted_for(profile: str, language: str) -> None:
    found = told(sample(), Wish("md", language, edition(profile)))
    assert found.filled == found.exported + found.put_away + found.left_out + found.no_text
    assert found.exported if language != "de" else found.no_text


def test_what_is_put_away_or_not_wanted_is_told_apart() -> None:
    platform = sample()
    before = told(platform, Wish("md", "fr"))
    away = edit.put_away(platform, "mission", True)
    full = edition("full")
    without = Edition(full.profile, full.switches, frozenset({"vision"}))
    found = told(away, Wish("md", "fr", without))
    of = {name: [a for a in platform.answers if a.split(".")[0] == name] for name in ("mission", "vision")}
    assert found.put_away == before.put_away + len(of["mission"])
    assert found.left_out == before.left_out + len(of["vision"])


def test_what_a_pdf_has_no_shape_for_is_named() -> None:
    platform = sample()
    odd = replace(platform, brand=replace(platform.brand, name="Levain 🙂漢"))
    assert told(odd, Wish("pdf", "fr")).replaced == ("🙂", "漢")
    assert told(odd, Wish("docx", "fr")).replaced == ()


def test_it_is_said_in_the_words_of_a_language() -> None:
    found = Tally(
        filled=31, exported=26, put_away=2, left_out=2, no_text=1, empty=4, pages=24, state="draft",
        replaced=("🙂",), typefaces=("Source Serif 4",),
    )  # fmt: skip
    counted, unsigned, replaced, faces = said(Words("en"), found)
    assert counted == (
        "31 fields filled, 26 exported, 2 put away, 2 not part of this document, "
        "1 without text in this language, 4 still empty, 24 pages"
    )
    assert "not signed" in unsigned
    assert replaced.endswith("🙂")
    assert faces.endswith("Source Serif 4")
    assert len(said(Words("fr"), Tally(filled=1, exported=1, state="signed"))) == 1
