"""A small method of our own for the tests of the page: every kind of field, one section that asks."""

from collections.abc import Mapping
from typing import Any

from brandplatform.document.library import Library
from brandplatform.document.model import Platform, new_platform
from brandplatform.resources import Words, read_toml
from brandplatform.storage.container import Kept
from brandplatform.ui.desk import Desk
from brandplatform.ui.icons import Icons
from brandplatform.ui.session import Session
from brandplatform.ui.tokens import LIGHT


def both(fr: str, en: str = "") -> Mapping[str, str]:
    """Return a text in both languages."""
    return {"fr": fr, "en": en or f"{fr} (en)"}


def _field(name: str, kind: str, title: str, **more: Any) -> Mapping[str, Any]:
    return {"id": name, "kind": kind, "title": both(title), "help": both(f"Écrire {title}"), **more}


def _column(name: str, kind: str, title: str, **more: Any) -> Mapping[str, Any]:
    return {"id": name, "kind": kind, "title": both(title), **more}


_OPTIONS = [
    {"id": "lived", "title": both("Vécue", "Lived")},
    {"id": "aimed", "title": both("Visée", "Aimed at")},
]
_VALUES = [
    _column("name", "text", "Valeur", cap={"fr": 4, "en": 4}),
    _column("meaning", "text", "Ce que cela veut dire", cap={"fr": 25, "en": 25}, help=both("Une phrase")),
    _column("status", "choice", "État", options=_OPTIONS),
    _column("owner", "person", "Qui"),
    _column("date", "date", "Quand"),
    _column("proof", "text", "Preuve"),
]
_THEMES: Mapping[str, Mapping[str, Any]] = {
    "promise": {
        "id": "promise",
        "purpose": both("l’engagement que l’on peut vous rappeler", "the commitment people hold you to"),
        "good": [both("une phrase, {cap} mots au plus", "one sentence, {cap} words at most")],
        "formulas": [both("À [personne], nous promettons [ceci] <b>", "To [person], we promise [it] <b>")],
        "mistakes": [both("un slogan", "a slogan")],
        "questions": [
            {"id": f"promise.q{n}", "ask": both(f"Question {n} ?"), "why": both(f"Raison {n}")}
            for n in (1, 2, 3)
        ],
        "examples": [
            {"business": name, "section": "promise", "holds": both(f"Juste de {name}", f"Holds of {name}"),
             "hollow": both("Creux", "Hollow")}
            for name in ("levain", "garance")
        ],
        "fields": [
            _field("promise", "statement", "Promesse", cap={"fr": 23, "en": 20}, genre="promise"),
            _field("promise.reality", "text", "Épreuve du réel"),
        ],
    },
    "values": {
        "id": "values", "purpose": both("ce que vous faites même quand cela coûte"),
        "fields": [_field("values", "table", "Valeurs", columns=_VALUES)],
    },
    "review": {
        "id": "review", "purpose": both("quand on relit"),
        "fields": [
            _field("review.date", "date", "Date"), _field("review.triggers", "lines", "Raisons"),
            _field("review.tone", "scale", "Ton", ends={"low": both("grave"), "high": both("drôle")}),
            _field("review.state", "choice", "Choix", options=_OPTIONS),
        ],
    },
}  # fmt: skip


def _section(name: str, title: str, *fields: str) -> Mapping[str, Any]:
    under = both(f"sous {title}")
    return {"id": name, "theme": name, "title": both(title), "subtitle": under, "fields": list(fields)}


_FRAMEWORK: Mapping[str, Any] = {
    "id": "plateforme", "version": 1, "title": both("Plateforme"), "description": both("Une méthode"),
    "groups": [{
        "id": "all", "title": both("Tout"), "open": True,
        "sections": [
            _section("promise", "Promesse", "promise", "promise.reality"),
            _section("values", "Valeurs", "values"),
            _section("review", "Relecture", "review.date", "review.triggers", "review.tone", "review.state"),
        ],
    }],
}  # fmt: skip


def library() -> Library:
    """Return the method as the program reads it."""

    def read(folder: str, file: str) -> Mapping[str, Any]:
        if file == "tests.toml":
            return read_toml(file)
        return _FRAMEWORK if folder == "frameworks" else _THEMES[file.removesuffix(".toml")]

    return Library(read, ("plateforme",))


def desk(language: str = "fr") -> Desk:
    """Return a desk in a language."""
    return Desk(words=Words(language), tokens=LIGHT, icons=Icons(LIGHT), library=library())


def session(platform: Platform | None = None, *, writable: bool = True) -> Session:
    """Open a document, an empty French one by default."""
    shown = platform or new_platform("plateforme", "fr", "Maison Levain")
    kept = Kept(platform=shown, assets={}, history=(), versions={}, writable=writable)
    return Session(kept, library(), lambda _platform: "")
