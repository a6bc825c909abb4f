"""Days, months and years as people write them, read as ISO 8601.

Knows French and English; what cannot be read is nobody's mistake and stays as it was typed.
"""

import re
from datetime import date

_MONTHS = (
    ("janvier", "january", "janv", "jan"),
    ("février", "fevrier", "february", "févr", "fevr", "fév", "fev", "feb"),
    ("mars", "march", "mar"),
    ("avril", "april", "avr", "apr"),
    ("mai", "may"),
    ("juin", "june", "jun"),
    ("juillet", "july", "juil", "jul"),
    ("août", "aout", "august", "aug"),
    ("septembre", "september", "sept", "sep"),
    ("octobre", "october", "oct"),
    ("novembre", "november", "nov"),
    ("décembre", "decembre", "december", "déc", "dec"),
)
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_FIGURES = re.compile(r"(\d{1,2})[./ -](\d{1,2})[./ -](\d{4})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})")
_DAY_FIRST = re.compile(r"(?:(\d{1,2})(?:er|st|nd|rd|th)?\s+)?([^\W\d]+)\.?,?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")


def iso(written: str) -> str:
    """Return `2027-03-01`, `2027-03` or `2027` for what was written, or empty: it reads as no date.

    Day before month, as both languages write it here; a second figure over 12 can only be the day.
    """
    text = " ".join(written.lower().split())
    if found := _ISO.fullmatch(text):
        return _checked(int(found[1]), int(found[2] or 0), int(found[3] or 0))
    if found := _FIGURES.fullmatch(text):
        first, second, year = (int(part) for part in found.groups())
        return _checked(year, first, second) if second > 12 else _checked(year, second, first)
    if found := _MONTH_YEAR.fullmatch(text):
        return _checked(int(found[2]), int(found[1]), 0)
    if found := _DAY_FIRST.fullmatch(text):
        return _named(found[3], found[2], found[1])
    if found := _MONTH_FIRST.fullmatch(text):
        return _named(found[3], found[1], found[2])
    return ""


def _named(year: str, month: str, day: str | None) -> str:
    number = next((n for n, names in enumerate(_MONTHS, 1) if month in names), 0)
    return _checked(int(year), number, int(day or 0)) if number else ""


def _checked(year: int, month: int, day: int) -> str:
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return ""
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
