"""Owns the program that tests of windows open, and that it is taken down again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from brandplatform.ui.program import Program
from tests.ui import house as houses


@pytest.fixture
def house(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """The program in French, with a home of its own."""
    made = houses.program(tmp_path / "home")
    yield made
    houses.put_away(made)
