"""Garbage is taken in the thread of the windows only."""

import gc
import threading

from pytestqt.qtbot import QtBot

from brandplatform.ui.garbage import EVERY, Garbage


class Taken:
    """Something in a cycle, which tells where it was taken down."""

    def __init__(self, told: list[str]) -> None:
        self.myself, self.told = self, told

    def __del__(self) -> None:
        self.told.append(threading.current_thread().name)


def busy() -> list[list[int]]:
    """Make so much that Python would collect many times."""
    return [[n] for n in range(200_000)]


def test_another_thread_that_allocates_takes_nothing_down(qtbot: QtBot) -> None:
    garbage, told = Garbage(), list[str]()
    assert not gc.isenabled()
    Taken(told)
    writer = threading.Thread(target=busy, name="writer")
    writer.start()
    writer.join()
    assert told == []
    kept = busy()
    qtbot.waitUntil(lambda: told == [threading.main_thread().name], timeout=4 * EVERY)
    assert len(kept) == 200_000
    garbage.deleteLater()
