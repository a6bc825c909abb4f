"""Words stay linked to their act as long as they stand in the text; what is not linked is a gap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brandplatform.document import edit, proofs
from brandplatform.document.model import Platform, Proof, Statement, new_platform

PROMISE = "Demain à sept heures, votre pain sera encore tiède."


def told(text: str = PROMISE) -> Platform:
    """Return a platform with a promise and one act."""
    platform = edit.write_text(new_platform("plateforme", "fr"), "promise", Statement, "fr", text)
    platform = edit.add_row(platform, "proof", "r1")
    platform = edit.write_cell(platform, "proof", "r1", "word", "tiède", "fr")
    return edit.write_cell(platform, "proof", "r1", "act", "une fournée toutes les deux heures", "fr")


def linked(platform: Platform, words: str = "tiède", row: str = "r1") -> Platform:
    """Return a copy in which words of the promise lead to an act."""
    return proofs.prove(platform, "promise", Proof(id="p1", language="fr", words=words, row=row))


def rewritten(platform: Platform, text: str) -> Platform:
    """Return a copy with another promise."""
    return edit.write_text(platform, "promise", Statement, "fr", text)


def test_a_link_knows_where_its_words_stand() -> None:
    (link,) = proofs.links(linked(told()))
    assert link.at is not None
    assert PROMISE[slice(*link.at)] == "tiède"
    assert link.row is not None
    assert link.row.id == "r1"


def test_a_link_follows_its_words_when_the_sentence_is_rewritten() -> None:
    platform = rewritten(linked(told()), "Tiède encore, votre pain, à sept heures.")
    assert proofs.links(platform)[0].at == (0, 5)


def test_a_link_whose_words_are_gone_is_detached_and_kept() -> None:
    platform = rewritten(linked(told()), "Votre pain sera prêt.")
    assert [link.proof.words for link in proofs.detached(platform)] == ["tiède"]
    assert proofs.detached(rewritten(platform, PROMISE)) == ()


def test_an_emptied_promise_keeps_its_links() -> None:
    assert len(proofs.detached(rewritten(linked(told()), ""))) == 1


@pytest.mark.parametrize("typed", ["l’heure dite", "l'heure  dite", "L'heure\u00a0dite"])
def test_a_corrected_space_apostrophe_or_capital_detaches_nothing(typed: str) -> None:
    assert proofs.found_at("Prêt à l'heure dite.", typed) == (7, 19)


def test_words_are_found_whole() -> None:
    assert proofs.found_at("Un copain, un pain.", "pain") == (14, 18)


def test_the_second_of_two_is_the_second_and_the_last_when_one_is_left() -> None:
    assert proofs.found_at("pain et pain", "pain", 2) == (8, 12)
    assert proofs.found_at("un pain", "pain", 2) == (3, 7)


@pytest.mark.parametrize(
    ("start", "end", "chosen"),
    [(14, 16, ("heures", 1)), (20, 32, ("votre pain", 1)), (46, 51, ("tiède", 1)), (20, 21, None)],
)
def test_a_selection_grows_to_whole_words(start: int, end: int, chosen: tuple[str, int] | None) -> None:
    assert proofs.chosen_words(PROMISE, start, end) == chosen


def test_a_selection_knows_which_of_two_it_is() -> None:
    assert proofs.chosen_words("pain et pain", 8, 12) == ("pain", 2)


def test_a_whole_page_is_no_word_to_prove() -> None:
    page = "pain " * 10_000
    assert proofs.chosen_words(page, 0, len(page)) is None
    assert proofs.found_at(page, page.strip()) is None


@given(st.lists(st.sampled_from("aé’' 🥖İß\u00a0\n.-«"), max_size=40).map("".join), st.data())
def test_chosen_words_are_found_where_they_were_chosen(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    chosen = proofs.chosen_words(text, start, end)
    if chosen is not None:
        at = proofs.found_at(text, *chosen)
        assert at is not None
        assert at[0] < max(end, start + 1)
        assert at[1] > start


def test_the_same_words_lead_to_one_act_the_last_one_chosen() -> None:
    platform = linked(told())
    again = proofs.prove(platform, "promise", Proof(id="p2", language="fr", words="Tiède", row="r9"))
    assert [(link.proof.id, link.proof.row) for link in proofs.links(again)] == [("p1", "r9")]


def test_the_same_link_again_changes_nothing() -> None:
    platform = linked(told())
    assert linked(platform) is platform


def test_unlinking_leaves_words_and_act() -> None:
    platform = told()
    assert proofs.unlink(linked(platform), "promise", "p1") == platform
    assert proofs.unlink(platform, "promise", "p1") is platform


def test_a_statement_is_not_proved_in_a_table() -> None:
    with pytest.raises(TypeError, match="proof is a Table"):
        proofs.prove(told(), "proof", Proof(id="p1", language="fr", words="tiède"))


def test_a_link_whose_act_was_removed_is_a_word_without_an_act() -> None:
    platform = linked(told())
    assert proofs.unproved(platform) == ()
    (gap,) = proofs.unproved(edit.remove_row(platform, "proof", "r1"))
    assert gap.row is None


def test_a_row_without_its_act_is_a_word_without_an_act() -> None:
    platform = edit.write_cell(told(), "proof", "r1", "act", "", "fr")
    assert proofs.lacks_act(proofs.rows_of(platform)[0])
    assert not proofs.lacks_act(proofs.rows_of(told())[0])


def test_an_act_whose_word_stands_in_no_promise_is_an_act_without_a_word() -> None:
    platform = told("Votre pain sera prêt.")
    row = proofs.rows_of(platform)[0]
    assert proofs.lacks_word(platform, row, ("promise",))
    assert not proofs.lacks_word(told(), proofs.rows_of(told())[0], ("promise",))


def test_an_act_that_words_lead_to_has_a_word() -> None:
    platform = linked(told("Votre pain sera chaud."), "chaud")
    assert not proofs.lacks_word(platform, proofs.rows_of(platform)[0], ("promise",))


@pytest.mark.parametrize(
    ("date", "age"),
    [
        ("2025-11-25", "fresh"), ("2025-11-24", "old"), ("2025-11", "fresh"), ("2025-10", "old"),
        ("2025", "fresh"), ("2024", "old"), ("cet été", ""), ("2025-13", ""), ("", ""),
    ],
)  # fmt: skip
def test_an_evidence_is_old_after_a_year(date: str, age: str) -> None:
    platform = edit.write_cell(told(), "proof", "r1", "evidence", "carnet", "fr")
    platform = edit.write_cell(platform, "proof", "r1", "date", date, None)
    assert proofs.age_of(proofs.rows_of(platform)[0], "2026-11-25") == age


def test_an_act_without_evidence_says_so() -> None:
    assert proofs.age_of(proofs.rows_of(told())[0], "2026-11-25") == "none"
