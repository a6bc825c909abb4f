"""Whether the parts of a platform hold together. A check speaks only where all it compares is written.

Each is a pure function of the document, by id in one literal tuple; an empty section is never a finding.
"""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import combinations
from typing import Final

from msgspec import Struct

from brandplatform.checks.finding import HINT, TO_DISCUSS, Finding
from brandplatform.checks.specificity import Specific
from brandplatform.checks.text import LONGEST, words
from brandplatform.document.model import Choice, Date, Platform, Row, Statement, Table

SHARED: Final = 0.6
LEAST_SHARED: Final = 4
MOST_VALUES: Final = 5
YEAR: Final = 365
"""Days after which an evidence or a look at competitors is old."""

_PS: Final = ("p_people", "p_product", "p_price", "p_place", "p_promotion")
_PEOPLE: Final = ("people_customers", "people_employees", "people_partners")


class Whole(Struct, frozen=True):
    """A document as the coherence checks see it: in one language, on one day."""

    platform: Platform
    lang: str
    today: date
    specific: Specific

    def text(self, field: str) -> str:
        """Return what a statement says, or nothing."""
        answer = self.platform.answers.get(field)
        return answer.text.get(self.lang, "")[:LONGEST] if isinstance(answer, Statement) else ""

    def rows(self, field: str) -> tuple[Row, ...]:
        """Return the rows of a table in which something is said in this language."""
        answer = self.platform.answers.get(field)
        rows = answer.rows if isinstance(answer, Table) else ()
        return tuple(row for row in rows if any(self.cell(row, column) for column in row.cells))

    def cell(self, row: Row, column: str) -> str:
        """Return what a cell says."""
        found = row.cells.get(column, "")
        return (found if isinstance(found, str) else found.get(self.lang, ""))[:LONGEST]

    def content(self, field: str) -> frozenset[str]:
        """Return the words of a statement that carry a meaning."""
        empty = self.specific.patterns["empty"]
        said = (word.folded for word in words(self.text(field)))
        return frozenset(word for word in said if len(word) > 3 and not empty.fullmatch(word))

    def found(self, name: str, field: str, severity: int = HINT, row: str = "") -> Finding:
        """Return a finding about a field as a whole."""
        return Finding(id=name, family="coherence", field=field, row=row, lang=self.lang, severity=severity)


def overlap(whole: Whole) -> Iterator[Finding]:
    """Promise, mission and vision that say the same thing (shared words of the shorter one)."""
    for first, second in combinations(("promise", "mission", "vision"), 2):
        one, other = whole.content(first), whole.content(second)
        shared = one & other
        if one and other and len(shared) >= LEAST_SHARED and len(shared) > SHARED * min(len(one), len(other)):
            yield whole.found("C-OVERLAP", second, TO_DISCUSS)


def many_values(whole: Whole) -> Iterator[Finding]:
    """More than five values, or only the least that anybody expects."""
    rows = whole.rows("values")
    if len(rows) > MOST_VALUES:
        yield whole.found("C-VALUES", "values", TO_DISCUSS)
    if rows and all(row.cells.get("status") == "minimum" for row in rows):
        yield whole.found("C-MINIMUM", "values")


def acts_of_the_ps(whole: Whole) -> Iterator[Finding]:
    """One of the five Ps that is stated and that no act shows, where another has one."""
    stated = [name for name in _PS if whole.text(name)]
    if any(whole.text(f"{name}.proof") for name in stated):
        yield from (whole.found("C-5P", name) for name in stated if not whole.text(f"{name}.proof"))


def people(whole: Whole) -> Iterator[Finding]:
    """Customers, team, partners: two are written, one is forgotten."""
    written = [name for name in _PEOPLE if whole.text(name)]
    if len(written) == len(_PEOPLE) - 1:
        yield from (whole.found("C-PEOPLE", name) for name in _PEOPLE if name not in written)


def gaps(whole: Whole) -> Iterator[Finding]:
    """A word without its act, an act without its word."""
    for row in whole.rows("proof"):
        word, act = whole.cell(row, "word"), whole.cell(row, "act")
        if bool(word) != bool(act):
            yield whole.found("C-GAP-ACT" if word else "C-GAP-WORD", "proof", row=row.id)


