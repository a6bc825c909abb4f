"""build.spec as PyInstaller would run it on a given system, up to what it asks for: nothing is built.

Owns what was asked. Knows nothing of whether it is right.
"""

import sys
from pathlib import Path
from typing import Any

import pytest

from tests.checkout import ROOT

FOUND = ["libQt6Core.so.6", "libgtk-3.so.0", "PySide6/Qt/plugins/platformthemes/libqgtk3.so"]
"""What an analysis finds on a machine that has GTK."""


class Asked:
    """One of PyInstaller's makers: it keeps what it was called with."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        """Keep it; what a real one would have found is little here."""
        self.arguments, self.named = arguments, named
        self.pure = self.scripts = ()
        self.datas = named.get("datas", [])
        self.binaries = [(name, name, "BINARY") for name in FOUND]


def asked_on(system: str, monkeypatch: pytest.MonkeyPatch) -> dict[str, Asked]:
    """Return maker -> what build.spec asks of it where sys.platform is `system`."""
    made: dict[str, Asked] = {}

    def maker(name: str) -> Any:
        def make(*arguments: Any, **named: Any) -> Asked:
            made[name] = Asked(*arguments, **named)
            return made[name]

        return make

    spec = ROOT / "build.spec"
    names = {name: maker(name) for name in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
    with monkeypatch.context() as there:
        there.setattr(sys, "platform", system)
        code = compile(spec.read_text(encoding="utf-8"), str(spec), "exec")
        exec(code, {"SPECPATH": str(ROOT), "__name__": "spec", **names})
    return made


def files(asked: dict[str, Asked]) -> dict[str, Path]:
    """Return place in the built folder -> the file or folder that is put there."""
    pairs = ((Path(source), place) for source, place in asked["Analysis"].named["datas"])
    return {
        place if source.is_dir() else f"{place}/{source.name}".removeprefix("./"): source
        for source, place in pairs
    }
