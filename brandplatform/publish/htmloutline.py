"""The outline of an HTML document: how deep each heading is, and the anchor by which it is reached.

Owns that there is one heading of the first level, that no level is left out on the way down, and that no two
anchors are the same. Must not know how anything is written.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from brandplatform.publish.blocks import Block, Card, Contents, Heading, PromisePage, Summary

_DEEPEST: Final = 6
_UNFIT: Final = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading: `depth` is 2 for a chapter and 6 at most; `listed` where the contents name it."""

    depth: int
    anchor: str
    text: str = ""
    number: str = ""
    listed: bool = False

    @property
    def tag(self) -> str:
        """The element it is."""
        return f"h{self.depth}"


def outline(blocks: tuple[Block, ...]) -> Mapping[int, Entry]:
    """Return the headings of a document by the place of their block."""
    return dict(_entries(blocks))


def _entries(blocks: tuple[Block, ...]) -> Iterator[tuple[int, Entry]]:
    above, taken = 1, set[str]()
    for at, block in enumerate(blocks):
        entry = _entry(block, above)
        if entry is None:
            continue
        anchor = _free(_UNFIT.sub("-", entry.anchor) or f"part-{at}", taken)
        taken.add(anchor)
        yield at, Entry(entry.depth, anchor, entry.text, entry.number, entry.listed)
        if not isinstance(block, Card):  # what follows a card is not inside it
            above = entry.depth


def _entry(block: Block, above: int) -> Entry | None:
    match block:
        case Heading():
            listed = block.level == 1 or (block.level == 2 and bool(block.section))
            depth = min(block.level + 1, above + 1, _DEEPEST)
            return Entry(depth, block.section, block.text, block.number if block.level == 1 else "", listed)
        case Card():
            return Entry(min(above + 1, _DEEPEST), "")
        case PromisePage():
            return Entry(2, "the-promise")
        case Contents():
            return Entry(2, "contents")
        case Summary():
            return Entry(2, "one-page", block.title, listed=True)
        case _:
            return None


def _free(wanted: str, taken: set[str]) -> str:
    """Return an anchor that no other heading has."""
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name
