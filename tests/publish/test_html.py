"""The HTML file: everything is in it, nothing is fetched, and its headings, tables and languages are told."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from lxml import html as lxml_html
from lxml.html import HtmlElement
from msgspec.structs import replace

from brandplatform.document import edit
from brandplatform.document.model import Brand, Logo, Platform, Statement, Text, new_platform
from brandplatform.document.richtext import SAFE_LINK
from brandplatform.publish.blocks import Document, Heading, Labelled, Source, Span
from brandplatform.publish.html import POLICY, to_html
from brandplatform.publish.wordxml import solid
from tests.publish.documents import composed
from tests.shipped import SAMPLES, sample

PROFILES = ["essential", "team", "full"]
UNSEEN = {"source", "internal_source", "section", "field", "row_ids", "mark", "logo", "logo_alt"}
"""Fields of blocks that are no text of the document."""

VOID = {"meta", "br", "col", "img"}


def page(document: Document, assets: dict[str, bytes] | None = None) -> HtmlElement:
    return lxml_html.document_fromstring(to_html(document, assets or {}).decode())


def alone(*blocks: Any) -> HtmlElement:
    return page(Document("t", "b", "k", "fr", "s", "2026-11-25", "25 novembre", "", blocks))


def saying(field: str, text: str, kind: type[Statement] | type[Text] = Statement) -> Platform:
    return edit.write_text(new_platform("plateforme", "fr", "Levain"), field, kind, "fr", text)


def shown(part: Any) -> Iterator[str]:
    """Yield every text that a block shows."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for inner in part:
            yield from shown(inner)
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            if field.name not in UNSEEN:
                yield from shown(getattr(part, field.name))


def documents() -> Iterator[Document]:
    for name in SAMPLES:
        for language in ("fr", "en"):
            for profile in PROFILES:
                yield composed(sample(name), language, profile=profile)


@pytest.fixture(scope="module")
def pages() -> list[tuple[Document, HtmlElement]]:
    return [(document, page(document)) for document in documents()]


@pytest.fixture(scope="module")
def example() -> HtmlElement:
    return page(composed())


# What is in it


def test_every_text_of_the_examples_is_there(pages: list[tuple[Document, HtmlElement]]) -> None:
    for document, root in pages:
        told = root.find("body").text_content()
        assert [text for text in shown(document.blocks) if text.replace("\n", "") not in told] == []


def test_every_text_of_a_field_says_which_and_in_which_language(example: HtmlElement) -> None:
    (promise, again) = example.xpath("//*[@data-bp='promise']")
    assert promise.text_content().startswith("Demain à sept heures")
    assert again.text_content() == promise.text_content()  # on the one page
    assert {one.get("lang") for one in example.xpath("//*[@data-bp]")} == {"fr"}
    assert example.xpath("//td//*[@data-bp='proof[r1].act']/text()")


def test_a_text_in_another_language_than_its_page_says_so() -> None:
    (told,) = alone(Labelled("Motto", (Span("Festina lente"),), Source("tagline", "la"))).xpath("//dd")
    assert (told.get("data-bp"), told.get("lang")) == ("tagline", "la")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_page_has_its_language_and_its_title(language: str) -> None:
    document = composed(language=language)
    root = page(document)
    assert root.get("lang") == language
    assert root.findtext("head/title") == document.title


def test_a_title_keeps_its_french_spaces_and_is_one_line() -> None:
    root = page(composed(edit.rebrand(saying("mission", "x"), name="Chez\nLéa\u202f!")))
    assert root.findtext("head/title") == "Chez Léa\u202f! – Plateforme de marque"


def test_the_same_document_is_the_same_file() -> None:
    assert to_html(composed(), {}) == to_html(composed(), {})


def test_an_empty_platform_is_a_page() -> None:
    assert page(composed(new_platform("plateforme", "fr"))).xpath("//h1/text()") == ["Plateforme de marque"]


# Well-formed, alone


