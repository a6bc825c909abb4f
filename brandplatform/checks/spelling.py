"""Which words of a text are misspelt, in the language it is written in.

Owns what counts as a word, how an elided or compound one is taken apart, and how the dictionaries are read.
Must not know where a text stands, nor how it is shown. The checker is a package that some systems have not.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain, pairwise, zip_longest

from brandplatform.checks.text import LONGEST
from brandplatform.resources import LANGUAGES, path

CHECK = "SPELLING"
"""What a word that is right in one document is kept under, as a finding is that was kept on purpose."""

MOST = 5
"""Suggestions for one word."""

Span = tuple[int, int]
Known = Callable[[str], bool]

_LETTER = r"[\w\u0300-\u036f\u00ad]"  # with accents that stand apart, and hyphens that do not show
_WORD = re.compile(rf"{_LETTER}+(?:[’'ʼ‑-]{_LETTER}+)*")
_ADDRESS = re.compile(
    r"\S*(?:://|@)\S*|\bwww\.\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|eu|io|fr|be|ch|ca|uk|us|lu)\b(?:/\S*)?"
)
_ELIDED = re.compile(r"(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu)['’ʼ]", re.IGNORECASE)
_OWNER = re.compile(r"['’ʼ]s?\Z")
_LONGEST_WORD = 60
_MOST_KNOWN = 50_000
"""Words whose answer is remembered; some megabytes."""


class NoDictionary(Exception):
    """Nothing here can check a language: the checker or the words are missing."""


class Dictionary:
    """The words of one language; of English, those of either side of the ocean."""

    def __init__(self, language: str) -> None:
        """Read the words of a language: 70 ms during which Python does nothing else.

        Raises NoDictionary: there is nothing to check with.
        """
        try:
            from hunspell import Hunspell  # 3 MB, and missing on some systems
        except ImportError as error:
            raise NoDictionary(language) from error
        folder = path("dictionaries", language)
        names = sorted(file.stem for file in folder.glob("*.aff")) if language in LANGUAGES else []
        try:
            self._sources = tuple(Hunspell(name, hunspell_data_dir=str(folder)) for name in names)
        except OSError as error:
            raise NoDictionary(language) from error
        if not self._sources:
            raise NoDictionary(language)
        self._bare_accents = language == "en"
        self._answers: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """Tell whether a word is one of the language as it is written."""
        answer = self._answers.get(word)
        if answer is None:
            if len(self._answers) >= _MOST_KNOWN:
                self._answers.clear()
            answer = self._answers[word] = self._looked_up(word)
        return answer

    def _looked_up(self, word: str) -> bool:
        plain = _plain(word)
        if any(source.spell(plain) for source in self._sources):
            return True
        bare = _without_accents(plain) if self._bare_accents else plain  # English lists “cafe”, not “café”
        return bare != plain and any(source.spell(bare) for source in self._sources)

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return words that may have been meant, the likeliest first: up to 350 ms, Python standing still."""
        asked = (source.suggest(_plain(word)) for source in self._sources)
        ranked = (one for one in chain.from_iterable(zip_longest(*asked)) if one)
        typeset = (one.replace("'", "’") for one in ranked)
        return tuple(dict.fromkeys(typeset))[:MOST]


@cache
def dictionary(language: str) -> Dictionary:
    """Return the words of a language, read once.

    Raises NoDictionary: there is nothing to check with.
    """
    return Dictionary(language)


def misspelt(text: str, language: str, known: Known, spared: frozenset[str] = frozenset()) -> list[Span]:
    """Return where misspelt words stand in a text, in its order.

    spared: words that are right here whatever `known` says, as `words_of` writes them.
    """
    prose = _ADDRESS.sub(lambda found: " " * len(found[0]), text[:LONGEST])
    checked = _Checked(language, known, spared)
    return [span for found in _WORD.finditer(prose) for span in checked.wrong(found[0], found.start())]


def words_of(name: str) -> frozenset[str]:
    """Return the words of a name, and their parts, as words that are spared are compared."""
    whole = _WORD.findall(name)
    parts = (part for word in whole for part in re.split(r"[’'ʼ‑-]", word))
    return frozenset(_compared(one) for one in (*whole, *parts) if one)


class _Checked:
    """How the words of one text are looked at."""

    def __init__(self, language: str, known: Known, spared: frozenset[str]) -> None:
        self._french, self._known, self._spared = language == "fr", known, spared

    def wrong(self, word: str, start: int) -> Iterator[Span]:
        """Yield where a word is wrong: all of it, or a part of a compound."""
        if _is_passed_over(word) or _compared(word) in self._spared or self._known(word):
            return
        parts = list(re.finditer(r"[^‑-]+", word))
        if self._french and (elided := _ELIDED.match(word)):
            yield from self.wrong(word[elided.end() :], start + elided.end())
        elif not self._french and (owner := _OWNER.search(word)) and owner.start():
            yield from self.wrong(word[: owner.start()], start)
        elif len(parts) > 1:
            for part in parts:
                yield from self.wrong(part[0], start + part.start())
        else:
            yield start, start + len(word)


def _is_passed_over(word: str) -> bool:
    """Pass over what is no word of prose: a letter, figures, initials, names like YouTube, other scripts."""
    return (
        len(word) == 1
        or len(word) > _LONGEST_WORD
        or not all(letter in _INSIDE or (letter.isalpha() and _is_latin(letter)) for letter in word)
        or (word.isupper() or (len(word) > 2 and word.endswith("s") and word[:-1].isupper()))
        or any(one.islower() and other.isupper() for one, other in pairwise(word))
    )


_INSIDE = frozenset("’'ʼ‑-\u00ad" + "".join(map(chr, range(0x300, 0x370))))


def _is_latin(letter: str) -> bool:
    return letter < "\u0250" or "\u1e00" <= letter < "\u1f00" or "\ufb00" <= letter < "\ufb07"


def _plain(word: str) -> str:
    """Return a word as dictionaries write it."""
    whole = unicodedata.normalize("NFC", word)
    return whole.replace("\u00ad", "").replace("‑", "-").replace("’", "'").replace("ʼ", "'")


def _compared(word: str) -> str:
    return _plain(word).casefold()


def _without_accents(word: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFD", word) if not unicodedata.combining(one))
