"""The Word file, as python-docx and the zip see it; other programs read it in `tests/oracles`."""

import io
import zipfile

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from lxml.etree import _Element as Element
from msgspec.structs import replace

from brandplatform.document import edit
from brandplatform.document.model import Brand, Logo, Platform, Statement, Text, new_platform
from brandplatform.publish.blocks import Document
from brandplatform.publish.typography import LETTER
from brandplatform.publish.word import to_word
from brandplatform.publish.wordlook import Look
from brandplatform.publish.wordxml import solid
from tests.publish.documents import composed
from tests.publish.wordtemplates import look, said
from tests.shipped import sample


def opened(document: Document, assets: dict[str, bytes] | None = None) -> WordDocument:
    return docx.Document(io.BytesIO(to_word(document, assets or {})))


def saying(field: str, text: str, kind: type[Statement] | type[Text] = Statement) -> Platform:
    return edit.write_text(new_platform("plateforme", "fr", "Levain"), field, kind, "fr", text)


def styles(word: WordDocument) -> list[str]:
    return [look(paragraph) for paragraph in word.paragraphs]


@pytest.fixture(scope="module")
def example() -> WordDocument:
    return opened(composed())


# Pages


def test_the_page_is_a4_with_its_wide_left_margin(example: WordDocument) -> None:
    for section in example.sections:
        assert section.page_width is not None
        assert section.page_height is not None
        assert section.left_margin is not None
        size = (round(section.page_width.mm), round(section.page_height.mm))
        assert size == ((297, 210) if section.orientation == WD_ORIENT.LANDSCAPE else (210, 297))
        assert round(section.left_margin.mm) == 55


def test_on_letter_styles_frames_and_bar_are_those_of_the_page() -> None:
    word = docx.Document(io.BytesIO(to_word(composed(), {}, page=LETTER)))
    width, height = round(LETTER.width * 36000), round(LETTER.height * 36000)
    for section in word.sections:
        wide = section.orientation == WD_ORIENT.LANDSCAPE
        assert (section.page_width, section.page_height) == pytest.approx(
            (height, width) if wide else (width, height), abs=635
        )
    tabs = word.styles["Header"].paragraph_format.tab_stops
    assert tabs[0].position == pytest.approx(LETTER.measure * 36000, abs=635)
    signature = next(one for one in word.paragraphs if look(one) == "BP Signature")
    (frame,) = signature._p.iter(qn("w:framePr"))
    assert int(frame.get(qn("w:y"), "0")) < LETTER.height * 1440 / 25.4
    assert frame.get(qn("w:y")) == Look(LETTER).frame("BP Signature")["y"]


def test_the_matrix_and_the_ledger_stand_on_their_side(example: WordDocument) -> None:
    turns = [section.orientation == WD_ORIENT.LANDSCAPE for section in example.sections]
    assert turns == [False, False, True, False]  # cover, body, matrix and ledger, body
    assert all("NUMPAGES" in section.footer._element.xml for section in list(example.sections)[1:])
    heads = [section.header.paragraphs[0].style for section in list(example.sections)[1:]]
    assert [style.name for style in heads if style] == ["Header", "BP Wide Header", "Header"]


def test_the_contents_tell_every_chapter_with_its_page_before_word_has_counted() -> None:
    document = composed()
    word = docx.Document(io.BytesIO(to_word(document, {}, tuple(range(3, 100)))))
    entries = [one for one in word.paragraphs if one.style and one.style.name in ("toc 1", "toc 2")]
    told = [said(one) for one in entries]
    assert told[:3] == ["La plateforme en une page3", "1 Les personnes4", "Clients5"]
    marks = set(word.element.body.xpath(".//w:bookmarkStart/@w:name[starts-with(., '_Toc')]"))
    assert {link for one in entries for link in one._p.xpath("./w:hyperlink/@w:anchor")} == marks
    codes = "".join(word.element.body.xpath(".//w:instrText/text()"))
    assert "TOC" in codes
    assert "updateFields" not in word.settings.element.xml


def test_the_cover_has_a_section_of_its_own_without_page_number(example: WordDocument) -> None:
    cover, body, *_ = example.sections
    assert cover.footer.paragraphs[0].text == "Brouillon · non signé"
    assert "NUMPAGES" not in cover.footer._element.xml
    assert "NUMPAGES" in body.footer._element.xml


