"""A platform in one language as a document of blocks: cover, promise page, chapters in the method's order.

Owns what is published and what is left out: a section put away, a field without a word in the language,
drafts and private notes are not there. Must not know any format.
"""

from collections.abc import Iterator

from brandplatform.document.framework import Chapter, Field, Framework, Section
from brandplatform.document.library import Library
from brandplatform.document.model import Platform, Statement
from brandplatform.publish.blocks import Block, Cover, Document, Heading, PromisePage, Source
from brandplatform.publish.colour import corrected, is_colour
from brandplatform.publish.sections import Voice, blocks_of
from brandplatform.publish.signed import status_of
from brandplatform.publish.typography import PAPER
from brandplatform.resources import Words

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def compose(
    framework: Framework, library: Library, platform: Platform, *, language: str, words: Words, today: str
) -> Document:
    """Return the document of a platform; `today` is its ISO date.

    Raises FrameworkError: a mistake in the method's files.
    """
    voice = Voice(language, words)
    shown = {
        section.id: (section, library.fields(section))
        for section in framework.sections
        if section.id not in platform.put_away and any(name in platform.answers for name in section.fields)
    }
    brand = voice.set(platform.brand.name).strip()
    kind = words("doc.title")
    status = status_of(platform, framework)
    state = words("doc.unsigned") if status == "draft" else words(f"state.{status}")
    fields = tuple(field for _, owned in shown.values() for field in owned)
    return Document(
        title=f"{brand} – {kind}" if brand else kind,
        brand=brand,
        kind=kind,
        language=language,
        state=state,
        date=today,
        day=words.day(today),
        accent=corrected(platform.brand.colour, PAPER) if is_colour(platform.brand.colour) else "",
        blocks=(
            _cover(platform, voice, brand, kind, state, today),
            *_promise_page(platform, voice, fields),
            *_chapters(framework, platform, voice, shown),
        ),
    )


def _cover(platform: Platform, voice: Voice, brand: str, kind: str, state: str, today: str) -> Cover:
    words, logo = voice.words, platform.brand.logo
    owner = voice.set(platform.brand.legal_owner).strip()
    alt = logo.alt.get(voice.language, "") if logo else ""
    version = words("doc.version_of", date=words.day(today))
    return Cover(
        brand=brand,
        kind=kind,
        foot=tuple(line for line in (state, version, *_signed_by(platform, voice), owner) if line),
        logo=logo.asset if logo else "",
        logo_alt=voice.set(alt) or words("doc.logo_of", brand=brand),
    )


def _promise_page(platform: Platform, voice: Voice, fields: tuple[Field, ...]) -> Iterator[PromisePage]:
    """Yield the page of the promise, where there is one in this language."""

    def said(part: str) -> tuple[str, Source | None]:
        for field in fields:
            answer = platform.answers.get(field.id)
            text = answer.text.get(voice.language, "") if isinstance(answer, Statement) else ""
            if field.part == part and text.strip():
                return voice.set(text).strip(), Source(field.id, voice.language)
        return "", None

    (text, source), (internal, internal_source) = said("promise"), said("internal")
    if not text and not internal:
        return
    yield PromisePage(
        label=voice.words("doc.promise"),
        text=text,
        internal_label=voice.words("doc.internal"),
        internal=internal,
        signature=_signed_by(platform, voice) or (voice.words("doc.signature"),),
        source=source,
        internal_source=internal_source,
    )


def _signed_by(platform: Platform, voice: Voice) -> tuple[str, ...]:
    """Return who put their name to it: name, role, date."""
    return tuple(
        voice.set(", ".join(filter(None, (one.name, one.role, voice.words.day(one.when)))))
        for one in platform.signatures
    )


def _chapters(
    framework: Framework,
    platform: Platform,
    voice: Voice,
    shown: dict[str, tuple[Section, tuple[Field, ...]]],
) -> Iterator[Block]:
    numbers, letters = iter(range(1, 1000)), iter(_LETTERS)
    for chapter in framework.chapters or _of_groups(framework):
        titled, several = bool(chapter.title), len(chapter.sections) > 1
        level = 3 if several else 2
        found = [
            (section, body)
            for section, fields in (shown[name] for name in chapter.sections if name in shown)
            if (body := blocks_of(section, fields, platform, voice, level))
        ]
        if not found:
            continue
        number = next(letters, "") if chapter.annex else str(next(numbers))
        title = voice.titled(chapter.title if titled else found[0][0].title)
        only = "" if titled else found[0][0].id
        yield Heading(1, title, number, annex=chapter.annex, opens_page=chapter.page, section=only)
        for section, body in found:
            if several:
                yield Heading(2, voice.titled(section.title), section=section.id)
            yield from body


def _of_groups(framework: Framework) -> tuple[Chapter, ...]:
    """Return a chapter for each group, for a method that names none."""
    return tuple(
        Chapter(title=group.title, sections=tuple(section.id for section in group.sections), page=True)
        for group in framework.groups
    )
