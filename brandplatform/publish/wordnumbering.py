"""The numbering definitions of a Word file: bullets, chapters, annexes, numbered lists.

Must not know the styles that use them, but for the two that a level is tied to.
"""

from typing import Final

from brandplatform.publish.typography import INK
from brandplatform.publish.wordlook import KNOWN, Look, twips

DEEPEST: Final = 3
"""Levels of lists with a style of their own; deeper ones share the last."""

BULLETS, CHAPTERS, ANNEXES, FIGURES = 1, 2, 3, 4
"""Numbering definitions: list items, chapters, annexes, numbered lists."""


def numbering(look: Look) -> str:
    """Return the part `word/numbering.xml`, for one page."""
    left, hanging = look.chapter
    indent = f'<w:pPr><w:ind w:left="{twips(left)}" w:hanging="{twips(hanging)}"/></w:pPr>'
    accent = f'<w:rPr><w:color w:val="{INK[1:]}" w:themeColor="accent1"/></w:rPr>'
    lists = {
        BULLETS: [_level(level, "bullet", "–", _step(level)) for level in range(DEEPEST)],
        CHAPTERS: [_level(0, "decimal", "%1", indent + accent, "Heading1")],
        ANNEXES: [_level(0, "upperLetter", "%1", indent + accent, "BPAnnex")],
        FIGURES: [_level(level, "decimal", f"%{level + 1}.", _step(level)) for level in range(DEEPEST)],
    }
    abstract = (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{"".join(levels)}'
        "</w:abstractNum>"
        for number, levels in lists.items()
    )
    numbers = (f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in lists)
    return f"<w:numbering {KNOWN}>{''.join(abstract)}{''.join(numbers)}</w:numbering>"


def _level(level: int, form: str, text: str, look: str, style: str = "") -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{linked}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>{look}</w:lvl>'
    )


def _step(level: int) -> str:
    return f'<w:pPr><w:ind w:left="{twips(5 * (level + 1))}" w:hanging="{twips(5)}"/></w:pPr>'
