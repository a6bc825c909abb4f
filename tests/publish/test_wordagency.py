"""A document on somebody else's Word template: what is kept of theirs, and where ours goes."""

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Length, Mm

from brandplatform.publish.word import to_word
from brandplatform.publish.wordagency import to_agency_word
from tests.publish.documents import composed
from tests.publish.wordtemplates import letterhead, look, on, said, saved, with_cover


def texts(word: WordDocument) -> list[str]:
    return [said(one) for one in word.paragraphs]


def mm(length: Length | None) -> int:
    assert length is not None
    return round(float(length.mm))


def widths(word: WordDocument) -> set[int]:
    """Return how wide tables are, in millimetres."""
    found = word.element.body.xpath(".//w:tblPr/w:tblW/@w:w")
    return {round(int(width) * 25.4 / 1440) for width in found}


# What is kept


def test_header_footer_margins_and_styles_are_theirs() -> None:
    template = letterhead()
    template.styles["Heading 1"].font.name = "Futura"
    word = on(template)
    for section in word.sections:
        assert (mm(section.left_margin), mm(section.top_margin)) == (25, 40)
        assert section.header.paragraphs[0].text == "Studio Nord · Maison Levain"
        assert section.footer.paragraphs[0].text == "12, rue du Lac"
        assert len(list(section.header._element.iter(qn("w:drawing")))) == 1
    assert word.styles["Heading 1"].font.name == "Futura"
    assert ("Les personnes", "Heading 1") in [(said(one), look(one)) for one in word.paragraphs]


def test_a_template_with_nothing_in_it_gets_our_cover() -> None:
    word = on(letterhead())
    assert [(said(one), look(one)) for one in word.paragraphs[:3]] == [
        ("Maison Levain", "Title"),
        ("Plateforme de marque", "Subtitle"),
        ("Brouillon · non signé", "BP Cover Foot"),
    ]


def test_places_are_filled_as_text_even_where_word_cut_them_up() -> None:
    document = composed()
    assert texts(on(with_cover()))[:3] == [
        "Maison Levain !",
        f"Plateforme de marque, {document.day} : Brouillon · non signé",
        "« Demain à sept heures, votre pain aura levé vingt-quatre heures et sera encore tiède. » {{nobody}}",
    ]


def test_what_is_filled_in_is_not_read_as_a_place() -> None:
    document = replace(composed(), brand="{{body}}{{promise}}<b>\nL")
    first = on(with_cover(), document).paragraphs[0]
    assert first.text == "{{body}}{{promise}}<b>\nL !"


def test_the_text_stands_where_the_template_says_without_our_cover() -> None:
    found = texts(on(with_cover("Conditions")))
    assert found[3] == "Notre promesse"
    assert found[-1] == "Conditions"
    assert "{{body}}" not in found
    assert found.count("Plateforme de marque") == 0


def test_without_a_place_the_text_begins_a_page_after_theirs() -> None:
    template = letterhead()
    template.add_paragraph("À propos de nous")
    word = on(template)
    assert texts(word)[:2] == ["À propos de nous", "Notre promesse"]
    assert word.paragraphs[1].paragraph_format.page_break_before


def test_a_place_inside_a_table_puts_the_text_after_the_table() -> None:
    template = letterhead()
    template.add_table(1, 1).cell(0, 0).text = "Avant {{body}} après"
    body = on(template).element.body
    assert "".join(body[0].xpath(".//w:t/text()")) == "Avant  après"
    assert "".join(body[1].xpath(".//w:t/text()")) == "Notre promesse"


# Pages


@pytest.mark.parametrize(("left", "label_beside"), [(25, False), (39, False), (40, True), (60, True)])
def test_labels_stand_in_the_margin_only_where_it_has_room(left: float, label_beside: bool) -> None:
    word = on(letterhead(left=left))
    labels = [one for one in word.paragraphs if look(one) == "BP Label"]
    assert labels
    assert all(bool(one._p.xpath("./w:pPr/w:framePr")) is label_beside for one in labels)
    wide, upright = 297 - left - 25, 210 - left - 25
    outdent = 30 if label_beside else 0
    assert widths(word) == {upright + outdent, wide + outdent}


def test_a_part_on_its_side_has_a_section_of_its_own_in_their_margins() -> None:
    template = with_cover("Conditions")
    template.sections[0].different_first_page_header_footer = True
    word = on(template)
    turns = [section.orientation == WD_ORIENT.LANDSCAPE for section in word.sections]
    assert turns == [False, True, False]
    assert [(mm(one.page_width), mm(one.page_height)) for one in word.sections] == [
        (210, 297), (297, 210), (210, 297),
    ]  # fmt: skip
    first_pages = [section.different_first_page_header_footer for section in word.sections]
    assert first_pages == [True, False, False]


def test_a_template_on_its_side_is_not_turned() -> None:
    template = letterhead()
    section = template.sections[0]
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.orientation = WD_ORIENT.LANDSCAPE
    word = on(template)
    assert [mm(one.page_width) for one in word.sections] == [297]
    assert widths(word) == {247}


def test_the_contents_tell_no_page_that_would_be_wrong() -> None:
    word = on(letterhead())
    entries = [one for one in word.paragraphs if look(one) == "toc 1"]
    assert [said(one) for one in entries][:2] == ["La plateforme en une page", "Les personnes"]
    assert "updateFields" not in word.settings.element.xml


# What comes back


def test_fields_are_marked_on_a_template_too() -> None:
    data = to_agency_word(composed(), {}, saved(with_cover()), "p1")
    word = docx.Document(io.BytesIO(data))
    names = {one.name for one in word.styles if one.name}
    assert {"bp.promise", "bp.values[r3].meaning"} <= names
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert any(b"urn:brandplatform:review:1" in package.read(name) for name in package.namelist())
    numbers = word.element.body.xpath(".//w:bookmarkStart/@w:id")
    assert len(numbers) == len(set(numbers))


def test_the_same_document_on_the_same_template_is_the_same_file() -> None:
    template = saved(with_cover("Conditions"))
    assert to_agency_word(composed(), {}, template) == to_agency_word(composed(), {}, template)


def test_a_file_of_ours_as_a_template_has_no_marks_of_what_it_said_before() -> None:
    data = to_agency_word(composed(), {}, to_word(composed(), {}, (), "p-old"), "p-new")
    word = docx.Document(io.BytesIO(data))
    names = [one.name for one in word.styles]
    assert len(names) == len(set(names))
    for path in (".//w:bookmarkStart/@w:name", ".//w:bookmarkStart/@w:id", ".//w:tag/@w:val"):
        marks = word.element.body.xpath(path)
        assert len(marks) == len(set(marks)) > 100
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        told = [package.read(name).decode() for name in package.namelist() if "ustom" in name]
    assert not [one for one in told if "p-old" in one]


@pytest.mark.parametrize(("language", "tag"), [("fr", "fr-FR"), ("en", "en-GB")])
def test_the_language_is_that_of_the_document(language: str, tag: str) -> None:
    word = on(letterhead(), composed(language=language))
    assert word.styles.element.xpath("./w:docDefaults//w:lang/@w:val") == [tag]
