"""No line of the program can reach a network or start another program, but for the few named here."""

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from brandplatform.resources import path
from tests import checkout
from tests.test_house import imports, name, parsed

PACKAGE = [one for one in checkout.files("*.py") if one.is_relative_to(checkout.ROOT / "brandplatform")]
TEMPLATES = sorted(path("typst").rglob("*.typ"))

NETWORK = {
    *("socket", "socketserver", "ssl", "http", "urllib", "ftplib", "smtplib", "poplib", "imaplib", "xmlrpc"),
    *("asyncio", "webbrowser", "requests", "httpx", "aiohttp", "urllib3", "websockets"),
    *("PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets"),
}
PROCESSES = {
    *("subprocess", "multiprocessing", "pty", "concurrent.futures.ProcessPoolExecutor"),
    "PySide6.QtCore.QProcess",
}
ALLOWED: Mapping[str, set[str]] = {
    "brandplatform/__main__.py": {"multiprocessing"},  # the built program is the process it begins
    "brandplatform/checks/suggesting.py": {"multiprocessing"},  # spelling suggestions, in a child of our own
    "brandplatform/ui/signals.py": {"socket"},  # a pair of our own, by which a signal wakes the window
}
"""File -> what it imports all the same."""

STARTS = re.compile(r"^os\.(?:system|popen|fork\w*|exec[lv]\w*|spawn\w*|posix_spawn\w*|startfile)$")
"""What starts a program with nothing imported for it."""

SHOWN: Mapping[str, set[str]] = {
    "brandplatform/ui/notice.py": {"QUrl.fromLocalFile(str(target))"},
    "brandplatform/ui/shortpath_paper.py": {"QUrl.fromLocalFile(str(self._written))"},
}
"""File -> what it has the system show when somebody clicks: a document that was written, or its folder."""


def reaching(file: Path) -> set[str]:
    """Return what a file imports that could reach a network or start a program."""
    package = file.relative_to(checkout.ROOT).parts[:-1]
    found = (module for module, _ in imports(parsed(file), package))
    whole = (".".join(module.split(".")[:end]) for module in found for end in range(1, module.count(".") + 2))
    return {one for one in whole if one in NETWORK | PROCESSES}


def calls(tree: ast.Module) -> Iterator[tuple[str, list[str]]]:
    """Yield what is called in a file, with what is given to it, as they are written."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), [ast.unparse(one) for one in node.args]


def starting(tree: ast.Module) -> list[str]:
    """Return the calls in a file that start a program."""
    return [called for called, _ in calls(tree) if STARTS.match(called)]


@pytest.mark.parametrize("file", PACKAGE, ids=name)
def test_a_module_imports_nothing_that_reaches_a_network_or_starts_a_program(file: Path) -> None:
    assert reaching(file) - ALLOWED.get(name(file), set()) == set()
    assert starting(parsed(file)) == []


def test_the_system_is_asked_to_show_what_was_written_and_nothing_else() -> None:
    asked: dict[str, set[str]] = {}
    for file in PACKAGE:
        for called, given in calls(parsed(file)):
            if called.endswith(("openUrl", "setOpenExternalLinks")):
                asked.setdefault(name(file), set()).update(given)
    assert asked == SHOWN


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.name)
def test_a_template_imports_no_package(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert re.findall(r'"@\w[^"]*"', text) == []
    assert re.findall(r"#?\b(?:import|include)\s*\(?[\"@].*", text) == []


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("import urllib.request", "urllib"),
        ("from PySide6 import QtNetwork", "PySide6.QtNetwork"),
        ("from PySide6.QtNetwork import QTcpSocket", "PySide6.QtNetwork"),
        ("from PySide6.QtCore import QProcess", "PySide6.QtCore.QProcess"),
        ("def late():\n    import subprocess", "subprocess"),
    ],
)
def test_a_breach_would_be_seen(line: str, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[__name__], "parsed", lambda _: ast.parse(line))
    assert reaching(checkout.ROOT / "brandplatform/ui/window.py") == {what}


@pytest.mark.parametrize("line", ["os.execv('/bin/sh', [])", "os.startfile(name)", "os.fork()"])
def test_a_start_would_be_seen(line: str) -> None:
    assert len(starting(ast.parse(line))) == 1
