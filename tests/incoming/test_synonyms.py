"""What others call our fields names fields and columns there are, and no name means two of them."""

from collections import Counter

import pytest

from brandplatform import resources
from brandplatform.document.framework import FrameworkError
from brandplatform.incoming.keys import key_of
from brandplatform.incoming.names import Names
from brandplatform.incoming.synonyms import NamedField, spoken_from
from tests.incoming.filing import SPOKEN
from tests.shipped import FRAMEWORK, LIBRARY, fields

FIELDS = {field.id: field for field in fields()}
NAMES = Names(LIBRARY, FRAMEWORK, SPOKEN)
NAMED = [one for one in SPOKEN.fields if not one.column]


def ids(one: NamedField) -> str:
    """Return the name of a case."""
    return f"{one.id}.{one.column}" if one.column else one.id


@pytest.mark.parametrize("one", SPOKEN.fields, ids=ids)
def test_what_has_names_is_a_field_or_a_column_of_one(one: NamedField) -> None:
    for name in (one.id, *one.also, *filter(None, (one.like,))):
        assert name in FIELDS
    field = FIELDS[one.id]
    wanted = (one.column, one.name, one.rest, one.alone, one.split, *(column.id for column in one.columns))
    assert set(filter(None, wanted)) <= {column.id for column in field.columns}


@pytest.mark.parametrize("one", SPOKEN.fields, ids=ids)
def test_a_field_has_names_in_both_languages(one: NamedField) -> None:
    assert one.fr
    assert one.en


def test_every_table_knows_the_column_of_a_name_and_of_what_is_said_of_it() -> None:
    tables = {field.id for field in FIELDS.values() if field.kind == "table"}
    told = {one.id: one.like or one.id for one in NAMED}
    plans = {one.id: one for one in NAMED if one.name and one.rest and one.alone}
    assert {table for table in tables if told.get(table) not in plans} == set()


def test_no_name_means_two_fields() -> None:
    everywhere = [one for one in SPOKEN.fields if not one.inside]
    said = Counter(key for one in everywhere for key in {key_of(name) for name in (*one.fr, *one.en)})
    assert {key for key, times in said.items() if times > 1} == set()


@pytest.mark.parametrize("one", SPOKEN.fields, ids=ids)
def test_no_name_stands_twice_nor_means_two_columns_of_a_table(one: NamedField) -> None:
    for named in (one, *one.columns):
        for names in (named.fr, named.en):
            assert len({key_of(name) for name in names}) == len(names)
    said = [{key_of(name) for name in (*column.fr, *column.en)} for column in one.columns]
    assert {key for key, times in Counter(key for keys in said for key in keys).items() if times > 1} == set()


@pytest.mark.parametrize("one", NAMED, ids=ids)
def test_every_name_leads_to_its_field(one: NamedField) -> None:
    for name in (*one.fr, *one.en):
        target = NAMES.exact(name, one.id)
        assert target is not None
        assert target.field == one.id


def test_every_stem_is_that_of_one_field() -> None:
    said = Counter(stem for one in SPOKEN.fields for stem in one.stems)
    assert {stem for stem, times in said.items() if times > 1} == set()


@pytest.mark.parametrize("change", [{"fields": [{"id": 3}]}, {"colour": []}, {"own": "notre"}])
def test_a_mistake_is_told_with_its_file(change: dict[str, object]) -> None:
    with pytest.raises(FrameworkError, match=r"synonyms\.toml"):
        spoken_from({**resources.read_toml("synonyms.toml"), **change})