def test_the_promise_page_has_its_state_and_no_header(example: WordDocument) -> None:
    body = example.sections[1]
    assert body.different_first_page_header_footer
    assert body.first_page_header.paragraphs[0].text == ""
    assert body.first_page_footer.paragraphs[0].text == "Brouillon · non signé"
    assert body.header.paragraphs[0].text == "Maison Levain\tPlateforme de marque"
    assert body.footer.paragraphs[0].text.startswith("Brouillon · non signé · 25\u00a0novembre 2026\t")


def test_without_a_promise_the_first_chapter_has_its_header() -> None:
    word = opened(composed(saying("mission", "Nous pétrissons.")))
    assert not word.sections[-1].different_first_page_header_footer
    assert styles(word) == ["Title", "Subtitle", "Heading 1", "BP Statement"]


def test_an_empty_platform_is_a_cover() -> None:
    word = opened(composed(new_platform("plateforme", "fr")))
    assert [(p.text, p.style.name) for p in word.paragraphs if p.style] == [("Plateforme de marque", "Title")]
    assert len(word.sections) == 1


def test_what_follows_the_promise_begins_a_page() -> None:
    platform = edit.write_text(saying("promise", "Du pain."), "mission", Statement, "fr", "Pétrir.")
    heading = next(p for p in opened(composed(platform)).paragraphs if p.text == "Mission")
    assert heading.paragraph_format.page_break_before


# Styles only


def test_every_style_it_uses_is_in_the_template(example: WordDocument) -> None:
    known = {style.style_id for style in example.styles}
    used = {element.get(qn("w:val")) for element in example.element.body.iter(qn("w:pStyle"), qn("w:rStyle"))}
    assert used <= known


def test_no_run_is_formatted_by_hand(example: WordDocument) -> None:
    properties = [child.tag for found in example.element.body.iter(qn("w:rPr")) for child in found]
    assert set(properties) <= {qn("w:rStyle")}


def test_no_paragraph_is_empty(example: WordDocument) -> None:
    empty = [p for p in example.paragraphs if not said(p) and not list(p._p.iter(qn("w:drawing")))]
    assert empty == []


def test_headings_are_numbered_by_word_and_form_an_outline(example: WordDocument) -> None:
    assert example.styles["Heading 1"].element.xpath("./w:pPr/w:numPr")
    named = [name for name in styles(example) if name.startswith("Heading") or name == "BP Annex"]
    assert named[:2] == ["Heading 1", "Heading 2"]
    assert named[-1] == "BP Annex"


@pytest.mark.parametrize(
    ("words", "style"), [(12, "BP Promise Short"), (20, "BP Promise"), (21, "BP Promise Long")]
)
def test_a_promise_is_set_by_its_length(words: int, style: str) -> None:
    word = opened(composed(saying("promise", " ".join(["mot"] * words))))
    assert style in styles(word)


def test_a_label_stands_in_a_frame_in_the_margin(example: WordDocument) -> None:
    label = next(p for p in example.paragraphs if p.style is not None and p.style.name == "BP Label")
    (frame,) = label._p.iter(qn("w:framePr"))
    assert frame.get(qn("w:hAnchor")) == "page"
    assert int(str(frame.get(qn("w:x")))) == 1417  # 25 mm


def test_bold_italic_both_and_a_link_have_named_styles() -> None:
    text = "**gras** *italique* ***les deux*** [ici](https://exemple.fr/a)"
    word = opened(composed(saying("origin", text, Text)))
    faces = [run for run in word.element.body.iter(qn("w:r")) if run.xpath("./w:rPr/w:rStyle")]
    runs = {run.xpath("string(w:t)"): run.xpath("string(w:rPr/w:rStyle/@w:val)") for run in faces}
    assert runs == {"gras": "Strong", "italique": "Emphasis", "les deux": "Strong", "ici": "Hyperlink"}
    (link,) = word.element.body.iter(qn("w:hyperlink"))
    assert (link.xpath("string(.)"), word.part.rels[str(link.get(qn("r:id")))].target_ref) == (
        "ici",
        "https://exemple.fr/a",
    )


def test_two_numbered_lists_each_begin_at_one() -> None:
    word = opened(composed(saying("origin", "1. un\n2. deux\n\nEt puis :\n\n1. encore un", Text)))
    numbers = [int(str(e.get(qn("w:val")))) for e in word.element.body.iter(qn("w:numId"))]
    assert numbers == [5, 5, 6]


