"""The system tells the program to end, or something in it goes wrong: the words in no file come back."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from signal import SIGINT, SIGTERM

import pytest

from brandplatform.storage import container
from brandplatform.ui.signals import KNOWN
from tests.journeys.hands import ROOT, OffscreenHands, until
from tests.journeys.person import Person
from tests.journeys.test_hard_days import UNSAVED, example, promise

pytestmark = pytest.mark.journey
OFFER = "Du travail n’avait pas été enregistré"
QUICK = 2.0
"""Seconds the system is kept waiting, at most."""


def unsaved(person: Person[OffscreenHands]) -> list[str]:
    """Return the promises that are kept for the next start."""
    folder = Path(person.environ["BRANDPLATFORM_HOME"], "state", "recovery")
    kept = (container.load(file).platform for file in folder.glob("*.brandplatform"))
    return [str(one.answers["promise"]) for one in kept]


def journal(person: Person[OffscreenHands]) -> str:
    """Return what the program wrote down for whoever looks for a fault."""
    return Path(person.environ["BRANDPLATFORM_HOME"], "state", "journal.txt").read_text(encoding="utf-8")


def taken_up(person: Person[OffscreenHands]) -> OffscreenHands:
    """Start again, and take up the work that is offered."""
    hands = person.start()
    until(lambda: hands.window() == OFFER, "the offer")
    hands.press("Return")
    until(lambda: "Maison Levain" in hands.window(), "the window")
    return hands


@pytest.mark.parametrize("number", KNOWN, ids=lambda one: one.name)
def test_a_program_told_to_end_ends_at_once_and_the_words_come_back(
    reader: Person[OffscreenHands], number: int
) -> None:
    file = example(reader)
    before = file.read_bytes()
    hands = reader.start(file)
    hands.type("Ou pas. Enc")
    start = time.monotonic()
    hands.tell(number)
    assert hands.status() == 128 + number
    assert time.monotonic() - start < QUICK
    assert file.read_bytes() == before
    assert ["Ou pas. Enc" in one for one in unsaved(reader)] == [True]
    again = taken_up(reader)
    again.press("ctrl+s")
    until(lambda: "Ou pas. Enc" in promise(file), "the words in the file")
    again.press("ctrl+w")
    until(again.ended, "the end of the program")
    assert unsaved(reader) == []


def test_a_question_on_the_screen_keeps_no_system_waiting(reader: Person[OffscreenHands]) -> None:
    hands = reader.start(example(reader))
    hands.type("Ou pas. ")
    hands.press("ctrl+w")
    until(lambda: hands.window() == UNSAVED, "the question")
    hands.tell(SIGTERM)
    assert hands.status() == 128 + SIGTERM
    assert ["Ou pas." in one for one in unsaved(reader)] == [True]


def test_a_program_told_twice_ends_once(reader: Person[OffscreenHands]) -> None:
    hands = reader.start(example(reader))
    hands.type("Ou pas. ")
    hands.tell(SIGTERM, SIGINT)
    assert hands.status() in (128 + SIGTERM, 128 + SIGINT)
    assert ["Ou pas." in one for one in unsaved(reader)] == [True]


def test_a_program_with_nothing_unsaved_leaves_nothing(reader: Person[OffscreenHands]) -> None:
    hands = reader.start(example(reader))
    hands.tell(SIGTERM)
    assert hands.status() == 128 + SIGTERM
    assert unsaved(reader) == []
    assert len(list(reader.documents.iterdir())) == 1


def test_the_whole_program_ends_quietly_without_hands_of_ours(reader: Person[OffscreenHands]) -> None:
    file = example(reader)
    environ = {**reader.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    line = [sys.executable, "-m", "brandplatform", str(file)]
    with subprocess.Popen(line, env=environ, stderr=subprocess.PIPE, text=True) as program:
        until(lambda: len(list(reader.documents.iterdir())) == 2, "the note of who has the file")
        program.send_signal(SIGTERM)
        _, said = program.communicate(timeout=10)
    assert program.returncode == 128 + SIGTERM
    assert [line for line in said.splitlines() if "This plugin" not in line] == []


@pytest.fixture
def unlucky(tmp_path: Path) -> Iterator[Person[OffscreenHands]]:
    """Somebody whose program goes wrong, and says so."""
    somebody = Person(tmp_path / "home", "fr", OffscreenHands)
    yield somebody
    assert "LookupError" in os.linesep.join(somebody.leave())


def test_a_fault_of_ours_keeps_the_work_whatever_comes_next(unlucky: Person[OffscreenHands]) -> None:
    hands = unlucky.start(example(unlucky))
    hands.type("Ou pas. ")
    hands.fail()
    hands.kill()
    assert ["Ou pas." in one for one in unsaved(unlucky)] == [True]
    assert "unexpected: LookupError at offscreen.py:" in journal(unlucky)
    assert "theirs" not in journal(unlucky)
    taken_up(unlucky)


def test_after_a_fault_of_ours_one_goes_on(unlucky: Person[OffscreenHands]) -> None:
    file = example(unlucky)
    hands = unlucky.start(file)
    hands.type("Ou pas. ")
    hands.fail()
    until(lambda: "Rien n’a été perdu" in hands.seen(), "a sentence")
    hands.press("Return")
    hands.type("Encore. ")
    hands.press("ctrl+s")
    until(lambda: "Ou pas. Encore." in promise(file), "all of it in the file")
