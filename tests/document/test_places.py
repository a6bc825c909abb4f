"""A place is read and written the same way whatever its field is, and a place that is none says why."""

import pytest

from brandplatform import resources
from brandplatform.document.at import read_at, rows_at, write_at
from brandplatform.document.framework import Column, Ends, Field, Option
from brandplatform.document.library import Library
from brandplatform.document.model import Platform, Row, Table, new_platform
from brandplatform.document.places import Place, PlaceError, parse_place, row_of

SAID = {"fr": "Le", "en": "The"}
YES = Option(id="yes", title=SAID)
FIELDS = {
    one.id: one
    for one in (
        Field(id="promise", kind="statement", title=SAID),
        Field(id="story", kind="text", title=SAID),
        Field(id="triggers", kind="lines", title=SAID),
        Field(id="decision", kind="choice", title=SAID, options=(YES,)),
        Field(id="tone.funny", kind="scale", title=SAID, ends=Ends(low=SAID, high=SAID)),
        Field(id="next", kind="date", title=SAID),
        Field(
            id="values",
            kind="table",
            title=SAID,
            columns=(
                Column(id="name", kind="text", title=SAID),
                Column(id="lived", kind="choice", title=SAID, options=(YES,)),
                Column(id="owner", kind="person", title=SAID),
            ),
        ),
    )
}


def written(*pairs: tuple[str, str], language: str = "fr") -> Platform:
    """Return a platform in which places were written one after the other."""
    platform = new_platform("plateforme", "fr")
    for place, text in pairs:
        platform = write(platform, place, text, language)
    return platform


def write(platform: Platform, place: str, text: str, language: str = "fr") -> Platform:
    """Write at a place as people name it."""
    at = parse_place(place)
    return write_at(platform, FIELDS[at.field], at, language, text)


def read(platform: Platform, place: str, language: str = "fr") -> str:
    """Read at a place as people name it."""
    return read_at(platform, parse_place(place), language)


def values() -> Platform:
    """Return a platform with two values, the second one owned."""
    first = written(("values[+].name", "Dire l’heure"), ("values[+].name", "Donner"))
    return write(write(first, "values[2].owner", "Paul\tB."), "values[2].lived", " yes ")


@pytest.mark.parametrize(
    ("place", "text", "back"),
    [
        ("promise", "Chaud.\n\nÀ sept heures.", "Chaud.\n\nÀ sept heures."),
        ("story", "**Un** matin", "**Un** matin"),
        ("triggers", "un départ\n\n  un rachat  \r\n", "un départ\nun rachat"),
        ("decision", " yes\n", "yes"),
        ("tone.funny", "3", "3 3"),
        ("tone.funny", " 2  5 ", "2 5"),
        ("tone.funny", "0 4", "0 4"),
        ("next", " 2027-01 ", "2027-01"),
    ],
)
def test_what_is_written_at_a_place_is_read_there_and_an_empty_text_clears_it(
    place: str, text: str, back: str
) -> None:
    platform = written((place, text))
    assert read(platform, place) == back
    assert write(platform, place, "").answers == {}


def test_texts_are_read_in_their_language_and_the_rest_in_any() -> None:
    platform = written(
        ("promise", "Chaud."), ("triggers", "un départ"), ("decision", "yes"), ("next", "2027")
    )
    assert read(platform, "promise", "en") == read(platform, "triggers", "en") == ""
    assert read(platform, "decision", "en") + read(platform, "next", "en") == "yes2027"


def test_a_row_is_known_by_its_number_or_its_id() -> None:
    platform = values()
    row = platform.answers["values"].rows[1].id
    assert read(platform, "values[2].name") == read(platform, f"values[{row}].name") == "Donner"
    assert read(platform, "values[2].name", "en") == read(platform, "values[1].owner") == ""
    assert read(platform, "values[2].owner", "en") == "Paul\tB."
    assert (
        row_of(platform, parse_place(f"values[{row}]")) == row_of(platform, parse_place("values[2]")) == row
    )


def test_a_row_whose_id_is_a_number_comes_before_the_row_of_that_number() -> None:
    table = Table(rows=(Row(id="b"), Row(id="c"), Row(id="2")))
    platform = Platform(id="x", framework=values().framework, answers={"values": table})
    assert row_of(platform, parse_place("values[2]")) == "2"


