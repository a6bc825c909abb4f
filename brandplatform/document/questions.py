"""The questions of one document: the method's, as they are worded here, without those put away, and its own.

Owns reading and editing them, purely. Must not know how a question is shown, nor what is answered.
"""

from collections.abc import Mapping

from msgspec.structs import replace

from brandplatform.document.edit import said
from brandplatform.document.framework import LANGUAGES, Question, Section
from brandplatform.document.library import Library
from brandplatform.document.model import Asked, Platform, Texts, new_id
from brandplatform.document.model import new_platform as started

OWN = ".qx"
"""What an added question's id has between its section and its number."""


def asked(library: Library, platform: Platform, section: Section) -> tuple[Question, ...]:
    """Return the questions a section asks in this document, in order."""
    return tuple(one for one in known(library, platform, section) if one.id not in platform.unasked)


def unasked(library: Library, platform: Platform, section: Section) -> tuple[Question, ...]:
    """Return the questions of a section that are put away."""
    return tuple(one for one in known(library, platform, section) if one.id in platform.unasked)


def known(library: Library, platform: Platform, section: Section) -> tuple[Question, ...]:
    """Return every question of a section, put away or not: the method's, then the document's own."""
    of_method = library.questions(section)
    names = {one.id for one in of_method}
    own = (one.id for one in platform.questions if one.id not in names and is_own(one.id))
    added = (Question(id=name, ask={}, why={}) for name in own if name.rpartition(".q")[0] == section.id)
    return tuple(_worded(one, platform) for one in (*of_method, *added))


def is_own(question: str) -> bool:
    """Tell whether a question was added to a document."""
    return OWN in question


def _worded(question: Question, platform: Platform) -> Question:
    own = _own(platform, question.id)
    if own is None:
        return question
    return replace(question, ask=_both(own.ask, question.ask), why=_both(own.why, question.why))


def _both(own: Texts, method: Mapping[str, str]) -> Mapping[str, str]:
    """Return a text in both languages of the interface; one that is missing is said in the other."""
    if not own:
        return method if method else dict.fromkeys(LANGUAGES, "")
    other = next(iter(own.values()))
    return {language: own.get(language, other) for language in LANGUAGES}


def _own(platform: Platform, question: str) -> Asked | None:
    return next((one for one in platform.questions if one.id == question), None)


def reword(platform: Platform, question: str, language: str, text: str) -> Platform:
    """Return a copy that asks a question in its own words; without any, the method's are back."""
    before = _own(platform, question)
    after = before or Asked(id=question)
    after = replace(after, ask=said(after.ask, language, text))
    if after == (before or Asked(id=question)):
        return platform
    if before is None:
        return replace(platform, questions=(*platform.questions, after))
    gone = after == Asked(id=question) and not is_own(question)
    kept = (after if one is before else one for one in platform.questions if not (gone and one is before))
    return replace(platform, questions=tuple(kept))


def add(platform: Platform, section: str, language: str, text: str = "") -> tuple[Platform, str]:
    """Return a copy with one more question in a section, and its id."""
    name = new_id(f"{section}{OWN}", frozenset(one.id for one in platform.questions))
    own = Asked(id=name, ask=said({}, language, text))
    return replace(platform, questions=(*platform.questions, own)), name


def remove(platform: Platform, question: str) -> Platform:
    """Return a copy without an added question that nobody has answered; any other stays."""
    if not is_own(question) or _own(platform, question) is None or platform.notes.get(question):
        return platform
    rest = tuple(one for one in platform.questions if one.id != question)
    left = tuple(name for name in platform.unasked if name != question)
    return replace(platform, questions=rest, unasked=left)


def ask(platform: Platform, question: str, wanted: bool) -> Platform:
    """Return a copy in which a question is asked, or put away; what was answered stays."""
    if (question not in platform.unasked) == wanted:
        return platform
    left = tuple(name for name in platform.unasked if name != question)
    return replace(platform, unasked=left if wanted else (*left, question))


def like(platform: Platform) -> Platform:
    """Return an empty platform that asks the same: its method, sections put away, questions and languages."""
    made = started(platform.framework.id, platform.main_language, version=platform.framework.version)
    return replace(
        made,
        languages=platform.languages,
        questions=platform.questions,
        unasked=platform.unasked,
        put_away=platform.put_away,
    )
