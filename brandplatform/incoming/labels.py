"""How people name a passage without a heading: bold lines, capitals, a colon, a few words in front.

Owns what looks like a label. What a label means is for `names`; must not know where things are filed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from brandplatform.document.words import count_words
from brandplatform.incoming.names import Names
from brandplatform.incoming.passages import Heading, Line, Passage, is_capitals

NAMED, EMPHATIC, LEAD_IN = 7, 8, 9
"""Levels below those of headings: a line that names a field, a line in bold or capitals, words in front.

An item is below them all: `LEAD_IN` and its depth.
"""

MOST_WORDS = 10
"""Words of the longest line that is taken for a heading."""

_PATTERN = 3
"""Paragraphs whose first line is the name of a field, from which all such paragraphs have a heading."""

_MOST_IN_FRONT = 7
_COLON = re.compile(r"([^:\n]{1,80}?)\s*:(?=\s)\s*(\S[\s\S]*)")
_BRACKET = re.compile(r"([^\n()]{2,50}?)\s+\(([^()]{8,400})\)\.?")
_DASH = re.compile(r"([^\n]{1,80}?)\s+(?:[–—=→➔]|-{1,2}>?)\s+(\S[\s\S]*)")
_BESIDE = re.compile(r"\([^()]*\)\s*(?=:?$)")
_BETWEEN = re.compile(r"[\s:.–—=→>|-]*")
_SENTENCE = (".", "!", "?", ";", ",", "…")


def lead_of(line: Line) -> tuple[str, str]:
    """Return the words in front of a line that name it, and the rest; no words when there are none."""
    text, bold = line.text, line.lead if line.lead != line.text else ""
    colon = _COLON.fullmatch(text)
    if colon and count_words(colon[1]) <= _MOST_IN_FRONT and (not bold or len(colon[1]) <= len(bold)):
        return colon[1].strip(), colon[2]
    if bold and count_words(bold) <= MOST_WORDS:
        rest = text[len(bold) :]
        between = _BETWEEN.match(rest)
        said = rest[between.end() :] if between else rest
        if said and (said[0].isupper() or not said[0].isalpha() or _parts(bold, rest)):
            return bold.rstrip(" :.–—-"), said
    dash = _DASH.fullmatch(text)
    if dash and count_words(dash[1]) <= _MOST_IN_FRONT:
        return dash[1].strip(), dash[2]
    bracket = _BRACKET.fullmatch(text) if line.depth else None
    if bracket and count_words(bracket[1]) < count_words(bracket[2]):
        return bracket[1], bracket[2]
    return "", text


def _parts(bold: str, rest: str) -> bool:
    """Whether a sign parts the words in bold from the rest: « **Oser** faisons » has none."""
    return bold.rstrip()[-1:] in ":.–—-" or rest.lstrip()[:1] in tuple(":.–—-=→")


def marked(passages: Iterable[Passage], names: Names) -> tuple[Passage, ...]:
    """Return passages in which a line that serves as a heading is one, and lines with a label stand apart."""
    apart: list[Passage] = []
    quiet = tuple(_quiet(tuple(passages)))
    headed = sum(isinstance(one, Line) and _stands_over(one.text, names) for one in quiet) >= _PATTERN
    for passage in quiet:
        if isinstance(passage, Line):
            apart.extend(_apart(_headed(passage) if headed else passage, names))
        else:
            apart.append(passage)
    return tuple(_as_heading(apart, at, names) for at in range(len(apart)))


def _quiet(passages: Sequence[Passage]) -> Iterator[Passage]:
    """Yield passages; where most words are bold, bold says nothing."""
    lines = [one for one in passages if isinstance(one, Line)]
    loud = sum(len(one.text) for one in lines if one.lead == one.text)
    if 2 * loud <= sum(len(one.text) for one in lines):
        yield from passages
        return
    for one in passages:
        yield replace(one, lead="") if isinstance(one, Line) and one.lead == one.text else one


def _stands_over(text: str, names: Names) -> bool:
    """Whether the first line of a paragraph names a field, and others follow."""
    first, _, rest = text.partition("\n")
    return bool(rest) and names.exact(first.rstrip(" :")) is not None


def _headed(line: Line) -> Line:
    """Return a paragraph whose first line is a heading as one that begins in bold: so it is in the others."""
    first, _, rest = line.text.partition("\n")
    prose = count_words(first) > MOST_WORDS or ":" in first or first.endswith(_SENTENCE)
    if line.depth or line.lead or prose or not rest:
        return line
    return replace(line, lead=first)


def _apart(line: Line, names: Names) -> Iterator[Line]:
    """Yield a line, cut where a line break is followed by a label."""
    if "\n" not in line.text:
        yield line
        return
    texts = line.text.split("\n")
    begins = [at for at, text in enumerate(texts) if at == 0 or _is_labelled(text, names)]
    headed = line.lead == texts[0] and not line.depth
    if (headed or (_is_labelled(texts[0], names) and not lead_of(Line(texts[0]))[0])) and 1 not in begins:
        begins.insert(1, 1)
    for start, end in zip(begins, [*begins[1:], len(texts)], strict=True):
        text = "\n".join(texts[start:end])
        bold = line.lead if start == 0 and text.startswith(line.lead) else ""
        bold = text if start == 0 and line.lead.startswith(text) else bold
        yield Line(text, bold, line.depth)


def _is_labelled(text: str, names: Names) -> bool:
    """Whether a line of text is the name of a field, or begins with one."""
    front = lead_of(Line(text))[0]
    named = names.exact(front or text.rstrip(" :")) is not None
    return named or (bool(front) and names.names_column(front))


def _as_heading(passages: Sequence[Passage], at: int, names: Names) -> Passage:
    """Return the passage, as a heading when it serves as one."""
    line = passages[at]
    if not isinstance(line, Line) or "\n" in line.text:
        return line
    if count_words(_BESIDE.sub("", line.text)) > MOST_WORDS:
        return line
    text = line.text.rstrip(" :.")
    front, rest = lead_of(line)
    named = names.exact(text) is not None and (rest.startswith("(") or names.exact(front) is None)
    if line.depth:
        rank = _rank(passages, at) if named else 0
        return Heading(rank, f"{line.mark} {line.text}".strip()) if rank else line
    if named and (line.lead == line.text or not line.text.endswith((".", "!", ";", ","))):
        return Heading(NAMED, line.text)
    if (line.lead == line.text or is_capitals(text)) and not line.text.rstrip(" :").endswith(_SENTENCE):
        return Heading(EMPHATIC, line.text)
    return line


def _rank(passages: Sequence[Passage], at: int) -> int:
    """Return the level of an item that has items under it, or stands alone; 0 for one among others."""
    before, line, after = (passages[i] if 0 <= i < len(passages) else None for i in (at - 1, at, at + 1))
    depth = line.depth if isinstance(line, Line) else 0
    if isinstance(after, Line) and after.depth > depth:
        return LEAD_IN + depth
    alone = not any(isinstance(one, Line) and one.depth == depth for one in (before, after))
    return NAMED if alone else 0
