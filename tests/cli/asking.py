"""What a test asks of the command line, and what a refusal is."""

from collections.abc import Callable

Run = Callable[..., tuple[int, str, str]]
"""Runs a command; returns exit status, standard output and standard error."""


def refused(outcome: tuple[int, str, str]) -> str:
    """Return the one sentence of a refusal."""
    status, out, err = outcome
    assert status == 2
    assert out == ""
    assert err.count("\n") == 1
    assert "Traceback" not in err
    assert err.startswith("brandplatform: ")
    return err
