"""Words found anywhere in a platform, and others put in their place."""

from hypothesis import HealthCheck, given, settings

from brandplatform.document import edit
from brandplatform.document.change import from_leaves, leaves
from brandplatform.document.model import Lines, Platform, Statement, Table
from brandplatform.document.search import find, replaced, replaced_at
from tests.document.platforms import PLATFORM, TEXT
from tests.shipped import sample

often = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PROMISE = ("answers", "promise", "text", "fr")
BASE = edit.write_text(sample(), "promise", Statement, "fr", "Un pain d’hier, un pain\u00a0chaud.")


def promise(platform: Platform) -> str:
    answer = platform.answers["promise"]
    return answer.text.get("fr", "") if isinstance(answer, Statement) else ""


def test_words_are_found_whatever_capitals_apostrophes_and_spaces() -> None:
    for typed in ("D'HIER", "d’hier", "pain chaud", "Pain\u202fchaud"):
        assert PROMISE in [one.path for one in find(BASE, "fr", typed)]


def test_every_place_is_found_rows_lists_and_notes_too() -> None:
    platform = edit.write_note(BASE, "promise.q1", "fr", "Zygène.")
    platform = edit.write_lines(platform, "signoff.not_yet", "fr", ("Rien.", "La zygène."))
    platform = edit.write_cell(platform, "values", "v9", "name", "ZYGÈNE", "fr")
    places = [(one.path[:2], one.line) for one in find(platform, "fr", "zygène")]
    assert (("notes", "promise.q1"), 0) in places
    assert (("answers", "signoff.not_yet"), 1) in places


def test_another_language_is_left_alone() -> None:
    assert find(BASE, "en", "d’hier") == []
    assert replaced(BASE, "en", "d’hier", "x") == BASE


def test_all_of_it_is_replaced_and_what_is_put_in_is_no_pattern() -> None:
    after = replaced(BASE, "fr", "un pain", r"\1 (pain)")
    assert promise(after) == r"\1 (pain) d’hier, \1 (pain)" + "\u00a0chaud."


def test_one_find_is_replaced_and_nothing_where_it_is_gone() -> None:
    second = [one for one in find(BASE, "fr", "un pain") if one.path == PROMISE][1]
    after = replaced_at(BASE, second, "une tourte")
    assert promise(after) == "Un pain d’hier, une tourte\u00a0chaud."
    assert replaced_at(after, second, "x") is after


def test_a_text_of_which_nothing_is_left_is_taken_out() -> None:
    platform = edit.write_lines(BASE, "signoff.not_yet", "fr", ("Rien.", "Tout."))
    answer = replaced(platform, "fr", "Rien.", " ").answers["signoff.not_yet"]
    assert isinstance(answer, Lines)
    assert answer.lines["fr"] == ("Tout.",)


def test_a_person_or_a_date_is_no_text_of_a_language() -> None:
    def owners(platform: Platform) -> list[object]:
        table = platform.answers["commitments"]
        assert isinstance(table, Table)
        return [cell for row in table.rows for cell in row.cells.values() if isinstance(cell, str) and cell]

    name = str(owners(BASE)[0])
    assert owners(replaced(BASE, "fr", name, "x")) == owners(BASE)


def test_nothing_is_sought_for_blanks() -> None:
    assert find(BASE, "fr", "  ") == []
    assert replaced(BASE, "fr", " ", "x") is BASE


@often
@given(PLATFORM, TEXT)
def test_what_is_taken_out_everywhere_is_found_nowhere_it_stood_alone(
    platform: Platform, wanted: str
) -> None:
    before = {one.path for one in find(platform, "fr", wanted) if one.text.strip() == wanted.strip()}
    after = leaves(replaced(platform, "fr", wanted.strip(), ""))
    assert not any(str(after.get(path, "")).strip() == wanted.strip() for path in before)
    assert from_leaves(after).id == platform.id
