"""Markdown, or plain text, written by somebody else, as a neutral tree.

Owns its blocks, line by line: front matter, headings, lists, tables, notes. Time grows with length alone.
Must not know our fields.
"""

import re
from collections.abc import Iterator

from brandplatform.document.edit import clean
from brandplatform.incoming.inline import read_line
from brandplatform.incoming.keys import key_of
from brandplatform.incoming.nesting import DEEPEST, MOST_BRACKETS, is_too_deep
from brandplatform.incoming.passages import (
    Aside,
    Box,
    Grid,
    Heading,
    NotRead,
    Passage,
    Stranger,
    plain,
)
from brandplatform.incoming.synonyms import Spoken
from brandplatform.incoming.tags import BREAK, PART, without_tags

MOST_BYTES = 2 * 2**20
"""Bytes of the longest text that is read."""

MOST_LINES = 100_000
"""Lines of a text, and bars in it; twenty times a long platform."""

_WRAPPED = 55
"""Characters of a line from which a line break is the editor's, not the author's."""

_MOST_FRONT = 200
_LONGEST_TITLE = 200
_ATX = re.compile(r" {0,3}(#{1,6})(?=\s|[^\s#])")
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_ITEM = re.compile(r"(\s*)(?:([-*+•▪◦‣·–—])|(\d{1,3}[.)]|[a-z]\)))[ \t]+(?=\S)")
_DEFINITION = re.compile(r" {0,3}:[ \t]+(?=\S)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_NOTE = re.compile(r"\[\^[^\]\s]{1,60}\]:|\[[^\]\n]{1,200}\]:\s+\S")
_FRONT = re.compile(r"\s*(?:[\w.-]+\s*[:=].*|-\s.*|#.*|\s+\S.*|)")
_PAIR = re.compile(r"([\w.-]+)\s*[:=]\s*(.+)")
_OURS = re.compile(r"\s*/?bp(?::|\s|-data|$)")
_BAR = re.compile(r"(?<!\\)\|")


