"""Bold, links, escapes and entities inside a line of Markdown, taken off in one pass.

Owns what a line reads as, and which words at its start are bold. Time grows with length alone, whatever signs
there are. Must not know blocks.
"""

import html
import re

from brandplatform.incoming.passages import Line, line_of

_LINK = re.compile(
    r"!?\[([^\[\]\n]{0,500})\]"
    r"\(\s{0,9}([^()\s]{0,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?)(?:\s{1,9}[\"']([^\"'\n]{0,300})[\"'])?\s{0,9}\)"
)
_TOKEN = re.compile(r"\\([!-/:-@\[-`{-~])|(\*{1,3}|_{1,3}|~~|`{1,2})")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BOLD = frozenset(("**", "***", "__", "___"))


def read_line(text: str, depth: int = 0, mark: str = "") -> Line:
    """Return a line of Markdown as it reads, with the words in bold at its start."""
    pieces = _pieces(_LINK.sub(_linked, text))
    said = "".join(piece for piece, _ in pieces)
    lead = ""
    for piece, bold in pieces:
        if not bold and piece.strip():
            break
        lead += piece
    begins_bold = any(bold for _, bold in pieces[:2])
    return line_of(_characters(said), _characters(lead) if begins_bold else "", depth, mark)


def _linked(found: re.Match[str]) -> str:
    """Return the words of a link, with its address and title beside them."""
    words, address, title = found[1], found[2], found[3] or ""
    beside = " ".join(filter(None, (address if address != words else "", title)))
    return f"{words} ({beside})" if beside and words else words or beside


def _characters(text: str) -> str:
    """Return text in which entities are the characters they name."""
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text)


def _pieces(text: str) -> list[tuple[str, bool]]:
    """Return text without the signs of its faces, cut where bold begins and ends."""
    parts: list[str] = []
    signs: list[str] = []
    at = 0
    for found in _TOKEN.finditer(text):
        parts.append(text[at : found.start()])
        signs.append(found[0])
        at = found.end()
    parts.append(text[at:])
    paired = _paired(parts, signs)
    made: list[tuple[str, bool]] = [(parts[0], False)]
    bold = 0
    for index, sign in enumerate(signs):
        if sign.startswith("\\"):
            made.append((sign[1:], bold > 0))
        elif index not in paired:
            made.append((sign, bold > 0))
        elif sign in _BOLD:
            bold += 1 if paired[index] else -1
        made.append((parts[index + 1], bold > 0))
    return [piece for piece in made if piece[0]]


def _paired(parts: list[str], signs: list[str]) -> dict[int, bool]:
    """Return the signs that open a face (True) and those that close it (False); the others are text."""
    paired: dict[int, bool] = {}
    open_at: dict[str, list[int]] = {}
    for index, sign in enumerate(signs):
        if sign.startswith("\\"):
            continue
        before, after = _last(parts, signs, index), _first(parts, signs, index)
        waiting = open_at.setdefault(sign, [])
        if waiting and not before.isspace() and not after.isalnum():
            paired |= {waiting.pop(): True, index: False}
        elif not before.isalnum() and not after.isspace():
            waiting.append(index)
    return paired


def _last(parts: list[str], signs: list[str], index: int) -> str:
    """Return the character before a sign; a space at the start."""
    return (parts[index] or (signs[index - 1] if index else " "))[-1]


def _first(parts: list[str], signs: list[str], index: int) -> str:
    """Return the character after a sign; a space at the end."""
    return (parts[index + 1] or (signs[index + 1] if index + 1 < len(signs) else " "))[0]
