"""Owns the program that tests of windows open, and that it is taken down again."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from brandplatform.ui import files
from brandplatform.ui.garbage import take_due
from brandplatform.ui.program import Program
from tests.ui import house as houses


@pytest.fixture(autouse=True)
def _garbage_of_this_thread() -> Iterator[None]:
    """Windows are taken down by the thread they were made in, as in the program."""
    gc.disable()
    yield
    take_due()


@pytest.fixture
def house(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """The program in French, with a home of its own."""
    made = houses.program(tmp_path / "home")
    yield made
    houses.put_away(made)


@pytest.fixture
def again(tmp_path: Path) -> Iterator[Callable[..., Program]]:
    """The program started once more, in a language and on a file, by the same person."""
    made: list[Program] = []

    def start(language: str = "fr", path: Path | None = None) -> Program:
        made.append(houses.program(tmp_path / "home", language))
        made[-1].begin(path)
        return made[-1]

    yield start
    for one in made:
        houses.put_away(one)


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder a person keeps documents in."""
    folder = tmp_path / "Documents"
    folder.mkdir()
    monkeypatch.setattr(files, "documents", lambda: folder)
    return folder