def read_text(text: str, spoken: Spoken) -> Stranger:
    """Read Markdown or plain text; whatever it is, its words are kept.

    Raises NotRead: it is too long, in too many pieces, or nested too deeply.
    """
    if len(text) > MOST_BYTES:
        raise NotRead("too_long", limit=MOST_BYTES // 2**20)
    if text.count("\n") > MOST_LINES or text.count("|") > MOST_LINES:
        raise NotRead("too_many")
    if is_too_deep(text):
        raise NotRead("too_deep", levels=DEEPEST, brackets=MOST_BRACKETS)
    cleaned = clean(text.removeprefix("\ufeff"))
    front, body = _front(cleaned)
    comments, body = _comments(body)
    passages = tuple(_Blocks().over(without_tags(body)))
    said = {"".join(key_of(k)): plain(v).strip("\"'[] ") for k, v in _PAIR.findall(front)}
    beside = (Aside(plain(front), "front"), *(Aside(plain(one), "comment") for one in comments))
    return Stranger(
        (*passages, *(one for one in beside if one.text.strip())),
        title=said.get("title", said.get("titre", "")),
        brand=next((said[key] for key in spoken.brand_keys if said.get(key)), ""),
        language=next((said[key] for key in spoken.language_keys if said.get(key)), ""),
    )


def _front(text: str) -> tuple[str, str]:
    """Return the front matter and what follows it."""
    lines = text.split("\n", _MOST_FRONT)
    if lines[0].strip() not in ("---", "+++"):
        return "", text
    for at, line in enumerate(lines[1:_MOST_FRONT], 1):
        if line.strip() in ("---", "+++", "..."):
            inside = lines[1:at]
            if any(map(_PAIR.match, inside)):
                return "\n".join(inside), "\n".join(lines[at + 1 :])
            break
        if not _FRONT.fullmatch(line):
            break
    return "", text


def _comments(text: str) -> tuple[list[str], str]:
    """Return the comments of a text, and the text without them; marks of ours say nothing."""
    kept: list[str] = []
    left: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        left.append(text[at:start])
        inside = text[start + 4 : end]
        if not _OURS.match(inside):
            kept.append(inside)
        at = end + 3
    return kept, " ".join((*left, text[at:])) if left else text


class _Blocks:
    """Cuts a text into passages, line by line."""

    def __init__(self) -> None:
        self._made: list[Passage] = []
        self._open: list[str] = []
        self._depth, self._mark = 0, ""
        self._indents: list[int] = []
        self._bars: list[str] = []
        self._gap = True
        self._bold = 0

    def over(self, text: str) -> Iterator[Passage]:
        """Yield the passages of a text."""
        lines = self._without_code(self._lines(text))
        for line in lines:
            self._take(line)
        self._close()
        return iter(self._made)

    @staticmethod
    def _lines(text: str) -> Iterator[str]:
        """Yield lines; a paragraph that ends inside one ends it, but not inside a row of a table."""
        for line in text.replace(f"{BREAK}**", "\n**").split("\n"):
            if PART not in line or line.lstrip().startswith("|"):
                yield line
                continue
            for part in line.split(PART):
                yield ""
                yield part

    def _without_code(self, lines: Iterator[str]) -> Iterator[str]:
        """Yield lines outside fences; what a fence holds is kept as it is, and never filed."""
        for line in lines:
            fence = _FENCE.match(line)
            if not fence:
                yield line
                continue
            self._close()
            inside = [line]
            for inner in lines:
                inside.append(inner)
                if inner.strip().startswith(fence[1]) and not inner.strip().strip(fence[1][0]):
                    break
            text = plain("\n".join(inside).replace(BREAK, "\n").replace(PART, "\n"))
            self._made.append(Aside(text.replace(fence[1], "").strip(), "code"))
        self._made = [one for one in self._made if not isinstance(one, Aside) or one.text]

    def _take(self, line: str) -> None:
        quote = _QUOTE.match(line)
        line = line[quote.end() :] if quote else line
        text = line.strip()
        if self._bars and "|" not in text:
            self._close()
        if not text:
            self._blank()
        elif self._bars or _is_row(text) or self._is_under_heads(text):
            self._row(text)
        elif self._is_rule(text):
            self._rule(text)
        elif (atx := _ATX.match(line)) and (len(atx[1]) > 1 or line[atx.end() :][:1].isspace()):
            self._close()
            self._head(len(atx[1]), line[atx.end() :].strip().rstrip("#").strip())
        elif _NOTE.match(text):
            self._close()
            self._made.append(Aside(plain(text.replace(BREAK, "\n")), "note"))
        elif (said := _DEFINITION.match(line)) and len(self._open) == 1 and not self._depth:
            self._open = [f"**{self._open[0].strip()}**"]
            self._close()
            self._open = [line[said.end() :]]
        elif item := _ITEM.match(line):
            self._close()
            self._item(line, item)
        else:
            self._go_on(line)

    def _blank(self) -> None:
        self._gap = True
        if not self._depth:
            self._close()

    def _head(self, level: int, text: str) -> None:
        self._indents = []
        said = read_line(text.replace(BREAK, " ")).text
        if said:
            self._made.append(Heading(level, said))

    def _is_rule(self, text: str) -> bool:
        """Whether a line is a rule, or underlines the line before."""
        signs = set(text.replace(" ", ""))
        return len(signs) == 1 and signs <= set("=-*_~") and len(text) > 2

    def _rule(self, text: str) -> None:
        """End what is open; one line over a rule of `=` or `-` is a heading."""
        under = text[0] in "=-" and " " not in text and not self._gap and len(self._open) == 1
        numbered = self._depth == 1 and self._mark[:-1].isdigit() and 2 * len(text) > len(self._open[0])
        if under and len(self._open[0]) <= _LONGEST_TITLE and (not self._depth or numbered):
            title = f"{self._mark} {self._open[0].strip()}".strip()
            self._open, self._depth, self._mark = [], 0, ""
            self._head(1 if text[0] == "=" else 2, title)
        self._close()

    def _item(self, line: str, found: re.Match[str]) -> None:
        """Begin an item; its depth is that of its indent among those it stands under."""
        indent = len(found[1].expandtabs(4))
        self._indents = [one for one in self._indents if one + 2 <= indent][:20]
        self._indents.append(indent)
        self._depth, self._mark = len(self._indents), found[3] or ""
        self._open = [line[found.end() :]]
        self._gap = False

    def _go_on(self, line: str) -> None:
        """Add a line to the paragraph or item it goes on with, or begin a paragraph."""
        indented = line[:1] in (" ", "\t")
        if self._depth and self._gap and not indented:
            self._close()
            self._indents = []
        if self._open and line.lstrip().startswith(("**", "__")) and not self._depth and self._bold % 2 == 0:
            self._close()
        self._bold += line.count("**")
        if self._depth and self._gap and self._open:
            self._open.append("")
        self._open.append(line)
        self._gap = False

    def _is_under_heads(self, text: str) -> bool:
        """Whether a line is the rule under the heads of a table of two columns without outer bars."""
        return "|" in text and _is_delimiter(text) and len(self._open) == 1 and "|" in self._open[0]

    def _row(self, text: str) -> None:
        heads = [self._open.pop().strip()] if self._is_under_heads(text) else []
        if not self._bars:
            self._close()
        self._bars.extend((*heads, text))
        self._gap = False

    def _close(self) -> None:
        """End what is open."""
        if self._bars:
            self._made.extend(_grid(self._bars))
            self._bars = []
        if self._open:
            line = read_line(_joined(self._open), self._depth, self._mark)
            if line.text:
                self._made.append(line)
            self._open = []
        if not self._depth:
            self._indents = []
        self._depth, self._mark, self._gap, self._bold = 0, "", True, 0


def _joined(lines: list[str]) -> str:
    """Return lines as one text; a line break stays where the author may have meant it."""
    made: list[str] = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        text = line.strip().replace(BREAK, "\n")
        meant = line.endswith(("  ", "\\")) or len(line) < _WRAPPED
        begins = text.endswith((".", "!", "?", ":", ";", "…")) and not following.lstrip()[:1].islower()
        made.extend((text.removesuffix("\\"), "\n" if meant or begins else " "))
    return "".join(made[:-1])


def _is_row(text: str) -> bool:
    """Whether a line is a row of a table: between bars, or with two bars in it."""
    return (text.startswith("|") and len(text) > 1) or len(_BAR.findall(text)) > 1


def _is_delimiter(text: str) -> bool:
    return set(text) <= set("|:- \t") and "-" in text


def _grid(bars: list[str]) -> Iterator[Passage]:
    """Yield a table; a line alone that has bars in it is no table."""
    rows = [row for row in bars if not _is_delimiter(row)]
    if len(bars) == 1 and not bars[0].startswith("|"):
        line = read_line(bars[0].replace(BREAK, "\n").replace(PART, "\n"))
        if line.text:
            yield line
    elif rows:
        headed = len(bars) > 1 and _is_delimiter(bars[1])
        yield Grid(tuple(tuple(map(_box, _cells(row))) for row in rows), headed)


def _cells(row: str) -> list[str]:
    inside = row[1:] if row.startswith("|") else row
    inside = inside[:-1] if inside.endswith("|") and not inside.endswith("\\|") else inside
    return [cell.replace("\\|", "|") for cell in _BAR.split(inside)]


def _box(cell: str) -> Box:
    """Return what a cell says, a line for each break in it."""
    lines = (read_line(part) for part in re.split(f"[{BREAK}{PART}\n]", cell))
    return tuple(line for line in lines if line.text)
