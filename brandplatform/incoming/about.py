"""What a document is about as a whole: whose brand it is, and which language it is written in.

Must not know fields, nor where texts are filed.
"""

import re
from collections.abc import Iterator

from brandplatform.document.edit import on_one_line
from brandplatform.incoming.keys import key_of
from brandplatform.incoming.names import Names
from brandplatform.incoming.passages import Aside, Grid, Heading, Line, Passage, Stranger, is_capitals
from brandplatform.incoming.synonyms import Spoken

ENOUGH = 100_000
"""Characters by which a language is known."""

_LONGEST = 80
_WORDS_OF_A_BRAND = 5
_WORDS_OF_A_TITLE = 12
_LONGEST_TITLE = 150
_FIRST = 4
"""Passages at the beginning among which a title is looked for."""

_PARTS = re.compile(r"\s+[–—|·/-]+\s+|\s*[:\n|(),]\s*")
_WORD = re.compile(r"[^\W_]+")
_NUMBERED = re.compile(r"(?:v|vf|def|vdef)?\d+(?:er|st|nd|rd|th)?|vf|vdef")


def language_of(document: Stranger, spoken: Spoken) -> str:
    """Return the language a document says it is in, or is found to be in; empty when nothing shows it."""
    declared = next((one for one in spoken.languages if document.language.casefold().startswith(one)), "")
    if declared:
        return declared
    words = key_of(" ".join(_texts(document.passages))[:ENOUGH])
    little = {one: frozenset(most_used) for one, most_used in spoken.languages.items()}
    counts = {one: sum(map(known.__contains__, words)) for one, known in little.items()}
    first, second = sorted(counts, key=lambda one: counts[one], reverse=True)[:2]
    return first if counts[first] > counts[second] else ""


def _texts(passages: tuple[Passage, ...]) -> Iterator[str]:
    for one in passages:
        match one:
            case Grid():
                yield from (line.text for row in one.rows for box in row for line in box)
            case Heading() | Line() | Aside():
                yield one.text


def brand_of(document: Stranger, names: Names) -> str:
    """Return the name of the brand where the document plainly gives it, or nothing."""
    if document.brand.strip():
        return on_one_line(document.brand)[:_LONGEST]
    titles = list(_titles(document, names.spoken))
    found = [named for title in titles for named in _named(title, names)]
    titled = any(is_titled for _, _, is_titled in found) or any(_is_title(one, names) for one in titles)
    said = f" {' '.join(key_of(' '.join(_texts(document.passages))[:ENOUGH]))} "
    levels = [one.level for one in document.passages if isinstance(one, Heading)]
    alone = bool(levels) and levels.count(min(levels)) == 1 and levels[0] == min(levels)
    loud = {one.text for one in document.passages[:_FIRST] if isinstance(one, Line) and one.lead == one.text}
    for name, title, is_titled in sorted(found, key=lambda one: not one[2]):
        often = said.count(f" {' '.join(key_of(name))} ") > 1
        plain_name = _is_capitalised(name, names.spoken) or title in loud
        first = title == titles[0] == name and (alone or (not levels and is_capitals(title)))
        if is_titled or often or (plain_name and (first or titled)):
            return _as_in_text(name, document)
    return ""


def _as_in_text(name: str, document: Stranger) -> str:
    """Return a name in capitals as the text writes it, where it does."""
    if not name.isupper():
        return name
    spelled = re.compile(re.escape(name), re.IGNORECASE)
    found = (one[0] for text in _texts(document.passages) for one in spelled.finditer(text))
    return next((one for one in found if not one.isupper() and not one.islower()), name)


def _titles(document: Stranger, spoken: Spoken) -> Iterator[str]:
    """Yield what may be the title: the first short lines of the text, then what the file says of itself."""
    for one in document.passages[:_FIRST]:
        lines = one.text.split("\n") if isinstance(one, Heading | Line) else []
        lines = [line for line in lines if not _is_letterhead(line, spoken)]
        if len(lines) > _FIRST or any(map(_is_prose, lines)):
            break
        yield from filter(None, lines)
    title = document.title if " " in document.title else document.title.replace("_", " ")
    if title and not _is_prose(title):
        yield title


def _is_letterhead(line: str, spoken: Spoken) -> bool:
    """Whether a line says who writes to whom, and when: « De : Yann »."""
    label, colon, _ = line.partition(":")
    return bool(colon) and key_of(label) in {key_of(one) for one in spoken.letterhead}


def _is_prose(text: str) -> bool:
    """Whether a line is no title: too long, a sentence, or a way through a wiki."""
    return (
        "[[" in text
        or len(text) > _LONGEST_TITLE
        or len(text.split()) > _WORDS_OF_A_TITLE
        or text.endswith(".")
    )


def _is_title(title: str, names: Names) -> bool:
    """Whether a line says that it is the title of a platform: « – notre projet associatif »."""
    nobody = {key_of(one) for one in names.spoken.nobody}
    first, *more = _PARTS.split(title)
    says = any(names.is_own(part) and key_of(part)[1:] in nobody for part in more)
    return says or any(_without_phrases(part, names.spoken)[1] for part in (first, *more))


def _named(title: str, names: Names) -> Iterator[tuple[str, str, bool]]:
    """Yield what a title may name, the title, and whether it says that it is the title of a platform."""
    nobody = {key_of(one) for one in names.spoken.nobody}
    is_titled = _is_title(title, names)
    for part in _PARTS.split(title):
        name = _without_phrases(part, names.spoken)[0]
        key = key_of(name)
        said = key[1:] if key[:1] and key[0] in {*names.spoken.own, *names.spoken.before} else key
        little = {*names.spoken.own, *names.spoken.before, *names.spoken.joins}
        begins = little.issuperset(key) or any(len(one) > 1 and key[: len(one)] == one for one in nobody)
        ours = names.is_own(name) or names.is_contents(name) or names.of_heading(name)
        nameless = begins or key in nobody or said in nobody or ours
        telling = sum(word not in little for word in key)
        if 0 < telling <= _WORDS_OF_A_BRAND and not nameless and not name[:1].islower():
            yield name, title, is_titled


def _is_capitalised(name: str, spoken: Spoken) -> bool:
    """Whether every word of a name that says something begins with a capital."""
    little = {*spoken.before, *spoken.joins}
    words = _WORD.findall(name)
    return all(not word[0].islower() or key_of(word)[0] in little for word in words if key_of(word))


def _without_phrases(part: str, spoken: Spoken) -> tuple[str, bool]:
    """Return a part of a title without what such documents are called, and whether there was any of it."""
    titles = set(map(key_of, spoken.titles))
    phrases = sorted((*titles, *map(key_of, spoken.dated)), key=len, reverse=True)
    found = list(_WORD.finditer(part))
    keys = ["".join(key_of(one[0])) for one in found]
    kept = [not _NUMBERED.fullmatch(key) for key in keys]
    cut = False
    for phrase in phrases:
        for at in range(len(keys) - len(phrase) + 1):
            if tuple(keys[at : at + len(phrase)]) == phrase and all(kept[at : at + len(phrase)]):
                kept[at : at + len(phrase)] = [False] * len(phrase)
                cut = cut or phrase in titles
    left = [at for at, keep in enumerate(kept) if keep]
    little = {*spoken.before, *spoken.joins, "s"}
    while len(left) < len(kept) and left and keys[left[0]] in little:
        left = left[1:]
    while len(left) < len(kept) and left and keys[left[-1]] in little:
        left = left[:-1]
    if not left:
        return "", cut
    return part[found[left[0]].start() : found[left[-1]].end()], cut
