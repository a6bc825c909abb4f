"""What a person did to an archive in another editor comes in, and nothing they wrote is dropped."""

import re

import pytest

from brandplatform.document.model import Platform, Table
from brandplatform.incoming.markdown import MOST_PARTS, NotAnArchive
from brandplatform.incoming.passages import NotRead
from brandplatform.storage.problems import Damaged
from tests.incoming.archives import levain, promise, written
from tests.shipped import from_archive

PROMISE = "<!-- bp:promise lang=fr -->\n\nChaud à sept heures.\n\n<!-- /bp -->"


def edited(before: str, after: str, platform: Platform | None = None) -> Platform:
    """Return what comes back when one passage of the archive was rewritten by hand."""
    text = written(platform or levain())
    assert text.count(before) == 1
    return from_archive(text.replace(before, after))


def loose(platform: Platform) -> list[str]:
    """Return the texts that found no place."""
    return [one.text for one in platform.loose]


def names(platform: Platform) -> list[str]:
    """Return the names of the values, in order."""
    table = platform.answers["values"]
    assert isinstance(table, Table)
    return [row.cells["name"]["fr"] for row in table.rows]


def line(row: str) -> str:
    """Return the line of a value in the archive."""
    return re.search(rf"^\| <!-- bp:values\[{row}\].*$", written(levain()), re.MULTILINE)[0]


def test_a_text_edited_between_its_marks_comes_back_edited() -> None:
    platform = edited("Chaud à sept heures.", "Chaud dès six heures.\n\nMême le lundi.")
    assert platform.answers["promise"].text == {"fr": "Chaud dès six heures.\n\nMême le lundi."}
    assert platform.notes == levain().notes


def test_a_list_and_a_note_edited_by_hand_come_back() -> None:
    platform = edited("- un départ\n", "- un départ\n- une vente\n\n")
    assert platform.answers["review.triggers"].lines["fr"] == ("un départ", "une vente", "un rachat")
    assert edited("Samira l’a dit.", "Paul.").notes == {"promise.q1": {"fr": "Paul."}}


def test_a_cell_edited_by_hand_comes_back_with_its_breaks_and_bars() -> None:
    platform = edited("| Elle est sur l’étiquette. |", r"| une<br />deux<br/>trois \| quatre |")
    assert platform.answers["values"].rows[0].cells["meaning"]["fr"] == "une\ndeux\ntrois | quatre"


def test_spaces_another_editor_puts_round_marks_change_nothing() -> None:
    text = re.sub(r"^(<!--.*-->)$", r"  \1  ", written(levain()), flags=re.MULTILINE)
    assert from_archive(text) == levain()


def test_one_line_with_another_end_does_not_spoil_the_file() -> None:
    text = written(levain()).replace("\n", "\r\n")
    assert from_archive(text.replace("heures.\r\n", "heures.\n")) == levain()


def test_a_text_in_another_language_is_added_between_marks_of_its_own() -> None:
    platform = edited(PROMISE, PROMISE + "\n\n<!-- bp:promise lang=en -->\nWarm at seven.\n<!-- /bp -->")
    assert platform.answers["promise"].text == {"fr": "Chaud à sept heures.", "en": "Warm at seven."}


def test_a_text_emptied_by_hand_leaves_no_empty_answer() -> None:
    platform = edited("Chaud à sept heures.", "")
    assert "promise" not in platform.answers
    assert platform.notes == levain().notes


def test_a_row_added_by_hand_comes_back_as_a_row() -> None:
    platform = edited(line("r2"), f"| Se taire | On écoute. | | | | | |\n{line('r2')}")
    assert sorted(names(platform)) == ["Dire l’heure", "Donner", "Se taire"]
    assert from_archive(written(platform)) == platform


def test_rows_added_by_hand_one_after_the_other_stay_apart() -> None:
    platform = levain()
    for name in ("un", "deux", "trois"):
        text = written(platform)
        head = re.search(r"^\| Valeur \|.*\n.*\n", text, re.MULTILINE)[0]
        platform = from_archive(text.replace(head, f"{head}| {name} | x | | | | | |\n"))
    assert sorted(names(platform)) == ["Dire l’heure", "Donner", "deux", "trois", "un"]
    assert platform.loose == ()


def test_a_row_taken_out_by_hand_is_gone() -> None:
    platform = edited(line("r2"), "")
    assert names(platform) == ["Dire l’heure"]
    assert from_archive(written(platform)) == platform


def test_what_the_data_says_of_a_row_taken_out_is_kept() -> None:
    row, _ = edited(line("r1"), "").answers["values"].rows
    assert (row.id, row.cells) == ("r1", {"status": "lived"})


def test_a_row_broken_over_two_lines_loses_no_word() -> None:
    platform = edited("Donner |", "Donner | ce qui\nreste |")
    assert platform.answers["values"].rows[1].cells["meaning"] == {"fr": "ce qui"}
    assert loose(platform) == ["reste |  |  |  |  |  |  |"]


