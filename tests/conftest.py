"""Owns what every test runs under: no screen, no logged error, oracles, `--long`, the closing counts.

Knows nothing of what is tested.
"""

import logging
import os
import re
import shutil
import sys
from collections.abc import Iterator

import pytest

from tests import checkout

# A test opens its windows on no screen, wherever it runs; a journey gives its own process a real one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --long."""
    parser.addoption("--long", action="store_true", help="also run long campaigns and whole matrices")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out, without --long, what is marked long: left out is not skipped."""
    if config.getoption("--long"):
        return
    long = [item for item in items if item.get_closest_marker("long")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test marked `oracle("soffice", ...)` where one of the programs it names is missing."""
    for mark in item.iter_markers("oracle"):
        missing = [program for program in mark.args if not shutil.which(program)]
        if missing:
            pytest.skip(f"reads with a program that is not here: {', '.join(missing)}")


@pytest.fixture(autouse=True)
def no_error_is_logged(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test during which an error was logged, unless it is marked logs_errors."""
    yield
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    errors = [record.getMessage() for record in records if record.levelno >= logging.ERROR]
    if errors and not request.node.get_closest_marker("logs_errors"):
        pytest.fail("an error was logged: " + "; ".join(errors))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail the run on a skipped test where BRANDPLATFORM_CI says that nothing may be missing."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("BRANDPLATFORM_CI") == "1" and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
    empty_the_clipboard()


def empty_the_clipboard() -> None:
    """Drop what a test put on the clipboard: offscreen, Qt would free it after Python has gone, and crash."""
    gui = sys.modules.get("PySide6.QtGui")
    if gui and gui.QGuiApplication.instance():
        gui.QGuiApplication.clipboard().clear()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how many times the type checker and the linter are told to look away."""
    for name, count in silenced().items():
        terminalreporter.write_line(f"{name}: {count}")
    skipped = len(terminalreporter.stats.get("skipped", []))
    if skipped and os.environ.get("BRANDPLATFORM_CI") == "1":
        terminalreporter.write_line(f"FAILED: {skipped} skipped, and here nothing may be missing", red=True)


def silenced() -> dict[str, int]:
    """Count the comments that silence mypy and ruff in the Python files of the checkout."""
    marks = {"type: ignore": r"#\s*type:\s*ignore", "noqa": r"#\s*(?:ruff:\s*)?noqa"}
    texts = [file.read_text(encoding="utf-8") for file in checkout.files("*.py")]
    return {name: sum(len(re.findall(mark, text)) for text in texts) for name, mark in marks.items()}