def ages(whole: Whole) -> Iterator[Finding]:
    """An evidence, or a look at what others do, that is over a year old."""
    for field, column in (("proof", "date"), ("diff", "checked")):
        for row in whole.rows(field):
            seen = day(whole.cell(row, column))
            if seen and (whole.today - seen).days > YEAR:
                yield whole.found("C-AGE", field, row=row.id)


def commitments(whole: Whole) -> Iterator[Finding]:
    """A commitment without a day, a name, or what happens if it is missed."""
    for row in whole.rows("commitments"):
        wanted = ("owner", "by", "if_missed")
        if whole.cell(row, "commitment") and not all(whole.cell(row, one) for one in wanted):
            yield whole.found("C-COMMITMENT", "commitments", row=row.id)


def objectives(whole: Whole) -> Iterator[Finding]:
    """An objective without its two figures, its day or its name."""
    for row in whole.rows("objectives"):
        wanted = ("from", "to", "by", "owner")
        if whole.cell(row, "what") and not all(whole.cell(row, one) for one in wanted):
            yield whole.found("C-OBJ", "objectives", row=row.id)


def see_and_do(whole: Whole) -> Iterator[Finding]:
    """A see without a do, or a do without a see."""
    for row in whole.rows("diff"):
        if bool(whole.cell(row, "see")) != bool(whole.cell(row, "do")):
            yield whole.found("C-SEEDO", "diff", row=row.id)


def filters(whole: Whole) -> Iterator[Finding]:
    """More than half of the beliefs rest on habit or a guess."""
    rows = whole.rows("blindspots")
    rest = [row for row in rows if row.cells.get("source") in ("habit", "guess")]
    if len(rows) > 1 and len(rest) > len(rows) / 2:
        yield whole.found("C-FILTER", "blindspots")


def horizon(whole: Whole) -> Iterator[Finding]:
    """A vision without a year, in its words or beside them."""
    beside = whole.platform.answers.get("vision.horizon")
    dated = isinstance(beside, Date) and bool(beside.value)
    said = whole.text("vision")
    if said and not dated and not any(letter.isdigit() for letter in said):
        yield whole.found("C-HORIZON", "vision")


def refusals(whole: Whole) -> Iterator[Finding]:
    """Values and Ps, and nowhere what one does not do."""
    stated = [name for name in _PS if whole.text(name)]
    rows = whole.rows("values")
    said = any(whole.text(f"{name}.refusal") for name in _PS) or any(
        whole.cell(row, "we_do_not") for row in rows
    )
    if stated and rows and not said:
        yield whole.found("C-NEG", "values")


def translations(whole: Whole) -> Iterator[Finding]:
    """A translation made from words that have changed since."""
    main = whole.platform.main_language
    for name, answer in whole.platform.answers.items():
        source = answer.translated.get(whole.lang, "") if isinstance(answer, Statement) else ""
        if source and isinstance(answer, Statement) and source != answer.text.get(main, ""):
            yield whole.found("C-BILING", name)


def review(whole: Whole) -> Iterator[Finding]:
    """A day to read again that has passed."""
    planned = whole.platform.answers.get("review.date")
    due = day(planned.value) if isinstance(planned, Date | Choice) else None
    if due and due < whole.today:
        yield whole.found("C-REVIEW", "review.date")


def day(value: str) -> date | None:
    """Return the last day an ISO date may mean (`2026-09` is its first day), or None for anything else."""
    parts = value.split("-")
    try:
        numbers = [int(part) for part in parts]
        return date(*[*numbers, 1, 1][:3])
    except (ValueError, TypeError):
        return None


CHECKS: Final[tuple[Callable[[Whole], Iterator[Finding]], ...]] = (
    overlap, many_values, acts_of_the_ps, people, gaps, ages, commitments, objectives, see_and_do, filters,
    horizon, refusals, translations, review,
)  # fmt: skip
"""Every coherence check, in the order they are told."""
