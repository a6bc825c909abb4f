"""The PDF: what it says, what it claims of itself, and that nothing typed can make it fail."""

import io

import pikepdf
import pypdfium2
import pytest
from pypdfium2.raw import FPDF_PAGEOBJ_TEXT

from brandplatform.document import edit
from brandplatform.document.model import Brand, Logo, Platform, Statement, Text, new_platform
from brandplatform.publish.blocks import Document
from brandplatform.publish.chapters import listed
from brandplatform.publish.edition import PROFILES
from brandplatform.publish.pages import pages_of
from brandplatform.publish.pdf import Sheet, numbers_of, pages_in, to_pdf
from brandplatform.publish.typography import PAPERS
from brandplatform.publish.wordxml import solid
from tests.publish.documents import composed, texts
from tests.shipped import SAMPLES, sample


def said(pdf: bytes) -> str:
    """Return the text of a PDF, spaces and line ends as one space."""
    found = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in found]
    found.close()
    return " ".join(" ".join(pages).replace("\u0002", "").replace("\ufffe", "").split())


def plain(text: str) -> str:
    """Return a text without what a line break may change."""
    return "".join(text.replace("\u00ad", "").split()).replace("-", "")


def saying(text: str, field: str = "mission") -> Platform:
    return edit.write_text(new_platform("plateforme", "fr", "Levain"), field, Statement, "fr", text)


@pytest.fixture(scope="module")
def example() -> bytes:
    return to_pdf(composed(), {})


def test_it_says_everything_that_is_published(example: bytes) -> None:
    told = plain(said(example))
    wanted = [text for block in composed().blocks for text in texts((block,)) if len(text) > 24]
    assert len(wanted) > 150
    assert [text for text in wanted if plain(text) not in told and " " in text] == []


def test_how_many_pages_there_are_is_read_from_the_file(example: bytes) -> None:
    assert pages_in(example) == len(pages_of(example).sizes) > 15
    assert pages_in(b"%PDF-1.7 of somebody else") == 0


