"""The worksheets: that they ask what the method asks, with room to write, on one or two pages."""

from itertools import pairwise

import pypdfium2
import pytest
from pypdfium2.raw import FPDF_PAGEOBJ_PATH, FPDF_PAGEOBJ_TEXT

from brandplatform.document.model import Platform, new_platform
from brandplatform.document.questions import ask, reword
from brandplatform.publish.sheets import PAPERS
from brandplatform.publish.typography import typeset
from brandplatform.publish.worksheets import WORKSHEETS, Part, worksheets
from tests.publish.sheets import boxes, made, pages
from tests.publish.test_pdf import plain, said
from tests.shipped import FRAMEWORK, LIBRARY

EMPTY = new_platform("plateforme", "fr")
ON_PAPER = [(name, paper) for name in WORKSHEETS for paper in PAPERS[name]]


def parts(name: str) -> list[Part]:
    return [part for panel in worksheets()[name].panels for part in panel.parts]


def asked(name: str) -> list[str]:
    """Return the ids of the questions a worksheet asks."""
    plainly = [part.id for part in parts(name) if part.kind == "ask"]
    return [*plainly, *(one for part in parts(name) for one in part.asks.values())]


def question(name: str, language: str) -> str:
    section = FRAMEWORK.section_of(name)
    assert section
    (found,) = (one for one in LIBRARY.questions(section) if one.id == name)
    return typeset(found.ask[language], language)


def test_the_worksheets_are_those_that_are_offered() -> None:
    assert tuple(worksheets()) == WORKSHEETS


@pytest.mark.parametrize("name", WORKSHEETS)
def test_every_id_is_one_of_the_method(name: str) -> None:
    columns = [one for part in parts(name) for one in (part.into, *part.ids) if ".cards." in one]
    columns += [part.id for part in parts(name) if part.kind == "choice"]
    for one in columns:
        table, _, column = one.rpartition(".")
        field = LIBRARY.field(FRAMEWORK, table)
        assert field, one
        assert field.column(column), one
    fields = [part.id for part in parts(name) if part.kind in ("statement", "grid", "promise", "opening")]
    assert [one for one in fields if LIBRARY.field(FRAMEWORK, one) is None] == []


@pytest.mark.parametrize("name", WORKSHEETS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_question_stands_there_as_the_method_asks_it_with_its_id(name: str, language: str) -> None:
    told = plain(said(made(name, EMPTY, language)))
    assert len(asked(name)) > 2
    for one in asked(name):
        assert plain(question(one, language)) in told
        assert one in told


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_fields_stand_there_with_their_ids(language: str) -> None:
    told = {name: "".join(pages(made(name, EMPTY, language))) for name in WORKSHEETS}
    for group in ("customers", "employees", "partners"):
        assert f"people_{group}" in told["worksheet-w2"]
    assert told["worksheet-w2"].count("cards.person") == 3
    assert all(f"proof.{column}" in told["worksheet-w5"] for column in ("word", "act", "evidence", "owner"))


@pytest.mark.parametrize(("name", "most"), [("worksheet-w1", 1), ("worksheet-w2", 2), ("worksheet-w5", 2)])
def test_it_has_one_or_two_pages(name: str, most: int) -> None:
    assert len(pages(made(name))) == most


@pytest.mark.parametrize(("name", "paper"), ON_PAPER)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_lines_are_as_far_apart_as_a_hand_needs(name: str, paper: str, language: str) -> None:
    """Of lines that begin at the same place, no two are nearer than 8 mm: 7.5 on the lower paper."""
    lines = 0
    for page in boxes(made(name, EMPTY, language, paper=paper), FPDF_PAGEOBJ_PATH):
        for left in {x0 for x0, *_ in page}:
            tops = sorted({y0 for x0, y0, x1, _ in page if x0 == left and x1 - x0 > 45 and y0 > 55})
            apart = [below - above for above, below in pairwise(tops)]
            assert min(apart, default=9) >= (7.9 if paper == "a4" else 7.4)
            lines += len(tops)
    assert lines >= 13


def test_room_follows_the_words_that_are_allowed() -> None:
    """46 words in French take six lines of 118 mm; 8 rows of the ledger have four lines each."""
    page = boxes(made("worksheet-w2", EMPTY), FPDF_PAGEOBJ_PATH)[0]
    lines = [y0 for x0, y0, x1, _ in page if x0 < 20 and x1 - x0 > 117]
    assert len(lines) == 2 + 2 + 2 + 6
    ledger = boxes(made("worksheet-w5", EMPTY), FPDF_PAGEOBJ_PATH)
    acts = [one for page in ledger for one in page if 110 < one[2] - one[0] < 125]
    assert len(acts) == 8 * 3


@pytest.mark.parametrize(("name", "paper"), ON_PAPER)
def test_nothing_leaves_the_paper_however_long_a_question_is(name: str, paper: str) -> None:
    platform = EMPTY
    for one in asked(name)[:2]:
        platform = reword(platform, one, "fr", "m" * 400 + " pourquoi et comment" * 700)
    pdf = made(name, platform, paper=paper)
    found = pypdfium2.PdfDocument(pdf)
    sizes = [tuple(length * 25.4 / 72 for length in page.get_size()) for page in found]
    found.close()
    assert len(sizes) <= 2
    for (width, height), page in zip(sizes, boxes(pdf, FPDF_PAGEOBJ_TEXT), strict=True):
        assert all(x0 > 10 and y0 > 7 and x1 < width - 10 and y1 < height - 3 for x0, y0, x1, y1 in page)


def test_a_question_in_its_own_words_is_asked_so_and_one_put_away_is_not() -> None:
    platform = ask(reword(EMPTY, "promise.q4", "fr", "À qui parlez-vous ?"), "promise.q2", False)
    told = plain(said(made("worksheet-w1", platform)))
    assert plain("À qui parlez-vous\u202f?") in told
    assert plain(question("promise.q4", "fr")) not in told
    assert "promise.q2" not in told


def test_the_ledger_shows_the_promise_where_there_is_one() -> None:
    assert "Demain à sept heures" in said(made("worksheet-w5"))
    assert "Demain" not in said(made("worksheet-w5", EMPTY))


def test_invented_answers_say_that_they_are() -> None:
    told = said(made("worksheet-w2", EMPTY))
    assert told.count("Exemple fictif") == 2


def test_the_company_is_named_where_it_is_known() -> None:
    named: Platform = new_platform("plateforme", "fr", "Levain")
    assert all("Levain" in page for page in pages(made("worksheet-w5", named)))
