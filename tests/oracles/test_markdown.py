"""pandoc reads the published Markdown: structure where we wrote it, and text wherever a person did."""

import json
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brandplatform.document.richtext import RSpan
from brandplatform.publish.blocks import Document, Paragraph
from brandplatform.publish.markdown import to_markdown
from tests.oracles import reading
from tests.publish.documents import composed

WHOLE = ("---", "```", "&lt;", "http://a.b", "1. ", "- ", "> ", "<br>", "\n")
SIGNS = st.sampled_from((*"ab #*_`[]()<>|~&\\!-+=.:1$^{}\"'@", *WHOLE))


@pytest.mark.oracle("pandoc")
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_example_is_headings_quotations_and_tables(language: str) -> None:
    text = to_markdown(composed(language=language))
    tree = json.loads(reading.run("pandoc", "-f", "gfm+yaml_metadata_block", "-t", "json", given=text))
    kinds = Counter(block["t"] for block in tree["blocks"])
    written = Counter(type(block).__name__ for block in composed(language=language).blocks)
    assert kinds["Table"] == written["Table"] + written["SignOff"] > 5
    assert kinds["Header"] == written["Heading"] + 4  # the brand, the promise, the contents, the one page
    assert kinds["BlockQuote"] > written["Statement"] > 10
    assert kinds["RawBlock"] == 0
    assert tree["meta"]["lang"]["c"][0]["c"] == language


@pytest.mark.oracle("pandoc")
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SIGNS, min_size=1, max_size=14).map("".join))
def test_whatever_a_person_typed_is_one_paragraph_of_that_text(typed: str) -> None:
    said = "\n".join(" ".join(line.split()) for line in typed.split("\n") if line.strip())
    document = Document("t", "b", "k", "fr", "s", "2026-11-25", "d", "", (Paragraph((RSpan(said),)),))
    body = to_markdown(document).partition("---\n\n")[2]
    plain = reading.run("pandoc", "-f", "commonmark", "-t", "plain", "--wrap=preserve", given=body)
    assert plain.rstrip("\n").replace("\u00a0", " ") == said
