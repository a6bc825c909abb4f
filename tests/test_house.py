"""The house plan as a test: who may import whom, how long things are, what never stands in the repository."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import checkout

ROOT = checkout.ROOT
PYTHON = checkout.files("*.py")
PACKAGE = [file for file in PYTHON if file.is_relative_to(ROOT / "brandplatform")]

CORE = {"document", "resources"}
OUTSIDE_THE_WINDOW = {"storage", "checks", "publish", "incoming"}
# Room -> the rooms it may import, itself left out; a room with a dot is one module of it.
MAY_IMPORT = {
    "": set(),
    "document": set(),
    "resources": set(),
    "storage": CORE,
    "checks": CORE,
    "publish": CORE,
    "incoming": {*CORE, "publish.blocks"},
    "ui": {*CORE, *OUTSIDE_THE_WINDOW},
    "cli": {*CORE, *OUTSIDE_THE_WINDOW, "ui.app"},
    "__main__": {"cli"},
}
# Room -> the packages of others it may import besides the standard library; None: any but Qt.
PACKAGES = {"": set(), "document": {"msgspec", "markdown"}, "resources": {"tomli"}, "__main__": set()}
TEXT = {".py", ".md", ".toml", ".spec", ".txt", ".lock", ".json", ".svg", ".yml", ".cfg", ".sh", ""}
NEVER = {
    "a path of somebody's machine": r"(?<![\w.~$}-])/(?:work|root|home|Users)/\w|\b[A-Z]:\\Users\\",
    "a package registry's host": r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|debian\.org|ubuntu\.com",
    "work put off": r"\b(?:TO[D]O|FI[X]ME|X[X]X)\b",
}


def name(file: Path) -> str:
    """Return a file's path in the checkout, as the name of its case."""
    return file.relative_to(ROOT).as_posix()


def parsed(file: Path) -> ast.Module:
    """Return a file's syntax tree."""
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def room_of(parts: tuple[str, ...]) -> str:
    """Return the room of a module: `cli` and `cli_json` are one, the package's own file is ""."""
    room = parts[0].removesuffix(".py") if parts else ""
    return "cli" if room.startswith("cli") else "" if room == "__init__" else room


def imports(node: ast.AST, package: tuple[str, ...], *, deferred: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield (dotted module, whether only when a function runs) for each import under `node`."""
    for child in ast.iter_child_nodes(node):
        inside = deferred or isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        if isinstance(child, ast.Import):
            yield from ((alias.name, inside) for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            above = ".".join(package[: len(package) - child.level + 1]) if child.level else ""
            module = ".".join(filter(None, (above, child.module)))
            yield from ((f"{module}.{alias.name}", inside) for alias in child.names)
        else:
            yield from imports(child, package, deferred=inside)


def may_import(room: str, module: str, *, deferred: bool) -> bool:
    """Tell whether the house plan lets `room` import `module`, there where it does."""
    top, *rest = module.split(".")
    if top == "PySide6":
        return room == "ui"
    if top != "brandplatform":
        return room not in PACKAGES or top in sys.stdlib_module_names or top in PACKAGES[room]
    target = room_of(tuple(rest))
    if target == "ui" and room == "cli" and not deferred:  # the command line asks Qt for nothing
        return False
    known = target in MAY_IMPORT and target not in ("", room)
    return not known or not MAY_IMPORT[room].isdisjoint({target, ".".join(rest[:2])})


def breaches(file: Path) -> list[str]:
    """Return each import of `file` that the house plan does not allow."""
    parts = file.relative_to(ROOT).parts
    room = room_of(parts[1:])
    found = imports(parsed(file), parts[:-1])
    return [module for module, deferred in found if not may_import(room, module, deferred=deferred)]


@pytest.mark.parametrize("file", PACKAGE, ids=name)
def test_a_room_imports_only_the_rooms_below_it(file: Path) -> None:
    room = room_of(file.relative_to(ROOT / "brandplatform").parts)
    assert room in MAY_IMPORT, f"{room} is a new room: give it a place in the house plan and here"
    assert breaches(file) == []


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("document/model.py", "import PySide6.QtCore"),
        ("document/model.py", "from brandplatform.resources import path"),
        ("document/model.py", "from brandplatform import storage"),
        ("document/model.py", "import docx"),
        ("resources.py", "from brandplatform.document import model"),
        ("storage/container.py", "from ..publish import blocks"),
        ("publish/word.py", "def f():\n    from brandplatform.storage import container"),
        ("incoming/word.py", "from brandplatform.publish.word import write"),
        ("checks/clarity.py", "from PySide6 import QtCore"),
        ("ui/window.py", "from brandplatform.cli import main"),
        ("cli.py", "from brandplatform.ui.app import run"),
        ("cli.py", "def f():\n    from brandplatform.ui.window import Window"),
    ],
)
def test_a_breach_would_be_seen(place: str, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[__name__], "parsed", lambda _: ast.parse(line))
    assert breaches(ROOT / "brandplatform" / place)


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("document/richtext.py", "import re, msgspec\nfrom markdown import Markdown"),
        ("document/edit.py", "from .model import Platform\nfrom brandplatform.document import change"),
        ("incoming/markdown.py", "from brandplatform.publish.blocks import Para"),
        ("incoming/markdown.py", "from brandplatform.publish import blocks"),
        ("cli.py", "from brandplatform import __version__\ndef f():\n    from brandplatform.ui import app"),
    ],
)
def test_what_the_plan_allows_is_let_through(place: str, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[__name__], "parsed", lambda _: ast.parse(line))
    assert breaches(ROOT / "brandplatform" / place) == []


@pytest.mark.parametrize("file", PYTHON, ids=name)
def test_a_file_and_its_functions_can_be_read_at_a_glance(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 300
    functions = (n for n in ast.walk(parsed(file)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
    long = [f"{f.name}, line {f.lineno}" for f in functions if (f.end_lineno or f.lineno) - f.lineno >= 45]
    assert long == []


@pytest.mark.parametrize("file", PACKAGE, ids=name)
def test_a_file_says_at_its_top_what_it_owns(file: Path) -> None:
    tree = parsed(file)
    assert ast.get_docstring(tree) or not tree.body


@pytest.mark.parametrize("place", ["model.py", "change.py"])
def test_the_document_holds_nothing_that_can_be_changed_in_place(place: str) -> None:
    tree = parsed(ROOT / "brandplatform/document" / place)
    classes = (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))
    fields = [n for found in classes for n in found.body if isinstance(n, ast.AnnAssign)]
    named = {w.id for f in fields for w in ast.walk(f.annotation) if isinstance(w, ast.Name)}
    assert fields
    assert named.isdisjoint({"dict", "list", "set", "Dict", "List", "Set", "bytearray"})


@pytest.mark.parametrize("what", NEVER)
def test_the_repository_never_holds(what: str) -> None:
    found = [
        f"{name(file)}:{number}: {line.strip()[:90]}"
        for file in checkout.files()
        if file.suffix in TEXT
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(NEVER[what], line)
    ]
    assert found == []
