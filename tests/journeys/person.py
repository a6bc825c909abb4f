"""A person at a computer of their own: a home, a language, hands.

Knows where their files are and how a program is started for them; nothing of what they do with it.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Generic, TypeVar

from brandplatform.document.model import Platform
from brandplatform.storage import container
from brandplatform.storage.problems import FileProblem
from tests.journeys.hands import ROOT, Hands, until

H = TypeVar("H", bound=Hands)


NO_SCREEN = "This plugin does not support"
"""What Qt says where there is no screen, and nothing of ours can change."""

Started = Callable[[tuple[str, ...], Mapping[str, str], Path], H]


class Person(Generic[H]):
    """Somebody, with a folder for documents that is empty at first."""

    def __init__(self, home: Path, language: str, hands: Started[H]) -> None:
        self._home, self.language, self._hands = home, language, hands
        self.documents = home / "Documents"
        self.state = home / "ours" / "state"
        self.documents.mkdir(parents=True)
        self._busy: list[H] = []
        own = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "QT_"))}
        ours = {"BRANDPLATFORM_HOME": str(home / "ours"), "BRANDPLATFORM_LANG": language}
        ours["CUPS_SERVER"] = str(home / "none")  # no printer, whatever this machine has
        self.environ = {**own, **ours, "HOME": str(home)}

    def start(self, *arguments: str | Path) -> H:
        """Start the program and take its keyboard."""
        said = self._home / f"said-{len(self._busy)}"
        hands = self._hands(tuple(map(str, arguments)), self.environ, said)
        self._busy.append(hands)
        return hands

    def command(self, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
        """Type a command, and return how it went."""
        line = [sys.executable, "-m", "brandplatform", *map(str, arguments)]
        environ = {**self.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.run(line, env=environ, capture_output=True, text=True, check=False)

    def leave(self) -> list[str]:
        """End what is still running; return what all of it said on standard error."""
        for hands in self._busy:
            hands.close()
        lines = [line for file in sorted(self._home.glob("said-*")) for line in file.read_text().splitlines()]
        return [line for line in lines if not line.startswith(NO_SCREEN)]


def kept(file: Path) -> Platform:
    """Return what a file holds."""
    return container.load(file).platform


def until_kept(file: Path, told: Callable[[Platform], bool], what: str) -> Platform:
    """Wait until a file holds what was told, and return that."""

    def holds() -> Platform | None:
        try:
            platform = kept(file)
        except (FileNotFoundError, FileProblem):
            return None
        return platform if told(platform) else None

    found = until(holds, what)
    assert found is not None
    return found
