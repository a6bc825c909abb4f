"""The Qt we pin must not destroy Python's own objects.

PySide6 6.12.0 below Python 3.12 returns None from each void call without taking a reference: the process
aborts after about 5,100 calls, and a green suite hides it.
"""

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_a_qt_call_gives_back_the_none_it_borrowed(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(300):
        label.setText("promise")
    # From 3.12 on, None is immortal and the count stands still, which is what is asserted there too.
    assert before - sys.getrefcount(None) < 100