def test_it_is_tagged_archival_and_accessible(example: bytes) -> None:
    with pikepdf.open(io.BytesIO(example)) as pdf:
        assert pdf.Root.Lang in ("fr", "fr-FR")
        assert pdf.Root.MarkInfo.Marked
        assert "/StructTreeRoot" in pdf.Root
        with pdf.open_metadata() as about:
            claims = {key: about.get(key) for key in ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance")}
            assert claims == {"pdfuaid:part": "1", "pdfaid:part": "3", "pdfaid:conformance": "A"}
            assert about["dc:title"] == "Maison Levain – Plateforme de marque"
        assert all("/FontFile2" in font or "/FontFile3" in font for font in _descriptors(pdf))


def _descriptors(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    objects = (one for one in pdf.objects if isinstance(one, pikepdf.Dictionary))
    return [one for one in objects if one.get("/Type") == "/FontDescriptor"]


def test_its_outline_is_what_the_contents_list_each_on_its_page(example: bytes) -> None:
    found = pypdfium2.PdfDocument(example)
    outline = [entry.get_title() for entry in found.get_toc()]
    pages = [page.get_textpage().get_text_range() for page in found]
    found.close()
    *places, last = numbers_of(composed(), {})
    assert last == len(pages)
    assert tuple(places) == pages_of(example).outline
    for block, title, place in zip(listed(composed()), outline, places, strict=True):
        text = getattr(block, "text", "") or getattr(block, "title", "")
        assert title.endswith(text)
        assert plain(text) in plain(pages[place - 1])


def test_the_same_document_is_the_same_file(example: bytes) -> None:
    assert to_pdf(composed(), {}) == example


@pytest.mark.parametrize("paper", PAPERS)
def test_it_stands_on_its_paper(paper: str) -> None:
    found = pypdfium2.PdfDocument(to_pdf(composed(profile="team"), {}, Sheet(paper)))
    width, height = (length * 25.4 / 72 for length in found[0].get_size())
    assert (width, height) == pytest.approx((PAPERS[paper].width, PAPERS[paper].height), abs=0.1)
    found.close()


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_whole_platform_stands_on_one_page(name: str, language: str, profile: str) -> None:
    document = composed(sample(name), language, profile=profile)
    pages = to_pdf(document, {})
    found = pypdfium2.PdfDocument(pages)
    promise = next(block.text for block in document.blocks if hasattr(block, "internal"))
    with_promise = [
        at for at, page in enumerate(found) if plain(promise) in plain(page.get_textpage().get_text_range())
    ]
    after = {"essential": 2, "team": 4, "full": 5}[profile]
    first = min(with_promise)
    assert with_promise[:2] in ([first, first + 1], [first, first + 2])
    if profile == "essential":
        assert len(found) == after
    found.close()


def test_grey_has_no_colour() -> None:
    platform = edit.rebrand(sample(), colour="#1FA847")
    colours = {
        _colours(to_pdf(composed(platform, profile="essential"), {}, Sheet(grey=grey)))
        for grey in (False, True)
    }
    assert len(colours) == 2


def _colours(pdf: bytes) -> frozenset[bytes]:
    with pikepdf.open(io.BytesIO(pdf)) as found:
        streams = [page.Contents.read_bytes() for page in found.pages]
    return frozenset(
        line for stream in streams for line in stream.splitlines() if line.endswith((b" scn", b" rg"))
    )


def test_a_bound_page_gives_way_on_its_inner_side_and_keeps_its_measure() -> None:
    plainly, bound = (to_pdf(composed(), {}, Sheet(binding=binding)) for binding in (False, True))
    assert [_left(plainly, page) for page in (4, 5)] == [25, 25]
    assert [_left(bound, page) for page in (4, 5)] == [33, 25]
    assert abs(len(pages_of(plainly).sizes) - len(pages_of(bound).sizes)) <= 1


def _left(pdf: bytes, page: int) -> int:
    """Return where the leftmost text of a page begins, in millimetres; the first page is 0."""
    found = pypdfium2.PdfDocument(pdf)
    lefts = [obj.get_bounds()[0] for obj in found[page].get_objects() if obj.type == FPDF_PAGEOBJ_TEXT]
    found.close()
    return round(min(lefts) * 25.4 / 72)


# What a person may type


@pytest.mark.parametrize(
    "text",
    ["#panic()", "{{promise}}", "<script>alert(1)</script>", "=cmd()|'/c calc'!A0", "$x$ *b* _i_ `c`",
     "\\u{41} @a", "// comment /* x */", "a\x07b\x0bc", "1\u202f000\u202f€ !", "]]> --> \"'", "https://a.example/#x"],
)  # fmt: skip
def test_text_is_text(text: str) -> None:
    told = said(to_pdf(composed(saying(text)), {}))
    kept = "".join(sign for sign in text if sign.isalnum())
    assert kept in "".join(sign for sign in told if sign.isalnum())


@pytest.mark.parametrize(
    "text",
    ["🍞🥖", "東京のパン", "שלום עולם", "مرحبا", "\ud800", "\u0000\uffff", "e\u0301\u0323",
     "\u200d\u2066x\u2069", "m" * 3000, "a " * 20_000, "\n" * 500],
)  # fmt: skip
def test_no_character_makes_it_fail(text: str) -> None:
    assert to_pdf(composed(saying(text)), {}).startswith(b"%PDF-")


def test_a_longer_text_of_fifty_lists_and_headings_is_set() -> None:
    text = "\n".join(f"{'  ' * (n % 5)}- point {n} **gras** [lien](https://a.example/{n})" for n in range(50))
    platform = edit.write_text(new_platform("plateforme", "fr"), "promise.reality", Text, "fr", text)
    assert "point 49" in said(to_pdf(composed(platform), {}))


@pytest.mark.parametrize(
    "logo",
    [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", solid("#112233")[:40], b"\xff\xd8\xff\xe0" + b"\x00" * 30,
     b"<svg onload='x'/>", solid("#112233")],
)  # fmt: skip
def test_a_logo_that_cannot_be_read_is_left_out(logo: bytes) -> None:
    platform = edit.rebrand(sample(), logo=Logo(asset="l.png"))
    assert to_pdf(composed(platform, profile="team"), {"l.png": logo}).startswith(b"%PDF-")


def test_an_empty_platform_is_a_cover() -> None:
    pdf = to_pdf(composed(new_platform("plateforme", "en", "Levain"), "en"), {})
    assert len(pages_of(pdf).sizes) == 1
    assert numbers_of(composed(new_platform("plateforme", "en", "Levain"), "en"), {}) == (1,)
    assert "Levain" in said(pdf)


def test_a_brand_without_a_name_and_in_another_language_is_set() -> None:
    platform = edit.write_text(new_platform("plateforme", "de"), "mission", Statement, "de", "Brot.")
    assert "Brot." in said(to_pdf(_in(platform, "de"), {}))


def _in(platform: Platform, language: str) -> Document:
    return composed(platform, language)


def test_a_brand_of_any_name_is_set() -> None:
    platform = edit.rebrand(sample(), name="#set page(1pt) 🍞")
    assert isinstance(platform.brand, Brand)
    assert "#set page(1pt) ??" not in said(to_pdf(composed(platform), {}))
    assert "#set page(1pt) ?" in said(to_pdf(composed(platform), {}))
