"""The marks of fields in a Word file: each paragraph of a field has all three, nothing else has any."""

import io
import re
import zipfile
from collections.abc import Iterator

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree
from lxml.etree import _Element as Element

from brandplatform.document import edit
from brandplatform.document.model import Text, new_platform
from brandplatform.publish.blocks import Block, Document, Paragraph, Source, Span, Summary, Table, TableCell
from brandplatform.publish.word import to_word
from brandplatform.publish.wordanchors import REVIEW, bookmark, tag
from tests.publish.documents import composed

LONG = f"{'a' * 120}[{'b' * 120}].{'c' * 120}"
LIST = "Un début.\n\n- un\n- deux\n    - dedans\n\n1. premier\n\nUne fin."


def opened(document: Document, platform: str = "p1") -> WordDocument:
    return docx.Document(io.BytesIO(to_word(document, {}, (), platform)))


def places(part: object) -> Iterator[str]:
    """Yield the place of every text of a field under a part of a document, the one page left out."""
    if isinstance(part, Source):
        yield part.place
    elif isinstance(part, tuple):
        for inner in part:
            yield from places(inner)
    elif hasattr(part, "__dataclass_fields__") and not isinstance(part, Summary):
        for name in part.__dataclass_fields__:
            yield from places(getattr(part, name))


def names(word: WordDocument) -> dict[str, str]:
    """Return the styles of fields: id to name."""
    return {one.style_id: one.name for one in word.styles if one.name and one.name.startswith("bp.")}


def marked(word: WordDocument) -> dict[str, list[Element]]:
    """Return the paragraphs of each style of a field, by its name."""
    known, found = names(word), dict[str, list[Element]]()
    for paragraph in word.element.body.iter(qn("w:p")):
        (style,) = paragraph.xpath("./w:pPr/w:pStyle/@w:val")
        if style in known:
            found.setdefault(known[style], []).append(paragraph)
    return found


def record(word: bytes) -> Element:
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        return etree.fromstring(package.read("customXml/item1.xml"))


@pytest.fixture(scope="module")
def example() -> WordDocument:
    return opened(composed())


def of(block: Block) -> Document:
    """Return a document of one block."""
    return Document("t", "b", "k", "fr", "s", "2026-11-25", "d", "", (block,))


def saying(text: str) -> Document:
    return composed(edit.write_text(new_platform("plateforme", "fr", "L"), "origin", Text, "fr", text))


def test_every_text_of_a_field_has_a_style_of_its_own(example: WordDocument) -> None:
    own = {name.removeprefix("bp.").partition("/")[0] for name in marked(example)}
    assert own == set(places(composed().blocks))
    assert {"promise", "values[r3].meaning", "people_customers.cards[r1].heard"} <= own


def test_every_paragraph_of_a_field_has_a_bookmark_and_one_control_round_all_of_it(
    example: WordDocument,
) -> None:
    for paragraph in (one for found in marked(example).values() for one in found):
        if paragraph.xpath("string()"):
            tags = [etree.QName(child).localname for child in paragraph]
            assert tags == ["pPr", "bookmarkStart", "sdt", "bookmarkEnd"]
            assert paragraph.xpath("count(.//w:sdt)") == 1
            assert paragraph.xpath("./w:sdt/w:sdtPr/w:richText")


def test_no_control_stands_round_a_paragraph_a_cell_or_another_control(example: WordDocument) -> None:
    body = example.element.body
    assert not body.xpath(".//w:sdt[.//w:p or .//w:tc or .//w:sdt]")
    assert {etree.QName(one).localname for one in body.xpath(".//w:sdt/..")} == {"p"}


def test_a_style_of_a_field_adds_nothing_to_its_look(example: WordDocument) -> None:
    for style in (one for one in example.styles if one.style_id in names(example)):
        told = {etree.QName(child).localname for child in style.element}
        assert told == {"name", "basedOn", "semiHidden"}
        assert style.base_style is not None


def test_a_field_with_several_looks_has_a_style_for_each() -> None:
    found = marked(opened(saying(LIST)))
    assert {name: len(paragraphs) for name, paragraphs in found.items()} == {
        "bp.origin": 2,
        "bp.origin/ListBullet": 2,
        "bp.origin/ListBullet2": 1,
        "bp.origin/ListNumber": 1,
    }


