"""What a person found when putting words to the test: those of a statement, of a draft of it, or of a row.

Owns where a verdict is kept: with the words it is about. Must not know which tests there are.
"""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from brandplatform.document import drafts
from brandplatform.document.edit import answered, said
from brandplatform.document.model import Platform, Statement, Table, Verdict

RESULTS = ("passed", "discuss", "not_yet")

Tests = Mapping[str, Verdict]


def found(platform: Platform, field: str, part: str = "") -> Tests:
    """Return the verdicts on a draft or a row by its id, or on the statement when none is named."""
    answer = platform.answers.get(field)
    match answer:
        case Statement():
            draft = drafts.apart(answer, part)
            return answer.tests if draft is None else draft.tests
        case Table():
            return next((row.tests for row in answer.rows if row.id == part), {})
        case _:
            return {}


def judge(platform: Platform, field: str, part: str, test: str, result: str) -> Platform:
    """Return a copy in which a test of a draft, a row or the statement found `result`, or nothing."""
    return _judged(platform, field, part, test, lambda one: replace(one, result=result))


def comment(platform: Platform, field: str, part: str, test: str, language: str, words: str) -> Platform:
    """Return a copy in which a person's words on a test read `words` in a language."""
    return _judged(
        platform, field, part, test, lambda one: replace(one, words=said(one.words, language, words))
    )


def _judged(
    platform: Platform, field: str, part: str, test: str, change: Callable[[Verdict], Verdict]
) -> Platform:
    """Return a copy in which one verdict was changed; one that says nothing is removed."""

    def among(tests: Tests) -> Tests:
        after = change(tests.get(test, Verdict(result="")))
        rest = {name: one for name, one in tests.items() if name != test}
        return {**tests, test: after} if after.result or after.words else rest

    def of_statement(statement: Statement) -> Statement:
        if part and drafts.named(statement, part) is None:
            return statement
        draft = drafts.apart(statement, part)
        if draft is None:
            return replace(statement, tests=among(statement.tests))
        return drafts.in_place(statement, replace(draft, tests=among(draft.tests)))

    def of_table(table: Table) -> Table:
        rows = (replace(row, tests=among(row.tests)) if row.id == part else row for row in table.rows)
        return replace(table, rows=tuple(rows))

    if isinstance(platform.answers.get(field), Table):
        return answered(platform, field, Table, of_table)
    return answered(platform, field, Statement, of_statement)
