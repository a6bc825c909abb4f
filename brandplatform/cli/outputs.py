"""export and frameworks: what goes out."""

import json
from argparse import Namespace
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Any

from brandplatform.cli import desk as at_hand
from brandplatform.cli.arguments import FORMATS
from brandplatform.cli.desk import Desk
from brandplatform.cli.errors import Refused
from brandplatform.document.framework import Framework
from brandplatform.document.model import Platform
from brandplatform.publish.blocks import Document
from brandplatform.resources import LANGUAGES, Words
from brandplatform.storage import codec, container
from brandplatform.storage.container import Kept
from brandplatform.storage.problems import NotReadable


def export(desk: Desk, asked: Namespace) -> int:
    """Write a document of a profile, the Markdown archive or the whole document as JSON."""
    output = Path(asked.output)
    form = _format(output, asked.format)
    source = Path(asked.file)
    _check_sheet(asked, form, output)
    if asked.template and form != "docx":
        raise Refused("error.template_for_word", about=output)
    if asked.template and asked.paper:
        raise Refused("error.paper_of_template", about=output)
    if asked.output != at_hand.STANDARD:
        at_hand.check_output(output, force=asked.force, source=source)
    kept = at_hand.opened(desk, source)
    archived = form == "md" and not asked.profile
    said: tuple[str, ...] = ()
    if asked.sheet:
        data = _sheet(desk, kept, asked)
    elif archived or form in ("json", "brandplatform"):
        data = _archive(desk, kept, form)
    else:
        data, said = _published(desk, kept, form, asked)
    with at_hand.held(output) if form == "brandplatform" else nullcontext():
        at_hand.write_out(desk, output, data, force=asked.force, source=source)
    if asked.output != at_hand.STANDARD:
        if archived:
            desk.note(f"{output}: {desk.words('cli.archive_note')}")
        for line in (desk.words("cli.written", file=output), *said):
            desk.say(line)
    return 0


def _format(output: Path, asked: str | None) -> str:
    form = asked or output.suffix.lstrip(".").lower()
    if form not in FORMATS:
        formats = ", ".join(f".{one}" for one in FORMATS)
        raise Refused("error.unknown_format", about=output, formats=formats)
    if str(output) == at_hand.STANDARD and form not in ("md", "json", "html"):
        raise Refused("error.unknown_format", about=output, formats=".md, .html, .json")
    return form


def _check_sheet(asked: Namespace, form: str, output: Path) -> None:
    """Refuse what does not go with a sheet, and a paper that a format has not."""
    from brandplatform.publish import output as documents
    from brandplatform.publish.sheets import PAPERS

    if not asked.sheet:
        known = next((papers for name, papers in documents.PAPERS.items() if name == form), ())
        if asked.paper and asked.paper not in known:
            key = "error.paper_of_form" if known else "error.paper_of_none"
            raise Refused(key, about=output, paper=asked.paper, form=form, papers=", ".join(known))
        return
    if form != "pdf":
        raise Refused("error.sheet_is_pdf", about=output)
    if asked.profile or asked.attach:
        raise Refused("error.sheet_alone", about=output)
    if (asked.paper or "a4") not in PAPERS[asked.sheet]:
        papers = ", ".join(PAPERS[asked.sheet])
        raise Refused("error.sheet_paper", about=output, sheet=asked.sheet, papers=papers)


def _sheet(desk: Desk, kept: Kept, asked: Namespace) -> bytes:
    """Return a sheet to cut out, hang up or fill in; its words are of the language it is in."""
    from brandplatform.publish.sheets import to_sheet

    language = at_hand.language_in(kept.platform, asked.lang)
    framework = at_hand.framework_of(desk, kept.platform)
    words = Words(language if language in LANGUAGES else LANGUAGES[-1])
    today, paper = date.today().isoformat(), asked.paper or "a4"
    return to_sheet(
        asked.sheet,
        kept.platform,
        framework,
        desk.library,
        language=language,
        words=words,
        today=today,
        paper=paper,
        grey=asked.grey,
    )


def _archive(desk: Desk, kept: Kept, form: str) -> bytes:
    """Return the whole document, private notes and all, or a platform without them, to be handed on."""
    if form == "brandplatform":
        made = container.handed_on(kept)
        return container.pack(made, at_hand.readable(desk, made.platform))
    if form == "json":
        return codec.encode(kept.platform)
    return at_hand.readable(desk, kept.platform).encode("utf-8")


