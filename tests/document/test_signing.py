"""A signature holds for the texts that were signed; what changed since is known by field."""

import pytest
from msgspec.structs import replace

from brandplatform import resources
from brandplatform.document import edit, signing
from brandplatform.document.library import Library
from brandplatform.document.model import Platform, Review, Signature, Statement, Text, new_platform
from brandplatform.publish import signed

FRAMEWORK = Library(resources.read_toml, ("plateforme",)).framework("plateforme")
EMPTY = new_platform("plateforme", "fr", "Levain")
ODILE = Signature(id="s1", name="Odile", role="gérante", when="2026-09-02", aloud_to="les six")


def written() -> Platform:
    """Return a platform with a promise, a mission and a table."""
    platform = edit.write_text(EMPTY, "promise", Statement, "fr", "Prêt à l'heure : 12 000 pains ?")
    platform = edit.write_text(platform, "mission", Statement, "fr", "Cuire.")
    platform = edit.add_row(platform, "values", "r1")
    return edit.write_cell(platform, "values", "r1", "name", "Donner", "fr")


def changed(after: Platform) -> tuple[str, ...]:
    """Return what changed since the last signature."""
    return signed.changed_since(after, FRAMEWORK, after.signatures[-1])


def by_odile(platform: Platform) -> Platform:
    """Return a copy she signed."""
    return signed.sign(platform, FRAMEWORK, ODILE)


def promised(platform: Platform, text: str, language: str = "fr") -> Platform:
    """Return a copy with another promise."""
    return edit.write_text(platform, "promise", Statement, language, text)


def test_nobody_has_signed_a_draft() -> None:
    assert signed.status_of(written(), FRAMEWORK) == "draft"


def test_a_signature_says_who_and_holds_a_hash_of_each_field() -> None:
    (signature,) = by_odile(written()).signatures
    assert (signature.name, signature.aloud_to, signature.languages) == ("Odile", "les six", ("fr",))
    assert set(signature.texts) == {"promise", "mission", "values"}
    assert {len(digest) for digest in (*signature.texts.values(), signature.whole)} == {64}


def test_what_was_signed_stands_signed() -> None:
    platform = by_odile(written())
    assert signed.status_of(platform, FRAMEWORK) == "signed"
    assert changed(platform) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Prêt à l’heure : 12 000 pains ?",
        " Prêt à l'heure:  12\u202f000 pains?\n".replace("heure:", "heure :"),
    ],
)
def test_a_corrected_apostrophe_or_space_unsigns_nothing(text: str) -> None:
    assert signed.status_of(promised(by_odile(written()), text), FRAMEWORK) == "signed"


def test_another_word_is_a_change_of_that_field_alone() -> None:
    platform = promised(by_odile(written()), "Prêt à temps.")
    assert signed.status_of(platform, FRAMEWORK) == "changed"
    assert changed(platform) == ("promise",)


def test_an_emptied_field_and_a_new_one_are_changes() -> None:
    platform = edit.write_text(by_odile(written()), "mission", Statement, "fr", "")
    platform = edit.write_text(platform, "essence", Statement, "fr", "La veille")
    assert set(changed(platform)) == {"mission", "essence"}


def test_a_change_taken_back_is_none() -> None:
    platform = by_odile(written())
    assert changed(promised(promised(platform, "Prêt."), "Prêt à l'heure : 12 000 pains ?")) == ()


def test_one_more_language_unsigns_nothing() -> None:
    platform = promised(edit.speak(by_odile(written()), ("fr", "en")), "Ready on time.", "en")
    assert changed(platform) == ()


def test_a_moved_row_is_a_change_and_an_empty_one_is_not() -> None:
    platform = edit.add_row(written(), "values", "r2")
    platform = by_odile(edit.write_cell(platform, "values", "r2", "name", "Attendre", "fr"))
    assert changed(edit.add_row(platform, "values", "r3")) == ()
    assert changed(edit.move_row(platform, "values", "r2", 0)) == ("values",)


def test_private_notes_drafts_and_the_next_reading_are_not_signed() -> None:
    platform = edit.write_note(by_odile(written()), "promise.q1", "fr", "Samira")
    platform = edit.write_date(platform, "review.date", "2027-09-06")
    assert changed(platform) == ()


def test_a_section_put_away_when_it_was_signed_is_not_signed() -> None:
    platform = by_odile(edit.put_away(written(), "mission", True))
    assert "mission" not in platform.signatures[0].texts
    assert changed(edit.put_away(platform, "mission", False)) == ("mission",)


def test_a_section_put_away_later_still_says_what_was_signed() -> None:
    assert changed(edit.put_away(by_odile(written()), "mission", True)) == ()


def test_one_signature_on_what_stands_there_is_enough() -> None:
    platform = promised(by_odile(written()), "Prêt à temps.")
    again = signed.sign(platform, FRAMEWORK, replace(ODILE, id="s2", name="Karim"))
    assert signed.status_of(again, FRAMEWORK) == "signed"
    assert signed.changed_since(again, FRAMEWORK, again.signatures[0]) == ("promise",)


def test_a_signature_can_be_withdrawn() -> None:
    assert signing.withdraw(by_odile(written()), "s1") == written()
    assert signing.withdraw(written(), "s1") == written()


def test_a_reading_is_kept_in_the_log_once() -> None:
    review = Review(id="v1", when="2026-11-25", by="Odile", found={"promise": "true", "mission": "doubt"})
    platform = signing.read_again(written(), review)
    assert platform.reviews == (review,)
    assert signing.read_again(platform, review) is platform


def test_a_reading_goes_through_the_statements_in_the_order_of_the_outline() -> None:
    platform = edit.write_text(written(), "promise.reality", Text, "fr", "Le lundi.")
    assert signing.to_read(FRAMEWORK, platform) == ("promise", "mission")
