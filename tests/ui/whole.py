"""The method as it is shipped, for tests of screens that know its fields."""

from brandplatform.document.model import Platform
from brandplatform.resources import Words
from brandplatform.storage.container import Kept
from brandplatform.ui.desk import Desk
from brandplatform.ui.icons import Icons
from brandplatform.ui.session import Session
from brandplatform.ui.tokens import LIGHT
from tests.shipped import LIBRARY


def desk(language: str = "fr") -> Desk:
    """Return a desk in a language."""
    return Desk(words=Words(language), tokens=LIGHT, icons=Icons(LIGHT), library=LIBRARY)


def session(platform: Platform, *, writable: bool = True) -> Session:
    """Open a document."""
    kept = Kept(platform=platform, assets={}, history=(), versions={}, writable=writable)
    return Session(kept, LIBRARY, lambda _platform: "")
