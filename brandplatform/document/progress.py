"""What is filled, section by section: derived from framework and document, never stored."""

from typing import Literal

from brandplatform.document.edit import EMPTY
from brandplatform.document.framework import Framework, Section
from brandplatform.document.model import Answer, Platform, Table

State = Literal["empty", "started", "settled"]


def state_of(section: Section, platform: Platform) -> State:
    """Return where a section stands; a section without a word is empty even when it was once settled."""
    answered = any(_says_something(platform.answers.get(name)) for name in section.fields)
    noted = any(question.rpartition(".q")[0] == section.id for question in platform.notes)
    if not answered and not noted:
        return "empty"
    return "settled" if section.id in platform.settled else "started"


def _says_something(answer: Answer | None) -> bool:
    if isinstance(answer, Table):
        return any(row.cells for row in answer.rows)
    return answer is not None and answer not in EMPTY.values()


def states(framework: Framework, platform: Platform) -> tuple[tuple[Section, State], ...]:
    """Return every section with its state, in the order of the outline."""
    return tuple((section, state_of(section, platform)) for section in framework.sections)
