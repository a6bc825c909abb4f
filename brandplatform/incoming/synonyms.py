"""What other people call our fields, as data: the shape of `resources/synonyms.toml`.

Must not know how names are compared.
"""

from collections.abc import Mapping
from typing import Any

import msgspec
from msgspec import Struct

from brandplatform.document.framework import FrameworkError


class Named(Struct, frozen=True, forbid_unknown_fields=True):
    """A column, and what others call it."""

    id: str
    fr: tuple[str, ...] = ()
    en: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    """How a sentence of it begins, behind the words of `subjects`; the last word may go on."""


class NamedField(Named, frozen=True, forbid_unknown_fields=True):
    """A field, or one `column` of it, and what others call it."""

    column: str = ""
    stems: tuple[str, ...] = ()
    """How words begin by which a heading is known that has no name of a field in it."""
    inside: bool = False
    """Whether it is only known by these names inside its own section."""
    also: tuple[str, ...] = ()
    """Ids of fields with the same names."""
    like: str = ""
    """Id of the table whose columns have the same names."""
    columns: tuple[Named, ...] = ()
    name: str = ""
    """The column of a row’s name; `rest` is that of what is said of it, `alone` of a text without a name."""
    rest: str = ""
    alone: str = ""
    most: int = 0
    """Words of the longest text that may stand in `alone`; 0 for no limit."""
    abstract: bool = False
    """Whether its rows have names such as « engagement », which others give to our fields."""
    dated: bool = False
    """Whether its rows have dates for names: « 2030 », « Year 1 »."""
    opens: tuple[str, ...] = ()
    """How a paragraph of it begins where no heading names a field: « we believe »."""
    mentions: tuple[str, ...] = ()
    """How words begin that a date of the field is beside: « relu le 3 mai 2027 »."""
    split: str = ""
    """The column of what follows one of the words of `split_at` in a row’s name."""
    split_at: tuple[str, ...] = ()
    quoted: str = ""
    """The column of a sentence in quotation marks."""


class Spoken(Struct, frozen=True, forbid_unknown_fields=True):
    """All of `synonyms.toml`."""

    own: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]
    joins: tuple[str, ...]
    titles: tuple[str, ...]
    dated: tuple[str, ...]
    negations: tuple[str, ...]
    nobody: tuple[str, ...]
    contents: tuple[str, ...]
    virtues: tuple[str, ...]
    generic: tuple[str, ...]
    summing: tuple[str, ...]
    owing: tuple[str, ...]
    towards: tuple[str, ...]
    people: tuple[str, ...]
    proper: tuple[str, ...]
    months: tuple[str, ...]
    letterhead: tuple[str, ...]
    subjects: tuple[str, ...]
    brand_keys: tuple[str, ...]
    language_keys: tuple[str, ...]
    languages: Mapping[str, tuple[str, ...]]
    fields: tuple[NamedField, ...]


def spoken_from(data: Mapping[str, Any]) -> Spoken:
    """Build the names from parsed TOML.

    Raises FrameworkError: with the key and the reason.
    """
    try:
        return msgspec.convert(data, Spoken)
    except msgspec.ValidationError as error:
        raise FrameworkError("synonyms.toml", "", str(error)) from error