def _published(desk: Desk, kept: Kept, form: str, asked: Namespace) -> tuple[bytes, tuple[str, ...]]:
    """Return what a profile publishes, and what is to be said of it; its writer is imported only here."""
    from brandplatform.publish.edition import Edition, edition
    from brandplatform.publish.output import FORMS, Wish, composed, written
    from brandplatform.publish.tally import said, tally

    language = at_hand.language_in(kept.platform, asked.lang)
    at_hand.framework_of(desk, kept.platform)
    (wanted,) = (one for one in FORMS if one == form)
    template = _template(desk, asked) if asked.template else b""
    profile = edition(asked.profile or "full")
    chosen = Edition(profile.profile, profile.switches, _without(desk, kept.platform, asked.without))
    wish = Wish(wanted, language, chosen, asked.paper or "a4", asked.binding, asked.grey, template)
    document = composed(kept.platform, desk.library, wish, date.today().isoformat())
    attached = _attached(kept.platform, document, asked.attach)
    data, pages = written(document, wish, kept.assets, attached, kept.platform.id)
    return data, said(desk.words, tally(kept.platform, desk.library, document, wish, pages))


def _without(desk: Desk, platform: Platform, names: list[str]) -> frozenset[str]:
    """Return the sections that are not wanted.

    Raises Refused: the method has no such section.
    """
    known = [section.id for section in desk.library.framework(platform.framework.id).sections]
    for name in names:
        if name not in known:
            raise Refused("error.unknown_section", section=name, sections=", ".join(known))
    return frozenset(names)


def _template(desk: Desk, asked: Namespace) -> bytes:
    """Return the Word file to write on, and say which of our styles it has.

    Raises Refused: it is none that is taken, or is to be replaced by the output; OSError.
    """
    from brandplatform.publish.problems import NotATemplate
    from brandplatform.publish.wordagency import report, said
    from brandplatform.publish.wordforeign import MOST_PACKED

    path = Path(asked.template)
    at_hand.check_output(Path(asked.output), force=asked.force, source=path)
    try:
        data = container.content(path, MOST_PACKED * 2**20)
        found = report(data)
    except NotATemplate as error:
        raise Refused(error.key, about=path, **error.values) from error
    except NotReadable as error:
        raise Refused(error.key, about=path) from error
    for line in said(found, desk.words):
        desk.note(f"{path}: {line}")
    return data


def _attached(platform: Platform, document: Document, asked: str | None) -> bytes:
    """Return what goes inside a PDF: what it shows, unless all of it or nothing is asked for."""
    from brandplatform.publish.attached import published

    if asked == "none":
        return b""
    return codec.encode(platform if asked == "whole" else published(platform, document))


def frameworks(desk: Desk, asked: Namespace) -> int:
    """List the frameworks with their sections and fields."""
    known = [desk.library.framework(name) for name in desk.library.frameworks]
    if asked.json:
        desk.say(json.dumps({"frameworks": [_outlined(desk, one) for one in known]}, ensure_ascii=False))
        return 0
    language = desk.words.language
    for framework in known:
        desk.say(f"{framework.id} {framework.version}  {framework.title[language]}")
        for group in framework.groups:
            desk.say(f"\n{group.title[language]}")
            for section in group.sections:
                desk.say(f"  {section.title[language]}")
                for field in desk.library.fields(section):
                    desk.say(f"    {field.id:24} {field.title[language]}")
    return 0


def _outlined(desk: Desk, framework: Framework) -> dict[str, Any]:
    return {
        "id": framework.id,
        "version": framework.version,
        "title": framework.title,
        "groups": [
            {
                "id": group.id,
                "title": group.title,
                "sections": [
                    {
                        "id": section.id,
                        "title": section.title,
                        "fields": [
                            {
                                "id": f.id,
                                "kind": f.kind,
                                "title": f.title,
                                "columns": [c.id for c in f.columns],
                            }
                            for f in desk.library.fields(section)
                        ],
                        "questions": [q.id for q in desk.library.questions(section)],
                    }
                    for section in group.sections
                ],
            }
            for group in framework.groups
        ],
    }
