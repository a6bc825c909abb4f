"""The pages of an HTML document that have an order of their own: cover, promise, contents, one page, hands.

Owns their elements. Must not know any look, nor what the running pages are made of.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping

from brandplatform.document.richtext import Spans
from brandplatform.document.words import count_words
from brandplatform.publish.blocks import (
    Contents,
    Cover,
    Labelled,
    PromisePage,
    SignOff,
    Summary,
    TableCell,
)
from brandplatform.publish.htmloutline import Entry
from brandplatform.publish.htmltext import (
    NOTHING,
    Markup,
    by_sense,
    element,
    lines,
    numbered,
    said,
    spans,
    text,
    void,
)
from brandplatform.publish.pictures import kind_of, pixels
from brandplatform.publish.typography import SUMMARY_LONG, promise_rank

_TYPES: Mapping[str, str] = {"png": "image/png", "jpg": "image/jpeg"}


def cover(block: Cover, assets: Mapping[str, bytes], title: str) -> Markup:
    """Return the cover; `title` is the element its name is: h1 on the first one."""
    foot = lines(element("p", text(line)) for line in block.foot)
    return element(
        "header",
        _logo(block, assets),
        element(title, text(block.brand or block.kind), class_="name"),
        element("p", text(block.kind), class_="kind") if block.brand else NOTHING,
        element("div", foot, class_="foot") if foot else NOTHING,
        class_="cover",
    )


def _logo(block: Cover, assets: Mapping[str, bytes]) -> Markup:
    """Return the logo: a PNG or a JPEG whose size can be read, and nothing else."""
    data = assets.get(block.logo, b"")
    width, height = pixels(data)
    if not width or not height:
        return NOTHING
    address = f"data:{_TYPES[kind_of(data)]};base64,{b64encode(data).decode()}"
    size = {"width": str(width), "height": str(height)}
    return void("img", class_="logo", src=address, alt=block.logo_alt, **size)


def promise(page: PromisePage, entry: Entry, language: str) -> Markup:
    """Return the page of the promise; where only the internal wording is there, that has it."""
    alone = not page.text
    words, source = (page.internal, page.internal_source) if alone else (page.text, page.source)
    label = page.internal_label if alone else page.label
    second = NOTHING
    if page.text and page.internal:
        second = lines(
            (
                element("p", text(page.internal_label), class_="label"),
                said("p", text(page.internal), page.internal_source, class_="internal"),
            )
        )
    look = f"promised rank-{promise_rank(count_words(words))}"
    return element(
        "section",
        element("h2", text(label), class_="label", id=entry.anchor),
        said("p", by_sense(words, language), source, class_=look),
        second,
        element("div", lines(element("p", text(line)) for line in page.signature), class_="hand"),
        class_="promise",
        aria_labelledby=entry.anchor,
    )


def contents(page: Contents, entry: Entry, entries: Iterable[Entry]) -> Markup:
    """Return the contents: chapters, what is inside them, and whom it is for."""
    return element(
        "nav",
        element("h2", text(page.title), id=entry.anchor),
        element("ol", lines(_chapters([one for one in entries if one.listed])), role="list"),
        element("div", lines(element("p", text(line)) for line in page.closing), class_="closing"),
        class_="contents",
        aria_labelledby=entry.anchor,
    )


def _chapters(entries: list[Entry]) -> Iterator[Markup]:
    at = 0
    while at < len(entries):
        end = at + 1
        while end < len(entries) and entries[end].depth > entries[at].depth:
            end += 1
        inner = lines(_chapters(entries[at + 1 : end]))
        yield element("li", _link(entries[at]), element("ol", inner, role="list") if inner else NOTHING)
        at = end


def _link(entry: Entry) -> Markup:
    return element("a", numbered(entry.number, entry.text), href=f"#{entry.anchor}")


def summary(page: Summary, entry: Entry, language: str) -> Markup:
    """Return the whole platform on one page, band by band."""
    long = int(any(_long(line.spans) for column in page.foundations for line in column))
    bands = (
        _leading(page, language),
        _band(f"foundations long-{long}", (lines(map(_line, column)) for column in page.foundations)),
        _band("values", (_value(*pair) for pair in page.values)),
        _band("ps", map(_line, page.ps)),
        _band("one-thing", (_line(page.one_thing),) if page.one_thing else ()),
    )
    head = lines(
        (
            element("p", text(page.brand), class_="brand") if page.brand else NOTHING,
            element("p", text(page.state)) if page.state else NOTHING,
        )
    )
    return element(
        "section",
        element("div", head, class_="head"),
        element("h2", text(page.title), class_="label", id=entry.anchor),
        lines(bands),
        class_="summary",
        aria_labelledby=entry.anchor,
    )


def _leading(page: Summary, language: str) -> Markup:
    words = "".join(run.text for run in page.promise.spans)
    if not words:
        return NOTHING
    look = f"promised long-{int(_long(page.promise.spans))}"
    return said("p", by_sense(words, language), page.promise.source, class_=look)


def _band(name: str, columns: Iterable[Markup]) -> Markup:
    inside = lines(element("div", column) for column in columns)
    return element("div", inside, class_=f"band {name}") if inside else NOTHING


def _line(line: Labelled) -> Markup:
    told = said("p", spans(line.spans), line.source, class_="told")
    return lines((element("h3", text(line.label), class_="label"), told))


def _value(name: TableCell, meaning: TableCell) -> Markup:
    told = said("p", spans(meaning.spans), meaning.source, class_="told") if meaning.spans else NOTHING
    return lines((said("h3", spans(name.spans), name.source, class_="name"), told))


def _long(runs: Spans) -> bool:
    return count_words("".join(run.text for run in runs)) > SUMMARY_LONG


def sign_off(block: SignOff, language: str) -> Markup:
    """Return the sentence and a place for each hand, as a table of who and where."""
    heads = (element("th", text(label), scope="col", role="columnheader") for label in block.labels)
    rows = (element("tr", _hand(row), element("td", role="cell"), role="row") for row in block.rows)
    caption = element("caption", text(" · ".join(block.labels)), class_="unseen")
    table = element(
        "table",
        caption,
        element("thead", element("tr", *heads, role="row"), role="rowgroup"),
        element("tbody", lines(rows), role="rowgroup"),
        class_="hands",
        role="table",
    )
    words = by_sense(block.sentence, language)
    sentence = element("p", words, class_="sentence") if words else NOTHING
    return element("div", sentence, table, class_="sign-off")


def _hand(row: str) -> Markup:
    """Return the cell of who signs: a name, or room for one."""
    return element("th", text(row), scope="row", role="rowheader") if row else element("td", role="cell")
