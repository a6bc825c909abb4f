"""Drafts are begun, written, chosen, set aside; whatever is done with them, no word is lost."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brandplatform.document import drafts, edit, verdicts
from brandplatform.document.model import (
    Draft,
    Platform,
    Statement,
    Texts,
    Verdict,
    new_platform,
)
from tests.document.platforms import PLATFORM, SAID, TEXTS, VERDICTS, parts

often = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
DRAFTS = parts(
    Draft, text=TEXTS, reason=TEXTS, tests=VERDICTS,
    origin=st.sampled_from(["", "opening"]), status=st.sampled_from(["", "chosen", "refused"]),
)  # fmt: skip
STATEMENTS = st.builds(Statement, text=TEXTS, tests=VERDICTS, drafts=DRAFTS)


def of(statement: Statement) -> Platform:
    """Return a platform whose promise is `statement`."""
    return Platform(
        id="x", framework=new_platform("plateforme", "fr").framework, answers={"promise": statement}
    )


def promise(platform: Platform) -> Statement:
    """Return the promise."""
    answer = platform.answers.get("promise", Statement())
    assert isinstance(answer, Statement)
    return answer


def written(statement: Statement) -> Iterator[Texts]:
    """Yield everything somebody wrote in a statement and its drafts."""
    yield statement.text
    yield from (verdict.words for verdict in statement.tests.values())
    for draft in statement.drafts:
        yield from (draft.text, draft.reason, *(verdict.words for verdict in draft.tests.values()))


def words(platform: Platform) -> set[tuple[str, str]]:
    """Return what somebody wrote in the promise and its drafts: (language, text)."""
    return {item for texts in written(promise(platform)) for item in texts.items()}


def three() -> Platform:
    """Return a promise that is draft A, with an open B and C."""
    platform = of(Statement(text={"fr": "Du pain."}))
    platform = drafts.start(platform, "promise", "b", "a")
    platform = drafts.write(platform, "promise", "b", "fr", "Tiède à sept heures.")
    platform = drafts.start(platform, "promise", "c", "unused")
    return drafts.write(platform, "promise", "c", "fr", "Levé une nuit.")


def named(platform: Platform, draft: str) -> Draft:
    """Return a draft of the promise."""
    return next(one for one in promise(platform).drafts if one.id == draft)


def test_beginning_a_second_draft_makes_the_statement_the_first() -> None:
    assert drafts.lettered(three(), "promise") == {"a": "A", "b": "B", "c": "C"}
    assert named(three(), "a").status == "chosen"
    assert drafts.wording(three(), "promise", "a") == {"fr": "Du pain."}


def test_beginning_a_draft_of_an_empty_statement_makes_one_only() -> None:
    platform = drafts.start(new_platform("plateforme", "fr"), "promise", "a", "unused")
    assert promise(platform).drafts == (Draft(id="a"),)


def test_the_opening_line_has_no_letter_and_keeps_its_words() -> None:
    opening = Draft(id="opening", text={"fr": "Du bon pain."}, origin="opening")
    platform = edit.keep_draft(three(), "promise", opening)
    assert drafts.lettered(platform, "promise") == drafts.lettered(three(), "promise")
    assert drafts.opening_of(platform, "promise") == opening
    chosen = drafts.choose(platform, "promise", "opening", "k")
    assert promise(chosen).text == opening.text
    again = edit.write_text(chosen, "promise", Statement, "fr", "Du bon pain, toujours.")
    back = drafts.choose(again, "promise", "b", "k")
    assert drafts.opening_of(back, "promise") == opening
    assert named(back, "k").text == {"fr": "Du bon pain, toujours."}


def test_after_the_twenty_sixth_letters_are_two() -> None:
    platform = new_platform("plateforme", "fr")
    for nth in range(28):
        platform = drafts.start(platform, "promise", f"d{nth}", "unused")
    assert list(drafts.lettered(platform, "promise").values())[-3:] == ["Z", "AA", "AB"]


def test_a_draft_chosen_is_the_statement_and_the_statement_a_draft() -> None:
    platform = drafts.choose(three(), "promise", "b", "k")
    assert promise(platform).text == {"fr": "Tiède à sept heures."}
    assert [(one.id, one.status, one.text) for one in promise(platform).drafts] == [
        ("a", "", {"fr": "Du pain."}), ("b", "chosen", {}), ("c", "", {"fr": "Levé une nuit."}),
    ]  # fmt: skip


def test_choosing_another_and_then_the_first_again_is_where_one_was() -> None:
    before = verdicts.judge(three(), "promise", "", "t_swap", "passed")
    assert drafts.choose(drafts.choose(before, "promise", "b", "k"), "promise", "a", "k") == before


def test_writing_in_the_draft_that_was_chosen_writes_the_statement() -> None:
    platform = drafts.write(three(), "promise", "a", "fr", "Du pain chaud.")
    assert promise(platform).text == {"fr": "Du pain chaud."}
    assert named(platform, "a").text == {}


def test_verdicts_go_with_the_words_they_are_about() -> None:
    platform = verdicts.judge(three(), "promise", "b", "t_swap", "discuss")
    platform = verdicts.comment(platform, "promise", "b", "t_swap", "fr", "Le voisin aussi.")
    verdict = {"t_swap": Verdict(result="discuss", words={"fr": "Le voisin aussi."})}
    assert verdicts.found(platform, "promise", "b") == verdict
    platform = drafts.choose(platform, "promise", "b", "k")
    assert promise(platform).tests == verdict == verdicts.found(platform, "promise", "b")
    assert verdicts.found(platform, "promise", "a") == {}


def test_a_verdict_taken_back_leaves_nothing() -> None:
    platform = verdicts.judge(three(), "promise", "a", "t_cost", "passed")
    assert promise(platform).tests == {"t_cost": Verdict(result="passed")}
    assert verdicts.judge(platform, "promise", "a", "t_cost", "") == three()


def test_the_words_on_a_test_stay_when_the_verdict_is_taken_back() -> None:
    platform = verdicts.comment(three(), "promise", "", "t_cost", "fr", "Une fournée.")
    assert promise(platform).tests == {"t_cost": Verdict(result="", words={"fr": "Une fournée."})}
    assert verdicts.judge(platform, "promise", "", "t_cost", "") is platform


def test_a_draft_set_aside_comes_back_with_the_reason_that_was_given() -> None:
    aside = drafts.set_aside(three(), "promise", "c")
    aside = drafts.explain(aside, "promise", "c", "fr", "Trop long.")
    assert (named(aside, "c").status, named(aside, "c").reason) == ("refused", {"fr": "Trop long."})
    back = drafts.bring_back(aside, "promise", "c")
    assert (named(back, "c").status, named(back, "c").reason) == ("", {"fr": "Trop long."})


def test_the_draft_that_is_the_statement_is_not_set_aside() -> None:
    assert drafts.set_aside(three(), "promise", "a") == three()


def test_only_an_empty_draft_is_removed() -> None:
    platform = drafts.start(three(), "promise", "d", "unused")
    assert drafts.remove(platform, "promise", "d") == three()
    assert [drafts.remove(three(), "promise", one) == three() for one in "abc"] == [True] * 3


def test_an_empty_draft_is_not_chosen() -> None:
    platform = drafts.start(three(), "promise", "d", "unused")
    assert drafts.choose(platform, "promise", "d", "k") is platform


@pytest.mark.parametrize("draft", ["zz", "a"])
def test_what_changes_nothing_is_the_same_platform(draft: str) -> None:
    platform = three()
    assert drafts.choose(platform, "promise", draft, "k") is platform
    assert verdicts.judge(platform, "promise", draft, "t_top", "") is platform
    assert drafts.start(platform, "promise", "b", "k") is platform


@often
@given(STATEMENTS, st.sampled_from(["r1", "r2", "a.b", "x-y_Z", "1", "none"]))
def test_whatever_is_done_with_drafts_no_word_is_lost(statement: Statement, draft: str) -> None:
    platform = of(statement)
    done = (
        drafts.start(platform, "promise", "new", "today"),
        drafts.choose(platform, "promise", draft, "kept"),
        drafts.set_aside(platform, "promise", draft),
        drafts.bring_back(platform, "promise", draft),
        drafts.remove(platform, "promise", draft),
        verdicts.judge(platform, "promise", draft, "t_swap", "passed"),
        verdicts.judge(platform, "promise", draft, "1", ""),
    )
    for after in done:
        assert words(platform) <= words(after)
        ids = Counter(one.id for one in promise(after).drafts)
        assert max(ids.values(), default=1) == 1
        assert sum(one.status == "chosen" for one in promise(after).drafts) <= max(
            1, sum(one.status == "chosen" for one in statement.drafts)
        )


@often
@given(TEXTS, VERDICTS, SAID, VERDICTS)
def test_choosing_and_choosing_back_is_identity(
    text: Texts, tests: dict[str, Verdict], other: Texts, found: dict[str, Verdict]
) -> None:
    one = Draft(id="a", status="chosen")
    before = of(Statement(text=text, tests=tests, drafts=(one, Draft(id="b", text=other, tests=found))))
    there = drafts.choose(before, "promise", "b", "k")
    assert promise(there).text == other
    if text:
        assert drafts.choose(there, "promise", "a", "k") == before


@often
@given(PLATFORM)
def test_a_field_of_another_kind_has_no_drafts(platform: Platform) -> None:
    other = [name for name, answer in platform.answers.items() if not isinstance(answer, Statement)]
    assert all(drafts.drafts_of(platform, name) == () for name in other)
    assert all(drafts.wording(platform, name) == {} for name in other)
