"""What a difference says of a document: which places, in which words, and what is not worth a line."""

import msgspec
import pytest
from msgspec.structs import replace

from brandplatform.document import edit
from brandplatform.document.change import ORDER, Change, apply, diff, leaves, shown_path, worth_showing
from brandplatform.document.model import Platform, Row, Statement, Table, Text, new_platform


def levain(*rows: str) -> Platform:
    """Return a platform with a promise and these rows among its values."""
    platform = replace(new_platform("plateforme", "fr", "Levain"), id="levain")
    platform = edit.write_text(platform, "promise", Statement, "fr", "Chaud.")
    for row in rows:
        platform = edit.add_row(platform, "values", row)
        platform = edit.write_cell(platform, "values", row, "name", row, "fr")
    return platform


def shown(old: Platform, new: Platform) -> list[tuple[str, object, object]]:
    """Return what a person is shown of a difference."""
    return [(shown_path(one.path)[0], one.before, one.after) for one in worth_showing(diff(old, new))]


def test_one_text_rewritten_is_one_change_with_who_when_and_why() -> None:
    old = levain()
    new = edit.write_text(old, "promise", Statement, "fr", "Tiède.")
    (change,) = diff(old, new, by="Paul", when="2026-11-25", why="plus vrai")
    path = ("answers", "promise", "text", "fr")
    assert change == Change(
        path=path, before="Chaud.", after="Tiède.", by="Paul", when="2026-11-25", why="plus vrai"
    )


def test_a_document_does_not_differ_from_itself() -> None:
    assert diff(levain("a"), levain("a")) == ()


def test_an_answer_added_or_removed_is_shown_as_its_text_alone() -> None:
    old = levain()
    new = edit.write_text(old, "mission", Text, "fr", "Nourrir.")
    assert shown(old, new) == [("mission", None, "Nourrir.")]
    assert shown(new, old) == [("mission", "Nourrir.", None)]


def test_a_row_added_or_removed_is_shown_with_its_cells_and_not_as_an_order() -> None:
    assert shown(levain("a", "c"), levain("a", "b", "c")) == [
        ("values[b]", None, "b"),
        ("values[b].name", None, "b"),
    ]
    assert shown(levain("a", "b"), levain("b")) == [("values[a]", "a", None), ("values[a].name", "a", None)]
    assert shown(levain("a"), levain()) == [("values[a]", "a", None), ("values[a].name", "a", None)]


def test_rows_moved_are_one_change_of_order() -> None:
    old = levain("a", "b", "c")
    assert shown(old, edit.move_row(old, "values", "c", 0)) == [
        ("values[]", ("a", "b", "c"), ("c", "a", "b"))
    ]


def test_a_row_added_while_others_move_shows_both() -> None:
    old = levain("a", "b")
    new = edit.move_row(levain("a", "b", "c"), "values", "b", 0)
    assert [place for place, _, _ in shown(old, new)] == ["values[]", "values[c]", "values[c].name"]


def test_part_of_a_difference_can_be_applied_alone() -> None:
    old = levain("a")
    new = edit.rebrand(edit.write_text(old, "promise", Statement, "fr", "Tiède."), name="Pain")
    (brand,) = (one for one in diff(old, new) if one.path[0] == "brand")
    assert apply(old, [brand]) == edit.rebrand(old, name="Pain")


def test_a_change_is_made_whatever_stood_there_before() -> None:
    change = Change(path=("brand", "name"), before="Autre", after="Pain")
    assert apply(levain(), [change]).brand.name == "Pain"


def test_a_row_that_no_order_names_comes_last() -> None:
    changes = [one for one in diff(levain("b"), levain("a", "b")) if one.path[-1] != ORDER]
    assert [row.id for row in apply(levain("b"), changes).answers["values"].rows] == ["b", "a"]


@pytest.mark.parametrize(
    "change",
    [
        Change(path=("brand", "name"), after=7),
        Change(path=("answers", "promise", "kind"), after="essay"),
        Change(path=("brand", "name", "fr"), after="x"),
        Change(path=("brand",), after="x"),
        Change(path=("answers", "values", "rows", "a", "cells", "name"), after="x"),
    ],
)
def test_a_change_that_makes_no_document_is_refused(change: Change) -> None:
    with pytest.raises(msgspec.ValidationError):
        apply(levain("a"), [change])


def test_two_rows_of_one_id_are_named() -> None:
    twice = replace(levain(), answers={"values": Table(rows=(Row(id="a"), Row(id="b"), Row(id="a")))})
    with pytest.raises(ValueError, match=r"answers\.values\.rows: two parts have the id “a”"):
        leaves(twice)


def test_what_is_unknown_is_compared_whole() -> None:
    old, new = (replace(levain(), extra={"/later": value}) for value in ({"a": [1]}, {"a": [1, None]}))
    (change,) = diff(old, new)
    assert change.path == ("extra", "/later")
    assert apply(old, [change]) == new


@pytest.mark.parametrize(
    ("path", "place", "language"),
    [
        (("answers", "promise", "text", "fr"), "promise", "fr"),
        (("answers", "review.triggers", "lines", "en"), "review.triggers", "en"),
        (("answers", "decision", "value"), "decision", ""),
        (("answers", "values", "rows", "r3"), "values.rows.r3", ""),
        (("answers", "values", "rows", "r3", "id"), "values[r3]", ""),
        (("answers", "values", "rows", "r3", "cells", "name", "fr"), "values[r3].name", "fr"),
        (("answers", "values", "rows", "r3", "cells", "owner"), "values[r3].owner", ""),
        (("answers", "values", "rows", ORDER), "values[]", ""),
        (("answers", "tone.funny", "today"), "tone.funny.today", ""),
        (("answers", "promise", "drafts", "d1", "text", "fr"), "promise.drafts.d1.text.fr", ""),
        (("notes", "promise.q4", "en"), "promise.q4", "en"),
        (("brand", "name"), "brand.name", ""),
        (("settled",), "settled", ""),
    ],
)
def test_a_path_is_shown_as_people_write_it(path: tuple[str, ...], place: str, language: str) -> None:
    assert shown_path(path) == (place, language)
