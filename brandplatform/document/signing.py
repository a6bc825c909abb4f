"""Who put their name to the platform, to which texts, and what has changed since; the log of readings.

Owns what is signed: one hash for each published field, in the languages of that day, of its texts as they
are printed. Must not know how texts are set: the normaliser is passed in.
"""

import json
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Literal, assert_never

from msgspec.structs import replace

from brandplatform.document.edit import clean
from brandplatform.document.framework import Framework
from brandplatform.document.model import (
    Answer,
    Cell,
    Choice,
    Date,
    Lines,
    Platform,
    Review,
    Scale,
    Signature,
    Statement,
    Table,
    Text,
)

Normal = Callable[[str, str], str]
"""(text, language) -> the text as it is printed."""

Status = Literal["draft", "signed", "changed"]

NEXT = "review.date"
TRIGGERS = "review.triggers"
READING = (NEXT, TRIGGERS)
"""When it is read again: renewed at each reading, so that it is no part of what is signed."""


def published(framework: Framework, platform: Platform) -> tuple[str, ...]:
    """Return the ids of the fields that are published and signed, in the order of the outline."""
    return tuple(
        name
        for section in framework.sections
        if section.id not in platform.put_away
        for name in section.fields
        if name in platform.answers and name not in READING
    )


def sign(platform: Platform, framework: Framework, signature: Signature, normal: Normal) -> Platform:
    """Return a copy signed: the signature as given, with the hashes of what stands there now."""
    texts = {
        name: digest
        for name in published(framework, platform)
        if (digest := digest_of(platform.answers[name], platform.languages, normal))
    }
    whole = _hash(json.dumps(sorted(texts.items())))
    signed = replace(signature, texts=texts, languages=platform.languages, whole=whole)
    return replace(platform, signatures=(*platform.signatures, signed))


def withdraw(platform: Platform, signature: str) -> Platform:
    """Return a copy without the signature of that id."""
    kept = tuple(one for one in platform.signatures if one.id != signature)
    return platform if len(kept) == len(platform.signatures) else replace(platform, signatures=kept)


def changed_since(
    platform: Platform, framework: Framework, signature: Signature, normal: Normal
) -> tuple[str, ...]:
    """Return the ids of the fields that no longer say what was signed, or say something new."""
    names = dict.fromkeys((*published(framework, platform), *signature.texts))
    return tuple(
        name
        for name in names
        if signature.texts.get(name, "") != digest_of(platform.answers.get(name), signature.languages, normal)
    )


def status_of(platform: Platform, framework: Framework, normal: Normal) -> Status:
    """Return whether the platform is a draft, signed as it stands, or changed since everybody signed."""
    if not platform.signatures:
        return "draft"
    current = (not changed_since(platform, framework, one, normal) for one in reversed(platform.signatures))
    return "signed" if any(current) else "changed"


def digest_of(answer: Answer | None, languages: Iterable[str], normal: Normal) -> str:
    """Return the hash of what an answer publishes in some languages; empty when that is nothing."""
    said = {language: _said(answer, language, normal) for language in languages}
    if answer is None or not any(said.values()):
        return ""
    return _hash(json.dumps(said, sort_keys=True))


def _said(answer: Answer | None, language: str, normal: Normal) -> list[str]:
    """Return what an answer publishes in a language, as it is printed; an empty text is nothing."""

    def shown(text: str) -> str:
        return " ".join(normal(clean(text), language).split())

    def cell(found: Cell) -> str:
        return shown(found if isinstance(found, str) else found.get(language, ""))

    match answer:
        case None:
            told = []
        case Statement() | Text():
            told = [shown(answer.text.get(language, ""))]
        case Lines():
            told = [shown(line) for line in answer.lines.get(language, ())]
        case Table():
            rows = ({name: cell(found) for name, found in sorted(row.cells.items())} for row in answer.rows)
            told = [json.dumps({k: v for k, v in row.items() if v}) for row in rows if any(row.values())]
        case Choice() | Date():
            told = [answer.value]
        case Scale():
            told = [f"{answer.today} {answer.wanted}"] if answer.today or answer.wanted else []
        case _:
            assert_never(answer)
    return [one for one in told if one]


def _hash(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()


def read_again(platform: Platform, review: Review) -> Platform:
    """Return a copy whose log has one more reading, or the reading of that id as given."""
    if review in platform.reviews:
        return platform
    others = tuple(one for one in platform.reviews if one.id != review.id)
    return replace(platform, reviews=(*others, review))


def to_read(framework: Framework, platform: Platform) -> tuple[str, ...]:
    """Return the ids of the statements there are, in the order of the outline: what is read again."""
    return tuple(n for n in published(framework, platform) if isinstance(platform.answers[n], Statement))
