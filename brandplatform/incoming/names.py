"""What others call our fields and columns: which one a heading or a lead-in means.

Owns comparing names. They are data (`resources/synonyms.toml`), beside the titles of the method. Must not
know documents.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from brandplatform.document.framework import LANGUAGES, Field, Framework
from brandplatform.document.library import Library
from brandplatform.incoming.keys import Key, key_of, unnumbered
from brandplatform.incoming.owing import Owing
from brandplatform.incoming.synonyms import NamedField, Spoken

LONGEST = 9
"""Words of the longest name; a longer line names nothing."""

_WORDS_OF_A_DATE = 4
_SAYING = re.compile(r"([^.,:;!?\n]{5,60}?),?\s+(?:c['’]est|est|sera|is|are|will be)\s", re.IGNORECASE)
_ASKED = re.compile(r"([^.,:;!?\n]{3,60}?)\s*\?\s+\S")
_STOPPED = re.compile(r"([^.,:;!?\n]{5,60}?)\.\s+\S")
_CUT = re.compile(r"\s*[:|(/]\s*|\s+[–—-]\s+")
_AND = re.compile(r"\s*[&+/,]\s*|\s+(?:et|and)\s+", re.IGNORECASE)


class Target(Struct, frozen=True):
    """A field, or one column of a table."""

    field: str
    column: str = ""


class Names:
    """The names of one framework's fields and columns."""

    def __init__(self, library: Library, framework: Framework, spoken: Spoken, brand: str = "") -> None:
        """Index every name; `brand` is nothing to compare: « la mission d’Acme » is the mission."""
        self._framework, self.spoken = framework, spoken
        self._own, self._brand = frozenset(spoken.own), key_of(brand)
        self._before = frozenset((*spoken.own, *spoken.before))
        self._after, self._joins = frozenset(spoken.after), frozenset(spoken.joins)
        self._ends = self._joins | frozenset(spoken.before)
        self.fields: dict[str, Field] = {}
        self._known: dict[Key, dict[Target, bool]] = {}
        self._shortened: dict[Key, dict[Target, bool]] = {}
        self._columns: dict[str, dict[Key, str]] = {}
        self.tables: dict[str, NamedField] = {}
        for section in framework.sections:
            self.fields |= {field.id: field for field in library.fields(section)}
        for one in spoken.fields:
            self._learn(one)
        self._learn_titles()
        self._negations = frozenset(spoken.negations)
        self._stems = {stem: one.id for one in spoken.fields for stem in one.stems if one.id in self.fields}
        self._virtues = {key_of(name) for name in spoken.virtues}
        self._generic = {key_of(name) for name in spoken.generic}
        self._proper = {key_of(name) for name in spoken.proper}
        self._summing = {key_of(name) for name in spoken.summing}
        self.owing = Owing(spoken, lambda words: next((one.field for one in self._by_stem(words)), ""))
        self._contents = {key_of(title) for title in spoken.contents}

    def _learn(self, one: NamedField) -> None:
        """Take in the names of `synonyms.toml`; a field this framework does not show is left out."""
        for field in (one.id, *one.also):
            for said in (*one.fr, *one.en) if field in self.fields else ():
                self._learn_name(said, Target(field, one.column), everywhere=not one.inside)
        if one.id not in self.fields or self.fields[one.id].kind != "table" or one.column:
            return
        like = next((o for o in self.spoken.fields if o.id == one.like and not o.column), one)
        self.tables[one.id] = like
        columns = self._columns.setdefault(one.id, {})
        for column in like.columns:
            for said in (*column.fr, *column.en):
                columns.setdefault(self._bare(said), column.id)

    def _learn_name(self, said: str, target: Target, *, everywhere: bool) -> None:
        for index, key in ((self._known, key_of(said)), (self._shortened, self._bare(said))):
            targets = index.setdefault(key, {})
            targets[target] = targets.get(target, False) or everywhere

    def _learn_titles(self) -> None:
        """Take in the method’s own titles, where nothing else is called that; two alike in their section."""
        titled: dict[str, set[str]] = {}
        for field in self.fields.values():
            columns = self._columns.setdefault(field.id, {})
            for column in field.columns:
                columns |= {self._bare(column.title[language]): column.id for language in LANGUAGES}
                columns[self._bare(column.id.replace("_", " "))] = column.id
            for language in LANGUAGES:
                titled.setdefault(field.title[language], set()).add(field.id)
        for section in self._framework.sections:
            for language in LANGUAGES:
                for title in section.title[language].rstrip(")").split("("):
                    titled.setdefault(title, {section.fields[0]})
        for title, found in titled.items():
            alone = len(found) == 1 and not any(self._known.get(key_of(title), {}).values())
            for name in found:
                self._learn_name(title, Target(name), everywhere=alone)

    def is_own(self, label: str) -> bool:
        """Whether a name says whose it is, as headings do: « notre mission »."""
        return not self._own.isdisjoint(key_of(unnumbered(label))[:1])

    def is_virtue(self, label: str, table: str) -> bool:
        """Whether a name of a field may as well be that of a row, and does not say whose it is."""
        plan = self.tables.get(table)
        abstract = plan is not None and plan.abstract
        return abstract and not self.is_own(label) and self._bare(label) in self._virtues

    def names_column(self, label: str) -> bool:
        """Whether a name is that of a column of any table."""
        return any(self.column(table, label) for table in self.tables)

    def exact(self, label: str, near: str = "") -> Target | None:
        """Return what a name means; `near` is the field it stands under, whose section comes first."""
        if not _is_short(label):
            return None
        name, bracket, _ = unnumbered(label).partition("(")
        return self._find(key_of(unnumbered(label)), near) or (
            self._find(key_of(name), near) if bracket and name.strip() else None
        )

    def sums_up(self, label: str) -> bool:
        """Whether a label says that what follows is the same in short: « en résumé »."""
        return key_of(label) in self._summing

    def sentence(self, text: str) -> Target | None:
        """Return what a sentence says it is: « notre mission est de… », « what we promise is… »."""
        said = _SAYING.match(text[:120]) or _STOPPED.match(text[:120])
        asked = _ASKED.match(text[:120])
        if said and (self.is_own(said[1]) or said[1].count(" ") > 1):
            return self.exact(said[1])
        if asked:
            return self.exact(asked[1])
        owed = self.owing.of_sentence(text)
        return Target(owed) if owed in self.fields else None

    def of_heading(self, heading: str, near: str = "") -> tuple[Target, ...]:
        """Return what a heading means: nothing, one field, or several that it names one after the other."""
        whole = self.exact(heading, near)
        if whole:
            vague = self.sums_up(heading) or key_of(unnumbered(heading)) in self._generic
            return () if near and vague and not self._same_section(whole, near) else (whole,)
        parts = [part for part in _AND.split(unnumbered(heading)) if not self.sums_up(part)]
        several = [self.exact(part, near) for part in parts]
        if len(several) > 1 and all(several):
            return tuple(dict.fromkeys(one for one in several if one))
        for part in _CUT.split(unnumbered(heading)):
            found = self.exact(part, near) or self._led(part, near)
            if found:
                return (found,)
        one = [part for part in several if part]
        if len(several) > 1 and one:
            return tuple(one) if len(one) == 1 else ()
        owed = self.owing.of_heading(key_of(unnumbered(heading)))
        return (Target(owed),) if owed in self.fields else self._by_stem(key_of(heading))

    def _by_stem(self, words: Key) -> tuple[Target, ...]:
        """Return the one field of which a short heading has a word, by how it begins; none if it denies."""
        if len(words) > LONGEST or not self._negations.isdisjoint(words):
            return ()
        told = {field for stem, field in self._stems.items() if any(word.startswith(stem) for word in words)}
        return (Target(told.pop()),) if len(told) == 1 else ()

    def _same_section(self, target: Target, near: str) -> bool:
        return self._framework.section_of(target.field) == self._framework.section_of(near)

    def _led(self, heading: str, near: str) -> Target | None:
        """Return what a heading begins with, or ends with as « une marque, notre promesse » does."""
        words = self._bare(heading)
        if len(words) > LONGEST:
            return None
        sizes = range(len(words) - 1, 0, -1)
        cuts = (size for size in sizes if words[size] in self._ends or words[size].isdigit())
        ends = (at for at, word in enumerate(words) if at and word in self._own)
        parts = (*(words[:size] for size in cuts), *(words[at:] for at in ends))
        found = next(filter(None, (self._find(part, near) for part in parts)), None)
        return found or next(filter(None, (self._pair(words, at, near) for at in range(1, len(words)))), None)

    def _pair(self, words: Key, at: int, near: str) -> Target | None:
        """Return what the second of two names means, when both are of one section: « voice vocabulary »."""
        first = self._find(words[:at], near)
        second = self._find(words[at:], first.field) if first else None
        return second if first and second and self._same_section(second, first.field) else None

    def column(self, field: str, label: str) -> str:
        """Return the column of a table that a name means, or nothing."""
        columns = self._columns.get(field, {}) if _is_short(label) else {}
        whole = key_of(label)
        bare = self._bare(label)
        cuts = (bare[:size] for size in range(len(bare) - 1, 0, -1) if bare[size] in self._joins)
        return next(filter(None, map(columns.get, (whole, bare, self._trimmed(whole), *cuts))), "")

    def share_a_word(self, one: str, other: str) -> bool:
        """Whether two names share a word that says something: « bénéfices », « bénéfices émotionnels »."""
        little = self._before | self._after | self._joins
        return not (set(key_of(one)) & set(key_of(other))) <= little

    def row_named(self, table: str, heading: str) -> tuple[str, str] | None:
        """Return what a heading calls a row, and the row’s name (« Persona 1 – Claire »), or None."""
        cut = _CUT.search(heading)
        plan = self.tables.get(table)
        if cut is None or plan is None or not plan.name:
            return None
        kind, name = heading[: cut.start()], heading[cut.end() :].rstrip(" )")
        one_of_them = self.column(table, kind) == plan.name and not key_of(kind.rstrip(" 0123456789"))[
            -1
        ].endswith("s")
        return (kind, name) if one_of_them and name and not self.is_own(kind) else None

    def beside(self, field: str) -> Iterator[str]:
        """Yield the tables of the section that shows a field."""
        section = self._framework.section_of(field) if field else None
        for name in section.fields if section else ():
            if self.fields[name].kind == "table":
                yield name

    def column_beside(self, label: str, near: str) -> Target | None:
        """Return the column that a name means in a table of the section one stands in."""
        found = (Target(table, self.column(table, label)) for table in self.beside(near))
        return next((one for one in found if one.column), None)

    def dated_row(self, label: str, near: str) -> str:
        """Return the table one stands in or beside whose rows have dates for names, if a label is one."""
        tables = (near, *self.beside(near)) if any(map(str.isdigit, label)) else ()
        plans = (self.tables.get(table) for table in tables if label.count(" ") < _WORDS_OF_A_DATE)
        return next((plan.id for plan in plans if plan and plan.dated), "")

    def is_proper(self, label: str) -> bool:
        """Whether a label asks for the name of somebody: « Prénom »."""
        return key_of(label) in self._proper

    def is_contents(self, heading: str) -> bool:
        """Whether a heading stands over a list of what is in the document."""
        return key_of(heading) in self._contents

    def _find(self, words: Key, near: str) -> Target | None:
        """Return what words mean: whole, without those that say nothing in front, then at the end too."""
        keys = (words, self._front(words), self._trimmed(words))
        indexes = (self._known, self._shortened)
        known = [index[key] for key in keys if key for index in indexes if key in index]
        section = self._framework.section_of(near) if near else None
        if section:
            for targets in known:
                here = next((one for one in targets if one.field in section.fields), None)
                if here:
                    return here
        return next((one for targets in known for one, everywhere in targets.items() if everywhere), None)

    def _bare(self, label: str) -> Key:
        """Return the words of a name from the first that says something."""
        words = key_of(unnumbered(label)) if _is_short(label) else ()
        return self._front(words) or words

    def _front(self, words: Key) -> Key:
        start = 0
        while start < len(words) and (words[start] in self._before or words[start].isdigit()):
            start += 1
        return words[start:]

    def _trimmed(self, words: Key) -> Key:
        """Take off the brand's name, and the words at both ends that say nothing."""
        words = self._front(_without(words, self._brand))
        end = len(words)
        while end and (words[end - 1] in self._after or words[end - 1].isdigit()):
            end -= 1
        return words[:end]


def _is_short(label: str) -> bool:
    return len(label) <= 90 and label.count(" ") <= LONGEST + 6


def _without(words: Key, brand: Key) -> Key:
    """Take the brand's name off the end or the front of a name that is more than that."""
    size = len(brand)
    if not size or len(words) <= size:
        return words
    if words[-size:] == brand:
        return words[:-size]
    return words[size:] if words[:size] == brand else words
