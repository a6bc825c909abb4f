"""Every key of the catalogue is said somewhere, and every key that is said is there."""

import ast
import re
from collections.abc import Iterator

from brandplatform.resources import Words
from tests.checkout import ROOT, files

KEYS = set(Words("en"))
SAID = {re.sub(r"\.(one|other)$", "", key) for key in KEYS}
SOURCES = [file for file in files("*.py") if file.is_relative_to(ROOT / "brandplatform")]


def nodes() -> Iterator[ast.AST]:
    """Yield every node of the program's own code."""
    for file in SOURCES:
        yield from ast.walk(ast.parse(file.read_text(encoding="utf-8")))


def pattern(text: ast.JoinedStr) -> str:
    """Return what a text with values in it can read as."""
    parts = (part.value if isinstance(part, ast.Constant) else None for part in text.values)
    return "".join("[a-z0-9_.]+" if part is None else re.escape(str(part)) for part in parts)


def test_no_key_is_left_over() -> None:
    found = list(nodes())
    whole = {node.value for node in found if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    made = {pattern(node) for node in found if isinstance(node, ast.JoinedStr)}
    dotted = [re.compile(one) for one in made if re.match(r"[a-z_]+\\\.", one)]
    unsaid = {key for key in SAID - whole if not any(one.fullmatch(key) for one in dotted)}
    assert unsaid == set()


def test_every_key_that_is_said_is_in_the_catalogue() -> None:
    sections = {key.partition(".")[0] for key in SAID}
    asked = (node.args[0] for node in nodes() if isinstance(node, ast.Call) and node.args)
    keys = {a.value for a in asked if isinstance(a, ast.Constant) and isinstance(a.value, str)}
    dotted = {k for k in keys if re.fullmatch(r"[a-z_]+(\.[a-z_]+)+", k) and k.partition(".")[0] in sections}
    assert {key for key in dotted if key not in SAID and f"menu.{key}" not in SAID} == set()
