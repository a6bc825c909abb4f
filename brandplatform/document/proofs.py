"""Words of a statement and the acts that keep them: links that survive edits by their words, and the gaps.

Owns where the words of a proof stand now, which words have no act and which acts no word, and how old an
evidence is. Must not know which statement the promise is, nor files or windows.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from brandplatform.document.edit import EMPTY, clean
from brandplatform.document.model import Platform, Proof, Row, Statement, Table, new_id

LEDGER = "proof"
"""The table of acts: columns `word`, `act`, `evidence` and its `date`, `owner` and `due`."""

FRESH = timedelta(days=365)
"""How long an evidence holds without being looked at again."""

Age = Literal["", "fresh", "old", "none"]
"""Of an evidence: without a date, under a year, over a year, not there."""

LONGEST = 300
"""Characters that may be linked: some words, not a page."""

_DAY = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


class Link(Struct, frozen=True):
    """A proof with the statement it belongs to, where its words stand now, and its act."""

    field: str
    proof: Proof
    at: tuple[int, int] | None
    """Positions in the text of its language; None: the words are gone, the link is detached."""
    row: Row | None
    """The row of its act; None: it was removed."""


def prove(platform: Platform, field: str, proof: Proof) -> Platform:
    """Return a copy in which words of a statement are linked to an act; words already linked change acts."""

    def same(one: Proof) -> bool:
        return one.id == proof.id or _key(one) == _key(proof)

    before = _proofs(platform, field)
    if proof in before:
        return platform
    there = next((one for one in before if same(one)), None)
    if there is None:
        return _with_proofs(platform, field, (*before, proof))
    put = replace(proof, id=there.id)
    return _with_proofs(platform, field, tuple(put if one is there else one for one in before))


def unlink(platform: Platform, field: str, proof: str) -> Platform:
    """Return a copy in which a statement no longer has the link of that id; words and act stay."""
    before = _proofs(platform, field)
    after = tuple(one for one in before if one.id != proof)
    return platform if len(after) == len(before) else _with_proofs(platform, field, after)


def proof_of(platform: Platform, field: str, language: str, chosen: tuple[str, int], row: str) -> Proof:
    """Return a new link from chosen words (`chosen_words`) to the act in `row`."""
    taken = frozenset(one.id for one in _proofs(platform, field))
    words, occurrence = chosen
    return Proof(id=new_id("p", taken), language=language, words=words, occurrence=occurrence, row=row)


def chosen_words(text: str, start: int, end: int) -> tuple[str, int] | None:
    """Return what a selection quotes, grown to whole words, and which occurrence of it that is; or None."""
    while start > 0 and end > start and text[start - 1 : start + 1].isalnum():
        start -= 1
    while end < len(text) and end > start and text[end - 1 : end + 1].isalnum():
        end += 1
    words = text[start:end].strip(' \t\n\u00a0\u202f,;:.!?…«»“”"()')
    if not words or len(words) > LONGEST:
        return None
    at = text.index(words, start)
    before = [found for found in _occurrences(text, words) if found[0] <= at]
    return words, max(1, len(before))


def found_at(text: str, words: str, occurrence: int = 1) -> tuple[int, int] | None:
    """Return where quoted words stand in a text, or None; with fewer occurrences than that, the last one."""
    if not words.strip() or len(words) > LONGEST:
        return None
    found = list(_occurrences(text, words))
    return found[min(max(occurrence, 1), len(found)) - 1] if found else None


def links(platform: Platform, field: str = "") -> tuple[Link, ...]:
    """Return the links of a statement, or of all of them, in the order of the document."""
    acts = {row.id: row for row in rows_of(platform)}
    fields = (field,) if field else tuple(platform.answers)
    return tuple(
        Link(name, one, found_at(answer.text.get(one.language, ""), one.words, one.occurrence),
             acts.get(one.row))
        for name in fields
        if isinstance(answer := platform.answers.get(name), Statement)
        for one in answer.proofs
    )  # fmt: skip


def detached(platform: Platform) -> tuple[Link, ...]:
    """Return the links whose words are gone."""
    return tuple(link for link in links(platform) if link.at is None)


def rows_of(platform: Platform) -> tuple[Row, ...]:
    """Return the rows of the table of acts."""
    answer = platform.answers.get(LEDGER)
    return answer.rows if isinstance(answer, Table) else ()


def said_of(row: Row | None, column: str, language: str, main: str) -> str:
    """Return what a cell says in a language, or in the main one where it has not been translated."""
    cell = row.cells.get(column, "") if row else ""
    return cell if isinstance(cell, str) else cell.get(language) or cell.get(main, "")


def has(row: Row | None, column: str) -> bool:
    """Tell whether a cell says something in some language."""
    cell = row.cells.get(column, "") if row else ""
    return any(text.strip() for text in ((cell,) if isinstance(cell, str) else cell.values()))


# Gaps, in both directions


def lacks_act(row: Row) -> bool:
    """Tell whether a row of the ledger is a word without an act."""
    return has(row, "word") and not has(row, "act")


def lacks_word(platform: Platform, row: Row, statements: Iterable[str]) -> bool:
    """Tell whether a row is an act without a word: none is quoted by a link, or stands in a statement."""
    if not has(row, "act"):
        return False
    if any(link.row is row and link.at for link in links(platform)):
        return False
    word = row.cells.get("word", "")
    said = word.values() if not isinstance(word, str) else (word,)
    return not any(found_at(text, one) for text in _texts(platform, statements) for one in said)


def unproved(platform: Platform) -> tuple[Link, ...]:
    """Return the words of statements that were linked and have no act: removed, or not written yet."""
    return tuple(link for link in links(platform) if link.at and not has(link.row, "act"))


def age_of(row: Row, today: str) -> Age:
    """Return how an evidence stands on a day (ISO); a month or a year counts to its end."""
    if not has(row, "evidence"):
        return "none"
    cell = row.cells.get("date", "")
    last = _last_day(cell if isinstance(cell, str) else "")
    if last is None:
        return ""
    return "old" if date.fromisoformat(today) - last > FRESH else "fresh"


def overdue(row: Row, today: str) -> bool:
    """Tell whether an act was to be shown before a day (ISO), and has no evidence yet."""
    cell = row.cells.get("due", "")
    last = _last_day(cell if isinstance(cell, str) else "")
    return last is not None and not has(row, "evidence") and date.fromisoformat(today) > last


def _last_day(written: str) -> date | None:
    found = _DAY.fullmatch(written.strip())
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        if day:
            return date(year, month, day)
        following = date(year + 1, 1, 1) if month in (0, 12) else date(year, month + 1, 1)
    except ValueError:
        return None
    return following - timedelta(days=1)


def _texts(platform: Platform, statements: Iterable[str]) -> Iterator[str]:
    for name in statements:
        if isinstance(answer := platform.answers.get(name), Statement):
            yield from answer.text.values()


def _occurrences(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand, whatever their spaces and apostrophes, whole: `pain` is not in `copain`."""
    parts = (re.sub("['’]", "['’]", re.escape(part)) for part in words.split())
    head = r"(?<!\w)" if words.strip()[:1].isalnum() else ""
    tail = r"(?!\w)" if words.strip()[-1:].isalnum() else ""
    pattern = re.compile(head + r"\s+".join(parts) + tail, re.IGNORECASE)
    return (found.span() for found in pattern.finditer(text))


def _key(proof: Proof) -> tuple[str, str, int]:
    return proof.language, " ".join(proof.words.casefold().split()), proof.occurrence


def _proofs(platform: Platform, field: str) -> tuple[Proof, ...]:
    answer = platform.answers.get(field)
    return answer.proofs if isinstance(answer, Statement) else ()


def _with_proofs(platform: Platform, field: str, proofs: tuple[Proof, ...]) -> Platform:
    before = platform.answers.get(field, Statement())
    if not isinstance(before, Statement):
        raise TypeError(f"{field} is a {type(before).__name__}, not a Statement")
    kept = tuple(replace(one, words=clean(one.words)) for one in proofs)
    after = replace(before, proofs=kept)
    answers = {name: answer for name, answer in platform.answers.items() if name != field}
    empty = after == EMPTY["statement"]
    return replace(platform, answers=answers if empty else {**platform.answers, field: after})
