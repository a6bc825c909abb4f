"""How deeply a text may be nested: at each limit it is read, one deeper it is not."""

import pytest

from brandplatform.incoming.nesting import DEEPEST, MOST_BRACKETS, is_too_deep


@pytest.mark.parametrize(
    ("text", "too_deep"),
    [
        ("[" * MOST_BRACKETS, False),
        ("[" * (MOST_BRACKETS + 1), True),
        ("[\n" * (MOST_BRACKETS + 1), True),
        ("[\n\n" * (MOST_BRACKETS + 1), False),
        ("[a]" * 10_000, False),
        ("\\[" * 10_000, False),
        ("- [ ] x\n" * 1_000, False),
        ("> " * DEEPEST + "x", False),
        ("> " * (DEEPEST + 1) + "x", True),
        (">" * (DEEPEST + 1) + "x", True),
        ("\n".join("  " * n + "- x" for n in range(DEEPEST)), False),
        ("\n".join("  " * n + "- x" for n in range(DEEPEST + 1)), True),
        ("\n".join(" " * n + "1. x" for n in range(DEEPEST + 1)), True),
        ("- x\n" * 10_000, False),
        ("a > b > c " * 10_000, False),
    ],
)
def test_a_text_is_nested_so_deeply_and_not_deeper(text: str, too_deep: bool) -> None:
    assert is_too_deep(text) == too_deep
