"""How long from a key to its letter on the screen: at rest, while checks and spelling run, during a save."""

import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from brandplatform.ui.beside import Beside
from brandplatform.ui.fields.typing import TypingBox
from brandplatform.ui.misspelt import LAYER
from brandplatform.ui.window import Window
from tests.ui.house import program

KEYS = 300


def key_to_paint(window: Window, before: Callable[[int], None] | None = None) -> list[float]:
    """Type letters and return, for each, the milliseconds until it was painted; `before` precedes each."""
    box = QApplication.focusWidget()
    assert isinstance(box, TypingBox)
    times = []
    for at in range(KEYS):
        if before is not None:
            before(at)
        begun = time.perf_counter()
        QTest.keyClicks(box, "e" if at % 6 else " ")
        box.viewport().repaint()
        times.append(1000 * (time.perf_counter() - begun))
        QApplication.processEvents()
    return times


def slowest(times: Sequence[float]) -> float:
    """Return what all but one key in a hundred keep to."""
    return sorted(times)[int(len(times) * 0.99)]


def writing(qtbot: QtBot, home: Path) -> Window:
    """Return a window on an example, with the keyboard in its promise."""
    house = program(home)
    house.opening.open_example()
    window = house.windows[0]
    with qtbot.waitActive(window):
        window.activateWindow()
    window.screens.write_promise()
    return window


def test_a_key_is_painted_at_once_even_while_the_checks_run(
    qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    window = writing(qtbot, tmp_path_factory.mktemp("home"))
    watch = window.screens.points.watch
    watch.look()
    qtbot.waitUntil(lambda: bool(watch.findings), timeout=10_000)

    def look(at: int) -> None:
        if at % 5 == 0:
            watch.look()

    rest, busy = key_to_paint(window), key_to_paint(window, look)
    window.menus["view.pages"].trigger()
    (pages,) = window.screens.findChildren(Beside)
    qtbot.waitUntil(lambda: pages.press.now is not None, timeout=20_000)
    window.screens.write_promise()
    beside = key_to_paint(window)
    with capsys.disabled():
        said = (
            f"{name} {statistics.median(times):.1f} ms median, {slowest(times):.1f} ms p99"
            for name, times in (("at rest", rest), ("while checking", busy), ("beside the pages", beside))
        )
        print(f"\nkey to paint: {'; '.join(said)}")
    assert len(rest) == len(busy) == len(beside) == KEYS
    window.session.close()
    window.hide()


def test_a_key_is_painted_at_once_even_while_spelling_is_checked(
    qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    window = writing(qtbot, tmp_path_factory.mktemp("home"))
    box, spelling = QApplication.focusWidget(), window.spelling
    assert isinstance(box, TypingBox)
    spelling.toggle()
    off = key_to_paint(window)
    begun = time.perf_counter()
    spelling.toggle()
    qtbot.waitUntil(lambda: box.underlines.count(LAYER) > 0, timeout=10_000)
    first = 1000 * (time.perf_counter() - begun)

    def look(at: int) -> None:
        if at % 5 == 0:
            spelling.lines.look()

    on, busy = key_to_paint(window), key_to_paint(window, look)
    with capsys.disabled():
        said = (
            f"{name} {statistics.median(times):.1f} ms median, {slowest(times):.1f} ms p99"
            for name, times in (("off", off), ("on", on), ("looking at every fifth key", busy))
        )
        print(f"\nkey to paint with spelling: {'; '.join(said)}; words read and drawn in {first:.0f} ms")
    assert len(off) == len(on) == len(busy) == KEYS
    window.session.close()
    window.hide()


def test_a_key_is_painted_at_once_even_during_a_save(
    qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    window = writing(qtbot, tmp_path_factory.mktemp("home"))
    session, file = window.session, tmp_path_factory.mktemp("documents") / "levain.brandplatform"
    session.save(file)
    qtbot.waitUntil(lambda: session.path == file and not session.saving)
    saves: list[int] = []

    def save(at: int) -> None:
        if not session.saving:
            session.save()
            saves.append(at)

    key_to_paint(window, save)  # what is loaded at the first save is loaded once
    saves.clear()
    rest, busy = key_to_paint(window), key_to_paint(window, save)
    with capsys.disabled():
        print(
            f"\nkey to paint during a save: {slowest(busy) / slowest(rest):.1f} x without at p99 "
            f"({slowest(busy):.1f} ms to {slowest(rest):.1f} ms; {statistics.median(busy):.1f} ms to "
            f"{statistics.median(rest):.1f} ms median; {len(saves)} saves during {KEYS} keys)"
        )
    assert len(saves) > 1
    qtbot.waitUntil(lambda: not session.saving)
    session.close()
    window.hide()
