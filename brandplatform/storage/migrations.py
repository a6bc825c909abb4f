"""From an older format to this one: one step a version, in order, never edited afterwards.

Works on parsed JSON, before it is a document. Must not use the model: it will have changed by the time a step
runs.
"""

from collections.abc import Callable, Mapping
from typing import Any

Json = Mapping[str, Any]
Step = Callable[[Json], Json]


def _with_conflicts(document: Json) -> Json:
    """Format 2 (2026-11) keeps both texts of a conflict; format 1 had one, which is now a text set aside."""
    rest = {key: value for key, value in document.items() if key != "conflicts"}
    aside, loose = document.get("conflicts"), document.get("loose", [])
    return {**rest, "loose": [*loose, *aside]} if aside and isinstance(aside, list | tuple) else rest


STEPS: tuple[Step, ...] = (_with_conflicts,)
"""`STEPS[0]` leads from format 1 to format 2, and so on."""


def upgraded(document: Json, version: int, steps: tuple[Step, ...] = STEPS) -> Json:
    """Return the document of format `version` as the newest format has it."""
    for number, step in enumerate(steps[version - 1 :], version + 1):
        document = {**step(document), "format": number}
    return document
