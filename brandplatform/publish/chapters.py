"""A document cut into what stands on pages of its own: single pages, and chapters upright or on their side.

Owns where one part ends. Must not know any format.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from brandplatform.publish.blocks import (
    Block,
    Contents,
    Cover,
    Document,
    Heading,
    PromisePage,
    Summary,
    Table,
)


@dataclass(frozen=True, slots=True)
class Part:
    """One page by itself, or a chapter."""

    blocks: tuple[Block, ...]

    @property
    def is_page(self) -> bool:
        """Whether it is a page by itself."""
        return isinstance(self.blocks[0], Cover | PromisePage | Contents | Summary)

    @property
    def wide(self) -> bool:
        """Whether it stands on its side: it holds a table that does."""
        return any(isinstance(block, Table) and block.wide for block in self.blocks)

    @property
    def opens(self) -> bool:
        """Whether it begins a page."""
        first = self.blocks[0]
        return self.is_page or self.wide or (isinstance(first, Heading) and first.opens_page)


def parts_of(document: Document) -> Iterator[Part]:
    """Yield the parts of a document, in order."""
    chapter: list[Block] = []
    for block in document.blocks:
        alone = Part((block,)).is_page
        if chapter and (alone or (isinstance(block, Heading) and block.level == 1)):
            yield Part(tuple(chapter))
            chapter = []
        if alone:
            yield Part((block,))
        else:
            chapter.append(block)
    if chapter:
        yield Part(tuple(chapter))


def listed(document: Document) -> Iterator[Heading | Summary]:
    """Yield what the table of contents lists: the one page, chapters, and their sections."""
    for block in document.blocks:
        if isinstance(block, Summary) or (isinstance(block, Heading) and is_listed(block)):
            yield block


def is_listed(heading: Heading) -> bool:
    """Tell whether the table of contents lists a heading."""
    return heading.level == 1 or (heading.level == 2 and bool(heading.section))
