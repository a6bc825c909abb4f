"""Nothing changes in what a writer writes without being seen: `written` says how the files are renewed."""

import pytest

from brandplatform.publish import blocks
from tests.publish.written import GOLDEN, WRITERS, document


@pytest.mark.parametrize("suffix", WRITERS)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_written_is_what_was_looked_at(suffix: str, language: str) -> None:
    expected = GOLDEN.joinpath(f"{language}.{suffix}").read_text(encoding="utf-8")
    assert f"{WRITERS[suffix](language).rstrip()}\n" == expected


def test_the_document_has_a_block_of_nearly_every_kind() -> None:
    kinds = {type(block) for block in document("fr").blocks}
    assert kinds >= {
        blocks.Cover, blocks.PromisePage, blocks.Contents, blocks.Summary, blocks.Heading, blocks.Statement,
        blocks.Labelled, blocks.Paragraph, blocks.Bullets, blocks.Table, blocks.Card, blocks.SignOff,
    }  # fmt: skip
