"""A text nobody would write by hand is looked at as far as anybody would read it."""

from datetime import date

from brandplatform.checks.guide import Guide, shared_lexicons
from brandplatform.checks.text import LONGEST
from brandplatform.document import edit
from brandplatform.document.model import Statement
from brandplatform.resources import Words
from tests.shipped import FRAMEWORK, LIBRARY, sample

GUIDE = Guide(FRAMEWORK, LIBRARY, shared_lexicons(), Words("fr"))


def ends(text: str) -> set[int]:
    """Return where the findings of a promise end."""
    platform = edit.write_text(sample(), "promise", Statement, "fr", text)
    found = GUIDE.all(platform, ("fr",), date(2026, 11, 25))
    return {one.end for one in found if one.field == "promise" and one.lang == "fr"}


def test_what_claims_without_proving_is_found_up_to_there_and_not_after() -> None:
    assert 10 < max(ends("Un service passionné. " + "mot " * LONGEST)) <= LONGEST
    assert max(ends("mot " * (LONGEST // 4) + "Un service passionné et unique.")) <= LONGEST
