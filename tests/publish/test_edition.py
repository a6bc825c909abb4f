"""What a profile lets in, what somebody changes of it, and where a field goes."""

from typing import Any

import pytest

from brandplatform.document import edit
from brandplatform.document.model import Comment, Platform, Signature
from brandplatform.publish import blocks
from brandplatform.publish.blocks import Card, Contents, Cover, Heading, PromisePage, SignOff, Summary, Table
from brandplatform.publish.edition import PROFILES, SWITCHES, Edition, Switch, edition, profile, profiles_of
from brandplatform.publish.output import Wish
from brandplatform.publish.output import composed as published
from tests.publish.documents import DAY, of_kind, texts
from tests.shipped import FRAMEWORK, LIBRARY, SECTIONS, sample


def made(name: str, *switches: Switch, platform: Platform | None = None, out: tuple[str, ...] = ()) -> Any:
    """Return the example as a profile with some switches publishes it, in French."""
    wanted = Edition(profile(name), frozenset(switches), frozenset(out))
    return published(platform or sample(), LIBRARY, Wish("pdf", "fr", wanted), DAY)


def said(document: blocks.Document) -> str:
    return "\n".join(texts(document.blocks))


def test_every_id_in_a_profile_exists() -> None:
    for name in PROFILES:
        one = profile(name)
        assert one.id == name
        assert set(one.sections) <= set(SECTIONS)
        assert set(one.switches) <= set(SWITCHES)
        assert set(one.as_tables) <= {field for section in FRAMEWORK.sections for field in section.fields}
        assert {tuple(text) for text in (one.title, one.line, one.readers)} == {("fr", "en")}


def test_there_is_no_other_profile() -> None:
    with pytest.raises(KeyError):
        profile("../full")


def test_the_essential_is_the_promise_and_the_one_page() -> None:
    assert [type(block) for block in made("essential").blocks] == [PromisePage, Summary]


def test_the_team_has_no_contents_nor_blind_spots_and_values_as_a_table() -> None:
    document = made("team", "proof")
    kinds = {type(block) for block in document.blocks}
    assert {Cover, PromisePage, Summary} <= kinds
    assert not kinds & {Contents, SignOff, Card}
    assert "Angles morts" not in said(document)
    (values,) = [table for table in of_kind(document, Table) if table.field == "values"]
    assert values.head == (
        "Valeur", "Cela veut dire", "Cela se voit quand", "Cela nous coûte", "Ce que nous ne faisons pas",
    )  # fmt: skip


def test_the_full_document_begins_with_four_pages_of_its_own() -> None:
    kinds = [type(block) for block in made("full", *profile("full").switches).blocks]
    assert kinds[:4] == [Cover, PromisePage, Contents, Summary]


@pytest.mark.parametrize(
    ("switch", "only_with"),
    [
        ("proof", "Le prix de la tourte détaillé au mur"),
        ("drafts", "Du bon pain, fait lentement"),
        ("blindspots", "Angles morts"),
        ("notes", "Notes d’entretien"),
        ("comments", "Est-ce bien à sept heures"),
    ],
)
def test_a_switch_lets_something_in_and_nothing_else(switch: Switch, only_with: str) -> None:
    comment = Comment(id="c1", place="promise", author="Luc", when=DAY, text="Est-ce bien à sept heures ?")
    platform = edit.rebrand(sample())
    platform = type(platform)(**{**_fields(platform), "comments": (comment,)})
    others = tuple(one for one in SWITCHES if one not in (switch, "initials"))
    assert only_with in said(made("full", *others, switch, platform=platform))
    assert only_with not in said(made("full", *others, platform=platform))


def _fields(platform: Platform) -> dict[str, Any]:
    return {name: getattr(platform, name) for name in platform.__struct_fields__}


def test_names_become_initials_wherever_they_stand() -> None:
    plainly, shortened = said(made("full", "proof")), said(made("full", "proof", "initials"))
    for name in ("Samira", "Karim", "Inès", "Odile"):
        assert name in plainly
        assert name not in shortened
    assert "S." in shortened
    assert "Maison Levain" in shortened


def test_a_section_can_be_left_out() -> None:
    assert "Engagements" in said(made("full"))
    assert "Engagements" not in [one.text for one in of_kind(made("full", out=("commitments",)), Heading)]


def test_who_signed_stands_on_the_last_page_else_two_empty_lines() -> None:
    (empty,) = of_kind(made("full"), SignOff)
    assert empty.rows == ("", "")
    signature = Signature(id="s1", name="Odile", role="gérante", when="2026-09-06")
    signed = type(sample())(**{**_fields(sample()), "signatures": (signature,)})
    (filled,) = of_kind(made("full", platform=signed), SignOff)
    assert filled.rows == ("Odile, gérante, 6\u00a0septembre 2026",)


def test_where_a_field_goes_is_known() -> None:
    named = {place: [one.id for one in profiles_of(*place)] for place in (
        ("promise", "promise"), ("mission", "mission"), ("blindspots", ""), ("commitments", ""),
        ("values", "values"),
    )}  # fmt: skip
    assert list(named.values()) == [
        ["essential", "team", "full"], ["essential", "team", "full"], ["full"], ["team", "full"],
        ["essential", "team", "full"],
    ]  # fmt: skip


@pytest.mark.parametrize("name", PROFILES)
def test_an_edition_as_it_comes_has_what_its_profile_lets_in(name: str) -> None:
    assert edition(name).switches == frozenset(profile(name).switches)


def test_the_matrix_tells_each_state_by_mark_and_word() -> None:
    (matrix,) = [table for table in of_kind(made("full"), Table) if table.caption == "Où la promesse se voit"]
    assert matrix.head == ("La promesse", "Personnes", "Produit", "Prix", "Place", "Promotion")
    marks = {(cell.mark, cell.state) for row in matrix.rows for cell in row[1:]}
    assert marks == {("shows", "Se voit ici"), ("nothing", "Rien encore"), ("contradicted", "Contredit")}
