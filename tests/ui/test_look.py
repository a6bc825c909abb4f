"""What is seen in a small window: nothing cut off, nothing squeezed."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from brandplatform.ui.fields.beside import Beside
from brandplatform.ui.program import Program
from brandplatform.ui.window import LEAST
from tests.ui import house as houses

ERRAND = "Quelque chose n’a pas eu lieu, et il faut une longue phrase pour dire quoi, pourquoi et que faire. "


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_section_is_cut_off_in_the_smallest_window(qtbot: QtBot, tmp_path: Path, language: str) -> None:
    program = houses.program(tmp_path / "home", language)
    program.opening.open_example()
    window = program.windows[-1]
    window.resize(*LEAST)
    page = window.screens.page
    area = page.findChild(QScrollArea)
    assert area is not None
    cut = []
    for group in window.session.framework.groups:
        for section in group.sections:
            window.screens.show_section(section.id)
            page.focus_place(section.fields[0])
            qtbot.waitUntil(lambda: area.widget().width() > 0)
            if area.widget().minimumSizeHint().width() > area.viewport().width():
                cut.append(section.id)
    assert cut == []
    houses.put_away(program)


def test_parts_stand_side_by_side_where_there_is_room_and_ask_for_no_more_than_the_widest(
    qtbot: QtBot,
) -> None:
    pair = Beside(lambda: 300)
    qtbot.addWidget(pair)
    for width in (120, 150):
        part = QWidget()
        part.setMinimumWidth(width)
        pair.put(part)
    pair.show()
    assert pair.minimumSizeHint().width() == 150
    pair.resize(200, 50)
    assert not pair.wide
    pair.resize(300, 50)
    assert pair.wide


def test_a_long_sentence_squeezes_nothing_in_a_dialog(qtbot: QtBot, house: Program) -> None:
    window = houses.shown(qtbot, house)
    window.outlets.export()
    dialog = next(child for child in window.findChildren(QWidget) if child.inherits("ExportDialog"))
    qtbot.waitUntil(dialog.isVisible)
    before = [button.height() for button in dialog.findChildren(QPushButton)]
    dialog.notice.say(ERRAND * 3, [("Ouvrir le document", print), ("Ouvrir le dossier", print)], serious=True)
    QApplication.processEvents()
    assert [button.height() for button in dialog.findChildren(QPushButton)][: len(before)] == before
    dialog.close()


def test_the_question_of_the_start_stands_on_two_lines_in_a_small_window(
    qtbot: QtBot, house: Program
) -> None:
    welcome = house.show_start()
    welcome.resize(1024, 640)
    area = welcome.start.findChild(QScrollArea)
    assert area is not None
    qtbot.waitUntil(lambda: area.viewport().width() > 1000 and area.verticalScrollBar().maximum() == 0)
