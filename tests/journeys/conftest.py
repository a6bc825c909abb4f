"""Owns the people of the journeys: each has a home, a language and hands, and leaves no program running."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.hands import NEEDED, OffscreenHands, ScreenHands
from tests.journeys.person import Person

_SCREEN = pytest.param(ScreenHands, id="screen", marks=pytest.mark.oracle(*NEEDED))
_OFFSCREEN = pytest.param(OffscreenHands, id="offscreen")


@pytest.fixture(params=["fr", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """The language the person's system speaks."""
    return str(request.param)


@pytest.fixture(params=[_SCREEN, _OFFSCREEN])
def person(request: pytest.FixtureRequest, tmp_path: Path, language: str) -> Iterator[Person]:
    """Somebody before a real screen, then the same without one."""
    somebody = Person(tmp_path / "home", language, request.param)
    yield somebody
    assert somebody.leave() == []


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Person]:
    """Somebody French without a screen, whose window can be read."""
    somebody = Person(tmp_path / "home", "fr", OffscreenHands)
    yield somebody
    assert somebody.leave() == []