def test_a_table_and_a_row_are_lines_of_cells_between_tabs() -> None:
    platform = write(values(), "values[1].name", "Dire\nl’heure")
    assert read(platform, "values") == "Dire l’heure\t\t\nDonner\tPaul B.\tyes"
    assert read_at(platform, parse_place("values"), "fr", ("lived", "name")) == "\tDire l’heure\nyes\tDonner"
    assert read_at(platform, parse_place("values[2]"), "fr", ("owner", "name")) == "Paul B.\tDonner"
    assert read(platform, "values[2]") == "Donner\tPaul B.\tyes"


def test_rows_are_plain_mappings_with_their_id() -> None:
    platform = values()
    ids = [row.id for row in platform.answers["values"].rows]
    assert rows_at(platform, "values") == (
        {"id": ids[0], "name": {"fr": "Dire l’heure"}},
        {"id": ids[1], "name": {"fr": "Donner"}, "owner": "Paul\tB.", "lived": "yes"},
    )
    assert rows_at(platform, "promise") == ()


def test_the_answer_to_a_question_is_a_place() -> None:
    place = parse_place("promise.q4")
    assert place.is_question
    platform = Platform(id="x", framework=values().framework, notes={"promise.q4": {"fr": "Samira."}})
    assert read(platform, "promise.q4") == "Samira."
    assert read(platform, "promise.q4", "en") == read(platform, "promise.q5") == ""


@pytest.mark.parametrize(
    "place", ["promise", "promise.q4", "vision.horizon", "values[r3]", "values[2].name", "values[+].name"]
)
def test_a_place_is_written_back_as_it_was_read(place: str) -> None:
    assert str(parse_place(f" {place}\n")) == place


@pytest.mark.parametrize(
    "place", ["", " ", "a b", "Promise", "values[]", "values[2", "values[2].", "é", "a/b", "x[+]y"]
)
def test_what_is_not_written_as_a_place_is_refused(place: str) -> None:
    with pytest.raises(PlaceError) as refused:
        parse_place(place)
    assert (refused.value.reason, refused.value.values) == ("bad_place", {"place": place})


COLUMNS = "columns=name, lived, owner"


@pytest.mark.parametrize(
    ("place", "text", "told"),
    [
        ("values", "x", "is_a_table: field=values, example=values[1].name"),
        ("values[1]", "x", "is_a_table: field=values, example=values[1].name"),
        ("values[+].x", "x", f"unknown_column: field=values, column=x, {COLUMNS}"),
        ("values[3].name", "x", "unknown_row: field=values, row=3"),
        ("values[0].name", "x", "unknown_row: field=values, row=0"),
        ("values[r9].name", "x", "unknown_row: field=values, row=r9"),
        (f"values[{'9' * 5000}].name", "x", f"unknown_row: field=values, row={'9' * 5000}"),
        ("values[1].lived", "no", "unknown_option: value=no, field=values[1].lived, options=yes"),
        ("decision", "no", "unknown_option: value=no, field=decision, options=yes"),
        ("promise[1].name", "x", "not_a_table: field=promise"),
        ("promise[+]", "x", "not_a_table: field=promise"),
        ("tone.funny", "6", "bad_scale: value=6, field=tone.funny"),
        ("tone.funny", "1 2 3", "bad_scale: value=1 2 3, field=tone.funny"),
        ("tone.funny", "²", "bad_scale: value=², field=tone.funny"),
        ("tone.funny", "très", "bad_scale: value=très, field=tone.funny"),
    ],
)
def test_what_does_not_go_there_is_refused_with_its_reason(place: str, text: str, told: str) -> None:
    with pytest.raises(PlaceError) as refused:
        write(values(), place, text)
    assert str(refused.value) == told
    assert refused.value.reason == told.partition(":")[0]


@pytest.mark.parametrize("place", ["values[9]", "values[9].name", "values[+].name", "promise[1]"])
def test_a_row_there_is_not_cannot_be_read(place: str) -> None:
    with pytest.raises(PlaceError, match="unknown_row"):
        read(write(values(), "promise", "Chaud."), place)


def test_what_was_never_answered_reads_as_nothing() -> None:
    assert [read(new_platform("plateforme", "fr"), place) for place in FIELDS] == [""] * len(FIELDS)


def test_every_field_of_the_method_is_a_place() -> None:
    library = Library(resources.read_toml, ("plateforme",))
    for section in library.framework("plateforme").sections:
        for field in library.fields(section):
            assert parse_place(field.id) == Place(field.id)
        for question in library.questions(section):
            assert parse_place(question.id).is_question