class Balanced(HTMLParser):
    """Fails where an element is closed that is not the last one open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_every_element_is_closed_in_its_order() -> None:
    for document in documents():
        parser = Balanced()
        parser.feed(to_html(document, {}).decode())
        parser.close()
        assert parser.open == []


def test_no_anchor_is_there_twice_and_every_one_asked_for_is_there(
    pages: list[tuple[Document, HtmlElement]],
) -> None:
    for _, root in pages:
        ids = root.xpath("//@id")
        assert len(ids) == len(set(ids))
        wanted = {*(link[1:] for link in root.xpath("//nav//@href")), *root.xpath("//@aria-labelledby")}
        assert wanted <= set(ids)


def test_nothing_is_fetched_and_nothing_runs(pages: list[tuple[Document, HtmlElement]]) -> None:
    for _, root in pages:
        assert root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [POLICY]
        assert not root.xpath(
            "//script | //link | //iframe | //object | //base | //form | //@*[starts-with(name(), 'on')]"
        )
        assert all(link.startswith("#") or SAFE_LINK.fullmatch(link) for link in root.xpath("//@href"))
        (style,) = root.xpath("//style/text()")
        assert {address[:16] for address in re.findall(r"url\((.{16})", style)} == {"data:font/woff2;"}
        assert "@import" not in style


def test_only_the_faces_it_needs_travel() -> None:
    plain, rich = (saying("origin", text, Text) for text in ("du pain", "*du* **pain**"))
    counts = [to_html(composed(one), {}).count(b"@font-face") for one in (plain, rich)]
    assert counts == [4, 7]


# Headings, tables, lists


def test_there_is_one_first_heading_and_no_level_is_left_out(
    pages: list[tuple[Document, HtmlElement]],
) -> None:
    for _, root in pages:
        levels = [int(one.tag[1]) for one in root.iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_level_that_a_document_skips_is_not_skipped_here() -> None:
    root = alone(Heading(3, "un"), Heading(1, "deux"), Heading(3, "trois"), Heading(2, "quatre"))
    found = {one.text_content(): one.tag for one in root.iter("h2", "h3", "h4")}
    assert found == {"un": "h2", "deux": "h2", "trois": "h3", "quatre": "h3"}


def test_a_document_without_a_cover_has_its_title_all_the_same() -> None:
    (title,) = page(composed(profile="essential")).iter("h1")
    assert title.text_content() == "Maison Levain – Plateforme de marque"
    assert title.get("class") == "unseen"


def test_every_table_has_a_caption_and_heads_of_columns_and_rows(example: HtmlElement) -> None:
    tables = example.xpath("//table")
    assert len(tables) > 10
    for table in tables:
        assert table.findtext("caption")
        assert {head.get("scope") for head in table.findall("thead/tr/th")} == {"col"}
        assert {head.get("scope") for head in table.findall("tbody/tr/th")} <= {"row"}
        assert table.xpath(".//td[not(@role='cell')] | .//th[not(@role)] | .//tr[not(@role)]") == []


def test_contents_are_two_levels_of_links(example: HtmlElement) -> None:
    (nav,) = example.xpath("//nav")
    assert nav.xpath("./ol/li/a")[1].text_content() == "1 Les personnes"
    assert [link.text for link in nav.xpath("./ol/li[2]/ol/li/a")] == ["Clients", "Équipe", "Partenaires"]


def test_a_state_is_a_word_and_its_sign_is_for_the_eye(example: HtmlElement) -> None:
    states = example.xpath("//td/p[starts-with(@class, 'state ')]")
    assert {state.text_content() for state in states} >= {"✓ Se voit ici", "○ Rien encore", "✗ Contredit"}
    assert all(state.xpath("./span[@aria-hidden='true']") for state in states)


def test_a_nested_list_is_inside_its_item() -> None:
    text = "- un\n  - deux\n- trois\n\nPuis\n\n1. quatre\n2. cinq"
    root = page(composed(saying("origin", text, Text)))
    assert [item.text for item in root.xpath("//ul[@class='items']/li")] == ["un", "trois"]
    assert root.xpath("//ul/li/ul/li/text()") == ["deux"]
    assert root.xpath("//ol[@class='items']/li/text()") == ["quatre", "cinq"]


def test_labels_that_follow_each_other_are_one_list(example: HtmlElement) -> None:
    chapters = example.xpath("//h3[@id='p_people']/following-sibling::dl")
    assert [len(one.findall("div")) for one in chapters] == [2]
    assert not example.xpath("//dl[not(div/dt and div/dd)]")


def test_what_belongs_together_stays_whole_and_the_text_is_as_it_was() -> None:
    root = page(composed(saying("promise", "Votre pain aura levé vingt-quatre heures et sera encore tiède.")))
    (promise,) = root.xpath("//*[@data-bp='promise'][1]")
    assert promise.text_content() == "Votre pain aura levé vingt-quatre heures et sera encore tiède."
    whole = promise.xpath("./span/text()")
    assert whole == ["Votre pain", "vingt-quatre", "et sera", "encore tiède."]


# The logo


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (solid("#123456"), "data:image/png;base64,"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', ""),
        (b"GIF89a\1\0\1\0", ""),
        (solid("#123456")[:20], ""),
        (b"", ""),
    ],
    ids=["png", "svg", "gif", "cut short", "empty"],
)
def test_a_logo_is_a_png_or_a_jpeg_or_is_left_out(data: bytes, kind: str) -> None:
    platform = replace(
        sample(), brand=Brand(name="Levain", logo=Logo(asset="a.png", alt={"fr": "Une miche"}))
    )
    images = page(composed(platform), {"a.png": data}).xpath("//img")
    assert [image.get("src")[: len(kind)] for image in images] == ([kind] if kind else [])
    assert [image.get("alt") for image in images] == (["Une miche"] if kind else [])
