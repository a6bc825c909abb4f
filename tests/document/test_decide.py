"""What differs as things to take or leave: all taken is the other, none taken changes nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from brandplatform.document import drafts, edit
from brandplatform.document.change import from_leaves, leaves
from brandplatform.document.decide import Proposal, proposals, settle, take
from brandplatform.document.merge import merge
from brandplatform.document.model import Conflict, Platform, Row, Statement, Table, Text, Verdict
from tests.document.platforms import PLATFORM
from tests.shipped import sample

often = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
campaign = settings(max_examples=2000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
BASE = edit.write_text(sample(), "promise", Statement, "fr", "Un pain chaud à sept heures.")
ROW = "values"
PROMISE = ("answers", "promise", "text", "fr")


def as_here(then: Platform, now: Platform) -> Platform:
    """Return a platform with what is never proposed as it is in another."""
    return replace(then, conflicts=now.conflicts, id=now.id, format=now.format)


def promised(text: str) -> Platform:
    return edit.write_text(BASE, "promise", Statement, "fr", text)


def promise(platform: Platform) -> str:
    answer = platform.answers["promise"]
    assert isinstance(answer, Statement)
    return answer.text["fr"]


def rows(platform: Platform) -> list[str]:
    answer = platform.answers[ROW]
    assert isinstance(answer, Table)
    return [row.id for row in answer.rows]


def apart(theirs: Platform, ours: Platform) -> Platform:
    """Return our copy with what the two are at odds on."""
    return merge(BASE, ours, theirs, by="Ana").platform


def takes(now: Platform, then: Platform, chance: st.DataObject) -> None:
    offered = proposals(now, then)
    chosen = [one for one in offered if chance.draw(st.booleans())]
    made = take(now, then, chosen)
    assert from_leaves(leaves(made)) == made
    assert take(made, then, proposals(made, then)) == as_here(then, made)


@often
@given(PLATFORM, PLATFORM)
def test_all_that_is_proposed_taken_is_the_other(now: Platform, then: Platform) -> None:
    assert take(now, then, proposals(now, then)) == as_here(then, now)


@often
@given(PLATFORM, PLATFORM)
def test_nothing_taken_changes_nothing(now: Platform, then: Platform) -> None:
    assert take(now, then, ()) == now


@often
@given(PLATFORM, PLATFORM, st.data())
def test_any_part_taken_is_a_document_and_the_rest_can_follow(
    now: Platform, then: Platform, chance: st.DataObject
) -> None:
    takes(now, then, chance)


@pytest.mark.long
@campaign
@given(PLATFORM, PLATFORM, st.data())
def test_any_part_taken_is_a_document_two_thousand_times(
    now: Platform, then: Platform, chance: st.DataObject
) -> None:
    takes(now, then, chance)


@often
@given(PLATFORM, st.booleans())
def test_a_conflict_decided_is_gone_and_the_others_stay(platform: Platform, theirs: bool) -> None:
    for one in platform.conflicts:
        made = settle(platform, one.id, theirs=theirs)
        assert made.conflicts == tuple(other for other in platform.conflicts if other.id != one.id)
        assert from_leaves(leaves(made)) == made


@often
@given(PLATFORM, PLATFORM, PLATFORM)
def test_what_two_people_are_at_odds_on_can_all_be_decided(
    base: Platform, ours: Platform, theirs: Platform
) -> None:
    made = merge(base, replace(ours, conflicts=()), replace(theirs, conflicts=())).platform
    for one in made.conflicts:
        made = settle(made, one.id, theirs=True)
    assert made.conflicts == ()
    assert from_leaves(leaves(made)) == made


def test_a_row_that_comes_or_goes_is_one_proposal() -> None:
    first = rows(BASE)[0]
    without = edit.remove_row(BASE, ROW, first)
    (goes,), (comes,) = proposals(BASE, without), proposals(without, BASE)
    assert goes.path == comes.path == ("answers", ROW, "rows", first)
    assert (goes.goes, goes.comes, comes.goes, comes.comes) == (True, False, False, True)
    assert rows(take(without, BASE, [comes])) == rows(BASE)
    assert take(BASE, without, [goes]) == without


def test_a_row_that_comes_stands_after_the_one_it_stood_after() -> None:
    second = rows(BASE)[1]
    without = edit.add_row(edit.remove_row(BASE, ROW, second), ROW, "r_new")
    (back,) = [one for one in proposals(without, BASE) if one.comes]
    assert rows(take(without, BASE, [back])) == [*rows(BASE), "r_new"]


def test_a_text_is_one_proposal_with_who_and_when() -> None:
    (one,) = proposals(BASE, promised("Un pain tiède."), by="Ana", when="2026-11-25")
    assert (one.path, one.comes, one.goes) == (PROMISE, False, False)
    assert (one.changes[0].by, one.changes[0].when) == ("Ana", "2026-11-25")


def test_choosing_another_draft_is_one_proposal() -> None:
    other = drafts.write(drafts.start(BASE, "promise", "d_b", "d_a"), "promise", "d_b", "fr", "Du pain.")
    then = drafts.choose(other, "promise", "d_b", "d_a")
    (one,) = proposals(other, then)
    assert one.path[:3] == PROMISE[:3]
    assert promise(take(other, then, [one])) == "Du pain."
    assert take(other, then, [one]) == then


def test_an_answer_of_another_kind_is_one_proposal() -> None:
    then = replace(BASE, answers={**BASE.answers, "promise": Text(text={"fr": "Autre."})})
    (one,) = proposals(BASE, then)
    assert (one.path, one.comes, one.goes) == (("answers", "promise"), False, False)
    assert take(BASE, then, [one]) == then


def test_an_answer_to_a_test_comes_whole() -> None:
    verdict = Verdict(result="passed", words={"fr": "Personne d’autre."})
    then = replace(BASE, answers={**BASE.answers, "promise": Statement(text={"fr": promise(BASE)})})
    tried = replace(then, answers={**then.answers, "promise": Statement(
        text={"fr": promise(BASE)}, tests={"t_swap": verdict}
    )})  # fmt: skip
    (one,) = proposals(then, tried)
    assert one.path == ("answers", "promise", "tests", "t_swap")


def test_a_language_or_a_column_called_like_a_key_of_ours_is_like_any_other() -> None:
    kept = Table(rows=(Row(id="r", cells={"kind": "a", "id": "b", "name": "c"}),))
    now = replace(BASE, answers={"promise": Statement(text={"fr": "Du pain.", "id": "Roti."}), "x": kept})
    less = Table(rows=(Row(id="r", cells={"name": "c"}),))
    then = replace(BASE, answers={"promise": Statement(text={"fr": "Du pain."}), "x": less})
    offered = proposals(now, then)
    assert [one.path[-1] for one in offered] == ["id", "kind", "id"]
    assert take(now, then, offered) == then


def test_keeping_ours_leaves_what_stands_there_now() -> None:
    platform = apart(promised("Un pain brûlant."), promised("Un pain tiède."))
    now = edit.write_text(platform, "promise", Statement, "fr", "Un pain à temps.")
    name = now.conflicts[0].id
    assert promise(settle(now, name, theirs=False)) == "Un pain à temps."
    assert promise(settle(now, name, theirs=True)) == "Un pain brûlant."


@pytest.mark.parametrize("removed_here", [True, False])
def test_a_row_one_took_out_goes_or_stays_as_decided(removed_here: bool) -> None:
    first = rows(BASE)[0]
    without = edit.remove_row(BASE, ROW, first)
    longer = edit.write_cell(BASE, ROW, first, "name", "Autre nom", "fr")
    ours, theirs = (without, longer) if removed_here else (longer, without)
    platform = apart(theirs, ours)
    name = platform.conflicts[0].id
    assert rows(settle(platform, name, theirs=removed_here)) == rows(BASE)
    assert rows(settle(platform, name, theirs=not removed_here)) == rows(without)


def test_words_whose_row_is_gone_by_now_go_aside() -> None:
    first = rows(BASE)[0]
    ours, theirs = (edit.write_cell(BASE, ROW, first, "name", text, "fr") for text in ("Oser", "Tenir"))
    gone = edit.remove_row(apart(theirs, ours), ROW, first)
    made = settle(gone, gone.conflicts[0].id, theirs=True)
    assert [(one.text, one.source) for one in made.loose] == [*[(o.text, o.source) for o in BASE.loose],
                                                               ("Tenir", "Ana")]  # fmt: skip


def test_two_orders_are_decided_like_words() -> None:
    order = tuple(reversed(rows(BASE)))
    conflict = Conflict(
        id="c1", path=("answers", ROW, "rows", "#order"), ours=tuple(rows(BASE)), theirs=order
    )
    platform = replace(BASE, conflicts=(conflict,))
    assert rows(settle(platform, "c1", theirs=True)) == list(order)
    assert settle(platform, "c1", theirs=True).loose == BASE.loose


@pytest.mark.parametrize("path", [(), ("id",), ("nowhere",), ("extra", "/x"), ("answers", "promise", "text")])
def test_a_conflict_of_a_place_there_is_not_loses_nothing(path: tuple[str, ...]) -> None:
    platform = replace(BASE, conflicts=(Conflict(id="c1", path=path, ours="x", theirs="Des mots."),))
    made = settle(platform, "c1", theirs=True)
    assert [one.text for one in made.loose if one.text == "Des mots."] or made.id == "Des mots."


def test_a_proposal_says_what_it_does_before_all_else() -> None:
    one = next(iter(proposals(BASE, promised("Autre."))))
    assert isinstance(one, Proposal)
    assert one.changes[0].after == "Autre."
