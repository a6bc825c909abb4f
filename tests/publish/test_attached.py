"""A PDF that can be opened as a platform again: what it takes along, and what it does not."""

import pytest

from brandplatform.document import edit
from brandplatform.document.model import Platform, Statement, Table
from brandplatform.publish.attached import NAME, published, shown
from brandplatform.publish.pages import attachment
from brandplatform.publish.pdf import to_pdf
from brandplatform.storage import codec
from tests.publish.documents import composed
from tests.shipped import SAMPLES, sample


def noted(name: str = "maison-levain") -> Platform:
    return edit.write_note(sample(name), "promise.q1", "fr", "entre nous seuls")


@pytest.mark.parametrize("name", SAMPLES)
def test_the_whole_comes_back_equal(name: str) -> None:
    platform = noted(name)
    pdf = to_pdf(composed(platform), {}, attached=codec.encode(platform))
    assert codec.decode(attachment(pdf, NAME, 1 << 24)) == (platform, True)


def test_what_is_shown_takes_no_note_draft_or_test_along() -> None:
    document = composed(noted(), profile="team")
    told = published(noted(), document)
    assert (told.notes, told.matrix, told.comments) == ({}, (), ())
    assert set(told.answers) == shown(document) & set(noted().answers)
    assert "blindspots" not in told.answers
    for answer in told.answers.values():
        if isinstance(answer, Statement):
            assert (answer.drafts, answer.tests, answer.proofs) == ((), {}, ())
        if isinstance(answer, Table):
            assert all(not row.tests for row in answer.rows)
    assert b"entre nous" not in codec.encode(told)


def test_a_pdf_without_a_platform_has_none() -> None:
    assert attachment(to_pdf(composed(), {}), NAME, 1 << 24) == b""


def test_one_that_is_too_large_is_not_taken() -> None:
    pdf = to_pdf(composed(), {}, attached=codec.encode(sample()))
    assert attachment(pdf, NAME, 1000) == b""
