"""An older file is led step by step to the newest format."""

from brandplatform.document.model import FORMAT
from brandplatform.storage.migrations import STEPS, upgraded


def test_each_step_leads_to_the_next_format_in_order() -> None:
    def rename(document):
        return {**{k: v for k, v in document.items() if k != "claim"}, "promise": document["claim"]}

    def shout(document):
        return {**document, "promise": document["promise"].upper()}

    assert upgraded({"format": 1, "claim": "warm"}, 1, (rename, shout)) == {"format": 3, "promise": "WARM"}
    assert upgraded({"format": 2, "promise": "warm"}, 2, (rename, shout)) == {"format": 3, "promise": "WARM"}


def test_there_is_one_step_for_each_format_since_the_first() -> None:
    assert len(STEPS) == FORMAT - 1