# Tables


def tables(word: WordDocument) -> list[Element]:
    return list(word.element.body.iter(qn("w:tbl")))


def test_a_table_has_fixed_widths_a_caption_and_a_head_that_repeats(example: WordDocument) -> None:
    for table in tables(example):
        assert table.xpath("./w:tblPr/w:tblLayout/@w:type") == ["fixed"]
        assert table.xpath("string(./w:tblPr/w:tblCaption/@w:val)")
        assert len(table.xpath("./w:tr[w:trPr/w:tblHeader]")) == 1
        assert len(table.xpath("./w:tr[w:trPr/w:cantSplit]")) == len(table.xpath("./w:tr"))


def test_a_table_is_as_wide_as_label_column_and_text(example: WordDocument) -> None:
    for table in tables(example):
        columns = [int(width) for width in table.xpath("./w:tblGrid/w:gridCol/@w:w")]
        caption = table.xpath("string(./w:tblPr/w:tblCaption/@w:val)")
        wide = caption in ("Où la promesse se voit", "Paroles et actes")
        assert sum(columns) * 25.4 / 1440 == pytest.approx(247 if wide else 160, abs=0.2)
        for row in table.iter(qn("w:tr")):
            assert [int(width) for width in row.xpath("./w:tc/w:tcPr/w:tcW/@w:w")] == columns


# Language, accent, properties


@pytest.mark.parametrize(("language", "tag"), [("fr", "fr-FR"), ("en", "en-GB")])
def test_the_language_is_tagged(language: str, tag: str) -> None:
    word = opened(composed(language=language))
    assert word.styles.element.xpath("./w:docDefaults//w:lang/@w:val") == [tag]
    assert word.core_properties.language == tag


def test_the_file_says_what_it_is(example: WordDocument) -> None:
    about = example.core_properties
    assert about.title == "Maison Levain – Plateforme de marque"
    assert (about.author, about.subject) == ("Maison Levain", "Plateforme de marque")
    assert about.created is not None
    assert about.created.date().isoformat() == "2026-11-25"


def test_the_accent_is_the_brands_wherever_the_theme_has_one() -> None:
    with zipfile.ZipFile(io.BytesIO(to_word(composed(), {}))) as package:
        parts = {name: package.read(f"word/{name}").decode() for name in ("styles.xml", "numbering.xml")}
        theme = package.read("word/theme/theme1.xml").decode()
    assert '<a:accent1><a:srgbClr val="8A4B1F"/>' in theme
    assert all("8A4B1F" in part for part in parts.values())


def test_without_a_colour_ink_is_the_accent() -> None:
    document = composed(replace(sample(), brand=Brand(name="Levain")))
    with zipfile.ZipFile(io.BytesIO(to_word(document, {}))) as package:
        assert '<a:accent1><a:srgbClr val="221D18"/>' in package.read("word/theme/theme1.xml").decode()


def test_the_same_document_is_the_same_file() -> None:
    assert to_word(composed(), {}) == to_word(composed(), {})


# The logo


def with_logo(alt: str = "Une miche") -> Document:
    brand = Brand(name="Levain", logo=Logo(asset="a.png", alt={"fr": alt}))
    return composed(replace(sample(), brand=brand))


def test_a_logo_stands_on_the_cover_with_its_words() -> None:
    word = opened(with_logo(), {"a.png": solid("#123456")})
    (anchor,) = word.paragraphs[0]._p.iter(qn("wp:anchor"))
    described = [e.get("descr") for e in anchor.iter(qn("wp:docPr"))]
    assert described == ["Une miche"]
    assert [int(e.get("cx")) / 36000 for e in anchor.iter(qn("wp:extent"))] == [20.0]


@pytest.mark.parametrize("data", [b"", b"no image", b"\x89PNG\r\n\x1a\n", solid("#123456")[:20]])
def test_a_logo_that_cannot_be_read_is_left_out(data: bytes) -> None:
    word = opened(with_logo(), {"a.png": data})
    assert list(word.paragraphs[0]._p.iter(qn("wp:anchor"))) == []


def test_a_logo_that_is_not_in_the_file_is_left_out() -> None:
    assert list(opened(with_logo()).paragraphs[0]._p.iter(qn("wp:anchor"))) == []
