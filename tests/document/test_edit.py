"""An edit gives another document that shares what it did not touch; the same one when nothing changed."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from brandplatform.document import edit
from brandplatform.document.model import Draft, Platform, Proof, Statement, Text, new_platform

Edit = Callable[[Platform], Platform]
DRAFT = Draft(id="d1", text={"fr": "Tiède."})


def full() -> Platform:
    """Return a platform that answers something of every kind."""
    platform = new_platform("plateforme", "fr", "Levain")
    for one in EDITS.values():
        platform = one(platform)
    return platform


EDITS: dict[str, Edit] = {
    "statement": lambda p: edit.write_text(p, "promise", Statement, "fr", "Chaud."),
    "text": lambda p: edit.write_text(p, "promise.reality", Text, "fr", "Tenu."),
    "lines": lambda p: edit.write_lines(p, "review.triggers", "fr", ("un départ",)),
    "note": lambda p: edit.write_note(p, "promise.q1", "fr", "Samira."),
    "choice": lambda p: edit.choose(p, "decision", "yes"),
    "scale": lambda p: edit.place_on_scale(p, "tone.funny", 2, 4),
    "date": lambda p: edit.write_date(p, "review.next", "2027-01"),
    "row": lambda p: edit.add_row(p, "values", "r1"),
    "cell": lambda p: edit.write_cell(p, "values", "r1", "name", "Donner", "fr"),
    "plain cell": lambda p: edit.write_cell(p, "values", "r1", "status", "lived", None),
    "draft": lambda p: edit.keep_draft(p, "mission", DRAFT),
    "settled": lambda p: edit.settle(p, "promise", True),
    "put away": lambda p: edit.put_away(p, "culture", True),
    "brand": lambda p: edit.rebrand(p, colour="#7A2E1D"),
    "languages": lambda p: edit.speak(p, ("fr", "en")),
}
UNDONE: dict[str, Edit] = {
    "statement": lambda p: edit.write_text(p, "promise", Statement, "fr", " \n"),
    "text": lambda p: edit.write_text(p, "promise.reality", Text, "fr", ""),
    "lines": lambda p: edit.write_lines(p, "review.triggers", "fr", ("", " ")),
    "note": lambda p: edit.write_note(p, "promise.q1", "fr", " "),
    "choice": lambda p: edit.choose(p, "decision", ""),
    "scale": lambda p: edit.place_on_scale(p, "tone.funny", 0, 0),
    "date": lambda p: edit.write_date(p, "review.next", " "),
    "row": lambda p: edit.remove_row(p, "values", "r1"),
    "settled": lambda p: edit.settle(p, "promise", False),
    "put away": lambda p: edit.put_away(p, "culture", False),
    "brand": lambda p: edit.rebrand(p, colour=""),
    "languages": lambda p: edit.speak(p, ("fr",)),
}
NOTHING: dict[str, Edit] = {
    "no row to remove": lambda p: edit.remove_row(p, "values", "r9"),
    "no row to move": lambda p: edit.move_row(p, "values", "r9", 0),
    "a row where it is": lambda p: edit.move_row(p, "values", "r1", 0),
    "a row there is": lambda p: edit.add_row(p, "values", "r1", at=0),
    "no row to write in": lambda p: edit.write_cell(p, "values", "r9", "name", "x", "fr"),
    "nothing in a cell of nothing": lambda p: edit.write_cell(p, "values", "r1", "meaning", " ", "fr"),
    "nothing in another language": lambda p: edit.write_text(p, "promise", Statement, "en", ""),
    "nothing in a field of nothing": lambda p: edit.write_lines(p, "own", "fr", ()),
    "blank lines more": lambda p: edit.write_lines(p, "review.triggers", "fr", ("", " un départ ", "")),
}


@pytest.mark.parametrize("one", EDITS)
def test_an_edit_made_again_gives_the_same_document(one: str) -> None:
    platform = full()
    assert EDITS[one](platform) is platform


@pytest.mark.parametrize("one", NOTHING)
def test_an_edit_of_nothing_gives_the_same_document(one: str) -> None:
    platform = full()
    assert NOTHING[one](platform) is platform


@pytest.mark.parametrize("one", UNDONE)
def test_what_is_emptied_leaves_no_trace(one: str) -> None:
    empty = new_platform("plateforme", "fr")
    before = replace(EDITS[one](empty), id="x")
    assert before != replace(empty, id="x")
    assert UNDONE[one](before) == replace(empty, id="x")


@pytest.mark.parametrize("one", UNDONE)
def test_an_edit_shares_every_part_it_did_not_touch(one: str) -> None:
    before = full()
    after = UNDONE[one](before)
    parts = [(name, getattr(before, name), getattr(after, name)) for name in before.__struct_fields__]
    assert sum(old is not new for _, old, new in parts) == 1
    assert all(after.answers[field] is before.answers[field] for field in after.answers)


def test_a_row_edited_leaves_the_other_rows_as_they_are() -> None:
    before = edit.add_row(full(), "values", "r2")
    after = edit.write_cell(before, "values", "r2", "name", "Se taire", "fr")
    assert after.answers["values"].rows[0] is before.answers["values"].rows[0]


def test_an_emptied_text_leaves_the_drafts_and_the_other_languages() -> None:
    platform = edit.write_text(full(), "mission", Statement, "en", "Feed.")
    assert edit.write_text(platform, "mission", Statement, "en", "").answers["mission"].drafts == (DRAFT,)
    platform = edit.write_text(full(), "promise", Statement, "en", "Warm.")
    assert edit.write_text(platform, "promise", Statement, "fr", "").answers["promise"].text == {
        "en": "Warm."
    }


def test_a_cell_emptied_in_one_language_keeps_the_other() -> None:
    platform = edit.write_cell(full(), "values", "r1", "name", "Give", "en")
    platform = edit.write_cell(platform, "values", "r1", "name", "", "fr")
    assert platform.answers["values"].rows[0].cells == {"name": {"en": "Give"}, "status": "lived"}


def test_rows_are_added_where_asked_and_moved_within_the_table() -> None:
    platform = new_platform("plateforme", "fr")
    for row, at in (("b", None), ("c", None), ("a", 0)):
        platform = edit.add_row(platform, "values", row, at)
    platform = edit.move_row(platform, "values", "a", 99)
    assert [row.id for row in platform.answers["values"].rows] == ["b", "c", "a"]


def test_a_draft_of_a_known_id_takes_its_place() -> None:
    platform = edit.keep_draft(full(), "mission", Draft(id="d2"))
    platform = edit.keep_draft(platform, "mission", replace(DRAFT, status="refused"))
    assert [(one.id, one.status) for one in platform.answers["mission"].drafts] == [
        ("d1", "refused"),
        ("d2", ""),
    ]


def test_writing_a_statement_keeps_what_proves_it() -> None:
    proof = Proof(id="p1", language="fr", words="Chaud")
    platform = replace(full(), answers={"promise": Statement(text={"fr": "Chaud."}, proofs=(proof,))})
    after = edit.write_text(platform, "promise", Statement, "fr", "Froid.")
    assert after.answers["promise"].proofs == (proof,)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda p: edit.write_text(p, "values", Statement, "fr", "x"),
        lambda p: edit.write_text(p, "promise", Text, "fr", "x"),
        lambda p: edit.write_lines(p, "promise", "fr", ("x",)),
        lambda p: edit.choose(p, "promise", "x"),
        lambda p: edit.place_on_scale(p, "promise", 1, 1),
        lambda p: edit.write_date(p, "promise", "x"),
        lambda p: edit.add_row(p, "promise", "r1"),
        lambda p: edit.keep_draft(p, "values", DRAFT),
    ],
)
def test_an_answer_of_another_kind_is_never_overwritten(wrong: Edit) -> None:
    with pytest.raises(TypeError, match=r"is a (Statement|Table), not a"):
        wrong(full())


def test_a_platform_is_written_in_one_language_at_least() -> None:
    with pytest.raises(ValueError, match="one language at least"):
        edit.speak(full(), ())


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh"),
        ("a\x00\x01\x08\x1b\x1f\x7f\ud800\udfff\ufffe\uffffb", "ab"),
        ("\tà 7 h ; l’été\u00a0! 🥖\u202e", "\tà 7 h ; l’été\u00a0! 🥖\u202e"),
    ],
)
def test_control_characters_go_and_every_line_break_is_one(typed: str, kept: str) -> None:
    platform = new_platform("plateforme", "fr")
    assert edit.clean(typed) == kept
    assert edit.write_text(platform, "promise", Statement, "fr", typed).answers["promise"].text["fr"] == kept
    assert edit.write_note(platform, "promise.q1", "fr", typed).notes["promise.q1"]["fr"] == kept


def test_what_is_one_line_stays_one_line() -> None:
    platform = edit.add_row(new_platform("plateforme", "fr"), "values", "r1")
    typed = " un\r\ndépart\x00 "
    assert edit.write_lines(platform, "x", "fr", (typed,)).answers["x"].lines["fr"] == ("un départ",)
    assert edit.write_date(platform, "x", typed).answers["x"].value == "un départ"
    row = edit.write_cell(platform, "values", "r1", "owner", typed, None).answers["values"].rows[0]
    assert row.cells["owner"] == "un départ"
    assert (
        edit.rebrand(platform, name=typed, legal_owner="\ud800").brand
        == edit.rebrand(platform, name="un départ").brand
    )
