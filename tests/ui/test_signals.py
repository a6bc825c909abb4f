"""The system's signals and our own faults reach the window's loop, and what is not saved is kept first."""

import io
import os
import signal
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brandplatform.ui import question
from brandplatform.ui.nets import Net
from brandplatform.ui.program import Program
from brandplatform.ui.signals import KNOWN, Signals
from tests.ui.house import rename, shown
from tests.ui.unsaved import left, work


class Gone(io.StringIO):
    """A terminal that was closed."""

    def write(self, text: str) -> int:
        raise OSError(5, "Input/output error")


@pytest.fixture
def listening(qtbot: QtBot) -> Iterator[Signals]:
    """What listens to the system while the test runs."""
    parent = QObject()
    made = Signals(parent)
    yield made
    made.close()


@pytest.mark.parametrize("number", KNOWN, ids=lambda one: one.name)
def test_a_signal_is_told_in_the_windows_loop(qtbot: QtBot, listening: Signals, number: int) -> None:
    with qtbot.waitSignal(listening.caught) as told:
        os.kill(os.getpid(), number)
    assert told.args == [number]


def test_signals_that_come_together_are_each_told(qtbot: QtBot, listening: Signals) -> None:
    told: list[int] = []
    listening.caught.connect(told.append)
    for number in KNOWN:
        os.kill(os.getpid(), number)
    qtbot.waitUntil(lambda: sorted(told) == sorted(KNOWN))


def test_a_signal_of_somebody_else_is_not_told(qtbot: QtBot, listening: Signals) -> None:
    told: list[int] = []
    listening.caught.connect(told.append)
    before = signal.signal(signal.SIGUSR1, lambda *_: None)
    os.kill(os.getpid(), signal.SIGUSR1)
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: bool(told))
    signal.signal(signal.SIGUSR1, before)
    assert told == [signal.SIGTERM]


def test_once_closed_signals_do_what_they_did(qtbot: QtBot) -> None:
    before = {one: signal.getsignal(one) for one in KNOWN}
    waker = signal.set_wakeup_fd(-1)
    signal.set_wakeup_fd(waker)
    parent = QObject()
    Signals(parent).close()
    assert {one: signal.getsignal(one) for one in KNOWN} == before
    assert signal.set_wakeup_fd(waker) == waker


def test_a_fault_of_ours_keeps_the_work_before_anything_is_said(
    qtbot: QtBot, house: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(qtbot, house)
    rename(window, "Gardé")
    asked: list[str] = []
    monkeypatch.setattr(question, "ask", lambda _parent, title, *_: asked.append(title))
    monkeypatch.setattr(sys, "stderr", Gone())
    fault = ValueError("Gardé")
    Net(lambda: house.desk.words, house.safeguard).catch(ValueError, fault, None)
    found = work(house)
    assert found is not None
    assert found.brand.name == "Gardé"
    qtbot.waitUntil(lambda: asked == [house.desk.words("error.title")])
    assert "Gardé" not in house.journal.file.read_text(encoding="utf-8")


def test_a_report_to_copy_says_where_it_failed_and_no_word_of_a_document(
    qtbot: QtBot, house: Program, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    shown(qtbot, house)
    monkeypatch.setattr(question, "ask", lambda *_: "copy")
    monkeypatch.setattr(sys, "stderr", Gone())
    try:
        raise ValueError("Un mot du document")
    except ValueError as fault:
        Net(lambda: house.desk.words, house.safeguard).catch(ValueError, fault, fault.__traceback__)
    qtbot.waitUntil(lambda: "ValueError at test_signals.py" in qapp.clipboard().text())
    assert "Un mot du document" not in qapp.clipboard().text()
    assert "Python" in qapp.clipboard().text()


def test_a_fault_in_a_box_that_reports_neither_ends_the_program_nor_keeps_the_rest_from_being_kept(
    qtbot: QtBot, house: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(qtbot, house)
    rename(window, "Gardé")
    monkeypatch.setattr(question, "ask", lambda *_: "on")
    net = Net(lambda: house.desk.words, house.safeguard)

    def fail() -> None:
        fault = ValueError("x")
        net.catch(ValueError, fault, None)

    window.session.flushing.connect(fail)
    window.session.flush()
    found = work(house)
    assert found is not None
    assert found.brand.name == "Gardé"


def test_every_window_is_kept_when_the_system_ends_the_session(qtbot: QtBot, house: Program) -> None:
    for name in ("Un", "Deux"):
        rename(shown(qtbot, house), name)
    house.safeguard()
    assert len(left(house)) == 2
