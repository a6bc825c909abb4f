"""Where a sentence that is set large may be broken, and what a break costs there.

Owns which words lean on which, in two languages. Must not know how wide a line is: whoever draws it adds what
a short line costs, and takes the breaks that cost least.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from brandplatform.publish.typography import broken_by_sense

Group = tuple[list[str], float]
"""Words that stay on one line, and what it costs to begin a line with them."""

_FORWARD: Final[Mapping[str, str]] = {
    "fr": " je tu il elle nous vous ils elles cela ça ai as a avons avez ont avait est sommes êtes sont "
    "était sera seront serez aura auront aurez même si quand comme dont lorsque puisque très trop tout toute "
    "tous toutes deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente cent mille ",
    "en": " i you he she they what which how where have has had were been do does did can could must should "
    "may if when even very more two three four five six seven eight nine ten twelve twenty thirty hundred "
    "thousand ",
}
"""Words that would rather not end a line: what they go with comes next."""

_BACK: Final[Mapping[str, str]] = {
    "fr": " pas plus jamais rien guère personne là ",
    "en": " up off out away back down me us him them ",
}
"""Words that would rather not begin one."""

_STOP: Final = re.compile(r"[,;:.!?…»”)–]$")
_SIGNS: Final = "«“(‘»”),.;:!?\u00a0\u202f"
_NUMBER: Final = re.compile(r"\d[\d.,\u202f]*")

_AFTER_STOP, _BEFORE_GROUP, _ANYWHERE, _TORN = -0.2, 0.0, 0.05, 0.4
"""After a comma; before words that stay together; between two others; between two that lean on each other."""


def groups(text: str, language: str) -> list[list[Group]]:
    """Return the lines of a text that its writer ended, each as groups of words."""
    lines = (" ".join(re.split(r"[ \t]+", line.strip())) for line in text.splitlines())
    return [list(_priced(line, language)) for line in lines if line]


def _priced(line: str, language: str) -> Iterator[Group]:
    before = ""
    for words in _bound(line, language):
        yield words, _price(before, words, language[:2]) if before else 0.0
        before = words[-1]


def _bound(line: str, language: str) -> Iterator[list[str]]:
    """Yield the words of a line as they are bound; a bound space is as long as any."""
    start = 0
    for group in broken_by_sense(line, language).split(" "):
        yield line[start : start + len(group)].split(" ")
        start += len(group) + 1


def _price(before: str, words: list[str], language: str) -> float:
    if _STOP.search(before):
        return _AFTER_STOP
    last = before.rpartition("-")[2]  # of `twenty-four`
    forward = _NUMBER.fullmatch(before) or _within(last, _FORWARD.get(language, ""))
    if forward or _within(words[0], _BACK.get(language, "")):
        return _TORN
    return _BEFORE_GROUP if len(words) > 1 else _ANYWHERE


def _within(word: str, listed: str) -> bool:
    return f" {word.lower().strip(_SIGNS)} " in listed
