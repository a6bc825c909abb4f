"""A person's preferences, kept in the system's folder for them.

Owns what is remembered between two starts. A value that cannot be used is replaced by its default and named.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import msgspec
import platformdirs
from msgspec import Struct
from msgspec.structs import replace

from brandplatform.storage.atomic import write_atomically

MOST_RECENT = 12
HOME = "BRANDPLATFORM_HOME"
"""Environment variable that puts every folder of ours under one of the person's choice."""


class Recent(Struct, frozen=True, kw_only=True):
    """A platform that was open, and what its card shows."""

    path: str
    brand: str = ""
    promise: str = ""
    when: str = ""
    """ISO 8601."""


class Settings(Struct, frozen=True, kw_only=True):
    """What is remembered."""

    language: str = ""
    """Of the interface; empty follows the system."""
    theme: Literal["system", "light", "dark"] = "system"
    recent: tuple[Recent, ...] = ()
    folder: str = ""
    """Where a platform was last opened or saved."""
    portfolio: str = ""
    """The folder of my platforms, where one was chosen."""
    window: str = ""
    """Geometry of the window, base64."""
    splitter: str = ""
    """State of the splitter, base64."""
    hidden: tuple[str, ...] = ()
    """Panels taken out of sight: `guide`, `outline`."""
    example: str = ""
    """The trade whose examples the guide shows."""
    spelling: bool = True
    """Whether misspelt words are underlined."""
    dictionary: tuple[str, ...] = ()
    """Words of this person's own, which are not misspelt."""
    sections: Mapping[str, str] = {}
    """Document id -> the section it was left at."""
    paths: Mapping[str, str] = {}
    """Document id -> the step of the short path it was left at; none once the whole of it was opened."""
    exports: Mapping[str, str] = {}
    """Document id -> where and how it was last exported, as JSON."""


def config_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Return where preferences live."""
    home = environ.get(HOME)
    return Path(home, "config") if home else platformdirs.user_config_path("brandplatform", appauthor=False)


def state_folder(environ: Mapping[str, str] = os.environ) -> Path:
    """Return where locks and unsaved work live."""
    home = environ.get(HOME)
    return Path(home, "state") if home else platformdirs.user_state_path("brandplatform", appauthor=False)


def load_settings(folder: Path) -> tuple[Settings, tuple[str, ...]]:
    """Read the preferences, and name those that could not be used and are back to their default."""
    try:
        raw = msgspec.json.decode((folder / "settings.json").read_bytes())
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, msgspec.DecodeError, RecursionError):
        return Settings(), ("settings.json",)
    if not isinstance(raw, dict):
        return Settings(), ("settings.json",)
    kept = Settings()
    lost: list[str] = []
    for name in Settings.__struct_fields__:
        if name in raw:
            try:
                kept = msgspec.convert({**msgspec.to_builtins(kept), name: raw[name]}, Settings)
            except msgspec.ValidationError:
                lost.append(name)
    return kept, tuple(lost)


def save_settings(folder: Path, settings: Settings) -> None:
    """Write the preferences.

    Raises OSError: they could not be written; the old ones are intact.
    """
    folder.mkdir(parents=True, exist_ok=True)
    write_atomically(folder / "settings.json", msgspec.json.format(msgspec.json.encode(settings), indent=1))


def remembering(settings: Settings, recent: Recent) -> Settings:
    """Return settings in which a platform is the most recent one."""
    others = tuple(r for r in settings.recent if r.path != recent.path)
    return replace(settings, recent=(recent, *others)[:MOST_RECENT])


def forgetting(settings: Settings, path: str) -> Settings:
    """Return settings that no longer know a platform."""
    return replace(settings, recent=tuple(r for r in settings.recent if r.path != path))
