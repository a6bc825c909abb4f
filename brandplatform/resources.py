"""Where resources/ is, how its TOML is read, and every word the program says.

Knows files and languages; must not know any other part of the program."""

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import tomli

LANGUAGES = ("fr", "en")
MOST_TOML = 2 * 2**20
"""Bytes of the largest TOML file that is read."""

_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")


class ResourceError(Exception):
    """A file that came with the program cannot be used: which one, where in it, and why."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"{file.name}: {reason}")
        self.file, self.reason = file, reason


def path(*parts: str) -> Path:
    """Return where a file of resources/ stands: frozen bundle, installed package or checkout."""
    return _root().joinpath(*parts)


def read_toml(*parts: str) -> Mapping[str, Any]:
    """Read one TOML file of resources/.

    Raises ResourceError: with the file, the line and column when there is one, and the reason.
    """
    file = path(*parts)
    try:
        return tomli.loads(_text(file))
    except FileNotFoundError:
        raise ResourceError(file, "it is missing; install the program again") from None
    except OSError as error:
        raise ResourceError(file, error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise ResourceError(file, f"byte {error.start} is not UTF-8") from error
    except (ValueError, RecursionError) as error:  # not TOML, a number of 5000 digits, lists 400 deep
        raise ResourceError(file, str(error)) from error


def _text(file: Path) -> str:
    """Return what a file says.

    Raises OSError, UnicodeDecodeError, or ValueError: it is too large.
    """
    with file.open("rb") as stream:
        data = stream.read(MOST_TOML + 1)
    if len(data) > MOST_TOML:
        raise ValueError(f"it is larger than {MOST_TOML // 2**20} MB")
    return data.decode("utf-8").replace("\r\n", "\n")


class Words:
    """Every word the program says, in one language."""

    def __init__(self, language: str) -> None:
        if language not in LANGUAGES:
            raise ValueError(f"{language}: expected one of {', '.join(LANGUAGES)}")
        self.language = language
        self._texts = dict(_flat(read_toml("i18n", f"{language}.toml")))

    def __call__(self, key: str, /, n: int | None = None, **values: object) -> str:
        """Say `key` with its {placeholders} filled; `n` is {n} and chooses the singular or the plural.

        Raises KeyError: with the key, or the placeholder, that is missing.
        """
        if n is None:
            return self._texts[key].format_map(values)
        text = self._texts.get(f"{key}.{self._plural(n)}")
        return (self._texts[key] if text is None else text).format_map({**values, "n": n})

    def __contains__(self, key: object) -> bool:
        """Tell whether the catalogue has this key (a plural's key is there with `.one` and `.other`)."""
        return key in self._texts

    def __iter__(self) -> Iterator[str]:
        """Go through every key, in the order of the file."""
        return iter(self._texts)

    def template(self, key: str) -> str:
        """Return the text of a key as it stands in the file, its placeholders unfilled."""
        return self._texts[key]

    def day(self, iso: str) -> str:
        """Say a day, a month or a year: `2027-03-01`, `2027-03` or `2027`; anything else stays as it is."""
        found = _ISO.fullmatch(iso)
        if found is None or found["month"] is None or not 1 <= int(found["month"]) <= 12:
            return iso
        month = self(f"file.month_{int(found['month'])}")
        if found["day"] is None:
            return f"{month} {found['year']}"
        day = int(found["day"])
        return self("file.day", day=self("file.first") if day == 1 else day, month=month, year=found["year"])

    def _plural(self, n: int) -> str:
        """Return which form `n` takes: in French 0 is singular, in English it is not."""
        singular = abs(n) < 2 if self.language == "fr" else abs(n) == 1
        return "one" if singular else "other"


def preferred_language(environ: Mapping[str, str]) -> str:
    """Return the language to speak: BRANDPLATFORM_LANG, else the locale of messages, else English."""
    asked = _language(environ.get("BRANDPLATFORM_LANG", ""))
    if asked in LANGUAGES:
        return asked
    names = (environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    spoken = _language(next(filter(None, names), ""))  # the first one set decides, as in the C library
    return spoken if spoken in LANGUAGES else "en"


def _language(locale: str) -> str:
    """Return the language of a locale: `fr` of `fr_FR.UTF-8`, `fr-CA` or `FR`."""
    return locale.replace("-", "_").replace(".", "_").partition("_")[0].strip().lower()


def _root() -> Path:
    package = Path(__file__).resolve().parent
    bundle: str | None = getattr(sys, "_MEIPASS", None)
    frozen: tuple[Path, ...] = () if bundle is None else (Path(bundle, "resources"),)
    candidates = (*frozen, package / "_resources", package.parent / "resources")
    return next((root for root in candidates if root.is_dir()), package.parent / "resources")


def _flat(table: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, str):
            yield above + name, value
        else:
            yield from _flat(value, f"{above}{name}.")
