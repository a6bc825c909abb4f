"""A folder of its own for every test of the command line, and a command run in it."""

from pathlib import Path

import pytest

from brandplatform.cli import main
from tests.cli.asking import Run


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command in a folder of its own; returns exit status, standard output and standard error."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRANDPLATFORM_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("BRANDPLATFORM_LANG", "en")

    def run(*arguments: str) -> tuple[int, str, str]:
        try:
            status = main(list(arguments))
        except SystemExit as left:
            status = int(left.code or 0)
        captured = capfd.readouterr()
        return status, captured.out, captured.err

    return run
