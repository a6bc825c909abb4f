"""How long from a key to its letter on the screen, at rest and while the checks run in their worker."""

import statistics
import time

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brandplatform.ui.beside import Beside
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.window import Window
from tests.ui.house import program

KEYS = 300


def key_to_paint(window: Window, *, checking: bool) -> list[float]:
    """Type letters and return, for each, the milliseconds until it was painted."""
    box = QApplication.focusWidget()
    assert isinstance(box, TypingBox)
    times = []
    for at in range(KEYS):
        if checking and at % 5 == 0:
            window.screens.points.watch.look()
        begun = time.perf_counter()
        QTest.keyClicks(box, "e" if at % 6 else " ")
        box.viewport().repaint()
        times.append(1000 * (time.perf_counter() - begun))
        QApplication.processEvents()
    return times


def test_a_key_is_painted_at_once_even_while_the_checks_run(
    qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    house = program(tmp_path_factory.mktemp("home"))
    house.opening.open_example()
    window = house.windows[0]
    with qtbot.waitActive(window):
        window.activateWindow()
    window.screens.write_promise()
    window.screens.points.watch.look()
    qtbot.waitUntil(lambda: bool(window.screens.points.watch.findings), timeout=10_000)
    rest, busy = (key_to_paint(window, checking=checking) for checking in (False, True))
    window.menus["view.pages"].trigger()
    (pages,) = window.screens.findChildren(Beside)
    qtbot.waitUntil(lambda: pages.press.now is not None, timeout=20_000)
    window.screens.write_promise()
    beside = key_to_paint(window, checking=False)
    with capsys.disabled():
        said = (
            f"{name} {statistics.median(times):.1f} ms median, {sorted(times)[int(KEYS * 0.99)]:.1f} ms p99"
            for name, times in (("at rest", rest), ("while checking", busy), ("beside the pages", beside))
        )
        print(f"\nkey to paint: {'; '.join(said)}")
    assert len(rest) == len(busy) == len(beside) == KEYS
    window.session.close()
    window.hide()
