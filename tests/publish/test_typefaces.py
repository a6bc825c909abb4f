"""The small faces: made from the faces that are there, and holding all that documents and catalogues say."""

import io
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from brandplatform.publish import typefaces
from brandplatform.publish.blocks import SIGNS
from brandplatform.publish.coverage import missing
from brandplatform.publish.typefaces import COVERAGE, FACES, LATIN, RECIPE
from brandplatform.resources import LANGUAGES, Words, path
from tests.publish.documents import composed, texts
from tests.shipped import SAMPLES, sample

FRENCH = "\u00a0\u202f\u2009«»’–—…ŒœÆæŸÿÀÉÈÊËÇÎÏÔÛÙÜ№°€‰½¾²"
NEIGHBOURS = "ẞßÄÖÜŁłŻżŚśĄąŐőŰűČčŘřŠšŽžĐđȘșȚțĀāŅņĦħÅåØøÞþÐðÑñ¿¡ŴŵÝý"


@cache
def characters(file: Path) -> frozenset[int]:
    return frozenset(TTFont(file).getBestCmap())


def whole(name: str) -> frozenset[int]:
    return characters(path("fonts", f"{name}.ttf"))


def small(name: str) -> frozenset[int]:
    return characters(path(*LATIN, f"{name}.ttf"))


def features(face: Any) -> set[str]:
    tables = (face["GSUB"].table, face["GPOS"].table)
    return {record.FeatureTag for table in tables for record in table.FeatureList.FeatureRecord}


def said() -> set[str]:
    """Return every character of the examples as documents, and of the words of the program."""
    documents = (composed(sample(name), language) for name in SAMPLES for language in LANGUAGES)
    catalogues = (map(Words(language).template, Words(language)) for language in LANGUAGES)
    every = [text for document in documents for text in texts(document)]
    every += [text for catalogue in catalogues for text in catalogue]
    return set("".join(every)) - {"\n"}


def test_they_are_made_from_the_faces_and_choices_of_today() -> None:
    # After a change to one: python -m brandplatform.publish.typefaces
    assert path(*RECIPE).read_text(encoding="utf-8") == typefaces.recipe()


def test_coverage_is_what_the_faces_of_today_share() -> None:
    assert path(*COVERAGE).read_text(encoding="utf-8") == typefaces.coverage()


def test_every_face_of_the_folder_has_a_small_one_and_no_other_is_there() -> None:
    assert {file.stem for file in path("fonts").glob("*.ttf")} == set(FACES)
    assert {file.name for file in path(*LATIN).iterdir()} == {
        *(f"{name}.{form}" for name in FACES for form in ("ttf", "woff2")),
        RECIPE[-1],
    }


@pytest.mark.parametrize("name", FACES[:1])
def test_making_one_again_gives_the_same_bytes(name: str) -> None:
    made = typefaces.small(name)
    assert path(*LATIN, f"{name}.ttf").read_bytes() == made
    assert path(*LATIN, f"{name}.woff2").read_bytes() == typefaces.squeezed(made)


@pytest.mark.parametrize("name", FACES)
def test_a_small_face_holds_all_that_examples_and_catalogues_say(name: str) -> None:
    wanted = {ord(one) for one in (*said(), *FRENCH, *NEIGHBOURS, *SIGNS.values()) if one}
    assert wanted & whole(name) <= small(name)


def test_examples_and_catalogues_say_nothing_that_the_faces_lack() -> None:
    assert missing("".join(sorted(said()))) == ()


def test_the_sans_has_every_sign_of_a_state() -> None:
    # The serif lacks ○ and ✗: a writer sets a state in the sans.
    wanted = {ord(sign) for sign in SIGNS.values() if sign}
    assert all(wanted <= small(name) for name in FACES if "Sans" in name)


@pytest.mark.parametrize("name", FACES)
def test_a_small_face_keeps_figures_fractions_and_kerning(name: str) -> None:
    kept = features(TTFont(path(*LATIN, f"{name}.ttf")))
    before = features(TTFont(path("fonts", f"{name}.ttf")))
    wanted = {"lnum", "onum", "tnum", "pnum", "sups", "subs", "frac", "kern", "liga", "locl", "ccmp", "mark"}
    assert wanted & before <= kept


@pytest.mark.parametrize("name", FACES)
def test_woff2_is_the_same_face(name: str) -> None:
    one, other = (TTFont(path(*LATIN, f"{name}.{form}")) for form in ("ttf", "woff2"))
    assert one.getBestCmap() == other.getBestCmap()
    assert one["hmtx"].metrics == other["hmtx"].metrics


@pytest.mark.parametrize("name", FACES)
def test_a_face_in_a_file_of_its_own_does_not_bear_the_reserved_name(name: str) -> None:
    names = {record.nameID: str(record) for record in TTFont(path(*LATIN, f"{name}.ttf"))["name"].names}
    found_by = [names[one] for one in (1, 3, 4, 6, 16) if one in names]
    assert not [called for called in found_by if "Source" in called]
    assert "Reserved Font Name" in names[0]
    assert "SIL Open Font License" in names[13]


@pytest.mark.parametrize("name", FACES)
def test_a_face_inside_a_document_is_called_as_the_whole_one(name: str) -> None:
    inside = TTFont(io.BytesIO(typefaces.embedded(name)))
    outside = TTFont(path("fonts", f"{name}.ttf"))
    for one in (1, 2, 4, 6, 16, 17):
        assert inside["name"].getDebugName(one) == outside["name"].getDebugName(one)


# What is covered


def test_coverage_agrees_with_the_faces_character_by_character() -> None:
    shared = frozenset.intersection(*map(whole, FACES)) | {ord("\t"), ord("\n")}
    every = [chr(point) for point in range(0x20000) if not 0xD800 <= point <= 0xDFFF]
    assert missing("".join(every)) == tuple(one for one in every if ord(one) not in shared)


def test_what_is_missing_is_told_once_in_its_order() -> None:
    assert missing("漢 😀 漢 é 😀") == ("漢", "😀")


@pytest.mark.parametrize("text", ["", "plain", "Élan\u202f!\n\tFin", "]", "^-\\"])
def test_nothing_is_missing_of_what_people_type(text: str) -> None:
    assert missing(text) == ()


def test_signs_of_patterns_among_the_ranges_are_only_characters() -> None:
    assert re.findall(r"[\\^\]-]", "".join(missing("".join(map(chr, range(32, 127)))))) == []