def test_cells_beyond_the_last_column_are_kept_aside() -> None:
    platform = edited(
        "| <!-- bp:values[r2] -->Donner |", "| <!-- bp:values[r2] -->Donner | a | b | c | d | e | f | g |"
    )
    assert names(platform) == ["Dire l’heure", "Donner"]
    assert "g" in loose(platform)


def test_what_a_row_added_by_hand_says_of_a_choice_is_kept_aside() -> None:
    assert loose(edited(line("r2"), f"{line('r2')}\n| Se taire | | | | | vécue | |")) == ["vécue"]


def test_without_its_end_mark_a_text_ends_at_the_next_mark() -> None:
    platform = edited(PROMISE, PROMISE.removesuffix("<!-- /bp -->"))
    assert platform.answers["promise"].text["fr"].startswith("Chaud à sept heures.")
    assert platform.notes == levain().notes


def test_without_its_opening_mark_a_text_is_kept_aside() -> None:
    platform = edited("<!-- bp:promise lang=fr -->", "")
    assert platform.answers["promise"].text == {}
    assert loose(platform)[0].endswith("Chaud à sept heures.")


@pytest.mark.parametrize(
    "mark",
    [
        "bp:promesse lang=fr",
        "bp:promise lang=FR",
        "bp:promise.drafts[d9] lang=fr",
        "bp:values lang=fr",
        "bp:promise lang=fr columns=name",
    ],
)
def test_a_text_for_no_field_of_ours_is_kept_aside(mark: str) -> None:
    text = "| x |\n| - |\n| Ailleurs. |" if "columns" in mark else "Ailleurs."
    platform = edited(PROMISE, f"{PROMISE}\n\n<!-- {mark} -->\n\n{text}\n\n<!-- /bp -->")
    assert loose(platform) == ["Ailleurs."]
    assert platform.answers == levain().answers


def test_a_passage_that_stands_twice_is_read_once_and_kept_aside_once() -> None:
    again = PROMISE.replace("sept", "huit")
    platform = edited(PROMISE, f"{PROMISE}\n\n{again}\n\n{again}")
    assert platform.answers["promise"].text["fr"] == "Chaud à sept heures."
    assert loose(platform) == ["Chaud à huit heures.", "Chaud à huit heures."]
    assert from_archive(written(platform)) == platform


def test_a_row_that_stands_twice_loses_no_word() -> None:
    platform = edited(line("r2"), f"{line('r2')}\n{line('r2').replace('Donner', 'Vendre')}")
    assert names(platform) == ["Dire l’heure", "Donner"]
    assert loose(platform) == ["Vendre"]


def test_a_character_that_is_none_stays_as_it_was_typed() -> None:
    platform = edited("| Elle est sur l’étiquette. |", "| &#55296; &#1114112; &#233; |")
    assert platform.answers["values"].rows[0].cells["meaning"]["fr"] == "&#55296; &#1114112; é"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<!-- bp-data -->", ""),
        ('[["framework", "id"], "plateforme"],\n', ""),
        ('[["id"], ', '[["id"] '),
        ('[["id"], ', "[[], "),
        ('[["id"], ', '[["id", "x"], '),
        ('[["id"], ', '["id", '),
        ('[["languages"], ["fr"]]', '[["languages"], []]'),
        ('[["brand", "name"], "Levain"]', '[["brand"], "Levain"]'),
        ('[["brand", "name"], "Levain"]', '[["brand", "name"], 7]'),
        ('[["brand", "name"], "Levain"]', '[["brand", "name"], "\\ud800"]'),
        ('[["brand", "name"], "Levain"]', f'[["brand", "name"], {"[" * 100_000}'),
    ],
)
def test_a_damaged_block_of_data_is_no_archive(before: str, after: str) -> None:
    with pytest.raises((NotAnArchive, Damaged)):
        edited(before, after)


@pytest.mark.parametrize(
    "text", ["", "# Plateforme\n\nNotre promesse.\n", "---\ntitle: x\n---\n", "\x00", PROMISE]
)
def test_markdown_of_another_is_no_archive(text: str) -> None:
    with pytest.raises(NotAnArchive):
        from_archive(text)


def test_an_archive_beyond_any_platform_is_not_read() -> None:
    with pytest.raises(NotAnArchive):
        from_archive(written(promise("x")) + " " * 51 * 2**20)


def test_more_rows_than_anybody_writes_are_refused_before_they_are_put_together() -> None:
    head = written(levain()).rindex("<!-- bp-data -->")
    text = written(levain())
    table = "<!-- bp:values lang=fr columns=name,meaning -->\n\n| a | b |\n| - | - |\n"
    with pytest.raises(NotRead, match="too_many"):
        from_archive(text[:head] + table + "| a | b |\n" * (MOST_PARTS + 1) + text[head:])
    with pytest.raises(NotRead, match="too_many"):
        from_archive(text[:head] + "x\n<!-- /bp -->\n" * (MOST_PARTS + 1) + text[head:])
