"""Whatever a person typed is text in an HTML file, wherever it stands; its style holds nothing of theirs."""

import re
from dataclasses import replace

import pytest
from lxml import html as lxml_html
from lxml.html import HtmlElement

from brandplatform.document.edit import clean
from brandplatform.publish import htmlsheet
from brandplatform.publish.blocks import (
    Block,
    Bullets,
    Card,
    Contents,
    Cover,
    Document,
    Heading,
    Labelled,
    Paragraph,
    PromisePage,
    SignOff,
    Source,
    Span,
    Statement,
    Summary,
    Table,
    TableCell,
)
from brandplatform.publish.colour import contrast
from brandplatform.publish.html import to_html
from brandplatform.publish.htmlsheet import DARK, LIGHT
from brandplatform.ui import tokens
from tests.publish.documents import composed

HOSTILE = [
    "<script>alert(1)</script>",
    "</style></title></p></main><img src=x onerror=alert(1)>",
    "\"'><b onmouseover='x'>",
    "{{ 7*7 }} ${body} $body {% x %} #{y}",
    "=cmd|' /C calc'!A0",
    "]]> <![CDATA[ --> <!-- ",
    "&lt;b&gt; &amp; &#60; &nbsp",
    "a\x00b\x07c\x1bd\x85e\u2028f\ud800g\ufffe",
    "🥖 👩‍👩‍👧 漢字 \u202e renversé",
    "12\u202f000\u00a0€\u202f!",
    "a\nb\r\nc\td",
    "\\22 ; } body { display: none } /* */ url(https://exemple.fr/x)",
    "javascript:alert(1) data:text/html,x",
    "x" * 5000,
    "dix-neuf " * 300,
]
ELEMENTS = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "header",
        "footer",
        "nav",
        "section",
        "article",
    ),
    *(
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "p",
        "div",
        "span",
        "dl",
        "dt",
        "dd",
        "ol",
        "ul",
        "li",
        "blockquote",
    ),
    *("table", "caption", "colgroup", "col", "thead", "tbody", "tr", "th", "td", "br", "a", "strong", "em"),
}
ATTRIBUTES = {
    *(
        "lang",
        "class",
        "id",
        "role",
        "scope",
        "style",
        "charset",
        "http-equiv",
        "content",
        "name",
        "href",
        "rel",
    ),
    *("aria-hidden", "aria-labelledby", "data-bp", "data-head"),
}


def blocks(text: str) -> tuple[Block, ...]:
    """Return one block of each kind that says `text` wherever it says anything."""
    source = Source(text, text)
    spans = (Span(text), Span(text, bold=True, italic=True), Span(text, link=text))
    cell = TableCell(spans, source)
    labelled = Labelled(text, spans, source)
    marked = replace(cell, more=(cell,), mark="contradicted", state=text)
    return (
        Cover(text, text, (text,), text, text),
        PromisePage(text, text, text, text, (text,), source, source),
        Contents(text, (text,)),
        Summary(text, text, text, cell, ((labelled,),), ((cell, cell),), (labelled,), labelled),
        Heading(1, text, text, section=text, opens_page=True),
        Heading(2, text, section=text),
        Statement(text, source),
        labelled,
        Paragraph(spans, source),
        Bullets(((0, spans), (1, spans)), source=source),
        Table(text, (text, text), ((marked, marked),), (1, 2), (text,), text, wide=True),
        Card(cell, cell, cell, (labelled,)),
        SignOff(text, (text, text), (text, "")),
    )


def document(text: str) -> Document:
    return Document(text, text, text, "fr", text, "2026-11-25", text, "#8A4B1F", blocks(text))


