"""Every check over a platform or over one field, with the sentence and the question of each finding.

Owns what is passed over: what was kept with a reason, the words of the company's own trade. Nothing blocks.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from brandplatform.checks.claims import Exempt, claims
from brandplatform.checks.clarity import clarity
from brandplatform.checks.coherence import CHECKS, Whole
from brandplatform.checks.finding import Finding
from brandplatform.checks.lexicon import Lexicon, lexicon_from
from brandplatform.checks.passages import Passage, passages
from brandplatform.checks.text import folded, words
from brandplatform.document.framework import Framework
from brandplatform.document.library import Library
from brandplatform.document.model import Platform, Table
from brandplatform.document.places import Place
from brandplatform.resources import Words, read_toml

Reader = Callable[[str, str], Mapping[str, Any]]


class Lexicons:
    """The lexicons at hand, each read when a text in its language is first checked."""

    def __init__(self, read: Reader) -> None:
        """Keep `read(folder, file)`, which parses one TOML file."""
        self._read = read
        self._known: dict[str, Lexicon | None] = {}

    def of(self, language: str) -> Lexicon | None:
        """Return the lexicon of a language, None where there is none.

        Raises LexiconError: a mistake in its file.
        """
        name = language[:2]
        if name not in self._known:
            file = f"{name}.toml"
            known = name in ("fr", "en")
            self._known[name] = lexicon_from(self._read("lexicons", file), file) if known else None
        return self._known[name]


@cache
def shared_lexicons() -> Lexicons:
    """Return the lexicons that come with the program, read once for every window."""
    return Lexicons(read_toml)


class Guide(Struct, frozen=True):
    """What checking needs beside the document."""

    framework: Framework
    library: Library
    lexicons: Lexicons
    words: Words
    """Of the person who reads the findings."""

    def all(self, platform: Platform, languages: tuple[str, ...], today: date) -> tuple[Finding, ...]:
        """Return every finding of a platform, text by text in the order of the outline, then the whole."""
        found = [
            finding
            for passage in passages(platform, self.framework, self.library, languages)
            for finding in self._of_passage(passage, platform)
        ]
        for language in languages:
            lexicon = self.lexicons.of(language)
            if lexicon is not None:
                whole = Whole(platform, language, today, lexicon.specific)
                found += [self._said(one) for check in CHECKS for one in check(whole)]
        return _without_kept(found, platform)

    def field(self, platform: Platform, field: str, language: str) -> tuple[Finding, ...]:
        """Return the findings of one field's own texts, the most serious first."""
        section = self.framework.section_of(field)
        if section is None:
            return ()
        one = replace(platform, answers={k: v for k, v in platform.answers.items() if k == field})
        found = [
            finding
            for passage in passages(one, self.framework, self.library, (language,))
            for finding in self._of_passage(passage, platform)
        ]
        return tuple(sorted(_without_kept(found, platform), key=lambda finding: -finding.severity))

    def _of_passage(self, passage: Passage, platform: Platform) -> Iterator[Finding]:
        lexicon = self.lexicons.of(passage.lang)
        found = list(clarity(passage))
        if lexicon is not None:
            exempt = exempted(platform, passage.lang)
            found += claims(passage, lexicon, exempt)
        yield from map(self._said, found)

    def _said(self, finding: Finding) -> Finding:
        """Return a finding with its sentence, and its question where the lexicon has none."""
        key = finding.id.lower().replace("-", "_")
        return replace(
            finding,
            message=self.words(f"check.{key}"),
            question=finding.question or self.words(f"check.{key}_ask"),
        )


def exempted(platform: Platform, language: str) -> Exempt:
    """Return the words that are no claim here: name, offer, legal name, words to use; and those kept."""
    said = [platform.brand.name, platform.brand.legal_owner, platform.brand.offer.get(language, "")]
    used = platform.answers.get("tone.lexicon")
    for row in used.rows if isinstance(used, Table) else ():
        cell = row.cells.get("use", "")
        said.append(cell if isinstance(cell, str) else cell.get(language, ""))
    own = frozenset(word.folded for text in said for word in words(text))
    return Exempt(
        own, frozenset(folded(one.words) for one in platform.accepted if one.check.startswith("X-"))
    )


def key_of(finding: Finding, platform: Platform) -> str:
    """Return what a finding is kept by: its expression, or the place it is about."""
    if finding.id.startswith("X-"):
        return expression(finding, platform)
    return str(Place(finding.field, finding.row, finding.column))


def expression(finding: Finding, platform: Platform) -> str:
    """Return the words a finding is about, as they are compared."""
    from brandplatform.document.at import read_at

    place = Place(finding.field, finding.row, finding.column)
    return folded(read_at(platform, place, finding.lang)[finding.start : finding.end])


def _without_kept(found: list[Finding], platform: Platform) -> tuple[Finding, ...]:
    kept = {(one.check, one.words) for one in platform.accepted}
    if not kept:
        return tuple(found)
    return tuple(one for one in found if (one.id, key_of(one, platform)) not in kept)
