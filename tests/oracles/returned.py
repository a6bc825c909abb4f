"""A small reader of a Word file that came back, for the tests alone: which paragraph is whose, and its text.

Three marks vote for each paragraph (its control 3, its bookmark 2, its style 2); the text of a field is that
of its paragraphs, as if every tracked change had been accepted, or rejected.
"""

import re
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree
from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
REVIEW = "urn:brandplatform:review:1"
ADDED, TAKEN = (W + "ins", W + "moveTo"), (W + "del", W + "moveFrom")
VOTES = {"control": 3, "bookmark": 2, "style": 2}


@dataclass
class Found:
    """What stands in the paragraphs of one field."""

    accepted: list[str] = field(default_factory=list)
    rejected: list[str] = field(default_factory=list)
    marks: list[frozenset[str]] = field(default_factory=list)
    """Which marks each paragraph still has."""


@dataclass
class Returned:
    """What a file says it was, and what stands in it."""

    about: dict[str, str]
    written: dict[str, list[str]]
    """Place -> its paragraphs as they were written."""
    fields: dict[str, Found]
    quarrels: list[dict[str, str]]
    """Paragraphs whose marks name different fields."""


def read(path: Path) -> Returned:
    """Read a file that came back; XML that is not well-formed is refused."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    body, styles = (etree.fromstring(parts[f"word/{name}.xml"]) for name in ("document", "styles"))
    names = {str(one.get(W + "styleId")): _name(one) for one in styles.iter(W + "style")}
    items = (etree.fromstring(parts[name]) for name in parts if re.fullmatch(r"customXml/item\d+\.xml", name))
    (kept,) = (one for one in items if one.tag == f"{{{REVIEW}}}written")
    about = {str(name): str(value) for name, value in kept.attrib.items()}
    written: defaultdict[str, list[str]] = defaultdict(list)
    places = {}
    for one in kept:
        written[str(one.get("place"))].append(one.text or "")
        places[str(one.get("mark"))] = str(one.get("place"))
    found = Returned(about, dict(written), defaultdict(Found), [])
    for paragraph in body.iter(W + "p"):
        _add(found, paragraph, dict(_marks(paragraph, names, places)))
    return found


def _name(style: Element) -> str:
    return next((str(one.get(W + "val")) for one in style.iter(W + "name")), "")


def _add(found: Returned, paragraph: Element, marks: dict[str, str]) -> None:
    if not marks:
        return
    votes: Counter[str] = Counter()
    for kind, place in marks.items():
        votes[place] += VOTES[kind]
    if len(votes) > 1:
        found.quarrels.append(marks)
    one = found.fields[votes.most_common(1)[0][0]]
    one.accepted.append(_text(paragraph, TAKEN))
    one.rejected.append(_text(paragraph, ADDED))
    one.marks.append(frozenset(marks))


def _marks(paragraph: Element, names: dict[str, str], places: dict[str, str]) -> Iterator[tuple[str, str]]:
    for tag in paragraph.iter(W + "tag"):
        if str(tag.get(W + "val")).startswith("bp:"):
            yield "control", str(tag.get(W + "val")).removeprefix("bp:").rsplit(":", 2)[0]
    for mark in paragraph.iter(W + "bookmarkStart"):
        if mark.get(W + "name") in places:
            yield "bookmark", places[str(mark.get(W + "name"))]
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    name = names.get(str(style.get(W + "val")), "") if style is not None else ""
    if name.startswith("bp."):
        yield "style", name.removeprefix("bp.").partition("/")[0]


def _text(paragraph: Element, without: tuple[str, str]) -> str:
    said = []
    for run in paragraph.iter(W + "r"):
        if any(one.tag in without for one in run.iterancestors()):
            continue
        for part in run:
            if part.tag in (W + "t", W + "delText"):
                said.append(part.text or "")
            elif part.tag == W + "br" and part.get(W + "type", "textWrapping") == "textWrapping":
                said.append("\n")
    return "".join(said)
