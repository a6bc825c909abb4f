"""How often the claims are right, on 620 statements: precision and recall with their 95 % intervals."""

import math
import tomllib
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.checks.guides import guide, saying

STATEMENTS = tomllib.loads(Path(__file__).with_name("statements.toml").read_text(encoding="utf-8"))[
    "statement"
]


class Counted(NamedTuple):
    """Right alarms, false ones, missed ones."""

    right: int
    false: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of alarms that are right."""
        return self.right / max(1, self.right + self.false)

    @property
    def recall(self) -> float:
        """The share of empty statements that are told."""
        return self.right / max(1, self.right + self.missed)


def half(text: str) -> str:
    """Return the half a statement is in."""
    return "test" if int(sha256(text.encode()).hexdigest(), 16) % 2 else "tuning"


def severity(text: str, language: str) -> int:
    """Return how serious the claims of a promise are, 0 for none."""
    found = guide().field(saying(text, language), "promise", language)
    return max((one.severity for one in found if one.family == "claims"), default=0)


def counted(language: str, which: str, least: int) -> Counted:
    """Count the statements of one half; a claim of severity `least` is an alarm."""
    rows = [one for one in STATEMENTS if one["lang"] == language and half(one["text"]) == which]
    alarms = [(severity(one["text"], language) >= least, one["label"] == "empty") for one in rows]
    return Counted(alarms.count((True, True)), alarms.count((True, False)), alarms.count((False, True)))


def interval(hits: int, of: int) -> str:
    """Return the 95 % interval of a share (Wilson 1927)."""
    if not of:
        return "–"
    z, share = 1.96, hits / of
    middle, spread = share + z * z / 2 / of, z * math.sqrt((share * (1 - share) + z * z / 4 / of) / of)
    whole = 1 + z * z / of
    return f"{(middle - spread) / whole:.2f}–{(middle + spread) / whole:.2f}"


def test_the_corpus_is_half_french_half_empty_and_holds_its_trade_sentences() -> None:
    assert [len(STATEMENTS), sum(one["lang"] == "fr" for one in STATEMENTS)] == [620, 310]
    assert sum(one["label"] == "empty" for one in STATEMENTS) == 310
    assert sum(one["trade"] for one in STATEMENTS) == 120
    assert all(one["source"] for one in STATEMENTS)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(("least", "what"), [(2, "severity 2"), (1, "all claims")])
def test_claims_are_mostly_right_and_few_are_missed(
    language: str, least: int, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = counted(language, "test", least)
    alarms, empty = found.right + found.false, found.right + found.missed
    with capsys.disabled():
        print(
            f"\n{language}, {what}: precision {found.precision:.2f} ({interval(found.right, alarms)}, "
            f"{found.right} of {alarms}), recall {found.recall:.2f} ({interval(found.right, empty)}, "
            f"{found.right} of {empty}); aim 0.90 and 0.80"
        )
    assert found.precision >= 0.8
    assert found.recall >= 0.75


@pytest.mark.parametrize("language", ["fr", "en"])
def test_an_ordinary_trade_is_seldom_suspected(language: str) -> None:
    trade = [one["text"] for one in STATEMENTS if one["trade"] and one["lang"] == language]
    assert sum(severity(text, language) == 2 for text in trade) <= 5