def test_labels_headings_and_the_pages_that_repeat_a_text_have_no_mark(example: WordDocument) -> None:
    free = [p for p in example.element.body.iter(qn("w:p")) if not p.xpath(".//w:sdt")]
    looks = {style for p in free for style in p.xpath("./w:pPr/w:pStyle/@w:val")}
    assert {"BPLabel", "Heading2", "BPSummaryPromise", "BPSummaryText", "BPSentence", "TOC1"} <= {
        look.replace("Toc", "TOC") for look in looks
    }
    assert not {look for look in looks if look.startswith("BPSummary")} & {
        style.base_style.style_id for style in example.styles if style.style_id in names(example)
    }


def test_no_two_marks_have_the_same_name_or_number(example: WordDocument) -> None:
    for path in (
        ".//w:bookmarkStart/@w:name",
        ".//w:bookmarkStart/@w:id",
        ".//w:tag/@w:val",
        ".//w:sdt//w:id/@w:val",
    ):
        found = example.element.body.xpath(path)
        assert found
        assert len(found) == len({one.lower() for one in found})


def test_an_empty_cell_has_its_style_and_is_kept_as_empty() -> None:
    cells = (TableCell((Span("dit"),), Source("v[r1].a", "fr")), TableCell((), Source("v[r1].b", "fr")))
    word = to_word(of(Table("c", ("a", "b"), (cells,), (1, 1))), {})
    assert [(one.get("place"), one.text) for one in record(word)] == [("v[r1].a", "dit"), ("v[r1].b", None)]
    found = marked(docx.Document(io.BytesIO(word)))
    assert [len(found[f"bp.v[r1].{name}"][0].findall(qn("w:sdt"))) for name in "ab"] == [1, 0]


def test_the_file_keeps_what_was_written_paragraph_by_paragraph() -> None:
    kept = record(to_word(saying(LIST), {}, (), "p1"))
    assert kept.tag == f"{{{REVIEW}}}written"
    assert {name: kept.get(name) for name in kept.attrib} == {
        "platform": "p1",
        "day": "2026-11-25",
        "language": "fr",
    }
    told = [(one.get("place"), one.get("at"), one.get("look"), one.text) for one in kept]
    assert told == [
        ("origin", "0", "Normal", "Un début."),
        ("origin", "1", "List Bullet", "un"),
        ("origin", "2", "List Bullet", "deux"),
        ("origin", "3", "List Bullet 2", "dedans"),
        ("origin", "4", "List Number", "premier"),
        ("origin", "5", "Normal", "Une fin."),
    ]


def test_the_properties_of_the_file_say_which_platform_it_is_of() -> None:
    with zipfile.ZipFile(io.BytesIO(to_word(composed(), {}, (), "<p&1>"))) as package:
        told = etree.fromstring(package.read("docProps/custom.xml"))
    assert {one.get("name"): one[0].text for one in told} == {
        "BrandPlatform": "<p&1>",
        "BrandPlatformDay": "2026-11-25",
        "BrandPlatformLanguage": "fr",
    }


def test_what_was_written_is_kept_even_where_it_looks_like_markup() -> None:
    said = 'a <b> & "c"\n ]]> d'
    document = of(Paragraph((Span(said),), Source("x", "fr")))
    assert [one.text for one in record(to_word(document, {}))] == [said]


@pytest.mark.parametrize("place", ["promise", "values[r3].meaning", LONG])
def test_a_name_is_never_longer_than_word_allows(place: str) -> None:
    source = Source(place, "fr")
    assert len(tag(source, 9999)) <= 64
    assert len(bookmark(source, 9999)) <= 40
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]*", bookmark(source, 0))
    document = of(Paragraph((Span("x"),), source))
    (style,) = names(opened(document)).values()
    assert len(style) <= 253


def test_places_that_differ_in_what_a_bookmark_may_not_hold_have_bookmarks_of_their_own() -> None:
    assert (
        len({bookmark(Source(place, "fr"), 0).lower() for place in ("a.b", "a_b", "A.b", LONG, LONG + "d")})
        == 5
    )
