"""Card and poster, and what all sheets share: sizes, what they say, that nothing typed leaves the paper."""

import io
import re

import pikepdf
import pypdfium2
import pytest
from msgspec.structs import replace
from pypdfium2.raw import FPDF_PAGEOBJ_PATH, FPDF_PAGEOBJ_TEXT

from brandplatform.document import edit
from brandplatform.document.model import Platform, Row, Statement, Table, new_platform
from brandplatform.document.questions import reword
from brandplatform.publish.boards import first_name
from brandplatform.publish.sense import groups
from brandplatform.publish.sheets import PAPERS, SHEETS, SIZES
from tests.publish.sheets import PROMISE, boxes, made, pages, promising, signed
from tests.publish.test_pdf import plain, said
from tests.shipped import SAMPLES, sample

LONG = " ".join([PROMISE[:-1] + ", même si la nuit a été courte ;"] * 15)
LENGTHS = {
    "four words": "Toujours à l’heure.",
    "sixty words": " ".join(LONG.split()[:60]),
    "three hundred words": " ".join(LONG.split()[:300]),
    "one word of three hundred letters": "m" * 300,
    "five hundred lines": "ligne\n" * 500,
    "twenty thousand words": "a " * 20_000,
}


# Every sheet


@pytest.mark.parametrize("name", SHEETS)
def test_it_is_tagged_archival_and_accessible(name: str) -> None:
    with pikepdf.open(io.BytesIO(made(name))) as pdf, pdf.open_metadata() as about:
        assert "/StructTreeRoot" in pdf.Root
        assert pdf.Root.Lang == "fr-FR"
        claims = [about.get(key) for key in ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance")]
        assert claims == ["1", "3", "A"]
        assert str(about["dc:title"]).startswith("Maison Levain – ")


@pytest.mark.parametrize("name", SHEETS)
def test_the_same_sheet_is_the_same_file(name: str) -> None:
    assert made(name) == made(name)


@pytest.mark.parametrize(("name", "paper"), [(name, paper) for name in SHEETS for paper in PAPERS[name]])
def test_it_stands_on_its_papers(name: str, paper: str) -> None:
    found = pypdfium2.PdfDocument(made(name, paper=paper))
    sizes = {tuple(sorted(round(length * 25.4 / 72) for length in page.get_size())) for page in found}
    found.close()
    assert sizes == {tuple(sorted(map(round, SIZES[paper])))}


@pytest.mark.parametrize(("name", "paper"), [("banner", "a4"), ("card", "a3"), ("poster", "a5")])
def test_what_is_not_made_is_refused(name: str, paper: str) -> None:
    with pytest.raises(KeyError):
        made(name, paper=paper)


@pytest.mark.parametrize("name", SHEETS)
def test_in_black_and_white_ink_stands_for_the_accent(name: str) -> None:
    accent = tuple(bytes.fromhex("8A4B1F"))
    assert accent in hues(made(name))
    assert accent not in hues(made(name, grey=True))


def hues(pdf: bytes) -> set[tuple[int, ...]]:
    """Return the colours that anything is drawn in."""
    with pikepdf.open(io.BytesIO(pdf)) as found:
        drawn = b"\n".join(page.Contents.read_bytes() for page in found.pages)
    found_here = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) (?:scn|SCN)", drawn)
    return {tuple(round(float(part) * 255) for part in one) for one in found_here}


@pytest.mark.parametrize(
    "text", ["#panic()", "{{promise}}", "<b>x</b>", "$x$ *b* _i_ `c`", "\\u{41} @a // b", "a\x07b"]
)
@pytest.mark.parametrize("name", ["card", "poster", "worksheet-w5"])
def test_text_is_text(name: str, text: str) -> None:
    kept = "".join(sign for sign in text if sign.isalnum())
    platform = edit.rebrand(promising(text), name=text, legal_owner=text)
    told = said(made(name, reword(platform, "proof.q1", "fr", text)))
    assert kept in "".join(sign for sign in told if sign.isalnum())


@pytest.mark.parametrize(
    "text", ["🍞🥖", "東京のパン", "שלום", "\ud800", "\u0000\uffff", "\u200d\u2066x", "\n" * 500, "m" * 2000]
)
@pytest.mark.parametrize("name", SHEETS)
def test_no_character_makes_it_fail(name: str, text: str) -> None:
    platform = edit.rebrand(promising(text), name=text, legal_owner=text)
    assert made(name, signed(platform, text)).startswith(b"%PDF-")


