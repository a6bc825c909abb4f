"""Work away from the window comes back to it, or to nobody when the window is gone."""

import random
import time

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from brandplatform.ui.errand import Errand

ROUNDS = 1000


def test_what_is_brought_back_is_told_in_order_and_so_is_what_went_wrong(qtbot: QtBot) -> None:
    errand, told = Errand(), list[object]()
    errand.done.connect(told.append)
    errand.failed.connect(told.append)
    errand.run(lambda: 1)
    errand.run(lambda: 1 // 0)
    errand.run(lambda: 3)
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told[0::2] == [1, 3]
    assert isinstance(told[1], ZeroDivisionError)


def test_windows_that_go_while_work_comes_back_end_nothing(qapp: QApplication) -> None:
    for _round in range(ROUNDS):
        window = QWidget()
        for errand in [Errand(window) for _ in range(3)]:
            for _ in range(4):
                errand.run(lambda: time.sleep(random.random() * 0.0006))
        until = time.perf_counter() + random.random() * 0.003
        while time.perf_counter() < until:
            qapp.processEvents()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not QApplication.closingDown()
