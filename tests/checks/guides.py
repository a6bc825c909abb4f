"""A guide with the program's own method and lexicons, and platforms of one sentence."""

from datetime import date

from brandplatform.checks.finding import Finding
from brandplatform.checks.guide import Guide, Lexicons
from brandplatform.document import edit
from brandplatform.document.model import Platform, Statement, new_platform
from brandplatform.resources import Words, read_toml
from tests.shipped import FRAMEWORK, LIBRARY

TODAY = date(2026, 11, 25)
LEXICONS = Lexicons(read_toml)


def guide(language: str = "en") -> Guide:
    """Return a guide that speaks a language."""
    return Guide(FRAMEWORK, LIBRARY, LEXICONS, Words(language))


def saying(text: str, language: str = "fr", field: str = "promise", **brand: object) -> Platform:
    """Return a platform with one statement."""
    platform = edit.write_text(
        new_platform("plateforme", language, "Levain"), field, Statement, language, text
    )
    return edit.rebrand(platform, **brand) if brand else platform


def told(platform: Platform) -> list[Finding]:
    """Return every finding of a platform in all its languages."""
    return list(guide().all(platform, platform.languages, TODAY))


def ids(platform: Platform) -> list[str]:
    """Return the ids of every finding."""
    return [finding.id for finding in told(platform)]
