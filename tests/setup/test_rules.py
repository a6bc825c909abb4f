"""The rules that every test runs under do fail the test, or the run, that breaks them."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkout import ROOT

CASES = """
import logging, warnings
import pytest
from PySide6.QtCore import qWarning

def test_quiet(): pass
def test_python_warns(): warnings.warn("old", DeprecationWarning)
def test_qt_warns(qapp): qWarning("odd")
def test_error_is_logged(): logging.getLogger("x").error("lost")
@pytest.mark.logs_errors
def test_error_is_meant(): logging.getLogger("x").error("refused")
@pytest.mark.oracle("a-program-that-is-nowhere")
def test_oracle(): assert False
@pytest.mark.long
def test_campaign(): pass
"""


def outcome(folder: Path, *options: str, ci: bool = False) -> tuple[int, str]:
    """Run the cases under the checkout's own rules; return the exit status and what was printed."""
    (folder / "test_cases.py").write_text(CASES, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), "-p", "tests.conftest"]
    done = subprocess.run(
        [*command, f"--rootdir={folder}", "-p", "no:cacheprovider", "-rA", *options, "test_cases.py"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "BRANDPLATFORM_CI": "1" if ci else ""},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_a_warning_or_a_logged_error_fails_its_test(tmp_path: Path) -> None:
    status, said = outcome(tmp_path)
    assert status == pytest.ExitCode.TESTS_FAILED, said
    passed = {line.rpartition("::")[2] for line in said.splitlines() if line.startswith("PASSED")}
    # The log is looked at once the test is over: the test counts as passed, and its end as an error.
    assert passed == {"test_quiet", "test_error_is_meant", "test_error_is_logged"}
    assert "ERROR test_cases.py::test_error_is_logged - Failed: an error was logged: lost" in said
    assert "reads with a program that is not here: a-program-that-is-nowhere" in said
    assert "1 deselected" in said


@pytest.mark.parametrize("ci", [False, True], ids=["elsewhere", "ci"])
def test_a_skipped_test_fails_the_run_where_nothing_may_be_missing(tmp_path: Path, ci: bool) -> None:
    status, said = outcome(tmp_path, "-k", "test_quiet or test_oracle", ci=ci)
    assert status == (pytest.ExitCode.TESTS_FAILED if ci else pytest.ExitCode.OK), said
    assert ("nothing may be missing" in said) == ci
    assert "type: ignore: " in said


def test_long_campaigns_run_when_asked_for(tmp_path: Path) -> None:
    status, said = outcome(tmp_path, "--long", "-m", "long")
    assert (status, "1 passed" in said) == (0, True), said
