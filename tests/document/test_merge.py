"""Two copies made one: what is merged, what is a conflict, and what never gets lost."""

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from brandplatform.document import edit
from brandplatform.document.change import leaves
from brandplatform.document.diff3 import merged_lists, merged_order, merged_words, opcodes, pieces
from brandplatform.document.merge import merge
from brandplatform.document.model import Conflict, Draft, Loose, Platform, Statement, Table
from tests.document.platforms import PLATFORM, TEXT
from tests.shipped import sample

often = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
BASE = edit.write_text(sample(), "promise", Statement, "fr", "Un pain chaud à sept heures, chaque jour.")
ROW = "values"


def promised(text: str) -> Platform:
    return edit.write_text(BASE, "promise", Statement, "fr", text)


def promise(platform: Platform) -> str:
    answer = platform.answers["promise"]
    assert isinstance(answer, Statement)
    return answer.text["fr"]


def rows(platform: Platform, field: str = ROW) -> list[str]:
    answer = platform.answers[field]
    assert isinstance(answer, Table)
    return [row.id for row in answer.rows]


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "both"),
    [
        ("a b c d", "x b c d", "a b c y", "x b c y"),
        ("a b c", "a b c", "a c", "a c"),
        ("a b c", "a x c", "a x c", "a x c"),
        ("a b c", "a x c", "a y c", None),
        ("", "un", "deux", None),
        ("a b c", "", "a b c", ""),
        ("a b\n\nc d", "a b\n\nc e", "x b\n\nc d", "x b\n\nc e"),
    ],
)
def test_words_of_both_stay_unless_they_touch(base: str, ours: str, theirs: str, both: str | None) -> None:
    assert merged_words(base, ours, theirs) == both
    assert merged_words(base, theirs, ours) == both


@often
@given(TEXT, TEXT)
def test_a_text_only_one_changed_is_that_one(base: str, other: str) -> None:
    assert merged_words(base, base, other) == other
    assert merged_words(base, other, base) == other
    assert merged_words(base, other, other) == other


@often
@given(TEXT, TEXT)
def test_what_is_cut_and_aligned_is_the_whole_text(old: str, new: str) -> None:
    one, other = pieces(old), pieces(new)
    assert "".join(one) == old
    found = opcodes(one, other)
    assert [a for _, a, *_ in found] == [0, *(b for _, _, b, *_ in found)][: len(found)]
    assert all(one[a:b] == other[c:d] for tag, a, b, c, d in found if tag == "equal")


def test_a_long_text_of_one_word_is_compared_at_once() -> None:
    assert merged_words("a " * 50_000, "b " + "a " * 49_999, "a " * 49_999 + "c") is not None
    assert merged_words("a " * 9_000, "b " + "a " * 9_000 + "b", "c " + "a " * 8_000) is None


def test_lines_added_by_both_at_one_place_are_both_kept() -> None:
    assert merged_lists("ab", "abx", "aby", touching=True) == ("a", "b", "x", "y")
    assert merged_lists("ab", "xb", "yb", touching=True) is None


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "order", "agreed"),
    [
        ("abc", "abcx", "abcy", "abcxy", True),
        ("abc", "xabc", "abc", "xabc", True),
        ("abc", "cba", "abcy", "cyba", True),
        ("abc", "ab", "bc", "b", True),
        ("abc", "acb", "bac", "acb", False),
    ],
)
def test_rows_keep_the_order_one_of_them_gave(
    base: str, ours: str, theirs: str, order: str, agreed: bool
) -> None:
    assert merged_order(base, ours, theirs) == (tuple(order), agreed)


def test_words_of_two_people_in_one_promise_are_merged() -> None:
    ours = promised("Un pain tiède à sept heures, chaque jour.")
    merged = merge(BASE, ours, promised("Un pain chaud à huit heures, chaque jour."))
    assert promise(merged.platform) == "Un pain tiède à huit heures, chaque jour."
    assert merged.conflicts == ()


def test_two_texts_at_odds_are_both_kept() -> None:
    ours, theirs = promised("Un pain tiède."), promised("Un pain brûlant.")
    merged = merge(BASE, ours, theirs, by="Ana", when="2026-11-25T10:00:00+00:00")
    assert promise(merged.platform) == "Un pain tiède."
    (one,) = merged.conflicts
    assert (one.path, one.by) == (("answers", "promise", "text", "fr"), "Ana")
    assert (one.base, one.ours, one.theirs) == (promise(BASE), "Un pain tiède.", "Un pain brûlant.")
    assert merged.platform.conflicts == (one,)