def parsed(text: str) -> HtmlElement:
    return lxml_html.document_fromstring(to_html(document(text), {}).decode())


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_no_text_is_an_element_or_an_attribute(text: str) -> None:
    root = parsed(text)
    assert {one.tag for one in root.iter()} <= ELEMENTS
    assert {name for one in root.iter() for name in one.attrib} <= ATTRIBUTES
    assert [len(list(root.iter(name))) for name in ("title", "style", "main", "body", "h1")] == [1] * 5


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_a_text_reads_as_it_was_typed_without_what_no_page_may_hold(text: str) -> None:
    root, told = parsed(text), clean(text).replace("\n", "")
    assert root.xpath("//dd")[0].text_content() == told * 3
    assert root.xpath("//p[@class='statement']")[0].text_content() == told
    assert root.xpath("//header//*[@class='name']")[0].text_content() == told
    assert root.xpath("//td/p[@class='more']")[0].text_content() == told * 3
    assert root.xpath("//dd/@data-bp")[0] == clean(text).replace("\n", " ").strip()


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "//exemple.fr", "file:///etc", "a b"]
)
def test_an_address_that_is_not_safe_is_no_link(link: str) -> None:
    made = Document("t", "b", "k", "fr", "s", "2026-11-25", "d", "", (Paragraph((Span("ici", link=link),)),))
    root = lxml_html.document_fromstring(to_html(made, {}).decode())
    assert not root.xpath("//a")
    assert root.xpath("//main//p/text()") == ["ici"]


def test_a_safe_address_is_a_link_that_tells_nobody_where_one_came_from() -> None:
    link = "https://exemple.fr/?a=1&b='2'"
    made = Document("t", "b", "k", "fr", "s", "2026-11-25", "d", "", (Paragraph((Span("ici", link=link),)),))
    (found,) = lxml_html.document_fromstring(to_html(made, {}).decode()).xpath("//a")
    assert (found.get("href"), found.get("rel")) == (link, "noreferrer")


# The style


def style(text: str) -> str:
    (found,) = parsed(text).xpath("//style/text()")
    return str(found)


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:20]))
def test_the_running_lines_of_paper_are_strings_that_nothing_leaves(text: str) -> None:
    strings = re.findall(r"content: (\"[^\n]*\");", style(text).partition("@page {")[2])
    assert all(re.fullmatch(r'"(?:[A-Za-z0-9 ]|\\[0-9A-F]+ )*"', one) for one in strings[:3])
    assert style(text).count("display: none") == style("a").count("display: none")


def test_a_running_line_says_the_name_of_the_brand() -> None:
    assert '@top-left { content: "L\\E9 vain\\20 \\26 \\20 fils";' in style("Lévain & fils")


def test_every_name_of_the_template_is_known_and_every_property_it_uses_is_set() -> None:
    made = style("a")
    assert "$" not in made
    assert set(re.findall(r"var\((--[\w-]+)", made)) <= set(re.findall(r"(--[\w-]+):", made))


def test_the_grounds_are_those_of_the_window() -> None:
    for ground, window in ((LIGHT, tokens.LIGHT), (DARK, tokens.DARK)):
        assert (ground.paper, ground.ink, ground.muted, ground.rule) == (
            *(window.paper, window.ink, window.muted, window.rule),
        )


@pytest.mark.parametrize("accent", ["#8A4B1F", "#FFEE00", "#000000", "#0000FF", ""])
def test_ink_muted_ink_and_accent_can_be_read_on_every_ground(accent: str) -> None:
    made = htmlsheet.style(replace(composed(), accent=accent), "")
    grounds = re.findall(
        r"--paper: (#\w+); --ink: (#\w+); --muted: (#\w+); --rule: #\w+; --accent: (#\w+);", made
    )
    assert len(grounds) == 3
    assert min(contrast(paper, hue) for paper, *hues in grounds for hue in hues) >= 4.5


def test_without_a_colour_ink_is_the_accent() -> None:
    made = htmlsheet.style(replace(composed(), accent=""), "")
    assert re.findall(r"--ink: (#\w+);[^}]*--accent: (#\w+)", made) == [
        (one, one) for one in ("#221D18", "#221D18", "#EFE9E0")
    ]
