"""The campaign: files changed in thousands of ways open or are refused in a sentence, within the limits.

Without `--long` a few hundred; the whole is the same by the same seed. Figures are kept in CAMPAIGNS.md.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from tests.mutants import Mutant
from tests.storage import mutated_documents, mutated_platforms
from tests.storage.trial import MOST_MEMORY, MOST_SECONDS, Verdict, commanded, limits_held, shown, tried

SEED = 20261125
Maker = Callable[[random.Random, int], Iterator[Mutant]]
MAKERS: dict[str, Maker] = {
    "brandplatform": mutated_platforms.mutants,
    "archive": mutated_documents.archives,
    "stranger": mutated_documents.strangers,
    "docx": mutated_documents.words,
    "pdf": mutated_documents.pdfs,
    "toml": mutated_documents.tomls,
    "images": mutated_documents.images,
}
WHOLE = {"brandplatform": 150, "archive": 60, "stranger": 60, "docx": 60, "pdf": 40, "toml": 30, "images": 25}
"""With it, so many of each kind that chance makes."""

SMALL = 300_000
"""Bytes of the largest mutant that is tried without `--long`."""

EVERY = {"docx": 8, "images": 3, "stranger": 2}
"""Without `--long`, one in so many is tried of what takes long."""

COMMANDED = 60
"""Of the whole, one in so many goes through the command line, and each that is made to harm."""


def faults(mutants: Iterable[Mutant], folder: Path) -> tuple[list[str], list[Verdict]]:
    """Try mutants; return what should not have come of them, and what came of each."""
    found, verdicts = list[str](), list[Verdict]()
    for mutant in mutants:
        try:
            verdict = tried(mutant, folder)
        except Exception as error:
            found.append(f"{mutant.form}, {mutant.kind}: {shown(error)}")
            continue
        verdicts.append(verdict)
        if not limits_held(verdict):
            found.append(f"{mutant.form}, {mutant.kind}: {verdict.seconds:.1f} s")
    return found, verdicts


@pytest.mark.parametrize("form", MAKERS)
def test_a_changed_file_opens_or_is_refused_in_a_sentence(form: str, tmp_path: Path) -> None:
    chance = random.Random(SEED)
    mutants = mutated_platforms.few(chance) if form == "brandplatform" else MAKERS[form](chance, 1)
    small = (one for one in mutants if len(one.data) < SMALL)
    found, verdicts = faults(islice(small, 0, None, EVERY.get(form, 1)), tmp_path)
    assert found == []
    assert len(verdicts) > 5
    assert [one for one in tmp_path.iterdir() if not one.name.startswith("mutant")] == []


def test_a_changed_file_is_refused_in_a_line_by_the_command_line(tmp_path: Path) -> None:
    folder = tmp_path / "inside"
    folder.mkdir()
    mutants = {one.kind: one for one in mutated_platforms.few(random.Random(SEED))}
    for kind in ("a link", "cut"):
        assert all(map(limits_held, commanded(mutants[kind], folder)))
    assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.long
@pytest.mark.parametrize("form", MAKERS)
def test_the_whole_campaign(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mutants = list(MAKERS[form](random.Random(SEED), WHOLE[form]))
    found, verdicts = faults(mutants, tmp_path)
    tell(capsys, form, verdicts)
    assert found == []


@pytest.mark.long
@pytest.mark.parametrize("form", [form for form in MAKERS if form not in ("toml", "images")])
def test_the_campaign_through_the_command_line(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "inside"
    folder.mkdir()
    mutants = list(MAKERS[form](random.Random(SEED), 4))
    harmful = [
        one for one in mutants if len(one.data) > 300_000 or "without end" in one.kind or "many" in one.kind
    ]
    chosen = {id(one): one for one in (*harmful, *mutants[:: COMMANDED if form == "brandplatform" else 8])}
    slow, verdicts = list[str](), list[Verdict]()
    for mutant in chosen.values():
        for verdict in commanded(mutant, folder):
            verdicts.append(verdict)
            if not limits_held(verdict):
                slow.append(
                    f"{mutant.kind}: {verdict.outcome}, {verdict.seconds:.1f} s, {verdict.memory >> 20} MB"
                )
    tell(capsys, f"{form} on the command line", verdicts)
    assert slow == []
    assert list(tmp_path.iterdir()) == [folder]


def tell(capsys: pytest.CaptureFixture[str], what: str, verdicts: list[Verdict]) -> None:
    """Print the figures of a campaign."""
    told = ", ".join(
        f"{outcome} {count}" for outcome, count in Counter(v.outcome for v in verdicts).most_common()
    )
    worst, memory = max(v.seconds for v in verdicts), max(v.memory for v in verdicts)
    with capsys.disabled():
        print(
            f"\n{what}: {len(verdicts)} inputs; {told}; slowest {worst:.2f} s (limit {MOST_SECONDS:.0f})",
            end="",
        )
        print(f"; most memory {memory >> 20} MB (limit {MOST_MEMORY >> 20})" if memory else "")
