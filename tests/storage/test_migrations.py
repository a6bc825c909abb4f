"""An older file is led step by step to the newest format."""

from pathlib import Path

import pytest

from brandplatform.document.model import FORMAT, Loose
from brandplatform.storage import codec, container
from brandplatform.storage.history import read_version
from brandplatform.storage.migrations import STEPS, upgraded

STORED = Path(__file__).parents[1] / "data"


def test_each_step_leads_to_the_next_format_in_order() -> None:
    def rename(document):
        return {**{k: v for k, v in document.items() if k != "claim"}, "promise": document["claim"]}

    def shout(document):
        return {**document, "promise": document["promise"].upper()}

    assert upgraded({"format": 1, "claim": "warm"}, 1, (rename, shout)) == {"format": 3, "promise": "WARM"}
    assert upgraded({"format": 2, "promise": "warm"}, 2, (rename, shout)) == {"format": 3, "promise": "WARM"}


def test_there_is_one_step_for_each_format_since_the_first() -> None:
    assert len(STEPS) == FORMAT - 1


@pytest.mark.parametrize("version", range(1, FORMAT + 1))
def test_the_stored_file_of_every_format_opens_and_is_saved_as_the_newest(
    version: int, tmp_path: Path
) -> None:
    kept = container.load(STORED / f"format-{version}.brandplatform")
    assert kept.writable
    assert kept.platform.brand.name == "Maison Levain"
    assert len(kept.platform.answers) > 40
    assert kept.platform.format == FORMAT
    for one in kept.history:
        assert read_version(one.id, kept.versions[one.id]).brand.name == "Maison Levain"
    saved = container.save(tmp_path / "a.brandplatform", kept, "", "2026-11-25T09:00:00+00:00")
    assert container.load(tmp_path / "a.brandplatform") == saved


def test_format_2_keeps_both_texts_of_a_conflict_and_format_1_had_one() -> None:
    document = {"id": "a", "format": 1, "framework": {"id": "plateforme"}}
    document["conflicts"] = [{"id": "c1", "text": "Un pain.", "source": "Ana"}]
    platform, _ = codec.rebuilt(document)
    assert platform.conflicts == ()
    assert platform.loose == (Loose(id="c1", text="Un pain.", source="Ana"),)


def test_the_stored_file_of_format_2_holds_a_conflict_and_a_named_version() -> None:
    kept = container.load(STORED / "format-2.brandplatform")
    (one,) = kept.platform.conflicts
    assert (one.by, one.path) == ("Ana Roy", ("answers", "promise", "text", "fr"))
    assert [(v.name, v.why, len(v.over)) for v in kept.history][1] == ("Première lecture", "merge", 1)
