"""What is remembered between two starts, as the window uses it.

Owns when preferences reach the disk: at each change, and never at the cost of what a person is doing."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from brandplatform.storage import settings as stored
from brandplatform.storage.settings import Recent, Settings


class Preferences:
    """The settings as they are now."""

    def __init__(self, environ: Mapping[str, str] = os.environ) -> None:
        self._folder = stored.config_folder(environ)
        self.state_folder = stored.state_folder(environ)
        self.now, _ = stored.load_settings(self._folder)

    def change(self, **changes: Any) -> None:
        """Remember something from now on (fields of `Settings`)."""
        self._keep(replace(self.now, **changes))

    def remember(self, path: Path, brand: str, promise: str, when: str) -> None:
        """Put a platform at the head of the recent ones; a name that is no Unicode cannot be kept."""
        one = Recent(path=str(path), brand=brand, promise=promise, when=when)
        with suppress(UnicodeEncodeError):
            one.path.encode()
            self._keep(replace(stored.remembering(self.now, one), folder=str(path.parent)))

    def forget(self, path: Path) -> None:
        """Take a platform out of the recent ones."""
        self._keep(stored.forgetting(self.now, str(path)))

    def _keep(self, settings: Settings) -> None:
        if settings == self.now:
            return
        self.now = settings
        with suppress(OSError):  # a full disk must stop nobody from writing; the next change tries again
            stored.save_settings(self._folder, settings)
