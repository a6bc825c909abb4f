"""What a leaf of a document says, and what a whole part holds, in words a person reads.

Owns how a value is said; what it is called is `comparesaid`'s. Must not know how a difference is shown.
"""

from collections.abc import Iterable, Sequence
from typing import assert_never

from msgspec import Struct

from brandplatform.document import drafts
from brandplatform.document.change import ORDER, Path
from brandplatform.document.decide import Proposal
from brandplatform.document.framework import Option
from brandplatform.document.merge import is_identity, is_prose
from brandplatform.document.model import Leaf, Platform
from brandplatform.document.verdicts import RESULTS
from brandplatform.ui.comparesaid import Naming
from brandplatform.ui.comparewords import Value

_HASHES = ("texts", "whole")
"""Parts of a signature that are figures for the program: what was signed, as a hash."""


class Told(Struct, frozen=True):
    """Something before and after; `prose` is compared word by word."""

    before: Value
    after: Value
    prose: bool = False


class Telling:
    """Says the values of the two platforms that `naming` names the parts of."""

    def __init__(self, naming: Naming, main: str) -> None:
        """Say texts that come or go whole in the language `main`, where they are in it."""
        self._naming, self._words, self._main = naming, naming.words, main

    def value(self, path: Path, leaf: Leaf) -> Value:
        """Return what a leaf says; nothing for nothing."""
        match leaf:
            case None | "":
                return ""
            case bool():
                return self._words("compare.resolved" if leaf else "compare.not_resolved")
            case int():
                return self._number(path, leaf)
            case tuple():
                return tuple(self._item(path, one) for one in leaf)
            case str():
                return self._text(path, leaf)
            case _:
                assert_never(leaf)

    def _number(self, path: Path, number: int) -> str:
        if path[-1:] in (("today",), ("wanted",)):
            return self._words("page.scale_of", value=number) if number else ""
        return str(number)

    def _item(self, path: Path, name: str) -> str:
        """Return one of a list: a row, a section, a question, a language, a line."""
        naming = self._naming
        if path[-1] == ORDER:
            return naming.item((*path[:-1], name))
        match path[0]:
            case "languages":
                return naming.spoken(name)
            case "settled" | "put_away":
                section = naming.framework.section(name)
                return naming.say(section.title) if section else name
            case "unasked":
                return naming.question(name)
            case _:
                return name

    def _text(self, path: Path, text: str) -> str:
        match path:
            case ("answers", field, "value"):
                known = self._naming.known(field)
                return self._chosen(known.options if known else (), text)
            case ("answers", field, "rows", _, "cells", column):
                return self._cell(field, column, text)
            case ("answers", _, "drafts", _, "status"):
                return self._known_word("drafts", (drafts.CHOSEN, drafts.REFUSED), text)
            case ("answers", *_, "result"):
                return self._known_word("trials", RESULTS, text)
            case ("answers", _, "proofs", _, "row") | ("matrix", _, "row"):
                return self._naming.row("proof", text)
            case ("answers", _, "proofs", _, "language"):
                return self._naming.spoken(text)
            case _:
                return self._beside_answers(path, text)

    def _beside_answers(self, path: Path, text: str) -> str:
        match path:
            case ("matrix", _, "state"):
                return self._known_word("matrix", ("shows", "contradicted"), text)
            case ("matrix", _, "under") | ("comments", _, "place"):
                return self._naming.called(text)
            case ("signatures", _, kind, *_) if kind in _HASHES:
                return self._words("compare.signed_text")
            case ("reviews", _, "found", _):
                return self._known_word("reading", ("true", "doubt"), text)
            case ("signatures" | "reviews" | "comments", _, "when"):
                return self._words.day(text[:10])
            case ("brand", "logo", "asset"):
                return self._words("compare.image")
            case _:
                return text

    def _known_word(self, group: str, known: Sequence[str], text: str) -> str:
        return self._words(f"{group}.{text}") if text in known else text

    def _cell(self, field: str, column: str, text: str) -> str:
        found = self._naming.column_of(field, column)
        if found is not None and found.kind == "link":
            return self._linked(text)
        return self._chosen(found.options if found else (), text)

    def _chosen(self, options: Iterable[Option], text: str) -> str:
        """Return a choice by its title, and a day in words."""
        found = next((option for option in options if option.id == text), None)
        return self._naming.say(found.title) if found else self._words.day(text)

    def _linked(self, text: str) -> str:
        field, _, row = text.partition("[")
        row = row.partition("]")[0]
        title = self._naming.field(field)[0]
        return f"{title} · {self._naming.row(field, row)}" if row else title

    # Whole parts

    def held(self, proposal: Proposal) -> tuple[Value, Value]:
        """Return what a part holds before and after, where it comes, goes or is of another kind."""
        changes = proposal.changes
        return (
            self._held([(one.path, one.before) for one in changes if one.before is not None]),
            self._held([(one.path, one.after) for one in changes if one.after is not None]),
        )

    def _held(self, leaves: Sequence[tuple[Path, Leaf]]) -> Value:
        said = [(path, leaf) for path, leaf in leaves if _is_told(path)]
        mine = [(path, leaf) for path, leaf in said if not is_prose(path) or path[-1] == self._main]
        if not any(is_prose(path) for path, _ in mine):
            mine = said  # it is in another language only
        rows: dict[Path, list[str]] = {}
        for path, leaf in sorted(mine, key=lambda one: self._rank(one[0])):
            value = self.value(path, leaf)
            if text := value if isinstance(value, str) else ", ".join(value):
                row = path[:4] if path[2:3] == ("rows",) else path[:2]
                rows.setdefault(row, []).append(self._labelled(path, text))
        told = list(rows.values())
        return tuple(told[0]) if len(told) == 1 else tuple(" · ".join(row) for row in told)

    def _rank(self, path: Path) -> int:
        """Return where a cell stands in its row; what is no cell follows."""
        match path:
            case ("answers", field, "rows", _, "cells", column, *_):
                known = self._naming.known(field)
                names = [one.id for one in known.columns] if known else []
                return names.index(column) if column in names else len(names)
            case ("answers", _, "rows", *_):
                return 1000
            case _:
                return 0

    def _labelled(self, path: Path, text: str) -> str:
        """Return a cell with the name of its column; the first needs none, it is the row's name."""
        match path:
            case ("answers", field, "rows", _, "cells", column, *_):
                known = self._naming.known(field)
                found = self._naming.column_of(field, column)
                if known is not None and found is not None and found is not known.columns[0]:
                    return self._words("compare.cell", column=self._naming.say(found.title), text=text)
                return text
            case ("answers", _, *_, "tests", test, "result"):
                return self._words("compare.cell", column=self._naming.test(test), text=text)
            case ("reviews", _, "found", field):
                return self._words("compare.cell", column=self._naming.field(field)[0], text=text)
            case _:
                return text


