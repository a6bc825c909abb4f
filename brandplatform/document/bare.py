"""A platform as it may leave the house: without what its author only told themselves."""

from msgspec.structs import replace

from brandplatform.document.model import Answer, Platform, Statement, Table


def bare(platform: Platform) -> Platform:
    """Return a platform without notes, drafts, tests, comments, accepted findings or texts set aside.

    What it says, its proofs, its matrix and its signatures stay; of a review, who read it and when.
    """
    reviews = tuple(replace(one, note={}, found={}) for one in platform.reviews)
    answers = {name: _bare(answer) for name, answer in platform.answers.items()}
    said = replace(platform, answers=answers, reviews=reviews)
    return replace(said, notes={}, comments=(), accepted=(), conflicts=(), loose=(), extra={})


def _bare(answer: Answer) -> Answer:
    if isinstance(answer, Statement):
        return replace(answer, drafts=(), tests={})
    if isinstance(answer, Table):
        return replace(answer, rows=tuple(replace(row, tests={}) for row in answer.rows))
    return answer