def test_merging_the_same_copy_twice_finds_a_conflict_once() -> None:
    theirs = promised("Un pain brûlant.")
    once = merge(BASE, promised("Un pain tiède."), theirs).platform
    assert merge(BASE, once, theirs).conflicts == ()


def test_a_row_one_removed_and_the_other_went_on_with_stays_and_is_a_conflict() -> None:
    first = rows(BASE)[0]
    without = edit.remove_row(BASE, ROW, first)
    longer = edit.write_cell(BASE, ROW, first, "name", "Autre nom", "fr")
    for ours, theirs in ((without, longer), (longer, without)):
        merged = merge(BASE, ours, theirs)
        assert rows(merged.platform) == rows(BASE)
        (one,) = merged.conflicts
        assert one.path == ("answers", ROW, "rows", first, "id")
        assert sorted((one.ours or "", one.theirs or "")) == ["", first]


def test_a_row_one_removed_and_the_other_left_alone_is_gone() -> None:
    first = rows(BASE)[0]
    merged = merge(BASE, edit.remove_row(BASE, ROW, first), promised("Un pain tiède."))
    assert first not in rows(merged.platform)
    assert merged.conflicts == ()


def test_rows_added_by_both_are_both_there() -> None:
    merged = merge(BASE, edit.add_row(BASE, ROW, "r_ours"), edit.add_row(BASE, ROW, "r_theirs"))
    assert rows(merged.platform) == [*rows(BASE), "r_ours", "r_theirs"]


def test_names_of_people_are_never_mixed() -> None:
    named = [edit.rebrand(BASE, legal_owner=name) for name in ("Ana Roy", "Ana Gil", "Eve Roy")]
    merged = merge(*named)
    assert merged.platform.brand.legal_owner == "Ana Gil"
    assert [one.theirs for one in merged.conflicts] == ["Eve Roy"]


def test_of_two_chosen_drafts_ours_is_the_statement() -> None:
    drafts = (Draft(id="a", text={"fr": "A."}), Draft(id="b", text={"fr": "B."}))
    base = replace(BASE, answers={"promise": Statement(drafts=drafts)})

    def chose(at: int) -> Platform:
        made = [replace(d, status="chosen" if i == at else "") for i, d in enumerate(drafts)]
        return replace(base, answers={"promise": Statement(text=drafts[at].text, drafts=tuple(made))})

    answer = merge(base, chose(0), chose(1)).platform.answers["promise"]
    assert isinstance(answer, Statement)
    assert [draft.status for draft in answer.drafts] == ["chosen", ""]


def test_an_answer_of_another_kind_is_kept_beside_ours() -> None:
    other = replace(BASE, answers={**BASE.answers, "promise": Table()})
    third = replace(promised("Autre."), loose=(Loose(id="l1", text="x"),))
    merged = merge(third, promised("Encore."), other)
    assert promise(merged.platform) == "Encore."


@often
@given(PLATFORM, PLATFORM)
def test_a_copy_that_did_not_change_is_the_other(base: Platform, other: Platform) -> None:
    assert merge(base, base, other).platform == other
    assert merge(base, other, base).platform == other
    assert merge(base, other, other).platform == other


def texts(platform: Platform) -> set[str]:
    """Return every text in a platform, as words."""
    found = leaves(platform).values()
    flat = [one if isinstance(one, tuple) else (one,) for one in found]
    return {word for some in flat for one in some if isinstance(one, str) for word in one.split()}


@often
@given(PLATFORM, PLATFORM, PLATFORM)
def test_what_either_wrote_anew_is_somewhere_in_the_result(
    base: Platform, ours: Platform, theirs: Platform
) -> None:
    merged = merge(base, ours, theirs)
    found = leaves(merged.platform)
    was = leaves(base)
    for platform in (ours, theirs):
        for path, leaf in leaves(platform).items():
            quiet = path[0] in ("extra", "format") or path[-1] == "#order" or "translated" in path
            if quiet or path in was or not leaf:
                continue
            told = [c for c in merged.platform.conflicts if c.path == path and leaf in (c.ours, c.theirs)]
            kept = found.get(path) == leaf or told or _within(leaf, found.get(path))
            assert kept or _part_apart(path, merged.conflicts), (path, leaf, found.get(path))


def _within(leaf: object, now: object) -> bool:
    """Tell whether all of a list stands in the merged list."""
    return isinstance(leaf, tuple) and isinstance(now, tuple) and set(leaf) <= set(now)


def _part_apart(path: tuple[str, ...], conflicts: tuple[Conflict, ...]) -> bool:
    return any(path[: len(one.path) - 1] == one.path[:-1] and one.path[-1] == "id" for one in conflicts)