def _is_told(path: Path) -> bool:
    """Tell whether a leaf of a whole part is worth saying: it is no key, no order and no hash."""
    if path[-1] in (ORDER, "origin") or path[2:3] in (("translated",), *((one,) for one in _HASHES)):
        return False
    return not is_identity(path) or path[-1] in ("result", "asset")


def told(telling: Telling, proposal: Proposal) -> Told:
    """Return what a proposal is about, as it is read."""
    first = proposal.changes[0]
    if first.path != proposal.path:
        return Told(*telling.held(proposal))
    if first.path[-1] == ORDER:
        return Told(
            *_in_both(telling.value(first.path, first.before), telling.value(first.path, first.after))
        )
    prose = is_prose(first.path) or first.path[0] in ("loose", "comments", "accepted")
    return Told(telling.value(first.path, first.before), telling.value(first.path, first.after), prose)


def _in_both(before: Value, after: Value) -> tuple[Value, Value]:
    """Return two orders without what is in one of them only: it comes or goes on a line of its own."""
    old, new = ((one,) if isinstance(one, str) else one for one in (before, after))
    return tuple(one for one in old if one in new), tuple(one for one in new if one in old)


def main_language(now: Platform, then: Platform) -> str:
    """Return the language in which whole parts are told: ours, where they have it too."""
    return now.main_language if now.main_language in then.languages else then.main_language