@pytest.mark.parametrize("name", SHEETS)
def test_a_language_that_only_the_document_has_is_set(name: str) -> None:
    platform = edit.write_text(
        new_platform("plateforme", "de"), "promise", Statement, "de", "Brot um sieben."
    )
    assert made(name, platform, "de").startswith(b"%PDF-")


@pytest.mark.parametrize("name", SHEETS)
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("example", SAMPLES)
def test_an_example_says_that_it_is_invented_and_no_sheet_is_a_draft(
    name: str, language: str, example: str
) -> None:
    told = said(made(name, sample(example), language))
    assert "Fictional example" in told
    assert not re.search(r"brouillon|draft|non signé|not signed", told, re.IGNORECASE)


# Cards


def test_four_cards_are_the_same_and_stand_in_the_same_place() -> None:
    front, back = pages(made("card"))
    assert front.count(plain(PROMISE)) == front.count("MaisonLevain") == 4
    assert back.count("Sinousymanquons") == 4
    for texts in boxes(made("card"), FPDF_PAGEOBJ_TEXT):
        cards = [
            sorted((x - dx, y - dy) for x, y, *_ in texts if dx <= x < dx + 100 and dy <= y < dy + 143)
            for dx in (5, 105)
            for dy in (5.5, 148.5)
        ]
        for card in cards:
            assert len(card) == len(cards[0]) > 0
            assert sum(card, ()) == pytest.approx(sum(cards[0], ()), abs=0.25)


def test_two_lines_cross_the_sheet_and_marks_show_the_edges_of_the_cards() -> None:
    front, back = boxes(made("card"), FPDF_PAGEOBJ_PATH)
    lines = {(round(x0, 0), round(y0, 0), round(x1 - x0), round(y1 - y0)) for x0, y0, x1, y1 in front}
    assert {(0, 148, 210, 0), (105, 0, 0, 297)} <= lines
    marks = {(x, y) for x, y, width, height in lines if (width, height) in ((3, 0), (0, 3))}
    assert len(marks) == 8
    assert max(width for x0, _, x1, _ in back for width in (x1 - x0,)) == pytest.approx(80, abs=0.2)


@pytest.mark.parametrize("paper", PAPERS["card"])
def test_front_and_back_match_when_the_sheet_is_turned_on_its_long_edge(paper: str) -> None:
    width, height = SIZES[paper]
    front, back = boxes(made("card", paper=paper), FPDF_PAGEOBJ_TEXT)
    lefts = [
        {round(min(x for x, *_ in page if x >= edge)) for edge in (0, width / 2)} for page in (front, back)
    ]
    margin = 10
    near = (width - 200) / 2 + margin
    assert lefts[0] == lefts[1] == {round(near), round(near + 100)}
    assert all(y0 >= 5 and y1 <= height - 5 for page in (front, back) for _, y0, _, y1 in page)


@pytest.mark.parametrize("text", LENGTHS.values(), ids=LENGTHS)
@pytest.mark.parametrize("paper", PAPERS["card"])
def test_a_promise_of_any_length_stays_on_its_card(text: str, paper: str) -> None:
    platform = edit.rebrand(promising(text), name=text[:900], legal_owner=text[:900])
    front, _back = boxes(made("card", platform, paper=paper), FPDF_PAGEOBJ_TEXT)
    width, height = SIZES[paper]
    left = (width - 200) / 2
    for x0, y0, x1, y1 in front:
        column, row = x0 > width / 2, y0 > height / 2
        assert x0 >= left + 100 * column + 9.5
        assert x1 <= left + 100 * column + 90.8
        assert y1 <= height / 2 * (1 + row) - 10


def test_a_card_is_signed_by_a_first_name_until_the_promise_changes() -> None:
    kept = signed(sample())
    assert pages(made("card", kept))[0].count("Odile") == 4
    assert "Odile" not in pages(made("card", sample()))[0]
    changed = edit.write_text(kept, "promise", Statement, "fr", "Demain, peut-être.")
    assert "Odile" not in pages(made("card", changed))[0]
    other = edit.write_text(kept, "mission", Statement, "fr", "Cuire autre chose.")
    assert pages(made("card", other))[0].count("Odile") == 4


