"""How a sentence tells by its first words where it belongs: « elle redoute… », « we owe them… ».

Owns cutting a paragraph into sentences and hearing how each begins. Must not know where texts lie.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from brandplatform.incoming.keys import Key, key_of
from brandplatform.incoming.names import Names

_CUT = re.compile(r"(?:[.!?…]+(?:\s?[»”\"’)])*\s+|\n)(?=[«“\"‘(]?\s?[^\W\d_a-z])|\n")
_QUOTED = re.compile(r"(?:«.*»|“.*”|\"[^\"]*\"|‘.*’)[.,]?", re.DOTALL)
_ONLY = re.compile(r"\bn(?:e\s|['’])\S+\s+qu(?:e\b|['’])", re.IGNORECASE)
"""« Nous ne montrons que… » refuses nothing."""

_LONGEST = 1500
"""Characters of the longest text that is cut: what is said of a person or a price is shorter."""

_WHOLE = 2
"""Letters of a word that is not shortened: « ne » is no beginning of « neuf »."""

Heard = Callable[[str], str]
"""Where a sentence belongs; empty: it does not tell."""


class Cues:
    """The beginnings of sentences by which columns of a table, and fields beside one, are known."""

    def __init__(self, names: Names) -> None:
        """Index the cues of `synonyms.toml`."""
        self._subjects = frozenset(names.spoken.subjects)
        self._columns: dict[str, Mapping[Key, str]] = {}
        self._quoted: dict[str, str] = {}
        self._fields: dict[str, dict[Key, str]] = {}
        self._opens = {key_of(said): one.id for one in names.spoken.fields for said in one.opens}
        mentions = ((key_of(said), one.id) for one in names.spoken.fields for said in one.mentions)
        self._mentions = {said: field for said, field in mentions if field in names.fields}
        month = rf"(?:\d{{1,2}}(?:er|st|nd|rd|th)?\s+)?\b(?:{'|'.join(names.spoken.months)})\s+\d{{4}}\b"
        self._date = re.compile(rf"{month}|\b\d{{4}}-\d\d-\d\d\b", re.IGNORECASE)
        for table, plan in names.tables.items():
            self._columns[table] = {key_of(cue): column.id for column in plan.columns for cue in column.cues}
            self._quoted[table] = plan.quoted
        for one in names.spoken.fields:
            for field in (one.id, *one.also) if one.cues else ():
                main = field.rpartition(".")[0]
                self._fields.setdefault(main, {}).update((key_of(cue), field) for cue in one.cues)

    def columns(self, table: str, text: str) -> dict[str, str]:
        """Return the parts of what is said of a row, by column; empty: what does not tell."""
        return _parted(text, lambda sentence: self._column(table, sentence))

    def fields(self, field: str, text: str) -> dict[str, str]:
        """Return the parts of a statement, by the field they belong to; empty: the statement itself."""
        known = self._fields.get(field, {})
        return _parted(text, lambda sentence: self._heard(sentence, known, 0)) if known else {"": text}

    def opened(self, text: str) -> str:
        """Return the field of a paragraph that stands under none: « we believe that… »; empty: none."""
        words = key_of(text[:120])
        return next((field for said, field in self._opens.items() if _begins(words, said)), "")

    def dated(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield the dates that sentences mention, each with its field: « relu le 3 mai 2027 »."""
        for sentence in _CUT.split(text[:_LONGEST]):
            date = self._date.search(sentence)
            words = key_of(sentence) if date else ()
            for said, field in self._mentions.items():
                if date and any(_begins(words[at:], said) for at in range(len(words))):
                    yield field, date[0]

    def _column(self, table: str, sentence: str) -> str:
        if self._quoted.get(table) and _QUOTED.fullmatch(sentence.strip()):
            return self._quoted[table]
        return self._heard(sentence, self._columns.get(table, {}), 1)

    def _heard(self, sentence: str, known: Mapping[Key, str], names: int) -> str:
        """Return what the first words tell, behind pronouns and so many names: « Agathe redoute »."""
        words = key_of(sentence[:120])
        starts = self._starts(words, names) if known and not _ONLY.search(sentence) else ()
        return next((known[cue] for at in starts for cue in known if _begins(words[at:], cue)), "")

    def _starts(self, words: Key, names: int) -> Iterator[int]:
        for at, word in enumerate(words):
            yield at
            names -= word not in self._subjects
            if names < 0:
                return


def _begins(words: Key, cue: Key) -> bool:
    """Whether words begin as a cue does; its last word may go on: « redout » is heard in « redoutent »."""
    *first, last = cue
    if len(words) < len(cue) or list(words[: len(first)]) != first:
        return False
    word = words[len(first)]
    return word.startswith(last) if len(last) > _WHOLE else word == last


def _parted(text: str, heard: Heard) -> dict[str, str]:
    """Return the sentences of a text by where they belong, in order."""
    if len(text) > _LONGEST:
        return {"": text}
    made: dict[str, str] = {}
    at, between = 0, ""
    for cut in (*_CUT.finditer(text), None):
        end = cut.end() if cut else len(text)
        sentence = text[at:end]
        place = heard(sentence)
        said = sentence.rstrip()
        made[place] = f"{made[place]}{between}{said}" if place in made else said
        between, at = "\n" if "\n" in sentence[len(said) :] else " ", end
    return made