@pytest.mark.parametrize(
    ("name", "first"),
    [("Odile Marchand", "Odile"), ("LE GALL Yann", "Yann"), ("Mme Roche", "Mme Roche"), ("O.", "O."),
     ("", ""), ("Jean-Pierre Dupont", "Jean-Pierre"), ("M. Lebrun", "M. Lebrun"), ("ODILE", "ODILE")],
)  # fmt: skip
def test_a_person_is_called_by_the_first_name(name: str, first: str) -> None:
    assert first_name(name) == first


def repairing(*texts: str) -> Platform:
    """Return the example with other repairs."""
    rows = tuple(Row(id=f"r{at}", cells={"if_missed": {"fr": text}}) for at, text in enumerate(texts))
    return replace(sample(), answers={**sample().answers, "commitments": Table(rows=rows)})


def test_the_back_says_three_repairs_each_once() -> None:
    back = pages(made("card", repairing("un pain", "", "un pain", "deux pains", "trois pains", "dix pains")))[
        1
    ]
    counts = [back.count(text) for text in ("unpain", "deuxpains", "troispains", "dixpains")]
    assert counts == [4, 4, 4, 0]


@pytest.mark.parametrize("texts", [(), ("un pain",), ("pain " * 300, "m" * 200, "un pain")])
def test_the_back_has_three_lines_whatever_stands_on_them(texts: tuple[str, ...]) -> None:
    pdf = made("card", repairing(*texts))
    lines = [one for one in boxes(pdf, FPDF_PAGEOBJ_PATH)[1] if one[2] - one[0] > 79]
    assert len(lines) == 12
    bottoms = sorted(y1 for _, y0, _, y1 in boxes(pdf, FPDF_PAGEOBJ_TEXT)[1])
    assert bottoms[-1] <= 297 - 20


@pytest.mark.parametrize("name", ["card", "poster"])
def test_without_a_promise_there_are_lines_to_write_one_on(name: str) -> None:
    platform = signed(new_platform("plateforme", "fr", "Levain"))
    pdf = made(name, platform)
    assert "Odile" not in said(pdf)
    width = 80 if name == "card" else 210 - 2 * 30 * 297 / 420
    lines = [
        one for one in boxes(pdf, FPDF_PAGEOBJ_PATH)[0] if one[2] - one[0] == pytest.approx(width, abs=0.4)
    ]
    assert len(lines) == (20 if name == "card" else 5)


# Poster


@pytest.mark.parametrize("paper", PAPERS["poster"])
@pytest.mark.parametrize("text", LENGTHS.values(), ids=LENGTHS)
def test_a_promise_of_any_length_stays_on_the_poster(text: str, paper: str) -> None:
    platform = edit.rebrand(promising(text), name=text[:900], legal_owner=text[:900])
    (texts,) = boxes(made("poster", signed(platform, text[:900]), paper=paper), FPDF_PAGEOBJ_TEXT)
    width, height = SIZES[paper]
    margin = 30 * height / 420
    assert min(x0 for x0, *_ in texts) >= margin - 0.5
    assert max(x1 for _, _, x1, _ in texts) <= width - margin + 0.8
    assert max(y1 for *_, y1 in texts) <= height - margin / 2


def test_a_short_promise_begins_at_38_per_cent_of_the_height_in_its_largest_size() -> None:
    (texts,) = boxes(made("poster", promising("Le pain est tiède."), paper="a3"), FPDF_PAGEOBJ_TEXT)
    _, top, _, bottom = texts[0]
    assert bottom == pytest.approx(0.38 * 420, abs=6)  # a descender more or less
    assert bottom - top == pytest.approx(72 * 25.4 / 72, abs=8)


def test_a_poster_is_signed_with_name_role_and_day_or_its_line_is_blank() -> None:
    assert "Odile Marchand, gérante 2 novembre 2026" in said(made("poster", signed(sample())))
    assert "2026" not in said(made("poster", sample()))


def test_lines_end_where_the_sense_does() -> None:
    found = pypdfium2.PdfDocument(made("poster"))
    lines = found[0].get_textpage().get_text_range().splitlines()
    found.close()
    assert lines[:4] == [
        "Demain à sept heures,", "votre pain aura levé", "vingt-quatre heures", "et sera encore tiède."
    ]  # fmt: skip


def test_a_break_costs_least_after_a_stop_and_most_between_words_that_lean_on_each_other() -> None:
    (line,) = groups("Le prix ne bouge plus, même si la panne dure.", "fr")
    prices = {" ".join(words): price for words, price in line}
    assert prices["même"] < 0 == prices["ne bouge"] < prices["plus,"] == prices["si la panne dure."]
    assert groups(" \n\n ", "fr") == []
